"""Korean sizes in a row: signed ones of period after period, and those that share one verb."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2023, 3, 10)

SIGNED = [
    (
        "DRAM 고정가격은 1Q23 -18% → 2Q23 -15% → 3Q23 +2% → 4Q23 +9%QoQ로 회복될 전망이다.",
        [
            "DRAM price down 2023Q1 18..18 g",
            "DRAM price down 2023Q2 15..15 g",
            "DRAM price up 2023Q3 2..2 g",
            "DRAM price up 2023Q4 9..9 g",
        ],
    ),
    (
        "[낸드 계약가격 변동률: 3Q23 -5% → 4Q23 +4% → 1Q24 +8%QoQ]",
        ["NAND price down 2023Q3 5..5 g", "NAND price up 2023Q4 4..4 g", "NAND price up 2024Q1 8..8 g"],
    ),
    (
        "2분기 ASP는 DRAM -7%QoQ, NAND -8%QoQ 예상",
        ["DRAM price down 2023Q2 7..7 g", "NAND price down 2023Q2 8..8 g"],
    ),
    ("ASP는 D램 +3% QoQ, 낸드 -2% QoQ 증가 전망", ["DRAM price up - 3..3 g", "NAND price down - 2..2 g"]),
    ("D램 ASP는 3Q23 +5%, 4Q23 +8% 예상", ["DRAM price up 2023Q3 5..5 g", "DRAM price up 2023Q4 8..8 g"]),
    (
        "낸드 생산증가율은 2Q23 -10%, 3Q23 -5%를 기록할 것이다.",
        ["NAND supply down 2023Q2 10..10 g", "NAND supply down 2023Q3 5..5 g"],
    ),
    ("DRAM 출하량은 1Q23 -15%, 2Q23 +20%로 예상된다.", []),
    ("DRAM 매출은 2Q23 -10% → 3Q23 +15%로 회복될 전망이다.", []),
]

SHARED = [
    ("D램값 10%·낸드값 15% 내릴 전망", ["DRAM price down - 10..10 g", "NAND price down - 15..15 g"]),
    (
        '"3분기 D램 가격 5%·낸드 10% 하락 전망"',
        ["DRAM price down 2023Q3 5..5 g", "NAND price down 2023Q3 10..10 g"],
    ),
    (
        "서버 D램은 DDR4는 3~5% DDR5는 5~8% 내려갈 것으로 내다봤다.",
        ["DRAM price down - 3..5 g", "DRAM price down - 5..8 g"],
    ),
    ("평균판매가격은 D램이 20%, 낸드가 15% 떨어졌다.", ["DRAM price down - 20..20", "NAND price down - 15..15"]),
    ("낸드 평균판매가격은 25%, 출하량은 3% 줄었다.", ["NAND price down - 25..25"]),
    ("D램 평균판매가격은 18%, 비트 출하량은 9% 각각 감소했다.", ["DRAM price down - 18..18"]),
    ("D램 출하량은 9%, 평균판매가격은 18% 각각 감소했다.", ["DRAM price down - 18..18"]),
    ("DRAM B/G와 ASP는 각각 10%, 6% 하락했다.", ["DRAM price down - 6..6"]),
    ("D램 매출은 20%, 낸드 매출은 15% 감소했다.", []),
    ("D램 비중은 60%, 낸드 비중은 40%다.", []),
    ("삼성전자 점유율은 40%, SK하이닉스 D램 점유율은 30%로 떨어졌다.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), SIGNED + SHARED)
def test_each_size_has_its_own_sign_and_owner(sentence: str, expected: list[str]) -> None:
    assert [write_claim(claim) for claim in read_text(sentence, published_on=DAY).claims] == expected
