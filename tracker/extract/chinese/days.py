"""Chinese days and months beside a price or a speaker: the day that a price stood at, the month that somebody spoke in."""

from __future__ import annotations

import re

from tracker.extract.layout import Layout
from tracker.extract.marks import PeriodWord

_AS_AT = re.compile(r"截至|截止")
# "8月20日1Tb TLC现货价为12美元": up to the product whose price of that day is given, and the price.
_UP_TO_NAME = re.compile(r"\s?(?:的|当[日天])?(?:\d{1,4} ?[gmt]b?)?\s?")
_IN_MONEY = re.compile(r"\d\s?(?:美元|美金|元|块|韩元|日元|新?台币)")


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
    if not before and _names_price_of_day(layout, word, last):
        return True
    after = layout.between(word.end, word.end + 3, "metric", "market")
    return bool(before) and (bool(after) or before[-1].value == "price" or "price" in before[-1].flags)


def _names_price_of_day(layout: Layout, word: PeriodWord, last: int) -> bool:
    """Say whether a clause gives the price in money that a product, named directly behind a day, had on it."""
    named = [e for e in layout.entities if word.end <= e.start < last]
    if not named or not _UP_TO_NAME.fullmatch(layout.text, word.end, named[0].start):
        return False
    return _IN_MONEY.search(layout.text, named[0].end, last) is not None


def dates_speech(layout: Layout, word: PeriodWord) -> bool:
    """Say whether a Chinese month that opens a sentence is when somebody spoke ("6月,集邦表示")."""
    if word.marks[0].unit != "M" or word.start - layout.start > 1:
        return False
    clause_end = layout.clause_span(layout.clause(word.start))[1]
    says = layout.between(word.end, clause_end, "say")
    return bool(says) and not layout.between(word.end, clause_end, "change", "event")
