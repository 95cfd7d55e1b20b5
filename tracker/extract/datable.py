"""Which period words of a sentence can date a change at all: not those of the news, of results, of a plan or of a thing."""

from __future__ import annotations

import re
from collections.abc import Callable

from tracker.extract.chinese import dating as dating_zh
from tracker.extract.english import dating as dating_en
from tracker.extract.event import Event
from tracker.extract.japanese import dating as dating_ja
from tracker.extract.korean import dating as dating_ko
from tracker.extract.layout import Layout
from tracker.extract.marks import PeriodWord
from tracker.extract.news_days import is_news_date
from tracker.extract.results import is_of_plan, is_of_results
from tracker.extract.script import Language

_PLUS = re.compile(r"\s?(?:价格?|合约价?|现货价?)?\s?[+\-]\d")
_DATES_ANOTHER: dict[Language, Callable[[Layout, Event, PeriodWord], bool]] = {
    "zh": dating_zh.dates_another,
    "en": dating_en.dates_another,
    "ko": dating_ko.dates_another,
    "ja": dating_ja.dates_another,
}


def find_datable(layout: Layout, event: Event) -> list[PeriodWord]:
    """Return the period words of a sentence that may be those of a change, in order of place."""
    dates_another = _DATES_ANOTHER[layout.language]
    return [
        w
        for w in layout.periods
        if not w.is_comparison
        and not is_news_date(layout, w)
        and not is_of_results(layout, w)
        and not is_of_plan(layout, w)
        and not dates_another(layout, event, w)
        and not _is_of_brackets(layout, event, w)
    ]


def _is_of_brackets(layout: Layout, event: Event, word: PeriodWord) -> bool:
    """Say whether a period stands in brackets behind a change, with another change of its own ("5月持平(6月上涨)")."""
    opened = layout.text.rfind("(", event.trigger.end, word.start)
    closed = layout.text.find(")", word.end, min(layout.end, word.end + 40)) if opened >= 0 else -1
    if closed < 0 or ")" in layout.text[opened : word.start]:
        return False
    is_sized = any(word.end <= e.start < closed and _PLUS.match(layout.text, e.end) for e in layout.entities)
    return is_sized or bool(layout.between(word.end, closed, "change", "event"))
