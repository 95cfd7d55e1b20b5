"""MOPS: material information of past days and monthly revenue of past months, for what the open data no longer shows.

Days are asked one by one for all markets; a message that the archive has from the open data is not fetched again.
Revenue pages are only walked when a start is given, up to the month before last: the open data has the rest.
The site answers a visitor whom it dislikes with a page of status 200; then the run stops at once.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from tracker.checkup import check_rows
from tracker.config import Issuer
from tracker.errors import SourceBroken, SourceEmpty
from tracker.facts import Yield
from tracker.filing import TAIPEI, Filing, read_words
from tracker.listing import digest_of, go_through, known_digest, months_between, sift, start_of
from tracker.series import make_documents
from tracker.shape import check_count, decode, parse_object, take_rows
from tracker.source import Capture, Errand, Found, Manners, Source
from tracker.sources.twse import news_key, observe_revenue, said_at
from tracker.watch import TAIWAN, codes

SITE = "https://mops.twse.com.tw"
OLD = "https://mopsov.twse.com.tw"
API = f"{SITE}/mops/api"
HEADERS = {"Origin": SITE, "Referer": f"{SITE}/mops/", "Accept": "application/json, text/plain, */*"}
NOTHING = "查無"
TITLES = ("發言日期", "發言時間", "公司代號", "公司名稱", "主旨")
COLUMNS = ("公司代號", "公司名稱", "當月營收")
MARKET_FOLDERS = {".TW": "sii", ".TWO": "otc"}


def collect(errand: Errand) -> Iterator[Found]:
    """Yield new messages day by day, newest first, then pages of past months' revenues if a start was given."""
    watched = {code: issuer for issuer in errand.watch for code in codes(issuer, TAIWAN)}
    if not watched:
        raise SourceEmpty("no issuer file with a listing in Taiwan names mops among its sources")
    today = errand.now.astimezone(TAIPEI).date()
    start = start_of(errand, errand.settings["lookback_days"])
    days = [today - dt.timedelta(days=back) for back in range((today - start).days + 1)]
    yield from go_through(errand, days, lambda day, rows: _messages(errand, day, watched, rows), str)
    if errand.since:
        yield from _revenue_pages(errand, watched, today)


def _day(errand: Errand, day: dt.date) -> list[list[Any]]:
    """Return the messages of a day in all markets; the year is that of the republic, without leading zeros."""
    body = {"year": str(day.year - 1911), "month": str(day.month), "day": str(day.day)}
    return parse_messages(errand.web.post(f"{API}/t05st02", body=body, headers=HEADERS, expect="json"))


def parse_messages(reply: Any) -> list[list[Any]]:
    """Return the rows of a list of messages, none where the site says so; raise SourceBroken for another envelope."""
    table = parse_object(reply.content, reply.url)
    if table.get("code") != 200:
        if NOTHING in str(table.get("message")):
            return []
        raise SourceBroken(f"{reply.url}: code {table.get('code')} {table.get('message')}; expected 200")
    result = table.get("result")
    if not isinstance(result, dict):
        raise SourceBroken(f"{reply.url}: result is a {type(result).__name__}; expected an object")
    rows = take_rows(result, "data", reply.url)
    titles = [str(title.get("main")) for title in take_rows(result, "titles", reply.url) if isinstance(title, dict)]
    if rows and tuple(titles[: len(TITLES)]) != TITLES:
        raise SourceBroken(f"{reply.url}: columns {', '.join(titles) or 'none'}; expected {', '.join(TITLES)}")
    wrong = [row for row in rows if not isinstance(row, list) or len(row) < 6 or not isinstance(row[5], dict)]
    if wrong:
        raise SourceBroken(f"{reply.url}: row {str(wrong[0])[:120]}; expected five texts and where the details are")
    return rows


def _messages(errand: Errand, on: dt.date, watched: Mapping[str, Issuer], count: list[int]) -> Iterator[Found]:
    """Yield the details of a day's messages of watched issuers that the archive lacks."""
    rows = _day(errand, on)
    check_count(len(rows), 0, 3000, f"messages of {on}", errand.report)
    count[0] += len(rows)
    for row in rows:
        day, time, code, _name, subject = (str(value) for value in row[:5])
        link: Mapping[str, Any] = row[5]
        said_at(day, time)
        key = news_key(code, day, time)
        if code not in watched or errand.seen.latest("mops", key) or errand.seen.latest("twse", key):
            continue
        name, parameters = str(link.get("apiName")), link.get("parameters")
        if name not in {"t05st02_detail", "t59sb01_detail", "t05st01_detail"} or not isinstance(parameters, dict):
            raise SourceBroken(f"details of {key} are at {name!r}; expected t05st02_detail")
        reply = errand.web.post(f"{API}/{name}", body=parameters, headers=HEADERS, expect="json")
        parse_detail(reply.content, reply.url)
        yield reply.found(key, kind="news", issuer=watched[code].id, day=day, time=time, subject=subject)


def parse_detail(content: bytes, where: str) -> dict[str, str]:
    """Return the fields of a message by their titles; raise SourceBroken where it has no explanation."""
    result = parse_object(content, where).get("result")
    titles = result.get("titles") if isinstance(result, dict) else None
    rows = result.get("data") if isinstance(result, dict) else None
    if not isinstance(titles, list) or not isinstance(rows, list) or not rows:
        raise SourceBroken(f"{where}: no result with titles and data; expected the details of a message")
    names = [str(title.get("main") if isinstance(title, dict) else title) for title in titles]
    fields = {name: str(value) for name, value in zip(names, rows[0], strict=False)}
    if not any("說明" in name for name in fields):
        raise SourceBroken(f"{where}: no 說明 among {', '.join(fields)}")
    return fields


def _revenue_pages(errand: Errand, watched: Mapping[str, Issuer], today: dt.date) -> Iterator[Found]:
    """Yield the pages of past months' revenues, oldest first."""
    assert errand.since is not None
    newest = (today.replace(day=1) - dt.timedelta(days=32)).replace(day=1)
    months = months_between(errand.since, newest)
    for done, month in enumerate(months, start=1):
        for suffix, folder in MARKET_FOLDERS.items():
            own = {
                code: watched[code] for code in _codes_of(errand, suffix) if not _is_known(errand, suffix, code, month)
            }
            if own:
                yield from _revenue_page(errand, own, folder, month)
        errand.progress(done, len(months))


def _is_known(errand: Errand, suffix: str, code: str, month: dt.date) -> bool:
    """Tell whether the archive has a month's revenue from the open data."""
    capture = errand.seen.latest("twse", f"revenue{suffix}")
    return capture is not None and f"{code}/{month:%Y-%m}" in capture.meta["items"]


def _codes_of(errand: Errand, suffix: str) -> set[str]:
    """Return the watched codes of one market."""
    return {code for issuer in errand.watch for code in codes(issuer, (suffix,))}


def _revenue_page(errand: Errand, own: Mapping[str, Issuer], folder: str, month: dt.date) -> Iterator[Found]:
    """Yield one page of revenues; a month before the site's time is passed over."""
    key = f"revenue/{folder}/{month:%Y-%m}"
    known = known_digest(errand, "mops", key)
    if known is not None:
        return
    url = f"{OLD}/nas/t21/{folder}/t21sc03_{month.year - 1911}_{month.month}_0.html"
    reply = errand.web.get(url, headers={"Referer": f"{SITE}/"}, expect="html", may_miss=True)
    if reply.is_missing:
        return
    rows = parse_revenues(reply.content, month, url)
    check_count(len(rows), int(errand.settings["fewest_companies"]), 2500, f"companies on {url}", errand.report)
    kept = {code: digest_of(row["當月營收"]) for code, row in rows.items() if code in own}
    meta = sift(errand, "mops", key, kept)
    if meta is not None:
        issuers = {code: own[code].id for code in kept}
        yield reply.found(key, kind="revenue", issuers=issuers, month=f"{month:%Y-%m}", **meta)


def parse_revenues(content: bytes, month: dt.date, where: str) -> dict[str, dict[str, str]]:
    """Return the rows of a revenue page by code, mapped by the header of their table: layouts differ in columns.

    The page is in Big5, on some hosts in UTF-8. Raises SourceBroken for another month's page and one without tables.
    """
    text = _decode_either(content, where)
    title = re.search(r"(\d{2,3})年(\d{1,2})月", text)
    if title is None or (int(title[1]) + 1911, int(title[2])) != (month.year, month.month):
        raise SourceBroken(f"{where}: page of {title[0] if title else 'no month'}; expected {month:%Y-%m}")
    rows: dict[str, dict[str, str]] = {}
    upper: list[tuple[str, int]] = []
    header: list[str] = []
    for row in LexborHTMLParser(text).css("tr"):
        cells = [("".join(cell.text().split()), int(cell.attributes.get("colspan") or 1)) for cell in row.css("th, td")]
        names = [name for name, _ in cells]
        if "公司代號" in names:
            upper, header = cells, names
        if "當月營收" in names:
            header = names if "公司代號" in names else _merge_headers(upper, names)
        elif header and len(names) == len(header) and re.fullmatch(r"\d{4,6}", names[header.index("公司代號")]):
            rows[names[header.index("公司代號")]] = dict(zip(header, names, strict=True))
    if not rows:
        raise SourceBroken(f"{where}: no table with {', '.join(COLUMNS)}; the page changed")
    return rows


def _merge_headers(upper: list[tuple[str, int]], lower: list[str]) -> list[str]:
    """Return the column names of a header of two rows: a cell over several columns gives way to those below it."""
    below = iter(lower)
    merged: list[str] = []
    for name, width in upper:
        merged += [name] if width == 1 else [next(below, name) for _ in range(width)]
    return merged


def _decode_either(content: bytes, where: str) -> str:
    """Return the page's text: UTF-8 where it is that, Big5 otherwise."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return decode(content, "cp950", where)


def read(capture: Capture, content: bytes) -> Yield:
    """Return the document of a message, or the revenues of a page."""
    if capture.meta["kind"] == "news":
        return _read_news(capture, content)
    month = dt.date.fromisoformat(f"{capture.meta['month']}-01")
    issuers = capture.meta["issuers"]
    label = f"{month.year - 1911}{month.month:02d}"
    rows = parse_revenues(content, month, capture.key)
    found = {
        code: observe_revenue(
            {**rows[code], "資料年月": label, "營業收入-當月營收": rows[code]["當月營收"]}, issuers[code]
        )
        for code in issuers
    }
    return Yield(documents=make_documents(capture, found, publisher="MOPS", url=str(capture.url)))


def _read_news(capture: Capture, content: bytes) -> Yield:
    """Return the document of one message."""
    fields = parse_detail(content, capture.key)
    explanation = next(value for name, value in fields.items() if "說明" in name)
    moment = said_at(str(capture.meta["day"]), str(capture.meta["time"]))
    filing = Filing(
        key=capture.key,
        publisher="MOPS",
        doc_type="material_information",
        published_on=moment.date(),
        moment=moment.astimezone(dt.UTC),
        issuer=capture.meta["issuer"],
        url=f"{SITE}/mops/#/web/t05st02",
        lang="zh-Hant",
    )
    return Yield(documents=(read_words(filing, f"{capture.meta['subject']}\n{explanation}"),))


def _probe(errand: Errand) -> list[dict[str, Any]]:
    """Ask for the messages of the last working day."""
    day = errand.now.astimezone(TAIPEI).date()
    day -= dt.timedelta(days=max(0, day.weekday() - 4))
    return [dict(zip((*TITLES, "link"), row, strict=False)) for row in _day(errand, day)]


SOURCE = Source(
    name="mops",
    title="MOPS: material information and monthly revenue of past days and months",
    publisher="Taiwan Stock Exchange",
    cadence="every trading day",
    licence="statutory disclosures; facts, quotes and links are kept",
    raw_may_leave=False,
    collect=collect,
    read=read,
    edits="addition",
    uses_reader=True,
    verification="called live by others (2026-07 to 2026-10); blocks cloud addresses; not tried live by memtrack",
    hosts=("mops.twse.com.tw", "mopsov.twse.com.tw"),
    manners=Manners(per_second=0.28, per_day=1500),
    settings={"lookback_days": 2, "fewest_companies": 100},
    check=check_rows(_probe, (*TITLES, "link")),
)
