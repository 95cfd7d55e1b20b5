"""What the ledger has written of a flag beside what a computation gives for it today.

The ledger keeps what was said, whatever became known since: closes that are added later, a reader that reads better, a
new version of the rule. A person who asks again sees both.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any, Literal

from forecasts.contradiction import KINDS, Setting, candidate_events
from forecasts.flag import Flag
from forecasts.knowledge import Row

Status = Literal["issued", "differs", "not_issued"]
# Scores are written with four decimals.
_SAME = 5e-4


def match_issued(rows: Iterable[Row]) -> dict[tuple[str, str], Row]:
    """Return the issued flags by kind and first session (ISO date); of several versions the first that was written."""
    issued: dict[tuple[str, str], Row] = {}
    for row in sorted(rows, key=lambda row: (str(row["issued_at"]), row["flag_id"])):
        issued.setdefault((row["kind"], str(row["event_start"])), row)
    return issued


def beside_ledger(flag: Flag, issued: Mapping[tuple[str, str], Row]) -> dict[str, Any]:
    """Return as JSON values what the ledger holds of a computed flag, and in which points the two differ."""
    row = issued.get((flag.kind, flag.event_start.isoformat()))
    if row is None:
        return {"status": "not_issued"}
    differs = []
    if row["label"] != flag.label:
        differs.append("label")
    if _differ(row["tightness"], flag.tightness.score):
        differs.append("tightness")
    status: Status = "differs" if differs else "issued"
    return {"status": status, "differs_in": differs, **_written(row)}


def no_longer_found(
    issued: Mapping[tuple[str, str], Row], setting: Setting, *, since: dt.date | None, include_expired: bool
) -> list[dict[str, Any]]:
    """Return as JSON values the issued flags of a day that a computation for the same day does not give any more.

    Those that have expired are left out unless asked for, as are events before `since`.
    """
    events = {(KINDS[event.side], event.start.isoformat()) for event, _ in candidate_events(setting)}
    return [
        {"status": "no_longer_found", "kind": key[0], "event_start": key[1], **_written(row)}
        for key, row in sorted(issued.items(), key=lambda pair: pair[0][1])
        if key not in events
        and (include_expired or row["state"] != "expired")
        and (since is None or row["event_start"] >= since)
    ]


def _written(row: Row) -> dict[str, Any]:
    """Return what the ledger holds of a flag as JSON values; `issued_at` is UTC."""
    return {
        "flag_id": row["flag_id"],
        "issued_at": f"{row['issued_at']:%Y-%m-%dT%H:%M:%SZ}",
        "rule_version": row["rule_version"],
        "label": row["label"],
        "tightness": row["tightness"],
        "state": row["state"],
    }


def _differ(one: float | None, other: float | None) -> bool:
    """Tell whether two scores differ by more than their rounding; none at all differs from any."""
    if one is None or other is None:
        return one is not other
    return abs(one - other) > _SAME
