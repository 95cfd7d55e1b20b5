"""The market model: what of a return its market and its sector do not explain, and how unusual moves of a size are.

A line is fitted to winsorized returns of the trailing sessions before each day, so that neither the day itself nor
earlier shocks explain themselves away. numpy is imported when a series is first measured.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from forecasts.flagrule import EventRule, Instrument
from forecasts.series import Series

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

# Standard deviations (robust) at which returns are cut before the market model is fitted.
_WINSOR = 3.0
_MAD_TO_SIGMA = 1.4826


def _rolling_sigma(values: Array, window: int, needed: int) -> Array:
    """Return the robust deviation (scaled median absolute value) of the `window` values before each one.

    NaN if too few.
    """
    import numpy as np

    padded = np.concatenate([np.full(window, np.nan), np.abs(values)])[:-1]
    # NaN sorts to the end, so that the middle of the values that are there is found by their count.
    windows = np.sort(np.lib.stride_tricks.sliding_window_view(padded, window), axis=1)
    counts = np.sum(~np.isnan(windows), axis=1)
    rows = np.arange(len(values))
    low, high = np.maximum(counts - 1, 0) // 2, counts // 2
    middle = (windows[rows, low] + windows[rows, np.minimum(high, window - 1)]) / 2
    return np.asarray(np.where(counts >= needed, _MAD_TO_SIGMA * middle, np.nan), dtype=np.float64)


def _rolling_mean(values: Array, window: int, needed: int) -> Array:
    """Return the mean of the `window` values before each one, leaving out NaN.

    NaN where fewer than needed are there.
    """
    import numpy as np

    good = ~np.isnan(values)
    sums = np.concatenate([[0.0], np.cumsum(np.where(good, values, 0.0))])
    counts = np.concatenate([[0], np.cumsum(good)])
    ends = np.arange(len(values))
    starts = np.maximum(0, ends - window)
    number = counts[ends] - counts[starts]
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = (sums[ends] - sums[starts]) / number
    return np.asarray(np.where(number >= needed, mean, np.nan), dtype=np.float64)


def abnormal_returns(ours: Array, market: Array, rule: EventRule) -> Array:
    """Return what a robust market model of the trailing sessions leaves of each return.

    NaN where it can't be fitted.
    """
    import numpy as np

    window, needed = rule.model_sessions, rule.sessions_min
    both = ~np.isnan(ours) & ~np.isnan(market)
    cut = []
    for values in (np.where(both, ours, np.nan), np.where(both, market, np.nan)):
        sigma = _rolling_sigma(values, rule.volatility_sessions, needed // 2)
        bound = np.where(np.isnan(sigma) | (sigma == 0), np.inf, _WINSOR * sigma)
        cut.append(np.clip(values, -bound, bound))
    y, x = cut
    mean_x, mean_y = _rolling_mean(x, window, needed), _rolling_mean(y, window, needed)
    covariance = _rolling_mean(x * y, window, needed) - mean_x * mean_y
    variance = _rolling_mean(x * x, window, needed) - mean_x**2
    with np.errstate(invalid="ignore", divide="ignore"):
        beta = covariance / variance
    return np.asarray(ours - (mean_y - beta * mean_x) - beta * market, dtype=np.float64)


def _aligned(series: Series, others: Sequence[Series]) -> Array:
    """Return a benchmark's returns on a series' sessions, from the first of the others that has the session."""
    import numpy as np

    aligned = np.full(len(series.days), np.nan)
    for other in reversed(others):
        by_day = dict(zip(other.days, other.returns, strict=True))
        values = np.array([by_day.get(day, np.nan) for day in series.days])
        aligned = np.where(np.isnan(values), aligned, values)
    return aligned


def trailing_sums(values: Array, sessions: int) -> Array:
    """Return trailing sums over so many sessions, NaN where one is missing."""
    import numpy as np

    padded = np.concatenate([np.full(sessions - 1, np.nan), values])
    return np.asarray(np.lib.stride_tricks.sliding_window_view(padded, sessions).sum(axis=1), dtype=np.float64)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A series with its abnormal returns and the trailing deviation of raw and abnormal ones.

    Aligned with its sessions.
    """

    series: Series
    abnormal: Array
    sector: Array
    sigma_raw: Array
    sigma_abnormal: Array


def measure_series(
    all_series: dict[str, Series], instruments: dict[str, Instrument], rule: EventRule
) -> dict[str, Measured]:
    """Fit the market model of every series against the benchmarks of its listing."""
    measured = {}
    for ticker, series in all_series.items():
        market = [all_series[name] for name in instruments[ticker].market if name in all_series]
        sector = [all_series[name] for name in instruments[ticker].sector if name in all_series]
        abnormal = abnormal_returns(series.returns, _aligned(series, market), rule)
        measured[ticker] = Measured(
            series=series,
            abnormal=abnormal,
            sector=abnormal_returns(series.returns, _aligned(series, sector), rule),
            sigma_raw=_rolling_sigma(series.returns, rule.volatility_sessions, rule.sessions_min),
            sigma_abnormal=_rolling_sigma(abnormal, rule.volatility_sessions, rule.sessions_min),
        )
    return measured
