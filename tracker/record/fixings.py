"""Month-end fixed prices that stand in the notes of gathered statements: the same fact as a price of its item."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tracker.record import rules
from tracker.record.shapes import PriceRow, StatementRow

Gathered = Mapping[str, str]
_NOTE = re.compile(r"(?P<item>.+?) fixed transaction price(?: (?P<usd>\d+(?:\.\d+)?) USD)?")


def turn_fixings(rows: Sequence[Gathered], statements: Sequence[StatementRow]) -> tuple[PriceRow, ...]:
    """Return a price for every settled statement of a month's fixing of a named item, under its document."""
    documents = {row.origin: row for row in statements}
    pairs = ((row, documents.get(row["origin"])) for row in rows)
    prices = (_price(row, statement) for row, statement in pairs if statement is not None)
    return tuple(price for price in prices if price is not None)


def add_new_prices(prices: Sequence[PriceRow], more: Sequence[PriceRow]) -> tuple[PriceRow, ...]:
    """Return prices with those of a second list whose document does not give the item and period already."""
    known = {(row.document, row.item, row.period) for row in prices}
    added = {(row.document, row.item, row.period): row for row in reversed(more)}
    return (*prices, *(row for key, row in added.items() if key not in known))


def _price(row: Gathered, statement: StatementRow) -> PriceRow | None:
    found = _NOTE.match(row["notes"])
    settled = statement.stance == "actual" and row["change_basis"] == "MoM"
    if not found or not settled or row["low_pct"] != row["high_pct"]:
        return None
    name = rules.load_rules()["fixed_items"].get(found["item"])
    usd = float(found["usd"]) if found["usd"] else None
    if name is None or (usd is None and not row["low_pct"]):
        return None
    item = rules.look_up("items", name, row["origin"])
    return PriceRow(
        document=statement.document,
        origin=row["origin"],
        issuer=statement.issuer,
        item=item["item"],
        product=item["product"],
        segment=item["segment"],
        technology=item["technology"],
        period=row["period"],
        price_usd=usd,
        change_pct=float(row["low_pct"]) if row["low_pct"] else None,
        basis="MoM" if row["low_pct"] else None,
        qualifier=None,
        doubt=statement.doubt,
    )
