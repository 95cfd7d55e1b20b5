"""What buyers do with orders and stocks, told in passing, and a glut of nothing that is named; our own words."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 5, 10)
TABLE = [
    # in passing
    ("Hoarding by distributors went on while DRAM prices rose.", ["DRAM price up - .."]),
    ("With brokers stockpiling, spot NAND prices went up.", ["NAND price up - .."]),
    ("通路商积极清库存，NAND价格下跌。", ["NAND price down - .."]),
    ("品牌厂积极备货，带动DRAM价格上涨。", ["DRAM price up - .."]),
    ("DRAM prices fell in May. The makers of phones have cut output again.", ["DRAM price down 2026-05 .."]),
    # with memory beside it, or by its maker
    ("PC brands have drawn down their NAND inventory.", ["NAND inventory down - .."]),
    ("Distributors hoard DDR4.", ["DRAM inventory up - .."]),
    ("Makers turn out more NAND than anybody wants.", ["NAND supply loose - .."]),
    ("DRAM库存持续去化。", ["DRAM inventory down - .."]),
    # a level is told wherever it stands
    ("Prices of NAND fell because inventories are bloated.", ["NAND price down - ..", "NAND inventory loose - .."]),
]


@pytest.mark.parametrize(("text", "claims"), TABLE, ids=[text for text, _ in TABLE])
def test_asides_claim_nothing_of_memory(text: str, claims: list[str]) -> None:
    """Stocking up and running down are of memory only where it stands beside."""
    assert [write_claim(c) for c in read_text(text, published_on=DAY).claims] == claims
