"""English supply that goes from one state to another, dries up or is made no longer."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 8, 20)
TABLE = [
    # What dries up or is made no longer
    ("DDR4 supply is drying up.", ["DRAM supply tight - .."]),
    ("The supply of DDR4 will be discontinued in 2027.", ["DRAM supply down 2027 .. g"]),
    ("Production of DDR3 was halted in June.", ["DRAM supply down 2026-06 .."]),
    ("Supply talks for NAND have dried up.", []),
    ("Demand for DDR3 has dried up.", ["DRAM demand down - .."]),
    # A rise that weakens is still one
    ("NAND prices weakened in August.", ["NAND price down 2026-08 .."]),
    # The state that another came from
    ("The NAND market will turn from 2% oversupply to a shortage in 2027.", ["NAND supply tight 2027 .. g"]),
    ("Sufficiency of NAND Flash will turn from 2% oversupply to a shortage in 2027.",
     ["NAND supply tight 2027 .. g"]),
    ("DRAM is moving from a shortage of 5% to a surplus in 2028.", ["DRAM supply loose 2028 .. g"]),
    ("NAND will swing from a glut to a deficit next year.", ["NAND supply tight 2027 .. g"]),
    # Ended with
    ("DRAM spot prices ended the week up 3%.", ["DRAM price up - 3..3"]),
    ("NAND contract talks for July closed with prices down 5%.", ["NAND price down 2026-07 5..5"]),
    ("RAM prices have quadrupled in three months.", ["DRAM price up - 300..300"]),
    ("RAM prices are up 300% since September.", ["DRAM price up - 300..300"]),
    ("Expect SSD prices to climb 15 to 20 percent in the coming months.", ["NAND price up - 15..20 g"]),
    ("Prices for SSDs have jumped by as much as 30 percent.", ["NAND price up - ..30"]),
    ("DRAM prices are insane right now.", []),
    ("There is no end in sight to rising DRAM prices.", ["DRAM price up - .."]),
    ("There's no end in sight to the DRAM shortage.", ["DRAM supply tight - .."]),
    ("The DRAM shortage shows no sign of easing.", ["DRAM supply tight - .."]),
    ("The RAM crisis is getting worse.", ["DRAM supply tight - .."]),
    ("SSD prices are about to go up.", ["NAND price up - .. g"]),
    ("SSDs will soon cost more.", ["NAND price up - .."]),
    ("SSDs are set to become more expensive.", ["NAND price up - .. g"]),
    ("The era of cheap SSDs is over.", []),
    ("The days of cheap DRAM are gone.", []),
    ("RAM prices have finally started to fall.", ["DRAM price down - .."]),
    ("RAM is getting cheaper again.", ["DRAM price down - .."]),
    ("SSDs have become cheaper over the past year.", ["NAND price down - .."]),
    ("SSD prices are in free fall.", ["NAND price down - .."]),
    ("NAND prices are in freefall.", ["NAND price down - .."]),
    ("DRAM prices have crashed.", ["DRAM price down - .."]),
    ("DRAM prices have more than doubled this year.", ["DRAM price up 2026 100.."]),
    ("DRAM prices nearly doubled in the first quarter.", ["DRAM price up 2026Q1 100..100"]),
    ("GDDR7 is in short supply, and its price keeps rising.", ["DRAM supply tight - ..", "DRAM price up - .."]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), TABLE, ids=[text for text, _ in TABLE])
def test_where_supply_goes(text: str, claims: list[str]) -> None:
    assert [write_claim(c) for c in read_text(text, published_on=DAY).claims] == claims
