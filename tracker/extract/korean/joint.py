"""Korean verbs shared by a price and something else that is counted: "평균판매가격은 25%, 출하량은 3% 줄었다"."""

from __future__ import annotations

import re
from typing import cast

from tracker.extract.amount import Amount
from tracker.extract.event import Event, Refused
from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token
from tracker.statement import Direction

_TO_SIZE = re.compile(r"(?:은|는|이|가|도)? ?(?:약 |최대 |각각 )?")
_TO_NEXT = re.compile(r"(?:씩|로|이고|으로)?(?:,| 그리고| 및)? ?(?:[a-z가-힣]{1,8} ){0,2}?")
_TO_VERB = re.compile(r"(?:씩|로|가량|정도)? ?(?:각각 |모두 )?")


def find_joint(layout: Layout, bound: dict[int, Event | Refused]) -> list[Event]:
    """Return the price changes whose verb stands behind the size of something else that shares it."""
    found: list[Event] = []
    for index, verb in enumerate(layout.tokens):
        if verb.cls != "change" or verb.value not in ("up", "down") or not isinstance(bound.get(index), Refused):
            continue
        told = _sizes_before(layout, verb)
        if told is not None:
            metric, size = told
            text = layout.text[size.start : size.end]
            token = Token(size.start, size.end, "change", verb.value, verb.flags, text)
            found.append(Event("price", cast(Direction, verb.value), token, metric, "shared verb"))
    return found


def _sizes_before(layout: Layout, verb: Token) -> tuple[Token, Amount] | None:
    """Return the price and its size that stand before another metric with the size of the verb, None where none do."""
    own = next((a for a in layout.amounts if _TO_VERB.fullmatch(layout.text, a.end, verb.start)), None)
    if own is None:
        return None
    counted = layout.between(layout.start, own.start, "metric", "market")
    if len(counted) < 2:
        return None
    price, other = counted[-2:]
    if other.value != "other" or not (price.value == "price" or "price" in price.flags):
        return None
    if not _TO_SIZE.fullmatch(layout.text, other.end, own.start):
        return None
    size = next((a for a in layout.amounts if _TO_SIZE.fullmatch(layout.text, price.end, a.start)), None)
    if size is None or not _TO_NEXT.fullmatch(layout.text, size.end, other.start):
        return None
    if layout.between(size.end, other.start, "change", "event"):
        return None  # "20% 하락했으나 출하량은": the price has a verb of its own
    return price, size
