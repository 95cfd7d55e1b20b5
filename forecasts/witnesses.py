"""Which statements moved a forecast, and by how much: the target's median with and without each of them.

Statements that say the same of the same quarter are taken away together, so that a repeat does not hide the effect.
What was learned from the past stays as it is: only the evidence about the path changes. The witnesses of one date are
taken away one at a time; the news between two dates is added one after the other, so that its effects add up.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from forecasts.base import Frame, Prediction, find_forecasters, to_pct
from forecasts.combine import blend
from forecasts.features import Lookback
from forecasts.outcome import Outcome
from forecasts.paths import Plan
from forecasts.record import Evidence
from tracker.errors import TooLittleHistory
from tracker.quarter import Quarter

MOST = 8
LEAST_EFFECT = 0.005


@dataclass(frozen=True, slots=True)
class Witness:
    """A statement that moved a forecast.

    `effect_pp` is how much lower the target's median would be without it (of news: by how much it moved the median when
    it came after the news before it); `own_effect_pp` the same of the quarter that the statement is about.
    """

    statement_id: str
    issuer: str
    published_on: dt.date
    quote: str
    url: str | None
    quarter: Quarter
    effect_pp: float
    own_effect_pp: float

    def as_json(self) -> dict[str, Any]:
        """Return the documented JSON object."""
        return {
            "statement_id": self.statement_id,
            "issuer": self.issuer,
            "published_at": self.published_on.isoformat(),
            "quote": self.quote,
            "url": self.url,
            "quarter": str(self.quarter),
            "effect_pp": round(self.effect_pp, 2),
            "own_effect_pp": round(self.own_effect_pp, 2),
        }


def find_witnesses(
    lookback: Lookback, outcome: Outcome, as_of: dt.date, plan: Plan, target: Quarter
) -> tuple[Witness, ...]:
    """Return the statements that moved the path most, the strongest on the target first; at most `MOST`."""
    base = medians_pct(plan, plan.frame)
    found = []
    used = _used(plan)
    for same in _together(_about_the_path(lookback, as_of, plan)):
        if used.isdisjoint(row.statement_id for row in same):
            continue
        first, names = _first(same), frozenset(row.statement_id for row in same)
        without = _medians_without(lookback, outcome, as_of, plan, names)
        found += _witness(first, {quarter: base[quarter] - without[quarter] for quarter in base}, target)
    return _strongest_first(found)[:MOST]


def find_news(
    lookback: Lookback, outcome: Outcome, as_of: dt.date, plan: Plan, target: Quarter, *, since: dt.date
) -> tuple[Witness, ...]:
    """Return every statement known only after a date that moved the path, the strongest on the target first.

    Each is added to what was known before it, in the order of publication: their effects add up to the difference that
    all of them make together.
    """
    later = (row for row in _about_the_path(lookback, as_of, plan) if row.known_on > since)
    news = sorted(_together(later), key=lambda same: (_first(same).known_on, _first(same).statement_id))
    waiting = {row.statement_id for same in news for row in same}
    before = _medians_without(lookback, outcome, as_of, plan, frozenset(waiting))
    found = []
    for same in news:
        waiting -= {row.statement_id for row in same}
        after = _medians_without(lookback, outcome, as_of, plan, frozenset(waiting))
        found += _witness(_first(same), {quarter: after[quarter] - before[quarter] for quarter in after}, target)
        before = after
    return _strongest_first(found)


def _medians_without(
    lookback: Lookback, outcome: Outcome, as_of: dt.date, plan: Plan, names: frozenset[str]
) -> dict[Quarter, float]:
    signals = {
        quarter: lookback.signals_without(outcome, quarter, as_of, names) if names else plan.frame.signals[quarter]
        for quarter in plan.frame.quarters
    }
    return medians_pct(plan, plan.frame if signals == plan.frame.signals else replace(plan.frame, signals=signals))


def medians_pct(plan: Plan, frame: Frame) -> dict[Quarter, float]:
    """Return the median change of each quarter in percent if the frame's evidence were all there was."""
    said: dict[str, Prediction] = dict(plan.said)
    forecasters = find_forecasters()
    for name in plan.said:
        if not forecasters[name].reads_statements:
            continue
        try:
            said[name] = forecasters[name].predict(frame)
        except TooLittleHistory:
            del said[name]
    return {
        quarter: to_pct(
            blend({name: each[quarter] for name, each in said.items() if quarter in each}, plan.weights[quarter]).mean
        )
        for quarter in frame.quarters
    }


def _used(plan: Plan) -> frozenset[str]:
    signals = (signal for each in plan.frame.signals.values() for signal in each.values())
    return frozenset(name for signal in signals for name in signal.statements)


def _about_the_path(lookback: Lookback, as_of: dt.date, plan: Plan) -> Iterator[Evidence]:
    """Yield what the forecast reads, and what it would read of the product were something else taken away."""
    used = _used(plan)
    for row in lookback.record.evidence:
        fits = row.product == plan.frame.product and row.quarter in plan.frame.quarters
        if row.known_on <= as_of and (fits or row.statement_id in used):
            yield row


def _together(rows: Iterable[Evidence]) -> list[list[Evidence]]:
    """Return the statements in groups that say the same; a figure for a product and for its segments is one."""
    groups: dict[tuple[object, ...], list[Evidence]] = defaultdict(list)
    for row in rows:
        groups[row.issuer, row.product, row.quarter, row.mid_pct, row.technology].append(row)
    return list(groups.values())


def _first(same: list[Evidence]) -> Evidence:
    return min(same, key=lambda row: (row.known_on, row.statement_id))


def _witness(row: Evidence, effects: Mapping[Quarter, float], target: Quarter) -> list[Witness]:
    """Return the witness of effects by quarter; none where they are too small to speak of."""
    effect, own = effects[target], effects.get(row.quarter, 0.0)
    if max(abs(effect), abs(own)) < LEAST_EFFECT:
        return []
    return [Witness(row.statement_id, row.issuer, row.published_on, row.quote, row.url, row.quarter, effect, own)]


def _strongest_first(found: list[Witness]) -> tuple[Witness, ...]:
    return tuple(sorted(found, key=lambda row: (-abs(row.effect_pp), -abs(row.own_effect_pp), row.statement_id)))
