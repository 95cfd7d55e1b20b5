# ruff: noqa: E501 -- the tables of faults are read by column
"""Every source meets every fault: what test_sources.py does not try on all of them, and a table that says who tries what."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from tests import test_sources
from tests.replay.archive import Stage
from tests.replay.server import Answer, Ask, Fault, Replay, Site
from tests.replay.sites import KEYS, page
from tests.replay.sources import ALL, LIVE, run_source

pytestmark = pytest.mark.enable_socket


def _tagged(site: Site) -> Site:
    """Return a site that answers 304 to whoever has a page already."""
    return lambda ask: replace(site(ask), etag=True)


# Sources that ask for one address again and again; the others ask by POST, by day or by span, and finish each for good.
CONDITIONAL = {"bok", "customs", "edgar", "fred", "newsroom", "twse"}


@ALL
def test_304_brings_nothing_and_loses_nothing(stage: Stage, replay: Replay, name: str) -> None:
    """A page that has not changed costs no body where its address is asked for again, and is no news anywhere."""
    replay.sites = {host: _tagged(site) for host, site in replay.sites.items()}
    assert run_source(stage, name).new > 0
    first = len(replay.log)
    again = run_source(stage, name)
    assert (again.outcome, again.new) == ("ok", 0)
    unchanged = [line for line in replay.log[first:] if line.status == 304]
    assert bool(unchanged) == (name in CONDITIONAL)
    assert all(line.is_conditional and line.sent == 0 for line in unchanged)


@ALL
def test_304_that_nobody_asked_for_is_broken(stage: Stage, replay: Replay, name: str) -> None:
    """A "not modified" to a plain question holds no page: it is neither empty nor known."""
    replay.faults = [Fault("status", status=304)]
    result = run_source(stage, name)
    assert (result.outcome, result.new) == ("failed", 0)
    assert "304" in str(result.error)


# A page without items, where a page without items is not a thing that happens: the list is never empty.
NEVER_EMPTY: dict[str, tuple[str, bytes, str]] = {
    "edgar": ("/submissions/", b'{"tickers":["MU"],"filings":{"files":[],"recent":{%s}}}' % b",".join(b'"%s":[]' % c for c in (b"accessionNumber", b"filingDate", b"reportDate", b"acceptanceDateTime", b"form", b"items", b"primaryDocument")), "0 filings of MU"),
    "trendforce": ("/presscenter/news", b"<html><body><p>News</p></body></html>", "the list moved"),
    "prices": ("", b'{"chart":{"result":[],"error":null}}', "0 results"),
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(NEVER_EMPTY))
def test_list_that_is_never_empty_is_broken_when_it_is(stage: Stage, replay: Replay, name: str) -> None:
    """An issuer of 30 years without a filing, a press centre without a page and an index without a session are broken."""
    path, body, words = NEVER_EMPTY[name]
    replay.faults = [Fault("body", path=path, new=body)]
    result = run_source(stage, name)
    assert (result.outcome, result.new) == ("failed", 0)
    assert words in str(result.error)


# A page in which the list is missing, for sources whose pages hold no list that could be null: neither items, nor the
# words that the site has for none.
NO_LIST: dict[str, tuple[str, bytes]] = {
    "cninfo": ("/hisAnnouncement", b'{"announcements":null,"totalAnnouncement":7}'),
    "fred": ("", b"Error: no such series\n"),
    "newsroom": ("", b"<?xml version='1.0'?><rss version='2.0'><news/></rss>"),
    "sseinfo": ("/userfeeds.do", b"<div>" + b"x" * 400 + b"</div>"),
    "tdnet": ("", b"<html><body><table></table></body></html>"),
    "trendforce": ("/presscenter/news", b"<html><body></body></html>"),
}


@pytest.mark.parametrize("name", sorted(NO_LIST))
def test_page_without_its_list_is_broken(stage: Stage, replay: Replay, name: str) -> None:
    """No list is not an empty list."""
    path, body = NO_LIST[name]
    replay.faults = [Fault("body", path=path, new=body)]
    result = run_source(stage, name)
    assert (result.outcome, result.new) == ("failed", 0)


# Sources that walk pages: which address, what makes the page say that more follow, and settings.
PAGED: dict[str, tuple[tuple[str, bytes, bytes, dict[str, Any]], ...]] = {
    "boj": (("/getDataCode", b'"NEXTPOSITION": null', b'"NEXTPOSITION": 1', {}),),
    "cninfo": (("/hisAnnouncement", b'"totalAnnouncement": 2', b'"totalAnnouncement": 900', {}),),
    "irm": (
        ("/company/question", b'"total": 2', b'"total": 900', {}),
        ("/index/search", b'"totalRecord": 2', b'"totalRecord": 900', {}),
    ),
    "opendart": (("/list.json", b'"total_page": 1', b'"total_page": 30', {}),),
    "sseinfo": (("/userfeeds.do", "2026年10月01日".encode(), "2026年11月17日".encode(), {}),),
    "tdnet": (("/I_list", b"", b"", {"full_page": 1}),),
}


def _stuck(site: Site, path: str, old: bytes, new: bytes) -> Site:
    """Return a site that gives its first page whatever page is asked for."""

    def answer(ask: Ask) -> Answer:
        if path not in ask.path:
            return site(ask)
        for where in (ask.form, ask.query):
            where.update({key: "1" for key in ("pageNum", "pageNo", "page_no", "page") if key in where})
        was = site(replace(ask, path=re.sub(r"I_list_\d{3}", "I_list_001", ask.path)))
        body = was.body.replace(old, new)
        if b'"pageNo"' in body and ask.body:
            asked = re.search(rb"pageNo=(\d+)", ask.body)
            body = re.sub(rb'"pageNo": ?\d+', b'"pageNo": ' + (asked[1] if asked else b"1"), body)
        return replace(was, body=body)

    return answer


@pytest.mark.parametrize(("name", "number"), [(name, i) for name, ways in PAGED.items() for i in range(len(ways))])
def test_page_repeated_for_ever_ends(stage: Stage, replay: Replay, name: str, number: int) -> None:
    """A site that ignores the page number is noticed at the second page."""
    path, old, new, settings = PAGED[name][number]
    replay.sites = {host: _stuck(site, path, old, new) for host, site in replay.sites.items()}
    result = run_source(stage, name, settings=settings)
    assert result.outcome == "failed"
    assert "repeats" in str(result.error) or "circles" in str(result.error)
    assert len([line for line in replay.log if path in line.path]) <= 4 * 3


@pytest.mark.parametrize("name", sorted(set(LIVE) - set(PAGED)))
def test_source_without_pages_asks_nothing_twice(stage: Stage, replay: Replay, name: str) -> None:
    """Where each question has one page, no answer can make a run go round."""
    assert run_source(stage, name).outcome == "ok"
    asked = [line.name for line in replay.log]
    assert asked
    assert len(asked) == len(set(asked))


@ALL
def test_refused_page_is_kept_for_a_look(stage: Stage, replay: Replay, name: str) -> None:
    """The page whose shape changed lies in the home folder with what was wrong, unless no page may be kept."""
    path, (old, new), *_ = test_sources.SHAPES[name]
    replay.faults = [Fault("replace", path=path, old=old, new=new)]
    if name == "prices":
        replay.faults.append(Fault("status", host="push2his.eastmoney.com", status=500))
    assert run_source(stage, name).outcome == "failed"
    bodies = sorted((stage.home / "http" / "refused").glob(f"{name}-*.body"))
    assert bodies
    assert any(new in body.read_bytes() for body in bodies) == LIVE[name].keeps_bodies
    assert LIVE[name].keeps_bodies == (name not in {"newsroom", "trendforce"})


@ALL
def test_user_agent_is_that_of_the_source(stage: Stage, replay: Replay, name: str) -> None:
    """The SEC is told who asks; nobody is told more than the source's own file says."""
    run_source(stage, name)
    agents = {line.agent for line in replay.log}
    assert agents == {LIVE[name].manners.user_agent.replace("{contact}", KEYS["MEMTRACK_CONTACT"])}
    assert "{" not in agents.pop()


# Which test tries which fault. Those of test_sources run on every source; here are the names of those that share a fault.
TABLE: dict[str, tuple[str, ...]] = {
    "304": ("test_304_brings_nothing_and_loses_nothing",),
    "429 with Retry-After": ("test_passing_fault_costs_nothing", "PASSING"),
    "500 then well": ("test_passing_fault_costs_nothing", "PASSING"),
    "time-out": ("test_passing_fault_costs_nothing", "PASSING"),
    "cut body": ("test_passing_fault_costs_nothing", "PASSING"),
    "wrong content type": ("test_lasting_fault_has_its_name", "LASTING"),
    "wrong encoding": ("test_lasting_fault_has_its_name", "LASTING"),
    "block page": ("test_lasting_fault_has_its_name", "LASTING"),
    "moved host": ("test_lasting_fault_has_its_name", "LASTING"),
    "private address": ("test_lasting_fault_has_its_name", "LASTING"),
    "renamed field": ("test_renamed_field_fails_with_the_difference",),
    "empty list": ("test_empty_list_is_empty", "test_list_that_is_never_empty_is_broken_when_it_is"),
    "null list": ("test_null_list_is_broken", "test_page_without_its_list_is_broken"),
    "page repeated for ever": ("test_page_repeated_for_ever_ends", "test_source_without_pages_asks_nothing_twice"),
}


def test_every_source_meets_every_fault() -> None:
    """The tables of the faults together leave no source out."""
    everyone = set(LIVE)
    assert len(everyone) == 16
    for fault, names in TABLE.items():
        for name in names:
            assert hasattr(test_sources, name) or name in globals(), f"{fault}: no {name}"
        if names[-1] in {"PASSING", "LASTING"}:
            assert fault in getattr(test_sources, names[-1])
    shapes = test_sources.SHAPES
    assert set(shapes) == everyone
    assert {name for name, shape in shapes.items() if shape[2]} | set(NEVER_EMPTY) == everyone
    assert {name for name, shape in shapes.items() if shape[3]} | set(NO_LIST) == everyone
    assert page("cninfo/nothing.json")
