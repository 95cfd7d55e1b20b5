"""Captures to rows: runs a source's reader, proves every quote, gives every row its identifier, caches the result.

A capture is read once per reader version. Its rows go to a journal per source and version, and a line in a second
journal says that they are complete: a run killed in between reads that capture again and the loader keeps one copy.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from tracker.archive import Archive
from tracker.config import vocabulary_digest
from tracker.errors import ArchiveError, InputError, MemtrackError
from tracker.facts import Document, EquityMove, Indicator, Price, Rejected, Span, Statement, Yield
from tracker.journal import Journal
from tracker.normalize import map_segment, place_in_time, price_pressure, sign_magnitude
from tracker.plausible import part_statements
from tracker.quarter import period_kind, period_quarters
from tracker.source import Capture, Source

Row = dict[str, Any]
ROWS_PER_LINE = 500


def reading_version(source: Source) -> str:
    """Return the version of everything that decides how a source's captures become rows."""
    parts = [source.name, source.reader_version, vocabulary_digest()]
    if source.uses_reader:
        from tracker.extract import READER_VERSION

        parts.append(READER_VERSION)
    return "-".join(parts)


class Readings:
    """The cached rows of one source at its present reader version."""

    def __init__(self, folder: Path, source: Source) -> None:
        """Find out which captures are read already."""
        self.source = source
        self.version = reading_version(source)
        self.rows = Journal(folder / source.name / f"{self.version}.rows.jsonl")
        self._done = Journal(folder / source.name / f"{self.version}.done.jsonl")
        self.complete = {str(row["capture_id"]) for row in self._done}

    def add(self, capture: Capture, content: bytes) -> int:
        """Read a capture, keep its rows, return how many documents it holds; raise InputError at an unproven quote."""
        rows = list(read_rows(self.source, capture, content, self.version))
        self.rows.append(
            {
                "capture_id": capture.capture_id,
                "part": start // ROWS_PER_LINE,
                "rows": rows[start : start + ROWS_PER_LINE],
            }
            for start in range(0, len(rows), ROWS_PER_LINE)
        )
        self._done.append([{"capture_id": capture.capture_id}])
        self.complete.add(capture.capture_id)
        return sum(row["table_name"] == "document" for row in rows)


def read_new(readings: Readings, archive: Archive) -> list[str]:
    """Read every current capture of a source that its reader version has not read; return what could not be read."""
    failures = []
    for capture in current_captures(archive, readings.source):
        if capture.capture_id in readings.complete:
            continue
        try:
            readings.add(capture, archive.read(capture))
        except MemtrackError as error:
            failures.append(f"{capture.key}: {error}")
    return failures


def read_safely(readings: Readings, archive: Archive) -> list[str]:
    """Read what is new of a source, as `read_new` does; a failure of the reader itself is told like the others.

    Raises ArchiveError where the disk fails.
    """
    try:
        return read_new(readings, archive)
    except ArchiveError:
        raise
    except Exception as error:  # noqa: BLE001 - a reader's failure is its source's outcome and no other's
        return [f"{type(error).__name__}: {error}"]


def current_captures(archive: Archive, source: Source) -> list[Capture]:
    """Return the captures that rows are built from: every version of a page, the newest of replaceable material."""
    own = [capture for capture in archive if capture.source == source.name]
    if source.edits in {"revision", "addition"}:
        return own
    return [capture for capture in own if archive.latest(source.name, capture.key) == capture]


def read_rows(source: Source, capture: Capture, content: bytes, version: str) -> Iterator[Row]:
    """Yield the rows of one capture, each with the name of its table. Pure: the same bytes give the same rows."""
    result = source.read(capture, content)
    if len(result.documents) < source.min_documents:
        raise InputError(
            f"{source.name} {capture.key!r}: {len(result.documents)} documents; "
            f"expected at least {source.min_documents}"
        )
    yield from _refused_rows(source, capture, result)
    for document in result.documents:
        statements, refused = part_statements(document.statements)
        yield from (_rejected_row(source, capture, one) for one in refused)
        yield from _document_rows(source, capture, replace(document, statements=statements), version)


def _rejected_row(source: Source, capture: Capture, refused: Rejected) -> Row:
    origin = {"capture_id": capture.capture_id, "source": source.name, "file": capture.key}
    fields = {"place": refused.place, "field": refused.field, "value": refused.value, "expected": refused.expected}
    return _row("rejected", {**origin, **fields})


def _refused_rows(source: Source, capture: Capture, result: Yield) -> Iterator[Row]:
    origin = {"capture_id": capture.capture_id, "source": source.name}
    yield from (_rejected_row(source, capture, refused) for refused in result.rejected)
    for undated in result.undated:
        fields = {"kind": undated.kind, "words": undated.words, "url": undated.url, "reason": undated.reason}
        yield _row("undated_fact", {**origin, **fields})
    for dropped in result.dropped:
        yield _row(
            "dropped_fact", {**origin, "place": dropped.place, "value": dropped.value, "reason": dropped.expected}
        )


def _document_rows(source: Source, capture: Capture, document: Document, version: str) -> Iterator[Row]:
    edited = source.edits == "revision" and capture.version > 1
    known_on = max(document.known_on, capture.captured_at.date()) if edited else document.known_on
    parts = [source.name, capture.key, document.key] + ([str(capture.version)] if edited else [])
    document_id = identify("d", *parts)
    yield _row(
        "document",
        {
            "document_id": document_id,
            "capture_id": capture.capture_id,
            "source": source.name,
            "key": document.key,
            "url": document.url,
            "source_note": document.source_note,
            "publisher": document.publisher,
            "issuer": document.issuer,
            "doc_type": document.doc_type,
            "lang": document.lang,
            "published_on": document.published_on,
            "published_at": _timestamp(document.published_at),
            "published_precision": document.published_precision,
            "known_on": known_on,
            "captured_at": _timestamp(capture.captured_at),
            "version": capture.version,
            "reading_version": version,
        },
    )
    seen: Counter[str] = Counter()
    for statement in document.statements:
        yield from _statement_rows(document, document_id, statement, version, seen)
    for price in document.prices:
        yield _row("price", _price_row(document, document_id, price, seen))
    for indicator in document.indicators:
        yield _row("indicator", _indicator_row(document, document_id, indicator, seen))
    for move in document.moves:
        yield _row("equity_move", _move_row(document, document_id, move, seen))
    for close in document.closes:
        prove_quote(document, close.quote, close.start, close.end)
        fields = {
            "ticker": close.ticker,
            "session_date": close.session_date,
            "close": close.close,
            "currency": close.currency,
        }
        yield _row("equity_close", {**fields, "document_id": document_id, **_span(close)})
    for unread in document.unread:
        prove_quote(document, unread.sentence, unread.start, unread.end)
        place = {"sentence_start": unread.start, "sentence_end": unread.end, "reason": unread.reason}
        yield _row("unread", {"document_id": document_id, "sentence": unread.sentence, **place})


def _statement_rows(
    document: Document, document_id: str, statement: Statement, version: str, seen: Counter[str]
) -> Iterator[Row]:
    claim = statement.claim
    prove_quote(document, claim.quote, claim.start, claim.end)
    issuer = statement.issuer or claim.said_by or document.issuer or document.publisher
    content = {
        "issuer": issuer,
        "speaker": claim.speaker,
        "product": claim.product,
        "technology": claim.technology,
        "segment": claim.segment,
        "attribute": claim.attribute,
        "measure": statement.measure,
        "market": claim.market,
        "region": claim.region,
        "period": claim.period,
        "basis": claim.basis,
        "direction": claim.direction,
        "low_pct": claim.low_pct,
        "high_pct": claim.high_pct,
        "stance": claim.stance,
        "certainty": claim.certainty,
    }
    statement_id = _identify_once("s", seen, document_id, *(str(value) for value in content.values()))
    yield _row(
        "statement",
        {
            "statement_id": statement_id,
            "document_id": document_id,
            **content,
            "period_text": claim.period_text,
            "confidence": claim.confidence,
            "qualifier": statement.qualifier,
            "doubt": statement.doubt,
            "statement_group": statement.group,
            "quote": claim.quote,
            "quote_start": claim.start,
            "quote_end": claim.end,
            "is_verbatim": statement.is_verbatim,
            "rule": claim.rule,
            "reading_version": version,
        },
    )
    yield from _observation_rows(document, statement_id, statement)


def _observation_rows(document: Document, statement_id: str, statement: Statement) -> Iterator[Row]:
    claim = statement.claim
    segment = map_segment(claim.product, claim.segment)
    if segment is None:
        return
    kind, quarters = place_in_time(claim.period, document.published_on)
    magnitude = sign_magnitude(claim)
    for quarter in quarters:
        yield _row(
            "observation",
            {
                "statement_id": statement_id,
                "product": claim.product,
                "segment": segment,
                "quarter": str(quarter),
                "period_kind": kind,
                "attribute": claim.attribute,
                "measure": statement.measure,
                "basis": claim.basis,
                "stance": claim.stance,
                "direction": claim.direction,
                "sign": price_pressure(claim),
                "low_pct": magnitude.low_pct,
                "mid_pct": magnitude.mid_pct,
                "high_pct": magnitude.high_pct,
                "bound": magnitude.bound,
            },
        )


def _price_row(document: Document, document_id: str, price: Price, seen: Counter[str]) -> Row:
    prove_quote(document, price.quote, price.start, price.end)
    content = {
        "item": price.item,
        "product": price.product,
        "segment": price.segment,
        "technology": price.technology,
        "market": price.market,
        "period": price.period,
        "price_usd": price.price_usd,
        "index_level": price.index_level,
        "change_pct": price.change_pct,
        "basis": price.basis,
        "issuer": price.issuer or document.issuer,
    }
    return {
        "price_id": _identify_once("p", seen, document_id, *(str(value) for value in content.values())),
        "document_id": document_id,
        **content,
        "period_kind": period_kind(price.period),
        "quarter": str(period_quarters(price.period)[-1]),
        "qualifier": price.qualifier,
        "doubt": price.doubt,
        **_span(price),
    }


def _indicator_row(document: Document, document_id: str, indicator: Indicator, seen: Counter[str]) -> Row:
    prove_quote(document, indicator.quote, indicator.start, indicator.end)
    content = {
        "entity": indicator.entity,
        "name": indicator.name,
        "product": indicator.product,
        "period": indicator.period,
        "value_low": indicator.value_low,
        "value_high": indicator.value_high,
        "unit": indicator.unit,
    }
    return {
        "indicator_id": _identify_once("i", seen, document_id, *(str(value) for value in content.values())),
        "document_id": document_id,
        **content,
        "qualifier": indicator.qualifier,
        "doubt": indicator.doubt,
        **_span(indicator),
    }


def _move_row(document: Document, document_id: str, move: EquityMove, seen: Counter[str]) -> Row:
    prove_quote(document, move.quote, move.start, move.end)
    content = {
        "instrument": move.instrument,
        "ticker": move.ticker,
        "exchange_country": move.exchange_country,
        "event_date": move.event_date,
        "horizon_sessions": move.horizon_sessions,
        "change_pct": move.change_pct,
        "price_basis": move.price_basis,
    }
    return {
        "move_id": _identify_once("m", seen, document_id, *(str(value) for value in content.values())),
        "document_id": document_id,
        **content,
        "reason": move.reason,
        "doubt": move.doubt,
        **_span(move),
    }


def prove_quote(document: Document, quote: str, start: int, end: int) -> None:
    """Raise InputError unless the words stand in the document's text at their span."""
    if not quote or document.text[start:end] != quote:
        raise InputError(
            f"document {document.key}: quote {quote[:60]!r} does not stand at {start}:{end}; found "
            f"{document.text[start:end][:60]!r}: the reader that made it is broken"
        )


def identify(kind: str, *parts: str) -> str:
    """Return a short stable identifier of these parts, led by a letter that says what it identifies."""
    return kind + hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:15]


def _identify_once(kind: str, seen: Counter[str], *parts: str) -> str:
    plain = identify(kind, *parts)
    seen[plain] += 1
    return plain if seen[plain] == 1 else identify(kind, *parts, str(seen[plain]))


def _span(fact: Span) -> Row:
    return {"quote": fact.quote, "quote_start": fact.start, "quote_end": fact.end}


def _row(table: str, row: Row) -> Row:
    return {"table_name": table, "row": row}


def _timestamp(moment: dt.datetime | None) -> str | None:
    return None if moment is None else moment.astimezone(dt.UTC).strftime("%Y-%m-%d %H:%M:%S")
