"""FRED: the few monthly series that matter, from the keyless CSV, with vintages as values are revised."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterator, Mapping
from typing import Any

from tracker.checkup import check_rows
from tracker.errors import SourceBroken
from tracker.facts import Yield
from tracker.listing import go_through, known_digest, sift
from tracker.quarter import period_bounds
from tracker.series import Observation, make_documents, to_month
from tracker.shape import check_age, check_count, decode, to_number
from tracker.source import Capture, Errand, Found, Manners, Source

SITE = "https://fred.stlouisfed.org"
GRAPH = f"{SITE}/graph/fredgraph.csv"
DATE_NAMES = ("observation_date", "DATE")


def collect(errand: Errand) -> Iterator[Found]:
    """Yield the table of each series that brings a new or revised value."""
    series = errand.settings["series"]
    yield from go_through(errand, series, lambda one, rows: _series(errand, one, rows), lambda one: str(one["id"]))


def _series(errand: Errand, one: Mapping[str, Any], count: list[int]) -> Iterator[Found]:
    """Yield a series if a value of it is new or revised."""
    key = str(one["id"])
    start = errand.since or dt.date(int(errand.settings["from_year"]), 1, 1)
    params: dict[str, str | int] = {"id": key, "cosd": str(start)}
    reply = errand.web.get(GRAPH, params=params, expect="csv", known=known_digest(errand, "fred", key))
    if reply.is_known:
        count[0] += 1
        return
    items = parse_table(reply.content, key, reply.url)
    if not items:
        return
    count[0] += len(items)
    check_count(len(items), 1, 2000, f"rows of {key}", errand.report)
    check_age(period_bounds(max(items))[1], errand.now.date(), 2 * int(one["lag_days"]) + 62, key)
    meta = sift(errand, "fred", key, items)
    if meta is not None:
        yield reply.found(key, series=dict(one), **meta)


def parse_table(content: bytes, series: str, where: str) -> dict[str, str]:
    """Return the months and values of a table with one series, without missing values."""
    rows = list(csv.reader(io.StringIO(decode(content, "utf-8-sig", where))))
    head = rows[0] if rows else []
    if len(head) != 2 or head[0] not in DATE_NAMES or head[1] != series:
        raise SourceBroken(f"{where}: header {','.join(head)[:80]!r}; expected observation_date,{series}")
    wrong = [row for row in rows[1:] if len(row) != 2]
    if wrong:
        raise SourceBroken(f"{where}: row {wrong[0]}; expected a date and a value; the body was cut")
    values = {to_month(day, where): value for day, value in rows[1:] if value.strip() not in {"", "."}}
    for value in values.values():
        to_number(value, where)
    return values


def read(capture: Capture, content: bytes) -> Yield:
    """Return a document for each new or revised month."""
    series = capture.meta["series"]
    values = parse_table(content, series["id"], capture.key)
    found = {month: _observe(series, month, value) for month, value in values.items()}
    url = f"{SITE}/series/{series['id']}"
    return Yield(documents=make_documents(capture, found, publisher="Federal Reserve Bank of St. Louis", url=url))


def _observe(series: Mapping[str, Any], month: str, value: str) -> Observation:
    """Return the observation of one month."""
    return Observation(
        entity="United States",
        name=series["name"],
        period=month,
        value=to_number(value, series["id"]),
        unit=series["unit"],
        words=f"{series['id']} {month}: {value}",
        lag_days=int(series["lag_days"]),
    )


def _probe(errand: Errand) -> list[dict[str, str]]:
    """Ask for the last year of the first series."""
    name = errand.settings["series"][0]["id"]
    params: dict[str, str | int] = {"id": name, "cosd": str(errand.now.date() - dt.timedelta(days=365))}
    reply = errand.web.get(GRAPH, params=params, expect="csv")
    return [{"month": month, "value": value} for month, value in parse_table(reply.content, name, reply.url).items()]


SOURCE = Source(
    name="fred",
    title="FRED: US price indices of semiconductors and storage, inventories",
    publisher="Federal Reserve Bank of St. Louis",
    cadence="monthly",
    licence="US government series; attribution to FRED and the office behind each series",
    raw_may_leave=True,
    collect=collect,
    read=read,
    edits="addition",
    verification="shape seen in six independent programs; not tried live by memtrack",
    hosts=("fred.stlouisfed.org",),
    manners=Manners(per_second=1.0, per_day=200, user_agent="memtrack (open record of memory prices)"),
    settings={"series": [], "from_year": 2015},
    check=check_rows(_probe, ("month", "value")),
)
