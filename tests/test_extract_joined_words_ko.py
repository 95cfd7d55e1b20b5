"""Korean stocks, metrics named together, words of the street, and products with what explains them."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 8, 20)

STOCKS = [
    ("고객사의 높아진 재고 부담에 D램 가격이 내릴 전망이다.", ["DRAM inventory loose - ..", "DRAM price down - .. g"]),
    ("높아진 낸드 재고 수준을 감안하면 가격 하락이 불가피하다.", ["NAND inventory up - ..", "NAND price down - .. g"]),
    ("모바일 업체들의 재고 축적 수요로 낸드 출하가 늘었다.", []),
    ("D램 재고는 3주 수준으로, 6월 말 4주보다 더 줄었다.", ["DRAM inventory down - .."]),
    ("D램 재고가 6주 수준으로 전월보다 늘었다.", ["DRAM inventory up - .."]),
    ("낸드 재고도 점차 안정세를 찾고 있다.", ["NAND inventory balanced - .."]),
    ("서버 업체의 D램 재고는 8주 수준을 유지하고 있다.", ["DRAM inventory flat - .."]),
    ("DDR4 재고 현황을 점검해야 한다.", []),
    ("고객사 재고 레벨이 여전히 높은 상태다.", []),
    ("D램 고객사의 재고 수준이 아직도 높은 상태로 남아 있다.", ["DRAM inventory loose - .."]),
    ("메모리 고객 재고는 정상 수준에 가까워졌다.", ["MEMORY inventory balanced - .."]),
]

WORDS = [
    ("메모리 가격과 수요가 함께 오를 전망이다.", ["MEMORY price up - .. g", "MEMORY demand up - .. g"]),
    ("낸드는 수요와 가격이 동반 하락했다.", ["NAND demand down - ..", "NAND price down - .."]),
    ("D램값이 떡상할 것 같다.", ["DRAM price up - .. g"]),
    ("낸드 값이 떡락했다.", ["NAND price down - .."]),
    ("램·SSD 가격이 두 배로 뛰었다.", ["DRAM price up - 100..100", "NAND price up - 100..100"]),
    ("램값 폭등(작년 대비 200%↑)으로 PC 판매가 줄었다.", ["DRAM price up - 200..200"]),
    ("두 자릿수(double digit) 가격 상승이 예상된다. D램 얘기다.", []),
    ("D램 가격 상승폭은 12.5%다.", ["DRAM price up - 12.5..12.5"]),
    ("D램 가격은 석 달 연속 올랐다. 석 달간 상승폭은 12%다.", ["DRAM price up - ..", "DRAM price up - 12..12"]),
    ('메모리 가격 3개월째 상승…"내년 수요 회복 뚜렷"', ["MEMORY price up - ..", "MEMORY demand up 2027 .. g"]),
    ("범용 D램 두 달째 최고가 경신", ["DRAM price up - .."]),
    ("낸드 6월도 신고가", ["NAND price up 2026-06 .."]),
    ("D램 고정거래가격이 늘고 있다.", ["DRAM price up - .."]),
    ("낸드 평균판매가격이 2~4% 줄어들 전망이다.", ["NAND price down - 2..4 g"]),
    ("DDR4 8기가바이트(GB) 메모리 납품가가 두 배로 뛰었다.", ["DRAM price up - 100..100"]),
    ("HBM(고대역폭메모리) 가격이 10% 올랐다.", ["HBM price up - 10..10"]),
    ("범용 D램(여러 기기에 두루 쓰는 메모리) 가격이 올랐다.", ["DRAM price up - .."]),
]


@pytest.mark.parametrize(("sentence", "expected"), STOCKS + WORDS)
def test_words_of_stock_and_street_are_read(sentence: str, expected: list[str]) -> None:
    assert [write_claim(claim) for claim in read_text(sentence, published_on=DAY).claims] == expected
