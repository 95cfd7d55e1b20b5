"""Evidence fusion: all statements about a quarter and the price history weighed against each other.

Every kind of evidence there is for a quarter takes part, weighed by how it has erred at the same lead time and by how
its errors went together with those of the others (`forecasts.fusion`).
"""

from __future__ import annotations

from forecasts.base import Estimate, Forecaster, Frame, Prediction
from forecasts.fusion import fuse


def predict(frame: Frame) -> Prediction:
    """Fuse the evidence for each quarter; works on words alone, and says so by a wider error."""
    result = {}
    for quarter in frame.quarters:
        fused = fuse(frame.signals[quarter], frame.lessons[quarter], frame.product, frame.segment)
        result[quarter] = Estimate(fused.mean, fused.sd)
    return result


FORECASTER = Forecaster("evidence", "Evidence fusion", predict, reads_statements=True, believed_error=0.6)
