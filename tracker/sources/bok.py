"""Bank of Korea, ECOS: monthly price indices of DRAM and flash, with vintages as values are revised.

Asked by half-years, so that the public key `sample` (ten rows a call) serves as well as one's own. An answer without
rows comes as an envelope with status 200; so do errors.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from tracker.checkup import check_rows
from tracker.errors import SourceBlocked, SourceBroken
from tracker.facts import Yield
from tracker.listing import go_through, known_digest, sift, start_of
from tracker.quarter import period_bounds
from tracker.series import Observation, make_documents, to_month
from tracker.shape import check_age, check_all_fields, check_count, parse_object, take_count, take_rows, to_number
from tracker.source import Capture, Errand, Found, Manners, Source

if TYPE_CHECKING:
    from tracker.reply import Reply

SITE = "https://ecos.bok.or.kr"
NEEDED = ("STAT_CODE", "ITEM_CODE1", "ITEM_NAME1", "UNIT_NAME", "TIME", "DATA_VALUE")
KNOWN = (
    *("STAT_NAME", "ITEM_CODE2", "ITEM_NAME2", "ITEM_CODE3", "ITEM_NAME3", "ITEM_CODE4", "ITEM_NAME4", "WGT"),
    *("ITEM_CODE_01", "ITEM_NAME_01"),
)
SAMPLE = "sample"


def collect(errand: Errand) -> Iterator[Found]:
    """Yield each half-year of each series that brings a new or revised value."""
    if errand.key is None:
        errand.report("no MEMTRACK_BOK_KEY: asking with the public sample key, ten rows a call")
    halves = _halves(errand)
    steps = [(series, half) for series in errand.settings["series"] for half in halves]
    yield from go_through(
        errand, steps, lambda step, rows: _half(errand, *step, rows), lambda step: f"{_name(step[0])}/{step[1]}"
    )
    _check_newest(errand, halves)


def _half(errand: Errand, series: Mapping[str, Any], half: str, count: list[int]) -> Iterator[Found]:
    """Yield a half-year of a series if a value of it is new or revised."""
    key = f"{_name(series)}/{half}"
    reply = _ask(errand, series, half, known_digest(errand, "bok", key))
    if reply.is_known:
        count[0] += 1
        return
    rows = parse_rows(reply.content, reply.url)
    if not rows:
        return
    _check(errand, rows, series, half, reply.url)
    count[0] += len(rows)
    items = {to_month(str(row["TIME"]), key): str(row["DATA_VALUE"]) for row in rows}
    meta = sift(errand, "bok", key, items)
    if meta is not None:
        yield reply.found(key, series=dict(series), **meta)


def _halves(errand: Errand) -> tuple[str, ...]:
    """Return the half-years to ask for, oldest first: `2026H1`."""
    start, today = start_of(errand, errand.settings["lookback_days"]), errand.now.date()
    first, last = start.year * 2 + (start.month > 6), today.year * 2 + (today.month > 6)
    return tuple(f"{number // 2}H{number % 2 + 1}" for number in range(first, last + 1))


def _name(series: Mapping[str, Any]) -> str:
    """Return what tells a series from others: the same item code stands in several tables."""
    return "/".join(part for part in (series["stat"], series["item"], series["basis"]) if part)


def _newest_known(errand: Errand, key: str) -> str:
    """Return the newest month that the archive holds under a key."""
    capture = errand.seen.latest("bok", key)
    return max(capture.meta["items"]) if capture else ""


def _ask(errand: Errand, series: Mapping[str, Any], half: str, known: str | None) -> Reply:
    """Ask for a half-year of a series."""
    first, last = period_bounds(half)
    item = "/".join(part for part in (series["item"], series["basis"]) if part)
    span = f"{first:%Y%m}/{last:%Y%m}"
    url = f"{SITE}/api/StatisticSearch/{errand.key or SAMPLE}/json/kr/1/10/{series['stat']}/M/{span}/{item}"
    return errand.web.get(url, expect="json", known=known)


def parse_rows(content: bytes, where: str) -> list[Any]:
    """Return the rows of an answer, none where it says that there are none; raise what its error envelope means."""
    table = parse_object(content, where)
    result = table.get("RESULT")
    if isinstance(result, dict):
        code, message = str(result.get("CODE")), str(result.get("MESSAGE"))
        if code == "INFO-200":
            return []
        if code in {"INFO-100", "ERROR-602"}:
            raise SourceBlocked(f"{where}: {code} {message}: the key is refused or its quota is used up")
        raise SourceBroken(f"{where}: {code} {message}; expected rows")
    search = table.get("StatisticSearch")
    if not isinstance(search, dict):
        raise SourceBroken(f"{where}: no StatisticSearch; found {', '.join(sorted(table)) or 'nothing'}")
    rows = take_rows(search, "row", where)
    if (stated := take_count(search, "list_total_count", where)) != len(rows):
        raise SourceBroken(f"{where}: {len(rows)} rows, the page says {stated}; the rest was cut off")
    return rows


def _check(errand: Errand, rows: list[Any], series: Mapping[str, Any], half: str, where: str) -> None:
    """Check that the rows are those of the series: the table, the item, its name, and one row a month."""
    check_all_fields(rows, NEEDED, KNOWN, where, errand.report)
    for row in rows:
        is_right = row["STAT_CODE"] == series["stat"] and row["ITEM_CODE1"] == series["item"]
        if not is_right or series["label"] not in str(row["ITEM_NAME1"]):
            found = f"{row['STAT_CODE']} {row['ITEM_CODE1']} {row['ITEM_NAME1']}"
            raise SourceBroken(f"{where}: rows of {found}; expected {_name(series)} {series['label']}")
        to_number(row["DATA_VALUE"], where)
    months = [to_month(str(row["TIME"]), where) for row in rows]
    if len(set(months)) != len(months):
        raise SourceBroken(f"{where}: {len(months)} rows for {len(set(months))} months; several bases are mixed")
    is_past = (errand.now.date() - period_bounds(half)[1]).days > 75
    check_count(len(rows), 6 if is_past else 1, 6, f"rows of {_name(series)} in {half}", errand.report)


def _check_newest(errand: Errand, halves: tuple[str, ...]) -> None:
    """Raise SourceBroken where the newest value of a series that the archive now holds is stale."""
    for series in errand.settings["series"]:
        month = max(_newest_known(errand, f"{_name(series)}/{half}") for half in halves)
        check_age(period_bounds(month)[1] if month else None, errand.now.date(), 75, _name(series))


def read(capture: Capture, content: bytes) -> Yield:
    """Return a document for each new or revised month."""
    series = capture.meta["series"]
    found = {to_month(str(row["TIME"]), capture.key): _observe(row, series) for row in parse_rows(content, capture.key)}
    return Yield(documents=make_documents(capture, found, publisher="Bank of Korea", url=f"{SITE}/#/SearchStat"))


def _observe(row: Mapping[str, Any], series: Mapping[str, Any]) -> Observation:
    """Return the observation in a row."""
    return Observation(
        entity="Korea",
        name=series["name"],
        product=series["product"],
        period=to_month(str(row["TIME"]), series["item"]),
        value=to_number(row["DATA_VALUE"], series["item"]),
        unit=f"index {row['UNIT_NAME']}",
        words=json.dumps(row, ensure_ascii=False, sort_keys=True),
        lag_days=16,
    )


def _probe(errand: Errand) -> list[Any]:
    """Ask for the last half-year of the first series."""
    reply = _ask(errand, errand.settings["series"][0], _halves(errand)[0], None)
    return parse_rows(reply.content, reply.url)


SOURCE = Source(
    name="bok",
    title="Bank of Korea: export and producer price indices of DRAM and flash",
    publisher="Bank of Korea",
    cadence="monthly, mid-month for the month before",
    licence="free use with source and note of changes (Bank of Korea copyright policy)",
    raw_may_leave=True,
    collect=collect,
    read=read,
    edits="addition",
    key_env="MEMTRACK_BOK_KEY",
    key_optional=True,
    verification="called live by others (2026-09), metadata verified by them; not tried live by memtrack",
    hosts=("ecos.bok.or.kr",),
    manners=Manners(per_second=2.0, per_day=1000, user_agent="memtrack"),
    settings={"series": [], "lookback_days": 200},
    check=check_rows(_probe, NEEDED, KNOWN),
)
