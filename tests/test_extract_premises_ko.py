"""What Korean questions take for granted, and what they only ask."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 8, 20)

SENTENCES = [
    (
        "낸드 ASP가 급등하고 있는데, 올해 각 부문 흐름은 어떻게 보시는지 말씀해 주실 수 있을까요?",
        ["NAND price up - .."],
    ),
    ("메모리 가격이 크게 오르고 있는 상황에서 충분한 물량을 확보하셨는지요?", ["MEMORY price up - .."]),
    ("오르는 D램 가격이 고객의 전환을 이끈 건가요?", ["DRAM price up - .."]),
    ("현재 낸드가 겪는 공급 부족을 고려할 때 가격 인상은 언제까지 이어질까요?", ["NAND supply tight - .."]),
    ("D램이 지금 겪고 있는 인플레이션을 감안하면 장기 계약을 늘릴 계획이 있으신가요?", ["DRAM price up - .."]),
    ("메모리 값 급등으로 세트 업체 부담이 커졌는데 수요에 영향은 없을까요?", ["MEMORY price up - .."]),
    ("eSSD 공급 부족이 심화되고 있습니다만, 증설 계획은 어떠신지요?", ["NAND supply tight - .."]),
    # Only asked.
    ("D램 가격이 하락하면 어떻게 대응하실 건가요?", []),
    ("낸드 가격이 오를까요?", []),
    ("HBM 수요가 늘고 있나요?", []),
    ("서버 D램 수요가 둔화되고 있나요?", []),
    ("내년에는 D램 공급이 모자랄지 궁금합니다.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_premises_hold_and_questions_do_not(sentence: str, expected: list[str]) -> None:
    assert [write_claim(claim) for claim in read_text(sentence, published_on=DAY).claims] == expected
