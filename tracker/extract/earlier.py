"""What a change is compared with lies before it: "rose 10% in Q1, compared with a 12% rise in Q4" means the Q4 before."""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.extract.draft import Draft
from tracker.extract.layout import Layout
from tracker.quarter import period_bounds

_AFTER_EN = re.compile(
    r"\b(?:compared (?:with|to)|versus|vs\.?|against|following|after|revers(?:ing|es|ed|al of)(?: from)?"
    r"|(?:up|down|slower|faster)? ?(?:from|than)) (?:an? |the |its )?(?:[a-z]+ |[\d.~\-]{1,9}%? ?){0,3}$"
)
# A change that the one told before it came after, or is compared with, up to its period ("following the recovery in ").
CAME_BEFORE = re.compile(
    r"\b(?:compared (?:with|to)|versus|vs\.?|following|after|revers(?:ing|es|ed)(?: from)?) [^,;.]{1,40} (?:in|of|from|during) (?:the )?$"
)
# "Its Q4 price forecast from 10% growth to 5%": what is forecast, whatever was forecast before.
_FORECAST_FROM = re.compile(
    r"\b(?:forecasts?|estimates?|outlook|projections?|predictions?)(?: (?:for|of) [^,;.]{1,40}?)? from (?:(?:an?|about|around|roughly) )*(?:[\d.]+ ?(?:%|percent|per cent) )?(?:[a-z]+ )?$"
)
_THAN_KO = re.compile(r"(?:률|세|폭|분)?(?:보다|에서|에 비해|[과와] (?:비교|대조|달리|반대)|에 이어)")
_SAME_TIME = re.compile(r"同期| ?같은 ?(?:기간|분기)| ?동기")


def is_of_before(layout: Layout, draft: Draft) -> bool:
    """Say whether a change is only what another is compared with or comes after."""
    if draft.how == "compared":
        return True
    trigger = draft.event.trigger
    if layout.language == "en":
        after = _AFTER_EN.search(layout.text, max(layout.start, trigger.start - 48), trigger.start)
        return bool(after) and not _FORECAST_FROM.search(
            layout.text, max(layout.start, trigger.start - 80), trigger.start
        )
    return layout.language == "ko" and bool(_THAN_KO.match(layout.text, trigger.end))


def find_later(layout: Layout, draft: Draft, drafts: list[Draft]) -> Draft | None:
    """Return the dated change that one of before is compared with, the nearest to it."""
    dated = [d for d in drafts if d is not draft and d.words and d.words != draft.words and not is_of_before(layout, d)]
    place = draft.words[0].start if draft.words else draft.event.start
    return min(dated, key=lambda d: abs(d.words[0].start - place), default=None)


def as_past(draft: Draft) -> Draft:
    """Return a change as one that does not lie ahead by any word."""
    return replace(draft, manner=replace(draft.manner, looks_ahead=False))


def names_no_year(draft: Draft) -> bool:
    """Say whether all periods of a change are quarters, halves or months without a year."""
    marks = [mark for word in draft.words for mark in word.marks]
    bare = [m for m in marks if m.number and m.year is None and m.year_step is None and m.step is None and not m.day]
    return bool(marks) and len(bare) == len(marks)


def put_before(period: str, later: str) -> str:
    """Return a period in the last year in which it begins no later than another does."""
    begins = period_bounds(later)[0]
    moved = f"{begins.year:04d}{period[4:]}"
    return moved if period_bounds(moved)[0] <= begins else f"{begins.year - 1:04d}{period[4:]}"


def tells_of_year_before(layout: Layout, draft: Draft) -> bool:
    """Say whether a change is that of the same time a year before, told with its own verb ("去年同期下跌3%")."""
    word = draft.words[0]
    is_last_year = len(draft.words) == 1 and word.marks[0].unit == "Y" and word.marks[0].year_step == -1
    return is_last_year and bool(_SAME_TIME.match(layout.text, word.end))


def a_year_before(period: str) -> str:
    """Return the same period of the year before."""
    return f"{int(period[:4]) - 1:04d}{period[4:]}"
