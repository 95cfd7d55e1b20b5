"""The published file: opened read-only, swapped under readers, refused when broken, legible to older clients."""

from __future__ import annotations

import datetime as dt
import json
import re
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pytest

from tests.sqlsample import NOW, PAGES, build_sample, page, publish_pages, said
from tracker import warehouse as warehouse_module
from tracker.errors import ArchiveError, NotBuilt, PublishRefused, UsageError
from tracker.home import Home
from tracker.warehouse import Warehouse, build_database, sql_files

NEWS = page(
    "news", dt.date(2026, 7, 3), {"NAND will rise 20 to 25 %": said(product="NAND", low_pct=20.0, high_pct=25.0)}
)
# Counts statements as often as it is asked to, on one connection, until its input ends.
READER = textwrap.dedent(
    """
    import sys
    import duckdb

    connection = duckdb.connect(sys.argv[1], read_only=True)
    for line in sys.stdin:
        (count,) = connection.execute("select count(*) from guidance_as_of(date '2026-07-03')").fetchone()
        print(count, flush=True)
    """
)


class Reader:
    """A process of its own that has the file open."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def count(self) -> int:
        """Ask it to count the guidance that it sees."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write("count\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())


@contextmanager
def reading(database: Path) -> Iterator[Reader]:
    """Keep a reader in another process; it must end well."""
    command = [sys.executable, "-c", READER, str(database)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield Reader(process)
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(timeout=30) == 0


@pytest.fixture
def published(tmp_path: Path) -> Home:
    """The sample, published."""
    return build_sample(tmp_path)


def count_guidance(home: Home) -> int:
    """Return how much guidance a new reader sees."""
    with Warehouse.open(home.database) as warehouse:
        return len(warehouse.rows("guidance_as_of", dt.date(2026, 7, 3)))


def test_readers_keep_reading_while_the_next_file_is_built_and_swapped_in(
    published: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Readers in other processes answer before, during and after; it succeeds; new readers see the new file."""
    before = count_guidance(published)
    during = []
    check_database = warehouse_module.check_database

    with reading(published.database) as first, reading(published.database) as second:
        assert (first.count(), second.count()) == (before, before)

        def check_while_others_read(path: Path) -> None:
            during.append(first.count())
            with reading(published.database) as third:
                during.append(third.count())
            check_database(path)

        monkeypatch.setattr("tracker.publish.check_database", check_while_others_read)
        result = publish_pages(published, *PAGES, NEWS, now=NOW + dt.timedelta(days=1))
        assert (first.count(), second.count()) == (before, before)
    assert result.is_new
    assert during == [before, before]
    assert count_guidance(published) == before + 1


def test_a_broken_build_leaves_the_published_file_as_it_was(published: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    """A check that returns a row refuses the new file, says which; readers and later publications are untouched."""
    before = published.database.read_bytes()
    slip = page("slip", dt.date(2026, 7, 3), {"NAND up": said(product="NAND", confidence=1.5)})
    with pytest.raises(PublishRefused, match="confidence_is_a_probability") as refused:
        publish_pages(published, *PAGES, slip, now=NOW + dt.timedelta(days=1))
    assert "1.5" in str(refused.value)
    assert "the old one stays" in str(refused.value)
    assert published.database.read_bytes() == before
    assert publish_pages(published, *PAGES, NEWS, now=NOW + dt.timedelta(days=2)).is_new


def test_the_same_pages_give_the_same_rows_again(published: Home, tmp_path: Path) -> None:
    """A rebuild from the same archive differs in nothing but the row that tells of the build itself."""
    again = build_sample(tmp_path / "again")
    with Warehouse.open(published.database) as one, Warehouse.open(again.database) as other:
        tables = [row["object_name"] for row in one.rows("data_dictionary") if row["position"] == 0]
        names = [name for name in tables if name not in ("build", "data_dictionary") and not name.endswith("_as_of")]
        assert len(names) > 30
        for name in names:
            if name not in ("changes_between", "closes_of"):
                assert sorted(one.rows(name), key=str) == sorted(other.rows(name), key=str), name


def test_the_file_is_of_a_form_that_duckdb_1_2_reads(published: Home) -> None:
    """Newer releases would write a form of their own that older clients refuse."""
    with duckdb.connect(str(published.database), read_only=True) as connection:
        (row,) = connection.execute("select tags from duckdb_databases() where not internal").fetchall()
    assert "v1.2" in json.dumps(row)


def test_what_older_clients_run_uses_no_newer_words() -> None:
    """Views and macros are stored as text and run by the reader's own release: 1.2 has no function `if`."""
    files = [file for folder in ("views", "macros", "examples", "try") for file in sql_files(folder)]
    assert len(files) > 40
    assert [file.name for file in files if re.search(r"\bif\s*\(", file.read_text(encoding="utf-8"))] == []


def test_a_reader_can_not_write(published: Home) -> None:
    """The file is opened read-only; a query that would change it is refused in words."""
    with Warehouse.open(published.database) as warehouse, pytest.raises(UsageError, match="read-only"):
        warehouse.query("delete from statement")


def test_parameters_are_bound(published: Home) -> None:
    """By position or by name; a quote in a value is a value."""
    with Warehouse.open(published.database) as warehouse:
        assert warehouse.query("select ? as word", ["it's"]) == [{"word": "it's"}]
        assert warehouse.query("select $day as day", {"day": dt.date(2026, 7, 3)}) == [{"day": dt.date(2026, 7, 3)}]


def test_frames_and_rows_agree(published: Home) -> None:
    """The same columns and as many rows."""
    with Warehouse.open(published.database) as warehouse:
        rows = warehouse.rows("guidance_as_of", dt.date(2026, 7, 3))
        frame = warehouse.frame("guidance_as_of", dt.date(2026, 7, 3))
    assert len(rows) == len(frame) > 0
    assert list(rows[0]) == list(frame.columns)


@pytest.mark.parametrize(
    ("name", "parameters"), [("no_such_view", ()), ("no_such_macro", (1,)), ("guidance_as_of", (1, 2))]
)
def test_an_unknown_name_is_refused_in_words(name: str, parameters: tuple[int, ...], published: Home) -> None:
    """A usage error that names what was asked for."""
    with Warehouse.open(published.database) as warehouse, pytest.raises(UsageError, match=name):
        warehouse.rows(name, *parameters)


def test_a_wrong_query_is_refused_in_words(published: Home) -> None:
    """With what DuckDB says of it."""
    with Warehouse.open(published.database) as warehouse, pytest.raises(UsageError, match="no_such_column"):
        warehouse.query("select no_such_column from statement")


def test_without_a_file_the_reader_is_told_what_to_run(tmp_path: Path) -> None:
    """A missing file is not made by looking at it."""
    with pytest.raises(NotBuilt, match="memtrack ingest"):
        Warehouse.open(tmp_path / "memtrack.duckdb")
    assert list(tmp_path.glob("memtrack.duckdb*")) == []


def test_a_file_that_is_no_database_is_refused_in_words(tmp_path: Path) -> None:
    """With the path, and what to do."""
    path = tmp_path / "memtrack.duckdb"
    path.write_bytes(b"not a database" * 1000)
    with pytest.raises(ArchiveError, match="memtrack ingest"):
        Warehouse.open(path)


ISSUER = {
    "issuer": "made",
    "name": "Made",
    "role": "maker",
    "tickers": [],
    "exchange": None,
    "fiscal_year_end_month": 12,
}


@pytest.mark.parametrize(
    "changes",
    [{"colour": "red"}, {"fiscal_year_end_month": "August"}, {"name": None}],
    ids=["unknown", "type", "missing"],
)
def test_rows_that_do_not_fit_the_schema_refuse_the_build(changes: dict[str, str | None], tmp_path: Path) -> None:
    """A field that the table lacks, a value of another type, a missing value: nothing is defaulted or dropped."""

    def build(name: str, row: dict[str, object]) -> None:
        rows = tmp_path / f"{name}.jsonl"
        entry = {"table_name": "issuer", "row": row}
        rows.write_text(json.dumps({"capture_id": "", "part": 0, "rows": [entry]}) + "\n")
        build_database(tmp_path / f"{name}.duckdb", [rows], [rows])

    build("good", dict(ISSUER))
    with pytest.raises(PublishRefused, match="the published database stays as it was"):
        build("bad", {**ISSUER, **changes})
