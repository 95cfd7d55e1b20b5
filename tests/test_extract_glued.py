"""Words that a PDF's line ends run together, and quotes that stay as given."""

from __future__ import annotations

import pytest

from tests.test_extract_grammar import DAY, write_claim
from tracker.extract import read_text
from tracker.extract.glued import find_seams

TABLE = [
    ("NAND ASPswere up 11% and NOR ASPs weredown 2%.", ["NAND price up 2026Q2 11..11", "NOR price down 2026Q2 2..2"]),
    ("Both HBM andDRAM prices rose 8%.", ["HBM price up 2026Q2 8..8", "DRAM price up 2026Q2 8..8"]),
    ("NANDprices are stableand DRAMsupply is tight.", ["NAND price flat - ..", "DRAM supply tight - .."]),
    ("We expect DRAM prices to rise 5% in 2027and HBMdemand to grow.",
     ["DRAM price up 2027 5..5 g", "HBM demand up 2027 .. g"]),
    ("NOR revenue was flat, with volumes up and pricesfalling by 6%.", ["NOR price down 2026Q2 6..6"]),
    ("We saw a decrease indemand for HBM.", ["HBM demand down 2026Q2 .."]),
    ("Given the excess inventory in theflash space, prices fell 4%.",
     ["NAND inventory loose - ..", "NAND price down 2026Q2 4..4"]),
    ("Cloud firms drive demand forhigh bandwidth memory higher.", ["HBM demand up - .."]),
    ("SRAM is in oversupply inboth halves.", ["SRAM supply loose - .."]),
    # figures, and two sentences
    ("The maker said that the HBM shortage could last until2030.", ["HBM supply tight 2030 .. g h"]),
    ("NOR prices rose by as much as60%since May.", ["NOR price up - ..60"]),
    ("DDR5 prices climbed from roughly$149 in May to about $239 now.", ["DRAM price up - .."]),
    ("It fears a tight HBM supply.Analysts see NAND prices rising 20%.",
     ["HBM supply tight - .. h", "NAND price up - 20..20"]),
    ("We expect SRAM prices to risethrough calendar2027.", ["SRAM price up 2027 .. g"]),
]  # fmt: skip
WHOLE = [
    "eSSD and mDRAM prices rose; DRAMs, SSDs and ASPs too.",
    "SanDisk and the island brand expand upon demand, into upstream markets.",
    "The flatter downtown outlook of upright supplies.",
    "Flashbacks of an upmarket quarterback within the halfback line.",
    "Visit www.memory.example or US$149 for 60% off, 5%-10% in all, at Inc.The or i.e. The.",
    "Maybe the basin is inpriced; breakthrough, drawdown, turnover and a marketplace.",
]


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[sentence for sentence, _ in TABLE])
def test_glued_words_are_read(sentence: str, expected: list[str]) -> None:
    """A sentence makes the claims that it makes with its spaces, each quoted as given."""
    claims = read_text(sentence, published_on=DAY, issuer="Micron", doc_type="earnings_call").claims
    assert [write_claim(c) for c in claims] == expected
    assert all(sentence[c.start : c.end] == c.quote for c in claims)


@pytest.mark.parametrize("sentence", WHOLE)
def test_whole_words_stay(sentence: str) -> None:
    """A word that only looks like two is none."""
    assert find_seams(sentence, is_transcript=True) == []
