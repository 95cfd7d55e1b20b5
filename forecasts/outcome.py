"""What a forecast is scored on: settled quarterly changes, or the quarterly mean of a monthly series.

An `Outcome` holds the whole past with the date on which each piece became known; `Past` is what was known of it on one
date. A month of a published series is known on day 15 of the month after, unless it brings its own date.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from forecasts.base import Settled
from forecasts.record import Record
from tracker.quarter import Quarter, period_bounds

PUBLICATION_DAY = 15
NOWCAST = "nowcast"


@dataclass(frozen=True, slots=True)
class Month:
    """A monthly level as its natural logarithm times 100, and the date from which it is known."""

    month: str
    level_log: float
    known_on: dt.date


@dataclass(frozen=True, slots=True)
class Outcome:
    """A series to forecast: either versions of settled quarters, or months (then quarters follow from them)."""

    name: str
    product: str
    segment: str
    settled: tuple[Settled, ...] = ()
    months: tuple[Month, ...] = ()


@dataclass(frozen=True, slots=True)
class Past:
    """What was known of an outcome on a date: settled quarters, running estimates, and months of a series."""

    settled: Mapping[Quarter, Settled]
    nowcast: Mapping[Quarter, Settled]
    months: Mapping[str, float] = field(default_factory=dict)

    def change(self, quarter: Quarter) -> Settled | None:
        """Return the settled change of a quarter, else its running estimate, else None."""
        return self.settled.get(quarter) or self.nowcast.get(quarter)


def settled_outcome(record: Record, product: str, segment: str) -> Outcome:
    """Return the outcome that the record itself settles for a product and segment."""
    versions = [row.settled for row in record.settlements if (row.product, row.segment) == (product, segment)]
    return Outcome(f"{product} {segment}", product, segment, settled=tuple(versions))


def monthly_outcome(name: str, product: str, rows: Iterable[tuple[str, str]], *, at_month_end: bool = False) -> Outcome:
    """Return an outcome from pairs of month and level; empty levels are passed over.

    A level is known on day 15 of the month after or, with `at_month_end`, on the last day of its month.
    """
    months = []
    for month, level in rows:
        if level.strip():
            known_on = period_bounds(month)[1] if at_month_end else publication_date(month)
            months.append(Month(month, 100 * math.log(float(level)), known_on))
    return Outcome(name, product, "total", months=tuple(sorted(months, key=lambda row: row.month)))


def publication_date(month: str) -> dt.date:
    """Return day 15 of the month after, when a monthly index is taken to be out."""
    following = period_bounds(month)[1] + dt.timedelta(days=1)
    return following.replace(day=PUBLICATION_DAY)


def past_of(outcome: Outcome, as_of: dt.date) -> Past:
    """Return what was known of an outcome on a date."""
    if not outcome.months:
        versions = {row.quarter: row for row in outcome.settled if row.known_on <= as_of}
        return Past(dict(sorted(versions.items())), {})
    known = {month.month: month for month in outcome.months if month.known_on <= as_of}
    levels = {name: month.level_log for name, month in known.items()}
    settled: dict[Quarter, Settled] = {}
    nowcast: dict[Quarter, Settled] = {}
    quarters = sorted({Quarter.of(period_bounds(name)[0]) for name in levels})
    for quarter in quarters:
        missing = [name for name in quarter.months if name not in levels]
        change = carried_change(levels, quarter)
        if change is None or len(missing) > 1 or missing not in ([], [quarter.months[2]]):
            continue
        rule = NOWCAST if missing else "series"
        newest = max(known[name].known_on for name in quarter.months if name in known)
        (nowcast if missing else settled)[quarter] = Settled(quarter, change, newest, rule)
    return Past(settled, nowcast, levels)


def carried_change(levels: Mapping[str, float], quarter: Quarter) -> float | None:
    """Return the change of the quarterly mean if the last known month lasted to the quarter's end.

    None where the quarter before has no month, or the months up to the last known one have holes.
    """
    names = (quarter + -1).months + quarter.months
    last: float | None = None
    filled = []
    for name in names:
        last = levels.get(name, last)
        if last is None:
            return None
        filled.append(last)
    return log_mean(filled[3:]) - log_mean(filled[:3])


def log_mean(levels_log: list[float]) -> float:
    """Return the logarithm (times 100) of the arithmetic mean of levels given as logarithms (times 100)."""
    top = max(levels_log)
    return top + 100 * math.log(sum(math.exp((level - top) / 100) for level in levels_log) / len(levels_log))
