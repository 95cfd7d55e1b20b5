"""The contract that every forecaster keeps, run over all that are found."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from forecasts.base import Forecaster, Frame, Settled, Signal, find_forecasters
from forecasts.features import Lookback
from forecasts.outcome import settled_outcome
from forecasts.record import load_record
from tests.forecast_rows import made_up_warehouse
from tracker.errors import TooLittleHistory
from tracker.quarter import Quarter

AS_OF = dt.date(2024, 7, 12)
QUARTERS = tuple(Quarter(2024, 3) + step for step in range(3))
FOUND = find_forecasters()


@pytest.fixture(scope="module")
def frame() -> Frame:
    """Return a frame of a product with eleven years of history."""
    record = load_record(made_up_warehouse()).known(AS_OF)
    outcome = settled_outcome(record, "DRAM", "total")
    return Lookback(record, [outcome]).frame(outcome, AS_OF, QUARTERS)


def scaled(frame: Frame, factor: float) -> Frame:
    """Return the frame with every log change multiplied."""

    def larger(signals: dict[str, Signal]) -> dict[str, Signal]:
        return {kind: replace(s, value=s.value * factor, scale=s.scale * factor) for kind, s in signals.items()}

    return replace(
        frame,
        history=tuple(replace(row, change_log=row.change_log * factor) for row in frame.history),
        signals={quarter: larger(dict(signals)) for quarter, signals in frame.signals.items()},
        scales={quarter: scale * factor for quarter, scale in frame.scales.items()},
        lessons={
            quarter: tuple(
                replace(
                    lesson,
                    signals=larger(dict(lesson.signals)),
                    scale=lesson.scale * factor,
                    outcome=lesson.outcome * factor,
                )
                for lesson in lessons
            )
            for quarter, lessons in frame.lessons.items()
        },
    )


def test_forecasters_are_found() -> None:
    """The listing finds the baselines, guidance, the fusion and Prophet; nothing registers them."""
    assert {"no_change", "drift", "last_change", "ar1", "guidance", "evidence", "prophet"} <= set(FOUND)


@pytest.mark.parametrize("forecaster", FOUND.values(), ids=list(FOUND))
def test_every_quarter_gets_an_estimate_and_repeats_it(forecaster: Forecaster, frame: Frame) -> None:
    """Each quarter of the frame has a finite mean and a positive error, the same at every call."""
    said = forecaster.predict(frame)
    assert list(said) == list(QUARTERS)
    assert all(estimate.sd > 0 and abs(estimate.mean) < 200 for estimate in said.values())
    assert forecaster.predict(frame) == said


@pytest.mark.parametrize("forecaster", FOUND.values(), ids=list(FOUND))
def test_forecasters_are_scale_equivariant(forecaster: Forecaster, frame: Frame) -> None:
    """Moves twice as large in the past and in what was said give an expectation twice as large."""
    said, larger = forecaster.predict(frame), forecaster.predict(scaled(frame, 2.0))
    for quarter in QUARTERS:
        assert larger[quarter].mean == pytest.approx(2 * said[quarter].mean, rel=0.03, abs=0.05)


@pytest.mark.parametrize("forecaster", FOUND.values(), ids=list(FOUND))
def test_short_history_is_refused_or_not_needed(forecaster: Forecaster, frame: Frame) -> None:
    """One settled quarter and no evidence: a forecaster says TooLittleHistory, or is one that needs no history."""
    only = Settled(Quarter(2024, 2), 5.0, AS_OF, "agency")
    bare = {quarter: {"nothing": Signal(0.0, 6.0)} for quarter in QUARTERS}
    short = replace(frame, history=(only,), signals=bare, lessons=dict.fromkeys(QUARTERS, ()))
    if forecaster.name in ("no_change", "evidence"):
        assert all(estimate.mean == 0 for estimate in forecaster.predict(short).values())
    else:
        with pytest.raises(TooLittleHistory, match="DRAM total"):
            forecaster.predict(short)
