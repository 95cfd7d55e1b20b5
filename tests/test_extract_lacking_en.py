"""English supply that is lacking, worse or set against demand; prices that follow or were never so low."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 8, 20)
TABLE = [
    # Short, lacking, worse or measured against demand
    ("The lack of DDR4 chips has delayed shipments of set-top boxes.", ["DRAM supply tight - .."]),
    ("The reason is the lack of memory chips such as GDDR6.", ["DRAM supply tight - .."]),
    ("A shortage of HBM is holding back server makers.", ["HBM supply tight - .."]),
    ("PC makers are experiencing a shortage of SSDs.", ["NAND supply tight - .."]),
    ("The supply situation for NAND is deteriorating.", ["NAND supply tight - .."]),
    ("DRAM supply is getting worse by the week.", ["DRAM supply tight - .."]),
    ("NAND availability keeps getting worse.", ["NAND supply tight - .."]),
    ("Oversupply in NAND will worsen in 2027.", ["NAND supply loose 2027 .. g"]),
    ("The NAND shortage will get worse in 2027.", ["NAND supply tight 2027 .. g"]),
    ("DRAM will be short through 2027.", ["DRAM supply tight 2027 .. g"]),
    ("The NAND market flipped to undersupply in the third quarter.", ["NAND supply tight 2026Q3 .."]),
    ("We estimate a 5% undersupply in DRAM for 2027.", ["DRAM supply tight 2027 .. g"]),
    ("We model a DRAM deficit of 4% in 2027.", ["DRAM supply tight 2027 .. g"]),
    ("The DRAM sufficiency ratio is forecast at minus 5% in 2027.", ["DRAM supply tight 2027 .. g"]),
    ("We see a shortage of NAND in 2027.", ["NAND supply tight 2027 .. g"]),
    ("There will be a shortage of NAND in 2027.", ["NAND supply tight 2027 .. g"]),
    ("Undersupply in NAND will continue in 2027.", ["NAND supply tight 2027 .. g"]),
    ("We expect oversupply of DRAM for 2027.", ["DRAM supply loose 2027 .. g"]),
    ("An undersupply in NAND of 5% is likely in 2027.", ["NAND supply tight 2027 .. g h"]),
    ("There will be a shortage of NAND in the third quarter.", ["NAND supply tight 2026Q3 .. g"]),
    ("There will be a shortage of NAND next year.", ["NAND supply tight 2027 .. g"]),
    ("A shortage of NAND in 2027 is likely.", ["NAND supply tight 2027 .. g h"]),
    ("There was a shortage of DRAM in 2018.", ["DRAM supply tight 2018 .."]),
    ("The report expects a shortage of DRAM and NAND in 2027.",
     ["DRAM supply tight 2027 .. g", "NAND supply tight 2027 .. g"]),
    ("We estimate an undersupply in DRAM for 2027.", ["DRAM supply tight 2027 .. g"]),
    ("We see undersupply in NAND in 2027.", ["NAND supply tight 2027 .. g"]),
    ("We model a DRAM deficit in 2027.", ["DRAM supply tight 2027 .. g"]),
    ("The shortage of DRAM and NAND flash next year will hurt phones.",
     ["DRAM supply tight 2027 .. g", "NAND supply tight 2027 .. g"]),
    ("Phone sales will fall 13% in 2026 on a shortage of memory.", ["MEMORY supply tight - .. g"]),
    ("A shortage of DRAM will cut phone sales in 2026.", ["DRAM supply tight - .. g"]),
    ("A lack of HBM demand hurt Samsung.", []),
    ("The dearth of NAND wafers is a problem for module makers.", ["NAND supply tight - .."]),
    ("The NAND market will go short in 2027.", ["NAND supply tight 2027 .. g"]),
    ("Investors will go short in 2027.", []),
    ("Industry output growth exceeded demand in NAND.", ["NAND supply loose - .."]),
    ("DRAM output will outpace demand in 2028.", ["DRAM supply loose 2028 .. g"]),
    # A state that gave way to another
    ("The oversupply in DRAM ended in the third quarter.", []),
    ("The DRAM shortage ended in the third quarter.", []),
    ("The DRAM glut gave way to shortage in the third quarter.", ["DRAM supply tight 2026Q3 .."]),
    ("The DRAM shortage gave way to a glut.", ["DRAM supply loose - .."]),
    ("The NAND shortage has been replaced by oversupply.", ["NAND supply loose - .."]),
    ("The DRAM shortage has turned into a glut.", ["DRAM supply loose - .."]),
    ("The glut in NAND has disappeared.", []),
    # Superlatives that deny
    ("RAM is cheaper than ever.", ["DRAM price down - .."]),
    ("RAM prices have never been lower.", ["DRAM price down - .."]),
    ("RAM has never been cheaper.", ["DRAM price down - .."]),
    ("SSD prices have never been lower.", ["NAND price down - .."]),
    ("DRAM prices have never been higher.", ["DRAM price up - .."]),
    ("HBM supply has never been tighter.", ["HBM supply tight - .."]),
    ("DDR5 has never been so expensive.", ["DRAM price up - .."]),
    ("Demand for HBM has never been stronger.", ["HBM demand up - .."]),
    ("Margins have never been higher at Micron.", []),
    # Supply set against demand in one forecast
    ("NAND demand should climb by 20% in 2026, while supply is only forecast to rise by 15%.",
     ["NAND demand up 2026 20..20 g", "NAND supply up 2026 15..15 g"]),
    ("DRAM demand will rise 25% next year, but supply will grow only 18%.",
     ["DRAM demand up 2027 25..25 g", "DRAM supply up 2027 18..18 g"]),
    ("DRAM bit demand growth is estimated at 22% in 2026 while supply growth is estimated at 17%.",
     ["DRAM demand up 2026 22..22 g", "DRAM supply up 2026 17..17 g"]),
    # Prices that follow, output that ramps, stock that is normal
    ("When NAND prices fall, demand usually follows.", []),
    ("DRAM pricing will recover in the third quarter and NAND pricing will follow in the fourth.",
     ["DRAM price up 2026Q3 .. g", "NAND price up 2026Q4 .. g"]),
    ("DRAM prices fell in July and NAND prices followed.",
     ["DRAM price down 2026-07 ..", "NAND price down 2026-07 .."]),
    ("DRAM prices rose first, with NAND prices following suit in the third quarter.",
     ["DRAM price up - ..", "NAND price up 2026Q3 .."]),
    ("Once DRAM stabilizes, NAND should follow.", []),
    ("DRAM makers report healthy inventories of four weeks.", ["DRAM inventory balanced - .."]),
    ("Inventory at DRAM suppliers has returned to normal.", ["DRAM inventory balanced - .."]),
    ("You will pay more for RAM next year.", ["DRAM price up 2027 .. g"]),
    ("Consumers will pay more for SSDs.", ["NAND price up - .. g"]),
    ("CXMT is ramping up DRAM production.", ["DRAM supply up - .."]),
    ("CXMT is ramping DRAM production.", ["DRAM supply up - .."]),
    ("CXMT ramps up DDR5 output.", ["DRAM supply up - .."]),
    ("DRAM prices fell, and NAND should follow suit.", ["DRAM price down - ..", "NAND price down - .. g"]),
    ("DRAM prices jumped, followed by NAND.", ["DRAM price up - .."]),
    ("Samsung is ramping up HBM4.", []),
    ("Samsung is ramping up production of HBM4.", ["HBM supply up - .."]),
    ("Makers report healthy DRAM inventories.", ["DRAM inventory balanced - .."]),
    ("DRAM makers report healthy inventories.", ["DRAM inventory balanced - .."]),
    ("DRAM makers now hold healthy inventories of four weeks.", ["DRAM inventory balanced - .."]),
    ("DRAM suppliers have normal inventories.", ["DRAM inventory balanced - .."]),
    ("Inventory returned to normal at DRAM makers and phone makers.", ["DRAM inventory balanced - .."]),
    ("We estimate 4% growth in DRAM output next year.", ["DRAM supply up 2027 4..4 g"]),
    ("It rallies when there's a shortage but falls back after ramping up production.", []),
    ("Once inventories are back at healthy inventory levels, buyers will return.", []),
    ("DRAM growth in output next year is 4%.", ["DRAM supply up 2027 4..4 g"]),
    ("We expect growth in NAND output of 12% in 2027.", ["NAND supply up 2027 12..12 g"]),
    ("They project 8% YoY growth in NAND output in 2027.", ["NAND supply up 2027 8..8 g"]),
    ("Revenue growth of 30% reflects growth in HBM production.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), TABLE, ids=[text for text, _ in TABLE])
def test_what_is_lacking(text: str, claims: list[str]) -> None:
    assert [write_claim(c) for c in read_text(text, published_on=DAY).claims] == claims
