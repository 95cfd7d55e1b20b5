"""The picture of the track record: one mark for each scored forecast, alone in a file and in the report."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner

from tests.sqlsample import build_sample, page, said
from tracker.cli import main
from tracker.errors import ArchiveError
from tracker.home import Home
from tracker.report.trackrecord import MOST, draw_track_record, write_track_record

SVG = "{http://www.w3.org/2000/svg}"


def scored(quarter: str = "2026Q3", **changes: Any) -> dict[str, Any]:
    """Return a row of the view of scores."""
    row = {
        "product": "DRAM",
        "segment": "total",
        "quarter": quarter,
        "as_of": dt.date(2026, 7, 3),
        "issued_at": dt.datetime(2026, 7, 3, 9, 0),  # noqa: DTZ001  as the database gives it: UTC, unmarked
        "change_p10_pct": -5.0,
        "change_p50_pct": 10.0,
        "change_p90_pct": 25.0,
        "first_actual_pct": 20.0,
        "first_known_on": dt.date(2026, 11, 20),
    }
    return {**row, **changes}


def titles(svg: str) -> list[str]:
    """Return what each mark says."""
    root = ET.fromstring(svg)
    return [title.text or "" for group in root.iter("g") for title in group.iter("title")]


def test_each_forecast_has_a_mark_that_says_what_came() -> None:
    """Products stand apart, and of two issues of one day the later counts."""
    later = dt.datetime(2026, 7, 3, 12, 0)  # noqa: DTZ001  the same
    rows = [scored(change_p50_pct=99.0), scored(issued_at=later), scored(product="NAND", first_actual_pct=-4.0)]
    svg = draw_track_record(rows, "k")
    assert titles(svg) == [
        "2026Q3 as of 2026-07-03: +10.0 % issued, +20.0 % published 2026-11-20, off by 10.0 points",
        "2026Q3 as of 2026-07-03: +10.0 % issued, −4.0 % published 2026-11-20, off by 14.0 points",
    ]
    names = [text.text or "" for text in ET.fromstring(svg).iter("text") if text.get("class") == "name"]
    assert [name.split()[0] for name in names] == ["DRAM", "NAND"]


def test_higher_values_stand_higher() -> None:
    """The interval reaches from its lower to its upper end, the median and what came lie where their values say."""
    root = ET.fromstring(draw_track_record([scored()], "k"))
    (bar,) = [line for line in root.iter("line") if line.get("class") == "interval"]
    (ring,) = root.iter("circle")
    (diamond,) = root.iter("polygon")
    low, high, median = float(bar.get("y1", "")), float(bar.get("y2", "")), float(ring.get("cy", ""))
    came = sum(float(corner.split(",")[1]) for corner in diamond.get("points", "").split()) / 4
    assert high < came < median < low
    assert (low - median) / (low - high) == pytest.approx(0.5, abs=0.01)
    assert (low - came) / (low - high) == pytest.approx(25 / 30, abs=0.02)


def test_nothing_to_score_is_said_and_many_are_cut() -> None:
    """An empty ledger gives a picture that says so; a panel shows its newest forecasts and how many it leaves out."""
    assert "can be scored yet" in draw_track_record([], "k")
    many = [scored(as_of=dt.date(2026, 1, 1) + dt.timedelta(days=step)) for step in range(MOST + 5)]
    svg = draw_track_record(many, "k")
    assert len(titles(svg)) == MOST
    assert f"the newest {MOST} of {MOST + 5}" in svg


def test_a_name_from_outside_is_escaped() -> None:
    """A product of the user's own configuration can't put tags into the picture."""
    assert "<b>" not in draw_track_record([scored(product="<b>X")], "k")


def test_the_file_stands_alone(tmp_path: Path) -> None:
    """It is an SVG file with its own colours that asks for nothing; a place that can't be written is named."""
    path = write_track_record([scored()], tmp_path / "deep" / "track.svg")
    root = ET.fromstring(path.read_text(encoding="utf-8"))
    assert root.tag == f"{SVG}svg"
    assert root.find(f"{SVG}style") is not None
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    with pytest.raises(ArchiveError, match=r"track\.svg"):
        write_track_record([scored()], blocked / "track.svg")


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A published sample whose forecast of 2026Q3 was measured in November."""
    actual = said(period="2026Q3", segment=None, stance="actual", low_pct=18.0, high_pct=22.0)
    later = page("actual-2026Q3", dt.date(2026, 11, 20), {"DRAM contract prices rose 18 to 22 % in 3Q26": actual})
    return build_sample(tmp_path, later)


def test_score_draws_what_it_scores(home: Home, tmp_path: Path) -> None:
    """The command prints the table and writes the picture of the same forecasts."""
    path = tmp_path / "track.svg"
    words = ["--home", str(home.root), "score", "--as-of", "2026-11-28", "--chart", str(path)]
    done = CliRunner().invoke(main, words)
    assert done.exit_code == 0, done.output
    assert f"chart: {path}" in done.output
    assert "2026Q3 as of 2026-07-03: +10.0 % issued, +20.0 % published 2026-11-20" in path.read_text(encoding="utf-8")
