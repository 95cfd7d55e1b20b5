"""What the plain time-series models share: the tail of the history that has no gaps, and the size of its moves."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from forecasts.base import Frame
from tracker.errors import TooLittleHistory

USUAL_SPREAD = 10.0
"""Log points: the standard deviation of quarterly changes that is taken where less than four are known."""


def unbroken_changes(frame: Frame, least: int) -> NDArray[np.float64]:
    """Return the changes of the last unbroken run of quarters, oldest first; raise TooLittleHistory below `least`."""
    run: list[float] = []
    after = None
    for settled in reversed(frame.history):
        if after is not None and after - settled.quarter != 1:
            break
        run.append(settled.change_log)
        after = settled.quarter
    if len(run) < least:
        raise TooLittleHistory(
            f"{frame.product} {frame.segment}: {len(run)} settled quarters in a row as of {frame.as_of}; "
            f"at least {least} are needed"
        )
    return np.array(run[::-1])


def steps_ahead(frame: Frame) -> list[int]:
    """Return how many quarters each quarter of the frame lies after the last one of the history (at least 1)."""
    last = frame.history[-1].quarter if frame.history else frame.quarters[0] + -1
    return [max(1, quarter - last) for quarter in frame.quarters]


def spread_of_changes(frame: Frame) -> float:
    """Return the root mean square of all known changes, in log points; a usual size where fewer than four are known."""
    changes = [settled.change_log for settled in frame.history]
    if len(changes) < 4:
        return USUAL_SPREAD
    return max(1e-6, math.sqrt(sum(change * change for change in changes) / len(changes)))
