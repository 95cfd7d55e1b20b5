"""What was known on which day: the warehouse's rows in the order in which they became known.

One load serves every earlier day: a row counts before a day only if its `known_on` lies before it. This module reads
the warehouse and judges nothing.
"""

from __future__ import annotations

import bisect
import datetime as dt
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Protocol, TypeVar

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


Group = TypeVar("Group", bound=Hashable)


def is_forward_price(row: Row) -> bool:
    """Tell whether a statement is guidance on the contract price of a quarter or a half, on the quarter before."""
    is_price = row["attribute"] == "price" and row["stance"] == "guidance" and row["sign"] is not None
    is_quarterly = row["period_kind"] in {"quarter", "half", "none"} and row["basis"] in {"QoQ", None}
    return bool(is_price and is_quarterly and row["market"] != "spot" and row["measure"] == "contract")


def is_reported_price(row: Row) -> bool:
    """Tell whether a statement reports a past change of a price that is no spot price, with a figure."""
    is_price = row["attribute"] == "price" and row["stance"] == "actual" and row["mid_pct"] is not None
    return bool(is_price and row["market"] != "spot")


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """All that was known up to and including `as_of`.

    `statements`, `reports` (past prices) and `stocks` (supply and inventory) are by product, `guidance` by product and
    quarter; the last three are parts of the first.
    """

    as_of: dt.date
    statements: Mapping[str, Known]
    guidance: Mapping[tuple[str, str], Known]
    reports: Mapping[str, Known]
    stocks: Mapping[str, Known]
    prices: Mapping[str, Known]
    indicators: Known
    moves: Known
    closes: tuple[Row, ...] = ()

    def with_statements(self, rows: Iterable[Row]) -> Knowledge:
        """Return the same knowledge with other statements."""
        return replace(self, **_parts(list(rows)))


NOTHING = Known()


def _grouped(rows: Iterable[Row], key: Callable[[Row], Group]) -> dict[Group, Known]:
    """Group rows, each group in the order in which it became known."""
    groups: dict[Group, list[Row]] = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    return {name: Known.sorted(group) for name, group in groups.items()}


def _product(row: Row) -> str:
    """Return a row's product."""
    return str(row["product"])


def _parts(rows: Sequence[Row]) -> dict[str, Any]:
    """Sort statements into the parts of a Knowledge."""
    return {
        "statements": _grouped(rows, _product),
        "guidance": _grouped(filter(is_forward_price, rows), lambda row: (row["product"], row["quarter"])),
        "reports": _grouped(filter(is_reported_price, rows), _product),
        "stocks": _grouped((row for row in rows if row["attribute"] in {"supply", "inventory"}), _product),
    }


def load_knowledge(warehouse: Reads, as_of: dt.date) -> Knowledge:
    """Read everything that tightness and flags need, as known on a day; no row known later is ever held."""

    def known(name: str) -> list[Row]:
        return [row for row in warehouse.rows(name, as_of) if row["known_on"] <= as_of]

    return Knowledge(
        as_of=as_of,
        **_parts(known("statements_as_of")),
        prices=_grouped(known("prices_as_of"), _product),
        indicators=Known.sorted(known("indicators_as_of")),
        moves=Known.sorted(known("moves_as_of")),
        closes=tuple(known("closes_as_of")),
    )
