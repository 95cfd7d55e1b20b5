"""One change with all that belongs to it, spread into claims: products times periods times sizes, with stance and quote."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import cast

from tracker.extract.ahead import holds_future
from tracker.extract.amount import Amount
from tracker.extract.attach import basis_after, basis_before, bind_basis, bind_region
from tracker.extract.commitments import is_committed
from tracker.extract.draft import Draft, Setting
from tracker.extract.earlier import (
    as_past,
    is_of_before,
)
from tracker.extract.entity import Entity
from tracker.extract.event import Event
from tracker.extract.korean.endings import is_plain_present
from tracker.extract.layout import Layout
from tracker.extract.neighbours import find_market, find_neighbour_basis
from tracker.extract.pairing import pair
from tracker.extract.reckon import find_periods
from tracker.extract.segments import find_segments
from tracker.extract.speakers import is_asker, judge_speaker
from tracker.extract.undated import find_default_period
from tracker.quarter import period_bounds
from tracker.statement import Basis, Certainty, Claim, Market, Product, Speaker

_PAST_ZH = re.compile(r"了|已|已经|达(?!到)|数据显示")


_PAST_EN = re.compile(r"\b(?:rose|fell|increased|decreased|declined|jumped|surged|climbed|dropped|was|were|had)\b")


_PAST_FINAL = re.compile(r"した|ました|だった|なった|(?:았|었|했|됐|였|랐|렸|졌|쳤|섰)(?:다|고|으며|지만|으나|습니다)")


def spread(layout: Layout, original: str, draft: Draft, drafts: list[Draft], setting: Setting) -> list[Claim]:
    """Return the claims of one change: one for each product, segment, period and size."""
    draft = as_past(draft) if draft.words and is_of_before(layout, draft) else draft
    periods = find_periods(layout, draft, drafts, setting) or [find_default_period(layout, draft, setting)]
    stated = _state(layout, draft, drafts, setting)
    own_segments = find_segments(layout, draft.event)
    return [
        _claim_of(
            layout, original, draft, stated, setting, entity=entity, segment=segment, amount=amount, period=period
        )
        for period, pairs in zip(periods, pair(layout, draft, len(periods)), strict=True)
        for entity, amount in pairs
        for segment in _segments_for(draft, entity, own_segments)
    ]


def _segments_for(draft: Draft, entity: Entity, own: tuple[str | None, ...]) -> tuple[str | None, ...]:
    """Return the segments of a product in a change: those named with it, but the clause's own over an earlier clause's."""
    goes_on = draft.event.attribute == "price" and draft.event.rule == "shared subject"
    is_from_before = draft.how == "sentence" or (goes_on and entity.end <= draft.event.trigger.start)
    return own if is_from_before and own != (None,) else entity.segments or own


@dataclass(frozen=True, slots=True)
class _Stated:
    """What all claims of one change share: who says it, how surely, in which market, and the basis that it goes on from."""

    speaker: Speaker
    said_by: str | None
    certainty: Certainty
    market: Market | None
    inherited_basis: Basis | None
    start: int
    end: int


def _state(layout: Layout, draft: Draft, drafts: list[Draft], setting: Setting) -> _Stated:
    """Return what the claims of one change share."""
    asker = is_asker(layout, setting.voice) or draft.manner.in_question
    heard = judge_speaker(layout, draft.event.trigger.start, setting.voice, setting.carried_speaker)
    hedged: Certainty = "hedged" if draft.manner.is_hedged or (asker and not draft.manner.in_question) else "asserted"
    start, end = _quote_span(layout, draft)
    return _Stated(
        speaker="third_party" if asker and not heard.is_named else heard.speaker,
        said_by=heard.said_by,
        certainty="negated" if draft.manner.is_negated else hedged,
        market=find_market(layout, draft, drafts),
        inherited_basis=find_neighbour_basis(layout, draft, drafts),
        start=start,
        end=end,
    )


def _claim_of(
    layout: Layout,
    original: str,
    draft: Draft,
    stated: _Stated,
    setting: Setting,
    *,
    entity: Entity,
    segment: str | None,
    amount: Amount | None,
    period: tuple[str | None, str | None],
) -> Claim:
    """Return one claim of a change."""
    event = draft.event
    has_size = amount is not None and (amount.kind == "percent" or (layout.language == "en" and amount.kind == "word"))
    basis = (
        basis_before(layout, amount)
        or basis_after(layout, amount)
        or bind_basis(layout, event, period[0], has_size=has_size, reach=_reach_of(layout, amount))
    )
    return Claim(
        product=cast(Product, entity.product),
        technology=entity.technology,
        segment=segment,
        attribute=event.attribute,
        direction=event.direction,
        period=period[0],
        period_text=period[1],
        low_pct=amount.low if amount else None,
        high_pct=amount.high if amount else None,
        basis=basis or stated.inherited_basis,
        stance="guidance"
        if _is_guidance(layout, draft, setting, market=stated.market, period=period[0], amount=amount)
        else "actual",
        speaker=stated.speaker,
        certainty=stated.certainty,
        region=bind_region(layout, event),
        market=stated.market,
        quote=original[stated.start : stated.end],
        start=stated.start,
        end=stated.end,
        said_by=stated.said_by,
        rule=f"{event.rule}; product {draft.how}; period {_period_how(layout, draft)}",
    )


def _is_over(layout: Layout, event: Event, period: str | None, day: dt.date | None) -> bool:
    """Say whether a period ended before a day and only another clause looks ahead ("1〜3月は上昇し、今後も上がる見通し")."""
    if period is None or day is None or period_bounds(period)[1] >= day:
        return False
    if holds_future(layout, event):
        return False
    ahead = layout.between(event.end, layout.end, "future")
    return not (ahead and layout.text.startswith("と", ahead[0].start - 1))  # "…上昇し、…減少すると予測している"


def _tells_plan(layout: Layout, event: Event) -> bool:
    """Say whether a Korean change stands in the plain present, which of a running period tells what is to come."""
    is_open = layout.language == "ko" and event.direction in ("up", "down")
    return is_open and is_plain_present(layout.text, event.trigger.end)


def _tells_growth_of_year(layout: Layout, draft: Draft, period: str) -> bool:
    """Say whether an English sentence sizes the growth of a running year's supply or demand, which can only be expected."""
    is_sized = bool(draft.amounts) and draft.event.attribute in ("supply", "demand") and len(period) == 4
    return layout.language == "en" and is_sized and draft.manner.looks_ahead is not False


def _is_guidance(
    layout: Layout, draft: Draft, setting: Setting, *, market: Market | None, period: str | None, amount: Amount | None
) -> bool:
    """Say whether a claim is guidance: a word of future, a period to come, or a range for the running quarter's contracts."""
    event = draft.event
    first, last = layout.clause_span(layout.clause(event.trigger.start))
    clause = layout.text[first:last]
    if is_committed(event):
        return False
    day = setting.clock.day
    if draft.manner.looks_ahead:
        return not (layout.language == "ja" and _is_over(layout, event, period, day))
    if period is None or day is None:
        return False
    begins, ends = period_bounds(period)
    is_running = layout.language == "en" and any(w.marks[0].step == 0 and w.marks[0].unit == "Q" for w in draft.words)
    if (begins > day and not is_running) or any(
        w.marks[0].day and w.marks[0].unit == "M" and ends > day and w.marks[0].day > day.day for w in draft.words
    ):
        return True
    if ends > day and (_tells_plan(layout, event) or _tells_growth_of_year(layout, draft, period)):
        return True
    if ends > day and any(w.is_boundary for w in draft.words) and event.attribute == "supply":
        return True
    is_range = (
        amount is not None
        and amount.kind == "percent"
        and amount.low != amount.high
        and None not in (amount.low, amount.high)
    )
    # What an agency says of a quarter that is nearly over is no forecast any more.
    is_early = ends > day + dt.timedelta(days=31)
    is_agency = amount is not None and is_early and bool(layout.between(layout.start, event.start, "agency"))
    is_contract = market == "contract" or any(t.value == "contract" for t in layout.between(first, last, "market"))
    if market is None and layout.language == "zh":
        is_contract = any(t.value == "contract" for t in layout.between(layout.start, event.start, "market"))
    if not (ends > day and "Q" in period and ((is_range and is_contract) or is_agency)):
        return False
    if layout.language == "zh" and "数据显示" in layout.text[layout.start : first]:
        return False
    past = {"zh": _PAST_ZH, "en": _PAST_EN, "ko": _PAST_FINAL, "ja": _PAST_FINAL}[layout.language]
    return not past.search(clause if layout.language != "ja" else layout.text[first : layout.end])


def _period_how(layout: Layout, draft: Draft) -> str:
    """Say where a claim's period stands: in the clause of the change, elsewhere, or nowhere."""
    if not draft.words:
        return "unsaid"
    if draft.words[0].is_comparison:
        return "measure"
    first, last = layout.clause_span(layout.clause(draft.event.trigger.start))
    return "own" if any(first <= w.start < last for w in draft.words) else "inherited"


def _reach_of(layout: Layout, amount: Amount | None) -> int:
    """Return where the clause of a size ends, 0 where there is none."""
    return layout.clause_span(layout.clause(amount.start))[1] if amount else 0


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
