"""An English change that is told to go on in a later period: "DRAM prices rose, and we see this trend continuing next quarter"."""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.extract.draft import Draft
from tracker.extract.marks import PeriodWord
from tracker.extract.parse import Layout

# What goes on is named only by what points back to it, so that the change before is told again of another period.
_GOES_ON = re.compile(
    r"\b(?:(?:this|that|these|those|it|which|the (?:same|upward|downward|positive|negative|favorable|current))"
    r"(?: (?:[a-z\-]+ )?(?:trends?|momentum|patterns?|strength|weakness|softness|dynamics?|environment|situation|conditions?|improvements?|moves?|increases?|declines?|growth))?"
    r"|(?:a|the) (?:[a-z]+ )?(?:trend|momentum|dynamic|pattern)(?:,? (?:that|which))?(?: (?:we|they|it))?(?: (?:also|now|still))?(?: (?:see|expect|believe|think|anticipate)(?: will| to| as)?)?)"
    r"(?: (?:to|will|should|would|is|are|be|expected|likely|set|could|may|also|going|continue))*"
    r" (?:continu(?:e|es|ing)|persist(?:s|ing)?|carry(?:ing)?(?: over| on)?|carries(?: over)?|extend(?:s|ing)?|last(?:s|ing)?|remain(?:s|ing)?)(?: on| over| well)?"
    r" (?:in|into|through|throughout|during|for|over)(?: (?:the|all|most|rest|remainder|of|our|fiscal|calendar))*(?: |$)$"
)
# "Growth of 20% this year and similar growth in 2027": told again with its size.
_AT_SAME_RATE = re.compile(
    r"\b(?:at |by |with )?(?:an? |the )?(?:relatively |roughly |broadly |about |largely )?(?:similar|same|comparable) (?:growth|levels?|rates?|pace|amount|range)(?: of growth| growth)?"
    r" (?:in|for|during|again in)(?: (?:the|calendar|fiscal))? ?$"
)
_DIRECTED = ("up", "down")


def add_carried(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """Add the changes that a sentence tells to go on in a later period, and take that period from what they go on from."""
    if layout.language != "en" or not drafts:
        return drafts
    for word in layout.periods:
        span = (layout.text, max(layout.start, word.start - 120), word.start)
        again = _AT_SAME_RATE.search(*span)
        found = again or _GOES_ON.search(*span)
        if found is not None and not word.is_comparison:
            drafts = _carry(drafts, word, found.start(), is_sized=again is not None)
    return drafts


def _carry(drafts: list[Draft], word: PeriodWord, place: int, *, is_sized: bool) -> list[Draft]:
    """Return the drafts with those of the last change before a place told again of a period, with or without their size."""
    before = [d for d in drafts if d.event.end <= place and d.event.direction in _DIRECTED and not d.manner.in_question]
    if not before or (is_sized and not before[-1].amounts):
        return drafts
    last = before[-1].event.trigger.start
    own = [replace(d, words=tuple(w for w in d.words if w.start != word.start)) for d in drafts]
    again = [
        replace(
            d,
            words=(word,),
            amounts=d.amounts if is_sized else (),
            how="carried",
            manner=replace(d.manner, looks_ahead=True),
        )
        for d in before
        if d.event.trigger.start == last
    ]
    return [*own, *again]
