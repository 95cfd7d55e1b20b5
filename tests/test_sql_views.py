"""Rows in, rows out: what each view and macro makes of the sample, and of pages added to it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.sqlsample import NOW, WORDS, build_sample, page, priced, publish_pages, said
from tracker.facts import Document
from tracker.home import Home, prepare_home
from tracker.warehouse import Warehouse

Row = dict[str, Any]
MACROS = (
    "statements_as_of",
    "guidance_as_of",
    "prices_as_of",
    "indicators_as_of",
    "moves_as_of",
    "closes_as_of",
    "counting_as_of",
)


def day(text: str) -> dt.date:
    """Return a date."""
    return dt.date.fromisoformat(text)


def pick(rows: list[Row], *columns: str, **equal: Any) -> list[tuple[Any, ...]]:
    """Return these columns of the rows that have these values, in order."""
    chosen = [row for row in rows if all(row[name] == value for name, value in equal.items())]
    return [tuple(row[column] for column in columns) for row in chosen]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warehouse]:
    """The sample, open."""
    with Warehouse.open(build_sample(tmp_path_factory.mktemp("views")).database) as warehouse:
        yield warehouse


def versions_of(tmp_path: Path, *pages: Document) -> list[Row]:
    """Return versions of TrendForce's guidance for server DRAM in 2026Q4, which only these pages give, oldest first."""
    with Warehouse.open(build_sample(tmp_path, *pages).database) as warehouse:
        rows = warehouse.rows("statement_version")
    found = [row for row in rows if row["segment"] == "server" and row["quarter"] == "2026Q4"]
    return sorted(found, key=lambda row: int(row["version"]))


def outlook(text: str, low: float, high: float, **changes: Any) -> Document:
    """Return a page of a day with guidance for server DRAM in 2026Q4."""
    statement = said(segment="server", period="2026Q4", low_pct=low, high_pct=high, **changes)
    return page(f"outlook-{text}-{low}", day(text), {f"Server DRAM up {low} to {high} %": statement})


def test_the_newest_version_counts(sample: Warehouse) -> None:
    """The raised outlook replaces the first one on the day that it became known; both stay."""
    rows = [row for row in sample.rows("statement_version") if row["subject"].startswith("trendforce DRAM total")]
    found = pick(rows, "mid_pct", "is_counting", "counts_from", "counts_until", "reason", quarter="2026Q3")
    assert sorted(found) == [
        (7.5, False, day("2026-05-20"), day("2026-06-29"), "replaced by the version of 2026-06-29"),
        (12.5, True, day("2026-06-29"), None, "newest of 2 versions"),
    ]


def test_a_doubtful_version_counts_only_until_a_sound_one_is_known(tmp_path: Path) -> None:
    """It does not displace the sound one before it, and is displaced by the next sound one, not by its own age."""
    rows = versions_of(
        tmp_path,
        outlook("2026-06-01", 1, 2, doubt="typed twice"),
        outlook("2026-06-10", 3, 4),
        outlook("2026-06-20", 5, 6, doubt="second hand"),
    )
    assert pick(rows, "low_pct", "is_counting", "counts_from", "counts_until", "reason") == [
        (1.0, False, day("2026-06-01"), day("2026-06-10"), "under doubt, and a version of 2026-06-10 is not"),
        (3.0, True, day("2026-06-10"), None, "newest of 3 versions that is not under doubt"),
        (5.0, False, None, None, "under doubt, and a version of 2026-06-10 is not"),
    ]
    assert rows[0]["replaced_by"] == rows[2]["replaced_by"] == rows[1]["statement_id"]


def test_doubtful_versions_alone_follow_each_other(tmp_path: Path) -> None:
    """Where there is nothing better the newest doubtful one counts."""
    rows = versions_of(
        tmp_path, outlook("2026-06-01", 1, 2, doubt="typed twice"), outlook("2026-06-10", 3, 4, doubt="second hand")
    )
    assert pick(rows, "is_counting", "counts_from", "counts_until") == [
        (False, day("2026-06-01"), day("2026-06-10")),
        (True, day("2026-06-10"), None),
    ]


def test_of_two_versions_of_one_day_the_one_with_a_figure_counts(tmp_path: Path) -> None:
    """The wording without a figure never counted; at every moment at most one version counts."""
    worded = said(segment="server", period="2026Q4", basis="QoQ")
    rows = versions_of(
        tmp_path,
        page("worded", day("2026-06-10"), {"Server DRAM will rise": worded}),
        outlook("2026-06-10", 3, 4),
    )
    assert pick(rows, "low_pct", "counts_from", "counts_until", "reason") == [
        (None, None, None, "another version of the same day counts"),
        (3.0, day("2026-06-10"), None, "newest of 2 versions"),
    ]


def test_at_most_one_version_counts_on_any_day(sample: Warehouse) -> None:
    """counting_as_of gives each subject once, whatever the day, and on the last day what counting_statement gives."""
    days = [day("2026-03-31") + dt.timedelta(days=n) for n in range(0, 100, 9)]
    for moment in [*days, day("2030-01-01")]:
        subjects = [row["subject"] for row in sample.rows("counting_as_of", moment)]
        assert len(subjects) == len(set(subjects))
    assert {row["statement_id"] for row in sample.rows("counting_as_of", day("2030-01-01"))} == {
        row["statement_id"] for row in sample.rows("counting_statement")
    }


def test_counting_as_of_a_day_is_what_counted_then(sample: Warehouse) -> None:
    """Between the two outlooks the first one counts, from the day of the second on the second does."""
    for moment, expected in (("2026-05-19", []), ("2026-06-28", [(7.5,)]), ("2026-06-29", [(12.5,)])):
        rows = sample.rows("counting_as_of", day(moment))
        assert pick(rows, "mid_pct", issuer="trendforce", segment="total", quarter="2026Q3", product="DRAM") == expected


def test_versions_that_agree_are_no_conflict(sample: Warehouse, tmp_path: Path) -> None:
    """A figure given again, months later, is a version but no contradiction."""
    conflicts = {(row["segment"], row["quarter"], row["stance"]) for row in sample.rows("conflicting_version")}
    assert conflicts == {("total", "2026Q3", "guidance"), ("pc", "2026Q3", "guidance"), ("total", "2026Q2", "actual")}
    again = versions_of(tmp_path, outlook("2026-01-01", 3, 4), outlook("2026-06-10", 3, 4))
    assert [row["version"] for row in again] == [1, 2]
    with Warehouse.open(tmp_path / "home" / "memtrack.duckdb") as warehouse:
        assert pick(warehouse.rows("conflicting_version"), "version", segment="server") == []


def test_a_relay_is_a_page_of_the_statement_that_it_repeats(sample: Warehouse) -> None:
    """The statement has two pages, the first of which counts, and one row."""
    (statement,) = (row for row in sample.rows("evidence") if row["relay_count"])
    pages = [row for row in sample.rows("statement_page") if row["statement_id"] == statement["statement_id"]]
    assert sorted(pick(pages, "is_first", "known_on", "publisher")) == [
        (False, day("2026-07-01"), "Another Wire"),
        (True, day("2026-06-29"), "Example Wire"),
    ]


def test_what_an_edit_leaves_as_it_was_is_no_new_statement(tmp_path: Path) -> None:
    """An edited page brings its new sentence only; the words of another page are another statement."""
    home = Home(tmp_path)
    prepare_home(home)
    old = {"DRAM will rise": said(**WORDS), "DRAM will rise, and rise": said(**WORDS)}
    new = {**old, "NOR will rise": said(product="NOR", **WORDS)}
    publish_pages(home, page("a", day("2026-05-01"), old), edits="revision")
    edited = replace(page("a", day("2026-05-01"), new), lang="en")
    publish_pages(home, edited, page("b", day("2026-05-01"), old), now=NOW + dt.timedelta(days=30), edits="revision")
    with Warehouse.open(home.database) as warehouse:
        rows = warehouse.rows("evidence")
    first, edit = day("2026-05-01"), day("2026-08-02")
    assert sorted(pick(rows, "quote", "known_on")) == [
        ("DRAM will rise", first),
        ("DRAM will rise", edit),
        ("DRAM will rise, and rise", first),
        ("DRAM will rise, and rise", edit),
        ("NOR will rise", edit),
    ]
    assert pick(rows, "url", known_on=edit, product="DRAM") == [("https://example.org/b",)] * 2


def test_repeats_are_counted_as_of_the_day(sample: Warehouse) -> None:
    """Before the second page was out nobody knew that there would be one."""
    for macro in ("statements_as_of", "guidance_as_of", "counting_as_of"):
        before = sample.rows(macro, day("2026-06-30"))
        after = sample.rows(macro, day("2026-07-01"))
        assert {row["relay_count"] for row in before} == {0}, macro
        assert {row["relay_count"] for row in after} == {0, 1}, macro


@pytest.fixture(scope="module")
def later(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warehouse]:
    """The sample with pages of 2026-07-03 beside it: a revision, a repeat, another segment, a price."""
    late = day("2026-07-03")
    pages = (
        outlook("2026-07-03", 50, 60),
        page("late-revision", late, {"DRAM will rise 30 to 40 % in 2026Q3.": said(low_pct=30.0, high_pct=40.0)}),
        page("late-repeat", late, {"DRAM up 10 to 15 % in Q3, says TrendForce.": said(low_pct=10.0, high_pct=15.0)}),
        page("late-price", late, {"7.00 dollars in June": priced("2026-06", 7.0)}),
    )
    with Warehouse.open(build_sample(tmp_path_factory.mktemp("later"), *pages).database) as warehouse:
        yield warehouse


@pytest.mark.parametrize("macro", MACROS)
def test_what_is_published_later_changes_nothing_as_of_a_day(macro: str, sample: Warehouse, later: Warehouse) -> None:
    """Every row as of an earlier day is as it was; nor do repeats of a later day show in its counts."""
    assert len(later.rows("evidence")) > len(sample.rows("evidence"))
    assert sample.rows(macro, day("2026-07-02"))
    for moment in ("2026-05-20", "2026-06-30", "2026-07-02"):
        now = [without_capture(row) for row in later.rows(macro, day(moment))]
        then = [without_capture(row) for row in sample.rows(macro, day(moment))]
        assert sorted(now, key=str) == sorted(then, key=str)


def without_capture(row: Row) -> Row:
    """Return a row without the moment at which memtrack got the bytes."""
    return {name: value for name, value in row.items() if name != "captured_at"}


def test_a_statement_of_an_unlisted_segment_is_named(sample: Warehouse) -> None:
    """It is in no series, and not lost either."""
    assert pick(sample.rows("unmapped_statement"), "product", "segment", "quote") == [
        ("MEMORY", "holographic", "Holographic memory may get dearer.")
    ]


def test_an_issuer_without_a_file_is_named(tmp_path: Path) -> None:
    """With how much hangs on the name, since when and from which source."""
    stray = page("stray", day("2026-06-01"), {"DRAM up, says somebody": said("Some Body", **WORDS)})
    with Warehouse.open(build_sample(tmp_path, stray).database) as warehouse:
        listed = {row["issuer"] for row in warehouse.rows("issuer")}
        rows = warehouse.rows("unlisted_issuer")
    assert pick(rows, "statements", "prices", "documents", "first_known_on", "sources", issuer="Some Body") == [
        (1, 0, 0, day("2026-06-01"), ["record"])
    ]
    assert not listed & {row["issuer"] for row in rows}


def test_an_actual_of_a_running_quarter_is_listed(sample: Warehouse) -> None:
    """The May estimate of the second quarter is, the figure of July is not."""
    assert pick(sample.rows("early_actual"), "mid_pct", "known_on", "days_early", "is_before_quarter") == [
        (3.0, day("2026-05-20"), 41, False)
    ]


def test_evidence_that_a_better_reading_replaced_is_listed(sample: Warehouse) -> None:
    """What an issued forecast and flag cite, and this build lacks, is named; the file is published all the same."""
    rows = sample.rows("lost_evidence")
    assert sorted(pick(rows, "issued_kind", "issued_id", "now_told_by")) == [
        ("flag", "g1", None),
        ("forecast", "f1", None),
    ]


def test_coverage_counts_statements_not_rows(sample: Warehouse) -> None:
    """A repeat adds nothing to the quarter; doubted and worded statements are told apart."""
    rows = sample.rows("coverage_by_quarter")
    columns = ("statements", "numeric_statements", "guidance_statements", "actual_statements", "issuers", "segments")
    assert pick(rows, *columns, product="DRAM", quarter="2026Q3") == [(5, 4, 5, 0, 2, 2)]
    assert pick(rows, "statements", "doubted_statements", product="DRAM", quarter="2026Q2") == [(5, 1)]


def test_coverage_of_a_source_says_what_stayed_unread(sample: Warehouse) -> None:
    """Statements, repeats, unread share, refused, undated and dropped."""
    (row,) = sample.rows("coverage_by_source")
    told = row["statements"] + row["relays"] + row["unread"]
    assert (row["relays"], row["unread"], row["rejected"], row["undated"], row["dropped"]) == (1, 1, 1, 1, 1)
    assert row["unread_share"] == pytest.approx(1 / told)


def test_guidance_is_set_against_the_version_before(sample: Warehouse) -> None:
    """First, raised by 5 points; first, cut by 2.5; words and actuals are no steps."""
    rows = sample.rows("revision_path")
    columns = ("revision", "days_ahead", "mid_pct", "revision_pp", "step")
    assert pick(rows, *columns, product="DRAM", segment="total", quarter="2026Q3") == [
        (1, 42, 7.5, None, "first"),
        (2, 2, 12.5, 5.0, "raised"),
    ]
    assert pick(rows, "revision", "revision_pp", "step", segment="pc") == [(1, None, "first"), (2, -2.5, "cut")]


def test_guidance_is_judged_by_the_sound_actual_after_the_quarter(sample: Warehouse) -> None:
    """Neither the estimate of May nor the figure under doubt judges it."""
    rows = sample.rows("guidance_miss")
    columns = ("guided_mid_pct", "actual_pct", "miss_pp", "is_inside", "actual_known_on")
    assert pick(rows, *columns, product="DRAM") == [(10.0, 16.0, 6.0, False, day("2026-07-02"))]
    assert pick(rows, *columns, product="NOR") == [(5.0, 6.0, 1.0, False, day("2026-07-02"))]


def test_a_month_has_one_price_and_a_change_on_the_month_before(tmp_path: Path) -> None:
    """The price under doubt loses; a gap of a month gives no change; the reported change stands beside the computed."""
    more = page("more", day("2026-09-01"), {"9.00 dollars in August": priced("2026-08", 9.0)})
    with Warehouse.open(build_sample(tmp_path, more).database) as warehouse:
        rows = warehouse.rows("monthly_price")
    found = pick(rows, "period", "price_usd", "previous_level", "computed_change_pct", "reported_change_pct")
    assert found == [
        ("2026-04", 4.0, None, None, None),
        ("2026-05", 5.0, 4.0, pytest.approx(25.0), 25.0),
        ("2026-06", 6.0, 5.0, pytest.approx(20.0), None),
        ("2026-08", 9.0, None, None, None),
    ]


def test_a_forecast_is_known_from_the_day_it_was_issued(sample: Warehouse) -> None:
    """Not from its as-of date; median and interval stand in one row."""
    assert sample.rows("forecasts_as_of", day("2026-07-02")) == []
    (row,) = sample.rows("forecasts_as_of", day("2026-07-03"))
    assert (row["change_p10_pct"], row["change_p50_pct"], row["change_p90_pct"]) == (-30.0, 10.0, 50.0)
    assert (row["prob_up"], row["prob_turn"], row["is_live"]) == (0.9, None, True)


def test_an_issued_flag_stays_when_its_statement_is_gone(sample: Warehouse) -> None:
    """It is there as of the day that it knows of and not before, and what it cited is listed without its words."""
    assert sample.rows("flags_as_of", day("2026-07-02")) == []
    assert pick(sample.rows("flags_as_of", day("2026-07-03")), "flag_id", "kind") == [("g1", "tight_vs_bearish")]
    assert pick(sample.rows("flag_citation"), "flag_id", "quote") == [("g1", None)]


def test_changes_between_two_days_exclude_the_first_and_include_the_last(sample: Warehouse) -> None:
    """What was known on the first day is no news; what became known on the last is."""
    rows = sample.rows("changes_between", day("2026-05-20"), day("2026-06-29"))
    assert {row["known_on"] for row in rows} == {day("2026-06-29")}
    assert sorted(pick(rows, "version", product="DRAM")) == [(2,), (2,)]
    assert pick(rows, "version", product="NOR") == [(1,)]
