"""Drift: every quarter changes by the mean of all quarters known (Hyndman and Athanasopoulos 2021, 5.2)."""

from __future__ import annotations

import numpy as np

from forecasts.base import Estimate, Forecaster, Frame, Prediction
from forecasts.history import unbroken_changes

LEAST = 8


def predict(frame: Frame) -> Prediction:
    """Expect the mean change for every quarter; needs eight quarters in a row."""
    changes = unbroken_changes(frame, LEAST)
    spread = float(np.std(changes, ddof=1)) * (1 + 1 / len(changes)) ** 0.5
    return {quarter: Estimate(float(changes.mean()), max(spread, 1e-6)) for quarter in frame.quarters}


FORECASTER = Forecaster("drift", "Drift", predict)
