"""Where a text holds tables: runs of lines with cells, laid out as a grid, and the lines of title above them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import accumulate

_SPACES = re.compile(r"\s{3,}|(?<=\S)  (?=\S)")
# A line that only parts rows ("|---|---|").
_RULE = re.compile(r"[\s|+\-=:]{3,}")
_LONGEST_ROW = 400
_LONGEST_TITLE = 150
_LONGEST_VALUE = 32
# A comma of a sentence or of a figure ("rose, then fell", "1,200").
_NO_SEPARATOR = re.compile(r",\s|\d,\d{3}(?!\d)|[.。!?;:]$")
# A header has no more rows than these.
MOST_HEADERS = 3


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell's span in the text; empty where nothing is written."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: its span, its cells and the mark that parts them."""

    start: int
    end: int
    cells: tuple[Cell, ...]
    mark: str


@dataclass(frozen=True, slots=True)
class Table:
    """A run of lines with cells, and the lines of title above it, the nearest last."""

    titles: tuple[tuple[int, int], ...]
    rows: tuple[Row, ...]


def find_tables(text: str) -> list[Table]:
    """Return the tables of a document: two or more neighbouring lines of two cells or more, parted alike."""
    tables: list[Table] = []
    run: list[Row] = []
    titles: list[tuple[int, int]] = []
    at = 0
    for line in [*text.split("\n"), ""]:
        row = _cut_row(line, at)
        if row is None or (run and not _fits(row, run)):
            if len(run) >= 2:
                tables.append(Table(tuple(titles), tuple(run)))
                titles = []
            elif run:
                titles = [*titles[-2:], (run[0].start, run[0].end)]
            run = [row] if row else []
            if row is None and line.strip():
                titles = [*titles[-2:], (at, at + len(line))]
        elif row.cells:
            run.append(row)
        at += len(line) + 1
    return tables


def _cut_row(line: str, at: int) -> Row | None:
    """Return a line as a row of cells, without any where it only parts rows; None where it is no row."""
    if len(line) > _LONGEST_ROW:
        return None
    if not ("\t" in line or "|" in line or "  " in line.strip()):
        return _cut_at_commas(line, at) if line.count(",") >= 2 else None
    if "|" in line and _RULE.fullmatch(line):
        return Row(at, at + len(line), (), "|")
    mark = "\t" if "\t" in line else ("|" if "|" in line else " ")
    start, end = 0, len(line)
    if mark != "\t":
        start, end = end - len(line.lstrip()), len(line.rstrip())
    if mark == "|":
        start, end = start + (line[start] == "|"), end - (line[end - 1] == "|")
    cuts = [m.span() for m in (_SPACES.finditer(line, start, end) if mark == " " else re.finditer(re.escape(mark), line[:end])) if m.start() >= start]  # fmt: skip
    edges = [start, *(place for cut in cuts for place in cut), end]
    cells = tuple(_trim(line, at, *edges[i : i + 2]) for i in range(0, len(edges), 2))
    return Row(at, at + len(line), cells, mark) if len(cells) >= 2 else None


def _cut_at_commas(line: str, at: int) -> Row | None:
    """Return a line of values as a row of cells: each short, and no white space or figure that a comma is part of."""
    bodies = line.split(",")
    if max(map(len, bodies)) > _LONGEST_VALUE or _NO_SEPARATOR.search(line):
        return None
    ends = list(accumulate(len(body) + 1 for body in bodies))
    cells = tuple(_trim(line, at, end - len(body) - 1, end - 1) for body, end in zip(bodies, ends, strict=True))
    return Row(at, at + len(line), cells, ",")


def _trim(line: str, at: int, start: int, end: int) -> Cell:
    """Return the cell between two places of a line without the white space round it."""
    body = line[start:end]
    first = start + len(body) - len(body.lstrip())
    return Cell(at + first, at + first + len(body.strip()))


def _fits(row: Row, run: list[Row]) -> bool:
    """Say whether a row goes on the table above it: parted alike, and hardly wider below the header."""
    if not row.cells:
        return True
    if row.mark != run[0].mark:
        return False
    if row.mark == " ":
        is_further = _indent(row) > _indent(run[0]) + 2 and len(row.cells) == len(run[0].cells) - 1
        return is_further or len(row.cells) in (len(run[0].cells), len(run[0].cells) + 1)
    if row.mark == ",":
        return len(row.cells) == len(run[0].cells)
    return len(run) < MOST_HEADERS or len(row.cells) <= max(len(r.cells) for r in run[:MOST_HEADERS]) + 1


def _indent(row: Row) -> int:
    """Return how far in a row's first cell begins."""
    return row.cells[0].start - row.start


def is_prose(text: str, span: tuple[int, int]) -> bool:
    """Say whether a line is a sentence or a paragraph and no title."""
    line = text[slice(*span)].rstrip()
    return len(line) > _LONGEST_TITLE or line.endswith(("。", ".", "!", "?", "！", "？"))


def align(table: Table, folded: str) -> list[Row]:
    """Return the rows as a grid, all of one width: a header without a corner begins a column later."""
    rows = list(table.rows)
    if len({len(row.cells) for row in rows}) > 1 and rows[0].mark == "\t":
        filled = [replace(row, cells=tuple(c for c in row.cells if c.end > c.start)) for row in rows]
        rows = filled if len({len(row.cells) for row in filled}) == 1 else rows
    width = max(len(row.cells) for row in rows)
    second = min(row.cells[1].start - row.start for row in rows if len(row.cells) == width)
    return [replace(row, cells=_pad(row, width, folded, second, is_first=row is rows[0])) for row in rows]


def _pad(row: Row, width: int, folded: str, second: int, *, is_first: bool) -> tuple[Cell, ...]:
    """Return a row's cells with empty ones added: before them in a header that begins with a period, else behind.

    They are also added before a row aligned by spaces that begins where the `second` cell of others does.
    """
    lacking = (Cell(row.end, row.end),) * (width - len(row.cells))
    first = row.cells[0]
    is_cornerless = is_first and len(lacking) == 1 and any(c.isdigit() for c in folded[first.start : first.end])
    is_shifted = row.mark == " " and len(lacking) == 1 and _indent(row) >= second - 1
    return (*lacking, *row.cells) if is_cornerless or is_shifted else (*row.cells, *lacking)
