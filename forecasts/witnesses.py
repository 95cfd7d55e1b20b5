"""Which statements moved a forecast, and by how much: the target's median with and without each of them.

Statements that say the same of the same quarter are taken away together, so that a repeat does not hide the effect.
What was learned from the past stays as it is: only the evidence about the path changes.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
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

    `effect_pp` is how much lower the target's median would be without it; `own_effect_pp` the same of the quarter
    that the statement is about.
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
    lookback: Lookback,
    outcome: Outcome,
    as_of: dt.date,
    plan: Plan,
    target: Quarter,
    *,
    news_since: dt.date | None = None,
) -> tuple[Witness, ...]:
    """Return the statements that moved the path most, the strongest on the target first; at most `MOST`.

    With `news_since` all of those known only after that date are returned, and no others.
    """
    base = medians_pct(plan, plan.frame)
    found = []
    for same in _groups(lookback, plan):
        first = min(same, key=lambda row: (row.known_on, row.statement_id))
        if news_since and first.known_on <= news_since:
            continue
        left_out = frozenset(row.statement_id for row in same)
        signals = {
            quarter: lookback.signals_without(outcome, quarter, as_of, left_out)
            for quarter in plan.frame.quarters
            if quarter >= first.quarter
        }
        changed = {**plan.frame.signals, **signals}
        if changed == plan.frame.signals:
            continue
        without = medians_pct(plan, replace(plan.frame, signals=changed))
        effects = {quarter: base[quarter] - without[quarter] for quarter in plan.frame.quarters}
        own = effects.get(first.quarter, 0.0)
        if max(abs(effects[target]), abs(own)) >= LEAST_EFFECT:
            found.append(_witness(first, effects[target], own))
    found.sort(key=lambda row: (-abs(row.effect_pp), -abs(row.own_effect_pp), row.statement_id))
    return tuple(found if news_since else found[:MOST])


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


def _groups(lookback: Lookback, plan: Plan) -> list[list[Evidence]]:
    used = {
        name for signals in plan.frame.signals.values() for signal in signals.values() for name in signal.statements
    }
    groups: dict[tuple[object, ...], list[Evidence]] = defaultdict(list)
    for row in lookback.record.evidence:
        if row.statement_id in used:
            key = (row.issuer, row.product, row.segment, row.quarter, row.mid_pct, row.technology)
            groups[key].append(row)
    return list(groups.values())


def _witness(row: Evidence, effect: float, own: float) -> Witness:
    return Witness(row.statement_id, row.issuer, row.published_on, row.quote, row.url, row.quarter, effect, own)
