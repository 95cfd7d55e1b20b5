"""English changes that are a buyer's own: prices of its goods, its stock, demand for what it sells, and what it is short of.

And what memory prices are to it: a burden when they rise.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.extract.causes import BY_EFFECT
from tracker.extract.companions import is_companion
from tracker.extract.entity import Bound, Entity
from tracker.extract.event import Event
from tracker.extract.layout import Layout

_AUXILIARY = r"(?:(?:'ve|n't|actually|likely|probably|certainly|selectively|be|being|also|have|has|had|would|will|may|might|could|must|not|already|recently|again|to|going|plans?|is|are|was|were|now|just|then|since|even|both|either) )"
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
# "Higher prices for consumer electronics".
_ON_ELECTRONICS = re.compile(
    r" (?:of|on|for) (?:(?:all|many|most|other|new|some|its|their) )?(?:(?:consumer|electronic|computing|smart|mobile"
    r"|tech|computer|finished|end) )?(?:electronics|devices|gadgets|hardware|goods|(?<=consumer )products"
    r"|(?<=end )products)\b"
)
# "Lifts prices for all its devices": whose products are not said to be memory.
_ON_OWN_GOODS = re.compile(
    r"(?: increases?| hikes?)? (?:of|on|for|across) (?:(?:all|most|many|some|several|the rest|half) (?:of )?)?(?:its"
    r"|their) (?:[a-z\-]+ ){0,2}(?:products|devices|models|consoles|laptops|pcs|phones|smartphones|tablets|handhelds"
    r"|line-?ups?|product lines?|catalogu?e?s?|offerings|range|portfolio|plans|systems|servers)\b"
)
_MACHINES = frozenset({"servers", "pcs", "computers", "desktops"})
_BURDENS = ("headwind", "headwinds")
# "A tough pricing environment", "pricing conditions are difficult": hard to a seller and to a buyer in two ways.
_HARD = re.compile(r"tough|difficult|challeng|adverse|unfavou?rable|harsh|hostile")
_RELIEFS = ("tailwind", "tailwinds", "favorable", "favourable")
_PRODUCT_BEHIND = 2
# What parts a change from memory that is only why it came, or what comes with it ("inventory was up as we bought DRAM").
_WHY = re.compile(
    r"\b(?:as|because|given|with|due to|thanks to|owing to|driven by|ahead of|and (?:we|it|that|this|includes?))\b"
)
_ABOVE_ALL = re.compile(
    r"\b(?:especially|particularly|including|in particular|notably|mainly|such as|like) (?:[a-z]+ ){0,2}$"
)
_FOREMOST = re.compile(r",? (?:in particular|included|especially|particularly|above all)\b")
# "We are not supply constrained", "our supply is tight".
_OWN_SUBJECT = re.compile(
    r"(?<=our)(?: [a-z\-]+){0,2} "
    r"|(?<=we)(?:'(?:ve|ll))?(?: [a-z']+){0,4}(?:'re| (?:are|were|be|been))(?: (?:not|no|longer|currently|still|also|now|really)){0,2} "
)
_TOPIC = re.compile(r"\b(?:for|on|in|regarding|when it comes to) (?:the )?$")
# What those who sell to makers of memory, or buy from them, book is no demand for memory.
_ORDERS = frozenset({"orders", "order intake", "order book", "order books", "bookings"})
_RULED = re.compile(r"(?: (?!because)[a-z]+)? (?:of|for|in|on|across) (?:[a-z]+ )?")
_OUR_STORAGE = re.compile(r"\bour storage $")


# "A price hike due to the memory crisis", "raises prices amid the DRAM shortage": whatever it is that costs more, no memory.
_PUT_DOWN_TO = re.compile(
    r"[^.;:]{0,48}?\b(?:due to|because of|amid|amidst|owing to|thanks to|as a result of|in response to|caused by|triggered by|prompted by"
    r"|attributed to|blamed on|linked to|tied to|during|stemming from|in the face of|in the wake of|citing) (?:[a-z0-9\-'%.]+,? ){0,6}$"
)
_BLAMES = re.compile(r"\bblam(?:e|es|ed|ing) [^.;:]{0,40} for [^.;:]{0,30}$")
# "The console is becoming more expensive", "devices that use memory are getting dearer".
_DEARER = ("expensive", "pricier", "costlier", "dearer", "costly")
_HOLDS = re.compile(r" (?:(?:that|which) (?:use|contain|need|require|rely on|depend on|include)s?|using|containing) $")


def is_put_down_to_memory(layout: Layout, event: Event, *, has_context: bool) -> bool:
    """Say whether an English price is one of goods, that rises because of memory and for which memory is only the reason.

    `has_context` says that the sentence before named memory, of which a price without a product may be one.
    """
    if layout.language != "en" or (event.attribute, event.direction) != ("price", "up"):
        return False
    if not layout.entities:
        return _is_put_down_to_inflation(layout, event)
    if event.metric is not None and (event.metric.cls == "market" or event.metric.value == "cost"):
        return False
    before = [e for e in layout.entities if e.end <= event.start]
    if any(0 <= e.start - event.trigger.end <= 1 for e in layout.entities):
        return False  # "blaming costlier DRAM"
    if event.metric is None and event.trigger.text.endswith(_DEARER):
        if before:
            return _HOLDS.search(layout.text, layout.start, before[-1].start) is not None
        return True
    if before:
        return len(before) == 1 and _BLAMES.search(layout.text, layout.start, event.start) is not None
    return not has_context and _PUT_DOWN_TO.fullmatch(layout.text, event.end, layout.entities[0].start) is not None


def _is_put_down_to_inflation(layout: Layout, event: Event) -> bool:
    """Say whether an English price is put down to that of memory, told in one word ("in response to DRAM inflation")."""
    behind = layout.between(event.end, layout.end, "event")
    is_named = bool(behind) and behind[0].value == "price:up"
    return is_named and _PUT_DOWN_TO.fullmatch(layout.text, event.end, behind[0].start) is not None


def is_of_goods(layout: Layout, event: Event, *, is_buyer_speaking: bool) -> bool:
    """Say whether an English price is one of goods that memory is built into, or one that a buyer of memory sets itself."""
    metric = event.metric
    if metric is None or metric.value != "price" or metric.cls != "metric" or layout.language != "en":
        return False
    if is_buyer_speaking and _OUR_STORAGE.search(layout.text, layout.start, metric.start):
        return True
    if _names_memory(layout, event):
        return False
    if _is_of_thing(layout, metric.end) or _ON_ELECTRONICS.match(layout.text, metric.end):
        return True
    if _ON_OWN_GOODS.match(layout.text, metric.end) and not layout.between(layout.start, metric.start, "maker"):
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


def is_of_buyer(layout: Layout, event: Event, bound: Bound) -> bool:
    """Say whether a stock, demand or supply that a buyer of memory tells of is its own, with memory named only beside it."""
    if layout.language != "en" or event.attribute == "price":
        return False
    if event.metric is not None and event.metric.text in _ORDERS:
        return True
    if event.attribute == "demand" and _is_for_tools(layout, event, bound):
        return True
    if bound.how not in ("clause", "sentence", "context"):
        return False
    text, behind = layout.text, [e for e in layout.entities if e.start >= event.end]
    if behind and (_RULED.fullmatch(text, event.end, behind[0].start) or _is_foremost(layout, behind[0])):
        return False
    first, _ = layout.clause_span(layout.clause(event.start))
    owners = layout.between(first, event.start, "firstperson")
    if any(_OWN_SUBJECT.fullmatch(text, owner.end, event.start) for owner in owners):
        return not any(_TOPIC.search(text, layout.start, e.start) for e in layout.entities)
    if not behind or len(behind) < len(layout.entities):
        return not layout.entities and event.attribute != "supply"
    is_other = event.attribute != "supply" and " and " in text[event.end : behind[0].start]
    return is_other or bound.how != "clause" or _WHY.search(text, event.end, behind[0].start) is not None


def _is_for_tools(layout: Layout, event: Event, bound: Bound) -> bool:
    """Say whether a demand is what one who sells tools to chip makers books of those of memory ("demand in both logic and memory")."""
    if any(e.product != "MEMORY" for e in bound.entities):
        return False
    if layout.text.endswith("our memory ", layout.start, (event.metric or event.trigger).start):
        return True
    is_beside = layout.text.find("logic", layout.start, layout.end) >= 0
    return is_beside and layout.text.find("end market", layout.start, layout.end) < 0


def _is_foremost(layout: Layout, memory: Entity) -> bool:
    """Say whether memory is named behind a change as the first of what changes ("supply is tight, memory in particular")."""
    before = _ABOVE_ALL.search(layout.text, max(layout.start, memory.start - 40), memory.start)
    return bool(before or _FOREMOST.match(layout.text, memory.end))


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
    if named[0].cls == "alien" and is_companion(layout, named[0]):
        return False
    end = named[0].end
    is_attribute = any(0 <= e.start - end <= _PRODUCT_BEHIND for e in layout.entities)
    return not is_attribute and _BUYERS_OF.match(layout.text, end) is None


def as_burden_of_buyer(event: Event) -> Event:
    """Return a price that weighs on a buyer of memory as what it is, one that rises, and one that helps it as one that falls."""
    if event.attribute != "price":
        return event
    if event.direction == "down" and (
        event.rule == BY_EFFECT or event.trigger.text in _BURDENS or _HARD.search(event.trigger.text)
    ):
        return replace(event, direction="up")
    if event.direction == "up" and (event.rule == BY_EFFECT or event.trigger.text in _RELIEFS):
        return replace(event, direction="down")
    return event
