"""Equity moves: from measured series and from documents to one kind of value, oldest first.

A documented move of a session that closes cover too lends its address and reason to the computed one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any
from zoneinfo import ZoneInfo

from forecasts.flagrule import Instrument
from forecasts.knowledge import Row
from forecasts.marketmodel import Measured, trailing_sums
from forecasts.series import LIMIT_SLACK_PCT, Series

# The longest holidays of Seoul and Taipei close an exchange for less than this.
_STALE_DAYS = 14
# What a documented figure must have been taken at to raise an event; intraday and pre-market figures are only shown.
CLOSE_BASES = ("close", "close_rounded", "near_close", "multi_day")


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A move of one instrument that ends with a session; percent and percentage points, z in trailing deviations.

    `closed_at` is the close of the session, UTC. `abnormal_pct` (against the market of the listing), `sector_pct`
    (against its sector), `z` (of the raw move) and `abnormal_z` are None where no benchmark or too short a history is
    at hand. `price_basis` says what the figure was taken at; only closes raise an event. `known_on` is when a
    documented move became known; a computed one is known at its session.
    """

    ticker: str
    name: str
    country: str
    kind: str
    day: dt.date
    closed_at: dt.datetime
    sessions: int
    change_pct: float
    abnormal_pct: float | None = None
    sector_pct: float | None = None
    z: float | None = None
    abnormal_z: float | None = None
    price_basis: str = "close"
    is_limit: bool = False
    url: str | None = None
    reason: str | None = None
    document_id: str | None = None
    known_on: dt.date = dt.date.min


def close_moment(instrument: Instrument, day: dt.date) -> dt.datetime:
    """Return the close of an instrument's session, UTC."""
    local = dt.datetime.combine(day, instrument.exchange.close, ZoneInfo(instrument.exchange.time_zone))
    return local.astimezone(dt.UTC)


def _finite(value: Any) -> float | None:
    """Return a float, or None for NaN and infinity."""
    return round(float(value), 4) if abs(value) < float("inf") else None


def moves_of(measured: Measured, instrument: Instrument, sessions: int, least_pct: float) -> list[Move]:
    """Return a series' moves over so many sessions whose raw or abnormal size reaches `least_pct`, oldest first."""
    import numpy as np

    raw = 100 * trailing_sums(measured.series.returns, sessions)
    abnormal = 100 * trailing_sums(measured.abnormal, sessions)
    sector = 100 * trailing_sums(measured.sector, sessions)
    root = 100 * float(np.sqrt(sessions))
    with np.errstate(invalid="ignore", divide="ignore"):
        z = raw / (root * measured.sigma_raw)
        abnormal_z = abnormal / (root * measured.sigma_abnormal)
    large = np.flatnonzero(~np.isnan(raw) & ((np.abs(raw) >= least_pct) | (np.abs(abnormal) >= least_pct)))
    moves = []
    for i in large:
        day = measured.series.days[i]
        limit = instrument.limit_on(day)
        moves.append(
            Move(
                ticker=instrument.ticker,
                name=instrument.name,
                country=instrument.exchange.country,
                kind=instrument.kind,
                day=day,
                closed_at=close_moment(instrument, day),
                sessions=sessions,
                change_pct=round(float(raw[i]), 4),
                abnormal_pct=_finite(abnormal[i]),
                sector_pct=_finite(sector[i]),
                z=_finite(z[i]),
                abnormal_z=_finite(abnormal_z[i]),
                is_limit=limit is not None and sessions == 1 and abs(float(raw[i])) >= limit - LIMIT_SLACK_PCT,
            )
        )
    return moves


def documented_moves(rows: Iterable[Row], instruments: dict[str, Instrument]) -> list[Move]:
    """Return the documented moves of watched instruments, oldest first.

    Of several for one session a close goes first.
    """
    by_alias = {alias.casefold(): one.ticker for one in instruments.values() for alias in (one.name, *one.aliases)}
    rank = {basis: place for place, basis in enumerate((*CLOSE_BASES, "intraday"))}
    best: dict[tuple[str, dt.date, int], Move] = {}
    for row in sorted(rows, key=lambda row: (rank.get(row["price_basis"], len(rank)), row["known_on"], row["move_id"])):
        instrument = instruments.get(row["ticker"] or by_alias.get(row["instrument"].casefold(), ""))
        if instrument is None:
            continue
        key = (instrument.ticker, row["event_date"], int(row["horizon_sessions"]))
        best.setdefault(
            key,
            Move(
                ticker=instrument.ticker,
                name=instrument.name,
                country=instrument.exchange.country,
                kind=instrument.kind,
                day=row["event_date"],
                closed_at=close_moment(instrument, row["event_date"]),
                sessions=int(row["horizon_sessions"]),
                change_pct=float(row["change_pct"]),
                price_basis=row["price_basis"],
                url=row["url"],
                reason=row["reason"],
                document_id=row["document_id"],
                known_on=row["known_on"],
            ),
        )
    return sorted(best.values(), key=lambda move: (move.closed_at, move.ticker))


def join_sources(measured: Iterable[Move], documented: Iterable[Move]) -> list[Move]:
    """Join moves from closes with documented ones: closes give the figures, documents their address and reason."""
    told = {(move.ticker, move.day, move.sessions): move for move in documented}
    joined = []
    for move in measured:
        other = told.pop((move.ticker, move.day, move.sessions), None)
        joined.append(
            replace(move, url=other.url, reason=other.reason, document_id=other.document_id) if other else move
        )
    return sorted([*joined, *told.values()], key=lambda move: (move.closed_at, move.ticker, move.sessions))


def distance_from_extreme(
    series: Series, moment: dt.datetime, instrument: Instrument, sessions: int, side: int
) -> float | None:
    """Return how far the last close up to a moment lies from its high (side -1) or low (+1) of the sessions, percent.

    None where the last close is stale, or where fewer closes than half of the sessions are there to look back on.
    """
    import numpy as np

    day = moment.date() + dt.timedelta(days=1)
    at = series.position(day)
    while at is not None and at >= 0 and close_moment(instrument, series.days[at]) > moment:
        at -= 1
    if at is None or at + 1 < sessions // 2 or (moment.date() - series.days[at]).days > _STALE_DAYS:
        return None
    window = series.closes[max(0, at - sessions + 1) : at + 1]
    extreme = float(np.max(window)) if side < 0 else float(np.min(window))
    return round(100 * (float(series.closes[at]) / extreme - 1), 4)
