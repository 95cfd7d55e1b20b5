"""English words of change by which nothing of memory moves, beside others by which it does: sentences of our own."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 10, 1)

TABLE = [
    # the bound of a size
    ("NAND prices will fall by 10 percent or higher in 4Q26.", ["NAND price down 2026Q4 10.. g"]),
    # what is bought, opened or made better
    ("You can pick up 32GB of DDR5 for half of that.", []),
    ("NAND prices are expected to pick up.", ["NAND price up - .. g"]),
    ("DRAM demand will help it to strengthen the competitiveness of its fabs.", []),
    ("DRAM demand will strengthen.", ["DRAM demand up - .. g"]),
    # what nobody does
    ("Buyers are hesitant to build NAND inventory.", []),
    ("That is discouraging them from restocking DRAM.", []),
    ("Buyers began to build NAND inventory.", ["NAND inventory up - .."]),
    # a level, and what a technology can do
    ("It sold DDR5 and HBM, products with higher ASPs than common DRAM.", []),
    ("A new process, which can boost DRAM output by 30%, is used.", []),
    # an old view
    ("It expects NAND demand to increase 15% in 2026 vs. a prior view of up 20%.", ["NAND demand up 2026 15..15 g"]),
    ("NOR prices will rise 3% in 4Q26, compared with the 5% rise estimated previously.",
     ["NOR price up 2026Q4 3..3 g"]),
    # the noun behind says which way; a shortage of other parts
    ("It named the factors driving the steep NAND price declines.", ["NAND price down - .."]),
    ("DRAM makers suffer from a shortage of PC microprocessors.", []),
    ("PC makers suffer from a shortage of DRAM.", ["DRAM supply tight - .."]),
    # steps back, and what another change came after, with their sizes
    ("Drops in NOR prices will narrow to 5% from 9% in the third quarter.",
     ["NOR price down - 5..5 g", "NOR price down 2026Q3 9..9"]),
    ("NOR prices will fall 4% in the fourth quarter, reversing from a 6% increase in the third quarter.",
     ["NOR price down 2026Q4 4..4 g", "NOR price up 2026Q3 6..6"]),
    ("NOR prices will drop 9% in the fourth quarter widening from a 5% decline in the third quarter.",
     ["NOR price down 2026Q4 9..9 g", "NOR price down 2026Q3 5..5"]),
    # a relative clause does not part a subject from its verb
    ("DRAM prices, which fell in the first quarter, rose in the second quarter.",
     ["DRAM price down 2026Q1 ..", "DRAM price up 2026Q2 .."]),
    ("NOR prices, which stayed steady in May, are falling again.",
     ["NOR price flat 2026-05 ..", "NOR price down - .."]),
    ("NAND demand, which began to rise in Q3, continued to grow in the fourth quarter.",
     ["NAND demand up 2026Q3 ..", "NAND demand up 2026Q4 .."]),
    # what a shortage has done, and what a cut of output will do
    ("The NAND shortage that has lifted prices will continue through 2027.",
     ["NAND supply tight 2027 .. g", "NAND price up - .."]),
    ("Production cuts by NAND makers will improve the market from the second half.", ["NAND supply down - .. g"]),
    ("NAND makers will cut production from the fourth quarter.", ["NAND supply down 2026Q4 .. g"]),
    # an aim, and what comes of it
    ("NAND makers are trying to reduce inventory.", []),
    ("Kioxia cut NAND output to reduce its stocks.", ["NAND supply down - .."]),
    ("NAND makers have reduced inventory.", ["NAND inventory down - .."]),
    # sales that move, a shortage that eases, results that are hurt
    ("Sales of dearer products such as HBM3 and DDR5 increased 10%.", []),
    ("There is no easing of the NAND shortage.", ["NAND supply tight - .."]),
    ("Oversupply of NAND has savaged its third-quarter 2026 results.", ["NAND supply loose 2026Q3 .."]),
    ("NAND prices rose the most since March 2025 when NAND prices jumped 9%.",
     ["NAND price up - ..", "NAND price up 2025-03 9..9"]),
    ("NAND prices will fall 8% in the third quarter of 2027 and may drop another 5% in the fourth quarter.",
     ["NAND price down 2027Q3 8..8 g", "NAND price down 2027Q4 5..5 g h"]),
    # two periods, the second with a doubt
    ("NAND prices will drop throughout 2026 and possibly into 2027.",
     ["NAND price down 2026 .. g", "NAND price down 2027 .. g"]),
    # more words
    ("NOR prices will continue their descent in 4Q26.", ["NOR price down 2026Q4 .. g"]),
    ("NOR prices are hard to stop falling.", ["NOR price down - .."]),
    ("The NOR contract price was US$2, same as the previous month.", ["NOR price flat - .."]),
    ("The NAND market has too many stocks.", ["NAND inventory loose - .."]),
    ("The NAND field saw supply catch up with demand.", ["NAND supply balanced - .."]),
    ("With demand for NOR continuing to exceed supply, makers expand.", ["NOR supply tight - .."]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), TABLE, ids=[text[:48] for text, _ in TABLE])
def test_press_of_a_day(text: str, claims: list[str]) -> None:
    assert [write_claim(c) for c in read_text(text, published_on=DAY).claims] == claims
