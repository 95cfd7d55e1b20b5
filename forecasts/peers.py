"""Peers to compare with: AutoARIMA, AutoETS and Theta of statsforecast, and Prophet alone. Needs the extra `bench`.

A peer reads the outcome's own series and nothing else: the log levels of its months known at the origin where it has
months, else the chained log levels of its quarters. It scores the running quarter.
"""

from __future__ import annotations

import datetime as dt
import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from forecasts.base import to_pct
from forecasts.folds import origin_date
from forecasts.models.prophet import extrapolate
from forecasts.monthly import next_month
from forecasts.outcome import Outcome, Past, carried_change, past_of
from tracker.errors import UsageError
from tracker.quarter import Quarter, period_bounds

LONGEST = 120
SHORTEST = 12
MONTHS_AHEAD = 6
Levels = NDArray[np.float64]
Peer = Callable[[Levels, list[dt.date], int], Levels]
"""From log levels, their dates and a number of steps to as many levels ahead."""


@dataclass(frozen=True, slots=True)
class PeerScore:
    """The mean absolute error of a peer divided by that of no change, and on how many quarters."""

    peer: str
    origin: str
    n: int
    ratio: float


@dataclass(frozen=True, slots=True)
class PeerMiss:
    """By how many points a peer missed one quarter, and by how many no change did."""

    peer: str
    origin: str
    quarter: Quarter
    error_pp: float
    no_change_pp: float


def run_peers(outcome: Outcome, since: Quarter, today: dt.date, origins: tuple[str, ...]) -> list[PeerMiss]:
    """Return the misses of every peer at each origin, on quarters for which all of them could be fitted.

    Raises UsageError where statsforecast is not installed.
    """
    peers = find_peers()
    final = past_of(outcome, today).settled
    kept: dict[tuple[Quarter, int], dict[str, float]] = {}
    misses = []
    for origin in origins:
        for quarter in sorted(each for each in final if each >= since):
            past = past_of(outcome, origin_date(quarter, origin))
            # Two origins with the same months known are one question.
            key = (quarter, len(past.months) or -len(past.settled) - len(past.nowcast))
            if key not in kept:
                asked = {name: said_change(peer, past, quarter) for name, peer in peers.items()}
                kept[key] = {name: change for name, change in asked.items() if change is not None}
            said = kept[key]
            if len(said) < len(peers):
                continue
            actual = to_pct(final[quarter].change_log)
            for name, change in said.items():
                misses.append(PeerMiss(name, origin, quarter, abs(to_pct(change) - actual), abs(actual)))
    return misses


def score_peers(misses: Sequence[PeerMiss], only: Callable[[Quarter], bool]) -> list[PeerScore]:
    """Return the score of each peer at each origin on the quarters that count."""
    groups: dict[tuple[str, str], list[PeerMiss]] = {}
    for miss in misses:
        if only(miss.quarter):
            groups.setdefault((miss.peer, miss.origin), []).append(miss)
    return [
        PeerScore(peer, origin, len(group), sum(m.error_pp for m in group) / sum(m.no_change_pp for m in group))
        for (peer, origin), group in groups.items()
    ]


def find_peers() -> Mapping[str, Peer]:
    """Return the peers by name; raise UsageError where statsforecast is not installed."""
    try:
        from statsforecast.models import AutoARIMA, AutoETS, Theta
    except ImportError as error:
        raise UsageError(f"the peers need statsforecast ({error}): pip install memtrack[bench]") from error
    return {
        "AutoARIMA": _stats(lambda: AutoARIMA(season_length=1)),
        "AutoETS": _stats(lambda: AutoETS(season_length=1, model="ZZN")),
        "Theta": _stats(lambda: Theta(season_length=1)),
        "Prophet alone": extrapolate,
    }


def _stats(make: Callable[[], Any]) -> Peer:
    def ahead(levels: Levels, _dates: list[dt.date], steps: int) -> Levels:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return np.asarray(make().forecast(y=levels, h=steps)["mean"], dtype=float)

    return ahead


def said_change(peer: Peer, past: Past, quarter: Quarter) -> float | None:
    """Return the change in log points that a peer expects of a quarter; None where it has too little to go by."""
    if past.months:
        return _from_months(peer, past.months, quarter)
    levels, last = _quarterly_levels(past, quarter)
    if len(levels) < SHORTEST or last is None:
        return None
    steps = quarter - last
    path = peer(levels, [(last + (step - len(levels) + 1)).start for step in range(len(levels))], steps)
    before = path[-2] if steps > 1 else levels[-1]
    return float(path[-1] - before)


def _from_months(peer: Peer, months: Mapping[str, float], quarter: Quarter) -> float | None:
    names = list(months)[-LONGEST:]
    if len(names) < SHORTEST:
        return None
    filled, following = dict(months), next_month(names[-1])
    ahead: list[str] = []
    while following <= quarter.months[2] and len(ahead) < MONTHS_AHEAD:
        ahead.append(following)
        following = next_month(following)
    if ahead:
        levels = np.array([months[name] for name in names])
        path = peer(levels, [period_bounds(name)[0] for name in names], len(ahead))
        filled |= dict(zip(ahead, map(float, path), strict=True))
    return carried_change(filled, quarter)


def _quarterly_levels(past: Past, quarter: Quarter) -> tuple[Levels, Quarter | None]:
    """Return the chained log levels of the last run of quarters before one, and the last of them."""
    known = {**past.nowcast, **past.settled}
    last = max((each for each in known if each < quarter), default=None)
    run: list[float] = []
    asked = last
    while asked is not None and asked in known and len(run) < LONGEST:
        run.append(known[asked].change_log)
        asked = asked + -1
    return np.concatenate([[0.0], np.cumsum(run[::-1])]), last
