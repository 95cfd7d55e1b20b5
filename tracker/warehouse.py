"""The only module that talks to DuckDB: it reads the published file and builds the next one.

Names of tables, views and macros come from the files in `sql/`; values are bound as parameters. A reader opens the
published file read-only and keeps it, unchanged, for as long as it likes: the next build is swapped in beside it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import duckdb

from tracker.errors import ArchiveError, NotBuilt, PublishRefused, UsageError
from tracker.resources import resource_folder

if TYPE_CHECKING:
    import pandas as pd

# The oldest release whose files every client from DuckDB 1.2 on can open; 2.0 writes its own format unless told.
STORAGE_VERSION = "v1.2.0"
BUILD_ORDER = ("schema", "build", "views", "macros")

Parameter = str | int | float | bool | dt.date | None


class Warehouse:
    """A published database, opened read-only."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        """Wrap an open connection; use `open` for a file."""
        self._connection = connection

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a published file read-only; raise NotBuilt where there is none, ArchiveError where it is no database."""
        if not path.exists():
            raise NotBuilt(f"{path}: no database yet; run: memtrack ingest")
        try:
            return cls(duckdb.connect(str(path), read_only=True))
        except duckdb.Error as error:
            raise ArchiveError(f"{path}: can't be opened as a DuckDB file ({error}); run: memtrack ingest") from error

    def __enter__(self) -> Self:
        """Return the warehouse itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the file."""
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def rows(self, name: str, *parameters: object) -> list[dict[str, Any]]:
        """Return all rows of a table or a view or, with parameters, of a table macro, as dicts."""
        return _as_dicts(self._relation(name, parameters))

    def frame(self, name: str, *parameters: object) -> pd.DataFrame:
        """Return the same as `rows`, as a pandas frame."""
        frame: pd.DataFrame = self._relation(name, parameters).df()
        return frame

    def query(self, sql: str, parameters: Sequence[Parameter] | Mapping[str, Parameter] = ()) -> list[dict[str, Any]]:
        """Run a query of the user's own and return its (last) result; raise UsageError where it fails."""
        try:
            relation = self._connection.execute(sql, parameters or None)
            columns = [column[0] for column in relation.description or []]
            return [dict(zip(columns, row, strict=True)) for row in relation.fetchall()]
        except duckdb.Error as error:
            raise UsageError(f"query failed: {error}") from error

    def _relation(self, name: str, parameters: Sequence[object]) -> duckdb.DuckDBPyRelation:
        try:
            if parameters:
                return self._connection.table_function(name, list(parameters))
            return self._connection.table(name)
        except duckdb.Error as error:
            raise UsageError(f"{name}: no such table, view or macro, or wrong parameters ({error})") from error


def build_database(path: Path, row_files: Sequence[Path], ledger_files: Sequence[Path]) -> None:
    """Write a new database from journals of rows and ledgers; `path` must not exist.

    Raises PublishRefused where the rows don't fit the schema and ArchiveError where the file can't be written.
    """
    try:
        with duckdb.connect(str(path), config={"storage_compatibility_version": STORAGE_VERSION}) as connection:
            connection.execute("set variable row_files = ?", [[str(file) for file in row_files]])
            connection.execute("set variable ledger_files = ?", [[str(file) for file in ledger_files]])
            # One transaction: a build is whole or nothing, and hundreds of comments need not reach the disk one by one.
            connection.begin()
            for stage in BUILD_ORDER:
                for file in sql_files(stage):
                    _run_file(connection, file)
            connection.commit()
    except (duckdb.IOException, duckdb.OutOfMemoryException, OSError) as error:
        raise ArchiveError(
            f"{path}: the new database can't be written ({error}); the published one is untouched: free some space, "
            "then run again"
        ) from error


def check_database(path: Path) -> None:
    """Run every check of `sql/checks` on a database; raise PublishRefused naming those that return rows."""
    broken = []
    with duckdb.connect(str(path), read_only=True) as connection:
        for file in sql_files("checks"):
            rows = _as_dicts(_run_file(connection, file))
            if rows:
                first = {name: value for name, value in rows[0].items() if value is not None}
                broken.append(f"{file.stem} ({sql_title(file)}) is broken by {len(rows)} rows, the first {first}")
    if broken:
        raise PublishRefused(
            "the new database broke a check and is not published; the old one stays: " + "; ".join(broken)
        )


def sql_files(stage: str) -> list[Path]:
    """Return the SQL files of a folder of `sql/`, in the order of their names."""
    return sorted((resource_folder("sql") / stage).glob("*.sql"))


def sql_title(file: Path) -> str:
    """Return the first sentence of the comment that a SQL file starts with: its purpose, or the question it answers."""
    lines = file.read_text(encoding="utf-8").splitlines()
    comment = " ".join(line.removeprefix("--").strip() for line in takewhile(lambda line: line.startswith("--"), lines))
    return re.split(r"(?<=[.?]) ", comment)[0].rstrip(".")


def _run_file(connection: duckdb.DuckDBPyConnection, file: Path) -> duckdb.DuckDBPyConnection:
    try:
        return connection.execute(file.read_text(encoding="utf-8"))
    except (duckdb.IOException, duckdb.OutOfMemoryException):
        raise
    except duckdb.Error as error:
        raise PublishRefused(
            f"{file.parent.name}/{file.name}: {error}; the published database stays as it was"
        ) from error


def _as_dicts(relation: duckdb.DuckDBPyRelation | duckdb.DuckDBPyConnection) -> list[dict[str, Any]]:
    columns = [column[0] for column in relation.description or []]
    return [dict(zip(columns, row, strict=True)) for row in relation.fetchall()]
