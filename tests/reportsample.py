"""A published home for the tests of the report: hostile and East Asian words, a DRAM path, two flags."""

from __future__ import annotations

import copy
import datetime as dt
from pathlib import Path
from typing import Any

from tests.sqlsample import FLAG, FORECAST, PAGES, page, publish_pages, said
from tracker.home import Home, prepare_home
from tracker.journal import Journal
from tracker.warehouse import Warehouse

AS_OF = dt.date(2026, 7, 3)
HOSTILE = "<script>alert('DRAM up 9 %')</script><img src=http://evil.example/x.png>"
KOREAN = "3분기 D램 고정거래가격 상승 전망"
JAPANESE = "DRAMの大口取引価格は上昇"
QUANTILES = (0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975)
MORE_PAGES = (
    page("hostile", dt.date(2026, 7, 1), {HOSTILE: said(low_pct=9.0, high_pct=9.0)}, url="javascript:alert(1)"),
    page("korean", dt.date(2026, 7, 1), {KOREAN: said("samsung", basis=None)}, lang="ko"),
    page("japanese", dt.date(2026, 7, 1), {JAPANESE: said("kioxia", product="NAND", basis=None)}, lang="ja"),
)


def build_report_home(folder: Path) -> Home:
    """Publish the sample's pages and three more, then a DRAM forecast and two flags that cite them."""
    home = Home(folder / "home")
    prepare_home(home)
    publish_pages(home, *PAGES, *MORE_PAGES)
    with Warehouse.open(home.database) as warehouse:
        ids = {row["quote"]: row["statement_id"] for row in warehouse.rows("statement")}
    Journal(home.ledger / "forecasts.jsonl").append([dram_forecast(ids), later_forecast()])
    Journal(home.ledger / "flags.jsonl").append([open_flag(ids), expired_flag()])
    publish_pages(home, *PAGES, *MORE_PAGES)
    return home


def dram_forecast(ids: dict[str, str]) -> dict[str, Any]:
    """Return a ledger line: DRAM, the second quarter settled, two quarters to come, four statements behind it."""
    line = copy.deepcopy(FORECAST)
    line["forecast_issue"][0] |= {"target": "2026Q4", "weights": {"guidance": 0.75, "drift": 0.25, "no_change": 0.0}}
    line["forecast_path"] = [
        {**step("2026Q2", 0.5, 16.0, 100.0), "status": "settled", "prob_up": None, "prob_turn": None},
        *(step("2026Q3", q, -5 + 30 * q, 95 + 30 * q) for q in QUANTILES),
        *(step("2026Q4", q, -12.5 + 40 * q, 90 + 55 * q) for q in QUANTILES),
    ]
    effects = {HOSTILE: 4.25, KOREAN: -1.5, JAPANESE: 0.5}
    line["forecast_evidence"] = [
        {"forecast_id": "f1", "statement_id": ids[quote], "effect_pp": effect} for quote, effect in effects.items()
    ]
    line["forecast_evidence"].append({"forecast_id": "f1", "statement_id": "s-of-an-older-reading", "effect_pp": 0.25})
    return line


def step(quarter: str, quantile: float, change_pct: float, index_level: float) -> dict[str, Any]:
    """Return one quantile of one forecast quarter."""
    values = {"quantile": quantile, "change_pct": change_pct, "index_level": index_level}
    return {"forecast_id": "f1", "quarter": quarter, "status": "forecast", **values, "prob_up": 0.83, "prob_turn": 0.17}


def later_forecast() -> dict[str, Any]:
    """Return a ledger line of a day after the report's: it must not be seen."""
    line = copy.deepcopy(FORECAST)
    line["forecast_issue"][0] |= {"forecast_id": "f-later", "as_of": "2026-07-04", "notes": ["made with hindsight"]}
    for row in line["forecast_path"] + line["forecast_evidence"]:
        row["forecast_id"] = "f-later"
    return line


def open_flag(ids: dict[str, str]) -> dict[str, Any]:
    """Return a ledger line: a flag with a statement on either side."""
    line = copy.deepcopy(FLAG)
    line["flag_evidence"] = [
        {"flag_id": "g1", "statement_id": ids["预计三季度DRAM价格继续上涨"], "side": "contradicts"},
        {"flag_id": "g1", "statement_id": ids["PC DRAM will fall 0 to 5 % in 2026Q3."], "side": "agrees"},
    ]
    return line


def expired_flag() -> dict[str, Any]:
    """Return a ledger line: a flag of the spring that has expired."""
    row = {**FLAG["flag"][0], "flag_id": "g0", "event_start": "2026-03-03", "event_end": "2026-03-04"}
    row |= {"as_of": "2026-03-05", "triggered_at": "2026-03-03 07:00:00"}
    reached = {**FLAG["flag_state"][0], "flag_id": "g0", "state": "expired", "state_on": "2026-06-01"}
    return {"flag": [row], "flag_state": [reached]}
