"""An English period that a call leads to ("as we enter") holds for all that follows; our own words."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 8, 20)
TABLE = [
    # entering a quarter
    ("As we enter the December quarter, DRAM pricing continues to improve.", ["DRAM price up 2026Q4 .. g"]),
    ("As we head into our fourth quarter, SSD demand remains strong, and we expect flash prices to rise sequentially.",
     ["NAND demand up 2026Q4 .. g", "NAND price up 2026Q4 .. g"]),
    ("Looking into the fourth quarter, NAND supply is tight and prices will rise.",
     ["NAND supply tight 2026Q4 .. g", "NAND price up 2026Q4 .. g"]),
    ("As we look to 2027, demand for DRAM remains strong, and we anticipate that prices will rise.",
     ["DRAM demand up 2027 .. g", "DRAM price up 2027 .. g"]),
    ("Going into the fourth quarter, DRAM prices are rising.", ["DRAM price up 2026Q4 .. g"]),
    ("As we move into the fourth quarter, NOR demand is improving while NOR inventories are falling.",
     ["NOR demand up 2026Q4 .. g", "NOR inventory down 2026Q4 .. g"]),
    ("As we entered the third quarter, DRAM prices were still falling.", ["DRAM price down 2026Q3 .."]),
    ("As we enter new markets, NAND prices fall.", ["NAND price down - .."]),
    # this quarter and the next
    ("SSD prices are down some 20% this quarter and the next.",
     ["NAND price down 2026Q3 20..20", "NAND price down 2026Q4 20..20"]),
    ("DRAM prices will rise 10% this quarter and next.",
     ["DRAM price up 2026Q3 10..10 g", "DRAM price up 2026Q4 10..10 g"]),
    ("NAND supply will be tight this year and next.", ["NAND supply tight 2026 .. g", "NAND supply tight 2027 .. g"]),
    ("We expect DRAM prices to fall this quarter and the next one.",
     ["DRAM price down 2026Q3 .. g", "DRAM price down 2026Q4 .. g"]),
    ("HBM is sold out for this year and next year.", ["HBM supply tight 2026 ..", "HBM supply tight 2027 .."]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), TABLE, ids=[text for text, _ in TABLE])
def test_what_is_told_on_the_way_into_a_period(text: str, claims: list[str]) -> None:
    reading = read_text(text, published_on=DAY, issuer="SK hynix", doc_type="earnings_call")
    assert [write_claim(c) for c in reading.claims] == claims
