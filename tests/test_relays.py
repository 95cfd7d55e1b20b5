"""What others tell of an agency's statement is linked to it and counted once; what says something else is not."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.conftest import NOW
from tests.made import make_source
from tests.test_ingest import sources, switch_on
from tracker.facts import Document, Statement
from tracker.filing import Filing, read_words
from tracker.home import Home
from tracker.ingest import run_ingest
from tracker.statement import Claim
from tracker.warehouse import Warehouse

OWN = "Server DRAM contract prices are forecast to rise 13% to 18% QoQ in 3Q26."


def own_page(words: str = OWN, day: dt.date = dt.date(2026, 6, 30)) -> Document:
    """Return a page of the agency itself, read by the reader."""
    return read_words(
        Filing(
            key=f"own {day}",
            publisher="TrendForce",
            doc_type="press",
            published_on=day,
            issuer="trendforce",
            url=f"https://example.org/own/{day}",
            lang="en",
        ),
        words,
    )


def wire_page(words: str, day: dt.date = dt.date(2026, 7, 3)) -> Document:
    """Return a page of the press, read by the reader."""
    return read_words(
        Filing(
            key=f"wire {day}",
            publisher="Example Wire",
            doc_type="news",
            published_on=day,
            url=f"https://example.org/wire/{day}",
        ),
        words,
    )


def build(home: Home, *pages: Document) -> tuple[list[dict[str, object]], list[dict[str, object]]]:
    """Return the statements and the relays of a database built from these pages."""
    switch_on(home, "record")
    result = run_ingest(home, now=NOW, sources=sources(record=make_source(*pages)))
    assert result.exit_code == 0, result.results
    with Warehouse.open(home.database) as warehouse:
        return warehouse.rows("statement"), warehouse.rows("relay")


@pytest.mark.parametrize(
    "words",
    [
        "TrendForce said server DRAM contract prices would climb 13-18% in the third quarter.",
        "Contract quotes are set to move: TrendForce expects DRAM contract prices to increase about 15% in 3Q26.",
        "TrendForce expects server DRAM prices to rise by up to 18% in the third quarter.",
        "TrendForce expects server DRAM contract prices to keep rising in 3Q26.",
        "集邦咨询预计三季度服务器DRAM合约价上涨13%至18%。",
        "トレンドフォースは、第3四半期のサーバー向けDRAM契約価格が13〜18%上昇すると予測している。",
        "트렌드포스는 3분기 서버용 D램 고정거래가격이 13~18% 상승할 것으로 전망했다.",
    ],
)
def test_a_paraphrase_of_the_press_is_a_relay_of_the_agency_s_own_words(home: Home, words: str) -> None:
    """With or without the figure, the segment and the language: one statement, linked, with the words of the repeat."""
    statements, relays = build(home, own_page(), wire_page(words))
    assert [row["issuer"] for row in statements] == ["trendforce"]
    (relay,) = relays
    assert relay["statement_id"] == statements[0]["statement_id"]
    assert relay["found_by"] in {"paraphrase", "figure"}
    assert str(relay["quote"]) in words


@pytest.mark.parametrize(
    "words",
    [
        "TrendForce expects server DRAM contract prices to rise 20% to 25% in 3Q26.",
        "TrendForce expects server DRAM contract prices to fall 13% to 18% in 3Q26.",
        "TrendForce expects server DRAM contract prices to rise 13% to 18% in 4Q26.",
        "TrendForce expects NAND contract prices to rise 13% to 18% in 3Q26.",
        "TrendForce expects DRAM contract prices to keep rising in 3Q26.",
        "TrendForce expects mobile DRAM contract prices to rise 15% in 3Q26.",
        "Counterpoint expects server DRAM contract prices to rise 13% to 18% in 3Q26.",
    ],
)
def test_what_says_more_or_something_else_stays_a_statement(home: Home, words: str) -> None:
    """Another figure, direction, quarter, product, segment or house; a wider product without a figure."""
    statements, relays = build(home, own_page(), wire_page(words))
    assert len(statements) == 2
    assert relays == []


def test_a_range_that_the_agency_left_open_is_not_closed_by_a_relay(home: Home) -> None:
    """More than 13 % of the agency does not cover 13 to 18 % of the press."""
    own = own_page("Server DRAM contract prices are forecast to rise more than 13% QoQ in 3Q26.")
    statements, relays = build(home, own, wire_page(f"TrendForce said: {OWN}"))
    assert (len(statements), relays) == (2, [])


def test_the_nearest_own_statement_within_the_window_is_taken(home: Home) -> None:
    """Of two outlooks the later one is repeated; before both, or long after, the page stands for itself."""
    first, second = dt.date(2026, 5, 20), dt.date(2026, 6, 30)
    news = "TrendForce expects server DRAM contract prices to keep rising in 3Q26."
    pages = [own_page(day=first), own_page(OWN.replace("13% to 18%", "15% to 20%"), day=second)]
    early, late, last = (dt.date(2026, 5, 1), dt.date(2026, 7, 3), dt.date(2026, 9, 20))
    statements, relays = build(home, *pages, *(wire_page(news, day) for day in (early, late, last)))
    with Warehouse.open(home.database) as warehouse:
        pages_of = {row["document_id"]: str(row["url"]) for row in warehouse.rows("document")}
    standing = sorted(pages_of[row["document_id"]] for row in statements)
    assert standing == [
        f"https://example.org/{name}"
        for name in sorted([f"own/{first}", f"own/{second}", f"wire/{early}", f"wire/{last}"])
    ]
    (relay,) = relays
    origin = next(row for row in statements if row["statement_id"] == relay["statement_id"])
    assert pages_of[origin["document_id"]] == f"https://example.org/own/{second}"
    assert pages_of[relay["document_id"]] == f"https://example.org/wire/{late}"
    assert relay["found_by"] == "paraphrase"


def test_a_relay_is_not_counted_before_or_after(home: Home) -> None:
    """The agency's guidance counts from its own day; the press page adds a repeat, no observation."""
    build(home, own_page(), wire_page("TrendForce said server DRAM contract prices would climb about 15% in 3Q26."))
    with Warehouse.open(home.database) as warehouse:
        assert len(warehouse.rows("observation")) == 1
        (before,) = warehouse.rows("guidance_as_of", dt.date(2026, 7, 2))
        (after,) = warehouse.rows("guidance_as_of", dt.date(2026, 7, 3))
    assert (before["relay_count"], after["relay_count"]) == (0, 1)
    assert before["statement_id"] == after["statement_id"]


def test_a_statement_keeps_the_issuer_that_a_source_gives() -> None:
    """The house that the words name stands in only where a source says nothing of who spoke."""
    (statement,) = wire_page("TrendForce expects DRAM contract prices to rise 10% in 3Q26.").statements
    assert isinstance(statement, Statement)
    assert isinstance(statement.claim, Claim)
    assert (statement.issuer, statement.claim.said_by) == (None, "trendforce")
