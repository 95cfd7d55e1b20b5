"""Chinese changes without a metric that go on from an earlier clause: the next product of a row, prices that a maker raises.

It only says what such a change is one of; which product it is about is decided where all others are.
"""

from __future__ import annotations

import re
from typing import cast

from tracker.extract.event import Event, Refused
from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token
from tracker.statement import Direction

_GAP = re.compile(r"\s?(?:部分|方面)?(?:则|也|亦|将|估|预估|预计|约|再|又|续|仅|仍)*")
# "投片下调10%,NAND同幅下调": as much as the one before.
_AS_MUCH = re.compile(
    r"\s?(?:部分|方面|投片量?|投入|产能|产出|产量|稼动率)?(?:则|也|亦|将)?(?:同幅(?:度)?|同比例|等幅|等比例|同步|同样|一并)(?:地)?"
)
_OUTPUT = re.compile(r"投片|投入|投产|产能|产量|产出|稼动|利用率|开工")
_COUNTED = frozenset({"QoQ", "YoY", "MoM"})


def goes_on(layout: Layout, token: Token, before: list[Event]) -> Event | Refused | None:
    """Return the event of a Chinese change that goes on from what a clause before told, why it is none, or None."""
    if layout.language != "zh" or token.value not in ("up", "down") or token.flags & _COUNTED:
        return None
    if before and before[-1].attribute != "price" and _is_named(layout, token, _AS_MUCH):
        return _next_of_supply(layout, token, before[-1])
    if _is_of_output(layout, token):
        return _next_of_row(layout, token, before) or Refused(token, f"{token.text} of an output told before")
    if not any(0 <= a.start - token.end <= 4 for a in layout.amounts):
        return None
    return _next_of_row(layout, token, before) or _set_by_maker(layout, token)


def _is_named(layout: Layout, token: Token, gap: re.Pattern[str]) -> bool:
    """Say whether nothing but such words stand between a product and a change."""
    return any(gap.fullmatch(layout.text, e.end, token.start) for e in layout.entities if e.end <= token.start)


def _next_of_supply(layout: Layout, token: Token, last: Event) -> Event | None:
    """Return the output, demand or stock of the next product that changes as much as the one before ("NAND同幅下调")."""
    if token.value != last.direction or layout.clause(token.start) - layout.clause(last.trigger.start) != 1:
        return None
    return Event(last.attribute, last.direction, token, None, "shared subject")


def _is_of_output(layout: Layout, token: Token) -> bool:
    """Say whether the clause before sets an output by the same verb and names no price ("DRAM产能下调10%,NAND也下调20%")."""
    place = layout.clause(token.start)
    if "t" not in token.flags or place == 0:
        return False
    first, last = layout.clause_span(place - 1)
    is_output = token.text in layout.text[first:last] and _OUTPUT.search(layout.text, first, last)
    is_next = _is_named(layout, token, _GAP) or _is_named(layout, token, _AS_MUCH)
    return bool(is_output) and is_next and "价" not in layout.text[first : token.end]


def _next_of_row(layout: Layout, token: Token, before: list[Event]) -> Event | None:
    """Return the change of the next product in a row ("DRAM投片减5%、NAND减10%"): of the same as the one before."""
    if not before or layout.clause(token.start) - layout.clause(before[-1].trigger.start) != 1:
        return None
    last = before[-1]
    reach = (
        layout.clause_span(layout.clause(last.trigger.start))[1] if last.attribute == "supply" else last.trigger.end + 5
    )
    was_sized = any(last.trigger.end <= a.start < reach for a in layout.amounts)
    if not (was_sized and _is_named(layout, token, _GAP)):
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
