"""A user's own guidance as evidence: a CSV of what an agency or a bank said of a quarter, and when it was known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from forecasts.record import Evidence, Record
from forecasts.statements import spoken_segment
from forecasts.usertable import LEAST_PCT, MOST_PCT, is_change, read_rows
from tracker.config import load_products
from tracker.errors import InputError
from tracker.quarter import Quarter

ALIASES = {"quarter": "period", "issuer": "publisher", "known_on": "published_on"}
COLUMNS = ("product", "quarter", "low_pct", "high_pct", "issuer", "known_on")


def with_guidance(record: Record, path: Path) -> Record:
    """Return the record with the figures of a file added, percent on the quarter before.

    Columns: product, quarter (2026Q3), low_pct, high_pct, issuer, known_on (2026-07-03), and optionally segment and
    direction. A figure for DRAM total is one for the conventional blend. The table of `memtrack add --template
    guidance` will do, its rows without a figure for a quarter are passed over. Figures are signed, or magnitudes where
    direction says up or down. Raises InputError with row and column where a value can't be used.
    """
    rows = [_renamed(cells) for cells in read_rows(path)]
    missing = [name for name in COLUMNS if not rows or name not in rows[0]]
    if missing:
        raise InputError(
            f"{path}: no column {', '.join(missing)}; expected {', '.join(COLUMNS)} and optionally segment"
        )
    roles = {row.issuer: row.issuer_role for row in record.evidence}
    added = [_evidence(path, number, row, roles) for number, row in enumerate(rows, start=2) if _is_figure(row)]
    return replace(
        record, evidence=tuple(sorted((*record.evidence, *added), key=lambda row: (row.known_on, repr(row))))
    )


def _renamed(row: Mapping[str, str]) -> dict[str, str]:
    """Return a row with the names of the template made into those used here."""
    cells = dict(row)
    for name, alias in ALIASES.items():
        if not cells.get(name) and alias in cells:
            cells[name] = cells[alias]
    return cells


def _is_figure(row: Mapping[str, str]) -> bool:
    """Return whether a row gives a figure for the price of a quarter."""
    about_price = row.get("attribute", "price") in ("", "price")
    return about_price and "Q" in row["quarter"].upper() and bool(row["low_pct"] or row["high_pct"])


def _evidence(path: Path, number: int, row: Mapping[str, str], roles: Mapping[str, str]) -> Evidence:
    one = row["low_pct"] or row["high_pct"]
    full = {**row, "low_pct": row["low_pct"] or one, "high_pct": row["high_pct"] or one}
    low, high = _number(path, number, full, "low_pct"), _number(path, number, full, "high_pct")
    if row.get("direction", "") == "down":
        low, high = -high, -low
    if low > high:
        raise InputError(f"{path} row {number}: low_pct {low} above high_pct {high}; expected the lower end first")
    try:
        quarter, known_on = Quarter.parse(row["quarter"]), dt.date.fromisoformat(row["known_on"].strip())
    except ValueError as error:
        raise InputError(
            f"{path} row {number}: {error}; expected a quarter like 2026Q3 and a date like 2026-07-03"
        ) from error
    product = row["product"].upper()
    products = load_products()
    if product not in products:
        raise InputError(f"{path} row {number}, column product: {product!r}; expected one of {', '.join(products)}")
    middle = (low + high) / 2
    return Evidence(
        statement_id=f"{path.name}:{number}",
        product=product,
        segment=spoken_segment(product, row.get("segment") or "total"),
        quarter=quarter,
        period_kind="quarter",
        period=str(quarter),
        stance="guidance",
        measure="contract",
        basis="QoQ",
        sign=(middle > 0) - (middle < 0),
        low_pct=low,
        mid_pct=middle,
        high_pct=high,
        bound="range" if low < high else "point",
        issuer=row["issuer"].strip(),
        issuer_role=roles.get(row["issuer"].strip(), "agency"),
        speaker="third_party",
        certainty="asserted",
        technology=None,
        region=None,
        qualifier=None,
        doubt=None,
        published_on=known_on,
        known_on=known_on,
        quote=f"{row['issuer'].strip()}: {low:+g} to {high:+g} % in {quarter}",
        url=None,
    )


def _number(path: Path, number: int, row: Mapping[str, str], column: str) -> float:
    try:
        value = float(row[column])
    except ValueError:
        value = float("nan")
    if not is_change(value):
        raise InputError(
            f"{path} row {number}, column {column}: {row[column]!r}; "
            f"expected a percentage from {LEAST_PCT:g} to {MOST_PCT:g}"
        )
    return value
