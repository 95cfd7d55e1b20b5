"""How long a flag lives: open at its first trigger, confirmed once supply held, expired once it turned or time ran out.

A flag that has expired stays expired; the score that ends a tight state lies below the one that begins it, so that a
run of cron on the border does not flap.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from forecasts.events import Event
from forecasts.flag import Life
from forecasts.flagrule import Rule
from forecasts.sessions import session_date, weekdays_between
from forecasts.tightness import Tightness

# New York's sessions count for all: the longest-listed leader trades there.
_CLOCK = "XNYS"
# In any three months New York has fewer holidays than this.
_HOLIDAYS = 10


def _turned(tightness: Tightness, side: int, rule: Rule) -> str | None:
    """Say why a state no longer holds, or None while it does."""
    if tightness.score is None or tightness.evidence == 0:
        return "no supply evidence is left that is not stale"
    if -side * tightness.score < rule.score.leave:
        return f"the supply score went to {tightness.score:+.2f}, past {-side * rule.score.leave:+.2f}"
    guidance = tightness.leg("guidance")
    if guidance and -side * guidance.figure < 0:
        return f"guidance turned to {guidance.figure:+.1f} % a quarter"
    return None


def _due(start: dt.date, sessions: int, as_of: dt.date) -> dt.date | None:
    """Return the day of so many sessions after the start where it has come, else None.

    Asks the calendar only if near.
    """
    weekdays = weekdays_between(start, as_of)
    if weekdays < sessions:
        return None
    day = session_date(_CLOCK, start, sessions)
    return day if day <= as_of else None


def is_long_over(start: dt.date, as_of: dt.date, rule: Rule) -> bool:
    """Tell without a calendar whether a flag must have run out of time."""
    return weekdays_between(start, as_of) > rule.life.expire_sessions + _HOLIDAYS


def run_out(start: dt.date, as_of: dt.date, rule: Rule) -> Life | None:
    """Return the end of a flag by time alone, or None while time has not run out."""
    end = _due(start, rule.life.expire_sessions, as_of)
    if end is None:
        return None
    return Life(state="expired", since=end, reason=f"{rule.life.expire_sessions} sessions have passed")


def _end(event: Event, measure: Callable[[dt.date], Tightness], as_of: dt.date, rule: Rule) -> Life | None:
    """Return how and when a flag expired, or None while it lives."""
    end = _due(event.start, rule.life.expire_sessions, as_of)
    day = event.start + dt.timedelta(days=1)
    while day <= min(as_of, end or as_of):
        reason = _turned(measure(day), event.side, rule) if day.weekday() < 5 else None
        if reason:
            return Life(state="expired", since=day, reason=reason)
        day += dt.timedelta(days=1)
    return run_out(event.start, as_of, rule)


def live(event: Event, measure: Callable[[dt.date], Tightness], as_of: dt.date, rule: Rule) -> tuple[Life, ...]:
    """Return the states that a flag went through by a day, the present one last.

    `measure` gives the tightness known before a day.
    """
    path = [Life(state="open", since=event.start, reason="first trigger")]
    end = _end(event, measure, as_of, rule)
    confirmed = _due(event.start, rule.life.confirm_sessions, as_of)
    if confirmed and (end is None or confirmed < end.since):
        held = f"supply evidence stayed {'tight' if event.side < 0 else 'loose'}"
        reason = f"{held} for {rule.life.confirm_sessions} sessions"
        path.append(Life(state="confirmed", since=confirmed, reason=reason))
    return (*path, end) if end else tuple(path)
