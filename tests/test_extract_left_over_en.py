"""English of the press: what is short by what is left or wanted, and what is a buyer's own; our own words."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 8, 20)
TABLE = [
    # what is left, lacked, choked, in excess
    ("Phone makers complain about a lack of adequate NAND supply.", ["NAND supply tight - .."]),
    ("Server makers face a lack of DRAM.", ["DRAM supply tight - .."]),
    ("A lack of available DDR5 delayed the launch.", ["DRAM supply tight - .."]),
    ("The shift leaves fewer GDDR7 chips for gaming cards.", ["DRAM supply tight - .."]),
    ("HBM takes the wafers, leaving less DRAM for phones.", ["DRAM supply tight - .."]),
    ("Makers serve data centers first, leaving little memory for consumers.", ["MEMORY supply tight - .."]),
    (
        "The imbalance in memory supply and demand drove prices higher.",
        ["MEMORY supply tight - ..", "MEMORY price up - .."],
    ),
    ("HBM remains the main bottleneck.", ["HBM supply tight - .."]),
    ("The real bottleneck is HBM.", ["HBM supply tight - .."]),
    ("DRAM demand runs well in excess of available supply.", ["DRAM supply tight - .."]),
    ("NAND demand is in excess of our supply.", ["NAND supply tight - .."]),
    ("GDDR7 chips are in high demand, and makers cannot meet it.", ["DRAM demand up - ..", "DRAM supply tight - .."]),
    (
        "DDR5 modules are in great demand and suppliers have not been able to keep up.",
        ["DRAM demand up - ..", "DRAM supply tight - .."],
    ),
    ("SK hynix is out of HBM for 2026.", ["HBM supply tight 2026 .."]),
    ("Kioxia ran out of NAND in May.", ["NAND supply tight 2026-05 .."]),
    # and what is not
    ("NAND supply is in excess of demand.", ["NAND supply loose - .."]),
    ("The drive's lack of DRAM keeps it cheap.", []),
    ("There is a lack of DRAM in the controller.", []),
    ("The program ran out of memory.", []),
    ("Memory bandwidth remains the bottleneck of inference.", []),
    ("The model leaves less memory free.", []),
    # output
    ("Samsung halves NAND production.", ["NAND supply down - 50..50"]),
    ("Micron plans to limit the output of DDR4.", ["DRAM supply down - .. g"]),
    ("Winbond intends to cut back on NOR production.", ["NOR supply down - .. g"]),
    ("DRAM inventories started to thin.", ["DRAM inventory down - .."]),
    # a buyer's own
    ("RAM prices doubled, so console makers either lift prices or trim production.", ["DRAM price up - 100..100"]),
    ("The memory glut goes with slower demand for gadgets.", ["MEMORY supply loose - .."]),
    ("Their stockpiling of graphics cards sent DRAM prices up.", ["DRAM price up - .."]),
    ("Distributors have been stockpiling phones as memory shortages loom.", ["MEMORY supply tight - .."]),
    ("Buyers are stockpiling DRAM.", ["DRAM inventory up - .."]),
    ("NAND prices fell and inventory values were slashed.", ["NAND price down - .."]),
    ("The laptop carries 32 GB of LPDDR5X and a higher $1,999 price tag.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), TABLE, ids=[text for text, _ in TABLE])
def test_what_is_left_tells_of_supply(text: str, claims: list[str]) -> None:
    """Each sentence gives exactly its claims."""
    assert [write_claim(c) for c in read_text(text, published_on=DAY).claims] == claims
