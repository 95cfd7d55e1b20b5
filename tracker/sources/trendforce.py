"""TrendForce's press centre: facts of its public quarterly forecasts. Off by default; see the terms in SOURCE.

A page is read where it arrives, and only the facts, quotes of a few words, the address and the date are kept: neither
the page nor any table of prices reaches the archive. So a mended reader can't repair what was read before.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from tracker.checkup import check_rows
from tracker.errors import SourceBroken
from tracker.facts import Statement, Yield
from tracker.filing import Filing, make_document
from tracker.listing import go_through, start_of
from tracker.shape import check_age, check_count, decode, parse_object, take_rows, to_day
from tracker.source import Capture, Errand, Found, Manners, Source
from tracker.statement import Claim

SITE = "https://www.trendforce.com"
LIST = f"{SITE}/presscenter/news"
ADDRESS = re.compile(r"/presscenter/news/((\d{8})-\d+)\.html")
MEMORY_WORDS = re.compile(r"dram|nand|flash|memory|hbm|ssd", re.IGNORECASE)
MOST_WORDS = 12
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One page of the list: its name, its day (both from the address) and the words of its link."""

    name: str
    day: dt.date
    words: str


def collect(errand: Errand) -> Iterator[Found]:
    """Yield the facts of each new page about memory; the terms are told first."""
    errand.report(TERMS)
    yield from go_through(errand, ["list"], lambda _, rows: _list(errand, rows), str)


def _list(errand: Errand, count: list[int]) -> Iterator[Found]:
    """Yield the facts of the new pages of the list."""
    reply = errand.web.get(LIST, expect="html")
    links = parse_list(decode(reply.content, "utf-8", reply.url), reply.url)
    check_count(len(links), 3, 200, "pages in the press centre", errand.report)
    check_age(max(link.day for link in links), errand.now.date(), 30, "press centre")
    start = start_of(errand, errand.settings["lookback_days"])
    wanted = [link for link in links if link.day >= start and MEMORY_WORDS.search(link.words)]
    count[0] += len(wanted)
    for done, link in enumerate(wanted, start=1):
        if errand.seen.latest("trendforce", link.name) is None:
            yield _facts(errand, link)
        errand.progress(done, len(wanted))


def parse_list(text: str, where: str) -> tuple[Link, ...]:
    """Return the pages that a list links to, each once; raise SourceBroken where it links to none."""
    links: dict[str, Link] = {}
    for anchor in LexborHTMLParser(text).css("a[href*='/presscenter/news/']"):
        found = ADDRESS.search(str(anchor.attributes.get("href") or ""))
        words = " ".join(anchor.text().split())
        if found and (found[1] not in links or len(words) > len(links[found[1]].words)):
            day = to_day(found[2], where, "%Y%m%d")
            links[found[1]] = Link(name=found[1], day=day, words=words)
    if not links:
        raise SourceBroken(f"{where}: no link to /presscenter/news/YYYYMMDD-NNNNN.html; the list moved")
    return tuple(links.values())


def _facts(errand: Errand, link: Link) -> Found:
    """Return the facts of a page; its text is forgotten here."""
    from tracker.extract import read_text
    from tracker.text import to_text

    reply = errand.web.get(f"{LIST}/{link.name}.html", expect="html")
    text = to_text(_without_tables(reply.content), "text/html", "utf-8", link.name).text
    claims = read_text(text, published_on=link.day, issuer="trendforce", lang="en", doc_type="press").claims
    facts = [_as_row(claim) for claim in claims if claim.attribute in {"price", "supply"}]
    content = json.dumps({"url": reply.url, "day": str(link.day), "facts": facts}, ensure_ascii=False, sort_keys=True)
    return reply.found(link.name, content=content.encode(), media_type="application/json", day=str(link.day))


def _without_tables(page: bytes) -> bytes:
    """Return a page without its tables: what they hold is not ours to keep, not even as facts."""
    tree = LexborHTMLParser(page)
    tree.strip_tags(["table"])
    return (tree.html or "").encode()


def _as_row(claim: Claim) -> dict[str, Any]:
    """Return a claim as plain values, with a quote of a few words."""
    quote = shorten(claim.quote)
    row = asdict(replace(claim, quote=quote, start=0, end=len(quote)))
    return {name: value for name, value in row.items() if name not in {"start", "end"} and value is not None}


def shorten(quote: str) -> str:
    """Return at most a dozen words of a quote: those around its first percentage, or its first ones."""
    words = list(_WORD.finditer(quote))
    if len(words) <= MOST_WORDS:
        return quote
    at = next((number for number, word in enumerate(words) if "%" in word[0]), 0)
    first = max(0, min(at - MOST_WORDS + 3, len(words) - MOST_WORDS))
    return quote[words[first].start() : words[first + MOST_WORDS - 1].end()]


def read(capture: Capture, content: bytes) -> Yield:
    """Return the document of a page: its text is the quotes, one a line."""
    rows = take_rows(parse_object(content, capture.key), "facts", capture.key)
    text = "\n".join(str(row["quote"]) for row in rows)
    statements: list[Statement] = []
    start = 0
    for row in rows:
        end = start + len(row["quote"])
        statements.append(Statement(claim=Claim(**{**_known(row), "start": start, "end": end})))
        start = end + 1
    filing = Filing(
        key=capture.key,
        publisher="TrendForce",
        doc_type="press",
        published_on=dt.date.fromisoformat(capture.meta["day"]),
        issuer="trendforce",
        url=capture.url,
        lang="en",
    )
    return Yield(documents=(make_document(filing, text, statements=tuple(statements)),))


def _known(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a kept fact that a claim has."""
    return {name: value for name, value in row.items() if name in Claim.__slots__}


def _probe(errand: Errand) -> list[dict[str, Any]]:
    """Ask for the list."""
    reply = errand.web.get(LIST, expect="html")
    return [asdict(link) for link in parse_list(decode(reply.content, "utf-8", reply.url), reply.url)]


TERMS = (
    "TrendForce: its terms forbid to reproduce, display or publish its material and any commercial use of its data. "
    "memtrack keeps facts, quotes of at most a dozen words, addresses and dates, for your own use; do not pass them on."
)

SOURCE = Source(
    name="trendforce",
    title="TrendForce press centre: facts of public quarterly forecasts",
    publisher="TrendForce",
    cadence="weekly",
    licence="all rights reserved; facts with short quotes for private use only",
    raw_may_leave=False,
    collect=collect,
    read=read,
    uses_reader=True,
    verification="only the form of the addresses is known; not tried live by memtrack",
    hosts=("www.trendforce.com",),
    manners=Manners(per_second=0.2, per_day=100),
    settings={"lookback_days": 45},
    terms=TERMS,
    keeps_bodies=False,
    check=check_rows(_probe, ("name", "day", "words")),
)
