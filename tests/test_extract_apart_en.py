"""English shortages and prices told beside something else that has a period: sentences of our own."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 7, 20)

TABLE = [
    # a shortage that something else is put down to is of no period
    ("Laptop shipments will fall 8% in 2027 because of the DRAM shortage.", ["DRAM supply tight - .."]),
    ("Tablet makers brace for a slump in 2027 amid a global NAND crunch", ["NAND supply tight - .."]),
    ("The NAND scarcity will dent console output in 2027.", ["NAND supply tight - .. g"]),
    ("NOR contract prices to jump 15% in 4Q26 on persistent shortages",
     ["NOR price up 2026Q4 15..15 g", "NOR supply tight - .."]),
    ("The gadget was unveiled at IFA 2026, overshadowed by a memory squeeze", ["MEMORY supply tight - .."]),
    # but it is of the period of a past effect, and of one that is its own
    ("Prices fell in the second quarter amid a NAND glut.",
     ["NAND price down 2026Q2 ..", "NAND supply loose 2026Q2 .."]),
    ("Profit shrank in the first quarter on a NAND oversupply.", ["NAND supply loose 2026Q1 .."]),
    ("The NOR shortage will worsen in 2027.", ["NOR supply tight 2027 .. g"]),
    ("The broker warned of a NAND shortage in 2027.", ["NAND supply tight 2027 .. g"]),
    ("It cites a DRAM shortage that may last through 2027.", ["DRAM supply tight 2027 .. g"]),
    # a price told beside the date of something else
    ("Revised June 2026: with NOR prices climbing, we have dropped two boards.", ["NOR price up - .."]),
    ("Nintendo cut its sales forecast for fiscal 2027 because of higher memory costs.", ["MEMORY price up - .."]),
    ("Asus had record sales in the second quarter, but warns of higher NAND costs.", ["NAND price up - .."]),
    ("How do higher memory prices weigh on your guidance for 2027?", ["MEMORY price up - .."]),
    # but it is of the period of sales, a price or a frame
    ("Kioxia expects revenue to rise in the third quarter, driven by higher NAND prices.",
     ["NAND price up 2026Q3 .."]),
    ("NOR revenue rose 20% in the second quarter, lifted by higher prices.", ["NOR price up 2026Q2 .."]),
    ("We assume that throughout next year, most of the growth in flash will come from pricing.",
     ["NAND price up 2027 .. g h"]),
    ("Preview of 2027: NOR Prices to Climb as Supply Stays Short",
     ["NOR price up 2027 .. g", "NOR supply tight 2027 .. g"]),
    ("The agency sees DRAM climbing 10-15% in 4Q26, and NAND prices up 5%.",
     ["DRAM price up 2026Q4 10..15 g", "NAND price up 2026Q4 5..5 g"]),
]  # fmt: skip

WHOLE = [
    # a cause before what came of it, and years of an estimate
    ("In spite of weaker NAND demand, bit shipments in the second quarter rose 4%.", ["NAND demand down 2026Q2 .."]),
    ("Hurt by falling NOR prices, sales in the first quarter slid 7%.", ["NOR price down 2026Q1 .."]),
    ("Helped by higher DRAM prices, sales in the third quarter will climb.", ["DRAM price up - .."]),
    ("NAND supply will stay tight through 2027E.", ["NAND supply tight 2027 .. g"]),
    ("CY18 industry SLC NAND supply growth was 12%.", ["NAND supply up 2018 12..12"]),
    ("The 2027e model is a scenario.", []),
]  # fmt: skip

RESULTS = [
    # what results tell in the past alone is of one quarter
    ("NAND bit shipments edged up, while prices rose 14% due to tight supply.",
     ["NAND price up 2026Q2 14..14", "NAND supply tight 2026Q2 .."]),
    ("For NAND, solid demand from data centers led to higher bit shipments QoQ.",
     ["NAND demand up 2026Q2 .."]),
    ("In NAND, mobile demand continued to show a favorable trend.", ["NAND demand up 2026Q2 .."]),
    ("NAND demand remains strong and supply is tight.", ["NAND demand up - ..", "NAND supply tight - .."]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), RESULTS, ids=[sentence for sentence, _ in RESULTS])
def test_claims_of_results(sentence: str, expected: list[str]) -> None:
    """What a maker's press release tells in the past is of the quarter reported on."""
    claims = read_text(sentence, published_on=dt.date(2026, 7, 23), issuer="SK hynix", doc_type="press").claims
    assert [write_claim(claim) for claim in claims] == expected


@pytest.mark.parametrize(("sentence", "expected"), WHOLE, ids=[sentence for sentence, _ in WHOLE])
def test_claims_of_cause_before(sentence: str, expected: list[str]) -> None:
    """A cause told before a past effect is of its period."""
    assert [write_claim(claim) for claim in read_text(sentence, published_on=DAY).claims] == expected


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[sentence for sentence, _ in TABLE])
def test_claims_of_sentence(sentence: str, expected: list[str]) -> None:
    """A cause has the period of a past effect or of a maker's sales, and none of what else it is told beside."""
    assert [write_claim(claim) for claim in read_text(sentence, published_on=DAY).claims] == expected
