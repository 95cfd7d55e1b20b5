"""Daily closes in the four shapes in which exchanges and quote sites give them, as one kind of bar.

Pure: bytes in, raw (unadjusted) closes and corporate events out. A site that adjusts its closes for later splits is
undone with the splits that it states itself, so a close stays what it was on its day.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tracker.errors import SourceBlocked, SourceBroken
from tracker.shape import check_fields, parse_object, take_rows, to_day, to_number

YAHOO_META = ("currency", "symbol", "gmtoffset", "dataGranularity", "regularMarketTime")
YAHOO_KNOWN = (
    *("exchangeName", "fullExchangeName", "instrumentType", "exchangeTimezoneName", "regularMarketPrice", "timezone"),
    *("chartPreviousClose", "validRanges", "range", "firstTradeDate", "currentTradingPeriod", "priceHint", "shortName"),
    *("longName", "fiftyTwoWeekHigh", "fiftyTwoWeekLow", "regularMarketDayHigh", "regularMarketDayLow"),
    *("regularMarketVolume", "hasPrePostMarketData"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A split (`value` is new shares for an old one) or a dividend (`value` in currency a share), on its ex-day."""

    kind: str
    day: dt.date
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Raw closes by session, the events in their span, and the currency (None where it is not stated)."""

    closes: Mapping[dt.date, float]
    events: tuple[Event, ...] = ()
    currency: str | None = None


def parse_yahoo(content: bytes, ticker: str, where: str) -> Chart:
    """Return the chart of a ticker; sessions are dates of the exchange, null rows are left out.

    Closes and dividends come adjusted for later splits; they are multiplied back. Raises SourceBroken for another
    symbol, another granularity and arrays of unequal length.
    """
    chart = parse_object(content, where).get("chart")
    if not isinstance(chart, dict):
        raise SourceBroken(f"{where}: no field 'chart'; the shape changed")
    if chart.get("error"):
        raise SourceBroken(f"{where}: {chart['error']}; expected a chart of {ticker}")
    results = take_rows(chart, "result", where)
    if len(results) != 1:
        raise SourceBroken(f"{where}: {len(results)} results; expected one")
    meta = results[0].get("meta", {})
    missing = [name for name in YAHOO_META if name not in meta]
    if missing:
        raise SourceBroken(f"{where}: missing {', '.join(missing)} in meta; found {', '.join(sorted(meta))}")
    if meta["symbol"] != ticker or meta["dataGranularity"] != "1d":
        raise SourceBroken(f"{where}: {meta['symbol']} by {meta['dataGranularity']}; expected {ticker} by 1d")
    return _yahoo_chart(results[0], meta, where)


def _yahoo_chart(result: Mapping[str, Any], meta: Mapping[str, Any], where: str) -> Chart:
    """Return the chart in a checked result; a span without bars has no times, one without events no events."""
    new = check_fields(result, ("meta", "indicators"), ("timestamp", "events"), where)
    if new and not {"timestamp", "events"} <= set(result):
        lacking = ", ".join(sorted({"timestamp", "events"} - set(result)))
        raise SourceBroken(f"{where}: missing {lacking}; new there: {', '.join(new)}; a field was renamed")
    if "timestamp" not in result:
        return Chart(closes={}, currency=meta["currency"])
    offset = int(meta["gmtoffset"])
    times = take_rows(result, "timestamp", where)
    quotes = take_rows(result.get("indicators", {}), "quote", where)
    closes = take_rows(quotes[0], "close", where) if quotes else []
    if len(times) != len(closes):
        raise SourceBroken(f"{where}: {len(times)} times and {len(closes)} closes")
    events = _yahoo_events(result.get("events") or {}, offset, where)
    splits = [event for event in events if event.kind == "split"]
    found: dict[dt.date, float] = {}
    for time, close in zip(times, closes, strict=True):
        if close is not None:
            day = _day_of(time, offset)
            found[day] = _plain(to_number(close, where) * _factor(splits, day))
    return Chart(closes=found, events=events, currency=meta["currency"])


def _plain(close: float) -> float:
    """Return a close without the noise of short floats: shares and indices are quoted in hundredths."""
    return round(close, 2 if close >= 10 else 4)


def _day_of(time: Any, offset: int) -> dt.date:
    """Return the exchange's own date of a time in seconds."""
    return dt.datetime.fromtimestamp(int(time) + offset, dt.UTC).date()


def _factor(splits: list[Event], day: dt.date) -> float:
    """Return by how much the closes of a day were divided for splits after it."""
    factor = 1.0
    for split in splits:
        if split.day > day:
            factor *= split.value
    return factor


def _yahoo_events(events: Mapping[str, Any], offset: int, where: str) -> tuple[Event, ...]:
    """Return the splits and dividends of a chart."""
    strange = sorted(events.keys() - {"splits", "dividends", "capitalGains"})
    if strange:
        raise SourceBroken(f"{where}: events {', '.join(strange)}; expected splits and dividends")
    for row in (events.get("splits") or {}).values():
        check_fields(row, ("date", "numerator", "denominator"), ("splitRatio",), where)
    for row in (events.get("dividends") or {}).values():
        check_fields(row, ("date", "amount"), (), where)
    splits = [
        Event(kind="split", day=_day_of(row["date"], offset), value=float(row["numerator"]) / float(row["denominator"]))
        for row in (events.get("splits") or {}).values()
    ]
    dividends = []
    for row in (events.get("dividends") or {}).values():
        day = _day_of(row["date"], offset)
        dividends.append(Event(kind="dividend", day=day, value=float(row["amount"]) * _factor(splits, day)))
    return tuple(sorted((*splits, *dividends), key=lambda event: (event.day, event.kind)))


def parse_eastmoney(content: bytes, code: str, where: str) -> Chart:
    """Return the unadjusted closes of a code; each row is `day,open,close,high,low,...` in this order."""
    table = parse_object(content, where)
    data = table.get("data")
    if not isinstance(data, dict):
        raise SourceBroken(f"{where}: data is {type(data).__name__}; the site does not know {code}")
    if str(data.get("code")) != code:
        raise SourceBroken(f"{where}: rows of {data.get('code')}; expected {code}")
    found: dict[dt.date, float] = {}
    for row in take_rows(data, "klines", where):
        cells = str(row).split(",")
        if len(cells) < 5:
            raise SourceBroken(f"{where}: row {row!r}; expected day,open,close,high,low")
        opened, close, high, low = (to_number(cell, where) for cell in cells[1:5])
        if not low <= min(opened, close) <= max(opened, close) <= high:
            raise SourceBroken(f"{where}: row {row!r}; expected low <= open, close <= high: the columns moved")
        found[to_day(cells[0], where)] = close
    return Chart(closes=found)


def parse_exchange(content: bytes, code: str, where: str) -> Chart:
    """Return the closes of one share and month, from the file of the Taiwan exchange or of the counter."""
    table = parse_object(content, where)
    if isinstance(table.get("tables"), list):
        table = {"stat": "OK", **(table["tables"][0] if table["tables"] else {})}
    if str(table.get("stat", "")).upper() != "OK":
        raise SourceBlocked(f"{where}: stat {table.get('stat')!r}; expected OK")
    fields = ["".join(str(name).split()) for name in take_rows(table, "fields", where)]
    at = next((fields.index(name) for name in ("收盤價", "收盤") if name in fields), None)
    if at is None or code not in str(table.get("title")):
        raise SourceBroken(f"{where}: fields {', '.join(fields)} of {table.get('title')}; expected 收盤價 of {code}")
    found: dict[dt.date, float] = {}
    for row in take_rows(table, "data", where):
        if not str(row[at]).startswith("--"):
            found[_republic_day(str(row[0]), where)] = to_number(row[at], where)
    return Chart(closes=found, currency="TWD")


def _republic_day(text: str, where: str) -> dt.date:
    """Return `115/11/20`, perhaps with a mark after it, as a date."""
    found = re.match(r"\s*(\d{2,3})/(\d{1,2})/(\d{1,2})", text)
    if not found:
        raise SourceBroken(f"{where}: day {text!r}; expected a form like 115/11/20")
    return to_day(f"{int(found[1]) + 1911}-{found[2]}-{found[3]}", where)


def adjust(closes: Mapping[dt.date, float], events: tuple[Event, ...]) -> dict[dt.date, float]:
    """Return raw closes made comparable with the newest one, for the splits and dividends in `events`.

    A close before a split is divided by its ratio; one before a dividend is scaled by 1 - dividend / close of the
    session before the ex-day.
    """
    days = sorted(closes)
    adjusted = dict(closes)
    for event in events:
        before = [day for day in days if day < event.day]
        if not before:
            continue
        factor = 1 / event.value if event.kind == "split" else 1 - event.value / closes[before[-1]]
        for day in before:
            adjusted[day] *= factor
    return adjusted
