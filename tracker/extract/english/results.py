"""English changes told as what moved the profit, the loss or the margin that somebody reported, so of the quarter reported on."""

from __future__ import annotations

import re

from tracker.extract.draft import Draft
from tracker.extract.layout import Layout

OTHER_TIME = re.compile(
    r"(?<!than-)(?<!than )\b(?:is|are|will|would|could|may|might|expect(?!ations)\w*|anticipat\w*|guid\w+|has|have|had (?:been|[a-z]+ed)|'ve|if)\b"
)
# "Higher prices drove the margin": what came of them.
_DROVE_RESULTS = re.compile(
    r"(?: (?:in|of|for|across|on) (?:[a-z0-9\-]+ ){0,3}[a-z0-9\-]+)? (?:drove|boosted|lifted|helped|hurt|hit|fueled"
    r"|fuelled|pushed up|dragged down|weighed on|contributed|led to|resulted in|more than offset|supported"
    r"|underpinned)\b"
    r"[^.;,]{0,40}\b(?:earnings|profits?|profitability|loss(?:es)?|margins?|turnaround|outperformance)\b"
)
# "Its loss was due to", "revenue rose 31% sequentially as", "the profit came from": results and what moved them.
_OF_RESULTS = re.compile(
    r"\b(?:earnings|profits?|loss(?:es)?|results|revenues?|sales|margins?|turnaround|outperformance)\b(?:[^.;]|\.\d){0,60}?"
    r"\b(?:(?:was|were|came|grew|rose|fell|slumped|jumped|surged|swung|declined|decreased|increased|improved"
    r"|narrowed)\b(?:[^.;]|\.\d){0,80}?\b(?:due to|thanks to|owing to|because of|driven by|attributed to|as"
    r"|on the back of|amid)"
    r"|resulted from|came from|was due to) (?:[^.;]|\.\d){0,90}$"
)


def moved_results(layout: Layout, draft: Draft) -> bool:
    """Say whether an English change is told as what moved the profit, loss or margin that somebody reported."""
    event = draft.event
    if layout.periods_said() or draft.manner.is_negated or "spot" in layout.text[layout.start : layout.end]:
        return False
    results = _OF_RESULTS.search(layout.text, layout.start, event.start)
    if results is not None:
        return not OTHER_TIME.search(layout.text, layout.start, event.end)
    if event.attribute != "price":
        return False
    drove = _DROVE_RESULTS.match(layout.text, event.end, layout.end)
    return drove is not None and not OTHER_TIME.search(layout.text, layout.start, drove.end())
