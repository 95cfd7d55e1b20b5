"""An English trend that is told to turn: a rise that reverses is a fall ("the upward trend in prices may reverse next year")."""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.extract.event import Event, Refused
from tracker.extract.layout import Layout

_TURNS = re.compile(
    r"(?: (?:in|of|for) (?:[a-z0-9/\-]+ ){0,5}[a-z0-9/\-]+)?(?: trends?)?"
    r"(?: (?:has|have|had|may|might|could|will|would|should|to|is|are|was|be|set|start|starts|started|starting|begin"
    r"|begins|began|begun|beginning|about|likely|expected|already|now|soon|finally|also|then|quickly|sharply|abruptly"
    r"|suddenly)){0,6}"
    r" (?:revers(?:e|es|ed|ing)|turn(?:s|ed|ing)? around|flip(?:s|ped|ping)?)\b(?! (?:the|its|their|this|that|a|an|some|all|most|part|half|any)\b)"
)
_OTHER_WAY = {"up": "down", "down": "up"}


def turn_round(layout: Layout, result: Event | Refused) -> Event | Refused:
    """Return an English rise or fall, told as a noun that reverses, as the other way; anything else as it is."""
    if not isinstance(result, Event) or layout.language != "en":
        return result
    if result.attribute != "price" or result.direction not in _OTHER_WAY:
        return result
    if result.trigger.cls == "change" and "n" not in result.trigger.flags:
        return result
    turns = _TURNS.match(layout.text, result.trigger.end, layout.end)
    if turns is None or layout.between(result.trigger.end, turns.end(), "negation", "event"):
        return result
    return replace(result, direction=_OTHER_WAY[result.direction], rule=f"{result.rule}, turned")  # type: ignore[arg-type]
