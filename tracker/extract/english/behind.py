"""Products that English names behind what is said of them, or apart: "shortages in DRAM and on the NAND side", "high stocks, both in NAND and DRAM"."""

from __future__ import annotations

import re

from tracker.extract.event import Event
from tracker.extract.groups import Group
from tracker.extract.layout import Layout

_BEHIND = re.compile(
    r"(?:[^,;.:?]{0,40},)?(?: [a-z]+){0,3}?,? (?:both (?:in|for|on|across|within|with|of)"
    r"|(?:in|for|on|across|within|of|in terms of) both|across|be it|whether it(?:'s| is)) (?:the |our )?(?:[a-z\-]+ )?"
)
_BOTH = re.compile(r"\b(?:both|whether it(?:'s| is)|be it|across|either) (?:(?:in|for|on|of|the|our) )*$")


def find_listed_behind(layout: Layout, event: Event, first: int) -> Group | None:
    """Return the products that an English list behind a change gives it, where its clause names none before it."""
    if layout.language != "en" or any(first <= g.start < event.end for g in layout.groups):
        return None
    group = next((g for g in layout.groups if g.start >= event.end), None)
    if group is None or group.start - event.end > 80 or not _BEHIND.fullmatch(layout.text, event.end, group.start):
        return None
    told = layout.between(event.end, group.start, "metric", "alien", "event", "maker", "company")
    return None if told else group


def find_listed_before(layout: Layout, first: int) -> Group | None:
    """Return the products that an earlier clause named as "both", of which an English one without a product goes on to tell."""
    if layout.language != "en":
        return None
    earlier = [g for g in layout.groups if g.end <= first]
    if len(earlier) != 1 or len(earlier[0].entities) < 2:
        return None
    named = earlier[0]
    return named if _BOTH.search(layout.text, max(layout.start, named.start - 24), named.start) else None
