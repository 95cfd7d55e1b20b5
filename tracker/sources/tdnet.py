"""TDnet: titles, times and links of what Kioxia discloses; the pages show the last 31 days only.

The exchange's terms allow viewing and not passing on, so no document is fetched: the title is what is read and kept.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tracker.checkup import check_rows
from tracker.errors import SourceBroken, SourceEmpty
from tracker.facts import Yield
from tracker.filing import TOKYO, Filing, read_words
from tracker.listing import go_through, page_numbers, refuse_repeats, start_of
from tracker.shape import check_count, decode
from tracker.source import Capture, Errand, Found, Manners, Source
from tracker.watch import JAPAN, codes

SITE = "https://www.release.tdnet.info"
HEADERS = {"Referer": f"{SITE}/inbs/I_main_00.html"}
KEPT_DAYS = 31
CELLS = ("kjTime", "kjCode", "kjName", "kjTitle")
NOTHING = "開示された情報はありません"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One disclosure of a day's list; `file` is the name of its PDF, empty where it has none."""

    time: str
    code: str
    name: str
    title: str
    file: str
    html: str


def collect(errand: Errand) -> Iterator[Found]:
    """Yield the lines of the watched issuers, newest day first."""
    watched = {f"{code}0": issuer.id for issuer in errand.watch for code in codes(issuer, JAPAN)}
    if not watched:
        raise SourceEmpty("no issuer file with a listing in Japan names tdnet among its sources")
    today = errand.now.astimezone(TOKYO).date()
    span = (today - start_of(errand, errand.settings["lookback_days"])).days
    if span > KEPT_DAYS:
        errand.report(f"TDnet shows {KEPT_DAYS} days; what is older can't be had there")
    days = [today - dt.timedelta(days=back) for back in range(min(span, KEPT_DAYS) + 1)]
    working = [day for day in days if day.weekday() < 5]
    yield from go_through(errand, working, lambda day, rows: _day(errand, day, watched, rows), str)


def _day(errand: Errand, day: dt.date, watched: Mapping[str, str], count: list[int]) -> Iterator[Found]:
    """Yield what is new of one day, page by page; a missing page ends it."""
    walked: set[str] = set()
    for page in page_numbers(f"disclosures of {day}"):
        url = f"{SITE}/inbs/I_list_{page:03d}_{day:%Y%m%d}.html"
        reply = errand.web.get(url, headers=HEADERS, expect="html", may_miss=True)
        if reply.is_missing:
            return
        lines = parse_lines(decode(reply.content, "utf-8", url), url)
        check_count(len(lines), 0, int(errand.settings["full_page"]), f"lines on {url}", errand.report)
        refuse_repeats(walked, {f"{line.time}{line.code}{line.title}" for line in lines}, url)
        count[0] += len(lines)
        for line in lines:
            key = line.file.removesuffix(".pdf") or f"{day:%Y%m%d}/{line.code}/{line.time}"
            if line.code in watched and errand.seen.latest("tdnet", key) is None:
                meta = {"issuer": watched[line.code], "day": str(day)}
                yield reply.found(key, content=line.html.encode(), media_type="text/html", **meta)
        if len(lines) < int(errand.settings["full_page"]):
            return


def parse_lines(text: str, where: str) -> tuple[Line, ...]:
    """Return the lines of a page; raise SourceBroken where it holds neither lines nor the words for none."""
    tree = LexborHTMLParser(text)
    rows = [row for row in tree.css("tr") if row.css_first(".kjTime, .kjCode") is not None]
    if not rows and NOTHING not in text:
        raise SourceBroken(f"{where}: no row with {', '.join(CELLS)} and no words for an empty day; the page changed")
    lines = tuple(_line(row, where) for row in rows)
    if len(lines) > 1 and not any(line.file for line in lines):
        raise SourceBroken(f"{where}: none of {len(lines)} titles links to a file (.kjTitle a[href]); the page changed")
    return lines


def _line(row: LexborNode, where: str) -> Line:
    """Return one line; raise SourceBroken where a cell is missing."""
    cells = {name: row.css_first(f".{name}") for name in CELLS}
    missing = [name for name, cell in cells.items() if cell is None]
    if missing:
        raise SourceBroken(f"{where}: a row without {', '.join(missing)}; the page changed")
    words = {name: cell.text().strip() for name, cell in cells.items() if cell is not None}
    if not re.fullmatch(r"([01]?\d|2[0-3]):[0-5]\d", words["kjTime"]):
        raise SourceBroken(f"{where}: time {words['kjTime']!r}; expected a form like 15:30")
    link = row.css_first(".kjTitle a")
    return Line(
        time=words["kjTime"],
        code=words["kjCode"],
        name=words["kjName"],
        title=words["kjTitle"],
        file=str(link.attributes.get("href") or "") if link is not None else "",
        html=f"<table>{row.html}</table>",
    )


def read(capture: Capture, content: bytes) -> Yield:
    """Return the document of one line: its title."""
    (line,) = parse_lines(decode(content, "utf-8", capture.key), capture.key)
    day = dt.date.fromisoformat(capture.meta["day"])
    hour, minute = (int(part) for part in line.time.split(":"))
    moment = dt.datetime.combine(day, dt.time(hour, minute), TOKYO)
    filing = Filing(
        key=capture.key,
        publisher="TDnet",
        doc_type="disclosure_title",
        published_on=day,
        moment=moment.astimezone(dt.UTC),
        issuer=capture.meta["issuer"],
        url=f"{SITE}/inbs/{line.file}" if line.file else capture.url,
        lang="ja",
    )
    return Yield(documents=(read_words(filing, line.title),))


def _probe(errand: Errand) -> list[dict[str, Any]]:
    """Ask for the first page of the last working day."""
    day = errand.now.astimezone(TOKYO).date()
    day -= dt.timedelta(days=max(0, day.weekday() - 4))
    url = f"{SITE}/inbs/I_list_001_{day:%Y%m%d}.html"
    reply = errand.web.get(url, headers=HEADERS, expect="html")
    return [asdict(line) for line in parse_lines(decode(reply.content, "utf-8", url), url)]


SOURCE = Source(
    name="tdnet",
    title="TDnet: titles of Kioxia's disclosures",
    publisher="Tokyo Stock Exchange",
    cadence="every trading day",
    licence="for viewing only; titles, times and links are kept, no documents",
    raw_may_leave=False,
    collect=collect,
    read=read,
    uses_reader=True,
    verification="classes of the cells seen in six programs; not tried live by memtrack",
    hosts=("www.release.tdnet.info",),
    manners=Manners(per_second=0.5, per_day=500),
    settings={"lookback_days": 3, "full_page": 100},
    check=check_rows(_probe, ("time", "code", "name", "title"), ("file", "html")),
)
