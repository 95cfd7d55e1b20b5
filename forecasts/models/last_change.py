"""Last change repeated: every quarter changes by as much as the last one known."""

from __future__ import annotations

import numpy as np

from forecasts.base import Estimate, Forecaster, Frame, Prediction
from forecasts.history import steps_ahead, unbroken_changes

LEAST = 4


def predict(frame: Frame) -> Prediction:
    """Expect the last change again; the error is that of past repeats, growing with the root of the distance."""
    changes = unbroken_changes(frame, LEAST)
    spread = max(float(np.sqrt(np.mean(np.diff(changes) ** 2))), 1e-6)
    return {
        quarter: Estimate(float(changes[-1]), spread * steps**0.5)
        for quarter, steps in zip(frame.quarters, steps_ahead(frame), strict=True)
    }


FORECASTER = Forecaster("last_change", "Last change repeated", predict)
