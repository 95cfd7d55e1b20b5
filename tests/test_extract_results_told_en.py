"""English calls on a quarter: what demand did in it, what else is counted, supply that limits; our own words."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 8, 20)
TABLE = [
    # what demand did in the quarter
    ("Strong demand for DRAM and networking chips drove most of the beat.", ["DRAM demand up 2026Q2 .."]),
    ("Robust holiday demand for both our SSDs and our hard drives enabled revenue to grow.",
     ["NAND demand up 2026Q2 .."]),
    ("Weak demand for client SSDs held back sales.", ["NAND demand down 2026Q2 .."]),
    ("Solid demand for server DRAM led to record revenue.", ["DRAM demand up 2026Q2 .."]),
    ("Soft NAND demand weighed on the result.", ["NAND demand down 2026Q2 .."]),
    ("Strong demand for DRAM is driving our growth.", ["DRAM demand up - .."]),
    ("Strong demand for DRAM will drive growth.", ["DRAM demand up - .. g"]),
    # what a business did
    ("Our memory business was down 20% from a year ago.", []),
    ("The NAND segment was up 12% sequentially.", []),
    ("Our DRAM franchise grew 30%.", []),
    ("SSD sales were up 8%.", []),
    ("DRAM was down 20% and NAND was down 10%.", ["DRAM price down 2026Q2 20..20", "NAND price down 2026Q2 10..10"]),
    # something else goes on
    ("We watch NAND pricing closely. Operating expenses came to $280 million, down 7% from last year.", []),
    ("NAND pricing remains in focus. Non-GAAP expenses came in at $120 million, down 4%.", []),
    ("DRAM pricing was discussed. Our tax rate came in at 12%, up 1 point from last year.", []),
    ("NAND prices matter to us. Headcount was 9,000, up 3%.", []),
    ("We follow DRAM prices. Capital expenditure was $300 million, up 20%.", []),
    ("NAND pricing was the topic. Free cash flow was $1.2 billion, up 30%.", []),
    ("DRAM prices were strong. They were up 10%.", ["DRAM price up 2026Q2 10..10"]),
    # firming
    ("There is some evidence of firming of NAND ASPs.", ["NAND price up - .. h"]),
    ("We see a firming of DRAM prices.", ["DRAM price up - .."]),
    ("There is a softening of NAND ASPs.", ["NAND price down - .."]),
    ("The hardening of DRAM quotes goes on.", ["DRAM price up - .."]),
    ("There are signs of a stabilization of NAND prices.", ["NAND price flat - .. h"]),
    ("A tightening of NAND supply is under way.", ["NAND supply tight - .."]),
    # adverbs before the verb
    ("DRAM prices still are up.", ["DRAM price up - .."]),
    ("NAND prices again were down.", ["NAND price down 2026Q2 .."]),
    ("DRAM supply still is tight.", ["DRAM supply tight - .."]),
    ("HBM demand clearly is strong.", ["HBM demand up - .."]),
    ("NAND inventories now are low.", ["NAND inventory tight - .."]),
    ("DRAM prices also have been rising.", ["DRAM price up - .."]),
    # absent, barring
    ("Absent new capacity, NAND supply would be limited.", []),
    ("Barring new fabs, DRAM would be short.", []),
    ("Without further cuts, NAND would be oversupplied.", []),
    ("Short of new investment, DRAM supply would tighten.", []),
    ("DRAM supply is limited.", ["DRAM supply tight - .."]),
    # pricing and availability
    ("Pricing and availability of our SSDs are stable.", ["NAND price flat - .."]),
    ("The price and availability of DRAM remain stable.", ["DRAM price flat - .."]),
    ("Pricing and availability of DRAM will be announced later.", []),
    # supply limitations
    ("Embedded sales fell on supply limitations in NAND.", ["NAND supply tight 2026Q2 .."]),
    ("We had some supply limitations in DRAM.", ["DRAM supply tight 2026Q2 .."]),
    ("Our NAND sales were limited by supply.", ["NAND supply tight 2026Q2 .."]),
    ("We are limited by SSD supply.", ["NAND supply tight - .."]),
    ("DRAM supply limitations persist.", ["DRAM supply tight - .."]),
    ("The limitations of NAND technology are known.", []),
    # demand that builds
    ("Demand for SSDs is building up.", ["NAND demand up - .."]),
    ("DRAM demand keeps building.", ["DRAM demand up - .."]),
    ("HBM demand has been building.", ["HBM demand up - .."]),
    ("Demand for NAND built through the quarter.", ["NAND demand up 2026Q2 .."]),
    ("NAND demand is ramping.", ["NAND demand up - .."]),
    ("We are building demand models for DRAM.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), TABLE, ids=[text for text, _ in TABLE])
def test_what_a_quarter_brought(text: str, claims: list[str]) -> None:
    reading = read_text(text, published_on=DAY, issuer="SK hynix", doc_type="earnings_call")
    assert [write_claim(c) for c in reading.claims] == claims
