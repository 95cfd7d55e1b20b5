"""English quarters counted back from the one that a note on results reports on: "ASPs rose 10% (down 5% in the prior quarter)".

Such a note tells what changed in the quarter reported on, and what it had been in the one or the several before: behind it
in brackets, as what it follows or compares with, or as a list from the newest to the oldest.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from tracker.extract.amount import Amount
from tracker.extract.draft import Draft
from tracker.extract.layout import Layout
from tracker.extract.marks import Mark, PeriodWord
from tracker.extract.patterns import one_of
from tracker.statement import Direction

_COUNTS = {word: n for n, word in enumerate("two three four five six seven eight".split(), 2)}
_COUNT = rf"(?P<n>{'|'.join(_COUNTS)}|[2-8])"
_PHRASE = re.compile(
    r"\b(?:(?:in|over|for|during) )?(?:(?:just|the|their|its|these) )*"
    + one_of(
        rf"(?P<kind>prior|previous|last|past|preceding) {_COUNT} (?:consecutive )?quarter(?:s|ly\b|(?=[).]))",
        r"(?:two|three|four|five|six) (?:prior|previous|preceding) quarters",
        r"(?P<one>prior|previous|preceding|last) quarter(?!s|ly)",
        r"(?P<ago>two|three|four) quarters (?:ago|earlier|before)",
    )
)
# Only what is told of average prices or volumes sold is told of the quarter reported on.
_RESULTS = re.compile(r"\basps?\b|average selling|like-for-like|blended|bit shipments?")
_NOT_RESULTS = re.compile(r"\b(?:contract|spot|will|would|could|may|might|expects?|expected|forecasts?|trendforce)\b")
_OPENS = re.compile(
    r"\((?:was |were |also |had been |from |vs\.? |versus )*|\b(?:compared (?:to|with)|versus|vs\.?|against|after|following|follows?|from|than) "
)
# "The last five quarterly changes (newest to oldest): ": a list, which begins with the quarter reported on.
_LIST = re.compile(r"[^.;:]{0,90}: |(?: \([^)]*\))? of ")
# "This follows the prior three quarters of".
_GOES_ON = re.compile(
    r"(?:this|that|these|it) (?:follows?|comes? after|compares? (?:with|to)) [^.;]{0,40}quarters? \([^)]*\) of "
)
_LEADS = re.compile(r"(?:this|that|these|it|which) (?:follows?|comes? after|compares? (?:with|to)|is after) ")
_OLDEST_FIRST = re.compile(r"oldest (?:to|first)|earliest to")
_NEXT = re.compile(r", (?:and )?| and ")
_WAYS: tuple[tuple[Direction, re.Pattern[str]], ...] = (
    ("flat", re.compile(r"\b(?:flat|unchanged|stable)\b")),
    ("up", re.compile(r"\b(?:up|ris\w+|rose|increas\w+|gain\w*|grew|climb\w+)\b")),
    ("down", re.compile(r"\b(?:down|declin\w+|decreas\w+|fell|fall\w*|dropp?\w*)\b")),
)


class _Item(NamedTuple):
    """One part of a list of changes: where it begins, which way it goes and by how much."""

    place: int
    way: Direction
    size: Amount | None


def count_back(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """Give the changes of a note on results their quarters, counted back from the one that it reports on."""
    if layout.language != "en" or layout.text.find("quarter", layout.start, layout.end) < 0:
        return drafts
    if not _tells_results(layout):
        return drafts
    told: list[tuple[int, int]] = []
    phrases = list(_PHRASE.finditer(layout.text, layout.start, layout.end))
    for place, phrase in enumerate(phrases):
        since = phrases[place - 1].end() if place else layout.start
        span = _span_of(layout, phrase, since)
        if span is None:
            continue
        found = _tell(layout, drafts, phrase, *span)
        if found:
            told.append(span)
            kept = [d for d in drafts if not _is_within(d, *span)]
            drafts = sorted([*kept, *found], key=lambda d: d.event.trigger.start)
    return [_as_reported(layout, d, told) for d in drafts] if told else drafts


def _tells_results(layout: Layout) -> bool:
    """Say whether a sentence tells what a maker reported of a quarter, or goes on with a list of the quarters before it."""
    if _NOT_RESULTS.search(layout.text, layout.start, layout.end):
        return False
    return bool(
        _RESULTS.search(layout.text, layout.start, layout.end) or _GOES_ON.match(layout.text, layout.start, layout.end)
    )


def _span_of(layout: Layout, phrase: re.Match[str], since: int) -> tuple[int, int] | None:
    """Return where the changes stand that a phrase counts back to: the list behind it, or what brackets or "after" open before it."""
    listed = _LIST.match(layout.text, phrase.end(), layout.end)
    if phrase["n"] and listed:
        return listed.end(), layout.end
    opened = [m.end() for m in _OPENS.finditer(layout.text, since, phrase.start())]
    if opened:
        return opened[-1], phrase.start()
    joint = _NEXT.match(layout.text, since, phrase.start()) if since > layout.start else None
    return (joint.end(), phrase.start()) if joint else None


def _is_within(draft: Draft, first: int, last: int) -> bool:
    """Say whether a price change or its size stands between two places."""
    places = [draft.event.trigger.start, *(a.start for a in draft.amounts)]
    return draft.event.attribute == "price" and any(first <= place < last for place in places)


def _tell(layout: Layout, drafts: list[Draft], phrase: re.Match[str], first: int, last: int) -> list[Draft]:
    """Return the changes between two places, one for each quarter that a phrase counts; none where their numbers differ."""
    priced = [d for d in drafts if d.event.attribute == "price"]
    before = [d for d in priced if d.event.trigger.start < first]
    model = before[-1] if before else None
    if first > phrase.start() or _LEADS.fullmatch(layout.text, layout.start, first):
        model = model or next(iter(priced), None)
    if model is None or (first <= phrase.start() and _tells_other(layout, model, first)):
        return []
    items = _items(layout, model, first, last)
    count = _COUNTS.get(phrase["n"] or "", 0) or int(phrase["n"] or 1)
    start = int(first < phrase.start() or phrase["kind"] in ("prior", "previous", "preceding"))
    if phrase["ago"]:
        start = _COUNTS[phrase["ago"]]
    if len(items) == 1 and first < phrase.start():
        items *= count
    if len(items) != count or not items:
        return []
    if _OLDEST_FIRST.search(layout.text, phrase.start(), layout.end):
        items.reverse()
    span = phrase.start(), phrase.end(), layout.text[phrase.start() : phrase.end()]
    return [_draft_of(model, item, _counted(*span, start + step)) for step, item in enumerate(items)]


def _tells_other(layout: Layout, model: Draft, first: int) -> bool:
    """Say whether something else changes between a price and the brackets behind it, so that they tell of that."""
    since = max(model.event.end, *(a.end for a in model.amounts), 0)
    return bool(layout.between(since, first, "change", "alien"))


def _counted(start: int, end: int, text: str, back: int) -> PeriodWord:
    """Return the quarter that lies so many before the one reported on, as told at a place."""
    return PeriodWord(start, end, text, (Mark("Q", step=-back, kind="reporting"),))


def _draft_of(model: Draft, item: _Item, word: PeriodWord) -> Draft:
    """Return a change like another one, with its own way, size and quarter."""
    trigger = model.event.trigger._replace(start=item.place, end=item.place + 1)
    event = replace(model.event, direction=item.way, trigger=trigger)
    manner = replace(model.manner, looks_ahead=False)
    amounts = (item.size,) if item.size else ()
    return replace(model, event=event, amounts=amounts, words=(word,), manner=manner, how="compared")


def _items(layout: Layout, model: Draft, first: int, last: int) -> list[_Item]:
    """Return which way and by how much each part of a list goes; empty where one tells neither."""
    items: list[_Item] = []
    ends = [m.span() for m in _NEXT.finditer(layout.text, first, last)]
    since = first
    for stop, after in [*ends, (last, last)]:
        size = next((a for a in layout.amounts if since <= a.start < stop), None)
        way = next((w for w, pattern in _WAYS if pattern.search(layout.text, since, stop)), None)
        if size is None and way is None:
            return []
        way = way or (items[-1].way if items else model.event.direction)
        items.append(_Item(since, way, None if size is None else replace(size, is_old=False)))
        since = after
    return items


def _as_reported(layout: Layout, draft: Draft, told: list[tuple[int, int]]) -> Draft:
    """Return a price told beside what was before as one of the quarter reported on, unless it has a time of its own."""
    if draft.event.attribute != "price" or draft.how == "compared":
        return draft
    phrases = [m.span() for m in _PHRASE.finditer(layout.text, layout.start, layout.end)]
    own = [w for w in draft.words if not any(first <= w.start < last for first, last in phrases)]
    if own or draft.event.trigger.start > told[-1][1]:
        return replace(draft, words=tuple(own)) if own else draft
    place = draft.event.trigger.start
    return replace(draft, words=(_counted(place, place, "", 0),), manner=replace(draft.manner, looks_ahead=False))
