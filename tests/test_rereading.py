"""What a new reader version reads differently is shown."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import replace

import pytest

from tests.conftest import NOW
from tests.made import LINES, make_claim, make_document, make_source, span
from tests.test_ingest import sources, switch_on
from tracker.errors import InputError, UsageError
from tracker.facts import Document, Statement
from tracker.home import Home
from tracker.ingest import run_ingest
from tracker.rereading import compare_readings
from tracker.warehouse import Warehouse


def find_product(words: str) -> str:
    """Return the product of what a reading says."""
    return next((word for word in words.split() if word.startswith("product=")), "")


def read_as(home: Home, version: str, *claims: object, issuer: str | None = "trendforce") -> None:
    document: Document = make_document(statements=tuple(Statement(claim=claim, issuer=issuer) for claim in claims))  # type: ignore[arg-type]
    source = replace(make_source(document), reader_version=version)
    run_ingest(home, now=NOW + dt.timedelta(hours=int(version)), sources=sources(record=source))
    (rows,) = (home.readings / "record").glob(f"record-{version}-*.rows.jsonl")
    os.utime(rows, (int(version), int(version)))


def test_statements_that_appear_vanish_and_change_are_told_apart(home: Home) -> None:
    """A corrected figure changes, a new rule's claim appears, a dropped one vanishes; what stays is not mentioned."""
    switch_on(home, "record")
    same = make_claim()
    elsewhere = span(LINES[2])
    read_as(home, "1", same, make_claim(product="NAND", low_pct=1.0), make_claim(product="NOR", **elsewhere))
    read_as(home, "2", same, make_claim(product="NAND", low_pct=2.0), make_claim(product="HBM", **elsewhere))
    told = {(one.kind, find_product(one.before), find_product(one.after)) for one in compare_readings(home)}
    assert told == {
        ("changes", "product=NAND", "product=NAND"),
        ("vanishes", "product=NOR", ""),
        ("appears", "", "product=HBM"),
    }


def test_a_change_shows_only_what_differs(home: Home) -> None:
    """A size that is gone is a dash; who spoke is shown where it alone is new; the rest is not repeated."""
    switch_on(home, "record")
    read_as(home, "1", make_claim(low_pct=10.0, high_pct=None, basis="QoQ"))
    read_as(home, "2", make_claim(low_pct=None, high_pct=12.0, basis="QoQ"))
    (change,) = compare_readings(home)
    assert change.before == "product=DRAM attribute=price low_pct=10.0 high_pct=-"
    assert change.after == "product=DRAM attribute=price low_pct=- high_pct=12.0"


def test_a_statement_given_to_another_party_is_no_change_of_nothing(home: Home) -> None:
    """Who said it is part of what a reader decides."""
    switch_on(home, "record")
    read_as(home, "1", make_claim(), issuer=None)
    read_as(home, "2", make_claim(), issuer="trendforce")
    (change,) = compare_readings(home)
    assert change.before == "product=DRAM attribute=price issuer=Example Wire"
    assert change.after == "product=DRAM attribute=price issuer=trendforce"


def test_one_version_alone_can_not_be_compared(home: Home) -> None:
    """The message says what is missing."""
    switch_on(home, "record")
    read_as(home, "1", make_claim())
    assert compare_readings(home) == []
    with pytest.raises(UsageError, match="one reader version only"):
        compare_readings(home, "record")
    with pytest.raises(UsageError, match="no reading yet"):
        compare_readings(home, "nowhere")


def test_a_newer_reader_loses_no_row_of_a_source_that_was_not_collected(home: Home) -> None:
    """After an upgrade, what an issued forecast or one source's run publishes still holds what was read before."""
    switch_on(home, "record", "drop")
    document = make_document(statements=(Statement(claim=make_claim(), issuer="trendforce"),))
    older = replace(make_source(document), reader_version="1")
    run_ingest(home, now=NOW, sources=sources(record=older))
    newer = replace(older, reader_version="2")
    result = run_ingest(home, now=NOW + dt.timedelta(hours=1), only="drop", sources=sources(record=newer))
    assert result.exit_code == 0
    with Warehouse.open(home.database) as warehouse:
        assert [row["reading_version"][:8] for row in warehouse.rows("statement")] == ["record-2"]


def test_a_capture_that_the_newer_reader_cannot_read_is_told(home: Home) -> None:
    """Its source fails in a run that did not collect it, with the reason."""
    switch_on(home, "record", "drop")
    document = make_document(statements=(Statement(claim=make_claim(), issuer="trendforce"),))
    older = replace(make_source(document), reader_version="1")
    run_ingest(home, now=NOW, sources=sources(record=older))

    def refuse(_capture: object, _content: bytes) -> object:
        raise InputError("page 3: no text")

    newer = replace(older, reader_version="2", read=refuse)
    result = run_ingest(home, now=NOW + dt.timedelta(hours=1), only="drop", sources=sources(record=newer))
    assert (result.exit_code, {one.source: one.outcome for one in result.results}["record"]) == (3, "failed")
    assert "page 3: no text" in str(result.results[-1].message)
