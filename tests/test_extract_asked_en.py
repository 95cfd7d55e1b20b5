"""What an English question takes for granted in its opening clause; our own words."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 8, 20)
TABLE = [
    # as-clauses before a question
    ("As memory prices come down, does that reach the prices of storage systems?", ["MEMORY price down - .."]),
    ("With NAND prices rising, how do you protect margins?", ["NAND price up - .."]),
    ("As DRAM gets more expensive, do customers cut configurations?", ["DRAM price up - .."]),
    ("Now that NAND supply is loosening, will you change your purchasing?", ["NAND supply loose - .."]),
    ("Given that DRAM prices have doubled, can you pass that on?", ["DRAM price up - 100..100 h"]),
    ("As DRAM prices come down, particularly for servers, what happens to your margins?", ["DRAM price down - .."]),
    ("If memory prices come down, are you going to lower your prices?", []),
    ("When memory prices come down, do you usually lower yours?", []),
    ("As for memory prices, are they coming down?", []),
    # how tight supply is
    ("Are there problems shipping, given how constrained memory supply is at the moment?",
     ["MEMORY supply tight - .."]),
    ("Given how tight DRAM is, can you get what you need?", ["DRAM supply tight - .."]),
    ("How do you plan with how strong NAND demand has been?", ["NAND demand up - .."]),
    ("Given how much DRAM prices have risen, do you see any pushback?", ["DRAM price up - .."]),
    ("Considering how short NAND is right now, how did you secure supply?", ["NAND supply tight - .."]),
    ("How tight is DRAM supply?", []),
    ("How strong do you think NAND demand is?", []),
    ("Tell us how constrained you are on memory.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), TABLE, ids=[text for text, _ in TABLE])
def test_what_a_question_opens_with(text: str, claims: list[str]) -> None:
    reading = read_text(text, published_on=DAY, issuer="SK hynix", doc_type="earnings_call")
    assert [write_claim(c) for c in reading.claims] == claims
