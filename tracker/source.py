"""The contract of a source: what it says of itself, how it finds new bytes, how its bytes are read.

A source is one module in `tracker.sources` that holds one `SOURCE`; nothing is registered anywhere. `collect` is the
impure half: it finds and fetches, and hands on bytes. `read` is pure: archived bytes in, documents out, so that a
mended reader repairs history.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Protocol

from tracker.facts import Precision, Yield
from tracker.manners import Manners

if TYPE_CHECKING:
    from tracker.config import Issuer
    from tracker.http import Client

Edits = Literal["revision", "replacement", "addition"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Bytes that a source hands to the archive, with what the source knows of them before they are read.

    `key` names the bytes within the source and stays the same when they are fetched again. `meta` holds what `read`
    needs and the bytes do not say (issuer, published date, kind of table ...), as JSON values.
    """

    key: str
    content: bytes
    media_type: str
    url: str | None = None
    meta: Mapping[str, Any] = field(default_factory=dict)
    request: Mapping[str, str] = field(default_factory=dict)
    response: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """One archived version of a key of a source, as the manifest lists it; `captured_at` is UTC.

    `version` counts the distinct contents seen under one key, from 1.
    """

    capture_id: str
    source: str
    key: str
    version: int
    sha256: str
    size_bytes: int
    media_type: str
    captured_at: dt.datetime
    url: str | None
    meta: Mapping[str, Any]


class Seen(Protocol):
    """What a collector may ask of the archive: whether a key is there already, and what was last seen of it."""

    def latest(self, source: str, key: str) -> Capture | None:
        """Return the newest capture of a key, or None."""
        ...


def _untold(done: int, total: int | None) -> None:
    """Tell nobody how far a collector has come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """What a collector is handed for one run. `now` is UTC; `since` bounds how far back to look, if given.

    Live sources also get the `client` that fetches for them, the issuers that they `watch`, their `key` if they have
    one, and `progress`, to be called with how many items are done and how many there are (None: nobody knows).
    """

    now: dt.datetime
    since: dt.date | None
    home: Path
    settings: Mapping[str, Any]
    seen: Seen
    report: Callable[[str], None]
    client: Client | None = None
    watch: tuple[Issuer, ...] = ()
    key: str | None = None
    progress: Callable[[int, int | None], None] = _untold

    @property
    def web(self) -> Client:
        """Return the client; a live source can't be run without one."""
        if self.client is None:
            raise RuntimeError("this errand has no client: prepare it with tracker.errand.errand_for")
        return self.client


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One line of a source's check: what was looked at, what was expected there, what was found, whether they agree."""

    place: str
    expected: str
    found: str
    is_well: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A source's own description and its two halves.

    `edits` says what a changed content under a known key means: a `revision` counts as published when it was captured
    (pages of others), a `replacement` stands in for the version before (material whose rows carry their own dates); an
    `addition` goes beside it: `read` gives only what is new or changed in that version, and dates it itself.
    `min_documents` fails a reading with fewer documents than the source is known to have. `reader_version` changes with
    its `read`; `uses_reader` says that `read` calls the reader of sentences, whose version then counts too.
    `settings_keys` are the keys that its table in memtrack.toml may hold besides `enabled`.

    A live source names every host that it may ask (`hosts`; a request or a redirect elsewhere is refused), how it
    behaves there (`manners`), its own settings with their defaults, and a `check` that asks for one page and says, part
    by part, whether it still has the known shape. `terms` are told to whoever enables a source that is off by default.
    `key_env` names the variable of its key; with `key_optional` it runs without one, on less. Without `keeps_bodies` no
    page of it is kept anywhere, not even one that was refused. `most_per_second` is the site's own bound on the rate of
    a host, which no setting may exceed.
    """

    name: str
    title: str
    publisher: str
    cadence: str
    licence: str
    raw_may_leave: bool
    collect: Callable[[Errand], Iterator[Found]]
    read: Callable[[Capture, bytes], Yield]
    edits: Edits = "revision"
    key_env: str | None = None
    verification: str = ""
    min_documents: int = 0
    reader_version: str = "1"
    uses_reader: bool = False
    settings_keys: frozenset[str] = frozenset()
    hosts: tuple[str, ...] = ()
    manners: Manners = field(default_factory=Manners)
    settings: Mapping[str, Any] = field(default_factory=dict)
    key_optional: bool = False
    keeps_bodies: bool = True
    most_per_second: float = float("inf")
    terms: str = ""
    check: Callable[[Errand], tuple[Finding, ...]] | None = None

    @property
    def known_keys(self) -> frozenset[str]:
        """Return the keys that its table in memtrack.toml may hold besides `enabled`."""
        manners = {item.name for item in fields(Manners)} if self.hosts else set()
        return self.settings_keys | self.settings.keys() | manners


__all__ = ["Capture", "Edits", "Errand", "Finding", "Found", "Manners", "Precision", "Seen", "Source", "Yield"]
