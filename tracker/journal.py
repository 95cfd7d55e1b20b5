"""Append-only files of JSON lines that survive a crash at any byte.

A line counts once its newline is on disk. A torn last line, left by a killed writer, was never acknowledged: readers
pass over it and the next writer cuts it off. A malformed line anywhere else is an error, never skipped.
"""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from tracker.errors import ArchiveError


class Journal:
    """One append-only file. Appending takes a lock beside the file, so that two processes never mix their lines."""

    def __init__(self, path: Path) -> None:
        """Name the file; it is made at the first append."""
        self.path = path

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """Yield the lines that were completely written, oldest first; raise ArchiveError at a malformed one."""
        if not self.path.exists():
            return
        with self.path.open("rb") as handle:
            for number, line in enumerate(handle, start=1):
                if not line.endswith(b"\n"):
                    return
                yield self._decode(line, number)

    def append(self, rows: Iterable[Mapping[str, Any]]) -> int:
        """Write rows and wait until they are on disk; return how many. Raise ArchiveError where that fails."""
        lines = [json.dumps(row, ensure_ascii=False, separators=(",", ":"), default=_encode) for row in rows]
        if not lines:
            return 0
        from filelock import FileLock

        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with FileLock(f"{self.path}.lock"), self.path.open("ab") as handle:
                self._cut_torn_line(handle.fileno())
                self._write_whole(handle.fileno(), ("\n".join(lines) + "\n").encode())
        except OSError as error:
            raise ArchiveError(
                f"{self.path}: can't be written ({error.strerror}); what was there is kept: free some space or check "
                "the permissions, then run again"
            ) from error
        return len(lines)

    def _decode(self, line: bytes, number: int) -> dict[str, Any]:
        try:
            row = json.loads(line)
        except ValueError as error:
            raise ArchiveError(
                f"{self.path}, line {number}: not JSON ({error}); restore the file from a backup"
            ) from error
        if not isinstance(row, dict):
            raise ArchiveError(f"{self.path}, line {number}: expected a JSON object, found {type(row).__name__}")
        return row

    def _cut_torn_line(self, descriptor: int) -> None:
        size = os.fstat(descriptor).st_size
        if size == 0:
            return
        with self.path.open("rb") as reader:
            keep = _end_of_last_line(reader, size)
        if keep < size:
            os.ftruncate(descriptor, keep)

    @staticmethod
    def _write_whole(descriptor: int, data: bytes) -> None:
        before = os.fstat(descriptor).st_size
        try:
            written = 0
            while written < len(data):
                written += os.write(descriptor, data[written:])
            os.fsync(descriptor)
        except OSError:
            os.ftruncate(descriptor, before)
            raise


def _end_of_last_line(reader: Any, size: int) -> int:
    block = 1 << 16
    end = size
    while end > 0:
        start = max(0, end - block)
        reader.seek(start)
        found = reader.read(end - start).rfind(b"\n")
        if found >= 0:
            return start + int(found) + 1
        end = start
    return 0


def _encode(value: object) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} {value!r} has no place in a journal: expected JSON values and dates")
