"""Tables of agency releases: rows of segments, columns of periods, cells of ranges ("up 3~8%", "持平").

A table is a run of lines with cells; it is read only where a title or a header names a price and the header a period.
Anything else is left to the sentence rules or stays unread.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import cast

from tracker.extract.draft import Setting
from tracker.extract.entity import Entity
from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token
from tracker.extract.marks import Mark
from tracker.extract.numbers import find_amounts
from tracker.extract.parse import parse_sentence
from tracker.extract.periods import find_periods
from tracker.extract.resolve import resolve
from tracker.extract.script import Language
from tracker.quarter import period_bounds
from tracker.statement import Basis, Certainty, Claim, Direction, Market, Product, Speaker, Stance

_CELL_END = re.compile(r"\t+|\s*\|\s*|\s{3,}|(?<=\S)  (?=\S)")
_FORECAST = re.compile(r"\d(?:e|f)\b|\((?:e|f)\)|forecast|estimate|预估|预测|전망|予测|予想|估")
_UP = re.compile(r"^(?:\+|▲|up\b|increas|rise|上涨|涨|季增|增|増|상승|上升|↑)")
_DOWN = re.compile(r"^(?:-|▽|▼|down\b|decreas|declin|fall|下跌|跌|季减|减|하락|下落|↓)")
# The same behind the size, where a verb stands last ("10~15% 상승", "3~8%下落").
_UP_LAST = re.compile(
    r"(?:以上|程度|前后|이상|정도|안팎|내외|가량)?の? ?(?:up\b|increase|rise|higher|上涨|涨|增|増|상승|인상|증가|오를|올라|上升|上げ|値上|高|↑|▲)"
)
_DOWN_LAST = re.compile(
    r"(?:以上|程度|前后|이상|정도|안팎|내외|가량)?の? ?(?:down\b|decrease|decline|drop|fall|lower|下跌|跌|降|减|하락|인하|감소|내릴|내려|下落|下げ|低下|値下|安|↓|▼|▽)"
)
_FLAT = re.compile(
    r"(?:mostly |roughly |relatively )?(?:flat|unchanged|stable)|大致持平|持平|平稳|보합|横ばい|(?:约|~|\+|\+/-)?0(?:\.0+)?%?$"
)
# A fall in brackets, as accounts write it.
_IN_BRACKETS = re.compile(r"\((?=[\d.~\-% ]{1,12}%?\)$)")
_ABOUT = re.compile(r"^(?:约|约为|about |approx\.? ?|~|약 ?|およそ)")
# Where some cells have a sign, or the title speaks of change either way, a number without one is a rise.
_EITHER_WAY = re.compile(r"涨跌|[变変]动|변동|등락|腾落|chang|qoq|yoy|mom")
_SIGNED_CELL = re.compile(r"(?:[|\t]|   ) ?(?:[+\-] ?\d|\(\d[\d.~\-% ]{0,10}\))")
_RISES = re.compile(r"increase|涨幅|上涨|上升|hike|상승|growth")
_FALLS = re.compile(r"decrease|decline|跌幅|下跌|하락|下落|drop")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell's span in the text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: its span and its cells."""

    start: int
    end: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A run of lines with cells, and the lines of title above it."""

    title: tuple[int, int]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class TableRow:
    """What one row of a table yields: its span and its claims."""

    start: int
    end: int
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class _Column:
    """What a header cell says of its column: the period and whether it is a forecast."""

    mark: Mark
    words: str
    is_forecast: bool


@dataclass(frozen=True, slots=True)
class _Page:
    """The text that a table stands in, and what it is read against."""

    text: str
    folded: str
    language: Language
    setting: Setting


@dataclass(frozen=True, slots=True)
class _Frame:
    """What title and header say of every cell."""

    product: Entity | None
    market: Market | None
    basis: Basis | None
    direction: Direction | None
    speaker: Speaker


def find_tables(text: str) -> list[Table]:
    """Return the tables of a document: two or more neighbouring lines with the same number of cells, two at least."""
    tables: list[Table] = []
    run: list[Row] = []
    title = (0, 0)
    last_plain = (0, 0)
    at = 0
    for line in [*text.split("\n"), ""]:
        cells = _cut_cells(line, at)
        if len(cells) >= 2 and (not run or len(cells) == len(run[0].cells) or len(cells) == len(run[0].cells) + 1):
            title = title if run else last_plain
            run.append(Row(at, at + len(line), cells))
        else:
            if len(run) >= 2:
                tables.append(Table(title, tuple(run)))
            run = []
            if line.strip():
                last_plain = (at, at + len(line))
        at += len(line) + 1
    return tables


def _cut_cells(line: str, at: int) -> tuple[Cell, ...]:
    """Return the cells of a line; none where it is no row."""
    if len(line) > 400 or not line.strip() or not ("\t" in line or "|" in line or "  " in line.strip()):
        return ()
    cells: list[Cell] = []
    start = len(line) - len(line.lstrip(" |"))
    stop = len(line.rstrip(" |"))
    for match in _CELL_END.finditer(line, start, stop):
        cells.append(Cell(at + start, at + match.start()))
        start = match.end()
    cells.append(Cell(at + start, at + stop))
    return tuple(cell for cell in cells if cell.end > cell.start)


def read_table(table: Table, text: str, folded: str, language: Language, setting: Setting) -> list[TableRow]:
    """Return the claims of a table, row by row; none where its title and header name no price or no period."""
    header = table.rows[0]
    columns = [_read_header(cell, text, folded, language) for cell in header.cells]
    if not any(columns):
        return []
    heading = parse_sentence(folded, text, language, *table.title) if table.title[1] > table.title[0] else None
    head = parse_sentence(folded, text, language, header.start, header.end)
    tokens = [*(heading.tokens if heading else ()), *head.tokens]
    if not any(
        (t.cls == "metric" and t.value == "price") or "price" in t.flags or t.value.startswith("price") for t in tokens
    ):
        return []
    is_signed = bool(_SIGNED_CELL.search(folded, header.end, table.rows[-1].end))
    frame = _read_frame(heading, head, tokens, folded[table.title[0] : header.end], setting, is_signed=is_signed)
    page = _Page(text, folded, language, setting)
    read = (_read_row(row, header, columns, frame, page) for row in table.rows[1:])
    return [row for row in read if row.claims]


def _read_header(cell: Cell, text: str, folded: str, language: Language) -> _Column | None:
    """Return what a header cell says, or None where it names no period."""
    words = find_periods(folded, text, language, cell.start, cell.end)
    if not words:
        return None
    return _Column(words[0].marks[0], words[0].text, bool(_FORECAST.search(folded, cell.start, cell.end)))


def _read_frame(
    heading: Layout | None, head: Layout, tokens: list[Token], body: str, setting: Setting, *, is_signed: bool
) -> _Frame:
    """Return what title and header say of every cell."""
    entities = [*(heading.entities if heading else ()), *head.entities, *setting.products]
    market = next((t.value for t in tokens if t.cls == "market"), None)
    basis = next((t.value for t in tokens if t.cls == "basis" and t.value != "ring"), None)
    basis = basis or next((f for t in tokens for f in ("QoQ", "MoM", "YoY") if f in t.flags), None)
    direction: Direction | None = "up" if _RISES.search(body) else ("down" if _FALLS.search(body) else None)
    if _EITHER_WAY.search(body) or (direction is None and is_signed):
        direction = "up"
    return _Frame(
        entities[0] if entities else None,
        cast("Market | None", market),
        cast("Basis | None", basis),
        direction,
        setting.voice.speaker,
    )


def _read_row(row: Row, header: Row, columns: list[_Column | None], frame: _Frame, page: _Page) -> TableRow:
    """Return the claims of one row: one for each cell under a period."""
    shift = len(row.cells) - len(header.cells)
    label = parse_sentence(page.folded, page.text, page.language, row.cells[0].start, row.cells[0].end)
    entity = _label_entity(label, frame)
    if entity is None or label.between(label.start, label.end, "alien"):
        return TableRow(row.start, row.end, ())
    claims: list[Claim] = []
    for index, cell in enumerate(row.cells[1:], start=1):
        place = index - shift
        column = columns[place] if 0 <= place < len(columns) else None
        if column is not None:
            claim = _read_cell(cell, column, entity, frame, page)
            claims += (
                [replace(claim, quote=page.text[row.start : row.end], start=row.start, end=row.end)] if claim else []
            )
    return TableRow(row.start, row.end, tuple(claims))


def _label_entity(label: Layout, frame: _Frame) -> Entity | None:
    """Return the product that a row's label names, or the title's product with the label's segment."""
    if label.entities:
        return label.entities[0]
    segment = next((t.value for t in label.tokens if t.cls == "segment"), None)
    if frame.product is None:
        return None
    total = re.match(r"\s*(?:total|overall|blended|总体|整体|合计|전체|全体)", label.text[label.start : label.end])
    if segment is None and not total:
        return None
    return replace(frame.product, segments=(segment,) if segment else ())


def _read_cell(cell: Cell, column: _Column, entity: Entity, frame: _Frame, page: _Page) -> Claim | None:
    """Return the claim of one cell, or None where it gives no direction."""
    body = page.folded[cell.start : cell.end].strip()
    amounts = find_amounts(page.folded, page.language, cell.start, cell.end)
    amount = amounts[0] if amounts else None
    said = page.folded[amount.end : cell.end].strip() if amount else ""
    direction = _cell_direction(body, said, frame)
    if direction is None or (amount is None and direction != "flat"):
        return None
    period = resolve(column.mark, page.setting.clock)
    stance: Stance = "guidance" if column.is_forecast or _lies_ahead(period, page.setting) else "actual"
    certainty: Certainty = "asserted"
    low, high = (amount.low, amount.high) if amount and direction != "flat" else (None, None)
    return Claim(
        product=cast(Product, entity.product),
        technology=entity.technology,
        segment=entity.segments[0] if entity.segments else None,
        attribute="price",
        direction=direction,
        period=period,
        period_text=column.words,
        low_pct=low,
        high_pct=high,
        basis=frame.basis,
        stance=stance,
        speaker=frame.speaker,
        certainty=certainty,
        market=frame.market,
        quote=page.text[cell.start : cell.end],
        start=cell.start,
        end=cell.end,
        rule="table row",
    )


def _cell_direction(body: str, said: str, frame: _Frame) -> Direction | None:
    """Return the direction of a cell: its own word or sign, before its size or behind, flat, or what the title says of all."""
    if _FLAT.match(body):
        return "flat"
    if _IN_BRACKETS.match(body):
        return "down"
    body = _ABOUT.sub("", body)
    if _UP.match(body):
        return "up"
    if _DOWN.match(body):
        return "down"
    if _UP_LAST.match(said):
        return "up"
    if _DOWN_LAST.match(said):
        return "down"
    return frame.direction if re.match(r"[\d~]", body) else None


def _lies_ahead(period: str | None, setting: Setting) -> bool:
    """Say whether a period has not ended on the publication date."""
    return period is not None and setting.clock.day is not None and period_bounds(period)[1] > setting.clock.day
