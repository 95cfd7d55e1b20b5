"""English periods that only say when the level was that a price is measured by, or when something was said of it.

"Down 30% compared to $3.68 early this year", "triple what it cost in 2024", "dearer than they were in May".
"""

from __future__ import annotations

import re

from tracker.extract.event import Event
from tracker.extract.layout import Layout
from tracker.extract.marks import PeriodWord

_WHEN = r"(?: (?:in|at|from|on|during|back|back in|seen|as of|earlier|late|early|mid|the|end of|start of|beginning of|middle of|summer of|just|around))*"
_PAID = r"(?:was|were|did|cost|costs|had been|used to be|used to cost|had cost|paid|had paid|could|went for|sold for|stood at|averaged)"
_OLD_LEVEL = re.compile(
    r"\b(?:"
    rf"(?:compared (?:to|with)|versus|vs\.?|against) (?:the |an? |its |about |around |roughly |just )*(?:us)?\$ ?\d[\d.,]*{_WHEN}"
    rf"|(?:than|what|that|the price|the prices|the cost) (?:it|they|those|these|prices|you|we|i|one|that|memory|ram) {_PAID}(?: (?:back|just|only))?{_WHEN}"
    rf"|(?:up|down|higher|lower) [\d.,]+ ?(?:%|percent) (?:from|on|versus|vs\.?) (?:us)?\$ ?\d[\d.,]*{_WHEN}"
    r") $"
)
# "Earlier this month, Valve said it was delaying its console due to memory shortages": when it was said.
_SAID = re.compile(
    r",? (?:[a-z0-9.&'’\-]+ ){1,4}?(?:also )?(?:\[?(?:announced|said|confirmed|revealed|disclosed|noted|admitted|warned|told|blamed|delayed|postponed|cited|raised prices|hiked prices)\]?)\b"
)
_OPENS = ("last ", "earlier ", "late last ", "this week", "yesterday", "this month", "on ")
_REASON = re.compile(
    r"\b(?:due to|because of|amid|amidst|owing to|thanks to|citing|cited|blam(?:ed|ing|es?)|given|on account of|as a result of|attributed to)(?: [a-z0-9/\-]+){0,5} ?$"
)

# "Had been falling for years and only started to rise in Q2": when it was over.
_HAD_BEEN = re.compile(r"\bhad (?:been |already |long |steadily )*(?:[a-z]+ly )?$")
_UNTIL_IT = re.compile(
    r"[^.;]{0,40}?,? (?:and|but) (?:only |then |finally |just |later |subsequently )*(?:start|beg[au]n|turn|rebound|recover|ros|rise|climb|jump|fell|fall|drop)"
)
# "HP expects to be hit hardest by the RAM shortage in the second half": when it is hit.
_IMPACT = re.compile(
    r"\b(?:hit|hurt|impacted|affected|pressured|squeezed|hampered|burdened|dented|feel(?:s|ing)?"
    r"|felt) (?:(?:most|hardest|hard|badly|severely|by|from|the|an?|this|global|ongoing|worldwide|current|severe|of"
    r"|impact|effects?|pinch|full) ){1,6}(?:[a-z0-9\-]+ ){0,2}$"
)


def is_of_old_level(layout: Layout, event: Event, word: PeriodWord) -> bool:
    """Say whether a period is that of the level a price is measured by, or when a firm told why it did something else."""
    before = (layout.text, max(layout.start, word.start - 90), word.start)
    if event.attribute == "price" and _OLD_LEVEL.search(*before):
        return True
    if event.attribute == "price" and _was_over_by(layout, event, word):
        return True
    if event.attribute != "supply" or event.direction != "tight":
        return False
    return _is_of_saying(layout, event, word) or _is_of_impact(layout, event, word)


def _was_over_by(layout: Layout, event: Event, word: PeriodWord) -> bool:
    """Say whether a period is when another course followed one that had gone on until then."""
    if word.start < event.end:
        return False
    before = _HAD_BEEN.search(layout.text, max(layout.start, event.trigger.start - 36), event.trigger.start)
    after = _UNTIL_IT.match(layout.text, event.trigger.end)
    return before is not None and after is not None and after.end() <= word.start


def _is_of_impact(layout: Layout, event: Event, word: PeriodWord) -> bool:
    """Say whether a period behind a shortage is when somebody is hit by it."""
    if word.start < event.end:
        return False
    return _IMPACT.search(layout.text, max(layout.start, event.start - 70), event.start) is not None


def _is_of_saying(layout: Layout, event: Event, word: PeriodWord) -> bool:
    """Say whether a period opens a sentence on what a firm said or did, for which a shortage is only the reason."""
    if word.end > event.start or word.start - layout.start > 9:
        return False
    said = _SAID.match(layout.text, word.end, event.start)
    reason = _REASON.search(layout.text, max(word.end, event.start - 70), event.start)
    return said is not None and reason is not None
