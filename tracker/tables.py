"""A table of a user's own figures to facts: rows in, documents with statements, prices or closes out.

Each row says itself when it was published, by whom and where; rows that agree in that make one document, whose text is
those rows, a line each. A row is read whole or refused whole, with every reason. Pure: bytes in, facts out.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from tracker.cells import CellError, Dated, Setting, parse_cell
from tracker.config import load_issuers
from tracker.errors import InputError
from tracker.facts import Document, EquityClose, Price, Rejected, Statement, Yield
from tracker.grids import Cell, read_grid
from tracker.rowfacts import Line, Values, check_row, make_close, make_price, make_statement
from tracker.tablekinds import Column, Kind, find_kind, guess, load_kinds, recognise_kind, template

__all__ = ["TableReading", "read_table", "template"]

# What says where a row is from belongs to its document; the rest of the row is the document's text.
_PROVENANCE = frozenset({"published_on", "publisher", "url", "note"})


@dataclass(frozen=True, slots=True, kw_only=True)
class TableReading:
    """What a table yielded, with the kind it was read as and, in words, the form of its file."""

    kind: str
    form: str
    result: Yield


@dataclass(frozen=True, slots=True)
class _Origin:
    """Where rows are from: rows of one origin make one document."""

    published: Dated
    publisher: str
    url: str | None
    note: str | None

    @property
    def key(self) -> str:
        precision = "" if self.published.precision == "day" else f" ({self.published.precision})"
        return f"{self.published.published_on}{precision} {self.publisher} {self.url or self.note}"


@dataclass(frozen=True, slots=True)
class _Frame:
    """What all rows of a table share: its kind and header, what stands in for empty cells, and how cells are read."""

    kind: Kind
    header: Sequence[str]
    given: Mapping[str, str]
    setting: Setting


@dataclass(frozen=True, slots=True)
class _Row:
    """A row that holds: its number in the file, its cells as they were written, and their values."""

    number: int
    raw: Mapping[str, str]
    values: Values


def read_table(
    content: bytes, *, name: str, media_type: str, today: dt.date, defaults: Mapping[str, str] | None = None
) -> TableReading:
    """Return the facts of a CSV or XLSX table and the rows that were refused.

    `name` is used in messages. `today` is the date at which the file was captured; a later date of publication is
    refused. `defaults` fill empty cells of the columns that an option may fill (issuer, publisher, published_on, url,
    note) and may name the `kind` and the `charset`. Raise InputError where the header is of no kind or lacks a column,
    UnreadableDocument where the bytes are no table: then nothing of the file is read.
    """
    given = {key: value for key, value in (defaults or {}).items() if value}
    grid = read_grid(content, name=name, media_type=media_type, charset=given.get("charset"), sheets=load_kinds())
    kind = find_kind(given["kind"]) if "kind" in given else recognise_kind(grid.header, file=name)
    rejected = list(_check_header(kind, grid.header, given, name))
    frame = _Frame(kind, grid.header, given, Setting(today, grid.commas_are_ambiguous))
    kept: dict[tuple[object, ...], _Row] = {}
    for number, cells in grid.rows:
        row = _read_row(frame, number, cells)
        if not isinstance(row, _Row):
            rejected += row
            continue
        twin = kept.setdefault((_origin(row.values), *(row.values.get(column) for column in kind.same)), row)
        if twin is not row:
            rejected.append(_refuse_twin(kind, row, twin))
    documents = tuple(_document(kind, origin, rows) for origin, rows in _by_origin(kept.values()).items())
    return TableReading(kind=kind.name, form=grid.form, result=Yield(documents=documents, rejected=tuple(rejected)))


def _check_header(kind: Kind, header: Sequence[str], given: Mapping[str, str], name: str) -> Iterator[Rejected]:
    """Yield the columns that are not read; raise InputError for a missing, doubled or misspelt one."""
    filled = set(header) | {column.name for column in kind.column.values() if column.option and column.name in given}
    missing = [column.name for column in kind.column.values() if column.required and column.name not in filled]
    missing += [" or ".join(group) for group in kind.one_of if not filled.intersection(group)]
    advice = f"see `memtrack add --template {kind.name}`"
    if missing:
        strays = [column for column in header if column not in kind.column]
        near = "".join(guess(column, missing) for column in strays)
        raise InputError(
            f"{name}: a table of {kind.name} without column {', '.join(missing)}; found {', '.join(header)}; "
            f"expected at least {', '.join(_needed(kind))}: {advice}{near}"
        )
    doubled = sorted({column for column in header if column and header.count(column) > 1})
    if doubled:
        raise InputError(f"{name}: column {', '.join(doubled)} stands twice in the header; expected once: {advice}")
    for position, column in enumerate(header, start=1):
        if column in kind.column:
            continue
        close = get_close_matches(column, kind.column.keys() - set(header), n=1, cutoff=0.8)
        if close:
            raise InputError(
                f"{name}: unknown column {column!r}: did you mean {close[0]}? Rename or remove it; {advice}"
            )
        yield Rejected(
            place=f"column {position}",
            field=column or None,
            value=None,
            expected=f"a column of {kind.name}; not read: {advice}",
        )


def _needed(kind: Kind) -> list[str]:
    required = [column.name for column in kind.column.values() if column.required]
    return required + [" or ".join(group) for group in kind.one_of]


def _read_row(frame: _Frame, number: int, cells: Sequence[Cell]) -> _Row | list[Rejected]:
    """Return the row, or every reason why it is refused."""
    place = f"row {number}"
    if len(cells) != len(frame.header):
        expected = f"{len(frame.header)} cells, as in the header: a cell that holds a delimiter needs double quotes"
        return [Rejected(place=place, field=None, value=f"{len(cells)} cells", expected=expected)]
    raw = {name: cell for name, cell in zip(frame.header, cells, strict=True) if name in frame.kind.column}
    values, reasons = _read_cells(frame, raw, place)
    if reasons:
        return reasons
    texts = {column: " ".join(cell.text.split()) for column, cell in raw.items() if cell.text}
    findings = [
        Rejected(place=place, field=field, value=texts.get(field, frame.given.get(field)), expected=expected)
        for field, expected in check_row(frame.kind.name, values)
    ]
    return findings or _Row(number, texts, values)


def _read_cells(frame: _Frame, raw: Mapping[str, Cell], place: str) -> tuple[dict[str, Any], list[Rejected]]:
    """Return the values of a row's cells, and a reason for each that can't be read or is missing."""
    values: dict[str, Any] = {}
    reasons: list[Rejected] = []
    for column in frame.kind.column.values():
        cell = _cell_or_default(frame, column, raw)
        if cell is None and column.required:
            expected = f"a value: {column.meaning[0].lower()}{column.meaning[1:]}, like {column.example}"
            reasons.append(Rejected(place=place, field=column.name, value=None, expected=expected))
        if cell is None:
            continue
        try:
            values[column.name] = parse_cell(column, cell, frame.setting)
        except CellError as error:
            reasons.append(Rejected(place=place, field=column.name, value=cell.text, expected=str(error)))
    failed = {reason.field for reason in reasons}
    for group in frame.kind.one_of:
        if not failed.intersection(group) and not values.keys() & set(group):
            expected = f"a value in {' or '.join(group)}"
            reasons.append(Rejected(place=place, field=group[0], value=None, expected=expected))
    if "session_date" in values:
        session = values["session_date"]
        values.setdefault("published_on", Dated(session, "day", session))
    return values, reasons


def _cell_or_default(frame: _Frame, column: Column, raw: Mapping[str, Cell]) -> Cell | None:
    """Return a row's cell or, where it is empty, what an option or the column's own default puts there."""
    cell = raw.get(column.name)
    if cell and cell.text:
        return cell
    instead = (frame.given.get(column.name) if column.option else None) or column.default
    return Cell(instead) if instead else None


def _origin(values: Values) -> _Origin:
    publisher = values.get("publisher") or load_issuers()[values["issuer"]].name
    return _Origin(values["published_on"], publisher, values.get("url"), values.get("note"))


def _refuse_twin(kind: Kind, row: _Row, twin: _Row) -> Rejected:
    shared = ", ".join(f"{column} {row.raw[column]}" for column in kind.same if column in row.raw)
    verdict = "says the same" if row.values == twin.values else "gives it too, with other values,"
    return Rejected(
        place=f"row {row.number}",
        field=None,
        value=_line_text(kind, row.raw),
        expected=f"one row for {shared}: row {twin.number} {verdict} and is kept",
    )


def _by_origin(rows: Iterable[_Row]) -> dict[_Origin, list[_Row]]:
    grouped: dict[_Origin, list[_Row]] = {}
    for row in rows:
        grouped.setdefault(_origin(row.values), []).append(row)
    return grouped


def _document(kind: Kind, origin: _Origin, rows: Sequence[_Row]) -> Document:
    """Return the document that rows of one origin make."""
    lines: list[Line] = []
    start = 0
    for row in rows:
        text = _line_text(kind, row.raw)
        lines.append(Line(text=text, start=start, quote=row.values.get("quote")))
        start += len(text) + 1
    issuers = {row.values.get("issuer") for row in rows}
    statements: tuple[Statement, ...] = ()
    prices: tuple[Price, ...] = ()
    closes: tuple[EquityClose, ...] = ()
    pairs = list(zip(rows, lines, strict=True))
    if kind.name == "prices":
        prices = tuple(make_price(row.values, line) for row, line in pairs)
    elif kind.name == "guidance":
        statements = tuple(make_statement(row.values, line, origin.publisher) for row, line in pairs)
    else:
        closes = tuple(make_close(row.values, line) for row, line in pairs)
    return Document(
        key=origin.key,
        publisher=origin.publisher,
        published_on=origin.published.published_on,
        known_on=origin.published.known_on,
        published_precision=origin.published.precision,
        url=origin.url,
        source_note=origin.note,
        issuer=issuers.pop() if len(issuers) == 1 else None,
        doc_type="table",
        text="\n".join(line.text for line in lines),
        statements=statements,
        prices=prices,
        closes=closes,
    )


def _line_text(kind: Kind, raw: Mapping[str, str]) -> str:
    """Return a row as a line of text: its own cells as they were written, led by their columns' names."""
    return " | ".join(
        f"{column}: {raw[column]}" for column in kind.column if column in raw and column not in _PROVENANCE
    )
