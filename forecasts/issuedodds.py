"""The forecaster's probability of a rise, as its ledger has it: what was issued before a day, never computed for it."""

from __future__ import annotations

import datetime as dt

from forecasts.knowledge import Known, Reads
from forecasts.legs import ProbabilityUp
from tracker.quarter import Quarter

# An older forecast says nothing of the market at hand.
_NEWEST_DAYS = 60


def issued_probability(warehouse: Reads, as_of: dt.date) -> ProbabilityUp:
    """Return a function that gives the probability of a rise next quarter, for a product, as last issued before a day.

    Only forecasts issued on or right after their own as-of date count: one computed later about the past knew too much.
    """
    issued = Known.sorted(
        row
        for row in warehouse.rows("forecasts_as_of", as_of)
        if row["is_live"] and row["segment"] == "total" and row["prob_up"] is not None and row["known_on"] <= as_of
    )

    def probability(product: str, day: dt.date) -> float | None:
        following = str(Quarter.of(day) + 1)
        for row in reversed(issued.between(day - dt.timedelta(days=_NEWEST_DAYS), day)):
            if (row["product"], row["quarter"]) == (product, following):
                return float(row["prob_up"])
        return None

    return probability
