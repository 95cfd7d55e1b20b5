"""English changes that go on from the one told before: what it came after ("after a 50% jump"), "further improvement"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import cast

from tracker.extract.draft import Draft
from tracker.extract.event import Event, Refused
from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token
from tracker.statement import Direction

_FURTHER = re.compile(
    r"\b(?:further|additional|continued|more|another|similar|modest|some) (?:(?:modest|slight|significant|sequential|meaningful) )?$"
)
# "After eight months of decline": what was so before.
_AFTER_TIME = re.compile(
    r"\b(?:after|following) (?:(?:more|less) than |over |nearly |almost |about )?(?:[a-z0-9\-]+ ){1,3}(?:months?|quarters?|years?|weeks?|days) of (?:[a-z\-]+ ){0,2}$"
)
_AFTER_A = re.compile(
    r"\b(?:after|following|follows|followed|on top of|on the heels of|with another|and another|compared (?:with|to)|versus|vs\.?|against|revers(?:ing|es|ed|al of)(?: from)?)"
    r" ?(?:an? |the )?(?:[a-z\-]+ ){0,2}$"
)
# "After gains of 5% and 8%": the sizes follow.
_AFTER_SIZED = re.compile(
    r"\b(?:after|following|on top of|on the heels of|compared (?:with|to)|versus|vs\.?) (?:an? |the )?(?:[a-z\-]+ ){0,2}$"
)


def find_step_before(layout: Layout, token: Token, bound: dict[int, Event | Refused]) -> Event | None:
    """Return the English change of a price that the one told first came after ("will climb 20% after a 50% jump")."""
    prices = [one for one in bound.values() if isinstance(one, Event) and one.attribute == "price"]
    if layout.language != "en" or "n" not in token.flags or not prices:
        return None
    again = Event("price", cast(Direction, token.value), token, prices[-1].metric, "shared subject")
    if _AFTER_TIME.search(layout.text, max(layout.start, token.start - 60), token.start):
        return again
    is_sized = any(layout.text[token.end : a.start] == " of " for a in layout.amounts)
    if is_sized and _AFTER_SIZED.search(layout.text, max(layout.start, token.start - 48), token.start):
        return again
    sizes = [a for a in layout.amounts if a.end <= token.start]
    if not sizes or not _AFTER_A.search(layout.text, max(layout.start, sizes[-1].start - 40), sizes[-1].start):
        return None
    if layout.text[sizes[-1].end : token.start].strip(" -"):
        return None
    return again


def find_further(layout: Layout, token: Token, bound: dict[int, Event | Refused]) -> Event | None:
    """Return the English change that goes on from the one before it ("prices improved, and we expect further improvement in Q4")."""
    if layout.language != "en" or "n" not in token.flags or not _FURTHER.search(layout.text, layout.start, token.start):
        return None
    told = [one for one in bound.values() if isinstance(one, Event) and one.attribute in ("price", "demand")]
    if not told or told[-1].direction not in ("up", "down") or layout.text.startswith((" of ", " for "), token.end):
        return None
    metrics = layout.between(told[-1].end, token.start, "metric", "alien", "product")
    return (
        None
        if metrics
        else Event(told[-1].attribute, cast(Direction, token.value), token, told[-1].metric, "shared subject")
    )


# "Fell 5% in Q2, flat in Q3": the step of a list that is none.
_LEADS_STEP = re.compile(
    r"[,;\s]*(?:(?:and|but|then) )*(?:(?:held|stayed|remained|were|was|went|will be|will stay|will remain|is|are) )?(?:then |roughly |about |broadly |largely )?"
)
_REACH = 10


def find_flat_step(layout: Layout, token: Token, bound: dict[int, Event | Refused]) -> Event | None:
    """Return the English price that stays flat in one period of a list of others ("fell 5% in Q2, flat in Q3")."""
    if layout.language != "en" or token.value != "flat" or len(layout.periods) < 2:
        return None
    first, _ = layout.clause_span(layout.clause(token.start))
    is_bare = _LEADS_STEP.fullmatch(layout.text, first, token.start) is not None
    if not is_bare or not any(0 <= w.start - token.end <= _REACH for w in layout.periods):
        return None
    told = [one for one in bound.values() if isinstance(one, Event)]
    if not told or told[-1].attribute != "price" or not any(told[-1].end <= w.start < first for w in layout.periods):
        return None
    return Event("price", "flat", token, told[-1].metric, "shared subject")


def leave_past_time(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """Leave out the month or quarter of what has been where an English forecast goes on from it ("rose in July, with more hikes to come")."""
    if layout.language != "en" or not layout.periods:
        return drafts
    return [replace(d, words=()) if _goes_on_from_past(d, drafts) else d for d in drafts]


def _goes_on_from_past(draft: Draft, drafts: list[Draft]) -> bool:
    """Say whether a forecast has only the month or quarter in which the same had happened before it."""
    if not draft.manner.looks_ahead or not draft.words or draft.words[0].marks[0].unit == "Y":
        return False
    kind = (draft.event.attribute, draft.event.direction, draft.words)
    return any(
        (d.event.attribute, d.event.direction, d.words) == kind and not d.manner.looks_ahead
        for d in drafts
        if draft.words[-1].end <= d.event.start < draft.event.start or d.event.end <= draft.words[0].start
    )


_FOLLOWS = re.compile(
    r"\b(?:prices?|pricing|asps?|quotes|quotations)(?: (?:of|for) (?:[a-z0-9\-]+ ){0,2}[a-z0-9\-]+)?"
    r"(?: (?:will|would|should|could|may|might|is|are|has|have|also|then|soon|likely|expected|set|to|now|quickly|eventually))* $"
)


def follows_price(layout: Layout, token: Token, before: list[Event]) -> bool:
    """Say whether an English price is told to follow another that was told before it ("and NAND pricing will follow in Q4")."""
    if not before:
        return False
    return _FOLLOWS.search(layout.text, before[-1].trigger.end, token.start) is not None
