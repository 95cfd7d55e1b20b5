"""English headlines: words that only sound like a price or a supply, and what is sold out or short in few words."""

from __future__ import annotations

import pytest

from tests.test_extract_grammar import DAY, write_claim
from tracker.extract import read_text

# Shares, costs of making, talks and tools beside memory.
NOT_OURS = [
    ("Three brokers have raised their price targets, citing strong NOR demand.", ["NOR demand up - .."]),
    ("The bank lifted its target prices for makers of DRAM.", []),
    ("Price-target hikes follow the report of Winbond on NOR.", []),
    ("Kioxia signs long-term supply deals as NAND sales rise.", []),
    ("A rise in assembly costs hits memory-chip supply-chain firms.", []),
    ("Router makers fear for SRAM supply and pricing stability.", []),
    ("The fair shows NOR adapters that gain popularity and use cheaper DDR3 modules.", []),
    ("NOR price talks stalled in May.", []),
    ("A maker of HBM tools raises DRAM equipment output.", []),
    ("Tariff pressure and NOR pricing shape the trade in routers.", []),
    ("Wider NOR lines lead to increased capital spending.", []),
    ("Gigabit routers may help ease the SRAM price crunch.", []),
]  # fmt: skip
PRICES = [
    ("Winbond asks for a 12% increase in NOR supply prices.", ["NOR price up - 12..12"]),
    ("Macronix lowered its NOR supply price by 5%.", ["NOR price down - 5..5"]),
    ("Makers of cars reel from the NOR price shock.", ["NOR price up - .."]),
    ("The SSD pricing crisis reaches schools.", ["NAND price up - .."]),
    ("Speculators have pushed SRAM prices to a record high.", ["SRAM price up - .."]),
    ("Scalpers sent GDDR7 prices to historically high levels.", ["DRAM price up - .."]),
    ("NOR cost pressure lasts.", ["NOR price up - .."]),
]  # fmt: skip
SCARCE = [
    ("Sold-out NOR lines keep Macronix busy.", ["NOR supply tight - .."]),
    ("Winbond has booked most of its 2027 NOR capacity.", ["NOR supply tight 2027 .."]),
    ("NAND makers have promised the bulk of next year's output.", ["NAND supply tight 2027 .."]),
    ("SRAM makers leave little room for new customers.", ["SRAM supply tight - .."]),
    ("The SRAM market remains under heavy strain.", ["SRAM supply tight - .."]),
    ("eMMC supply-demand stress goes on.", ["NAND supply tight - .."]),
    ("Meters crunch global NOR supply.", ["NOR supply tight - .."]),
    ("The ban restricts the supply of GDDR6.", ["DRAM supply tight - .."]),
    ("Toy makers fight for dwindling NOR supply.", ["NOR supply down - .."]),
    ("The fire destroyed 4% of NOR output.", ["NOR supply down - 4..4"]),
    ("The quake may knock out around 6% of global SRAM supply.", ["SRAM supply down - 6..6 g h"]),
    ("Makers work to address a NOR glut that is getting worse.", ["NOR supply loose - .."]),
    ("Old consoles bring renewed demand for SRAM.", ["SRAM demand up - .."]),
    ("The shortage of SRAM affects the production of tablets.", ["SRAM supply tight - .."]),
    ("Winbond sold most of its stake in a maker of NOR.", []),
]  # fmt: skip
# What else than memory is dearer or wanted, where memory is only the reason or describes a thing.
OTHERS = [
    ("Ayn raises the price of its handheld due to the SRAM shortage.", ["SRAM supply tight - .."]),
    ("Router prices climb amid an SRAM crisis.", ["SRAM supply tight - .."]),
    ("Lego blames the NOR shortage for a $20 price hike.", ["NOR supply tight - .."]),
    ("The toy robot is becoming pricier as SRAM supply pressures persist.", ["SRAM supply tight - .."]),
    ("Devices that use SRAM are becoming pricier.", []),
    ("SRAM is becoming pricier.", ["SRAM price up - .."]),
    ("NOR prices climb amid a shortage of SRAM.", ["NOR price up - ..", "SRAM supply tight - .."]),
    ("High demand for high-memory Macs delays deliveries.", []),
    ("Investors point to rising demand for robots and a wider SRAM market.", []),
    ("The rise is put down to booming car demand and a global NOR shortage.", ["NOR supply tight - .."]),
    ("The SRAM price rally shows signs of cooling.", ["SRAM price up - .. h"]),
]  # fmt: skip
LISTED = [
    ("Makers of meters complain of rising chip and NOR prices.", ["NOR price up - .."]),
    ("Higher component and SRAM costs weigh on toys.", ["SRAM price up - .."]),
    ("NOR up nearly 30% YoY.", ["NOR price up - 30..30"]),
    ("NOR up nearly 30% YoY (JP, 5/22/2026).", ["NOR price up - 30..30"]),
    ("NOR contract prices rebounded from their May dip.", ["NOR price up - .."]),
    ("NOR spot prices leapt from $1.10 (32Mb) in August last year to $2.40 in December.", ["NOR price up 2025-12 .."]),
    ("SRAM contract prices rose 4% in October last year.", ["SRAM price up 2025-10 4..4"]),
]  # fmt: skip
# Of which time a state is: one of now beside a forecast, one of a paper, one that lasts.
TIMES = [
    ("With demand for NOR still sluggish, NOR prices will keep falling through 2027.",
     ["NOR demand down - ..", "NOR price down 2027 .. g"]),
    ("In its Q1 2026 investor letter, the fund names rising demand for NOR.", ["NOR demand up - .."]),
    ("NOR prices will keep rising after the third quarter.", ["NOR price up - .. g"]),
    ("Winbond at Tokyo memory forum 2025: AI tightens NOR market", ["NOR supply tight - .."]),
    ("The NOR shortage, which began in the second half of last year, will go on until the end of this year.",
     ["NOR supply tight 2026 .. g"]),
    ("NOR prices set to rise 20% in 2027 as car demand tightens SRAM supply",
     ["NOR price up 2027 20..20 g", "SRAM supply tight - .."]),
    ("NOR prices rose 20% in May as fires tightened SRAM supply",
     ["NOR price up 2026-05 20..20", "SRAM supply tight 2026-05 .."]),
]  # fmt: skip
# An aside between commas parts no subject from its verb.
ASIDES = [
    ("SRAM prices, however, rose 5%.", ["SRAM price up - 5..5"]),
    ("Demand for NOR, though, is weak.", ["NOR demand down - .."]),
    ("Supply of SRAM, meanwhile, remains tight.", ["SRAM supply tight - .."]),
    ("Prices of NOR, on the other hand, will fall in the fourth quarter.", ["NOR price down 2026Q4 .. g"]),
    ("NOR prices rose 4%, though SRAM prices fell 2%.", ["NOR price up - 4..4", "SRAM price down - 2..2"]),
    ("It matters because NOR markets are already tight.", ["NOR supply tight - .."]),
    ("The wider SRAM market begins to tighten.", ["SRAM supply tight - .."]),
]  # fmt: skip
# What a question takes for granted, what dear memory does to others, and what a verb is not said of.
GRANTED = [
    ("As NOR Demand Keeps Rising, Which Stock Deserves a Look?", ["NOR demand up - .."]),
    ("Will Tight SRAM Supply Reshape the Router Trade?", ["SRAM supply tight - .."]),
    ("Will SRAM supply tighten?", []),
    ("A toy maker warns as SRAM prices drive up hardware costs.", ["SRAM price up - .."]),
    ("SRAM shortages push costs higher.", ["SRAM supply tight - ..", "SRAM price up - .."]),
    ("Shops are stockpiling GPUs as SRAM is short.", ["SRAM supply tight - .."]),
    ("Macronix slides 4% on NOR supply worries.", []),
    ("The fair shows the increasing role of China in NOR supply.", []),
    ("NOR production cuts would be needed to shore up the trade.", []),
    ("Memory prices, including SRAM and NOR, have been surging.", ["SRAM price up - ..", "NOR price up - .."]),
]  # fmt: skip
CHIPS = [
    ("Micron misses estimates as chip glut hurts trade", ["MEMORY supply loose - .."]),
    ("Analyst lifts his target for Micron, seeing higher chip prices", ["MEMORY price up - .. g"]),
    ("Kioxia gains on higher chip demand", ["NAND demand up - .."]),
    ("Micron and Nvidia gain on higher chip demand", []),
    ("Samsung gains on higher chip demand", []),
]  # fmt: skip
TABLE = NOT_OURS + PRICES + SCARCE + OTHERS + LISTED + TIMES + ASIDES + GRANTED + CHIPS


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[s for s, _ in TABLE])
def test_headlines(sentence: str, expected: list[str]) -> None:
    """A headline says in few words what is short or dear; shares, talks and costs of making are none of it."""
    assert [write_claim(c) for c in read_text(sentence, published_on=DAY, issuer="multiple").claims] == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "NAND glut may ease in 2027 but the SRAM shortage lingers",
        "Analysts project earnings growth into 2027 based on tight SRAM supply.",
    ],
)
def test_no_period_of_a_forecast_beside(sentence: str) -> None:
    """What is short now is not short in the year that a forecast beside it is told of."""
    claims = read_text(sentence, published_on=DAY, issuer="multiple").claims
    assert [(c.product, c.direction, c.period) for c in claims] == [("SRAM", "tight", None)]
