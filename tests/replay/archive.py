"""A small archive in memory, and a run of one source against a replay server: what the tests hand to collectors."""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from tracker.config import Issuer
from tracker.errand import errand_for
from tracker.errors import SourceError
from tracker.facts import Document, Yield
from tracker.manners import Manners
from tracker.source import Capture, Errand, Found, Source

NOW = dt.datetime(2026, 11, 20, 22, 0, tzinfo=dt.UTC)
QUICK = Manners(
    per_second=5000.0,
    at_once=4,
    per_day=100_000,
    attempts=3,
    first_wait=0.01,
    read_timeout=0.4,
    longest_wait=2.0,
    fresh_for=0.0,
)


@dataclass(slots=True)
class Shelf:
    """Captures in memory, with the archive's rule: the same bytes under the same key are nothing new."""

    captures: dict[tuple[str, str], list[tuple[Capture, bytes]]] = field(default_factory=dict)

    def latest(self, source: str, key: str) -> Capture | None:
        """Return the newest capture of a key, or None."""
        versions = self.captures.get((source, key))
        return versions[-1][0] if versions else None

    def take(self, source: str, found: Found, now: dt.datetime) -> bool:
        """Put bytes on the shelf; say whether they were new."""
        digest = hashlib.sha256(found.content).hexdigest()
        versions = self.captures.setdefault((source, found.key), [])
        if versions and versions[-1][0].sha256 == digest and versions[-1][0].meta == found.meta:
            return False
        capture = Capture(
            capture_id=f"{source}/{found.key}/{len(versions) + 1}",
            source=source,
            key=found.key,
            version=len(versions) + 1,
            sha256=digest,
            size_bytes=len(found.content),
            media_type=found.media_type,
            captured_at=now,
            url=found.url,
            meta=found.meta,
        )
        versions.append((capture, found.content))
        return True

    def all(self, source: str) -> Iterator[tuple[Capture, bytes]]:
        """Yield every capture of a source with its bytes."""
        for (name, _), versions in sorted(self.captures.items()):
            if name == source:
                yield from versions


@dataclass(slots=True)
class Outcome:
    """What a run of one source came to."""

    new: int = 0
    seen: int = 0
    outcome: str = "ok"
    error: SourceError | None = None
    told: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Stage:
    """A home folder, a shelf and a server, for running sources one after another."""

    home: Path
    url: str
    shelf: Shelf = field(default_factory=Shelf)
    now: dt.datetime = NOW
    environ: dict[str, str] = field(default_factory=dict)
    manners: Manners = QUICK
    settings: Mapping[str, Any] = field(default_factory=dict)

    @contextlib.contextmanager
    def errand(
        self, source: Source, told: list[str], since: dt.date | None = None, watch: tuple[Issuer, ...] | None = None
    ) -> Iterator[Errand]:
        """Yield a source's errand as an ingest would prepare it, with quick manners."""
        quick = replace(self.manners, user_agent=source.manners.user_agent, fresh_for=0.0)
        plain = replace(source, manners=quick)
        environ = {"MEMTRACK_REPLAY_URL": self.url, **self.environ}
        with errand_for(
            plain,
            now=self.now,
            since=since,
            home=self.home,
            table=self.settings,
            seen=self.shelf,
            report=told.append,
            environ=environ,
            watch=watch,
        ) as errand:
            yield errand

    def run(self, source: Source, since: dt.date | None = None, watch: tuple[Issuer, ...] | None = None) -> Outcome:
        """Run a source the way an ingest does: what was brought stays, an error becomes the outcome."""
        result = Outcome()
        try:
            with self.errand(source, result.told, since, watch) as errand:
                for found in source.collect(errand):
                    result.seen += 1
                    result.new += self.shelf.take(source.name, found, self.now)
        except SourceError as error:
            result.outcome, result.error = error.outcome, error
        return result

    def read(self, source: Source) -> Yield:
        """Read all that lies on the shelf of a source."""
        yields = [source.read(capture, content) for capture, content in self.shelf.all(source.name)]
        return Yield(
            documents=tuple(document for one in yields for document in one.documents),
            rejected=tuple(row for one in yields for row in one.rejected),
        )

    def keyed(self, source: Source) -> Iterator[tuple[str, Document]]:
        """Yield all documents on the shelf of a source with the key of their capture."""
        for capture, content in self.shelf.all(source.name):
            for document in source.read(capture, content).documents:
                yield capture.key, document

    def documents(self, source: Source) -> dict[str, Document]:
        """Return the documents on the shelf by key."""
        return {document.key: document for document in self.read(source).documents}
