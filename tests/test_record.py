"""The packaged record as it ships: complete provenance, proven quotes, honest dates, enough statements."""

from __future__ import annotations

import csv
import datetime as dt
import json
from collections import Counter, defaultdict
from importlib.resources import files
from pathlib import Path

import pytest

from tracker.config import load_issuers, load_products
from tracker.errors import InputError
from tracker.facts import Document, Statement
from tracker.quarter import Quarter, period_bounds, period_quarters
from tracker.record.packaged import bundle_tables, read_tables, unbundle_tables
from tracker.record.shapes import ROW_TYPES, dump_rows
from tracker.source import Capture, Errand
from tracker.sources.record import SOURCE

NOW = dt.datetime(2026, 7, 3, 12, 0, tzinfo=dt.UTC)


class NothingSeen:
    """An archive that has seen nothing."""

    def latest(self, source: str, key: str) -> Capture | None:  # noqa: ARG002 - the shape that a source expects
        """Return None, whatever is asked."""
        return None


@pytest.fixture(scope="module")
def documents() -> tuple[Document, ...]:
    found = read_tables(unbundle_tables(bundle_tables())).documents
    assert found
    return found


def said(documents: tuple[Document, ...]) -> list[tuple[Document, Statement]]:
    pairs = [(document, statement) for document in documents for statement in document.statements]
    assert pairs
    return pairs


def test_collect_hands_over_one_bundle_that_read_understands(tmp_path: Path) -> None:
    """One capture holds the whole record, the same bytes every time, with the documents that the source demands."""
    errand = Errand(now=NOW, since=None, home=tmp_path, settings={}, seen=NothingSeen(), report=lambda _: None)
    first, second = list(SOURCE.collect(errand)), list(SOURCE.collect(errand))
    assert [found.key for found in first] == ["packaged-record"]
    assert first == second
    capture = Capture(
        capture_id="c",
        source="record",
        key=first[0].key,
        version=1,
        sha256="0" * 64,
        size_bytes=len(first[0].content),
        media_type=first[0].media_type,
        captured_at=NOW,
        url=None,
        meta={},
    )
    assert len(SOURCE.read(capture, first[0].content).documents) >= SOURCE.min_documents > 0


def test_every_fact_stands_in_its_documents_text(documents: tuple[Document, ...]) -> None:
    """Each quote is the text at its span, one whole line, and is marked as memtrack's own words."""
    checked = 0
    for document in documents:
        spans = [statement.claim for statement in document.statements]
        lines = document.text.split("\n")
        for fact in (*spans, *document.prices, *document.indicators, *document.moves):
            assert document.text[fact.start : fact.end] == fact.quote
            assert fact.quote in lines
            checked += 1
        assert not any(statement.is_verbatim for statement in document.statements)
    assert checked > 1900


def test_every_document_says_where_and_when(documents: tuple[Document, ...]) -> None:
    """Every document but the digest that a note describes has an address, and may be used from its period's end."""
    assert {document.publisher for document in documents if not document.url} == {"36Kr"}
    assert {document.published_precision for document in documents} == {"day", "month", "quarter"}
    for document in documents:
        first = document.published_on
        if document.published_precision == "month":
            assert document.known_on >= period_bounds(f"{first:%Y-%m}")[1]
        if document.published_precision == "quarter":
            assert document.known_on >= Quarter.of(first).end
        assert document.statements or document.prices or document.indicators or document.moves
    keys = Counter(document.key for document in documents)
    assert max(keys.values()) == 1


def test_there_are_a_thousand_distinct_statements(documents: tuple[Document, ...]) -> None:
    """After joining repeats more than a thousand statements are left, and they cover 2014Q2 to 2026Q4 without a gap."""
    distinct = {statement.group or (document.key, id(statement)) for document, statement in said(documents)}
    assert len(distinct) >= 1000
    periods = {statement.claim.period for _, statement in said(documents) if statement.claim.period}
    quarters = {quarter for period in periods for quarter in period_quarters(period)}
    wanted = [Quarter(2014, 2) + step for step in range(Quarter(2026, 4) - Quarter(2014, 2) + 1)]
    assert [str(quarter) for quarter in wanted if quarter not in quarters] == []


def test_a_group_joins_several_pages_and_one_stance(documents: tuple[Document, ...]) -> None:
    """A group has two documents or more, one product, period and stance: an estimate never joins what settled it."""
    groups = defaultdict(list)
    for document, statement in said(documents):
        if statement.group:
            groups[statement.group].append((document, statement.claim))
    assert len(groups) > 150
    for pairs in groups.values():
        assert len(pairs) > 1
        assert len({(claim.product, claim.period, claim.stance, claim.direction) for _, claim in pairs}) == 1


def test_no_quarter_is_settled_by_an_agency_before_it_ended(documents: tuple[Document, ...]) -> None:
    """A figure for a quarter known before the quarter's end is an outlook, called a running estimate."""
    early = [
        statement
        for document, statement in said(documents)
        if statement.claim.basis == "QoQ"
        and statement.claim.speaker == "third_party"
        and statement.claim.period
        and document.known_on < period_bounds(statement.claim.period)[1]
    ]
    assert early
    assert {statement.claim.stance for statement in early} == {"guidance"}
    assert any("running estimate" in (statement.qualifier or "") for statement in early)


def test_no_price_is_known_before_its_month_is_nearly_over(documents: tuple[Document, ...]) -> None:
    """A price is usable three days before its month's end at the earliest, a half-month fixing within its month."""
    checked = 0
    for document in documents:
        for price in document.prices:
            first, last = period_bounds(price.period)
            early = first if "half-month" in (price.qualifier or "") else last - dt.timedelta(days=3)
            assert document.known_on >= early, price.quote
            checked += 1
    assert checked > 200


def test_percentages_are_plausible(documents: tuple[Document, ...]) -> None:
    """No magnitude is negative or beyond 130 %, and a flat price moves by nothing."""
    sizes = []
    for _, statement in said(documents):
        ends = [end for end in (statement.claim.low_pct, statement.claim.high_pct) if end is not None]
        sizes += ends
        assert statement.claim.direction != "flat" or not any(ends)
    assert len(sizes) > 1500
    assert 0 <= min(sizes) <= max(sizes) <= 130


def test_every_segment_and_issuer_is_known(documents: tuple[Document, ...]) -> None:
    """Each segment is one of its product's, and whoever speaks for a company or an agency has an issuer file."""
    products, issuers = load_products(), load_issuers()
    for _, statement in said(documents):
        assert statement.claim.segment is None or statement.claim.segment in products[statement.claim.product].segments
        if statement.claim.speaker == "company":
            assert statement.issuer in issuers
    assert {"trendforce", "sk_hynix", "beijing_junzheng"} <= {statement.issuer for _, statement in said(documents)}
    assert all(price.segment in products[price.product].segments for document in documents for price in document.prices)


def test_the_digest_of_july_2026_is_there(documents: tuple[Document, ...]) -> None:
    """The seven claims of Beijing Junzheng are known on the day of the market event, with region and hedge kept."""
    own = [
        (document.known_on, statement.claim)
        for document, statement in said(documents)
        if statement.issuer == "beijing_junzheng" and document.published_on == dt.date(2026, 7, 2)
    ]
    assert {known_on for known_on, _ in own} == {dt.date(2026, 7, 2)}
    facts = [(claim.product, claim.attribute, claim.period, claim.region, claim.certainty) for _, claim in own]
    assert sorted(facts, key=str) == sorted(
        [
            ("DRAM", "price", "2026Q2", "CN", "asserted"),
            ("DRAM", "price", "2026Q2", "overseas", "asserted"),
            ("DRAM", "price", "2026Q3", None, "asserted"),
            ("DRAM", "price", "2026Q4", None, "hedged"),
            ("DRAM", "supply", "2026Q4", None, "asserted"),
            ("NOR", "price", "2026Q1", None, "asserted"),
            ("NOR", "price", "2026Q2", None, "asserted"),
        ],
        key=str,
    )


def test_the_falls_of_july_2026_are_there(documents: tuple[Document, ...]) -> None:
    """Both mainland indices fell on 2 July 2026, known that day, and no move is known before its session."""
    moves = [(document, move) for document in documents for move in document.moves]
    fallen = {move.instrument: move.change_pct for _, move in moves if move.event_date == dt.date(2026, 7, 2)}
    assert (fallen["ChiNext"], fallen["STAR Composite"]) == (-5.71, -5.64)
    assert all(document.known_on >= move.event_date for document, move in moves)
    bases = {move.price_basis for _, move in moves}
    assert bases == {"close", "close_rounded", "near_close", "intraday", "multi_day", "premarket"}


def test_dropped_and_undated_rows_ship_with_their_reasons() -> None:
    """What did not become a fact is listed with its origin and a reason."""
    result = read_tables(unbundle_tables(bundle_tables()))
    assert {row.expected.split(":")[0] for row in result.dropped} == {"dropped", "corrected"}
    assert all(row.place and row.value and row.expected for row in result.dropped)
    assert len(result.undated) > 50
    assert all(row.words and row.url and row.reason for row in result.undated)


def test_the_shipped_files_are_canonical() -> None:
    """Each file equals what writing its own rows again gives, so a rebuild shows only real changes."""
    tables = unbundle_tables(bundle_tables())
    folder = files("tracker.record").joinpath("data")
    for name, row_type in ROW_TYPES.items():
        rows = getattr(tables, name)
        assert rows
        assert folder.joinpath(f"{name}.csv").read_text(encoding="utf-8") == dump_rows(row_type, rows)


def test_each_decision_is_used_in_the_shipped_tables() -> None:
    """Every decision that drops, corrects or undates a row shows in the shipped lists."""
    text = files("tracker.record").joinpath("decisions.csv").read_text(encoding="utf-8")
    decisions = list(csv.DictReader(text.splitlines()))
    assert decisions
    tables = unbundle_tables(bundle_tables())
    listed = {row.origin for row in (*tables.dropped, *tables.undated)}
    assert [row["origin"] for row in decisions if row["action"] != "join" and row["origin"] not in listed] == []


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"not json", "JSON object"), (b"{}", "documents"), (b"[]", "documents")],
)
def test_a_malformed_bundle_is_refused(content: bytes, message: str) -> None:
    """Bytes that are no bundle are an input error that says what was expected."""
    with pytest.raises(InputError, match=message):
        unbundle_tables(content)


def test_a_bundle_with_another_header_or_a_lost_document_is_refused() -> None:
    """A column that is not expected and a fact whose document is missing are errors, not silent losses."""
    texts = json.loads(bundle_tables())
    with pytest.raises(InputError, match=r"prices\.csv: header"):
        unbundle_tables(json.dumps({**texts, "prices": texts["prices"].replace("item", "article", 1)}).encode())
    header = texts["documents"].splitlines()[0] + "\n"
    with pytest.raises(InputError, match=r"documents\.csv lacks"):
        read_tables(unbundle_tables(json.dumps({**texts, "documents": header}).encode()))
