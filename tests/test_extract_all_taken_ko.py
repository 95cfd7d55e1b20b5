"""Korean shortages: by their English name, supply that does not catch up, goods or contracts that are all taken."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 8, 20)

SENTENCES = [
    ("내년에도 D램 숏티지가 이어질 전망이다.", ["DRAM supply tight 2027 .. g"]),
    ("“하반기도 낸드 숏티지”", ["NAND supply tight 2026H2 .."]),
    ("HBM Shortage 현상이 심화되고 있다.", ["HBM supply tight - .."]),
    ("DRAM shortage 발생 가능성이 커졌다.", ["DRAM supply tight - .. g h"]),
    ("D램과 낸드는 빠듯한 수급을 벗어나지 못하고 있다.", ["DRAM supply tight - ..", "NAND supply tight - .."]),
    ("주문이 늘어도 낸드 공급은 이를 쫓아가지 못할 것이다.", ["NAND supply tight - .. g"]),
    ("D램 생산은 보수적인 투자 탓에 수요를 따라가지 못할 것이다.", ["DRAM supply tight - .. g"]),
    ("HBM 증설 속도가 수요를 따라잡지 못하고 있다.", ["HBM supply tight - .."]),
    ("서버 D램 증설 속도가 수요 증가 속도를 따라가지 못한다.", ["DRAM supply tight - .."]),
    ("내년 HBM 공급 계약이 모두 완료됐다.", ["HBM supply tight 2027 .."]),
    ("SK하이닉스는 내년 낸드 물량을 모두 소화했다.", ["NAND supply tight 2027 .."]),
    ("2027년 D램 생산 물량은 모두 계약되었다.", ["DRAM supply tight 2027 .."]),
    ("내년도 낸드 물량은 전량 예약이 끝났다.", ["NAND supply tight 2027 .."]),
    # A contract, talks, a word.
    ("HBM 공급 계약을 맺었다.", []),
    ("삼성전자는 D램 공급 계약 협상을 진행 중이다.", []),
    ("낸드 물량을 나눠서 계약한다.", []),
    ("숏티지라는 말이 자주 들린다.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_what_is_all_taken_is_tight(sentence: str, expected: list[str]) -> None:
    assert [write_claim(claim) for claim in read_text(sentence, published_on=DAY).claims] == expected
