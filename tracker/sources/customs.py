"""Korea Customs Service: exports of the first 10, 20 and all days of a month, and monthly exports by tariff code.

XML only. The ten-day table names its columns by number; a column that changes its meaning shows as a semiconductor
share of all exports outside known bounds, and fails the source.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from tracker.checkup import check_rows
from tracker.errors import MissingKey, SourceBlocked, SourceBroken
from tracker.facts import Yield
from tracker.listing import digest_of, go_through, known_digest, last_day, sift, start_of
from tracker.quarter import period_bounds
from tracker.series import Observation, make_documents, to_month
from tracker.shape import check_age, check_count, parse_xml, text_of, to_day, to_number
from tracker.source import Capture, Errand, Found, Manners, Source

if TYPE_CHECKING:
    from tracker.reply import Reply

SITE = "https://apis.data.go.kr"
TEN_DAYS = f"{SITE}/1220000/prlstMmUtPrviExpAcrs/getPrlstMmUtPrviExpAcrs"
MONTHLY = f"{SITE}/1220000/Itemtrade/getItemtradeList"
TEN_DAY_FIELDS = ("priodYear", "priodMon", "priodDt", "itemUsdAmt00", "itemUsdAmt01")
MONTHLY_FIELDS = ("year", "hsCode", "statKor", "expDlr", "expWgt")
# Semiconductors were 9 to 40 % of Korea's exports in every month since 2016; outside, a column has moved.
SHARE = (0.05, 0.60)


def collect(errand: Errand) -> Iterator[Found]:
    """Yield each year of each table that brings a new or revised row."""
    years = range(start_of(errand, errand.settings["lookback_days"]).year, errand.now.year + 1)
    steps = [(code, year) for code in (None, *errand.settings["codes"]) for year in years]
    yield from go_through(
        errand,
        steps,
        lambda step, rows: _year(errand, *step, rows),
        lambda step: f"{(step[0] or {}).get('hs')}/{step[1]}",
    )


def _year(errand: Errand, code: Mapping[str, Any] | None, year: int, count: list[int]) -> Iterator[Found]:
    """Yield a year of a tariff code, or of the ten-day table, if a row of it is new."""
    found, rows = _ten_days(errand, year) if code is None else _monthly(errand, code, year)
    count[0] += rows
    yield from found


def _ask(errand: Errand, url: str, key: str, params: Mapping[str, str]) -> Reply:
    """Ask one of the tables; the key may be given in its encoded form, and is encoded once."""
    if errand.key is None:
        raise MissingKey("needs MEMTRACK_CUSTOMS_KEY")
    known = known_digest(errand, "customs", key)
    return errand.web.get(url, params={"serviceKey": unquote(errand.key), **params}, expect="xml", known=known)


def parse_items(content: bytes, where: str) -> list[Element]:
    """Return the items of an answer; raise what its error envelope means."""
    root = parse_xml(content, where)
    refused = root.findtext(".//returnAuthMsg") or root.findtext(".//errMsg")
    if refused:
        raise SourceBlocked(f"{where}: {refused}: apply for this data set on data.go.kr, or the quota is used up")
    code = root.findtext("header/resultCode")
    if code != "00":
        raise SourceBroken(f"{where}: result code {code} {root.findtext('header/resultMsg')}; expected 00")
    items = root.find("body/items")
    if items is None:
        raise SourceBroken(f"{where}: no body/items; found {', '.join(child.tag for child in root)}")
    stated = root.findtext("body/totalCount")
    # The monthly table is not known to state its count; where one is stated it must hold.
    if stated is not None and stated.strip() != str(len(items)):
        raise SourceBroken(f"{where}: {len(items)} items, the page says {stated}; the rest was cut off")
    return list(items)


def _ten_days(errand: Errand, year: int) -> tuple[list[Found], int]:
    """Return a year of the ten-day table if a row of it is new, and how many rows it has."""
    key = f"tenday/{year}"
    last = min(errand.now.date(), dt.date(year, 12, 31))
    reply = _ask(errand, TEN_DAYS, key, {"strtYymm": f"{year}01", "endYymm": f"{last:%Y%m}"})
    if reply.is_known:
        return [], 1
    rows = [_ten_day_row(item, reply.url) for item in parse_items(reply.content, reply.url)]
    if not rows:
        return [], 0
    for row in rows:
        share = row["semiconductors"] / row["total"]
        if not SHARE[0] < share < SHARE[1]:
            raise SourceBroken(
                f"{reply.url}: semiconductors are {share:.0%} of exports in {row['name']}; a column has moved"
            )
    check_count(len(rows), 1, 3 * 12, f"ten-day rows of {year}", errand.report)
    if year == errand.now.year:
        check_age(max(row["ends_on"] for row in rows), errand.now.date(), 25, "ten-day exports")
    items = {row["name"]: digest_of(row["total"], row["semiconductors"]) for row in rows}
    meta = sift(errand, "customs", key, items)
    return ([reply.found(key, kind="tenday", **meta)] if meta else []), len(rows)


def _ten_day_row(item: Element, where: str) -> dict[str, Any]:
    """Return a row of the ten-day table: amounts in thousand US dollars, cumulated from the first of the month."""
    values = {name: text_of(item, name, where) for name in TEN_DAY_FIELDS}
    first, _, last = values["priodDt"].partition("~")
    month = to_month(values["priodMon"], where)
    if first.strip() != "01" or not last.strip().isdigit():
        raise SourceBroken(f"{where}: span {values['priodDt']!r}; expected a form like 01~10")
    ends_on = to_day(f"{month}-{int(last):02d}", where)
    total, semiconductors = (to_number(values[name], where) for name in ("itemUsdAmt00", "itemUsdAmt01"))
    if total <= 0:
        raise SourceBroken(
            f"{where}: all exports of {month} to day {last.strip()} are {total:g}; expected more than nothing"
        )
    return {
        "name": f"{month}/{'month' if ends_on == last_day(ends_on) else last.strip()}",
        "month": month,
        "ends_on": ends_on,
        "total": total,
        "semiconductors": semiconductors,
        "words": " ".join(f"{name}={value}" for name, value in values.items()),
    }


def _monthly(errand: Errand, code: Mapping[str, Any], year: int) -> tuple[list[Found], int]:
    """Return a year of one tariff code if a row of it is new, and how many rows it has."""
    key = f"monthly/{code['hs']}/{year}"
    last = min(errand.now.date(), dt.date(year, 12, 31))
    params = {"strtYymm": f"{year}01", "endYymm": f"{last:%Y%m}", "hsSgn": str(code["hs"])}
    reply = _ask(errand, MONTHLY, key, params)
    if reply.is_known:
        return [], 1
    rows = monthly_rows(reply.content, str(code["hs"]), reply.url)
    if not rows:
        return [], 0
    check_count(len(rows), 1, 12, f"months of {code['hs']} in {year}", errand.report)
    if errand.now.year == year and errand.now.month > 3:
        check_age(period_bounds(max(rows))[1], errand.now.date(), 80, f"exports of {code['hs']}")
    meta = sift(errand, "customs", key, {month: digest_of(row["expDlr"], row["expWgt"]) for month, row in rows.items()})
    return ([reply.found(key, kind="monthly", code=dict(code), **meta)] if meta else []), len(rows)


def monthly_rows(content: bytes, code: str, where: str) -> dict[str, dict[str, str]]:
    """Return the months of a tariff code, without the rows of totals; raise SourceBroken for rows of other codes."""
    rows = [{name: text_of(item, name, where) for name in MONTHLY_FIELDS} for item in parse_items(content, where)]
    months = [row for row in rows if row["year"] != "총계" and row["hsCode"] != "-"]
    strange = sorted({row["hsCode"] for row in months} - {code})
    if strange:
        raise SourceBroken(f"{where}: asked for {code}, got rows of {', '.join(strange)}")
    for row in months:
        to_number(row["expDlr"], where)
    return {to_month(row["year"], where): row for row in months}


def read(capture: Capture, content: bytes) -> Yield:
    """Return a document for each new or revised row."""
    found: dict[str, Observation] = {}
    if capture.meta["kind"] == "tenday":
        for item in parse_items(content, capture.key):
            row = _ten_day_row(item, capture.key)
            found[row["name"]] = _observe_ten_days(row)
    else:
        code = capture.meta["code"]
        for month, values in monthly_rows(content, code["hs"], capture.key).items():
            found[month] = _observe_month(code, month, values)
    url = (
        "https://www.data.go.kr/data/"
        + ("15157908" if capture.meta["kind"] == "tenday" else "15101609")
        + "/openapi.do"
    )
    return Yield(documents=make_documents(capture, found, publisher="Korea Customs Service", url=url))


def _observe_ten_days(row: Mapping[str, Any]) -> Observation:
    """Return the observation in a row of the ten-day table."""
    span = "whole month" if row["name"].endswith("month") else f"days 1 to {row['ends_on'].day}"
    return Observation(
        entity="Korea",
        name="exports_semiconductors_provisional",
        period=row["month"],
        value=row["semiconductors"],
        unit="thousand USD",
        words=row["words"],
        lag_days=1,
        ends_on=row["ends_on"],
        qualifier=span,
    )


def _observe_month(code: Mapping[str, Any], month: str, row: Mapping[str, str]) -> Observation:
    """Return the observation in a row of the monthly table; the weight stays in the words."""
    return Observation(
        entity="Korea",
        name=code["name"],
        product=code["product"] or None,
        period=month,
        value=to_number(row["expDlr"], month),
        unit="USD",
        words=" ".join(f"{name}={value}" for name, value in row.items()),
        lag_days=16,
    )


def _probe(errand: Errand) -> list[dict[str, str]]:
    """Ask for this year's ten-day table."""
    reply = _ask(errand, TEN_DAYS, "check", {"strtYymm": f"{errand.now.year}01", "endYymm": f"{errand.now:%Y%m}"})
    return [{child.tag: child.text or "" for child in item} for item in parse_items(reply.content, reply.url)]


SOURCE = Source(
    name="customs",
    title="Korea Customs: exports of semiconductors by ten days, of memory by month",
    publisher="Korea Customs Service",
    cadence="on the 1st, 11th and 21st; by tariff code about the 15th",
    licence="no limit of use (data.go.kr)",
    raw_may_leave=True,
    collect=collect,
    read=read,
    edits="addition",
    key_env="MEMTRACK_CUSTOMS_KEY",
    verification="recorded by others (2026-04 to 2026-07); not tried live by memtrack",
    hosts=("apis.data.go.kr",),
    manners=Manners(per_second=1.0, per_day=1000, read_timeout=60.0, user_agent="memtrack"),
    settings={"codes": [], "lookback_days": 60},
    check=check_rows(_probe, TEN_DAY_FIELDS, tuple(f"itemUsdAmt{number:02d}" for number in range(2, 11))),
)
