"""Japanese figures beside a comparand in brackets, by month, by quarter or as multiples, and less plain states."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 8, 20)

# Claims are written as in the table of the grammar; all sentences are our own.
TABLE: list[tuple[str, list[str]]] = [
    # the comparand named in brackets
    ("7月のDDR5の大口価格は前月(6.2ドル)比12%増の6.9ドルだった。", ["DRAM price up 2026-07 12..12"]),
    ("NANDの平均単価は前四半期(4〜6月)比で8%低下した。", ["NAND price down 2026Q3 8..8"]),
    ("7月の固定取引価格は、DDR4が前月(3.1ドル)比25%高い3.9ドルとなった。", ["DRAM price up 2026-07 25..25"]),
    ("DRAMの契約価格は前年同月(4.5ドル)比で2倍になった。", ["DRAM price up - 100..100"]),
    ("7月のMLC NANDの価格は前月(2.4ドル)に比べ5%上昇した。", ["NAND price up 2026-07 5..5"]),
    ("HBM3Eの単価は前年(2025年)比で10%下がる見通しだ。", ["HBM price down - 10..10 g"]),
    ("NANDの在庫は前期末(3月末)比で15%減った。", ["NAND inventory down - 15..15"]),
    ("7〜9月のサーバー向けDRAM価格は前期(4〜6月)比で20%上昇する見込み。", ["DRAM price up 2026Q3 20..20 g"]),
    ("キオクシアの売上高は前四半期(3200億円)比12%増の3600億円だった。", []),
    ("DRAM大手の出荷量は前月(8億個)比3%増だった。", []),
    # one figure for each month
    ("5月から7月にかけて、DRAM価格は前月比でそれぞれ4%、6%、9%上昇した。",
     ["DRAM price up 2026-05 4..4", "DRAM price up 2026-06 6..6", "DRAM price up 2026-07 9..9"]),
    ("NAND価格は4月から6月までそれぞれ前月比10%、12%、8%下落した。",
     ["NAND price down 2026-04 10..10", "NAND price down 2026-05 12..12", "NAND price down 2026-06 8..8"]),
    ("6月と7月のDRAM価格はそれぞれ5%、7%上がった。", ["DRAM price up 2026-06 5..5", "DRAM price up 2026-07 7..7"]),
    ("DRAMとNANDの価格はそれぞれ5%、7%上がった。", ["DRAM price up - 5..5", "NAND price up - 7..7"]),
    ("4〜6月と7〜9月のNAND価格はそれぞれ3%、5%下落した。",
     ["NAND price down 2026Q2 3..3", "NAND price down 2026Q3 5..5"]),
    ("5月、6月、7月のDDR4価格は、それぞれ前月比22%、27%、23%上昇した。",
     ["DRAM price up 2026-05 22..22", "DRAM price up 2026-06 27..27", "DRAM price up 2026-07 23..23"]),
    # quarters told by number
    ("1四半期のPC向けDRAM価格は前期比で50%上昇した。", ["DRAM price up 2026Q1 50..50"]),
    ("3四半期のNAND価格は10%上がる見通しだ。", ["NAND price up 2026Q3 10..10 g"]),
    ("DRAMの価格は2四半期連続で上昇した。", ["DRAM price up - .."]),
    ("同四半期のNAND価格は5%下がった。", ["NAND price down - 5..5"]),
    # two things at once
    ("NANDの価格・需要はいずれも伸びた。", ["NAND price up - ..", "NAND demand up - .."]),
    ("NANDは価格と需要がともに落ち込んだ。", ["NAND price down - ..", "NAND demand down - .."]),
    ("DRAMの需要と供給がともに増えた。", ["DRAM demand up - ..", "DRAM supply up - .."]),
    # a product that falls is its price
    ("7〜9月期はフラッシュメモリーが10%以上低下すると予想される。", ["NAND price down 2026Q3 10.. g"]),
    ("来年はDRAMが15%下落する可能性がある。", ["DRAM price down 2027 15..15 g h"]),
    ("NANDは8月に5%下げた。", ["NAND price down 2026-08 5..5"]),
    ("DRAMは上昇基調だ。", ["DRAM price up - .."]),
    ("NANDも回復に転じた。", []),
    ("DRAMが急落している。", ["DRAM price down - .."]),
    # multiples
    ("DDR5の価格が昨年の3倍〜5倍に跳ね上がった。", ["DRAM price up - 200..400"]),
    ("DDR4の価格は1年前と比較して3倍から4倍に跳ね上がってきました。", ["DRAM price up - 200..300"]),
    ("16GBメモリは以前の約2.5倍の2万円台まで高騰した。", ["DRAM price up - 150..150"]),
    ("DDR5-5600の32GB品は春の3倍近くまで値上がりした。", ["DRAM price up - 200..200"]),
    ("メモリ価格が最大3倍にまで跳ね上がる。", ["MEMORY price up - ..200"]),
    ("DRAMの価格が数倍に膨れ上がった。", ["DRAM price up - .."]),
    # a gap between demand and supply
    ("HBMの需要増が供給ギャップを拡大させている。", ["HBM supply tight - ..", "HBM demand up - .."]),
    ("DRAMの需給ギャップは広がる一方だ。", ["DRAM supply tight - .."]),
    ("NANDの供給ギャップが拡大した。", ["NAND supply tight - .."]),
    ("DRAMの需給ギャップは縮小している。", []),
    ("DRAMの供給不足が拡大している。", ["DRAM supply tight - .."]),
    ("DRAMの供給が拡大している。", ["DRAM supply up - .."]),
    # stock worked off
    ("メモリーの在庫調整が一巡し、価格は回復しつつある。",
     ["MEMORY inventory balanced - ..", "MEMORY price up - .."]),
    ("NANDの在庫調整は終わりに近づいている。", []),
    ("顧客の在庫調整が一巡し、DRAMの需要は回復した。", ["DRAM inventory balanced - ..", "DRAM demand up - .."]),
    ("メモリーの在庫の余剰感が後退した。", ["MEMORY inventory down - .."]),
    ("DRAMの在庫の過剰感が薄れた。", ["DRAM inventory down - .."]),
    ("NANDの余剰在庫が減った。", ["NAND inventory down - .."]),
    ("DRAMの在庫は正常化した。", ["DRAM inventory balanced - .."]),
    ("NANDの在庫過剰感が和らいだ。", ["NAND inventory down - .."]),
    # supply told by other words
    ("DRAMの供給は緊迫している。", ["DRAM supply tight - .."]),
    ("DDR5の供給が安定していない。", ["DRAM supply tight - .."]),
    ("メモリの供給がタイトだ。", ["MEMORY supply tight - .."]),
    ("DRAMの供給が不安定だ。", ["DRAM supply tight - .."]),
    ("NANDの供給は安定している。", ["NAND supply balanced - .."]),
    ("NANDの供給が安定しない。", ["NAND supply tight - .."]),
    ("DDR4は品不足状態に突入した。", ["DRAM supply tight - .."]),
    ("DRAMは深刻な品薄に陥った。", ["DRAM supply tight - .."]),
    ("DDR5の流通が止まっている。", ["DRAM supply tight - .."]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[sentence for sentence, _ in TABLE])
def test_sentence_gives_its_claims(sentence: str, expected: list[str]) -> None:
    """Each sentence gives exactly the claims beside it, each grounded in its quote."""
    reading = read_text(sentence, published_on=DAY, issuer="industry")
    assert sorted(write_claim(claim) for claim in reading.claims) == sorted(expected)
    assert all(sentence[claim.start : claim.end] == claim.quote for claim in reading.claims)
