"""Prepares what a live source is handed: its settings, its key, the issuers it watches, and a client of its own."""

from __future__ import annotations

import contextlib
import dataclasses
import datetime as dt
import re
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tracker.config import Issuer, config_folder
from tracker.errors import ConfigError, MissingKey
from tracker.keys import find_key
from tracker.manners import Manners, settle
from tracker.source import Errand, Seen, Source
from tracker.watch import watched_by

if TYPE_CHECKING:
    from tracker.network import Network
    from tracker.politeness import Politeness

_MAIL = re.compile(r"[!-?A-~]+@[!-?A-~]+")
REPLAY_VARIABLE = "MEMTRACK_REPLAY_URL"


@contextlib.contextmanager
def errand_for(
    source: Source,
    *,
    now: dt.datetime,
    since: dt.date | None,
    home: Path,
    table: Mapping[str, Any],
    seen: Seen,
    report: Callable[[str], None],
    environ: Mapping[str, str],
    progress: Callable[[int, int | None], None] = lambda _done, _total: None,
    politeness: Politeness | None = None,
    watch: tuple[Issuer, ...] | None = None,
    wall: Callable[[], float] = time.time,
    keeps: bool = True,
    chat: Callable[[str], None] | None = None,
    network: Network | None = None,
) -> Iterator[Errand]:
    """Yield the errand of a live source, with a client that is closed afterwards.

    Raises MissingKey where the source can't do without a key that nobody gave, ConfigError for bad settings. `table` is
    the source's part of memtrack.toml; `politeness` may be shared by the sources of one run; `wall` tells the client
    the time, in seconds since 1970. Without `keeps` it remembers nothing but how often it asked. `report` gets what a
    person should know of the run afterwards, `chat` (the same, if not given) what is of interest only while it runs.
    `network` is what the sources of one run know together of whether there is one.
    """
    from tracker.http import Client  # the client's library costs a tenth of a second: only those who fetch pay it
    from tracker.politeness import Politeness as NewPoliteness

    manners, settings = settle(source, config_folder() / "sources", table)
    key = _key(source, home, environ)
    folder = home / "http"
    manners = _manners(manners, key, environ)
    if manners.per_second > source.most_per_second and not manners.replay_url:
        raise ConfigError(
            f"[source.{source.name}] per_second = {manners.per_second:g}; the site allows {source.most_per_second:g}"
        )
    if manners.replay_url:
        report(f"{source.name}: asking {manners.replay_url} instead of the live site")
    with Client(
        source.name,
        source.hosts,
        manners,
        folder=folder,
        politeness=politeness or NewPoliteness(folder / "asked", wall=wall),
        secrets=(key,) if key and len(key) > 6 else (),
        report=chat or report,
        wall=wall,
        keeps=keeps,
        keeps_bodies=source.keeps_bodies,
        network=network,
    ) as client:
        yield Errand(
            now=now,
            since=since,
            home=home,
            settings=settings,
            seen=seen,
            report=report,
            client=client,
            watch=watched_by(source.name) if watch is None else watch,
            key=key,
            progress=progress,
        )


def _key(source: Source, home: Path, environ: Mapping[str, str]) -> str | None:
    """Return a source's key; None where it needs none, or does without."""
    if source.key_env is None:
        return None
    try:
        return find_key(source.key_env, home, environ)
    except MissingKey:
        if source.key_optional:
            return None
        raise


def _manners(manners: Manners, key: str | None, environ: Mapping[str, str]) -> Manners:
    """Return the manners with the caller's address in the User-Agent where a source wants it, and the replay server."""
    agent = manners.user_agent.replace("{contact}", key or "")
    if "{contact}" in manners.user_agent and not _MAIL.fullmatch(key or ""):
        raise ConfigError("MEMTRACK_CONTACT: expected an e-mail address in ASCII; it goes into the User-Agent")
    replay = environ.get(REPLAY_VARIABLE, "") or manners.replay_url
    return dataclasses.replace(manners, user_agent=agent, replay_url=replay)
