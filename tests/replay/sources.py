"""Live sources in front of the replay server: which there are, whom they watch in tests, and one run of one of them."""

from __future__ import annotations

import importlib
import pkgutil
from typing import Any

import pytest

import tracker.sources
from tests.replay.archive import Stage
from tests.replay.sites import SETTINGS
from tracker.config import Issuer, load_issuers
from tracker.source import Source

WATCHED = ("beijing_junzheng", "puya", "nanya", "phison", "samsung", "micron", "kioxia")


def _live() -> dict[str, Source]:
    modules = [
        importlib.import_module(f"tracker.sources.{m.name}") for m in pkgutil.iter_modules(tracker.sources.__path__)
    ]
    return {module.SOURCE.name: module.SOURCE for module in modules if module.SOURCE.hosts}


LIVE = _live()
ALL = pytest.mark.parametrize("name", sorted(LIVE))


def watched(name: str) -> tuple[Issuer, ...]:
    """Return the issuers that a source watches in tests."""
    issuers = load_issuers()
    return tuple(issuers[one] for one in WATCHED if name in issuers[one].sources)


def run_source(stage: Stage, name: str, **options: Any) -> Any:
    """Run one source on a stage, with the settings that its replayed pages need."""
    stage.settings = {**SETTINGS.get(name, {}), **options.pop("settings", {})}
    return stage.run(LIVE[name], watch=options.pop("watch", watched(name)), **options)
