"""How wide an interval has to be: conformal on the errors that the combination itself made, in units of its own spread.

A forecast's error divided by the spread that it claimed is comparable over products and regimes. The multiple of the
spread that held the wanted share of past errors (with the finite-sample rule of Vovk, Gammerman and Shafer 2005) widens
or narrows the next interval; it is nudged after every miss or hit (Gibbs and Candes 2021), and pulled towards Student's
t with five degrees of freedom while errors are few.
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from forecasts.base import QUANTILES

COVERAGES: tuple[float, ...] = (0.50, 0.80, 0.95)
STUDENT: tuple[float, ...] = (0.727, 1.476, 2.571)
"""Two-sided multiples of Student's t with five degrees of freedom for the three coverages."""
NORMAL_SCORES: tuple[float, ...] = (-1.959964, -1.281552, -0.674490, 0.0, 0.674490, 1.281552, 1.959964)
STEP = 0.04
REACH = 0.3
"""How far the nudged level may go: three tenths of the way to nothing or to certainty."""
PULL = 10.0
STRETCH = 0.14
DRAWS = 4000
SEED = 20140401
SEGMENT_CORRELATION = 0.8
"""How errors of a product's segments are taken to go together: what nobody foresaw is missing from all of them."""


@dataclass(frozen=True, slots=True)
class Spread:
    """Multiples of the claimed spread for 50, 80 and 95 % coverage, and the number of past errors behind them."""

    multiples: tuple[float, float, float]
    errors: int


def learn_spread(standard_errors: Sequence[float], weights: Sequence[float] | None = None) -> Spread:
    """Learn the multiples from past errors in units of claimed spread, oldest first."""
    sizes = np.abs(np.asarray(standard_errors, dtype=float))
    shares = np.ones(len(sizes)) if weights is None else np.asarray(weights, dtype=float)
    multiples = [_multiple(sizes, shares, level, usual) for level, usual in zip(COVERAGES, STUDENT, strict=True)]
    ordered = np.maximum.accumulate(multiples)
    return Spread((float(ordered[0]), float(ordered[1]), float(ordered[2])), len(sizes))


def learn_horizon_spread(standard_errors: Sequence[float], horizon: int) -> Spread:
    """Learn the multiples for a change over several quarters from past errors over as many, oldest first.

    Errors over h quarters overlap, so that h of them tell no more than one, and the claimed spread of a longer way is
    the less to be trusted: each further quarter adds `STRETCH` to the multiples.
    """
    learned = learn_spread(standard_errors, [1 / horizon] * len(standard_errors))
    stretch = 1 + STRETCH * (horizon - 1)
    narrow, middle, wide = (multiple * stretch for multiple in learned.multiples)
    return Spread((narrow, middle, wide), learned.errors)


def _multiple(sizes: NDArray[np.float64], weights: NDArray[np.float64], level: float, usual: float) -> float:
    """Return the multiple for one coverage, walked through the past with the nudged level of Gibbs and Candes."""
    if len(sizes) == 0:
        return usual
    aim = level
    for place in range(8, len(sizes)):
        guess = _finite_quantile(sizes[:place], weights[:place], aim, usual)
        aim += STEP * float(weights[place]) * (level - float(sizes[place] <= guess))
        aim = min(max(aim, level - REACH * level), level + REACH * (1 - level))
    return _finite_quantile(sizes, weights, aim, usual)


def _finite_quantile(sizes: NDArray[np.float64], weights: NDArray[np.float64], level: float, usual: float) -> float:
    """Return the conformal quantile with n + 1 in place of n, pulled towards the usual multiple by PULL errors."""
    order = np.argsort(sizes)
    total = float(weights.sum())
    heap = np.cumsum(weights[order]) / (total + 1)
    place = int(np.searchsorted(heap, level - 1e-9))
    largest = float(sizes[order[-1]])
    found = float(sizes[order[place]]) if place < len(sizes) else max(largest, usual)
    return (total * found + PULL * usual) / (total + PULL)


def quantiles(mean: float, sd: float, spread: Spread) -> NDArray[np.float64]:
    """Return the seven quantiles of `QUANTILES` in log points, in order."""
    narrow, middle, wide = spread.multiples
    return mean + sd * np.array([-wide, -middle, -narrow, 0.0, narrow, middle, wide])


def draw_paths(table: NDArray[np.float64], correlation: float, segment: str = "") -> NDArray[np.float64]:
    """Draw joint paths (draws x quarters, log points) whose margins have the quantiles of `table` (quarters x 7).

    Neighbouring quarters' errors go together by `correlation`, those further apart by its powers (a Gaussian copula).
    Draws of different segments that end in the same quarter go together by `SEGMENT_CORRELATION`, row by row. They are
    the same at every call and symmetric, so that medians stay medians.
    """
    steps = len(table)
    lags = np.abs(np.subtract.outer(np.arange(steps), np.arange(steps)))
    root = np.linalg.cholesky(correlation**lags + 1e-9 * np.eye(steps))
    shape = (steps, DRAWS // 2)
    shared = np.random.default_rng(SEED).standard_normal(shape)
    alone = np.random.default_rng([SEED, 1 + zlib.crc32(segment.encode())]).standard_normal(shape)
    half = (math.sqrt(SEGMENT_CORRELATION) * shared + math.sqrt(1 - SEGMENT_CORRELATION) * alone).T
    # From the last quarter backwards, so that paths that begin in different quarters share their draws where they meet.
    scores = (np.concatenate([half, -half]) @ root.T)[:, ::-1]
    return np.column_stack([_at_scores(scores[:, step], table[step]) for step in range(steps)])


def _at_scores(scores: NDArray[np.float64], row: NDArray[np.float64]) -> NDArray[np.float64]:
    """Map standard normal scores to values through the quantiles, straight lines between and beyond them."""
    nodes = np.array(NORMAL_SCORES)
    low = row[0] + (scores - nodes[0]) * (row[1] - row[0]) / (nodes[1] - nodes[0])
    high = row[-1] + (scores - nodes[-1]) * (row[-1] - row[-2]) / (nodes[-1] - nodes[-2])
    inside = np.interp(scores, nodes, row)
    return np.where(scores < nodes[0], low, np.where(scores > nodes[-1], high, inside))


def probability_above(row: NDArray[np.float64], threshold: float = 0.0) -> float:
    """Return the probability that a value with these quantiles lies above a threshold (log points)."""
    nodes = np.array(NORMAL_SCORES)
    if row[-1] - row[0] < 1e-9:
        return float(row[3] > threshold)
    if threshold < row[0]:
        score = nodes[0] + (threshold - row[0]) * (nodes[1] - nodes[0]) / max(row[1] - row[0], 1e-9)
    elif threshold > row[-1]:
        score = nodes[-1] + (threshold - row[-1]) * (nodes[-1] - nodes[-2]) / max(row[-1] - row[-2], 1e-9)
    else:
        score = float(np.interp(threshold, row, nodes))
    return 0.5 * math.erfc(float(score) / math.sqrt(2))


def turn_probability(draws: NDArray[np.float64], known: float) -> float | None:
    """Return the share of joint draws of one quarter (log points) that move against a known change.

    None where the known change is zero or nothing: without a direction there is no turn.
    """
    if known == 0:
        return None
    return float(np.mean(draws * math.copysign(1.0, known) < 0))


__all__ = [
    "COVERAGES",
    "QUANTILES",
    "Spread",
    "draw_paths",
    "learn_spread",
    "probability_above",
    "quantiles",
    "turn_probability",
]
