"""The public track record: issued forecasts against what was then published, by month of issue and by model version."""

from __future__ import annotations

import datetime as dt
import statistics
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from forecasts.record import Rows


def score_ledger(warehouse: Rows, *, as_of: dt.date, live_only: bool = True) -> dict[str, Any]:
    """Return the scores of issued forecasts whose outcome was known on a date.

    With `live_only` (the rule) only forecasts issued on their as-of date count: one computed later about the past knew
    what the code had learned since. Of a product, quarter, as-of date and version the newest issue counts.
    """
    rows = [
        row
        for row in warehouse.rows("forecast_score")
        if row["first_known_on"] <= as_of and (row["is_live"] or not live_only)
    ]
    counted = _newest(rows)
    return {
        "as_of": as_of.isoformat(),
        "live_only": live_only,
        "issued": len(counted),
        "rows": [
            {**_scores(group), **dict(zip(("product", "month", "model_version", "lead_quarters"), key, strict=True))}
            for key, group in sorted(_grouped(counted).items())
        ],
        "forecasts": [_forecast_json(row) for row in counted],
    }


def _newest(rows: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    newest: dict[tuple[Any, ...], Mapping[str, Any]] = {}
    for row in sorted(rows, key=lambda row: (row["issued_at"], row["forecast_id"])):
        newest[row["product"], row["segment"], row["quarter"], row["as_of"], row["model_version"]] = row
    return sorted(newest.values(), key=lambda row: (row["as_of"], row["product"], row["segment"], row["quarter"]))


def _grouped(rows: Sequence[Mapping[str, Any]]) -> dict[tuple[Any, ...], list[Mapping[str, Any]]]:
    groups: dict[tuple[Any, ...], list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        key = (row["product"], row["as_of"].isoformat()[:7], row["model_version"], row["lead_quarters"])
        groups[key].append(row)
    return groups


def _scores(rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    misses = [abs(row["first_error_pp"]) for row in rows]
    yardstick = sum(row["no_change_error_pp"] for row in rows)
    return {
        "n": len(rows),
        "mae_pp": statistics.fmean(misses),
        "latest_mae_pp": statistics.fmean(abs(row["latest_error_pp"]) for row in rows),
        "skill_vs_no_change": 1 - sum(misses) / yardstick if yardstick else None,
        "coverage_80": statistics.fmean(row["is_inside_80"] for row in rows),
        "direction_hit": statistics.fmean(row["is_direction_right"] for row in rows),
    }


def _forecast_json(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, dt.date) else value for name, value in row.items()}
