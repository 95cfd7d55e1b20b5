"""The year of a Chinese quarter, half or month told without one, from the period that stands before it in its sentence."""

from __future__ import annotations

import datetime as dt
import re

from tracker.extract.layout import Layout
from tracker.extract.marks import Mark, PeriodWord

_MONTHS = {"Q": 3, "H": 6, "M": 1}
# A year longer ago tells of something else ("连2003年就在卖的DDR2第二季合约价都涨").
_LONGEST_AGO = 8
# "早在4月公司就表示", "在3月的调研中预计": what follows is seen from that month.
_SAID = r"[^。;]{0,24}?(?:表示|透露|预计|预测|指出|称|提到|认为|预期|披露|曾言)"
_SPOKE_IN = re.compile(
    rf"(?:份|初|底|末|中旬|上旬|下旬)?(?:的)?(?:[^，,。;]{{0,8}}(?:调研|电话会议?|业绩会|法说会|说明会|采访|访谈|交流会?)(?:活动)?(?:中|时|上|里)|[^。;]{{0,12}}(?:就|便|曾)){_SAID}"
)


def find_year(layout: Layout, word: PeriodWord, day: dt.date | None, *, is_ahead: bool) -> int | None:
    """Return the year that a bare period goes on in ("2024年...,但下半年", "去年四季度...,一季度"), or None where none is told."""
    mark = word.marks[0]
    if day is None or not _is_bare(mark):
        return None
    if not is_ahead and _is_of_review(layout, word, day):
        return day.year
    if layout.language != "zh":
        return None
    spoken = _year_of_saying(layout, word, day)
    if spoken is not None:
        return spoken
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
    follows = _end(mark) >= _begin(last)
    ended = (year, _begin(mark) + _MONTHS[mark.unit]) <= (day.year, day.month)
    if is_ahead and follows and ended and last.year_step is not None:
        return None  # "去年下半年缺货,预估第三季再涨": what lies ahead is of no year before
    is_to_come = (year + 1, _begin(mark)) > (day.year, day.month)
    return year if follows or (is_to_come and not is_ahead) else year + 1


def year_of_heading(word: PeriodWord, heading: str | None) -> int | None:
    """Return the year of a bare half or quarter below a heading that names a year or a half of one ("2027年展望")."""
    if heading is None or len(heading) not in (4, 6) or "Q" in heading or not _is_bare(word.marks[0]):
        return None
    return int(heading[:4]) if word.marks[0].unit in ("H", "Q") else None


def _year_of_saying(layout: Layout, word: PeriodWord, day: dt.date) -> int | None:
    """Return the year of a bare period by the earlier month that somebody spoke of it in ("早在4月就表示二季度将上涨"), or None."""
    opening = layout.periods[0]
    month = opening.marks[0]
    if opening.start >= word.start or month.unit != "M" or opening.start - layout.start > 16:
        return None
    spoken = _SPOKE_IN.match(layout.text, opening.end, word.start)
    if spoken is None:
        return None
    year = _year_of(month, day)
    if year is None:
        year = day.year - (_begin(month) > day.month)
    return year + (_end(word.marks[0]) < _begin(month) and not layout.text.startswith("已", word.start - 2))


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


def _end(mark: Mark) -> int:
    """Return the month in which a quarter, half or month ends."""
    return _begin(mark) + _MONTHS.get(mark.unit, 1) - 1
