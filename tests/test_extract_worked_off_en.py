"""English stocks that were too high and no longer are; our own words."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 5, 10)
TABLE = [
    ("Excess DRAM inventory has been worked off.", ["DRAM inventory down - .."]),
    ("The excess NAND inventory at customers has largely been cleared.", ["NAND inventory down - .."]),
    ("Excess memory inventory was finally absorbed in the second quarter.", ["MEMORY inventory down 2026Q2 .."]),
    ("Excessive stocks of NOR have all been consumed.", ["NOR inventory down - .."]),
    ("Bloated DRAM inventories were purged in the first quarter.", ["DRAM inventory down 2026Q1 .."]),
    # not yet
    (
        "Excess NAND inventory will be worked off by the end of the year.",
        ["NAND inventory loose - ..", "NAND inventory down 2026 .. g"],
    ),
    (
        "Excess NAND inventory has not been worked off.",
        ["NAND inventory loose - ..", "NAND inventory down - .. n"],
    ),
    ("Inventories of DRAM are high and have been for months.", ["DRAM inventory loose - .."]),
    # something else is absorbed
    ("Demand for DRAM was absorbed by inventories.", []),
]


@pytest.mark.parametrize(("text", "claims"), TABLE, ids=[text for text, _ in TABLE])
def test_stock_that_is_worked_off_is_no_longer_too_high(text: str, claims: list[str]) -> None:
    """The move is told, and too much only where it lasts."""
    assert [write_claim(c) for c in read_text(text, published_on=DAY).claims] == claims
