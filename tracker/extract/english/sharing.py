"""Which period an English clause without one shares: that of its effect, of the frame it stands in, or one behind it."""

from __future__ import annotations

import re

from tracker.extract.durations import came_after, is_of_a_while
from tracker.extract.english.dating import NOW_ELSE, is_later
from tracker.extract.english.verbs import COMES_TO, IS_NOW, PAST, PRESENT
from tracker.extract.event import Event
from tracker.extract.layout import Layout
from tracker.extract.marks import PeriodWord

_AS_CAUSE = re.compile(
    r"\s*(?:(?:[a-z]+ly|mainly|in part|partly) )?(?:as|after|before|until|following|citing|blaming|pointing to|amid|due to|because|given|despite|since"
    r"|driven by|thanks to|owing to|supported by|primarily due to)\b"
)
_CAME_BEFORE = re.compile(r"\s*(?:[a-z]+ly )?(?:after|before|until|following|citing|blaming|pointing to)\b")
_COMMITTED = re.compile(r"\b(?:sold|sells?|selling) out\b|\b(?:booked|allocated|committed|contracted)\b")
_BUT = re.compile(r"\s*(?:but|while|whereas|although|though|however)\b")
_HAS_SINCE = re.compile(r"\bha(?:s|ve)\b[^,;.]{0,48}\bsince\b")
# A cause told with a verb is of its effect's time only where the verb is past ("as supply tightened").
_TELLS = re.compile(r"\s*(?:as|because|since)\b(?! of\b)")
_CONCEDES = re.compile(r"\s*(?:while|although|though|even though|even as|whereas)\b")
_OPENS = re.compile(
    r"\s*(?:(?:and|but|so|now|then|yes|yeah|well|sure|okay|right|look|[a-z]+(?=, (?:on|in|for|as|looking|regarding|in))),? ){0,2}"
    r"(?:(?:on|as for|regarding|with regards? to|in terms of|turning to|looking at|when it comes to) (?:the )?(?:[a-z]+ ){1,3}(?:side |front )?(?:and |, )?)?"
    r"(?:in|for|during|over|throughout|entering|looking (?:ahead |forward |on )?(?:to|into)"
    rf"|{COMES_TO})"
    r" (?:the |calendar |fiscal |our |this )*"
)
# "As we enter the fourth quarter demand remains strong": a frame without a comma.
_LEADS_ON = re.compile(rf"\s*(?:(?:and|but|so|now|then),? )?{COMES_TO} (?:the |calendar |fiscal |our |this )*")
_IN_ORDER_TO = re.compile(
    r"\bto (?:help |partially |partly |fully |better )?(?:offset|mitigate|counter|cover|absorb|combat|address|compensate for|deal with|cope with) (?:the |some of the |these |those |our )?$"
)
_CITING = re.compile(r"\b(?:citing|blaming|pointing to)\b")
_OTHER_GOES_ON = re.compile(
    r"[,;] (?:and|but|while|whereas) (?:[a-z0-9\-]+ ){1,4}(?:will|should|may|might|could|would|is|are) "
)
_HAS_VERB = re.compile(r"\b(?:is|are|was|were|remains?|stays?|as|tightens?|will|has|have)\b")


def find_shared(layout: Layout, event: Event, usable: list[PeriodWord]) -> PeriodWord | None:
    """Return the period of another clause that an English change is told of ("rose 10% in May as supply tightened")."""
    number = layout.clause(event.trigger.start)
    first, _ = layout.clause_span(number)
    word = next((w for w in reversed(usable) if w.end <= first), None)
    if event.attribute != "price" and IS_NOW.search(layout.text, first, event.end):
        return None
    if first > layout.start and _AS_CAUSE.match(layout.text, first):
        return word if word is not None and _is_of_its_effect(layout, event, word, first) else None
    if word is None:
        return _find_behind(layout, event, usable)
    if _is_cut_off(layout, event, word, first) or not _goes_on(layout, event, word, first):
        return None
    is_framed = _is_frame(layout, word)
    is_told = bool(layout.between(word.end, first, "change", "event"))
    if word.is_boundary and is_told and not is_framed:
        return None
    if came_after(layout, word, event) or is_of_a_while(layout, word.end, event.end):
        return None
    is_near = number - layout.clause(word.start) <= 2
    return word if is_near or is_framed or event.attribute == "price" else None


def _is_of_its_effect(layout: Layout, event: Event, word: PeriodWord, first: int) -> bool:
    """Say whether a period told before an English cause is that of its effect and holds for the cause as well."""
    is_shared = _is_of_effect(layout, word, first) and not _is_cut_off(layout, event, word, first)
    return is_shared and not came_after(layout, word, event)


def _goes_on(layout: Layout, event: Event, word: PeriodWord, first: int) -> bool:
    """Say whether a clause goes on from a period's: a price, where that tells no change, or a list without a verb.

    The list: "with tight DRAM inventories, reduced NAND inventories".
    """
    origin, origin_end = layout.clause_span(layout.clause(word.start))
    is_leading = _is_frame(layout, word) or word.start - origin <= 2
    if event.attribute == "price" or not layout.between(origin, origin_end if is_leading else first, "change", "event"):
        return True
    return _HAS_VERB.search(layout.text[first : event.end]) is None


def _find_behind(layout: Layout, event: Event, usable: list[PeriodWord]) -> PeriodWord | None:
    """Return a period in the clause after an English change, where nothing else changes before it.

    What something is done about ("to offset rising costs, ...") is of no such time.
    """
    if _IN_ORDER_TO.search(layout.text, max(layout.start, event.start - 48), event.start):
        return None
    word = next((w for w in usable if w.start >= event.end and w.start - event.end <= 70), None)
    if word is None:
        return None
    _, last = layout.clause_span(layout.clause(word.start))
    if _OTHER_GOES_ON.search(layout.text, event.end, word.start):
        return None  # "eMMC went up, and UFS will follow in Q4"
    is_of_next = layout.between(event.end, word.end + 2, "metric") or layout.between(event.end, last, "change", "event")
    return None if is_of_next else word


def _is_headline(layout: Layout) -> bool:
    """Say whether a sentence is a headline, which tells in the present what is of its period: it ends without a mark."""
    return layout.text[layout.end - 1 : layout.end] not in ".!?\"')"


def _is_open(layout: Layout, word: PeriodWord) -> bool:
    """Say whether an English period is one that something lasts until, or is sold out for, rather than when it was."""
    first, last = layout.clause_span(layout.clause(word.start))
    since = [w.end for w in layout.periods if w.end <= word.start and layout.text.endswith("from ", 0, w.start)]
    is_span = bool(since) and word.start - since[-1] <= 20
    return (word.is_boundary and not is_span) or bool(_COMMITTED.search(layout.text, first, last))


def _is_of_effect(layout: Layout, word: PeriodWord, first: int) -> bool:
    """Say whether a period told of an effect holds for its cause in the clause that begins at a place.

    Not where the cause came before, is told in the present, or the period is one that something lasts until.
    """
    _, last = layout.clause_span(layout.clause(first))
    if _CAME_BEFORE.match(layout.text, first) or _is_open(layout, word):
        return False
    if NOW_ELSE.search(layout.text, word.end, first):
        return False
    if _is_headline(layout):
        since, _ = layout.clause_span(layout.clause(word.start))
        is_ahead = bool(layout.between(since, word.start, "future")) and _TELLS.match(layout.text, first) is not None
        return not is_ahead or PAST.search(layout.text, first, last) is not None
    is_told = _TELLS.match(layout.text, first) is None or PAST.search(layout.text, first, last) is not None
    return is_told and PRESENT.search(layout.text, first, last) is None


def _is_frame(layout: Layout, word: PeriodWord) -> bool:
    """Say whether a period opens an English sentence by itself ("In the second quarter, ..."), so that all of it is told of it."""
    first, last = layout.clause_span(layout.clause(word.start))
    is_alone = layout.text[word.end : last].strip() == ","
    if _LEADS_ON.fullmatch(layout.text, layout.start, word.start):
        return True
    is_bare = layout.text[first : word.start].strip() in ("", "and", "but", "so", "then")
    if first == layout.start and is_alone and is_bare:
        return True
    return is_alone and first - layout.start <= 24 and bool(_OPENS.fullmatch(layout.text, layout.start, word.start))


def find_frame(layout: Layout, event: Event, usable: list[PeriodWord]) -> PeriodWord | None:
    """Return the period that opens a sentence on what was so then, of which a later clause tells how long it goes on."""
    first = next((w for w in usable if w.end <= event.start), None)
    if first is None or not _is_frame(layout, first) or not PAST.search(layout.text, first.end, event.end):
        return None
    return first


def _is_cut_off(layout: Layout, event: Event, word: PeriodWord, first: int) -> bool:
    """Say whether a period belongs to what was told before: what is cited, came later, or is so now beside a forecast."""
    gap = layout.text[word.end : first]
    if "…" in gap or (";" in gap and layout.text.find(";", layout.start, word.start) >= 0):
        return True
    if _CITING.search(layout.text, word.end, first) or is_later(layout, event, [word]):
        return True
    own, last = layout.clause_span(layout.clause(event.trigger.start))
    if _HAS_SINCE.search(layout.text, own, min(layout.end, last + 24)):
        return True
    if _CONCEDES.match(layout.text, layout.clause_span(layout.clause(word.start))[0]) and PRESENT.search(
        layout.text, own, last
    ):
        return True
    is_now = _BUT.match(layout.text, first) and PRESENT.search(layout.text, first, last)
    return bool(is_now and layout.between(*layout.clause_span(layout.clause(word.start)), "future", "hedge"))
