"""Sessions and holidays of the exchanges, from exchange-calendars.

The calendars are loaded when first asked for: the package takes a second to import and Seoul's calendar two more.
"""

from __future__ import annotations

import bisect
import datetime as dt
import functools
import warnings
from collections.abc import Sequence

_FIRST = dt.date(2009, 1, 1)
# A pause of fewer weekdays than this is a holiday on some exchange in every year and needs no calendar.
_WEEKDAYS_UNASKED = 3


def weekdays_between(first: dt.date, last: dt.date) -> int:
    """Return the number of Mondays to Fridays after `first`, up to and including `last`."""
    if last <= first:
        return 0
    weeks, rest = divmod((last - first).days, 7)
    return 5 * weeks + sum((first + dt.timedelta(days=i)).weekday() < 5 for i in range(1, rest + 1))


@functools.cache
def _sessions(exchange: str) -> tuple[dt.date, ...]:
    """Return an exchange's sessions since 2009, as far ahead as its holidays are known."""
    with warnings.catch_warnings():
        # exchange-calendars 4.13 uses what pandas 3.1 deprecates; nothing that a user of memtrack could mend.
        warnings.simplefilter("ignore")
        import exchange_calendars

        calendar = exchange_calendars.get_calendar(exchange, start=_FIRST.isoformat())
    return tuple(day.date() for day in calendar.sessions)


def sessions_after(exchange: str, first: dt.date, last: dt.date) -> int:
    """Return how many sessions an exchange held after `first`, up to and including `last`.

    Days beyond the calendar's own reach are counted as weekdays.
    """
    sessions = _sessions(exchange)
    end = min(last, sessions[-1])
    known = bisect.bisect_right(sessions, end) - bisect.bisect_right(sessions, first)
    return max(0, known) + weekdays_between(max(first, sessions[-1]), last)


def session_date(exchange: str, first: dt.date, count: int) -> dt.date:
    """Return the day of the `count`-th session after a day; weekdays stand in beyond the calendar's reach."""
    sessions = _sessions(exchange)
    at = bisect.bisect_right(sessions, first) + count - 1
    if at < len(sessions):
        return sessions[at]
    day = max(first, sessions[-1])
    left = count if first >= sessions[-1] else at - len(sessions) + 1
    while left:
        day += dt.timedelta(days=1)
        left -= day.weekday() < 5
    return day


def missed_sessions(exchange: str, before: dt.date, day: dt.date, held: Sequence[dt.date] = ()) -> int:
    """Return how many sessions lie between two closes without a close of their own.

    `held` are days on which other instruments of the exchange closed, in order; the calendar is asked where there are
    none and the pause is longer than a weekend with a holiday.
    """
    if held:
        return max(0, bisect.bisect_left(held, day) - bisect.bisect_right(held, before))
    pause = weekdays_between(before, day) - 1
    if pause < _WEEKDAYS_UNASKED:
        return 0
    return max(0, sessions_after(exchange, before, day) - 1)
