"""Peers from statsforecast: AutoARIMA, AutoETS and Theta. Needs the extra `bench`; scores the running quarter only.

Once months of the quarter itself are known a quarterly model has nothing to add to what they carry, so that only the
two origins before that are scored.
"""

from __future__ import annotations

import datetime as dt
import warnings
from typing import Any

import numpy as np
from numpy.typing import NDArray

from forecasts.base import to_pct
from forecasts.folds import origin_date
from forecasts.outcome import Outcome, past_of
from tracker.errors import UsageError
from tracker.quarter import Quarter

ORIGINS = ("before", "start")
LONGEST = 80


def print_peers(outcome: Outcome, since: Quarter, today: dt.date) -> None:
    """Print the ratio of each peer's mean absolute error to that of no change, horizon 1, at each origin.

    A peer gets the log levels of the quarters known at the origin (running ones as their known months carry them).
    """
    try:
        from statsforecast.models import AutoARIMA, AutoETS, Theta
    except ImportError as error:
        raise UsageError(f"the peers need statsforecast ({error}): pip install memtrack[bench]") from error
    final = past_of(outcome, today).settled
    for origin in ORIGINS:
        errors: dict[str, list[float]] = {"AutoARIMA": [], "AutoETS": [], "Theta": []}
        outcomes = []
        for quarter in sorted(quarter for quarter in final if quarter >= since):
            levels = _levels(outcome, quarter, origin_date(quarter, origin))
            if len(levels) < 12:
                continue
            outcomes.append(abs(to_pct(final[quarter].change_log)))
            peers = (AutoARIMA(season_length=1), AutoETS(season_length=1, model="ZZN"), Theta(season_length=1))
            for name, model in zip(errors, peers, strict=True):
                change = _next_change(model, levels)
                errors[name].append(abs(to_pct(change) - to_pct(final[quarter].change_log)))
        scored = ", ".join(f"{name} {sum(each) / sum(outcomes):.3f}" for name, each in errors.items() if outcomes)
        print(f"    {origin:6s} peers, MAE / no change (n={len(outcomes)}): {scored}")


def _next_change(model: Any, levels: NDArray[np.float64]) -> float:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        ahead = model.forecast(y=levels, h=1)["mean"]
    return float(ahead[0] - levels[-1])


def _levels(outcome: Outcome, quarter: Quarter, origin: dt.date) -> NDArray[np.float64]:
    """Return the chained log levels of the last run of quarters before one, as known at an origin."""
    past = past_of(outcome, origin)
    known = {**past.nowcast, **past.settled}
    run: list[float] = []
    asked = quarter + -1
    while asked in known and len(run) < LONGEST:
        run.append(known[asked].change_log)
        asked = asked + -1
    return np.concatenate([[0.0], np.cumsum(run[::-1])])
