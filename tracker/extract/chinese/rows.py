"""Chinese changes without a metric that go on from an earlier clause: the next product of a row, prices that a maker raises.

It only says what such a change is one of; which product it is about is decided where all others are.
"""

from __future__ import annotations

import re
from typing import cast

from tracker.extract.event import Event
from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token
from tracker.statement import Direction

_GAP = re.compile(r"\s?(?:部分|方面)?(?:则|也|亦|将|估|预估|预计|约|再|又|续|仅|仍)*")
_COUNTED = frozenset({"QoQ", "YoY", "MoM"})


def goes_on(layout: Layout, token: Token, before: list[Event]) -> Event | None:
    """Return the event of a Chinese change that goes on from what a clause before told, or None."""
    if layout.language != "zh" or token.value not in ("up", "down") or token.flags & _COUNTED:
        return None
    if not any(0 <= a.start - token.end <= 4 for a in layout.amounts):
        return None
    return _next_of_row(layout, token, before) or _set_by_maker(layout, token)


def _next_of_row(layout: Layout, token: Token, before: list[Event]) -> Event | None:
    """Return the change of the next product in a row ("DRAM投片减5%、NAND减10%"): of the same as the one before."""
    if not before or layout.clause(token.start) - layout.clause(before[-1].trigger.start) != 1:
        return None
    last = before[-1]
    was_sized = any(0 <= a.start - last.trigger.end <= 4 for a in layout.amounts)
    is_named = any(_GAP.fullmatch(layout.text, e.end, token.start) for e in layout.entities if e.end <= token.start)
    if not (was_sized and is_named):
        return None
    return Event(last.attribute, cast(Direction, token.value), token, None, "shared subject")


def _set_by_maker(layout: Layout, token: Token) -> Event | None:
    """Return the price that a maker raises or cuts by a size, its product told before ("NOR缺货,旺宏通知客户调涨20%")."""
    first, last = layout.clause_span(layout.clause(token.start))
    if not {"p", "t"} <= token.flags or not layout.between(first, token.start, "maker"):
        return None
    if layout.between(first, last, "metric", "alien", "company", "agency", "product"):
        return None
    is_told = any(e.end <= first and layout.clause(first) - layout.clause(e.start) <= 2 for e in layout.entities)
    return Event("price", cast(Direction, token.value), token, None, "bare price") if is_told else None
