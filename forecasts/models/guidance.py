"""Guidance: what agencies and companies said of a quarter, corrected for their past bias.

The best kind of statement there is for a quarter counts: the house agency's figure (for the product, else for its
segments), else those of others, else companies', else plain words. Beyond the last quarter that anybody spoke of, the
last figure decays as changes have decayed before. Of quarters before the first that anybody spoke of it says nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from forecasts.base import Estimate, Forecaster, Frame, Lesson, Prediction
from forecasts.fusion import fuse
from tracker.errors import TooLittleHistory
from tracker.quarter import Quarter

KINDS: Sequence[str] = ("agency", "product", "others", "company", "words")
DECAY = 0.5


def predict(frame: Frame) -> Prediction:
    """Expect what was said, times the slope that it had; raise TooLittleHistory where nobody said anything."""
    result: dict[Quarter, Estimate] = {}
    last: Estimate | None = None
    for quarter in frame.quarters:
        kind = next((kind for kind in KINDS if kind in frame.signals[quarter]), None)
        if kind:
            lessons: Sequence[Lesson] = frame.lessons[quarter]
            fused = fuse({kind: frame.signals[quarter][kind]}, lessons, frame.product, frame.segment)
            last = Estimate(fused.mean, fused.sd)
        elif last:
            last = Estimate(last.mean * DECAY, (last.sd**2 + (last.mean * DECAY) ** 2) ** 0.5)
        if last:
            result[quarter] = last
    if not result:
        raise TooLittleHistory(
            f"{frame.product} {frame.segment}: no statement known on {frame.as_of} speaks of "
            f"{frame.quarters[0]} or later"
        )
    return result


FORECASTER = Forecaster(
    "guidance", "Guidance, corrected for past bias", predict, reads_statements=True, believed_error=0.8
)
