"""English changes that nobody says to come: those that may go either way, "any further" ones, and what does not follow.

Only what stands in the same sentence is looked at; conditions with an "if" are told elsewhere.
"""

from __future__ import annotations

import re

from tracker.extract.event import Event
from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token

# "An unexpected increase or decrease", "may go up or down": both ways are left open.
_OR = re.compile(r",? (?:or|and/or) (?:(?:an?|the|even|further|sharply|go|move|come|to) ){0,2}")
_OPPOSITE = {"up": "down", "down": "up", "price:up": "price:down", "price:down": "price:up"}
# "Any further price drops would lead to cuts".
_ANY_BEFORE = re.compile(
    r"\bany (?:further|additional|more|such|new|future|subsequent|significant|major|sudden|extra|sharp) (?:[a-z0-9\-]+ ){0,4}$"
)
_WOULD_BEHIND = re.compile(r"[^.;]{0,70}?\b(?:would|could|might|may|will)\b")
# "A 30% price increase doesn't mean dearer laptops".
_NOT_THE_SAME = re.compile(
    r"\b(?:doesn.t|does not|don.t|do not|won.t|will not|needn.t|need not|wouldn.t|would not) (?:necessarily |always |automatically |exactly |directly )?"
    r"(?:equate|equal|translate|imply|correspond|amount|mean (?:an?|that))\b"
)
_A_SIZED = re.compile(r"^\W{0,3}(?:but |and |so |still, )?an? [\d.]+ ?(?:%|percent|per cent)")
# "The situation won't improve": no price that rises.
_SITUATION = re.compile(
    r"\b(?:situation|picture|things|matters|circumstances|state of affairs|crisis|crunch|shortage)s? (?:[a-z']+ ){0,5}$"
)
_IMPROVES = re.compile(r"\b(?:improv|worsen|better|worse|recover|eas(?:e|es|ed|ing)\b)")
# "The growth of PC DRAM has declined": it goes on, by less.
_GROWTH_OF = re.compile(
    r"\bgrowth (?:of|in|for) (?:[a-z0-9\-]+ ){1,4}(?:(?:has|have|had|will|is|are|was|were|also|since|already|now) ){0,3}(?:[a-z]+ly )?$"
)
_DRIES_UP = re.compile(r"dr(?:y|ies|ied|ying) up")
# "Instead of risking overproduction": what is shunned.
_RISKS = re.compile(
    r"\b(?:risk(?:s|ing)?|run the risk of|wary of|afraid of|leery of|shy(?:ing)? away from|instead of|rather than) (?:[a-z\-]+ ){0,2}$"
)


def why_unsettled(layout: Layout, event: Event) -> str | None:
    """Return why an English change is one that nobody says to come, or None where it is told as coming or come."""
    if _goes_either_way(layout, event.trigger):
        return "what may go either way"
    if _is_any_further(layout, event):
        return "a supposition"
    if _is_not_the_same(layout, event):
        return "what does not follow"
    if _is_of_situation(layout, event):
        return "a situation, no price"
    if event.attribute == "price" and _is_no_price(layout, event):
        return "growth that slows, or supply that dries up"
    is_shunned = event.direction == "loose" and _RISKS.search(layout.text, layout.start, event.start)
    return "what is shunned" if is_shunned else None


def _goes_either_way(layout: Layout, trigger: Token) -> bool:
    """Say whether a change and its opposite are joined by "or" ("prices may rise or fall")."""
    other = _OPPOSITE.get(trigger.value)
    if other is None:
        return False
    near = layout.between(trigger.start - 40, trigger.end + 40, "change", "event")
    return any(
        t.value == other
        and (
            _OR.fullmatch(layout.text, trigger.end, t.start) is not None
            or _OR.fullmatch(layout.text, t.end, trigger.start) is not None
        )
        for t in near
    )


def _is_any_further(layout: Layout, event: Event) -> bool:
    """Say whether a change is only what "any further" one would bring ("any further price drops would lead to cuts")."""
    if _ANY_BEFORE.search(layout.text, max(layout.start, event.start - 50), event.start) is None:
        return False
    return _WOULD_BEHIND.match(layout.text, event.end, layout.end) is not None


def _is_not_the_same(layout: Layout, event: Event) -> bool:
    """Say whether a sentence on "a 30% increase" only says what does not follow from it."""
    if event.attribute != "price" or not layout.amounts:
        return False
    if _A_SIZED.match(layout.text[layout.start : layout.start + 40]) is None:
        return False
    return _NOT_THE_SAME.search(layout.text, layout.start, layout.end) is not None


def _is_of_situation(layout: Layout, event: Event) -> bool:
    """Say whether what improves or worsens is a situation ("the situation won't improve until 2027")."""
    if event.attribute != "price" or not _IMPROVES.search(event.trigger.text):
        return False
    first, _ = layout.clause_span(layout.clause(event.trigger.start))
    return _SITUATION.search(layout.text, max(first, event.trigger.start - 60), event.trigger.start) is not None


def _is_no_price(layout: Layout, event: Event) -> bool:
    """Say whether what declines is a rate of growth ("the growth of PC DRAM has declined"), or what dries up is no price."""
    if event.direction != "down":
        return False
    if _DRIES_UP.match(event.trigger.text):
        return True
    place = event.trigger.start
    return _GROWTH_OF.search(layout.text, max(layout.start, place - 80), place) is not None
