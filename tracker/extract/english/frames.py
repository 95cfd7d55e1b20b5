"""The period that an English sentence tells once for a cause and its effect.

A cause may stand before the period of its effect ("a shortage pushed prices up 40% in June") or after it ("rose in June as
supply tightened"). What has been so for some time, and what lasts until a boundary, keeps its own time.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.extract.draft import Draft
from tracker.extract.earlier import is_of_before
from tracker.extract.english.verbs import IS_NOW, PAST, PRESENT
from tracker.extract.layout import Layout
from tracker.extract.marks import PeriodWord

_LEADS = re.compile(
    r"\s*[\"“]?(?:(?:and|but|however|meanwhile|still),? )?(?:as|with|amid|amidst|given|due to|because|thanks to"
    r"|owing to|on|despite|in spite of|in the face of|in the wake of|notwithstanding|reflecting"
    r"|(?:driven|helped|hurt|hit|lifted|boosted|buoyed|fuel?led|led|supported) by|since|in light of|against)\b"
)
# "Booked a profit on strong demand, and said that": something else is said next.
_SAYS_NEXT = re.compile(
    r",? (?:and|but) (?:also )?(?:said|says|expects?|expected|forecasts?|warned|predict\w*|sees?|saw|added)\b"
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|remains?|stays?|continues?|will|would|could|may|says?|said|expects?|expected"
    r"|sees?|plans?|forecasts?|but|while|whereas|although|caused by|due to|because of|owing to|resulting from"
    r"|stemming from)\b|;"
)


def share_frame(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """Give a cause without a period the one of the effect that an English sentence tells after it."""
    if layout.language != "en" or not layout.periods:
        return drafts
    return [d if d.words else replace(d, words=_words_of_effect(layout, d, drafts)) for d in drafts]


def _words_of_effect(layout: Layout, cause: Draft, drafts: list[Draft]) -> tuple[PeriodWord, ...]:
    """Return the period of what a cause without one leads to, a claim or not; nothing where that has none."""
    return _effect_of(layout, cause, drafts).words or _words_of_result(layout, cause, drafts)


def _words_of_result(layout: Layout, cause: Draft, drafts: list[Draft]) -> tuple[PeriodWord, ...]:
    """Return the period of what is no claim but came of a cause ("on a 9% drop in prices, revenue in Q1 fell")."""
    first, last = layout.clause_span(layout.clause(cause.event.trigger.start))
    words = [w for w in layout.periods if w.start >= last and not w.is_comparison]
    if last >= layout.end or len(words) != 1 or words[0].is_boundary or not _LEADS.match(layout.text, first):
        return ()
    number = layout.clause(words[0].start)
    _, stop = layout.clause_span(number)
    if not layout.between(last, stop, "change") or number != layout.clause(cause.event.trigger.start) + 1:
        return ()
    if layout.between(last, stop, "future") or any(d.event.trigger.start >= last for d in drafts):
        return ()
    if PRESENT.search(layout.text, first, stop):
        return ()
    return (words[0],) if PAST.search(layout.text, last, stop) else ()


def _effect_of(layout: Layout, cause: Draft, drafts: list[Draft]) -> Draft:
    """Return the change that one leads to, with a period of its own; the change itself where there is none."""
    for draft in drafts:
        is_later = draft.event.trigger.start > cause.event.trigger.start
        if not is_later or not draft.words or is_of_before(layout, draft):
            continue
        is_open = any(word.is_boundary for word in draft.words)
        return cause if is_open or not _leads_to(layout, cause, draft) else draft
    return cause


def _leads_to(layout: Layout, cause: Draft, effect: Draft) -> bool:
    """Say whether a change is told as the cause of a later one: as its subject, or in a clause of reason before it."""
    number = layout.clause(cause.event.trigger.start)
    first, last = layout.clause_span(number)
    if effect.event.start >= last:
        is_next = layout.clause(effect.event.start) == number + 1 and not IS_NOW.search(layout.text, first, last)
        is_next = is_next and not _SAYS_NEXT.match(layout.text, last)
        return is_next and bool(_LEADS.match(layout.text, first)) and not PRESENT.search(layout.text, first, last)
    return not _FINITE.search(layout.text, cause.event.start, effect.event.start)
