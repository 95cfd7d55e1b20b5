"""Sizes told in a row for segments: "サーバー向けが15%、PC向けが10%それぞれ上昇した" is one claim for each."""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.extract.amount import Amount
from tracker.extract.draft import Draft
from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token

_TO_SIZE = re.compile(r"(?:では|[がはで])?(?:およそ|约|最大)?")


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
