"""The drop folder from file to database: known from its own date on, once, and never in the way of a build."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from tests.conftest import NOW
from tests.made import make_source
from tests.test_drop import BAD, GOOD, HEAD, put
from tracker.home import Home
from tracker.ingest import run_ingest
from tracker.sources.drop import SOURCE
from tracker.tables import template
from tracker.terminal import show_ingest
from tracker.warehouse import Warehouse


def ingest(home: Home) -> Any:
    """Run an ingest of the drop folder alone."""
    return run_ingest(home, now=NOW, only="drop", sources={"drop": SOURCE, "record": make_source()})


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("DRAM contract prices rose 4,000% in the second quarter of 2026.", "4000"),
        ("DRAM contract prices fell 400% in the second quarter of 2026.", "400"),
    ],
)
def test_a_misprint_in_a_document_is_listed_and_the_build_goes_on(home: Home, sentence: str, value: str) -> None:
    """A figure that can't be meant is refused with its sentence; what else the document says goes in."""
    text = f"{sentence} NAND contract prices rose 5% in the second quarter of 2026."
    put(home.drop, "note.txt", text)
    put(home.drop, "note.txt.meta.toml", 'published_on = 2026-07-01\npublisher = "Acme"')
    assert ingest(home).exit_code == 0
    with Warehouse.open(home.database) as warehouse:
        (refused,) = warehouse.rows("rejected")
        assert (refused["place"], refused["value"]) == (f"characters 0-{len(sentence)}", value)
        assert [row["product"] for row in warehouse.rows("statement")] == ["NAND"]


def test_an_ingest_brings_good_rows_in_and_lists_bad_ones_once(home: Home) -> None:
    """Prices are known from their own date on, refused rows can be queried, a second run adds nothing."""
    put(home.drop, "p.csv", HEAD + GOOD + BAD)
    put(home.drop, "closes.csv", template("closes"))
    put(home.drop, "notes.pptx", b"PK")
    assert ingest(home).exit_code == 0
    with Warehouse.open(home.database) as warehouse:
        assert [row["price_usd"] for row in warehouse.rows("prices_as_of", dt.date(2026, 6, 30))] == [6.25]
        assert warehouse.rows("prices_as_of", dt.date(2026, 6, 29)) == []
        assert [row["close"] for row in warehouse.rows("equity_close")] == [123.45]
        rejected = {(row["file"], row["place"], row["field"], row["value"]) for row in warehouse.rows("rejected")}
    assert rejected == {("p.csv", "row 3", "product", "DRAMM"), ("notes.pptx", "file", "type", ".pptx")}
    again = ingest(home)
    assert (again.is_new_build, again.gained) == (False, {})


def test_a_run_that_refuses_a_file_says_where_the_reasons_are(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    """The query that is printed names the file and why; a run that refuses nothing new prints none."""
    put(home.drop, "notes.pptx", b"PK")
    show_ingest(ingest(home), home)
    (line,) = [line for line in capsys.readouterr().out.splitlines() if line.startswith("what was refused")]
    with Warehouse.open(home.database) as warehouse:
        (row,) = warehouse.query(line.partition('"')[2].rstrip('"'))
    assert (row["source"], row["file"], row["value"]) == ("drop", "notes.pptx", ".pptx")
    show_ingest(ingest(home), home)
    assert "what was refused" not in capsys.readouterr().out


def test_a_mended_file_replaces_its_first_version(home: Home) -> None:
    """Saving a table again puts its new rows in the place of the old, at their own dates."""
    put(home.drop, "p.csv", HEAD + GOOD + BAD)
    ingest(home)
    put(home.drop, "p.csv", HEAD + GOOD.replace("6.25", "7") + BAD.replace("DRAMM", "DRAM"))
    ingest(home)
    with Warehouse.open(home.database) as warehouse:
        prices = {(row["period"], row["price_usd"]) for row in warehouse.rows("prices_as_of", dt.date(2026, 6, 30))}
        assert prices == {("2026-06", 7.0), ("2026-05", 6.25)}
        assert warehouse.rows("rejected") == []


def test_whatever_a_table_may_say_passes_the_checks_of_the_build(home: Home) -> None:
    """Rows at the edge of what is accepted never keep a database from being published."""
    head = "published_on,publisher,product,segment,attribute,period,direction,"
    head += "low_pct,high_pct,stance,certainty,measure,note\n"
    rows = [
        "2026-07,A,DRAM,,price,2026Q3,down,100,100,guidance,asserted,contract,n",
        "2026Q3,A,DRAM,,price,2026Q3,up,-3,1000,guidance,hedged,contract,n",
        "2026-07-01,A,DRAM,total,price,2026Q3,flat,-3,3,guidance,negated,contract,n",
        "2026-07-01,A,NAND,wafer,price,2026Q4,up,,8,actual,asserted,asp,n",
        "2026-07-01,A,NAND,wafer,price,2036,up,8,,guidance,asserted,contract,n",
        "1990-01-01,A,NOR,,supply,1990,tight,,,actual,asserted,contract,n",
        "2026-07-01,A,HBM,,inventory,2026H2,balanced,,,guidance,asserted,contract,n",
        "2026-07-01,A,MEMORY,,demand,2026-07,down,1000,1000,actual,asserted,contract,n",
        "2026-07-01,A,DRAM,total,price,2026Q3,flat,-3,3,guidance,negated,contract,another",
    ]
    put(home.drop, "g.csv", head + "\n".join(rows))
    head = "published_on,publisher,item,product,segment,period,price_usd,index_level,change_pct,basis,market,note\n"
    rows = [
        "2026-07,A,X,DRAM,total,2026-07,0.0001,,-100,MoM,spot,n",
        "2026-07-01,A,X,DRAM,total,2026-07,,10000000,1000,YoY,contract,n",
        "2026-07-01,B,X,DRAM,total,2026Q3,1000000,,,,contract,n",
    ]
    put(home.drop, "p.csv", head + "\n".join(rows))
    rows = [
        "^SOX,2026-07-03,0.000001,A,n,2026-07",
        "000300,1990-01-01,1000000000,A,n,",
        "000300,1990-01-01,7,B,n,",
    ]
    put(home.drop, "c.csv", "ticker,session_date,close,publisher,note,published_on\n" + "\n".join(rows))
    assert ingest(home).exit_code == 0
    with Warehouse.open(home.database) as warehouse:
        assert warehouse.rows("rejected") == []
        counts = {row["table_name"]: row["row_count"] for row in warehouse.rows("row_counts")}
    assert (counts["statement"] + counts["relay"], counts["price"], counts["equity_close"]) == (9, 3, 3)
