"""Append-only files survive a crash at any byte."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import ArchiveError
from tracker.journal import Journal


def test_what_was_appended_is_read_back_in_order(tmp_path: Path) -> None:
    """Lines come back as they went in."""
    journal = Journal(tmp_path / "a.jsonl")
    assert journal.append([{"n": 1}, {"n": 2}]) == 2
    journal.append([{"n": 3, "words": "涨价"}])
    assert list(journal) == [{"n": 1}, {"n": 2}, {"n": 3, "words": "涨价"}]


@given(cut=st.integers(min_value=1, max_value=24))
def test_a_torn_last_line_is_passed_over_and_then_cut_off(tmp_path_factory: pytest.TempPathFactory, cut: int) -> None:
    """Whatever byte a killed writer stopped at, whole lines stay and the next line starts clean."""
    journal = Journal(tmp_path_factory.mktemp("torn") / "a.jsonl")
    journal.append([{"n": 1}])
    whole = journal.path.stat().st_size
    journal.append([{"n": 2, "long": "x" * 20}])
    os.truncate(journal.path, whole + cut)
    assert list(journal) == [{"n": 1}]
    journal.append([{"n": 3}])
    assert list(journal) == [{"n": 1}, {"n": 3}]


def test_a_malformed_line_in_the_middle_is_an_error(tmp_path: Path) -> None:
    """Damage is never skipped: file and line are named."""
    path = tmp_path / "a.jsonl"
    path.write_text('{"n":1}\nnonsense\n{"n":3}\n')
    with pytest.raises(ArchiveError, match=r"a\.jsonl, line 2"):
        list(Journal(path))


def test_a_full_disk_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A write that fails half-way is taken back and reported."""
    journal = Journal(tmp_path / "a.jsonl")
    journal.append([{"n": 1}])
    before = journal.path.read_bytes()
    real_write = os.write

    def write_half(descriptor: int, data: bytes) -> int:
        if len(data) > 8:
            return real_write(descriptor, data[:8])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "write", write_half)
    with pytest.raises(ArchiveError, match="No space left"):
        journal.append([{"n": 2}])
    assert journal.path.read_bytes() == before


def test_a_value_that_json_does_not_know_is_refused(tmp_path: Path) -> None:
    """Nothing is turned into text in silence."""
    with pytest.raises(TypeError, match="no place in a journal"):
        Journal(tmp_path / "a.jsonl").append([{"n": object()}])
