"""English prices that are asked for in vain, given up, put off, or foretold and never come; our own words."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 8, 20)
TABLE = [
    # refused, told before or behind
    ("NOR price increases of 12% were rejected by the toy makers.", []),
    ("A 15% rise in NOR prices was turned down by module makers.", []),
    ("Phone makers refused to accept a NAND price hike of 8%.", []),
    ("Module makers balked at a 25% DRAM price increase.", []),
    ("Car makers said no to a second NOR price hike.", []),
    ("Server vendors demanded lower DRAM prices, but the makers held firm.", []),
    ("Console makers are asking for NAND price cuts of 6%, though suppliers refuse.", []),
    ("Talks on NAND for Q4 are stuck: Kioxia wants +8%, HP wants -4%.", []),
    # refused is something else, or nothing is
    ("Buyers accepted a 10% DRAM price increase.", ["DRAM price up - 10..10"]),
    ("Customers refused, but DRAM prices rose 5%.", ["DRAM price up - 5..5"]),
    ("Micron rejected low bids and raised DRAM prices by 5%.", ["DRAM price up - 5..5"]),
    ("Samsung refused to cut DRAM prices.", ["DRAM price down - .. n"]),
    ("Suppliers rejected reports that DRAM prices will fall.", ["DRAM price down - .. g n"]),
    # given up
    ("SK hynix withdrew its plan to raise NAND prices by 6%.", ["NAND price up - 6..6 g n"]),
    ("Micron backed away from plans to lift NAND prices in October.", ["NAND price up 2026-10 .. g n"]),
    ("Samsung has rescinded its decision to raise DRAM prices.", ["DRAM price up - .. n"]),
    ("A NOR price hike next quarter is out of the question, Winbond said.", ["NOR price up 2026Q4 .. g n"]),
    ("The NAND price increase planned for May was called off.", ["NAND price up 2026-05 .. n"]),
    # put off
    ("NAND price increases announced for October were postponed.", []),
    ("Winbond's NOR price hikes scheduled for July have been pushed back.", []),
    # foretold and never come
    ("The NAND glut feared for 2024 failed to materialize.", ["NAND supply loose 2024 .. n"]),
    ("Nanya said the DDR3 shortage it had warned of never came.", ["DRAM supply tight - .. n"]),
    ("The DRAM price drop has yet to materialize.", ["DRAM price down - .. n"]),
    # slower than feared is a fall all the same
    ("NOR prices are not falling as quickly as feared.", ["NOR price down - .."]),
    ("NOR prices are not falling.", ["NOR price down - .. n"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), TABLE, ids=[text for text, _ in TABLE])
def test_what_was_not_granted_is_no_change(text: str, claims: list[str]) -> None:
    assert [write_claim(c) for c in read_text(text, published_on=DAY).claims] == claims
