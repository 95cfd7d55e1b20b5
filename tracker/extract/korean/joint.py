"""Korean verbs shared by a price and something else: "평균판매가격은 25%, 출하량은 3% 줄었다", "가격과 수요가 함께 오른다"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import cast

from tracker.extract.amount import Amount
from tracker.extract.event import Event, Refused
from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token
from tracker.statement import DIRECTIONS, Attribute, Direction

_TO_SIZE = re.compile(
    r"(?:은|는|이|가|도)? ?(?:(?:전분기|전년|전월|같은 기간|\d개월 (?:사이|만)에?|석 달 새)(?: ?(?:동기 )?대비|보다)? )?(?:약 |최대 |각각 )?"
)
_TO_NEXT = re.compile(r"(?:씩|로|이고|으로)?(?:,| 그리고| 및)? ?(?:[a-z가-힣]{1,8} ){0,2}?")
_TO_VERB = re.compile(r"(?:씩|로|가량|정도)? ?(?:각각 |모두 )?")


def find_joint_ko(layout: Layout, bound: dict[int, Event | Refused]) -> list[Event]:
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


_AND = re.compile(r" ?(?:과|와|·|및|이랑|하고|,) ?")
_TOGETHER = re.compile(r"(?:이|가|은|는|도|을|를)? ?[^,.]{0,12}?(?:함께|동반|모두|동시에?|나란히|같이|다 ) ?")


def find_joined_ko(layout: Layout, events: list[Event]) -> list[Event]:
    """Return the changes of what is named together with the metric of another ("가격과 수요가 동반 하락했다")."""
    used = {e.metric.start for e in events if e.metric}
    told = [t for t in layout.tokens if t.cls in ("metric", "market")]
    found: list[Event] = []
    for one, two in pairwise(told):
        attribute = _attribute_of(one)
        if attribute is None or one.start in used or not _AND.fullmatch(layout.text, one.end, two.start):
            continue
        for event in events:
            is_same = event.metric == two and event.direction in ("up", "down")
            is_same = is_same and _TOGETHER.match(layout.text, two.end, event.trigger.start) is not None
            if is_same and attribute != "supply":
                found.append(Event(attribute, event.direction, event.trigger, one, "joined metric"))
    return [e for e in found if e.direction in DIRECTIONS[e.attribute]]


def _attribute_of(metric: Token) -> Attribute | None:
    """Return what a word measures; None where it is nothing of ours."""
    if metric.cls == "market":
        return "price" if "price" in metric.flags else None
    is_ours = metric.value in ("price", "supply", "demand", "inventory")
    return cast(Attribute, metric.value) if is_ours else None
