"""Words of future and hedges that look ahead, whatever they speak of."""

from __future__ import annotations

from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token


def find_future_words(layout: Layout, first: int, last: int) -> list[Token]:
    """Return all words of future and all hedges that look ahead between two places, whatever they speak of."""
    return [t for t in layout.between(first, last, "future", "hedge") if t.cls == "future" or "f" in t.flags]
