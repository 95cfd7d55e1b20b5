"""English prices told by what they were, when that was, and levels with their change behind; our own words."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 8, 20)
TABLE = [
    # idioms
    ("DRAM prices have gone crazy.", ["DRAM price up - .."]),
    ("RAM prices are getting out of hand.", ["DRAM price up - .."]),
    ("NAND prices went wild in March.", ["NAND price up 2026-03 .."]),
    ("NAND prices hit the roof.", ["NAND price up - .."]),
    ("DDR5 saw 300% inflation in one year.", ["DRAM price up - 300..300"]),
    ("The crowd went wild over DDR5 kits.", []),
    ("With 3% inflation, DRAM sales are flat.", []),
    # what it cost before
    ("DDR5 kits are now triple what they cost in 2024.", ["DRAM price up - 200..200"]),
    ("SSD prices are now double what they were in spring.", ["NAND price up - 100..100"]),
    ("A 16GB DDR4 kit costs $90, or 170% more than 18 months ago.", ["DRAM price up - 170..170"]),
    ("The RAM kit costs $205, a 190% increase in two years.", ["DRAM price up - 190..190"]),
    ("16GB DDR4 kits now cost less than half of what they did in January 2018.", ["DRAM price down - .."]),
    ("You can buy 16GB of DDR4 for half the price you paid in 2018.", ["DRAM price down - .."]),
    ("The cost of NAND is now half that.", ["NAND price down - .."]),
    ("CXMT sells DDR4 at half the price of Samsung's.", []),
    ("The SSD is half the size of its rival.", []),
    ("HBM costs half what a GPU costs.", []),
    # of when the old level was
    ("DDR3 averaged $2.55, down 30 percent compared to $3.68 early this year.", ["DRAM price down - 30..30"]),
    ("The DDR4 spot price was $2.5, up 8% from $2.3 in June.", ["DRAM price up - 8..8"]),
    ("NAND got a lot more expensive than it had been in late 2025.", ["NAND price up - .."]),
    ("The collapse of NAND prices means the shift to PCIe will speed up in 2027.", ["NAND price down - .."]),
    ("DRAM prices fell 8% in June compared to May.", ["DRAM price down 2026-06 8..8"]),
    # of when it was said
    (
        "Earlier this month, Valve said it was delaying its console due to memory shortages.",
        ["MEMORY supply tight - .."],
    ),
    ("In June, Dell raised prices, citing a NAND shortage.", ["NAND supply tight - .."]),
    ("Last month, Kioxia said its NAND was sold out.", ["NAND supply tight 2026-07 .."]),
    # a level first, its change next
    (
        "The contract price of DDR4 came to $3.29 in July. This represents a 12% increase from June.",
        ["DRAM price up 2026-07 12..12"],
    ),
    (
        "The price of 128Gb MLC NAND was $9.46 in July. This represents a 65% increase from the previous month.",
        ["NAND price up 2026-07 65..65"],
    ),
    ("DRAM prices rose 5% in May. This marks a 5% increase from April.", ["DRAM price up 2026-05 5..5"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), TABLE, ids=[text for text, _ in TABLE])
def test_a_price_is_measured_by_what_it_was(text: str, claims: list[str]) -> None:
    """Each sentence gives exactly its claims."""
    assert [write_claim(c) for c in read_text(text, published_on=DAY).claims] == claims
