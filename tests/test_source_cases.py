"""What single sources must not get wrong: the traps of their sites, one test each."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from tests.replay.archive import Stage
from tests.replay.server import Answer, Ask, Fault, Replay
from tests.replay.sites import KEYS, all_sites, page
from tests.replay.sources import LIVE, run_source, watched
from tracker.charts import Event, adjust, parse_exchange, parse_yahoo
from tracker.config import load_issuers
from tracker.errors import SourceBroken
from tracker.sessions import exchange_of, has_ended, sessions_missed
from tracker.shape import parse_xml
from tracker.sources.newsroom import BY_NAME, parse_feed
from tracker.sources.sseinfo import parse_feed as parse_posts
from tracker.sources.sseinfo import resolve_time
from tracker.sources.trendforce import shorten

pytestmark = pytest.mark.enable_socket
NOON = dt.datetime(2026, 11, 20, 4, 0, tzinfo=dt.UTC)


def _changed(replay: Replay, host: str, old: bytes, new: bytes) -> None:
    """Let a site answer with other bytes from now on."""
    site = all_sites()[host]

    def answer(ask: Ask) -> Answer:
        was = site(ask)
        return Answer(was.body.replace(old, new), was.media, was.status, was.headers, was.etag, was.gzipped)

    replay.sites[host] = answer


# CNINFO


def test_null_list_that_the_search_contradicts_is_broken(stage: Stage, replay: Replay) -> None:
    """A list that says null while the full-text search finds records is broken, not empty."""
    null = page("cninfo/nothing.json")
    replay.faults = [
        Fault("body", path="/hisAnnouncement/query", new=null),
        Fault("body", path="/fulltextSearch", new=page("cninfo/relation.json")),
    ]
    result = run_source(stage, "cninfo")
    assert result.outcome == "failed"
    assert "the search finds 2 records" in str(result.error)


def test_null_list_that_the_search_confirms_is_empty(stage: Stage, replay: Replay) -> None:
    """Two nulls, of the list and of the search, count as empty."""
    replay.faults = [Fault("body", path="/hisAnnouncement/query", new=page("cninfo/nothing.json"))]
    assert run_source(stage, "cninfo").outcome == "empty"


def test_list_of_another_company_is_broken(stage: Stage, replay: Replay) -> None:
    """Rows of a company that was not asked for mean that the site dropped the filter."""
    replay.faults = [Fault("replace", path="/hisAnnouncement/query", old=b'"300223"', new=b'"300999"')]
    assert "got rows of 300999" in str(run_source(stage, "cninfo").error)


def test_one_broken_company_leaves_the_others_in(stage: Stage, replay: Replay) -> None:
    """A company that the site does not know fails the source at the end, after the others went in."""
    replay.faults = [Fault("body", path="/topSearch", new=b"[]", times=1)]
    issuers = load_issuers()
    result = run_source(stage, "cninfo", watch=(issuers["puya"], issuers["beijing_junzheng"]))
    assert result.outcome == "failed"
    assert "1 of 2 failed" in str(result.error)
    assert "1225000001" in stage.documents(LIVE["cninfo"])


@pytest.mark.parametrize(
    ("name", "path", "old", "new"),
    [
        ("cninfo", "/hisAnnouncement", b'"totalAnnouncement": 2', b'"totalAnnouncement": 900'),
        ("irm", "/company/question", b'"total": 2', b'"total": 900'),
        ("opendart", "/list.json", b'"total_page": 1', b'"total_page": 30'),
        ("boj", "/getDataCode", b'"NEXTPOSITION": null', b'"NEXTPOSITION": 1'),
    ],
)
def test_page_repeated_for_ever_ends(  # noqa: PLR0917 -- a table of cases
    stage: Stage, replay: Replay, name: str, path: str, old: bytes, new: bytes
) -> None:
    """A site that ignores the page number is noticed at the second page."""
    for host in LIVE[name].hosts:
        site = all_sites()[host]

        def answer(ask: Ask, site: Any = site) -> Answer:
            ask.form.update({"pageNum": "1"} if "pageNum" in ask.form else {})
            ask.query.update({key: "1" for key in ("pageNum", "page_no") if key in ask.query})
            was = site(ask)
            return Answer(was.body.replace(old, new) if path in ask.path else was.body, was.media, gzipped=was.gzipped)

        replay.sites[host] = answer
    result = run_source(stage, name)
    assert result.outcome == "failed"
    assert "repeats" in str(result.error) or "circles" in str(result.error)
    assert len([line for line in replay.log if path in line.path]) <= 4 * 3


# Questions and answers


def test_answer_that_comes_later_is_dated_by_itself(stage: Stage, replay: Replay) -> None:
    """A question without an answer brings nothing; once answered it counts from the answer's own day."""
    run_source(stage, "irm")
    assert not [key for key in stage.documents(LIVE["irm"]) if key.endswith("02")]
    _changed(
        replay, "irm.cninfo.com.cn", b'"attachedContent": null', '"attachedContent": "您好，NOR价格将上涨。"'.encode()
    )
    assert run_source(stage, "irm").new == 1
    assert str(stage.documents(LIVE["irm"])["answer/2309000000000000002"].published_on) == "2026-11-19"


def test_question_is_not_the_companys_word(stage: Stage) -> None:
    """The investor's question is in no document; the answer is marked as informal."""
    run_source(stage, "irm")
    documents = [one for one in stage.read(LIVE["irm"]).documents if one.doc_type == "investor_answer"]
    assert documents
    assert all("下跌" not in document.text for document in documents)
    assert all(s.qualifier == "informal answer to an investor" for one in documents for s in one.statements)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2026年03月17日 08:35", "2026-03-17T08:35+08:00"),
        ("昨天 08:35", "2026-11-19T08:35+08:00"),
        ("13小时前", "2026-11-19T23:00+08:00"),
        ("45分钟前", "2026-11-20T11:15+08:00"),
        ("12月30日 08:35", "2025-12-30T08:35+08:00"),
    ],
)
def test_times_of_posts(words: str, expected: str) -> None:
    """Relative times are resolved with the time of the fetch, in Chinese time."""
    assert resolve_time(words, NOON).isoformat(timespec="minutes") == expected


def test_unanswered_post_does_not_shift_the_answers() -> None:
    """Each post keeps its own answer: a question without one does not take that of its neighbour."""
    posts = {post.item: post for post in parse_posts(page("sseinfo/feed.html").decode(), "page")}
    assert posts["1801"].answer == ""
    assert "NOR" in posts["1800"].answer


# EDGAR


def test_acceptance_time_comes_from_the_submission(stage: Stage) -> None:
    """The list says 16:05 with a Z, which is New York time here: the moment is that of the submission's header."""
    run_source(stage, "edgar")
    release = stage.documents(LIVE["edgar"])["0000723125-26-000043/a2026q4ex991.htm"]
    assert release.published_at == dt.datetime(2026, 11, 18, 21, 5, 10, tzinfo=dt.UTC)


def test_filings_without_results_are_left_out(stage: Stage, replay: Replay) -> None:
    """Only 8-Ks of item 2.02 are fetched; other 8-Ks are not."""
    run_source(stage, "edgar")
    assert [line.path for line in replay.log if line.path.endswith(".txt")] == [
        "/Archives/edgar/data/723125/000072312526000043/0000723125-26-000043.txt"
    ]


def test_companyfacts_are_asked_for_after_a_new_report_only(stage: Stage, replay: Replay) -> None:
    """The large table of facts is fetched once for each new quarterly or annual report."""
    run_source(stage, "edgar")
    _changed(replay, "data.sec.gov", b'"filmNumber": [', b'"isXBRLNumeric": [0, 0, 0], "filmNumber": [')
    run_source(stage, "edgar")
    assert len([line for line in replay.log if "companyfacts" in line.path]) == 1


# Official series


def test_revised_value_stands_beside_the_first(stage: Stage, replay: Replay) -> None:
    """A revision is a new document, known from the day on which it was seen; unchanged months are not repeated."""
    run_source(stage, "bok")
    before = len(stage.read(LIVE["bok"]).documents)
    host = "ecos.bok.or.kr"
    _changed(replay, host, b'"DATA_VALUE": "286.3"', b'"DATA_VALUE": "287.0"')
    stage.now += dt.timedelta(days=3)
    assert run_source(stage, "bok").new == 1
    documents = stage.read(LIVE["bok"]).documents
    assert len(documents) == before + 1
    values = sorted((d.known_on, i.value_low) for d in documents for i in d.indicators if i.value_low in {286.3, 287.0})
    assert values == [(dt.date(2026, 10, 16), 286.3), (dt.date(2026, 11, 23), 287.0)]


def test_sample_key_serves_for_a_few_rows(stage: Stage, replay: Replay) -> None:
    """Without a key the public sample key is used, and the run says so."""
    stage.environ.clear()
    result = run_source(stage, "bok")
    assert result.outcome == "ok"
    assert any("sample key" in line for line in result.told)
    assert all(line.path.startswith("/api/StatisticSearch/sample/") for line in replay.log)


def test_refused_key_is_blocked(stage: Stage, replay: Replay) -> None:
    """A key that the office refuses blocks the source; nothing is taken for an empty table."""
    replay.faults = [Fault("body", new=b'{"RESULT":{"CODE":"INFO-100","MESSAGE":"key"}}')]
    assert run_source(stage, "bok").outcome == "blocked"
    replay.faults = [Fault("body", new=page("customs/refused.xml"))]
    assert run_source(stage, "customs").outcome == "blocked"


def test_wrong_table_is_broken(stage: Stage, replay: Replay) -> None:
    """Rows of another item under the asked-for code mean that the table moved."""
    replay.faults = [Fault("replace", old=b'"ITEM_NAME1": "DRAM"', new=b'"ITEM_NAME1": "Rice"')]
    assert "Rice" in str(run_source(stage, "bok").error)


def test_days_beyond_the_calendar_are_weekdays() -> None:
    """Calendars end with the holidays that are known: later weekdays count as sessions, and nothing breaks."""
    now = dt.datetime(2031, 3, 31, 12, tzinfo=dt.UTC)
    assert sessions_missed("300223.SZ", dt.date(2031, 3, 21), now) == 5
    assert has_ended("300223.SZ", dt.date(2031, 3, 28), now)
    assert not has_ended("300223.SZ", dt.date(2031, 3, 31), now)


@pytest.mark.parametrize("name", ["bok", "boj", "fred", "customs", "twse", "newsroom", "trendforce", "prices"])
def test_stale_series_fails(stage: Stage, name: str) -> None:
    """A series whose newest value is too old fails, although every answer is well-formed."""
    stage.now += dt.timedelta(days=130)
    result = run_source(stage, name)
    assert result.outcome in {"failed", "empty"}
    assert result.new == 0 or name in {"boj", "prices", "twse"}  # what was dated rightly before the failure stays


def test_moved_column_of_the_ten_day_table_is_noticed(stage: Stage, replay: Replay) -> None:
    """The columns have numbers only: a semiconductor share that can't be is a column that moved."""
    replay.faults = [Fault("replace", path="prlstMmUt", old=b"6,538,616", new=b"17,538,616")]
    assert "a column has moved" in str(run_source(stage, "customs").error)


def test_totals_are_not_taken_for_months(stage: Stage) -> None:
    """The row of totals of the monthly table is left out."""
    run_source(stage, "customs")
    figures = [i for one in stage.read(LIVE["customs"]).documents for i in one.indicators if i.name == "exports_dram"]
    assert sorted(figure.period for figure in figures) == ["2026-09", "2026-10"]


# Taiwan


def test_message_is_taken_once_from_two_sites(stage: Stage) -> None:
    """The open data and MOPS give the same message; whichever came first keeps it."""
    assert run_source(stage, "twse").new == 4
    assert run_source(stage, "mops").new == 0
    other = Stage(stage.home / "other", stage.url, environ=dict(KEYS))
    assert run_source(other, "mops").new == 1
    assert run_source(other, "twse").new == 3


def test_past_revenues_come_from_pages_in_big5(stage: Stage) -> None:
    """With a start, pages of past months are walked; their header of two rows is understood."""
    run_source(stage, "mops", since=dt.date(2026, 9, 1))
    (nanya,) = [i for one in stage.read(LIVE["mops"]).documents for i in one.indicators if i.entity == "nanya"]
    assert (nanya.name, nanya.period, nanya.value_low) == ("monthly_revenue", "2026-09", 21_000_000)


def test_too_few_companies_fail(stage: Stage) -> None:
    """A revenue table with too few companies is a broken one."""
    result = stage.run(LIVE["twse"], watch=watched("twse"))
    assert result.outcome == "failed"
    assert "expected at least 100" in str(result.error)


# Prices


def test_close_before_a_split_is_what_it_was(stage: Stage) -> None:
    """Yahoo divides old closes by later splits; the close that is kept is the one of its day."""
    chart = parse_yahoo(page("prices/yahoo.json"), "MU", "page")
    assert chart.closes == {dt.date(2026, 11, 18): 200.0, dt.date(2026, 11, 20): 101.0}
    assert [(event.kind, event.value) for event in chart.events] == [("dividend", 0.23), ("split", 2.0)]


def test_adjustment_is_computed_from_closes_and_events() -> None:
    """A split divides what lies before it, a dividend scales it."""
    days = [dt.date(2026, 11, day) for day in (17, 18, 19)]
    closes = dict(zip(days, (200.0, 190.0, 100.0), strict=True))
    split = Event(kind="split", day=days[2], value=2.0)
    dividend = Event(kind="dividend", day=days[1], value=10.0)
    assert adjust(closes, (split,)) == pytest.approx({days[0]: 100.0, days[1]: 95.0, days[2]: 100.0})
    assert adjust(closes, (dividend,)) == pytest.approx({days[0]: 190.0, days[1]: 190.0, days[2]: 100.0})


def test_second_feed_steps_in_and_adds_no_second_close(stage: Stage, replay: Replay) -> None:
    """Where Yahoo refuses, others give what they have; a close that is known already is not kept twice."""
    micron = [issuer for issuer in watched("prices") if issuer.id != "beijing_junzheng"]
    replay.faults = [Fault("status", host="query1.finance.yahoo.com", status=403)]
    result = run_source(stage, "prices")
    assert result.outcome == "blocked"
    closes = {close.ticker for one in stage.read(LIVE["prices"]).documents for close in one.closes}
    assert {"300223.SZ", "399006.SZ", "2408.TW", "8299.TWO"} <= closes
    assert len(micron) > 1
    assert "MU" in str(result.error)
    assert len([line for line in replay.log if line.host.startswith("query1")]) == 1


def test_session_that_runs_is_left_out(stage: Stage) -> None:
    """Half an hour after the close a session counts, not before."""
    close = dt.datetime(2026, 11, 20, 21, 0, tzinfo=dt.UTC)
    assert not has_ended("MU", dt.date(2026, 11, 20), close)
    assert has_ended("MU", dt.date(2026, 11, 20), close + dt.timedelta(minutes=31))
    assert sessions_missed("MU", dt.date(2026, 11, 18), close + dt.timedelta(hours=1)) == 2
    assert sessions_missed("MU", dt.date(2026, 11, 25), dt.datetime(2026, 11, 27, 12, tzinfo=dt.UTC)) == 0
    assert [exchange_of(t) for t in ("MU", "300223.SZ", "285A.T", "^KS11", "^SOX")] == [
        "XNYS",
        "XSHG",
        "XTKS",
        "XKRX",
        "XNYS",
    ]


def test_day_without_a_trade_has_no_close() -> None:
    """`--` in the exchange's file is no close, and no zero."""
    assert parse_exchange(page("prices/twse.json"), "2408", "page").closes == {dt.date(2026, 11, 19): 250.5}


# What may not be kept


def test_no_body_of_an_article_is_kept(stage: Stage) -> None:
    """Feeds bring summaries and articles; the archive holds titles, links and dates."""
    assert b"not ours to keep" in page("newsroom/feed.xml")
    run_source(stage, "newsroom")
    assert "DRAM contract prices" in repr(stage.shelf.captures)
    assert "not ours to keep" not in repr(stage.shelf.captures)


def test_no_page_and_no_table_of_trendforce_is_kept(stage: Stage) -> None:
    """Of a press page the archive holds facts with quotes of a few words, the terms are told, and no table is kept."""
    result = run_source(stage, "trendforce")
    kept = repr(stage.shelf.captures)
    assert "10-15% QoQ" in kept
    assert "another long sentence" not in kept
    assert "+13%" not in kept
    assert any("terms forbid" in line for line in result.told)


def test_long_quotes_are_cut_around_the_figure() -> None:
    """A quote keeps at most a dozen words, the percentage among them."""
    words = " ".join(f"w{number}" for number in range(30)) + " rise 10-15% QoQ in 4Q26 and so on and on"
    assert len(shorten(words).split()) == 12
    assert "10-15%" in shorten(words)


def test_feed_in_another_encoding_is_read() -> None:
    """A feed in EUC-KR is read; one with a document type is refused, so no entity can expand."""
    text = page("newsroom/feed.xml").decode().replace("UTF-8", "EUC-KR").replace("NAME", "메모리")
    entries = parse_feed(text.encode("cp949"), BY_NAME["thelec"], "feed")
    assert "메모리" in entries[0].title
    with pytest.raises(SourceBroken, match="document type"):
        parse_xml(b'<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>', "page")


def test_page_with_a_log_in_form_is_no_block_page(stage: Stage, replay: Replay) -> None:
    """The word captcha on a page that was asked for is no refusal; a site's own words of refusal are."""
    _changed(replay, "sns.sseinfo.com", b"<body>", b"<body><form>captcha</form>")
    assert run_source(stage, "sseinfo").outcome == "ok"
