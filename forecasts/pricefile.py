"""A user's own price series as the outcome of a backtest: a CSV of months or quarters.

Two forms are read: `month` and `price`, or the table of prices that `memtrack add --template prices` prints (`period`,
`price_usd`, `index_level` or `change_pct`, `published_on`). Any positive unit will do, only ratios are used.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from forecasts.base import Settled, to_log
from forecasts.outcome import Month, Outcome, publication_date
from forecasts.usertable import read_rows
from tracker.errors import InputError, PeriodError
from tracker.quarter import Quarter, period_kind

PERIODS = ("month", "period", "quarter", "date")
LEVELS = ("price", "price_usd", "index_level", "value", "usd")
CHANGE = "change_pct"
KNOWN = ("known_on", "published_on")


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the file with its number, its period and where it stands."""

    path: Path
    number: int
    cells: Mapping[str, str]
    period: str

    def refuse(self, column: str, expected: str) -> InputError:
        """Return the error that names file, row, column, value and what was expected."""
        return InputError(
            f"{self.path} row {self.number}, column {column}: {self.cells.get(column)!r}; expected {expected}"
        )


def read_price_file(path: Path, product: str, segment: str = "total") -> Outcome:
    """Read a price series; raise InputError with file, row and column where a value can't be used.

    A month without a date counts as known on day 15 of the month after, a quarter on day 15 after its end.
    """
    cells = read_rows(path)
    names = list(cells[0]) if cells else []
    period = next((name for name in PERIODS if name in names), None)
    levels = [name for name in LEVELS if name in names]
    level = next((name for name in levels if any(row[name] for row in cells)), next(iter(levels), None))
    if period is None or (level is None and CHANGE not in names):
        raise InputError(
            f"{path}: expected a CSV with the columns month and price, found {', '.join(names) or 'no rows'}"
        )
    items = sorted({row["item"] for row in cells if row.get("item")})
    if len(items) > 1:
        raise InputError(f"{path}: {len(items)} items ({', '.join(items[:5])}); expected the rows of one series")
    rows = [_row(path, number, row, period) for number, row in enumerate(cells, start=2)]
    _refuse_repeats(rows, period)
    quarterly = [row for row in rows if period_kind(row.period) == "quarter"]
    if quarterly and len(quarterly) < len(rows):
        raise InputError(f"{path}: months and quarters are mixed; expected one of them")
    if quarterly:
        return Outcome(path.stem, product, segment, settled=tuple(_settled(quarterly, level)))
    if level is None:
        raise InputError(f"{path}: months need a level; expected one of the columns {', '.join(LEVELS)}")
    months = [_month(row, level) for row in rows if row.cells[level]]
    return Outcome(path.stem, product, segment, months=tuple(sorted(months, key=lambda month: month.month)))


def _row(path: Path, number: int, cells: Mapping[str, str], column: str) -> _Row:
    text = cells[column]
    row = _Row(path, number, cells, text[:7] if text[4:5] == "-" else text.upper())
    try:
        kind = period_kind(row.period)
    except PeriodError:
        kind = ""
    if kind not in ("month", "quarter"):
        raise row.refuse(column, "a form like 2026-07 or 2026Q3")
    return row


def _refuse_repeats(rows: Sequence[_Row], column: str) -> None:
    """Raise InputError at the second row of a period."""
    first: dict[str, int] = {}
    for row in rows:
        if first.setdefault(row.period, row.number) != row.number:
            raise row.refuse(column, f"each period once (row {first[row.period]} has it too)")


def _number(row: _Row, column: str, least: float, expected: str) -> float:
    try:
        value = float(row.cells[column])
    except ValueError:
        value = math.nan
    if not (value > least and math.isfinite(value)):
        raise row.refuse(column, expected)
    return value


def _month(row: _Row, level: str) -> Month:
    price = _number(row, level, 0, "a positive number")
    return Month(row.period, 100 * math.log(price), _known_on(row) or publication_date(row.period))


def _settled(rows: Sequence[_Row], level: str | None) -> list[Settled]:
    """Return the changes of quarters: as given, else from the levels of neighbouring quarters."""
    by_quarter = {Quarter.parse(row.period): row for row in rows}
    settled = []
    for quarter, row in sorted(by_quarter.items()):
        known_on = _known_on(row) or publication_date(quarter.months[2])
        before = by_quarter.get(quarter + -1)
        if row.cells.get(CHANGE):
            change = to_log(_number(row, CHANGE, -95, "a percentage above -95"))
        elif level and before and row.cells[level] and before.cells[level]:
            now, past = (_number(each, level, 0, "a positive number") for each in (row, before))
            change = 100 * math.log(now / past)
        else:
            continue
        settled.append(Settled(quarter, change, known_on, "file"))
    return settled


def _known_on(row: _Row) -> dt.date | None:
    column = next((name for name in KNOWN if row.cells.get(name)), None)
    if column is None:
        return None
    try:
        return dt.date.fromisoformat(row.cells[column][:10])
    except ValueError:
        raise row.refuse(column, "a date like 2026-08-15") from None
