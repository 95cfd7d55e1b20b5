"""AR(1): a change is the mean plus a share of how far the change before lay from the mean, fitted by least squares."""

from __future__ import annotations

import numpy as np

from forecasts.base import Estimate, Forecaster, Frame, Prediction
from forecasts.history import steps_ahead, unbroken_changes

LEAST = 10
PULL = 3.0
"""Pseudo-observations that pull the share towards zero: a dozen quarters can't tell 0.9 from 0.5."""


def predict(frame: Frame) -> Prediction:
    """Expect the change to decay towards its mean; needs ten quarters in a row."""
    changes = unbroken_changes(frame, LEAST)
    mean = float(changes.mean())
    before, after = changes[:-1] - mean, changes[1:] - mean
    variance = float(np.var(changes)) or 1e-12
    share = float(before @ after) / (float(before @ before) + PULL * variance)
    share = min(max(share, -0.95), 0.95)
    noise = max(float(np.mean((after - share * before) ** 2)), 1e-12)
    last = float(changes[-1]) - mean
    result = {}
    for quarter, steps in zip(frame.quarters, steps_ahead(frame), strict=True):
        spread = noise * (1 - share ** (2 * steps)) / (1 - share**2)
        result[quarter] = Estimate(mean + share**steps * last, spread**0.5)
    return result


FORECASTER = Forecaster("ar1", "AR(1)", predict)
