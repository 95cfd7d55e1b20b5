"""English changes that are none: what is to be prevented, what would follow from it, what holds whenever, what was only expected."""

from __future__ import annotations

import re

from tracker.extract.parse import Layout
from tracker.extract.subjects import Event

_PREVENTS = re.compile(
    r"\b(?:avoid\w*|prevent\w*|avert\w*|forestall\w*|(?:fend|ward|stav|head)(?:e|es|ed|ing|s)? off|guard\w* against|hedg\w+ against|protect\w* (?:\w+ )?against|insulate \w+ from|in the event of|in case of|await\w*|wait\w* for|hop\w+ for|look\w* for|(?:fears?|concerns?|worr\w+|speculation) (?:about|of|over|that|on)(?: an?)? (?:possible|potential))"
    r" [^,;.]{0,50}$"
)
_SAYS_AGAIN = re.compile(
    r"\s*(?:this|that|it|these) (?:is|was|marks|marked|represents|represented|makes|made|were|are) (?:a|an|the|another|also|part)\b"
)
_MOVES = re.compile(
    r"\b(?:ris|ros|fall|fell|climb|increas|declin|mov|go|went|push|trend|grow|grew|surg|drop)\w* (?:[a-z]+ )?$"
)
_WHENEVER = re.compile(r"(?:^|[,;] ?)\s*(?:\w+ )?(?:whenever|when|once|every time|each time|any time)\b")
_WOULD = re.compile(
    r"[^,;.]{0,40}?\b(?:would|could|can|might|typically|usually) (?:\w+ly )?(?!have\b|be (?:up|down|flat))[a-z]+\b"
)
_DESCRIBES = re.compile(
    r"\b(?:manufacturers?|makers?|vendors?|brands?|companies|firms?|oems?|models?|customers?|players|devices?|phones?) with (?:an? |very |much |such )*$"
)
_BUYERS_CUT = re.compile(
    r"\b(?:phone|smartphone|handset|pc|notebook|laptop|device|console|car|auto\w*|server|tv|equipment|module)s? (?:makers?|vendors?|brands?|manufacturers?|oems?|producers?) (?:(?:to|are|will|have|may|now|must|had to|should) )*$"
)
_FORECAST_BEFORE = re.compile(
    r"\b(?:vs\.?|versus|against|than|with|to|from|beat|missed|above|below)(?: the| our| its| an?| analysts?'?| market| consensus| street)* "
    r"(?:expectations?|guidance|forecasts?|estimates?|projections?|consensus)(?: of| for)? (?:an? |the )?[^,;.]{0,24}$"
)


def why_no_change(layout: Layout, event: Event) -> str | None:
    """Return why an English change is none that happens: prevented, supposed, a rule or only expected; None where it is one."""
    first, last = layout.clause_span(layout.clause(event.trigger.start))
    text = layout.text
    if event.start - first > 6 and _is_prevented(layout, event, first):
        return "what is to be prevented"
    if event.attribute == "supply" and _BUYERS_CUT.search(text, max(first, event.start - 60), event.start):
        return "output of a buyer"
    if event.metric is None and _SAYS_AGAIN.match(text, layout.start, layout.end):
        return "what was told before"
    if event.attribute == "price" and _is_of_thing(layout, event):
        return "the price of something else"
    if event.attribute == "price" and _is_level(layout, event):
        return "a price beside another product's, no change in time"
    if _DESCRIBES.search(text, max(layout.start, event.start - 40), event.start):
        return "what only describes a company"
    if _FORECAST_BEFORE.search(text, max(first, event.trigger.start - 70), event.trigger.start):
        return "what was expected"
    is_noun = event.metric is not None and event.trigger.start < event.metric.start and "v" not in event.trigger.flags
    if is_noun and _WOULD.match(text, event.end, last) and not layout.periods_said():
        return "a supposition"
    return None


def _is_of_thing(layout: Layout, event: Event) -> bool:
    """Say whether an English price is that of a thing that holds memory ("the price of the graphics card with 16GB of GDDR6")."""
    metric = event.metric
    if metric is None or not layout.text.startswith((" of ", " for "), metric.end):
        return False
    named = layout.between(metric.end, event.trigger.start, "alien", "product")
    return bool(named) and named[0].cls == "alien" and named[0].start - metric.end < 40


def _is_level(layout: Layout, event: Event) -> bool:
    """Say whether an English "higher" or "lower" only compares a product with another ("is higher than standard DRAM")."""
    trigger = event.trigger
    if trigger.text not in ("higher", "lower") or not layout.text.startswith(" than ", trigger.end):
        return False
    if _MOVES.search(layout.text, max(layout.start, trigger.start - 40), trigger.start):
        return False
    return any(0 <= e.start - trigger.end - 6 <= 24 for e in layout.entities)


def _is_prevented(layout: Layout, event: Event, first: int) -> bool:
    """Say whether a change is what something is done against, with no other change told in between."""
    found = _PREVENTS.search(layout.text, max(first, event.start - 70), event.start)
    return found is not None and not layout.between(found.start(), event.start, "event", "change")


def is_rule(layout: Layout) -> bool:
    """Say whether an English sentence tells what happens whenever something does ("when prices fall, makers cut output")."""
    opening = _WHENEVER.match(layout.text, layout.start, layout.end)
    if opening is None or layout.periods_said() or layout.amounts:
        return False
    first, last = layout.clause_span(layout.clause(opening.end()))
    told = layout.between(first, last, "change")
    return bool(told) and not any(t.text.endswith(("ed", "fell", "rose", "grew", "went up", "went down")) for t in told)
