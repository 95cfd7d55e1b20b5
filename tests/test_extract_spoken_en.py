"""Spoken English of calls and of recaps of them: what is only counted on, taken or asked, and what is no supply."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 6, 24)

BUYERS = [
    # what is not counted on, or had rather be done without
    ("We don't count on a further drop in NAND pricing.", []),
    ("We are not banking on 10%, 15% cheaper HBM pricing.", []),
    ("We would hold back orders rather than accept higher prices for DRAM.", []),
    ("No matter how DRAM pricing moves, up or down, our fee stays.", []),
    ("Whatever NOR prices do, up or down, we are paid the same.", []),
    # what else grows beside a supply
    ("The deal keeps up NAND supply for our growing customer base.", []),
    ("It secures HBM supply for an expanding product portfolio.", []),
    ("Makers put a larger share of their output into HBM.", []),
]  # fmt: skip

RECAPS = [
    ("Asked about HBM, they said HBM stays undersupplied.", ["HBM supply tight - .."]),
    ("When pressed on how long DRAM price gains last, he said DRAM is undersupplied.",
     ["DRAM price up - ..", "DRAM supply tight - .."]),
    ("The firm thanked higher NAND prices and inventory valuation gains for its profit.", ["NAND price up - .."]),
    ("They will lift HBM4 output while expanding the customer base.", ["HBM supply up - .. g"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BUYERS)
def test_buyers_and_suppliers_on_calls(text: str, expected: list[str]) -> None:
    """One who buys memory or sells to its makers tells of prices and supply in the words of speech."""
    claims = read_text(text, published_on=DAY, issuer="HP", doc_type="earnings_call").claims
    assert [write_claim(claim) for claim in claims] == expected


@pytest.mark.parametrize(("text", "expected"), RECAPS)
def test_recaps_of_calls(text: str, expected: list[str]) -> None:
    """A recap tells what was said, who was asked, and what moved the results."""
    assert [write_claim(claim) for claim in read_text(text, published_on=DAY).claims] == expected
