"""Korean headlines: what memory shares with other goods, what is meant to pass, what only seems a change."""

from __future__ import annotations

import pytest

from tests.test_extract_grammar import DAY, write_claim
from tracker.extract import read_text

WITH_OTHERS = [
    ("낸드플래시도 파운드리도 '공급 부족'", ["NAND supply tight - .."]),
    ("D램 및 CPU 공급 부족으로 서버 출하 차질", ["DRAM supply tight - .."]),
    ("낸드·파운드리 동시 품귀", ["NAND supply tight - .."]),
    ("D램 이어 MLCC까지 가격 인상", ["DRAM price up - .."]),
    ("HBM 및 첨단 후공정 수요 증가", ["HBM demand up - .."]),
    ("파운드리 공급 부족, D램 업체도 긴장", []),
    ("기판 품귀", []),
]
MEANT_TO_PASS = [
    ("낸드 부족 현상을 해결하기 위해 공장을 짓는다.", ["NAND supply tight - .."]),
    ("D램 공급 부족을 완화하려는 증설이 이어진다.", ["DRAM supply tight - .."]),
    ("HBM 품귀를 해소할 방안이 없다.", ["HBM supply tight - .."]),
    ("D램 공급 부족이 완화됐다.", []),
]
DEMAND = [
    ("AI 추론이 낸드 수요를 견인하고 있다.", ["NAND demand up - .."]),
    ("신형 서버가 eSSD 수요를 촉발했다.", ["NAND demand up - .."]),
    ("D램 수요 가속화", ["DRAM demand up - .."]),
    ("HBM 수요가 넘쳐난다", ["HBM demand up - .."]),
    ("넘쳐나는 낸드 수요", ["NAND demand up - .."]),
    ("낸드가 시장에 넘쳐난다", ["NAND supply loose - .."]),
    ("내년 D램 수요 더 는다", ["DRAM demand up 2027 .. g"]),
    ("회사는 급증하는 서버용 D램 수요에 빠르게 대응하기 위해 증설한다.", ["DRAM demand up - .."]),
    ("회사는 서버용 D램 수요에 적극 대응한다.", []),
    ("AI 반도체 수요 급증…HBM 출하", []),
    ("AI칩 공급 부족에도 HBM 양산", []),
]
SUPPLY_AND_STOCK = [
    ("D램 공급 쇼크가 온다", ["DRAM supply tight - .."]),
    ("재고 누적으로 낸드 가격이 내렸다.", ["NAND inventory up - ..", "NAND price down - .."]),
    ("낸드 악성 재고가 골칫거리다.", ["NAND inventory loose - .."]),
    ("D램 업체 주가 반등엔 역부족", []),
    ("HBM만으론 부족하다", []),
    ("정부가 D램 생산 확대를 촉구했다.", []),
    ("경영진이 HBM 공급 확대를 점검했다.", []),
]
PRICES = [
    ("HBM 몸값 더 오른다", ["HBM price up - .."]),
    ("낸드 몸값이 치솟았다.", ["NAND price up - .."]),
    ("메모리 업체의 몸값이 뛰었다.", []),
    ("D램값 뛰자 세트업체 비명", ["DRAM price up - .."]),
    ("3분기 낸드 스팟가가 20% 올랐다.", ["NAND price up 2026Q3 20..20"]),
    ("신형 HBM4가 제조 비용을 높이고 있다.", []),
    ("D램 공급사는 가격 밴드를 유지한다.", []),
    ("메모리 담합에 태블릿 가격 올라", []),
    ("낸드가 카메라 가격을 올렸다.", []),
    ("D램 가격이 오를수록 이익이 늘어난다.", []),
    ("낸드 헐값이라더니 계약은 달랐다.", []),
    ("D램 가격이 올랐다면서도 걱정했다.", ["DRAM price up - .."]),
    ("D램 가격이 오른다면 이익이 는다.", []),
]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [*WITH_OTHERS, *MEANT_TO_PASS, *DEMAND, *SUPPLY_AND_STOCK, *PRICES],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_korean_headlines_give_their_claims(sentence: str, expected: list[str]) -> None:
    """A Korean headline makes its claims and no others."""
    claims = read_text(sentence, published_on=DAY).claims
    assert [write_claim(claim) for claim in claims] == expected
