"""Statement to observation: mapped segment, calendar quarter, signed percent, and the sign of its pressure on prices.

Pure. A statement whose segment no product lists has no observation; the view `unmapped_statement` names it.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from tracker.config import load_products
from tracker.quarter import Quarter, period_kind, period_quarters
from tracker.statement import Claim

# What a direction says about prices to come: short supply and falling stocks lift them, rising output and stocks don't.
_PRESSURE: dict[tuple[str, str], int] = {
    ("price", "up"): 1,
    ("price", "down"): -1,
    ("price", "flat"): 0,
    ("supply", "tight"): 1,
    ("supply", "loose"): -1,
    ("supply", "balanced"): 0,
    ("supply", "up"): -1,
    ("supply", "down"): 1,
    ("demand", "up"): 1,
    ("demand", "down"): -1,
    ("demand", "flat"): 0,
    ("inventory", "up"): -1,
    ("inventory", "down"): 1,
    ("inventory", "flat"): 0,
    ("inventory", "tight"): 1,
    ("inventory", "loose"): -1,
    ("inventory", "balanced"): 0,
}


@dataclass(frozen=True, slots=True)
class Magnitude:
    """A claim's figure as signed percent, with how it bounds the change: range, point, at_least, at_most or words."""

    low_pct: float | None
    mid_pct: float | None
    high_pct: float | None
    bound: str


def map_segment(product: str, segment: str | None) -> str | None:
    """Return the segment that a claim belongs to: `total` where it names none, None where the product lacks it."""
    if segment is None:
        return "total"
    known = load_products()[product].segments
    return segment if segment in known else None


def place_in_time(period: str | None, published_on: dt.date) -> tuple[str, tuple[Quarter, ...]]:
    """Return what kind of period a claim names and its quarters; a claim that names none is about its own time."""
    if period is None:
        return "none", (Quarter.of(published_on),)
    return period_kind(period), period_quarters(period)


def sign_magnitude(claim: Claim) -> Magnitude:
    """Turn a claim's magnitudes in the direction of travel into signed percent ("down over 20 %" is at most -20)."""
    low, high = claim.low_pct, claim.high_pct
    bound = _bound(low, high)
    if claim.direction == "down":
        low, high = (None if high is None else -high), (None if low is None else -low)
    ends = [end for end in (low, high) if end is not None]
    mid = sum(ends) / len(ends) if ends else None
    return Magnitude(low, mid, high, bound)


def price_pressure(claim: Claim) -> int | None:
    """Return +1, 0 or -1 for what the claim says about prices to come; None where it denies the direction."""
    return None if claim.certainty == "negated" else _PRESSURE[claim.attribute, claim.direction]


def _bound(low: float | None, high: float | None) -> str:
    if low is None and high is None:
        return "words"
    if high is None:
        return "at_least"
    if low is None:
        return "at_most"
    return "point" if low == high else "range"
