"""Nouns that measure memory only where a product stands beside them: "DRAM orders", "stock of NAND", "days of HBM"."""

from __future__ import annotations

import re

from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token

_OF = re.compile(r" (?:levels? )?(?:of|for|in|on) (?:the |its |their |our |more |additional |extra |[a-z]+ ){0,2}")
_OF_MEMORY = frozenset({"requirements", "consumption"})
# "DRAM stocks rallied": those are shares.
_TRADED = re.compile(r"rall|surg|soar|jump|gain|plung|tumbl|slump|sank|slid|ros|rise|fell|fall|drop|sell|climb|crash")
_SHARES = frozenset({"stock", "stocks"})


def measures_product(layout: Layout, token: Token, metric: Token) -> bool:
    """Say whether a noun that needs a product is one of memory's: a product touches it, or follows "of", "for", "in".

    What software takes up of memory ("memory consumption") and shares that rise or fall are none.
    """
    if metric.text in _SHARES and _TRADED.match(token.text):
        return False
    for entity in layout.entities:
        is_of_software = entity.product == "MEMORY" and metric.text in _OF_MEMORY
        if not is_of_software and (_touches(entity.end, metric) or _follows(layout, metric, entity.start)):
            return True
    return False


def _touches(end: int, metric: Token) -> bool:
    """Say whether a product stands directly before a noun."""
    return 0 <= metric.start - end <= 1


def _follows(layout: Layout, metric: Token, start: int) -> bool:
    """Say whether a product is what a noun is one of."""
    if metric.text == "days" and not layout.text.startswith(" of ", metric.end):
        return False
    return 0 < start - metric.end <= 40 and _OF.fullmatch(layout.text, metric.end, start) is not None
