"""Calendar quarters and the periods that statements are about.

A period is text in one of four canonical forms: quarter `2026Q3`, half `2026H2`, month `2026-10`, year `2026`.
All of them are calendar periods; fiscal quarters are mapped before they get here (`fiscal_to_calendar`).
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Self

from tracker.errors import PeriodError

_QUARTER = re.compile(r"(\d{4})Q([1-4])")
_HALF = re.compile(r"(\d{4})H([12])")
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """One calendar quarter; ordered in time, printed as `2026Q3`."""

    year: int
    number: int

    def __post_init__(self) -> None:
        """Refuse a quarter number outside 1 to 4."""
        if not 1 <= self.number <= 4:
            raise PeriodError(f"quarter number {self.number}: expected 1, 2, 3 or 4")

    def __str__(self) -> str:
        """Return the canonical text, `2026Q3`."""
        return f"{self.year:04d}Q{self.number}"

    def __add__(self, quarters: int) -> Quarter:
        """Return the quarter so many quarters later (earlier if negative)."""
        return Quarter.from_ordinal(self.ordinal + quarters)

    def __sub__(self, other: Quarter) -> int:
        """Return how many quarters this one lies after the other."""
        return self.ordinal - other.ordinal

    @property
    def ordinal(self) -> int:
        """Quarters since 0000Q1, so that neighbouring quarters differ by one."""
        return self.year * 4 + self.number - 1

    @property
    def start(self) -> dt.date:
        """First day of the quarter."""
        return dt.date(self.year, 3 * self.number - 2, 1)

    @property
    def end(self) -> dt.date:
        """Last day of the quarter."""
        return (self + 1).start - dt.timedelta(days=1)

    @property
    def months(self) -> tuple[str, str, str]:
        """The three months of the quarter, as `2026-07`."""
        first = 3 * self.number - 2
        return (
            f"{self.year:04d}-{first:02d}",
            f"{self.year:04d}-{first + 1:02d}",
            f"{self.year:04d}-{first + 2:02d}",
        )

    @classmethod
    def from_ordinal(cls, ordinal: int) -> Self:
        """Return the quarter with this ordinal."""
        return cls(ordinal // 4, ordinal % 4 + 1)

    @classmethod
    def of(cls, day: dt.date) -> Self:
        """Return the calendar quarter that holds a day."""
        return cls(day.year, (day.month + 2) // 3)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `2026Q3` (any case); raise PeriodError otherwise."""
        found = _QUARTER.fullmatch(text.strip().upper())
        if not found:
            raise PeriodError(f"{text!r} is not a quarter: expected a form like 2026Q3")
        return cls(int(found[1]), int(found[2]))


def resolve_quarter(text: str, as_of: dt.date) -> Quarter:
    """Read `2026Q3`, or `Q3` as the first third quarter that has not ended on the as-of date."""
    stripped = text.strip().upper()
    bare = re.fullmatch(r"Q([1-4])", stripped)
    if not bare:
        return Quarter.parse(stripped)
    this_year = Quarter(as_of.year, int(bare[1]))
    return this_year if this_year.end >= as_of else this_year + 4


@lru_cache(maxsize=1024)
def period_kind(text: str) -> str:
    """Return `quarter`, `half`, `month` or `year` for a canonical period; raise PeriodError otherwise."""
    for kind, pattern in (("quarter", _QUARTER), ("half", _HALF), ("month", _MONTH), ("year", _YEAR)):
        if pattern.fullmatch(text):
            return kind
    raise PeriodError(f"{text!r} is not a period: expected a form like 2026Q3, 2026H2, 2026-10 or 2026")


@lru_cache(maxsize=1024)
def period_bounds(text: str) -> tuple[dt.date, dt.date]:
    """Return the first and the last day of a canonical period; raise PeriodError otherwise."""
    kind = period_kind(text)
    if kind == "quarter":
        quarter = Quarter.parse(text)
        return quarter.start, quarter.end
    if kind == "half":
        first = Quarter(int(text[:4]), 2 * int(text[5]) - 1)
        return first.start, (first + 1).end
    if kind == "month":
        year, month = int(text[:4]), int(text[5:])
        return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])
    return dt.date(int(text), 1, 1), dt.date(int(text), 12, 31)


def period_quarters(text: str) -> tuple[Quarter, ...]:
    """Return the calendar quarters that a canonical period touches, in order; raise PeriodError otherwise."""
    first, last = (Quarter.of(day) for day in period_bounds(text))
    return tuple(first + i for i in range(last - first + 1))


def fiscal_to_calendar(fiscal_year: int, fiscal_quarter: int, year_end_month: int) -> Quarter:
    """Map an issuer's fiscal quarter to the calendar quarter that shares most of its months.

    `year_end_month` is the month in which the fiscal year ends (Micron: 8; a calendar-year issuer: 12). Micron's first
    fiscal quarter runs September to November and so becomes the fourth calendar quarter of the year before.
    """
    if not 1 <= year_end_month <= 12:
        raise PeriodError(f"fiscal year end month {year_end_month}: expected 1 to 12")
    # The middle month of the fiscal quarter always lies in the calendar quarter that shares most months with it.
    middle = fiscal_year * 12 + (year_end_month - 1) - 12 + 3 * (fiscal_quarter - 1) + 2
    return Quarter(middle // 12, middle % 12 // 3 + 1)
