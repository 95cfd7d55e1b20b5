"""What tests share: an empty home, a fixed clock, and nothing of the machine's own settings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.replay.archive import Stage
from tests.replay.server import Replay
from tests.replay.sites import KEYS, all_sites
from tracker.home import Home, prepare_home

# The same examples in every run, so that a red check is about the change; and no test is about the machine's speed.
settings.register_profile("memtrack", deadline=None, derandomize=True)
settings.load_profile("memtrack")

NOW = dt.datetime(2026, 7, 3, 12, 0, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def _no_settings_of_this_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("MEMTRACK_HOME", str(tmp_path / "unnamed-home"))
    monkeypatch.delenv("MEMTRACK_CONFIGS", raising=False)


@pytest.fixture
def now() -> dt.datetime:
    return NOW


@pytest.fixture
def home(tmp_path: Path) -> Home:
    made = Home(tmp_path / "home")
    prepare_home(made)
    return made


@pytest.fixture
def replay() -> Iterator[Replay]:
    """Yield a server on loopback that plays every site."""
    with Replay(all_sites()) as server:
        yield server


@pytest.fixture
def stage(replay: Replay, tmp_path: Path) -> Stage:
    """Return an archive in memory and a client in front of the replay server, with a key for every source."""
    return Stage(tmp_path, replay.url, environ=dict(KEYS))
