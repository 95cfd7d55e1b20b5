"""Korean changes of what is no memory: a mood, devices, other chips, work given out, who supplies."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 8, 20)

SENTENCES = [
    ("메모리 업황이 하락세로 돌아설 전망이다.", []),
    ("낸드 시황이 내년 상승세로 전환할 것이다.", []),
    ("메모리 경기가 꺾일 것이라는 우려가 나온다.", []),
    ("스마트폰 업체는 메모리 부족 탓에 칩셋 재고를 줄이고 있다.", ["MEMORY supply tight - .."]),
    ("메모리 값이 뛰자 퀄컴의 AP 주문이 감소했다.", ["MEMORY price up - .."]),
    ("AP 재고는 줄었지만 D램 재고는 늘었다.", ["DRAM inventory up - .."]),
    ("메모리를 쓰는 가전제품 가격이 오를 것이다.", []),
    ("D램이 들어가는 노트북 가격이 10% 올랐다.", []),
    ("HBM을 공급하는 한미반도체 협력사가 5% 급락했다.", []),
    ("SK하이닉스가 HBM을 공급하는 엔비디아가 3% 떨어졌다.", []),
    ("D램 실적 컨센서스가 높게 형성돼 있다.", []),
    ("낸드 업체들은 가격 하락에 시달리고 있다.", ["NAND price down - .."]),
    ("서버 D램에 할당한 생산능력이 전체의 30%로 하락했다.", []),
    ("HBM4 공급에 성공하면 매출이 두 배로 늘 수 있다.", []),
    ("삼성전자는 HBM 공급 확대를 위해 값을 내렸다.", ["HBM price down - .."]),
    ("SK하이닉스는 D램 생산을 늘리는 방안을 찾고 있다.", []),
    ("마이크론은 낸드 공급을 늘려 이익을 키울 방법을 고심 중이다.", []),
    ("D램 물량은 단가 하락폭 이상으로 늘었다.", []),
    ("엔비디아가 실리콘 가격을 올렸고 메모리는 아직이다.", []),
    ("HBM 후공정 외주 물량이 늘고 있다.", []),
    ("D램 생산일수가 줄어 출하가 감소했다.", []),
    ("AI 시스템 생산 차질로 낸드 수요가 줄었다.", ["NAND demand down - .."]),
    # Of memory after all.
    ("반도체 업황 하강에 D램 가격도 하락세다.", ["DRAM price down - .."]),
    ("D램을 쓰는 서버 업체의 구매 가격이 올랐다.", ["DRAM price up - .."]),
    ("공급난에 시달리는 D램 시장", ["DRAM supply tight - .."]),
    ("정전으로 D램 생산 차질이 빚어졌다.", ["DRAM supply down - .."]),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_what_is_no_memory_claims_nothing(sentence: str, expected: list[str]) -> None:
    assert [write_claim(claim) for claim in read_text(sentence, published_on=DAY).claims] == expected
