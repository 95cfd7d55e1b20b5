"""Korean sizes and periods: signs, brackets, bare years, and what dates or measures another thing."""

from __future__ import annotations

import pytest

from tests.test_extract_grammar import DAY, write_claim
from tracker.extract import read_text

SIGNS_AND_BRACKETS = [
    ("D램 가격 +약 30%", ["DRAM price up - 30..30"]),
    ("낸드 고정거래가 +~15% QoQ", ["NAND price up - 15..15"]),
    ("2027년 낸드 수요 YoY +25%", ["NAND demand up 2027 25..25 g"]),
    ("낸드 매출 YoY +25%", []),
    ("노트북 판매가 낸드값 급등(전년비 90%↑) 여파로 12% 줄었다.", ["NAND price up - 90..90"]),
    ("낸드값 급등(전분기 대비 40%↑)", ["NAND price up - 40..40"]),
    ("낸드 고정거래가격은 6월 8% 상승해 5월(12%)보다 상승폭이 줄었다.",
     ["NAND price up 2026-06 8..8", "NAND price up 2026-05 12..12"]),
    ("대당 D램 20% 더 싣는다…HBM 품귀", ["HBM supply tight - .."]),
    ("D램은 10%, 낸드는 20% 감산", ["DRAM supply down - 10..10", "NAND supply down - 20..20"]),
    ("낸드는 전년 대비 70% 증가했고 값 상승과 수요 회복이 나타났다.",
     ["NAND price up - ..", "NAND demand up - .."]),
    ("낸드 가격은 전년 대비 70% 증가했다.", ["NAND price up - 70..70"]),
]  # fmt: skip
MIDDLES = [
    ("낸드 ASP +30%대 중반 QoQ", ["NAND price up - 34..36"]),
    ("낸드 ASP -10%대 초반 QoQ", ["NAND price down - 11..13"]),
    ("D램 가격 +중반 40%대", ["DRAM price up - 44..46"]),
    ("D램 판가는 20%대 중반 상승했다.", ["DRAM price up - 24..26"]),
    ("DDR5가 D램 웨이퍼의 ~40% 소비 — HBM 공급 부족", ["HBM supply tight - .."]),
]
WITH_PARTS = [
    ("D램·배터리 등 부품 비용 급등", ["DRAM price up - .."]),
    ("낸드 등 핵심 부품 가격 급등", ["NAND price up - .."]),
    ("메모리와 같은 부품의 비용이 올랐다.", ["MEMORY price up - .."]),
    ("배터리 등 핵심 부품 가격 급등, D램 업체도 긴장", []),
]
ASKED = [
    ("HBM 수요 꺾일까", []),
    ("D램 가격, 다시 반등할까", []),
    ("D램 공급 부족, 언제 풀릴까", ["DRAM supply tight - .."]),
    ("D램 가격 반등까지 한 달 걸렸다.", ["DRAM price up - .."]),
]
YEARS = [
    ("2026~2027년 낸드 공급 부족", ["NAND supply tight 2026 ..", "NAND supply tight 2027 .. g"]),
    ("2027~28년 낸드 공급 부족", ["NAND supply tight 2027 .. g", "NAND supply tight 2028 .. g"]),
    ("2025~2028년 낸드 공급 부족", ["NAND supply tight 2028 .. g"]),
    ("2027 HBM 완판", ["HBM supply tight 2027 .."]),
    ("CY2027 낸드 완판", ["NAND supply tight 2027 .."]),
    ("2027E D램 수요 +20%", ["DRAM demand up 2027 20..20 g"]),
    ("2027 달러에 팔린 HBM 품귀", ["HBM supply tight - .."]),
]
OF_ANOTHER = [
    ("지난해 화웨이가 공개한 칩에 D램 부족이 겹쳤다.", ["DRAM supply tight - .."]),
    ("인도 스마트폰 시장의 2분기 출하량이 낸드 가격 상승으로 줄었다.", ["NAND price up - .."]),
    ("2분기 낸드 출하량은 늘고 가격도 올랐다.", ["NAND price up 2026Q2 .."]),
    ("HBM 수요 걱정에 나흘 연속 하락했다.", []),
    ("HBM 수요가 두 달 연속 감소했다.", ["HBM demand down - .."]),
    ("메모리 가격이 급등했다. 비용 부담에 10월부터 제품 가격을 인상한다.", ["MEMORY price up - .."]),
    ("메모리 품귀에 원가가 올랐고 판매가도 오를 것이다.", ["MEMORY supply tight - .."]),
    ("낸드값 급등에 따른 손실을 어떻게 메우는지 살펴본다.", ["NAND price up - .."]),
    ("낸드값이 오르는지 살펴본다.", []),
]
JOINED = [
    ("D램 이어 낸드 가격도 오른다", ["DRAM price up - ..", "NAND price up - .."]),
    ("낸드 넘어 D램 가격까지 상승", ["NAND price up - ..", "DRAM price up - .."]),
    ("D램 현물가격 바닥", []),
    ("D램 재고 바닥", ["DRAM inventory tight - .."]),
    ("낸드 판매단가(ASP)가 고가 제품 출하 증가로 상승 전환했다.", ["NAND price up - .."]),
]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [*SIGNS_AND_BRACKETS, *MIDDLES, *WITH_PARTS, *ASKED, *YEARS, *OF_ANOTHER, *JOINED],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_korean_figures_give_their_claims(sentence: str, expected: list[str]) -> None:
    """A Korean sentence with sizes and periods makes its claims and no others."""
    claims = read_text(sentence, published_on=DAY).claims
    assert [write_claim(claim) for claim in claims] == expected
