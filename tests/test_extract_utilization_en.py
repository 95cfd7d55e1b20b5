"""English utilization of fabs and wafers started, which are output, and what else is utilized; our own words."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 5, 10)
TABLE = [
    ("Kioxia lowered NAND fab utilization.", ["NAND supply down - .."]),
    ("NAND utilization was cut to 50% in the second quarter.", ["NAND supply down 2026Q2 .."]),
    ("Nanya's DRAM utilization rose to 90%.", ["DRAM supply up - .."]),
    ("Capacity utilization at DRAM makers will decline in the third quarter.", ["DRAM supply down 2026Q3 .. g"]),
    ("NAND wafer starts fell in the first quarter.", ["NAND supply down 2026Q1 .."]),
    ("DRAM wafer starts will increase in the second half.", ["DRAM supply up 2026H2 .. g"]),
    ("NAND wafer starts were cut again.", ["NAND supply down - .."]),
    # a charge, another's fabs, a program's memory
    ("DRAM underutilization charges declined.", []),
    ("Foundry utilization fell while DRAM prices rose.", ["DRAM price up - .."]),
    ("CPU and memory utilization increased by 20%.", []),
    ("Memory utilization rose to 90% in the test run.", []),
]


@pytest.mark.parametrize(("text", "claims"), TABLE, ids=[text for text, _ in TABLE])
def test_utilization_of_fabs_is_output(text: str, claims: list[str]) -> None:
    """How full a fab runs tells which way output goes, and never by how much."""
    assert [write_claim(c) for c in read_text(text, published_on=DAY).claims] == claims
