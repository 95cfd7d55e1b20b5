"""The contract of a forecaster: what it is given, what it hands back, how it is found.

A forecaster is one module in `forecasts.models` that holds one `FORECASTER`; nothing is registered anywhere. All
changes here are in log points (100 times the difference of natural logarithms), so that a fall and the rise that makes
up for it have the same size and no path can reach a negative price. Percent appears only where an answer is written.
"""

from __future__ import annotations

import datetime as dt
import importlib
import math
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

import forecasts.models
from tracker.quarter import Quarter

QUANTILES: tuple[float, ...] = (0.025, 0.10, 0.25, 0.50, 0.75, 0.90, 0.975)
QUANTILE_NAMES: tuple[str, ...] = ("p2_5", "p10", "p25", "p50", "p75", "p90", "p97_5")


def to_log(change_pct: float) -> float:
    """Return a change in percent as log points; a fall of 95 % or more counts as 95 %."""
    return 100 * math.log1p(max(change_pct, -95.0) / 100)


def to_pct(change_log: float) -> float:
    """Return a change in log points as percent."""
    return 100 * math.expm1(change_log / 100)


@dataclass(frozen=True, slots=True)
class Settled:
    """What a quarter's change turned out to be, as known on a date; `rule` says on whose word.

    `is_measured` is false where only what had been said in advance stands in for a measurement: good enough as history,
    no yardstick for those who said it.
    """

    quarter: Quarter
    change_log: float
    known_on: dt.date
    rule: str

    @property
    def is_measured(self) -> bool:
        """Whether somebody measured the change after the quarter."""
        return self.rule != "last_print"


@dataclass(frozen=True, slots=True)
class Signal:
    """One kind of evidence about one quarter: its value and its usual size of error, both in log points.

    `statements` are the identifiers that it rests on.
    """

    value: float
    scale: float
    statements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lesson:
    """What was known of a past quarter at the same lead time, and what the quarter's change turned out to be.

    `product` and `segment` tell own lessons from those of others; `scale` is the regime's size of move known then.
    """

    product: str
    segment: str
    quarter: Quarter
    signals: Mapping[str, Signal]
    scale: float
    outcome: float


@dataclass(frozen=True, slots=True)
class Frame:
    """All that a forecaster may know of one product and segment on one date.

    `history` is in order of quarters and may have gaps; its last entries may be running estimates of ended quarters
    (rule `nowcast`). `quarters` are those to forecast, in order and without gaps. `signals` holds the evidence on each
    of them, `scales` the regime's size of move, and `lessons` the past of each at the same lead time.
    """

    product: str
    segment: str
    as_of: dt.date
    history: tuple[Settled, ...]
    quarters: tuple[Quarter, ...]
    signals: Mapping[Quarter, Mapping[str, Signal]]
    scales: Mapping[Quarter, float]
    lessons: Mapping[Quarter, tuple[Lesson, ...]]


@dataclass(frozen=True, slots=True)
class Estimate:
    """A forecaster's expectation for one quarter and its standard error, in log points."""

    mean: float
    sd: float


Prediction = Mapping[Quarter, Estimate]


@dataclass(frozen=True, slots=True)
class Forecaster:
    """A named way from a frame to an estimate of each of its quarters.

    `predict` raises TooLittleHistory where it can't be fitted. It is deterministic, and multiplying all log changes of
    a frame by a factor multiplies its means by that factor unless `reads_words` (words carry no scale). `is_slow`
    forecasters are weighed on fewer past origins. A quarter that a forecaster knows nothing of may be left out.
    One that is not `is_issued` is scored in backtests and carries no weight anywhere. `believed_error` is the size
    of its error that is believed before any trial, as a share of that of no change.
    """

    name: str
    title: str
    predict: Callable[[Frame], Prediction]
    is_slow: bool = False
    is_issued: bool = True
    reads_statements: bool = False
    believed_error: float = 1.0


def issued_forecasters() -> dict[str, Forecaster]:
    """Return the forecasters that the combination is made of."""
    return {name: forecaster for name, forecaster in find_forecasters().items() if forecaster.is_issued}


@lru_cache(maxsize=1)
def believed_errors() -> Mapping[str, float]:
    """Return the size of error that is believed of each forecaster before any trial, by name."""
    return {name: forecaster.believed_error for name, forecaster in find_forecasters().items()}


def find_forecasters() -> dict[str, Forecaster]:
    """Return every forecaster of `forecasts.models` by name, in alphabetical order."""
    found: dict[str, Forecaster] = {}
    for module in sorted(pkgutil.iter_modules(forecasts.models.__path__), key=lambda info: info.name):
        loaded = importlib.import_module(f"forecasts.models.{module.name}")
        forecaster: Forecaster = loaded.FORECASTER
        found[forecaster.name] = forecaster
    return dict(sorted(found.items()))
