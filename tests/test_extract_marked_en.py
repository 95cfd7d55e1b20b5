"""English words in an editor's square brackets, and the fiscal years that a firm once had: sentences of our own."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import DAY, write_claim
from tracker.extract import read_text
from tracker.extract.english.marked import find_brackets

TABLE = [
    ("Phones suffer owing to higher [HBM] and NAND component [costs].", ["HBM price up - ..", "NAND price up - .."]),
    ("Rising prices of [NOR] and SRAM hurt the makers of toys.", ["NOR price up - ..", "SRAM price up - .."]),
    ("The chairman said [DRAM] prices would fall 8% in Q4.", ["DRAM price down 2026Q4 8..8 g"]),
    ("Toys got dearer as [SRAM], NOR and motor [pricing] rose.", ["SRAM price up - ..", "NOR price up - .."]),
]  # fmt: skip
WHOLE = [
    "[News] DRAM prices rose.",
    "DRAM prices rose [1] and others [2-4] fell.",
    "[See](https://memory.example) how DRAM fell.",
    "The array a[i] of DRAM [ 16 ] banks.",
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_bracketed_words_are_read_in_place(text: str, expected: list[str]) -> None:
    """Brackets round words are passed over, and every quote is still a piece of the text."""
    reading = read_text(text, published_on=DAY)
    assert [write_claim(claim) for claim in reading.claims] == expected
    assert all(text[claim.start : claim.end] == claim.quote for claim in reading.claims)


@pytest.mark.parametrize("text", WHOLE)
def test_other_brackets_stay(text: str) -> None:
    """A line's mark, a note's number, a link that opens a line and an index keep their brackets."""
    assert find_brackets(text) == []


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (dt.date(2011, 10, 20), ["NAND price down 2011Q3 4..4"]),
        (dt.date(2026, 5, 7), ["NAND price down 2026Q1 4..4"]),
    ],
)
def test_a_firm_that_changed_its_year(day: dt.date, expected: list[str]) -> None:
    """The old SanDisk counted calendar quarters, the new one ends its year in June."""
    text = "NAND prices fell 4% in the third quarter."
    claims = read_text(text, published_on=day, issuer="SanDisk", doc_type="earnings_call").claims
    assert [write_claim(claim) for claim in claims] == expected
