"""The packaged record: cited facts since 2009 that travel with memtrack, so that a new home is not empty."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.facts import Yield
from tracker.record.packaged import bundle_tables, read_tables, unbundle_tables
from tracker.source import Capture, Errand, Found, Source


def collect(_errand: Errand) -> Iterator[Found]:
    """Hand on the packaged tables as one bundle; the archive knows it when nothing changed."""
    yield Found(key="packaged-record", content=bundle_tables(), media_type="application/json")


def read(_capture: Capture, content: bytes) -> Yield:
    """Return the documents of a bundle; raise InputError where it is malformed."""
    return read_tables(unbundle_tables(content))


SOURCE = Source(
    name="record",
    title="Packaged record of contract prices, company reports and equity falls since 2009",
    publisher="memtrack, from the pages that each row cites",
    cadence="with each release of memtrack",
    licence="Facts with their sources; the wording is memtrack's own, under its licence",
    raw_may_leave=True,
    collect=collect,
    read=read,
    edits="replacement",
    verification="tracker/record/decisions.csv lists what was corrected and dropped, and why",
    min_documents=600,
    reader_version="1",
)
