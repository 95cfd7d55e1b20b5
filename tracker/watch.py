"""Whom the live sources watch: the issuers whose files in `configs/issuers` name the source.

An issuer file says `sources = ["cninfo", "prices"]`; nothing else lists issuers. Identifiers that only one site uses
(CIK, orgId, corp_code, uid) are looked up there by ticker and remembered in the home folder.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tracker.config import Issuer, load_issuers
from tracker.memos import keep_memo

MAINLAND = (".SZ", ".SS")
TAIWAN = (".TW", ".TWO")
KOREA = (".KS", ".KQ")
JAPAN = (".T",)


def watched_by(source: str) -> tuple[Issuer, ...]:
    """Return the issuers that a source watches, in the order of their identifiers."""
    return tuple(issuer for _, issuer in sorted(load_issuers().items()) if source in issuer.sources)


def codes(issuer: Issuer, suffixes: tuple[str, ...]) -> tuple[str, ...]:
    """Return the exchange's own codes of an issuer's listings with one of these Yahoo suffixes."""
    return tuple(ticker.rsplit(".", 1)[0] for ticker in issuer.tickers if ticker.endswith(suffixes))


def us_tickers(issuer: Issuer) -> tuple[str, ...]:
    """Return the tickers of an issuer's listings in the United States: those without a suffix."""
    return tuple(ticker for ticker in issuer.tickers if "." not in ticker and not ticker.startswith("^"))


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
        keep_memo(self.path, self._table)
