"""The year of a Chinese quarter, half or month told without one, from the period that stands before it in its sentence."""

from __future__ import annotations

import datetime as dt

from tracker.extract.layout import Layout
from tracker.extract.marks import Mark, PeriodWord

_MONTHS = {"Q": 3, "H": 6, "M": 1}
# A year longer ago tells of something else ("连2003年就在卖的DDR2第二季合约价都涨").
_LONGEST_AGO = 8


def find_year(layout: Layout, word: PeriodWord, day: dt.date | None, *, is_ahead: bool) -> int | None:
    """Return the year that a bare period goes on in ("2024年...,但下半年", "去年四季度...,一季度"), or None where none is told."""
    mark = word.marks[0]
    if day is None or not _is_bare(mark):
        return None
    if not is_ahead and _is_of_review(layout, word, day):
        return day.year
    if layout.language != "zh":
        return None
    before = [w for w in layout.periods if w.end <= word.start and not w.is_comparison]
    last = before[-1].marks[-1] if before else None
    year = _year_of(last, day) if last is not None else None
    if last is None or year is None or year < day.year - _LONGEST_AGO:
        return None
    if (
        last.unit == "Y"
        and before[-1].text.endswith(("底", "末"))
        and (year + 1, _begin(mark)) <= (day.year, day.month)
    ):
        return year + 1  # "自2025年底起拉货,第三季涨三成"
    if last.unit == "Y":
        return None if is_ahead or year > day.year or (year, _begin(mark)) > (day.year, day.month) else year
    follows = _begin(mark) >= _begin(last)
    ended = (year, _begin(mark) + _MONTHS[mark.unit]) <= (day.year, day.month)
    if is_ahead and follows and ended and last.year_step is not None:
        return None  # "去年下半年缺货,预估第三季再涨": what lies ahead is of no year before
    is_to_come = (year + 1, _begin(mark)) > (day.year, day.month)
    return year if follows or (is_to_come and not is_ahead) else year + 1


def _is_of_review(layout: Layout, word: PeriodWord, day: dt.date) -> bool:
    """Say whether a bare quarter or month that has begun this year is told in a row of them ("一季度跌,二季度续跌" in December).

    Without it the next first quarter is nearer than the last one, as it is where one quarter is told alone.
    """
    mark = word.marks[0]
    if _begin(mark) > day.month or layout.language == "en":
        return False
    told = [w.marks[0] for w in layout.periods if not w.is_comparison]
    row = [m for m in told if m.unit == mark.unit and _is_bare(m)]
    begins = [_begin(m) for m in row]
    is_row = len(set(begins)) > 1 and begins == sorted(begins) and len(row) >= len(told) - 1
    until = word.start if layout.language == "zh" else layout.end
    return is_row and not layout.between(layout.start, until, "future")


def _is_bare(mark: Mark) -> bool:
    """Say whether a period is a quarter, half or month without any year."""
    is_dated = mark.year is not None or mark.year_step is not None or mark.step is not None
    return mark.unit in _MONTHS and not is_dated and mark.kind in ("", "calendar")


def _year_of(mark: Mark, day: dt.date) -> int | None:
    """Return the year of a period that tells one, or None."""
    if mark.year is not None:
        return mark.year
    return day.year + mark.year_step if mark.year_step is not None else None


def _begin(mark: Mark) -> int:
    """Return the month in which a quarter, half or month begins."""
    return ((mark.number or 1) - 1) * _MONTHS.get(mark.unit, 1) + 1
