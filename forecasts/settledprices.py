"""Which settled figure tells what contract prices of a family did in a quarter: the soundest one known by a date.

The record settles each segment of a quarter by the best figure that it has (view `settlement`). For the family as a
whole, a contract price comes before an average selling price, which moves with a maker's mix of products too: a lone
maker that ships more HBM reports a rise in a quarter in which every contract price fell. The order, best first:

1. an agency's figure for the family, given after the quarter;
2. the mean of an agency's figures for the main segments, given after the quarter;
3. the median of the average selling prices of several makers;
4. the mean change of the monthly contract prices of the main segments' chips;
5. one maker's average selling price.

The last forecast of an agency settles nothing here: guidance would prove itself.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from forecasts.knowledge import Reads, Row
from forecasts.legs import MAIN_SEGMENTS
from tracker.quarter import Quarter

_OF_AGENCY = frozenset({"conventional", "agency"})
_SEVERAL = 2
# Change in percent on the quarter before, and the day on which all of it was known.
Settled = tuple[float, dt.date]


def settled_prices(warehouse: Reads, product: str, as_of: dt.date) -> dict[Quarter, Settled]:
    """Return the quarterly changes of a family's contract price as known on a day, percent, by calendar quarter."""
    quarters: dict[str, dict[str, Row]] = {}
    for row in warehouse.rows("settled_as_of", as_of):
        if row["product"] == product:
            quarters.setdefault(row["quarter"], {})[row["segment"]] = row
    found = {Quarter.parse(quarter): _soundest(by_segment) for quarter, by_segment in sorted(quarters.items())}
    return {quarter: settled for quarter, settled in found.items() if settled is not None}


def _soundest(by_segment: Mapping[str, Row]) -> Settled | None:
    """Return the best figure of one quarter, or None where nothing but a forecast is there."""
    total = by_segment.get("total")
    parts = [by_segment[name] for name in MAIN_SEGMENTS if name in by_segment]
    own = [total] if total else []
    makers = [row for row in own if row["rule"] == "company"]
    ranked = (
        [row for row in own if row["rule"] in _OF_AGENCY],
        [row for row in parts if row["rule"] in _OF_AGENCY],
        [row for row in makers if row["issuers"] >= _SEVERAL],
        [row for row in (*own, *parts) if row["rule"] == "series"],
        makers,
    )
    return next((_mean(rows) for rows in ranked if rows), None)


def _mean(rows: Iterable[Row]) -> Settled:
    """Return the mean change of some figures, and the day on which the last of them became known."""
    figures = list(rows)
    return sum(float(row["change_pct"]) for row in figures) / len(figures), max(row["known_on"] for row in figures)
