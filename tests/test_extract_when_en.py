"""Which time an English sentence tells: verbs that look like months, old prices, quarters named by a month."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 6, 24)

PRESS = [
    # in capitals "MAY" is the verb unless something tells the month
    ("NAND MAKER SAYS HBM SHORTAGE MAY LAST UNTIL 2028", ["HBM supply tight 2028 .. g h"]),
    ("DRAM PRICES MAY FALL IN Q3", ["DRAM price down 2026Q3 .. g h"]),
    ("DRAM PRICES ROSE 10% IN MAY, AGENCY SAYS", ["DRAM price up 2026-05 10..10"]),
    ("HBM prices in May rose 5%.", ["HBM price up 2026-05 5..5"]),
    # when the old price was paid is no time of the new one
    ("A 64GB DDR5 kit rose to $800 from about $210 in October 2025, a 280% increase.", ["DRAM price up - 280..280"]),
    ("DDR4 contract prices jumped 50%, reaching $9 per unit from roughly $6 earlier in 2025.",
     ["DRAM price up - 50..50"]),
    ("DDR4 16Gb went from $4.80 in July to $10.70 in November.", ["DRAM price up 2025-11 .."]),
    ("At the very end of last year, DRAM demand slowed.", ["DRAM demand down 2025Q4 .."]),
    ("HBM SHORTAGE MAY PERSIST PAST 2030 $MU", ["HBM supply tight 2030 .. g h"]),
    # what a shortage does in a time to come
    ("The NAND shortage may become even more severe next year.", ["NAND supply tight 2027 .. g h"]),
    ("Makers say the DRAM crunch will get much worse in 2027.", ["DRAM supply tight 2027 .. g"]),
    ("The HBM shortage could carry over into 2028.", ["HBM supply tight 2028 .. g h"]),
    ("The DRAM shortage will last until the end of the decade.", ["DRAM supply tight 2030 .. g"]),
    ("The trade is about to enter 2027 with a DRAM shortage that is serious.", ["DRAM supply tight 2027 .. g"]),
    ("Phone sales will fall in 2027 with a DRAM shortage that is serious.", ["DRAM supply tight - .. g"]),
    # what something else is planned for, and goods of that quarter
    ("The retailer lifted its 2026 cash capex budget, expressly citing dearer DRAM at higher prices.",
     ["DRAM price up - .."]),
    ("The firm attributed its Q1 laptop price hikes to a 40% DRAM price jump.", ["DRAM price up - 40..40"]),
]  # fmt: skip

CALLS = [
    ("For March, NAND prices rose.", ["NAND price up 2026Q1 .."]),
    ("For June, we expect DRAM prices to rise.", ["DRAM price up 2026Q2 .. g"]),
    ("In March, NAND prices fell.", ["NAND price down 2026-03 .."]),
    # what opens an answer is told of all that follows
    ("Lee, on the parts side and for the June quarter, NOR is in balance while SRAM stays oversupplied.",
     ["NOR supply balanced 2026Q2 ..", "SRAM supply loose 2026Q2 .."]),
    ("We had that in the first half of last year, leading to lower NAND prices.", ["NAND price down 2025H1 .."]),
    ("We forecast NAND costs to rise further as we move into the fiscal year.", ["NAND price up 2026 .. g"]),
    ("In the first quarter, HBM demand outpaced supply, a trend we see lasting into 2027.",
     ["HBM supply tight 2025Q4 ..", "HBM supply tight 2027 .. g"]),
    # a participle of what is so now is no past
    ("We do see increased memory cost.", ["MEMORY price up - .."]),
    ("We are facing increased DRAM prices.", ["DRAM price up - .."]),
    ("We saw increased memory cost.", ["MEMORY price up 2026Q1 .."]),
    # when something else was done
    ("This came up since we spoke last quarter, with DRAM costs increasing.", ["DRAM price up - .."]),
]  # fmt: skip


MAKERS = [
    ("DRAM contract prices in Q1 rose 55%.", ["DRAM price up 2025Q4 55..55"]),
    ("DRAM prices will fall in Q1.", ["DRAM price down 2026Q4 .. g"]),
    ("Tight conditions in DRAM and NAND are expected to persist beyond calendar 2027.",
     ["DRAM supply tight 2027 .. g", "NAND supply tight 2027 .. g"]),
    ("There is no new capacity coming online until 2028, so DRAM will be tight.", ["DRAM supply tight - .. g"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), MAKERS)
def test_when_a_maker_tells_of(text: str, expected: list[str]) -> None:
    """A quarter told in the past is no quarter to come, and a state of two products lasts for both."""
    claims = read_text(text, published_on=DAY, issuer="micron", doc_type="earnings_call").claims
    assert [write_claim(claim) for claim in claims] == expected


@pytest.mark.parametrize(("text", "expected"), PRESS)
def test_when_the_press_tells_of(text: str, expected: list[str]) -> None:
    """A word that looks like a period counts only where it tells when a change is."""
    assert [write_claim(claim) for claim in read_text(text, published_on=DAY).claims] == expected


@pytest.mark.parametrize(("text", "expected"), CALLS)
def test_when_a_buyer_tells_of(text: str, expected: list[str]) -> None:
    """A buyer of memory names quarters by their last month, and what it opens an answer with holds for all of it."""
    claims = read_text(text, published_on=DAY, issuer="apple", doc_type="earnings_call").claims
    assert [write_claim(claim) for claim in claims] == expected
