"""The text of one cell to a value of its column's type, or the reason why not.

This module owns spellings and bounds: which numbers, dates and periods are read, and which are refused because they
could mean two things. It looks at one cell at a time; what the cells of a row say together is `tracker.rowfacts`'.
"""

from __future__ import annotations

import datetime as dt
import math
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tracker.config import find_issuer, load_issuers, load_products
from tracker.errors import PeriodError
from tracker.facts import Precision
from tracker.grids import Cell
from tracker.quarter import period_bounds, period_kind
from tracker.statement import DIRECTIONS
from tracker.tablekinds import WORDS, Column, guess, show_number

EARLIEST = dt.date(1990, 1, 1)
_PLAIN = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?")
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_DAY = re.compile(r"(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})")
_TICKER = re.compile(r"\^?[A-Z0-9][A-Z0-9&=-]*(?:\.[A-Z]{1,4})?")
_CURRENCY = re.compile(r"[A-Z]{3}")
_PERIOD_FORMS = {"quarter": "2026Q3", "half": "2026H2", "month": "2026-10", "year": "2026"}


@dataclass(frozen=True, slots=True)
class Dated:
    """A stated date of publication: its first day, its precision, and the first day on which it is known."""

    published_on: dt.date
    precision: Precision
    known_on: dt.date


Value = str | float | dt.date | Dated


@dataclass(frozen=True, slots=True)
class Setting:
    """What reading a cell depends on beside its column: the date of the capture, how the file writes numbers."""

    today: dt.date
    commas_are_ambiguous: bool = False


class CellError(ValueError):
    """A cell can't be read; the message says what was expected there."""


def parse_cell(column: Column, cell: Cell, setting: Setting) -> Value:
    """Return the value of a cell that is not empty; raise CellError saying what was expected."""
    return _PARSERS[column.type](column, cell, setting)


def parse_published(text: str, setting: Setting) -> Dated:
    """Read a date of publication: a day, or a month or quarter where only that is known.

    Raise CellError for anything else, for a date before 1990 and for one after the day of the capture.
    """
    stated = _stated_date(unicodedata.normalize("NFKC", text).strip())
    if stated.published_on < EARLIEST:
        raise CellError(f"a date of publication since {EARLIEST.isoformat()}")
    if stated.published_on > setting.today:
        raise CellError(f"a date of publication up to {setting.today.isoformat()}: this one is in the future")
    return stated


def today_at(moment: dt.datetime) -> dt.date:
    """Return the date at a moment (UTC or with an offset) in Seoul and Tokyo, where the market's day begins first."""
    return moment.astimezone(dt.timezone(dt.timedelta(hours=9))).date()


def find_product(text: str) -> str | None:
    """Return the product of this name, in any case; None where no configuration has it."""
    wanted = text.strip().casefold()
    return next((key for key, it in load_products().items() if wanted in (key.casefold(), it.name.casefold())), None)


def guess_issuer(text: str) -> str:
    """Return `; did you mean X?` for the nearest id, spelling or ticker of an issuer, or nothing."""
    issuers = load_issuers().values()
    return guess(
        text, [name for issuer in issuers for name in (issuer.id, issuer.name, *issuer.names, *issuer.tickers)]
    )


def check_direction(attribute: str, direction: str) -> None:
    """Raise CellError where a direction does not fit what the statement is about."""
    allowed = [word for word in WORDS["direction"] if any(attribute == a and word in d for a, d in DIRECTIONS.items())]
    if direction not in allowed:
        raise CellError(f"for {attribute} one of {', '.join(allowed)}")


def check_segment(product: str, segment: str) -> None:
    """Raise CellError where a product has no such segment."""
    segments = load_products()[product].segments
    if segment not in segments:
        raise CellError(f"a segment of {product}: {', '.join(segments)}{guess(segment, segments)}")


def _stated_date(text: str) -> Dated:
    try:
        kind = period_kind(text.upper())
    except PeriodError:
        day = _day(text, "a date like 2026-07-03, or 2026-07 or 2026Q3 where only the month or quarter is known")
        return Dated(day, "day", day)
    if kind not in ("month", "quarter"):
        raise CellError("a date like 2026-07-03, or 2026-07 or 2026Q3 where only the month or quarter is known")
    first, last = period_bounds(text.upper())
    return Dated(first, "month" if kind == "month" else "quarter", last)


def _day(text: str, expected: str) -> dt.date:
    found = _DAY.fullmatch(text)
    if not found or (not found[2] and len(text) != 8):
        raise CellError(expected)
    try:
        return dt.date(int(found[1]), int(found[3]), int(found[4]))
    except ValueError as error:
        raise CellError(f"{expected}: there is no such day") from error


def _session(cell: Cell, setting: Setting) -> Value:
    day = _day(unicodedata.normalize("NFKC", cell.text), "a day like 2026-07-03")
    if not EARLIEST <= day <= setting.today:
        raise CellError(f"a session between {EARLIEST.isoformat()} and {setting.today.isoformat()}")
    return day


def _period(column: Column, cell: Cell, setting: Setting) -> Value:
    forms = " or ".join(_PERIOD_FORMS[kind] for kind in column.periods)
    text = unicodedata.normalize("NFKC", cell.text).upper()
    # A spreadsheet turns 2026-10 into the first day of that month.
    text = text[:7] if re.fullmatch(r"\d{4}-\d{2}-01", text) and "month" in column.periods else text
    try:
        kind = period_kind(text)
    except PeriodError as error:
        raise CellError(f"a period like {forms}") from error
    if kind not in column.periods:
        raise CellError(f"a {' or '.join(column.periods)}, like {forms}")
    if not EARLIEST.year <= int(text[:4]) <= setting.today.year + 10:
        raise CellError(f"a period between {EARLIEST.year} and {setting.today.year + 10}")
    return text


def _number(column: Column, cell: Cell, setting: Setting) -> Value:
    value = _read_number(cell.text, "a number", setting)
    return _bounded(column, value)


def _percent(column: Column, cell: Cell, setting: Setting) -> Value:
    value = _read_number(re.sub(r"\s*[%％]$", "", cell.text), "a percentage", setting)
    return _bounded(column, value)


def _read_number(text: str, noun: str, setting: Setting) -> float:
    plain = unicodedata.normalize("NFKC", text).replace("\u2212", "-").strip()
    if _GROUPED.fullmatch(plain) and not setting.commas_are_ambiguous:
        plain = plain.replace(",", "")
    if not _PLAIN.fullmatch(plain) or not math.isfinite(float(plain)):
        grouping = ", without thousands separators" if setting.commas_are_ambiguous else " or 1,234.5"
        raise CellError(f"{noun} with a decimal point, like 1234.5{grouping}")
    return float(plain)


def _bounded(column: Column, value: float) -> float:
    low, high = column.min or 0.0, column.max or 0.0
    if not low <= value <= high:
        noun = "a percentage" if column.type == "percent" else "a number"
        raise CellError(f"{noun} between {show_number(low)} and {show_number(high)} ({column.unit})")
    return value


def _word(column: Column, cell: Cell) -> Value:
    return _one_of(cell.text, WORDS[column.name])


def _product(cell: Cell) -> Value:
    product = find_product(cell.text)
    if product is None:
        raise CellError(f"one of {', '.join(load_products())}{guess(cell.text, load_products())}")
    return product


def _segment(cell: Cell) -> Value:
    return "_".join(cell.text.lower().replace("-", " ").split())


def _issuer(cell: Cell) -> Value:
    issuer = find_issuer(cell.text)
    if issuer is None:
        raise CellError(
            "an issuer's id, ticker or name as in configs/issuers (others are named under publisher)"
            + guess_issuer(cell.text)
        )
    return issuer.id


def _ticker(cell: Cell) -> Value:
    ticker = cell.text.upper()
    if ticker.isdigit() and len(ticker) != 6:
        lost = ": format the cell as text, a spreadsheet drops leading zeros" if cell.is_number else ""
        raise CellError(f"a ticker in Yahoo notation, like 005930.KS; a bare index code has six digits{lost}")
    if not _TICKER.fullmatch(ticker):
        raise CellError("a ticker in Yahoo notation, like MU, 005930.KS or ^SOX")
    return ticker


def _currency(cell: Cell) -> Value:
    if not _CURRENCY.fullmatch(cell.text.upper()):
        raise CellError("a currency by its ISO 4217 code, like USD")
    return cell.text.upper()


def _url(cell: Cell) -> Value:
    if not re.fullmatch(r"https?://[^\s/]+\S*", cell.text):
        raise CellError("an address that begins with http:// or https:// (other places go to the column note)")
    return cell.text


def _text(cell: Cell) -> Value:
    return " ".join(cell.text.split())


def _one_of(text: str, words: tuple[str, ...]) -> str:
    known = {word.lower(): word for word in words}
    if text.lower() not in known:
        raise CellError(f"one of {', '.join(words)}{guess(text, words)}")
    return known[text.lower()]


_PARSERS: Mapping[str, Callable[[Column, Cell, Setting], Value]] = {
    "date": lambda _, cell, setting: parse_published(cell.text, setting),
    "session": lambda _, cell, setting: _session(cell, setting),
    "period": _period,
    "number": _number,
    "percent": _percent,
    "word": lambda column, cell, _: _word(column, cell),
    "product": lambda _, cell, __: _product(cell),
    "segment": lambda _, cell, __: _segment(cell),
    "issuer": lambda _, cell, __: _issuer(cell),
    "ticker": lambda _, cell, __: _ticker(cell),
    "currency": lambda _, cell, __: _currency(cell),
    "url": lambda _, cell, __: _url(cell),
    "text": lambda _, cell, __: _text(cell),
}
