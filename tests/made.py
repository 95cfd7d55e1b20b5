"""Sources made for tests: a page of our own wording, and ways to fail."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from tracker.facts import Document, EquityMove, Price, Rejected, Statement, Undated, Yield
from tracker.source import Capture, Errand, Found, Source
from tracker.statement import Claim

LINES = (
    "TrendForce expects conventional DRAM contract prices to rise 10 to 15 % in 2026Q3.",
    "Samsung fell 6.1 % on 2026-07-01.",
    "DDR4 8Gb stood at 12.50 dollars in 2026-06.",
)
TEXT = "\n".join(LINES)


def span(line: str, text: str = TEXT) -> dict[str, object]:
    start = text.index(line)
    return {"quote": line, "start": start, "end": start + len(line)}


def make_claim(**changes: object) -> Claim:
    fields: dict[str, object] = {
        "product": "DRAM",
        "attribute": "price",
        "direction": "up",
        "stance": "guidance",
        "speaker": "third_party",
        "certainty": "asserted",
        "period": "2026Q3",
        "basis": "QoQ",
        "low_pct": 10.0,
        "high_pct": 15.0,
        "market": "contract",
        **span(LINES[0]),
        **changes,
    }
    return Claim(**fields)  # type: ignore[arg-type]


def make_document(**changes: object) -> Document:
    fields: dict[str, object] = {
        "key": "https://example.org/a",
        "publisher": "Example Wire",
        "published_on": dt.date(2026, 7, 1),
        "known_on": dt.date(2026, 7, 1),
        "url": "https://example.org/a",
        "text": TEXT,
        "statements": (Statement(claim=make_claim(), issuer="trendforce"),),
        "moves": (
            EquityMove(
                instrument="Samsung Electronics",
                ticker="005930.KS",
                exchange_country="KR",
                event_date=dt.date(2026, 7, 1),
                change_pct=-6.1,
                **span(LINES[1]),  # type: ignore[arg-type]
            ),
        ),
        "prices": (
            Price(
                item="DDR4_8Gb",
                product="DRAM",
                segment="pc",
                period="2026-06",
                price_usd=12.5,
                **span(LINES[2]),  # type: ignore[arg-type]
            ),
        ),
        **changes,
    }
    return Document(**fields)  # type: ignore[arg-type]


def make_source(
    *documents: Document,
    name: str = "record",
    content: bytes = b"one",
    error: Exception | None = None,
    edits: str = "replacement",
) -> Source:
    """Return a source that hands over the content once a run, or fails, and reads these documents from it."""

    def collect(errand: Errand) -> Iterator[Found]:
        yield Found(key="made", content=content, media_type="text/plain", meta={"kind": "made"})
        if error is not None:
            raise error

    def read(capture: Capture, found: bytes) -> Yield:
        assert found == content or edits == "revision"
        return Yield(
            documents=documents,
            rejected=(Rejected(place="row 7", field="low_pct", value="4000", expected="a percentage within ±1000"),),
            undated=(Undated(kind="price", words="a price without a date", url=None, reason="no date"),),
        )

    return Source(
        name=name,
        title="Made for tests",
        publisher="nobody",
        cadence="never",
        licence="none",
        raw_may_leave=True,
        collect=collect,
        read=read,
        edits=edits,  # type: ignore[arg-type]
    )
