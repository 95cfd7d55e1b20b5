"""A small published home that answers every example query: a few pages of our own wording, a forecast and a flag."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from tracker.archive import Archive
from tracker.facts import (
    Document,
    EquityClose,
    EquityMove,
    Indicator,
    Price,
    Rejected,
    Statement,
    Undated,
    Yield,
)
from tracker.home import Home, prepare_home
from tracker.journal import Journal
from tracker.publish import Published, publish
from tracker.reading import Readings, read_new
from tracker.source import Capture, Edits, Errand, Found, Source
from tracker.statement import Claim, Unread

NOW = dt.datetime(2026, 7, 3, 12, 0, tzinfo=dt.UTC)


def build_sample(folder: Path, *more: Document) -> Home:
    """Publish the sample, and further documents beside it, in a home under this folder."""
    home = Home(folder / "home")
    prepare_home(home)
    Journal(home.ledger / "forecasts.jsonl").append([FORECAST])
    Journal(home.ledger / "flags.jsonl").append([FLAG])
    Journal(home.runs).append([RUN])
    publish_pages(home, *PAGES, *more)
    return home


def publish_pages(home: Home, *pages: Document, now: dt.datetime = NOW, edits: Edits = "replacement") -> Published:
    """Archive, read and publish pages as the newest content of the source `record`."""
    source = page_source(pages, edits)
    archive = Archive(home.archive)
    content = "\n".join(page.key for page in pages).encode()
    archive.add("record", Found(key="pages", content=content, media_type="text/plain"), now)
    assert read_new(Readings(home.readings, source), archive) == []
    return publish(home, archive, [(source, True)], now)


def page_source(pages: tuple[Document, ...], edits: Edits) -> Source:
    """Return a source whose one capture holds these pages, a refused row, an undated and a dropped fact."""

    def collect(errand: Errand) -> Iterator[Found]:
        yield from ()

    def read(capture: Capture, content: bytes) -> Yield:
        return Yield(
            documents=pages,
            rejected=(Rejected(place="row 7", field="low_pct", value="4000", expected="a percentage within ±1000"),),
            undated=(Undated(kind="price", words="DRAM at 3 dollars", url=None, reason="no date"),),
            dropped=(Rejected(place="X1", field=None, value="DRAM up 900 %", expected="a slip of typing"),),
        )

    return Source(
        name="record",
        title="Made for tests",
        publisher="nobody",
        cadence="never",
        licence="none",
        raw_may_leave=True,
        collect=collect,
        read=read,
        edits=edits,
    )


def page(key: str, day: dt.date, lines: Mapping[str, Any], **changes: Any) -> Document:
    """Return a page whose text is these lines, each the quote of the fact (or facts) beside it."""
    text = "\n".join(lines)
    facts = [
        place(fact, line, text)
        for line, given in lines.items()
        for fact in (given if isinstance(given, tuple) else (given,))
    ]
    kinds = {"statements": Statement, "prices": Price, "indicators": Indicator, "moves": EquityMove}
    kinds |= {"closes": EquityClose, "unread": Unread}
    fields: dict[str, Any] = {
        "key": key,
        "publisher": "Example Wire",
        "published_on": day,
        "known_on": day,
        "url": f"https://example.org/{key}",
        "text": text,
        **{name: tuple(fact for fact in facts if isinstance(fact, kind)) for name, kind in kinds.items()},
        **changes,
    }
    return Document(**fields)


def place(fact: Any, line: str, text: str) -> Any:
    """Return a fact with its quote, the line, put where it stands in the text."""
    start = text.index(line)
    span = {"start": start, "end": start + len(line)}
    if isinstance(fact, Statement):
        return replace(fact, claim=replace(fact.claim, quote=line, **span))
    return replace(fact, sentence=line, **span) if isinstance(fact, Unread) else replace(fact, quote=line, **span)


def said(issuer: str = "trendforce", measure: str = "contract", doubt: str | None = None, **changes: Any) -> Statement:
    """Return a statement: TrendForce guiding DRAM contract prices, unless changed."""
    fields: dict[str, Any] = {
        "product": "DRAM",
        "attribute": "price",
        "direction": "up",
        "stance": "guidance",
        "speaker": "third_party" if issuer == "trendforce" else "company",
        "certainty": "asserted",
        "basis": "QoQ",
        "period": "2026Q3",
        "quote": "",
        "start": 0,
        "end": 0,
        **changes,
    }
    return Statement(claim=Claim(**fields), issuer=issuer, measure=measure, doubt=doubt)  # type: ignore[arg-type]


def priced(period: str, price_usd: float, item: str = "DDR4 8Gb 1Gx8", **changes: Any) -> Price:
    """Return a contract price of a DDR4 chip, unless changed."""
    given: dict[str, Any] = {"product": "DRAM", "segment": "pc", "technology": "DDR4", **changes}
    return Price(item=item, period=period, price_usd=price_usd, quote="", start=0, end=0, **given)


def fell(instrument: str, country: str, change_pct: float, ticker: str | None) -> EquityMove:
    """Return a fall of 2026-07-02."""
    return EquityMove(
        instrument=instrument,
        ticker=ticker,
        exchange_country=country,
        event_date=dt.date(2026, 7, 2),
        change_pct=change_pct,
        quote="",
        start=0,
        end=0,
    )


WORDS = {"basis": None, "low_pct": None, "high_pct": None}
PAGES = (
    page(
        "guidance-2026q2",
        dt.date(2026, 3, 31),
        {
            "DRAM contract prices will rise 8 to 12 % in 2026Q2.": said(period="2026Q2", low_pct=8.0, high_pct=12.0),
            "NOR prices will rise 5 % in 2026Q2.": said(product="NOR", period="2026Q2", low_pct=5.0, high_pct=5.0),
        },
    ),
    page(
        "first-outlook",
        dt.date(2026, 5, 20),
        {
            "DRAM contract prices will rise 5 to 10 % in 2026Q3.": said(low_pct=5.0, high_pct=10.0),
            "PC DRAM will stay flat in 2026Q3.": said(segment="pc", direction="flat", low_pct=0.0, high_pct=0.0),
            "DRAM costs so far 3 % more in 2026Q2.": said(period="2026Q2", stance="actual", low_pct=3.0, high_pct=3.0),
        },
    ),
    page(
        "second-outlook",
        dt.date(2026, 6, 29),
        {
            "DRAM contract prices will now rise 10 to 15 % in 2026Q3.": said(low_pct=10.0, high_pct=15.0),
            "PC DRAM will fall 0 to 5 % in 2026Q3.": said(segment="pc", direction="down", low_pct=0.0, high_pct=5.0),
            "NOR prices will rise 8 to 12 % in 2026Q3.": said(product="NOR", low_pct=8.0, high_pct=12.0),
            "Holographic memory may get dearer.": said(product="MEMORY", segment="holographic", **WORDS),
        },
    ),
    page(
        "relayed-outlook",
        dt.date(2026, 7, 1),
        {
            "TrendForce: DRAM contract up 10 to 15 % in Q3.": said(low_pct=10.0, high_pct=15.0),
            "Prices of DRAM are what they are.": Unread("", 0, 0, "no direction"),
        },
        publisher="Another Wire",
    ),
    page(
        "actual-2026q2",
        dt.date(2026, 7, 2),
        {
            "DRAM contract prices rose 16 % in 2026Q2.": said(
                period="2026Q2", stance="actual", low_pct=16.0, high_pct=16.0
            ),
            "NOR rose 6 % in 2026Q2.": said(product="NOR", period="2026Q2", stance="actual", low_pct=6.0, high_pct=6.0),
            "DRAM rose 61 % in 2026Q2.": said(
                period="2026Q2", stance="actual", low_pct=61.0, high_pct=61.0, doubt="figures swapped?"
            ),
        },
    ),
    page(
        "junzheng",
        dt.date(2026, 7, 2),
        {
            "客户二季度已接受DRAM涨价": said(
                "beijing_junzheng", period="2026Q2", stance="actual", region="CN", **WORDS
            ),
            "预计三季度DRAM价格继续上涨": said("beijing_junzheng", **WORDS),
            "四季度供应仍偏紧": said(
                "beijing_junzheng", attribute="supply", direction="tight", period="2026Q4", **WORDS
            ),
            "NOR二季度涨幅小于DRAM": said("beijing_junzheng", product="NOR", period="2026Q2", stance="actual", **WORDS),
        },
        url=None,
        source_note="A digest whose page is lost.",
        publisher="36Kr",
        lang="zh-Hans",
    ),
    page(
        "prices",
        dt.date(2026, 6, 30),
        {
            "4.00 dollars in April": priced("2026-04", 4.0),
            "5.00 dollars in May": priced("2026-05", 5.0, change_pct=25.0, basis="MoM"),
            "6.00 dollars in June": priced("2026-06", 6.0),
            "60.0 dollars in June": priced("2026-06", 60.0, doubt="ten times the others"),
        },
    ),
    page(
        "falls",
        dt.date(2026, 7, 2),
        {
            "创业板指跌5.71%": fell("创业板指", "CN", -5.71, "399006.SZ"),
            "Samsung fell 6.1 %": fell("Samsung Electronics", "KR", -6.1, "005930.KS"),
            "Samsung closed at 61,000": EquityClose(
                ticker="005930.KS",
                session_date=dt.date(2026, 7, 2),
                close=61000.0,
                currency="KRW",
                quote="",
                start=0,
                end=0,
            ),
            "Makers hold 3 to 4 weeks of stock": Indicator(
                entity="DRAM makers",
                name="inventory",
                product="DRAM",
                period="2026Q2",
                value_low=3.0,
                value_high=4.0,
                unit="weeks",
                quote="",
                start=0,
                end=0,
            ),
        },
    ),
)

RUN = {
    "run_id": "r1",
    "source": "record",
    "started_at": "2026-07-03 11:59:00",
    "ended_at": "2026-07-03 12:00:00",
    "outcome": "ok",
    "captures_new": 1,
    "message": None,
}
FORECAST = {
    "forecast_issue": [
        {
            "forecast_id": "f1",
            "issued_at": "2026-07-03 12:00:00",
            "as_of": "2026-07-03",
            "product": "DRAM",
            "segment": "total",
            "target": "2026Q3",
            "inputs_sha256": "0" * 64,
            "model_version": "1",
            "weights": {"drift": 1.0},
            "notes": ["made for tests"],
        }
    ],
    "forecast_path": [
        {
            "forecast_id": "f1",
            "quarter": "2026Q3",
            "status": "forecast",
            "quantile": quantile,
            "change_pct": 100 * quantile - 40,
            "index_level": 100 + 20 * quantile,
            "prob_up": 0.9,
        }
        for quantile in (0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975)
    ],
    "forecast_evidence": [{"forecast_id": "f1", "statement_id": "s-of-an-older-reading", "effect_pp": 1.5}],
}
FLAG = {
    "flag": [
        {
            "flag_id": "g1",
            "issued_at": "2026-07-03 12:00:00",
            "as_of": "2026-07-03",
            "kind": "tight_vs_bearish",
            "event_start": "2026-07-02",
            "event_end": "2026-07-02",
            "triggered_at": "2026-07-02 07:00:00",
            "tightness": 0.6,
            "evidence_share": 0.7,
            "label": "not_assessable",
            "label_reason": "no closes of the leaders are known",
            "severity": "notable",
            "rule_version": "1",
            "rule_sha256": "0" * 64,
            "inputs_sha256": "0" * 64,
        }
    ],
    "flag_move": [
        {
            "flag_id": "g1",
            "instrument": "创业板指",
            "ticker": "399006.SZ",
            "exchange_country": "CN",
            "horizon_sessions": 1,
            "z_score": None,
            "move_date": "2026-07-02",
            "change_pct": -5.71,
            "abnormal_pct": None,
            "url": "https://example.org/falls",
        }
    ],
    "flag_evidence": [{"flag_id": "g1", "statement_id": "s-of-an-older-reading", "side": "contradicts"}],
    "flag_state": [
        {
            "flag_id": "g1",
            "state": "open",
            "state_on": "2026-07-02",
            "reason": "first trigger",
            "issued_at": "2026-07-03 12:00:00",
        }
    ],
    "flag_leg": [
        {
            "flag_id": "g1",
            "leg": "guidance",
            "leg_value": 1.0,
            "figure": 15.0,
            "unit": "% QoQ",
            "age_days": 3,
            "weight": 0.45,
        }
    ],
    "tightness_reading": [
        {
            "day": "2026-07-03",
            "product": "DRAM",
            "score": 0.6,
            "evidence_share": 0.7,
            "state": "tight",
            "rule_version": "1",
            "issued_at": "2026-07-03 12:00:00",
        }
    ],
    "tightness_leg": [
        {
            "day": "2026-07-03",
            "product": "DRAM",
            "rule_version": "1",
            "leg": "guidance",
            "leg_value": 1.0,
            "figure": 15.0,
            "unit": "% QoQ",
            "age_days": 3,
            "weight": 0.45,
        }
    ],
}
