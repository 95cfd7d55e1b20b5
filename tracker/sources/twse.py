"""TWSE and TPEx open data: monthly revenue and material information of the watched issuers of Taiwan.

The tables cover the whole market and only the latest month or day. Their revenue fills up over the first ten days of a
month, so it counts as published when it was first seen here, or on the tenth, whichever came first.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from tracker.checkup import check_rows
from tracker.config import Issuer
from tracker.errors import SourceBroken, SourceEmpty
from tracker.facts import Yield
from tracker.filing import TAIPEI, Filing, read_words
from tracker.listing import digest_of, go_through, is_new, known_digest, sift
from tracker.quarter import period_bounds
from tracker.series import Observation, make_documents, to_month
from tracker.shape import check_age, check_all_fields, check_count, parse_json, to_day, to_number
from tracker.source import Capture, Errand, Found, Manners, Source
from tracker.watch import codes

LISTED = "https://openapi.twse.com.tw/v1/opendata"
COUNTER = "https://www.tpex.org.tw/openapi/v1"
# Suffix of the ticker, table of revenues, table of material information, fewest rows of the revenue table in mid-month.
MARKETS = {
    ".TW": (f"{LISTED}/t187ap05_L", f"{LISTED}/t187ap04_L"),
    ".TWO": (f"{COUNTER}/mopsfin_t187ap05_O", f"{COUNTER}/mopsfin_t187ap04_O"),
}
REVENUE = ("資料年月", "公司代號", "公司名稱", "營業收入-當月營收")
REVENUE_KNOWN = (
    *("出表日期", "產業別", "營業收入-上月營收", "營業收入-去年當月營收", "營業收入-上月比較增減(%)"),
    *("營業收入-去年同月增減(%)", "累計營業收入-當月累計營收", "累計營業收入-去年累計營收"),
    *("累計營業收入-前期比較增減(%)", "備註"),
)
NEWS = ("發言日期", "發言時間", "主旨", "說明", "公司代號")
NEWS_KNOWN = ("出表日期", "公司名稱", "符合條款", "事實發生日", "Date", "CompanyName")
# The exchange and the counter spell some keys differently, one of them with a blank at its end.
SPELLINGS = {"主旨 ": "主旨", "SecuritiesCompanyCode": "公司代號", "CompanyName": "公司名稱"}
LEAST_FILED = 1
Watched = dict[str, tuple[str, Issuer]]


def collect(errand: Errand) -> Iterator[Found]:
    """Yield the revenue tables that bring a watched issuer's new month, and each new piece of material information."""
    watched = _watched(errand)
    if not watched:
        raise SourceEmpty("no issuer file with a listing in Taiwan names twse among its sources")
    if errand.since:
        errand.report("the open data shows the newest month and day only; the source mops has the past")
    steps = [(suffix, table) for suffix in MARKETS for table in (_revenue, _news)]
    yield from go_through(
        errand,
        steps,
        lambda step, rows: step[1](errand, step[0], watched, rows),
        lambda step: f"{step[1].__name__}{step[0]}",
    )


def _watched(errand: Errand) -> Watched:
    """Return the watched codes with the market and the issuer of each."""
    pairs = ((suffix, issuer) for suffix in MARKETS for issuer in errand.watch)
    return {code: (suffix, issuer) for suffix, issuer in pairs for code in codes(issuer, (suffix,))}


def parse_table(content: bytes, where: str) -> list[dict[str, Any]]:
    """Return the rows of a table with keys in one spelling; raise SourceBroken where it is no list of objects."""
    rows = parse_json(content, where)
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise SourceBroken(f"{where}: expected a list of objects, found {str(rows)[:80]}")
    return [{SPELLINGS.get(key, key): value for key, value in row.items()} for row in rows]


def _revenue(errand: Errand, suffix: str, watched: Watched, count: list[int]) -> Iterator[Found]:
    """Yield a market's table of revenues if a watched issuer's figure in it is new or has changed."""
    key, url = f"revenue{suffix}", MARKETS[suffix][0]
    reply = errand.web.get(url, expect="json", known=known_digest(errand, "twse", key))
    if reply.is_known:
        count[0] += 1
        return
    rows = parse_table(reply.content, reply.url)
    if not rows:
        errand.report(f"{url} answered with an empty table")
        return
    count[0] += len(rows)
    check_all_fields(rows, REVENUE, REVENUE_KNOWN, reply.url, errand.report)
    check_count(len(rows), int(errand.settings["fewest_companies"]), 2500, f"companies in {url}", errand.report)
    named = {str(row["公司代號"]): row for row in rows}
    own = {code: row for code, row in named.items() if watched.get(code, ("",))[0] == suffix}
    check_count(len(own), LEAST_FILED, len(watched), f"watched issuers in {url}", errand.report)
    items = {f"{code}/{roc_month(str(row['資料年月']))}": str(row["營業收入-當月營收"]) for code, row in own.items()}
    for name, figure in items.items():
        to_number(figure, f"{url}: {name}")
    newest = max(period_bounds(name.split("/")[1])[1] for name in items)
    check_age(newest, errand.now.date(), 75, "monthly revenues")
    meta = sift(errand, "twse", key, items)
    if meta is not None:
        issuers = {code: watched[code][1].id for code in own}
        yield reply.found(key, kind="revenue", issuers=issuers, table=url, **meta)


def _news(errand: Errand, suffix: str, watched: Watched, count: list[int]) -> Iterator[Found]:
    """Yield each piece of material information of a watched issuer that is new; a day without any is well."""
    reply = errand.web.get(MARKETS[suffix][1], expect="json")
    rows = parse_table(reply.content, reply.url)
    count[0] += len(rows)
    check_all_fields(rows, NEWS, NEWS_KNOWN, reply.url, errand.report)
    for row in rows:
        market, issuer = watched.get(str(row["公司代號"]), ("", None))
        if market != suffix or issuer is None:
            continue
        day, time = str(row["發言日期"]), str(row["發言時間"])
        said_at(day, time)
        key = news_key(str(row["公司代號"]), day, time)
        digest = digest_of(row["主旨"], row["說明"])
        if errand.seen.latest("mops", key) is not None:
            continue
        if is_new(errand, "twse", key, digest):
            words = json.dumps(row, ensure_ascii=False, sort_keys=True).encode()
            yield reply.found(key, content=words, kind="news", issuer=issuer.id, digest=digest)


def news_key(code: str, day: str, time: str) -> str:
    """Return the name of a message; `day` is `1151120` or `115/11/20`, `time` is `173214`, `93214` or `17:32:14`."""
    return f"news/{code}/{day.replace('/', '')}/{time.replace(':', '').zfill(6)}"


def roc_month(text: str) -> str:
    """Return `11510` (year of the republic and month) as `2026-10`; raise SourceBroken for anything else."""
    if not (text.isascii() and text.isdigit() and len(text) in {4, 5}):
        raise SourceBroken(f"month {text!r}: expected a form like 11510")
    return to_month(f"{int(text[:-2]) + 1911}{text[-2:]}", text)


def roc_day(text: str) -> dt.date:
    """Return `1151120` or `115/11/20` as a date; raise SourceBroken for anything else."""
    digits = text.replace("/", "").strip()
    if not (digits.isascii() and digits.isdigit() and len(digits) in {6, 7}):
        raise SourceBroken(f"day {text!r}: expected a form like 1151120")
    return to_day(f"{int(digits[:-4]) + 1911}-{digits[-4:-2]}-{digits[-2:]}", text)


def said_at(day: str, time: str) -> dt.datetime:
    """Return when something was said, in Taipei; raise SourceBroken for a day or a time of another form."""
    digits = time.replace(":", "").zfill(6)
    if not re.fullmatch(r"([01]\d|2[0-3])[0-5]\d[0-5]\d", digits):
        raise SourceBroken(f"time {time!r}: expected a form like 173214")
    clock = dt.time(int(digits[:2]), int(digits[2:4]), int(digits[4:]))
    return dt.datetime.combine(roc_day(day), clock, TAIPEI)


def read(capture: Capture, content: bytes) -> Yield:
    """Return the new revenues of a table, or the document of a message."""
    if capture.meta["kind"] == "news":
        return _read_news(capture, content)
    issuers = capture.meta["issuers"]
    rows = {str(row["公司代號"]): row for row in parse_table(content, capture.key)}
    own = {code: row for code, row in rows.items() if code in issuers}
    found = {
        f"{code}/{roc_month(str(row['資料年月']))}": observe_revenue(row, issuers[code]) for code, row in own.items()
    }
    return Yield(documents=make_documents(capture, found, publisher="TWSE/TPEx", url=capture.meta["table"]))


def observe_revenue(row: Mapping[str, Any], issuer: str) -> Observation:
    """Return the revenue in a row, in thousand Taiwan dollars as published."""
    return Observation(
        entity=issuer,
        issuer=issuer,
        name="monthly_revenue",
        period=roc_month(str(row["資料年月"])),
        value=to_number(row["營業收入-當月營收"], str(row["公司代號"])),
        unit="thousand TWD",
        words=json.dumps(dict(row), ensure_ascii=False, sort_keys=True),
        lag_days=10,
    )


def _read_news(capture: Capture, content: bytes) -> Yield:
    """Return the document of one message: its subject and its explanation are the company's own words."""
    (row,) = parse_table(b"[" + content + b"]", capture.key)
    moment = said_at(str(row["發言日期"]), str(row["發言時間"]))
    filing = Filing(
        key=capture.key,
        publisher="TWSE/TPEx",
        doc_type="material_information",
        published_on=moment.date(),
        moment=moment.astimezone(dt.UTC),
        issuer=capture.meta["issuer"],
        url=capture.url,
        lang="zh-Hant",
    )
    return Yield(documents=(read_words(filing, f"{row['主旨']}\n{row['說明']}"),))


def _probe(errand: Errand) -> list[dict[str, Any]]:
    """Ask for the table of revenues of the exchange."""
    reply = errand.web.get(MARKETS[".TW"][0], expect="json")
    return parse_table(reply.content, reply.url)


SOURCE = Source(
    name="twse",
    title="TWSE and TPEx open data: monthly revenue and material information",
    publisher="Taiwan Stock Exchange, Taipei Exchange",
    cadence="revenue until the 10th of a month, messages every trading day",
    licence="Open Government Data License of Taiwan, version 1 (attribution)",
    raw_may_leave=True,
    collect=collect,
    read=read,
    edits="addition",
    uses_reader=True,
    verification="recorded by others, licence official; not tried live by memtrack",
    hosts=("openapi.twse.com.tw", "www.tpex.org.tw"),
    manners=Manners(per_second=0.5, per_day=200),
    settings={"fewest_companies": 100},
    check=check_rows(_probe, REVENUE, REVENUE_KNOWN),
)
