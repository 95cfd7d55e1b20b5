"""Which days an exchange was open, and whether a session has ended; the calendars are loaded on first use only."""

from __future__ import annotations

import datetime as dt
import functools
import itertools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from exchange_calendars import ExchangeCalendar

_BY_SUFFIX = {
    ".SZ": "XSHG",
    ".SS": "XSHG",
    ".HK": "XHKG",
    ".TW": "XTAI",
    ".TWO": "XTAI",
    ".KS": "XKRX",
    ".KQ": "XKRX",
    ".T": "XTKS",
}
_BY_INDEX = {"^KS11": "XKRX", "^TWII": "XTAI", "^N225": "XTKS", "^HSI": "XHKG"}
_SETTLING = dt.timedelta(minutes=30)


def exchange_of(ticker: str) -> str:
    """Return the ISO 10383 code of the calendar that a ticker in Yahoo notation follows; New York without a suffix."""
    if ticker.startswith("^"):
        return _BY_INDEX.get(ticker, "XNYS")
    suffix = f".{ticker.rsplit('.', 1)[1]}" if "." in ticker else ""
    return _BY_SUFFIX.get(suffix, "XNYS")


@functools.cache
def _calendar(exchange: str) -> ExchangeCalendar:
    """Return an exchange's calendar from 2009 on."""
    import warnings

    with warnings.catch_warnings():
        # The calendars lean on parts of pandas that a later version will change; not ours to mend.
        warnings.simplefilter("ignore")
        import exchange_calendars

        return exchange_calendars.get_calendar(exchange, start="2009-01-05")


def _is_session(ticker: str, day: dt.date) -> bool | None:
    """Tell whether an exchange was open on a day; None outside its calendar, which ends with the known holidays."""
    calendar = _calendar(exchange_of(ticker))
    if not calendar.first_session.date() <= day <= calendar.last_session.date():
        return None
    return bool(calendar.is_session(str(day)))


def has_ended(ticker: str, day: dt.date, now: dt.datetime) -> bool:
    """Tell whether the session of a day is over and settled; a day that the calendar lacks is over once it is past."""
    if not _is_session(ticker, day):
        return day < now.date()
    close = _calendar(exchange_of(ticker)).session_close(str(day)).to_pydatetime()
    return bool(close + _SETTLING <= now)


def sessions_missed(ticker: str, newest: dt.date, now: dt.datetime, *, most: int = 10) -> int:
    """Return how many sessions ended after a day, up to now, counting no further than `most`.

    Beyond the calendar every weekday counts as one.
    """
    later = (newest + dt.timedelta(days=1 + ahead) for ahead in range((now.date() - newest).days))
    missed = (day for day in later if _counts(ticker, day) and has_ended(ticker, day, now))
    return sum(1 for _ in itertools.islice(missed, most))


def _counts(ticker: str, day: dt.date) -> bool:
    """Tell whether a day is, or is likely to be, a session."""
    known = _is_session(ticker, day)
    return day.weekday() < 5 if known is None else known
