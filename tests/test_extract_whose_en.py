"""Whose English demand or recovery it is; a follow-up that first tells; our own words."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 8, 20)
TABLE = [
    # a follow-up that first tells
    ("And, Anna, as a follow-up, NAND prices fell sharply in the June quarter.", ["NAND price down 2026Q2 .. h"]),
    ("So, Ben, just as a quick follow-up, DRAM prices have doubled since the spring.",
     ["DRAM price up - 100..100 h"]),
    ("And then, Carol, for my follow-up, NAND supply is clearly tight.", ["NAND supply tight - .."]),
    ("Thanks. And as a follow-up, DRAM inventories look high.", ["DRAM inventory loose - .. h"]),
    ("And as a follow-up, could you comment on NAND prices?", []),
    ("Just as a follow-up, how much will DRAM prices rise?", []),
    # supply told with its state behind "where"
    ("Memory is a space where supply conditions have remained very tight.", ["MEMORY supply tight - .."]),
    ("In NAND, where supply remains constrained, margins are good.", ["NAND supply tight - .."]),
    ("The DRAM market, where supply is short, keeps us busy.", ["DRAM supply tight - .."]),
    ("In the memory space, where demand has been weak, spending fell.", ["MEMORY demand down - .."]),
    ("There are constraints in NAND from a supply perspective.", ["NAND supply tight - .."]),
    ("In SSDs there are some constraints on the supply side.", ["NAND supply tight - .."]),
    ("From a supply standpoint, DRAM is constrained.", ["DRAM supply tight - .."]),
    # whose recovery
    ("If you look at memory pricing and the timing of the data center recovery, it is unclear.", []),
    ("Memory pricing and the smartphone recovery will decide.", []),
    ("The recovery in DRAM prices continues.", ["DRAM price up - .."]),
    ("NAND prices depend on the economic recovery.", []),
    ("A memory recovery is under way.", []),
    # whose demand
    ("NAND did well, despite weak demand in our other businesses.", []),
    ("Memory grew, offset by lower demand across our industrial segments.", []),
    ("NAND was strong while COVID hit demand in our automotive and retail businesses.", []),
    ("DRAM did well thanks to strong demand in our server business.", ["DRAM demand up 2026Q2 .."]),
    # ability, further on
    ("They have the flexibility to use other parts and push DRAM prices lower.", []),
    ("We have been able to bring SSD prices down.", ["NAND price down - .."]),
    # demands
    ("We are seeing memory demands very strong.", ["MEMORY demand up - .."]),
    ("HBM demands are rising.", ["HBM demand up - .."]),
    ("DRAM demands remain weak.", ["DRAM demand down - .."]),
    ("AI demands more DRAM.", ["DRAM demand up - .."]),
    # appetite for something else
    ("Customers show a strong appetite for investment in 3D NAND.", []),
    ("There is a strong appetite for HBM.", ["HBM demand up - .."]),
    ("Investors have a healthy appetite for memory stocks.", []),
    # production of other things
    ("Flash demand rose. The production board test group grew 30%.", ["NAND demand up 2026Q2 .."]),
    # lower demand from
    ("Sales fell because of lower demand for our SSDs.", ["NAND demand down 2026Q2 .."]),
    ("Growth was driven by strong demand for our enterprise SSDs.", ["NAND demand up 2026Q2 .."]),
    ("Revenue is being driven by strong demand for DRAM.", ["DRAM demand up - .."]),
    # a state that is granted
    ("Given higher prices, do you still buy NAND?", ["NAND price up - .."]),
    ("Given the tight supply, are substrates an issue?", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), TABLE, ids=[text for text, _ in TABLE])
def test_whose_change_it_is(text: str, claims: list[str]) -> None:
    reading = read_text(text, published_on=DAY, issuer="Seagate", doc_type="earnings_call")
    assert [write_claim(c) for c in reading.claims] == claims
