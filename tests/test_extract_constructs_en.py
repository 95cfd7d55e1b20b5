"""The many English ways of saying that a price, supply, demand or a stock moves, is tight or loose, or rests."""

from __future__ import annotations

import pytest

from tests.test_extract_grammar import DAY, write_claim
from tracker.extract import read_text

TABLE = [
    # prices of a market, of a list, by a size or by an amount of money
    ("DDR5 contracts are being settled 20% above the first quarter.", ["DRAM price up - 20..20"]),
    ("Suppliers point to a 15% step-up for server DRAM in 3Q26.", ["DRAM price up 2026Q3 15..15"]),
    ("We expect 5% erosion in server DRAM this quarter.", ["DRAM price down 2026Q3 5..5 g"]),
    ("DDR4 kits are up 70%.", ["DRAM price up - 70..70"]),
    ("16Gb DDR5 parts were fixed 1.5% lower in June.", ["DRAM price down 2026-06 1.5..1.5"]),
    ("Samsung closed server DRAM deals 30% above the previous quarter.", ["DRAM price up - 30..30"]),
    ("DDR4 has lost 20% of its value since May.", ["DRAM price down - 20..20"]),
    ("Suppliers added 10% to DDR4 quotes in June.", ["DRAM price up 2026-06 10..10"]),
    ("Retailers slash tags on SSDs", ["NAND price down - .."]),
    ("DRAM quotes head north again.", ["DRAM price up - .."]),
    ("NAND quotes keep grinding lower.", ["NAND price down - .."]),
    ("DDR5 spot is 10% below its April level.", ["DRAM price down - 10..10"]),
    ("DRAM prices hit a five-year high in June.", ["DRAM price up 2026-06 .."]),
    ("SSDs were 20% cheaper in June.", ["NAND price down 2026-06 20..20"]),
    ("RAM is now twice as expensive as in January.", ["DRAM price up - .."]),
    ("Makers offer discounts on DDR4.", ["DRAM price down - .."]),
    ("Buyers pay more for NAND.", ["NAND price up - .."]),
    ("NAND prices failed to rise in June.", ["NAND price up 2026-06 .. n"]),
    ("4GB DDR3 modules slid to $17.50 in May.", ["DRAM price down 2026-05 .."]),
    ("eMMC 8GB has leapt from $1.5 to $20.", ["NAND price up - .."]),
    ("Flash card prices sank in June.", ["NAND price down 2026-06 .."]),
    ("DRAM prices ended the quarter 12% lower.", ["DRAM price down - 12..12"]),
    ("The price of a 16GB DDR5 module went from $60 to $120.", ["DRAM price up - .."]),
    ("Winbond quoted DDR3 30% higher for the second quarter.", ["DRAM price up 2026Q2 30..30"]),
    ("DRAM prices are on a tear.", ["DRAM price up - .."]),
    ("Makers refuse to cut NAND prices.", ["NAND price down - .. n"]),
    ("DDR5 sells at four times the price in September.", ["DRAM price up - .."]),
    ("DDR4 prices are at six times year-ago levels.", ["DRAM price up - .."]),
    ("Upward pressure on NAND prices is building.", ["NAND price up - .."]),
    ("NAND contract prices went up twenty to twenty-five percent in June.", ["NAND price up 2026-06 20..25"]),
    ("The bank sees PC DRAM turning down in the fourth quarter.", ["DRAM price down 2026Q4 .. g"]),
    ("A DRAM bill that has trebled hurts PC makers.", ["DRAM price up - 200..200"]),
    # prices at rest
    ("DDR4 is the exception, with 4Q26 contracts seen staying put.", ["DRAM price flat 2026Q4 .. g"]),
    ("DRAM prices remain firm.", ["DRAM price flat - .."]),
    ("Spot DRAM paused this week.", ["DRAM price flat - .."]),
    ("Spot DDR4 moved sideways in June.", ["DRAM price flat 2026-06 .."]),
    ("DDR3 kits hovered around $40 in June.", ["DRAM price flat 2026-06 .."]),
    ("DDR4 held at $3.35 in June.", ["DRAM price flat 2026-06 .."]),
    ("DRAM contracts will be renewed at the same price in the fourth quarter.", ["DRAM price flat 2026Q4 .. g"]),
    ("DRAM prices held at last month's level.", ["DRAM price flat - .."]),
    ("Mobile DRAM should hold at third-quarter levels in the fourth quarter.", ["DRAM price flat 2026Q4 .. g"]),
    ("NAND quotes are treading water.", ["NAND price flat - .."]),
    ("NOR prices have found a floor.", ["NOR price flat - .."]),
    ("DRAM prices were maintained.", ["DRAM price flat - .."]),
    ("In NAND, ASPs were, uh, roughly flat.", ["NAND price flat - .."]),
    # supply
    ("DDR4 is difficult to find.", ["DRAM supply tight - .."]),
    ("There is not enough HBM to go around.", ["HBM supply tight - .."]),
    ("Retailers are limiting customers to two DDR5 kits each.", ["DRAM supply tight - .."]),
    ("Lead times for NOR run to 40 weeks.", ["NOR supply tight - .."]),
    ("Suppliers are running out of DRAM.", ["DRAM supply tight - .."]),
    ("Module makers were caught short of NAND.", ["NAND supply tight - .."]),
    ("Chinese suppliers flood the market with DDR4.", ["DRAM supply loose - .."]),
    ("Makers produce more NAND than the market can absorb.", ["NAND supply loose - .."]),
    ("NAND supply has outgrown demand.", ["NAND supply loose - .."]),
    ("NAND is a buyers' market.", ["NAND supply loose - .."]),
    ("Mobile DRAM is neither short nor long.", ["DRAM supply balanced - .."]),
    ("DRAM supply and demand look well matched.", ["DRAM supply balanced - .."]),
    ("Supply in flash is healthy.", ["NAND supply balanced - .."]),
    ("Conventional DRAM will become balanced in the third quarter.", ["DRAM supply balanced 2026Q3 .. g"]),
    ("CXMT churns out ever more DDR4.", ["DRAM supply up - .."]),
    ("HBM output will be expanded in 2027.", ["HBM supply up 2027 .. g"]),
    ("Powerchip pares DRAM wafer input.", ["DRAM supply down - .."]),
    ("Micron is retiring DDR4.", ["DRAM supply down - .."]),
    ("A power cut knocked out a tenth of NAND output.", ["NAND supply down - .."]),
    ("DDR4 is going out of production.", ["DRAM supply down - .."]),
    ("DRAM supply is falling short.", ["DRAM supply tight - .."]),
    ("Kioxia idles NAND lines", ["NAND supply down - .."]),
    ("CXMT floods the market with DDR4.", ["DRAM supply loose - .."]),
    ("Samsung meets only 60% of DRAM orders.", ["DRAM supply tight - .."]),
    ("SK hynix cannot make HBM fast enough.", ["HBM supply tight - .."]),
    ("Customers want more HBM than Micron can make.", ["HBM supply tight - .."]),
    ("The channel for client SSDs remains over supplied.", ["NAND supply loose - .."]),
    ("We are only able to give customers half of the DRAM they want.", ["DRAM supply tight - .."]),
    ("Customers that can't get SRAM wait.", ["SRAM supply tight - .."]),
    ("Mobile DRAM supply and demand are in a fragile balance.", ["DRAM supply balanced - .."]),
    ("NAND will stay in surplus through the first half of 2027.", ["NAND supply loose 2027H1 .. g"]),
    # demand
    ("Server DRAM demand should remain firm in the fourth quarter.", ["DRAM demand up 2026Q4 .. g"]),
    ("US cloud firms resume server DRAM buying.", ["DRAM demand up - .."]),
    ("Server DRAM demand roars back", ["DRAM demand up - .."]),
    ("Smartphone makers cut back on LPDDR5X", ["DRAM demand down - .."]),
    ("Demand for HBM knows no limits.", ["HBM demand up - .."]),
    ("NAND demand shows no sign of slowing.", ["NAND demand up - .."]),
    ("SSD orders have dried up.", ["NAND demand down - .."]),
    ("HBM orders are tapering.", ["HBM demand down - .."]),
    ("Cloud firms snap up enterprise SSDs.", ["NAND demand up - .."]),
    ("Phone makers stopped buying NAND in June.", ["NAND demand down 2026-06 .."]),
    ("Interest in SSDs has cooled.", ["NAND demand down - .."]),
    ("Server DRAM procurement is expected to contract in the fourth quarter.", ["DRAM demand down 2026Q4 .. g"]),
    ("PC makers place rush orders for DDR4.", ["DRAM demand up - .."]),
    ("Weak phone sales are weighing on NAND demand.", ["NAND demand down - .."]),
    ("Customers double-order DDR4.", ["DRAM demand up - .."]),
    # stocks
    ("Our NAND stock covers only two months.", ["NAND inventory tight - .."]),
    ("DRAM inventory is lower than the healthy level.", ["DRAM inventory tight - .."]),
    ("NAND inventory is above normal.", ["NAND inventory loose - .."]),
    ("Module makers are sitting on 12-plus weeks of NAND.", ["NAND inventory loose - .."]),
    ("Distributors stockpile DDR5", ["DRAM inventory up - .."]),
    ("DRAM inventories are at a record low.", ["DRAM inventory tight - .."]),
    ("PC makers hold a DRAM overhang of ten weeks.", ["DRAM inventory loose - .."]),
    ("US brands built up NAND safety stock in May.", ["NAND inventory up 2026-05 .."]),
    ("Distributors hoard DDR4.", ["DRAM inventory up - .."]),
    ("OEMs are working down DRAM inventory.", ["DRAM inventory down - .."]),
    ("Suppliers are left with barely two weeks of NAND on hand.", ["NAND inventory tight - .."]),
    ("DRAM inventory is at rock bottom.", ["DRAM inventory tight - .."]),
    ("DRAM stock at PC makers is bulging.", ["DRAM inventory loose - .."]),
    ("The channel is stuffed with DDR3.", ["DRAM inventory loose - .."]),
    ("NAND inventory is where we want it to be.", ["NAND inventory balanced - .."]),
    ("Customers' stocks of DRAM are in good shape.", ["DRAM inventory balanced - .."]),
]
# Words of the same kind that say nothing of memory.
NOTHING = [
    "NAND stocks rallied on Monday.",
    "The new compiler cuts memory consumption by half.",
    "Memory requirements of the model have grown.",
    "Customers pay in advance for DRAM under purchase orders.",
    "Nvidia cut orders for its GPU.",
    "A fall in memory prices could materially harm our results.",
    "The market for DDR5 modules grew from $3 billion to $5 billion.",
    "NAND for cameras settled at $2.08 in June.",
    "The DRAM shortage is over.",
    "The NAND glut is clearing.",
    "The downtrend in NAND prices has ended.",
    "DRAM revenue fell on a 4% reduction in gigabits sold.",
    "GeForce supply may drop.",
    "SK hynix has HBM ramping in the fourth quarter.",
    "MLCC makers run at full tilt.",
    "A balanced portfolio of DRAM and NAND supports our strategy.",
    "The DRAM maker is competing for orders.",
    "A 15% increase in DRAM shipments is planned.",
    "The board added 10% to the dividend of the DRAM maker.",
]


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[sentence for sentence, _ in TABLE])
def test_construct_gives_its_claim(sentence: str, expected: list[str]) -> None:
    """A construction makes its claim and no other."""
    claims = read_text(sentence, published_on=DAY).claims
    assert [write_claim(claim) for claim in claims] == expected


@pytest.mark.parametrize("sentence", NOTHING)
def test_construct_of_something_else_claims_nothing(sentence: str) -> None:
    """The same words said of something else make no claim."""
    assert not read_text(sentence, published_on=DAY).claims
