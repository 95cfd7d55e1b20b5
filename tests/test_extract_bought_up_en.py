"""English supply that is bought up, growth that is only needed, prices of what memory goes into; our own words."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 8, 20)
TABLE = [
    # bought up, used up, run dry
    ("AI firms are locking up DRAM supply for years.", ["DRAM supply tight - .."]),
    ("Cloud buyers snapped up NAND capacity.", ["NAND supply tight - .."]),
    ("AI has turned DRAM into a costly bottleneck.", ["DRAM supply tight - .."]),
    ("Phone makers scramble as NAND supplies run dry.", ["NAND supply tight - .."]),
    ("AI buyers are straining memory chip inventories.", ["MEMORY inventory tight - .."]),
    ("Inventories of DDR4 began thinning out.", ["DRAM inventory down - .."]),
    ("The stock surplus in the DRAM market is getting serious.", ["DRAM inventory loose - .."]),
    # up it goes
    ("It reflected intensifying HBM demand.", ["HBM demand up - .."]),
    ("Intensifying demand for DDR5 lifts prices.", ["DRAM demand up - ..", "DRAM price up - .."]),
    ("Demand has driven prices of DRAM to new heights.", ["DRAM price up - .."]),
    ("The steep inflation of DDR5 prices spoils the hobby.", ["DRAM price up - .."]),
    ("Prices of higher-density DDR5 chips rose by 8% each.", ["DRAM price up - 8..8"]),
    ("It raised the cost of both DDR4 and SSDs.", ["DRAM price up - ..", "NAND price up - .."]),
    ("TLC wafer spots fell 0.5% this week.", ["NAND price down - 0.5..0.5"]),
    ("Capacity for DDR5 rose by 8%.", []),
    # no change at all
    ("DRAM output must grow 12% a year to meet it.", []),
    ("NAND production would have to rise 20%.", []),
    ("DRAM output will grow 12% in 2027.", ["DRAM supply up 2027 12..12 g"]),
    ("NAND prices are set to get even cheaper, which will hurt any rebound effort.", ["NAND price down - .. g"]),
    ("DRAM prices rose, but the growth of PC DRAM has declined sharply.", ["DRAM price up - .."]),
    ("NAND prices climb as demand for stock replenishment goes on.", ["NAND price up - .."]),
    ("Price increases affect DIMMs and soldered-down LPDDR5X memory.", ["DRAM price up - .."]),
    ("NOR production pressures ease.", []),
    # prices of what memory goes into
    ("Lenovo told dealers about a 15% price increase for its laptops because of DRAM costs.", []),
    ("The shop told of price hikes across its systems, citing a 50% surge in RAM costs.", ["DRAM price up - 50..50"]),
    ("Sony said it would increase prices across its product lines due to dearer DRAM.", ["DRAM price up - .."]),
    # whose time it is
    ("HP was hit hardest by the RAM shortage in the second half.", ["DRAM supply tight - .."]),
    (
        "The price of TLC NAND went up from 4.80 USD in May 2025 to nearly 10 USD in November 2025.",
        ["NAND price up 2025-11 .."],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), TABLE, ids=[text for text, _ in TABLE])
def test_what_is_bought_up_is_short(text: str, claims: list[str]) -> None:
    """Each sentence gives exactly its claims."""
    assert [write_claim(c) for c in read_text(text, published_on=DAY).claims] == claims
