"""The product of makers where they are named instead of it: "闪迪", "原厂", "suppliers"."""

from __future__ import annotations

import re

from tracker.extract.entity import MEMORY, Bound, Entity
from tracker.extract.event import Event
from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token

_ANY_MAKERS = frozenset(
    "原厂 三大原厂 三大厂 存储厂商 存储原厂 模组厂 存储模组厂 供应商 suppliers chipmakers chipmaker".split()
)
_MEMORY_MAKERS = frozenset({"存储厂商", "存储原厂", "存储模组厂", "三大原厂"})


def prefer_named_maker(layout: Layout, event: Event, bound: Bound) -> Bound:
    """Return the maker's own product where memory only describes it ("存储产品供应商闪迪"), or opens a headline on its price."""
    if layout.language == "zh" and event.attribute == "price" and bound.how == "sentence":
        own = _sole_makers(layout, event)
        if own is not None:
            return Bound((own,), "maker")
    place = bound.entities[0].end
    if place < 0 or not re.match(
        r"\s?(?:芯片)?(?:供应商|厂商|企业|大厂|龙头|巨头|原厂|厂|maker|supplier)", layout.text[place : place + 9]
    ):
        return bound
    named = [t.value for t in layout.between(place, place + 12, "maker") if t.value]
    return Bound((Entity(named[0], None, (), -1, -1),), "maker") if named else bound


def _sole_makers(layout: Layout, event: Event) -> Entity | None:
    """Return the only product of the Chinese makers that raise a price, where each makes no other ("存储利好:铠侠提价50%")."""
    first, _ = layout.clause_span(layout.clause(event.trigger.start))
    makers = layout.between(first, event.end, "maker")
    if not makers or event.metric is not None:
        return None
    values = {maker.value for maker in makers}
    return Entity(values.pop(), None, (), -1, -1) if len(values) == 1 and "" not in values else None


def is_of_makers(layout: Layout, event: Event, first: int) -> bool:
    """Say whether a supply is that of the makers named in its clause; a stock in English, or where they make memory."""
    if event.attribute != "inventory" or layout.language == "en":
        return event.attribute in ("supply", "inventory")
    makers = layout.between(first, event.end, "maker")
    return layout.language == "zh" and bool(makers) and all(t.text in _MEMORY_MAKERS for t in makers)


def are_makers_at_large(makers: list[Token]) -> bool:
    """Say whether no maker is named, only makers at large ("原厂", "供应商")."""
    return all(t.text in _ANY_MAKERS for t in makers)


def are_mixed(makers: list[Token]) -> bool:
    """Say whether makers that are named side by side make different products."""
    return len({maker.value for maker in makers}) > 1


def find_product_of(makers: list[Token], language: str) -> Entity:
    """Return what makers make: the last one's only product; in English memory at large where they make different ones."""
    named = [maker.value for maker in makers if maker.value]
    is_mixed = language == "en" and (len(set(named)) > 1 or len(named) < len(makers))
    return MEMORY if not named or is_mixed else Entity(named[-1], None, (), -1, -1)
