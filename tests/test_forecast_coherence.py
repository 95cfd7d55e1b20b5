"""Segments and their total: draws agree in every quarter that all of them forecast."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forecasts import issue
from forecasts.base import Forecaster, issued_forecasters
from forecasts.coherence import Part, make_coherent
from forecasts.intervals import draw_paths, learn_spread, probability_above, quantiles
from forecasts.paths import Planned, Table
from tests.forecast_rows import FIRST, LAST, FakeWarehouse, guidance_row, made_up_warehouse, settlement_row, true_change
from tracker.quarter import Quarter

SHARES = {"pc": 0.2, "server": 0.5, "mobile": 0.3}
QUARTERS = tuple(Quarter(2024, 3) + step for step in range(3))
changes = st.floats(min_value=-60, max_value=80)
spreads = st.floats(min_value=0.5, max_value=40)


def part(segment: str, means: list[float], sds: list[float], quarters: tuple[Quarter, ...] = QUARTERS) -> Part:
    """Return the path of a segment with these medians and spreads in log points."""
    rows = np.array([quantiles(mean, sd, learn_spread([])) for mean, sd in zip(means, sds, strict=True)])
    table = Table(rows, tuple(probability_above(row) for row in rows))
    return Part(quarters, Planned(table, draw_paths(rows, 0.6, segment)))


@settings(max_examples=25, deadline=None)
@given(
    means=st.lists(st.lists(changes, min_size=3, max_size=3), min_size=4, max_size=4),
    sds=st.lists(st.lists(spreads, min_size=3, max_size=3), min_size=4, max_size=4),
)
def test_the_total_lies_within_its_segments_whatever_they_said(
    means: list[list[float]], sds: list[list[float]]
) -> None:
    """In every draw, and so at the median, of each quarter and of the way to it; the total itself has not moved."""
    names = ("total", *SHARES)
    parts = {name: part(name, mean, sd) for name, mean, sd in zip(names, means, sds, strict=True)}
    made = make_coherent(parts, SHARES)
    assert np.array_equal(made["total"].planned.draws, parts["total"].planned.draws)
    total = made["total"].planned.draws
    mixed = sum(SHARES[name] * made[name].planned.draws for name in SHARES)
    np.testing.assert_allclose(mixed, total, atol=1e-8)
    for find in (lambda each: each.planned.table.rows[:, 3], lambda each: np.median(each.planned.draws.cumsum(1), 0)):
        segments = np.array([find(made[name]) for name in SHARES])
        slack = 1e-6
        assert (segments.min(axis=0) <= find(made["total"]) + slack).all()
        assert (segments.max(axis=0) >= find(made["total"]) - slack).all()
    for each in made.values():
        assert (np.diff(each.planned.table.rows, axis=1) >= 0).all()
        assert all(0 <= probability <= 1 for probability in each.planned.table.prob_up)


def test_the_surest_segment_moves_least() -> None:
    """Of two segments with the same share the one with the wider error takes more of the gap."""
    parts = {
        "total": part("total", [10.0], [2.0], QUARTERS[:1]),
        "pc": part("pc", [0.0], [2.0], QUARTERS[:1]),
        "server": part("server", [0.0], [8.0], QUARTERS[:1]),
    }
    made = make_coherent(parts, {"pc": 0.5, "server": 0.5})
    pc, server = (made[name].planned.table.rows[0, 3] for name in ("pc", "server"))
    assert 0 < pc < 10 < server
    assert (pc + server) / 2 == pytest.approx(10.0)


def test_quarters_that_not_all_forecast_stay_as_they_are() -> None:
    """A segment that was settled later is reconciled where it meets the others, and a missing one leaves all alone."""
    parts = {name: part(name, [5.0] * 3, [4.0] * 3) for name in SHARES}
    parts["total"] = part("total", [12.0] * 2, [3.0] * 2, QUARTERS[1:])
    made = make_coherent(parts, SHARES)
    assert made["server"].planned.table.rows[0, 3] == pytest.approx(5.0)
    assert made["server"].planned.table.rows[1, 3] > 8
    alone = make_coherent(parts, {**SHARES, "graphics": 0.1})
    assert alone["server"] is parts["server"]


def test_an_issued_forecast_is_coherent_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """With shares in the configuration the answer's total lies between its segments, and a note names the shift."""
    quick: dict[str, Forecaster] = {name: each for name, each in issued_forecasters().items() if not each.is_slow}
    monkeypatch.setattr(issue, "issued_forecasters", lambda: quick)
    made_up = made_up_warehouse()
    guidance, settlement = made_up.rows("guidance"), made_up.rows("settlement")
    for segment, gap in (("server", 3.0), ("mobile", 5.0)):
        for step in range(LAST - FIRST + 1):
            quarter = FIRST + step
            change = true_change("DRAM", quarter) + gap
            guidance.append(guidance_row(f"{segment}-{quarter}-x", "DRAM", segment, quarter, mid_pct=change))
            settlement.append(settlement_row("DRAM", segment, quarter, change_pct=change))
    warehouse = FakeWarehouse(guidance, settlement)
    pairs = (("total", None), ("server", 0.6), ("mobile", 0.4))
    warehouse.tables["product_segment"] = [
        {"product": "DRAM", "segment": segment, "is_forecast": True, "share": share} for segment, share in pairs
    ]
    answer = issue.forecast_json(
        issue.make_forecast(warehouse, as_of=dt.date(2024, 7, 12), target=Quarter(2024, 4), products=("DRAM",))
    )
    by_segment = {row["segment"]: row for row in answer["products"]}
    assert list(by_segment) == ["total", "server", "mobile"]
    for place in (1, 2, 3):
        total, server, mobile = (row["path"][place]["change_pct"]["p50"] for row in by_segment.values())
        assert min(server, mobile) - 0.02 <= total <= max(server, mobile) + 0.02
    assert any("brought into agreement with DRAM total" in note for note in by_segment["server"]["notes"])
    assert not any("brought into agreement" in note for note in by_segment["total"]["notes"])
