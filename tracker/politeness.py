"""How often a host may be asked: spacing, requests at once and requests a day, kept across runs in the home folder."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tracker.errors import DayLimitReached
from tracker.manners import Manners
from tracker.memos import keep_memo

# Requests arrive less regularly than they leave: a little more distance keeps the rate below the bound over there.
_SLACK, _JITTER = 1.05, 0.005


@dataclass(slots=True)
class _Host:
    """What is remembered of one host; `last` and the day are wall-clock, so that a killed run can't be forgotten."""

    gate: threading.BoundedSemaphore
    turn: threading.Lock = field(default_factory=threading.Lock)
    day: str = ""
    count: int = 0
    last: float = 0.0


class Politeness:
    """Lets requests pass one host at a time, no sooner and no oftener than its source's manners allow.

    State lies in one small file a host, rewritten before each request: a run that is killed and started again keeps
    the distance and the day's count.
    """

    def __init__(
        self, folder: Path, *, wall: Callable[[], float] = time.time, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        """Keep the counts in `folder`; `wall` gives seconds since 1970."""
        self._folder = folder
        self._wall = wall
        self._sleep = sleep
        self._hosts: dict[str, _Host] = {}
        self._lock = threading.Lock()

    @contextlib.contextmanager
    def turn(self, host: str, manners: Manners) -> Iterator[Callable[[], None]]:
        """Wait for a turn at a host and hold it; raise DayLimitReached once the day's number of requests is used up.

        Yields what is to be called when the host begins to answer: it has seen the request no later than that, so the
        distance to the next one is counted from there. Opening a connection would shorten it otherwise.
        """
        state = self._state(host, manners)
        with state.gate:
            with state.turn:
                self._count(host, state, manners)
            yield lambda: self._seen(state)

    def _seen(self, state: _Host) -> None:
        """Note that a host has begun to answer; without the lock, which the next request may hold while it waits."""
        state.last = max(state.last, self._wall())

    def _state(self, host: str, manners: Manners) -> _Host:
        """Return what is known of a host, read from its file the first time."""
        with self._lock:
            if host not in self._hosts:
                self._hosts[host] = self._load(host, manners)
            return self._hosts[host]

    def _count(self, host: str, state: _Host, manners: Manners) -> None:
        """Wait until the host may be asked again, and note the request."""
        today = dt.datetime.fromtimestamp(self._wall(), dt.UTC).date().isoformat()
        if state.day != today:
            state.day, state.count = today, 0
        if state.count >= manners.per_day:
            raise DayLimitReached(
                f"{host}: {state.count} requests today, the bound of a day; the rest follows tomorrow"
            )
        distance = _SLACK / manners.per_second + _JITTER
        # A last request in the future means that the clock was set back: one distance is then enough.
        self._sleep(max(0.0, min(state.last + distance - self._wall(), distance)))
        state.last = self._wall()
        state.count += 1
        self._save(host, state)

    def _path(self, host: str) -> Path:
        return self._folder / f"{host.replace(':', '_')}.json"

    def _load(self, host: str, manners: Manners) -> _Host:
        """Read a host's file; one that can't be read counts as none."""
        state = _Host(gate=threading.BoundedSemaphore(max(1, manners.at_once)))
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
            kept = json.loads(self._path(host).read_text(encoding="utf-8"))
            state.day, state.count, state.last = str(kept["day"]), int(kept["count"]), float(kept["last"])
        return state

    def _save(self, host: str, state: _Host) -> None:
        """Write a host's file in one step."""
        keep_memo(self._path(host), {"day": state.day, "count": state.count, "last": state.last})
