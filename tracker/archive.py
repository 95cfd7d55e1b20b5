"""Raw bytes by their SHA-256, and the manifest that says what each of them is.

Append-only: a blob is written under a temporary name, synced and renamed; then one manifest line makes it count. A
crash in between leaves a blob that nothing names, which the next run writes again under the same name: nothing is lost,
nothing stands there twice.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import uuid
from collections.abc import Iterator
from pathlib import Path

from tracker.errors import ArchiveError
from tracker.journal import Journal
from tracker.source import Capture, Found


class Archive:
    """The archive of one home folder. It is read once, at the start; one writer at a time is the caller's duty."""

    def __init__(self, folder: Path) -> None:
        """Read the manifest; raise ArchiveError where it is damaged."""
        self._blobs = folder / "blobs"
        self.incoming = folder / "incoming"
        self.manifest = Journal(folder / "manifest.jsonl")
        self._captures: dict[str, Capture] = {}
        self._latest: dict[tuple[str, str], Capture] = {}
        for row in self.manifest:
            self._remember(_capture_from_row(row, self.manifest.path))

    def __iter__(self) -> Iterator[Capture]:
        """Yield every capture, in the order in which they were archived."""
        return iter(self._captures.values())

    def latest(self, source: str, key: str) -> Capture | None:
        """Return the newest capture of a key of a source, or None."""
        return self._latest.get((source, key))

    def is_new(self, source: str, found: Found) -> bool:
        """Tell whether bytes or what is known of them differ from the newest capture of their key."""
        known = self.latest(source, found.key)
        return known is None or known.capture_id != _capture_id(source, found, known.version)

    def add(self, source: str, found: Found, now: dt.datetime) -> Capture | None:
        """Archive bytes and return their capture, or None where nothing about them is new; `now` is UTC."""
        if not self.is_new(source, found):
            return None
        known = self.latest(source, found.key)
        version = known.version + 1 if known else 1
        capture = Capture(
            capture_id=_capture_id(source, found, version),
            source=source,
            key=found.key,
            version=version,
            sha256=hashlib.sha256(found.content).hexdigest(),
            size_bytes=len(found.content),
            media_type=found.media_type,
            captured_at=now,
            url=found.url,
            meta=dict(found.meta),
        )
        self._write_blob(capture.sha256, found.content)
        self.manifest.append([_row_from_capture(capture, found)])
        self._remember(capture)
        return capture

    def read(self, capture: Capture) -> bytes:
        """Return a capture's bytes; raise ArchiveError where they are gone or are not what was archived."""
        path = self._blob_path(capture.sha256)
        try:
            content = path.read_bytes()
        except OSError as error:
            raise ArchiveError(
                f"{path}: bytes of {capture.source} {capture.key!r} can't be read ({error.strerror}); restore "
                "the file from a backup of the archive"
            ) from error
        if hashlib.sha256(content).hexdigest() != capture.sha256:
            raise ArchiveError(
                f"{path}: content does not match its name; expected SHA-256 {capture.sha256}: restore it from a backup"
            )
        return content

    def _remember(self, capture: Capture) -> None:
        self._captures[capture.capture_id] = capture
        self._latest[capture.source, capture.key] = capture

    def _blob_path(self, sha256: str) -> Path:
        return self._blobs / sha256[:2] / sha256

    def _write_blob(self, sha256: str, content: bytes) -> None:
        path = self._blob_path(sha256)
        if path.exists() and path.stat().st_size == len(content):
            return
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(path, content, via=self.incoming)
        except OSError as error:
            raise ArchiveError(
                f"{path}: can't be archived ({error.strerror}); nothing of it counts yet: free some space or check the "
                "permissions, then run again"
            ) from error


def write_atomically(path: Path, content: bytes, *, via: Path | None = None) -> None:
    """Put bytes at a path so that a reader sees the old file or the whole new one, whatever happens meanwhile.

    `via` is a folder of the same file system for the half-written file, one that somebody clears after a crash; without
    it the file's own folder is used.
    """
    folder = via or path.parent
    folder.mkdir(parents=True, exist_ok=True)
    temporary = folder / f".{path.name[:40]}.{uuid.uuid4().hex}"
    try:
        with temporary.open("xb") as writer:
            writer.write(content)
            writer.flush()
            os.fsync(writer.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _capture_id(source: str, found: Found, version: int) -> str:
    parts = [
        source,
        found.key,
        str(version),
        found.media_type,
        found.url or "",
        json.dumps(dict(found.meta), sort_keys=True),
    ]
    digest = hashlib.sha256("\0".join(parts).encode())
    digest.update(b"\0" + hashlib.sha256(found.content).digest())
    return digest.hexdigest()[:16]


def _row_from_capture(capture: Capture, found: Found) -> dict[str, object]:
    return {
        "capture_id": capture.capture_id,
        "source": capture.source,
        "key": capture.key,
        "version": capture.version,
        "sha256": capture.sha256,
        "size_bytes": capture.size_bytes,
        "media_type": capture.media_type,
        "captured_at": capture.captured_at,
        "url": capture.url,
        "meta": capture.meta,
        "request": dict(found.request),
        "response": dict(found.response),
    }


def _capture_from_row(row: dict[str, object], path: Path) -> Capture:
    try:
        return Capture(
            capture_id=str(row["capture_id"]),
            source=str(row["source"]),
            key=str(row["key"]),
            version=int(str(row["version"])),
            sha256=str(row["sha256"]),
            size_bytes=int(str(row["size_bytes"])),
            media_type=str(row["media_type"]),
            captured_at=dt.datetime.fromisoformat(str(row["captured_at"])),
            url=None if row["url"] is None else str(row["url"]),
            meta=dict(row["meta"]),  # type: ignore[call-overload]
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ArchiveError(
            f"{path}: a line is no capture ({error!r}): {row}; restore the file from a backup"
        ) from error
