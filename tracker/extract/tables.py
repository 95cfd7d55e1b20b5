"""Tables of agency releases: products and periods along two sides, changes in the cells ("up 3~8%", "持平").

A table is a run of lines with cells. Its leading rows without a change are its header. What a cell is of (product, segment,
technology, period, market, basis) is told by the labels left of it, the header above it, and the title lines over the table,
in this order. It is read only where title or header name a price; anything else is left to the sentence rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import cast

from tracker.extract.cells import Part, is_number, read_parts
from tracker.extract.draft import Setting
from tracker.extract.entity import Entity
from tracker.extract.grid import MOST_HEADERS, Cell, Row, Table, align, is_prose
from tracker.extract.lexicon import Token
from tracker.extract.marks import Mark
from tracker.extract.parse import parse_sentence
from tracker.extract.periods import find_periods
from tracker.extract.resolve import resolve
from tracker.extract.script import Language
from tracker.quarter import period_bounds
from tracker.statement import Basis, Claim, Direction, Market, Product

_FORECAST = re.compile(r"\d(?:e|f)\b|\((?:e|f)\)|forecast|estimate|预估|预测|전망|예상|予测|予想|估")
_TOTAL = re.compile(r"\s*(?:total|overall|blended|average|总体|整体|合计|平均|전체|합계|평균|全体)")
_QUARTERLY = re.compile(r"quarterly|季度?(?:变化|变动|涨跌|涨幅)|분기 ?(?:변동|등락)|분기별")
_MONTHLY = re.compile(r"monthly|月度?(?:变化|变动|涨跌|涨幅)")
_TOLD_BASIS = re.compile(r"([季月])[增减]")
# Where some cells have a sign, or the title speaks of change either way, a number without one is a rise.
_EITHER_WAY = re.compile(
    r"涨跌|增减|升降|[変变]动|[変变]化|변동|등락|腾落|chang|qoq|yoy|mom|전월 ?대비|전분기 ?대비|环比|前月比|前期比"
)
_SIGNED_CELL = re.compile(r"(?:[|\t]|   ) ?(?:[+\-] ?\d|\(\d[\d.~\-% ]{0,10}\))")
_RISES = re.compile(r"increase|涨幅|上涨|上升|hike|상승|growth")
_FALLS = re.compile(r"decrease|decline|跌幅|下跌|하락|下落|drop")
# A unit, and no size ("prices rose 80%").
_PERCENT = re.compile(r"(?<![\d)])(?<!\d )(?:%|percent|百分比|퍼센트|パーセント)|\(%\)")
# A header that counts in money: what stands below it without a sign of percent is a level.
_MONEY = re.compile(
    r"[$¥₩€£]|\b(?:usd?|rmb|cny|krw|jpy|twd|ntd?|eur|dollars?|won|yen|yuan)\b|美元|美金|[(/ ]元|人民币|台币|日元|韩元|円|ドル|(?<=[ (\d])원|달러"
)


_SLASHED = 8


@dataclass(frozen=True, slots=True)
class TableRow:
    """What one row of a table yields: its span and its claims."""

    start: int
    end: int
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class _Page:
    """The text that a table stands in, and what it is read against."""

    text: str
    folded: str
    language: Language
    setting: Setting


@dataclass(frozen=True, slots=True)
class _Words:
    """What the words of a label, of a header or of a title say of the cells that they stand for."""

    entities: tuple[Entity, ...] = ()
    segment: str | None = None
    is_total: bool = False
    period: tuple[Mark, str] | None = None
    market: str | None = None
    basis: str | None = None
    direction: Direction | None = None
    is_price: bool = False
    is_other: bool = False
    is_forecast: bool = False
    is_percent: bool = False
    is_level: bool = False


# --- laying out ------------------------------------------------------------------------------------------------------


def _count_headers(rows: list[Row], page: _Page) -> int:
    """Return how many leading rows tell no change and hold no bare numbers."""
    for number, row in enumerate(rows[: MOST_HEADERS + 1]):
        for cell in row.cells:
            if is_number(page.folded, cell.start, cell.end) or read_parts(
                page.folded, page.language, cell.start, cell.end, is_percent=False
            ):
                return number
    return min(MOST_HEADERS, len(rows))


def _columns(headers: list[Row], page: _Page) -> list[_Words]:
    """Return what the header says of each column; an upper header without words goes on from its left."""
    stacks: list[list[Cell]] = [[] for _ in headers[0].cells] if headers else []
    for number, row in enumerate(headers):
        before: Cell | None = None
        for place, own in enumerate(row.cells):
            is_blank = own.end == own.start
            cell = before if is_blank and number < len(headers) - 1 else own
            if cell is not None and cell.end > cell.start:
                stacks[place].append(cell)
                before = cell if place else None
    columns = [_read_words([(c.start, c.end) for c in reversed(stack)], page) for stack in stacks]
    if any(column.direction or column.is_percent for column in columns[1:]):
        columns = [replace(c, is_level=c.is_level or not (c.direction or c.is_percent)) for c in columns]
    for place in range(2, len(columns)):
        columns[place] = _as_change_of(columns[place], columns[place - 1])
        columns[place] = _with_period_of_levels(columns[place], columns[:place], page)
    return columns


def _with_period_of_levels(column: _Words, before: Sequence[_Words], page: _Page) -> _Words:
    """Return a column of changes without a period as of the latest of the levels left of it ("1Q ($) | 2Q ($) | QoQ")."""
    if column.period or not column.direction or column.is_level:
        return column
    told = [(resolve(c.period[0], page.setting.clock), c.period) for c in before if c.is_level and c.period]
    known = [(period_bounds(period)[1], words) for period, words in told if period]
    return replace(column, period=max(known, key=lambda one: one[0])[1]) if known else column


def _as_change_of(column: _Words, before: _Words) -> _Words:
    """Return a column of changes that names nothing as that of the price beside it ("DDR4 16GB均价 | 同比涨跌幅")."""
    is_bare = column.direction and not (column.entities or column.is_price or column.is_other or column.period)
    if not is_bare or not before.is_price or not before.entities or before.direction:
        return column
    return replace(column, entities=before.entities, market=column.market or before.market, is_price=True)


def _read_words(spans: Iterable[tuple[int, int]], page: _Page) -> _Words:
    """Return what the words of several places say, the nearest first."""
    words = _Words()
    year: int | None = None
    for start, end in spans:
        if end <= start or is_number(page.folded, start, end):
            continue
        said = _read_span(start, end, page)
        if words.period and said.period and said.period[0].unit == "Y":
            year = year or said.period[0].year
        words = _join(words, said)
    if words.period and year and words.period[0].year is None and words.period[0].number:
        words = replace(words, period=(replace(words.period[0], year=year), words.period[1]))
    return words


def _join(near: _Words, far: _Words) -> _Words:
    """Return nearer words with what farther ones add."""
    return _Words(
        near.entities or far.entities,
        near.segment or far.segment,
        near.is_total or far.is_total,
        near.period or far.period,
        near.market or far.market,
        near.basis or far.basis,
        near.direction or far.direction,
        near.is_price or far.is_price,
        near.is_other or far.is_other,
        near.is_forecast or far.is_forecast,
        near.is_percent or far.is_percent,
        near.is_level or far.is_level,
    )


def _read_span(start: int, end: int, page: _Page) -> _Words:
    """Return what one place says."""
    layout = parse_sentence(page.folded, page.text, page.language, start, end)
    tokens = layout.tokens
    body = page.folded[start:end]
    periods = [w for w in find_periods(page.folded, page.text, page.language, start, end) if not w.is_comparison]
    is_price = any(_is_price(token) for token in tokens)
    direction: Direction | None = "up" if _RISES.search(body) else ("down" if _FALLS.search(body) else None)
    entities = _distinct(layout.entities)
    segments = {t.value for t in tokens if t.cls == "segment"}
    if len(entities) == len(segments) == 1 and not entities[0].segments:
        entities = (replace(entities[0], segments=(next(iter(segments)),)),)
    return _Words(
        entities,
        next((t.value for t in tokens if t.cls == "segment"), None),
        bool(_TOTAL.match(body)),
        (periods[0].marks[0], periods[0].text) if periods else None,
        next((t.value for t in tokens if t.cls == "market"), None),
        _basis(tokens, body),
        "up" if _EITHER_WAY.search(body) else direction,
        is_price,
        any(t.cls == "alien" or (t.cls == "metric" and t.value != "price" and not is_price) for t in tokens),
        bool(_FORECAST.search(body)),
        bool(_PERCENT.search(body)),
        bool(_MONEY.search(body)),
    )


def _is_price(token: Token) -> bool:
    """Say whether a word is one of price."""
    return token.value.startswith("price") or "price" in token.flags


def _basis(tokens: Sequence[Token], body: str) -> str | None:
    """Return what a change is measured by."""
    said = next((t.value for t in tokens if t.cls == "basis"), None)
    said = said or next((f for t in tokens for f in ("QoQ", "MoM", "YoY") if f in t.flags), None)
    return said or ("QoQ" if _QUARTERLY.search(body) else ("MoM" if _MONTHLY.search(body) else None))


def _distinct(entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """Return the products that a label names, each once; a family named first stands for its kinds behind it."""
    kept: list[Entity] = []
    for entity in entities:
        is_known = any(e.product == entity.product and e.technology in (None, entity.technology) for e in kept)
        if not is_known or (entity.segments and entity.segments not in [e.segments for e in kept]):
            kept.append(entity)
    return tuple(kept)


# --- reading ---------------------------------------------------------------------------------------------------------


def read_table(table: Table, text: str, folded: str, language: Language, setting: Setting) -> list[TableRow]:
    """Return the claims of a table, row by row; none where its title and header name no price or no period."""
    page = _Page(text, folded, language, setting)
    rows = align(table, folded)
    headers = rows[: _count_headers(rows, page)]
    columns = _columns(headers, page)
    if not columns or len(headers) == len(rows):
        return []
    title = _join(_read_title(table, page), replace(columns[0], entities=columns[0].entities, period=None))
    if not (title.is_price or any(column.is_price for column in columns)):
        return []
    if any(column.is_other for column in columns):
        # Beside other quantities, only a column that names a price itself is one.
        columns = [replace(column, is_other=column.is_other or not column.is_price) for column in columns]
    if title.direction is None and _SIGNED_CELL.search(folded, headers[-1].end, rows[-1].end):
        title = replace(title, direction="up")
    if title.is_percent and any(column.is_percent or column.is_level for column in columns[1:]):
        title = replace(title, is_percent=False)  # the header tells which columns hold changes
    found: list[TableRow] = []
    group = title
    above: list[Cell] = []
    for row in rows[len(headers) :]:
        filled = [cell for cell in row.cells if cell.end > cell.start]
        if len(filled) == 1:
            said = _read_span(filled[0].start, filled[0].end, page)
            group, above = (_join(said, title), []) if said.entities else (group, above)
            continue
        above = _fill_labels(row, above)
        claims = _read_row(row, above, columns, group, page)
        if claims:
            found.append(TableRow(row.start, row.end, tuple(claims)))
    return found


def _read_title(table: Table, page: _Page) -> _Words:
    """Return what the lines above say: the nearest of any kind, those over it where they are titles and not prose."""
    spans = [span for span in reversed(table.titles) if span == table.titles[-1] or not is_prose(page.text, span)]
    words = _read_words(spans, page)
    is_told = bool(spans) and is_prose(page.text, spans[0])
    return (
        replace(words, direction=None, is_forecast=False, is_other=False) if is_told else replace(words, is_other=False)
    )


def _fill_labels(row: Row, above: list[Cell]) -> list[Cell]:
    """Return the cells of a row with its first one taken from the row above where it is empty."""
    cells = list(row.cells)
    if cells[0].end == cells[0].start and above:
        cells[0] = above[0]
    return cells


def _read_row(row: Row, cells: list[Cell], columns: list[_Words], title: _Words, page: _Page) -> list[Claim]:
    """Return the claims of one row: one for each change in it and each product that it is of."""
    labels: list[tuple[int, int]] = []
    label: _Words | None = None
    claims: list[Claim] = []
    for place, (cell, column) in enumerate(zip(cells, columns, strict=True)):
        is_percent = column.is_percent or (title.is_percent and bool(column.period))
        parts = (
            read_parts(page.folded, page.language, cell.start, cell.end, is_percent=is_percent)
            if place and not column.is_other
            else []
        )
        if not parts:
            labels += [(cell.start, cell.end)] if label is None else []
            continue
        label = label or _read_labels(labels, page)
        if label.is_other:
            return []
        told = _TOLD_BASIS.search(page.folded, cell.start, cell.end)
        own = replace(column, basis="QoQ" if told[1] == "季" else "MoM") if told else column
        shares = _share_out(parts, label, page)
        for part, words in shares or [(part, label) for part in parts]:
            claims += _claims_of(part, words, own, title, page)
    quote = page.text[row.start : row.end]
    shift = len(quote) - len(quote.lstrip())
    quote = quote.strip()
    return [
        replace(claim, quote=quote, start=row.start + shift, end=row.start + shift + len(quote)) for claim in claims
    ]


def _share_out(parts: list[Part], label: _Words, page: _Page) -> list[tuple[Part, _Words]]:
    """Return the changes of a cell with a product of the label each, where both are listed with slashes ("DRAM / NAND | +8% / +5%")."""
    found = label.entities
    if len(parts) < 2 or len(parts) != len(found):
        return []
    gaps = [page.folded[a.end : b.start] for a, b in pairwise(found)]
    if not all("/" in gap and len(gap) <= _SLASHED for gap in gaps):
        return []
    return [(part, replace(label, entities=(one,))) for part, one in zip(parts, found, strict=True)]


def _read_labels(labels: list[tuple[int, int]], page: _Page) -> _Words:
    """Return what the labels of a row say, each narrowing the one before it ("Consumer DRAM", "DDR3")."""
    words = _Words()
    for start, end in labels:
        words = _narrow(_read_words([(start, end)], page), words)
    return words


def _narrow(inner: _Words, outer: _Words) -> _Words:
    """Return the words of an inner label with what an outer one says of it: its family, its segment."""
    joined = _join(inner, outer)
    if not inner.entities or not outer.entities:
        segment = outer.segment if inner.entities and not outer.entities else None
        given = (segment,) if segment else ((inner.segment,) if inner.segment and not inner.entities else ())
        return replace(joined, entities=tuple(replace(e, segments=e.segments or given) for e in joined.entities))
    segments = outer.entities[0].segments if len(outer.entities) == 1 else ()
    is_kin = {e.product for e in inner.entities} <= {e.product for e in outer.entities}
    return replace(
        joined,
        entities=tuple(replace(e, segments=e.segments or (segments if is_kin else ())) for e in inner.entities),
    )


def _claims_of(part: Part, label: _Words, column: _Words, title: _Words, page: _Page) -> list[Claim]:
    """Return the claims of one change: none without a product, a period or a way."""
    if part.name[1] > part.name[0]:
        label = _narrow(_read_span(part.name[0], part.name[1], page), label)
    period = column.period or label.period or title.period
    direction = part.direction or column.direction or title.direction
    if period is None or direction is None:
        return []
    day = resolve(period[0], page.setting.clock)
    is_ahead = any(words.is_forecast for words in ((column,) if column.period else (column, label, title)))
    basis = _basis_of(column.basis or label.basis or title.basis, period[0])
    low, high = (part.amount.low, part.amount.high) if part.amount and direction != "flat" else (None, None)
    return [
        Claim(
            product=cast(Product, entity.product),
            technology=entity.technology,
            segment=entity.segments[0] if entity.segments else None,
            attribute="price",
            direction=direction,
            period=day,
            period_text=period[1],
            low_pct=low,
            high_pct=high,
            basis=basis,
            stance="guidance" if is_ahead or _lies_ahead(day, period[0], page.setting) else "actual",
            speaker=page.setting.voice.speaker,
            certainty="asserted",
            market=cast("Market | None", column.market or label.market or title.market),
            quote="",
            start=0,
            end=0,
            rule="table row",
        )
        for entity in _products(label, column, title)
    ]


def _basis_of(said: str | None, mark: Mark) -> Basis | None:
    """Return the basis as claims name it; 环比 is of the unit of the period."""
    if said == "ring":
        return "QoQ" if mark.unit == "Q" else ("MoM" if mark.unit == "M" else None)
    return cast("Basis | None", said)


def _products(label: _Words, column: _Words, title: _Words) -> tuple[Entity, ...]:
    """Return the products of a cell: those of its label, else of its column, else the title's one, with a segment named."""
    if label.entities or column.entities:
        found = label.entities or column.entities
        segment = column.segment or (title.entities[0].segments[0] if _is_one_segment(title, found) else None)
        return tuple(replace(e, segments=e.segments or ((segment,) if segment else ())) for e in found)
    segment = label.segment or column.segment
    is_of_title = bool(segment or label.is_total or label.period)
    if len({e.product for e in title.entities}) != 1 or not is_of_title:
        return ()
    return (replace(title.entities[0], segments=(segment,) if segment else title.entities[0].segments),)


def _is_one_segment(title: _Words, found: Sequence[Entity]) -> bool:
    """Say whether a title names one segment of the product of which a label names a kind."""
    is_sole = len(title.entities) == 1 and len(title.entities[0].segments) == 1
    return is_sole and all(e.product == title.entities[0].product and e.technology for e in found)


def _lies_ahead(period: str | None, mark: Mark, setting: Setting) -> bool:
    """Say whether a period has not ended on the publication date, or a month has not begun: its prices are fixed within it."""
    if period is None or setting.clock.day is None:
        return False
    first, last = period_bounds(period)
    return (first if mark.unit == "M" else last) > setting.clock.day
