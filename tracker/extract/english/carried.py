"""An English change that is told to go on in a later period: "DRAM prices rose, and we see this trend continuing next quarter"."""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.extract.amount import Amount
from tracker.extract.draft import Draft
from tracker.extract.layout import Layout
from tracker.extract.marks import PeriodWord

# What goes on is named only by what points back to it, so that the change before is told again of another period.
_GOES_ON = re.compile(
    r"\b(?:(?:this|that|these|those|it|which|the (?:same|upward|downward|positive|negative|favorable|current))"
    r"(?: (?:[a-z\-]+ )?(?:trends?|momentum|patterns?|strength|weakness|softness|dynamics?|environment|situation|conditions?|improvements?|moves?|increases?|declines?|growth))?"
    r"|(?:a|the) (?:[a-z]+ )?(?:trend|momentum|dynamic|pattern)(?:,? (?:that|which))?(?: (?:we|they|it))?(?: (?:also|now|still))?(?: (?:see|expect|believe|think|anticipate)(?: will| to| as)?)?)"
    r"(?: (?:to|will|should|would|is|are|be|expected|likely|set|could|may|also|going|continue))*"
    r" (?:continu(?:e|es|ing)|persist(?:s|ing)?|carry(?:ing)?(?: over| on)?|carries(?: over)?|extend(?:s|ing)?|last(?:s|ing)?|remain(?:s|ing)?)(?: on| over| well)?"
    r" (?:in|into|through|throughout|during|for|over)(?: (?:the|all|most|rest|remainder|end|of|our|fiscal|calendar|at|least))*(?: |$)$"
)
# "Growth of 20% this year and similar growth in 2027": told again with its size.
_AT_SAME_RATE = re.compile(
    r"\b(?:at |by |with )?(?:an? |the )?(?:relatively |roughly |broadly |about |largely )?(?:similar|same|comparable) (?:growth|levels?|rates?|pace|amount|range)(?: of growth| growth)?"
    r" (?:in|for|during|again in)(?: (?:the|calendar|fiscal))? ?$"
)
# "Higher prices, which we expect to continue": told again of a time to come that is not named.
_OPEN_END = re.compile(
    r"\b(?:which|that|a (?:trend|dynamic|pattern|situation) (?:that |which )?|this|these|those|it) (?:we|i|they) (?:(?:also|now|still|do|currently) )?(?:expect|anticipate|believe|think|see|assume) "
    r"(?:(?:will|to|is going to|is likely to|should|would) )?(?:continu(?:e|ing)|persist(?:ing)?|go(?:ing)? on|last(?:ing)?)"
    r"(?: (?:in|over|for|through|into) the (?:near|foreseeable|short|medium|mid|coming|next few"
    r"|next several)(?:[- ](?:to[- ](?:medium|mid)[- ])?[a-z]+)?| going forward| for (?:some|quite some) time"
    r"| for a while| here)?(?=[,.;]|$)"
)
_GOING_ON = ("continu", "persist", "go on", "going on", " last")
_DIRECTED = ("up", "down")


def add_carried(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """Add the changes that a sentence tells to go on in a later period, and take that period from what they go on from."""
    if layout.language != "en" or not drafts:
        return drafts
    if any(layout.text.find(verb, layout.start, layout.end) >= 0 for verb in _GOING_ON) and _OPEN_END.search(
        layout.text, layout.start, layout.end
    ):
        drafts = _carry_open(layout, drafts)
    for word in layout.periods:
        span = (layout.text, max(layout.start, word.start - 120), word.start)
        again = _AT_SAME_RATE.search(*span)
        found = again or _GOES_ON.search(*span)
        if found is not None and not word.is_comparison:
            drafts = _carry(drafts, word, found.start(), is_sized=again is not None)
    return drafts


def add_next_sizes(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """Add what an English forecast gives by size only for another period ("20% in 2026 and 25% in 2027", "this year we expect 25%")."""
    if layout.language != "en" or len(layout.amounts) < 2:
        return drafts
    used = {a.start for d in drafts for a in d.amounts}
    told = {w.start for d in drafts for w in d.words}
    added: list[Draft] = []
    for word in layout.periods:
        amount = next((a for a in layout.amounts if a.start not in used and _is_sized_in(layout, a, word)), None)
        first = min(amount.start, word.start) if amount is not None else 0
        before = [d for d in [*drafts, *added] if d.amounts and d.words and max(w.end for w in d.words) < first]
        if amount is None or word.start in told or word.is_comparison or not before:
            continue
        gap = layout.text[max(before[-1].words[-1].end, before[-1].amounts[-1].end) : first]
        if _AND_THEN.fullmatch(gap):
            model = before[-1].event.trigger.start
            again = [d for d in before if d.event.trigger.start == model]
            manner = replace(again[0].manner, looks_ahead=None)
            added += [replace(d, words=(word,), amounts=(amount,), how="carried", manner=manner) for d in again]
    return [*drafts, *added]


_AND_THEN = re.compile(
    r"[^.;:]{0,12}?(?:,|,? (?:and|but|then|followed by))(?: (?:we|i)(?:'re| are| now| currently)* (?:expect|see"
    r"|forecast|project|anticipate|think"
    r"|believe)(?:ing)?(?: (?:it|that|this|growth|to|will|be|of|closer))*)?(?: (?:and|then|about|around|approximately"
    r"|roughly|by|a|an|the|in|for|calendar|fiscal|low|into|another|additional|further|up to))* ?"
)
_SIZE_IN = re.compile(
    r"(?: (?:range|growth|percent))?(?: (?:qoq|q/q|yoy|y/y|mom|m/m|hoh|h/h|sequentially|year-on-year|year-over-year"
    r"|quarter-on-quarter|quarter-over-quarter|month-on-month|month-over-month))?,? (?:(?:in|for|during"
    r"|across)(?: (?:all|the whole) of)? (?:the )?)(?:calendar |fiscal )?"
)
_WE_SEE = re.compile(
    r",? (?:we|we're|we are|it)(?: (?:now|currently|will|should|to))? (?:expect|see|forecast|project|anticipate|think"
    r"|believe|forecasting|expecting"
    r"|be)(?: (?:it|that|growth|this|to|will|be|of|about|around|approximately|roughly|in|the|a|closer))* "
)


def _is_sized_in(layout: Layout, amount: Amount, word: PeriodWord) -> bool:
    """Say whether a size is told of a period: "25% in 2027", "this year we expect 25%"."""
    if amount.is_old:
        return False
    if amount.end <= word.start:
        return bool(_SIZE_IN.fullmatch(layout.text, amount.end, word.start))
    return bool(_WE_SEE.fullmatch(layout.text, word.end, amount.start))


def _carry_open(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """Return the drafts with those of the last change before "which we expect to continue" told again as what is to come."""
    found = _OPEN_END.search(layout.text, layout.start, layout.end)
    place = found.start() if found else layout.start
    before = [d for d in drafts if d.event.end <= place and d.event.direction in _DIRECTED and not d.manner.in_question]
    if not before or any(d.event.trigger.start > place for d in drafts):
        return drafts
    last = before[-1]
    if last.manner.looks_ahead or layout.clause(place) - layout.clause(last.event.trigger.start) > 3:
        return drafts
    again = [d for d in before if d.event.trigger.start == last.event.trigger.start]
    return [
        *drafts,
        *(replace(d, words=(), amounts=(), how="carried", manner=replace(d.manner, looks_ahead=True)) for d in again),
    ]


def _can_go_on(draft: Draft, word: PeriodWord) -> bool:
    """Say whether a change can be told again of a later period: a rise or a fall, or a state that is told of its own time."""
    if draft.event.direction in _DIRECTED:
        return True
    return bool(draft.words) and all(w.end <= draft.event.start < word.start for w in draft.words)


def _carry(drafts: list[Draft], word: PeriodWord, place: int, *, is_sized: bool) -> list[Draft]:
    """Return the drafts with those of the last change before a place told again of a period, with or without their size."""
    before = [d for d in drafts if d.event.end <= place and not d.manner.in_question and _can_go_on(d, word)]
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
