"""The rolling origin: every forecaster and the combination, scored on quarters whose outcome is known by now.

At each origin the weights and the widths come from folds whose outcome was known on that date. Horizon h is the change
from the quarter before the origin's own to the h-th quarter on, so that horizon 1 is the origin's own quarter.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from forecasts.base import Estimate, find_forecasters, to_pct
from forecasts.combine import Trial, blend, weigh
from forecasts.folds import AGENCY, ORIGIN_OFFSETS, WARM_UP, Fold, Question, run_folds
from forecasts.guidancefile import with_guidance
from forecasts.intervals import learn_horizon_spread, probability_above, quantiles
from forecasts.issue import chosen_segments
from forecasts.outcome import Outcome, Past, past_of, settled_outcome
from forecasts.pricefile import read_price_file
from forecasts.record import Record, Rows, load_record
from forecasts.scores import BLOCK, bootstrap_mean, crps, dense_quantiles, pinball
from tracker.errors import TooLittleHistory, UnknownName
from tracker.quarter import Quarter

COMBINATION = "combination"
FIRST_SCORED = Quarter(2014, 1)
CORRELATION = 0.8
ROW_KEYS = (
    "model",
    "horizon",
    "n",
    "mae_pp",
    "median_ae_pp",
    "skill_vs_no_change",
    "crps_pp",
    "coverage_50",
    "coverage_80",
    "coverage_95",
    "direction_hit",
    "paired_vs_agency",
)
FLAT_PCT = 2.0
"""Moves smaller than this have no direction to hit."""


@dataclass(frozen=True, slots=True)
class Shot:
    """One forecast of one horizon by one model: log quantiles, mean, and what came of it (log points).

    `known` is the change of the last quarter known at the origin, settled or carried by its months; its direction is
    the one that a turn turns from.
    """

    quarter: Quarter
    mean: float
    row: NDArray[np.float64]
    outcome: float
    known: float = 0.0

    @property
    def is_turn(self) -> bool:
        """Whether the outcome was a move against the direction last known."""
        return self.known * self.outcome < 0 and abs(to_pct(self.outcome)) > FLAT_PCT

    @property
    def prob_turn(self) -> float:
        """The probability that the quantiles gave to a move against the direction last known."""
        above = probability_above(self.row)
        return 1 - above if self.known > 0 else above


@dataclass(frozen=True, slots=True)
class Backtest:
    """The shots of each model and horizon at one origin, and the no-change climatology beside them."""

    outcome: str
    origin: str
    shots: Mapping[tuple[str, int], tuple[Shot, ...]]
    weights: Mapping[Quarter, Mapping[str, float]]


def run_backtest(
    record: Record,
    outcome: Outcome,
    *,
    origins: Sequence[str] = ("start",),
    since: Quarter = FIRST_SCORED,
    today: dt.date,
    models: Sequence[str] | None = None,
    horizons: Sequence[int] = (1, 2, 3, 4),
    jobs: int = 2,
    cache: Path | None = None,
    report: Callable[[int, int], None] = lambda _done, _all: None,
) -> list[Backtest]:
    """Run the rolling origin on a series; one backtest per origin.

    `today` bounds the outcomes that are scored and `since` the quarters, not what the combination learns from;
    `report` hears of pieces done and in all. Raises UnknownName for a model that does not exist and TooLittleHistory
    where no quarter can be scored.
    """
    offered = find_forecasters()
    unknown = [name for name in models or () if name not in offered]
    if unknown:
        raise UnknownName(f"no model {', '.join(unknown)}: expected some of {', '.join(offered)}")
    final = past_of(outcome, today)
    measured = [quarter for quarter, settled in final.settled.items() if settled.is_measured and quarter >= since]
    if not measured:
        raise TooLittleHistory(f"{outcome.name}: no settled quarter from {since} on as of {today}")
    names = tuple(models or offered)
    question = Question(record, outcome, min(since, FIRST_SCORED) + -WARM_UP, max(measured), names)
    folds = run_folds(question, origins, jobs=jobs, cache=cache, report=report)
    return [score_folds(outcome, origin, folds[origin], final, since=since, horizons=horizons) for origin in origins]


def score_folds(
    outcome: Outcome, origin: str, folds: Sequence[Fold], final: Past, *, since: Quarter, horizons: Sequence[int]
) -> Backtest:
    """Combine and size the folds of one origin in the order of time and pair them with the final outcome."""
    names = sorted({name for fold in folds for name in fold.said} - {AGENCY})
    unissued = {name for name, forecaster in find_forecasters().items() if not forecaster.is_issued}
    combined, weights = _combine(outcome, folds, final, [name for name in names if name not in unissued])
    shots: dict[tuple[str, int], tuple[Shot, ...]] = {}
    known = {fold.quarter: _last_known(outcome, fold) for fold in folds}
    for name in (COMBINATION, *names, AGENCY):
        said = (
            combined if name == COMBINATION else {fold.quarter: fold.said[name] for fold in folds if name in fold.said}
        )
        for horizon in horizons:
            shots[name, horizon] = tuple(_shoot(said, folds, final, horizon, since=since, last_known=known))
    return Backtest(outcome.name, origin, shots, weights)


def _last_known(outcome: Outcome, fold: Fold) -> float:
    """Return the change of the last quarter before a fold's that was known at its origin; zero where none was."""
    past = past_of(outcome, fold.origin)
    before = [quarter for quarter in {**past.nowcast, **past.settled} if quarter < fold.quarter]
    change = past.change(max(before)) if before else None
    return change.change_log if change else 0.0


def _combine(
    outcome: Outcome, folds: Sequence[Fold], final: Past, names: Sequence[str]
) -> tuple[dict[Quarter, tuple[Estimate | None, ...]], dict[Quarter, Mapping[str, float]]]:
    trials = [trial for fold in folds for trial in _trials(outcome, fold, final)]
    combined: dict[Quarter, tuple[Estimate | None, ...]] = {}
    weights: dict[Quarter, Mapping[str, float]] = {}
    for fold in folds:
        estimates: list[Estimate | None] = []
        for lead in range(len(fold.scales)):
            present = {name: each for name in names if name in fold.said and (each := fold.said[name][lead])}
            before = [t for t in trials if t.known_on is not None and t.known_on <= fold.origin]
            own = (outcome.product, outcome.segment)
            shares = weigh(list(present), before, own, lead=lead, has_figure=_has_figure(fold, lead))
            mixed = blend(present, shares)
            estimates.append(Estimate(mixed.mean, mixed.sd))
            if lead == 0:
                weights[fold.quarter] = mixed.weights
        combined[fold.quarter] = tuple(estimates)
    return combined, weights


def _has_figure(fold: Fold, lead: int) -> bool:
    return AGENCY in fold.said and fold.said[AGENCY][lead] is not None


def _trials(outcome: Outcome, fold: Fold, final: Past) -> list[Trial]:
    rows = []
    for lead, scale in enumerate(fold.scales):
        settled = final.settled.get(fold.quarter + lead)
        if settled is None or not settled.is_measured:
            continue
        said = {name: each for name, estimates in fold.said.items() if name != AGENCY and (each := estimates[lead])}
        rows.append(
            Trial(
                outcome.product,
                outcome.segment,
                fold.origin,
                fold.quarter + lead,
                lead,
                said,
                scale,
                _has_figure(fold, lead),
                settled.change_log,
                settled.known_on,
            )
        )
    return rows


def _shoot(
    said: Mapping[Quarter, tuple[Estimate | None, ...]],
    folds: Sequence[Fold],
    final: Past,
    horizon: int,
    *,
    since: Quarter,
    last_known: Mapping[Quarter, float],
) -> list[Shot]:
    """Return the shots of one model at one horizon; widths from its own errors that were known at each origin."""
    past: list[tuple[dt.date, float]] = []
    shots = []
    for fold in folds:
        estimates = [each for each in said.get(fold.quarter, ())[:horizon] if each]
        if len(estimates) < horizon:
            continue
        known = [error for known_on, error in past if known_on <= fold.origin]
        mean = sum(each.mean for each in estimates)
        sd = joint_sd([each.sd for each in estimates])
        outcome = cumulative(final, fold.quarter, horizon)
        if outcome is None:
            continue
        change, known_on = outcome
        past.append((known_on, (change - mean) / sd))
        if fold.quarter >= since:
            spread = learn_horizon_spread(known, horizon)
            shots.append(Shot(fold.quarter, mean, quantiles(mean, sd, spread), change, last_known[fold.quarter]))
    return shots


def joint_sd(sds: Sequence[float]) -> float:
    """Return the spread of a sum of quarters whose errors go together by powers of `CORRELATION`."""
    total = sum(a * b * CORRELATION ** abs(i - j) for i, a in enumerate(sds) for j, b in enumerate(sds))
    return math.sqrt(total)


def cumulative(final: Past, quarter: Quarter, horizon: int) -> tuple[float, dt.date] | None:
    """Return the measured change over a horizon and the date on which it was all known; None where it is not."""
    parts = [final.settled.get(quarter + step) for step in range(horizon)]
    found = [part for part in parts if part is not None and part.is_measured]
    if len(found) < horizon:
        return None
    return sum(part.change_log for part in found), max(part.known_on for part in found)


def backtest_answer(
    warehouse: Rows,
    *,
    origin: str,
    today: dt.date,
    product: str = "DRAM",
    since: Quarter = FIRST_SCORED,
    prices: Path | None = None,
    guidance: Path | None = None,
    models: Sequence[str] | None = None,
    jobs: int = 2,
    cache: Path | None = None,
    report: Callable[[int, int], None] = lambda _done, _all: None,
) -> dict[str, Any]:
    """Return the scores of a backtest on the record's own settled quarters, or on a file of prices.

    `documented` cuts them to the published JSON shape.

    `origin` is before, start or mid; `guidance` adds a file of figures to the record. Raises UnknownName for an origin
    or a model that does not exist, InputError for a file that can't be read, TooLittleHistory where there is nothing
    to score.
    """
    if origin not in ORIGIN_OFFSETS:
        raise UnknownName(f"no origin {origin!r}: expected one of {', '.join(ORIGIN_OFFSETS)}")
    if not prices:
        chosen_segments(warehouse, (product,))
    record = load_record(warehouse)
    record = with_guidance(record, guidance) if guidance else record
    outcome = read_price_file(prices, product) if prices else settled_outcome(record, product, "total")
    (result,) = run_backtest(
        record,
        outcome,
        origins=(origin,),
        since=since,
        today=today,
        models=models,
        jobs=jobs,
        cache=cache,
        report=report,
    )
    return leaderboard(result)


def documented(answer: Mapping[str, Any]) -> dict[str, Any]:
    """Return a backtest with the keys of the published JSON shape and no others."""
    return {**answer, "rows": [{key: row[key] for key in ROW_KEYS} for row in answer["rows"]]}


def leaderboard(backtest: Backtest, only: Callable[[Quarter], bool] = lambda _quarter: True) -> dict[str, Any]:
    """Return every score of a backtest, by model and horizon; `only` chooses the quarters that count."""
    rows = []
    for (model, horizon), shots in backtest.shots.items():
        kept = [shot for shot in shots if only(shot.quarter)]
        if kept:
            agency = {shot.quarter: shot for shot in backtest.shots.get((AGENCY, horizon), ())}
            rows.append({"model": model, "horizon": horizon, **_scores(kept, agency)})
    rows.sort(key=lambda row: (row["horizon"], row["mae_pp"]))
    return {"outcome": backtest.outcome, "origin": backtest.origin, "rows": rows}


def _scores(shots: Sequence[Shot], agency: Mapping[Quarter, Shot]) -> dict[str, Any]:
    outcome = np.array([to_pct(shot.outcome) for shot in shots])
    errors = np.array([abs(to_pct(shot.mean) - to_pct(shot.outcome)) for shot in shots])
    dense = [dense_quantiles(shot.row) for shot in shots]
    moves = [shot for shot in shots if abs(to_pct(shot.outcome)) > FLAT_PCT]
    hits = [math.copysign(1, shot.mean) == math.copysign(1, shot.outcome) for shot in moves if shot.mean != 0]
    levels = np.array([0.1, 0.5, 0.9])
    return {
        "n": len(shots),
        "mae_pp": float(errors.mean()),
        "median_ae_pp": float(np.median(errors)),
        "mae_ratio": float(errors.sum() / np.abs(outcome).sum()),
        "skill_vs_no_change": float(1 - errors.sum() / np.abs(outcome).sum()),
        "crps_pp": float(np.mean([crps(row, value) for row, value in zip(dense, outcome, strict=True)])),
        "pinball_pp": float(
            np.mean([pinball(row[[9, 49, 89]], levels, value) for row, value in zip(dense, outcome, strict=True)])
        ),
        **_coverages(shots),
        "direction_hit": float(np.mean(hits)) if hits else None,
        "direction_n": len(moves),
        **_turns(shots),
        "paired_vs_agency": _paired(shots, agency),
    }


def _coverages(shots: Sequence[Shot]) -> dict[str, float]:
    pairs = {"50": (2, 4), "80": (1, 5), "95": (0, 6)}
    inside = {
        f"coverage_{name}": float(np.mean([shot.row[low] <= shot.outcome <= shot.row[high] for shot in shots]))
        for name, (low, high) in pairs.items()
    }
    widths = {
        f"width_{name}_pp": float(np.mean([to_pct(shot.row[high]) - to_pct(shot.row[low]) for shot in shots]))
        for name, (low, high) in pairs.items()
    }
    return {**inside, **widths}


def _turns(shots: Sequence[Shot]) -> dict[str, Any]:
    """Count the turns and how many were foreseen, and score the probability of one where there was a direction.

    The Brier score is the mean squared distance of the probability to what came; `turn_brier_usual` is that of always
    giving the share of turns among these quarters, known only afterwards.
    """
    turns = [shot for shot in shots if shot.is_turn]
    moves = [shot for shot in shots if shot.known != 0 and abs(to_pct(shot.outcome)) > FLAT_PCT]
    share = len(turns) / len(moves) if moves else 0.0
    return {
        "turns": len(turns),
        "turns_caught": sum(shot.mean * shot.outcome > 0 for shot in turns),
        "turn_n": len(moves),
        "turn_brier": float(np.mean([(shot.prob_turn - shot.is_turn) ** 2 for shot in moves])) if moves else None,
        "turn_brier_usual": share * (1 - share) if moves else None,
    }


def _paired(shots: Sequence[Shot], agency: Mapping[Quarter, Shot]) -> dict[str, Any]:
    """Compare with the agency's own figure on the quarters that had one; the interval is of the mean difference."""
    pairs = [(shot, agency[shot.quarter]) for shot in shots if shot.quarter in agency]
    if not pairs:
        return {"n": 0, "mae_pp": None, "agency_mae_pp": None, "diff_low": None, "diff_high": None}
    own = np.array([abs(to_pct(shot.mean) - to_pct(shot.outcome)) for shot, _ in pairs])
    theirs = np.array([abs(to_pct(shot.mean) - to_pct(shot.outcome)) for _, shot in pairs])
    low, high = bootstrap_mean(own - theirs) if len(pairs) > BLOCK else (None, None)
    return {
        "n": len(pairs),
        "mae_pp": float(own.mean()),
        "agency_mae_pp": float(theirs.mean()),
        "diff_low": low,
        "diff_high": high,
    }
