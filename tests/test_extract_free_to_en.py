"""English goods that only carry a memory word, what one is free to do, what is only compared; our own words."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 8, 20)
TABLE = [
    # goods that only carry a memory word
    ("There is growing demand for our SSD controllers.", []),
    ("Demand for memory testers is strong.", []),
    ("We see growing demand for our SSD MUX line.", []),
    ("Demand for DRAM equipment slowed.", []),
    ("Demand for memory test systems fell.", []),
    ("We do not see any slowdown in test demand for memory.", []),
    ("Demand for HBM inspection tools is increasing.", []),
    ("Demand for SSD enclosures is up.", []),
    ("There is growing demand for our SSDs.", ["NAND demand up - .."]),
    ("We raised spending net of memory prepayments in response to stronger demand.", []),
    ("Chromebooks, which use flash, are a growing share of total PC demand.", []),
    # no slowdown
    ("We don't see any slowdown in DRAM demand.", ["DRAM demand down - .. n"]),
    ("We have not seen any softening in NAND pricing.", ["NAND price down - .. n"]),
    ("There is no sign of weakness in HBM demand.", ["HBM demand down - .. n"]),
    ("We see no easing of the DRAM shortage.", ["DRAM supply tight - .."]),
    # what one can do about prices
    ("In those deals we can't move pricing up or down with NAND.", []),
    ("We do not have the ability to raise SSD prices.", []),
    ("The contract lets us move prices up when DRAM costs change.", []),
    ("We have the flexibility to adjust prices up or down as memory moves.", []),
    ("We were able to raise SSD prices.", ["NAND price up 2026Q2 .."]),
    ("We will raise prices of SSDs.", ["NAND price up - .. g"]),
    ("It's hard to move NAND prices up in this market.", []),
    # compared with then
    ("NAND inventory levels are down to 5 weeks, compared to 9 weeks this time last year.",
     ["NAND inventory down - .."]),
    ("DRAM supply is tight, unlike this time last year.", ["DRAM supply tight - .."]),
    ("DRAM prices are far higher than at this point last year.", ["DRAM price up - .."]),
    ("HBM demand is stronger than this time a year ago.", ["HBM demand up - .."]),
    ("NAND prices rose last year.", ["NAND price up 2025 .."]),
    # they remain
    ("Stocks of NAND have come off their high, although they still remain above normal.",
     ["NAND inventory down - ..", "NAND inventory loose - .."]),
    ("DRAM inventories have fallen but they are still high.",
     ["DRAM inventory down - ..", "DRAM inventory loose - .."]),
    ("DRAM stocks came down, though they remain elevated.",
     ["DRAM inventory down 2026Q2 ..", "DRAM inventory loose - .."]),
    ("NAND prices are up and they will stay up.", ["NAND price up - .. g"]),
    ("DRAM inventories are up, yet still below normal levels.",
     ["DRAM inventory up - ..", "DRAM inventory tight - .."]),
    ("NOR inventory has declined and it is now at a healthy level.",
     ["NOR inventory down - ..", "NOR inventory balanced - .."]),
    # volatility
    ("Volatility in memory prices led to increased capex.", []),
    ("There has been significant volatility in DRAM prices and that resulted in increased spending.", []),
    ("Memory price swings increased our costs.", []),
    ("Fluctuations in NAND prices resulted in lower margins.", []),
    ("Higher DRAM prices resulted in increased capex.", ["DRAM price up - .."]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), TABLE, ids=[text for text, _ in TABLE])
def test_what_is_no_change_of_memory(text: str, claims: list[str]) -> None:
    reading = read_text(text, published_on=DAY, issuer="NetApp", doc_type="earnings_call")
    assert [write_claim(c) for c in reading.claims] == claims
