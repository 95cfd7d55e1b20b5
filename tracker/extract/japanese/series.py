"""Sizes told in a row for segments ("サーバー向けが15%、PC向けが10%それぞれ上昇した") or months: one claim for each."""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.extract.amount import Amount
from tracker.extract.draft import Draft
from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token
from tracker.extract.marks import Mark, PeriodWord
from tracker.extract.pairing import row_of

_TO_SIZE = re.compile(r"(?:では|[がはで])?(?:およそ|约|最大)?")


_MONTHS = re.compile(r"(?<!\d)(?P<a>1[0-2]|[1-9])月(?:から|~|-)(?P<b>1[0-2]|[1-9])月")


def spread_months(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """Give a price its own size for each of a run of months ("5月から7月にかけてそれぞれ4%、6%、9%上昇")."""
    run = _MONTHS.search(layout.text, layout.start, layout.end) if layout.language == "ja" else None
    if run is None or not layout.between(run.end(), layout.end, "zip"):
        return drafts
    model = next((d for d in drafts if d.event.attribute == "price" and d.amounts and d.words), None)
    count = (int(run["b"]) - int(run["a"])) % 12 + 1
    row = row_of(layout, model.amounts[0]) if model is not None else []
    if model is None or count < 2 or len(row) != count or len(model.entities) != 1:
        return drafts
    words = [_month_of(model.words[0], int(run["a"]), step) for step in range(count)]
    place = drafts.index(model)
    spread = [replace(model, words=(w,), amounts=(a,), how="series") for w, a in zip(words, row, strict=True)]
    return [*drafts[:place], *spread, *drafts[place + 1 :]]


def _month_of(word: PeriodWord, first: int, step: int) -> PeriodWord:
    """Return a period word as one month of the run that it names, so many after the first."""
    said = word.marks[0]
    number = (first - 1 + step) % 12 + 1
    return replace(word, marks=(Mark("M", number, said.year, said.year_step),), is_boundary=False)


def spread_segments(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """Give the one price change that Japanese segments share, each with its own size, as one change for each segment."""
    if layout.language != "ja":
        return drafts
    pairs = [(s, a) for a in layout.amounts if not a.is_old and (s := _segment_before(layout, a)) is not None]
    priced = [d for d in drafts if d.event.attribute == "price" and d.event.direction in ("up", "down")]
    if len(pairs) < 2 or len(priced) != 1 or pairs[-1][1].end > priced[0].event.trigger.start:
        return drafts
    model = priced[0]
    place = drafts.index(model)
    return [*drafts[:place], *(_of_segment(model, s, a) for s, a in pairs), *drafts[place + 1 :]]


def _segment_before(layout: Layout, amount: Amount) -> Token | None:
    """Return the segment that stands directly before a size, and no product between."""
    before = layout.between(max(layout.start, amount.start - 24), amount.start, "segment", "product")
    if not before or before[-1].cls != "segment":
        return None
    return before[-1] if _TO_SIZE.fullmatch(layout.text, before[-1].end, amount.start) else None


def _of_segment(model: Draft, segment: Token, amount: Amount) -> Draft:
    """Return a change as that of one segment, by its own size."""
    entities = tuple(replace(entity, segments=(segment.value,)) for entity in model.entities)
    return replace(model, entities=entities, amounts=(amount,), how="series")
