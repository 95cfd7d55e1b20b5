"""English changes of a period before, told by their size alone: "rose 10% in Q2 compared to 25% in Q1"."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from tracker.extract.draft import Draft, moves_price
from tracker.extract.layout import Layout
from tracker.extract.series import find_period_beside

_COMPARED_WITH_SIZE = re.compile(
    r"(?:compared (?:to|with)|versus|\bvs\.?|against|after|following|from|than)(?: an?| the| its| growth of| around| about| roughly)* $"
)


def add_compared_sizes(layout: Layout, drafts: list[Draft], taken: set[int]) -> list[Draft]:
    """Return the English changes of a period before, told by their size only ("rose 10% in Q2 compared to 25% in Q1")."""
    added = []
    for old, new in pairwise(layout.amounts):
        word = find_period_beside(layout, new)
        model = next((d for d in drafts if moves_price(d) and old in d.amounts and d.words), None)
        if word is None or model is None or new.start in taken or word in model.words:
            continue
        if not _COMPARED_WITH_SIZE.search(layout.text, old.end, new.start):
            continue
        if layout.between(old.end, new.start, "change", "event", "metric", "alien", "product"):
            continue
        taken.add(new.start)
        manner = replace(model.manner, looks_ahead=False)
        added.append(
            replace(model, words=(word,), amounts=(replace(new, is_old=False),), manner=manner, how="compared")
        )
    return added
