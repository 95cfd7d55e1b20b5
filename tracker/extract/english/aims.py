"""What an English act is only meant to bring about: prices that a cut of output is to hold or lift, falls that it is to stop."""

from __future__ import annotations

import re

from tracker.extract.event import Event
from tracker.extract.layout import Layout

# "Cut output to shore up prices": to hold a price is what is wanted; nobody tells that it has been held.
_HOLDS = re.compile(
    r"(?:stabili[sz]e|shore up|prop up|support|underpin|buoy|defend|protect|halt|arrest|stem|stop|maintain|hold|keep|sustain|bolster|rescue|revive|lift|boost|push up|drive up|raise|increase)\b"
)
_TO = re.compile(r"\bto (?:[a-z]+ly |further |better |try and )?$")
# "Expected to stabilize", "helped to lift", "enough to push up": the verb before makes it what happens.
_HAPPENS = re.compile(
    r"\b(?:help(?:s|ed|ing)?|expect(?:s|ed|ing)?|likely|set|due|sure|bound|begin(?:s|ning)?|began|begun"
    r"|start(?:s|ed|ing)?|continu(?:e|es|ed|ing)|going|forecast(?:ed)?|project(?:ed|s)|predict(?:ed|s)?|anticipated"
    r"|seem(?:s|ed)?|appear(?:s|ed)?|tend(?:s|ed)?|manag(?:e|es|ed|ing)|able|enough|thought|said|poised"
    r"|prepar(?:e|es|ed|ing)|ready|ha(?:s|ve|d)|lead(?:s|ing)?|led|decid(?:e|es|ed)|agree(?:s|d)?|plan(?:s|ned|ning)?"
    r"|intend(?:s|ed)?|want(?:s|ed)?|proceed(?:s|ed)?|vow(?:s|ed)?|threaten(?:s|ed)?)"
    r" (?:[a-z]+ ){0,2}to (?:[a-z]+ly |further )?$"
)
# What makers do for it: less output, fewer wafers, idle lines.
_CUTS = re.compile(
    r"\b(?:cut(?:s|ting)?|cutbacks?|reduc\w+|curb\w*|trim\w*|slash\w*|slow\w*|lower\w*|limit\w*|restrict\w*"
    r"|with(?:h[eo]ld)\w*|idl(?:e|es|ed|ing)|control\w*|curtail\w*|pare[ds]?|scal(?:e|es|ed|ing) back|halt\w*"
    r"|suspend\w*|disciplin\w+)\b"
)
_OUTPUT = re.compile(
    r"\b(?:output|production|wafers?|suppl(?:y|ies)|lines|capacity|utili[sz]ation|fabs?|bits|shipments|capex|capital (?:spending|expenditures?))\b"
)
_EFFORT = re.compile(
    r"\b(?:in an? (?:effort|attempt|bid|push|move|scramble)|efforts?|attempts?|measures?|steps?|in order|so as|designed|intended|meant|needed|required) to (?:[a-z]+ly |further |help |try and )?$"
)
# "To keep NAND prices from falling further".
_KEEPS_FROM = re.compile(r"\b(?:keep|prevent|stop)(?:s|ing)? (?:[a-z0-9/\-]+ ){1,5}from $")


def find_aim_reason(layout: Layout, event: Event, first: int) -> str | None:
    """Return why an English price is only what an act is meant to do to it, or None where it is told."""
    text, trigger = layout.text, event.trigger
    if event.attribute != "price":
        return None
    if _KEEPS_FROM.search(text, max(first, trigger.start - 60), trigger.start):
        return "what is to be prevented"
    if trigger.cls != "change" or _HOLDS.match(text, trigger.start) is None:
        return None
    span = (text, max(layout.start, trigger.start - 70), trigger.start)
    if _EFFORT.search(*span):
        return "what is only meant to come"
    if _TO.search(*span) is None or _HAPPENS.search(*span):
        return None
    acts = _CUTS.search(text, layout.start, trigger.start)
    return "what is only meant to come" if acts and _OUTPUT.search(text, layout.start, trigger.start) else None
