"""What English calls of buyers say of costs, shortages, full capacity and demand that is hit; our own words."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 8, 20)
TABLE = [
    # increased as an adjective has no time
    ("We would see more volatility, though increased memory pricing could affect demand.", ["MEMORY price up - .."]),
    ("The increased demand for memory chips is fuelling cost inflation.",
     ["MEMORY demand up - ..", "MEMORY price up - .."]),
    ("Reduced NAND supply is supporting prices.", ["NAND supply down - .."]),
    ("We are managing increased DRAM costs.", ["DRAM price up - .."]),
    ("Elevated SSD prices are weighing on our customers.", []),
    ("Tightened DRAM supply makes planning hard.", ["DRAM supply tight - .."]),
    ("Increased NAND pricing will be passed on to customers.", ["NAND price up - .."]),
    ("Increased DRAM costs hurt the margin.", ["DRAM price up 2026Q2 .."]),
    # capacity that is full
    ("DRAM capacity is essentially full.", ["DRAM supply tight - .."]),
    ("NAND capacity is fully booked through 2027.", ["NAND supply tight 2027 .."]),
    ("Our HBM lines are full.", ["HBM supply tight - .."]),
    ("HBM capacity is fully allocated for next year.", ["HBM supply tight 2027 .."]),
    ("Memory makers say their capacity is spoken for.", ["MEMORY supply tight - .."]),
    ("All of our NOR capacity for 2027 has been committed.", ["NOR supply tight 2027 .. g"]),
    ("The DRAM fab is not full.", []),
    ("We are building DRAM capacity.", []),
    # shortages in
    ("Customers face component shortages in DRAM and NAND.", ["DRAM supply tight - ..", "NAND supply tight - .."]),
    ("There are shortages in memory.", ["MEMORY supply tight - .."]),
    ("We see constraints in SSDs and DRAM.", ["NAND supply tight - ..", "DRAM supply tight - .."]),
    ("We hear of shortages across NAND.", ["NAND supply tight - .."]),
    ("The potential impact of shortages in DRAM on server builds worries us.", ["DRAM supply tight - .. g h"]),
    ("Component shortages of memory delay our servers.", ["MEMORY supply tight - .."]),
    ("There are bottlenecks in HBM.", ["HBM supply tight - .."]),
    ("There are shortages in processors.", []),
    # such as memory costs
    ("Some component costs such as memory costs keep rising.", ["MEMORY price up - .."]),
    ("Input costs, like DRAM, are going up.", ["DRAM price up - .."]),
    ("Prices of key parts, including memory and displays, are climbing.", ["MEMORY price up - .."]),
    ("Commodity costs, in particular memory, continue to rise.", ["MEMORY price up - .."]),
    ("Component costs are rising, especially SSDs.", ["NAND price up - .."]),
    ("Component costs such as displays are rising.", []),
    # higher component costs, specifically
    ("There were lower component costs, specifically in NAND.", ["NAND price down 2026Q2 .."]),
    ("Higher costs, notably for memory, will be passed on.", ["MEMORY price up - .."]),
    ("Gross margin fell on higher component costs, particularly DRAM and NAND.",
     ["DRAM price up 2026Q2 ..", "NAND price up 2026Q2 .."]),
    ("Our component costs were higher, specifically those of displays.", []),
    # demand that is hit
    ("The spread of the virus impacted memory demand.", ["MEMORY demand down 2026Q2 .."]),
    ("Higher prices have dampened demand for SSDs.", ["NAND price up - ..", "NAND demand down - .."]),
    ("High prices are suppressing consumer SSD demand.", ["NAND demand down - .."]),
    ("Uncertainty is weighing on NAND demand.", ["NAND demand down - .."]),
    ("The CPU shortage negatively affected DRAM demand.", ["DRAM demand down 2026Q2 .."]),
    ("AI will impact memory demand.", []),
    ("The tariff may affect DRAM demand.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), TABLE, ids=[text for text, _ in TABLE])
def test_what_buyers_say(text: str, claims: list[str]) -> None:
    reading = read_text(text, published_on=DAY, issuer="HP", doc_type="earnings_call")
    assert [write_claim(c) for c in reading.claims] == claims
