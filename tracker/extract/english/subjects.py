"""English: the metric that a word of change belongs to: its noun, its object, or the subject to its left."""

from __future__ import annotations

import re

from tracker.extract.event import Event, Refused
from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token
from tracker.extract.nearest import Found, find_left, find_right

IN_PHRASE = re.compile(
    r"\s*(?:of (?:about |over |around |nearly |more than |up to |at least |roughly |approximately )?[\d.,]+ ?(?:%|percent)?(?: ?(?:to|-|and) ?[\d.,]+ ?(?:%|percent)?)? )?(?:in|of|for|across|on)\b"
)
_OF_FORECAST = re.compile(
    r" (?:its|their|the|his|her|earlier|prior|previous)? ?(?:forecasts?|estimates?|projections?|outlook|guidance|targets?)\b"
)
_NEARLY = re.compile(
    r" (?:by )?(?:(?:about|around|roughly|nearly|almost|over|more than|some|approximately|at least|as much as|up to|another|an?|estimated|further) ){1,3}"
)
# "Micron slides 4% on memory supply fears": why it slides.
_ON_CAUSE = re.compile(
    r"(?: (?:by )?\d[\d.]{0,5} ?(?:%|percent))? (?:on|amid|as|after|despite|over|due to|because)\b(?! (?:the )?(?:price|pricing|cost)s?\b)"
)
_LISTS = re.compile(r"\s?[:,\-]?\s?")
_IN_BETWEEN = re.compile(r"[a-z] (?:in|for|to|on|about|over|around)\b")
_COPULA = re.compile(
    r"\b(?:is|are|was|were|be|been|remain\w*|stay\w*|bec[ao]m\w*|look\w*|turn\w*|gets?|got|grew|prov\w+|continu\w+ to be) (?:[a-z]+ )?$"
)
# "Low demand and increased output": a participle that describes its noun, or a verb with its object.
_JOINS = (
    " and ",
    " or ",
    ", ",
    " by ",
    " of ",
    " in ",
    " with ",
    " amid ",
    " to ",
    " on ",
    " for ",
    " from ",
    " as ",
    " the ",
)
_RAMP_OF = re.compile(r"(?:[ -]up)? of (?:[a-z0-9\-]+ ){0,3}")
_COMPARES = re.compile(r"\s*than\b")


def find_metric_en(layout: Layout, index: int, bound: dict[int, Event | Refused]) -> Found:
    """English: adjective before its noun, "increase in prices", "raised prices", else the subject to the left."""
    token = layout.tokens[index]
    if is_listed(layout, token) or _is_ramp_of_product(layout, token):
        return None, None
    phrase = IN_PHRASE.match(layout.text, token.end) if "n" in token.flags else None
    if phrase is not None and not any(0 <= word.start - phrase.end() <= 5 for word in layout.periods):
        right = find_right(layout, index, 60)
        if right is not None and not (token.value == "tight" and _is_of_product(layout, index)):
            return right, None
        if _is_of_product(layout, index):
            return None, None
    if ("a" in token.flags or "t" in token.flags) and not _COMPARES.match(layout.text, token.end):
        right = find_right(layout, index, 45)
        is_object = right is not None and not _has_other_object(layout, token, right)
        is_object = is_object and not _tells_subject(layout, token)
        if is_object and not _is_own_subject(layout, index) and not _is_predicate(layout, token, right):
            return right, None
    if {"t", "o"} <= token.flags:
        return None, None  # "stock is weighing on prices": what weighs on something does not fall
    left = _find_described(layout, index) or find_left(layout, index, bound)
    if left[0] is not None or left[1] is not None:
        return left
    if "v" in token.flags:
        right = find_right(layout, index, 90 if _OF_FORECAST.match(layout.text, token.end) else 40)
        is_other = right is not None and _has_other_object(layout, token, right)
        return (None, None) if is_other or _ON_CAUSE.match(layout.text, token.end) else (right, None)
    return None, None


def _is_ramp_of_product(layout: Layout, token: Token) -> bool:
    """Say whether an English "ramp" is one of a product, whatever grows with it ("demand is good with the ramp of 3D NAND")."""
    if not token.text.startswith("ramp"):
        return False
    return any(_RAMP_OF.fullmatch(layout.text, token.end, e.start) for e in layout.entities)


def _find_described(layout: Layout, index: int) -> Found | None:
    """Return the metric that an English "increased" stands directly before, at the head of a noun or of a verb's object."""
    token = layout.tokens[index]
    if not token.text.endswith("creased") or not layout.text.endswith(_JOINS, layout.start, token.start):
        return None
    right = find_right(layout, index, 1)
    return None if right is None else (right, None)


def _has_other_object(layout: Layout, token: Token, metric: Token) -> bool:
    """Say whether an English verb rules a noun that only speaks of the metric ("driving uncertainty in supply")."""
    is_verb = "t" in token.flags or token.text in ("increasing", "growing", "rising")
    is_verb = is_verb and not _OF_FORECAST.match(layout.text, token.end)
    return is_verb and bool(_IN_BETWEEN.search(layout.text, token.end, metric.start))


def _is_predicate(layout: Layout, token: Token, metric: Token | None) -> bool:
    """Say whether an English adjective says of its subject what it is, and the metric stands behind its clause or its size.

    "Bits were up 10% and the ASP rose by over 30%": the first size is none of the price's.
    """
    if metric is None:
        return False
    _, last = layout.clause_span(layout.clause(token.start))
    is_apart = metric.start >= last or any(token.end <= a.start < metric.start for a in layout.amounts)
    return is_apart and bool(_COPULA.search(layout.text, max(layout.start, token.start - 24), token.start))


def _tells_subject(layout: Layout, token: Token) -> bool:
    """Say whether an English adjective says what a metric before it in its clause is ("inventories are below our target of 120 days")."""
    if {"t", "d"} <= token.flags or not _COPULA.search(layout.text, max(layout.start, token.start - 24), token.start):
        return False  # "prices are suppressing demand"
    first, _ = layout.clause_span(layout.clause(token.start))
    told = layout.between(first, token.start, "metric", "change", "event", "alien")
    return bool(told) and told[-1].cls == "metric" and told[-1].value in ("inventory", "price", "supply")


def is_sized_behind(layout: Layout, token: Token) -> bool:
    """Say whether a size follows a word of change at once, or behind how nearly it is told ("up nearly 500%")."""
    return any(
        0 <= a.start - token.end <= 4 or (a.start > token.end and _NEARLY.fullmatch(layout.text, token.end, a.start))
        for a in layout.amounts
    )


def is_listed(layout: Layout, token: Token) -> bool:
    """Say whether an English sized "up" stands directly behind a product of a list ("PC DRAM: up 3-8%; NAND: up 5%")."""
    is_sized = "a" in token.flags and is_sized_behind(layout, token)
    return is_sized and any(_LISTS.fullmatch(layout.text, e.end, token.start) for e in layout.entities)


def _is_of_product(layout: Layout, index: int) -> bool:
    """Say whether an English noun of change is one of a product itself ("AI demand and a 17% increase in memory chips")."""
    token = layout.tokens[index]
    before = layout.tokens[index - 1] if index else None
    if before is not None and before.cls in ("metric", "market") and token.start - before.end <= 1:
        return False
    phrase = IN_PHRASE.match(layout.text, token.end)
    reach = 24 if token.value == "tight" else 5
    return phrase is not None and any(0 <= e.start - phrase.end() <= reach for e in layout.entities)


def _is_own_subject(layout: Layout, index: int) -> bool:
    """Say whether an English participle follows its own subject ("prices increasing in the low ..."), so has no object."""
    token = layout.tokens[index]
    if not {"a", "v"} <= token.flags or index == 0:
        return False
    before = layout.tokens[index - 1]
    is_metric = before.cls == "metric" or (before.cls == "market" and "price" in before.flags)
    return is_metric and token.start - before.end <= 1
