"""Every example query runs as it stands, on the sample and on the packaged record."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from tests.sqlsample import build_sample
from tracker.archive import Archive
from tracker.home import Home, prepare_home
from tracker.ingest import discover_sources
from tracker.publish import publish
from tracker.reading import Readings, read_new
from tracker.source import Errand
from tracker.warehouse import Warehouse, sql_files, sql_title

EXAMPLES = sql_files("examples")
NOW = dt.datetime(2026, 11, 1, tzinfo=dt.UTC)
# Nothing has been forecast in a home that only ingested.
UNANSWERED_BY_THE_RECORD = {"14_what_memtrack_forecast"}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, published."""
    return build_sample(tmp_path_factory.mktemp("examples")).database


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packaged record, published."""
    home = Home(tmp_path_factory.mktemp("record"))
    prepare_home(home)
    archive = Archive(home.archive)
    source = discover_sources()["record"]
    errand = Errand(now=NOW, since=None, home=home.root, settings={}, seen=archive, report=lambda _: None)
    for found in source.collect(errand):
        archive.add(source.name, found, NOW)
    assert read_new(Readings(home.readings, source), archive) == []
    publish(home, archive, [(source, True)], NOW)
    return home.database


def run(database: Path, example: Path) -> list[dict[str, Any]]:
    """Return the rows that an example query gives."""
    with Warehouse.open(database) as warehouse:
        return warehouse.query(example.read_text(encoding="utf-8"))


def answer(database: Path, number: int) -> list[dict[str, Any]]:
    """Return the rows of the example with this number."""
    return run(database, EXAMPLES[number - 1])


def test_there_are_examples_and_they_are_numbered() -> None:
    """At least eight, numbered from 01 without a gap."""
    assert len(EXAMPLES) >= 8
    assert [int(file.name[:2]) for file in EXAMPLES] == list(range(1, len(EXAMPLES) + 1))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda file: file.stem)
def test_an_example_asks_its_question_first(example: Path) -> None:
    """The first sentence of the file is the question that it answers."""
    assert example.read_text(encoding="utf-8").startswith("-- ")
    assert sql_title(example).endswith("?")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda file: file.stem)
def test_an_example_answers_on_the_sample(
    example: Path, sample: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """It runs read-only and gives a row."""
    monkeypatch.chdir(tmp_path)
    assert run(sample, example)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda file: file.stem)
def test_an_example_answers_on_the_packaged_record(
    example: Path, record: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """It gives a row wherever the record can answer; where it can't, it still runs."""
    monkeypatch.chdir(tmp_path)
    assert bool(run(record, example)) is (example.stem not in UNANSWERED_BY_THE_RECORD)


def test_what_was_known_is_not_what_is_known(sample: Path) -> None:
    """The first example gives versions of the day and both of them, newest first, with their words."""
    rows = answer(sample, 1)
    assert {(row["issuer"], row["low_pct"]) for row in rows if row["segment"] == "total"} == {
        ("trendforce", 5.0),
        ("trendforce", 10.0),
        ("beijing_junzheng", None),
    }
    assert rows == sorted(rows, key=lambda row: row["known_on"], reverse=True)


def test_who_raised_and_who_cut(sample: Path) -> None:
    """The raised total and the cut PC segment are found, with what they were before."""
    found = {(row["segment"], row["step"], row["previous_mid_pct"], row["mid_pct"]) for row in answer(sample, 2)}
    assert found == {("total", "raised", 7.5, 12.5), ("pc", "cut", 0.0, -2.5)}


def test_the_record_tells_what_beijing_junzheng_said(record: Path) -> None:
    """DRAM up in Q2 in China and overseas, up in Q3, tight and up in Q4; NOR up in Q1 and Q2."""
    said = {
        (row["product"], row["period"], row["attribute"], row["direction"], row["region"], row["stance"])
        for row in answer(record, 4)
        if row["known_on"] == dt.date(2026, 7, 2)
    }
    assert said == {
        ("DRAM", "2026Q2", "price", "up", "CN", "actual"),
        ("DRAM", "2026Q2", "price", "up", "overseas", "actual"),
        ("DRAM", "2026Q3", "price", "up", None, "guidance"),
        ("DRAM", "2026Q4", "price", "up", None, "guidance"),
        ("DRAM", "2026Q4", "supply", "tight", None, "guidance"),
        ("NOR", "2026Q1", "price", "up", None, "actual"),
        ("NOR", "2026Q2", "price", "up", None, "actual"),
    }


def test_the_evidence_behind_a_fall_was_there_before_it(record: Path) -> None:
    """The fall of 2026-07-02 stands beside statements known by that day only."""
    rows = answer(record, 8)
    assert "-5.71" in rows[0]["moves"]
    assert "-5.64" in rows[0]["moves"]
    assert max(row["known_on"] for row in rows) <= dt.date(2026, 7, 2)
    assert {"beijing_junzheng"} <= {row["issuer"] for row in rows}


def test_an_export_lands_in_the_folder_that_one_is_in(
    sample: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A CSV with a header and every counting price statement; the database itself stays read-only."""
    monkeypatch.chdir(tmp_path)
    (row,) = answer(sample, 12)
    lines = (tmp_path / "guidance.csv").read_text(encoding="utf-8").splitlines()
    assert len(lines) == row["Count"] + 1
    assert lines[0].startswith("product,segment,quarter,")
