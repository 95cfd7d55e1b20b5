"""English that tells of no change of memory: rules, suits, securities; and periods that only hold a peak or trough."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 7, 2)

TABLE = [
    # what holds whenever something does
    ("When demand exceeds supply, NOR prices rise.", []),
    ("NOR prices rise when demand outstrips supply.", []),
    ("SLC NAND prices drop whenever stocks swell.", []),
    ("As a general rule, NOR spot prices fall before contract prices do.", []),
    ("NOR prices fell when supply exceeded demand.", ["NOR price down - ..", "NOR supply loose - .."]),
    ("NOR prices are rising when demand exceeds supply.", ["NOR price up - ..", "NOR supply tight - .."]),
    # what is alleged
    ("Prosecutors say that the makers agreed to lift NAND prices.", []),
    ("The suit accuses Winbond and Macronix of conspiring to raise NOR prices.", []),
    ("A judge threw out the claim that Nanya had colluded to push up DDR3 prices.", []),
    # orders, workers, bonds and funds
    ("Micron stock sees a shortage of sellers", []),
    ("Samsung's memory unit faces a shortage of engineers.", []),
    ("Winbond's bond offering met strong demand.", []),
    ("Demand for memory funds surged in May.", []),
    # other words that are no change
    ("Mobile DRAM price hikes will be capped in Q4.", []),
    ("Winbond cites slow inventory digestion of NOR.", []),
    ("NOR inventories at phone makers have returned to normal.", ["NOR inventory balanced - .."]),
    ("NOR demand has weakened in a very short period of time.", ["NOR demand down - .."]),
    # a period that only holds the turn that a change is measured by
    ("NOR prices have recovered 40% from the trough in second-quarter 2025.", ["NOR price up - 40..40"]),
    ("DDR3 is down 15% from its high in May 2024.", ["DRAM price down - 15..15"]),
    ("Traders cut DDR3 quotes by 15% from the May peak.", ["DRAM price down - 15..15"]),
    ("September NOR contract prices are set to increase 8% from August.", ["NOR price up 2026-09 8..8 g"]),
    ("May NOR contract prices rose 8% from April.", ["NOR price up 2026-05 8..8"]),
    ("NOR supply will outpace demand next year, and prices will slide 8% for the full year.",
     ["NOR supply loose 2027 .. g", "NOR price down 2027 8..8 g"]),
    ("NOR prices will rise from August.", ["NOR price up 2026-08 .. g"]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[sentence for sentence, _ in TABLE])
def test_claims_of_sentence(sentence: str, expected: list[str]) -> None:
    """Only what changed, is short or is to change makes a claim, and its period is no peak's."""
    assert [write_claim(claim) for claim in read_text(sentence, published_on=DAY).claims] == expected
