"""English goods listed with memory, states told with small words between, and two products of one kind."""

from __future__ import annotations

import pytest

from tests.test_extract_grammar import DAY, write_claim
from tracker.extract import read_text

LISTED = [
    ("Demand for HDDs and client SSDs weakened.", ["NAND demand down - .."]),
    ("Shortages of GPUs and NOR flash go on.", ["NOR supply tight - .."]),
    ("FPGA and SRAM constraints hold back shipments.", ["SRAM supply tight - .."]),
    ("DRAM, NAND and HDD prices fell 4%.", ["DRAM price down - 4..4", "NAND price down - 4..4"]),
    ("Prices of CPUs, NOR and other parts climbed 6%.", ["NOR price up - 6..6"]),
    ("Demand for SSDs and OLED panels grew.", ["NAND demand up - .."]),
    # what is told of the other goods alone
    ("Shortages of CPUs and falling NOR prices hurt makers of routers.", ["NOR price down - .."]),
    ("HDD prices rose 5% while makers cut NAND wafers.", []),
    ("Demand for GPUs grew, and HBM modules were shown at the fair.", []),
]  # fmt: skip
OTHERS = [
    ("Storage and DRAM shortages hit small makers of routers.",
     ["NAND supply tight - ..", "DRAM supply tight - .."]),
    ("RAM and storage prices climbed 12%.", ["DRAM price up - 12..12", "NAND price up - 12..12"]),
    ("The boom in SRAM demand goes on.", ["SRAM demand up - .."]),
    ("A boom in demand for NOR flash lifts its shares.", ["NOR demand up - .."]),
    ("Dearer NOR is the main reason for the slump at the low end of the router market.", []),
    ("HBM4 needs tighter coupling with the logic die.", []),
    ("Makers of NAND stop lines to bring supply back into balance.", []),
    ("A memory allocator squeezes more out of the same machine.", []),
    ("Save $45 on a Crucial 32GB DDR5 kit, its price is down 20%.", []),
    ("Makers of meters may face short supplies of many components including SRAM.", ["SRAM supply tight - .. g h"]),
    ("There are shortages of parts including NOR flash.", ["NOR supply tight - .."]),
    ("Prices of chips, including NOR, fell 4%.", ["NOR price down - 4..4"]),
    ("Revenue including NOR was flat while SRAM prices fell 4%.", ["SRAM price down - 4..4"]),
]  # fmt: skip
STATES = [
    ("NOR is still rather tight.", ["NOR supply tight - .."]),
    ("SRAM has been getting really scarce.", ["SRAM supply tight - .."]),
    ("NAND continues to be very much oversupplied.", ["NAND supply loose - .."]),
    ("NOR scarcity led to a 9% drop in router sales.", ["NOR supply tight - .."]),
    ("Most of the inventory growth was in NOR.", ["NOR inventory up - .."]),
    ("Cooling constraints in HBM stacks are a topic of the fair, as are SRAM prices.", []),
]  # fmt: skip
TWICE = [
    ("We see weak demand for our SRAM products and our NOR products.",
     ["SRAM demand down - ..", "NOR demand down - .."]),
    ("Demand for NOR chips and SRAM chips is strong.", ["NOR demand up - ..", "SRAM demand up - .."]),
    ("We launched NOR products and SRAM demand was strong.", ["SRAM demand up 2026Q2 .."]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "expected"), LISTED + OTHERS + STATES, ids=[s for s, _ in LISTED + OTHERS + STATES]
)
def test_listed_goods_share_what_is_told(sentence: str, expected: list[str]) -> None:
    """Memory that is listed with other goods changes as they do; a state may stand a few small words behind it."""
    assert [write_claim(c) for c in read_text(sentence, published_on=DAY, issuer="multiple").claims] == expected


@pytest.mark.parametrize(("sentence", "expected"), TWICE, ids=[s for s, _ in TWICE])
def test_goods_of_one_kind(sentence: str, expected: list[str]) -> None:
    """Two products of a maker, each called so, are told of together."""
    claims = read_text(sentence, published_on=DAY, issuer="Winbond", doc_type="earnings_call").claims
    assert [write_claim(c) for c in claims] == expected


@pytest.mark.parametrize("sentence", ["Memory orders fell 30% in the quarter.", "We had strong order intake for DRAM."])
def test_orders_of_a_maker_of_tools(sentence: str) -> None:
    """What a company that makes no memory books is no demand for memory; a maker's own orders are."""
    assert read_text(sentence, published_on=DAY, issuer="Onto Innovation", doc_type="earnings_call").claims == ()
    assert read_text(sentence, published_on=DAY, issuer="Micron", doc_type="earnings_call").claims
