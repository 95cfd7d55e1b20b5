"""What a Chinese change is counted from: the beginning of the year, or some month since when a price has changed in all."""

from __future__ import annotations

import re

from tracker.extract.event import Event
from tracker.extract.layout import Layout
from tracker.extract.marks import PeriodWord

_YEAR_BEGINS = re.compile(r"(?:今年|本年)?年?初")
_SEPARATES = re.compile(r"[，,。;；:]")
_IN_ALL = re.compile(r"累计|累积|合计|总共|一共|共计")
_FROM = re.compile(r"[自从]\s?$")


def is_year_so_far(text: str, word: PeriodWord, found: list[PeriodWord]) -> bool:
    """Say whether a change is compared with the beginning of this year ("较年初上涨两成"), and no other period is told beside it."""
    if not _YEAR_BEGINS.fullmatch(word.text):
        return False
    return not found or _SEPARATES.search(text, found[-1].end, word.start) is not None


def counts_from(layout: Layout, event: Event, word: PeriodWord) -> bool:
    """Say whether a Chinese price changed in all since a period, or over several ("自9月至今累计上涨三倍")."""
    if event.attribute != "price" or not any(0 <= a.start - event.trigger.end <= 6 for a in layout.amounts):
        return False
    told = _IN_ALL.search(layout.text, layout.start, event.trigger.start)
    return told is not None and any(_counts_from(layout, event, w) for w in layout.periods if w.start >= word.start)


def _counts_from(layout: Layout, event: Event, word: PeriodWord) -> bool:
    """Say whether a Chinese sum of changes is told since a month or quarter before it, or over the years of a span."""
    told = _IN_ALL.search(layout.text, word.end, event.trigger.start)
    if told is None:
        return False
    if len(word.marks) > 1:
        return True
    is_from = word.marks[0].unit != "Y" and _FROM.search(layout.text, max(layout.start, word.start - 3), word.start)
    return bool(is_from) and not layout.between(told.end(), event.trigger.start, "change", "event")
