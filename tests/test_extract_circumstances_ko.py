"""Korean notes: sentences that end on a noun, circumstances told on the way, times that date something else."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 8, 20)

SENTENCES = [
    (
        "올해 삼성전자가 낸드 생산을 줄인대. D램 수요는 계속 늘고 있다.",
        ["NAND supply down 2026 ..", "DRAM demand up - .."],
    ),
    (
        "데이터센터가 2026년 최대 시장으로 부상 예상. 기업용 SSD 수요가 급증했음. 매출은 늘었음.",
        ["NAND demand up - .."],
    ),
    (
        "D램 가격은 2분기에 8% 상승했음. 낸드 재고는 줄어드는 중. 낸드 가격은 보합.",
        ["DRAM price up 2026Q2 8..8", "NAND inventory down - ..", "NAND price flat - .."],
    ),
    ("DDR4 가격은 유통 재고 수준을 고려할 때 하락세를 피하기 어렵다.", ["DRAM price down - .."]),
    ("낸드 가격은 늘어난 재고를 감안하면 추가 하락할 전망이다.", ["NAND price down - .. g", "NAND inventory up - .."]),
    ("PC용 D램도 재고가 늘면서 약세를 보였다.", ["DRAM inventory up - .."]),
    ("D램 평균판매가격이 전체적으로 2~4%쯤 줄어들 전망이다.", ["DRAM price down - 2..4 g"]),
    ("D램이 모바일 수요가 많아지니까 업체들이 증설한다.", ["DRAM demand up - .."]),
    ("낸드 값은 지난달 말 가격에 비해 7% 내렸다.", ["NAND price down - 7..7"]),
    ("상반기 스마트폰 AP 출하가 메모리값 급등에 줄었다.", ["MEMORY price up - .."]),
    ("2024년 3월 이후 하락해 온 D램 현물가격이 어제 반등했다.", ["DRAM price down 2024-03 ..", "DRAM price up - .."]),
    ("시장에서는 낸드 가격 반등 시점을 내년 1월로 점치고 있다.", ["NAND price up 2027-01 .. g"]),
    ("D램 가격 하락 시점은 4분기로 예상된다.", ["DRAM price down 2026Q4 .. g"]),
    ("낸드 감산 종료 시점에 이목이 쏠린다.", []),
    ("메모리 공급과잉이 심화돼 8분기 동안의 가격 상승 국면이 끝날 것이다.", ["MEMORY supply loose - .."]),
    ("서버 D램 7월도 최고가 행진 — CXMT 공장 신설 검토", ["DRAM price up 2026-07 .."]),
    ('"통상 2분기에는 수요가 급증한다"며 "D램 가격은 지난달 올랐다"고 말했다.', ["DRAM price up 2026-07 .."]),
    ("- Bit DRAM 10% QoQ 감소, NAND 5% QoQ 감소", []),
    ("서버 D램에 배정된 라인이 총 생산능력의 약 30%로 하락했다.", []),
    ("낸드 수요 bit growth 15% 증가 전망", ["NAND demand up - 15..15 g"]),
    ("2027년 HBM 생산 물량은 여유분 없이 사실상 전량 계약되었다.", ["HBM supply tight 2027 .."]),
    ("HBM은 제한적인 공급 증가가 이어진다.", ["HBM supply tight - .."]),
    ("낸드 가격 변동, 재고 조정과 같은 용어는 어렵다.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_circumstances_are_told_apart(sentence: str, expected: list[str]) -> None:
    assert [write_claim(claim) for claim in read_text(sentence, published_on=DAY).claims] == expected
