"""Raw bytes are kept once, under their digest, with a manifest that tells versions apart."""

from __future__ import annotations

import datetime as dt
import errno
import os
from pathlib import Path

import pytest

from tracker.archive import Archive
from tracker.errors import ArchiveError
from tracker.source import Found

NOW = dt.datetime(2026, 7, 3, 12, 0, tzinfo=dt.UTC)


def found(content: bytes = b"page", key: str = "k", **meta: object) -> Found:
    return Found(key=key, content=content, media_type="text/plain", meta=meta)


def test_the_same_bytes_are_archived_once_and_a_changed_page_is_a_new_version(tmp_path: Path) -> None:
    """Versions count what was seen under one key."""
    archive = Archive(tmp_path)
    first = archive.add("s", found(), NOW)
    assert first is not None
    assert first.version == 1
    assert archive.add("s", found(), NOW) is None
    second = archive.add("s", found(b"edited page"), NOW)
    assert second is not None
    assert second.version == 2
    assert [archive.read(capture) for capture in Archive(tmp_path)] == [b"page", b"edited page"]


def test_a_changed_statement_about_the_bytes_is_a_new_version(tmp_path: Path) -> None:
    """Metadata that a person corrects counts as much as the bytes."""
    archive = Archive(tmp_path)
    archive.add("s", found(issuer="micron"), NOW)
    assert archive.is_new("s", found(issuer="nanya"))


def test_captures_are_the_same_after_reopening(tmp_path: Path) -> None:
    """The manifest holds all that a capture knows."""
    archive = Archive(tmp_path)
    archive.add("s", found(issuer="micron"), NOW)
    assert list(Archive(tmp_path)) == list(archive)


def test_a_damaged_blob_is_reported_not_read(tmp_path: Path) -> None:
    """Bytes that no longer match their digest never reach a reader."""
    archive = Archive(tmp_path)
    capture = archive.add("s", found(), NOW)
    assert capture is not None
    blob = tmp_path / "blobs" / capture.sha256[:2] / capture.sha256
    blob.write_bytes(b"other")
    with pytest.raises(ArchiveError, match="does not match its name"):
        archive.read(capture)


def test_a_full_disk_archives_nothing_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No manifest line without its blob, and no temporary file left behind."""
    archive = Archive(tmp_path)

    def no_space(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", no_space)
    with pytest.raises(ArchiveError, match="No space left"):
        archive.add("s", found(), NOW)
    monkeypatch.undo()
    assert list(Archive(tmp_path)) == []
    assert [path for path in (tmp_path / "blobs").rglob("*") if path.is_file()] == []
