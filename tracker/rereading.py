"""What a new reader version reads differently: statements that appear, vanish or change between two versions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tracker.errors import UsageError
from tracker.home import Home
from tracker.journal import Journal

Row = dict[str, Any]
SHOWN = (
    "issuer",
    "product",
    "segment",
    "technology",
    "attribute",
    "period",
    "direction",
    "low_pct",
    "high_pct",
    "basis",
    "stance",
    "speaker",
    "certainty",
    "market",
    "region",
)
SUFFIX = ".rows.jsonl"


@dataclass(frozen=True, slots=True)
class Change:
    """One statement that two versions read differently; `before` or `after` is empty where it appears or vanishes."""

    source: str
    kind: str
    document_id: str
    quote: str
    before: str
    after: str


def compare_readings(home: Home, only: str | None = None) -> list[Change]:
    """Compare the two newest kept readings of each source (or of one); raise UsageError where that one has fewer."""
    changes: list[Change] = []
    folders = sorted(path for path in home.readings.glob("*") if path.is_dir() and only in {None, path.name})
    if only and not folders:
        raise UsageError(f"source {only!r} has no reading yet; run: memtrack ingest --source {only}")
    for folder in folders:
        versions = sorted(folder.glob(f"*{SUFFIX}"), key=lambda path: path.stat().st_mtime_ns)
        if len(versions) >= 2:
            changes += compare_files(folder.name, *versions[-2:])
        elif only:
            raise UsageError(f"source {only!r} was read by one reader version only: there is nothing to compare")
    return changes


def compare_files(source: str, before: Path, after: Path) -> list[Change]:
    """Compare two row journals of one source, on the captures that both versions have read."""
    old, new = _statements(before), _statements(after)
    shared = old.keys() & new.keys()
    return [change for capture in sorted(shared) for change in _compare(source, old[capture], new[capture])]


def _statements(path: Path) -> dict[str, dict[str, Row]]:
    found: dict[str, dict[str, Row]] = {}
    for line in Journal(path):
        rows = found.setdefault(str(line["capture_id"]), {})
        for entry in line["rows"]:
            if entry["table_name"] == "statement":
                rows[entry["row"]["statement_id"]] = entry["row"]
    return found


def _compare(source: str, old: dict[str, Row], new: dict[str, Row]) -> Iterator[Change]:
    gone = [row for name, row in old.items() if name not in new]
    come = [row for name, row in new.items() if name not in old]
    for row in gone:
        twin = _find_twin(row, come)
        if twin is None:
            yield Change(source, "vanishes", row["document_id"], row["quote"], _words(row), "")
        else:
            come.remove(twin)
            before, after = _differences(row, twin)
            yield Change(source, "changes", row["document_id"], twin["quote"], before, after)
    for row in come:
        yield Change(source, "appears", row["document_id"], row["quote"], "", _words(row))


def _find_twin(row: Row, candidates: Iterable[Row]) -> Row | None:
    """Return the claim that another version made of the same words about the same thing."""
    for other in candidates:
        same_thing = all(row[name] == other[name] for name in ("document_id", "product", "attribute"))
        if same_thing and row["quote_start"] < other["quote_end"] and other["quote_start"] < row["quote_end"]:
            return other
    return None


def _differences(old: Row, new: Row) -> tuple[str, str]:
    """Return what two readings of the same words say differently, led by the product and attribute that they share."""
    names = ["product", "attribute", *(name for name in SHOWN if old[name] != new[name])]

    def tell(row: Row) -> str:
        return " ".join(f"{name}={'-' if row[name] is None else row[name]}" for name in names)

    return tell(old), tell(new)


def _words(row: Row) -> str:
    """Return all that a statement says, fields without a value left out."""
    return " ".join(f"{name}={row[name]}" for name in SHOWN if row[name] is not None)
