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
    ("eSSD 수요가 낸드 업황을 이끈다.", ["NAND demand up - .."]),
    ("HBM 수요가 D램 가격 상승을 견인했다.", ["HBM demand up - ..", "DRAM price up - .."]),
    ("HBM 수요가 부진해 실적을 이끌지 못했다.", ["HBM demand down - .."]),
    ("AI 열풍에 낸드 수요가 몰린다.", ["NAND demand up - .."]),
    ("낸드 가격이 오르자 중고 노트북 수요가 늘었다.", ["NAND price up - .."]),
]
RULED = [
    ("투자 배경에는 폭증하는 낸드 수요가 있다.", ["NAND demand up - .."]),
    ("투자의 배경은 늘어나는 낸드플래시(낸드) 수요다.", ["NAND demand up - .."]),
    ("투자가 급증하는 D램 수요처", []),
    ("HBM 수요에 힘입어 매출 증가", ["HBM demand up - .."]),
    ("낸드 수요로 영업이익 급증", ["NAND demand up - .."]),
    ("HBM 수요에 매출 감소", []),
    ("D램 가격 급등은 수요가 늘어난 데 따른 것이다.", ["DRAM price up - ..", "DRAM demand up - .."]),
    ("낸드 가격은 오를 것이다.", ["NAND price up - .. g"]),
    ("휴대폰 업체들은 D램을 구하지 못해 생산을 줄이고 있다.", ["DRAM supply tight - .."]),
    ("D램 업체들이 생산을 줄이고 있다.", ["DRAM supply down - .."]),
    ("모바일 D램은 LPDDR4X 20%, LPDDR5X 8% 올랐다.", ["DRAM price up - 20..20", "DRAM price up - 8..8"]),
]
SUPPLY_AND_STOCK = [
    ("D램 공급 쇼크가 온다", ["DRAM supply tight - .."]),
    ("재고 누적으로 낸드 가격이 내렸다.", ["NAND inventory up - ..", "NAND price down - .."]),
    ("낸드 악성 재고가 골칫거리다.", ["NAND inventory loose - .."]),
    ("D램 업체 주가 반등엔 역부족", []),
    ("메모리 수급 비상", ["MEMORY supply tight - .."]),
    ("낸드 조달에 큰 어려움을 겪고 있다.", ["NAND supply tight - .."]),
    ("메모리 가뭄", ["MEMORY supply tight - .."]),
    ("HBM 캐파가 이미 모두 찼다.", ["HBM supply tight - .."]),
    ("램 부족 사태", ["DRAM supply tight - .."]),
    ("메모리 재고가 2주치밖에 남지 않았다.", ["MEMORY inventory tight - .."]),
    ("HBM만으론 부족하다", []),
    ("정부가 D램 생산 확대를 촉구했다.", []),
    ("경영진이 HBM 공급 확대를 점검했다.", []),
]
PRICES = [
    ("HBM 몸값 더 오른다", ["HBM price up - .. g"]),
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
    ("삼성전자, D램 판가 줄인상", ["DRAM price up - .."]),
    ("메모리가 비싸지면서 조립 업체들이 고민한다.", ["MEMORY price up - .."]),
    ("메모리 가격이 너무 올라 사양을 낮췄다.", ["MEMORY price up - .."]),
    ("낸드가 금값이 됐다.", ["NAND price up - .."]),
    ("D램 가격이 고공 행진 중이다.", ["DRAM price up - .."]),
    ("낸드 가격 인플레이션", ["NAND price up - .."]),
    ("메모리 인플레이션이 가계를 덮쳤다.", ["MEMORY price up - .."]),
]

WHEN = [
    ("D램 품귀에 스펙 축소 검토", ["DRAM supply tight - .."]),
    ("HBM 부족 속 증설 전망", ["HBM supply tight - .."]),
    ("낸드값 폭등에 적자 불가피", ["NAND price up - .."]),
    ("내년 낸드 가격 급등에 출하 감소 전망", ["NAND price up 2027 .. g"]),
    ("낸드 가격 급등이 예상된다.", ["NAND price up - .. g"]),
    ("낸드 가격 더 오른다", ["NAND price up - .. g"]),
    ("HBM 수요 또 늘어난다", ["HBM demand up - .. g"]),
    ("낸드 가격이 더 올랐다", ["NAND price up - .."]),
]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [*WITH_OTHERS, *MEANT_TO_PASS, *DEMAND, *RULED, *SUPPLY_AND_STOCK, *PRICES, *WHEN],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_korean_headlines_give_their_claims(sentence: str, expected: list[str]) -> None:
    """A Korean headline makes its claims and no others."""
    claims = read_text(sentence, published_on=DAY).claims
    assert [write_claim(claim) for claim in claims] == expected
