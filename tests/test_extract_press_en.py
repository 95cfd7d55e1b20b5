"""English of the press and of calls: causes beside effects, periods told once, lists, and what claims nothing."""

from __future__ import annotations

import pytest

from tests.test_extract_grammar import DAY, write_claim
from tracker.extract import read_text

TABLE = [
    ("In the first quarter, DRAM prices rose 12% on strong server demand.",
     ["DRAM price up 2026Q1 12..12", "DRAM demand up 2026Q1 .."]),
    ("DRAM contract prices climbed 20% in 1Q26 as supply tightened.",
     ["DRAM price up 2026Q1 20..20", "DRAM supply tight 2026Q1 .."]),
    ("Prices of NOR flash are expected to rise 10% in the fourth quarter because of tight supply.",
     ["NOR price up 2026Q4 10..10 g", "NOR supply tight 2026Q4 .. g"]),
    ("Amid weak demand, NAND prices slid 5% in May.",
     ["NAND demand down 2026-05 ..", "NAND price down 2026-05 5..5"]),
    ("With inventories low, DRAM prices jumped 30% in the second quarter.",
     ["DRAM inventory tight 2026Q2 ..", "DRAM price up 2026Q2 30..30"]),
    ("Robust demand for server DRAM lifted contract prices by 15% in the second quarter.",
     ["DRAM demand up 2026Q2 ..", "DRAM price up 2026Q2 15..15"]),
    ("Inventory corrections by PC makers dragged DRAM prices down 10% in 2022.",
     ["DRAM inventory down 2022 ..", "DRAM price down 2022 10..10"]),
    ("A shortage of DDR4 pushed its price up by 40% in June.",
     ["DRAM supply tight 2026-06 ..", "DRAM price up 2026-06 40..40"]),
    ("Demand and prices for NAND flash fell sharply in 2023.",
     ["NAND demand down 2023 ..", "NAND price down 2023 .."]),
    ("Weak PC sales drove down both demand and prices for DRAM.", ["DRAM demand down - ..", "DRAM price down - .."]),
    ("The downturn has pushed down both output and prices of DRAM.",
     ["DRAM supply down - ..", "DRAM price down - .."]),
    ("DRAM spot prices dropped 18% between March and June.", ["DRAM price down 2026-06 18..18"]),
    ("The contract price of DDR4 slid from $8.2 to $6.1 between December 2025 and May 2026.",
     ["DRAM price down 2026-05 .."]),
    ("NAND was in oversupply from 2022 through the third quarter of 2023.", ["NAND supply loose 2023Q3 .."]),
    ("NAND prices have climbed 90% since the third quarter of 2025.", ["NAND price up - 90..90"]),
    ("DRAM prices are up 35% since January.", ["DRAM price up - 35..35"]),
    ("DRAM prices will keep rising through the rest of 2026.", ["DRAM price up 2026 .. g"]),
    ("Memory shortages will last for the remainder of the year.", ["MEMORY supply tight 2026 .. g"]),
    ("Samsung expects DRAM prices to keep rising in '27.", ["DRAM price up 2027 .. g"]),
    ("NAND prices fell in 2H June.", ["NAND price down 2026-06 .."]),
    ("DRAM contract prices slipped 3% in the first half of May.", ["DRAM price down 2026-05 3..3"]),
    ("Contract prices of DDR3 fell 6% in late May.", ["DRAM price down 2026-05 6..6"]),
    ("Starting in April, NAND contract prices rose by 10%.", ["NAND price up 2026-04 10..10"]),
    ("Beginning in the second half of 2027, NAND supply will loosen.", ["NAND supply loose 2027H2 .. g"]),
    ("HBM supply will remain tight for the next two years.", ["HBM supply tight - .. g"]),
    ("Memory Market to Split in 2027 as DRAM Supply Stays Tight and NAND Supply Loosens, Says TrendForce",
     ["DRAM supply tight 2027 .. g", "NAND supply loose 2027 .. g"]),
    ("NAND Flash Prices Projected to Fall 5-10% in 4Q26 on Weak Consumer Demand, Says TrendForce",
     ["NAND price down 2026Q4 5..10 g", "NAND demand down 2026Q4 .. g"]),
    ("DRAM Prices Surge as AI Demand Drains Supply", ["DRAM price up - .."]),
    ("DDR4 modules have tripled in price since last autumn.", ["DRAM price up - 200..200"]),
    ("The cost of DRAM has doubled since January.", ["DRAM price up - 100..100"]),
    ("The 1Gb DDR3 was quoted at US$1.20, up 5.5% from last week.", ["DRAM price up - 5.5..5.5"]),
    ("Mainstream 8Gb DDR4 averaged $3.40 in June, down 2.6% from May.", ["DRAM price down 2026-06 2.6..2.6"]),
    ("The price of a 128Gb MLC NAND chip stood at $4.20 at the end of May, up 3%.", ["NAND price up 2026-05 3..3"]),
    ("DRAM prices were unchanged in May after rising 8% in April.",
     ["DRAM price flat 2026-05 ..", "DRAM price up 2026-04 8..8"]),
    ("DRAM prices are on the rise.", ["DRAM price up - .."]),
    ("DRAM ASPs are ticking higher.", ["DRAM price up - .."]),
    ("Prices of DDR5 fell to $25 from $30.", ["DRAM price down - .."]),
    ("NAND flash pricing held firm throughout the first quarter.", ["NAND price flat 2026Q1 .."]),
    ("Memory is in short supply across all segments.", ["MEMORY supply tight - .."]),
    ("We are not able to meet the demand of our customers for DRAM.", ["DRAM supply tight - .."]),
    ("The NAND market is tightening.", ["NAND supply tight - .."]),
    ("The DRAM market will tighten further through the end of the year.", ["DRAM supply tight 2026 .. g"]),
    ("DDR4 modules are on allocation.", ["DRAM supply tight - .."]),
    ("Customers are scrambling to secure HBM.", ["HBM supply tight - .."]),
    ("DRAM output rose 12% in the first quarter.", ["DRAM supply up 2026Q1 12..12"]),
    ("DDR5 output grew 25% QoQ in 1Q26 and will grow 10% in 2Q27.",
     ["DRAM supply up 2026Q1 25..25", "DRAM supply up 2027Q2 10..10 g"]),
    ("We expect industry DRAM bit supply to grow in the high-teens percent range in 2026.",
     ["DRAM supply up 2026 17..19 g"]),
    ("AI servers are boosting demand for HBM.", ["HBM demand up - .."]),
    ("Phones with 12GB of DRAM will boost demand for mobile DRAM.", ["DRAM demand up - .. g"]),
    ("Demand from smartphone makers for NAND remained weak in the second quarter.", ["NAND demand down 2026Q2 .."]),
    ("Lukewarm demand drove DRAM bit shipments down 5%.", ["DRAM demand down - .."]),
    ("Supplier DRAM inventories are near target levels.", ["DRAM inventory balanced - .."]),
    ("NAND inventories at customers will return to normal levels by the end of the year.",
     ["NAND inventory balanced 2026 .. g"]),
    ("PC makers have drawn down their DRAM inventories.", ["DRAM inventory down - .."]),
    ("NAND inventory is piling up in the channel.", ["NAND inventory up - .."]),
    ("Inventories of NAND improved in the second quarter.", ["NAND inventory down 2026Q2 .."]),
    ("HBM carries a price premium several times higher than DDR5.", []),
    ("DRAM is more expensive than NAND.", []),
    ("Increasing demand for DRAM creates uncertainty in supply and pricing.", ["DRAM demand up - .."]),
    ("The company does not give guidance on DRAM prices.", []),
    ("We will monitor DRAM prices and demand closely.", []),
    ("It is unclear whether DRAM prices will rise in the fourth quarter.", []),
    ("Samsung said it was not sure whether the DRAM price increases could be sustained.", []),
    ("There was a likelihood that DRAM prices might be flat next quarter.", ["DRAM price flat 2026Q4 .. g h"]),
    ("The phones will hit the market before memory price hikes take effect.", ["MEMORY price up - .. g"]),
    ("PC DRAM contract prices will rise 5-10% in 3Q26, server DRAM 10-15%, and mobile DRAM will stay flat.",
     ["DRAM price up 2026Q3 5..10 g", "DRAM price up 2026Q3 10..15 g", "DRAM price flat 2026Q3 .. g"]),
    ("In NAND, ASPs were up around 8% sequentially, and in DRAM ASPs were slightly down Q/Q.",
     ["NAND price up - 8..8", "DRAM price down - .."]),
    ("Memory supply is constrained and prices are surging.", ["MEMORY supply tight - ..", "MEMORY price up - .."]),
]  # fmt: skip

CALLS = [
    ("Inventories in the data center are still elevated.", ["MEMORY inventory loose - .."]),
    ("We expect them to normalize by the end of the year.", []),
    ("Leading-edge supply is very tight.", ["MEMORY supply tight - .."]),
    ("Supply of leading-edge DRAM is very tight.", ["DRAM supply tight - .."]),
    ("Non-HBM DRAM supply is tight as well.", ["DRAM supply tight - .."]),
    ("We underutilized our NAND fabs to reduce supply.", ["NAND supply down - .."]),
    ("Pricing improved in both DRAM and NAND in the May quarter.",
     ["DRAM price up 2026Q2 ..", "NAND price up 2026Q2 .."]),
    ("DRAM and NAND pricing both increased.", ["DRAM price up - ..", "NAND price up - .."]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[sentence for sentence, _ in TABLE])
def test_press_gives_its_claims(sentence: str, expected: list[str]) -> None:
    """A sentence of the press makes its claims and no others."""
    claims = read_text(sentence, published_on=DAY).claims
    assert [write_claim(claim) for claim in claims] == expected


@pytest.mark.parametrize(("sentence", "expected"), CALLS, ids=[sentence for sentence, _ in CALLS])
def test_call_gives_its_claims(sentence: str, expected: list[str]) -> None:
    """A sentence of a maker's call makes its claims and no others."""
    claims = read_text(sentence, published_on=DAY, issuer="Micron", doc_type="earnings_call").claims
    assert [write_claim(claim) for claim in claims] == expected
