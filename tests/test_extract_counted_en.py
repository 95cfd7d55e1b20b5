"""English notes on results that count quarters back from the one reported on: sentences of our own."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2024, 7, 25)

TABLE = [
    # in brackets behind the quarter reported on
    ("NAND ASPs fell 4% sequentially (down 9% in the prior quarter).",
     ["NAND price down 2024Q2 4..4", "NAND price down 2024Q1 9..9"]),
    ("DRAM ASPs were up mid-teens % (flat last quarter).",
     ["DRAM price up 2024Q2 14..16", "DRAM price flat 2024Q1 .."]),
    ("Like-for-like NAND ASPs increased 12% (increased 6% last quarter and decreased 3% two quarters ago).",
     ["NAND price up 2024Q2 12..12", "NAND price up 2024Q1 6..6", "NAND price down 2023Q4 3..3"]),
    ("DRAM ASPs rose around 10% Q/Q (up 5% and down 8% the last two quarters).",
     ["DRAM price up 2024Q2 10..10", "DRAM price up 2024Q1 5..5", "DRAM price down 2023Q4 8..8"]),
    ("NAND ASPs slipped 3% sequentially (down around 6% in the prior two quarters).",
     ["NAND price down 2024Q2 3..3", "NAND price down 2024Q1 6..6", "NAND price down 2023Q4 6..6"]),
    # as what it is compared with or comes after
    ("DRAM ASPs declined 7% compared to 12% in the prior quarter.",
     ["DRAM price down 2024Q2 7..7", "DRAM price down 2024Q1 12..12"]),
    # as a list from the newest or from the oldest
    ("Here are the last three quarterly changes in NAND ASPs (newest to oldest): up 9%, flat, down 5%.",
     ["NAND price up 2024Q2 9..9", "NAND price flat 2024Q1 ..", "NAND price down 2023Q4 5..5"]),
    ("Here are the last three quarterly changes in NAND ASPs (oldest to newest): down 5%, flat, up 9%.",
     ["NAND price down 2023Q4 5..5", "NAND price flat 2024Q1 ..", "NAND price up 2024Q2 9..9"]),
    ("In Q2, DRAM ASPs rose 15%. This follows the prior two quarters (newest to oldest) of up 20% and up 18%.",
     ["DRAM price up 2024Q2 15..15", "DRAM price up 2024Q1 20..20", "DRAM price up 2023Q4 18..18"]),
    ("Like-for-like NAND ASPs rose 11%. This follows like-for-like of up 18%, up 7%, down 4% the prior three quarters.",
     ["NAND price up 2024Q2 11..11", "NAND price up 2024Q1 18..18", "NAND price up 2023Q4 7..7",
      "NAND price down 2023Q3 4..4"]),
    # what only shipments did, and what is no report of results
    ("NAND ASPs fell 4% in Q2 while bit shipments rose 9% (up 5% in the prior quarter).",
     ["NAND price down 2024Q2 4..4"]),
    ("NAND ASPs fell 5% last quarter.", ["NAND price down 2024Q2 5..5"]),
    # what goes on from a sentence that names its quarter twice
    ("Q2 2024 Performance: NAND revenue in the second quarter fell 30%. Within this, ASPs were down 22%.",
     ["NAND price down 2024Q2 22..22"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), TABLE, ids=[text[:48] for text, _ in TABLE])
def test_notes_on_results(text: str, claims: list[str]) -> None:
    assert [write_claim(c) for c in read_text(text, published_on=DAY).claims] == claims
