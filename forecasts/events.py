"""Equity events: hard moves of memory shares and indices, joined over markets to one shock with one first trigger.

Side -1 is a fall, +1 a rally. A move triggers by its plain threshold and its z-score together; an event takes in every
trigger within the window of its first one, and the moves of all watched instruments beside them.
"""

from __future__ import annotations

import bisect
import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from forecasts.equity import CLOSE_BASES, Move, documented_moves, join_sources, moves_of
from forecasts.flagrule import EventRule, Instrument, Rule
from forecasts.knowledge import Knowledge
from forecasts.marketmodel import Measured, measure_series
from forecasts.series import build_series, share_events
from forecasts.sessions import weekdays_between

_SEVERAL = 3
_ALONE = frozenset({"leader", "sector_index", "broad_index"})
_DAY = dt.timedelta(days=1)
# Triggers of one day are never more than this.
_RECENT = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One shock: its first trigger with the moment of that close (UTC), all triggers, and every move beside them."""

    side: int
    first: Move
    triggers: tuple[Move, ...]
    moves: tuple[Move, ...]

    @property
    def start(self) -> dt.date:
        """Session of the first trigger, in its exchange's calendar."""
        return self.first.day

    @property
    def end(self) -> dt.date:
        """Last session with a trigger known so far."""
        return max(move.day for move in self.triggers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Market:
    """All equity knowledge as of a day.

    Measured series by ticker, and the moves of watched instruments oldest first.
    """

    as_of: dt.date
    measured: dict[str, Measured]
    moves: tuple[Move, ...]

    def between(self, first: dt.date, last: dt.date) -> Sequence[Move]:
        """Return the moves that end on sessions from `first` to `last`."""
        # A session's close lies less than a day from its date in UTC, so the moves' order by close narrows the search.
        low = bisect.bisect_left(self.moves, first - _DAY, key=lambda move: move.closed_at.date())
        high = bisect.bisect_right(self.moves, last + _DAY, key=lambda move: move.closed_at.date())
        return [move for move in self.moves[low:high] if first <= move.day <= last]


def _all_moves(measured: dict[str, Measured], instruments: dict[str, Instrument], rule: Rule) -> list[Move]:
    """Return every move from closes that is large enough to trigger or to be shown beside a trigger."""
    moves = []
    for ticker, one in measured.items():
        instrument = instruments[ticker]
        limits = rule.moves.get(instrument.kind) or rule.moves["sector_index"]
        share = rule.event.z_share
        moves += moves_of(one, instrument, 1, share * limits.one_day)
        moves += moves_of(one, instrument, _SEVERAL, share * limits.three_days)
    return moves


def observe_market(knowledge: Knowledge, instruments: dict[str, Instrument], rule: Rule) -> Market:
    """Build the series and the moves from the closes and documents known as of the day."""
    series = build_series(knowledge.closes, instruments, share_events(knowledge.indicators.rows))
    measured = measure_series(series, instruments, rule.event)
    told = documented_moves(knowledge.moves.rows, instruments)
    moves = join_sources(_all_moves(measured, instruments, rule), told)
    return Market(as_of=knowledge.as_of, measured=measured, moves=tuple(moves))


def is_trigger(move: Move, side: int, rule: Rule) -> bool:
    """Tell whether a move is hard enough.

    Beyond the threshold of its class and not routine, or unusual and not small.
    """
    limits = rule.moves.get(move.kind)
    if limits is None or move.price_basis not in CLOSE_BASES or move.sessions > _SEVERAL or side * move.change_pct <= 0:
        return False
    threshold = limits.one_day if move.sessions == 1 else limits.three_days
    for size, z in ((move.change_pct, move.z), (move.abnormal_pct, move.abnormal_z)):
        if size is None:
            continue
        # A day at the exchange's limit was cut short: its size says nothing of how unusual it would have been.
        unusual = rule.event.z_min if z is None or move.is_limit else side * z
        if _is_hard(side * size / threshold, unusual, rule.event):
            return True
    return False


def _is_hard(ratio: float, unusual: float, rule: EventRule) -> bool:
    """Tell whether a size, in thresholds, is beyond one and not routine, or very unusual and not small."""
    return (ratio >= 1 and unusual >= rule.z_min) or (ratio >= rule.z_share and unusual >= rule.z_strong)


def hardness(move: Move, rule: Rule) -> float:
    """Return a move's size in thresholds of its class."""
    limits = rule.moves[move.kind]
    return abs(move.change_pct) / (limits.one_day if move.sessions == 1 else limits.three_days)


def _belongs(move: Move, event: Sequence[Move], rule: Rule) -> bool:
    """Tell whether a trigger belongs to the event that has begun.

    Inside its window, and no new and much harder shock.
    """
    later = weekdays_between(event[0].day, move.day)
    if later > rule.event.window_weekdays:
        return False
    # The other markets' sessions of the same shock end a day after its first one, and may well be harder.
    is_echo = later <= rule.event.echo_weekdays
    if is_echo or not _stands_alone(move):
        return True
    so_far = max(hardness(one, rule) for one in event if _stands_alone(one) or one is event[0])
    return hardness(move, rule) < rule.event.fresh_ratio * so_far


def _stands_alone(move: Move) -> bool:
    """Tell whether a trigger may begin an event without company."""
    return move.kind in _ALONE


def _raises(move: Move, before: Sequence[Move], rule: Rule) -> bool:
    """Tell whether a trigger may begin an event.

    A leader's or an index's alone, another share's with enough company.
    """
    if _stands_alone(move):
        return True
    company = {other.ticker for other in before if move.closed_at - other.closed_at <= _DAY and other.kind == "share"}
    return len(company | {move.ticker}) >= rule.event.shares_together


def _beside(market: Market, triggers: Sequence[Move], side: int) -> tuple[Move, ...]:
    """Return the moves of the same sense on the days of the triggers.

    Closes before intraday figures for one instrument.
    """
    first, last = triggers[0].day, max(move.day for move in triggers)
    found: dict[tuple[str, dt.date, int], Move] = {}
    for move in market.between(first, last):
        if side * move.change_pct > 0:
            found.setdefault((move.ticker, move.day, move.sessions), move)
    keep = [move for move in found.values() if move.sessions == 1 or move in triggers or move.url]
    return tuple(sorted(keep, key=lambda move: (move.closed_at, move.ticker, move.sessions)))


def find_events(market: Market, side: int, rule: Rule) -> tuple[Event, ...]:
    """Join the triggers of one side to events, oldest first; later triggers never change an event that has begun."""
    triggers = [move for move in market.moves if move.day <= market.as_of and is_trigger(move, side, rule)]
    events: list[Event] = []
    open_triggers: list[Move] = []
    for at, move in enumerate(triggers):
        if open_triggers and _belongs(move, open_triggers, rule):
            open_triggers.append(move)
        elif _raises(move, triggers[max(0, at - _RECENT) : at], rule):
            events += _close_event(open_triggers, market, side)
            open_triggers = [move]
    return (*events, *_close_event(open_triggers, market, side))


def _close_event(triggers: Sequence[Move], market: Market, side: int) -> list[Event]:
    """Return the event of the triggers gathered so far, or nothing."""
    if not triggers:
        return []
    moves = _beside(market, triggers, side)
    return [Event(side=side, first=triggers[0], triggers=tuple(triggers), moves=moves)]


def tickers_of(events: Iterable[Event]) -> frozenset[str]:
    """Return every ticker that moved in any of the events."""
    return frozenset(move.ticker for event in events for move in event.moves)
