"""Bayesian ridge regression of scikit-learn (MacKay 1992) on all evidence at once, missing kinds counted as zero.

It needs no beliefs about kinds of evidence, unlike the fusion, and shows what they are worth. Values and outcomes are
divided by the regime's scale first, so that surges do not own the fit. It is scored beside the others and not issued:
the combination was no better with it, and loading scikit-learn would cost every forecast a second.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from forecasts.base import Estimate, Forecaster, Frame, Lesson, Prediction, Signal
from tracker.errors import TooLittleHistory

KINDS = (
    "agency",
    "others",
    "words",
    "momentum",
    "swing",
    "equity",
    "base",
    "trend",
    "carry",
    "drift",
    "fixed",
    "print",
    "product",
    "dram",
)
LEAST = 16
CLIP = 4.0


def predict(frame: Frame) -> Prediction:
    """Expect what the regression on past quarters at the same lead says; needs sixteen of them."""
    from sklearn.linear_model import BayesianRidge

    result = {}
    for quarter in frame.quarters:
        lessons = [
            row for row in frame.lessons[quarter] if (row.product, row.segment) == (frame.product, frame.segment)
        ]
        if len(lessons) < LEAST:
            raise TooLittleHistory(
                f"{frame.product} {frame.segment}: {len(lessons)} past quarters to learn from as of {frame.as_of}; "
                f"at least {LEAST} are needed"
            )
        table, outcomes = _table(lessons)
        model = BayesianRidge(fit_intercept=False).fit(table, outcomes)
        mean, sd = model.predict(_row(frame.signals[quarter], frame.scales[quarter])[None, :], return_std=True)
        scale = frame.scales[quarter]
        result[quarter] = Estimate(float(mean[0]) * scale, max(float(sd[0]) * scale, 1e-6))
    return result


def _table(lessons: Sequence[Lesson]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    rows = np.array([_row(lesson.signals, lesson.scale) for lesson in lessons])
    return rows, np.clip(np.array([lesson.outcome / lesson.scale for lesson in lessons]), -CLIP, CLIP)


def _row(signals: Mapping[str, Signal], scale: float) -> NDArray[np.float64]:
    return np.array([signals[kind].value / scale if kind in signals else 0.0 for kind in KINDS])


FORECASTER = Forecaster(
    "bayesian_ridge", "Bayesian ridge", predict, is_slow=True, is_issued=False, reads_statements=True
)
