"""Memory that programs run short of, days of trading in shares, and Korean lists that name products one by one."""

from __future__ import annotations

import pytest

from tests.test_extract_grammar import DAY, write_claim
from tracker.extract import read_text

# Claims are written as in the table of the grammar; all sentences are our own.
TABLE: list[tuple[str, list[str]]] = [
    # what a program runs short of
    ("画像を処理するとメモリ不足エラーになる。", []),
    ("ビルドがメモリー不足で落ちてしまう。", []),
    ("ブラウザのメモリ不足を避けるにはタブを閉じる。", []),
    ("メモリ不足でゲーム機の出荷が落ちている。", ["MEMORY supply tight - .."]),
    ("メモリ不足が自動車メーカーに広がっている。", ["MEMORY supply tight - .."]),
    ("이 프레임워크는 정확도를 지키면서 메모리 비용을 30% 줄였다.", []),
    ("양자화로 메모리 비용이 절반으로 감소했다.", []),
    ("메모리 부족 오류가 자주 발생한다.", []),
    ("메모리 부족 현상이 업계 전반으로 번지고 있다.", ["MEMORY supply tight - .."]),
    ("메모리 비용이 30% 상승했다.", ["MEMORY price up - 30..30"]),
    # shares
    ("キオクシア8%安、メモリー株に売り広がる。", []),
    ("メモリーの下落基調が続き、半導体株に売りが出た。", []),
    ("メモリー価格の上昇を受け、半導体株が買われた。", ["MEMORY price up - .."]),
    ("낸드 업체가 약세를 보이며 코스닥이 장중 1% 밀렸다.", []),
    ("D램 수요 확대에도 차익실현 매물에 1.3% 하락했다.", ["DRAM demand up - .."]),
    ("메모리 기대가 컸지만 외국인 수급이 조선주로 옮겨갔다.", []),
    ("코스피가 내린 가운데 D램 가격은 3% 올랐다.", ["DRAM price up - 3..3"]),
    ("D램 수급이 빡빡하다.", ["DRAM supply tight - .."]),
    # what is spent, bought back or hoped for has a year of its own
    ("메타, 메모리 가격 상승에 내년 설비투자 비용을 재조정", ["MEMORY price up - .."]),
    ("D램 가격 인상과 2027년 배당 확대를 논의했다.", ["DRAM price up - .."]),
    ("2분기 어닝 서프라이즈와 낸드 가격 상승", ["NAND price up - .."]),
    ("내년 D램 가격은 오를 전망이다.", ["DRAM price up 2027 .. g"]),
    # lists
    ("HBM에 이어 낸드까지 가격이 올랐다.", ["HBM price up - ..", "NAND price up - .."]),
    ("낸드를 비롯한 메모리 수요가 늘고 있다.", ["NAND demand up - ..", "MEMORY demand up - .."]),
    ("D램을 넘어 낸드 수요도 급증했다.", ["DRAM demand up - ..", "NAND demand up - .."]),
    ("낸드 수요가 늘고 있다.", ["NAND demand up - .."]),
    # what is guarded against, and prices that makers ask
    ("D램 수요 둔화에 대한 경계감이 커졌다.", []),
    ("낸드 가격 하락에 대한 불안이 남아 있다.", []),
    ("D램 수요 둔화에 대한 우려가 커졌다.", ["DRAM demand down - .. h"]),
    ("D램 업체들이 더 높은 가격을 요구하고 있다.", ["DRAM price up - .."]),
    ("낸드 가격 폭증으로 PC 업계가 고민한다.", ["NAND price up - .."]),
    # a question asks only of its last clause, and a first rise is a rise
    ("DDR4缺货，这波行情能走多久？", ["DRAM supply tight - .."]),
    ("DRAM大漲，買方該怎麼辦？", ["DRAM price up - .."]),
    ("DRAM會漲多久？", []),
    ("NAND報價時隔兩年首漲", ["NAND price up - .."]),
    # a wave of demand
    ("HBM需求熱潮未歇。", ["HBM demand up - .."]),
    ("NAND迎來需求大爆發。", ["NAND demand up - .."]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[text for text, _ in TABLE])
def test_reads(text: str, expected: list[str]) -> None:
    """Every sentence gives these claims."""
    assert [write_claim(claim) for claim in read_text(text, published_on=DAY).claims] == expected
