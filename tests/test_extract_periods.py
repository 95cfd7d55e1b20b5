"""Periods: what the words say, and which calendar period that is for an issuer on a day."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.extract.periods import find_periods
from tracker.extract.resolve import Clock, reported_quarter, resolve
from tracker.extract.script import fold
from tracker.quarter import Quarter, period_kind

JULY = dt.date(2026, 7, 31)

TABLE = [
    ("zh", "26Q1利基存储价格", JULY, ["2026Q1"]),
    ("zh", "3Q26合约价", JULY, ["2026Q3"]),
    ("zh", "第三季度价格", JULY, ["2026Q3"]),
    ("zh", "四季度供应", JULY, ["2026Q4"]),
    ("zh", "今年十月份", dt.date(2020, 11, 8), ["2020-10"]),
    ("zh", "去年四季度", JULY, ["2025Q4"]),
    ("zh", "明年上半年", JULY, ["2027H1"]),
    ("zh", "一、二季度", JULY, ["2026Q1", "2026Q2"]),
    ("zh", "一季度和二季度", JULY, ["2026Q1", "2026Q2"]),
    ("zh", "前两个季度", JULY, ["2026Q1", "2026Q2"]),
    ("zh", "持续到2028年", JULY, ["2028"]),
    ("zh", "下一季", JULY, ["2026Q4"]),
    ("zh", "上季", JULY, ["2026Q2"]),
    ("zh", "上月", JULY, ["2026-06"]),
    ("zh", "截至 2026 年 9 月", JULY, ["2026-09"]),
    ("en", "in the third quarter of 2026", JULY, ["2026Q3"]),
    ("en", "in the first and second quarters of 2026", JULY, ["2026Q1", "2026Q2"]),
    ("en", "second half of calendar 2025", JULY, ["2025H2"]),
    ("en", "the back half", JULY, ["2026H2"]),
    ("en", "the September quarter", JULY, ["2026Q3"]),
    ("en", "the current July to September period", JULY, ["2026Q3"]),
    ("en", "next quarter", JULY, ["2026Q4"]),
    ("en", "through calendar '27", JULY, ["2027"]),
    ("en", "in October 2025", JULY, ["2025-10"]),
    ("en", "prices may march on", JULY, []),
    ("ko", "올해 하반기", JULY, ["2026H2"]),
    ("ko", "1·2분기", JULY, ["2026Q1", "2026Q2"]),
    ("ko", "지난달", JULY, ["2026-06"]),
    ("ko", "내년 1분기", JULY, ["2027Q1"]),
    ("ja", "2026年第2四半期", JULY, ["2026Q2"]),
    ("ja", "2027年後半", JULY, ["2027H2"]),
    ("ja", "7〜9月期", JULY, ["2026Q3"]),
    ("ja", "来四半期", dt.date(2026, 6, 23), ["2026Q3"]),
]


def read_periods(language: str, text: str, clock: Clock) -> list[str | None]:
    folded = fold(text)
    words = find_periods(folded, text, language, 0, len(folded))  # type: ignore[arg-type]
    return [resolve(mark, clock) for word in words for mark in word.marks]


@pytest.mark.parametrize(("language", "text", "day", "expected"), TABLE)
def test_period_words(language: str, text: str, day: dt.date, expected: list[str]) -> None:
    """Words of a period resolve to the calendar, with the publication date where they need one."""
    found = read_periods(language, text, Clock(day))
    assert list(dict.fromkeys(found)) == expected


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("fiscal Q2", dt.date(2025, 3, 20), "2025Q1"),
        ("fiscal second quarter", dt.date(2025, 3, 20), "2025Q1"),
        ("exit fiscal 2025", dt.date(2025, 6, 25), "2025Q3"),
        ("CQ2", dt.date(2025, 3, 20), "2025Q2"),
        ("second quarter calendar", dt.date(2025, 3, 20), "2025Q2"),
        ("during the quarter", dt.date(2023, 12, 20), "2023Q4"),
    ],
)
def test_fiscal_quarters_of_a_year_ending_in_august(text: str, day: dt.date, expected: str) -> None:
    """A fiscal quarter becomes the calendar quarter that shares most of its months; "calendar" words stay."""
    assert read_periods("en", text, Clock(day, 8, is_fiscal=True)) == [expected]


def test_comparison_is_told_from_the_period_itself() -> None:
    """A period after "than" or 较 is compared with; it dates nothing."""
    text = "上涨14%较6月，第三季度"
    words = find_periods(text, text, "zh", 0, len(text))
    assert [(w.text, w.is_comparison) for w in words] == [("6月", True), ("第三季度", False)]


def test_bare_quarter_looks_ahead_where_the_sentence_does() -> None:
    """In November "first quarter" lies ahead in a forecast, behind otherwise."""
    text = "一季度"
    mark = find_periods(text, text, "zh", 0, len(text))[0].marks[0]
    clock = Clock(dt.date(2026, 9, 20))
    assert resolve(mark, clock, looks_ahead=True) == "2027Q1"
    assert resolve(mark, clock, looks_ahead=False) == "2026Q1"


def test_relative_words_need_a_date() -> None:
    """Without a publication date "last quarter" stays unresolved, and a full year does not."""
    assert read_periods("en", "last quarter", Clock(None)) == [None]
    assert read_periods("en", "in 2027", Clock(None)) == ["2027"]


@given(year=st.integers(2010, 2035), number=st.integers(1, 4), day=st.dates(dt.date(2012, 1, 1), dt.date(2034, 12, 31)))
def test_written_quarter_never_depends_on_the_day(year: int, number: int, day: dt.date) -> None:
    """A quarter with its year means itself on any day, in any of its spellings."""
    expected = str(Quarter(year, number))
    for text in (f"{number}Q{year % 100:02d}", f"{year}Q{number}", f"Q{number} {year}"):
        assert read_periods("en", f"in {text}", Clock(day)) == [expected]
    assert read_periods("zh", f"{year}年第{'一二三四'[number - 1]}季度", Clock(day)) == [expected]
    assert read_periods("ko", f"{year}년 {number}분기", Clock(day)) == [expected]
    assert read_periods("ja", f"{year}年第{number}四半期", Clock(day)) == [expected]


@given(day=st.dates(dt.date(2009, 1, 1), dt.date(2040, 12, 31)), month=st.integers(1, 12))
def test_reported_quarter_has_ended(day: dt.date, month: int) -> None:
    """The quarter reported on ended within four months before the day, whatever the fiscal calendar."""
    quarter = reported_quarter(Clock(day, month))
    assert quarter.start < day
    assert (day - quarter.end).days <= 155


@given(st.text(alphabet="0123456789年月季第一二上下半QH1-分기四半期今明去年 ", max_size=40))
def test_what_resolves_is_a_canonical_period(text: str) -> None:
    """Whatever the words, a resolved period is a quarter, half, month or year of this project's forms."""
    for language in ("zh", "en", "ko", "ja"):
        for period in read_periods(language, text, Clock(JULY)):
            assert period is None or period_kind(period)
