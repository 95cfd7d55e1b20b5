"""Prophet (Taylor and Letham 2018) on the chained log price, anchored at the last quarter known.

Prophet fits a trend with change points; left alone it starts from its fitted trend and not from the last price, and
misses by twice as much as no change. So only the slope of its path is used, from the last quarter known on.
"""

from __future__ import annotations

import datetime as dt
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from forecasts.base import Estimate, Forecaster, Frame, Prediction
from forecasts.history import steps_ahead, unbroken_changes

LEAST = 16


def predict(frame: Frame) -> Prediction:
    """Expect the slope of Prophet's trend; needs sixteen quarters in a row. The fit has no random part."""
    import pandas as pd

    changes = unbroken_changes(frame, LEAST)
    unit = float(np.std(changes)) or 1.0
    levels = np.concatenate([[0.0], np.cumsum(changes)]) / unit
    last = frame.history[-1].quarter
    dates = [(last + (step - len(changes))).start for step in range(len(levels))]
    steps = steps_ahead(frame)
    ahead = [last.start, *((last + step).start for step in range(1, max(steps) + 1))]
    path = _fit(pd.DataFrame({"ds": pd.to_datetime(dates), "y": levels})).predict(
        pd.DataFrame({"ds": pd.to_datetime(ahead)})
    )["yhat"]
    slopes = np.diff(np.asarray(path, dtype=float)) * unit
    spread = max(float(np.sqrt(np.mean(np.diff(changes) ** 2))), 1e-6)
    return {
        quarter: Estimate(float(slopes[step - 1]), spread * step**0.5)
        for quarter, step in zip(frame.quarters, steps, strict=True)
    }


def _silence() -> None:
    for name in ("prophet", "prophet.plot", "cmdstanpy"):
        logger = logging.getLogger(name)
        logger.setLevel(logging.CRITICAL)
        # cmdstanpy talks on standard error unless its logger has a handler when it is first imported.
        logger.addHandler(logging.NullHandler())


def _fit(data: Any) -> Any:
    _silence()
    with _without_plotting():
        from prophet import Prophet

    model = Prophet(
        n_changepoints=12,
        changepoint_range=0.95,
        yearly_seasonality=False,
        weekly_seasonality=False,
        daily_seasonality=False,
        uncertainty_samples=0,
    )
    return model.fit(data)


def extrapolate(levels: NDArray[np.float64], dates: list[dt.date], steps: int) -> NDArray[np.float64]:
    """Return what Prophet as it comes makes of a series of levels, so many steps ahead: the peer of the benchmark.

    `dates` are the first days of equally long periods, months or quarters.
    """
    import pandas as pd

    _silence()
    with _without_plotting():
        from prophet import Prophet

    data = pd.DataFrame({"ds": pd.to_datetime(dates), "y": levels})
    months = round((dates[-1] - dates[-2]).days / 30.4)
    ahead = [pd.Timestamp(dates[-1]) + pd.DateOffset(months=months * step) for step in range(1, steps + 1)]
    # Below a hundred points Prophet takes Newton's method, seconds a fit; both end in the same place.
    model = Prophet(weekly_seasonality=False, daily_seasonality=False, uncertainty_samples=0)
    model.fit(data, algorithm="LBFGS")
    return np.asarray(model.predict(pd.DataFrame({"ds": ahead}))["yhat"], dtype=float)


@contextmanager
def _without_plotting() -> Iterator[None]:
    """Keep Prophet from loading matplotlib, which takes longer than a fit: it does without where that is missing."""
    hidden = [name for name in ("matplotlib", "plotly") if name not in sys.modules]
    sys.modules.update(dict.fromkeys(hidden, cast("ModuleType", None)))
    try:
        yield
    finally:
        for name in hidden:
            del sys.modules[name]


FORECASTER = Forecaster("prophet", "Prophet, anchored", predict, is_slow=True)
