"""Bytes of a table to rows of text: CSV in the encodings of East Asian desks, and the first sheet of a workbook.

This module owns encodings, delimiters and what Excel does to values. It knows nothing of columns and what they mean.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from tracker.errors import InputError, UnreadableDocument

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MAX_UNPACKED_BYTES = 1_000_000_000
_DELIMITERS = (",", ";", "\t")
# What openpyxl lets through from zip, XML and styles that are broken.
_BROKEN = (zipfile.BadZipFile, zlib.error, SyntaxError, KeyError, ValueError, TypeError, EOFError, OSError)


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of a cell; `is_number` where a workbook holds a number there, and leading zeros may be lost."""

    text: str
    is_number: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A header and the rows under it, each with its number in the file as a spreadsheet shows it (the header is 1).

    `form` says in words what the file is. A comma in a number is ambiguous where semicolons part the columns, see
    `commas_are_ambiguous`.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[Cell, ...]], ...]
    form: str
    commas_are_ambiguous: bool = False


def read_grid(content: bytes, *, name: str, media_type: str, charset: str | None, sheets: Iterable[str]) -> Grid:
    """Return the rows of a CSV or XLSX file.

    `sheets` are names of sheets to prefer over a workbook's first. Raise UnreadableDocument for bytes that are no table
    and InputError for a table without a header or without rows.
    """
    if not content.strip(b"\x00\t\r\n \xef\xbb\xbf"):
        raise UnreadableDocument(
            f"{name}: {len(content)} bytes, nothing in it: expected a table with a header and rows"
        )
    is_workbook = media_type == XLSX or content.startswith(b"PK\x03\x04")
    grid = _read_workbook(content, name, tuple(sheets)) if is_workbook else _read_csv(content, name, charset)
    if not grid.rows:
        raise InputError(f"{name}: a header ({', '.join(grid.header)}) and no rows under it: expected at least one row")
    return grid


def decode(content: bytes, *, name: str, charset: str | None) -> tuple[str, str]:
    """Return the text of a CSV file and its character set; raise UnreadableDocument where none fits or several do.

    A character set that was named is believed; UTF-8 comes next; otherwise the encodings of East Asia are weighed.
    """
    from tracker.text import to_text

    read = to_text(content, "text/csv", charset or _find_charset(content, name), name)
    if read.media_type != "text/plain":
        raise UnreadableDocument(f"{name}: holds {read.media_type}, not a table: expected CSV or XLSX")
    return read.text, read.charset or "utf-8"


def _find_charset(content: bytes, name: str) -> str | None:
    """Return the East Asian encoding of a text, None where it is UTF-8, marked, or nothing East Asian."""
    from tracker.charsets import LEAST_WEIGHT, is_clear, weigh_charsets

    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        guesses = [] if content.startswith((b"\xff\xfe", b"\xfe\xff")) else weigh_charsets(content)
    else:
        return None
    if is_clear(guesses):
        return guesses[0].charset
    if not guesses or guesses[0].weight < LEAST_WEIGHT:
        return None
    readings = " or ".join(f"{_foreign_words(guess.text)!r} in {guess.charset}" for guess in guesses[:2])
    raise UnreadableDocument(
        f"{name}: its encoding can't be told, it may say {readings}: save it as UTF-8, or name the right one in "
        f'{name}.meta.toml: charset = "{guesses[0].charset}"'
    )


def _foreign_words(text: str) -> str:
    return "".join(char for char in text if ord(char) > 127)[:12]


def _read_csv(content: bytes, name: str, charset: str | None) -> Grid:
    """Return the rows of a text table parted by commas, semicolons or tabs."""
    text, used = decode(content, name=name, charset=charset)
    text = text.removeprefix("\ufeff")
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(_DELIMITERS, key=first.count)
    try:
        records = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise InputError(f"{name}: not a CSV table ({error}): expected cells with a comma in double quotes") from error
    numbered = [(number, [Cell(cell.strip()) for cell in record]) for number, record in enumerate(records, start=1)]
    return _grid(numbered, name, f"CSV, {used}", commas_are_ambiguous=delimiter == ";")


def _read_workbook(content: bytes, name: str, sheets: tuple[str, ...]) -> Grid:
    """Return the rows of one sheet of a workbook: one named after a kind of table, or else the first."""
    import openpyxl

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            unpacked = sum(part.file_size for part in archive.infolist())
        if unpacked > MAX_UNPACKED_BYTES:
            raise UnreadableDocument(f"{name}: {unpacked:,} bytes unpacked: expected at most {MAX_UNPACKED_BYTES:,}")
        with warnings.catch_warnings():
            # Charts, validations and other parts that hold no cells are of no concern here.
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
            return _read_sheet(book, name, sheets)
    except _BROKEN as error:
        raise UnreadableDocument(
            f"{name}: no XLSX workbook that can be read ({error}): save it without a password, as XLSX or CSV"
        ) from error


def _read_sheet(book: Any, name: str, sheets: tuple[str, ...]) -> Grid:
    """Return the rows of a workbook's sheet that is named after a kind of table, or else of its first."""
    try:
        if not book.worksheets:
            raise InputError(f"{name}: a workbook without sheets of cells: expected a table in its first sheet")
        named = (sheet for sheet in book.worksheets if sheet.title.strip().lower() in sheets)
        sheet = next(named, book.worksheets[0])
        # Some programs write a wrong extent into the file; without it all rows are read.
        sheet.reset_dimensions()
        return _grid(list(_sheet_rows(sheet)), name, f"XLSX, sheet {sheet.title}")
    finally:
        book.close()


def _sheet_rows(sheet: Any) -> Iterator[tuple[int, list[Cell]]]:
    """Give the rows of a sheet with their numbers; trailing empty cells are cut."""
    for number, row in enumerate(sheet.iter_rows(), start=1):
        cells = [_cell(cell.value, cell.number_format) for cell in row]
        while cells and not cells[-1].text:
            cells.pop()
        yield number, cells


def _cell(value: object, number_format: str | None) -> Cell:
    """Return a workbook's value as a person reads it: dates in ISO form, a cell formatted as 12 % as `12%`."""
    if value is None:
        return Cell("")
    if isinstance(value, bool):
        return Cell(str(value))
    if isinstance(value, int | float):
        is_percent = "%" in (number_format or "")
        shown = format(value * 100 if is_percent else value, ".12g")
        return Cell(f"{shown}%" if is_percent else shown, is_number=True)
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return Cell(value.date().isoformat())
    if isinstance(value, dt.date | dt.time):
        return Cell(value.isoformat())
    return Cell(str(value).strip())


def _grid(numbered: list[tuple[int, list[Cell]]], name: str, form: str, *, commas_are_ambiguous: bool = False) -> Grid:
    """Part the header from the rows; empty rows are nobody's loss and are left out."""
    written = [(number, cells) for number, cells in numbered if any(cell.text for cell in cells)]
    if not written:
        raise InputError(f"{name}: no header: expected a table with a header in its first row")
    (_, head), *rows = written
    header = tuple(_column_name(cell.text) for cell in head)
    is_workbook = form.startswith("XLSX")
    padded = tuple((number, _pad(cells, len(header)) if is_workbook else tuple(cells)) for number, cells in rows)
    return Grid(header=header, rows=padded, form=form, commas_are_ambiguous=commas_are_ambiguous)


def _pad(cells: list[Cell], width: int) -> tuple[Cell, ...]:
    """Return a workbook's row with the empty cells at its end that the file leaves out."""
    return tuple(cells) + (Cell(""),) * (width - len(cells))


def _column_name(text: str) -> str:
    """Return a column's name in its usual form: lower case, underscores for spaces and hyphens."""
    return "_".join(text.lower().replace("-", " ").split())
