"""Everything in the database has a comment, and the dictionary written from them is fresh."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from pathlib import Path

import duckdb
import pytest

from tests.sqlsample import build_sample
from tracker import dictionary
from tracker.dictionary import Entry, describe_database, main, page_path, render_dictionary
from tracker.resources import resource_folder
from tracker.warehouse import sql_files


@pytest.fixture(scope="module")
def entries() -> list[Entry]:
    """Every table, view, macro and column that a build makes."""
    return describe_database()


@pytest.fixture(scope="module")
def page(entries: list[Entry]) -> str:
    """The dictionary."""
    return render_dictionary(entries)


def test_everything_has_a_comment(entries: list[Entry]) -> None:
    """Tables, views, macros and all their columns say what they are, in a sentence with a full stop."""
    assert {entry["object_kind"] for entry in entries} == {"table", "view", "macro"}
    assert len(entries) > 300
    dumb = [
        (entry["object_name"], entry["column_name"])
        for entry in entries
        if not re.fullmatch(r"\S.{3,}\.", entry["comment"] or "", flags=re.DOTALL)
    ]
    assert dumb == []


def test_the_view_leaves_nothing_out(entries: list[Entry], tmp_path: Path) -> None:
    """The dictionary has what DuckDB itself lists as not its own: as many tables, views, columns and macros."""
    database = build_sample(tmp_path).database
    counted = """
        select (select count(*) from duckdb_tables() where not internal),
            (select count(*) from duckdb_views() where not internal),
            (select count(*) from duckdb_columns() where not internal),
            (select count(*) from duckdb_functions() where not internal)
    """
    with duckdb.connect(str(database), read_only=True) as connection:
        (counts,) = connection.execute(counted).fetchall()
    kinds = Counter((entry["object_kind"], entry["column_name"] is None) for entry in entries)
    columns = kinds["table", False] + kinds["view", False]
    assert counts == (kinds["table", True], kinds["view", True], columns, kinds["macro", True])


def test_each_file_makes_the_object_it_is_named_after(entries: list[Entry]) -> None:
    """One object a file: sql/views/20_x.sql makes the view x, sql/macros/20_x.sql the macro x; there are no others."""
    for kind, folder in (("view", "views"), ("macro", "macros")):
        named = {file.stem.partition("_")[2] for file in sql_files(folder)}
        assert named
        assert named == {entry["object_name"] for entry in entries if entry["object_kind"] == kind}


def test_one_column_name_means_one_thing(entries: list[Entry]) -> None:
    """A column that tables and views share has one type everywhere."""
    types: dict[str, set[str]] = {}
    for entry in entries:
        if entry["column_name"] and entry["object_kind"] == "table":
            types.setdefault(entry["column_name"], set()).add(entry["data_type"])
    assert len(types) > 50
    assert {name: sorted(found) for name, found in types.items() if len(found) > 1} == {}


def test_the_page_is_fresh(page: str) -> None:
    """What lies in sql/README.md is what the comments say now; `make docs` writes it."""
    assert page_path().read_text(encoding="utf-8") == page


def test_the_page_names_everything(entries: list[Entry], page: str) -> None:
    """Every object, column, parameter, example query and check is on it, and its links lead somewhere."""
    for entry in entries:
        if entry["object_kind"] == "macro":
            assert f"`{entry['object_name']}({', '.join(entry['parameters'])})`" in page
        elif entry["column_name"] is None:
            assert f"\n### {entry['object_name']}\n" in page
        else:
            assert f"\n| {entry['column_name']} | {entry['data_type'].lower()} | " in page
    links = re.findall(r"\]\((examples/[^)]+|checks/[^)]+)\)", page)
    assert len([link for link in links if link.endswith(".sql")]) == len(sql_files("examples") + sql_files("checks"))
    assert all((resource_folder("sql") / link).exists() for link in links)


def test_a_stale_page_is_noticed_and_written_anew(
    entries: list[Entry], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--check` returns 1 where the page is missing or says something else, and says what to do; writing heals it."""
    folder = tmp_path / "sql"
    shutil.copytree(resource_folder("sql"), folder)
    monkeypatch.setattr(dictionary, "resource_folder", lambda _: folder)
    monkeypatch.setattr(dictionary, "describe_database", lambda: entries)
    page = folder / "README.md"
    page.write_text("old")
    assert main(["--check"]) == 1
    assert "make docs" in capsys.readouterr().err
    page.unlink()
    assert main(["--check"]) == 1
    assert main([]) == 0
    assert main(["--check"]) == 0
