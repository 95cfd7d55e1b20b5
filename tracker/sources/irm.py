"""互动易: what A-share issuers of Shenzhen answer to investors, and the feed of their investor-relations records.

An answer is the company's word, said informally; the question before it is not the company's word and is never read for
statements. Records whose PDF the archive has from CNINFO are not fetched again.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from tracker.checkup import check_rows, join_checks
from tracker.config import Issuer
from tracker.errors import SourceBroken, SourceEmpty
from tracker.facts import Document, Yield
from tracker.filing import CHINA, Filing, from_milliseconds, make_document, read_bytes, read_words
from tracker.listing import (
    digest_of,
    go_through,
    is_new,
    last_day,
    months_between,
    page_numbers,
    refuse_gap,
    refuse_repeats,
    start_of,
)
from tracker.shape import check_all_fields, check_count, parse_object, take_count, take_rows
from tracker.source import Capture, Errand, Found, Manners, Source
from tracker.watch import Lookup, codes

if TYPE_CHECKING:
    from tracker.reply import Reply

SITE = "https://irm.cninfo.com.cn"
FILES = "https://static.cninfo.com.cn"
WHO = f"{SITE}/newircs/index/queryKeyboardInfo"
QUESTIONS = f"{SITE}/newircs/company/question"
FEED = f"{SITE}/newircs/index/search"
HEADERS = {"Accept": "application/json, text/plain, */*", "Referer": f"{SITE}/views/interactiveAnswer", "Origin": SITE}
NEEDED = ("indexId", "mainContent", "pubDate", "stockCode", "attachedContent", "updateDate")
KNOWN = (
    *("contentType", "trade", "boardType", "companyShortName", "pubClient", "author", "authorName", "attachedId"),
    *("attachedAuthor", "attachedPubDate", "qaStatus", "companyLogo", "topStatus", "praiseCount", "praiseStatus"),
    *(
        "favoriteCount",
        "favoriteStatus",
        "forwardCount",
        "filetype",
        "score",
        "esId",
        "secid",
        "packageDate",
        "remindStatus",
    ),
)
RECORD_NEEDED = ("indexId", "mainContent", "stockCode", "pubDate")
COMPANY_KNOWN = ("shortName", "pinyin", "stockType", "boardType", "trade")
_FILE = re.compile(r"[\w./-]+\.pdf", re.IGNORECASE)
# So many records in a row without a file mean that the file stands elsewhere.
MOST_WITHOUT_FILE = 3
INFORMAL = "informal answer to an investor"


def collect(errand: Errand) -> Iterator[Found]:
    """Yield new answers company by company, and then new records: a feed that changed keeps no answer out."""
    pairs = [(issuer, code) for issuer in errand.watch for code in codes(issuer, (".SZ",))]
    if not pairs:
        raise SourceEmpty("no issuer file with a listing in Shenzhen names irm among its sources")
    steps = [(work, *pair) for work in (_answers, _records) for pair in pairs]
    yield from go_through(
        errand,
        steps,
        lambda step, rows: step[0](errand, step[1], step[2], rows),
        lambda step: f"{step[2]}{step[0].__name__}",
    )


def _answers(errand: Errand, issuer: Issuer, code: str, rows: list[int]) -> Iterator[Found]:
    """Yield the new answers of one company; `rows` counts what was listed, new or not."""
    lookup = Lookup(errand.home / "http" / "lookup" / "irm.json")
    secid = lookup.find(code) or _find_secid(errand, code)
    lookup.keep({code: secid})
    for month in _months(errand):
        yield from _questions(errand, issuer, secid, month, rows)


def _months(errand: Errand) -> tuple[dt.date, ...]:
    """Return the months to look at: their first days."""
    return months_between(start_of(errand, errand.settings["lookback_days"]), errand.now.astimezone(CHINA).date())


def _find_secid(errand: Errand, code: str) -> str:
    """Return the site's identifier of a company: the row of exactly this code, for the search also finds neighbours."""
    params = {"_t": str(int(errand.now.timestamp() * 1000))}
    reply = errand.web.post(WHO, params=params, form={"keyWord": code}, headers=HEADERS, expect="json")
    rows = take_rows(parse_object(reply.content, reply.url), "data", reply.url)
    check_all_fields(rows, ("stockCode", "secid"), COMPANY_KNOWN, reply.url, errand.report)
    found = [str(row["secid"]) for row in rows if row["stockCode"] == code and row["secid"]]
    if len(found) != 1:
        raise SourceBroken(f"{reply.url}: {len(found)} companies with code {code}; expected one")
    return found[0]


def _questions(errand: Errand, issuer: Issuer, secid: str, month: dt.date, count: list[int]) -> Iterator[Found]:
    """Yield one month's questions that have an answer not yet known, row by row."""
    walked: set[str] = set()
    (code,) = codes(issuer, (".SZ",))
    size = int(errand.settings["page_size"])
    for page in page_numbers(f"questions to {code} in {month:%Y-%m}"):
        params: dict[str, str | int] = {
            "_t": str(int(errand.now.timestamp() * 1000)),
            "stockcode": code,
            "orgId": secid,
            "keyWord": "",
            "pageSize": size,
            "pageNum": page,
            "startDay": str(month),
            "endDay": str(last_day(month)),
        }
        reply = errand.web.post(QUESTIONS, params=params, headers=HEADERS, expect="json")
        table = parse_object(reply.content, reply.url)
        rows = take_rows(table, "rows", reply.url)
        check_count(len(rows), 0, size, f"questions to {code} on a page", errand.report)
        check_all_fields(rows, NEEDED, KNOWN, reply.url, errand.report)
        _refuse_strangers(rows, code, reply.url)
        refuse_repeats(walked, {str(row["indexId"]) for row in rows}, f"{reply.url} page {page}")
        count[0] += len(rows)
        for row in rows:
            from_milliseconds(_answered_at(row), CHINA)
            digest = digest_of(row["attachedContent"])
            if row["attachedContent"] and is_new(errand, "irm", f"answer/{row['indexId']}", digest):
                meta: dict[str, Any] = {"kind": "answer", "issuer": issuer.id, "digest": digest}
                yield reply.found(f"answer/{row['indexId']}", content=_as_json(row), **meta)
        total = take_count(table, "total", reply.url)
        refuse_gap(rows, walked, total, f"{reply.url} page {page}")
        if page * size >= total:
            return


def _as_json(row: Mapping[str, Any]) -> bytes:
    """Return a row as the site gave it, its fields in a fixed order."""
    return json.dumps(row, ensure_ascii=False, sort_keys=True).encode()


def _refuse_strangers(rows: list[Any], code: str, where: str) -> None:
    """Raise SourceBroken where rows are of another company: the site has dropped the filter."""
    strange = sorted({str(row["stockCode"]) for row in rows} - {code})
    if strange:
        raise SourceBroken(f"{where}: asked for {code}, got rows of {', '.join(strange[:5])}; the filter was ignored")


def _records(errand: Errand, issuer: Issuer, code: str, count: list[int]) -> Iterator[Found]:
    """Yield records of the activity feed, with their PDF where the archive lacks it."""
    walked: set[str] = set()
    for page in page_numbers(f"records of {code}"):
        reply = _ask_records(errand, code, start_of(errand, errand.settings["lookback_days"]), page)
        table = parse_object(reply.content, reply.url)
        rows = take_rows(table, "results", reply.url)
        check_count(len(rows), 0, 30, f"records of {code} on a page", errand.report)
        needed = (*RECORD_NEEDED, errand.settings["file_field"])
        check_all_fields(rows, needed, (*KNOWN, *NEEDED), reply.url, errand.report)
        _refuse_strangers(rows, code, reply.url)
        if take_count(table, "pageNo", reply.url) != page:
            raise SourceBroken(f"{reply.url}: asked for page {page}, got page {table['pageNo']}")
        refuse_repeats(walked, {str(row["indexId"]) for row in rows}, f"{reply.url} page {page}")
        count[0] += len(rows)
        paths = [_path_of(errand, row, reply.url) for row in rows]
        for row in rows:
            from_milliseconds(row["pubDate"], CHINA)
        _tell_lacking(errand, rows, paths, reply.url)
        for row, path in zip(rows, paths, strict=True):
            yield from _record(errand, issuer, row, path)
        total = take_count(table, "totalRecord", reply.url)
        refuse_gap(rows, walked, total, f"{reply.url} page {page}")
        if page * 30 >= total:
            return


def _ask_records(errand: Errand, code: str, start: dt.date, page: int) -> Reply:
    """Ask the activity feed for a page of a company's records."""
    form = {
        "keywords": "",
        "stockCodes": code,
        "searchTypes": "4",
        "onlyAttentionCompany": "2",
        "startDate": f"{start} 00:00:00",
        "endDate": f"{errand.now.astimezone(CHINA).date()} 23:59:59",
        "pageNo": str(page),
        "pageSize": "30",
    }
    return errand.web.post(FEED, form=form, headers=HEADERS, expect="json")


def _path_of(errand: Errand, row: Mapping[str, Any], where: str) -> str:
    """Return where a record's file lies, nothing where the row says that there is none."""
    name = errand.settings["file_field"]
    path = str(row[name] or "").removeprefix(FILES).lstrip("/")
    if path and not _FILE.fullmatch(path):
        raise SourceBroken(
            f"{where}: {name} is {row[name]!r}; expected a form like finalpage/2026-11-19/1225000001.PDF"
        )
    return path


def _tell_lacking(errand: Errand, rows: list[Any], paths: list[str], where: str) -> None:
    """Tell about records without a file; raise SourceBroken where none of several has one, naming fields that might."""
    lacking = paths.count("")
    if not lacking:
        return
    name = errand.settings["file_field"]
    if lacking == len(rows) >= MOST_WITHOUT_FILE:
        others = sorted({key for row in rows for key, value in row.items() if _FILE.search(str(value))})
        hint = f"paths stand in {', '.join(others)}: set file_field" if others else "no other field holds a path"
        raise SourceBroken(f"{where}: {name} is empty in all {lacking} records; {hint}")
    errand.report(f"{lacking} of {len(rows)} records have no file in {name}; their titles alone are kept")


def _record(errand: Errand, issuer: Issuer, row: Mapping[str, Any], path: str) -> Iterator[Found]:
    """Yield one record of the feed unless it is known here, or its PDF from CNINFO; a file may come after its title."""
    key = f"record/{row['indexId']}"
    before = errand.seen.latest("irm", key)
    if before is not None and (not path or before.meta["kind"] == "record"):
        return
    if path and errand.seen.latest("cninfo", PurePosixPath(path).stem):
        return
    meta: dict[str, Any] = {
        "issuer": issuer.id,
        "code": str(row["stockCode"]),
        "time": str(row["pubDate"]),
        "title": str(row["mainContent"]),
    }
    if path:
        reply = errand.web.get(f"{FILES}/{path}", headers={"Referer": f"{SITE}/"}, expect="pdf")
        yield reply.found(key, media_type="application/pdf", kind="record", **meta)
        return
    yield Found(key=key, content=_as_json(row), media_type="application/json", url=FEED, meta={"kind": "title", **meta})


def read(capture: Capture, content: bytes) -> Yield:
    """Return the document of an answer or of a record."""
    if capture.meta["kind"] == "answer":
        return Yield(documents=(_answer(capture, parse_object(content, capture.key)),))
    on, moment = from_milliseconds(capture.meta["time"], CHINA)
    filing = Filing(
        key=capture.key,
        publisher="互动易",
        doc_type="ir_record",
        published_on=on,
        moment=moment,
        issuer=capture.meta["issuer"],
        url=capture.url,
        lang="zh-Hans",
    )
    if capture.meta["kind"] == "title":
        return Yield(documents=(make_document(filing, capture.meta["title"]),))
    return read_bytes(filing, content, "application/pdf")


def _answered_at(row: Mapping[str, Any]) -> object:
    """Return when an answer was given: the site leaves its own field for that empty, so the last update stands in."""
    return row.get("attachedPubDate") or row["updateDate"]


def _answer(capture: Capture, row: Mapping[str, Any]) -> Document:
    """Return the document of one answer; it counts as given when the row was last updated, to the day."""
    on, _ = from_milliseconds(_answered_at(row), CHINA)
    filing = Filing(
        key=capture.key,
        publisher="互动易",
        doc_type="investor_answer",
        published_on=on,
        issuer=capture.meta["issuer"],
        url=f"{SITE}/ircs/question/questionDetail?questionId={row['indexId']}",
        lang="zh-Hans",
        qualifier=INFORMAL,
    )
    return read_words(filing, str(row["attachedContent"]))


def _probe(errand: Errand) -> list[dict[str, Any]]:
    """Ask for one page of the first watched company's questions of the last three months."""
    pairs = [code for issuer in errand.watch for code in codes(issuer, (".SZ",))]
    if not pairs:
        raise SourceEmpty("no issuer file with a listing in Shenzhen names irm among its sources")
    first = errand.now.date() - dt.timedelta(days=90)
    params: dict[str, str | int] = {"stockcode": pairs[0], "orgId": _find_secid(errand, pairs[0]), "keyWord": ""}
    params |= {"pageSize": 10, "pageNum": 1, "startDay": str(first), "endDay": str(errand.now.date())}
    reply = errand.web.post(QUESTIONS, params=params, headers=HEADERS, expect="json")
    return take_rows(parse_object(reply.content, reply.url), "rows", reply.url)


def _probe_records(errand: Errand) -> list[dict[str, Any]]:
    """Ask for one page of the first watched company's records of the last year."""
    pairs = [code for issuer in errand.watch for code in codes(issuer, (".SZ",))]
    if not pairs:
        raise SourceEmpty("no issuer file with a listing in Shenzhen names irm among its sources")
    reply = _ask_records(errand, pairs[0], errand.now.date() - dt.timedelta(days=365), 1)
    rows = take_rows(parse_object(reply.content, reply.url), "results", reply.url)
    # A field set in memtrack.toml stands in for the guess.
    name = errand.settings["file_field"]
    return [{**row, "attachmentUrl": row[name]} if name in row else row for row in rows]


SOURCE = Source(
    name="irm",
    title="互动易: answers to investors and investor-relations records of Shenzhen issuers",
    publisher="Shenzhen Securities Information",
    cadence="every trading day",
    licence="public answers of companies; quotes and links are kept, pages stay on this machine",
    raw_may_leave=False,
    collect=collect,
    read=read,
    uses_reader=True,
    verification="questions recorded by others (2026-07); the feed's files are a guess; not tried live by memtrack",
    hosts=("irm.cninfo.com.cn", "static.cninfo.com.cn"),
    manners=Manners(per_second=1.0, per_day=2000),
    # The name of the field that holds a record's file is a guess: when the check shows another one, set it here.
    settings={"page_size": 100, "lookback_days": 14, "file_field": "attachmentUrl"},
    check=join_checks(
        check_rows(_probe, NEEDED, KNOWN, page="questions"),
        check_rows(_probe_records, (*RECORD_NEEDED, "attachmentUrl"), (*KNOWN, *NEEDED), page="records"),
    ),
)
