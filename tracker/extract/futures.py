"""Words of future and hedges that look ahead, whatever they speak of."""

from __future__ import annotations

from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token


def find_future_words(layout: Layout, first: int, last: int) -> list[Token]:
    """Return all words of future and all hedges that look ahead between two places, whatever they speak of."""
    return [t for t in layout.between(first, last, "future", "hedge") if t.cls == "future" or "f" in t.flags]


def came_otherwise(layout: Layout, place: int) -> bool:
    """Say whether a change is told behind a place and nothing there looks ahead: what stands before came otherwise."""
    told = layout.between(place, layout.end, "change", "event")
    return bool(told) and not find_future_words(layout, place, layout.end)
