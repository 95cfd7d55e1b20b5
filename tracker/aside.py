"""Answers that were refused, kept for a look: what to send along when a site has changed. They are not archived."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.errors import SourceError
    from tracker.reply import Reply

MOST_KEPT = 20
MOST_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Aside:
    """The refused answers of one source in `folder`: the newest few; without `keeps_bodies` what was wrong alone."""

    folder: Path
    source: str
    keeps_bodies: bool = True

    def put(self, reply: Reply, error: SourceError, at: float) -> None:
        """Keep an answer, its headers, its request and what was wrong with it; `at` is in seconds since 1970.

        A disk that is full loses the answer and nothing else.
        """
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            stamp = dt.datetime.fromtimestamp(at, dt.UTC).strftime("%Y%m%dT%H%M%S%f")
            note = {
                "error": str(error),
                "status": reply.status,
                "headers": dict(reply.headers),
                "request": dict(reply.request),
            }
            body = reply.content[:MOST_BYTES] if self.keeps_bodies else b""
            (self.folder / f"{self.source}-{stamp}.body").write_bytes(body)
            (self.folder / f"{self.source}-{stamp}.json").write_text(json.dumps(note), encoding="utf-8")
            for old in sorted(self.folder.glob(f"{self.source}-*"))[: -2 * MOST_KEPT]:
                old.unlink()
