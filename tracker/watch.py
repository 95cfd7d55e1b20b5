"""Whom the live sources watch: the issuers whose files in `configs/issuers` name the source.

An issuer file says `sources = ["cninfo", "prices"]`; nothing else lists issuers. Identifiers that only one site uses
(CIK, orgId, corp_code, uid) are looked up there by ticker and remembered in the home folder.
"""

from __future__ import annotations

import contextlib
import json
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tracker.errors import ConfigError

MAINLAND = (".SZ", ".SS")
TAIWAN = (".TW", ".TWO")
KOREA = (".KS", ".KQ")
JAPAN = (".T",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """An issuer as the collectors need it; tickers in Yahoo notation, main listing first."""

    issuer: str
    name: str
    names: tuple[str, ...] = ()
    tickers: tuple[str, ...] = ()
    exchange: str | None = None

    def codes(self, suffixes: tuple[str, ...]) -> tuple[str, ...]:
        """Return the exchange's own codes of the listings with one of these Yahoo suffixes."""
        return tuple(ticker.rsplit(".", 1)[0] for ticker in self.tickers if ticker.endswith(suffixes))

    @property
    def us_tickers(self) -> tuple[str, ...]:
        """Return the tickers of listings in the United States: those without a suffix."""
        return tuple(ticker for ticker in self.tickers if "." not in ticker and not ticker.startswith("^"))


def watched_by(source: str, folder: Path) -> tuple[Watched, ...]:
    """Return the issuers that a source watches, in the order of their identifiers; raise ConfigError for bad TOML."""
    found: list[Watched] = []
    for path in sorted(folder.glob("*.toml")):
        table = _parse(path)
        if source in table.get("sources", ()):
            found.append(
                Watched(
                    issuer=str(table["id"]),
                    name=str(table["name"]),
                    names=tuple(table.get("names", ())),
                    tickers=tuple(table.get("tickers", ())),
                    exchange=table.get("exchange"),
                )
            )
    return tuple(found)


def _parse(path: Path) -> dict[str, Any]:
    """Return the table in an issuer's file."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path.name}: {error}; mend the TOML") from error


@dataclass(slots=True)
class Lookup:
    """Identifiers found once at a site, kept in one small file that may be deleted at any time."""

    path: Path
    _table: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Read the file; one that can't be read counts as none."""
        with contextlib.suppress(OSError, ValueError):
            self._table = {str(k): str(v) for k, v in json.loads(self.path.read_text(encoding="utf-8")).items()}

    def find(self, name: str) -> str | None:
        """Return what is known under a name, or None."""
        return self._table.get(name)

    def keep(self, entries: Mapping[str, str]) -> None:
        """Remember entries, in one step."""
        self._table |= entries
        self.path.parent.mkdir(parents=True, exist_ok=True)
        beside = self.path.with_suffix(f".{os.getpid()}.tmp")
        beside.write_text(json.dumps(self._table, ensure_ascii=False, sort_keys=True), encoding="utf-8")
        beside.replace(self.path)
