"""Closes and events as the warehouse shows them: the adjusted series is computed, the raw one stays."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.replay.server import Replay
from tests.replay.sites import all_sites
from tests.test_ingest_live import write_settings
from tracker.charts import adjust, parse_yahoo
from tracker.home import Home
from tracker.ingest import run_ingest
from tracker.warehouse import Warehouse

pytestmark = [pytest.mark.enable_socket, pytest.mark.slow]
NOW = dt.datetime(2026, 11, 20, 22, 0, tzinfo=dt.UTC)


def test_view_of_adjusted_closes_agrees_with_the_function(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of one page the view and `adjust` make the same series, and the raw closes stay as they were."""
    write_settings(home.root, {"prices": None}, without=("record",))
    with Replay(all_sites()) as replay:
        monkeypatch.setenv("MEMTRACK_REPLAY_URL", replay.url)
        (result,) = run_ingest(home, now=NOW, only="prices").results
    assert result.outcome == "ok"
    chart = parse_yahoo((Path(__file__).parent / "corpus/sources/prices/yahoo.json").read_bytes(), "MU", "page")
    expected = adjust(chart.closes, chart.events)
    with Warehouse.open(home.database) as warehouse:
        rows = [row for row in warehouse.rows("adjusted_close") if row["ticker"] == "MU"]
    assert {row["session_date"]: row["close"] for row in rows} == chart.closes
    assert {row["session_date"]: row["adjusted_close"] for row in rows} == pytest.approx(expected)
    assert expected[dt.date(2026, 11, 18)] < 100.0


def test_nobody_is_asked_before_the_next_session_has_ended(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    """With every ended session known a later run sends no request; after the next session it asks again."""
    write_settings(home.root, {"prices": None}, without=("record",))
    with Replay(all_sites()) as replay:
        monkeypatch.setenv("MEMTRACK_REPLAY_URL", replay.url)
        run_ingest(home, now=NOW, only="prices")
        asked = len(replay.log)
        weekend = run_ingest(home, now=NOW + dt.timedelta(days=1, hours=12), only="prices")
        assert (weekend.exit_code, len(replay.log)) == (0, asked)
        run_ingest(home, now=NOW + dt.timedelta(days=3), only="prices")
        assert len(replay.log) > asked
