"""Planted facts: loud statements, prices and moves dated after a day, to show that none of them reaches it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from forecasts.knowledge import Reads, Row

_DAYS_AFTER = (1, 2, 30, 200)


@dataclass(frozen=True, slots=True)
class Planted:
    """A warehouse with loud copies of its own rows, known only after a day, and no filter of its own by date."""

    warehouse: Reads
    day: dt.date

    def rows(self, name: str, *params: Any) -> list[Row]:
        """Return the rows asked for and, whatever the date asked for, the planted ones."""
        true = self.warehouse.rows(name, *params)
        return [*true, *(_loud(name, row, self.day, after) for row in true[-50:] for after in _DAYS_AFTER)]


def _loud(name: str, row: Mapping[str, Any], day: dt.date, after: int) -> Row:
    """Return a row turned to the opposite extreme and known some days after the day."""
    later = {"known_on": day + dt.timedelta(days=after)}
    if name == "statements_as_of":
        figures = {"mid_pct": -60.0, "low_pct": -60.0, "high_pct": -60.0, "sign": -1, "direction": "down"}
        return {**row, **figures, **later, "statement_id": f"planted-{row['statement_id']}-{after}"}
    if name == "prices_as_of":
        return {**row, **later, "price_usd": 0.01, "change_pct": -90.0}
    if name == "moves_as_of":
        return {**row, **later, "event_date": day, "change_pct": -99.0, "move_id": f"planted-{row['move_id']}-{after}"}
    if name == "closes_as_of":
        return {**row, **later, "session_date": later["known_on"], "close": 0.01}
    return {**row, **later}


def plant_future(warehouse: Reads, day: dt.date) -> Planted:
    """Return the warehouse with planted facts that became known after a day."""
    return Planted(warehouse, day)
