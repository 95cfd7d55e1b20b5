"""上证e互动: what A-share issuers of Shanghai answer to investors.

The site gives HTML fragments. Each post is read for itself: pairing questions and answers by position breaks at the
first question without an answer. Relative times ("13小时前") are resolved with the time of the fetch.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tracker.checkup import check_rows
from tracker.config import Issuer
from tracker.errors import SourceBroken, SourceEmpty
from tracker.facts import Yield
from tracker.filing import CHINA, Filing, read_words
from tracker.listing import digest_of, go_through, is_new, page_numbers, refuse_repeats, start_of
from tracker.shape import check_count, decode
from tracker.source import Capture, Errand, Found, Manners, Source
from tracker.sources.irm import INFORMAL
from tracker.watch import Lookup, codes

SITE = "https://sns.sseinfo.com"
WHO = f"{SITE}/company.do"
FEED = f"{SITE}/ajax/userfeeds.do"
HEADERS = {"Referer": f"{SITE}/", "X-Requested-With": "XMLHttpRequest"}
NEEDED = ("item", "code", "question", "asked")
# What the site says where a company has no posts; a fragment without posts and without these words is broken.
NOTHING = re.compile(r"近\d+个月内?[无暂]+.{0,4}回复|暂无")
_CODE = re.compile(r"[（(](\d{6})[)）]")
_ABSOLUTE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日\s+(\d{1,2}):(\d{2})")
_YEARLESS = re.compile(r"(\d{1,2})月(\d{1,2})日\s+(\d{1,2}):(\d{2})")
_AGO = re.compile(r"(\d+)\s*(分钟|小时|秒)前")
_DAY_WORD = re.compile(r"(今天|昨天|前天)\s*(\d{1,2}):(\d{2})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One question with its answer, if any; times as the page words them."""

    item: str
    code: str
    question: str
    asked: str
    answer: str
    answered: str
    html: str


def collect(errand: Errand) -> Iterator[Found]:
    """Yield the posts of each company's feed that bring an answer not yet known."""
    pairs = [(issuer, code) for issuer in errand.watch for code in codes(issuer, (".SS",))]
    if not pairs:
        raise SourceEmpty("no issuer file with a listing in Shanghai names sseinfo among its sources")
    yield from go_through(errand, pairs, lambda pair, rows: _company(errand, *pair, rows), lambda pair: pair[1])


def _company(errand: Errand, issuer: Issuer, code: str, rows: list[int]) -> Iterator[Found]:
    """Yield what is new of one company; `rows` counts what was listed, new or not."""
    lookup = Lookup(errand.home / "http" / "lookup" / "sseinfo.json")
    uid = lookup.find(code) or _find_uid(errand, code)
    lookup.keep({code: uid})
    yield from _walk(errand, issuer, code, uid, rows)


def _find_uid(errand: Errand, code: str) -> str:
    """Return the site's identifier of a company, from the links of its page."""
    reply = errand.web.get(WHO, params={"stockcode": code}, headers=HEADERS, expect="html")
    text = decode(reply.content, "utf-8", reply.url)
    found = re.search(r"uid=(\d+)", text)
    if not found or code not in text:
        raise SourceBroken(f"{reply.url}: no uid of {code} on the page; expected a link with uid=")
    return found[1]


def _walk(errand: Errand, issuer: Issuer, code: str, uid: str, count: list[int]) -> Iterator[Found]:
    """Yield a company's posts with an answer not yet known, newest first, until they are older than asked for."""
    start = start_of(errand, errand.settings["lookback_days"])
    walked: set[str] = set()
    for page in page_numbers(f"posts to {code}"):
        params = {"typeCode": "company", "type": 11, "pageSize": errand.settings["page_size"], "uid": uid, "page": page}
        reply = errand.web.post(FEED, params=params, headers=HEADERS, expect="html")
        posts = parse_feed(decode(reply.content, "utf-8", reply.url), reply.url)
        strange = sorted({post.code for post in posts} - {code})
        if strange:
            raise SourceBroken(f"{reply.url}: asked for {code}, got posts to {', '.join(strange)}")
        check_count(len(posts), 0, int(errand.settings["page_size"]), f"posts to {code} on a page", errand.report)
        refuse_repeats(walked, {post.item for post in posts}, f"{reply.url} page {page}")
        count[0] += len(posts)
        for post in posts:
            if post.answer:
                resolve_time(post.answered, errand.now)
            digest = digest_of(post.answer)
            if post.answer and is_new(errand, "sseinfo", post.item, digest):
                meta = {"issuer": issuer.id, "code": code, "at": errand.now.isoformat(), "digest": digest}
                yield reply.found(post.item, content=post.html.encode(), media_type="text/html", **meta)
        if not posts or min(resolve_time(post.asked, errand.now) for post in posts).date() < start:
            return


def parse_feed(text: str, where: str) -> tuple[Post, ...]:
    """Return the posts of a fragment; raise SourceBroken where it holds neither posts nor the words for none."""
    tree = LexborHTMLParser(text)
    nodes = tree.css("div.m_feed_item")
    if not nodes and not (NOTHING.search(text) or len(text.strip()) < 300):
        raise SourceBroken(f"{where}: no div.m_feed_item and no words for an empty feed; the page changed")
    return tuple(_post(node, where) for node in nodes)


def _post(node: LexborNode, where: str) -> Post:
    """Return one post; raise SourceBroken where a part of it is missing."""
    name = str(node.attributes.get("id") or "").removeprefix("item-")
    blocks = node.css("div.m_feed_detail")
    answers = [block for block in blocks if _is_answer(block)]
    questions = [block for block in blocks if not _is_answer(block)]
    if not name or len(questions) != 1 or len(answers) > 1:
        found = ", ".join(str(block.attributes.get("class")) for block in blocks) or "none"
        raise SourceBroken(
            f"{where}: post {name or 'without id'} has the blocks {found}; expected m_qa_detail and perhaps m_qa"
        )
    question, asked = _words(questions[0], where)
    code = _CODE.search(question)
    if code is None:
        raise SourceBroken(f"{where}: question {name} does not name its company as (600000); found {question[:40]!r}")
    answer, answered = _words(answers[0], where) if answers else ("", "")
    return Post(
        item=name, code=code[1], question=question, asked=asked, answer=answer, answered=answered, html=str(node.html)
    )


def _is_answer(block: LexborNode) -> bool:
    """Say whether a block is the company's answer: its class is m_qa, a question's m_qa_detail or neither."""
    return "m_qa" in str(block.attributes.get("class") or "").split()


def _words(block: LexborNode, where: str) -> tuple[str, str]:
    """Return a block's text and its time as worded."""
    text, time = block.css_first(".m_feed_txt"), block.css_first(".m_feed_from span")
    if text is None or time is None:
        raise SourceBroken(f"{where}: a block without .m_feed_txt or .m_feed_from span; the page changed")
    return text.text(strip=True), time.text(strip=True)


def resolve_time(words: str, now: dt.datetime) -> dt.datetime:
    """Return the moment that the site words as `2026年03月17日 08:35`, `昨天 08:35` or `13小时前`, in Chinese time."""
    try:
        return _resolve(words, now.astimezone(CHINA))
    except ValueError as error:
        raise SourceBroken(f"time {words!r}: {error}; expected a form like 2026年03月17日 08:35") from error


def _resolve(words: str, here: dt.datetime) -> dt.datetime:
    """Return the moment that words name, seen from here; raise ValueError for a day or hour that does not exist."""
    if found := _ABSOLUTE.search(words):
        return dt.datetime(*(int(part) for part in found.groups()), tzinfo=CHINA)  # type: ignore[misc,arg-type]
    if found := _YEARLESS.search(words):
        moment = dt.datetime(here.year, *(int(part) for part in found.groups()), tzinfo=CHINA)  # type: ignore[misc,arg-type]
        return moment if moment <= here else moment.replace(year=here.year - 1)
    if found := _AGO.search(words):
        unit = {"分钟": "minutes", "小时": "hours", "秒": "seconds"}[found[2]]
        return here - dt.timedelta(**{unit: int(found[1])})
    if found := _DAY_WORD.search(words):
        day = here.date() - dt.timedelta(days=("今天", "昨天", "前天").index(found[1]))
        return dt.datetime.combine(day, dt.time(int(found[2]), int(found[3])), CHINA)
    raise SourceBroken(f"time {words!r}: expected a form like 2026年03月17日 08:35, 昨天 08:35 or 13小时前")


def read(capture: Capture, content: bytes) -> Yield:
    """Return the document of one answer."""
    (post,) = parse_feed(decode(content, "utf-8", capture.key), capture.key)
    moment = resolve_time(post.answered, dt.datetime.fromisoformat(capture.meta["at"]))
    filing = Filing(
        key=capture.key,
        publisher="上证e互动",
        doc_type="investor_answer",
        published_on=moment.date(),
        moment=moment.astimezone(dt.UTC) if _ABSOLUTE.search(post.answered) else None,
        issuer=capture.meta["issuer"],
        url=f"{SITE}/qadetail.do?weiboId={post.item}",
        lang="zh-Hans",
        qualifier=INFORMAL,
    )
    return Yield(documents=(read_words(filing, post.answer),))


def _probe(errand: Errand) -> list[Mapping[str, Any]]:
    """Ask for the newest posts to the first watched company."""
    pairs = [code for issuer in errand.watch for code in codes(issuer, (".SS",))]
    if not pairs:
        raise SourceEmpty("no issuer file with a listing in Shanghai names sseinfo among its sources")
    uid = _find_uid(errand, pairs[0])
    params: dict[str, str | int] = {"typeCode": "company", "type": 11, "pageSize": 10, "uid": uid, "page": 1}
    reply = errand.web.post(FEED, params=params, headers=HEADERS, expect="html")
    posts = parse_feed(decode(reply.content, "utf-8", reply.url), reply.url)
    return [{"item": post.item, "code": post.code, "question": post.question, "asked": post.asked} for post in posts]


SOURCE = Source(
    name="sseinfo",
    title="上证e互动: answers to investors of Shanghai issuers",
    publisher="Shanghai Stock Exchange Information",
    cadence="every trading day",
    licence="public answers of companies; quotes and links are kept, pages stay on this machine",
    raw_may_leave=False,
    collect=collect,
    read=read,
    uses_reader=True,
    verification="fragments recorded by others (2026-03 to 2026-09); not tried live by memtrack",
    hosts=("sns.sseinfo.com",),
    manners=Manners(per_second=0.5, per_day=1000),
    settings={"page_size": 30, "lookback_days": 30},
    check=check_rows(_probe, NEEDED),
)
