"""English prices told in a row: of several products, of several periods, of most of a year; our own words."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 8, 20)
TABLE = [
    # lists of prices and products
    ("A fall in NAND prices and DRAM prices hurt the shares.", ["NAND price down - ..", "DRAM price down - .."]),
    ("The rise in DRAM prices and NAND quotes continues.", ["DRAM price up - ..", "NAND price up - .."]),
    ("Declines in DDR4 contract prices and NAND spot prices deepened in Q2.",
     ["DRAM price down 2026Q2 ..", "NAND price down 2026Q2 .."]),
    ("A rise in DRAM prices and NAND shortages hit phone makers.", ["DRAM price up - ..", "NAND supply tight - .."]),
    ("A fall in NAND prices and DRAM revenue hurt the shares.", ["NAND price down - .."]),
    ("Demand for consumer SSDs is still low.", ["NAND demand down - .."]),
    ("Demand for legacy DRAM remains high.", ["DRAM demand up - .."]),
    ("Low demand for NOR weighs on prices.", ["NOR demand down - ..", "NOR price down - .."]),
    ("Weak sales and low demand for smartphones hurt NAND.", []),
    ("DRAM prices are low.", []),
    ("AI drives huge demand for HBM and other DRAM.", ["HBM demand up - ..", "DRAM demand up - .."]),
    ("There is a shortage of DDR4 and other legacy memory.", ["DRAM supply tight - ..", "MEMORY supply tight - .."]),
    ("Prices of HBM and conventional DRAM climbed.", ["HBM price up - ..", "DRAM price up - .."]),
    ("- **DDR5 and NAND both climbed 40–45 % QoQ in Q1 2026.**",
     ["DRAM price up 2026Q1 40..45", "NAND price up 2026Q1 40..45"]),
    ("Server DRAM and QLC SSDs will lead the price increases.", ["DRAM price up - .. g", "NAND price up - .. g"]),
    ("Mobile DRAM led the price declines in Q2.", ["DRAM price down 2026Q2 .."]),
    ("NAND wafers are expected to lead the price rally.", ["NAND price up - .. g"]),
    # lists of periods
    ("NAND prices will dip in the latter half of the year.", ["NAND price down 2026H2 .. g"]),
    ("NAND prices are going to fall in the later half of 2027.", ["NAND price down 2027H2 .. g"]),
    ("NAND prices are to fall 3% in Q1 of CY27, by 7% in Q2, and by 15% in CY27.",
     ["NAND price down 2027Q1 3..3 g", "NAND price down 2027Q2 7..7 g", "NAND price down 2027 15..15 g"]),
    ("The bank expects DRAM contract prices to rise 5% in Q4, by 8% in Q1, and 20% for all of 2027.",
     ["DRAM price up 2026Q4 5..5 g", "DRAM price up 2027Q1 8..8 g", "DRAM price up 2027 20..20 g"]),
    ("TrendForce sees NAND prices down 4% in the third quarter and by high single digits in the fourth.",
     ["NAND price down 2026Q3 4..4 g", "NAND price down 2026Q4 7..9 g"]),
    ("DRAM revenue will grow 5% in Q4 and 8% in Q1.", []),
    ("DDR5 and NAND both climbed 40% QoQ in Q1.", ["DRAM price up 2026Q1 40..40", "NAND price up 2026Q1 40..40"]),
    ("DRAM and NAND all rose by double digits in Q2.", ["DRAM price up 2026Q2 10..", "NAND price up 2026Q2 10.."]),
    ("The NAND cycle should stay tight next year.", ["NAND supply tight 2027 .. g"]),
    ("We see the memory cycle staying tight through 2027.", ["MEMORY supply tight 2027 .. g"]),
    # how long, how bad
    ("The NAND market entered a severe shortage in late 2025.", ["NAND supply tight 2025Q4 .."]),
    ("NAND has been in oversupply since early 2024.", ["NAND supply loose - .."]),
    ("NAND is confirmed to be in oversupply, a state that will last several quarters.", ["NAND supply loose - .."]),
    ("DRAM flipped into oversupply in Q3 2022.", ["DRAM supply loose 2022Q3 .."]),
    ("The glut in NAND is expected to become more severe in 2027.", ["NAND supply loose 2027 .. g"]),
    ("NAND was in oversupply for most of 2023.", ["NAND supply loose 2023 .."]),
    ("DRAM was short for much of 2025.", ["DRAM supply tight 2025 .."]),
    ("Following oversupply through much of 2024, NOR prices are rising.",
     ["NOR supply loose 2024 ..", "NOR price up - .."]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), TABLE, ids=[text for text, _ in TABLE])
def test_what_is_told_in_a_row(text: str, claims: list[str]) -> None:
    assert [write_claim(c) for c in read_text(text, published_on=DAY).claims] == claims
