"""The page on sources says of each source what the source says of itself."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from tests.replay.sources import LIVE
from tracker.manners import Manners

PAGE = (Path(__file__).resolve().parents[1] / "docs" / "sources.md").read_text(encoding="utf-8")


def test_every_live_source_is_described_as_it_is() -> None:
    """The table holds, for each live source, its own title, cadence, key, licence and verification."""
    rows = {line.split("`")[1]: line for line in PAGE.splitlines() if line.startswith("| `") and line.count("|") == 7}
    assert rows.keys() == LIVE.keys()
    for name, source in LIVE.items():
        for words in (source.title, source.cadence, source.licence, source.verification, source.key_env or "none"):
            assert words in rows[name]


def test_every_key_and_every_manner_is_described() -> None:
    """Each variable of a key and each setting of the client is on the page."""
    keys = {source.key_env for source in LIVE.values() if source.key_env}
    manners = {item.name for item in dataclasses.fields(Manners)}
    assert keys
    assert {name for name in keys | manners if f"`{name}`" not in PAGE} == set()


def test_nothing_is_claimed_as_tried_live() -> None:
    """The page says that no source was run against its live site."""
    assert "None of them has been run against its live site" in PAGE
