"""What is remembered of answers, so that the same bytes are not fetched twice: validators, digests and times.

An entry says which archived digest it goes with, and is used only while the archive still holds that digest under the
key in question. So a run that was killed between fetching and archiving never takes a "not modified" for having it.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from tracker.memos import keep_memo


@dataclass(frozen=True, slots=True, kw_only=True)
class Validator:
    """What the server said of an answer: `sha256` of the archived bytes, `asked_at` in seconds since 1970."""

    sha256: str
    etag: str | None
    last_modified: str | None
    asked_at: float


class Validators:
    """A folder of small files, one for each request that may be repeated."""

    def __init__(self, folder: Path) -> None:
        """Keep the entries in `folder`."""
        self._folder = folder

    def find(self, request: str) -> Validator | None:
        """Return what is remembered of a request, or None; an entry that can't be read counts as none."""
        with contextlib.suppress(OSError, ValueError, TypeError):
            return Validator(**json.loads(self._path(request).read_text(encoding="utf-8")))
        return None

    def keep(self, request: str, entry: Validator) -> None:
        """Remember an answer, in one step."""
        keep_memo(self._path(request), asdict(entry))

    def _path(self, request: str) -> Path:
        name = hashlib.sha256(request.encode()).hexdigest()
        return self._folder / name[:2] / f"{name[2:34]}.json"
