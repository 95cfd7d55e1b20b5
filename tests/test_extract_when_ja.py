"""Japanese periods that a change is only compared with, told by or planned for, and prices only pointed back at."""

from __future__ import annotations

import pytest

from tests.test_extract_grammar import DAY, write_claim
from tracker.extract import read_text

# Claims are written as in the table of the grammar; all sentences are our own.
TABLE: list[tuple[str, list[str]]] = [
    # compared with what a price, a share or a stock was then
    ("NANDの卸値は先月末（4.2ドル）より3%下がった。", ["NAND price down 2026-07 3..3"]),
    ("DDR4の卸値は5月の3.1ドルに比較して2%減の水準だ。", ["DRAM price down - 2..2"]),
    ("DDR5の在庫は第1四半期の15%から足元では25%へ上昇した。", ["DRAM inventory up - 25..25"]),
    ("NANDの契約価格は昨年末から2倍以上に跳ね上がった。", ["NAND price up - 100.."]),
    ("LPDDR5Xの単価は2025年初頭から150%の上昇だ。", ["DRAM price up - 150..150"]),
    ("DRAMがこれほど急に値上がりしたのは2018年以降で初めてだ。", ["DRAM price up - .."]),
    ("DDR3の価格は2023年4月以降、3年ぶりに下落した。", ["DRAM price down - .."]),
    # counted in the quarter or month behind the one that it is compared with
    ("パソコン用DRAMの大口価格は第2四半期（4〜6月期）比20%上昇した。", ["DRAM price up 2026Q3 20..20"]),
    ("パソコン用DRAMの大口価格は第1四半期比20%上昇した。", ["DRAM price up - 20..20"]),
    ("パソコン用DRAMの大口価格は第2四半期と比較して8%上昇すると予測している。", ["DRAM price up 2026Q3 8..8 g"]),
    ("DRAMの契約価格は2025年第4四半期と比較すると5割高い。", ["DRAM price up - 50..50"]),
    ("DRAMの契約価格は前四半期に比べ1割上昇した。", ["DRAM price up - 10..10"]),
    # "still" within what the period is told of, and a time of its own
    ("10〜12月期もサーバー用の需要は依然として強いと見込み、NAND価格も上昇する見通しだ。",
     ["NAND demand up 2026Q4 .. g", "NAND price up 2026Q4 .. g"]),
    ("2022年の半導体不足の終息により、GDDR6の価格は急落した。", ["DRAM price down - .."]),
    # what moved a market in the quarter that the sentence before told of; until the end of a year
    ("2026年第1四半期のDRAM市場は2割増の300億ドルとなった。主に、サーバー用DDR5の大口価格の上昇によるものだ。",
     ["DRAM price up 2026Q1 .."]),
    ("DRAM市場は300億ドルとなった。主に、サーバー用DDR5の大口価格の上昇によるものだ。", ["DRAM price up - .."]),
    ("NANDの需要急増：サーバー向けの受注が殺到し、2027年末までの生産枠が完売した。",
     ["NAND demand up - ..", "NAND supply tight 2027 .."]),
    # an autumn is the last quarter of its year, other seasons are no period
    ("メモリの需給は2025年秋以降に逼迫している。", ["MEMORY supply tight 2025Q4 .."]),
    ("昨秋からDRAM価格の上昇が続いている。", ["DRAM price up 2025Q4 .."]),
    ("昨夏からDRAM価格の上昇が続いている。", ["DRAM price up - .."]),
    # since then, not compared with it
    ("NANDの需要は2026年第1四半期より、サーバー向けで増加していた。", ["NAND demand up 2026Q1 .."]),
    ("メモリの減産を4月以降続けているため、効果が第4四半期に出ると予測される。", ["MEMORY supply down 2026-04 .."]),
    # by when it was sold, and of which year it is
    ("NANDの2027年末までの生産枠は6月時点で既に完売した。", ["NAND supply tight 2027 .."]),
    ("HBMは6月時点で完売した。", ["HBM supply tight 2026-06 .."]),
    # the next rise, and when it is to come
    ("DRAMの次の値上げは2026年第4四半期に予定されている。", ["DRAM price up 2026Q4 .. g"]),
    # each period with its own size before one word of change
    ("NANDの卸値は1月に8%、5月にさらに6%の値上げとなった。",
     ["NAND price up 2026-01 8..8", "NAND price up 2026-05 6..6"]),
    # the quarter that the sentence before named
    ("DRAMの契約価格は第3四半期に上がる見込みだ。サーバー向け品の同四半期のDRAM価格は横ばいと予測する。",
     ["DRAM price up 2026Q3 .. g", "DRAM price flat 2026Q3 .. g"]),
    # revised forecasts: the quarter that the sentence before named, and no old size
    ("調査会社は6月30日、第3四半期のNANDの契約価格見通しを上方修正した。NANDは前期比10〜15%上昇を、20〜25%上昇に引き上げた。",
     ["NAND price up 2026Q3 20..25"]),
    ("サーバーDRAMの価格は10%増から同15%増へ、SSDの価格も同5%増から、同8%増へと引き上げた。",
     ["DRAM price up - 15..15", "NAND price up - 8..8"]),
    # causes of what is to go on, of nothing told, or only known as such
    ("NANDの減産が続いていて、2027年も値上がりの予測だ。",
     ["NAND supply down - ..", "NAND price up 2027 .. g"]),
    ("メモリの品薄の継続により、下期の交渉は続いている。", ["MEMORY supply tight - .."]),
    ("供給ひっ迫とされるLPDDR5の価格は第4四半期に8%上昇する。",
     ["DRAM price up 2026Q4 8..8 g h", "DRAM supply tight - .. h"]),
    # a forecast at the end of a sentence is of the price that it began with
    ("PC DRAMのASPは、汎用サーバーへの生産の移管から、買い手の在庫は高いものの、同4〜9%の上昇と予測している。",
     ["DRAM inventory loose - .. g", "DRAM price up - 4..9 g"]),
    ("NANDの価格は、需要の回復で5%上昇した。", ["NAND demand up - ..", "NAND price up - 5..5"]),
    # what was told with its time or size is only pointed back at
    ("NANDの契約価格は4〜6月期に1割下がった。この価格下落が業界を揺らした。", ["NAND price down 2026Q2 10..10"]),
    ("NANDの契約価格は4〜6月期に1割下がった。サーバー向けNANDの価格は下落している。",
     ["NAND price down 2026Q2 10..10", "NAND price down - .."]),
    ("NANDの契約価格は4〜6月期に1割下がった。スポット価格は下落している。",
     ["NAND price down 2026Q2 10..10", "NAND price down - .."]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[sentence for sentence, _ in TABLE])
def test_sentence_gives_its_claims(sentence: str, expected: list[str]) -> None:
    """Each sentence gives exactly the claims beside it, each grounded in its quote."""
    reading = read_text(sentence, published_on=DAY, issuer="industry")
    assert sorted(write_claim(claim) for claim in reading.claims) == sorted(expected)
    assert all(sentence[claim.start : claim.end] == claim.quote for claim in reading.claims)
