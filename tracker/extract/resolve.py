"""A period as written resolved to a calendar quarter, half, month or year.

Needs the publication date, the issuer's fiscal calendar and whether the sentence looks ahead.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from tracker.extract.marks import Mark, Unit
from tracker.quarter import Quarter, fiscal_to_calendar

# A bare month that nothing puts into the future lies at most so many months ahead ("1月涨10%" in July is last January).
LONGEST_AHEAD = 4
# A day that prices are raised from, told as if it lay ahead, may lie so many months back before the next year's is meant.
LONGEST_BACK = 3


@dataclass(frozen=True, slots=True)
class Clock:
    """What resolves a period: the publication date (or the passage's own), the fiscal calendar, who speaks.

    `grace` is for how many months a quarter that ended is still spoken of as one whose figures are expected.
    """

    day: dt.date | None
    year_end_month: int = 12
    is_fiscal: bool = False
    grace: float = 0.0


def resolve(
    mark: Mark, clock: Clock, *, looks_ahead: bool | None = None, anchor: str | None = None, reach: int = 0
) -> str | None:
    """Return the calendar period of a mark, or None where the date that it needs is unknown.

    `looks_ahead` chooses among years for a bare quarter or month: True the running or a coming one, False the last begun
    one, None the nearest. `anchor` is a period written out earlier in the passage; a bare one lies near it.
    `reach` is by how many months what is past may be of a period yet to begin: a price that is settled for it.
    """
    year = mark.year
    if year is None and mark.year_step is not None:
        year = clock.day.year + mark.year_step if clock.day else None
        if year is None:
            return None
    fiscal = (
        mark.unit == "Q"
        and (mark.kind == "fiscal" or (not mark.kind and clock.is_fiscal))
        and clock.year_end_month != 12
    )
    if mark.kind == "reporting" and mark.unit == "Y":
        return _reported_span(clock.day) if clock.day else None
    if mark.kind == "reporting":
        # "Will be up in the quarter" is said of the one that runs.
        return str(reported_quarter(clock) + (mark.step or 0) + (looks_ahead is True)) if clock.day else None
    if mark.step is not None:
        return _resolve_step(mark, clock, is_fiscal=fiscal)
    if mark.unit == "Y":
        return f"{_end_of(year, mark):04d}" if year else None
    number = mark.number or 1
    if fiscal:
        return _resolve_fiscal(number, year, clock, looks_ahead=looks_ahead)
    if mark.unit == "H" and mark.kind == "fiscal" and clock.year_end_month != 12:
        return _resolve_fiscal_half(mark, clock)
    if year is None:
        year = _choose_year(mark, clock, looks_ahead=looks_ahead, anchor=anchor, reach=reach)
    return _render(mark.unit, number, year) if year else None


def _end_of(year: int, mark: Mark) -> int:
    """Return a year as it is, or the one that ends its decade ("until the end of the decade")."""
    return year // 10 * 10 + 10 if mark.kind == "decade" else year


def count_on(before: Mark, period: str | None, mark: Mark) -> Mark:
    """Return a bare period told together with the one before it in the year of that, or the next ("in Q3 and Q4", "Q4 and Q1")."""
    is_bare = all(
        m.number and m.year_step is None and m.step is None and not m.day and not m.kind for m in (before, mark)
    )
    if not period or not is_bare or before.unit != mark.unit or mark.year is not None:
        return mark
    return replace(mark, year=int(period[:4]) + ((mark.number or 0) < (before.number or 0)))


def _reported_span(day: dt.date) -> str:
    """Return the year, half or quarters that a Chinese report covers that is told of on a day: reports are cumulative.

    The annual report is due by April and questioned until June, the half-year's by August, that of nine months in October.
    """
    if day.month <= 6:
        return f"{day.year - 1:04d}"
    return f"{day.year:04d}H1" if day.month <= 9 else f"{day.year:04d}Q3"


def reported_quarter(clock: Clock) -> Quarter:
    """Return, as a calendar quarter, the fiscal quarter that ended last before the clock's day."""
    assert clock.day is not None
    # Work in months: the last month that ends a fiscal quarter and lies wholly before the day.
    month = clock.day.year * 12 + clock.day.month - 2
    while (month % 12 + 1 - clock.year_end_month) % 3:
        month -= 1
    return Quarter((month - 1) // 12, (month - 1) % 12 // 3 + 1)


def _resolve_step(mark: Mark, clock: Clock, *, is_fiscal: bool) -> str | None:
    """Return "this quarter", "last month" and the like."""
    if clock.day is None:
        return None
    step = mark.step or 0
    if mark.unit == "W":
        return f"{clock.day + dt.timedelta(weeks=step):%Y-%m}"
    if mark.unit == "Q":
        # A call within weeks of the end of a fiscal quarter counts on ("next quarter") from the one that it reports.
        running = reported_quarter(clock) + 1 if is_fiscal and step <= 0 else Quarter.of(clock.day)
        return str(running + step)
    if mark.unit == "H":
        half = clock.day.year * 2 + (clock.day.month > 6) + step
        return f"{half // 2:04d}H{half % 2 + 1}"
    step -= bool(mark.day and mark.day > clock.day.day)  # "昨(31)日" on the first of a month
    month = clock.day.year * 12 + clock.day.month - 1 + step
    return f"{month // 12:04d}-{month % 12 + 1:02d}"


def _resolve_fiscal(number: int, year: int | None, clock: Clock, *, looks_ahead: bool | None) -> str | None:
    """Return a fiscal quarter as a calendar one; without a year the nearest to the clock's day."""
    if year is not None:
        return str(fiscal_to_calendar(year, number, clock.year_end_month))
    if clock.day is None:
        return None
    running = reported_quarter(clock) + 1
    around = (fiscal_to_calendar(clock.day.year + shift, number, clock.year_end_month) for shift in (-1, 0, 1, 2))
    choices = [q for q in around if not (looks_ahead and q < running)] or [running]
    if looks_ahead is False:
        choices = [q for q in choices if q <= running] or [running]
    # Reported or running: both count as near, a tie goes to the quarter reported on.
    return str(min(choices, key=lambda q: (abs((q - running) + 0.4), q.ordinal)))


def _resolve_fiscal_half(mark: Mark, clock: Clock) -> str | None:
    """Return a fiscal half as the calendar one that holds most of its months, None where two hold three each.

    Without a year, or with "this" one, it is of the fiscal year that the clock's day lies in.
    """
    year = mark.year
    if year is None:
        if clock.day is None:
            return None
        year = clock.day.year + (clock.day.month > clock.year_end_month) + (mark.year_step or 0)
    # The third month of six and the fourth lie in one calendar half where it holds most of them.
    third = year * 12 + clock.year_end_month + 6 * (mark.number or 1) - 16
    return _render("H", third % 12 // 6 + 1, third // 12) if third % 6 < 5 else None


def _choose_year(mark: Mark, clock: Clock, *, looks_ahead: bool | None, anchor: str | None, reach: int) -> int | None:
    """Return the year that a bare quarter, half or month means."""
    size = {"Q": 3, "H": 6, "M": 1}[mark.unit]
    middle = ((mark.number or 1) - 1) * size + size / 2
    if anchor:
        return int(anchor[:4])
    if clock.day is None:
        return None
    now = clock.day.month - 1 + clock.day.day / 31
    best = min((-1, 0, 1), key=lambda shift: (abs(middle + 12 * shift - now), shift))
    first, last = middle - size / 2 + 12 * best, middle + size / 2 + 12 * best
    grace = LONGEST_BACK if mark.day else clock.grace * (mark.unit == "Q")
    if looks_ahead and last < now - grace:
        best += 1
    if looks_ahead is None and mark.unit == "H" and best > 0:
        best = 0  # "上半年涨四成" in October is of the year that runs
    if looks_ahead is None and mark.unit == "M" and first > now + LONGEST_AHEAD:
        best -= 1
    if looks_ahead is False and first > now + reach:
        best -= 1
    return clock.day.year + best


def _render(unit: Unit, number: int, year: int) -> str:
    """Write a period in canonical form."""
    if unit == "M":
        return f"{year:04d}-{number:02d}"
    return f"{year:04d}{unit}{number}"
