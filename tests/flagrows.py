"""Rows as the warehouse's macros give them, made for tests of tightness and flags."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

Row = dict[str, Any]
NAMES = ("statements_as_of", "prices_as_of", "indicators_as_of", "moves_as_of", "closes_as_of")


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def statement(known_on: str, **changes: object) -> Row:
    """One price statement: TrendForce guides DRAM up 10 to 15 % in 2026Q3, unless changed."""
    quarter = str(changes.get("quarter", "2026Q3"))
    row: Row = {
        "product": "DRAM",
        "segment": "total",
        "quarter": quarter,
        "period_kind": "quarter",
        "period": quarter,
        "attribute": "price",
        "direction": "up",
        "sign": 1,
        "low_pct": 10.0,
        "mid_pct": 12.5,
        "high_pct": 15.0,
        "bound": "range",
        "basis": "QoQ",
        "stance": "guidance",
        "measure": "contract",
        "issuer": "trendforce",
        "certainty": "asserted",
        "confidence": 1.0,
        "market": "contract",
        "doubt": None,
        "published_on": day(known_on),
        "known_on": day(known_on),
        "url": "https://example.org/page",
        "provenance": "https://example.org/page",
        "quote": "contract prices to rise 10 to 15 %",
        "document_id": f"d-{known_on}",
    }
    row |= changes
    row.setdefault(
        "statement_id", f"s-{row['issuer']}-{row['quarter']}-{row['attribute']}-{row['direction']}-{known_on}"
    )
    return row


def guided(known_on: str, quarter: str, percent: float, **changes: object) -> Row:
    """Guidance of a percentage for a quarter."""
    sign = (percent > 0) - (percent < 0)
    direction = {1: "up", -1: "down", 0: "flat"}[sign]
    figures = {"low_pct": percent, "mid_pct": percent, "high_pct": percent, "sign": sign, "direction": direction}
    return statement(known_on, quarter=quarter, **figures, **changes)


def supply(known_on: str, direction: str, quarter: str, **changes: object) -> Row:
    """A supply statement in words."""
    figures = {"low_pct": None, "mid_pct": None, "high_pct": None, "basis": None, "market": None}
    sign = {"tight": 1, "loose": -1, "balanced": 0}[direction]
    return statement(
        known_on, quarter=quarter, attribute="supply", direction=direction, sign=sign, **{**figures, **changes}
    )


def price(known_on: str, period: str, usd: float, **changes: object) -> Row:
    """A monthly fixed contract price."""
    row: Row = {
        "item": "DDR4 8Gb",
        "product": "DRAM",
        "segment": "pc",
        "market": "contract",
        "period": period,
        "price_usd": usd,
        "change_pct": None,
        "basis": None,
        "known_on": day(known_on),
        "document_id": f"p-{known_on}",
    }
    return row | changes


def move(on: str, ticker: str, percent: float, **changes: object) -> Row:
    """A documented move of one session, known on its day."""
    row: Row = {
        "instrument": ticker,
        "ticker": ticker,
        "exchange_country": "US",
        "event_date": day(on),
        "horizon_sessions": 1,
        "change_pct": percent,
        "price_basis": "close",
        "reason": None,
        "doubt": None,
        "known_on": day(on),
        "url": f"https://example.org/{ticker}/{on}",
        "provenance": f"https://example.org/{ticker}/{on}",
        "document_id": f"m-{on}",
        "move_id": f"{ticker}-{on}",
    }
    return row | changes


def closes(ticker: str, first: str, returns_pct: Sequence[float], start: float = 100.0) -> list[Row]:
    """Closes on weekdays from a first day on: the start, then one close for each return."""
    rows = []
    at, level = day(first), start
    for change in (0.0, *returns_pct):
        while at.weekday() > 4:
            at += dt.timedelta(days=1)
        level *= 1 + change / 100
        rows.append({"ticker": ticker, "session_date": at, "known_on": at, "close": level, "currency": None})
        at += dt.timedelta(days=1)
    return rows


class Rows:
    """A warehouse of made rows; like the real one it gives what was known on a day."""

    def __init__(self, **tables: Sequence[Row]) -> None:
        unknown = set(tables) - {name.removesuffix("_as_of") for name in NAMES}
        assert not unknown, unknown
        self.tables = {name: list(tables.get(name.removesuffix("_as_of"), ())) for name in NAMES}

    def rows(self, name: str, *params: Any) -> list[Row]:
        """Return the rows known on the day given."""
        return [row for row in self.tables[name] if row["known_on"] <= params[0]]
