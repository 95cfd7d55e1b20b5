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
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[sentence for sentence, _ in TABLE])
def test_dense_japanese_gives_its_claims(sentence: str, expected: list[str]) -> None:
    """A dense sentence makes its claims and no others."""
    claims = read_text(sentence, published_on=DAY, lang="ja").claims
    assert [write_claim(claim) for claim in claims] == expected
