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
    # what is looked at, and taken up by a pronoun
    ("Then you look at HBM pricing as an example, that rose 30% in March.", ["HBM price up 2026-03 30..30"]),
    ("As for NAND prices, those have gone up 20%.", ["NAND price up - 20..20"]),
    ("And if we look at the market for NOR today, it's really tight.", ["NOR supply tight - .."]),
    ("When it comes to SRAM, things are still very tight.", ["SRAM supply tight - .."]),
    ("On DRAM we sell modules, and it is a tight race.", []),
    # prices and supply in words of speech
    ("HBM pricing seems to be leveling out.", ["HBM price flat - .. h"]),
    ("In 2025 you saw pricing sort of firm for NOR.", ["NOR price up 2025 .."]),
    ("Our firm prices NOR by the quarter.", []),
    ("There's a tighter market in SRAM and prices have risen.", ["SRAM supply tight - ..", "SRAM price up - .."]),
    ("The PC trade is constrained a little on DRAM.", ["DRAM supply tight - .."]),
    ("DRAM supply is starting to match demand.", ["DRAM supply balanced - .."]),
    ("Next year there is going to be more NAND supply.", ["NAND supply up 2027 .. g"]),
    ("A 2TB NAND drive at such prices is no match for a disk.", []),
    # a pricing environment, as it is to who speaks
    ("We still live with a difficult NOR pricing environment.", ["NOR price up - .."]),
    ("The SRAM pricing environment stays challenging.", ["SRAM price up - .."]),
    ("It is a tough environment for our NOR sales team.", []),
    # what else grows beside a supply
    ("The deal keeps up NAND supply for our growing customer base.", []),
    ("It secures HBM supply for an expanding product portfolio.", []),
    ("Makers put a larger share of their output into HBM.", []),
]  # fmt: skip

MAKERS = [
    ("Profit was held down by a tougher NOR pricing environment.", ["NOR price down 2026Q1 .."]),
    ("The SRAM pricing environment remained challenging.", ["SRAM price down - .."]),
]

RECAPS = [
    ("Sandisk told of a good fiscal third quarter for 2026 with tight NAND supply.", ["NAND supply tight 2026Q1 .."]),
    ("Asked about HBM, they said HBM stays undersupplied.", ["HBM supply tight - .."]),
    ("When pressed on how long DRAM price gains last, he said DRAM is undersupplied.",
     ["DRAM price up - ..", "DRAM supply tight - .."]),
    ("The firm thanked higher NAND prices and inventory valuation gains for its profit.", ["NAND price up - .."]),
    ("Sales suffered from a weaker-than-expected demand recovery in NAND.", ["NAND demand up - .."]),
    ("Demand for etch parts stays good with the ramp of new 3D NAND.", []),
    # what moved the results that somebody reported
    ("The maker's loss was due to a steep fall in NOR prices.", ["NOR price down 2026Q1 .."]),
    ("Sales rose 9% sequentially, as HBM demand climbed.", ["HBM demand up 2026Q1 .."]),
    ("Micron said higher SRAM prices drove most of its profit.", ["SRAM price up 2026Q1 .."]),
    ("The maker's loss will be due to falling NOR prices.", ["NOR price down - .."]),
    ("Higher SRAM prices have boosted profits.", ["SRAM price up - .."]),
    # the ends of a range
    ("Everything from LPDDR5 and DDR5 to flash-based SSDs and mechanical HDDs faces shortages.",
     ["DRAM supply tight - ..", "DRAM supply tight - ..", "NAND supply tight - .."]),
    ("Orders moved from SRAM to NOR, of which prices rose.", ["NOR price up - .."]),
    ("They will lift HBM4 output while expanding the customer base.", ["HBM supply up - .. g"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BUYERS)
def test_buyers_and_suppliers_on_calls(text: str, expected: list[str]) -> None:
    """One who buys memory or sells to its makers tells of prices and supply in the words of speech."""
    claims = read_text(text, published_on=DAY, issuer="HP", doc_type="earnings_call").claims
    assert [write_claim(claim) for claim in claims] == expected


@pytest.mark.parametrize(("text", "expected"), MAKERS)
def test_makers_on_calls(text: str, expected: list[str]) -> None:
    """To a maker a hard pricing environment is one in which prices fall."""
    claims = read_text(text, published_on=DAY, issuer="GigaDevice", doc_type="earnings_call").claims
    assert [write_claim(claim) for claim in claims] == expected


@pytest.mark.parametrize(("text", "expected"), RECAPS)
def test_recaps_of_calls(text: str, expected: list[str]) -> None:
    """A recap tells what was said, who was asked, and what moved the results."""
    assert [write_claim(claim) for claim in read_text(text, published_on=DAY).claims] == expected


SPEAKERS = [
    ('"NAND prices fell 4% in May," SK hynix said in a filing.', "company"),
    ('"NAND prices fell 4% in May," SK hynix said on Monday.', "company"),
    ("Winbond Electronics Corp, the island's top maker of NOR chips, yesterday said NOR prices rose 5%.", "company"),
    ("Micron, which also sells to Nvidia, said its HBM supply was sold out.", "company"),
    ("NAND prices rose 5%, according to Jane Roe, chief executive of Phison Electronics.", "company"),
    ("NAND prices rose 5%, according to Jane Roe, an analyst who covers Phison Electronics.", "third_party"),
    ("Micron shares sank after Citi said DRAM prices fell 5%.", "third_party"),
]


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS)
def test_who_says_it(text: str, speaker: str) -> None:
    """A maker says it also where what it is stands between, where a place follows, or where its officer does."""
    claims = read_text(text, published_on=DAY).claims
    assert {claim.speaker for claim in claims} == {speaker}
