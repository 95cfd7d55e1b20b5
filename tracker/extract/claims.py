"""One change with all that belongs to it, spread into claims: products times periods times sizes, with stance and quote."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import cast

from tracker.extract.amount import Amount
from tracker.extract.bases import basis_after, basis_before, bind_basis, bind_region
from tracker.extract.draft import Draft, Setting
from tracker.extract.earlier import as_past, is_of_before
from tracker.extract.entity import Entity
from tracker.extract.guidance import is_guidance
from tracker.extract.layout import Layout
from tracker.extract.neighbours import find_market, find_neighbour_basis
from tracker.extract.pairing import pair
from tracker.extract.reckon import Told, find_periods
from tracker.extract.segments import find_segments
from tracker.extract.speakers import is_asker, judge_speaker
from tracker.extract.undated import find_default_period
from tracker.statement import Basis, Certainty, Claim, Market, Product, Region, Speaker


@dataclass(frozen=True, slots=True)
class _Stated:
    """What all claims of one change share: who says it, how surely, of where, by which rule, in which words."""

    speaker: Speaker
    said_by: str | None
    certainty: Certainty
    region: Region | None
    market: Market | None
    inherited_basis: Basis | None
    rule: str
    quote: str
    start: int
    end: int


def spread(layout: Layout, original: str, draft: Draft, drafts: list[Draft], setting: Setting) -> list[Claim]:
    """Return the claims of one change: one for each product, segment, period and size."""
    draft = as_past(draft) if draft.words and is_of_before(layout, draft) else draft
    periods = find_periods(layout, draft, drafts, setting) or [find_default_period(layout, draft, setting)]
    stated = _state(layout, original, draft, drafts, setting)
    day = setting.clock.day
    own_segments = find_segments(layout, draft.event)
    claims: list[Claim] = []
    for period, pairs in zip(periods, pair(layout, draft, len(periods)), strict=True):
        for entity, amount in pairs:
            claims += [
                _claim_of(layout, draft, stated, day, entity=entity, segment=segment, amount=amount, period=period)
                for segment in _segments_for(draft, entity, own_segments)
            ]
    return claims


def _state(layout: Layout, original: str, draft: Draft, drafts: list[Draft], setting: Setting) -> _Stated:
    """Return what the claims of one change share."""
    asker = is_asker(layout, setting.voice) or draft.manner.in_question
    heard = judge_speaker(layout, draft.event.trigger.start, setting.voice, setting.carried_speaker)
    hedged: Certainty = "hedged" if draft.manner.is_hedged or (asker and not draft.manner.in_question) else "asserted"
    start, end = _quote_span(layout, draft)
    return _Stated(
        speaker="third_party" if asker and not heard.is_named else heard.speaker,
        said_by=heard.said_by,
        certainty="negated" if draft.manner.is_negated else hedged,
        region=bind_region(layout, draft.event),
        market=find_market(layout, draft, drafts),
        inherited_basis=find_neighbour_basis(layout, draft, drafts),
        rule=f"{draft.event.rule}; product {draft.how}; period {_period_how(layout, draft)}",
        quote=original[start:end],
        start=start,
        end=end,
    )


def _claim_of(
    layout: Layout,
    draft: Draft,
    stated: _Stated,
    day: dt.date | None,
    *,
    entity: Entity,
    segment: str | None,
    amount: Amount | None,
    period: Told,
) -> Claim:
    """Return one claim of a change, read on a day."""
    is_ahead = is_guidance(layout, draft, day, market=stated.market, period=period[0], amount=amount)
    return Claim(
        product=cast(Product, entity.product),
        technology=entity.technology,
        segment=segment,
        attribute=draft.event.attribute,
        direction=draft.event.direction,
        period=period[0],
        period_text=period[1],
        low_pct=amount.low if amount else None,
        high_pct=amount.high if amount else None,
        basis=_basis_of(layout, draft, amount, period[0]) or stated.inherited_basis,
        stance="guidance" if is_ahead else "actual",
        speaker=stated.speaker,
        certainty=stated.certainty,
        region=stated.region,
        market=stated.market,
        quote=stated.quote,
        start=stated.start,
        end=stated.end,
        said_by=stated.said_by,
        rule=stated.rule,
    )


def _segments_for(draft: Draft, entity: Entity, own: tuple[str | None, ...]) -> tuple[str | None, ...]:
    """Return the segments of a product in a change: those named with it, but the clause's own over an earlier clause's."""
    goes_on = draft.event.attribute in ("price", "demand") and draft.event.rule == "shared subject"
    is_from_before = draft.how == "sentence" or (goes_on and entity.end <= draft.event.trigger.start)
    return own if is_from_before and own != (None,) else entity.segments or own


def _basis_of(layout: Layout, draft: Draft, amount: Amount | None, period: str | None) -> Basis | None:
    """Return what a size is measured against, by the words beside it or those of its change."""
    beside = basis_before(layout, amount) or basis_after(layout, amount)
    if beside:
        return beside
    kinds = ("percent", "word") if layout.language == "en" else ("percent",)
    has_size = amount is not None and amount.kind in kinds
    return bind_basis(layout, draft.event, period, has_size=has_size, reach=_reach_of(layout, amount))


def _reach_of(layout: Layout, amount: Amount | None) -> int:
    """Return where the clause of a size ends, 0 where there is none."""
    return layout.clause_span(layout.clause(amount.start))[1] if amount else 0


def _period_how(layout: Layout, draft: Draft) -> str:
    """Say where a claim's period stands: in the clause of the change, elsewhere, or nowhere."""
    if not draft.words:
        return "unsaid"
    if draft.words[0].is_comparison:
        return "measure"
    first, last = layout.clause_span(layout.clause(draft.event.trigger.start))
    return "own" if any(first <= w.start < last for w in draft.words) else "inherited"


def _quote_span(layout: Layout, draft: Draft) -> tuple[int, int]:
    """Return the span of a claim's words: the clauses of the change, its products, sizes and periods."""
    event = draft.event
    places = [event.start, event.end - 1]
    places += [e.start for e in draft.entities if layout.start <= e.start < layout.end]
    places += [a.start for a in draft.amounts] + [w.start for w in draft.words]
    first = layout.clause_span(layout.clause(min(places)))[0]
    last = layout.clause_span(layout.clause(max(places)))[1]
    while first < last and layout.text[first] in " ，,;；:。、":
        first += 1
    while last > first and layout.text[last - 1] in " ，,;；:、":
        last -= 1
    return first, last
