"""A small made-up record for the tests of forecasts: one agency that is roughly right, words for NOR, no files."""

from __future__ import annotations

import datetime as dt
import math
from typing import Any

from tracker.quarter import Quarter

SEGMENTS = (("DRAM", "total"), ("DRAM", "server"), ("NAND", "total"), ("NOR", "total"))
FIRST = Quarter(2014, 1)
LAST = Quarter(2024, 4)


def true_change(product: str, quarter: Quarter) -> float:
    """Return a made-up change in percent: a cycle of about four years."""
    shift = {"DRAM": 0.0, "NAND": 0.8, "NOR": 0.3}[product]
    return round(14 * math.sin(quarter.ordinal / 2.6 + shift) + 3 * math.cos(quarter.ordinal * 1.7 + shift), 1)


def guidance_row(number: str, product: str, segment: str, quarter: Quarter, **changes: Any) -> dict[str, Any]:
    """Return a price statement as the view `guidance` gives it; `changes` replace any column."""
    middle = changes.get("mid_pct", true_change(product, quarter))
    row = {
        "statement_id": number,
        "product": product,
        "segment": segment,
        "quarter": str(quarter),
        "period_kind": "quarter",
        "period": str(quarter),
        "stance": "guidance",
        "measure": "contract",
        "basis": "QoQ",
        "sign": 1 if (middle or 0) > 0 else -1,
        "low_pct": None if middle is None else middle - 2.5,
        "mid_pct": middle,
        "high_pct": None if middle is None else middle + 2.5,
        "bound": "words" if middle is None else "range",
        "issuer": "agency",
        "issuer_role": "agency",
        "speaker": "third_party",
        "certainty": "asserted",
        "technology": None,
        "region": None,
        "qualifier": None,
        "doubt": None,
        "published_on": quarter.start + dt.timedelta(days=5),
        "known_on": quarter.start + dt.timedelta(days=5),
        "quote": f"{product} {quarter}: {middle}",
        "url": "https://example.org/page",
    }
    return {**row, **changes}


class FakeWarehouse:
    """Answers the views that forecasts read."""

    def __init__(self, guidance: list[dict[str, Any]], settlement: list[dict[str, Any]]) -> None:
        """Hold the rows."""
        self.tables: dict[str, list[dict[str, Any]]] = {
            "guidance": guidance,
            "settlement": settlement,
            "price_fact": [],
            "product_segment": [{"product": p, "segment": s, "is_forecast": True} for p, s in SEGMENTS],
            "indicator_fact": [],
        }

    def rows(self, name: str, *parameters: object) -> list[dict[str, Any]]:
        """Return the rows of a view, or the closes of some tickers."""
        if name == "closes_of":
            return [row for row in self.tables.get("closes", []) if row["ticker"] in parameters[0]]  # type: ignore[operator]
        assert not parameters
        return list(self.tables[name])


def settlement_row(product: str, segment: str, quarter: Quarter, **changes: Any) -> dict[str, Any]:
    """Return a settled quarter as the view `settlement` gives it, known 40 days after the quarter."""
    row = {
        "product": product,
        "segment": segment,
        "quarter": str(quarter),
        "change_pct": true_change(product, quarter),
        "known_on": quarter.end + dt.timedelta(days=40),
        "rule": "agency",
    }
    return {**row, **changes}


def made_up_warehouse() -> FakeWarehouse:
    """Return a record of eleven years: figures for DRAM and NAND that miss by some points, words alone for NOR."""
    guidance, settlement = [], []
    for step in range(LAST - FIRST + 1):
        quarter = FIRST + step
        for product in ("DRAM", "NAND"):
            wrong = ((step * 7919) % 9 - 4) * 0.8
            figure = true_change(product, quarter) + wrong
            guidance.append(guidance_row(f"{product}-{quarter}", product, "total", quarter, mid_pct=figure))
            settlement.append(settlement_row(product, "total", quarter))
        guidance.append(
            guidance_row(f"NOR-{quarter}", "NOR", "total", quarter, mid_pct=None, sign=1 if step % 3 else -1)
        )
        if step % 4 == 0:
            guidance.append(guidance_row(f"server-{quarter}", "DRAM", "server", quarter))
    settlement.extend(settlement_row("NOR", "total", quarter) for quarter in (FIRST, FIRST + 5))
    return FakeWarehouse(guidance, settlement)
