"""The rows that forecasts are made of, and the one place where rows not yet known on a date are left out.

This module owns `Record` and `Record.known`; whoever wants the past of a forecast asks here. It does no arithmetic.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Protocol, TypeVar

from forecasts.base import Settled, to_log
from forecasts.basket import NO_BASKET, Basket, read_basket
from tracker.quarter import Quarter


class Rows(Protocol):
    """Anything that answers a view or a macro with rows: the published database, or a stand-in in a test."""

    def rows(self, name: str, *parameters: object) -> list[dict[str, Any]]:
        """Return the rows of a view or of a table macro."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A price statement about one quarter, in its normal form; percentages are signed."""

    statement_id: str
    product: str
    segment: str
    quarter: Quarter
    period_kind: str
    period: str | None
    stance: str
    measure: str
    basis: str | None
    sign: int | None
    low_pct: float | None
    mid_pct: float | None
    high_pct: float | None
    bound: str
    issuer: str
    issuer_role: str
    speaker: str
    certainty: str
    technology: str | None
    region: str | None
    qualifier: str | None
    doubt: str | None
    published_on: dt.date
    known_on: dt.date
    quote: str
    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """A contract price of an item in one month, or its change in percent on the month before."""

    price_id: str
    item: str
    product: str
    segment: str
    month: str
    price_usd: float | None
    change_pct: float | None
    known_on: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """One version of the settled change of a quarter; the version known last counts."""

    product: str
    segment: str
    settled: Settled


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Everything that forecasts read, in the order of knowledge."""

    evidence: tuple[Evidence, ...]
    prints: tuple[Print, ...]
    settlements: tuple[Settlement, ...]
    basket: Basket = NO_BASKET

    def known(self, as_of: dt.date) -> Record:
        """Return the part of the record that was known on a date. Every as-of question passes through here."""
        return Record(
            evidence=tuple(row for row in self.evidence if row.known_on <= as_of),
            prints=tuple(row for row in self.prints if row.known_on <= as_of),
            settlements=tuple(row for row in self.settlements if row.settled.known_on <= as_of),
            basket=self.basket.known(as_of),
        )

    def without(self, statement_ids: frozenset[str]) -> Record:
        """Return the record as if these statements had never been made; what is settled stays."""
        return replace(self, evidence=tuple(row for row in self.evidence if row.statement_id not in statement_ids))


def load_record(warehouse: Rows) -> Record:
    """Read all price statements, prices, settlements and leaders' closes of a warehouse, in the order of knowledge."""
    return Record(
        evidence=_sorted(_evidence(row) for row in warehouse.rows("guidance")),
        prints=_sorted(
            _print(row)
            for row in warehouse.rows("price_fact")
            if row["period_kind"] == "month" and row["market"] == "contract" and not row["doubt"]
        ),
        settlements=tuple(
            sorted(
                (_settlement(row) for row in warehouse.rows("settlement")),
                key=lambda row: (row.settled.known_on, row.product, row.segment, row.settled.quarter, row.settled.rule),
            )
        ),
        basket=read_basket(warehouse),
    )


_Row = TypeVar("_Row", Evidence, Print)


def _sorted(rows: Iterable[_Row]) -> tuple[_Row, ...]:
    return tuple(sorted(rows, key=lambda row: (row.known_on, repr(row))))


def _evidence(row: Mapping[str, Any]) -> Evidence:
    names = (name for name in Evidence.__dataclass_fields__ if name != "quarter")
    return Evidence(quarter=Quarter.parse(row["quarter"]), **{name: row[name] for name in names})


def _print(row: Mapping[str, Any]) -> Print:
    return Print(
        price_id=row["price_id"],
        item=row["item"],
        product=row["product"],
        segment=row["segment"],
        month=row["period"],
        price_usd=row["price_usd"],
        change_pct=row["change_pct"],
        known_on=row["known_on"],
    )


def _settlement(row: Mapping[str, Any]) -> Settlement:
    return Settlement(
        product=row["product"],
        segment=row["segment"],
        settled=Settled(Quarter.parse(row["quarter"]), to_log(row["change_pct"]), row["known_on"], row["rule"]),
    )
