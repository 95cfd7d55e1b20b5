"""A plan is what was learned for one path: estimates, weights, spreads; from it come quantiles and draws."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from forecasts.base import Forecaster, Frame, Prediction
from forecasts.combine import FIGURE, Combined, Trial, blend, run_forecasters, weigh
from forecasts.features import Lookback
from forecasts.intervals import Spread, draw_paths, learn_spread, probability_above, quantiles
from forecasts.outcome import Outcome
from tracker.quarter import Quarter

USUAL_CORRELATION = 0.6
CORRELATION_PULL = 12.0
LEADS = (-1, 0, 1, 2, 3)
POOLED = 0.35


@dataclass(frozen=True, slots=True)
class Plan:
    """What was learned for one path on one date."""

    frame: Frame
    said: Mapping[str, Prediction]
    refused: Mapping[str, str]
    weights: Mapping[Quarter, Mapping[str, float]]
    combined: Mapping[Quarter, Combined]
    spreads: Mapping[Quarter, Spread]
    correlation: float
    own_trials: int


@dataclass(frozen=True, slots=True)
class Table:
    """Quantiles of each quarter's change (log points, a row each) and its probability of a rise."""

    rows: NDArray[np.float64]
    prob_up: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Planned:
    """The quantiles of a path and joint draws of it (draws x quarters, log points)."""

    table: Table
    draws: NDArray[np.float64]


def learn_plan(
    lookback: Lookback,
    outcome: Outcome,
    as_of: dt.date,
    quarters: tuple[Quarter, ...],
    *,
    forecasters: Mapping[str, Forecaster],
    trials: Sequence[Trial],
    issued: Sequence[tuple[Trial, Combined]],
) -> Plan:
    """Run every forecaster, weigh them by their past at the same leads, and size the spreads by past errors.

    `trials` are those of all products and segments, oldest first, and `issued` the combinations that would have been
    issued at them; those of others stand in where own ones are few.
    """
    own = (outcome.product, outcome.segment)
    frame = lookback.frame(outcome, as_of, quarters)
    said, refused = run_forecasters(forecasters, frame, with_slow=is_worth_fitting(outcome, trials))
    weights, combined, spreads = {}, {}, {}
    for quarter in quarters:
        lead = min(max(lead_of(quarter, as_of), LEADS[0]), LEADS[-1])
        present = {name: estimates[quarter] for name, estimates in said.items() if quarter in estimates}
        weights[quarter] = weigh(list(present), trials, own, lead=lead, has_figure=FIGURE in frame.signals[quarter])
        combined[quarter] = blend(present, weights[quarter])
        spreads[quarter] = learn_errors(issued, own, lead=lead)
    mine = [trial for trial in trials if (trial.product, trial.segment) == own]
    correlation = _correlation([pair for pair in issued if (pair[0].product, pair[0].segment) == own])
    return Plan(frame, said, refused, weights, combined, spreads, correlation, len({trial.origin for trial in mine}))


def is_worth_fitting(outcome: Outcome, trials: Sequence[Trial]) -> bool:
    """Return whether the slow forecasters were tried on an outcome at all."""
    own = (outcome.product, outcome.segment)
    return outcome.segment == "total" and any((trial.product, trial.segment) == own for trial in trials)


def lead_of(quarter: Quarter, as_of: dt.date) -> int:
    """Return how many quarters a quarter lies after that of a date; the last day of a quarter looks ahead."""
    return quarter - Quarter.of(as_of + dt.timedelta(days=1))


def learn_errors(issued: Sequence[tuple[Trial, Combined]], own: tuple[str, str], *, lead: int) -> Spread:
    """Learn the spread at a lead from the errors of forecasts as issued; others' errors count for less.

    For a quarter that has ended, errors of the quarter then running count too: few ended ones were ever open.
    """
    wanted = {lead} if lead >= 0 else {lead, 0}
    rows = [(trial, combined) for trial, combined in issued if trial.lead in wanted]
    errors = [abs(combined.mean - (trial.outcome or 0.0)) / combined.sd for trial, combined in rows]
    return learn_spread(errors, [1.0 if (trial.product, trial.segment) == own else POOLED for trial, _ in rows])


def plan_path(plan: Plan, quarters: Sequence[Quarter]) -> Planned:
    """Return the quantiles and the joint draws of a planned path."""
    rows = np.array(
        [
            quantiles(plan.combined[quarter].mean, plan.combined[quarter].sd, plan.spreads[quarter])
            for quarter in quarters
        ]
    )
    table = Table(rows, tuple(probability_above(row) for row in rows))
    return Planned(table, draw_paths(rows, plan.correlation, plan.frame.segment))


def _correlation(issued: Sequence[tuple[Trial, Combined]]) -> float:
    """Return how neighbouring quarters' errors of one origin go together, pulled towards a usual value."""
    errors: dict[tuple[dt.date, int], float] = {
        (trial.origin, trial.lead): (combined.mean - (trial.outcome or 0.0)) / combined.sd for trial, combined in issued
    }
    pairs = [
        (error, errors[origin, lead + 1]) for (origin, lead), error in errors.items() if (origin, lead + 1) in errors
    ]
    if len(pairs) < 4:
        return USUAL_CORRELATION
    first, second = (np.clip(np.array(side), -3, 3) for side in zip(*pairs, strict=True))
    size = float(np.sqrt((first @ first) * (second @ second)))
    found = float(first @ second) / size if size > 0 else USUAL_CORRELATION
    mixed = (len(pairs) * found + CORRELATION_PULL * USUAL_CORRELATION) / (len(pairs) + CORRELATION_PULL)
    return min(max(mixed, 0.0), 0.8)
