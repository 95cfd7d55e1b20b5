"""Which products a change is about: those beside it, else those that the sentence or the one before it spoke of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tracker.extract.changes import Event
from tracker.extract.parse import Entity, Group, Layout

MEMORY = Entity("MEMORY", None, (), -1, -1)
_OBJECT = re.compile(
    r"\s*(?:,?\s*(?:particularly|especially|both|including|primarily|mainly|mostly))?\s*(?:in|for|of|across|on|within|from)\b[\w\s,\-]{0,40}$|\s*$|\s*的\s*$|[\s\w]{0,6}$"
)


@dataclass(frozen=True, slots=True)
class Bound:
    """The products of a change and how they were found: "beside", "clause", "sentence", "context" or "implied"."""

    entities: tuple[Entity, ...]
    how: str


def bind_products(layout: Layout, event: Event, context: tuple[Entity, ...]) -> Bound | str:
    """Return the products that a change is about, or why it is about none of ours.

    `context` are the products of the sentence before, used where this one names none.
    """
    beside = _beside_metric(layout, event)
    if beside:
        return Bound(beside.entities, "beside")
    first, last = layout.clause_span(layout.clause(event.trigger.start))
    if event.metric is not None and event.metric.start < first:
        first = layout.clause_span(layout.clause(event.metric.start))[0]
    left = _nearest_left(layout, event, first)
    right = _nearest_right(layout, event, last)
    alien = _alien_in_clause(layout, event, first, last)
    if layout.language == "en" and right and _is_object(layout, event, right):
        return Bound(right.entities, "clause")
    if left and not (alien and alien > left.end):
        return Bound(left.entities, "clause")
    if alien is not None and not (right and event.attribute != "price"):
        return "something else than memory"
    if right:
        return Bound(right.entities, "clause")
    return _from_afar(layout, event, first, context)


def _beside_metric(layout: Layout, event: Event) -> Group | None:
    """Return the products directly before the price word or the change, or between the two."""
    anchor = event.metric or event.trigger
    for group in layout.groups:
        if event.metric is not None and event.trigger.end <= group.start and group.end <= event.metric.start:
            return group
        if group.end <= anchor.start and anchor.start - group.end <= 14 and _is_light(layout, group.end, anchor.start):
            return group
    return None


def _is_light(layout: Layout, first: int, last: int) -> bool:
    """Say whether nothing of weight lies between two places: spaces, "的", "average", segments, markets, basis."""
    gap = layout.text[first:last]
    if layout.between(first, last, "alien", "metric", "change", "event", "maker", "company"):
        return False
    return not re.search(r"[,;，；。:]", gap) or bool(re.fullmatch(r"[\s)\]」\"』]*", gap))


def _nearest_left(layout: Layout, event: Event, first: int) -> Group | None:
    """Return the last group before the change in its clause."""
    stop = max(event.start, event.trigger.start if layout.language in ("ko", "ja", "zh") else event.start)
    found = [g for g in layout.groups if first <= g.start and g.end <= stop]
    return found[-1] if found else None


def _nearest_right(layout: Layout, event: Event, last: int) -> Group | None:
    """Return the first group after the change in its clause, before the next change."""
    following = [t.start for t in layout.tokens if t.start >= event.end and t.cls in ("change", "event")]
    stop = min([last, *following[:1]])
    found = [g for g in layout.groups if event.end <= g.start and g.start < stop]
    return found[0] if found else None


def _is_object(layout: Layout, event: Event, group: Group) -> bool:
    """Say whether products to the right hang on the change ("prices in DRAM and NAND", "shortages of NOR")."""
    gap = layout.text[event.end : group.start]
    return len(gap) <= 60 and bool(re.match(r"\s*(?:\w+ ){0,4}?(?:in|for|of|across|on|within)\b", gap))


def _alien_in_clause(layout: Layout, event: Event, first: int, last: int) -> int | None:
    """Return where something that is not memory stands before the change in its clause, or None."""
    places = [t.end for t in layout.tokens if t.cls == "alien" and first <= t.start < event.end]
    things = [
        t.end
        for t in layout.tokens
        if t.cls == "segment" and "thing" in t.flags and event.metric is not None and 0 <= event.metric.start - t.end <= 3
    ]
    return max(places + things, default=None)


def _from_afar(layout: Layout, event: Event, first: int, context: tuple[Entity, ...]) -> Bound | str:
    """Return the products of earlier clauses or of the sentence before; unspecified memory for a maker's own supply."""
    earlier = [g for g in layout.groups if g.end <= first]
    if event.attribute != "price" and layout.between(first, event.end, "maker") and event.attribute == "supply":
        return Bound((MEMORY,), "implied")
    if earlier:
        if event.attribute == "price" and event.metric is None and layout.language == "en" and event.rule != "shared subject":
            return Bound(earlier[-1].entities, "sentence")
        names = {(e.product, e.technology) for g in earlier for e in g.entities}
        if event.attribute in ("supply", "demand") and len({n for n, _ in names}) > 1:
            return Bound((MEMORY,), "sentence")
        return Bound(earlier[-1].entities, "sentence")
    later = [g for g in layout.groups if g.start >= event.end]
    if later and layout.language in ("en",) and event.attribute == "price":
        return Bound(later[0].entities, "sentence")
    if context:
        return Bound(context, "context")
    return "no product"
