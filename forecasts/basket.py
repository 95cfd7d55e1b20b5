"""The shares of the leading makers of memory: what the market makes of prices to come, as evidence about them.

Share prices of memory makers run ahead of contract prices by one to two quarters: buyers of shares see the same
shortages and gluts, and speak every day. The leaders are those of `configs/instruments.toml` (class `leader`). This
module owns `Basket`; closes come from the warehouse, with what is no market move left out by `series`.
"""

from __future__ import annotations

import bisect
import datetime as dt
import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from forecasts.flagrule import Instrument, load_instruments
from forecasts.knowledge import Row
from forecasts.series import Series, ShareEvent, build_series, share_events

# A basket that ends so many days before a date says nothing of it.
STALE_DAYS = 30


@dataclass(frozen=True, slots=True)
class Basket:
    """The level of the leaders' shares by day of knowledge, in log points (100 x ln), zero before the first day.

    Each day adds the mean log return of the leaders that are listed then, in their own currencies.
    """

    days: tuple[dt.date, ...] = ()
    levels: tuple[float, ...] = ()

    def known(self, as_of: dt.date) -> Basket:
        """Return the part that was known on a date."""
        place = bisect.bisect_right(self.days, as_of)
        return self if place == len(self.days) else Basket(self.days[:place], self.levels[:place])

    def change(self, last: dt.date, days: int) -> float | None:
        """Return the change over so many calendar days up to a date, log points; None where closes don't reach."""
        known = self.known(last)
        first = last - dt.timedelta(days=days)
        if not known.days or known.days[0] > first or (last - known.days[-1]).days > STALE_DAYS:
            return None
        return known.levels[-1] - known.levels[bisect.bisect_right(known.days, first) - 1]


NO_BASKET = Basket()


def leaders() -> dict[str, Instrument]:
    """Return the leading makers among the watched instruments, by ticker."""
    return {ticker: one for ticker, one in load_instruments().items() if one.kind == "leader"}


def make_basket(closes: Iterable[Row], events: Iterable[ShareEvent] = ()) -> Basket:
    """Make the basket of rows of raw closes; a close counts from the day on which it was first known."""
    firsts: dict[tuple[str, dt.date], Row] = {}
    for row in sorted(closes, key=lambda row: (row["known_on"], str(row.get("document_id", "")))):
        firsts.setdefault((row["ticker"], row["session_date"]), row)
    known = {key: max(key[1], row["known_on"]) for key, row in firsts.items()}
    series = build_series(firsts.values(), leaders(), events, spans_pauses=True)
    return _chain(list(series.values()), known)


def _chain(held: list[Series], known: dict[tuple[str, dt.date], dt.date]) -> Basket:
    """Add up, day of knowledge by day of knowledge, the mean log return of the series that run on that session."""
    steps: dict[dt.date, float] = {}
    for one in held:
        for session, value in zip(one.days, one.returns, strict=True):
            if math.isnan(value):
                continue
            count = sum(other.days[0] <= session <= other.days[-1] for other in held)
            day = known[one.ticker, session]
            steps[day] = steps.get(day, 0.0) + 100 * math.log1p(value) / count
    days = tuple(sorted(steps))
    level, levels = 0.0, []
    for day in days:
        level += steps[day]
        levels.append(level)
    return Basket(days, tuple(levels))


class _Rows(Protocol):
    def rows(self, name: str, *parameters: object) -> list[Row]: ...


def read_basket(warehouse: _Rows) -> Basket:
    """Read the leaders' closes and the splits and dividends stated with them; an empty basket where there are none."""
    closes = warehouse.rows("closes_of", sorted(leaders()))
    return make_basket(closes, share_events(warehouse.rows("indicator_fact"))) if closes else NO_BASKET
