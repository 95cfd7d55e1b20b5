"""English periods that are none of a price, parts and programs that are no market: sentences of our own."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 7, 2)

TABLE = [
    # a year that only dates a thing
    ("The broker cut its profit estimate for 2027 but stayed upbeat about NOR shortages.", ["NOR supply tight - .. g"]),
    ("Coming off a strong 2025, the firm was hurt by lower NOR prices.", ["NOR price down - .."]),
    ("Since its 2024 debut it has sold well, though NOR chips are in short supply.", ["NOR supply tight - .."]),
    ("NOR prices will rise in 2027.", ["NOR price up 2027 .. g"]),
    ("Google lifts 2027 capital expenditures as NAND prices climb", ["NAND price up - .."]),
    ("The carmaker raised its 2027 targets despite NOR shortages", ["NOR supply tight - .."]),
    ("Rising DRAM prices could push 2027 costs higher.", ["DRAM price up - .."]),
    # another period that only measures, and the quarter that ends a year
    ("Bit output of SLC NAND in 2026 will be lower than it was in 2025.", ["NAND supply down 2026 .. g"]),
    ("NOR prices rose during the 2025 holiday quarter.", ["NOR price up 2025Q4 .."]),
    ("DRAM prices will fall in the holiday quarter.", ["DRAM price down 2026Q4 .. g"]),
    # a day that a figure stood at, in brackets
    ("The stock stands at NT$90 (as of Jun 3, 2026), and NOR shortages drive higher prices.",
     ["NOR supply tight - ..", "NOR price up - .."]),
    # spans that are no calendar period
    ("SLC NAND prices have fallen over the last year.", ["NAND price down - .."]),
    ("NOR prices fell last year.", ["NOR price down 2025 .."]),
    ("It is upbeat on the rest of this year, and expects NOR prices to climb in the coming quarters.",
     ["NOR price up - .. g"]),
    ("The firm is cautious for this year, and sees DDR3 prices falling over the next few months.",
     ["DRAM price down - .. g"]),
    # periods that are counted on, or back, and told beside
    ("NOR prices rose 6% in the second quarter after falling 4% in the first.",
     ["NOR price up 2026Q2 6..6", "NOR price down 2026Q1 4..4"]),
    ("NOR prices rose 4% in the first quarter and 6% in the second.",
     ["NOR price up 2026Q1 4..4", "NOR price up 2026Q2 6..6"]),
    ("NOR prices are forecast to fall in the fourth quarter and all of next year.",
     ["NOR price down 2026Q4 .. g", "NOR price down 2027 .. g"]),
    ("SLC NAND prices were flat compared with the same quarter last year.", ["NAND price flat - .."]),
    # what part of something is memory of a kind
    ("The proportion of DDR5 in client inventory has risen to 60%.", []),
    ("The product mix of notebooks with 32GB DRAM rose to 40% in the second quarter.", []),
    ("We saw an increase in the share of HBM output that goes to one customer.", []),
    ("HBM output increased.", ["HBM supply up - .."]),
    # what a program runs short of, and what is called after memory
    ("The memory constraints of phones limit the context length of an LLM.", []),
    ("It runs on memory-constrained devices with a small neural network.", []),
    ("Decoding is limited mainly by memory capacity.", []),
    ("Flash Attention cuts the memory that the kernel needs, and prices of compute fell.", []),
    ("Memory supply is constrained, which limits the throughput of phone makers.", ["MEMORY supply tight - .."]),
    # screens that are flat, rises that are steady
    ("Samsung's profit fell on tumbling flat screen prices, while memory chip sales held.", []),
    ("The maker was helped by steady price increases in DRAM.", ["DRAM price up - .."]),
    ("NOR prices were steady.", ["NOR price flat - .."]),
    # what is alleged
    ("The suit accuses the U.S. chip maker of colluding with its rivals to inflate NOR prices.", []),
]  # fmt: skip

CALLS = [
    # causes of what a quarter brought are of that quarter, unless told of the present or ahead
    ("Product gross margin was 61%, hurt by mix and higher memory costs.", ["MEMORY price up 2026Q1 .."]),
    ("Our results came in solid, offset by NAND pricing weakness.", ["NAND price down 2026Q1 .."]),
    ("The unit had a loss of $90 million as a result of weaker NAND prices.", ["NAND price down 2026Q1 .."]),
    ("Segment profit slumped from a year earlier on continued NAND price erosion.", ["NAND price down 2026Q1 .."]),
    ("Sales beat expectations and rose 12% year over year, driven by higher DRAM prices.", ["DRAM price up 2026Q1 .."]),
    ("Revenue is hurt by mix and higher memory costs.", ["MEMORY price up - .."]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[sentence for sentence, _ in TABLE])
def test_claims_of_sentence(sentence: str, expected: list[str]) -> None:
    """Only a market's change makes a claim, and its period is that of the change."""
    assert [write_claim(claim) for claim in read_text(sentence, published_on=DAY).claims] == expected


@pytest.mark.parametrize(("sentence", "expected"), CALLS, ids=[sentence for sentence, _ in CALLS])
def test_claims_of_call(sentence: str, expected: list[str]) -> None:
    """A cause told of results is of the quarter reported on."""
    claims = read_text(
        sentence, published_on=dt.date(2026, 5, 13), issuer="western digital", doc_type="earnings_call"
    ).claims
    assert [write_claim(claim) for claim in claims] == expected
