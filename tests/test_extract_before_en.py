"""English changes told beside what they came after: lists of sizes, comparisons, causes; sentences of our own."""

from __future__ import annotations

import pytest

from tests.test_extract_grammar import DAY, write_claim
from tracker.extract import read_text

TABLE = [
    # as many periods as sizes
    ("DRAM prices rose 5% and 7% in March and April.", ["DRAM price up 2026-03 5..5", "DRAM price up 2026-04 7..7"]),
    ("DRAM prices rose 5%, 6% and 7% in February, March and April respectively.",
     ["DRAM price up 2026-02 5..5", "DRAM price up 2026-03 6..6", "DRAM price up 2026-04 7..7"]),
    ("NAND wafer prices fell 3%, 4%, and 6% from January through March.",
     ["NAND price down 2026-01 3..3", "NAND price down 2026-02 4..4", "NAND price down 2026-03 6..6"]),
    ("DRAM prices rose 3% in May, after rising 5% and 7% in March and April.",
     ["DRAM price up 2026-05 3..3", "DRAM price up 2026-03 5..5", "DRAM price up 2026-04 7..7"]),
    ("NAND prices slipped 3% in May, after gains of 5% and 8% in March and April.",
     ["NAND price down 2026-05 3..3", "NAND price up 2026-03 5..5", "NAND price up 2026-04 8..8"]),
    ("DRAM prices rose 3% in May following gains of 5%, 6%, and 7% from February through April.",
     ["DRAM price up 2026-05 3..3", "DRAM price up 2026-02 5..5", "DRAM price up 2026-03 6..6",
      "DRAM price up 2026-04 7..7"]),
    ("SLC NAND prices surged 20% in June, the third rise, following increases of 12% and 15% in April and May.",
     ["NAND price up 2026-06 20..20", "NAND price up 2026-04 12..12", "NAND price up 2026-05 15..15"]),
    # what a forecast is compared with, or reverses, came before it
    ("Mobile DRAM prices should rise 6-9% in the third quarter reversing a 4-6% fall in the second quarter.",
     ["DRAM price up 2026Q3 6..9 g", "DRAM price down 2026Q2 4..6"]),
    ("NAND wafer prices will drop 5% in 4Q26, compared to a 7% gain in 3Q26.",
     ["NAND price down 2026Q4 5..5 g", "NAND price up 2026Q3 7..7"]),
    ("LPDDR4X prices fell 4% in May, versus a 6% decline in April.",
     ["DRAM price down 2026-05 4..4", "DRAM price down 2026-04 6..6"]),
    ("PC DRAM prices are expected to see a smaller increase of 2-4%, compared with a 10% jump in the second quarter.",
     ["DRAM price up - 2..4 g", "DRAM price up 2026Q2 10..10"]),
    # the next sentence goes on from the change itself
    ("DRAM prices rose in 2Q26 following the recovery in 1Q26. PC DRAM rose by 5-8% QoQ, mobile DRAM was up 4-6% QoQ.",
     ["DRAM price up 2026Q2 ..", "DRAM price up 2026Q1 ..", "DRAM price up 2026Q2 5..8", "DRAM price up 2026Q2 4..6"]),
    ("DRAM prices fell in the first quarter and rose in the second quarter. NAND rose by 3% QoQ.",
     ["DRAM price down 2026Q1 ..", "DRAM price up 2026Q2 ..", "NAND price up 2026Q2 3..3"]),
    # what a change is put down to
    ("Higher NAND prices are down to tight supply.", ["NAND price up - ..", "NAND supply tight - .."]),
    ("Samsung put the DRAM price rise down to strong demand.", ["DRAM price up - ..", "DRAM demand up - .."]),
    ("The rise in DRAM prices comes down to weak supply.", ["DRAM price up - .."]),
    ("NAND inventories came down to 6 weeks.", ["NAND inventory down - .."]),
    ("DRAM prices came down to a more reasonable level.", ["DRAM price down - .."]),
    # parts of a price list, and products that post a rise
    ("DDR4 8Gb chips continued to decline in May.", ["DRAM price down 2026-05 .."]),
    ("DDR4 16Gb parts kept falling, while DDR3 extended its rally with a 7% gain in May following a 12% jump in April.",
     ["DRAM price down - ..", "DRAM price up 2026-05 7..7", "DRAM price up 2026-04 12..12"]),
    ("MLC NAND notched another 6% rise in June.", ["NAND price up 2026-06 6..6"]),
    ("SLC NAND recorded a 4% drop in April.", ["NAND price down 2026-04 4..4"]),
    ("NAND recorded a 9% increase in revenue in May.", []),
    ("NAND posted a 12% increase in bit shipments.", []),
    ("The DRAM segment posted a 9% decline in the second quarter.", []),
    ("DDR5 16Gb shipments fell in May.", []),
    ("DDR5 16Gb chips fell behind in performance.", []),
    # less of what is made is supply; what a part holds, or more to be made, is none
    ("Production capacity for DDR4 has shrunk as suppliers shift resources to HBM. This has led to price increases.",
     ["DRAM supply down - ..", "DRAM price up - .."]),
    ("Manufacturing capacity for legacy NAND has fallen.", ["NAND supply down - .."]),
    ("The capacity of DRAM modules decreased to 8GB.", []),
    ("Production capacity for HBM has increased.", []),
    # what is listed with a product shares its state
    ("DRAM and panels and other key components are in oversupply.", ["DRAM supply loose - .."]),
    ("NAND, displays and other components are in short supply.", ["NAND supply tight - .."]),
    ("We use DRAM, and other components are in short supply.", []),
    # trade has headwinds, stocks have none
    ("NOR demand is soft on elevated inventory levels and seasonal headwinds.",
     ["NOR demand down - ..", "NOR inventory loose - .."]),
    ("NAND prices fell amid high inventory levels and seasonal weakness.",
     ["NAND price down - ..", "NAND inventory loose - .."]),
    ("DRAM demand will be soft owing to elevated customer inventory and a seasonal slowdown.",
     ["DRAM demand down - .. g", "DRAM inventory loose - .. g"]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[sentence for sentence, _ in TABLE])
def test_before_and_after_are_told_apart(sentence: str, expected: list[str]) -> None:
    """Each size is of its own period, and what came before is not what the change itself is."""
    assert [write_claim(claim) for claim in read_text(sentence, published_on=DAY).claims] == expected
