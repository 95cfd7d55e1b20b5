"""Return series from raw closes: what is no market move gives no return.

Splits, bonus issues and dividends that a feed states are taken out of the return of their ex-day. Returns across a
suspension, across what looks like a split that nobody stated, or beyond the exchange's own limit are left out, each
with its reason. numpy is imported when closes are first read.
"""

from __future__ import annotations

import bisect
import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from forecasts.flagrule import Instrument
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
# So many series of one exchange tell its holidays from a suspension without the exchange's calendar.
_VOUCHING = 3
LIMIT_SLACK_PCT = 0.6
_EVENT_NAMES = {"share_split": "split", "share_dividend": "dividend"}
_EX_DAY = "ex-day "


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareEvent:
    """What changes a share's close without moving its value: a split (new shares for an old one) or a cash dividend.

    `size` is the number of new shares for an old one, or the dividend a share in the currency of the closes. A bonus
    issue of three for ten is a split of 1.3.
    """

    ticker: str
    ex_day: dt.date
    kind: str
    size: float

    def undo(self, ratio: float, before: float) -> float:
        """Return the ratio of closes over the ex-day that the market made, given the close before it."""
        return ratio * self.size if self.kind == "split" else ratio + self.size / before


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
        found = bisect.bisect_right(self.days, day) - 1
        return found if found >= 0 else None


def _split_factor(ratio: float) -> float | None:
    """Return the split factor that a ratio of closes looks like, or None."""
    for factor in _SPLIT_FACTORS:
        for candidate in (factor, 1 / factor):
            if abs(ratio / candidate - 1) <= _SPLIT_TOLERANCE:
                return candidate
    return None


def _break_reason(
    instrument: Instrument, before: dt.date, day: dt.date, ratio: float, held: Sequence[dt.date] | None
) -> str | None:
    """Say why a change between two closes is no market move, or None where it is one.

    `held` are the days on which the exchange was seen to be open; None where pauses don't matter.
    """
    change = abs(100 * (ratio - 1))
    limit = instrument.limit_on(day)
    if limit is not None and change > limit + LIMIT_SLACK_PCT:
        return f"{100 * (ratio - 1):+.1f} % is beyond the daily limit of {limit:g} %: a corporate action or a slip"
    if change >= _SPLIT_MIN_PCT and _split_factor(ratio):
        return f"close changed by a factor of {ratio:.3g}: taken for a split or a capital change"
    missed = missed_sessions(instrument.exchange.code, before, day, held) if held is not None else 0
    if missed:
        return f"no close on {missed} sessions since {before}: suspended or not recorded"
    return None


def share_events(indicators: Iterable[Row]) -> list[ShareEvent]:
    """Return the splits and dividends among rows of indicators; of two versions of one the later known counts."""
    events: dict[tuple[str, str], ShareEvent] = {}
    for row in sorted(indicators, key=lambda row: row["known_on"]):
        kind = _EVENT_NAMES.get(row["name"])
        qualifier = row["qualifier"] or ""
        if kind and qualifier.startswith(_EX_DAY):
            ex_day = dt.date.fromisoformat(qualifier.removeprefix(_EX_DAY))
            events[row["entity"], f"{kind} {ex_day}"] = ShareEvent(
                ticker=row["entity"], ex_day=ex_day, kind=kind, size=float(row["value_low"])
            )
    return list(events.values())


def build_series(
    rows: Iterable[Row],
    instruments: dict[str, Instrument],
    events: Iterable[ShareEvent] = (),
    *,
    spans_pauses: bool = False,
) -> dict[str, Series]:
    """Build the series of every watched ticker from rows of raw closes and the share events known with them.

    Of two closes for a session the later known counts. A change over sessions without a close is a return only with
    `spans_pauses`, which asks no exchange's calendar.
    """
    by_ticker: dict[str, list[ShareEvent]] = {}
    for event in events:
        by_ticker.setdefault(event.ticker, []).append(event)
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
        for event in by_ticker.get(ticker, ()):
            at = bisect.bisect_left(days, event.ex_day)
            if 0 < at < len(days):
                ratios[at - 1] = event.undo(float(ratios[at - 1]), float(levels[at - 1]))
        returns = np.concatenate([[np.nan], ratios - 1])
        breaks = []
        for i in _suspects(days, ratios, instruments[ticker]):
            instrument = instruments[ticker]
            open_days = None if spans_pauses else held[instrument.exchange.code]
            reason = _break_reason(instrument, days[i - 1], days[i], float(ratios[i - 1]), open_days)
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
