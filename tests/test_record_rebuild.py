"""The rebuild of the packaged record: small tables in the gathered shape go in, rows of the record come out."""

from __future__ import annotations

import csv
import datetime as dt
import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from tracker.errors import InputError
from tracker.record.rebuild import FILES, PACKAGED, main, rebuild
from tracker.record.rules import Decision, bound_figure, load_decisions, wording_words
from tracker.record.shapes import ROW_TYPES, StatementRow, Tables
from tracker.record.tightness import calendar_period, parse_value
from tracker.record.wording import statement_line

INPUT = "MEMTRACK_RECORD_INPUT"
HEADERS = {
    "guidance_history.csv": "statement_id,statement_group,publisher,published_on,date_precision,known_by,period,"
    "product_family,segment,technology,change_basis,low_pct,high_pct,direction,kind,qualifier,source_url,source_title,notes,doubt",
    "company_asp_quarterly.csv": "issuer,ticker,fiscal_period,calendar_quarter,product,metric,low_pct,high_pct,words,"
    "source_url,published_on",
    "company_statements.csv": "issuer,ticker,published_on,lang,doc_type,publisher,claim,product,technology,segment,"
    "attribute,period,direction,low_pct,high_pct,basis,stance,region,market,speaker,certainty,source_url,source_note",
    "fixed_contract_press.csv": "month,item,usd,mom_pct,source_url,published_on,notes",
    "selloff_events.csv": "date,market,instrument,pct_move,horizon_days,reason,source_url,basis,ticker",
    "tightness_indicators.csv": "period,entity,indicator,value,unit,source_url,published_on,note",
}
GUIDANCE = {
    "publisher": "TrendForce",
    "published_on": "2030-03-20",
    "date_precision": "day",
    "known_by": "2030-03-20",
    "period": "2030Q2",
    "product_family": "DRAM",
    "segment": "total",
    "change_basis": "QoQ",
    "low_pct": "10.0",
    "high_pct": "15.0",
    "direction": "up",
    "kind": "forecast",
    "source_url": "https://example.org/a",
}
Gathered = dict[str, str]


def write_input(folder: Path, **tables: Sequence[Gathered]) -> Path:
    """Write all gathered tables into a folder, with the given rows and every other cell empty."""
    for name in FILES:
        columns = HEADERS[name].split(",")
        with (folder / name).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns, restval="")
            writer.writeheader()
            writer.writerows(tables.get(name.removesuffix(".csv"), []))
    return folder


def stated(folder: Path, *rows: Gathered, decisions: Sequence[Decision] = ()) -> Tables:
    """Return the record of some guidance rows, each given as its differences from an ordinary forecast."""
    numbered = [{**GUIDANCE, "statement_id": f"G{number}", **row} for number, row in enumerate(rows, 1)]
    return rebuild(write_input(folder, guidance_history=numbered), decisions).tables


def only(rows: Sequence[StatementRow]) -> StatementRow:
    assert len(rows) == 1
    return rows[0]


def decide(action: str, **changes: str) -> Decision:
    return Decision(**{"origin": "G1", "action": action, "field": "", "value": "", "reason": "because", **changes})


def test_signed_figures_become_magnitudes(tmp_path: Path) -> None:
    """A fall of 15 to 10 % is down by 10 to 15, with the agency as the speaker of a contract price."""
    row = only(stated(tmp_path, {"low_pct": "-15.0", "high_pct": "-10.0", "direction": "down"}).statements)
    assert (row.direction, row.low_pct, row.high_pct) == ("down", 10, 15)
    assert (row.issuer, row.speaker, row.market, row.measure, row.stance) == (
        "trendforce",
        "third_party",
        "contract",
        "contract",
        "guidance",
    )


def test_figures_against_their_direction_are_refused(tmp_path: Path) -> None:
    """A positive figure that is said to fall stops the rebuild and names the row."""
    with pytest.raises(InputError, match=r"G1: 10\.0 to 15\.0 goes down"):
        stated(tmp_path, {"direction": "down"})


@pytest.mark.parametrize(
    ("low", "high", "wording", "expected"),
    [
        (20.0, 20.0, "over 20%", (20.0, None)),
        (20.0, 20.0, "20 percent or more", (20.0, None)),
        (5.0, 5.0, "will not exceed 5%", (None, 5.0)),
        (0.0, 8.0, "up to 8%", (None, 8.0)),
        (0.0, 5.0, "within 5%", (None, 5.0)),
        (5.0, 5.0, "slightly drop to 5%", (5.0, 5.0)),
        (0.0, 5.0, "slightly drop to 5%", (0.0, 5.0)),
        (10.0, 10.0, "nearly 10%; over 10% in a price war", (10.0, 10.0)),
        (10.0, 15.0, "over 10%; nearly 15%", (10.0, 15.0)),
        (20.0, 20.0, "widening the overall increase", (20.0, 20.0)),
        (None, None, "low single-digit growth", (1.0, 3.0)),
        (None, None, "single-digit fall", (1.0, 9.0)),
        (None, None, "double-digit drop", (10.0, None)),
        (None, None, "more moderate", (None, None)),
    ],
)
def test_the_wording_opens_an_end(
    low: float | None, high: float | None, wording: str, expected: tuple[float | None, float | None]
) -> None:
    """What is said of a figure decides which of its ends stand."""
    figure = bound_figure(low, high, wording)
    assert (figure.low_pct, figure.high_pct) == expected


def test_wordings_are_put_into_own_words() -> None:
    """A size is named in memtrack's words; what notes say of a figure counts only where it can be meant of it."""
    assert wording_words("close to 10 percent", "") == ("nearly",)
    assert wording_words("", "earlier forecast -5%, 32GB RDIMM") == ("RDIMM",)
    assert wording_words("21% increase in prices", "") == ()
    assert wording_words("slightly above the rest", "") == ()


@pytest.mark.parametrize(("wording", "certainty"), [("may rise", "hedged"), ("flat with May", "asserted")])
def test_words_that_hedge_are_told_from_months(tmp_path: Path, wording: str, certainty: str) -> None:
    """A statement that something may happen is hedged; the month of May hedges nothing."""
    assert only(stated(tmp_path, {"qualifier": wording}).statements).certainty == certainty


def test_a_quarter_settled_too_early_is_a_running_estimate(tmp_path: Path) -> None:
    """An actual known before its quarter ended becomes guidance with a doubt; one known after it stays an actual."""
    running = {"kind": "actual", "period": "2030Q1", "source_url": "https://example.org/early"}
    settled = {
        **running,
        "published_on": "2030-05-02",
        "known_by": "2030-05-02",
        "source_url": "https://example.org/late",
    }
    tables = stated(tmp_path, {**running, "statement_group": "R1"}, {**settled, "statement_group": "R1"})
    stances = {row.origin: (row.stance, row.qualifier, row.joined) for row in tables.statements}
    assert stances == {"G1": ("guidance", "running estimate", None), "G2": ("actual", None, None)}


def test_the_fixing_of_a_month_is_settled_in_its_last_days(tmp_path: Path) -> None:
    """A contract price fixed on the month's last sessions or for half of it is actual; ten days earlier it is not."""
    month = {"kind": "actual", "change_basis": "MoM", "period": "2030-03"}
    days = [("2030-03-29", ""), ("2030-03-14", "half-month fixing"), ("2030-03-19", "")]
    rows = [
        {**month, "published_on": day, "known_by": day, "notes": notes, "source_url": f"https://example.org/{day}"}
        for day, notes in days
    ]
    # Three groups of their own: the figures differ.
    rows = [{**row, "high_pct": f"{20 + number}.0"} for number, row in enumerate(rows)]
    assert {row.origin: row.stance for row in stated(tmp_path, *rows).statements} == {
        "G1": "actual",
        "G2": "actual",
        "G3": "guidance",
    }


def test_a_month_may_be_used_from_its_end(tmp_path: Path) -> None:
    """A document known to the month is keyed by it and usable on the month's last day."""
    tables = stated(tmp_path, {"published_on": "2030-02-01", "date_precision": "month", "known_by": "2030-02-28"})
    document = tables.documents[0]
    assert (document.published_on, document.known_on) == (dt.date(2030, 2, 1), dt.date(2030, 2, 28))
    assert document.document == "https://example.org/a @ 2030-02-01 month"


def test_pages_that_move_on_or_restate_are_noted(tmp_path: Path) -> None:
    """A rolling list page says so, and a page that also carries later news is said to restate the older figure."""
    old = {"published_on": "2030-01-10", "known_by": "2030-01-10", "high_pct": "16.0"}
    rolling = {"source_url": "https://example.org/news?page=7"}
    notes = {row.published_on: row.source_note for row in stated(tmp_path, old, {}).documents}
    assert notes[dt.date(2030, 3, 20)] is None
    assert "restates" in (notes[dt.date(2030, 1, 10)] or "")
    assert "Rolling" in (stated(tmp_path, rolling).documents[0].source_note or "")


def test_repeats_of_a_group_are_joined_and_one_page_counts_once(tmp_path: Path) -> None:
    """Two pages of one group share it, the same page twice is dropped with a reason, a lone statement has no group."""
    other = {"source_url": "https://example.org/b", "statement_group": "R1"}
    same = {"statement_group": "R1"}
    tables = stated(tmp_path, same, other, same, {"statement_group": "R2", "high_pct": "17.0"})
    assert {row.origin: row.joined for row in tables.statements} == {"G1": "R1", "G2": "R1", "G4": None}
    assert [(row.origin, row.action) for row in tables.dropped] == [("G3", "dropped")]
    assert "G1" in tables.dropped[0].reason


def test_one_fixing_told_on_several_days_is_one_statement(tmp_path: Path) -> None:
    """The same month, part and change of an agency join across groups; another density stays apart."""
    fixing = {"change_basis": "MoM", "period": "2030-01", "kind": "actual", "low_pct": "5.0", "high_pct": "5.0"}
    parts = [("a", "DDR4 8Gb fixed transaction price 2.5 USD"), ("b", "8Gb"), ("c", "16Gb"), ("d", "16Gb")]
    rows = [{**fixing, "source_url": f"https://example.org/{page}", "notes": notes} for page, notes in parts]
    tables = stated(tmp_path, *rows)
    joined = {row.origin: row.joined for row in tables.statements}
    assert joined["G1"] == joined["G2"] != joined["G3"] == joined["G4"]
    assert [(row.item, row.price_usd, row.change_pct) for row in tables.prices] == [("DDR4 8Gb 1Gx8", 2.5, 5.0)]


def test_only_a_settled_fixing_is_a_price(tmp_path: Path) -> None:
    """What is expected of next month's fixing is a statement and no price."""
    notes = {"notes": "DDR4 8Gb fixed transaction price", "change_basis": "MoM", "period": "2030-04", "low_pct": "15.0"}
    tables = stated(tmp_path, notes)
    assert only(tables.statements).stance == "guidance"
    assert tables.prices == ()


def test_decisions_drop_correct_join_and_undate(tmp_path: Path) -> None:
    """Each kind of decision does what it says and leaves its reason where it ships."""
    assert stated(tmp_path, {}, decisions=[decide("drop")]).dropped[0].reason == "because"
    corrected = stated(tmp_path, {}, decisions=[decide("set", field="period", value="2030Q3")])
    assert only(corrected.statements).period == "2030Q3"
    assert corrected.dropped[0].value == "period 2030Q2"
    undated = stated(tmp_path, {}, decisions=[decide("undated")])
    assert (undated.statements, undated.undated[0].reason, undated.documents) == ((), "because", ())
    pages = [{"statement_group": "R7"}, {"source_url": "https://example.org/b", "high_pct": "16.0"}]
    joins = stated(tmp_path, *pages, decisions=[decide("join", origin="G2", field="group", value="R7")])
    assert {row.joined for row in joins.statements} == {"R7"}


@pytest.mark.parametrize(
    ("decision", "message"),
    [
        (decide("drop", origin="G99"), "G99 is in no gathered table"),
        (decide("set", field="colour", value="red"), "no field 'colour'"),
    ],
)
def test_a_decision_about_nothing_is_refused(tmp_path: Path, decision: Decision, message: str) -> None:
    """A decision that names no row, or a field that the row lacks, stops the rebuild."""
    with pytest.raises(InputError, match=message):
        stated(tmp_path, {}, decisions=[decision])


def test_an_unknown_action_or_a_missing_reason_is_refused() -> None:
    """The list of decisions is checked when it is read."""
    header = "origin,action,field,value,reason\n"
    assert load_decisions(header + "G1,drop,,,because\n")[0].reason == "because"
    with pytest.raises(InputError, match="action 'forget'"):
        load_decisions(header + "G1,forget,,,because\n")
    with pytest.raises(InputError, match="a reason"):
        load_decisions(header + "G1,drop,,,\n")


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"doubt": "the moon was full"}, "moon"),
        ({"publisher": "Nobody Known"}, "Nobody Known"),
        ({"product_family": "NAND", "segment": "niche", "technology": "TLC"}, "expected MLC or SLC"),
    ],
)
def test_unknown_words_stop_the_rebuild(tmp_path: Path, changes: Gathered, message: str) -> None:
    """A doubt, a publisher or a segment that no rule knows is an error, never absorbed."""
    with pytest.raises(InputError, match=message):
        stated(tmp_path, changes)


def test_company_reports_become_statements_indicators_and_undated_facts(tmp_path: Path) -> None:
    """ASP changes are statements of measure asp, shipments indicators; without a date a fact is context only."""
    report = {
        "issuer": "SK hynix",
        "fiscal_period": "1Q30",
        "calendar_quarter": "2030Q1",
        "product": "DRAM",
        "metric": "asp_qoq",
        "low_pct": "-4.0",
        "high_pct": "-4.0",
        "words": "-4%",
        "source_url": "https://example.org/r",
        "published_on": "2030-04-25",
    }
    shipments = {**report, "metric": "bit_qoq", "low_pct": "7.0", "high_pct": "9.0", "words": "high single digit"}
    undated = {**report, "source_url": "https://example.org/u", "published_on": ""}
    wordy = {**shipments, "low_pct": "", "high_pct": ""}
    folder = write_input(tmp_path, company_asp_quarterly=[report, shipments, undated, wordy])
    tables = rebuild(folder, ()).tables
    row = only(tables.statements)
    assert (row.measure, row.market, row.stance, row.basis, row.period_text) == ("asp", None, "actual", "QoQ", "1Q30")
    assert (row.direction, row.low_pct, row.high_pct) == ("down", 4, 4)
    assert [(row.name, row.value_low, row.value_high) for row in tables.indicators] == [
        ("bit shipment change QoQ", 7, 9)
    ]
    assert [row.origin for row in tables.undated] == ["company_asp_quarterly:3"]
    assert [row.origin for row in tables.dropped] == ["company_asp_quarterly:4"]


def test_an_undated_page_takes_the_date_that_another_table_has(tmp_path: Path) -> None:
    """The latest date under which another row cites the page counts; a rolling list page gives none."""
    price = {"month": "2030-01", "item": "DDR4_8Gb_1Gx8_PC", "usd": "2.5"}
    rolling = "https://example.org/news?page=3"
    folder = write_input(
        tmp_path,
        guidance_history=[
            {**GUIDANCE, "statement_id": "G1"},
            {**GUIDANCE, "statement_id": "G2", "source_url": rolling},
        ],
        fixed_contract_press=[{**price, "source_url": GUIDANCE["source_url"]}, {**price, "source_url": rolling}],
    )
    rebuilt = rebuild(folder, ())
    assert [row.document for row in rebuilt.tables.prices] == ["https://example.org/a @ 2030-03-20 day"]
    assert [row.origin for row in rebuilt.tables.undated] == ["fixed_contract_press:2"]
    assert any("dated fixed_contract_press:1: 2030-03-20" in line for line in rebuilt.account)


def test_moves_are_dated_by_their_page_and_normalized(tmp_path: Path) -> None:
    """A page that tells of several sessions is known from the last; ticker, basis and reason are memtrack's own."""
    move = {
        "date": "2030-06-03",
        "market": "CN",
        "instrument": "STAR 50 (index)",
        "pct_move": "-4.5",
        "horizon_days": "1",
        "reason": "tariffs announced",
        "source_url": "https://example.org/m",
        "basis": "close (rounded)",
        "ticker": "000688.SH",
    }
    later = {**move, "date": "2030-06-07", "basis": "intraday low"}
    tables = rebuild(write_input(tmp_path, selloff_events=[move, later]), ()).tables
    assert [row.known_on for row in tables.documents] == [dt.date(2030, 6, 7)]
    first = tables.moves[0]
    assert (first.ticker, first.instrument, first.price_basis, first.reason) == (
        "000688.SS",
        "STAR 50",
        "close_rounded",
        "tariffs",
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3-4", (3, 4, None)),
        ("10+", (10, 10, "over")),
        ("<1", (1, 1, "below")),
        (">9-10", (9, 10, "over")),
        ("-5 to -10", (-10, -5, None)),
        ("nearly -30", (-30, -30, "nearly")),
        ("up to 725", (725, 725, "up to")),
    ],
)
def test_values_of_indicators_are_read(text: str, expected: tuple[float, float, str | None]) -> None:
    """Ranges, bounds and signs of a gathered value are kept apart."""
    assert parse_value(text, "row 1") == expected


def test_a_value_that_is_no_figure_is_refused() -> None:
    """Words in place of a figure stop the rebuild."""
    with pytest.raises(InputError, match="plenty"):
        parse_value("plenty", "row 1")


@pytest.mark.parametrize(
    ("label", "entity", "expected"),
    [
        ("FQ3-2026", "Micron", "2026Q2"),
        ("FQ4-2025", "Micron", "2025Q3"),
        ("2Q24", "DRAM", "2024Q2"),
        ("2025Q3 end", "Buyers", "2025Q3"),
        ("2026FY guide", "Meta", "2026"),
        ("2024FY", "Microsoft", "2024FY"),
        ("FY2026", "Micron", "FY2026"),
        ("2022-09 end", "PC OEMs", "2022-09"),
    ],
)
def test_periods_become_calendar_periods_where_they_can(label: str, entity: str, expected: str) -> None:
    """Fiscal quarters go by the issuer's calendar; a fiscal year that is none of the calendar's stays a label."""
    assert calendar_period(label, entity) == expected


def test_a_line_says_who_what_when_and_how_sure(tmp_path: Path) -> None:
    """The rendering names speaker, product, figure, period and what limits them, in one line."""
    tables = stated(
        tmp_path, {"qualifier": "may exceed 15%", "low_pct": "15.0", "segment": "server", "technology": "DDR5"}
    )
    line = statement_line(only(tables.statements))
    assert line == (
        "TrendForce: DRAM DDR5 for servers contract price up by at least 15 % on the quarter before in 2030Q2 "
        "[outlook; hedged]"
    )


def test_the_command_accounts_for_every_row(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command fails on decisions about rows that a table lacks, names a missing folder, and writes nothing then."""
    write_input(tmp_path, guidance_history=[{**GUIDANCE, "statement_id": "G1"}])
    assert main([str(tmp_path), "--out", str(tmp_path / "out")]) == InputError.exit_code
    assert "decisions.csv" in capsys.readouterr().err
    assert main([str(tmp_path / "nowhere"), "--out", str(tmp_path / "out")]) == InputError.exit_code
    assert "guidance_history.csv" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
    account = rebuild(tmp_path, ()).account
    assert account[0] == "guidance_history.csv: 1 rows = 1 statements"


@pytest.mark.skipif(INPUT not in os.environ, reason=f"{INPUT} names no folder with the gathered tables")
def test_the_shipped_record_is_what_the_gathered_tables_give(tmp_path: Path) -> None:
    """Rebuilt from the gathered tables, every shipped file comes out byte for byte."""
    assert main([os.environ[INPUT], "--out", str(tmp_path)]) == 0
    assert [
        name for name in ROW_TYPES if (tmp_path / f"{name}.csv").read_bytes() != (PACKAGED / f"{name}.csv").read_bytes()
    ] == []
