"""English prices told only by what was paid before and is paid now: "went from $60 to $120", "now $5, up from $4"."""

from __future__ import annotations

import re

from tracker.extract.event import Event
from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token

_AMOUNT = r"(?:about |around |roughly |just |only |some |nearly |over |an average of )?(?:us|nt)?\$ ?(?P<{0}>\d[\d,]{{0,6}}(?:\.\d{{1,3}})?)(?![\d.,]*\d| ?(?:billion|million|trillion|bn|mn)\b)"
_STEP = re.compile(r"\bfrom " + _AMOUNT.format("old") + r"[a-z0-9 \-]{0,24}? to " + _AMOUNT.format("new"))
_OTHERS = ("alien", "company", "change", "event")


def find_money_steps(layout: Layout) -> list[Event]:
    """Return the prices that go from one amount of money to another, where no word of change says which way."""
    found: list[Event] = []
    for match in _STEP.finditer(layout.text, layout.start, layout.end):
        first, _ = layout.clause_span(layout.clause(match.start()))
        if not _is_of_price(layout, first, match.start()):
            continue
        old, new = (float(match[name].replace(",", "")) for name in ("old", "new"))
        if old == new:
            continue
        token = Token(match.start(), match.end(), "change", "up" if new > old else "down", frozenset("v"), match[0])
        metric = [
            t
            for t in layout.between(first, match.start(), "metric", "market")
            if t.value == "price" or "price" in t.flags
        ]
        found.append(Event("price", "up" if new > old else "down", token, metric[-1] if metric else None, "money step"))
    return found


def _is_of_price(layout: Layout, first: int, place: int) -> bool:
    """Say whether a clause tells of a product or a price, and of nothing else that changes, before a place."""
    if layout.between(first, place, *_OTHERS):
        return False
    told = layout.between(first, place, "metric")
    if any(t.value != "price" for t in told):
        return False
    return bool(told) or any(first <= e.start < place for e in layout.entities)
