"""Headings that give a day: relative words below them count from that day, not from publication."""

from __future__ import annotations

import datetime as dt

import pytest

from tracker.extract import read_text

DAY = dt.date(2026, 4, 20)


def read_periods(text: str, day: dt.date | None = DAY) -> list[str | None]:
    """Return the periods of the claims of a text."""
    return [claim.period for claim in read_text(text, published_on=day).claims]


ENGLISH = "Kioxia to raise NAND contract prices 15% next quarter."
CHINESE = "美光通知客户,下季度DDR4合约价上调25%。"
KOREAN = "다음 분기 낸드 가격 25% 인상 예상."
JAPANESE = "来四半期のDRAM価格は25%上昇する見通し。"


@pytest.mark.parametrize(
    ("heading", "below"),
    [
        ("## November 18, 2025", ENGLISH),
        ("### 18 November 2025:", ENGLISH),
        ("Tuesday, Nov. 18, 2025", ENGLISH),
        ("**Nov 18, 2025**", ENGLISH),
        ("Published: 2025-11-18 08:30", ENGLISH),
        ("## Memory digest - November 18, 2025", ENGLISH),
        ("## November 18, 2025: what suppliers said", ENGLISH),
        ("November 18", ENGLISH),
        ("【2025年11月18日】", CHINESE),
        ("【11月18日】", CHINESE),
        ("2025年11月18日 星期二", CHINESE),
        ("发布时间:2025-11-18", CHINESE),
        ("■ 2025年11月18日（火）", JAPANESE),
        ("25年11月18日", JAPANESE),
        ("■ 2025년 11월 18일", KOREAN),
        ("[11월 18일]", KOREAN),
        ("2025.11.18. (화)", KOREAN),
        ("입력 2025.11.18 17:10", KOREAN),
    ],
)
def test_a_day_that_heads_lines_dates_them(heading: str, below: str) -> None:
    """Whatever the language and the marks round it, with a year or as the last such day before publication."""
    assert read_periods(f"{heading}\n{below}\n") == ["2026Q1"]


def test_each_day_dates_its_own_lines() -> None:
    """The next day takes over; what a heading without a day opens is dated by publication again."""
    text = (
        "## March 3, 2026\nDRAM contract prices rose 8% last month.\n"
        "### Flash\nNAND contract prices rose 9% last month.\n"
        "## December 2, 2025\nNOR contract prices rose 7% last month.\n"
        "## Now\nDDR3 contract prices rose 6% last month.\n"
    )
    assert read_periods(text) == ["2026-02", "2026-02", "2025-11", "2026-03"]


@pytest.mark.parametrize(
    "heading",
    [
        "## June 30, 2026",  # a day to come announces
        "## What to know of January 1, 2026",
        "2026年2月30日",
        "November 18, 2025\nAugust 20, 2025",  # the heads of two columns
        "November 18, 2025\n1,284",
    ],
)
def test_other_days_date_nothing_below(heading: str) -> None:
    """A day to come, one within a title, none of the calendar and the head of a column leave publication's day."""
    assert read_periods(f"{heading}\n{ENGLISH}\n") == ["2026Q3"]


def test_a_quoted_maker_is_not_carried_into_another_paragraph() -> None:
    """Who was quoted lines before does not say what an undisclosed hand adds to a later line."""
    text = "美光称本季度DRAM价格上涨。\n4月PC DRAM合约价环比上涨8%。上月NOR合约价上涨6%。\n"
    assert [c.speaker for c in read_text(text, published_on=DAY).claims] == ["company", "third_party", "third_party"]
