"""The one folder that holds all state, and the name of everything in it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from tracker.errors import ArchiveError


@dataclass(frozen=True, slots=True)
class Home:
    """The home folder: what can't be recomputed (archive, ledgers, drop folder) and what is built from it."""

    root: Path

    @property
    def database(self) -> Path:
        """The published file that analysts open."""
        return self.root / "memtrack.duckdb"

    @property
    def summary(self) -> Path:
        """Counts of the published file, for commands that must answer without opening it."""
        return self.root / "memtrack.summary.json"

    @property
    def workbench(self) -> Path:
        """Where the next database is built and checked."""
        return self.root / "build"

    @property
    def archive(self) -> Path:
        """Raw bytes and their manifest; append-only."""
        return self.root / "archive"

    @property
    def readings(self) -> Path:
        """Rows read from captures, per source and reader version; can be deleted, costs a re-reading."""
        return self.root / "readings"

    @property
    def ledger(self) -> Path:
        """Issued forecasts and flags; append-only."""
        return self.root / "ledger"

    @property
    def answers(self) -> Path:
        """Forecasts kept so that the same question is answered at once; can be deleted."""
        return self.root / "answers"

    @property
    def runs(self) -> Path:
        """One line for every run of every source; append-only."""
        return self.root / "runs.jsonl"

    @property
    def drop(self) -> Path:
        """The user's own documents and tables."""
        return self.root / "drop"

    @property
    def reports(self) -> Path:
        """HTML reports."""
        return self.root / "reports"

    @property
    def lock(self) -> Path:
        """Held by the one run that may write."""
        return self.root / "memtrack.lock"


def locate_home(chosen: Path | None = None) -> Home:
    """Return the home folder: the chosen one, else `MEMTRACK_HOME`, else the user's data folder for memtrack."""
    if chosen is not None:
        return Home(chosen.expanduser().absolute())
    from_environment = os.environ.get("MEMTRACK_HOME")
    if from_environment:
        return Home(Path(from_environment).expanduser().absolute())
    import platformdirs

    return Home(platformdirs.user_data_path("memtrack", appauthor=False))


def prepare_home(home: Home) -> None:
    """Make the folders of a home; raise ArchiveError where it can't be written."""
    try:
        for folder in (home.root, home.workbench, home.archive, home.readings, home.ledger, home.drop, home.reports):
            folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ArchiveError(
            f"home folder {home.root}: can't be made or written ({error.strerror}); expected a folder that you may "
            "write: name another with --home or MEMTRACK_HOME"
        ) from error
    if not os.access(home.root, os.W_OK):
        raise ArchiveError(f"home folder {home.root}: not writable; name another with --home or MEMTRACK_HOME")
