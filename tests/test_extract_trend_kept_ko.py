"""Korean trends that go on: kept, not broken, not to be escaped; and truths that hold at any time."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 8, 20)

KEPT = [
    ("D램 가격은 상승세를 유지할 전망이다.", ["DRAM price up - .. g"]),
    ("서버 D램값 상승세 유지", ["DRAM price up - .."]),
    ("낸드 값 오름세가 꺾이지 않고 있다.", ["NAND price up - .."]),
    ("DDR4 가격은 하락세를 피할 수 없을 것이다.", ["DRAM price down - .. g"]),
    ("SSD 값 하락세가 꺾이지 않는다.", ["NAND price down - .."]),
    ("eMMC 가격은 하락을 피하기 어려울 전망이다.", ["NAND price down - .. g"]),
    ("SSD 가격의 오름세는 수그러들 기미가 없다.", ["NAND price up - .."]),
    ("디램 현물가가 상승 흐름을 유지하고 있다.", ["DRAM price up - .."]),
    ("낸드 단가는 약세를 유지할 전망이다.", ["NAND price down - .. g"]),
    ("HBM 가격은 내림세를 면치 못할 것이다.", ["HBM price down - .. g"]),
    # Broken after all, or a level that is kept.
    ("낸드 가격 상승세가 꺾였다.", ["NAND price down - .."]),
    ("D램 가격이 전월 수준을 유지했다.", ["DRAM price flat - .."]),
]

ANY_TIME = [
    ("공급 부족 시 D램 가격이 급등한다.", []),
    ("공급 과잉 시에는 D램 가격이 급락하며 업계가 적자를 본다.", []),
    ("필요 시 D램을 감산한다.", []),
    ("메모리는 호황 때 증설하고 불황 때 재고가 쌓이는 패턴이 되풀이된다.", []),
    ("낸드는 공급이 과잉되면 값이 폭락하고 다시 감산하는 사이클을 반복해 왔다.", []),
    ("수요가 몰리면 낸드 값이 뛰고 식으면 떨어지는 일이 반복되었다.", []),
    ("실적을 보면 D램이 공급과잉인지 알 수 있다.", []),
    ("D램이 공급 부족인지 아닌지는 알기 어렵다.", []),
    # What is so now.
    ("D램 공급 부족이 다시 반복되고 있다.", ["DRAM supply tight - .."]),
    ("D램은 공급과잉인지 오래다.", ["DRAM supply loose - .."]),
    ("2022년에는 D램 재고가 쌓였다.", ["DRAM inventory up 2022 .."]),
]


@pytest.mark.parametrize(("sentence", "expected"), KEPT + ANY_TIME)
def test_trends_go_on_and_truths_claim_nothing(sentence: str, expected: list[str]) -> None:
    assert [write_claim(claim) for claim in read_text(sentence, published_on=DAY).claims] == expected
