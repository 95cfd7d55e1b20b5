"""What was known on which day: the warehouse's rows in the order in which they became known.

One load serves every earlier day: a row counts before a day only if its `known_on` lies before it. This module reads
the warehouse and judges nothing.
"""

from __future__ import annotations

import bisect
import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

Row = dict[str, Any]


class Reads(Protocol):
    """The one thing asked of a warehouse: rows of a view, or of a table macro with its parameters bound."""

    def rows(self, name: str, *params: Any) -> list[Row]:
        """Return the rows of a view or table macro as dictionaries."""
        ...


@dataclass(frozen=True, slots=True)
class Known:
    """Rows sorted by the day they became known, sliced by day without looking past it."""

    rows: tuple[Row, ...] = ()
    days: tuple[dt.date, ...] = field(default=(), repr=False)

    @classmethod
    def sorted(cls, rows: Iterable[Row]) -> Known:
        """Order rows by `known_on`, and within a day by their identifiers so that the order is always the same."""
        ordered = tuple(sorted(rows, key=lambda row: (row["known_on"], _identity(row))))
        return cls(ordered, tuple(row["known_on"] for row in ordered))

    def between(self, first: dt.date, before: dt.date) -> Sequence[Row]:
        """Return the rows that became known from `first` on and strictly before `before`."""
        return self.rows[bisect.bisect_left(self.days, first) : bisect.bisect_left(self.days, before)]


def _identity(row: Row) -> str:
    """Return a row's own identifier with its quarter or period, for a stable order."""
    names = ("statement_id", "document_id", "move_id", "quarter", "period", "item", "ticker", "session_date")
    return "|".join(str(row.get(name, "")) for name in names)


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """All that was known up to and including `as_of`, by subject and by product."""

    as_of: dt.date
    statements: dict[str, Known]
    prices: dict[str, Known]
    indicators: Known
    moves: Known
    closes: tuple[Row, ...] = ()

    def of_product(self, subject: dict[str, Known], product: str) -> Known:
        """Return one product's rows of a subject, empty where there are none."""
        return subject.get(product, Known())


def _by_product(rows: Iterable[Row]) -> dict[str, Known]:
    """Group rows by product, each group in the order in which it became known."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row["product"], []).append(row)
    return {product: Known.sorted(group) for product, group in groups.items()}


def load_knowledge(warehouse: Reads, as_of: dt.date) -> Knowledge:
    """Read everything that tightness and flags need, as known on a day; no row known later is ever held."""

    def known(name: str) -> list[Row]:
        return [row for row in warehouse.rows(name, as_of) if row["known_on"] <= as_of]

    return Knowledge(
        as_of=as_of,
        statements=_by_product(known("statements_as_of")),
        prices=_by_product(known("prices_as_of")),
        indicators=Known.sorted(known("indicators_as_of")),
        moves=Known.sorted(known("moves_as_of")),
        closes=tuple(known("closes_as_of")),
    )
