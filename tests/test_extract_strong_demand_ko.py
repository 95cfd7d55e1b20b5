"""Demand told by common Korean words: it is big, high, does not cool; and what those words say of other things."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 8, 20)

SENTENCES = [
    ("서버용 D램은 수요가 워낙 많다.", ["DRAM demand up - .."]),
    ("낸드 수요가 많아지면서 업체들이 서두르고 있다.", ["NAND demand up - .."]),
    ("HBM 수요가 많아 증설로도 모자란 형편이다.", ["HBM demand up - ..", "HBM supply tight - .."]),
    ("1분기에는 모바일 D램 수요가 컸다.", ["DRAM demand up 2026Q1 .."]),
    ("기업용 SSD는 수요가 크고 마진도 좋다.", ["NAND demand up - .."]),
    ("eSSD 수요는 하반기에도 강세를 유지할 전망이다.", ["NAND demand up 2026H2 .. g"]),
    ("서버 D램은 내년까지 높은 수요를 유지할 것이다.", ["DRAM demand up 2027 .. g"]),
    ("높은 HBM 수요가 이어지고 있다.", ["HBM demand up - .."]),
    ("D램은 강한 수요를 유지하고 있다.", ["DRAM demand up - .."]),
    ("HBM 수요가 꺾이지 않고 있다.", ["HBM demand up - .."]),
    ("낸드 수요는 둔화될 조짐이 보이지 않는다.", ["NAND demand up - .."]),
    ("노트북용 낸드 수요가 약세로 돌아섰다.", ["NAND demand down - .."]),
    ("그래픽 D램 수요는 2분기 들어 약세로 전환됐다.", ["DRAM demand down 2026Q2 .."]),
    # What is big or many here is no demand.
    ("낸드 재고가 많다.", ["NAND inventory loose - .."]),
    ("HBM은 용량이 크고 속도가 빠르다.", []),
    ("D램 종류가 많아 고르기 어렵다.", []),
    ("낸드 수요가 크고 작은 공장으로 나뉜다.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_common_words_tell_of_demand(sentence: str, expected: list[str]) -> None:
    assert [write_claim(claim) for claim in read_text(sentence, published_on=DAY).claims] == expected
