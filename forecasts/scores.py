"""Scores of forecasts against outcomes: plain functions on arrays, in percentage points."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from forecasts.intervals import NORMAL_SCORES

LEVELS = (np.arange(99) + 1) / 100
_LEVEL_SCORES = np.array(
    [
        # Standard normal quantiles of 0.01 to 0.50; the upper half mirrors them.
        -2.3263, -2.0537, -1.8808, -1.7507, -1.6449, -1.5548, -1.4758, -1.4051, -1.3408, -1.2816,
        -1.2265, -1.1750, -1.1264, -1.0803, -1.0364, -0.9945, -0.9542, -0.9154, -0.8779, -0.8416,
        -0.8064, -0.7722, -0.7388, -0.7063, -0.6745, -0.6433, -0.6128, -0.5828, -0.5534, -0.5244,
        -0.4959, -0.4677, -0.4399, -0.4125, -0.3853, -0.3585, -0.3319, -0.3055, -0.2793, -0.2533,
        -0.2275, -0.2019, -0.1764, -0.1510, -0.1257, -0.1004, -0.0753, -0.0502, -0.0251, 0.0,
    ]
)  # fmt: skip
LEVEL_SCORES: NDArray[np.float64] = np.concatenate([_LEVEL_SCORES, -_LEVEL_SCORES[:-1][::-1]])
BLOCK = 4


def dense_quantiles(row_log: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return 99 quantiles in percent from the seven of `QUANTILES` in log points, straight lines between and beyond."""
    nodes = np.array(NORMAL_SCORES)
    values = np.interp(LEVEL_SCORES, nodes, row_log)
    low, high = nodes[0] > LEVEL_SCORES, nodes[-1] < LEVEL_SCORES
    values[low] = row_log[0] + (LEVEL_SCORES[low] - nodes[0]) * (row_log[1] - row_log[0]) / (nodes[1] - nodes[0])
    values[high] = row_log[-1] + (LEVEL_SCORES[high] - nodes[-1]) * (row_log[-1] - row_log[-2]) / (
        nodes[-1] - nodes[-2]
    )
    result: NDArray[np.float64] = 100 * np.expm1(values / 100)
    return result


def pinball(values: NDArray[np.float64], levels: NDArray[np.float64], outcome: float) -> float:
    """Return the mean quantile loss (Koenker and Bassett 1978) over levels."""
    gap = outcome - values
    return float(np.mean(np.maximum(levels * gap, (levels - 1) * gap)))


def crps(values_pct: NDArray[np.float64], outcome_pct: float) -> float:
    """Return the continuous ranked probability score of 99 quantiles: twice their mean quantile loss."""
    return 2 * pinball(values_pct, LEVELS, outcome_pct)


def bootstrap_mean(values: NDArray[np.float64], *, draws: int = 2000, block: int = BLOCK) -> tuple[float, float]:
    """Return the 90 % interval of a mean by a circular block bootstrap (Politis and Romano 1992), always the same.

    More values than a block are needed: of fewer, every resample is the same.
    """
    n = len(values)
    starts = np.random.default_rng(7).integers(0, n, size=(draws, -(-n // block)))
    places = ((starts[:, :, None] + np.arange(block)) % n).reshape(draws, -1)[:, :n]
    means = values[places].mean(axis=1)
    low, high = np.quantile(means, [0.05, 0.95])
    return float(low), float(high)
