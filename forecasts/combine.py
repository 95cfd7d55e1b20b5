"""The combination: how much each forecaster counts, learned from what it would have said at past origins.

An origin is a date of knowledge: the same number of days into (or before) an earlier quarter. At each origin every
forecaster gets the frame of that date; its errors count from the day on which the quarter was settled. The weights are
those of least variance, none negative, pulled towards equal shares of the forecasters that come near the best; the
others get nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from forecasts.base import Estimate, Forecaster, Frame, believed_errors
from forecasts.features import Lookback
from forecasts.fusion import least_variance
from forecasts.outcome import Outcome
from tracker.errors import TooLittleHistory
from tracker.quarter import Quarter

YARDSTICK = "no_change"
ORIGINS = 28
SLOW_EVERY = 4
SLOW_ORIGINS = 6
LEAST_OWN = 10
POOLED = 0.35
OTHER_STATE = 0.1
OTHER_LEAD = 0.5
FIGURE = "agency"
EQUAL_PULL = 10.0
MATRIX_PULL = 20.0
TOLERANCE = 1.15
WORTH_PULL = 3.0
LEAST_TRIALS = 3
CLIP = 4.0


@dataclass(frozen=True, slots=True)
class Trial:
    """What the forecasters said of one quarter at a past origin, in log points, and what came of it.

    `lead` counts quarters from the origin's own quarter; `outcome` is None until it is known, which is on `known_on`.
    `has_figure` tells whether the house agency had given a figure for the quarter.
    """

    product: str
    segment: str
    origin: dt.date
    quarter: Quarter
    lead: int
    said: Mapping[str, Estimate]
    scale: float
    has_figure: bool
    outcome: float | None
    known_on: dt.date | None


@dataclass(frozen=True, slots=True)
class Combined:
    """The combination's estimate for one quarter and what each forecaster carried of it."""

    mean: float
    sd: float
    weights: Mapping[str, float]


def run_forecasters(
    forecasters: Mapping[str, Forecaster], frame: Frame, *, with_slow: bool
) -> tuple[dict[str, Mapping[Quarter, Estimate]], dict[str, str]]:
    """Return what each forecaster says of a frame, and for each that refuses the reason."""
    said: dict[str, Mapping[Quarter, Estimate]] = {}
    refused: dict[str, str] = {}
    for name, forecaster in forecasters.items():
        if forecaster.is_slow and not with_slow:
            continue
        try:
            said[name] = forecaster.predict(frame)
        except TooLittleHistory as error:
            refused[name] = str(error)
    return said, refused


def past_trials(
    lookback: Lookback,
    outcome: Outcome,
    as_of: dt.date,
    leads: Sequence[int],
    forecasters: Mapping[str, Forecaster],
    *,
    origins: int = ORIGINS,
) -> list[Trial]:
    """Return the trials of past origins at the same place in the quarter, oldest first, as far as known on a date."""
    this = Quarter.of(as_of + dt.timedelta(days=1))
    offset = as_of - this.start
    settled = lookback.view(outcome, as_of).past.settled
    trials = []
    for back in range(origins, 0, -1):
        quarter = this + -back
        asked = tuple(quarter + lead for lead in leads)
        if not any(each in settled and settled[each].is_measured for each in asked):
            continue
        with_slow = back % SLOW_EVERY == 1 and back <= SLOW_EVERY * SLOW_ORIGINS
        trials += _trials_at(
            lookback,
            outcome,
            as_of=as_of,
            origin=quarter.start + offset,
            asked=asked,
            leads=leads,
            forecasters=forecasters,
            with_slow=with_slow,
        )
    return trials


def _trials_at(
    lookback: Lookback,
    outcome: Outcome,
    *,
    as_of: dt.date,
    origin: dt.date,
    asked: Sequence[Quarter],
    leads: Sequence[int],
    forecasters: Mapping[str, Forecaster],
    with_slow: bool,
) -> list[Trial]:
    already = lookback.view(outcome, origin).past.settled
    open_quarters = tuple(quarter for quarter in asked if quarter not in already)
    if not open_quarters:
        return []
    frame = lookback.frame(outcome, origin, open_quarters)
    said, _ = run_forecasters(forecasters, frame, with_slow=with_slow)
    settled = lookback.view(outcome, as_of).past.settled
    trials = []
    for quarter, lead in zip(asked, leads, strict=True):
        result = settled.get(quarter)
        if quarter not in open_quarters or result is None or not result.is_measured:
            continue
        estimates = {name: estimates[quarter] for name, estimates in said.items() if quarter in estimates}
        trials.append(
            Trial(
                outcome.product,
                outcome.segment,
                origin,
                quarter,
                lead,
                estimates,
                frame.scales[quarter],
                FIGURE in frame.signals[quarter],
                result.change_log,
                result.known_on,
            )
        )
    return trials


def weigh(
    names: Sequence[str], trials: Sequence[Trial], own: tuple[str, str], *, lead: int, has_figure: bool
) -> dict[str, float]:
    """Return the weight of each forecaster at a lead; they sum to one.

    Trials of other products and segments count as `POOLED` each, and only while there are few own ones, and those in
    which the agency had not spoken as now as `OTHER_STATE`. Quarters yet to start learn from each other, half for each
    quarter of difference; so do ended ones from the running one, which has months of its own and learns from no other.
    """
    usable = [trial for trial in trials if trial.outcome is not None and _nearness(trial.lead, lead) > 0]
    mine = sum((trial.product, trial.segment) == own for trial in usable)
    if mine >= LEAST_OWN:
        usable = [trial for trial in usable if (trial.product, trial.segment) == own]
    if not usable:
        return {name: 1 / len(names) for name in names}
    errors = _errors(names, usable)
    counts = np.array(
        [
            (1.0 if (trial.product, trial.segment) == own else POOLED)
            * (1.0 if has_figure == trial.has_figure else OTHER_STATE)
            * _nearness(trial.lead, lead)
            for trial in usable
        ]
    )
    seen = (~np.isnan(errors)).astype(float)
    filled = np.where(np.isnan(errors), 0.0, np.clip(errors, -CLIP, CLIP))
    together = (seen * counts) @ seen.T
    products = (filled * counts) @ filled.T
    n = float(counts.sum())
    usual = float((counts * (filled**2).max(axis=0)).sum() / n)
    sizes = np.array([believed_errors().get(name, 1.0) for name in names])
    prior = usual * (0.7 + 0.3 * np.eye(len(names))) * np.outer(sizes, sizes)
    matrix = (products + MATRIX_PULL * prior) / (together + MATRIX_PULL)
    keep = _worthy(names, filled, seen, counts)
    share = np.zeros(len(names))
    share[keep] = least_variance(_made_positive(matrix[np.ix_(keep, keep)]))
    equal = np.zeros(len(names))
    equal[keep] = 1 / len(keep)
    mixed = (n * share + EQUAL_PULL * equal) / (n + EQUAL_PULL)
    return {name: float(weight) for name, weight in zip(names, mixed, strict=True)}


def _nearness(trial_lead: int, lead: int) -> float:
    """Return how much a trial at one lead tells of another."""
    if trial_lead == lead:
        return 1.0
    alike = min(trial_lead, lead) > 0 or max(trial_lead, lead) <= 0 > lead
    return OTHER_LEAD ** abs(trial_lead - lead) if alike else 0.0


def _errors(names: Sequence[str], trials: Sequence[Trial]) -> NDArray[np.float64]:
    table = [
        [
            (trial.said[name].mean - (trial.outcome or 0.0)) / trial.scale if name in trial.said else np.nan
            for trial in trials
        ]
        for name in names
    ]
    return np.array(table, dtype=float)


def _worthy(
    names: Sequence[str], filled: NDArray[np.float64], seen: NDArray[np.float64], counts: NDArray[np.float64]
) -> list[int]:
    """Return the places of the forecasters that come near the best on their own trials.

    The squared error of each, as a ratio to that of no change, is pulled towards what is believed of it as by three
    trials; whoever was tried on fewer than three origins is just as good as believed.
    """
    yard = names.index(YARDSTICK) if YARDSTICK in names else None
    ratios = []
    for place, name in enumerate(names):
        mask = counts * seen[place]
        base = float((mask * filled[yard] ** 2).sum()) if yard is not None else float(mask.sum())
        believed = believed_errors().get(name, 1.0) ** 2
        if base <= 0 or (mask > 0).sum() < LEAST_TRIALS:
            ratios.append(believed)
            continue
        pull = WORTH_PULL * base / float(mask.sum())
        ratios.append((float((mask * filled[place] ** 2).sum()) + pull * believed) / (base + pull))
    best = min(ratios)
    return [place for place, ratio in enumerate(ratios) if ratio <= TOLERANCE * best]


def _made_positive(matrix: NDArray[np.float64]) -> NDArray[np.float64]:
    values, vectors = np.linalg.eigh(matrix)
    floor = 0.02 * float(values.max())
    result: NDArray[np.float64] = (vectors * np.maximum(values, floor)) @ vectors.T
    return result


def blend(said: Mapping[str, Estimate], weights: Mapping[str, float]) -> Combined:
    """Return the weighted mean of estimates; the shares of those that are silent go to the others in proportion."""
    total = sum(weights.get(name, 0.0) for name in said)
    shares = {name: weights.get(name, 0.0) / total if total > 0 else 1 / len(said) for name in said}
    mean = sum(share * said[name].mean for name, share in shares.items())
    sd = sum(share * said[name].sd for name, share in shares.items())
    return Combined(mean, sd, {name: share for name, share in shares.items() if share > 0})


def issued_before(names: Sequence[str], trials: Sequence[Trial]) -> list[tuple[Trial, Combined]]:
    """Return for each trial the combination as issued: weights from what was known at its origin."""
    issued = []
    for trial in trials:
        own = (trial.product, trial.segment)
        before = [other for other in trials if other.known_on is not None and other.known_on <= trial.origin]
        present = [name for name in names if name in trial.said]
        weights = weigh(present, before, own, lead=trial.lead, has_figure=trial.has_figure)
        issued.append((trial, blend(trial.said, weights)))
    return issued
