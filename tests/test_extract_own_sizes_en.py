"""English sizes, dates and prices of other things told beside memory: each to its own; our own words."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 8, 20)
TABLE = [
    # each thing of a list its own size
    ("Prices rose 4% for panels, 7% for GPUs and 15% for NAND.", ["NAND price up - 15..15"]),
    ("Both HDD and SSD prices climbed, by 3% and 8%.", ["NAND price up - 8..8"]),
    ("Prices of copper, NAND and gold rose 2%, 14% and 6% respectively.", ["NAND price up - 14..14"]),
    ("DRAM and NAND prices rose 10% and 20%.", ["DRAM price up - 10..10", "NAND price up - 20..20"]),
    ("DRAM prices rose 10% and 20% in May and June.", ["DRAM price up 2026-05 10..10", "DRAM price up 2026-06 20..20"]),
    # the size of what is compared with, of what a price does, or is raised for
    ("Prices of solar wafers fell 22%, a steeper drop than in NAND.", ["NAND price down - .."]),
    ("Rising wages and NAND costs lifted the shop's expenses by 6%.", ["NAND price up - .."]),
    ("Lenovo passed on the NAND price rise by charging 5% more for notebooks.", ["NAND price up - .."]),
    ("The firm raised its laptop prices by 9% because of DRAM inflation.", []),
    ("A 15% rise in NAND prices adds about $5 to the cost of a phone.", []),
    ("A 15% rise in NAND prices was agreed in May.", ["NAND price up 2026-05 15..15"]),
    ("Tablet demand will shrink 4% because of higher NAND prices.", ["NAND price up - .."]),
    # other things that share a word with memory
    ("NAND gate prices rose 6%.", []),
    ("Storage prices on Azure rose 5%.", []),
    ("Storage prices rose 5%.", ["MEMORY price up - 5..5"]),
    ("All chip prices except NAND fell in June.", []),
    ("The memory of last winter's price increases still haunts shoppers.", []),
    ("Flash figures show that consumer prices rose 1.8% in May.", []),
    ("Scotch by the dram: prices up 9% in bars.", []),
    ("Broadcom's chip prices go up 8%; memory prices are another matter.", []),
    # of its own time
    ("Higher NAND costs forced Dell to raise server prices 6% in November.", ["NAND price up - .."]),
    ("Higher NAND prices are forcing Dell to switch suppliers in the fourth quarter.", ["NAND price up - .."]),
    ("Prices for eMMC went up in July, and UFS will follow in Q4.", ["NAND price up 2026-07 .."]),
    ("NOR prices, Citi argues, will peak in Q2 2027 and fall thereafter.", ["NOR price down - .. g"]),
    ("TrendForce lowered its Q4 NAND price forecast from 12% growth to 6%.", ["NAND price up 2026Q4 6..6 g"]),
    # told once: inflation that eases, a fall that is to be stopped, one that is over
    ("Price inflation in NAND has cooled.", ["NAND price up - .."]),
    ("Kioxia cut output to stem the fall in NAND prices.", ["NAND supply down - .."]),
    ("The glut in NOR has ended and prices are beginning to climb.", ["NOR price up - .."]),
    ("NOR prices: is the boom over?", []),
    # each product, each period, and what costs more
    ("Neither NAND nor NOR prices fell in May.", ["NAND price down 2026-05 .. n", "NOR price down 2026-05 .. n"]),
    ("NOR prices fell 4% in Q1, flat in Q2, and will gain 3% in Q3.",
     ["NOR price down 2026Q1 4..4", "NOR price flat 2026Q2 ..", "NOR price up 2026Q3 3..3 g"]),
    ("Kioxia will hold NAND prices in the fourth quarter.", ["NAND price flat 2026Q4 .. g"]),
    ("Kioxia held NAND prices up.", ["NAND price up - .."]),
    ("Asus raised phone prices 8% in May, blaming pricier NAND.", ["NAND price up - .."]),
    ("Makers prefer pricier NAND.", []),
    ("NOR prices, which had fallen 12% in 2024, have since more than doubled.", ["NOR price up - 100.."]),
    ("The maker ended years of falling NOR prices.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), TABLE, ids=[text for text, _ in TABLE])
def test_each_has_its_own(text: str, claims: list[str]) -> None:
    assert [write_claim(c) for c in read_text(text, published_on=DAY).claims] == claims
