"""The momentum of contract prices known before a day, from whichever evidence reaches furthest.

Three kinds of evidence: monthly prices of one item, monthly changes that agencies report, and the change of an ended
quarter. A chain of rates stays within one item or one segment; nothing is interpolated.
"""

from __future__ import annotations

import datetime as dt
import functools
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from forecasts.flagrule import Rule
from forecasts.knowledge import NOTHING, Knowledge, Row
from tracker.quarter import Quarter, period_bounds

# Segments that stand for a product's overall price, in order of preference.
OVERALL = ("total", "conventional")
_MONTHLY_SEGMENTS = (*OVERALL, "pc")
# Three months of history and the lag of a publication.
_BACK_DAYS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Momentum:
    """A change of contract prices, percent over three months (or over a quarter), and of the last month where known."""

    change_pct: float
    last_month_pct: float | None
    period_end: dt.date
    months: int
    ids: tuple[str, ...]


@functools.cache
def _ordinal(period: str) -> int:
    """Return a month's place in time, so that neighbouring months differ by one."""
    first, _ = period_bounds(period)
    return first.year * 12 + first.month


@functools.cache
def _end(month: int) -> dt.date:
    """Return the last day of a month given by its place in time."""
    return period_bounds(f"{(month - 1) // 12:04d}-{(month - 1) % 12 + 1:02d}")[1]


def _chain(levels: dict[int, float], changes: dict[int, float], names: dict[int, str]) -> Momentum | None:
    """Return the momentum of monthly levels and changes: levels three months apart first, else the changes chained."""
    last = max(names)
    last_change = changes.get(last)
    if last_change is None and last in levels and last - 1 in levels:
        last_change = 100 * (levels[last] / levels[last - 1] - 1)
    if last in levels and last - 3 in levels:
        change = 100 * (levels[last] / levels[last - 3] - 1)
    elif last in changes:
        steps = [changes[month] for month in (last - 2, last - 1, last) if month in changes]
        change = 100 * (math.prod(1 + step / 100 for step in steps) - 1)
    else:
        return None
    ids = tuple(names[month] for month in sorted(names) if month >= last - 3)
    return Momentum(change_pct=change, last_month_pct=last_change, period_end=_end(last), months=len(names), ids=ids)


def _of_items(rows: Iterable[Row]) -> Iterator[Momentum]:
    """Yield the momentum of every item that has monthly contract prices."""
    items: dict[str, list[Row]] = {}
    for row in rows:
        if row["market"] == "contract" and len(row["period"]) == 7 and row["basis"] in {"MoM", None}:
            items.setdefault(row["item"], []).append(row)
    for item, prices in sorted(items.items()):
        levels = {_ordinal(row["period"]): float(row["price_usd"]) for row in prices if row["price_usd"] is not None}
        changes = {_ordinal(row["period"]): float(row["change_pct"]) for row in prices if row["change_pct"] is not None}
        momentum = _chain(levels, changes, {_ordinal(row["period"]): f"{item}@{row['period']}" for row in prices})
        if momentum:
            yield momentum


def _of_reports(rows: Iterable[Row]) -> Iterator[Momentum]:
    """Yield the momentum of monthly changes that were reported for a segment, several reports of a month averaged."""
    reports: dict[str, dict[int, list[Row]]] = {}
    for row in rows:
        is_monthly = row["basis"] == "MoM" and row["period_kind"] == "month" and row["segment"] in _MONTHLY_SEGMENTS
        if is_monthly:
            reports.setdefault(row["segment"], {}).setdefault(_ordinal(row["period"]), []).append(row)
    for by_month in reports.values():
        changes = {month: sum(float(row["mid_pct"]) for row in told) / len(told) for month, told in by_month.items()}
        momentum = _chain({}, changes, {month: told[0]["statement_id"] for month, told in by_month.items()})
        if momentum:
            yield momentum


def _of_quarters(rows: Iterable[Row]) -> Iterator[Momentum]:
    """Yield the newest change that was reported for an ended quarter."""
    told: dict[Quarter, list[Row]] = {}
    for row in rows:
        is_quarterly = row["basis"] == "QoQ" and row["period_kind"] == "quarter" and row["segment"] in OVERALL
        if not is_quarterly:
            continue
        quarter = Quarter.parse(row["quarter"])
        if quarter.end < row["known_on"]:
            told.setdefault(quarter, []).append(row)
    if told:
        quarter = max(told)
        figures = [float(row["mid_pct"]) for row in told[quarter]]
        yield Momentum(
            change_pct=sum(figures) / len(figures),
            last_month_pct=None,
            period_end=quarter.end,
            months=3,
            ids=tuple(row["statement_id"] for row in told[quarter]),
        )


def find_momentum(knowledge: Knowledge, product: str, day: dt.date, rule: Rule) -> Momentum | None:
    """Return the momentum known before a day that reaches furthest; of equals the one with the longest history."""
    leg = rule.legs["momentum"]
    first = day - dt.timedelta(days=leg.gone_days + _BACK_DAYS)
    prices = knowledge.prices.get(product, NOTHING).between(first, day)
    reports = knowledge.reports.get(product, NOTHING).between(first, day)
    found = [*_of_items(prices), *_of_reports(reports), *_of_quarters(reports)]
    fresh = [momentum for momentum in found if leg.fade((day - momentum.period_end).days) > 0]
    return max(fresh, key=lambda momentum: (momentum.period_end, momentum.months), default=None)
