"""Tables of a user's own figures become facts whose words stand in their documents."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

import openpyxl
import pytest

from tracker.errors import ConfigError, UnknownName, UnreadableDocument
from tracker.facts import Document, Yield
from tracker.grids import XLSX
from tracker.tablekinds import Kind, columns_markdown, load_kinds
from tracker.tables import TableReading, read_table, template

TODAY = dt.date(2026, 7, 3)
PRICES = "published_on,publisher,item,product,segment,period,price_usd,change_pct,url\n"
GUIDANCE = "published_on,publisher,issuer,product,period,direction,low_pct,high_pct,stance,quote,note\n"
CLOSES = "ticker,session_date,close,publisher,url\n"


def read(content: str | bytes, *, name: str = "t.csv", media_type: str = "text/csv", **defaults: str) -> TableReading:
    """Read a table as of the fixed day."""
    data = content.encode() if isinstance(content, str) else content
    return read_table(data, name=name, media_type=media_type, today=TODAY, defaults=defaults)


def workbook(rows: list[list[Any]], *, title: str = "Sheet1", before: list[list[Any]] | None = None) -> bytes:
    """Return the bytes of a workbook with these rows, behind another sheet if one is given."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    if before is not None:
        for row in before:
            sheet.append(row)
        sheet = book.create_sheet()
    sheet.title = title
    for row in rows:
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def facts(result: Yield) -> list[Any]:
    """Return all facts with their own spans."""
    found: list[Any] = []
    for document in result.documents:
        found += [*document.prices, *document.closes, *(statement.claim for statement in document.statements)]
    return found


def prove(result: Yield) -> None:
    """Assert that every fact's words stand where it says."""
    for document in result.documents:
        spans = [*document.prices, *document.closes, *(statement.claim for statement in document.statements)]
        assert spans
        for fact in spans:
            assert document.text[fact.start : fact.end] == fact.quote


def only(result: Yield) -> Document:
    """Return the one document."""
    (document,) = result.documents
    return document


@pytest.mark.parametrize("kind", load_kinds())
def test_a_template_reads_back_as_its_kind(kind: str) -> None:
    """Header and example row of a template are a table of that kind with one fact and nothing refused."""
    reading = read(template(kind))
    assert reading.kind == kind
    assert reading.result.rejected == ()
    assert len(facts(reading.result)) == 1
    prove(reading.result)


def test_an_unknown_kind_lists_the_kinds() -> None:
    """A misspelt kind is answered with all kinds and the nearest one."""
    with pytest.raises(UnknownName, match=r"'price'.*prices, guidance, closes; did you mean prices\?"):
        template("price")


def test_rows_become_prices_of_the_document_they_cite() -> None:
    """Rows of one page, publisher and day make one document; each price rests on its own line."""
    rows = "2026-06-30,Acme,X,DRAM,pc,2026-05,6.00,,https://a.example/1\n2026-06-30,Acme,X,DRAM,total,2026-06,6.25,4.2,https://a.example/1\n"
    result = read(PRICES + rows + "2026-07-01,Acme,X,NAND Flash,wafer,2026Q2,,-3,https://a.example/2\n").result
    first, second = result.documents
    assert (first.url, first.published_on, first.known_on) == (
        "https://a.example/1",
        dt.date(2026, 6, 30),
        dt.date(2026, 6, 30),
    )
    assert [(p.period, p.segment, p.price_usd, p.change_pct) for p in first.prices] == [
        ("2026-05", "pc", 6.0, None),
        ("2026-06", "total", 6.25, 4.2),
    ]
    assert [(p.product, p.period, p.change_pct) for p in second.prices] == [("NAND", "2026Q2", -3.0)]
    assert (
        first.prices[1].quote
        == "item: X | product: DRAM | segment: total | period: 2026-06 | price_usd: 6.25 | change_pct: 4.2"
    )
    prove(result)


def test_an_index_has_points_and_no_dollars() -> None:
    """The levels of a user's index series are kept as points, one price per month."""
    head = "published_on,publisher,item,product,segment,period,index_level,note\n"
    result = read(
        head + "2026-06-15,Bank,IDX,DRAM,total,2026-05,141.2,own\n2026-07-01,Bank,IDX,DRAM,total,2026-06,150,own\n"
    ).result
    assert [(p.index_level, p.price_usd) for d in result.documents for p in d.prices] == [(141.2, None), (150.0, None)]
    assert result.rejected == ()


def test_guidance_quotes_the_source_or_says_that_it_does_not() -> None:
    """A quote column makes a verbatim statement with that span; without it the row itself is quoted, not verbatim."""
    rows = '2026-07-01,Acme,MU,DRAM,2026Q3,up,10,15,guidance,"Prices, again, rise",call\n'
    rows += "2026-07-01,Acme,,DRAM,2026Q2,down,5,,actual,,call\n"
    document = only(read(GUIDANCE + rows).result)
    said, told = document.statements
    assert (said.issuer, said.claim.speaker, said.is_verbatim, said.claim.quote) == (
        "micron",
        "company",
        True,
        "Prices, again, rise",
    )
    assert (told.issuer, told.claim.speaker, told.is_verbatim) == ("Acme", "third_party", False)
    assert (told.claim.direction, told.claim.low_pct, told.claim.high_pct) == ("down", 5.0, None)
    assert (said.claim.attribute, said.claim.certainty, said.measure) == ("price", "asserted", "contract")
    assert document.source_note == "call"
    prove(read(GUIDANCE + rows).result)


def test_a_close_is_known_on_its_session_unless_the_row_says_otherwise() -> None:
    """Closes have no date of publication of their own; one that is given counts."""
    head = "ticker,session_date,close,currency,publisher,url,published_on\n"
    result = read(
        head
        + "MU,2026-07-01,123.4,USD,X,https://a.example,\n000660.KS,2026-07-01,9,krw,X,https://a.example,2026-07-03\n"
    ).result
    assert [(d.known_on.day, d.closes[0].ticker, d.closes[0].currency) for d in result.documents] == [
        (1, "MU", "USD"),
        (3, "000660.KS", "KRW"),
    ]


@pytest.mark.parametrize(
    ("stated", "precision", "published_on", "known_on"),
    [
        ("2026-06-30", "day", "2026-06-30", "2026-06-30"),
        ("2026/6/3", "day", "2026-06-03", "2026-06-03"),
        ("20260603", "day", "2026-06-03", "2026-06-03"),
        ("2026-05", "month", "2026-05-01", "2026-05-31"),
        ("2026Q1", "quarter", "2026-01-01", "2026-03-31"),
        ("2026-07", "month", "2026-07-01", "2026-07-31"),
    ],
)
def test_a_vague_date_is_known_when_its_time_has_ended(
    stated: str, precision: str, published_on: str, known_on: str
) -> None:
    """A month or quarter counts from its last day, even one that has not ended."""
    document = only(read(f"{PRICES}{stated},Acme,X,DRAM,pc,2026-01,6,,https://a.example\n").result)
    found = (document.published_precision, document.published_on.isoformat(), document.known_on.isoformat())
    assert found == (precision, published_on, known_on)


def test_options_fill_what_rows_leave_open() -> None:
    """Issuer, date and URL of the command line stand in for missing columns and empty cells, never over a row's own."""
    head = "item,product,segment,period,price_usd,published_on\n"
    options = {"issuer": "micron", "published_on": "2026-07-02", "url": "https://b.example"}
    result = read(head + "X,DRAM,pc,2026-05,6,\nX,DRAM,pc,2026-06,7,2026-06-30\n", **options).result
    assert [(d.published_on.isoformat(), d.publisher, d.issuer, d.url) for d in result.documents] == [
        ("2026-07-02", "Micron", "micron", "https://b.example"),
        ("2026-06-30", "Micron", "micron", "https://b.example"),
    ]


KOREAN = "메모리 가격 상승과 공급 부족이 계속된다"
JAPANESE = "メモリーの価格がさらに上がり、供給は不足している"
# Two everyday Korean syllables whose bytes are two everyday characters in Big5.
AMBIGUOUS = "격업".encode("euc-kr")
SIMPLIFIED = "存储价格预计上涨，市场供应不足，公司和客户都这么说"
TRADITIONAL = "記憶體價格預計上漲，市場供應不足，公司和客戶都這麼說"


@pytest.mark.parametrize(
    ("quote", "encoding", "delimiter"),
    [
        (SIMPLIFIED, "utf-8", ","),
        (SIMPLIFIED, "utf-8-sig", ";"),
        (SIMPLIFIED, "utf-16", "\t"),
        (SIMPLIFIED, "gb18030", ","),
        (TRADITIONAL, "big5", "\t"),
        (KOREAN, "euc-kr", ";"),
        (JAPANESE, "shift_jis", ","),
    ],
)
def test_encodings_and_delimiters_are_found_out(quote: str, encoding: str, delimiter: str) -> None:
    """The words of a table survive the encodings and delimiters of East Asian spreadsheets."""
    row = f"2026-07-01,Acme,MU,DRAM,2026Q3,up,10,15,guidance,{quote.replace(',', ' ')},call\n"
    reading = read((GUIDANCE + row * 1).replace(",", delimiter).encode(encoding))
    assert reading.result.rejected == ()
    assert only(reading.result).statements[0].claim.quote == quote


@pytest.mark.parametrize(
    ("publisher", "encoding"),
    [
        ("集邦咨询", "gb18030"),
        ("兆易创新", "gb18030"),
        ("价格", "gb18030"),
        ("集邦科技", "big5"),
        ("南亞科", "big5"),
        ("삼성전자", "euc-kr"),
        ("가격", "euc-kr"),
        ("野村證券", "shift_jis"),
        ("みずほ証券", "shift_jis"),
    ],
)
def test_a_single_name_is_enough_to_find_the_encoding(publisher: str, encoding: str) -> None:
    """A table with nothing but one name in its own script is read in the encoding of that script."""
    row = f"2026-07-01,{publisher},,DRAM,2026Q3,up,10,15,guidance,,call\n"
    assert only(read((GUIDANCE + row).encode(encoding)).result).publisher == publisher


def test_an_encoding_that_cant_be_told_is_refused() -> None:
    """Where two readings are as likely, neither is guessed: the file says what it may mean and how to tell."""
    row = b"2026-07-01," + AMBIGUOUS + b",,DRAM,2026Q3,up,10,15,guidance,,call\n"
    with pytest.raises(UnreadableDocument, match=r"its encoding can't be told, it may say '.+' in \w+ or '.+' in \w+"):
        read(GUIDANCE.encode() + row)
    assert only(read(GUIDANCE.encode() + row, charset="euc-kr").result).publisher == AMBIGUOUS.decode("euc-kr")


def test_a_western_encoding_is_not_taken_for_an_east_asian_one() -> None:
    """An accent of a Latin code page stays one."""
    row = "2026-07-01,Société Générale,,DRAM,2026Q3,up,10,15,guidance,,call\n"
    assert only(read((GUIDANCE + row).encode("cp1252")).result).publisher == "Société Générale"


def test_a_named_charset_is_believed() -> None:
    """A short text that could be several encodings is read as the user says."""
    row = "2026-07-01,美光,,DRAM,2026Q3,up,10,15,guidance,,call\n"
    assert only(read((GUIDANCE + row).encode("big5"), charset="big5").result).publisher == "美光"


def test_a_publisher_whom_a_file_names_is_that_issuer() -> None:
    """Without an issuer the publisher speaks; if configs/issuers knows the name, under its id."""
    row = "2026-07-01,美光科技,,DRAM,2026Q3,up,10,15,guidance,,call\n"
    (statement,) = only(read(GUIDANCE + row).result).statements
    assert (statement.issuer, statement.claim.speaker) == ("micron", "company")


@pytest.mark.parametrize(
    ("text", "value"),
    [("1234.5", 1234.5), ('"1,234.5"', 1234.5), ("+6", 6.0), ("6．25", 6.25), ("1e3", 1000.0), (" 6 ", 6.0)],
)
def test_numbers_are_read_in_the_spellings_that_mean_one_thing(text: str, value: float) -> None:
    """A decimal point, commas between thousands, a sign, full-width digits."""
    row = f"2026-06-30,Acme,X,DRAM,pc,2026-06,{text},,https://a.example\n"
    assert only(read(PRICES + row).result).prices[0].price_usd == value


@pytest.mark.parametrize(("text", "value"), [("12%", 12.0), ("-3.5 %", -3.5), ("\u22124", -4.0), ("０", 0.0)])
def test_percentages_may_carry_their_sign(text: str, value: float) -> None:
    """A percent sign and a typographic minus are no obstacle."""
    row = f"2026-06-30,Acme,X,DRAM,pc,2026-06,,{text},https://a.example\n"
    assert only(read(PRICES + row).result).prices[0].change_pct == value


def test_a_workbook_gives_what_its_cells_show() -> None:
    """Dates, months that became dates, percent formats and whole numbers come out as a person reads them."""
    head = ["Published on", "publisher", "item", "product", "segment", "period", "price_usd", "change_pct", "url"]
    day, month = dt.datetime(2026, 6, 30), dt.datetime(2026, 6, 1)  # noqa: DTZ001 - a spreadsheet knows no time zone
    rows = [
        head,
        [day, "Acme", "X", "DRAM", "pc", month, 6, 0.042, "https://a.example"],
        [],
        [day, "Acme", "X", "DRAM", "pc", "2026-05", 6.1],
    ]
    content = workbook([*rows[:3], [*rows[3], None, "https://a.example"]])
    book = openpyxl.load_workbook(io.BytesIO(content))
    book.worksheets[0]["H2"].number_format = "0.0%"
    out = io.BytesIO()
    book.save(out)
    reading = read(out.getvalue(), name="t.xlsx", media_type=XLSX)
    assert (reading.kind, reading.form, reading.result.rejected) == ("prices", "XLSX, sheet Sheet1", ())
    found = [(p.period, p.price_usd, p.change_pct) for p in only(reading.result).prices]
    assert found == [("2026-06", 6.0, 4.2), ("2026-05", 6.1, None)]
    prove(reading.result)


def test_a_sheet_named_after_a_kind_goes_before_the_first() -> None:
    """A workbook may open with a cover sheet."""
    rows = [line.split(",") for line in template("closes").splitlines()]
    reading = read(workbook(rows, title="Closes", before=[["My notes"]]), name="t.xlsx", media_type=XLSX)
    assert (reading.kind, len(facts(reading.result))) == ("closes", 1)


def test_the_documentation_of_the_columns_is_the_configuration() -> None:
    """docs/your-own-data.md holds the tables that configs/tables.toml makes."""
    from tracker.resources import resource_folder

    text = (resource_folder("configs").parent / "docs" / "your-own-data.md").read_text(encoding="utf-8")
    kinds = load_kinds()
    assert kinds
    for kind in kinds:
        assert columns_markdown(kind) in text, f"paste the output of tracker.tablekinds.columns_markdown({kind!r})"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('meaning = "Who published it"', 'meening = "Who"', "meening"),
        ('one_of = [["publisher", "issuer"]', 'one_of = [["publisherr", "issuer"]', "mentions publisherr"),
        ('max = 1000000.0\nunit = "US dollars per unit of the item"', "max = 1000000.0", "without min, max or unit"),
    ],
)
def test_a_wrong_configuration_is_named(
    old: str, new: str, message: str, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A misspelt key, a column that does not exist and a figure without a unit are errors that name the place."""
    from tracker.resources import resource_folder

    text = (resource_folder("configs") / "tables.toml").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "tables.toml").write_text(text.replace(old, new, 1), encoding="utf-8")
    monkeypatch.setenv("MEMTRACK_CONFIGS", str(tmp_path))
    with pytest.raises(ConfigError, match=message):
        load_kinds.__wrapped__()


def test_every_kind_has_an_example_for_what_it_requires() -> None:
    """A template would be useless with an empty required cell."""
    kinds: list[Kind] = list(load_kinds().values())
    assert kinds
    for kind in kinds:
        assert all(column.example for column in kind.column.values() if column.required)
