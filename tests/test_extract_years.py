"""The year that a period is of: years of the Republic of China, and what a change is compared with."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

SPRING = dt.date(2026, 5, 20)

TABLE = [
    # years of the Republic of China
    ("民國115年第一季DDR4合約價上漲8%。", ["DRAM price up 2026Q1 8..8"]),
    ("113年第三季NOR Flash價格下跌兩成。", ["NOR price down 2024Q3 20..20"]),
    ("民國99年第四季DRAM價格下跌9%。", ["DRAM price down 2010Q4 9..9"]),
    ("114年下半年NAND價格上漲。", ["NAND price up 2025H2 .."]),
    ("112年12月DRAM現貨價上漲4%。", ["DRAM price up 2023-12 4..4"]),
    ("111年Q2 DRAM合約價下跌5%。", ["DRAM price down 2022Q2 5..5"]),
    ("民國114年DRAM價格上漲三成。", ["DRAM price up 2025 30..30"]),
    ("25年第四季度DRAM合约价上涨6%。", ["DRAM price up 2025Q4 6..6"]),
]


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[sentence for sentence, _ in TABLE])
def test_sentence_gives_the_year_that_it_means(sentence: str, expected: list[str]) -> None:
    """A sentence published in spring gives its claims, each with the year that it means."""
    claims = read_text(sentence, published_on=SPRING, issuer="industry").claims
    assert [write_claim(claim) for claim in claims] == expected


def test_digits_of_a_longer_number_are_no_year() -> None:
    """A number of three digits that is no year is not cut down to one of two."""
    claims = read_text("926年第二季DRAM價格上漲10%。", published_on=SPRING).claims
    assert all(claim.period in (None, "2026Q2") for claim in claims)
