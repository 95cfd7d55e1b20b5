"""Daily closes of the watched shares and indices: raw closes and events, by session of the exchange.

Yahoo's chart first; Eastmoney for the Chinese indices that it lacks and for mainland shares; the files of the Taiwan
exchanges where Yahoo refuses. All feeds of a ticker share one key a month: a close that two of them give is kept once.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tracker.charts import YAHOO_KNOWN, YAHOO_META, Chart, Event, parse_eastmoney, parse_exchange, parse_yahoo
from tracker.checkup import check_rows
from tracker.config import config_folder, read_toml
from tracker.errors import NoNetwork, SourceBlocked, SourceBroken, SourceEmpty, SourceError, SourceUnreachable
from tracker.facts import Document, EquityClose, Yield
from tracker.filing import Filing, figure, make_document
from tracker.listing import Item, new_items, sift, start_of
from tracker.sessions import has_ended, sessions_missed
from tracker.shape import check_count, parse_object
from tracker.source import Capture, Errand, Found, Manners, Source
from tracker.watch import MAINLAND, TAIWAN

if TYPE_CHECKING:
    from tracker.reply import Reply

YAHOO = "https://query1.finance.yahoo.com/v8/finance/chart"
EASTMONEY = "https://push2his.eastmoney.com/api/qt/stock/kline/get"
TWSE = "https://www.twse.com.tw/rwd/zh/afterTrading/STOCK_DAY"
TPEX = "https://www.tpex.org.tw/www/zh-tw/afterTrading/tradingStock"
PARSERS = {"yahoo": parse_yahoo, "eastmoney": parse_eastmoney, "exchange": parse_exchange}
MOST_MISSED = 5


@dataclass(slots=True)
class _Tally:
    """What a run has met so far: the feeds that refused it and why, and the tickers that nobody gave."""

    refused: dict[str, SourceError] = field(default_factory=dict)
    failed: dict[str, SourceError] = field(default_factory=dict)
    bars: int = 0


def collect(errand: Errand) -> Iterator[Found]:
    """Yield the months of each ticker that bring a new close or event."""
    tickers = _tickers(errand)
    tally = _Tally()
    for done, ticker in enumerate(tickers, start=1):
        name = f"{ticker} {errand.since or ''}~{errand.now.date()}"
        if errand.web.is_fresh(name) or _is_up_to_date(errand, ticker):
            tally.bars += 1
            continue
        yield from _ticker(errand, ticker, tally)
        if ticker not in tally.failed:
            errand.web.settle(name)
        errand.progress(done, len(tickers))
    if tally.failed:
        error = next(iter(tally.failed.values()))
        kinds = {type(one) for one in tally.failed.values()}
        kind = type(error) if kinds in ({SourceBlocked}, {SourceUnreachable}) else SourceBroken
        raise kind(f"no closes of {', '.join(tally.failed)}; the first reason: {error}")
    if not tally.bars:
        raise SourceEmpty("the feeds answered and have no close in the span")


def _tickers(errand: Errand) -> tuple[str, ...]:
    """Return what is watched: the shares of the watched issuers, and the instruments of the flags."""
    shares = [ticker for issuer in errand.watch for ticker in issuer.tickers]
    instruments = read_toml(config_folder() / "instruments.toml").get("instrument", {})
    return tuple(dict.fromkeys([*shares, *instruments]))


def _is_up_to_date(errand: Errand, ticker: str) -> bool:
    """Tell whether the last session that has ended is known, so that nobody need be asked before the next one has.

    A close that is corrected later is noticed then: each question covers the days before as well.
    """
    if errand.since is not None:
        return False
    this = errand.now.date().replace(day=1)
    months = (this, (this - dt.timedelta(days=1)).replace(day=1))
    held = [errand.seen.latest("prices", f"{ticker}/{month:%Y-%m}") for month in months]
    days = [
        dt.date.fromisoformat(name) for capture in held if capture for name in capture.meta["items"] if "/" not in name
    ]
    return bool(days) and sessions_missed(ticker, max(days), errand.now) == 0


def _ticker(errand: Errand, ticker: str, tally: _Tally) -> Iterator[Found]:
    """Yield what is new of one ticker, from the first feed that gives it."""
    problems: dict[str, SourceError] = {}
    for feed in _feeds(errand, ticker):
        if feed in tally.refused:
            problems[feed] = tally.refused[feed]
            continue
        try:
            for reply in _ask(errand, feed, ticker):
                yield from _months(errand, feed, ticker, reply, tally)
        except NoNetwork:
            raise
        except (SourceBlocked, SourceUnreachable) as refusal:
            tally.refused[feed] = problems[feed] = refusal
        except SourceBroken as broken:
            problems[feed] = broken
            errand.web.set_aside(broken)
        else:
            return
        errand.report(f"{ticker}: {feed} failed ({problems[feed]}); trying the next feed")
    kinds = {type(problem) for problem in problems.values()}
    kind = kinds.pop() if len(kinds) == 1 else SourceBroken
    tally.failed[ticker] = kind("; ".join(f"{feed}: {problem}" for feed, problem in problems.items()))


def _feeds(errand: Errand, ticker: str) -> tuple[str, ...]:
    """Return the feeds that know a ticker, the best one first."""
    if ticker in errand.settings["eastmoney_indices"]:
        return ("eastmoney",)
    if ticker.endswith(MAINLAND):
        return ("yahoo", "eastmoney")
    return ("yahoo", "exchange") if ticker.endswith(TAIWAN) else ("yahoo",)


def _ask(errand: Errand, feed: str, ticker: str) -> Iterator[Reply]:
    """Yield a feed's answers for a ticker: one for the whole span, or one a month."""
    start, today = start_of(errand, errand.settings["lookback_days"]), errand.now.date()
    code = ticker.rsplit(".", 1)[0]
    if feed == "yahoo":
        first = int(dt.datetime.combine(start, dt.time(0), dt.UTC).timestamp())
        # The end lies a day ahead and at midnight: the address stays the same all day, and eastern sessions are in it.
        last = int(dt.datetime.combine(today + dt.timedelta(days=2), dt.time(0), dt.UTC).timestamp())
        params: dict[str, str | int] = {"period1": first, "period2": last, "interval": "1d"}
        params |= {"events": "div,splits", "includeAdjustedClose": "true"}
        yield errand.web.get(f"{YAHOO}/{ticker}", params=params, expect="json")
    elif feed == "eastmoney":
        market = "1" if ticker.endswith(".SS") else "0"
        params = {"secid": f"{market}.{code}", "klt": 101, "fqt": 0, "beg": f"{start:%Y%m%d}", "end": "20500101"}
        params |= {"fields1": "f1,f2,f3,f4,f5,f6", "fields2": "f51,f52,f53,f54,f55,f56,f57,f58,f59,f60,f61"}
        yield errand.web.get(
            EASTMONEY, params=params, headers={"Referer": "https://quote.eastmoney.com/"}, expect="json"
        )
    else:
        month = start.replace(day=1)
        while month <= today:
            if ticker.endswith(".TWO"):
                params = {"date": f"{month:%Y/%m}/01", "code": code, "response": "json"}
                yield errand.web.get(TPEX, params=params, expect="json")
            else:
                params = {"date": f"{month:%Y%m}01", "stockNo": code, "response": "json"}
                yield errand.web.get(TWSE, params=params, expect="json")
            month = (month + dt.timedelta(days=32)).replace(day=1)


def _parse(feed: str, ticker: str, content: bytes, where: str) -> Chart:
    """Return the chart in a feed's answer."""
    return PARSERS[feed](content, ticker if feed == "yahoo" else ticker.rsplit(".", 1)[0], where)


def _months(errand: Errand, feed: str, ticker: str, reply: Reply, tally: _Tally) -> Iterator[Found]:
    """Yield the months of an answer that bring something new; sessions that have not ended are left out."""
    chart = _parse(feed, ticker, reply.content, reply.url)
    closes = {day: close for day, close in chart.closes.items() if has_ended(ticker, day, errand.now)}
    tally.bars += len(closes)
    days = (errand.now.date() - start_of(errand, errand.settings["lookback_days"])).days
    most = 32 if feed == "exchange" else days + 3
    check_count(len(chart.closes), 0, most, f"closes of {ticker} from {feed}", errand.report)
    newest = max(closes, default=None)
    if newest is None or (feed != "exchange" and sessions_missed(ticker, newest, errand.now) > MOST_MISSED):
        raise SourceBroken(f"{reply.url}: newest close of {ticker} is of {newest}; a frozen copy or a moved ticker")
    items: dict[str, dict[str, str]] = {}
    for day, close in closes.items():
        items.setdefault(f"{day:%Y-%m}", {})[str(day)] = repr(close)
    for event in chart.events:
        items.setdefault(f"{event.day:%Y-%m}", {})[f"{event.kind}/{event.day}"] = repr(event.value)
    for month, rows in sorted(items.items()):
        meta = sift(errand, "prices", f"{ticker}/{month}", rows)
        if meta is not None:
            currency = _currency(errand, ticker, chart)
            yield reply.found(f"{ticker}/{month}", ticker=ticker, feed=feed, currency=currency, **meta)


def _currency(errand: Errand, ticker: str, chart: Chart) -> str | None:
    """Return the currency of a ticker's closes, None for an index."""
    if ticker.startswith("^") or ticker in errand.settings["eastmoney_indices"]:
        return None
    return chart.currency or ("CNY" if ticker.endswith(MAINLAND) else None)


def read(capture: Capture, content: bytes) -> Yield:
    """Return a document for each new or changed close and event."""
    chart = _parse(capture.meta["feed"], capture.meta["ticker"], content, capture.key)
    events = {f"{event.kind}/{event.day}": event for event in chart.events}
    return Yield(
        documents=tuple(
            _event(capture, item, events[item.name]) if item.name in events else _close(capture, item, chart)
            for item in new_items(capture)
        )
    )


def _filing(capture: Capture, item: Item, day: dt.date) -> Filing:
    """Return what is known of one close or event."""
    publisher = {"yahoo": "Yahoo Finance", "eastmoney": "Eastmoney", "exchange": "TWSE/TPEx"}[capture.meta["feed"]]
    return Filing(
        key=item.key,
        publisher=publisher,
        doc_type="quote",
        published_on=day,
        seen_on=item.seen_on,
        url=capture.url,
    )


def _close(capture: Capture, item: Item, chart: Chart) -> Document:
    """Return the document of one close, known on the day of its session."""
    ticker, day = capture.meta["ticker"], dt.date.fromisoformat(item.name)
    close = chart.closes[day]
    words = f"{ticker} {day} close {close!r}"
    currency = capture.meta["currency"]
    fact = EquityClose(
        quote=words, start=0, end=len(words), ticker=ticker, session_date=day, close=close, currency=currency
    )
    return make_document(_filing(capture, item, day), words, closes=(fact,))


def _event(capture: Capture, item: Item, event: Event) -> Document:
    """Return the document of one split or dividend."""
    ticker = capture.meta["ticker"]
    words = json.dumps({"ticker": ticker, "kind": event.kind, "ex_day": str(event.day), "value": event.value})
    unit = "new shares for an old one" if event.kind == "split" else f"{capture.meta['currency']} a share"
    fact = figure(
        words,
        entity=ticker,
        name=f"share_{event.kind}",
        period=f"{event.day:%Y-%m}",
        value=event.value,
        unit=unit,
        qualifier=f"ex-day {event.day}",
    )
    return make_document(_filing(capture, item, event.day), words, indicators=(fact,))


def _probe(errand: Errand) -> list[dict[str, Any]]:
    """Ask Yahoo for an index."""
    reply = next(_ask(errand, "yahoo", "^SOX"))
    results = parse_object(reply.content, reply.url).get("chart", {}).get("result") or [{}]
    return [dict(results[0].get("meta", {}))]


SOURCE = Source(
    name="prices",
    title="Daily closes of memory shares and indices",
    publisher="Yahoo Finance, Eastmoney, Taiwan Stock Exchange, Taipei Exchange",
    cadence="every session",
    licence="personal use (Yahoo, Eastmoney); open data (Taiwan exchanges)",
    raw_may_leave=False,
    collect=collect,
    read=read,
    edits="addition",
    verification="chart shape in eight test suites, kline in many programs; not tried live by memtrack",
    hosts=("query1.finance.yahoo.com", "push2his.eastmoney.com", "www.twse.com.tw", "www.tpex.org.tw"),
    manners=Manners(per_second=0.45, per_day=1500),
    settings={
        "lookback_days": 12,
        # Indices of the mainland that Yahoo lacks or gives with gaps.
        "eastmoney_indices": ["399006.SZ", "000680.SS", "000688.SS", "000300.SS"],
    },
    check=check_rows(_probe, YAHOO_META, YAHOO_KNOWN),
)
