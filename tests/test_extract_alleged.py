"""What is only alleged or holds as a rule, what a turn of the past measures, and causes and goods beside a price."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 7, 2)

TABLE = [
    # what is alleged
    ("南亚科与华邦被控合谋抬高NOR价格。", []),
    ("原告稱，三家廠商勾結調漲 NAND 價格。", []),
    ("제조사들이 짜고 담합해 낸드 가격을 인상했다는 의혹이 제기됐다.", []),
    ("검찰은 두 회사가 낸드 공급을 줄였다고 밝혔다.", []),
    ("メーカー2社が共謀してNAND価格をつり上げたと原告は訴えた。", []),
    ("NAND価格を引き上げた疑いで、当局が調べている。", []),
    ("반도체 담합 조사와 별개로 낸드 가격은 8% 올랐다.", ["NAND price up - 8..8"]),
    # what holds whenever something does
    ("當庫存偏高時，NAND 價格就會走低。", []),
    ("供不应求的时候，NOR价格便会上涨。", []),
    ("재고가 늘어날 때 낸드 가격은 떨어진다.", []),
    ("수요가 줄면 낸드 가격은 내리기 마련이다.", []),
    ("需要が供給を上回るとNAND価格は上がる。", []),
    ("在庫が減ると、NOR価格は上昇する。", []),
    ("与此同时，NAND价格就会在三季度上涨8%。", ["NAND price up 2026Q3 8..8 g"]),
    # a period that only holds the turn that a change is measured by
    ("낸드 가격은 2024년 2분기 저점 대비 40% 상승했다.", ["NAND price up - 40..40"]),
    ("낸드 가격은 2025년 5월 고점 대비 15% 하락했다.", ["NAND price down - 15..15"]),
    ("NOR価格は2024年4〜6月期の谷から40%上昇した。", ["NOR price up - 40..40"]),
    # the size of a device's price is not that of the memory in it
    ("Tablet ASPs will climb 6% this year on rising NAND costs.", ["NAND price up 2026 .. g"]),
    ("NANDの高騰を受け、デルはノートPCを6%値上げする。", ["NAND price up - .."]),
    ("NAND高騰で、HPはPCを9%値上げした。", ["NAND price up - .."]),
    # an example behind a cause, and another verb behind a price
    ("NAND prices to rise on tight supply, with 256Gb wafers up 6% in May.",
     ["NAND price up 2026-05 6..6", "NAND supply tight 2026-05 .."]),
    ("NOR prices fell and Citi expects a 7% drop in the fourth quarter.", ["NOR price down 2026Q4 7..7 g"]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[sentence for sentence, _ in TABLE])
def test_claims_of_sentence(sentence: str, expected: list[str]) -> None:
    """Nothing alleged, general or of another good makes a claim, and no claim takes its size or its period."""
    assert [write_claim(claim) for claim in read_text(sentence, published_on=DAY).claims] == expected
