"""Bank of Japan, time-series API: monthly price indices of memory circuits, with vintages as values are revised.

Asked by years, all series in one request. The day of the request stands in every answer, so values are compared, not
bytes. STATUS may say 400 under status 200; null is a value that is not available.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from tracker.checkup import check_rows
from tracker.errors import SourceBroken
from tracker.facts import Yield
from tracker.listing import go_through, sift, start_of
from tracker.quarter import period_bounds
from tracker.series import Observation, make_documents, to_month
from tracker.shape import check_age, check_all_fields, check_count, parse_object, take_count, take_rows, to_number
from tracker.source import Capture, Errand, Found, Manners, Source

SITE = "https://www.stat-search.boj.or.jp"
DATA = f"{SITE}/api/v1/getDataCode"
NEEDED = ("SERIES_CODE", "NAME_OF_TIME_SERIES", "UNIT", "FREQUENCY", "LAST_UPDATE", "VALUES")
KNOWN = ("CATEGORY", "NAME_OF_TIME_SERIES_J", "UNIT_J", "CATEGORY_J")


def collect(errand: Errand) -> Iterator[Found]:
    """Yield each year that brings a new or revised value."""
    years = list(range(start_of(errand, errand.settings["lookback_days"]).year, errand.now.year + 1))
    yield from go_through(errand, years, lambda year, rows: _year(errand, year, rows), str)
    _check_newest(errand, years)


def _year(errand: Errand, year: int, count: list[int]) -> Iterator[Found]:
    """Yield the pages of a year that bring a new or revised value."""
    position, page = 1, 0
    while position:
        page += 1
        reply = _ask(errand, year, position)
        table = parse_object(reply.content, reply.url)
        items = _values(errand, table, reply.url)
        count[0] += len(items)
        meta = sift(errand, "boj", f"{year}/{page}", items)
        if meta is not None:
            yield reply.found(f"{year}/{page}", series=[dict(one) for one in errand.settings["series"]], **meta)
        is_last = "NEXTPOSITION" in table and table["NEXTPOSITION"] is None
        following = 0 if is_last else take_count(table, "NEXTPOSITION", reply.url)
        if 0 < following <= position:
            raise SourceBroken(f"{reply.url}: NEXTPOSITION {following} after {position}; the pages go in circles")
        position = following


def _check_newest(errand: Errand, years: list[int]) -> None:
    """Raise SourceBroken where the newest value of a series that the archive now holds is stale."""
    held = [errand.seen.latest("boj", f"{year}/{page}") for year in years for page in range(1, 10)]
    names = [name.split("/") for capture in held if capture for name in capture.meta["items"]]
    for series in errand.settings["series"]:
        newest = max((month for code, month in names if code == series["code"]), default=None)
        check_age(period_bounds(newest)[1] if newest else None, errand.now.date(), 75, series["code"])


def _ask(errand: Errand, year: int, position: int) -> Any:
    """Ask for a year of all series, from a position on."""
    codes = ",".join(series["code"] for series in errand.settings["series"])
    params: dict[str, str | int] = {
        "format": "json",
        "lang": "en",
        "db": "PR01",
        "startDate": f"{year}01",
        "endDate": f"{year}12",
        "code": codes,
    }
    if position > 1:
        params["startPosition"] = position
    return errand.web.get(DATA, params=params, expect="json")


def _values(errand: Errand, table: Mapping[str, Any], where: str) -> dict[str, str]:
    """Return the values of an answer by `code/month`, after checking that they are what was asked for."""
    rows = parse_series(table, where)
    labels = {series["code"]: series["label"] for series in errand.settings["series"]}
    check_all_fields(rows, NEEDED, KNOWN, where, errand.report)
    found: dict[str, str] = {}
    for row in rows:
        code, title = str(row["SERIES_CODE"]), str(row["NAME_OF_TIME_SERIES"])
        if code not in labels or labels[code].lower() not in title.lower():
            raise SourceBroken(f"{where}: series {code} {title!r}; expected one of {', '.join(labels)}")
        found |= {f"{code}/{month}": str(value) for month, value in points_of(row, where)}
    if rows:
        check_count(len(rows), len(labels), len(labels), "series of the Bank of Japan", errand.report)
    return found


def parse_series(table: Mapping[str, Any], where: str) -> list[Any]:
    """Return the series of an answer; raise SourceBroken where its own status is not 200."""
    if table.get("STATUS") != 200:
        raise SourceBroken(f"{where}: STATUS {table.get('STATUS')} {table.get('MESSAGE')}; expected 200")
    return take_rows(table, "RESULTSET", where)


def points_of(row: Mapping[str, Any], where: str) -> list[tuple[str, float]]:
    """Return the months and values of a series, without those that are not available."""
    values = row["VALUES"]
    if not isinstance(values, dict):
        raise SourceBroken(f"{where}: VALUES of {row['SERIES_CODE']} is a {type(values).__name__}; expected an object")
    months, figures = take_rows(values, "SURVEY_DATES", where), take_rows(values, "VALUES", where)
    if len(months) != len(figures):
        raise SourceBroken(f"{where}: {len(months)} dates and {len(figures)} values of {row['SERIES_CODE']}")
    pairs = zip(months, figures, strict=True)
    return [(to_month(str(month), where), to_number(value, where)) for month, value in pairs if value is not None]


def read(capture: Capture, content: bytes) -> Yield:
    """Return a document for each new or revised month of each series."""
    rows = parse_series(parse_object(content, capture.key), capture.key)
    asked = {series["code"]: series for series in capture.meta["series"]}
    found = {
        f"{row['SERIES_CODE']}/{month}": _observe(row, asked[row["SERIES_CODE"]], month, value)
        for row in rows
        for month, value in points_of(row, capture.key)
    }
    return Yield(documents=make_documents(capture, found, publisher="Bank of Japan", url=f"{SITE}/index_en.html"))


def _observe(row: Mapping[str, Any], series: Mapping[str, Any], month: str, value: float) -> Observation:
    """Return the observation of one month of a series."""
    code = str(row["SERIES_CODE"])
    words = {
        "SERIES_CODE": code,
        "NAME_OF_TIME_SERIES": row["NAME_OF_TIME_SERIES"],
        "SURVEY_DATE": month,
        "VALUE": value,
    }
    return Observation(
        entity="Japan",
        name=series["name"],
        product=series["product"],
        period=month,
        value=value,
        unit=f"index {row['UNIT']}",
        words=json.dumps(words, ensure_ascii=False),
        lag_days=13,
    )


def _probe(errand: Errand) -> list[Any]:
    """Ask for this year."""
    reply = _ask(errand, errand.now.year, 1)
    return parse_series(parse_object(reply.content, reply.url), reply.url)


SOURCE = Source(
    name="boj",
    title="Bank of Japan: export and import price indices of memory circuits",
    publisher="Bank of Japan",
    cadence="monthly, about the 10th for the month before",
    licence="free use with source named",
    raw_may_leave=True,
    collect=collect,
    read=read,
    edits="addition",
    verification="recorded by others (2026), called live by them (2026-09); not tried live by memtrack",
    hosts=("www.stat-search.boj.or.jp",),
    manners=Manners(per_second=1.0, per_day=300, user_agent="memtrack"),
    settings={"series": [], "lookback_days": 120},
    check=check_rows(_probe, NEEDED, KNOWN),
)
