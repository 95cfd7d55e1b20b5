"""English sizes listed with as many periods, each its own: "rose 5% and 7% in March and April", "gains of 3%, 4% and 6% from April to June"."""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.extract.amount import Amount
from tracker.extract.draft import Draft, moves_price
from tracker.extract.layout import Layout
from tracker.extract.marks import PeriodWord

_JOINS = re.compile(r"(?:,|,? and|,? then) ")
_JOINS_PERIODS = re.compile(r"(?:,|,? and) (?:in )?(?:the )?")
_INTO = re.compile(r"(?: (?:respectively|each))?,? (?:in|from|for|during|between|over) (?:the )?")
_MONTHS = re.compile(r"(?:jan|apr|jul|oct)[a-z]*\.? ?(?:to|through|until|till|and|-) ?(?:mar|jun|sep|dec)")
_UNTIL = re.compile(r" (?:to|through|until|till|and) ")


def spread_listed(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """Give an English price change told by several sizes and as many periods each period with its own size."""
    if layout.language != "en" or len(layout.amounts) < 2 or not layout.periods:
        return drafts
    for sizes in _lists(layout):
        words = _periods_of(layout, sizes)
        owners = [d for d in drafts if set(sizes) & set(d.amounts)]
        if not words or len(owners) != 1 or not moves_price(owners[0]) or len(owners[0].entities) != 1:
            continue
        place = drafts.index(owners[0])
        told = [
            replace(owners[0], words=(word,), amounts=(size,), how="series")
            for word, size in zip(words, sizes, strict=True)
        ]
        drafts = [*drafts[:place], *told, *drafts[place + 1 :]]
    return drafts


def _lists(layout: Layout) -> list[list[Amount]]:
    """Return the stretches of two or more sizes that nothing but commas and "and" parts."""
    runs: list[list[Amount]] = []
    for amount in layout.amounts:
        if runs and _JOINS.fullmatch(layout.text, runs[-1][-1].end, amount.start):
            runs[-1].append(amount)
        else:
            runs.append([amount])
    return [run for run in runs if len(run) > 1]


def _periods_of(layout: Layout, sizes: list[Amount]) -> list[PeriodWord]:
    """Return the periods told directly behind a list of sizes, one for each; none where their number differs."""
    following = [w for w in layout.periods if w.start >= sizes[-1].end]
    lead = _INTO.fullmatch(layout.text, sizes[-1].end, following[0].start) if following else None
    if lead is None:
        return []
    words = following[:1]
    is_span = lead[0].rstrip().endswith(("from", "between"))
    for word in following[1:]:
        if is_span and _UNTIL.fullmatch(layout.text, words[-1].end, word.start):
            return _months_between(words[0], word, len(sizes))
        if not _JOINS_PERIODS.fullmatch(layout.text, words[-1].end, word.start):
            break
        words.append(word)
    if len(words) == 1 and _MONTHS.search(words[0].text.lower()):
        return _months_of(words[0], len(sizes))
    return words if len(words) == len(sizes) else []


def _months_of(word: PeriodWord, count: int) -> list[PeriodWord]:
    """Return the months of a quarter or half that is told by its first and last ("January through March")."""
    mark = word.marks[0]
    size = {"Q": 3, "H": 6}.get(mark.unit, 0)
    if size != count or not mark.number:
        return []
    first = (mark.number - 1) * size + 1
    return [replace(word, marks=(replace(mark, unit="M", number=first + step),)) for step in range(count)]


def _months_between(first: PeriodWord, last: PeriodWord, count: int) -> list[PeriodWord]:
    """Return the months or quarters from one to another of the same year, where they are as many as are counted."""
    since, until = first.marks[0], last.marks[0]
    if since.unit != until.unit or not since.number or not until.number or until.number - since.number + 1 != count:
        return []
    between = [replace(first, marks=(replace(since, number=since.number + step),)) for step in range(count - 1)]
    return [*between, last]
