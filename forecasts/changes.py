"""What changed between two dates, and what would change if the record were another: the same forecast, asked twice.

`changes_since` forecasts as of two dates and names the statements of the days between that moved the path. `what_if`
takes a source away, adds a statement, or lets a price jump, and shows both paths. Nothing here is issued.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from forecasts.issue import Point, ProductPath, chosen_segments, forecast_record, segment_shares
from forecasts.monthly import MONTHLY_SEGMENTS, monthly_changes, statement_prints
from forecasts.record import Evidence, Print, Record, Rows, load_record
from forecasts.statements import spoken_segment
from forecasts.usertable import LEAST_PCT, MOST_PCT, is_change
from tracker.errors import UnknownName, UsageError
from tracker.quarter import Quarter

MEDIAN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """A statement to imagine: a signed range in percent for a quarter, by an issuer or (None) the house agency."""

    product: str
    quarter: Quarter
    low_pct: float
    high_pct: float
    segment: str = "total"
    issuer: str | None = None


def changes_since(
    warehouse: Rows, *, since: dt.date, as_of: dt.date, target: Quarter, products: tuple[str, ...] | None = None
) -> dict[str, Any]:
    """Compare the forecasts of two dates, and name the statements known only at the later one with their effects.

    Changes in percent on the quarter before. Each statement is added to those published before it, and `effect_pp`
    is by how much it moved the target's median; `other_pp` is what is left of the difference: settled quarters,
    prices, what was learned since, the passing of time, and the agreement of segments with their total.
    """
    record, segments = load_record(warehouse), chosen_segments(warehouse, None)
    wanted, shares = chosen_segments(warehouse, products), segment_shares(warehouse)
    before = forecast_record(record, segments, as_of=since, target=target, wanted=wanted, shares=shares)
    after = forecast_record(
        record, segments, as_of=as_of, target=target, news_since=since, wanted=wanted, shares=shares
    )
    pairs = zip(before.products, after.products, strict=True)
    return {
        "since": since.isoformat(),
        "as_of": as_of.isoformat(),
        "target": str(target),
        "products": [_with_news(_compared(old, new), new, target) for old, new in pairs],
    }


def change_rows(answer: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return two paths side by side as flat rows for a table: one per product, segment and quarter."""
    return [
        {
            "since": answer["since"],
            "as_of": answer["as_of"],
            "product": product["product"],
            "segment": product["segment"],
        }
        | row
        for product in answer["products"]
        for row in product["path"]
    ]


def _with_news(compared: dict[str, Any], after: ProductPath, target: Quarter) -> dict[str, Any]:
    difference = next(row["difference_pp"] for row in compared["path"] if row["quarter"] == str(target))
    told = sum(each.effect_pp for each in after.evidence)
    other = None if difference is None else round(difference - told, 2)
    return {**compared, "news": [each.as_json() for each in after.evidence], "other_pp": other}


def what_if(
    warehouse: Rows,
    *,
    as_of: dt.date,
    target: Quarter,
    products: tuple[str, ...] | None = None,
    without_issuers: Sequence[str] = (),
    added: Sequence[Added] = (),
    shocks_pct: Mapping[str, float] | None = None,
) -> dict[str, Any]:
    """Compare the forecast with one in which issuers had been silent, statements had been made, or prices had jumped.

    `shocks_pct` maps a product to a change in percent of its standard parts in the month of the date. What moves
    nothing is said in `notes`. Raises UnknownName for an issuer that the record does not hold, for a product
    without a path, and for a shock to one whose monthly prices no forecast reads; UsageError for a change that no
    price can make.
    """
    _refuse_impossible(added, shocks_pct or {})
    named = (*dict.fromkeys(each.product for each in added), *(shocks_pct or {}))
    chosen_segments(warehouse, named or None)
    unread = sorted(set(shocks_pct or {}) - set(MONTHLY_SEGMENTS))
    if unread:
        readable = ", ".join(MONTHLY_SEGMENTS)
        raise UnknownName(f"no monthly price of {', '.join(unread)} goes into a forecast: expected one of {readable}")
    known, segments = load_record(warehouse).known(as_of), chosen_segments(warehouse, None)
    wanted, shares = chosen_segments(warehouse, products), segment_shares(warehouse)
    issuers = {row.issuer for row in known.evidence}
    missing = sorted({*without_issuers, *(each.issuer for each in added if each.issuer)} - issuers)
    if missing:
        offered = ", ".join(sorted(issuers))
        raise UnknownName(f"no statement by {', '.join(missing)} is known on {as_of}: expected one of {offered}")
    filled = [row for product in shocks_pct or {} for row in _missing_months(known, product, as_of)]
    known = replace(known, prints=(*known.prints, *filled))
    other = _imagined(known, as_of, frozenset(without_issuers), added, shocks_pct or {})
    before = forecast_record(known, segments, as_of=as_of, target=target, wanted=wanted, shares=shares)
    after = forecast_record(other, segments, as_of=as_of, target=target, wanted=wanted, shares=shares)
    pairs = zip(before.products, after.products, strict=True)
    return {
        "as_of": as_of.isoformat(),
        "target": str(target),
        "without_issuers": list(without_issuers),
        "added": [_added_json(each) for each in added],
        "shocks_pct": dict(shocks_pct or {}),
        "products": (compared := [_compared(old, new) for old, new in pairs]),
        "notes": _filled(filled) + _unmoved(compared, {*(each.product for each in added), *(shocks_pct or {})}),
    }


def _refuse_impossible(added: Sequence[Added], shocks_pct: Mapping[str, float]) -> None:
    """Raise UsageError at a range that is none and at a change that no price can make."""
    expected = f"expected percentages from {LEAST_PCT:g} to {MOST_PCT:g}"
    for each in added:
        if not (is_change(each.low_pct) and is_change(each.high_pct) and each.low_pct <= each.high_pct):
            raise UsageError(f"{_told(each)} in {each.quarter} can't be added: {expected}, the lower first")
    for product, change in shocks_pct.items():
        if not is_change(change):
            raise UsageError(f"a shock of {change:g} % to {product} can't be: {expected}")


def _told(added: Added) -> str:
    return f"{added.product} {added.segment} {added.low_pct:+g} to {added.high_pct:+g} %"


def _filled(months: Sequence[Print]) -> list[str]:
    """Return a sentence for each product whose paths both take months without a price for months of no change."""
    by_product: dict[str, list[str]] = {}
    for row in months:
        by_product.setdefault(row.product, []).append(row.month)
    return [
        f"{product}: nothing is known of contract prices in {', '.join(names)}; both paths take them for unchanged "
        "but for the jump"
        for product, names in by_product.items()
    ]


def _unmoved(compared: Sequence[Mapping[str, Any]], touched: set[str]) -> list[str]:
    """Return a sentence for each path of a touched product that stayed as it was."""
    return [
        f"{row['product']} {row['segment']} does not move: what was imagined speaks of other quarters, or the "
        "forecasters that carry weight have better evidence"
        for row in compared
        if row["product"] in touched and not any(each["difference_pp"] for each in row["path"])
    ]


def _imagined(
    record: Record,
    as_of: dt.date,
    silent: frozenset[str],
    added: Sequence[Added],
    shocks_pct: Mapping[str, float],
) -> Record:
    """Return the record with issuers' statements about open quarters taken away, and statements and prices added."""
    open_from = Quarter.of(as_of) + -1
    house = _most_frequent(record)
    new = [_evidence(each, number, as_of, house) for number, each in enumerate(added)]
    restated = {(row.issuer, row.product, row.segment, row.quarter) for row in new}
    kept = [
        row
        for row in record.evidence
        if (row.issuer not in silent or row.quarter < open_from)
        and (row.issuer, row.product, row.segment, row.quarter) not in restated
    ]
    imagined = replace(record, evidence=(*kept, *new))
    for product, change in shocks_pct.items():
        filled = _missing_months(imagined, product, as_of)
        imagined = _with_jump(replace(imagined, prints=(*imagined.prints, *filled)), product, change, as_of)
    return imagined


def _most_frequent(record: Record) -> str:
    counts: dict[str, int] = {}
    for row in record.evidence:
        if row.issuer_role == "agency" and row.mid_pct is not None:
            counts[row.issuer] = counts.get(row.issuer, 0) + 1
    return max(sorted(counts), key=lambda issuer: counts[issuer]) if counts else "agency"


def _evidence(added: Added, number: int, as_of: dt.date, house: str) -> Evidence:
    middle = (added.low_pct + added.high_pct) / 2
    return Evidence(
        statement_id=f"imagined-{number}",
        product=added.product,
        segment=spoken_segment(added.product, added.segment),
        quarter=added.quarter,
        period_kind="quarter",
        period=str(added.quarter),
        stance="guidance",
        measure="contract",
        basis="QoQ",
        sign=(middle > 0) - (middle < 0),
        low_pct=added.low_pct,
        mid_pct=middle,
        high_pct=added.high_pct,
        bound="range" if added.low_pct < added.high_pct else "point",
        issuer=added.issuer or house,
        issuer_role="agency",
        speaker="third_party",
        certainty="asserted",
        technology=None,
        region=None,
        qualifier=None,
        doubt=None,
        published_on=as_of,
        known_on=as_of,
        quote=f"imagined: {_told(added)} in {added.quarter}",
        url=None,
    )


def _missing_months(record: Record, product: str, as_of: dt.date) -> list[Print]:
    """Return no change for each month of this quarter and the last, up to the date's, that nothing is known of.

    So both paths of a jump read the same months and differ by the jump alone.
    """
    known = monthly_changes((*record.prints, *statement_prints(record.evidence, product)), product)
    months = [month for quarter in (Quarter.of(as_of) + -1, Quarter.of(as_of)) for month in quarter.months]
    running = as_of.isoformat()[:7]
    return [_no_change(product, month, as_of) for month in months if month <= running and month not in known]


def _with_jump(record: Record, product: str, change_pct: float, as_of: dt.date) -> Record:
    """Return the record with whatever is known of a product's standard parts in the running month a jump higher."""
    month, factor = as_of.isoformat()[:7], 1 + change_pct / 100
    spoken = {row.price_id for row in statement_prints(record.evidence, product) if row.month == month}
    return replace(
        record,
        evidence=tuple(
            replace(row, mid_pct=_compounded(row.mid_pct, factor)) if row.statement_id in spoken else row
            for row in record.evidence
        ),
        prints=tuple(
            replace(
                row,
                price_usd=None if row.price_usd is None else row.price_usd * factor,
                change_pct=_compounded(row.change_pct, factor),
            )
            if row.product == product and row.month == month and row.segment in MONTHLY_SEGMENTS[product]
            else row
            for row in record.prints
        ),
    )


def _compounded(change_pct: float | None, factor: float) -> float | None:
    return None if change_pct is None else 100 * ((1 + change_pct / 100) * factor - 1)


def _no_change(product: str, month: str, as_of: dt.date) -> Print:
    return Print(
        price_id=f"imagined-{product}-{month}",
        item="imagined",
        product=product,
        segment=MONTHLY_SEGMENTS[product][0],
        month=month,
        price_usd=None,
        change_pct=0.0,
        known_on=as_of,
    )


def _compared(before: ProductPath, after: ProductPath) -> dict[str, Any]:
    """Return the medians of two paths side by side; null where a path lacks the quarter."""
    old = {point.quarter: point for point in before.path}
    new = {point.quarter: point for point in after.path}
    rows = []
    for quarter in sorted({*old, *new}):
        was, now = _median(old.get(quarter)), _median(new.get(quarter))
        rows.append(
            {
                "quarter": str(quarter),
                "before_status": old[quarter].status if quarter in old else None,
                "after_status": new[quarter].status if quarter in new else None,
                "before_pct": was,
                "after_pct": now,
                "difference_pp": None if was is None or now is None else round(now - was, 2),
            }
        )
    return {"product": after.product, "segment": after.segment, "path": rows}


def _median(point: Point | None) -> float | None:
    if point is None:
        return None
    return round(point.change_pct[0 if point.status == "settled" else MEDIAN], 2)


def _added_json(added: Added) -> dict[str, Any]:
    return {
        "product": added.product,
        "segment": added.segment,
        "quarter": str(added.quarter),
        "low_pct": added.low_pct,
        "high_pct": added.high_pct,
        "issuer": added.issuer,
    }
