"""English words of who sells memory: how hard it is, price points, signals of demand; our own words."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 8, 20)
TABLE = [
    # more of a fall is a fall
    ("NAND saw a steeper price decline in the retail channel.", ["NAND price down - .."]),
    ("We had higher price declines in mobile DRAM than in server DRAM.", ["DRAM price down - .."]),
    ("DRAM suffered a larger price drop late in the third quarter of 2025.", ["DRAM price down 2025Q3 .."]),
    ("Client SSDs tended to see greater price erosion.", ["NAND price down - .."]),
    ("Memory cards had bigger price cuts than SSDs did.", ["NAND price down - .."]),
    ("There was an increased price decline in NOR.", ["NOR price down - .."]),
    ("We expect higher ASP declines for NAND next quarter.", ["NAND price down 2026Q4 .. g"]),
    ("A smaller NAND price decline helped margins.", ["NAND price down 2026Q2 .."]),
    ("A higher NAND price helped margins.", ["NAND price up 2026Q2 .."]),
    ("A bigger price increase in DRAM followed.", ["DRAM price up - .."]),
    # price points, bands, tiers
    ("PCIe drives get to lower price points with our own flash.", []),
    ("The entry price band of the SSD market keeps growing.", []),
    ("Growth in the upper price tier of NAND cards was strong.", []),
    ("We added two higher price points to our SSD line.", []),
    ("Low-price segments of the SSD market grew faster.", []),
    ("As SSDs reach lower price points, attach rates climb.", []),
    ("The mainstream price range for SSDs is higher in Europe.", []),
    ("At the new price point, DRAM modules sell well.", []),
    # trading conditions of a maker
    ("Sales of our SSDs fell on a challenging pricing environment.", ["NAND price down - .."]),
    ("Pricing conditions in NAND remain tough.", ["NAND price down - .."]),
    ("NAND gross margin shrank because of difficult pricing.", ["NAND price down - .."]),
    ("Our DRAM revenue missed the plan because of a more competitive price environment.", ["DRAM price down - .."]),
    ("Flash pricing was very competitive in the channel.", []),
    ("A brutal pricing environment weighed on our NAND results.", ["NAND price down - .."]),
    ("The NOR pricing environment has been unfavorable for two quarters.", ["NOR price down - .."]),
    ("The loss came from aggressive pricing in client SSDs.", ["NAND price down - .."]),
    ("We saw a better pricing environment for NAND.", ["NAND price up - .."]),
    ("The pricing environment for DRAM is healthy.", []),
    ("Pricing remains challenging for hard drives.", []),
    ("We are competitive on pricing in SSDs.", []),
    # nouns of a fall
    ("Margins fell on NAND pricing degradation.", ["NAND price down - .."]),
    ("The loss widened because of DRAM price deterioration.", ["DRAM price down - .."]),
    ("Gains in cost were offset by ASP erosion in NAND.", ["NAND price down - .."]),
    ("Price compression in NOR flash continued.", ["NOR price down - .."]),
    ("Memory pricing pressures and start-up costs led to the loss.", ["MEMORY price down - .."]),
    ("The decline reflects pricing headwinds in NAND.", ["NAND price down - .."]),
    ("DRAM price depreciation slowed.", ["DRAM price down - .."]),
    ("Higher volume was offset by pricing declines in flash.", ["NAND price down - .."]),
    ("Margin compression in NAND continued.", []),
    # signals of demand
    ("Demand signals for our DRAM are strong.", ["DRAM demand up - .."]),
    ("NAND revenue set a record, with demand signals outpacing supply.", ["NAND supply tight - .."]),
    ("Strong demand signals reach our memory business.", ["MEMORY demand up - .."]),
    ("Demand indicators for HBM keep improving.", ["HBM demand up - .."]),
    ("Demand signals for enterprise SSDs have weakened.", ["NAND demand down - .."]),
    ("Order signals for DRAM exceed what we can supply.", ["DRAM supply tight - .."]),
    ("With demand outpacing supply, DRAM is on allocation.", ["DRAM supply tight - .."]),
    ("We read demand signals for DRAM every week.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), TABLE, ids=[text for text, _ in TABLE])
def test_what_sellers_say_of_prices_and_demand(text: str, claims: list[str]) -> None:
    reading = read_text(text, published_on=DAY)
    assert [write_claim(c) for c in reading.claims] == claims
