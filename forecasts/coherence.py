"""Coherence of a product and its segments: the total's change is the weighted mean of the segments' changes.

Every joint draw is reconciled by itself (Panagiotelis and others 2023): the segments take up the gap to the total in
the way that moves them least by the covariance of their errors (minimum trace, Wickramasuriya, Athanasopoulos and
Hyndman 2019). The total stays as it is, for its errors have been measured on many more quarters (immutable forecasts,
Zhang and others 2023). Changes are in log points, where the mean of changes is the change of the mean index.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from forecasts.base import QUANTILES
from forecasts.intervals import SEGMENT_CORRELATION, probability_above
from forecasts.paths import Planned, Table
from tracker.quarter import Quarter

TOTAL = "total"
_P10, _P90 = QUANTILES.index(0.10), QUANTILES.index(0.90)


@dataclass(frozen=True, slots=True)
class Part:
    """The path of one segment, or of the total, before or after it is made coherent: a row of a table for a quarter."""

    quarters: tuple[Quarter, ...]
    planned: Planned


def make_coherent(parts: Mapping[str, Part], shares: Mapping[str, float]) -> dict[str, Part]:
    """Return the parts of one product, its segments reconciled with its total in quarters that all of them forecast.

    `shares` are the weights of the segments in the total, above zero; they are made to sum to one. Where the total or a
    segment with a share has no path, nothing is changed: what is missing could be anything.
    """
    if TOTAL not in parts or len(shares) < 2 or not set(shares) <= set(parts):
        return dict(parts)
    names = sorted(shares)
    weights = np.array([shares[name] for name in names]) / sum(shares.values())
    common = set(parts[TOTAL].quarters).intersection(*(parts[name].quarters for name in names))
    columns = {name: parts[name].planned.draws.copy() for name in names}
    for quarter in sorted(common):
        places = [parts[name].quarters.index(quarter) for name in names]
        sizes = [_size(parts[name].planned.table.rows[at]) for name, at in zip(names, places, strict=True)]
        table = np.column_stack([columns[name][:, at] for name, at in zip(names, places, strict=True)])
        total = parts[TOTAL].planned.draws[:, parts[TOTAL].quarters.index(quarter)]
        for name, at, column in zip(names, places, reconcile(table, total, weights, sizes).T, strict=True):
            columns[name][:, at] = column
    return {name: _redrawn(part, columns[name], common) if name in columns else part for name, part in parts.items()}


def reconcile(
    segments: NDArray[np.float64], total: NDArray[np.float64], weights: NDArray[np.float64], sizes: Sequence[float]
) -> NDArray[np.float64]:
    """Return draws of segments (draws x segments) whose weighted mean is the total's draw.

    With W the covariance of the segments' errors (`sizes` and `SEGMENT_CORRELATION`) and w the weights, each draw moves
    by W w / (w' W w) times its gap.
    """
    together = SEGMENT_CORRELATION + (1 - SEGMENT_CORRELATION) * np.eye(len(sizes))
    covariance = together * np.outer(sizes, sizes)
    reach = covariance @ weights / (weights @ covariance @ weights)
    moved: NDArray[np.float64] = segments + np.outer(total - segments @ weights, reach)
    return moved


def _size(row: NDArray[np.float64]) -> float:
    return max(float(row[_P90] - row[_P10]), 1e-6)


def _redrawn(part: Part, draws: NDArray[np.float64], changed: set[Quarter]) -> Part:
    """Return a part with new draws; quantiles and probabilities of the changed quarters are read off them."""
    rows, prob_up = part.planned.table.rows.copy(), list(part.planned.table.prob_up)
    for place, quarter in enumerate(part.quarters):
        if quarter in changed:
            rows[place] = np.quantile(draws[:, place], QUANTILES)
            prob_up[place] = probability_above(rows[place])
    return Part(part.quarters, Planned(Table(rows, tuple(prob_up)), draws))
