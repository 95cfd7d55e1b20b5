"""Feeds of makers and of the trade press: title, link and date, and the facts that a title states.

Feeds carry summaries and whole articles; these are left behind before anything is kept.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from email.utils import parsedate_to_datetime
from html import unescape
from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from tracker.checkup import check_rows
from tracker.errors import SourceBroken, SourceEmpty
from tracker.facts import Document, Yield
from tracker.filing import SEOUL, TAIPEI, Filing, read_words
from tracker.listing import Item, digest_of, go_through, known_digest, new_items, sift
from tracker.shape import check_age, check_count, decode, parse_object, parse_xml, take_rows
from tracker.source import Capture, Errand, Found, Manners, Source

ATOM = "{http://www.w3.org/2005/Atom}"
DECLARED = re.compile(rb"^(?:\xef\xbb\xbf)?\s*<\?xml[^>]*encoding=[\"']([\w-]+)[\"'][^>]*\?>")
# What a channel says of itself besides its items.
ABOUT_FEED = frozenset(
    "title link description language copyright managingEditor webMaster pubDate lastBuildDate category generator docs "
    "cloud ttl image rating textInput skipHours skipDays".split()
)
MEMORY_WORDS = re.compile(
    r"dram|nand|\bnor\b|flash|memory|\bhbm|\bssd|ddr\d|메모리|낸드|D램|存储|存儲|記憶體|内存|メモリ|闪存|快閃",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed; `issuer` is who speaks in its titles, None for the press; `zone` is for dates without one."""

    name: str
    url: str
    publisher: str
    lang: str
    issuer: str | None = None
    zone: dt.tzinfo = dt.UTC
    stale_days: int = 45


FEEDS = (
    Feed(
        name="micron",
        url="https://investors.micron.com/rss/news-releases.xml",
        publisher="Micron",
        lang="en",
        issuer="micron",
    ),
    Feed(name="skhynix", url="https://news.skhynix.com/feed/", publisher="SK hynix", lang="en", issuer="sk_hynix"),
    Feed(
        name="digitimes", url="https://www.digitimes.com/rss/daily.xml", publisher="DIGITIMES", lang="en", zone=TAIPEI
    ),
    Feed(name="etnews", url="https://rss.etnews.com/06062.xml", publisher="ETNews", lang="ko", zone=SEOUL),
    Feed(name="thelec", url="https://www.thelec.kr/rss/S1N2.xml", publisher="TheElec", lang="ko", zone=SEOUL),
    Feed(name="yonhap", url="https://en.yna.co.kr/RSS/economy.xml", publisher="Yonhap", lang="en", zone=SEOUL),
    Feed(name="tomshardware", url="https://www.tomshardware.com/feeds.xml", publisher="Tom's Hardware", lang="en"),
)
BY_NAME = {feed.name: feed for feed in FEEDS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What is kept of one item of a feed; `date` is ISO 8601 with zone, or a plain day."""

    guid: str
    title: str
    link: str
    date: str


def collect(errand: Errand) -> Iterator[Found]:
    """Yield each chosen feed that brings a new title."""
    chosen = [BY_NAME[name] for name in errand.settings["feeds"] if name in BY_NAME]
    if not chosen:
        raise SourceEmpty(f"no feed chosen; known are {', '.join(BY_NAME)}")
    if errand.since:
        errand.report("feeds show their newest items only; a start changes nothing")
    yield from go_through(errand, chosen, lambda feed, rows: _feed(errand, feed, rows), lambda feed: feed.name)


def _feed(errand: Errand, feed: Feed, count: list[int]) -> Iterator[Found]:
    """Yield the reduced feed if a title in it is new."""
    reply = errand.web.get(feed.url, expect="xml", known=known_digest(errand, "newsroom", feed.name))
    if reply.is_known:
        count[0] += 1
        return
    entries = parse_feed(reply.content, feed, reply.url)
    if not entries:
        return
    count[0] += len(entries)
    check_count(len(entries), 1, 500, f"items of {feed.name}", errand.report)
    newest = max(dt.date.fromisoformat(entry.date[:10]) for entry in entries)
    check_age(newest, errand.now.date(), feed.stale_days, f"feed {feed.name}")
    content = json.dumps({"items": [asdict(entry) for entry in entries]}, ensure_ascii=False, indent=0).encode()
    items = {entry.guid: digest_of(entry.title) for entry in entries}
    meta = sift(errand, "newsroom", feed.name, items)
    if meta is None:
        return
    # An item that left the feed does not come back, so only those in it are remembered.
    yield reply.found(feed.name, content=content, media_type="application/json", **{**meta, "items": items})
    errand.web.remember(reply, hashlib.sha256(content).hexdigest())


def parse_feed(content: bytes, feed: Feed, where: str) -> tuple[Entry, ...]:
    """Return the items of an RSS or Atom feed without their bodies; raise SourceBroken for anything else."""
    declared = DECLARED.match(content)
    encoding = declared[1].decode().lower() if declared else "utf-8"
    text = decode(
        content[declared.end() :] if declared else content, {"euc-kr": "cp949"}.get(encoding, encoding), where
    )
    root = parse_xml(text.removeprefix("\ufeff").encode(), where)
    channel = root.find("channel") if root.tag == "rss" else root
    if channel is None or root.tag not in {"rss", f"{ATOM}feed"}:
        raise SourceBroken(f"{where}: root <{root.tag}> with {_tags(root) or 'nothing'}; expected a feed")
    nodes = channel.findall("item" if root.tag == "rss" else f"{ATOM}entry")
    strange = [child.tag for child in channel if not child.tag.startswith("{") and child.tag not in ABOUT_FEED]
    if not nodes and strange:
        raise SourceBroken(f"{where}: no item; found {', '.join(dict.fromkeys(strange))}: items were renamed")
    return tuple(_entry(node, feed, where) for node in nodes)


def _tags(node: Element) -> str:
    """Return the names of a node's children, each once."""
    return ", ".join(dict.fromkeys(child.tag for child in node))


def _entry(node: Element, feed: Feed, where: str) -> Entry:
    """Return what is kept of an item; raise SourceBroken where title, link or date is missing."""
    prefix = ATOM if node.tag.startswith(ATOM) else ""
    link = node.find(f"{prefix}link")
    address = (link.get("href") or link.text or "").strip() if link is not None else ""
    title = unescape(" ".join((node.findtext(f"{prefix}title") or "").split()))
    dates = (
        node.findtext(name)
        for name in ("pubDate", f"{ATOM}published", f"{ATOM}updated", "{http://purl.org/dc/elements/1.1/}date")
    )
    stated = next((date.strip() for date in dates if date), "")
    if not title or not address.startswith("http") or not stated:
        raise SourceBroken(
            f"{where}: an item without title, link or pubDate; found {', '.join(child.tag for child in node)}"
        )
    guid = (node.findtext("guid") or node.findtext(f"{ATOM}id") or address).strip()
    return Entry(guid=guid, title=title, link=_plain_link(address), date=_to_iso(stated, feed, where))


def _plain_link(address: str) -> str:
    """Return a link without its query, which only counts clicks."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}{parts.path}" if "utm_" in parts.query or not parts.query else address


def _to_iso(stated: str, feed: Feed, where: str) -> str:
    """Return a date of a feed as ISO 8601; one without a zone is the publisher's own time."""
    try:
        moment = parsedate_to_datetime(stated)
    except (ValueError, TypeError):
        try:
            moment = dt.datetime.fromisoformat(stated)
        except ValueError as error:
            raise SourceBroken(f"{where}: date {stated!r}; expected the form of RFC 822 or ISO 8601") from error
    return (moment if moment.tzinfo else moment.replace(tzinfo=feed.zone)).isoformat()


def read(capture: Capture, content: bytes) -> Yield:
    """Return a document for each new title that speaks of memory."""
    feed = BY_NAME[capture.key]
    rows = {row["guid"]: row for row in take_rows(parse_object(content, capture.key), "items", capture.key)}
    items = [item for item in new_items(capture) if MEMORY_WORDS.search(rows[item.name]["title"])]
    return Yield(documents=tuple(_document(feed, item, rows[item.name]) for item in items))


def _document(feed: Feed, item: Item, row: Mapping[str, str]) -> Document:
    """Return the document of one title; a day is the publisher's own."""
    moment = dt.datetime.fromisoformat(row["date"])
    filing = Filing(
        key=item.key,
        publisher=feed.publisher,
        doc_type="headline",
        published_on=moment.astimezone(feed.zone).date(),
        moment=moment.astimezone(dt.UTC),
        seen_on=item.seen_on,
        issuer=feed.issuer,
        url=row["link"],
        lang=feed.lang,
    )
    return read_words(filing, row["title"])


def _probe(errand: Errand) -> list[dict[str, Any]]:
    """Ask for the first chosen feed."""
    feed = BY_NAME[errand.settings["feeds"][0]]
    reply = errand.web.get(feed.url, expect="xml")
    return [asdict(entry) for entry in parse_feed(reply.content, feed, reply.url)]


SOURCE = Source(
    name="newsroom",
    title="Headlines of makers and of the trade press",
    publisher="Micron, SK hynix, DIGITIMES, ETNews, TheElec, Yonhap, Tom's Hardware",
    cadence="daily",
    licence="titles, links and dates only; no bodies are kept",
    raw_may_leave=False,
    collect=collect,
    read=read,
    edits="addition",
    uses_reader=True,
    keeps_bodies=False,
    verification="addresses seen in two to eight programs each; not tried live by memtrack",
    hosts=tuple(str(urlsplit(feed.url).hostname) for feed in FEEDS),
    manners=Manners(per_second=0.5, per_day=300),
    settings={"feeds": [feed.name for feed in FEEDS]},
    check=check_rows(_probe, ("guid", "title", "link", "date")),
)
