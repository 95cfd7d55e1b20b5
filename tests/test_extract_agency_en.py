"""English of agencies' releases and of wires: one period for two products, bases, multiples of a price."""

from __future__ import annotations

import pytest

from tests.test_extract_grammar import DAY, write_claim
from tracker.extract import read_text

TABLE = [
    # what is set to happen beside a forecast is of the forecast's quarter
    ("NOR contract prices will climb 8% in 4Q26, while SLC NAND contract prices are set to gain 12%.",
     ["NOR price up 2026Q4 8..8 g", "NAND price up 2026Q4 12..12 g"]),
    ("Server DRAM prices are projected to rise 9% in Q4, whereas graphics DRAM prices are expected to slip 2%.",
     ["DRAM price up 2026Q4 9..9 g", "DRAM price down 2026Q4 2..2 g"]),
    ("HBM and DDR5 shortages will persist through 2027.",
     ["HBM supply tight 2027 .. g", "DRAM supply tight 2027 .. g"]),
    ("Tight NOR and NAND supply will last through 2027, Macronix said.",
     ["NOR supply tight 2027 .. g", "NAND supply tight 2027 .. g"]),
    # another size for another period
    ("NOR prices rose 12% in Q1 and another 18% in Q2.", ["NOR price up 2026Q1 12..12", "NOR price up 2026Q2 18..18"]),
    ("DDR4 prices fell 6% in April and a further 3% in May.",
     ["DRAM price down 2026-04 6..6", "DRAM price down 2026-05 3..3"]),
    # a third product of a list that shares its verb
    ("NOR prices gained 20%, followed by SLC NAND at 15% and DDR3 at 9%.",
     ["NOR price up - 20..20", "NAND price up - 15..15", "DRAM price up - 9..9"]),
    # multiples
    ("The cost of DRAM was four times what it was a year earlier.", ["DRAM price up - 300..300"]),
    ("NOR prices are twice what they were last summer.", ["NOR price up - 100..100"]),
    ("NAND prices are five times as high as a year ago.", ["NAND price up - 400..400"]),
    # headlines tell what is to come by a bare "to"
    ("NOR prices to keep rising, Winbond says", ["NOR price up - .. g"]),
    ("Micron to cut NOR output", ["NOR supply down - .. g"]),
    ("Fire to tighten NOR supply", ["NOR supply tight - .. g"]),
    ("NOR prices continue to rise", ["NOR price up - .."]),
    ("Boycott caused NOR prices to fall", ["NOR price down - .."]),
    # lines of letters whose caption stands before a colon
    ("NOR contract: +6% QoQ in 4Q26", ["NOR price up 2026Q4 6..6 g"]),
    ("4Q26 contract: NOR +6%, DDR3 -2%", ["NOR price up 2026Q4 6..6 g", "DRAM price down 2026Q4 2..2 g"]),
    ("NOR contract prices +6%, DDR3 -2% QoQ", ["NOR price up - 6..6", "DRAM price down - 2..2"]),
    ("NOR bit shipments: +6% QoQ", []),
    # what shows no sign of easing
    ("NOR prices show no sign of easing.", ["NOR price down - .. n"]),
    ("The NOR shortage shows no signs of easing.", ["NOR supply tight - .."]),
    ("NOR price rises show no sign of easing.", ["NOR price up - .."]),
    ("HBM costs five times as much as DDR5.", []),
]  # fmt: skip

BASES = [
    ("NOR prices rose 9% on the month.", "MoM"),
    ("DRAM export prices fell 4 percent on the quarter.", "QoQ"),
    ("NAND contract prices were up 61% on the year.", "YoY"),
    ("DDR5 contract prices gained 14% from the month before.", "MoM"),
    ("NAND contract prices were 3.5% higher than a month earlier.", "MoM"),
    ("NOR prices slid 7% from the quarter before.", "QoQ"),
    ("Asus cut its forecast to a 7% YoY decline owing to soaring DRAM prices.", None),
    ("Winbond lifted its quarterly dividend by 20% as NOR demand outpaced supply.", None),
    ("NOR prices fell 7% on the announcement.", None),
]


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[sentence for sentence, _ in TABLE])
def test_release_gives_its_claims(sentence: str, expected: list[str]) -> None:
    """Each product has its size and the period that it is told of."""
    claims = read_text(sentence, published_on=DAY, issuer="industry").claims
    assert [write_claim(claim) for claim in claims] == expected


@pytest.mark.parametrize(("sentence", "basis"), BASES, ids=[sentence for sentence, _ in BASES])
def test_wire_phrase_is_a_basis(sentence: str, basis: str | None) -> None:
    """The news agencies' "on the month" and "from the month before" say what a change is compared with."""
    assert [claim.basis for claim in read_text(sentence, published_on=DAY, issuer="industry").claims] == [basis]
