"""Chinese days and months beside a price or a speaker: the day that a price stood at, the month that somebody spoke in."""

from __future__ import annotations

import re

from tracker.extract.layout import Layout
from tracker.extract.marks import PeriodWord

_AS_AT = re.compile(r"截至|截止")


def is_day_told(layout: Layout, word: PeriodWord) -> bool:
    """Say whether a Chinese day is the one that something stood at ("截至6月3日", "昨(13)日现货均价")."""
    return bool(_AS_AT.search(layout.text[word.start - 2 : word.start])) or _is_day_of_price(layout, word)


def _is_day_of_price(layout: Layout, word: PeriodWord) -> bool:
    """Say whether a Chinese day is that of a price ("DDR4昨(13)日现货均价", "现货价14日上涨2%") and nobody speaks on it."""
    first, last = layout.clause_span(layout.clause(word.start))
    if layout.between(first, last, "say", "agency"):
        return False
    before = layout.between(first, word.start, "product", "metric", "market")
    if layout.text.startswith("的", word.end):
        named = layout.between(word.end, word.end + 12, "metric", "market")
        return any(t.value == "price" or "price" in t.flags for t in named)
    after = layout.between(word.end, word.end + 3, "metric", "market")
    return bool(before) and (bool(after) or before[-1].value == "price" or "price" in before[-1].flags)


def dates_speech(layout: Layout, word: PeriodWord) -> bool:
    """Say whether a Chinese month that opens a sentence is when somebody spoke ("6月,集邦表示")."""
    if word.marks[0].unit != "M" or word.start - layout.start > 1:
        return False
    clause_end = layout.clause_span(layout.clause(word.start))[1]
    says = layout.between(word.end, clause_end, "say")
    return bool(says) and not layout.between(word.end, clause_end, "change", "event")
