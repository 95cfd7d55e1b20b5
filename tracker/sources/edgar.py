"""SEC EDGAR: earnings releases (8-K item 2.02, exhibit 99.1), foreign issuers' reports (6-K), inventories, revenue.

Each filing is fetched as its full submission text: one request brings the exhibits and the acceptance time. The JSON of
submissions ends its times in `Z` and means sometimes UTC, sometimes New York; the header of the submission text means
New York always, so the moment is taken from there.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tracker.checkup import check_rows
from tracker.config import Issuer
from tracker.errors import SourceBroken, SourceEmpty
from tracker.facts import Document, Rejected, Yield
from tracker.filing import EASTERN, Filing, figure, make_document, read_bytes
from tracker.listing import go_through, known_digest, new_items, sift, start_of
from tracker.quarter import Quarter
from tracker.shape import (
    check_age,
    check_all_fields,
    check_count,
    check_fields,
    parse_object,
    take_count,
    take_rows,
    to_day,
    to_number,
)
from tracker.source import Capture, Errand, Found, Manners, Source
from tracker.watch import Lookup, us_tickers

if TYPE_CHECKING:
    from tracker.reply import Reply

SITE = "https://www.sec.gov"
DATA = "https://data.sec.gov"
COLUMNS = ("accessionNumber", "filingDate", "reportDate", "acceptanceDateTime", "form", "items", "primaryDocument")
KNOWN = (
    *("act", "fileNumber", "filmNumber", "core_type", "size", "isXBRL", "isInlineXBRL", "primaryDocDescription"),
    "isXBRLNumeric",
)
FACT_KNOWN = ("start", "fy", "fp", "frame")
EXHIBITS = ("EX-99.1", "EX-99", "EX-99.01")
REPORTS = frozenset({"10-Q", "10-K", "20-F", "40-F", "10-Q/A", "10-K/A"})
TAGS = {
    "inventory": ("InventoryNet",),
    "revenue": ("RevenueFromContractWithCustomerExcludingAssessedTax", "Revenues"),
}
_PART = re.compile(rb"<DOCUMENT>(.*?)</DOCUMENT>", re.DOTALL)
_FIELD = re.compile(rb"<(TYPE|SEQUENCE|FILENAME|DESCRIPTION)>([^\r\n<]*)")
_BODY = re.compile(rb"<TEXT>(.*?)</TEXT>", re.DOTALL)
_ACCEPTED = re.compile(rb"<ACCEPTANCE-DATETIME>(\d{14})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row of a company's list of filings."""

    accession: str
    form: str
    filed_on: dt.date
    items: str
    document: str

    @property
    def is_wanted(self) -> bool:
        """Whether it is an earnings release of a domestic issuer or a report of a foreign one."""
        return (self.form in {"8-K", "8-K/A"} and "2.02" in self.items) or self.form in {"6-K", "6-K/A"}


def collect(errand: Errand) -> Iterator[Found]:
    """Yield, company by company, new filings and, after a new quarterly report, its facts."""
    pairs = [(issuer, ticker) for issuer in errand.watch for ticker in us_tickers(issuer)]
    if not pairs:
        raise SourceEmpty("no issuer file with a listing in the United States names edgar among its sources")
    start = start_of(errand, errand.settings["lookback_days"])
    yield from go_through(errand, pairs, lambda pair, rows: _company(errand, *pair, start, rows), lambda pair: pair[1])


def _find_cik(errand: Errand, ticker: str) -> str:
    """Return the ten-digit number of a company, from the list of all tickers; it is asked for once."""
    lookup = Lookup(errand.home / "http" / "lookup" / "edgar.json")
    known = lookup.find(ticker)
    if known:
        return known
    reply = errand.web.get(f"{SITE}/files/company_tickers.json", expect="json")
    rows = list(parse_object(reply.content, reply.url).values())
    check_all_fields(rows, ("ticker", "cik_str"), ("title",), reply.url, errand.report)
    wanted = {str(row["ticker"]): f"{take_count(row, 'cik_str', reply.url):010d}" for row in rows}
    tickers = {one for issuer in errand.watch for one in us_tickers(issuer)}
    lookup.keep({one: wanted[one] for one in tickers if one in wanted})
    if ticker not in wanted:
        raise SourceBroken(f"{reply.url}: no company with ticker {ticker} among {len(wanted)}; expected one")
    return wanted[ticker]


def _company(errand: Errand, issuer: Issuer, ticker: str, start: dt.date, count: list[int]) -> Iterator[Found]:
    """Yield what is new of one company."""
    cik = _find_cik(errand, ticker)
    key = f"submissions/{cik}"
    reply = errand.web.get(f"{DATA}/submissions/CIK{cik}.json", expect="json", known=known_digest(errand, "edgar", key))
    count[0] += 1
    if reply.is_known and errand.since is None:
        return
    if reply.is_known:
        reply = errand.web.get(f"{DATA}/submissions/CIK{cik}.json", expect="json")
    table = parse_object(reply.content, reply.url)
    if ticker not in take_rows(table, "tickers", reply.url):
        raise SourceBroken(f"{reply.url}: tickers {table['tickers']}; expected {ticker}: another company")
    entries = _entries(errand, table, reply.url, start)
    check_count(len(entries), 1, 20_000, f"filings of {ticker}", errand.report)
    check_age(max(entry.filed_on for entry in entries), errand.now.date(), 150, f"filings of {ticker}")
    for entry in entries:
        if entry.is_wanted and entry.filed_on >= start and errand.seen.latest("edgar", entry.accession) is None:
            yield _submission(errand, issuer, cik, entry)
    newest = max(((entry.filed_on, entry.accession) for entry in entries if entry.form in REPORTS), default=None)
    if newest is not None:
        yield from _facts(errand, issuer, cik, newest[1])
    yield reply.found(key, kind="list")


def _entries(errand: Errand, table: Mapping[str, Any], where: str, start: dt.date) -> list[Entry]:
    """Return a company's filings, with the older files that reach back to the start asked for."""
    filings = table.get("filings")
    if not isinstance(filings, dict) or not isinstance(filings.get("recent"), dict):
        raise SourceBroken(f"{where}: no filings.recent; found {', '.join(sorted(table))}")
    entries = parse_columns(filings["recent"], where)
    files = take_rows(filings, "files", where)
    check_all_fields(files, ("name", "filingTo"), ("filingCount", "filingFrom"), where, errand.report)
    for file in files:
        if str(file["filingTo"]) >= str(start) and errand.since:
            older = errand.web.get(f"{DATA}/submissions/{file['name']}", expect="json")
            entries += parse_columns(parse_object(older.content, older.url), older.url)
    return entries


def parse_columns(columns: Mapping[str, Any], where: str) -> list[Entry]:
    """Return the rows of a table that comes as columns; raise SourceBroken where one is missing or too short."""
    missing = [name for name in COLUMNS if not isinstance(columns.get(name), list)]
    if missing:
        raise SourceBroken(f"{where}: missing columns {', '.join(missing)}; found {', '.join(sorted(columns))}")
    lengths = {len(columns[name]) for name in COLUMNS}
    if len(lengths) != 1:
        raise SourceBroken(f"{where}: columns of {sorted(lengths)} rows; expected equal lengths")
    wanted = ("accessionNumber", "form", "filingDate", "items", "primaryDocument")
    return [
        Entry(
            accession=str(accession), form=str(form), filed_on=to_day(day, where), items=str(items), document=document
        )
        for accession, form, day, items, document in zip(*(columns[name] for name in wanted), strict=True)
    ]


def _submission(errand: Errand, issuer: Issuer, cik: str, entry: Entry) -> Found:
    """Return a filing as its full submission text."""
    folder = f"{SITE}/Archives/edgar/data/{int(cik)}/{entry.accession.replace('-', '')}"
    reply = errand.web.get(f"{folder}/{entry.accession}.txt", expect="text")
    if not _ACCEPTED.search(reply.content[:4000]):
        raise SourceBroken(f"{reply.url}: no <ACCEPTANCE-DATETIME>; expected the full submission text")
    return reply.found(
        entry.accession, kind="filing", issuer=issuer.id, form=entry.form, cik=cik, media_type="text/plain"
    )


def _facts(errand: Errand, issuer: Issuer, cik: str, newest_report: str) -> Iterator[Found]:
    """Yield a company's facts once a newer quarterly or annual report is on its list than at the last look."""
    key = f"facts/{cik}"
    before = errand.seen.latest("edgar", key)
    if before is not None and before.meta.get("newest_report") == newest_report:
        return
    reply = errand.web.get(f"{DATA}/api/xbrl/companyfacts/CIK{cik}.json", expect="json")
    items = {
        name: str(fact["val"])
        for name, (_, fact) in parse_facts(parse_object(reply.content, reply.url), reply.url).items()
    }
    if not items:
        raise SourceBroken(
            f"{reply.url}: none of {', '.join(tag for tags in TAGS.values() for tag in tags)} in US dollars"
        )
    meta = sift(errand, "edgar", key, items)
    if meta is not None:
        yield reply.found(key, kind="facts", issuer=issuer.id, newest_report=newest_report, **meta)


def parse_facts(table: Mapping[str, Any], where: str) -> dict[str, tuple[str, dict[str, Any]]]:
    """Return inventories and quarterly revenues, each value once, at the first filing that gave it.

    The name of a fact is `name/start/end/n`, n counting the different values that were ever filed for the span.
    """
    facts = table.get("facts")
    if not isinstance(facts, dict) or not isinstance(facts.get("us-gaap", facts.get("ifrs-full")), dict):
        raise SourceBroken(f"{where}: no facts.us-gaap; found {', '.join(sorted(table))}")
    gaap = facts.get("us-gaap", {})
    found: dict[str, tuple[str, dict[str, Any]]] = {}
    for name, tags in TAGS.items():
        rows = [row for tag in tags if tag in gaap for row in _dollars(gaap[tag], f"{where}: {tag}")]
        latest: dict[tuple[str, str], tuple[int, float]] = {}
        for row in sorted(rows, key=lambda row: (row["filed"], row["accn"])):
            span = (str(row.get("start", "")), str(row["end"]))
            count, value = latest.get(span, (0, float("nan")))
            if value == row["val"] or not _is_quarterly(row):
                continue
            latest[span] = (count + 1, row["val"])
            found[f"{name}/{span[0]}/{span[1]}/{count + 1}"] = (name, dict(row))
    return found


def _dollars(tag: Any, where: str) -> list[Any]:
    """Return the rows of a tag in US dollars, none where it is in other units; raise SourceBroken for another shape."""
    units = tag.get("units") if isinstance(tag, dict) else None
    if not isinstance(units, dict):
        raise SourceBroken(f"{where}: no units; found {', '.join(sorted(tag)) if isinstance(tag, dict) else repr(tag)}")
    rows = take_rows(units, "USD", where) if "USD" in units else []
    for row in rows:
        check_fields(row, ("end", "val", "accn", "form", "filed"), FACT_KNOWN, where)
        for name in ("start", "end", "filed"):
            to_day(row.get(name, row["end"]), where)
        to_number(row["val"], where)
    return rows


def _is_quarterly(row: Mapping[str, Any]) -> bool:
    """Say whether a fact is a level, or a flow over one quarter; yearly and year-to-date flows are left out."""
    if "start" not in row:
        return True
    days = (dt.date.fromisoformat(row["end"]) - dt.date.fromisoformat(row["start"])).days
    return 80 <= days <= 100


def read(capture: Capture, content: bytes) -> Yield:
    """Return the exhibits of a filing, or the new facts of a company."""
    if capture.meta["kind"] == "list":
        return Yield()
    if capture.meta["kind"] == "facts":
        found = parse_facts(parse_object(content, capture.key), capture.key)
        return Yield(documents=tuple(_fact(capture, *found[item.name], item.key) for item in new_items(capture)))
    return _read_filing(capture, content)


def _read_filing(capture: Capture, content: bytes) -> Yield:
    """Return a document for each exhibit that may hold a release; a 6-K without exhibits gives its main document."""
    accepted = _ACCEPTED.search(content[:4000])
    if accepted is None:
        return Yield(rejected=(Rejected(place="header", field=None, value=None, expected="<ACCEPTANCE-DATETIME>"),))
    moment = dt.datetime.strptime(accepted[1].decode(), "%Y%m%d%H%M%S").replace(tzinfo=EASTERN)
    parts = [_fields(part) for part in _PART.findall(content)]
    chosen = [part for part in parts if part["TYPE"] in EXHIBITS]
    if not chosen and str(capture.meta["form"]).startswith("6-K"):
        chosen = [part for part in parts if part["TYPE"].startswith(("EX-99", "6-K"))]
    if not chosen:
        types = ", ".join(part["TYPE"] for part in parts) or "none"
        return Yield(rejected=(Rejected(place="documents", field="TYPE", value=types, expected=", ".join(EXHIBITS)),))
    yields = [_read_part(capture, part, moment) for part in chosen]
    return Yield(
        documents=tuple(document for one in yields for document in one.documents),
        rejected=tuple(row for one in yields for row in one.rejected),
    )


def _fields(part: bytes) -> dict[str, Any]:
    """Return the header fields and the body of one document of a submission."""
    fields: dict[str, Any] = {name.decode(): value.decode("latin-1").strip() for name, value in _FIELD.findall(part)}
    body = _BODY.search(part)
    return {"TYPE": "", "FILENAME": "", **fields, "body": body[1] if body else b""}


def _read_part(capture: Capture, part: Mapping[str, Any], moment: dt.datetime) -> Yield:
    """Return the document of one exhibit; it counts as published on the day of its acceptance in New York."""
    name = part["FILENAME"]
    folder = f"{SITE}/Archives/edgar/data/{int(capture.meta['cik'])}/{capture.key.replace('-', '')}"
    filing = Filing(
        key=f"{capture.key}/{name}",
        publisher="SEC EDGAR",
        doc_type="earnings_release" if str(capture.meta["form"]).startswith("8-K") else "report",
        published_on=moment.date(),
        moment=moment.astimezone(dt.UTC),
        issuer=capture.meta["issuer"],
        url=f"{folder}/{name}",
        lang="en",
    )
    is_page = name.lower().endswith((".htm", ".html"))
    return read_bytes(filing, part["body"], "text/html" if is_page else "text/plain")


def _fact(capture: Capture, name: str, fact: Mapping[str, Any], key: str) -> Document:
    """Return the document of one filed value; the quarter is the calendar quarter that holds its middle."""
    words = json.dumps(fact, sort_keys=True)
    # An instant at a quarter's end belongs to the quarter that just ended: half a quarter back lies in its middle.
    middle = dt.date.fromisoformat(fact["end"]) - dt.timedelta(days=45)
    filing = Filing(
        key=key,
        publisher="SEC EDGAR",
        doc_type="filing_fact",
        published_on=dt.date.fromisoformat(fact["filed"]),
        issuer=capture.meta["issuer"],
        url=f"{DATA}/{capture.url.removeprefix(DATA).lstrip('/') if capture.url else ''}",
        lang="en",
    )
    note = f"form {fact['form']}, accession {fact['accn']}"
    period = str(Quarter.of(middle))
    indicator = figure(
        words,
        entity=str(capture.meta["issuer"]),
        name=name,
        period=period,
        value=float(fact["val"]),
        unit="USD",
        qualifier=note,
    )
    return make_document(filing, words, indicators=(indicator,))


def _probe(errand: Errand) -> list[dict[str, Any]]:
    """Ask for the list of filings of the first watched company."""
    pairs = [ticker for issuer in errand.watch for ticker in us_tickers(issuer)]
    if not pairs:
        raise SourceEmpty("no issuer file with a listing in the United States names edgar among its sources")
    cik = _find_cik(errand, pairs[0])
    reply: Reply = errand.web.get(f"{DATA}/submissions/CIK{cik}.json", expect="json")
    table = parse_object(reply.content, reply.url)
    _entries(errand, table, reply.url, errand.now.date())
    recent = table["filings"]["recent"]
    return [dict(zip(recent, values, strict=False)) for values in zip(*recent.values(), strict=False)][:100]


SOURCE = Source(
    name="edgar",
    title="SEC EDGAR: earnings releases, reports of foreign issuers, inventories and revenue",
    publisher="U.S. Securities and Exchange Commission",
    cadence="on every trading day of New York",
    licence="public domain",
    raw_may_leave=True,
    collect=collect,
    read=read,
    edits="addition",
    uses_reader=True,
    key_env="MEMTRACK_CONTACT",
    verification="lists, submissions and facts recorded by others (2026-02 to 2026-08); not tried live by memtrack",
    hosts=("www.sec.gov", "data.sec.gov"),
    # The SEC allows ten requests a second to all of its hosts together; memtrack asks two of them, eight at the most.
    most_per_second=4.0,
    manners=Manners(per_second=4.0, per_day=4000, max_bytes=60_000_000, user_agent="memtrack {contact}"),
    settings={"lookback_days": 30},
    check=check_rows(_probe, COLUMNS, KNOWN),
)
