"""Each check of sql/checks passes on a good database and fails on its bad row."""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb
import pytest

from tests.sqlsample import build_sample
from tracker.errors import PublishRefused
from tracker.warehouse import check_database, sql_files, sql_title

CHECKS = sql_files("checks")
BROKEN = sorted(Path(__file__).with_name("broken").glob("*.sql"))


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published database that breaks no check."""
    return build_sample(tmp_path_factory.mktemp("checks")).database


def test_every_check_has_a_bad_row_and_every_bad_row_a_check() -> None:
    """A new check without a row that breaks it, or a bad row of a check that is gone, is noticed."""
    assert len(CHECKS) > 20
    assert {file.stem.partition(".")[0] for file in BROKEN} == {file.stem for file in CHECKS}


def test_a_good_database_passes(good: Path) -> None:
    """No check returns a row."""
    check_database(good)


def test_no_check_is_blind_to_the_sample(good: Path) -> None:
    """The sample has rows in every table, so that a check that passes has had something to look at."""
    with duckdb.connect(str(good), read_only=True) as connection:
        tables = [name for (name,) in connection.execute("select table_name from duckdb_tables()").fetchall()]
        empty = [name for name in tables if not connection.table(name).limit(1).fetchall()]
    assert tables
    assert empty == []


@pytest.mark.parametrize("broken", BROKEN, ids=lambda file: file.stem)
def test_a_bad_row_breaks_its_check(broken: Path, good: Path, tmp_path: Path) -> None:
    """The refusal names the check, says what it is about, and shows the row."""
    bad = tmp_path / "bad.duckdb"
    shutil.copy(good, bad)
    with duckdb.connect(str(bad)) as connection:
        connection.execute(broken.read_text(encoding="utf-8"))
    name = broken.stem.partition(".")[0]
    (check,) = (file for file in CHECKS if file.stem == name)
    with pytest.raises(PublishRefused) as refused:
        check_database(bad)
    assert f"{name} ({sql_title(check)}) is broken by " in str(refused.value)


@pytest.mark.parametrize("check", CHECKS, ids=lambda file: file.stem)
def test_a_check_says_what_it_is_about(check: Path) -> None:
    """Its first line is a comment: a sentence of some length."""
    assert check.read_text(encoding="utf-8").startswith("-- ")
    assert len(sql_title(check).split()) > 4
