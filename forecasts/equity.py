"""Equity moves: from raw closes and from documented moves to one kind of value, with abnormal return and z-score.

Returns across a suspension, across a split or beyond the exchange's own limit are no market moves and give none. The
market model is a line fitted to winsorized returns of the trailing sessions before the day, so that the day itself and
earlier shocks do not explain themselves away. numpy is imported when closes are first read.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from forecasts.flagrule import EventRule, Instrument
from forecasts.knowledge import Row
from forecasts.sessions import missed_sessions

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

# A raw close that changes by one of these factors (or its inverse) in a session without a documented move of that size
# is a split, a bonus issue or a capital reduction.
_SPLIT_FACTORS = (1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 8.0, 10.0, 20.0, 50.0)
_SPLIT_TOLERANCE = 0.04
_SPLIT_MIN_PCT = 30.0
_LIMIT_SLACK_PCT = 0.6
# What a documented figure must have been taken at to raise an event; intraday and pre-market figures are only shown.
CLOSE_BASES = ("close", "close_rounded", "near_close", "multi_day")
# Standard deviations (robust) at which returns are cut before the market model is fitted.
_WINSOR = 3.0
# So many series of one exchange tell its holidays from a suspension without the exchange's calendar.
_VOUCHING = 3
_MAD_TO_SIGMA = 1.4826


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A move of one instrument that ends with a session; percent and percentage points, z in trailing deviations.

    `closed_at` is the close of the session, UTC. `abnormal_pct` (against the market of the listing), `sector_pct`
    (against its sector), `z` (of the raw move) and `abnormal_z` are None where no benchmark or too short a history is
    at hand. `price_basis` is close, intraday or multi-day; only closes raise an event.
    """

    ticker: str
    name: str
    country: str
    kind: str
    day: dt.date
    closed_at: dt.datetime
    sessions: int
    change_pct: float
    abnormal_pct: float | None = None
    sector_pct: float | None = None
    z: float | None = None
    abnormal_z: float | None = None
    price_basis: str = "close"
    is_limit: bool = False
    url: str | None = None
    reason: str | None = None
    document_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One instrument's sessions, closes and simple returns.

    A return is NaN where it is no market move (`breaks` says why).
    """

    ticker: str
    days: tuple[dt.date, ...]
    closes: Array
    returns: Array
    breaks: tuple[tuple[dt.date, str], ...]

    def position(self, day: dt.date) -> int | None:
        """Return the index of the last session on or before a day, or None before the first."""
        import bisect

        found = bisect.bisect_right(self.days, day) - 1
        return found if found >= 0 else None


def close_moment(instrument: Instrument, day: dt.date) -> dt.datetime:
    """Return the close of an instrument's session, UTC."""
    local = dt.datetime.combine(day, instrument.exchange.close, ZoneInfo(instrument.exchange.time_zone))
    return local.astimezone(dt.UTC)


def _split_factor(ratio: float) -> float | None:
    """Return the split factor that a ratio of closes looks like, or None."""
    for factor in _SPLIT_FACTORS:
        for candidate in (factor, 1 / factor):
            if abs(ratio / candidate - 1) <= _SPLIT_TOLERANCE:
                return candidate
    return None


def _break_reason(
    instrument: Instrument, before: dt.date, day: dt.date, ratio: float, held: Sequence[dt.date]
) -> str | None:
    """Say why a change between two closes is no market move, or None where it is one."""
    change = abs(100 * (ratio - 1))
    limit = instrument.limit_on(day)
    if limit is not None and change > limit + _LIMIT_SLACK_PCT:
        return f"{100 * (ratio - 1):+.1f} % is beyond the daily limit of {limit:g} %: a corporate action or a slip"
    if change >= _SPLIT_MIN_PCT and _split_factor(ratio):
        return f"close changed by a factor of {ratio:.3g}: taken for a split or a capital change"
    missed = missed_sessions(instrument.exchange.code, before, day, held)
    if missed:
        return f"no close on {missed} sessions since {before}: suspended or not recorded"
    return None


def build_series(rows: Iterable[Row], instruments: dict[str, Instrument]) -> dict[str, Series]:
    """Build the series of every watched ticker from rows of closes.

    Of two closes for a session the later known counts.
    """
    closes: dict[str, dict[dt.date, float]] = {}
    for row in sorted(rows, key=lambda row: row["known_on"]):
        if row["ticker"] in instruments and row["close"] > 0:
            closes.setdefault(row["ticker"], {})[row["session_date"]] = float(row["close"])
    if not closes:
        return {}
    import numpy as np

    held = _sessions_seen(closes, instruments)
    series = {}
    for ticker, by_day in sorted(closes.items()):
        days = tuple(sorted(by_day))
        levels = np.array([by_day[day] for day in days])
        ratios = levels[1:] / levels[:-1]
        returns = np.concatenate([[np.nan], ratios - 1])
        breaks = []
        for i in _suspects(days, ratios, instruments[ticker]):
            instrument = instruments[ticker]
            reason = _break_reason(
                instrument, days[i - 1], days[i], float(ratios[i - 1]), held[instrument.exchange.code]
            )
            if reason:
                returns[i] = np.nan
                breaks.append((days[i], reason))
        series[ticker] = Series(
            ticker=ticker, days=days, closes=_continuous(levels, returns), returns=returns, breaks=tuple(breaks)
        )
    return series


def _sessions_seen(
    closes: dict[str, dict[dt.date, float]], instruments: dict[str, Instrument]
) -> dict[str, list[dt.date]]:
    """Return the days on which anything watched closed, by exchange.

    Empty where fewer than three series vouch for it.
    """
    by_exchange: dict[str, list[str]] = {}
    for ticker in closes:
        by_exchange.setdefault(instruments[ticker].exchange.code, []).append(ticker)
    seen = {}
    for code, tickers in by_exchange.items():
        count = Counter(day for ticker in tickers for day in closes[ticker])
        # A single series may carry a slip in its date; two that agree do not.
        seen[code] = sorted(day for day in count if count[day] > 1) if len(tickers) >= _VOUCHING else []
    return seen


def _suspects(days: Sequence[dt.date], ratios: Array, instrument: Instrument) -> list[int]:
    """Return the sessions whose change is large or follows a long pause: only these need a closer look."""
    smallest = min([limit for _, limit in instrument.limits] or [_SPLIT_MIN_PCT])
    large = {i + 1 for i in range(len(ratios)) if abs(100 * (ratios[i] - 1)) > smallest}
    paused = {i for i in range(1, len(days)) if (days[i] - days[i - 1]).days > 4}
    return sorted(large | paused)


def _continuous(levels: Array, returns: Array) -> Array:
    """Chain closes from the returns that count, so that highs and lows survive splits and gaps.

    The last level is kept.
    """
    import numpy as np

    chained = np.cumprod(1 + np.nan_to_num(returns))
    return np.asarray(chained / chained[-1] * levels[-1], dtype=np.float64)


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


def _sums(values: Array, sessions: int) -> Array:
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


def _finite(value: Any) -> float | None:
    """Return a float, or None for NaN and infinity."""
    return round(float(value), 4) if abs(value) < float("inf") else None


def moves_of(measured: Measured, instrument: Instrument, sessions: int, least_pct: float) -> list[Move]:
    """Return a series' moves over so many sessions whose raw or abnormal size reaches `least_pct`, oldest first."""
    import numpy as np

    raw = 100 * _sums(measured.series.returns, sessions)
    abnormal = 100 * _sums(measured.abnormal, sessions)
    sector = 100 * _sums(measured.sector, sessions)
    root = 100 * float(np.sqrt(sessions))
    with np.errstate(invalid="ignore", divide="ignore"):
        z = raw / (root * measured.sigma_raw)
        abnormal_z = abnormal / (root * measured.sigma_abnormal)
    large = np.flatnonzero(~np.isnan(raw) & ((np.abs(raw) >= least_pct) | (np.abs(abnormal) >= least_pct)))
    moves = []
    for i in large:
        day = measured.series.days[i]
        limit = instrument.limit_on(day)
        moves.append(
            Move(
                ticker=instrument.ticker,
                name=instrument.name,
                country=instrument.exchange.country,
                kind=instrument.kind,
                day=day,
                closed_at=close_moment(instrument, day),
                sessions=sessions,
                change_pct=round(float(raw[i]), 4),
                abnormal_pct=_finite(abnormal[i]),
                sector_pct=_finite(sector[i]),
                z=_finite(z[i]),
                abnormal_z=_finite(abnormal_z[i]),
                is_limit=limit is not None and sessions == 1 and abs(float(raw[i])) >= limit - _LIMIT_SLACK_PCT,
            )
        )
    return moves


def documented_moves(rows: Iterable[Row], instruments: dict[str, Instrument]) -> list[Move]:
    """Return the documented moves of watched instruments, oldest first.

    Of several for one session a close goes first.
    """
    by_alias = {alias.casefold(): one.ticker for one in instruments.values() for alias in (one.name, *one.aliases)}
    rank = {basis: place for place, basis in enumerate((*CLOSE_BASES, "intraday"))}
    best: dict[tuple[str, dt.date, int], Move] = {}
    for row in sorted(rows, key=lambda row: (rank.get(row["price_basis"], len(rank)), row["known_on"], row["move_id"])):
        instrument = instruments.get(row["ticker"] or by_alias.get(row["instrument"].casefold(), ""))
        if instrument is None:
            continue
        key = (instrument.ticker, row["event_date"], int(row["horizon_sessions"]))
        best.setdefault(
            key,
            Move(
                ticker=instrument.ticker,
                name=instrument.name,
                country=instrument.exchange.country,
                kind=instrument.kind,
                day=row["event_date"],
                closed_at=close_moment(instrument, row["event_date"]),
                sessions=int(row["horizon_sessions"]),
                change_pct=float(row["change_pct"]),
                price_basis=row["price_basis"],
                url=row["url"],
                reason=row["reason"],
                document_id=row["document_id"],
            ),
        )
    return sorted(best.values(), key=lambda move: (move.closed_at, move.ticker))


def join_sources(measured: Iterable[Move], documented: Iterable[Move]) -> list[Move]:
    """Join moves from closes with documented ones: closes give the figures, documents their address and reason."""
    told = {(move.ticker, move.day, move.sessions): move for move in documented}
    joined = []
    for move in measured:
        other = told.pop((move.ticker, move.day, move.sessions), None)
        joined.append(
            replace(move, url=other.url, reason=other.reason, document_id=other.document_id) if other else move
        )
    return sorted([*joined, *told.values()], key=lambda move: (move.closed_at, move.ticker, move.sessions))


def distance_from_extreme(
    series: Series, moment: dt.datetime, instrument: Instrument, sessions: int, side: int
) -> float | None:
    """Return how far the last close before a moment lies from its high (side -1) or low (+1) of the sessions.

    Percent.
    """
    import numpy as np

    day = moment.date() + dt.timedelta(days=1)
    at = series.position(day)
    while at is not None and at >= 0 and close_moment(instrument, series.days[at]) > moment:
        at -= 1
    if at is None or at < 0 or (moment.date() - series.days[at]).days > 10:
        return None
    window = series.closes[max(0, at - sessions + 1) : at + 1]
    extreme = float(np.max(window)) if side < 0 else float(np.min(window))
    return round(100 * (float(series.closes[at]) / extreme - 1), 4)
