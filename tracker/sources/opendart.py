"""OpenDART: disclosures of Samsung Electronics and SK hynix, with the documents of their preliminary results.

The list gives a date and no time. A document comes as a ZIP of files that look like XML and are not well-formed; an
error comes as XML with status 200, so the first bytes are what counts.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from tracker.checkup import check_rows
from tracker.config import Issuer
from tracker.errors import MissingKey, SourceBlocked, SourceBroken, SourceEmpty
from tracker.facts import Document, Indicator, Rejected, Yield
from tracker.filing import SEOUL, Filing, read_words
from tracker.listing import go_through, page_numbers, refuse_repeats, start_of
from tracker.quarter import Quarter
from tracker.shape import check_all_fields, check_count, parse_object, parse_xml, take_count, take_rows, text_of, to_day
from tracker.source import Capture, Errand, Found, Manners, Source
from tracker.watch import KOREA, Lookup, codes

if TYPE_CHECKING:
    from tracker.reply import Reply

SITE = "https://opendart.fss.or.kr"
NEEDED = ("corp_code", "corp_name", "stock_code", "report_nm", "rcept_no", "rcept_dt")
KNOWN = ("corp_cls", "flr_nm", "rm")
STATUS = {"010": SourceBlocked, "011": SourceBlocked, "012": SourceBlocked, "020": SourceBlocked, "901": SourceBlocked}
LARGEST_MEMBER = 30_000_000
_SALES = re.compile(r"매출액\s*당해실적\s*([\d,.]+)")
_UNIT = re.compile(r"단위\s*[:：]\s*(조\s*원|억\s*원|백만\s*원)")
_UNITS = {"조원": 1e12, "억원": 1e8, "백만원": 1e6}


def collect(errand: Errand) -> Iterator[Found]:
    """Yield new disclosures by title, and the documents of those whose title is among the wanted ones."""
    pairs = [(issuer, code) for issuer in errand.watch for code in codes(issuer, KOREA)]
    if not pairs:
        raise SourceEmpty("no issuer file with a listing in Korea names opendart among its sources")
    yield from go_through(errand, pairs, lambda pair, rows: _company(errand, *pair, rows), lambda pair: pair[1])


def _keyed(errand: Errand, params: Mapping[str, str | int]) -> dict[str, str | int]:
    """Return the parameters with the key; raise MissingKey without one."""
    if errand.key is None:
        raise MissingKey("needs MEMTRACK_OPENDART_KEY")
    return {"crtfc_key": errand.key, **params}


def _company(errand: Errand, issuer: Issuer, code: str, count: list[int]) -> Iterator[Found]:
    """Yield what is new of one company, window by window of at most three months."""
    corp = _find_corp(errand, code)
    today = errand.now.astimezone(SEOUL).date()
    first = start_of(errand, errand.settings["lookback_days"])
    while first <= today:
        last = min(today, first + dt.timedelta(days=89))
        yield from _window(errand, issuer, corp, (first, last), count)
        first = last + dt.timedelta(days=1)


def _find_corp(errand: Errand, code: str) -> str:
    """Return the site's code of a company, from its list of all companies; it is asked for once."""
    lookup = Lookup(errand.home / "http" / "lookup" / "opendart.json")
    known = lookup.find(code)
    if known:
        return known
    reply = errand.web.get(f"{SITE}/api/corpCode.xml", params=_keyed(errand, {}), expect="zip")
    root = parse_xml(_members(reply.content, reply.url)["CORPCODE.xml"], reply.url)
    rows = {text_of(row, "stock_code", reply.url): text_of(row, "corp_code", reply.url) for row in root.iter("list")}
    wanted = {one for issuer in errand.watch for one in codes(issuer, KOREA)}
    lookup.keep({one: rows[one] for one in wanted if one in rows})
    if code not in rows:
        raise SourceBroken(f"{reply.url}: no company with stock code {code} among {len(rows)}; expected one")
    return rows[code]


def _members(content: bytes, where: str) -> dict[str, bytes]:
    """Return the files of a ZIP; raise SourceBroken for a broken one and for members of unlikely size."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            large = [item.filename for item in archive.infolist() if item.file_size > LARGEST_MEMBER]
            if large:
                raise SourceBroken(f"{where}: {large[0]} unpacks to more than {LARGEST_MEMBER} bytes; expected less")
            return {item.filename: archive.read(item) for item in archive.infolist()}
    except (zipfile.BadZipFile, EOFError, OSError) as error:
        raise SourceBroken(f"{where}: no ZIP ({error}); the body was cut") from error


def _window(
    errand: Errand, issuer: Issuer, corp: str, days: tuple[dt.date, dt.date], count: list[int]
) -> Iterator[Found]:
    """Yield the new disclosures of one window."""
    walked: set[str] = set()
    for page in page_numbers(f"disclosures of {corp}"):
        params: dict[str, str | int] = {"corp_code": corp, "bgn_de": f"{days[0]:%Y%m%d}", "end_de": f"{days[1]:%Y%m%d}"}
        params |= {"last_reprt_at": "N", "page_no": page, "page_count": 100}
        reply = errand.web.get(f"{SITE}/api/list.json", params=_keyed(errand, params), expect="json")
        rows, pages = parse_list(reply.content, reply.url)
        check_count(len(rows), 0, 100, f"disclosures of {corp} on a page", errand.report)
        check_all_fields(rows, NEEDED, KNOWN, reply.url, errand.report)
        strange = sorted({str(row["corp_code"]) for row in rows} - {corp})
        if strange:
            raise SourceBroken(f"{reply.url}: asked for {corp}, got rows of {', '.join(strange)}")
        refuse_repeats(walked, {str(row["rcept_no"]) for row in rows}, f"{reply.url} page {page}")
        count[0] += len(rows)
        for row in rows:
            to_day(row["rcept_dt"], reply.url, "%Y%m%d")
            if errand.seen.latest("opendart", str(row["rcept_no"])) is None:
                yield _disclosure(errand, issuer, row, reply)
        if page >= pages or not rows:
            return


def parse_list(content: bytes, where: str) -> tuple[list[Any], int]:
    """Return the rows of a page and the number of pages; no data is no error, other codes raise what they mean."""
    table = parse_object(content, where)
    status = str(table.get("status"))
    if status == "013":
        return [], 0
    if status != "000":
        raise STATUS.get(status, SourceBroken)(f"{where}: status {status} {table.get('message')}; expected 000")
    return take_rows(table, "list", where), take_count(table, "total_page", where)


def _disclosure(errand: Errand, issuer: Issuer, row: Mapping[str, Any], page: Reply) -> Found:
    """Return a disclosure: its document where the title is a wanted one, its row of the list otherwise."""
    title = _plain(str(row["report_nm"]))
    meta: dict[str, Any] = {"issuer": issuer.id, "title": str(row["report_nm"]), "day": str(row["rcept_dt"])}
    if not any(word in title for word in errand.settings["title_words"]):
        words = json.dumps(row, ensure_ascii=False, sort_keys=True).encode()
        return page.found(str(row["rcept_no"]), content=words, kind="title", **meta)
    params = _keyed(errand, {"rcept_no": str(row["rcept_no"])})
    reply = errand.web.get(f"{SITE}/api/document.xml", params=params, expect="zip")
    _members(reply.content, reply.url)
    return reply.found(str(row["rcept_no"]), media_type="application/zip", kind="document", **meta)


def _plain(title: str) -> str:
    """Return a title without the marks of corrections and with one kind of middle dot."""
    return re.sub(r"^\[[^\]]*\]\s*", "", title).replace("ㆍ", "·")  # U+318D, the dot that titles use


def read(capture: Capture, content: bytes) -> Yield:
    """Return the document of a disclosure."""
    day = dt.datetime.strptime(capture.meta["day"], "%Y%m%d").replace(tzinfo=SEOUL).date()
    filing = Filing(
        key=capture.key,
        publisher="OpenDART",
        doc_type="disclosure",
        published_on=day,
        issuer=capture.meta["issuer"],
        url=f"https://dart.fss.or.kr/dsaf001/main.do?rcpNo={capture.key}",
        lang="ko",
    )
    if capture.meta["kind"] == "title":
        return Yield(documents=(read_words(filing, capture.meta["title"]),))
    files = _members(content, capture.key)
    main = files.get(f"{capture.key}.xml")
    if main is None:
        found = ", ".join(sorted(files))
        return Yield(rejected=(Rejected(place=capture.key, field="file", value=found, expected=f"{capture.key}.xml"),))
    return Yield(documents=(_read_document(filing, main, capture.meta["title"]),))


def _read_document(filing: Filing, content: bytes, title: str) -> Document:
    """Return the document of a disclosure, with the quarter's sales where it states preliminary results."""
    from selectolax.lexbor import LexborHTMLParser

    try:
        page = content.decode("utf-8")
    except UnicodeDecodeError:
        page = content.decode("cp949", errors="replace")
    body = LexborHTMLParser(page).body
    text = " ".join((body.text(separator=" ") if body else "").split())
    document = read_words(filing, text)
    if "영업(잠정)실적" not in _plain(title):
        return document
    return dataclasses.replace(document, indicators=tuple(_sales(filing, text)))


def _sales(filing: Filing, text: str) -> Iterator[Indicator]:
    """Yield the quarter's sales of a notice of preliminary results; the quarter is the one that ended before it."""
    sales, unit = _SALES.search(text), _UNIT.search(text)
    if sales is None or unit is None:
        return
    value = float(sales[1].replace(",", "")) * _UNITS["".join(unit[1].split())]
    yield Indicator(
        quote=sales[0],
        start=sales.start(),
        end=sales.end(),
        entity=str(filing.issuer),
        name="revenue_preliminary",
        period=str(Quarter.of(filing.published_on) + (-1)),
        value_low=value,
        value_high=value,
        unit="KRW",
    )


def _probe(errand: Errand) -> list[Any]:
    """Ask for the first watched company's disclosures of the last three months."""
    pairs = [code for issuer in errand.watch for code in codes(issuer, KOREA)]
    if not pairs:
        raise SourceEmpty("no issuer file with a listing in Korea names opendart among its sources")
    first = errand.now.date() - dt.timedelta(days=89)
    params: dict[str, str | int] = {"corp_code": _find_corp(errand, pairs[0]), "bgn_de": f"{first:%Y%m%d}"}
    params |= {"end_de": f"{errand.now:%Y%m%d}", "page_no": 1, "page_count": 10}
    reply = errand.web.get(f"{SITE}/api/list.json", params=_keyed(errand, params), expect="json")
    return parse_list(reply.content, reply.url)[0]


SOURCE = Source(
    name="opendart",
    title="OpenDART: disclosures and preliminary results of Samsung Electronics and SK hynix",
    publisher="Financial Supervisory Service of Korea",
    cadence="every trading day",
    licence="statutory disclosures; facts, quotes and links are kept",
    raw_may_leave=False,
    collect=collect,
    read=read,
    uses_reader=True,
    key_env="MEMTRACK_OPENDART_KEY",
    verification="list recorded by others, codes seen in libraries; not tried live by memtrack",
    hosts=("opendart.fss.or.kr",),
    manners=Manners(per_second=2.0, per_day=5000, user_agent="memtrack"),
    settings={"lookback_days": 14, "title_words": ["영업(잠정)실적", "장래사업·경영계획", "조회공시", "기업설명회"]},
    check=check_rows(_probe, NEEDED, KNOWN),
)
