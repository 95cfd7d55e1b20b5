"""Dense Japanese sentences of the press as a plain table: periods told once, causes beside effects, lists, results."""

from __future__ import annotations

import pytest

from tests.test_extract_grammar import DAY, write_claim
from tracker.extract import read_text

# Claims are written as in the table of the grammar; all sentences are our own.
TABLE: list[tuple[str, list[str]]] = [
    # periods: quarters by relative years, months by parts, counted from a day
    ("昨年3四半期のDRAM価格は前四半期比で10%上昇した。", ["DRAM price up 2025Q3 10..10"]),
    ("今年2四半期はNAND価格が20〜25%も急騰した。", ["NAND price up 2026Q2 20..25"]),
    ("6月後半からDRAMのスポット価格が下がり始めた。", ["DRAM price down 2026-06 .."]),
    ("5月半ばにNANDの大口価格が5%上がった。", ["NAND price up 2026-05 5..5"]),
    ("年明けからDRAM価格が上昇している。", ["DRAM price up 2026-01 .."]),
    ("年初来、NAND価格の下落が続いている。", ["NAND price down 2026 .."]),
    ("2025年末時点でDRAMの需要は回復していた。", ["DRAM demand up 2025-12 .."]),
    ("年末商戦に向けてNANDの需要が増える見通しだ。", ["NAND demand up 2026Q4 .. g"]),
    ("10〜12月にDRAM価格は8%上昇した。", ["DRAM price up 2025Q4 8..8"]),
    ("3〜5月期のDRAM単価は前四半期比15%上昇した。", ["DRAM price up 2026Q2 15..15"]),
    ("25年はNAND価格が3割下がった。", ["NAND price down 2025 30..30"]),
    ("26年もDRAMの供給不足が続く見通しだ。", ["DRAM supply tight 2026 .. g"]),
    ("昨年の夏以降、DRAM価格は安定している。", ["DRAM price flat - .."]),
    ("週明けからDDR5メモリーの仕入れ値が上がった。", ["DRAM price up 2026-07 .."]),
    ("先週、DDR4のスポット価格は前週比2%下落した。", ["DRAM price down 2026-07 2..2"]),
    ("1日からNANDの出荷価格を10%引き上げる。", ["NAND price up 2026-07 10..10"]),
    ("DRAM価格は4月から6月にかけて1割上昇した。", ["DRAM price up 2026Q2 10..10"]),
    # a period told once for what follows
    ("4〜6月期はDRAMの需要が増え、在庫が減り、価格が10%上昇した。",
     ["DRAM demand up 2026Q2 ..", "DRAM inventory down 2026Q2 ..", "DRAM price up 2026Q2 10..10"]),
    ("1〜3月期にNANDの供給不足が深刻になり、価格は2割上がった。",
     ["NAND supply tight 2026Q1 ..", "NAND price up 2026Q1 20..20"]),
    ("AI向け需要の拡大により4〜6月期のDRAM価格は3割上昇した。", ["DRAM price up 2026Q2 30..30"]),
    ("需要の強さから1〜3月のHBM価格は5%上昇した。", ["HBM demand up 2026Q1 ..", "HBM price up 2026Q1 5..5"]),
    ("6月はDRAMのスポット価格が下落し、NANDも3%安くなった。",
     ["DRAM price down 2026-06 ..", "NAND price down 2026-06 3..3"]),
    ("メーカーの減産で供給が絞られ、5月のNAND価格は7%上昇した。",
     ["NAND supply down 2026-05 ..", "NAND price up 2026-05 7..7"]),
    ("6月の大口価格はDRAMが5%上がり、スポット価格は足元で下落している。",
     ["DRAM price up 2026-06 5..5", "DRAM price down - .."]),
    # what is not this period's
    ("DRAM価格は8%上昇した1〜3月と比べ伸びが鈍り、4〜6月は2%上昇にとどまった。",
     ["DRAM price up 2026Q1 8..8", "DRAM price up 2026Q2 2..2"]),
    ("前年同期はDRAM価格が下落していた。", ["DRAM price down 2025Q2 .."]),
    # causes as nouns, nouns for verbs
    ("供給過剰からNAND価格の下落が続いている。", ["NAND supply loose - ..", "NAND price down - .."]),
    ("NANDは需要弱含みで平均販売価格が5%下落した。", ["NAND demand down - ..", "NAND price down - 5..5"]),
    ("DRAMは需要増と供給制約を背景に値上がりしている。",
     ["DRAM demand up - ..", "DRAM supply tight - ..", "DRAM price up - .."]),
    ("NANDの需要減と在庫増で価格が下がった。",
     ["NAND demand down - ..", "NAND inventory up - ..", "NAND price down - .."]),
    ("需給バランスの引き締まりを受けてDRAM価格は上昇傾向にある。", ["DRAM supply tight - ..", "DRAM price up - .."]),
    ("NANDの需給バランスが改善し、価格も持ち直した。", ["NAND price up - .."]),
    ("メモリーメーカー各社の生産調整でNAND価格は下げ止まった。",
     ["NAND supply down - ..", "NAND price flat - .."]),
    ("DRAMの品薄感が強まり、スポット価格が急上昇した。", ["DRAM supply tight - ..", "DRAM price up - .."]),
    ("DRAMの平均販売価格は前四半期の水準を維持した。", ["DRAM price flat - .."]),
    ("NANDの在庫は膨らんでおり、値下げ圧力が強い。", ["NAND inventory up - ..", "NAND price down - .."]),
    ("パソコン向けDRAMは引き合いが弱く、荷余り感が出ている。",
     ["DRAM demand down - ..", "DRAM supply loose - .."]),
    # segments in lists
    ("DRAMはサーバー用やパソコン用の需要増が続き、スマートフォン用の需要も回復した。",
     ["DRAM demand up - ..", "DRAM demand up - ..", "DRAM demand up - .."]),
    ("NANDは車載、PC、サーバー向けのいずれも単価が上昇した。",
     ["NAND price up - ..", "NAND price up - ..", "NAND price up - .."]),
    ("パソコン向け、家電向けともにDRAMの需要は停滞している。", ["DRAM demand down - ..", "DRAM demand down - .."]),
    ("DDR4とDDR5はスポット価格、契約価格ともに上昇した。",
     ["DRAM price up - ..", "DRAM price up - ..", "DRAM price up - ..", "DRAM price up - .."]),
    # sizes: two bases, brackets, revised, half
    ("DRAM価格は前月比で3%、前年同月比では40%上昇した。", ["DRAM price up - 3..3", "DRAM price up - 40..40"]),
    ("16GB×2枚組は平均の下げ幅が1,200円(8.5%)だった。", ["DRAM price down - 8.5..8.5"]),
    ("DDR5メモリーの値上がり率は12〜15%に達した。", ["DRAM price up - 12..15"]),
    ("TrendForceは7〜9月期のDRAM価格上昇率の予測を、従来の5〜10%から10〜15%に引き上げた。",
     ["DRAM price up 2026Q3 10..15 g"]),
    ("7〜9月期のNAND価格の予測を、従来の前四半期比3〜8%増から8〜13%増に修正した。",
     ["NAND price up 2026Q3 8..13 g"]),
    ("一部のDRAM製品の価格はほぼ2倍近く上がった。", ["DRAM price up - 100..100"]),
    # future
    ("今後についてSKハイニックスは、DRAMの需要が増えると見込んだ。", ["DRAM demand up - .. g"]),
    ("DRAM価格は当面上昇が続くとみられる。", ["DRAM price up - .. g h"]),
    ("NAND価格には下押し圧力がかかる見込みだ。", ["NAND price down - .. g"]),
    ("需給が均衡するまでNAND価格は下落する見通しだ。", ["NAND price down - .. g"]),
    # products
    ("NOR型フラッシュメモリーの採用が広がり、同メモリーは供給不足に陥っている。", ["NOR supply tight - .."]),
    ("NAND型フラッシュ・メモリは在庫が過剰なままだ。", ["NAND inventory loose - .."]),
    ("USBメモリーやSDカードの値下がりが続いている。", ["NAND price down - .."]),
    ("RAM価格は来年にかけて上昇が続く見込みだ。", ["DRAM price up 2027 .. g"]),
    ("エルピーダは販売単価が前四半期比10%低下したと発表した。", ["DRAM price down - 10..10"]),
    # no claims
    ("メモリー市場は、供給不足と価格上昇、増産と価格下落というサイクルを繰り返してきた。", []),
    ("DRAM価格が下落すれば、パソコンの値下げにつながる。", []),
    ("DRAMの出荷量は前四半期比で2割増えた。", []),
    ("メモリー各社の株価は軒並み5%下落した。", []),
    ("パソコンの価格は1割上昇した。", []),
    ("DRAMの生産能力を3割増やす。", []),
    ("NANDメーカーの営業利益は4割減った。", []),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[sentence for sentence, _ in TABLE])
def test_dense_japanese_gives_its_claims(sentence: str, expected: list[str]) -> None:
    """A dense sentence makes its claims and no others."""
    claims = read_text(sentence, published_on=DAY, lang="ja").claims
    assert [write_claim(claim) for claim in claims] == expected
