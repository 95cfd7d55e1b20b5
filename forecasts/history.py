"""What the plain time-series models share: the tail of the history that has no gaps, and the size of its moves."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from forecasts.base import Frame, Settled
from tracker.errors import TooLittleHistory

LONGEST_BRIDGE = 2
USUAL_SPREAD = 10.0
"""Log points: the standard deviation of quarterly changes that is taken where less than four are known."""


def unbroken_changes(frame: Frame, least: int) -> NDArray[np.float64]:
    """Return the changes of the last run of quarters, oldest first; raise TooLittleHistory below `least` known ones.

    One or two missing quarters are bridged by the mean of the two beside them: a model of a series needs a run, and the
    bridge is seen by nothing else. A longer hole ends the run.
    """
    run: list[float] = []
    known = 0
    after: Settled | None = None
    for settled in reversed(frame.history):
        hole = after.quarter - settled.quarter - 1 if after else 0
        if hole > LONGEST_BRIDGE:
            break
        if after:
            run += [(after.change_log + settled.change_log) / 2] * hole
        run.append(settled.change_log)
        known += 1
        after = settled
    if known < least:
        raise TooLittleHistory(
            f"{frame.product} {frame.segment}: {known} settled quarters in a row as of {frame.as_of}; "
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
