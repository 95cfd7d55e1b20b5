"""Which period words belong to a change: those of its clause, or an earlier clause that it goes on from."""

from __future__ import annotations

from collections.abc import Callable

from tracker.extract.chinese import dating as dating_zh
from tracker.extract.chinese import results as results_zh
from tracker.extract.chinese import sharing as sharing_zh
from tracker.extract.chinese.brackets import is_quarter_before
from tracker.extract.datable import find_datable
from tracker.extract.durations import find_lasting, is_of_a_while
from tracker.extract.english import dating as dating_en
from tracker.extract.english import sharing as sharing_en
from tracker.extract.english.apart import is_apart
from tracker.extract.event import Event
from tracker.extract.japanese import dating as dating_ja
from tracker.extract.japanese import sharing as sharing_ja
from tracker.extract.joined import join_periods
from tracker.extract.korean import dating as dating_ko
from tracker.extract.korean import results as results_ko
from tracker.extract.korean import sharing as sharing_ko
from tracker.extract.korean.endings import is_cause
from tracker.extract.layout import Layout
from tracker.extract.marks import PeriodWord
from tracker.extract.script import Language

_SHARED: dict[Language, Callable[[Layout, Event, list[PeriodWord]], PeriodWord | None]] = {
    "zh": sharing_zh.find_shared,
    "en": sharing_en.find_shared,
    "ko": sharing_ko.find_shared,
    "ja": sharing_ja.find_shared,
}


def bind_periods(layout: Layout, event: Event, stops: tuple[int, ...]) -> tuple[PeriodWord, ...]:
    """Return the period words of a change, or none where they are those of something that it is only told beside."""
    words = _find_periods(layout, event, stops)
    return () if words and is_apart(layout, event, words[-1]) else words


def _find_periods(layout: Layout, event: Event, stops: tuple[int, ...]) -> tuple[PeriodWord, ...]:
    """Return the nearest period words of a change (several where "in Q1 and Q2" is said), or none.

    `stops` are the places of all changes of the sentence: a period beyond the next change belongs to that one.
    """
    usable = find_datable(layout, event)
    aside = _find_aside(layout, event, usable)
    if aside is not None or not usable:
        return (aside,) if aside is not None else ()
    if layout.language == "ko" and is_cause(layout.text, event.trigger.end):
        usable = [w for w in usable if w.end <= event.trigger.start] or usable
    if layout.language == "ko":
        usable = [w for w in usable if not dating_ko.is_shut_in(layout, event, w)]
    if layout.language == "ko" and dating_ko.holds_already(layout, event):
        usable = [w for w in usable if w.end <= event.trigger.start]
    first, last = layout.clause_span(layout.clause(event.trigger.start))
    own = [w for w in usable if first <= w.start < last]
    if not own and layout.language == "en":
        own = dating_en.find_past_relative(layout, event, usable)
    lasting = find_lasting(layout, event, usable)
    if lasting is not None and not own:
        framed = sharing_en.find_frame(layout, event, usable) if layout.language == "en" else None
        return (framed or lasting,)
    until = dating_zh.find_end(layout, event, usable) or dating_zh.find_summed_up(layout, event, usable)
    if until is not None:
        return join_periods(layout, until, usable)
    chosen = _choose_own(layout, event, own, stops)
    if chosen is not None:
        later = (lasting,) if lasting is not None and layout.language == "zh" else ()
        return (*later, *join_periods(layout, chosen, usable))
    is_open = dating_zh.opens_since(layout, usable)
    if (own and layout.language == "en") or (not is_open and is_of_a_while(layout, first, max(last, event.end))):
        return ()
    shared = _SHARED[layout.language](layout, event, usable)
    return join_periods(layout, shared, usable) if shared else ()


def _find_aside(layout: Layout, event: Event, usable: list[PeriodWord]) -> PeriodWord | None:
    """Return a period that is told of something else and still dates a change: of results, or as a measure."""
    if layout.language == "zh":
        return dating_zh.back_then(layout, event) or results_zh.find_of_results(layout, event, usable)
    if layout.language == "ja":
        return dating_ja.find_measured(layout, event)
    if usable:
        return None
    return results_ko.find_of_results(layout, event) if layout.language == "ko" else dating_en.next_to(layout)


def _choose_own(layout: Layout, event: Event, own: list[PeriodWord], stops: tuple[int, ...]) -> PeriodWord | None:
    """Return the period of a clause that belongs to a change: nearest, before it rather than after (English: after)."""
    left = [w for w in own if w.end <= event.trigger.start]
    if layout.language == "ko" and is_cause(layout.text, event.trigger.end):
        return left[-1] if left else None
    since = dating_en.end_of_relative(layout, event) if layout.language == "en" else event.end
    limit = min((place for place in stops if place >= since), default=layout.end)
    right = [w for w in own if event.trigger.start < w.start < limit]
    if layout.language == "en":
        told = max((place for place in stops if place < event.start), default=layout.start - 1)
        return dating_en.choose_own(layout, event, left, right, told)
    if right and layout.language == "zh" and dating_zh.tells_of_effect(layout, event, right[0]):
        right = []
    if left and right and layout.language == "zh" and is_quarter_before(layout, right[0]):
        right = []
    if right and right[0].start - event.trigger.end <= 2:
        return right[0]
    if left:
        return left[-1]
    return right[0] if right else None
