"""English changes that are only needed or possible: "prices need to rise 50%", "such moves can create shortages"."""

from __future__ import annotations

import re

from tracker.extract.event import Event
from tracker.extract.layout import Layout

_MUST = re.compile(
    r"(?:(?<!will )need(?:s|ed)? to|(?:would|may|might) (?:have|need) to|must)(?: (?:at least|first|also|still|either|really|only|actually|all|both|then|now|go|be|start|begin|keep"
    r"|come))* $"
)
# "Prices must fall before …", "for SSDs to win, …": what it takes; "prices must rise, it says" is what is to come.
_TO_AN_END = re.compile(r"\bmust at least\b|\bbefore\b|\bin order\b|\bfor (?:[a-z0-9\-]+ ){1,4}to\b")
# Of output and demand also what "has to" come: "output has to grow 12% a year".
_HAS_TO = re.compile(r"\b(?:(?:has|have|had|ought|will (?:need|have)) to) (?:[a-z]+ly )?$")
_SUBJECT = frozenset({"price", "inventory", "supply", "demand"})
# "This can lead to shortages": what may come of anything, and at no time.
_CAN_BRING = re.compile(
    r"\bcan (?:also |still |easily |quickly |often |temporarily |sometimes |then )?(?:create|cause|lead to|result in"
    r"|trigger|produce|bring about|give rise to|spark|mean) (?:(?!the\b|this\b|that\b)[a-z\-]+ ){0,3}$"
)


def is_needed(layout: Layout, event: Event, first: int) -> bool:
    """Say whether an English price, stock, supply or demand is told only to have to move, or a shortage to be what can come of something."""
    text, trigger = layout.text, event.trigger
    span = (text, max(first, trigger.start - 60), trigger.start)
    if trigger.cls == "event":
        return _CAN_BRING.search(*span) is not None
    must = _MUST.search(*span)
    if must is None and event.attribute == "supply" and event.direction == "up":
        must = _HAS_TO.search(*span)
    if must is None or event.metric is None or event.attribute not in _SUBJECT:
        return False
    if (
        must[0].startswith("must")
        and event.attribute == "price"
        and not _TO_AN_END.search(text, layout.start, layout.end)
    ):
        return False
    return event.metric.end <= must.start() and not layout.between(event.metric.end, must.start(), "change", "event")
