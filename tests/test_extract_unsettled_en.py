"""English changes that nobody says to come, lists of what to watch, glosses and links; our own words."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 8, 20)
TABLE = [
    # nobody says that it comes
    ("Any further NAND price drops would lead to losses.", []),
    ("Any additional DRAM price hikes could hurt PC makers.", []),
    ("A 20% rise in NAND contract prices does not equate to a 20% rise in SSD prices.", []),
    ("Various factors could lead to an unexpected increase or decrease in DRAM prices.", []),
    ("NAND prices may go up or down.", []),
    ("NAND prices have doubled and the situation will not improve until 2027.", ["NAND price up - 100..100"]),
    ("DRAM makers cut output to stabilize prices.", ["DRAM supply down - .."]),
    ("NAND makers will cut production to try and stop prices from falling.", ["NAND supply down - .. g"]),
    ("The makers avoid overbuilding instead of risking DRAM overproduction.", []),
    # it does
    ("Further NAND price drops followed.", ["NAND price down - .."]),
    ("DRAM prices will be flat or slightly up.", ["DRAM price flat - .. g", "DRAM price up - .. g"]),
    ("DRAM makers cut output and prices stabilized.", ["DRAM supply down - ..", "DRAM price flat - .."]),
    # lists of what to watch
    ("Watch next: DRAM prices, Micron's HBM capex and a rise of new vendors.", []),
    ("**Watch next:** Track DRAM contract prices, rival increases and shipment declines.", []),
    ("- Watch next: HBM bottlenecks, NAND price hikes and new fabs.", []),
    ("What to watch: whether NAND prices fall in Q4.", []),
    ("What to watch: DRAM price increases and SSD shortages in the third quarter.", []),
    ("Key things to watch: HBM supply, DRAM inventory declines.", []),
    ("Keep an eye on DRAM price increases in October.", []),
    ("Monitor NAND inventory declines and HBM shortages.", []),
    ("• Watch: LPDDR5X price hikes, foundry yields.", []),
    ("Points to watch: NAND oversupply.", []),
    ("Watch out: DRAM prices rose 5% in June.", ["DRAM price up 2026-06 5..5"]),
    ("Watch makers say NAND prices rose 5%.", ["NAND price up - 5..5"]),
    ("Track record: DRAM prices rose 5%.", ["DRAM price up - 5..5"]),
    ("Watch how DRAM prices rose in June.", ["DRAM price up 2026-06 .."]),
    ("Next to watch is Samsung. DRAM prices rose 5%.", ["DRAM price up - 5..5"]),
    ("We monitor NAND prices, which fell 4% in May.", ["NAND price down 2026-05 4..4"]),
    # a gloss, a link
    ("The rally was driven by rising HBM (High Bandwidth Memory) demand.", ["HBM demand up - .."]),
    ("DRAM (and therefore graphics card) shortages weigh on system builders.", ["DRAM supply tight - .."]),
    ("RAM (random access memory) prices rose 20% in May.", ["DRAM price up 2026-05 20..20"]),
    ("NAND flash (the chips in SSDs) inventories fell.", ["NAND inventory down - .."]),
    ("The [rising cost of RAM](https://example.org/a) may delay consoles.", ["DRAM price up - .."]),
    ("The year 2026 saw [jumps in the price of NAND](https://example.org/a) and GPUs.", ["NAND price up 2026 .."]),
    ("Makers point to the [soaring price of DDR5](https://example.org/x_y-z) as a reason.", ["DRAM price up - .."]),
    ("[Rising RAM prices](https://example.org/a) may delay consoles.", ["DRAM price up - .."]),
    ("Prices of NAND rose [12].", ["NAND price up - .."]),
    ("DRAM (up 5%) prices rose.", ["DRAM price up - 5..5"]),
    ("The firm sells HBM (High Bandwidth Memory).", []),
    ("A shortage of [memory chips] hit phones.", ["MEMORY supply tight - .."]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), TABLE, ids=[text for text, _ in TABLE])
def test_only_what_is_told_counts(text: str, claims: list[str]) -> None:
    """Each sentence gives exactly its claims."""
    assert [write_claim(c) for c in read_text(text, published_on=DAY).claims] == claims
