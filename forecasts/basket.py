"""The shares of the leading makers of memory: what the market makes of prices to come, as evidence about them.

Share prices of memory makers run ahead of contract prices by one to two quarters: buyers of shares see the same
shortages and gluts, and speak every day. The leaders are those of `configs/instruments.toml` (class `leader`). This
module owns `Basket`; closes come from the warehouse, with what is no market move left out by `series`.
"""

from __future__ import annotations

import bisect
import datetime as dt
import itertools
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from forecasts.flagrule import Instrument, load_instruments
from forecasts.knowledge import Row
from forecasts.series import Series, ShareEvent, build_series, share_events

# A share without a close for so many days says nothing any more, and neither does a basket.
STALE_DAYS = 30


@dataclass(frozen=True, slots=True)
class Share:
    """One share's sessions, the day on which each close was first known, and its level (100 x ln of the close).

    Splits, dividends and what is no market move are out of the level.
    """

    ticker: str
    sessions: tuple[dt.date, ...]
    known_on: tuple[dt.date, ...]
    levels: tuple[float, ...]

    def known(self, as_of: dt.date) -> Share:
        """Return the sessions whose closes were known on a date, whenever that was."""
        if all(day <= as_of for day in self.known_on):
            return self
        held = [place for place, day in enumerate(self.known_on) if day <= as_of]
        return Share(
            self.ticker,
            tuple(self.sessions[place] for place in held),
            tuple(self.known_on[place] for place in held),
            tuple(self.levels[place] for place in held),
        )

    def runs(self, day: dt.date) -> bool:
        """Tell whether there was a close in the month up to a day."""
        place = bisect.bisect_right(self.sessions, day)
        return place > 0 and (day - self.sessions[place - 1]).days <= STALE_DAYS

    def steps(self, first: dt.date, last: dt.date) -> Iterator[tuple[dt.date, float]]:
        """Yield the sessions after a day up to another and by how much each moved from the one before."""
        start = max(bisect.bisect_right(self.sessions, first), 1)
        for place in range(start, bisect.bisect_right(self.sessions, last)):
            yield self.sessions[place], self.levels[place] - self.levels[place - 1]


@dataclass(frozen=True, slots=True)
class Basket:
    """The shares of the leading makers, each in its own currency."""

    shares: tuple[Share, ...] = ()

    def known(self, as_of: dt.date) -> Basket:
        """Return the part that was known on a date."""
        return Basket(tuple(part for share in self.shares if (part := share.known(as_of)).sessions))

    def change(self, last: dt.date, days: int) -> float | None:
        """Return the change over so many calendar days up to a date, log points; None where closes don't reach.

        Each session adds the mean move of the shares that run then. Only what was known on the date counts, and it
        counts on the day of its session.
        """
        shares = self.known(last).shares
        first = last - dt.timedelta(days=days)
        if not any(share.sessions[0] <= first for share in shares) or not any(share.runs(last) for share in shares):
            return None
        return math.fsum(
            step / sum(other.runs(day) for other in shares)
            for share in shares
            for day, step in share.steps(first, last)
        )


NO_BASKET = Basket()


def leaders() -> dict[str, Instrument]:
    """Return the leading makers among the watched instruments, by ticker."""
    return {ticker: one for ticker, one in load_instruments().items() if one.kind == "leader"}


def make_basket(closes: Iterable[Row], events: Iterable[ShareEvent] = ()) -> Basket:
    """Make the basket of rows of raw closes; a close counts as first given, from the day on which it was known."""
    firsts: dict[tuple[str, dt.date], Row] = {}
    for row in sorted(closes, key=lambda row: (row["known_on"], str(row.get("document_id", "")))):
        firsts.setdefault((row["ticker"], row["session_date"]), row)
    known = {key: max(key[1], row["known_on"]) for key, row in firsts.items()}
    series = build_series(firsts.values(), leaders(), events, spans_pauses=True)
    return Basket(tuple(_share(one, known) for one in series.values()))


def _share(series: Series, known: dict[tuple[str, dt.date], dt.date]) -> Share:
    """Return a share whose level moves with every return that is a market move, from zero."""
    moves = (0.0 if math.isnan(value) else 100 * math.log1p(value) for value in series.returns)
    return Share(
        series.ticker,
        series.days,
        tuple(known[series.ticker, day] for day in series.days),
        tuple(itertools.accumulate(moves)),
    )


class _Rows(Protocol):
    def rows(self, name: str, *parameters: object) -> list[Row]: ...


def read_basket(warehouse: _Rows) -> Basket:
    """Read the leaders' closes and the splits and dividends stated with them; an empty basket where there are none."""
    closes = warehouse.rows("closes_of", sorted(leaders()))
    return make_basket(closes, share_events(warehouse.rows("indicator_fact"))) if closes else NO_BASKET
