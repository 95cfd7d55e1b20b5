"""CNINFO: investor-relations records and announcements of A-share issuers, PDFs included.

The list is asked company by company; `null` instead of a list is no proof of emptiness, so the full-text search is then
asked as well. Rules of the endpoint (form body, page size 30, null lists, midnight timestamps) are in docs/sources.md.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tracker.checkup import check_rows
from tracker.config import Issuer
from tracker.errors import SourceBroken, SourceEmpty
from tracker.facts import Yield
from tracker.filing import CHINA, Filing, from_milliseconds, read_bytes
from tracker.listing import go_through, page_numbers, refuse_gap, refuse_repeats, start_of
from tracker.shape import check_all_fields, check_count, parse_object, take_count, take_rows
from tracker.source import Capture, Errand, Found, Manners, Source
from tracker.watch import MAINLAND, Lookup, codes

if TYPE_CHECKING:
    from tracker.reply import Reply

SITE = "https://www.cninfo.com.cn"
FILES = "https://static.cninfo.com.cn"
LIST = f"{SITE}/new/hisAnnouncement/query"
SEARCH = f"{SITE}/new/fulltextSearch/full"
WHO = f"{SITE}/new/information/topSearch/query"
HEADERS = {
    "Accept": "application/json",
    "Referer": f"{SITE}/new/commonUrl?url=disclosure/list/search",
    "Origin": SITE,
    "X-Requested-With": "XMLHttpRequest",
}
NEEDED = ("secCode", "announcementId", "announcementTitle", "announcementTime", "adjunctUrl")
KNOWN = (
    *("id", "secName", "orgId", "orgName", "shortTitle", "adjunctSize", "adjunctType", "storageTime", "columnId"),
    *("pageColumn", "announcementType", "associateAnnouncement", "important", "batchNum", "announcementContent"),
    *("announcementTypeName", "secNameList", "tileSecName"),
)
COMPANY_KNOWN = ("zwjc", "pinyin", "category", "type", "delisted", "stockType")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Window:
    """One question to the list: a company, a tab (`relation` holds investor-relations records) and a span of days."""

    issuer: Issuer
    code: str
    org: str
    tab: str
    first: dt.date
    last: dt.date

    @property
    def name(self) -> str:
        """What tells this question from others."""
        return f"list/{self.code}/{self.tab}/{self.first}~{self.last}"


def collect(errand: Errand) -> Iterator[Found]:
    """Yield the pages of the lists that name something new, and the PDFs that they name."""
    pairs = [(issuer, code) for issuer in errand.watch for code in codes(issuer, MAINLAND)]
    if not pairs:
        raise SourceEmpty("no issuer file with a listing on the mainland names cninfo among its sources")
    yield from go_through(
        errand, pairs, lambda pair, rows: _company(errand, *pair, rows), lambda pair: pair[1], tells=False
    )


def _company(errand: Errand, issuer: Issuer, code: str, rows: list[int]) -> Iterator[Found]:
    """Yield what is new of one company; `rows` counts what was listed, new or not."""
    lookup = Lookup(errand.home / "http" / "lookup" / "cninfo.json")
    org = lookup.find(code) or _find_org(errand, code)
    lookup.keep({code: org})
    for window in _windows(errand, issuer, code, org):
        yield from _walk(errand, window, rows)


def _find_org(errand: Errand, code: str) -> str:
    """Return the site's identifier of a company; raise SourceBroken where it knows no such code."""
    reply = errand.web.post(WHO, form={"keyWord": code, "maxNum": "10"}, headers=HEADERS, expect="json")
    rows = parse_list(reply)
    check_all_fields(rows, ("code", "orgId"), COMPANY_KNOWN, reply.url, errand.report)
    found = [str(row["orgId"]) for row in rows if row["code"] == code and row["orgId"]]
    if len(found) != 1:
        raise SourceBroken(f"{reply.url}: {len(found)} companies with code {code}; expected one")
    return found[0]


def parse_list(reply: Reply) -> list[dict[str, Any]]:
    """Return the rows of an answer that is a bare list of objects."""
    rows = parse_object(b'{"rows":' + reply.content.removeprefix(b"\xef\xbb\xbf") + b"}", reply.url)["rows"]
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise SourceBroken(f"{reply.url}: expected a list of objects, found {str(rows)[:80]}")
    return rows


def _windows(errand: Errand, issuer: Issuer, code: str, org: str) -> Iterator[_Window]:
    """Yield the questions of a company, newest year first."""
    start = start_of(errand, errand.settings["lookback_days"])
    today = errand.now.astimezone(CHINA).date()
    for tab in errand.settings["tabs"]:
        for year in range(today.year, start.year - 1, -1):
            first, last = max(start, dt.date(year, 1, 1)), min(today, dt.date(year, 12, 31))
            yield _Window(issuer=issuer, code=code, org=org, tab=tab, first=first, last=last)


def _walk(errand: Errand, window: _Window, count: list[int]) -> Iterator[Found]:
    """Yield what is new in one window, page by page; PDFs follow the page that names them."""
    walked: set[str] = set()
    for page in page_numbers(window.name):
        reply, rows, total = _page(errand, window, page)
        names = {str(row["announcementId"]) for row in rows}
        refuse_repeats(walked, names, f"{reply.url} page {page}")
        refuse_gap(rows, walked, total, f"{reply.url} page {page} of {window.name}")
        count[0] += len(rows)
        wanted = [row for row in rows if _is_wanted(errand, window, row)]
        missing = [row for row in wanted if errand.seen.latest("cninfo", str(row["announcementId"])) is None]
        if missing:
            yield reply.found(f"{window.name}/{page}", kind="list", rows=len(rows))
        for row in missing:
            yield _fetch(errand, window, row)
            errand.progress(len(walked) - len(rows) + rows.index(row) + 1, total)
        if page * errand.settings["page_size"] >= total:
            return


def _page(errand: Errand, window: _Window, page: int) -> tuple[Reply, list[Any], int]:
    """Return a page of the list, its rows and the total; a null is believed only if the search finds nothing either."""
    reply = _ask(errand, window, page)
    table = parse_object(reply.content, reply.url)
    total = take_count(table, "totalAnnouncement", reply.url)
    if "announcements" in table and table["announcements"] is None and not total:
        _cross_check(errand, window, reply.url)
        return reply, [], 0
    rows = take_rows(table, "announcements", reply.url)
    check_count(len(rows), 0, int(errand.settings["page_size"]), f"rows on a page of {window.code}", errand.report)
    check_all_fields(rows, NEEDED, KNOWN, reply.url, errand.report)
    strange = {str(row["secCode"]) for row in rows} - {window.code}
    if strange:
        raise SourceBroken(f"{reply.url}: asked for {window.code}, got rows of {', '.join(sorted(strange))}")
    for row in rows:
        from_milliseconds(row["announcementTime"], CHINA)
    return reply, rows, total


def _ask(errand: Errand, window: _Window, page: int) -> Reply:
    """Ask the list for a page of a window."""
    form = {
        "pageNum": str(page),
        "pageSize": str(errand.settings["page_size"]),
        "column": "szse",
        "plate": "",
        "tabName": window.tab,
        "stock": f"{window.code},{window.org}",
        "searchkey": "",
        "secid": "",
        "category": "",
        "trade": "",
        "seDate": f"{window.first}~{window.last}",
        "sortName": "",
        "sortType": "",
        "isHLtitle": "false",
    }
    return errand.web.post(LIST, form=form, headers=HEADERS, expect="json")


def _cross_check(errand: Errand, window: _Window, where: str) -> None:
    """Ask the full-text search for a window in which the list says null; raise SourceBroken where it finds records."""
    word = "投资者关系活动记录表" if window.tab == "relation" else window.code
    params: Mapping[str, str | int] = {
        "searchkey": f"{window.code} {word}" if window.tab == "relation" else word,
        "isfulltext": "false",
        "sdate": str(window.first),
        "edate": str(window.last),
        "sortName": "pubdate",
        "sortType": "desc",
        "pageNum": 1,
        "pageSize": 20,
        "type": "",
    }
    reply = errand.web.get(SEARCH, params=params, headers=HEADERS, expect="json")
    table = parse_object(reply.content, reply.url)
    if "announcements" not in table:
        raise SourceBroken(f"{reply.url}: no field 'announcements'; found {', '.join(sorted(table))}")
    rows = table["announcements"] or []
    check_all_fields(rows, NEEDED, KNOWN, reply.url, errand.report)
    own = [row for row in rows if row["secCode"] == window.code]
    if own:
        raise SourceBroken(f"{where}: the list of {window.name} is null, the search finds {len(own)} records there")


def _is_wanted(errand: Errand, window: _Window, row: Mapping[str, Any]) -> bool:
    """Say whether an announcement is worth its PDF: every investor-relations record, others by words of their title."""
    if window.tab == "relation":
        return True
    return any(word in str(row["announcementTitle"]) for word in errand.settings["title_words"])


def _fetch(errand: Errand, window: _Window, row: Mapping[str, Any]) -> Found:
    """Return the PDF of an announcement, with the row that named it."""
    reply = errand.web.get(f"{FILES}/{row['adjunctUrl']}", headers={"Referer": f"{SITE}/"}, expect="pdf")
    return reply.found(
        str(row["announcementId"]),
        media_type="application/pdf",
        kind="record" if window.tab == "relation" else "announcement",
        issuer=window.issuer.id,
        code=window.code,
        title=str(row["announcementTitle"]),
        time=row["announcementTime"],
        org=window.org,
    )


def read(capture: Capture, content: bytes) -> Yield:
    """Return the document of a PDF; a page of the list holds no words of its own."""
    if capture.meta["kind"] == "list":
        return Yield()
    on, moment = from_milliseconds(capture.meta["time"], CHINA)
    filing = Filing(
        key=capture.key,
        publisher="CNINFO",
        doc_type="ir_record" if capture.meta["kind"] == "record" else "announcement",
        published_on=on,
        moment=moment,
        issuer=capture.meta["issuer"],
        url=capture.url,
        lang="zh-Hans",
    )
    return read_bytes(filing, content, "application/pdf")


def _probe(errand: Errand) -> list[dict[str, Any]]:
    """Ask for the newest page of the first watched company."""
    issuer = next((one for one in errand.watch if codes(one, MAINLAND)), None)
    if issuer is None:
        raise SourceEmpty("no issuer file names cninfo among its sources")
    code = codes(issuer, MAINLAND)[0]
    last = errand.now.astimezone(CHINA).date()
    first = last - dt.timedelta(days=365)
    window = _Window(issuer=issuer, code=code, org=_find_org(errand, code), tab="relation", first=first, last=last)
    reply = _ask(errand, window, 1)
    return take_rows(parse_object(reply.content, reply.url), "announcements", reply.url)


SOURCE = Source(
    name="cninfo",
    title="CNINFO: investor-relations records and announcements of A-share issuers",
    publisher="CNINFO (Shenzhen Securities Information)",
    cadence="every trading day",
    licence="statutory disclosures; facts, quotes and links are kept, the PDFs stay on this machine",
    raw_may_leave=False,
    collect=collect,
    read=read,
    uses_reader=True,
    verification="request and row shape recorded by others (2026-08); not tried live by memtrack",
    hosts=("www.cninfo.com.cn", "static.cninfo.com.cn"),
    manners=Manners(per_second=1.0, per_day=3000),
    settings={
        "page_size": 30,
        "lookback_days": 14,
        "tabs": ["relation", "fulltext"],
        "title_words": ["存储", "涨价", "价格", "业绩预告", "业绩快报", "异常波动", "经营情况", "季度报告"],
    },
    check=check_rows(_probe, NEEDED, KNOWN),
)
