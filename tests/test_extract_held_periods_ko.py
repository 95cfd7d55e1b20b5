"""Korean periods that are only compared with, what holds already, and what goes on until a time of its own."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 8, 20)

COMPARED = [
    ("D램 현물가는 2019년 3월 통계를 내기 시작한 이래 최고가다.", ["DRAM price up - .."]),
    ("낸드 가격은 2017년 통계 작성 이후 가장 높은 수준으로 올랐다.", ["NAND price up - .."]),
    ("PC용 D램 고정가가 지난해 하반기 5달러에서 최근 20달러로 뛰었다.", ["DRAM price up - .."]),
    ("SSD 값은 작년 말 10만원에서 현재 25만원까지 올랐다.", ["NAND price up - .."]),
    ("DDR2 가격은 지난달 말 수준을 유지하고 있다.", ["DRAM price flat - .."]),
    ("낸드 가격은 7월 초 가격을 그대로 유지하고 있다.", ["NAND price flat - .."]),
    ("D램 가격은 지난 5월 저점이었던 2달러와 비슷한 수준까지 내려와 전달보다 8% 하락했다.", ["DRAM price down - 8..8"]),
    ("서버용 D램 시장은 2020년 전체 시장과 비슷한 규모로 커졌고 수요도 늘고 있다.", ["DRAM demand up - .."]),
    (
        "품귀가 심해지고 있는 DDR4의 가격이 4분기에 더 오를 전망이다.",
        ["DRAM supply tight - ..", "DRAM price up 2026Q4 .. g"],
    ),
    (
        "공급과잉이 길어지고 있는 낸드 가격이 내년 상반기 반등할 전망이다.",
        ["NAND supply loose - ..", "NAND price up 2027H1 .. g"],
    ),
    ("올해 D램 시장에 대해 “서버 수요가 강할 것으로 본다”고 밝혔다.", ["DRAM demand up 2026 .. g"]),
    ("내년 낸드 시장 전망과 관련해 그는 “공급이 부족할 것”이라고 말했다.", ["NAND supply tight 2027 .. g"]),
    (
        "이르면 11월, 늦어도 내년 2월에 D램 가격이 하락 전환할 전망이다.",
        ["DRAM price down 2026-11 .. g", "DRAM price down 2027-02 .. g"],
    ),
    ("D램은 1월부터 6월까지 내리 하락하면서 40% 떨어졌다.", ["DRAM price down 2026-06 40..40"]),
]

GOES_ON = [
    (
        "D램 수요가 공급을 웃돌고 있으며 이런 상황은 내년 말까지 지속될 전망이다.",
        ["DRAM supply tight - ..", "DRAM supply tight 2027 .. g"],
    ),
    (
        "NAND 수요는 공급을 초과했으며, 이러한 흐름은 2027년까지 이어질 것으로 예상한다.",
        ["NAND supply tight - ..", "NAND supply tight 2027 .. g"],
    ),
    (
        "D램 공급이 부족하고, 이 같은 추세는 하반기에도 계속될 것이다.",
        ["DRAM supply tight - ..", "DRAM supply tight 2026H2 .. g"],
    ),
    ("HBM 수요는 2028년까지 연평균 30% 성장할 전망이다.", ["HBM demand up 2028 30..30 g"]),
    ("낸드 수요가 올해부터 2029년까지 연평균 20%의 성장률을 유지할 것이다.", ["NAND demand up 2029 20..20 g"]),
    ("서버 D램 수요는 향후 5년간 연평균 25% 성장률을 기록할 전망이다.", ["DRAM demand up - 25..25 g"]),
    ("HBM 시장은 2028년까지 연평균 30% 성장한다.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), COMPARED + GOES_ON)
def test_each_change_has_its_own_period(sentence: str, expected: list[str]) -> None:
    assert [write_claim(claim) for claim in read_text(sentence, published_on=DAY).claims] == expected
