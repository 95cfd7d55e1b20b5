"""Terse Korean of digests and notes, all our own: what outruns what, what is no supply, and every claim made."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import DAY, write_claim
from tracker.extract import read_text

TABLE = [
    ("서버용 SSD 수요가 공급 증가 속도를 앞질렀다.", ["NAND supply tight - .."]),
    ("노어플래시는 수요 증가가 공급을 크게 능가한다.", ["NOR supply tight - .."]),
    ("내년에는 DDR5 수요 대비 공급 격차가 더 벌어질 전망이다.", ["DRAM supply tight 2027 .. g"]),
    ("eMMC 수급 격차가 확대되고 있다.", ["NAND supply tight - .."]),
    ("HBM 쏠림이 범용 낸드 공급을 제한하고 있다.", ["NAND supply tight - .."]),
    ("내년 낸드 공급량이 수요를 12% 초과할 전망이다.", ["NAND supply loose 2027 .. g"]),
    ("2027년 SRAM 공급은 충분히 충족될 전망이다.", ["SRAM supply balanced 2027 .. g"]),
    ("키옥시아가 낸드 감산을 되돌리기 시작했다.", ["NAND supply up - .."]),
    ("모바일 D램 수요 부족이 이어졌다.", ["DRAM demand down - .."]),
    ("소비자용 SSD에 대한 수요는 제한적이다.", ["NAND demand down - .."]),
    ("그래픽 D램 수요가 빠르게 식는 중이다.", ["DRAM demand down - .."]),
    ("지난달 낸드 단가는 약 7% 가량 줄었다.", ["NAND price down 2026-06 7..7"]),
    ("낸드 가격은 2분기를 바닥으로 3분기부터 반등할 전망이다.", ["NAND price up 2026Q3 .. g"]),
    ("삼성전자의 구글향 HBM 공급 지연이 주가에 부담이다.", []),
    ("HBM4E 공급 가시화는 호재다.", []),
    ("초기 HBM4 공급 물량은 제한적이다.", []),
    ("고객사가 D램 공급 확대를 요청했다.", []),
    ("마이크론은 낸드 시장에서 2위를 달리고 있다.", []),
    ("HBM을 설계할 인재 부족이 심하다.", []),
    ("노트북의 D램 용량이 부족하다.", []),
    ("HBM capacity도 두 배로 상승했다.", []),
    ("D램 품귀로 전자기기 가격이 오른다.", ["DRAM supply tight - .."]),
    ("낸드 수급이 개선됐다.", []),
    ("SK하이닉스는 SSD 수요에 적극 대응해 양호한 실적을 냈다.", []),
    ("PC용 메모리 모듈 가격은 지난달 8% 올랐다.", ["DRAM price up 2026-06 8..8"]),
    ("메모리 모듈과 SSD 값이 크게 뛰었다.", ["DRAM price up - ..", "NAND price up - .."]),
    ("낸드와 S램 수요가 급감했다.", ["NAND demand down - ..", "SRAM demand down - .."]),
    ("HBM 및 고용량 SSD 수요가 급증했다.", ["HBM demand up - ..", "NAND demand up - .."]),
    ("HBM뿐만 아니라 모바일 D램 가격도 상승했다.", ["HBM price up - ..", "DRAM price up - .."]),
    ("HBM은 물론 범용 D램 수요도 늘고 있다.", ["HBM demand up - ..", "DRAM demand up - .."]),
    ("기업용 SSD 등 낸드 가격이 내렸다.", ["NAND price down - .."]),
    ("내년 상반기 공급 축소와 수요 확대로 낸드 업황이 나아질 전망이다.",
     ["NAND supply down 2027H1 .. g", "NAND demand up 2027H1 .. g"]),
    ("D램 공급이 줄고 하반기 수요는 늘 전망이다.", ["DRAM supply down - ..", "DRAM demand up 2026H2 .. g"]),
    ("낸드 공급이 늘고 AI 수요는 둔화됐다.", ["NAND supply up - .."]),
    ("낸드 수요 급증… 올해 주가만 두 배 뛰었다.", ["NAND demand up - .."]),
    ("D램 공급 부족이 심하다는 3월 발언이 맞았다.", ["DRAM supply tight - .."]),
    ("HBM 공급 부족이 심하다고 지난달 12일 국회에서 열린 토론회에서 전문가들이 말했다.", ["HBM supply tight - .."]),
    ("올해 D램 가격은 두 배 뛰었다.", ["DRAM price up 2026 100..100"]),
]  # fmt: skip

# Notes on results, published on 2025-10-30: what moved the profit of the quarter that ended last was of it.
RESULTS = [
    ("낸드 사업은 단가 상승으로 흑자를 냈다.", ["NAND price up 2025Q3 .."]),
    ("HBM 가격 하락이 이익을 갉아먹었다.", ["HBM price down 2025Q3 .."]),
    ("eSSD 가격 반등에 따른 재고평가손실 환입이 발생한 것으로 추정된다.", ["NAND price up 2025Q3 .. h"]),
    ("2분기 D램 값은 올랐다. 낸드도 가격 상승으로 적자를 줄였다.",
     ["DRAM price up 2025Q2 ..", "NAND price up 2025Q2 .."]),
    ("D램 출하량과 ASP는 각각 전분기 대비 4%, 9% 상승했다.", ["DRAM price up 2025Q3 9..9"]),
    ("NAND bit growth는 6%QoQ 감소, ASP는 8%QoQ 하락으로 추정됨", ["NAND price down 2025Q3 8..8 h"]),
    ("낸드 가격 상승으로 흑자를 낼 전망이다.", ["NAND price up - .."]),
    ("최근 D램 가격 상승으로 모듈 업체의 이익이 늘었다.", ["DRAM price up - .."]),
    ("애플은 낸드 가격 상승으로 아이폰 이익이 줄었다.", ["NAND price up - .."]),
    ("낸드 가격이 상승했다.", ["NAND price up - .."]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[sentence for sentence, _ in TABLE])
def test_terse_korean_gives_its_claims(sentence: str, expected: list[str]) -> None:
    """A terse Korean sentence makes its claims and no others."""
    claims = read_text(sentence, published_on=DAY).claims
    assert [write_claim(claim) for claim in claims] == expected


@pytest.mark.parametrize(("text", "expected"), RESULTS, ids=[text for text, _ in RESULTS])
def test_what_moved_the_profit_is_of_the_quarter_reported_on(text: str, expected: list[str]) -> None:
    """A price that moved a profit, or stands beside shipments by quarter, is of the quarter that ended."""
    claims = read_text(text, published_on=dt.date(2025, 10, 30)).claims
    assert [write_claim(claim).removesuffix(" g") for claim in claims] == expected
