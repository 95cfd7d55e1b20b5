"""What changed between two dates, what-if, and the track record."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from forecasts import issue
from forecasts.base import Forecaster, issued_forecasters
from forecasts.changes import Added, changes_since, what_if
from forecasts.issue import last_quarter
from forecasts.score import score_ledger
from tests.forecast_rows import FakeWarehouse, guidance_row, made_up_warehouse
from tests.sqlsample import build_sample, page, said
from tracker.errors import UnknownName, UsageError
from tracker.quarter import Quarter
from tracker.warehouse import Warehouse

AS_OF = dt.date(2024, 7, 12)
TARGET = Quarter(2024, 3)


@pytest.fixture(autouse=True)
def _without_slow_models(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the slow forecasters to the contract test."""
    quick: dict[str, Forecaster] = {name: each for name, each in issued_forecasters().items() if not each.is_slow}
    monkeypatch.setattr(issue, "issued_forecasters", lambda: quick)


def change_of(answer: Mapping[str, Any], quarter: Quarter = TARGET) -> Mapping[str, Any]:
    """Return the compared medians of DRAM in a quarter."""
    product = next(row for row in answer["products"] if (row["product"], row["segment"]) == ("DRAM", "total"))
    return next(dict(row) for row in product["path"] if row["quarter"] == str(quarter))


def test_news_between_two_dates_is_named_with_its_effect() -> None:
    """A figure published between the dates moves the median, and it is the statement cited for it."""
    rows = made_up_warehouse()
    news = guidance_row("news", "DRAM", "total", TARGET, mid_pct=35.0, known_on=AS_OF, published_on=AS_OF)
    warehouse = FakeWarehouse([*rows.rows("guidance"), news], rows.rows("settlement"))
    answer = changes_since(
        warehouse, since=AS_OF - dt.timedelta(days=2), as_of=AS_OF, target=TARGET, products=("DRAM",)
    )
    cited = {row["statement_id"]: row for row in answer["products"][0]["news"]}
    assert change_of(answer)["difference_pp"] > 5
    assert set(cited) == {"news"}
    assert cited["news"]["effect_pp"] > 5


def test_effects_of_news_add_up_to_the_difference() -> None:
    """Two figures of one quarter, one after the other: the revision counts for its own step, and the rest is told."""
    rows = made_up_warehouse()
    days = (AS_OF - dt.timedelta(days=1), AS_OF)
    news = [
        guidance_row(f"news-{middle}", "DRAM", "total", TARGET, mid_pct=middle, known_on=day, published_on=day, **who)
        for middle, day, who in ((35.0, days[0], {"issuer": "other"}), (20.0, days[1], {}))
    ]
    warehouse = FakeWarehouse([*rows.rows("guidance"), *news], rows.rows("settlement"))
    answer = changes_since(
        warehouse, since=AS_OF - dt.timedelta(days=2), as_of=AS_OF, target=TARGET, products=("DRAM",)
    )
    product = next(row for row in answer["products"] if row["segment"] == "total")
    told = sum(row["effect_pp"] for row in product["news"])
    assert {row["statement_id"] for row in product["news"]} >= {"news-20.0"}
    assert told + product["other_pp"] == pytest.approx(change_of(answer)["difference_pp"], abs=0.03)
    assert abs(product["other_pp"]) < abs(told) / 2


def test_a_figure_told_of_the_whole_and_again_of_a_part_is_one_piece_of_news() -> None:
    """A part of the market that gets the same figure later does not hide what the figure did."""
    rows = made_up_warehouse()
    news = [
        guidance_row(name, "DRAM", segment, TARGET, mid_pct=35.0, known_on=day, published_on=day)
        for name, segment, day in (("whole", "total", AS_OF - dt.timedelta(days=1)), ("part", "pc", AS_OF))
    ]
    others = [row for row in rows.rows("guidance") if (row["product"], row["quarter"]) != ("DRAM", str(TARGET))]
    warehouse = FakeWarehouse([*others, *news], rows.rows("settlement"))
    asked: dict[str, Any] = {"as_of": AS_OF, "target": TARGET, "products": ("DRAM",)}
    answer = changes_since(warehouse, since=AS_OF - dt.timedelta(days=2), **asked)
    total = next(row for row in answer["products"] if row["segment"] == "total")
    assert [row["statement_id"] for row in total["news"]] == ["whole"]
    assert abs(total["other_pp"]) < abs(total["news"][0]["effect_pp"]) / 2
    path = next(row for row in issue.make_forecast(warehouse, **asked).products if row.segment == "total")
    assert "whole" in {witness.statement_id for witness in path.evidence}


def test_without_its_agency_the_path_loses_what_it_said() -> None:
    """Silencing the agency moves the running quarter, and an agency that never spoke is refused."""
    answer = what_if(made_up_warehouse(), as_of=AS_OF, target=TARGET, products=("DRAM",), without_issuers=("agency",))
    assert abs(change_of(answer)["difference_pp"]) > 1
    with pytest.raises(UnknownName, match=r"nobody.*agency"):
        what_if(made_up_warehouse(), as_of=AS_OF, target=TARGET, without_issuers=("nobody",))


def test_an_imagined_statement_replaces_what_its_issuer_had_said() -> None:
    """A figure of +40 % by the house agency lifts the median of its quarter, and nothing is appended anywhere."""
    added = Added(product="DRAM", quarter=TARGET, low_pct=38, high_pct=42)
    answer = what_if(made_up_warehouse(), as_of=AS_OF, target=TARGET, products=("DRAM",), added=(added,))
    assert change_of(answer)["after_pct"] > 20
    assert answer["added"][0]["quarter"] == "2024Q3"


def test_a_price_jump_without_agency_moves_the_path() -> None:
    """With the agency silent, a jump of the standard part in the running month pulls the quarter its way."""
    quiet: dict[str, Any] = {
        "as_of": AS_OF,
        "target": TARGET,
        "products": ("DRAM",),
        "without_issuers": ("agency",),
    }
    up, none, down = (what_if(made_up_warehouse(), **quiet, shocks_pct={"DRAM": size}) for size in (40.0, 0.0, -40.0))
    assert change_of(up)["after_pct"] > change_of(none)["after_pct"] > change_of(down)["after_pct"]


def test_a_jump_is_compared_with_the_same_months_without_it() -> None:
    """A jump of nothing moves nothing, one of something moves its own way, and months taken for unchanged are named."""
    asked: dict[str, Any] = {"as_of": AS_OF, "target": TARGET, "products": ("DRAM",)}
    none, up = (what_if(made_up_warehouse(), **asked, shocks_pct={"DRAM": size}) for size in (0.0, 60.0))
    assert {row["difference_pp"] for product in none["products"] for row in product["path"]} == {0.0}
    assert change_of(up)["before_pct"] == change_of(none)["before_pct"]
    assert change_of(up)["difference_pp"] >= 0
    assert any("2024-07" in note and note.startswith("DRAM:") for note in up["notes"])


def test_what_moves_nothing_is_refused_or_said() -> None:
    """A product without monthly prices or without a path is refused; a figure for a quarter long past moves nothing."""
    for shocks, words in (({"NOR": 5.0}, r"NOR.*DRAM, NAND"), ({"XYZ": 5.0}, r"XYZ.*DRAM, NAND, NOR")):
        with pytest.raises(UnknownName, match=words):
            what_if(made_up_warehouse(), as_of=AS_OF, target=TARGET, shocks_pct=shocks)
    with pytest.raises(UnknownName, match="XYZ"):
        what_if(
            made_up_warehouse(),
            as_of=AS_OF,
            target=TARGET,
            added=(Added(product="XYZ", quarter=TARGET, low_pct=1, high_pct=2),),
        )
    late = Added(product="NOR", quarter=TARGET + 4, low_pct=38, high_pct=42)
    answer = what_if(made_up_warehouse(), as_of=AS_OF, target=TARGET, products=("NOR",), added=(late,))
    assert [note.split(" does not")[0] for note in answer["notes"]] == ["NOR total"]


@pytest.fixture
def scored(tmp_path: Path) -> Iterator[Warehouse]:
    """The published sample with a figure for 2026Q3 that an agency gave after the quarter."""
    actual = said(period="2026Q3", segment=None, stance="actual", low_pct=18.0, high_pct=22.0)
    later = page("actual-2026Q3", dt.date(2026, 11, 20), {"DRAM contract prices rose 18 to 22 % in 3Q26": actual})
    with Warehouse.open(build_sample(tmp_path, later).database) as warehouse:
        yield warehouse


def test_an_issued_forecast_is_scored_once_its_quarter_is_measured(scored: Warehouse) -> None:
    """The sample's issued forecast meets the measured change; before that was known there is nothing to score."""
    answer = score_ledger(scored, as_of=dt.date(2026, 12, 31))
    rows = [row for row in answer["forecasts"] if row["quarter"] == "2026Q3"]
    assert rows
    assert rows[0]["first_actual_pct"] == pytest.approx(20.0)
    assert rows[0]["first_error_pp"] == pytest.approx(rows[0]["change_p50_pct"] - 20.0)
    assert sum(row["n"] for row in answer["rows"]) == answer["issued"]
    assert score_ledger(scored, as_of=dt.date(2026, 11, 19))["forecasts"] == []


@pytest.mark.parametrize(("low", "high"), [(-150.0, 10.0), (30.0, 10.0), (math.nan, 5.0), (5.0, math.inf)])
def test_a_range_that_is_none_is_refused(low: float, high: float) -> None:
    """No price falls by more than all of itself, and the lower end comes first."""
    added = Added(product="DRAM", quarter=TARGET, low_pct=low, high_pct=high)
    with pytest.raises(UsageError, match=r"DRAM .* can't be added: expected percentages from -95 to 1000"):
        what_if(made_up_warehouse(), as_of=AS_OF, target=TARGET, added=(added,))


@pytest.mark.parametrize("change", [-100.0, math.nan, math.inf])
def test_a_shock_that_cannot_be_is_refused(change: float) -> None:
    """A price that falls to nothing has no logarithm."""
    with pytest.raises(UsageError, match="to DRAM can't be"):
        what_if(made_up_warehouse(), as_of=AS_OF, target=TARGET, shocks_pct={"DRAM": change})


def test_a_target_too_far_ahead_is_refused() -> None:
    """Two years on is the end; nothing beyond it reaches a ledger."""
    last = Quarter.of(AS_OF) + 8
    assert last_quarter(AS_OF, last) == last
    with pytest.raises(UsageError, match=f"expected a quarter up to {last}"):
        what_if(made_up_warehouse(), as_of=AS_OF, target=last + 1, shocks_pct={"DRAM": 5.0})
