"""English periods of what comes next, of a frame, of old forecasts; firm demand, stock rebuilt; our own words."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 8, 20)
TABLE = [
    # passive expectations
    ("NAND ASPs fell last quarter but should settle and stabilize over the course of this year.",
     ["NAND price down 2026Q2 ..", "NAND price flat 2026 .. g"]),
    ("DRAM prices dropped in the first half and are widely expected to recover in the second half.",
     ["DRAM price down 2026H1 ..", "DRAM price up 2026H2 .. g"]),
    ("NOR pricing is broadly expected to stay flat next year.", ["NOR price flat 2027 .. g"]),
    ("DRAM prices declined in June, but are now forecast to rise in the fourth quarter.",
     ["DRAM price down 2026-06 ..", "DRAM price up 2026Q4 .. g"]),
    ("HBM supply is generally expected to remain tight through 2027.", ["HBM supply tight 2027 .. g"]),
    ("NAND prices, as you know, fell in June and are expected to stabilize.",
     ["NAND price down 2026-06 ..", "NAND price flat - .. g"]),
    # sizes before the period, in a question
    ("With SSD prices falling about 15% this quarter, what do you see for margins?",
     ["NAND price down 2026Q3 15..15"]),
    ("With DRAM prices up 40% in the second quarter, how do you protect margins?", ["DRAM price up 2026Q2 40..40"]),
    ("Given the price increase of 20% in NAND in the second quarter, do you see any pushback?",
     ["NAND price up 2026Q2 20..20"]),
    ("With NAND prices falling, how will margins be in the third quarter?", ["NAND price down - .."]),
    ("Looking at the DRAM price decline accelerating in 2026, what is next?", ["DRAM price down 2026 .."]),
    # a maker in short supply
    ("We are still in short supply on NAND.", ["NAND supply tight - .."]),
    ("On NAND we remain in short supply.", ["NAND supply tight - .."]),
    ("NAND is roughly balanced next half. For us, we are generally still in short supply.",
     ["NAND supply balanced 2027H1 .. g", "NAND supply tight - .."]),
    ("DRAM prices are up. We are short of supply.", ["DRAM price up - ..", "DRAM supply tight - .."]),
    ("DRAM is in demand. We're sold out.", ["DRAM supply tight - .."]),
    ("DRAM demand is strong. We are supply constrained.", ["DRAM demand up - ..", "DRAM supply tight - .."]),
    ("We are short of engineers for DRAM design.", []),
    # sizes before demand growth
    ("We see a healthy mid-20s DRAM bit demand growth.", ["DRAM demand up - 24..26"]),
    ("NAND is in a 30% demand growth environment.", ["NAND demand up - 30..30"]),
    ("We model high-teens DRAM demand growth next year.", ["DRAM demand up 2027 17..19 g"]),
    ("Our model has low-20s NAND bit demand growth for 2027.", ["NAND demand up 2027 21..23 g"]),
    ("It assumes mid-teens DRAM supply growth in 2027.", ["DRAM supply up 2027 14..16 g h"]),
    ("We had mid-20s revenue growth in DRAM.", []),
    # prices of other things
    ("Client revenue fell 8% on falling PC ASPs, and NAND was discussed.", []),
    ("Server ASPs rose while DRAM costs were flat.", ["DRAM price flat 2026Q2 .."]),
    ("Declining notebook ASPs hurt, but NAND was fine.", []),
    ("Tool ASPs were up 10% as DRAM fabs expanded.", []),
    ("Drive ASPs were flat and flash ASPs were up 5%.", ["NAND price up 2026Q2 5..5"]),
    # firm demand
    ("The industry expects firm demand for memory devices.", ["MEMORY demand up - .. g"]),
    ("Expectations are for continued firm demand for DRAM.", ["DRAM demand up - .."]),
    ("There is firmer demand for NAND.", ["NAND demand up - .."]),
    ("We see buoyant demand for HBM.", ["HBM demand up - .."]),
    ("Steady-to-firm demand for NOR goes on.", ["NOR demand up - .."]),
    ("There is brisk demand for SSDs.", ["NAND demand up - .."]),
    # rebuilding stock
    ("The decline was driven by rebuilding of our NAND inventory.", ["NAND inventory up 2026Q2 .."]),
    ("Customers are rebuilding DRAM inventories.", ["DRAM inventory up - .."]),
    ("We plan to rebuild our NAND inventory next quarter.", ["NAND inventory up 2026Q4 .. g"]),
    ("The rebuild of DRAM inventory continues.", ["DRAM inventory up - .."]),
    ("NAND inventory rebuilding has ended.", []),
    # lower than we said before
    ("We see NAND supply growth of 35%, lower than the 45% we estimated in July.", ["NAND supply up - 35..35"]),
    ("NAND demand will grow 30%, below the 40% we had forecast in April.", ["NAND demand up - 30..30 g"]),
    ("DRAM bit supply growth will be about 15%, down from the 20% we projected back in March.",
     ["DRAM supply up - 15..15 g"]),
    ("NAND prices will fall 5%, less than the 10% we anticipated before.", ["NAND price down - 5..5 g"]),
    # no comma behind the frame
    ("As we look into the fourth quarter demand for our SSDs remains strong, and we expect flash prices to rise.",
     ["NAND demand up 2026Q4 .. g", "NAND price up 2026Q4 .. g"]),
    ("As we enter the fourth quarter we see DRAM demand improving, and prices should rise.",
     ["DRAM demand up 2026Q4 .. g", "DRAM price up 2026Q4 .. g"]),
    ("In the fourth quarter we expect DRAM demand to improve, and prices should rise.",
     ["DRAM demand up 2026Q4 .. g", "DRAM price up 2026Q4 .. g"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), TABLE, ids=[text for text, _ in TABLE])
def test_what_each_change_is_dated_by(text: str, claims: list[str]) -> None:
    reading = read_text(text, published_on=DAY, issuer="SK hynix", doc_type="earnings_call")
    assert [write_claim(c) for c in reading.claims] == claims
