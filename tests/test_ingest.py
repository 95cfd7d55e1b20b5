"""An ingest adds what is new, once, whatever fails or dies on the way."""

from __future__ import annotations

import datetime as dt
import errno
import json
import multiprocessing
import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from tests.conftest import NOW
from tests.made import TEXT, make_claim, make_document, make_source
from tracker.archive import Archive
from tracker.errors import ArchiveError, Busy, PublishRefused, UnknownName, UsageError
from tracker.facts import Statement
from tracker.home import Home
from tracker.ingest import discover_sources, hold_lock, run_ingest
from tracker.journal import Journal
from tracker.status import read_status
from tracker.warehouse import Warehouse


def switch_on(home: Home, *names: str) -> None:
    """Run exactly these sources."""
    tables = {**dict.fromkeys(discover_sources(), False), **dict.fromkeys(names, True)}
    lines = [f"[source.{name}]\nenabled = {str(on).lower()}" for name, on in tables.items()]
    (home.root / "memtrack.toml").write_text("version = 1\n" + "\n".join(lines))


def facts(home: Home) -> dict[str, int]:
    """Row counts of the published file."""
    with Warehouse.open(home.database) as warehouse:
        return {row["table_name"]: row["row_count"] for row in warehouse.rows("row_counts")}


def sources(**made: object) -> dict[str, object]:
    """Every source by name, some of them replaced by made ones."""
    return {**discover_sources(), "record": make_source(), "drop": make_source(name="drop"), **made}


def test_what_a_document_says_is_in_the_database_with_its_provenance(home: Home) -> None:
    """Statement, price, move, refused row and undated fact all arrive, and know their page."""
    switch_on(home, "record")
    result = run_ingest(home, now=NOW, sources=sources(record=make_source(make_document())))
    assert result.exit_code == 0
    with Warehouse.open(home.database) as warehouse:
        (guidance,) = warehouse.rows("guidance_as_of", dt.date(2026, 7, 1))
        assert (guidance["low_pct"], guidance["mid_pct"], guidance["quarter"]) == (10.0, 12.5, "2026Q3")
        assert (guidance["issuer"], guidance["url"]) == ("trendforce", "https://example.org/a")
        assert guidance["quote"] in TEXT
        assert warehouse.rows("guidance_as_of", dt.date(2026, 6, 30)) == []
        assert [row["price_usd"] for row in warehouse.rows("prices_as_of", dt.date(2026, 7, 1))] == [12.5]
        assert [row["change_pct"] for row in warehouse.rows("moves_as_of", dt.date(2026, 7, 1))] == [-6.1]
        assert [row["place"] for row in warehouse.rows("rejected")] == ["row 7"]
        assert [row["reason"] for row in warehouse.rows("undated_fact")] == ["no date"]


def test_a_second_ingest_adds_nothing_and_says_so(home: Home) -> None:
    """The published file is not even built again."""
    switch_on(home, "record")
    made = sources(record=make_source(make_document()))
    run_ingest(home, now=NOW, sources=made)
    before = home.database.stat().st_mtime_ns
    again = run_ingest(home, now=NOW + dt.timedelta(hours=1), sources=made)
    assert not again.is_new_build
    assert again.gained == {}
    assert [result.captures_new for result in again.results] == [0]
    assert home.database.stat().st_mtime_ns == before


def test_a_failing_source_leaves_the_others_in(home: Home) -> None:
    """Exit code 3, a run row with the reason, and what came before the failure stays."""
    switch_on(home, "record", "drop")
    made = sources(
        record=make_source(make_document()), drop=make_source(name="drop", error=RuntimeError("server fell over"))
    )
    result = run_ingest(home, now=NOW, sources=made)
    assert result.exit_code == 3
    assert {row.source: row.outcome for row in result.results} == {"record": "ok", "drop": "failed"}
    assert facts(home)["statement"] == 1
    status = {source.source: source for source in read_status(home, NOW).sources}
    assert status["drop"].failure_streak == 1
    assert "server fell over" in (status["drop"].message or "")
    assert read_status(home, NOW).exit_code == 3


def test_a_quote_that_is_not_in_the_text_fails_its_source(home: Home) -> None:
    """No row without the words it rests on."""
    wrong = make_claim(quote="words that are nowhere", start=0, end=22)
    switch_on(home, "record")
    document = make_document(statements=(Statement(claim=wrong, issuer="trendforce"),))
    result = run_ingest(home, now=NOW, sources=sources(record=make_source(document)))
    assert result.results[0].outcome == "failed"
    assert "does not stand at" in (result.results[0].message or "")
    assert facts(home)["statement"] == 0


def test_repeats_of_one_statement_become_relays_of_the_first(home: Home) -> None:
    """One agency print on three pages counts once; the earliest page carries it."""
    pages = [
        make_document(
            key=f"page {day}",
            url=f"https://example.org/{day}",
            published_on=dt.date(2026, 7, day),
            known_on=dt.date(2026, 7, day),
            statements=(Statement(claim=make_claim(), issuer="trendforce", group="G1"),),
        )
        for day in (3, 1, 2)
    ]
    switch_on(home, "record")
    run_ingest(home, now=NOW, sources=sources(record=make_source(*pages)))
    with Warehouse.open(home.database) as warehouse:
        (statement,) = warehouse.rows("guidance")
        assert (statement["url"], statement["relay_count"]) == ("https://example.org/1", 2)
        assert len(warehouse.rows("relay")) == 2


def test_the_same_figure_told_by_another_source_is_a_relay_but_not_half_a_year_later(home: Home) -> None:
    """Repeats across sources are joined within 60 days; a reaffirmation much later is news."""

    def page(day: dt.date, name: str) -> object:
        document = make_document(key=str(day), published_on=day, known_on=day, moves=(), prices=())
        return make_source(document, name=name, content=name.encode())

    switch_on(home, "record", "drop", "other")
    made = sources(
        record=page(dt.date(2026, 1, 5), "record"),
        drop=page(dt.date(2026, 2, 1), "drop"),
        other=page(dt.date(2026, 7, 1), "other"),
    )
    run_ingest(home, now=NOW, sources=made)
    with Warehouse.open(home.database) as warehouse:
        assert sorted(str(row["known_on"]) for row in warehouse.rows("guidance")) == ["2026-01-05", "2026-07-01"]
        assert len(warehouse.rows("relay")) == 1


def test_a_silently_edited_page_counts_from_the_day_it_was_seen(home: Home) -> None:
    """A later version of a page of others is known when captured, not on its printed date."""
    switch_on(home, "record")
    first = make_document()
    edited = make_document(statements=(Statement(claim=make_claim(low_pct=20.0, high_pct=25.0), issuer="trendforce"),))
    run_ingest(home, now=NOW, sources=sources(record=make_source(first, content=b"one", edits="revision")))
    later = NOW + dt.timedelta(days=9)

    def read_either(capture: object, content: bytes) -> object:
        return make_source(edited if content == b"two" else first, content=content).read(capture, content)  # type: ignore[arg-type]

    from dataclasses import replace

    source = replace(make_source(edited, content=b"two", edits="revision"), read=read_either)
    run_ingest(home, now=later, sources=sources(record=source))
    with Warehouse.open(home.database) as warehouse:
        known = {row["low_pct"]: str(row["known_on"]) for row in warehouse.rows("guidance")}
    assert known == {10.0: "2026-07-01", 20.0: "2026-07-12"}


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    """Not even the home folder."""
    home = Home(tmp_path / "new")
    result = run_ingest(home, now=NOW, dry_run=True, offline=True, sources=sources(record=make_source(make_document())))
    assert sum(row.captures_new for row in result.results) == 2
    assert not home.root.exists()


def test_an_unknown_source_is_named(home: Home) -> None:
    """`--source` takes names that exist."""
    with pytest.raises(UnknownName, match=r"expected one of .*drop.*record"):
        run_ingest(home, now=NOW, only="recrod", sources=sources())


def _hold(root: Path, ready: object, done: object) -> None:
    with hold_lock(Home(root), "ingest", NOW):
        ready.set()  # type: ignore[attr-defined]
        done.wait(20)  # type: ignore[attr-defined]


def test_an_overlapping_run_is_refused_and_told_who_holds_the_lock(home: Home) -> None:
    """The second run ends at once, naming the first one's process."""
    context = multiprocessing.get_context("spawn")
    ready, done = context.Event(), context.Event()
    process = context.Process(target=_hold, args=(home.root, ready, done))
    process.start()
    try:
        assert ready.wait(20)
        with pytest.raises(Busy, match=f"process {process.pid} "):
            run_ingest(home, now=NOW, sources=sources())
    finally:
        done.set()
        process.join()
    assert run_ingest(home, now=NOW, offline=True, sources=sources()).exit_code == 0


def test_a_broken_build_is_refused_and_the_old_file_stays(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    """A check that returns rows keeps the new database from being published."""
    switch_on(home, "record")
    run_ingest(home, now=NOW, sources=sources(record=make_source(make_document())))
    before = home.database.read_bytes()
    broken = make_document(
        key="other", statements=(Statement(claim=make_claim(confidence=2.0, period="2026Q4"), issuer="trendforce"),)
    )
    with pytest.raises(PublishRefused, match="is not published; the old one stays"):
        run_ingest(home, now=NOW, sources=sources(record=make_source(make_document(), broken, content=b"two")))
    assert home.database.read_bytes() == before


def test_a_figure_that_cannot_be_meant_is_listed_and_a_claim_told_twice_stands_once(home: Home) -> None:
    """A misprint or a rule that reads twice must not keep the whole database from being published."""
    wild = make_claim(low_pct=3000.0, high_pct=4000.0)
    told = tuple(Statement(claim=claim, issuer="trendforce") for claim in (make_claim(), make_claim(), wild))
    switch_on(home, "record")
    run_ingest(home, now=NOW, sources=sources(record=make_source(make_document(statements=told))))
    with Warehouse.open(home.database) as warehouse:
        assert [row["low_pct"] for row in warehouse.rows("guidance")] == [10.0]
        assert "3000" in {row["value"] for row in warehouse.rows("rejected")}


KILL_POINTS = {
    "in the archive, before the blob is renamed": ("tracker.archive.Path.replace", 2),
    "in the archive, before the manifest line": ("tracker.journal.Journal.append", 1),
    "in the reading, before its rows": ("tracker.reading.read_rows", 1),
    "in the reading, between rows and done": ("tracker.journal.Journal.append", 3),
    "in the build": ("tracker.publish.build_database", 1),
    "before the checks": ("tracker.publish.check_database", 1),
    "in the swap": ("tracker.publish._swap_in", 1),
    "between database and summary": ("tracker.archive.Path.replace", 5),
}

CHILD = textwrap.dedent(
    """
    import importlib, os, signal, sys
    from pathlib import Path
    from tests.conftest import NOW
    from tests.made import make_document, make_source
    from tracker.home import Home
    from tracker.ingest import discover_sources, run_ingest

    target, count = sys.argv[2], int(sys.argv[3])
    parts = target.split(".")
    owner = importlib.import_module(".".join(parts[:2]))
    for part in parts[2:-1]:
        owner = getattr(owner, part)
    real, calls = getattr(owner, parts[-1]), []

    def die(*args, **kwargs):
        calls.append(1)
        if len(calls) == count:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*args, **kwargs)

    setattr(owner, parts[-1], die)
    made = {**discover_sources(), "record": make_source(make_document(), content=b"two")}
    run_ingest(Home(Path(sys.argv[1])), now=NOW, sources=made)
    """
)


@pytest.mark.parametrize("point", KILL_POINTS)
def test_a_run_killed_anywhere_heals_at_the_next(home: Home, point: str) -> None:
    """Nothing lost, nothing twice, and the published file readable all the time."""
    switch_on(home, "record")
    run_ingest(home, now=NOW, sources=sources(record=make_source(make_document(key="old"), content=b"one")))
    target, count = KILL_POINTS[point]
    child = subprocess.run(
        [sys.executable, "-c", CHILD, str(home.root), target, str(count)], cwd=Path(__file__).parents[1], check=False
    )
    assert child.returncode == -signal.SIGKILL
    assert facts(home)["statement"] == 1
    run_ingest(home, now=NOW, sources=sources(record=make_source(make_document(), content=b"two")))
    assert facts(home)["statement"] == facts(home)["document"] == 1
    with Warehouse.open(home.database) as warehouse:
        assert [row["key"] for row in warehouse.rows("document")] == ["https://example.org/a"]
    assert len(list(Archive(home.archive))) == 2
    assert list(home.workbench.iterdir()) == []
    assert [path for path in home.root.rglob(".*") if path.is_file()] == []


def test_runs_are_kept_for_good(home: Home) -> None:
    """Every run of every source is a line of the run journal."""
    switch_on(home, "record")
    for hour in range(3):
        run_ingest(home, now=NOW + dt.timedelta(hours=hour), sources=sources(record=make_source(make_document())))
    assert [row["outcome"] for row in Journal(home.runs)] == ["ok"] * 3
    assert json.loads(home.summary.read_text())["rows"]["statement"] == 1
    assert home.database.exists()


def test_a_full_disk_is_reported_and_the_published_file_stays(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever can't be written, the message says what to do, and the next run heals."""
    switch_on(home, "record")
    run_ingest(home, now=NOW, sources=sources(record=make_source(make_document(), content=b"one")))
    before = home.database.read_bytes()
    new = sources(record=make_source(make_document(key="new"), content=b"two"))
    real = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if target == home.database:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return real(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(ArchiveError, match=r"No space left on device.*the old database stays"):
        run_ingest(home, now=NOW, sources=new)
    assert home.database.read_bytes() == before
    monkeypatch.undo()
    assert run_ingest(home, now=NOW, sources=new).is_new_build


@pytest.mark.parametrize("since", [dt.date(2026, 7, 4), dt.date(1969, 12, 31), dt.date(1, 1, 1)])
def test_a_start_that_nobody_could_serve_is_refused(home: Home, since: dt.date) -> None:
    """A date of the future, or one before all series, ends before anything is asked."""
    with pytest.raises(UsageError, match="since"):
        run_ingest(home, now=NOW, since=since, sources=sources())
