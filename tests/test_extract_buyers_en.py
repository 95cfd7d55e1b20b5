"""What buyers of memory and makers of tools say in English: burdens, costs, stocks, and what is none of memory's."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 6, 24)

BUYERS = [
    # prices told only by what they do to a buyer
    ("Our results bear the impact of memory prices.", ["MEMORY price up - .."]),
    ("Margins are negatively affected by DRAM costs.", ["DRAM price up - .."]),
    ("We see no impact from memory pricing.", []),
    ("We have not seen any impact from memory pricing.", []),
    ("We do not expect a material impact from memory prices.", []),
    ("There was a headwind to us in Q2 from DRAM and other parts.", ["DRAM price up 2025Q4 .."]),
    ("DRAM, which has been a headwind for us, is on everybody's mind.", ["DRAM price up - .."]),
    # what goes on into a time that is not named
    ("Our margin is squeezed by dearer NAND at higher prices, which we expect to last in the near term.",
     ["NAND price up - ..", "NAND price up - .. g"]),
    ("Demand for SSDs was strong, which we expect to continue.", ["NAND demand up 2026Q1 ..", "NAND demand up - .. g"]),
    # inflation
    ("We feel inflation in DRAM prices.", ["DRAM price up - .."]),
    ("There is inflation in NAND, and it hurts.", ["NAND price up - .."]),
    ("We model inflationary component costs, including DRAM.", ["DRAM price up - .."]),
    ("Laptop makers suffer from inflationary pressures on components, including NAND.",
     ["NAND price up - .."]),
    # costs
    ("Challenges come from rising flash and HDD costs.", ["NAND price up - .."]),
    ("Buyers pulled in demand to avoid the impact of rising memory prices.", ["MEMORY price up - .."]),
    ("We hope to avoid rising memory prices.", []),
    ("We are looking at the impact of the memory chip increase in costs.", ["MEMORY price up - .."]),
    ("We see some costs rising as we've discussed, especially in memory.", ["MEMORY price up - .."]),
    ("To help absorb rising DRAM costs, we took actions, and sales were good in the quarter.",
     ["DRAM price up - .."]),
    ("We'll actually be raising prices because of the DRAM shortage.", ["DRAM supply tight - .."]),
    ("We see cost pressure from DRAM pricing, which went up in both our Q3 as well as Q4.",
     ["DRAM price up 2026Q1 ..", "DRAM price up 2026Q2 .."]),
    # which kinds of memory a change is told of
    ("Memory prices rose across DRAM and NAND.", ["DRAM price up 2026Q1 ..", "NAND price up 2026Q1 .."]),
    ("There is memory price inflation across NAND and NOR.", ["NAND price up - ..", "NOR price up - .."]),
    ("The price of memory chips is rising. This supply constraint makes servers dear.",
     ["MEMORY price up - ..", "MEMORY supply tight - .."]),
    # what a price does to something else
    ("Memory is becoming more expensive, and that will pressure our gross margin in the second half.",
     ["MEMORY price up - .."]),
    ("Memory price increases could slow PC demand in the second half.", ["MEMORY price up - .."]),
    ("The rise in memory prices will have an impact on demand.", ["MEMORY price up - .."]),
    ("Memory price increases could continue in the second half.", ["MEMORY price up 2026H2 .. g h"]),
    # burdens that fade, costs that help
    ("We expect the memory headwind to ease in the back half.", ["MEMORY price down 2026H2 .. g"]),
    ("Commodity costs, notably memory, were favorable in the quarter.", ["MEMORY price down 2026Q1 .."]),
    # what one counts on
    ("We've assumed that memory prices go up another 20%.", ["MEMORY price up - 20..20 g"]),
    # what there is to be had
    ("Memory availability is a gating factor for us.", ["MEMORY supply tight - .."]),
    ("Component availability, particularly memory, remains a challenge.", ["MEMORY supply tight - .."]),
    ("OEMs are struggling to get enough DRAM.", ["DRAM supply tight - .."]),
    ("PC makers are scrambling to secure DRAM.", ["DRAM supply tight - .."]),
    ("Memory is the gating factor for our growth.", ["MEMORY supply tight - .."]),
    ("We are seeing longer lead times on SSDs.", ["NAND supply tight - .."]),
    ("We are seeing shorter lead times on SSDs.", ["NAND supply loose - .."]),
    ("The price of DDR5 went up 4x in six months.", ["DRAM price up - 300..300"]),
    ("NAND prices fell and DRAM continued to rise.", ["NAND price down 2026Q1 ..", "DRAM price up 2026Q1 .."]),
    ("DRAM spot prices are up 5x year-over-year.", ["DRAM price up - 400..400"]),
    # stocks
    ("Our stock of NAND is higher than we want.", ["NAND inventory loose - .."]),
    # prices that stay
    ("DRAM prices should stay at these low levels.", ["DRAM price flat - .. g"]),
    # what is none of memory's
    ("We see weaker modem demand and a weak NAND pricing environment.", ["NAND price down - .."]),
    ("NAND prices matter. Are rising land prices one of the reasons?", []),
    ("Is there weakness aside from DRAM pricing?", []),
    ("I have a question on memory shortages.", []),
    ("We rely on SSDs, with fewer drives to back up their files.", []),
    ("Servers create demand for HBM DRAM.", ["HBM demand up - .."]),
    ("We turned the corner on production in a hard market for memory.", []),
    ("We need DRAM and fewer drives.", []),
    # what those who ask take for granted
    ("How do you plan, given how tight memory supply is?", ["MEMORY supply tight - .."]),
    ("I'm curious how you plan, as the makers have been highlighting DRAM shortages into 2028.",
     ["DRAM supply tight 2028 .. g"]),
    # a growth told of a demand
    ("There is growth in server DRAM demand.", ["DRAM demand up - .."]),
]  # fmt: skip

PRESS = [
    ("The handheld's maker is raising prices for most of its devices due to the RAM shortage.",
     ["DRAM supply tight - .."]),
    ("Higher memory costs would push up smartphone prices in 2027.", ["MEMORY price up - .."]),
    ("The AI boom has eaten up the world's supply of memory chips.", ["MEMORY supply tight - .."]),
    ("There isn't a brand that isn't affected by the jump in NAND prices.", ["NAND price up - .."]),
    ("The move reflects intense demand pressure on DRAM.", ["DRAM demand up - .."]),
    ("Quotes for DRAM hold only within very short windows.", []),
    ("It raised HBM supply prices by 20% for 2027.", ["HBM price up 2027 20..20 g"]),
    ("A 30TB enterprise SSD now costs $17,000 — up 450% from $3,090 a year ago.", ["NAND price up - 450..450"]),
    ("The 16GB DDR5 module hit $151 (up from $24).", ["DRAM price up - .."]),
    ("The 4Gb DDR3 chips used in cars climbed from $2 to $12 in 2025, a 6x jump.",
     ["DRAM price up 2025 500..500"]),
    ("Kioxia has lined up all orders for its NAND output for 2027.",
     ["NAND supply tight 2027 .."]),
    ("The fill rate for NAND has dropped.", ["NAND supply tight - .."]),
    ("HBM is the tightest part of the market.", ["HBM supply tight - .."]),
    ("The shortage of NAND will last until new capacity comes online in 2028.", ["NAND supply tight - .. g"]),
    ("The DRAM maker says that its foundry rival's advanced-node capacity is sold out.", []),
    ("With a market set to reach $400 billion by 2031, demand for HBM is growing fast.",
     ["HBM demand up - .."]),
    ("We see recent increases in NAND prices and availability.", ["NAND price up - .."]),
]  # fmt: skip

TOOLS = [
    ("Demand was strong in memory as it was in logic in 2025.", []),
    ("We expect logic demand to increase 50% and memory to be down 20%.", []),
    ("We see our memory demand rise.", []),
    ("Memory end market demand slowed, as did the logic end markets.", ["MEMORY demand down 2026Q1 .."]),
    ("Demand for DRAM is strong.", ["DRAM demand up - .."]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("issuer", "text", "expected"),
    [
        *(("cisco", text, expected) for text, expected in BUYERS),
        *(("ASML", text, expected) for text, expected in TOOLS),
    ],
)
def test_what_a_buyer_says_on_a_call(issuer: str, text: str, expected: list[str]) -> None:
    """A buyer tells of prices by what they cost it; what sells to the makers of memory is not what memory sells."""
    claims = read_text(text, published_on=DAY, issuer=issuer, doc_type="earnings_call").claims
    assert [write_claim(claim) for claim in claims] == expected


@pytest.mark.parametrize(("text", "expected"), PRESS)
def test_what_the_press_says_buyers_pay(text: str, expected: list[str]) -> None:
    """Prices told by money, and supply told by what is promised of it."""
    assert [write_claim(claim) for claim in read_text(text, published_on=DAY).claims] == expected


@pytest.mark.parametrize(("year", "speaker"), [(2019, "company"), (2025, "third_party")])
def test_a_maker_that_sold_its_flash(year: int, speaker: str) -> None:
    """Intel spoke of its own memory until it sold it."""
    text = "NAND prices declined sharply."
    claims = read_text(text, published_on=dt.date(year, 7, 25), issuer="Intel", doc_type="earnings_call").claims
    assert [claim.speaker for claim in claims] == [speaker]
