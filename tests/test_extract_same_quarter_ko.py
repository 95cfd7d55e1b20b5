"""Korean prices told to be those of the quarter before, and what the next sentence says of the same product."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 7, 30)

SENTENCES = [
    ("SK hynix", "낸드 ASP는 직전 분기와 같은 수준이었다.", ["NAND price flat 2026Q2 .."]),
    ("SK hynix", "D램 평균판매가격은 전 분기와 같은 수준을 유지했다.", ["DRAM price flat 2026Q2 .."]),
    ("SK hynix", "D램 현물가격은 전월과 같았다.", ["DRAM price flat - .."]),
    ("SK hynix", "낸드 가격은 그대로였다.", ["NAND price flat - .."]),
    (
        None,
        "D램 가격은 6월에 5% 올랐다. 이 회사는 9월에도 가격이 오를 것으로 내다봤다.",
        ["DRAM price up 2026-06 5..5", "DRAM price up 2026-09 .. g"],
    ),
    (
        None,
        "낸드 값은 5월에 내렸다. 업계는 8월에도 값이 내릴 것으로 본다.",
        ["NAND price down 2026-05 ..", "NAND price down 2026-08 .. g"],
    ),
]


@pytest.mark.parametrize(("issuer", "sentence", "expected"), SENTENCES)
def test_prices_go_with_their_quarter(issuer: str | None, sentence: str, expected: list[str]) -> None:
    claims = read_text(sentence, published_on=DAY, issuer=issuer).claims
    assert [write_claim(claim) for claim in claims] == expected
