"""No change: every quarter's price is the price of the quarter before. The yardstick that every error is divided by."""

from __future__ import annotations

from forecasts.base import Estimate, Forecaster, Frame, Prediction
from forecasts.history import spread_of_changes

NAME = "no_change"


def predict(frame: Frame) -> Prediction:
    """Expect zero for every quarter; the error grows with the root of the distance. Needs no history."""
    spread = spread_of_changes(frame)
    return {quarter: Estimate(0.0, spread) for quarter in frame.quarters}


FORECASTER = Forecaster(NAME, "No change", predict)
