"""Quarters, periods and fiscal calendars."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import PeriodError
from tracker.quarter import Quarter, fiscal_to_calendar, period_bounds, period_kind, period_quarters, resolve_quarter

QUARTERS = st.builds(Quarter, st.integers(1990, 2100), st.integers(1, 4))


@given(QUARTERS, st.integers(-80, 80))
def test_adding_quarters_and_taking_them_away_is_exact(quarter: Quarter, step: int) -> None:
    """Arithmetic on quarters never drifts."""
    assert (quarter + step) - quarter == step
    assert (quarter + step) + -step == quarter


@given(QUARTERS)
def test_a_quarter_is_read_back_from_its_text_and_holds_its_own_days(quarter: Quarter) -> None:
    """Text, bounds and the quarter of a day agree."""
    assert Quarter.parse(str(quarter)) == quarter
    assert Quarter.of(quarter.start) == Quarter.of(quarter.end) == quarter
    assert period_bounds(str(quarter)) == (quarter.start, quarter.end)
    assert quarter.end + dt.timedelta(days=1) == (quarter + 1).start


@pytest.mark.parametrize(
    ("text", "as_of", "expected"),
    [
        ("Q3", dt.date(2026, 7, 3), "2026Q3"),
        ("q3", dt.date(2026, 9, 30), "2026Q3"),
        ("Q3", dt.date(2026, 10, 1), "2027Q3"),
        ("Q1", dt.date(2026, 7, 3), "2027Q1"),
        ("2025Q4", dt.date(2026, 7, 3), "2025Q4"),
    ],
)
def test_a_bare_quarter_is_the_first_that_has_not_ended(text: str, as_of: dt.date, expected: str) -> None:
    """`Q3` on the last day of September is still this year's."""
    assert str(resolve_quarter(text, as_of)) == expected


@pytest.mark.parametrize("text", ["2026Q5", "2026-13", "26Q3", "Q3", "2026H3", "", "2026Q3 "])
def test_a_text_that_is_no_period_is_refused(text: str) -> None:
    """A period is one of four canonical forms, nothing near them."""
    with pytest.raises(PeriodError, match="is not a period"):
        period_kind(text)


@pytest.mark.parametrize(
    ("period", "kind", "quarters"),
    [
        ("2026Q3", "quarter", ["2026Q3"]),
        ("2026H2", "half", ["2026Q3", "2026Q4"]),
        ("2026-10", "month", ["2026Q4"]),
        ("2026", "year", ["2026Q1", "2026Q2", "2026Q3", "2026Q4"]),
    ],
)
def test_a_period_touches_its_quarters(period: str, kind: str, quarters: list[str]) -> None:
    """Halves and years spread over their quarters."""
    assert period_kind(period) == kind
    assert [str(quarter) for quarter in period_quarters(period)] == quarters


@pytest.mark.parametrize(
    ("year", "number", "year_end", "expected"),
    [
        (2026, 1, 8, "2025Q4"),  # Micron: September to November
        (2026, 2, 8, "2026Q1"),
        (2026, 3, 8, "2026Q2"),
        (2026, 4, 8, "2026Q3"),
        (2026, 1, 12, "2026Q1"),
        (2026, 4, 12, "2026Q4"),
        (2026, 1, 6, "2025Q3"),  # Western Digital: July to September
        (2025, 1, 3, "2024Q2"),  # Kioxia: April to June
    ],
)
def test_fiscal_quarters_map_to_the_calendar_quarter_they_share_most_with(
    year: int, number: int, year_end: int, expected: str
) -> None:
    """Micron's first fiscal quarter is the fourth calendar quarter of the year before."""
    assert str(fiscal_to_calendar(year, number, year_end)) == expected
