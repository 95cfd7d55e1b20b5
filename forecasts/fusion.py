"""How pieces of evidence that err together are made into one estimate.

Each kind of evidence is an estimator of the quarter's change: a slope times its value, with an error whose size is
measured in units of its scale, and errors of different kinds go together. Slopes, sizes and correlations are learned
from lessons and pulled towards priors, so that few lessons move them little. The estimate is the linear combination
with weights that sum to one and least variance (Bates and Granger 1969), no weight below zero.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from forecasts.base import Lesson, Signal

Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Prior:
    """What is believed of a kind of evidence before any lesson: its slope and its error in units of its scale."""

    slope: float
    error: float
    slope_weight: float = 6.0


PRIORS: Mapping[str, Prior] = {
    "agency": Prior(1.0, 0.55, 200.0),
    "others": Prior(0.9, 0.9),
    "company": Prior(0.9, 0.9),
    "product": Prior(0.9, 0.7, 20.0),
    "dram": Prior(0.6, 1.2),
    "words": Prior(1.0, 1.2),
    "fixed": Prior(0.5, 1.3),
    "print": Prior(0.6, 0.95),
    "past": Prior(1.0, 1.2, 60.0),
    "trend": Prior(0.5, 1.3),
    "nothing": Prior(0.0, 1.6),
    "base": Prior(1.0, 1.5),
}
CORRELATION = 0.8
"""Prior correlation of errors: what nobody foresaw is missing from every kind of evidence."""
ERROR_WEIGHT = 8.0
CORRELATION_WEIGHT = 12.0
OTHERS_WEIGHT = 4.0
CLIP = 3.0


@dataclass(frozen=True, slots=True)
class Fused:
    """An estimate in log points, its standard error, and the weight of each kind of evidence times its slope."""

    mean: float
    sd: float
    weights: Mapping[str, float]


PAST_KINDS = ("momentum", "swing", "equity")
PAST_PRIOR = np.array([0.6, 0.5, 0.0])
EQUITY_PRIOR = np.array([0.35, 0.5, 1.0])
"""Prior shares of the past where closes of shares are known: momentum tells less beside them."""
HISTORY_KINDS = (*PAST_KINDS, "market")
PAST_PULL = 50.0
RUNNING_PRIOR = np.array([0.4, 0.2, 0.0])
RUNNING_PULL = np.diag([6.0, 6.0, 24.0])
RUNNING_ERROR = 0.5


@dataclass(frozen=True, slots=True)
class Learned:
    """Slopes and error sizes by kind, and how errors of two kinds go together."""

    kinds: tuple[str, ...]
    slopes: Vector
    errors: Vector
    correlation: NDArray[np.float64]


def learn(
    kinds: Sequence[str], lessons: Sequence[Lesson], product: str, segment: str, shares: Vector = PAST_PRIOR
) -> Learned:
    """Learn from lessons how each kind errs; lessons of other series count less the more own ones there are."""
    own = np.array([(lesson.product, lesson.segment) == (product, segment) for lesson in lessons], dtype=bool)
    weight = np.where(own, 1.0, OTHERS_WEIGHT / (OTHERS_WEIGHT + max(1, int((~own).sum())))) if lessons else np.ones(0)
    if own.sum() > 0:
        weight = np.where(own, 1.0, weight * OTHERS_WEIGHT / (OTHERS_WEIGHT + own.sum()))
    outcome = np.array([lesson.outcome for lesson in lessons], dtype=float)
    values, scales = _tables(kinds, lessons, shares)
    slopes = np.array([_slope(PRIORS[kind], values[i], scales[i], outcome, weight) for i, kind in enumerate(kinds)])
    residuals = np.clip((outcome - slopes[:, None] * values) / scales, -CLIP, CLIP)
    seen = ~np.isnan(residuals)
    residuals = np.where(seen, residuals, 0.0)
    prior = np.array([PRIORS[kind].error for kind in kinds])
    variance = (ERROR_WEIGHT * prior**2 + (weight * residuals**2).sum(axis=1)) / (
        ERROR_WEIGHT + (weight * seen).sum(axis=1)
    )
    errors = np.sqrt(variance)
    scaled = residuals / errors[:, None]
    together = (seen * weight) @ seen.T.astype(float)
    correlation = (CORRELATION_WEIGHT * CORRELATION + (scaled * weight) @ scaled.T) / (CORRELATION_WEIGHT + together)
    return Learned(tuple(kinds), slopes, errors, _as_correlation(correlation))


def fuse(signals: Mapping[str, Signal], lessons: Sequence[Lesson], product: str, segment: str) -> Fused:
    """Fuse the evidence about one quarter; `signals` must not be empty.

    Once months of the quarter itself are known they are the starting point, and the rest tells how it goes on.
    """
    if "carry" in signals:
        return fuse_running(signals, lessons)
    prior = EQUITY_PRIOR if "equity" in signals else PAST_PRIOR
    shares = _learn_past(lessons, prior) if "momentum" in signals else prior
    whole = _with_past(signals, shares)
    return apply(learn(tuple(sorted(whole)), lessons, product, segment, shares), whole)


def apply(learned: Learned, signals: Mapping[str, Signal]) -> Fused:
    """Fuse evidence with what was learned; kinds that were not learned are left out."""
    places = [place for place, kind in enumerate(learned.kinds) if kind in signals]
    kinds = [learned.kinds[place] for place in places]
    values = np.array([signals[kind].value for kind in kinds]) * learned.slopes[places]
    sds = np.array([signals[kind].scale for kind in kinds]) * learned.errors[places]
    covariance = learned.correlation[np.ix_(places, places)] * np.outer(sds, sds)
    weights = least_variance(covariance)
    sd = math.sqrt(max(float(weights @ covariance @ weights), 1e-6))
    return Fused(
        mean=float(weights @ values),
        sd=sd,
        weights={kind: float(w) for kind, w in zip(kinds, weights, strict=True) if w > 0},
    )


def _learn_past(lessons: Sequence[Lesson], prior: Vector) -> Vector:
    """Learn by ridge regression the shares of momentum, swing and equity that make up the kind `past`."""
    known = [lesson for lesson in lessons if "momentum" in lesson.signals]
    terms = [_past_terms(lesson.signals) for lesson in known]
    scale = np.array([lesson.scale for lesson in known])
    table = np.array(terms).reshape(len(known), len(PAST_KINDS)) / scale[:, None]
    outcome = np.clip(np.array([lesson.outcome / lesson.scale for lesson in known]), -CLIP, CLIP)
    pull = PAST_PULL * np.eye(len(PAST_KINDS))
    shares: Vector = prior + np.linalg.solve(table.T @ table + pull, table.T @ (outcome - table @ prior))
    return shares


def _past_terms(signals: Mapping[str, Signal]) -> Vector:
    return np.array([signals[kind].value if kind in signals else 0.0 for kind in PAST_KINDS])


def _past_value(signals: Mapping[str, Signal], shares: Vector) -> float:
    return float(shares @ _past_terms(signals))


def _with_past(signals: Mapping[str, Signal], shares: Vector) -> dict[str, Signal]:
    """Return signals with momentum, swing and equity made into one kind, `past`."""
    kept = {kind: signal for kind, signal in signals.items() if kind not in HISTORY_KINDS}
    if "momentum" in signals:
        momentum = signals["momentum"]
        kept["past"] = Signal(_past_value(signals, shares), momentum.scale, momentum.statements)
    return kept


def fuse_running(signals: Mapping[str, Signal], lessons: Sequence[Lesson]) -> Fused:
    """Fuse months of the quarter itself with how the quarter before went on and with what the agency says is to come.

    The change is what the known months carry to the quarter's end, plus a share of what the quarter before added at
    this point, plus a share of the agency's gap to the carried change, plus one of what shares did of late. The
    last two count the more, the more of a quarter's move has lately come after its first months. All three are learned
    by ridge regression towards a prior.
    """
    share = RUNNING_PRIOR.copy()
    x, start, scale = _running_terms(signals)
    rows = [(*_running_terms(lesson.signals), lesson.outcome) for lesson in lessons if "carry" in lesson.signals]
    errors = np.zeros(0)
    if rows:
        table = np.array([row[0] / row[2] for row in rows])
        rest = np.array([(outcome - begun) / size for _, begun, size, outcome in rows])
        share = share + np.linalg.solve(table.T @ table + RUNNING_PULL, table.T @ (rest - table @ share))
        errors = np.clip(rest - table @ share, -CLIP, CLIP)
    spread = math.sqrt((ERROR_WEIGHT * RUNNING_ERROR**2 + float(errors @ errors)) / (ERROR_WEIGHT + len(errors)))
    return Fused(
        start + float(share @ x),
        spread * scale,
        {"carry": 1.0, "drift": float(share[0]), "agency": float(share[1]), "market": float(share[2])},
    )


def _running_terms(signals: Mapping[str, Signal]) -> tuple[Vector, float, float]:
    """Return drift, weighted gap and weighted change of shares, the carried change, and the size of error to expect."""
    carry, regime = signals["carry"], signals["nothing"].scale
    drift = signals["drift"].value - carry.value if "drift" in signals else 0.0
    gap = signals["agency"].value - carry.value if "agency" in signals else 0.0
    late = carry.scale / (carry.scale + regime / 2)
    market = signals["market"].value if "market" in signals else 0.0
    return np.array([drift, late**2 * gap, late**2 * market]), carry.value, math.sqrt(carry.scale * regime)


def _tables(
    kinds: Sequence[str], lessons: Sequence[Lesson], shares: Vector
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return values and scales (kinds x lessons); NaN where a lesson lacks a kind."""
    values, scales = [], []
    for kind in kinds:
        found = [lesson.signals.get("momentum" if kind == "past" else kind) for lesson in lessons]
        scales.append([signal.scale if signal else math.nan for signal in found])
        values.append([signal.value if signal else math.nan for signal in found])
        if kind == "past":
            values[-1] = [
                _past_value(lesson.signals, shares) if signal else math.nan
                for lesson, signal in zip(lessons, found, strict=True)
            ]
    shape = (len(kinds), len(lessons))
    return np.array(values, dtype=float).reshape(shape), np.array(scales, dtype=float).reshape(shape)


def _slope(prior: Prior, values: Vector, scales: Vector, outcome: Vector, weight: Vector) -> float:
    """Return the least-squares slope of the outcome on a kind's values, pulled towards its prior."""
    seen = ~np.isnan(values)
    x = values[seen] / scales[seen]
    y = outcome[seen] / scales[seen]
    pull = prior.slope_weight
    total = float((weight[seen] * x * x).sum()) + pull
    return (float((weight[seen] * x * y).sum()) + pull * prior.slope) / total


def _as_correlation(matrix: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the nearest usable correlation matrix: off-diagonal below 0.97, no negative eigenvalue."""
    bounded = np.clip(matrix, -0.5, 0.97)
    np.fill_diagonal(bounded, 1.0)
    values, vectors = np.linalg.eigh(bounded)
    fixed = (vectors * np.maximum(values, 0.02)) @ vectors.T
    root = np.sqrt(np.diag(fixed))
    result: NDArray[np.float64] = fixed / np.outer(root, root)
    return result


def least_variance(covariance: NDArray[np.float64]) -> Vector:
    """Return non-negative weights that sum to one with least variance; the most negative is dropped again and again."""
    places = list(range(len(covariance)))
    while True:
        part = covariance[np.ix_(places, places)]
        raw = np.linalg.solve(part, np.ones(len(places)))
        raw = raw / raw.sum()
        if len(places) == 1 or raw.min() >= 0:
            break
        places.pop(int(raw.argmin()))
    weights = np.zeros(len(covariance))
    weights[places] = raw
    return weights
