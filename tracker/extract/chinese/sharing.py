"""Which period a Chinese clause without one shares: a leading one always, another's where the clause goes on from it."""

from __future__ import annotations

from tracker.extract.chinese.apart import (
    is_cut_off,
    is_of_another,
    is_of_cause_done,
    is_over,
    is_told_apart,
    stands_beside_price,
    tells_of_now,
    tells_spot_now,
)
from tracker.extract.chinese.frames import is_frame, leads
from tracker.extract.chinese.going_on import comes_of, is_counted_on, is_linked, runs_on, tells_on
from tracker.extract.chinese.results import tells_of_trade
from tracker.extract.event import Event
from tracker.extract.layout import Layout
from tracker.extract.marks import PeriodWord


def find_shared(layout: Layout, event: Event, usable: list[PeriodWord]) -> PeriodWord | None:
    """Return the period of an earlier clause that a Chinese change is told of ("二季度需求大增,导致缺货"), or None."""
    number = layout.clause(event.trigger.start)
    first, _ = layout.clause_span(number)
    word = next((w for w in reversed(usable) if w.end <= first), None)
    if word is None or (runs_on(layout, word, first) and not is_of_cause_done(layout, word)):
        return word
    if _keeps_own_time(layout, event, word, first) or not _goes_on(layout, event, word, first):
        return None
    if is_told_apart(layout, event, word, first) or is_over(layout, event, word):
        return None
    is_near = number - layout.clause(word.start) <= 2
    return word if is_near or event.attribute == "price" or _leads_here(layout, word, first) else None


def _keeps_own_time(layout: Layout, event: Event, word: PeriodWord, first: int) -> bool:
    """Say whether a clause is cut off from a period, is told of now or of trade, or the period is of another thing."""
    return (
        is_cut_off(layout, event, word, first)
        or is_of_cause_done(layout, word)
        or tells_of_now(layout, event, first)
        or tells_spot_now(layout, word, first, event.trigger.start)
        or (not is_frame(layout, word) and is_of_another(layout, word))
        or tells_of_trade(layout, event, word, first)
        or stands_beside_price(layout, event, word, first)
    )


def _goes_on(layout: Layout, event: Event, word: PeriodWord, first: int) -> bool:
    """Say whether a clause goes on from a period's: a price does, and what the period's clause tells no change before."""
    origin, origin_end = layout.clause_span(layout.clause(word.start))
    is_leading = _is_leading(layout, word)
    if event.attribute == "price" or not layout.between(origin, origin_end if is_leading else first, "change", "event"):
        return True
    number = layout.clause(event.trigger.start)
    return (
        (leads(layout, word, origin) and tells_on(layout, word, first, number))
        or comes_of(layout, word, first, number)
        or is_counted_on(layout, event)
        or (is_leading and is_linked(layout, first))
    )


def _leads_here(layout: Layout, word: PeriodWord, first: int) -> bool:
    """Say whether a period leads its clause so that a clause far from it is told of it too."""
    origin, _ = layout.clause_span(layout.clause(word.start))
    if is_frame(layout, word) or leads(layout, word, origin):
        return True
    return _is_leading(layout, word) and is_linked(layout, first)


def _is_leading(layout: Layout, word: PeriodWord) -> bool:
    """Say whether a period frames its sentence, or stands at the very beginning of its clause."""
    origin, _ = layout.clause_span(layout.clause(word.start))
    return word.start - origin <= 2 or is_frame(layout, word)
