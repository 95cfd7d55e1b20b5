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
    r"(?: (?:to|be|is|are|was|were|been|being|as|remains?|remained|becom(?:e|es|ing)|became|turn(?:s|ed|ing)?|went|goes|going|mov(?:e|es|ed|ing)|shift(?:s|ed|ing)?"
    r"|will|would|could|may|might|should|has|have|had|now|still|also|again|starts?|started|expected|continues?|continued|into|back|from|an?|the|headwind|tailwind"
    r"|slight|small|big|bigger|larger|modest|significant|meaningful|major|cost|gross|margin|real|bit|of|little|minor|more))* "
)
_TURNED = re.compile(r" (?:in)?to (?:an? )?(?:[a-z]+ ){0,2}(?:head|tail)wind")
_WEIGHT_OF = re.compile(r" (?:from|of|in|on) (?:the |higher |lower |rising |falling )?")


def weighs_on_buyer(layout: Layout, token: Token) -> bool:
    """Say whether memory itself is called a headwind or a tailwind ("DRAM turns into a tailwind", "a memory headwind")."""
    if token.text not in _WINDS or layout.language != "en":
        return False
    return any(
        _WEIGHS.fullmatch(layout.text, e.end, token.start) or _WEIGHT_OF.fullmatch(layout.text, token.end, e.start)
        for e in layout.entities
    )


def weigh_on_buyer(layout: Layout, events: list[Event], *, is_buyer: bool) -> list[Event]:
    """Return the changes as they are to who speaks: a price that is a headwind to a buyer of memory rises, a tailwind falls.

    What memory by itself is to a maker tells nothing of its price, and what it turned from is over.
    """
    if not is_buyer:
        return [event for event in events if event.rule != WEIGHT]
    return [as_burden_of_buyer(event) for event in events if not _TURNED.match(layout.text, event.trigger.end)]
