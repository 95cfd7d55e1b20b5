"""EDINET, version 2: annual and half-yearly reports of Kioxia, asked day by day.

The old host still answers, with a page that says nothing; only the new one is asked. Errors come as JSON with status
200, in two shapes.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from tracker.checkup import check_rows
from tracker.errors import MissingKey, SourceBlocked, SourceBroken, SourceEmpty
from tracker.facts import Yield
from tracker.filing import TOKYO, Filing, make_document, read_bytes
from tracker.listing import go_through, start_of
from tracker.shape import check_all_fields, check_count, parse_object, take_count, take_rows, to_day
from tracker.source import Capture, Errand, Found, Manners, Source
from tracker.watch import JAPAN, codes

if TYPE_CHECKING:
    from tracker.reply import Reply

SITE = "https://api.edinet-fsa.go.jp"
LIST = f"{SITE}/api/v2/documents.json"
NEEDED = (
    "docID",
    "secCode",
    "filerName",
    "docTypeCode",
    "submitDateTime",
    "docDescription",
    "pdfFlag",
    "withdrawalStatus",
)
AT = "%Y-%m-%d %H:%M"
KNOWN = (
    *("seqNumber", "edinetCode", "JCN", "fundCode", "ordinanceCode", "formCode", "periodStart", "periodEnd"),
    *("issuerEdinetCode", "subjectEdinetCode", "subsidiaryEdinetCode", "currentReportReason", "parentDocID"),
    *("opeDateTime", "docInfoEditStatus", "disclosureStatus", "xbrlFlag", "attachDocFlag", "englishDocFlag"),
    *("csvFlag", "legalStatus"),
)


def collect(errand: Errand) -> Iterator[Found]:
    """Yield the new filings of the watched issuers, newest day first: the PDF of reports, the row of others."""
    watched = {f"{code}0": issuer.id for issuer in errand.watch for code in codes(issuer, JAPAN)}
    if not watched:
        raise SourceEmpty("no issuer file with a listing in Japan names edinet among its sources")
    today = errand.now.astimezone(TOKYO).date()
    start = start_of(errand, errand.settings["lookback_days"])
    days = [today - dt.timedelta(days=back) for back in range((today - start).days + 1)]
    working = [day for day in days if day.weekday() < 5]
    yield from go_through(errand, working, lambda day, rows: _day(errand, day, watched, rows), str)


def _day(errand: Errand, day: dt.date, watched: Mapping[str, str], count: list[int]) -> Iterator[Found]:
    """Yield what is new of one day."""
    reply = _ask(errand, LIST, {"date": str(day), "type": 2}, "json")
    rows = parse_day(reply)
    check_count(len(rows), 0, 5000, f"filings of {day}", errand.report)
    check_all_fields(rows, NEEDED, KNOWN, reply.url, errand.report)
    count[0] += len(rows)
    for row in (row for row in rows if row["withdrawalStatus"] == "0"):
        if str(row["secCode"]) in watched and errand.seen.latest("edinet", str(row["docID"])) is None:
            yield _filing(errand, watched[str(row["secCode"])], row, reply)


def _ask(errand: Errand, url: str, params: Mapping[str, str | int], expect: Any) -> Reply:
    """Ask with the key; raise MissingKey without one."""
    if errand.key is None:
        raise MissingKey("needs MEMTRACK_EDINET_KEY")
    return errand.web.get(url, params={**params, "Subscription-Key": errand.key}, expect=expect)


def parse_day(reply: Reply) -> list[dict[str, Any]]:
    """Return the filings of a day; raise what either shape of an error means."""
    table = parse_object(reply.content, reply.url)
    raw = table.get("metadata")
    metadata = raw if isinstance(raw, dict) else {}
    status = str(table.get("StatusCode") or table.get("statusCode") or metadata.get("status"))
    if status in {"401", "403"}:
        raise SourceBlocked(f"{reply.url}: status {status} {table.get('message')}: the key is refused")
    if status != "200":
        message = table.get("message") or metadata.get("message")
        raise SourceBroken(f"{reply.url}: status {status} {message}; expected 200 in metadata")
    rows = take_rows(table, "results", reply.url)
    result = metadata.get("resultset")
    stated = take_count(result if isinstance(result, dict) else {}, "count", f"{reply.url}: metadata.resultset")
    if stated != len(rows):
        raise SourceBroken(f"{reply.url}: {len(rows)} rows, the page says {stated}; the body was cut")
    return rows


def _filing(errand: Errand, issuer: str, row: Mapping[str, Any], page: Reply) -> Found:
    """Return a filing: its PDF where it is a report, its row of the list otherwise."""
    to_day(row["submitDateTime"], page.url, AT)
    meta: dict[str, Any] = {"issuer": issuer, "at": row["submitDateTime"], "title": str(row["docDescription"])}
    if row["docTypeCode"] in errand.settings["document_types"] and row["pdfFlag"] == "1":
        reply = _ask(errand, f"{SITE}/api/v2/documents/{row['docID']}", {"type": 2}, "pdf")
        return reply.found(str(row["docID"]), media_type="application/pdf", kind="report", **meta)
    words = json.dumps(row, ensure_ascii=False, sort_keys=True).encode()
    return page.found(str(row["docID"]), content=words, kind="title", **meta)


def read(capture: Capture, content: bytes) -> Yield:
    """Return the document of a filing."""
    moment = dt.datetime.strptime(capture.meta["at"], AT).replace(tzinfo=TOKYO)
    filing = Filing(
        key=capture.key,
        publisher="EDINET",
        doc_type="report",
        published_on=moment.date(),
        moment=moment.astimezone(dt.UTC),
        issuer=capture.meta["issuer"],
        url=f"https://disclosure2.edinet-fsa.go.jp/WZEK0040.aspx?{capture.key}",
        lang="ja",
    )
    if capture.meta["kind"] == "title":
        return Yield(documents=(make_document(filing, capture.meta["title"]),))
    return read_bytes(filing, content, "application/pdf")


def _probe(errand: Errand) -> list[dict[str, Any]]:
    """Ask for the last working day."""
    day = errand.now.astimezone(TOKYO).date()
    day -= dt.timedelta(days=max(0, day.weekday() - 4))
    return parse_day(_ask(errand, LIST, {"date": str(day), "type": 2}, "json"))


SOURCE = Source(
    name="edinet",
    title="EDINET: annual, half-yearly and extraordinary reports of Kioxia",
    publisher="Financial Services Agency of Japan",
    cadence="every working day",
    licence="statutory disclosures under the terms of EDINET (source named)",
    raw_may_leave=False,
    collect=collect,
    read=read,
    uses_reader=True,
    key_env="MEMTRACK_EDINET_KEY",
    verification="specification quoted by others, six programs; not tried live by memtrack",
    hosts=("api.edinet-fsa.go.jp",),
    manners=Manners(per_second=0.5, per_day=2000, user_agent="memtrack"),
    settings={"lookback_days": 7, "document_types": ["120", "160", "180"]},
    check=check_rows(_probe, NEEDED, KNOWN),
)
