"""One change told period after period, or from one period to the next, each with its own size; products listed with sizes."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from tracker.extract.amount import Amount
from tracker.extract.bases import bind_market
from tracker.extract.draft import Draft, moves_price
from tracker.extract.event import Event
from tracker.extract.layout import Layout
from tracker.extract.marks import PeriodWord
from tracker.extract.stance import judge_manner

_STEP = re.compile(
    r"\s*(?:to|into|至|到|(?:骤|急|大幅|快速|迅速|明显|显著|进一步|逐步|逐季)?(?:收窄|收敛|收缩|缩小|缩窄|缩减|扩大|放大|放缓|趋缓|回落|下滑|滑落|下降|降|跌|降低|减少|拉升|攀升|飙升|提升|提高|上升|升|增|减缓|加快)(?:至|到|为)|에서|から|→)\s*(?:about |around |약 |约|约为)?\s*"
)
_IN_PERIOD = re.compile(r"\s*(?:\(|(?:in|for|during) (?:the )?)?")
_OF_PERIOD = re.compile(
    r"\s*(?:에[는도]?|엔|은|는|에|には?|は|が|で|も|的|の|:|约)?(?:、?(?:さらに|更に|再び|平均で))?(?:约|近)?\s*"
)
_BETWEEN_PAIRS = re.compile(r"\)?\s*(?:로|씩)?\s*(?:[,，、;；/]|，)?\s*(?:and |followed by |그리고 |以及|和)?\s*")


def list_after(layout: Layout, event: Event, *, is_asked: bool) -> list[Draft]:
    """Return the products with sizes that a colon after a rise or a fall of prices lists ("prices rise: DRAM Q3 30%")."""
    colon = layout.text.find(":", event.end, layout.end)
    if colon < 0 or event.direction not in ("up", "down"):
        return []
    manner = judge_manner(layout, event, is_asked=is_asked)
    listed = []
    for group in layout.groups:
        size = next((a for a in layout.amounts if group.end <= a.start <= group.end + 24 and not a.is_old), None)
        if group.start < colon or size is None:
            continue
        if layout.between(group.end, size.start, "change", "event", "alien", "metric", "product"):
            continue
        words = tuple(w for w in layout.periods if group.end <= w.start < size.start and not w.is_comparison)
        listed.append(Draft(event, group.entities, "listed", (size,), words, manner, bind_market(layout, event)))
    return listed


def part_steps(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """Part a change told from one period to the next ("narrows from 55-60% in Q1 to 18-23% in Q2") into one for each."""
    parted = list(drafts)
    for old, new in pairwise(layout.amounts):
        since = find_period_beside(layout, old)
        until = find_period_beside(layout, new) or _period_ahead(layout, since)
        if since is None or until is None or since.start == until.start:
            continue
        ends = until.start if until.start > old.end else new.start
        if not _STEP.fullmatch(layout.text[max(old.end, since.end) : min(new.start, ends)]):
            continue
        place = next((i for i, d in enumerate(parted) if moves_price(d) and {old, new} & set(d.amounts)), None)
        if place is None:
            continue
        model = parted[place]
        earlier = replace(model, words=(since,), amounts=(replace(old, is_old=False),), manner=model.manner)
        later = replace(model, words=(until,), amounts=(new,), how="step")
        parted[place : place + 1] = [earlier, later]
        parted = [d for d in parted if d is later or not (moves_price(d) and d.amounts == (new,))]
    return parted


def _period_ahead(layout: Layout, since: PeriodWord | None) -> PeriodWord | None:
    """Return the period that a Chinese clause opens with before the one that a change comes from ("二季度跌幅从上季的20%缩小到10%")."""
    if layout.language != "zh" or since is None:
        return None
    first, _ = layout.clause_span(layout.clause(since.start))
    return next((w for w in layout.periods if first <= w.start and w.end < since.start and not w.is_comparison), None)


def spread_series(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """Give one price change told for period after period ("5% in April, 7% in May") each period with its own size."""
    pairs = [(w, a) for a in layout.amounts if not a.is_old and (w := find_period_beside(layout, a)) is not None]
    for series in _runs(layout, pairs):
        model = next((d for d in drafts if _can_run(layout, d) and {a for _, a in series} & set(d.amounts)), None)
        if model is None:
            first, last = series[0][0].start, series[-1][1].end
            model = next(
                (d for d in drafts if moves_price(d) and first - 60 < d.event.trigger.start < last + 40),
                None,
            )
        if model is None:
            continue
        told = {place for d in drafts if d is not model for a in d.amounts for place in [a.start]}
        place = drafts.index(model)
        drafts = [
            *drafts[:place],
            *(replace(model, words=(w,), amounts=(a,), how="series") for w, a in series if a.start not in told),
            *drafts[place + 1 :],
        ]
    return drafts


def _can_run(layout: Layout, draft: Draft) -> bool:
    """Say whether a change may be told period after period: one of price, in Korean one of demand or supply too."""
    is_bits = layout.language == "ko" and draft.event.attribute in ("demand", "supply")
    return moves_price(draft) or (is_bits and draft.event.direction in ("up", "down"))


def _runs(layout: Layout, pairs: list[tuple[PeriodWord, Amount]]) -> list[list[tuple[PeriodWord, Amount]]]:
    """Return the stretches of two or more periods with their sizes that nothing but commas and "and" parts."""
    runs: list[list[tuple[PeriodWord, Amount]]] = []
    for pair in pairs:
        first = min(pair[0].start, pair[1].start)
        if runs and _BETWEEN_PAIRS.fullmatch(layout.text, max(x.end for x in runs[-1][-1]), first):
            runs[-1].append(pair)
        else:
            runs.append([pair])
    return [run for run in runs if len({word.start for word, _ in run}) > 1]


def find_period_beside(layout: Layout, amount: Amount) -> PeriodWord | None:
    """Return the period that stands directly beside a size: after it in English, before it elsewhere."""
    for word in layout.periods:
        if layout.language == "en":
            if word.start >= amount.end and _IN_PERIOD.fullmatch(layout.text, amount.end, word.start):
                return word
        elif word.end <= amount.start and _OF_PERIOD.fullmatch(layout.text, word.end, amount.start):
            return word
    return None
