"""How each source is doing, from the run journal and the counts of the published file; opens no database."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, dataclass
from typing import Any

from tracker.home import Home
from tracker.journal import Journal
from tracker.summary import read_summary

EXIT_NEEDS_A_LOOK = 3
GOOD = frozenset({"ok", "empty", "skipped"})


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceStatus:
    """One source: its last run, its last success (UTC), how many runs in a row failed, and what it holds.

    `message` is what the last run said of itself: what went wrong, why it was skipped, or what was noticed.
    """

    source: str
    is_enabled: bool
    last_outcome: str | None
    last_success_at: str | None
    failure_streak: int
    newest_fact_on: str | None
    documents: int
    statements: int
    unread: int
    rejected: int
    message: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """The state of a home folder. `age_hours` is None where nothing is published yet."""

    home: str
    database: str | None
    built_at: str | None
    age_hours: float | None
    sources: tuple[SourceStatus, ...]

    @property
    def exit_code(self) -> int:
        """0 where all is well; 3 where there is no database or an enabled source failed in its last run."""
        failing = any(source.is_enabled and source.failure_streak for source in self.sources)
        return EXIT_NEEDS_A_LOOK if self.database is None or failing else 0

    def as_json(self) -> dict[str, Any]:
        """Return the status as plain values."""
        return {**asdict(self), "exit_code": self.exit_code}

    def as_text(self) -> str:
        """Return the status as lines of text."""
        if self.database is None:
            return f"home {self.home}\nno database yet; run: memtrack ingest"
        lines = [f"database {self.database}", f"built {self.built_at} UTC, {self.age_hours:.1f} hours ago", ""]
        heads = (
            "source",
            "last run",
            "last success",
            "failed",
            "newest",
            "documents",
            "statements",
            "unread",
            "rejected",
        )
        shown = [source for source in self.sources if source.is_enabled or source.last_outcome or source.documents]
        table = [heads, *(_cells(source) for source in shown)]
        widths = [max(len(row[i]) for row in table) for i in range(len(heads))]
        lines += [
            "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in table
        ]
        told: dict[str, list[str]] = {}
        for source in self.sources:
            if source.message:
                told.setdefault(f"{source.last_outcome}: {source.message}", []).append(source.source)
        lines += [f"{', '.join(names)}: {message}" for message, names in told.items()]
        return "\n".join(lines)


def read_status(home: Home, now: dt.datetime) -> Status:
    """Return the state of a home folder as of now (UTC)."""
    summary = read_summary(home)
    runs: dict[str, list[dict[str, Any]]] = {}
    for run in Journal(home.runs):
        runs.setdefault(str(run["source"]), []).append(run)
    counts: dict[str, dict[str, Any]] = summary.get("sources", {})
    names = sorted(counts.keys() | runs.keys())
    built_at = summary.get("built_at")
    age = (now - dt.datetime.fromisoformat(built_at)).total_seconds() / 3600 if built_at else None
    return Status(
        home=str(home.root),
        database=str(home.database) if home.database.exists() else None,
        built_at=built_at[:19].replace("T", " ") if built_at else None,
        age_hours=None if age is None else round(age, 2),
        sources=tuple(_source_status(name, counts.get(name, {}), runs.get(name, [])) for name in names),
    )


def _source_status(name: str, counts: dict[str, Any], runs: list[dict[str, Any]]) -> SourceStatus:
    successes = [run for run in runs if run["outcome"] in GOOD - {"skipped"}]
    streak = 0
    for run in reversed(runs):
        if run["outcome"] in GOOD:
            break
        streak += 1
    return SourceStatus(
        source=name,
        is_enabled=bool(counts.get("is_enabled", True)),
        last_outcome=runs[-1]["outcome"] if runs else None,
        last_success_at=successes[-1]["ended_at"] if successes else None,
        failure_streak=streak,
        newest_fact_on=counts.get("newest_fact_on"),
        documents=int(counts.get("documents", 0)),
        statements=int(counts.get("statements", 0)),
        unread=int(counts.get("unread", 0)),
        rejected=int(counts.get("rejected", 0)),
        message=runs[-1]["message"] if runs else None,
    )


def _cells(source: SourceStatus) -> tuple[str, ...]:
    return (
        source.source + ("" if source.is_enabled else " (off)"),
        source.last_outcome or "never",
        source.last_success_at or "never",
        str(source.failure_streak),
        source.newest_fact_on or "-",
        str(source.documents),
        str(source.statements),
        str(source.unread),
        str(source.rejected),
    )
