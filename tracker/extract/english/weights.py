"""Memory itself as a headwind or a tailwind ("DRAM turns into a tailwind"): to who buys it, a price that rises or falls."""

from __future__ import annotations

import re

from tracker.extract.english.goods import as_burden_of_buyer
from tracker.extract.event import Event
from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token

WEIGHT = "a product as a headwind or tailwind"
_WINDS = frozenset({"headwind", "headwinds", "tailwind", "tailwinds"})
_WEIGHS = re.compile(
    r"(?:,| --)?(?: (?:which|that|to|be|is|are|was|were|been|being|as|remains?|remained|becom(?:e|es|ing)|became|turn(?:s|ed|ing)?|went|goes|going|mov(?:e|es|ed|ing)|shift(?:s|ed|ing)?"
    r"|will|would|could|may|might|should|has|have|had|now|still|also|again|starts?|started|expected|continues?|continued|into|back|from|an?|the|headwind|tailwind"
    r"|slight|small|big|bigger|larger|modest|significant|meaningful|major|cost|gross|margin|real|bit|of|little|minor|more))* "
)
# What weighs on a buyer, before the memory whose price it is.
_BURDENED = re.compile(
    r"\b(?:impacts?|impacted|affected|headwinds?|pressures?|pressured|challenges?|burdens?|drag|squeezed|constrained|challenged) "
    r"(?:by|from|of|due to|related to|associated with|on account of) (?:the |our |this |that |these |overall |current |ongoing |recent |things like )*(?:[a-z]+ (?:and|or) )?$"
)
_NO_BURDEN = re.compile(
    r"(?:\b(?:no|not|never|any|without|limited|little|minimal|immaterial|avoid|less)|n't)\b[^,;]{0,40}$"
)
_TURNED = re.compile(r" (?:in)?to (?:an? )?(?:[a-z]+ ){0,2}(?:head|tail)wind")
_FADES = re.compile(
    r"(?: (?:to|will|should|would|may|could|is|are|begin|begins|beginning|start|starts|starting|expected|going"
    r"|likely))* (?:eas|abat|moderat|subsid|diminish|fad|lessen|dissipat|declin|go(?:es)? away|roll(?:s|ing)? off)"
)
_WEIGHT_OF = re.compile(
    r"(?: (?:for|to) (?:us|our [a-z]+(?: [a-z]+)?|(?:the|this|last) (?:last |next )?(?:quarter|year|half)))?(?:,? (?:here )?in (?:q[1-4]|the (?:first|second|third|fourth) quarter))?"
    r" (?:from|of|in|on) (?:the |higher |lower |rising |falling )?"
)


def weighs_on_buyer(layout: Layout, token: Token) -> bool:
    """Say whether memory itself is called a headwind or a tailwind ("DRAM turns into a tailwind", "a memory headwind")."""
    if token.text not in _WINDS or layout.language != "en":
        return False
    return any(
        _WEIGHS.fullmatch(layout.text, e.end, token.start) or _WEIGHT_OF.fullmatch(layout.text, token.end, e.start)
        for e in layout.entities
    )


def find_burdens(layout: Layout, used: set[int]) -> list[Event]:
    """Return the prices of memory that are told only by what they do to who buys it ("negatively impacted by memory pricing").

    `used` are the places of the prices that another word says the change of.
    """
    found: list[Event] = []
    for token in layout.tokens:
        if token.cls != "metric" or token.value not in ("price", "cost") or token.start in used:
            continue
        beside = [e for e in layout.entities if 0 <= token.start - e.end <= 1]
        place = beside[-1].start if beside else token.start
        weighs = _BURDENED.search(layout.text, max(layout.start, place - 70), place) if beside else None
        if weighs and not _NO_BURDEN.search(layout.text, max(layout.start, weighs.start() - 48), weighs.start()):
            found.append(Event("price", "up", token, token, WEIGHT))
    return found


def weigh_on_buyer(layout: Layout, events: list[Event], *, is_buyer: bool) -> list[Event]:
    """Return the changes as they are to who speaks: a price that is a headwind to a buyer of memory rises, a tailwind falls.

    What memory by itself is to a maker tells nothing of its price, and what it turned from is over.
    """
    if not is_buyer:
        return [event for event in events if event.rule != WEIGHT]
    return [
        as_burden_of_buyer(event)
        for event in events
        if not _TURNED.match(layout.text, event.trigger.end)
        and not (event.rule == WEIGHT and _FADES.match(layout.text, event.trigger.end))
    ]
