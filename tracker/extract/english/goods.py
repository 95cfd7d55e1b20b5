"""English prices that a buyer of memory sets for its own goods, and what memory prices are to it: a burden when they rise."""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.extract.event import Event
from tracker.extract.layout import Layout

_AUXILIARY = r"(?:(?:'ve|n't|also|have|has|had|would|will|may|might|could|must|not|already|recently|again|to|going|plans?|is|are|was|were|now|just|then|since|even|both|either) )"
_SETS = (
    r"(?:rais|lift|increas|hik|bump|cut|lower|reduc|trim|slash|adjust|keep|kept|hold|held|maintain|fr[eo]ez|announc|implement"
    r"|tak|took|ma[dk]|introduc|put|push|pass|roll|repric)[a-z]*"
)
# A subject, its verb, and up to the price that it sets: "we have also announced broad-based price increases".
_SETS_PRICE = re.compile(rf" {_AUXILIARY}{{0,4}}{_SETS} (?:[a-z0-9&'\-]+ ){{0,4}}")
_OUR = re.compile(r" (?:[a-z0-9&'\-]+ ){0,3}")
_OF_MEMORY = re.compile(
    r"(?: (?:increases?|hikes?|rises?|cuts?|moves?|actions?|adjustments?))? (?:of|for|in|on|across) (?:(?!response)[a-z]+ ){0,2}"
)
_BUYERS_OF = re.compile(r" (?:makers?|vendors?|brands?|oems?|customers?|manufacturers?|buyers?|companies)\b")
_MACHINES = frozenset({"servers", "pcs", "computers", "desktops"})
_BURDENS = ("headwind", "headwinds")
_PRODUCT_BEHIND = 2


def is_of_goods(layout: Layout, event: Event, *, is_buyer_speaking: bool) -> bool:
    """Say whether an English price is one of goods that memory is built into, or one that a buyer of memory sets itself."""
    metric = event.metric
    if metric is None or metric.value != "price" or metric.cls != "metric" or layout.language != "en":
        return False
    if _names_memory(layout, event):
        return False
    if _is_of_thing(layout, metric.end):
        return True
    since = max(layout.start, metric.start - 70)
    subjects = layout.between(since, metric.start, "company", *(("firstperson",) if is_buyer_speaking else ()))
    if any(_SETS_PRICE.fullmatch(layout.text, subject.end, metric.start) for subject in subjects):
        return True
    if not is_buyer_speaking:
        return False
    beside = [t for t in layout.between(since, metric.start, "segment") if metric.start - t.end <= 1]
    own = [t for t in subjects if t.text == "our" and _OUR.fullmatch(layout.text, t.end, metric.start)]
    return bool(beside or own)


def _names_memory(layout: Layout, event: Event) -> bool:
    """Say whether memory stands beside a price, before it or ruled by it ("DRAM contract prices", "price increases for NAND")."""
    metric = event.metric or event.trigger
    first, last = min(event.start, metric.start - 14), max(event.end, metric.end)
    return any(
        first <= e.start < metric.start
        or _OF_MEMORY.fullmatch(layout.text, metric.end, e.start)
        or _OF_MEMORY.fullmatch(layout.text, last, e.start)
        for e in layout.entities
    )


def _is_of_thing(layout: Layout, place: int) -> bool:
    """Say whether a price that ends at a place is that of a device ("prices of servers", "the price of the Switch 2")."""
    if not layout.text.startswith((" of ", " on ", " for "), place):
        return False
    named = layout.between(place, place + 40, "alien", "product", "segment")
    if not named or named[0].cls == "product":
        return False
    if named[0].cls == "segment" and "thing" not in named[0].flags and named[0].text not in _MACHINES:
        return False
    end = named[0].end
    is_attribute = any(0 <= e.start - end <= _PRODUCT_BEHIND for e in layout.entities)
    return not is_attribute and _BUYERS_OF.match(layout.text, end) is None


def as_burden_of_buyer(event: Event) -> Event:
    """Return a price that is a headwind to a buyer of memory as what it is: one that rises."""
    is_burden = event.attribute == "price" and event.direction == "down" and event.trigger.text in _BURDENS
    return replace(event, direction="up") if is_burden else event
