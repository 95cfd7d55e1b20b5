"""English prices that are only meant, once thought, hard to move or told to turn, and traits of prices."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 8, 20)
TABLE = [
    # what an act is meant to do to a price, and what it did
    ("Kioxia cut wafer starts in an effort to stabilize NAND prices.", ["NAND supply down - .."]),
    ("The makers reduced DRAM output to shore up prices.", ["DRAM supply down - .."]),
    ("Output cuts helped to stabilize NAND prices.", ["NAND supply down - ..", "NAND price flat - .."]),
    ("NAND prices stabilized after output cuts.", ["NAND price flat - ..", "NAND supply down - .."]),
    ("Prices of DRAM began to stabilize in May.", ["DRAM price flat 2026-05 .."]),
    ("NAND output was curbed to halt the slide in prices.", ["NAND supply down - .."]),
    ("Hynix is trimming DRAM production to lift prices.", ["DRAM supply down - .."]),
    ("Samsung plans to raise DRAM prices by 10%.", ["DRAM price up - 10..10 g"]),
    # what was thought before
    ("Previously, the bank anticipated an 8% increase for DRAM prices.", []),
    ("We now expect DRAM prices to rise 20%. Previously, we forecast a 5% rise.", ["DRAM price up - 20..20 g"]),
    ("In its last report the firm had projected a 3% decline in NAND prices.", []),
    ("TrendForce originally expected NAND prices to fall 5%.", []),
    ("Our prior estimate was for a 10% rise in DRAM prices.", []),
    ("As previously forecast, DRAM prices rose 10%.", ["DRAM price up - 10..10"]),
    ("DRAM prices rose more than previously expected.", ["DRAM price up - .."]),
    ("We still expect DRAM prices to rise 5%.", ["DRAM price up - 5..5 g"]),
    # a trend that turns
    ("The upward trend in DRAM prices may reverse next year.", ["DRAM price down 2027 .. g h"]),
    ("The NAND price rally is set to reverse in Q4.", ["NAND price down 2026Q4 .. g"]),
    ("The downtrend in NOR prices has reversed.", ["NOR price up - .."]),
    ("The decline in NAND prices reversed in May.", ["NAND price up 2026-05 .."]),
    # hard to move, or a trait of prices
    ("GDDR6 spot quotes are twice as high as contract prices.", []),
    ("Spot prices of DDR4 are still 40% above contract prices.", []),
    ("At times spot GDDR6 was as much as 150% higher than the contract price.", []),
    ("Buyers fear increasing volatility in DRAM prices.", []),
    ("Rising memory price volatility makes planning hard.", []),
    ("SSDs and hard disks should reach price parity in 2028.", []),
    ("The price gap between NAND and disks is narrowing.", []),
    ("NAND will reach cost parity with disks by 2027.", []),
    ("The bank expects DRAM contract prices to rise 5% in Q4, by 8% in Q1, and 20% for all of 2027.",
     ["DRAM price up 2026Q4 5..5 g", "DRAM price up 2027Q1 8..8 g", "DRAM price up 2027 20..20 g"]),
    ("NAND conditions are losing steam.", []),
    ("DRAM conditions are improving.", []),
    ("The NAND market conditions remain tight.", ["NAND supply tight - .."]),
    ("Spot prices are 30% higher than contract prices for DDR4.", []),
    ("Low stocks add to NAND price volatility.", ["NAND inventory tight - .."]),
    ("NAND price swings increased.", []),
    ("There are signs of a slower demand recovery for DRAM.", []),
    ("A sluggish recovery in NAND demand weighs on prices.", ["NAND price down - .."]),
    ("A strong recovery in NAND demand is under way.", ["NAND demand up - .."]),
    ("It will be difficult for NAND prices to keep rising in 2027.", []),
    ("It is hard to raise NOR prices now.", []),
    ("The impetus for SSD price increases is no longer strong.", []),
    ("The momentum of DRAM price increases is strong.", ["DRAM price up - .."]),
    ("DRAM is hard to get.", ["DRAM supply tight - .."]),
    ("SSDs and disks are thought to reach price parity in 2027.", []),
    ("NAND supply and demand will reach parity in 2027.", ["NAND supply balanced 2027 .. g"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), TABLE, ids=[text for text, _ in TABLE])
def test_what_is_only_meant_or_turns(text: str, claims: list[str]) -> None:
    assert [write_claim(c) for c in read_text(text, published_on=DAY).claims] == claims
