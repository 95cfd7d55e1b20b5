"""From the bytes or words of a filing to a document: the part of reading that all live sources share."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from tracker.config import find_issuer
from tracker.errors import SourceBroken, UnreadableDocument
from tracker.facts import Document, Indicator, Precision, Rejected, Statement, Yield

CHINA = ZoneInfo("Asia/Shanghai")
TAIPEI = ZoneInfo("Asia/Taipei")
SEOUL = ZoneInfo("Asia/Seoul")
TOKYO = ZoneInfo("Asia/Tokyo")
EASTERN = ZoneInfo("America/New_York")


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """What is known of a filing besides its words; `moment` is its time of publication where a source gives one.

    `seen_on` is set for something that changed after it was first seen: it counts as published on that day.
    """

    key: str
    publisher: str
    doc_type: str
    published_on: dt.date
    moment: dt.datetime | None = None
    seen_on: dt.date | None = None
    issuer: str | None = None
    url: str | None = None
    source_note: str | None = None
    lang: str | None = None
    qualifier: str | None = None
    precision: Precision = "day"


def read_bytes(filing: Filing, content: bytes, media_type: str) -> Yield:
    """Return the document in a filing's bytes; bytes without text become a rejected row."""
    from tracker.text import to_text

    try:
        text = to_text(content, media_type, None, filing.key).text
    except UnreadableDocument as error:
        return Yield(
            rejected=(Rejected(place=filing.key, field=None, value=f"{len(content)} bytes", expected=str(error)),)
        )
    return Yield(documents=(read_words(filing, text),))


def read_words(filing: Filing, text: str) -> Document:
    """Return the document of a filing's words, with the statements in them."""
    from tracker.extract import read_text

    issuer = find_issuer(filing.issuer) if filing.issuer else None
    reading = read_text(
        text,
        published_on=filing.published_on,
        issuer=issuer.id if issuer else None,
        ticker=issuer.tickers[0] if issuer and issuer.tickers else None,
        lang=filing.lang,
        doc_type=filing.doc_type,
    )
    statements = tuple(Statement(claim=claim, qualifier=filing.qualifier) for claim in reading.claims)
    return make_document(filing, text, statements=statements, unread=reading.unread)


def make_document(filing: Filing, text: str, **facts: object) -> Document:
    """Return the document of a filing with facts that are given."""
    on = filing.seen_on or filing.published_on
    has_moment = filing.moment is not None and filing.seen_on is None
    return Document(
        key=filing.key,
        publisher=filing.publisher,
        published_on=on,
        known_on=on,
        published_precision="second" if has_moment else filing.precision,
        published_at=filing.moment if has_moment else None,
        url=filing.url,
        source_note=filing.source_note,
        issuer=filing.issuer,
        doc_type=filing.doc_type,
        lang=filing.lang,
        text=text,
        **facts,  # type: ignore[arg-type]
    )


def figure(text: str, *, entity: str, name: str, period: str, value: float, unit: str, **more: str | None) -> Indicator:
    """Return an indicator that rests on the whole of a row's words."""
    return Indicator(
        quote=text,
        start=0,
        end=len(text),
        entity=entity,
        name=name,
        period=period,
        value_low=value,
        value_high=value,
        unit=unit,
        **more,
    )


def from_milliseconds(value: object, zone: ZoneInfo) -> tuple[dt.date, dt.datetime | None]:
    """Return the local date of epoch milliseconds, and the moment unless it is local midnight (then only a date).

    Raises SourceBroken for anything that is no such time.
    """
    try:
        moment = dt.datetime.fromtimestamp(int(str(value)) / 1000, zone)
    except (ValueError, OverflowError, OSError) as error:
        raise SourceBroken(f"time {value!r}: expected milliseconds since 1970") from error
    is_date_only = moment.time() == dt.time(0)
    return moment.date(), None if is_date_only else moment.astimezone(dt.UTC)
