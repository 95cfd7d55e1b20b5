"""Another speaker behind a semicolon, and prices that correct."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 7, 2)

TABLE = [
    ("NAND prices have peaked; Gartner forecasts a 4-7% decline in 4Q26.",
     "NAND price down 2026Q4 4..7 g", "third_party"),
    ("NOR prices keep climbing; UBS expects a further 9% rise in the third quarter.",
     "NOR price up 2026Q3 9..9 g", "third_party"),
    ("Micron said a blackout cut DRAM output; TrendForce thinks prices may rise 4-7% in the third quarter.",
     "DRAM price up 2026Q3 4..7 g h", "third_party"),
    ("NAND prices rose; Kioxia expects NAND prices to climb again in the third quarter.",
     "NAND price up 2026Q3 .. g", "company"),
    ("We expect NOR prices to correct through 2027.", "NOR price down 2027 .. g", "third_party"),
    ("DDR3 prices will correct further.", "DRAM price down - .. g", "third_party"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claim", "speaker"), TABLE, ids=[text for text, *_ in TABLE])
def test_last_claim(text: str, claim: str, speaker: str) -> None:
    """What the second speaker says is read as a sentence of its own."""
    last = read_text(text, published_on=DAY).claims[-1]
    assert (write_claim(last), last.speaker) == (claim, speaker)
