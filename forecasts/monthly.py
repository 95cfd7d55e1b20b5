"""Monthly contract price changes that the press and agencies print, chained from whatever was known on a date.

They come as levels of an item, as changes of an item, or as statements month on month. Of one month the median over
items and sources counts; doubtful ones are left out.
"""

from __future__ import annotations

import statistics
from collections import defaultdict
from collections.abc import Iterable, Mapping

from forecasts.base import to_log
from forecasts.record import Evidence, Print
from tracker.quarter import Quarter

MONTHLY_SEGMENTS: Mapping[str, tuple[str, ...]] = {"DRAM": ("pc",), "NAND": ("wafer", "mlc", "total")}


def monthly_changes(prints: Iterable[Print], product: str) -> dict[str, float]:
    """Return the change of each month in log points for a product's standard parts, months in order."""
    seen: dict[str, set[float]] = defaultdict(set)
    levels: dict[str, dict[str, float]] = defaultdict(dict)
    for row in prints:
        if row.product != product or row.segment not in MONTHLY_SEGMENTS.get(product, ()):
            continue
        if row.change_pct is not None:
            seen[row.month].add(round(to_log(row.change_pct), 3))
        if row.price_usd is not None:
            levels[row.item].setdefault(row.month, row.price_usd)
    for by_month in levels.values():
        for month, price in by_month.items():
            before = by_month.get(previous_month(month))
            if before:
                seen[month].add(round(to_log(100 * (price / before - 1)), 3))
    return {month: statistics.median(values) for month, values in sorted(seen.items())}


def statement_prints(rows: Iterable[Evidence], product: str) -> list[Print]:
    """Return the month-on-month statements of fact about a product's standard parts as prints."""
    return [
        Print(
            price_id=row.statement_id,
            item="statement",
            product=product,
            segment=row.segment,
            month=row.period or "",
            price_usd=None,
            change_pct=row.mid_pct,
            known_on=row.known_on,
        )
        for row in rows
        if row.product == product
        and row.basis == "MoM"
        and row.stance == "actual"
        and row.mid_pct is not None
        and row.period
    ]


def previous_month(month: str) -> str:
    """Return the month before, as `2026-07`."""
    year, number = int(month[:4]), int(month[5:])
    return f"{year - 1:04d}-12" if number == 1 else f"{year:04d}-{number - 1:02d}"


def next_month(month: str) -> str:
    """Return the month after, as `2026-07`."""
    year, number = int(month[:4]), int(month[5:])
    return f"{year + 1:04d}-01" if number == 12 else f"{year:04d}-{number + 1:02d}"


def implied_change(changes: Mapping[str, float], quarter: Quarter) -> float | None:
    """Return the change of the quarterly mean that monthly changes imply if prices stood still after the last of them.

    A month's change counts by how many months of the two quarters it separates: thirds 1 and 2 for the second and third
    month of the quarter before, 3, 2 and 1 for those of the quarter itself. None where a month before the last one
    known is missing, or where none of the five is known.
    """
    names = (quarter + -1).months[1:] + quarter.months
    known = [changes.get(name) for name in names]
    last = max((place for place, change in enumerate(known) if change is not None), default=-1)
    if last < 1 or any(change is None for change in known[: last + 1]):
        return None
    thirds = (1, 2, 3, 2, 1)
    return sum(third * (change or 0.0) for third, change in zip(thirds, known, strict=True)) / 3
