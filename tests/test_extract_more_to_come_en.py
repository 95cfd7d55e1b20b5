"""English changes of which more is to come, levels that are kept, sizes in words, cuts that are deepened or undone."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 8, 20)
TABLE = [
    # A forecast noun with "another" or "further"
    ("NAND contract prices rose 58% in 3Q26, with another 20-25% increase forecast for 4Q26.",
     ["NAND price up 2026Q3 58..58", "NAND price up 2026Q4 20..25 g"]),
    ("DRAM prices climbed 98% in the first half, with another 30% increase expected in the second.",
     ["DRAM price up 2026H1 98..98", "DRAM price up 2026H2 30..30 g"]),
    ("DRAM prices fell 10% last quarter, with a further 5% decline projected for this quarter.",
     ["DRAM price down 2026Q2 10..10", "DRAM price down 2026Q3 5..5 g"]),
    ("DRAM prices rose 20% in July, with further increases expected.",
     ["DRAM price up 2026-07 20..20", "DRAM price up - .. g"]),
    ("NAND prices have already risen 20% in July, with further hikes expected in the coming months.",
     ["NAND price up 2026-07 20..20", "NAND price up - .. g"]),
    ("DDR5 spot prices gained 12% in July, with more increases to come.",
     ["DRAM price up 2026-07 12..12", "DRAM price up - .. g"]),
    ("Memory costs doubled in Q2, with expectations of further increases throughout the year.",
     ["MEMORY price up 2026Q2 100..100", "MEMORY price up 2026 .. g"]),
    ("DRAM prices rose 20% in the third quarter, with expectations for further gains in the fourth quarter.",
     ["DRAM price up 2026Q3 20..20", "DRAM price up 2026Q4 .. g"]),
    ("eSSD prices rose 15% in Q2 and another 10% rise is forecast for Q3.",
     ["NAND price up 2026Q2 15..15", "NAND price up 2026Q3 10..10 g"]),
    # Levels that a price keeps
    ("Contract prices of NAND Flash products will remain relatively unchanged from 2Q26 levels in the third quarter.",
     ["NAND price flat 2026Q3 .. g"]),
    ("DRAM contract prices in 3Q26 will be unchanged from 2Q26 levels.", ["DRAM price flat 2026Q3 .. g"]),
    ("Mobile DRAM contract prices are expected to stay flat from 2Q26 levels.", ["DRAM price flat - .. g"]),
    ("Mobile DRAM prices will hold at second-quarter levels in the third quarter.", ["DRAM price flat 2026Q3 .. g"]),
    ("eMMC prices are set to remain at 2Q26 levels.", ["NAND price flat - .. g"]),
    ("DRAM contract prices in the third quarter will not deviate noticeably from the second quarter.",
     ["DRAM price flat 2026Q3 .. g"]),
    ("NAND contract prices will not differ much from those of the previous quarter.", ["NAND price flat - .. g"]),
    ("DRAM contract prices will be little changed from last quarter.", ["DRAM price flat - .. g"]),
    ("Server DRAM prices in 3Q26 will be on a par with 2Q26.", ["DRAM price flat 2026Q3 .. g"]),
    ("Server DRAM prices in August were roughly the same as in July.", ["DRAM price flat 2026-08 .."]),
    ("Inventory levels differ noticeably from 2Q26.", []),
    # A size by words
    ("NAND prices fell by higher single digits in Q2.", ["NAND price down 2026Q2 7..9"]),
    ("DRAM contract prices will decline by lower double digits in Q4.", ["DRAM price down 2026Q4 10.. g"]),
    ("DRAM contract quotes should slip 3-4% in Q1 of 2027, by higher single-digits in Q2, and by 14% to 18% in 2027.",
     ["DRAM price down 2027Q1 3..4 g", "DRAM price down 2027Q2 7..9 g", "DRAM price down 2027 14..18 g"]),
    ("NAND prices will fall 10% to 12% in the third quarter, 5% in the fourth, and 20% in 2027.",
     ["NAND price down 2026Q3 10..12 g", "NAND price down 2026Q4 5..5 g", "NAND price down 2027 20..20 g"]),
    # Supply and demand that balance
    ("HBM supply and demand are likely to balance by the third quarter of 2027.",
     ["HBM supply balanced 2027Q3 .. g h"]),
    ("NAND supply and demand will rebalance in the second half.", ["NAND supply balanced 2026H2 .."]),
    ("DRAM supply and demand should come into balance next year.", ["DRAM supply balanced 2027 .. g"]),
    ("NAND supply and demand are close to balance.", ["NAND supply balanced - .."]),
    ("DRAM supply and demand will equalize in 2028.", ["DRAM supply balanced 2028 .. g"]),
    ("HBM supply and demand do not balance.", []),
    # Cuts that are deepened
    ("Samsung will deepen its NAND production cuts.", ["NAND supply down - .. g"]),
    ("Samsung will increase the wafer input reduction for NAND.", ["NAND supply down - .. g"]),
    ("SK hynix will widen its production cut of DDR4 in the third quarter.", ["DRAM supply down 2026Q3 .. g"]),
    ("Micron extended its NAND production cuts into 2027.", ["NAND supply down 2027 .. g"]),
    ("Samsung will end its NAND production cuts.", []),
    ("Samsung will scale back its NAND production cuts.", []),
    # What has been is not when more is to come
    ("NAND prices fell 5% in June and are expected to fall further.",
     ["NAND price down 2026-06 5..5", "NAND price down - .. g"]),
    ("DRAM prices rose 20% in Q2 and will rise another 10% in Q3.",
     ["DRAM price up 2026Q2 20..20", "DRAM price up 2026Q3 10..10 g"]),
    ("DRAM contract prices climbed 10% last month and should keep climbing.",
     ["DRAM price up 2026-07 10..10", "DRAM price up - .. g"]),
    ("NAND prices dropped 10% in the second quarter and will likely continue to drop.",
     ["NAND price down 2026Q2 10..10", "NAND price down - .. g h"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), TABLE, ids=[text for text, _ in TABLE])
def test_more_to_come(text: str, claims: list[str]) -> None:
    assert [write_claim(c) for c in read_text(text, published_on=DAY).claims] == claims
