"""English statements that are put down to people without a name, or to what is said; our own words."""

from __future__ import annotations

import datetime as dt

import pytest

from tracker.extract import read_text

DAY = dt.date(2026, 5, 10)
TABLE = [
    ("DRAM prices will rise, people familiar with the matter said.", ["hedged"]),
    ("According to people familiar with the matter, Samsung raised NAND prices by 20%.", ["hedged"]),
    ("Samsung raised NAND prices, according to a person with knowledge of the plans.", ["hedged"]),
    ("It is understood that Samsung raised DRAM prices.", ["hedged"]),
    ("SK hynix is said to have raised DRAM prices.", ["hedged"]),
    ("Winbond raised NOR prices, reportedly.", ["hedged"]),
    ("DRAM prices rose 20%, and NAND prices rose 5%, industry sources said on Monday.", ["hedged", "hedged"]),
    # somebody with a name, and closeness of another kind
    ("DRAM prices rose 20%, according to TrendForce.", ["asserted"]),
    ("We are close to our suppliers, and DRAM prices rose.", ["asserted"]),
]


@pytest.mark.parametrize(("text", "certainties"), TABLE, ids=[text for text, _ in TABLE])
def test_what_unnamed_people_tell_is_hedged_and_no_makers_word(text: str, certainties: list[str]) -> None:
    """Nobody stands for it, so neither does a maker that it is told of."""
    claims = read_text(text, published_on=DAY).claims
    assert [c.certainty for c in claims] == certainties
    assert {c.speaker for c in claims} == {"third_party"}
