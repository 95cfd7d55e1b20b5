"""Issued forecasts: the documented answer, no look-ahead, and the ledger."""

from __future__ import annotations

import datetime as dt
import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from forecasts import issue, ledger
from forecasts.base import QUANTILE_NAMES, Forecaster, issued_forecasters
from forecasts.record import load_record
from tests.forecast_rows import FakeWarehouse, guidance_row, made_up_warehouse, settlement_row
from tracker.errors import UnknownName
from tracker.journal import Journal
from tracker.quarter import Quarter

AS_OF = dt.date(2024, 7, 12)
TARGET = Quarter(2024, 4)
NOW = dt.datetime(2024, 7, 12, 9, 30, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def _without_slow_models(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the slow forecasters to the contract test."""
    quick: dict[str, Forecaster] = {name: each for name, each in issued_forecasters().items() if not each.is_slow}
    monkeypatch.setattr(issue, "issued_forecasters", lambda: quick)


def answer_of(warehouse: FakeWarehouse, as_of: dt.date = AS_OF) -> dict[str, Any]:
    """Return the documented JSON object."""
    return issue.forecast_json(issue.make_forecast(warehouse, as_of=as_of, target=TARGET))


@pytest.fixture(scope="module")
def warehouse() -> FakeWarehouse:
    """Return the made-up record."""
    return made_up_warehouse()


@pytest.fixture
def answer(warehouse: FakeWarehouse) -> dict[str, Any]:
    """Return an answer as of mid July 2024."""
    return answer_of(warehouse)


def product_of(answer: Mapping[str, Any], product: str, segment: str = "total") -> Mapping[str, Any]:
    """Return the path of one product and segment."""
    (found,) = [row for row in answer["products"] if (row["product"], row["segment"]) == (product, segment)]
    return dict(found)


def test_answer_has_the_documented_shape(answer: dict[str, Any]) -> None:
    """Every documented key is there; total comes first; the settled quarter has one value and the rest seven."""
    assert answer["as_of"] == "2024-07-12"
    assert answer["target"] == "2024Q4"
    assert [(row["product"], row["segment"]) for row in answer["products"]] == [
        ("DRAM", "total"),
        ("DRAM", "server"),
        ("NAND", "total"),
        ("NOR", "total"),
    ]
    path = product_of(answer, "DRAM")["path"]
    assert [(point["quarter"], point["status"]) for point in path] == [
        ("2024Q1", "settled"),
        ("2024Q2", "forecast"),
        ("2024Q3", "forecast"),
        ("2024Q4", "forecast"),
    ]
    assert list(path[0]["change_pct"]) == ["p50"]
    assert path[0]["index"] == {"p50": 100.0}
    assert all(list(point[kind]) == list(QUANTILE_NAMES) for point in path[1:] for kind in ("change_pct", "index"))
    assert all(0 <= point["prob_up"] <= 1 for point in path[1:])
    against = [1 - point["prob_up"] if path[0]["change_pct"]["p50"] > 0 else point["prob_up"] for point in path[1:]]
    assert [point["prob_turn"] for point in path[1:]] == pytest.approx(against, abs=0.03)
    assert sum(product_of(answer, "DRAM")["weights"].values()) == pytest.approx(1, abs=1e-3)
    json.dumps(answer)


def test_quantiles_are_ordered_and_prices_positive(answer: dict[str, Any]) -> None:
    """Quantiles rise, the index never reaches zero, no change falls below -100 %."""
    points = [point for row in answer["products"] for point in row["path"] if point["status"] == "forecast"]
    assert points
    for point in points:
        for kind in ("change_pct", "index"):
            values = [point[kind][name] for name in QUANTILE_NAMES]
            assert values == sorted(values)
        assert point["index"]["p2_5"] > 0
        assert point["change_pct"]["p2_5"] > -100


def test_the_deepest_fall_leaves_a_price(warehouse: FakeWarehouse) -> None:
    """Where figures say that nearly all of a price goes, rounding takes neither the price nor the index to nothing."""
    falls = [
        guidance_row(f"fall-{n}", "DRAM", "total", Quarter(2024, 3) + n, mid_pct=-99.9, known_on=AS_OF)
        for n in range(4)
    ]
    rows = [row for row in warehouse.rows("guidance") if row["quarter"] < "2024Q3"]
    steep = FakeWarehouse([*rows, *falls], warehouse.rows("settlement"))
    answer = issue.forecast_json(issue.make_forecast(steep, as_of=AS_OF, target=TARGET + 2))
    path = product_of(answer, "DRAM")["path"]
    assert path[-1]["change_pct"]["p50"] < -50
    for point in path:
        assert min(point["change_pct"].values()) > -100
        assert min(point["index"].values()) > 0
        assert list(point["index"].values()) == sorted(point["index"].values())


def test_a_figure_moves_the_path_and_is_cited(warehouse: FakeWarehouse) -> None:
    """The agency's figure for the running quarter counts for most of its median, and stands among the evidence."""
    rows = [*warehouse.rows("guidance"), guidance_row("loud", "DRAM", "total", Quarter(2024, 3), mid_pct=30.0)]
    rows[-1].update(known_on=AS_OF, published_on=AS_OF)
    path = product_of(answer_of(FakeWarehouse(rows, warehouse.rows("settlement"))), "DRAM")
    third = next(point for point in path["path"] if point["quarter"] == "2024Q3")
    assert 15 < third["change_pct"]["p50"] < 45
    assert third["prob_up"] > 0.8
    cited = next(row for row in path["evidence"] if row["statement_id"] == "loud")
    assert cited["own_effect_pp"] > 5
    assert set(cited) >= {"statement_id", "issuer", "published_at", "quote", "url", "effect_pp"}


def test_nothing_published_later_changes_a_forecast(warehouse: FakeWarehouse, answer: dict[str, Any]) -> None:
    """Statements and settlements that became known after the date change no number as of the date."""
    late = AS_OF + dt.timedelta(days=1)
    planted = [
        guidance_row(f"late-{product}-{quarter}", product, "total", quarter, mid_pct=400.0, known_on=late)
        for product in ("DRAM", "NAND", "NOR")
        for quarter in (Quarter(2023, 4), Quarter(2024, 2), Quarter(2024, 3), TARGET)
    ]
    settled = [
        settlement_row(product, "total", quarter, change_pct=400.0, known_on=late)
        for product in ("DRAM", "NAND", "NOR")
        for quarter in (Quarter(2023, 4), Quarter(2024, 2))
    ]
    changed = FakeWarehouse(warehouse.rows("guidance") + planted, warehouse.rows("settlement") + settled)
    assert answer_of(changed) == answer
    assert answer_of(changed, late) != answer_of(warehouse, late)


def test_the_past_is_learned_without_the_future(warehouse: FakeWarehouse) -> None:
    """The rows of a record known on a date are exactly those with a date of knowledge up to it."""
    known = load_record(warehouse).known(AS_OF)
    assert known.evidence
    assert known.settlements
    assert all(row.known_on <= AS_OF for row in known.evidence)
    assert all(row.settled.known_on <= AS_OF for row in known.settlements)


def test_short_history_is_said(answer: dict[str, Any]) -> None:
    """NOR has words and two settled quarters: its notes say so, and it is less sure than DRAM is."""
    nor, dram = product_of(answer, "NOR"), product_of(answer, "DRAM")
    assert any("short history" in note for note in nor["notes"])
    assert any("last settled quarter is" in note for note in nor["notes"])
    assert {point["prob_turn"] for point in nor["path"]} == {None}

    def width(row: Mapping[str, Any]) -> float:
        point = next(point for point in row["path"] if point["quarter"] == "2024Q3")
        low, high = point["change_pct"]["p10"], point["change_pct"]["p90"]
        return math.log1p(high / 100) - math.log1p(low / 100)

    assert width(nor) > width(dram)


def test_unknown_product_is_refused(warehouse: FakeWarehouse) -> None:
    """A product without a path is named with those that have one."""
    with pytest.raises(UnknownName, match=r"XYZ.*DRAM, NAND, NOR"):
        issue.make_forecast(warehouse, as_of=AS_OF, target=TARGET, products=("XYZ",))


def test_horizon_reaches_beyond_the_target(warehouse: FakeWarehouse) -> None:
    """A horizon of four quarters ends the path in the third quarter after the one of the date."""
    made = issue.make_forecast(warehouse, as_of=AS_OF, target=TARGET, products=("DRAM",), horizon=4)
    assert made.target == Quarter(2025, 2)
    assert made.products[0].path[-1].quarter == Quarter(2025, 2)


def test_a_repeated_forecast_appends_nothing(warehouse: FakeWarehouse, tmp_path: Path) -> None:
    """The second time the same answer comes without a fit and the ledger stays as it was."""

    def ask() -> ledger.Issued:
        return ledger.issue_forecast(
            warehouse, ledger=tmp_path / "ledger", answers=tmp_path / "answers", now=NOW, as_of=AS_OF, target=TARGET
        )

    first, second = ask(), ask()
    assert (first.appended, first.is_repeat) == (4, False)
    assert (second.appended, second.is_repeat) == (0, True)
    assert first.answer == second.answer
    lines = list(Journal(tmp_path / "ledger" / ledger.LEDGER_NAME))
    assert len(lines) == 4
    assert all(set(line) == {"forecast_issue", "forecast_path", "forecast_evidence"} for line in lines)


def test_new_facts_are_a_new_forecast(warehouse: FakeWarehouse, tmp_path: Path) -> None:
    """A changed input gives new ledger lines; those of before stay."""
    for number in range(2):
        rows = warehouse.rows("guidance")
        extra = [guidance_row("more", "DRAM", "total", Quarter(2024, 3), mid_pct=9.0)] if number else []
        changed = FakeWarehouse(rows + extra, warehouse.rows("settlement"))
        ledger.issue_forecast(
            changed,
            ledger=tmp_path,
            answers=tmp_path / "answers",
            now=NOW,
            as_of=AS_OF,
            target=TARGET,
            products=("DRAM",),
        )
    lines = list(Journal(tmp_path / ledger.LEDGER_NAME))
    assert len({line["forecast_issue"][0]["forecast_id"] for line in lines}) == 4


def test_flat_rows_hold_every_point(answer: dict[str, Any]) -> None:
    """The table for a spreadsheet has one row per point and the same numbers."""
    rows = issue.forecast_rows(answer)
    assert len(rows) == sum(len(product["path"]) for product in answer["products"])
    assert rows[0]["change_pct_p50"] == answer["products"][0]["path"][0]["change_pct"]["p50"]
    assert rows[0]["change_pct_p90"] is None
