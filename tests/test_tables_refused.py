"""What a table may not say: each bad cell, row, header or file is refused with place, value and expectation."""

from __future__ import annotations

import datetime as dt
import io

import openpyxl
import pytest

from tests.test_tables import CLOSES, GUIDANCE, PRICES, facts, read, workbook
from tracker.errors import InputError, UnreadableDocument
from tracker.grids import XLSX

DATE_FORMS = "a date like 2026-07-03, or 2026-07 or 2026Q3 where only the month or quarter is known"
ISSUER_FORMS = "an issuer's id, ticker or name as in configs/issuers (others are named under publisher)"
ONE_OF = "price_usd or index_level or change_pct, publisher or issuer, url or note"
NEEDED = f"published_on, item, product, segment, period, {ONE_OF}"
KINDS = "expected the header of one of prices, guidance, closes: see `memtrack add --template KIND`"
HEADER = PRICES.strip().replace(",", ", ")
GOOD_PRICE = "2026-06-30,Acme,X,DRAM,pc,2026-06,6.25,4,https://a.example\n"


def price_row(**changes: str) -> str:
    cells = dict(zip(PRICES.strip().split(","), GOOD_PRICE.strip().split(","), strict=True)) | changes
    return ",".join(cells.values()) + "\n"


def guidance_row(**changes: str) -> str:
    good = "2026-07-01,Acme,,DRAM,2026Q3,up,10,15,guidance,,call"
    return ",".join((dict(zip(GUIDANCE.strip().split(","), good.split(","), strict=True)) | changes).values()) + "\n"


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("change_pct", '"4,000"', "a percentage between -100 and 1,000 (percent, signed: a fall is negative)"),
        ("change_pct", "-101", "a percentage between -100 and 1,000 (percent, signed: a fall is negative)"),
        ("change_pct", "nan", "a percentage with a decimal point, like 1234.5 or 1,234.5"),
        ("price_usd", "0", "a number between 0.0001 and 1,000,000 (US dollars per unit of the item)"),
        ("price_usd", "-6.25", "a number between 0.0001 and 1,000,000 (US dollars per unit of the item)"),
        ("price_usd", '"12,5"', "a number with a decimal point, like 1234.5 or 1,234.5"),
        ("price_usd", "1.234.5", "a number with a decimal point, like 1234.5 or 1,234.5"),
        ("price_usd", "$6", "a number with a decimal point, like 1234.5 or 1,234.5"),
        ("price_usd", "1e999", "a number with a decimal point, like 1234.5 or 1,234.5"),
        ("published_on", "2026-07-04", "a date of publication up to 2026-07-03: this one is in the future"),
        ("published_on", "2026Q4", "a date of publication up to 2026-07-03: this one is in the future"),
        ("published_on", "1989-12-31", "a date of publication since 1990-01-01"),
        (
            "published_on",
            "03/07/2026",
            DATE_FORMS,
        ),
        (
            "published_on",
            "2026-02-30",
            f"{DATE_FORMS}: there is no such day",
        ),
        (
            "published_on",
            "2026",
            DATE_FORMS,
        ),
        ("product", "DRAMM", "one of DRAM, NAND, NOR, HBM, SRAM, MEMORY; did you mean DRAM?"),
        ("period", "2026Q5", "a period like 2026-10 or 2026Q3"),
        ("period", "Q3", "a period like 2026-10 or 2026Q3"),
        ("period", "2026H2", "a month or quarter, like 2026-10 or 2026Q3"),
        ("period", "1926-06", "a period between 1990 and 2036"),
        ("period", "2026-07", "a period that had begun by 2026-06-30: a price to come is kind guidance"),
        ("item", "", "a value: item or index, named the same in all rows of its series, like DDR5_16Gb_2Gx8_PC"),
        ("publisher", "", "a value in publisher or issuer"),
        ("url", "", "a value in url or note"),
        ("url", "a.example", "an address that begins with http:// or https:// (other places go to the column note)"),
    ],
)
def test_a_bad_cell_of_prices_is_refused_and_its_neighbours_go_in(field: str, value: str, expected: str) -> None:
    """The refusal names row, column, value and expectation; the good row beside it is kept."""
    result = read(PRICES + price_row(period="2026-05") + price_row(**{field: value})).result
    (refused,) = result.rejected
    assert (refused.place, refused.field, refused.value, refused.expected) == (
        "row 3",
        field,
        value.strip('"') or None,
        expected,
    )
    assert [price.period for price in facts(result)] == ["2026-05"]


def test_a_segment_of_another_product_is_refused() -> None:
    """Segments belong to their product; the nearest one is offered."""
    (refused,) = read(PRICES + price_row(segment="sever")).result.rejected
    assert (refused.field, refused.value) == ("segment", "sever")
    assert refused.expected.startswith("a segment of DRAM: total, conventional, pc, server")
    assert refused.expected.endswith("; did you mean server?")


@pytest.mark.parametrize(
    ("changes", "field", "expected"),
    [
        ({"low_pct": "15", "high_pct": "10"}, "low_pct", "at most high_pct, 10: low_pct is the lower end"),
        (
            {"direction": "down", "low_pct": "-15", "high_pct": "-10"},
            "high_pct",
            "a magnitude in the direction of travel: a fall of 10 to 15 % is direction down, low_pct 10, high_pct 15",
        ),
        (
            {"direction": "down", "high_pct": "120"},
            "high_pct",
            "at most 100: a price can't fall by more than all of it",
        ),
        ({"direction": "tight", "low_pct": "", "high_pct": ""}, "direction", "for price one of up, down, flat"),
        ({"direction": "upp"}, "direction", "one of up, down, flat, tight, loose, balanced; did you mean up?"),
        ({"stance": "forecast"}, "stance", "one of actual, guidance"),
        ({"period": "2016Q3"}, "stance", "actual: 2016Q3 had long ended on 2026-07-01"),
        ({"period": "2027Q3", "stance": "actual"}, "stance", "guidance: 2027Q3 was still to come on 2026-07-01"),
        (
            {"high_pct": '"4,000"'},
            "high_pct",
            "a percentage between -1,000 and 1,000 (percent, a magnitude in the direction of travel)",
        ),
        (
            {"issuer": "Micorn"},
            "issuer",
            f"{ISSUER_FORMS}; did you mean Micron?",
        ),
    ],
)
def test_a_row_of_guidance_must_not_contradict_itself(changes: dict[str, str], field: str, expected: str) -> None:
    """Range, direction, stance and issuer are checked against each other and the vocabulary."""
    result = read(GUIDANCE + guidance_row(**changes)).result
    assert [(refused.field, refused.expected) for refused in result.rejected] == [(field, expected)]
    assert result.documents == ()


def test_a_range_past_zero_is_no_contradiction() -> None:
    """A negative lower end beside a positive upper one is a range that reaches past zero."""
    (claim,) = facts(read(GUIDANCE + guidance_row(low_pct="-3", high_pct="8")).result)
    assert (claim.low_pct, claim.high_pct) == (-3.0, 8.0)


@pytest.mark.parametrize(
    ("row", "field", "expected"),
    [
        ("MU,2026-07-04,1,X,https://a.example", "session_date", "a session between 1990-01-01 and 2026-07-03"),
        ("MU,2026-07,1,X,https://a.example", "session_date", "a day like 2026-07-03"),
        (
            "MU,2026-07-01,0,X,https://a.example",
            "close",
            "a number between 0.000001 and 1,000,000,000 (currency, or index points)",
        ),
        (
            "300,2026-07-01,1,X,https://a.example",
            "ticker",
            "a ticker in Yahoo notation, like 005930.KS; a bare index code has six digits",
        ),
        ("M U,2026-07-01,1,X,https://a.example", "ticker", "a ticker in Yahoo notation, like MU, 005930.KS or ^SOX"),
    ],
)
def test_a_bad_close_is_refused(row: str, field: str, expected: str) -> None:
    """Sessions, closes and tickers have bounds of their own."""
    (refused,) = read(CLOSES + row + "\n").result.rejected
    assert (refused.field, refused.expected) == (field, expected)


def test_a_close_is_not_published_before_its_session() -> None:
    """A date of publication before the session would be look-ahead."""
    head = CLOSES.strip() + ",published_on\n"
    (refused,) = read(head + "MU,2026-07-02,1,X,https://a.example,2026-07-01\n").result.rejected
    assert (refused.field, refused.value, refused.expected) == (
        "published_on",
        "2026-07-01",
        "a date on or after the session, 2026-07-02",
    )


def test_a_workbook_that_lost_leading_zeros_is_told_how() -> None:
    """000300 as a number is 300: refused with the remedy, not read as another index."""
    rows = [CLOSES.strip().split(","), [300, dt.date(2026, 7, 1), 4000.5, "X", "https://a.example"]]
    (refused,) = read(workbook(rows), name="t.xlsx", media_type=XLSX).result.rejected
    assert (refused.place, refused.value) == ("row 2", "300")
    assert refused.expected.endswith("format the cell as text, a spreadsheet drops leading zeros")


def test_all_reasons_of_a_row_are_told_at_once() -> None:
    """Who mends a row sees everything that is wrong with it."""
    result = read(PRICES + price_row(product="DRAMM", period="2026Q5", price_usd="x")).result
    assert [refused.field for refused in result.rejected] == ["product", "period", "price_usd"]
    assert {refused.place for refused in result.rejected} == {"row 2"}


def test_a_comma_in_a_number_of_a_semicolon_table_is_refused() -> None:
    """Where semicolons part the cells a comma may be decimal or thousands: neither is guessed."""
    table = (PRICES + GOOD_PRICE).replace(",", ";").replace("6.25", "1,234")
    (refused,) = read(table).result.rejected
    assert refused.expected == "a number with a decimal point, like 1234.5, without thousands separators"


@pytest.mark.parametrize(
    ("second", "verdict"), [({}, "says the same"), ({"price_usd": "7"}, "gives it too, with other values,")]
)
def test_a_doubled_row_is_kept_once_and_listed(second: dict[str, str], verdict: str) -> None:
    """The first of two rows for one price stays, the other is refused with the row that it repeats."""
    result = read(PRICES + GOOD_PRICE + price_row(**second)).result
    (refused,) = result.rejected
    assert (refused.place, refused.field) == ("row 3", None)
    assert (
        refused.expected == f"one row for item X, product DRAM, segment pc, period 2026-06: row 2 {verdict} and is kept"
    )
    assert [price.price_usd for price in facts(result)] == [6.25]


def test_a_later_publication_of_the_same_price_is_no_double() -> None:
    """Versions of one price are told apart by their dates of publication."""
    result = read(PRICES + GOOD_PRICE + price_row(published_on="2026-07-01", price_usd="7")).result
    assert [price.price_usd for price in facts(result)] == [6.25, 7.0]
    assert result.rejected == ()


def test_a_row_of_another_width_is_refused() -> None:
    """An unquoted comma shifts cells: nothing of such a row is believed."""
    result = read(PRICES + GOOD_PRICE + "\n" + "2026-06-30,Acme,X,DRAM,pc\n" + price_row(item="Y, new")).result
    assert [(refused.place, refused.value) for refused in result.rejected] == [
        ("row 4", "5 cells"),
        ("row 5", "10 cells"),
    ]
    assert result.rejected[0].expected == "9 cells, as in the header: a cell that holds a delimiter needs double quotes"


@pytest.mark.parametrize(
    ("content", "error", "message"),
    [
        (b"", UnreadableDocument, "t.csv: 0 bytes, nothing in it: expected a table with a header and rows"),
        (b"\xef\xbb\xbf\r\n\n", UnreadableDocument, "t.csv: 6 bytes, nothing in it"),
        (
            PRICES.replace("period,", "").encode() + b"1\n",
            InputError,
            f"found {HEADER.replace('period, ', '')}; expected at least {NEEDED}: see `memtrack add --template prices`",
        ),
        (
            PRICES.replace("period,", "").encode() + b"1\n",
            InputError,
            "t.csv: a table of prices without column period; ",
        ),
        (PRICES.replace("period", "perod").encode() + b"1\n", InputError, "did you mean period?"),
        (
            PRICES.replace("change_pct", "change_pc").encode() + GOOD_PRICE.encode(),
            InputError,
            "t.csv: unknown column 'change_pc': did you mean change_pct? Rename or remove it",
        ),
        (
            PRICES.encode(),
            InputError,
            f"t.csv: a header ({HEADER}) and no rows under it: expected at least one row",
        ),
        (
            b"a,b\n1,2\n",
            InputError,
            f"t.csv: header a, b: no kind of table known to memtrack; {KINDS}",
        ),
        (b"item,ticker,direction\nx,y,z\n", InputError, "columns of several kinds"),
        (PRICES.replace("item", "item,item").encode() + b"1\n", InputError, "column item stands twice in the header"),
        (b'item,product\n"x,DRAM\n', InputError, "t.csv: not a CSV table"),
        (b"<!doctype html><html><body><p>Not found</p></body></html>", UnreadableDocument, "t.csv: holds text/html"),
        (b"PK\x03\x04broken", UnreadableDocument, "t.csv: no XLSX workbook that can be read"),
        (b"\xd0\xcf\x11\xe0old", UnreadableDocument, "t.csv: an old Office file"),
    ],
)
def test_a_file_that_is_no_table_is_refused_as_a_whole(content: bytes, error: type[Exception], message: str) -> None:
    """The message names the file, what was found, what was expected and where the template is."""
    with pytest.raises(error) as raised:
        read(content)
    assert message in str(raised.value)


def test_a_column_of_another_kind_is_listed_and_the_rows_go_in() -> None:
    """A column that nobody reads is no loss, but it is said."""
    table = PRICES.strip() + ",analyst\n" + GOOD_PRICE.strip() + ",Lee\n"
    result = read(table).result
    (refused,) = result.rejected
    assert (refused.place, refused.field) == ("column 10", "analyst")
    assert len(facts(result)) == 1


def test_an_empty_workbook_is_refused() -> None:
    """A workbook with one empty sheet has no header."""
    with pytest.raises(InputError, match="no header"):
        read(workbook([]), name="t.xlsx", media_type=XLSX)


def test_a_workbook_with_a_formula_that_was_never_computed_is_refused_there() -> None:
    """A formula without a stored value is an empty cell: the row says what is missing."""
    book = openpyxl.load_workbook(
        io.BytesIO(workbook([CLOSES.strip().split(","), ["MU", "2026-07-01", "=1+1", "X", "https://a.example"]]))
    )
    out = io.BytesIO()
    book.save(out)
    (refused,) = read(out.getvalue(), name="t.xlsx", media_type=XLSX).result.rejected
    assert (refused.field, refused.value) == ("close", None)
