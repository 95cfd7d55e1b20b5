"""English growth of supply and demand set against each other, told of one time: "demand will grow 20% in 2027, while supply rises 15%"."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from tracker.extract.draft import Draft
from tracker.extract.layout import Layout

_PAIR = frozenset({"supply", "demand"})
_AGAINST = re.compile(
    r"\b(?:while|whereas|but|versus|vs|against|compared (?:with|to)|outpacing|outpaced by|and|with)\b"
)
_PARTED = re.compile(r"[;.:] ")


def share_time_of_pair(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """Give the growth of supply the time of that of demand which it is set against, and the other way round."""
    if layout.language != "en" or not layout.periods:
        return drafts
    shared = list(drafts)
    for index, (one, other) in enumerate(pairwise(drafts)):
        if bool(one.words) == bool(other.words) or not _are_set_against(layout, one, other):
            continue
        words = one.words or other.words
        shared[index], shared[index + 1] = replace(one, words=words), replace(other, words=words)
    return shared


def _are_set_against(layout: Layout, one: Draft, other: Draft) -> bool:
    """Say whether two drafts are the sized growth of supply and of demand for the same goods, joined in one sentence."""
    if {one.event.attribute, other.event.attribute} != _PAIR or not (one.amounts and other.amounts):
        return False
    if {e.product for e in one.entities} != {e.product for e in other.entities}:
        return False
    if one.manner.looks_ahead != other.manner.looks_ahead or any(w.is_boundary for w in (*one.words, *other.words)):
        return False
    gap = layout.text[one.event.trigger.end : other.event.trigger.start]
    return _AGAINST.search(gap) is not None and _PARTED.search(gap) is None
