"""When English notes and news say that something was, began or was foretold: sentences of our own."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2024, 10, 22)

TABLE = [
    # what began then and still goes on is of its beginning; what is only measured since then is not
    ("NOR prices have been sliding since June.", ["NOR price down 2024-06 .."]),
    ("DRAM spot prices began to climb since May.", ["DRAM price up 2024-05 .."]),
    ("NAND demand has been weak since March.", ["NAND demand down 2024-03 .."]),
    ("DRAM prices have doubled since March.", ["DRAM price up - 100..100"]),
    ("It was the steepest fall in NAND prices since 2019.", ["NAND price down - .."]),
    ("NOR contract prices fell for the first time since mid-2022.", ["NOR price down - .."]),
    # a stretch to come is no measure
    ("NAND prices will fall another 8% over the remainder of the year.", ["NAND price down 2024 8..8 g"]),
    ("DRAM prices rose 8% over the previous quarter.", ["DRAM price up - 8..8"]),
    # what a price equals or started from is of before
    ("NOR contract prices are flattish with last month.", ["NOR price flat - .."]),
    ("The average price of DDR4 kits for 3Q24 contracts has been cut by 7% from US $ 20 in 2Q24.",
     ["DRAM price down 2024Q3 7..7"]),
    ("Sales fell from NT$2.5 billion in June last year on a NAND glut.", ["NAND supply loose - .."]),
    # what opens a sentence holds for what follows
    ("Looking forward to the first quarter of 2025, the firm said that the oversupply of NOR will worsen.",
     ["NOR supply loose 2025Q1 .. g"]),
    # demand and stocks that a forecast is put down to
    ("NAND contract prices may slip in 4Q24 due to weak server demand.",
     ["NAND price down 2024Q4 .. g h", "NAND demand down - .."]),
    ("NOR prices will fall in the fourth quarter amid high inventories.",
     ["NOR price down 2024Q4 .. g", "NOR inventory loose - .."]),
    ("NOR prices fell in the third quarter due to weak demand.",
     ["NOR price down 2024Q3 ..", "NOR demand down 2024Q3 .."]),
    # when something else began, or was told
    ("Kioxia was hurt by the slump that began in late 2022 and was forced to reduce its NAND output.",
     ["NAND supply down - .."]),
    ("DRAM price forecasts made early this year were too low, though prices fell in July.",
     ["DRAM price down 2024-07 .."]),
    ("Last month, a note from a broker predicted a steep drop in NAND prices.", ["NAND price down - .. g"]),
    ("Last quarter, the firm had warned of a NOR oversupply.", ["NOR supply loose - .."]),
    ("Last quarter, NOR prices fell 5%.", ["NOR price down 2024Q3 5..5"]),
    ("DRAM prices, which underwent a slump in the first half of 2023, are forecast to rise by 5%.",
     ["DRAM price down 2023H1 ..", "DRAM price up - 5..5 g"]),
    # what moved the results of a quarter, and what follows from a forecast
    ("Maker posts record Q3 earnings as DRAM prices surge", ["DRAM price up 2024Q3 .."]),
    ("NAND supply will be tight in the fourth quarter. Therefore, contract prices for NAND will see larger increases.",
     ["NAND supply tight 2024Q4 .. g", "NAND price up 2024Q4 .. g"]),
    ("NOR prices stood at $2.75 as of August, up from $1.31 last October.", ["NOR price up 2024-08 .."]),
    ("NAND prices fell by 20 and 15 percent in May and June, respectively.",
     ["NAND price down 2024-05 20..20", "NAND price down 2024-06 15..15"]),
    ("The NAND average selling price fell 12 percent from the previous quarter, it said in a regulatory filing.",
     ["NAND price down 2024Q3 12..12"]),
    ("The NAND average selling price fell 12 percent from the previous quarter.", ["NAND price down - 12..12"]),
    # a sentence may end in a unit
    ("DRAM prices fell 5% QoQ. In September, NAND prices rose 3%.",
     ["DRAM price down - 5..5", "NAND price up 2024-09 3..3"]),
    ("NAND prices fell mid-teens %. In September, DRAM prices rose 3%.",
     ["NAND price down - 14..16", "DRAM price up 2024-09 3..3"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), TABLE, ids=[text[:48] for text, _ in TABLE])
def test_press_of_a_day(text: str, claims: list[str]) -> None:
    assert [write_claim(c) for c in read_text(text, published_on=DAY).claims] == claims


def test_headline_on_the_results_of_its_issuer() -> None:
    text = "NAND bit shipments up 20% Q/Q, ASP down 9%"
    claims = read_text(text, published_on=DAY, issuer="SK hynix", doc_type="news").claims
    assert [write_claim(c) for c in claims] == ["NAND price down 2024Q3 9..9"]
    claims = read_text(text, published_on=DAY, issuer="SK hynix").claims
    assert "NAND price down 2024Q3 9..9" in [write_claim(c) for c in claims]
