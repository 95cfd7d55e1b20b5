"""Whose demand an English sentence speaks of, where no product stands beside the word: for memory, or for something else."""

from __future__ import annotations

import re

from tracker.extract.entity import Entity
from tracker.extract.event import Event
from tracker.extract.layout import Layout

# What is wanted here is no memory, whatever else the sentence names.
_OF_OTHERS = re.compile(
    r"\b(?:ai|it|chips?|semiconductors?|electronics|devices?|gadgets?|tablets?|tvs?|handsets?|cars?|power|wafers?|computing|"
    r"compute|infrastructure|centric|unit|labou?r|tools?|games?|gaming|crypto|mining|loans?|investors?|housing|energy|capital|accelerators?|"
    r"phones?|smartphones?|pcs?|notebooks?|laptops?|systems?|hardware|products?)[ \-]$"
)
_FOR = re.compile(r" (?:for|of) (?:(?:the|our|their|its|such|these|those|all|more|both|most) )?")
# "Demand in our industrial segments": what else a company sells.
_IN_BUSINESS = re.compile(
    r" (?:in|across|from|at|for) (?:our|its|their|the company's) (?:[a-z]+,? (?:and )?){0,3}?(?:other|remaining"
    r"|industrial|automotive|retail|networking|telecom|wireless|led|defense|medical|printing|software|services)"
    r" (?:(?:and )?[a-z]+ ){0,3}?(?:business(?:es)?|segments?|divisions?|units?)\b"
)
_DESCRIBED = re.compile(r" (?:[a-z0-9\-]+ ){1,3}demand\b")
# "High-memory Macs": memory that only tells of what kind a thing is.
_QUALIFIES = re.compile(r" [a-z]+s\b")
_MARKET = re.compile(r" (?:chip )?markets?\b")
_SAID_AGAIN = re.compile(
    r"(?:them|it|both|commodity|commodities|chips?|parts?|products?|components?|bits|modules?|high(?!-)|higher|mature|legacy|older|standard|conventional|general)\b"
)


def is_for_memory(layout: Layout, event: Event, context: tuple[Entity, ...]) -> bool:
    """Say whether an English demand without a product of its own is one for the only product that is spoken of."""
    anchor = event.metric or event.trigger
    if layout.language != "en" or _is_of_another(layout, anchor.start) or is_for_another(layout, event):
        return False
    wanted = _FOR.match(layout.text, anchor.end)
    if wanted is not None and not _names_memory(layout, wanted.end()):
        return False
    entities = [e for group in layout.groups for e in group.entities] or list(context)
    return len({e.product for e in entities}) == 1


def is_for_own(layout: Layout, event: Event) -> bool:
    """Say whether an English demand that a maker speaks of is one for what it makes: nothing else is named beside it."""
    anchor = event.metric or event.trigger
    if layout.language != "en" or _is_of_another(layout, anchor.start):
        return False
    return _FOR.match(layout.text, anchor.end) is None and not layout.between(layout.start, event.end, "alien")


def _is_of_another(layout: Layout, place: int) -> bool:
    """Say whether the word directly before a demand names something else: a phone, a company, "AI"."""
    if _OF_OTHERS.search(layout.text, max(layout.start, place - 20), place):
        return True
    beside = layout.between(max(layout.start, place - 24), place, "alien", "segment", "company")
    return any(place - token.end <= 3 for token in beside)


def is_for_another(layout: Layout, event: Event) -> bool:
    """Say whether an English demand names what else it is for: behind it, or between it and what describes it ("massive AI demand")."""
    if layout.language != "en":
        return False
    if _is_hurt_by_memory(layout, event):
        return True
    anchor = event.metric or event.trigger
    if _IN_BUSINESS.match(layout.text, anchor.end) and not any(0 <= anchor.start - e.end <= 3 for e in layout.entities):
        return True
    wanted = _FOR.match(layout.text, anchor.end)
    named = layout.between(wanted.end(), wanted.end() + 24, "alien", "product") if wanted else []
    if named and (named[0].cls == "alien" or _QUALIFIES.match(layout.text, named[0].end)):
        return not any(named[0].start <= e.start <= named[-1].end for e in layout.entities)
    if event.metric is not None:
        return False
    noun = _DESCRIBED.match(layout.text, event.trigger.end)
    return noun is not None and _is_of_another(layout, noun.end() - len("demand"))


# "PC demand will fall due to higher memory prices": memory is only the reason.
_REASON = re.compile(
    r"\b(?:due to|because of|because|amid|amidst|owing to|thanks to|as|on|given|after|following|in response to|as a result of|in the face of)\b[^;.]*$"
)


def _is_hurt_by_memory(layout: Layout, event: Event) -> bool:
    """Say whether an English demand is one for devices, with memory named behind it only as the reason that it changes."""
    metric = event.metric
    if metric is None or not layout.entities or layout.entities[0].start < event.end:
        return False
    if not _is_of_another(layout, metric.start):
        return False
    return _REASON.search(layout.text, event.end, layout.entities[0].start) is not None


def heads_another(layout: Layout, entity: Entity, place: int) -> bool:
    """Say whether memory that an "and" parts from a place only describes what else is told ("AI demand and a global RAM shortage")."""
    first, last = sorted((place, entity.start))
    if " and " not in layout.text[first:last]:
        return False
    return bool(_MARKET.match(layout.text, entity.end) or layout.between(entity.end, entity.end + 2, "metric", "event"))


def _names_memory(layout: Layout, place: int) -> bool:
    """Say whether what is wanted, from a place on, is memory by name or as said before."""
    for entity in layout.entities:
        if place <= entity.start <= place + 36 and not heads_another(layout, entity, place):
            return True
    return bool(_SAID_AGAIN.match(layout.text, place))
