"""From journals to the published database: build beside, check, swap in.

Nothing here writes into the file that analysts have open. A run killed at any point leaves either the old file or the
new one, and the next run clears what it left on the workbench.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tracker import __version__
from tracker.archive import Archive, write_atomically
from tracker.config import load_issuers, load_products
from tracker.errors import ArchiveError
from tracker.home import Home
from tracker.journal import Journal
from tracker.reading import Readings, current_captures, read_safely
from tracker.resources import resource_folder
from tracker.source import Source
from tracker.summary import read_summary
from tracker.warehouse import Warehouse, build_database, check_database

Row = dict[str, Any]
SOURCE_FIELDS = ("title", "publisher", "cadence", "licence", "raw_may_leave", "key_env")
CAPTURE_FIELDS = ("capture_id", "source", "key", "version", "sha256", "size_bytes", "media_type", "url")


@dataclass(frozen=True, slots=True)
class Published:
    """What a publication did: whether the file changed, how many rows each table gained, what could not be read.

    `unreadable` holds by source what could not be read of its captures.
    """

    is_new: bool
    gained: dict[str, int]
    unreadable: dict[str, list[str]]


def publish(home: Home, archive: Archive, sources: Sequence[tuple[Source, bool]], now: dt.datetime) -> Published:
    """Build, check and swap in the database, unless the published one is built from the same inputs already.

    What an earlier version of a reader has read and the present one has not is read first, so that no row is lost
    because its source was not collected today. `sources` are all known sources with whether each is enabled; `now` is
    UTC. The caller holds the home's lock. Raises
    PublishRefused where a check fails and ArchiveError where the disk does; both leave the published file as it was.
    """
    readings = [Readings(home.readings, source) for source, _ in sources]
    failures = {reading.source.name: read_safely(reading, archive) for reading in readings}
    unreadable = {name: messages for name, messages in failures.items() if messages}
    described = list(_describe(archive, sources, readings))
    inputs = _digest_inputs(home, described, readings)
    before = read_summary(home)
    if home.database.exists() and before.get("inputs_sha256") == inputs:
        return Published(is_new=False, gained={}, unreadable=unreadable)
    clear_workbench(home)
    new = home.workbench / "memtrack.duckdb"
    build_row = {
        "built_at": now.strftime("%Y-%m-%d %H:%M:%S"),
        "memtrack_version": __version__,
        "reading_version": " ".join(sorted(reading.version for reading in readings)),
        "inputs_sha256": inputs,
    }
    static = _write_static(home, [*described, {"table_name": "build", "row": build_row}, *_run_rows(home)])
    row_files = [static, *(reading.rows.path for reading in readings if reading.rows.path.exists())]
    build_database(new, row_files, _ledger_files(home) or [static])
    check_database(new)
    summary = _summarize(new, inputs, now)
    _swap_in(home, new, summary)
    clear_workbench(home)
    old = before.get("rows", {})
    gained = {
        table: count - old.get(table, 0) for table, count in summary["rows"].items() if count != old.get(table, 0)
    }
    return Published(is_new=True, gained=gained, unreadable=unreadable)


def clear_workbench(home: Home) -> None:
    """Remove what a killed run left behind: half-built databases, half-written files. The caller holds the lock."""
    for folder in (home.workbench, home.archive / "incoming"):
        for path in folder.glob("*"):
            path.unlink(missing_ok=True)


def _swap_in(home: Home, new: Path, summary: Row) -> None:
    """Put database and summary in place; all that needs space is written first.

    A crash between the two renames leaves a summary that names other inputs, so that the next run builds again.
    """
    try:
        counts = home.workbench / "summary.json"
        write_atomically(counts, json.dumps(summary, indent=1).encode())
        with new.open("rb") as handle:
            os.fsync(handle.fileno())
        new.replace(home.database)
        counts.replace(home.summary)
    except OSError as error:
        raise ArchiveError(
            f"{home.database}: can't be replaced ({error.strerror}); the old database stays: free some "
            "space or check the permissions, then run again"
        ) from error


def _describe(archive: Archive, sources: Sequence[tuple[Source, bool]], readings: Sequence[Readings]) -> Iterator[Row]:
    for source, is_enabled in sources:
        row = {name: getattr(source, name) for name in SOURCE_FIELDS}
        yield {"table_name": "source", "row": {"source": source.name, **row, "is_enabled": is_enabled}}
    for issuer in load_issuers().values():
        fields = {"role": issuer.role, "tickers": list(issuer.tickers), "exchange": issuer.exchange}
        row = {
            "issuer": issuer.id,
            "name": issuer.name,
            **fields,
            "fiscal_year_end_month": issuer.fiscal_year_end_month,
        }
        yield {"table_name": "issuer", "row": row}
    for product, settings in load_products().items():
        for segment in settings.segments:
            row = {"product": product, "segment": segment, "product_name": settings.name}
            yield {
                "table_name": "product_segment",
                "row": {**row, "is_forecast": segment in settings.forecast, "share": settings.share.get(segment)},
            }
    read = {capture_id for reading in readings for capture_id in reading.complete}
    current = {capture.capture_id for source, _ in sources for capture in current_captures(archive, source)} & read
    for capture in archive:
        row = {name: getattr(capture, name) for name in CAPTURE_FIELDS}
        row["captured_at"] = capture.captured_at.strftime("%Y-%m-%d %H:%M:%S")
        yield {"table_name": "capture", "row": {**row, "is_current": capture.capture_id in current}}


def _run_rows(home: Home) -> Iterator[Row]:
    for run in Journal(home.runs):
        yield {"table_name": "run", "row": run}


def _write_static(home: Home, rows: Sequence[Row]) -> Path:
    path = home.workbench / "static.jsonl"
    lines = ({"capture_id": "", "part": i, "rows": rows[i : i + 500]} for i in range(0, len(rows), 500))
    Journal(path).append(lines)
    return path


def _ledger_files(home: Home) -> list[Path]:
    return [path for path in sorted(home.ledger.glob("*.jsonl")) if path.stat().st_size]


def _digest_inputs(home: Home, described: Sequence[Row], readings: Sequence[Readings]) -> str:
    digest = hashlib.sha256(json.dumps([__version__, described], sort_keys=True, default=str).encode())
    for path in [*(reading.rows.path for reading in readings), *_ledger_files(home)]:
        size = path.stat().st_size if path.exists() else 0
        digest.update(f"{path.relative_to(home.root)} {size}\n".encode())
    for path in sorted(resource_folder("sql").rglob("*.sql")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _summarize(path: Path, inputs: str, now: dt.datetime) -> dict[str, Any]:
    with Warehouse.open(path) as warehouse:
        counts = {row["table_name"]: row["row_count"] for row in warehouse.rows("row_counts")}
        per_source = {row["source"]: row for row in warehouse.rows("source_summary")}
    for row in per_source.values():
        row["newest_fact_on"] = str(row["newest_fact_on"]) if row["newest_fact_on"] else None
    return {
        "built_at": now.isoformat(timespec="seconds"),
        "inputs_sha256": inputs,
        "rows": counts,
        "sources": per_source,
    }
