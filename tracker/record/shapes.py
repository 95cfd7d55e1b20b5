"""The tables of the packaged record: one frozen row type each, and their canonical CSV form.

It owns column order, sorting and number format, so that a rebuild gives the same bytes and a change gives a short diff.
It knows nothing of where the rows come from.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields
from typing import Any

from tracker.errors import InputError


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class DocumentRow:
    """One cited page as of one date; `document` is its key and names the page, the date and the precision."""

    document: str
    url: str | None
    source_note: str | None
    publisher: str
    issuer: str | None
    doc_type: str
    lang: str | None
    published_on: dt.date
    published_precision: str
    known_on: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementRow:
    """A claim of a document; percentages are magnitudes in the direction of travel, `origin` the row it came from."""

    document: str
    origin: str
    joined: str | None
    issuer: str
    said_by: str
    speaker: str
    product: str
    technology: str | None
    segment: str | None
    attribute: str
    measure: str
    market: str | None
    region: str | None
    period: str | None
    period_text: str | None
    basis: str | None
    direction: str
    low_pct: float | None
    high_pct: float | None
    stance: str
    certainty: str
    qualifier: str | None
    doubt: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceRow:
    """A fixed contract price of one item in one month: US dollars, signed percent."""

    document: str
    origin: str
    issuer: str
    item: str
    product: str
    segment: str
    technology: str | None
    period: str
    price_usd: float | None
    change_pct: float | None
    basis: str | None
    qualifier: str | None
    doubt: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorRow:
    """A figure about supply, demand or inventory; equal ends for a single figure."""

    document: str
    origin: str
    entity: str
    name: str
    product: str | None
    period: str
    value_low: float
    value_high: float
    unit: str
    qualifier: str | None
    doubt: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveRow:
    """A documented move of a share or an index, signed percent over so many sessions."""

    document: str
    origin: str
    instrument: str
    ticker: str | None
    exchange_country: str
    event_date: dt.date
    horizon_sessions: int
    change_pct: float
    price_basis: str
    reason: str | None
    doubt: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class UndatedRow:
    """A fact without a known date of publication."""

    origin: str
    kind: str
    words: str
    url: str | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DroppedRow:
    """A row, or a value of a row, that was dropped or corrected, and why; `value` is what stood there."""

    origin: str
    action: str
    value: str
    reason: str


Row = DocumentRow | StatementRow | PriceRow | IndicatorRow | MoveRow | UndatedRow | DroppedRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """All tables of the record, or the part of them that one gathered file gave."""

    documents: tuple[DocumentRow, ...] = ()
    statements: tuple[StatementRow, ...] = ()
    prices: tuple[PriceRow, ...] = ()
    indicators: tuple[IndicatorRow, ...] = ()
    moves: tuple[MoveRow, ...] = ()
    undated: tuple[UndatedRow, ...] = ()
    dropped: tuple[DroppedRow, ...] = ()


ROW_TYPES: dict[str, type[Any]] = {
    "documents": DocumentRow,
    "statements": StatementRow,
    "prices": PriceRow,
    "indicators": IndicatorRow,
    "moves": MoveRow,
    "undated": UndatedRow,
    "dropped": DroppedRow,
}


def sort_key(row: Row) -> tuple[str, ...]:
    """Return what a row is sorted by: its document or origin first, then everything else as text."""
    return tuple(_cell(value) for value in astuple(row))


def dump_rows(row_type: type[Any], rows: Iterable[Row]) -> str:
    """Return rows as canonical CSV: sorted, UTF-8 text, LF, empty for none, numbers without trailing zeros."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([field.name for field in fields(row_type)])
    for row in sorted(rows, key=sort_key):
        writer.writerow([_cell(value) for value in astuple(row)])
    return out.getvalue()


def load_rows(row_type: type[Any], text: str, name: str) -> tuple[Any, ...]:
    """Read canonical CSV back; raise InputError on a header that differs or a value of the wrong kind."""
    reader = csv.DictReader(io.StringIO(text))
    expected = [field.name for field in fields(row_type)]
    if reader.fieldnames != expected:
        raise InputError(f"{name}: header {reader.fieldnames}, expected {expected}: rebuild the packaged record")
    kinds = {field.name: str(field.type) for field in fields(row_type)}
    return tuple(row_type(**{key: _value(kinds[key], text, name, key) for key, text in row.items()}) for row in reader)


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.10g}"
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def _value(kind: str, text: str, name: str, column: str) -> object:
    if text == "":
        if "None" in kind:
            return None
        raise InputError(f"{name}: empty {column}, expected {kind}: rebuild the packaged record")
    try:
        if "float" in kind:
            return float(text)
        if "date" in kind:
            return dt.date.fromisoformat(text)
        return int(text) if kind == "int" else text
    except ValueError as problem:
        raise InputError(f"{name}: {column} {text!r}, expected {kind}: rebuild the packaged record") from problem
