"""One ingest: every enabled source is collected, what is new is archived and read, the database built and swapped in.

One source's failure is one row of the run journal; the others go on. One ingest at a time: the lock is the home's.
"""

from __future__ import annotations

import datetime as dt
import importlib
import json
import os
import pkgutil
import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Protocol

import tracker.sources
from tracker.archive import Archive, write_atomically
from tracker.config import Settings, load_settings
from tracker.errors import ArchiveError, Busy, ConfigError, MemtrackError, UnknownName, UsageError
from tracker.home import Home, prepare_home
from tracker.journal import Journal
from tracker.network import Network, addresses_of
from tracker.publish import clear_workbench, publish
from tracker.reading import Readings, read_safely
from tracker.source import Errand, Source
from tracker.summary import read_summary

EXIT_PARTIAL = 3
FAILURES = ("failed", "blocked", "unreachable")
_MOST_NOTES = 10
FIRST_DAY = dt.date(1970, 1, 1)


class Progress(Protocol):
    """What an ingest tells the person who watches."""

    def start(self, source: str, step: int, steps: int) -> None:
        """Say that a source's turn has come."""
        ...

    def advance(self, message: str) -> None:
        """Say what the present source is doing."""
        ...

    def measure(self, done: int, total: int | None) -> None:
        """Say how many items the present source has done, and of how many (None: nobody knows)."""
        ...

    def finish(self, result: SourceResult) -> None:
        """Say how a source ended."""
        ...


class Silence:
    """A progress that tells nobody anything."""

    def start(self, source: str, step: int, steps: int) -> None:
        """Say nothing."""

    def advance(self, message: str) -> None:
        """Say nothing."""

    def measure(self, done: int, total: int | None) -> None:
        """Say nothing."""

    def finish(self, result: SourceResult) -> None:
        """Say nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceResult:
    """How one source's run ended: ok, empty (nothing to fetch), failed, blocked, unreachable or skipped.

    `notes` are what a person should know although nothing failed: a new field, more rows than usual, terms of use.
    """

    source: str
    outcome: str
    started_at: dt.datetime
    ended_at: dt.datetime
    captures_new: int
    message: str | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestResult:
    """What an ingest did: `gained` counts rows per table against the file before, `counts` what each source holds."""

    run_id: str
    is_dry: bool
    is_new_build: bool
    results: tuple[SourceResult, ...]
    gained: dict[str, int] = field(default_factory=dict)
    counts: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def exit_code(self) -> int:
        """0 where every source did well, 3 where one failed, was blocked or could not be reached."""
        return EXIT_PARTIAL if any(result.outcome in FAILURES for result in self.results) else 0

    def as_json(self) -> dict[str, Any]:
        """Return the result as plain values."""
        return {**asdict(self), "exit_code": self.exit_code}


def discover_sources() -> dict[str, Source]:
    """Return every source module's SOURCE by name; raise ConfigError where a module lacks one or two share a name."""
    sources: dict[str, Source] = {}
    for module in pkgutil.iter_modules(tracker.sources.__path__):
        if module.name.startswith("_"):
            continue
        source = getattr(importlib.import_module(f"tracker.sources.{module.name}"), "SOURCE", None)
        if not isinstance(source, Source) or source.name in sources:
            raise ConfigError(f"tracker/sources/{module.name}.py: expected one SOURCE with a name of its own")
        sources[source.name] = source
    return sources


def enabled_sources(settings: Settings, sources: Mapping[str, Source]) -> list[tuple[Source, bool]]:
    """Return every source with whether the settings run it; raise ConfigError at a name or key that no source has."""
    others = settings.source.keys() - sources.keys()
    stray = sorted(others - discover_sources().keys()) if others else []
    if stray:
        raise ConfigError(
            f"memtrack.toml: [source.{stray[0]}] is unknown; expected one of {', '.join(sorted(sources))}"
        )
    for name in sources.keys() & settings.source.keys():
        table = settings.source[name]
        unknown = sorted(table.keys() - {"enabled"} - sources[name].known_keys)
        if unknown:
            allowed = ", ".join(sorted({"enabled"} | sources[name].known_keys))
            raise ConfigError(f"memtrack.toml: [source.{name}] has the unknown key {unknown[0]!r}; expected: {allowed}")
        if not isinstance(table.get("enabled", False), bool):
            raise ConfigError(f"memtrack.toml: [source.{name}] enabled = {table['enabled']!r}; expected true or false")
    return [(source, bool(settings.source.get(name, {}).get("enabled", False))) for name, source in sources.items()]


def run_ingest(
    home: Home,
    *,
    now: dt.datetime,
    only: str | None = None,
    since: dt.date | None = None,
    offline: bool = False,
    dry_run: bool = False,
    progress: Progress | None = None,
    sources: Mapping[str, Source] | None = None,
) -> IngestResult:
    """Run every enabled source (or only one), then publish. `now` is UTC.

    `offline` leaves out sources that ask the network. A dry run fetches and compares, and writes nothing at all. Raises
    UsageError for a `since` that no source could serve, Busy while another run holds the lock, PublishRefused where the
    new database breaks a check, ArchiveError where the disk can't be written.
    """
    if since is not None and not FIRST_DAY <= since <= now.date():
        raise UsageError(f"since {since}: expected a date from {FIRST_DAY} to today, {now.date()}")
    settings = load_settings(home.root)
    known = enabled_sources(settings, discover_sources() if sources is None else sources)
    chosen = [source for source in _choose(known, only) if not (offline and source.hosts)]
    network = Network(addresses_of(_hosts_to_try(chosen)))
    run = _Run(home, settings, now, since, progress or Silence(), network)
    if dry_run:
        results = tuple(run.rehearse(source, i, len(chosen)) for i, source in enumerate(chosen, start=1))
        return IngestResult(run_id=run.run_id, is_dry=True, is_new_build=False, results=results)
    prepare_home(home)
    with hold_lock(home, "ingest", now):
        run.archive = Archive(home.archive)
        results = tuple(run.collect(source, i, len(chosen)) for i, source in enumerate(chosen, start=1))
        Journal(home.runs).append(_run_row(run.run_id, result) for result in results)
        published = publish(home, run.archive, known, now)
        others = published.unreadable.keys() - {source.name for source in chosen}
        results += tuple(run.unread(name, published.unreadable[name]) for name in sorted(others))
    return IngestResult(
        run_id=run.run_id,
        is_dry=False,
        is_new_build=published.is_new,
        results=results,
        gained=published.gained,
        counts=read_summary(home).get("sources", {}),
    )


def republish(home: Home, now: dt.datetime) -> None:
    """Bring newly issued forecasts and flags into the published file; a run that holds the lock will do so instead."""
    prepare_home(home)
    known = enabled_sources(load_settings(home.root), discover_sources())
    try:
        with hold_lock(home, "publish", now):
            publish(home, Archive(home.archive), known, now)
    except Busy:
        return


@contextmanager
def hold_lock(home: Home, errand: str, now: dt.datetime) -> Iterator[None]:
    """Hold the home's lock; raise Busy, naming the holder, while another process does."""
    from filelock import FileLock, Timeout

    holder = home.lock.with_suffix(".holder.json")
    lock = FileLock(home.lock)
    try:
        lock.acquire(blocking=False)
    except Timeout:
        raise Busy(f"{home.lock}: held by {_name_holder(holder)}; wait for it to end and run again") from None
    try:
        clear_workbench(home)
        _name_myself(home, holder, errand, now)
        yield
    finally:
        holder.unlink(missing_ok=True)
        lock.release()


class _Run:
    """One run's shared state: the archive it adds to and what every collector is handed."""

    def __init__(  # noqa: PLR0917 - what the sources of a run share
        self,
        home: Home,
        settings: Settings,
        now: dt.datetime,
        since: dt.date | None,
        progress: Progress,
        network: Network,
    ) -> None:
        self.run_id = f"{now:%Y%m%dT%H%M%SZ}-{uuid.uuid4().hex[:6]}"
        self.archive = Archive(home.archive)
        self._home = home
        self._settings = settings
        self._now = now
        self._since = since
        self._progress = progress
        self._network = network
        self._notes: dict[str, None] = {}

    def collect(self, source: Source, step: int, steps: int) -> SourceResult:
        """Collect and read one source; whatever goes wrong in it becomes its result."""
        self._progress.start(source.name, step, steps)
        started = dt.datetime.now(dt.UTC)
        new = 0
        found_any = False
        message = None
        try:
            with self._errand(source) as errand:
                for found in source.collect(errand):
                    found_any = True
                    capture = self.archive.add(source.name, found, self._now)
                    new += capture is not None
                    self._progress.advance(found.key)
            # A live source that found nothing new is well; it says itself when it was shown nothing at all.
            outcome = "ok" if found_any or source.hosts else "empty"
        except ArchiveError:
            raise  # The disk failed, not the source: nothing else can be archived either.
        except Exception as error:  # noqa: BLE001 - the one place where a source's failure becomes an outcome
            outcome = str(getattr(error, "outcome", "failed"))
            message = str(error) if isinstance(error, MemtrackError) else f"{type(error).__name__}: {error}"
        # What a source brought before it failed is archived, and read.
        failures = self._read(source)
        if failures:
            outcome, message = "failed", "; ".join([*([message] if message else []), *failures])
        return self._end(source, started, outcome, new, message)

    def _read(self, source: Source) -> list[str]:
        """Read what is new of a source; return what could not be read."""
        return read_safely(Readings(self._home.readings, source), self.archive)

    def unread(self, source: str, failures: list[str]) -> SourceResult:
        """Tell that captures of a source that was not collected could not be read by the present reader."""
        now = dt.datetime.now(dt.UTC)
        words = "; ".join(failures)
        result = SourceResult(
            source=source, outcome="failed", started_at=now, ended_at=now, captures_new=0, message=f"not read: {words}"
        )
        self._progress.finish(result)
        return result

    def rehearse(self, source: Source, step: int, steps: int) -> SourceResult:
        """Fetch one source and count what would be new, without writing."""
        self._progress.start(source.name, step, steps)
        started = dt.datetime.now(dt.UTC)
        try:
            with self._errand(source, keeps=False) as errand:
                new = sum(self.archive.is_new(source.name, found) for found in source.collect(errand))
        except Exception as error:  # noqa: BLE001 - as in collect: a source's failure is an outcome
            outcome = str(getattr(error, "outcome", "failed"))
            message = str(error) if isinstance(error, MemtrackError) else f"{type(error).__name__}: {error}"
            return self._end(source, started, outcome, 0, message)
        return self._end(source, started, "ok", new, None)

    def _end(self, source: Source, started: dt.datetime, outcome: str, new: int, message: str | None) -> SourceResult:
        result = SourceResult(
            source=source.name,
            outcome=outcome,
            started_at=started,
            ended_at=dt.datetime.now(dt.UTC),
            captures_new=new,
            message=message,
            notes=self._take_notes(),
        )
        self._progress.finish(result)
        return result

    def _note(self, message: str) -> None:
        """Keep what a person should know of the present source, each thing once."""
        self._notes[message] = None
        self._progress.advance(message)

    def _take_notes(self) -> tuple[str, ...]:
        """Return the present source's notes, the first few of them, and begin a new page."""
        notes = tuple(self._notes)
        self._notes = {}
        more = len(notes) - _MOST_NOTES
        return notes if more <= 0 else (*notes[:_MOST_NOTES], f"and {more} more")

    @contextmanager
    def _errand(self, source: Source, *, keeps: bool = True) -> Iterator[Errand]:
        """Yield what a source is handed; a live source also gets a client, which remembers only if it `keeps`."""
        table = self._settings.source.get(source.name, {})
        if not source.hosts:
            yield Errand(
                now=self._now,
                since=self._since,
                home=self._home.root,
                settings={**source.settings, **table},
                seen=self.archive,
                report=self._note,
            )
            return
        from tracker.errand import errand_for

        with errand_for(
            source,
            now=self._now,
            since=self._since,
            home=self._home.root,
            table=table,
            seen=self.archive,
            report=self._note,
            chat=self._progress.advance,
            environ=os.environ,
            progress=self._progress.measure,
            keeps=keeps,
            network=self._network,
        ) as errand:
            yield errand


def _choose(known: Sequence[tuple[Source, bool]], only: str | None) -> list[Source]:
    if only is None:
        return [source for source, is_enabled in known if is_enabled]
    chosen = [source for source, _ in known if source.name == only]
    if not chosen:
        names = ", ".join(sorted(source.name for source, _ in known))
        raise UnknownName(f"source {only!r} is unknown: expected one of {names}")
    return chosen


def _hosts_to_try(chosen: Sequence[Source]) -> list[str]:
    """Return one host of each live source, without those that may lack their key and then ask nobody."""
    live = [source for source in chosen if source.hosts]
    keyless = [source for source in live if source.key_env is None or source.key_optional]
    return [source.hosts[0] for source in keyless or live]


def _run_row(run_id: str, result: SourceResult) -> dict[str, object]:
    return {
        "run_id": run_id,
        "source": result.source,
        "started_at": result.started_at.strftime("%Y-%m-%d %H:%M:%S"),
        "ended_at": result.ended_at.strftime("%Y-%m-%d %H:%M:%S"),
        "outcome": result.outcome,
        "captures_new": result.captures_new,
        "message": "; ".join([*([result.message] if result.message else []), *(f"note: {n}" for n in result.notes)])
        or None,
    }


def _name_myself(home: Home, holder: Path, errand: str, now: dt.datetime) -> None:
    holding = {"pid": os.getpid(), "errand": errand, "since": now.isoformat(timespec="seconds")}
    try:
        write_atomically(holder, json.dumps(holding).encode(), via=home.workbench)
    except OSError as error:
        raise ArchiveError(
            f"{holder}: can't be written ({error.strerror}): free some space or check the permissions, then run again"
        ) from error


def _name_holder(path: Path) -> str:
    try:
        row = json.loads(path.read_text(encoding="utf-8"))
        return f"process {row['pid']} ({row['errand']}), since {row['since']}"
    except (OSError, ValueError, KeyError):
        return "another process"
