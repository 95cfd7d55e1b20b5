# ruff: noqa: E501 -- the table of fields is read by column
"""A field that a page may do without still has a name: under another one it is drift, told with the difference."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from typing import Any

import pytest

from tests.replay.archive import Stage
from tests.replay.server import Answer, Ask, Fault, Replay, Site
from tests.replay.sites import all_sites, irm, page
from tests.replay.sources import LIVE, run_source, watched
from tracker.config import load_issuers
from tracker.sources.irm import FILES

pytestmark = pytest.mark.enable_socket


# Source, a part of the page's address, a field outside its rows (or an optional one in them), its new name, and words
# that the message must hold: what is missing and, where it can be told, what stands there instead.
RENAMED = [
    ("boj", "/getDataCode", b"NEXTPOSITION", b"NEXT", "missing NEXTPOSITION; found DATE"),
    ("bok", "/StatisticSearch", b"list_total_count", b"total", "missing list_total_count; found row, total"),
    ("cninfo", "/hisAnnouncement", b"totalAnnouncement", b"total", "missing totalAnnouncement"),
    ("cninfo", "/topSearch", b'"orgId"', b'"org"', "missing orgId; new there: org"),
    ("cninfo", "/hisAnnouncement", b"adjunctUrl", b"fileUrl", "missing adjunctUrl; new there: fileUrl"),
    ("edgar", "/company_tickers", b'"ticker"', b'"symbol"', "missing ticker; new there: symbol"),
    ("edgar", "/submissions/", b'"tickers"', b'"symbols"', "no field 'tickers'"),
    ("edgar", "/submissions/", b'"files"', b'"older"', "no field 'files'"),
    ("edgar", "/companyfacts/", b'"units"', b'"unit"', "InventoryNet: no units; found"),
    ("edgar", "/companyfacts/", b'"filed"', b'"filedOn"', "missing filed; new there: filedOn"),
    ("edinet", "/documents.json", b'"count"', b'"number"', "metadata.resultset: missing count; found number"),
    ("edinet", "/documents.json", b'"resultset"', b'"result"', "missing count"),
    ("irm", "/company/question", b'"total"', b'"totalRows"', "missing total"),
    ("irm", "/index/search", b'"totalRecord"', b'"total"', "missing totalRecord"),
    ("irm", "/index/search", b'"pageNo"', b'"page"', "missing pageNo"),
    ("irm", "/index/search", b"attachmentUrl", b"fileUrl", "missing attachmentUrl; new there: fileUrl"),
    ("irm", "/queryKeyboardInfo", b'"secid"', b'"orgId"', "missing secid; new there: orgId"),
    ("mops", "/t05st02", b'"titles"', b'"columns"', "no field 'titles'; found columns, data"),
    ("newsroom", "", b"item>", b"news>", "no item; found news"),
    ("newsroom", "", b'encoding="UTF-8"', b'encoding="UTF-99"', "declares the encoding 'utf-99'"),
    ("opendart", "/list.json", b'"total_page"', b'"pages"', "missing total_page"),
    ("prices", "/chart/", b'"timestamp"', b'"times"', "missing timestamp; new there: times"),
    ("prices", "/chart/", b'"splits"', b'"stockSplits"', "events stockSplits; expected splits and dividends"),
    ("prices", "/chart/", b'"numerator"', b'"new"', "missing numerator; new there: new"),
    ("sseinfo", "/userfeeds", b'm_feed_detail m_qa"', b'm_feed_detail m_answer"', "blocks m_feed_detail m_qa_detail, m_feed_detail m_answer"),
    ("tdnet", "/I_list", b" href=", b" data-file=", "titles links to a file"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "path", "old", "new", "words"), RENAMED)
def test_renamed_field_is_never_read_as_absent(  # noqa: PLR0917 -- a table of cases
    stage: Stage, replay: Replay, name: str, path: str, old: bytes, new: bytes, words: str
) -> None:
    """What ends a listing, finds a file or dates a fact fails its source when it is called otherwise."""
    replay.faults = [Fault("replace", path=path, old=old, new=new)]
    if name == "prices":
        replay.faults.append(Fault("status", host="push2his.eastmoney.com", status=500))
    result = run_source(stage, name)
    assert result.outcome == "failed"
    assert words in str(result.error)


@pytest.mark.parametrize(
    ("name", "path", "old", "new"),
    [
        ("bok", "/StatisticSearch", b'"list_total_count": 4', b'"list_total_count": 14'),
        ("customs", "prlstMmUt", b"<totalCount>4<", b"<totalCount>40<"),
        ("edinet", "/documents.json", b'"count": ', b'"count": 9'),
        ("cninfo", "/hisAnnouncement", b'"announcements": [', b'"announcements": [], "x": ['),
        ("irm", "/company/question", b'"rows": [', b'"rows": [], "x": ['),
        ("irm", "/index/search", b'"results": [', b'"results": [], "x": ['),
    ],
)
def test_fewer_rows_than_the_page_says_is_broken(  # noqa: PLR0917 -- a table of cases
    stage: Stage, replay: Replay, name: str, path: str, old: bytes, new: bytes
) -> None:
    """A page that states how many rows there are and holds fewer was cut."""
    replay.faults = [Fault("replace", path=path, old=old, new=new)]
    result = run_source(stage, name)
    assert result.outcome == "failed"
    assert "cut" in str(result.error) or "a part is missing" in str(result.error)


# Files of 互动易's records


def _records(replay: Replay, *rows: dict[str, Any]) -> None:
    """Let the feed hold these records, each laid over the first one of the corpus."""
    table = json.loads(page("irm/records.json"))
    sample = table["results"][0]
    table["results"] = [{**sample, "indexId": str(number), **row} for number, row in enumerate(rows)]
    table["totalRecord"] = len(rows)

    def answer(ask: Ask) -> Answer:
        own = ask.path.endswith("/index/search") and ask.form["stockCodes"] == "300223"
        return Answer(json.dumps(table).encode()) if own else irm(ask)

    replay.sites["irm.cninfo.com.cn"] = answer


def test_record_without_a_file_is_told_and_its_file_fetched_later(stage: Stage, replay: Replay) -> None:
    """A title stands in for a file that is not there yet; once it is, the file comes in beside it."""
    _records(replay, {"attachmentUrl": None})
    first = run_source(stage, "irm")
    assert first.outcome == "ok"
    assert any("1 of 1 records have no file in attachmentUrl" in line for line in first.told)
    _records(replay, {"attachmentUrl": f"{FILES}/finalpage/2026-11-19/1225000077.PDF"})
    later = run_source(stage, "irm")
    assert (later.outcome, later.new) == ("ok", 1)
    assert stage.shelf.captures["irm", "record/0"][-1][0].meta["kind"] == "record"
    assert run_source(stage, "irm").new == 0


def test_feed_in_which_no_record_has_a_file_is_broken(stage: Stage, replay: Replay) -> None:
    """When the field is there and always empty the file stands elsewhere: the message says where."""
    _records(replay, *[{"attachmentUrl": "", "filePath": "finalpage/2026-11-19/1.PDF"}] * 3)
    result = run_source(stage, "irm")
    assert result.outcome == "failed"
    assert "attachmentUrl is empty in all 3 records; paths stand in filePath" in str(result.error)
    assert not [key for _, key in stage.shelf.captures if key.startswith("record/")]


def test_file_field_of_records_can_be_set(stage: Stage, replay: Replay) -> None:
    """Its name is a guess; whoever knows better says so in memtrack.toml, and the check agrees."""
    replay.faults = [Fault("replace", path="/index/search", old=b"attachmentUrl", new=b"fileUrl")]
    assert run_source(stage, "irm", settings={"file_field": "fileUrl"}).outcome == "ok"
    with stage.errand(LIVE["irm"], [], watch=watched("irm")) as errand:
        findings = LIVE["irm"].check(errand)  # type: ignore[misc]
    assert all(finding.is_well for finding in findings)


@pytest.mark.parametrize(
    "value", [b"https://elsewhere.example.com/1.PDF", b"finalpage/2026-11-19/1.html", b"see below"]
)
def test_file_that_is_no_path_is_broken(stage: Stage, replay: Replay, value: bytes) -> None:
    """Only a path on the file server is fetched."""
    replay.faults = [Fault("replace", path="/index/search", old=b"finalpage/2026-11-19/1225000001.PDF", new=value)]
    result = run_source(stage, "irm")
    assert "expected a form like finalpage/" in str(result.error)
    assert not [line for line in replay.log if line.host == "static.cninfo.com.cn"]


def test_new_field_is_told_and_loses_nothing(stage: Stage, replay: Replay) -> None:
    """A field that nobody knows yet is a note."""
    replay.faults = [Fault("replace", path="/hisAnnouncement", old=b'"secName"', new=b'"grade": 1, "secName"')]
    result = run_source(stage, "cninfo")
    assert result.outcome == "ok"
    assert any("new fields grade" in line for line in result.told)


def test_too_many_rows_are_told(stage: Stage, replay: Replay) -> None:
    """More rows than there can be are a note, not a failure."""
    issuers = len(watched("twse"))
    table = json.loads(page("twse/revenue_listed.json"))
    rows = [{**table[0], "公司代號": str(10_000 + number)} for number in range(2600)]
    replay.sites["openapi.twse.com.tw"] = lambda ask: Answer(
        json.dumps([*table, *rows] if "t187ap05" in ask.path else json.loads(page("twse/news_listed.json"))).encode()
    )
    result = run_source(stage, "twse")
    assert issuers
    assert result.outcome == "ok"
    assert any("expected at most 2500" in line for line in result.told)


def test_older_lists_of_the_sec_are_not_passed_over(stage: Stage, replay: Replay) -> None:
    """A backfill reads the files of older filings; one that does not say how far it reaches fails the source."""
    older = b'"files": [{"name": "CIK0000723125-submissions-001.json", "filingTo": "2019-12-31"}]'
    replay.faults = [Fault("replace", path="/submissions/CIK0000723125.json", old=b'"files": []', new=older)]
    run_source(stage, "edgar", since=dt.date(2019, 1, 1))
    assert [line for line in replay.log if line.path.endswith("-submissions-001.json")]
    replay.faults[0].new = older.replace(b"filingTo", b"reachesTo")
    result = run_source(stage, "edgar", since=dt.date(2019, 1, 1))
    assert "missing filingTo; new there: reachesTo" in str(result.error)


# A value of another kind under a known name: nothing of it may reach the archive, since reading it would then fail for ever.
MISTYPED = [
    ("boj", "/getDataCode", "NEXTPOSITION", "next", "expected a whole number"),
    ("bok", "/StatisticSearch", "DATA_VALUE", None, "is no number"),
    ("cninfo", "/hisAnnouncement", "announcementTime", None, "expected milliseconds"),
    ("cninfo", "/hisAnnouncement", "secCode", [], "got rows of []"),
    ("edgar", "/companyfacts/", "InventoryNet", None, "no units; found None"),
    ("edgar", "/companyfacts/", "filed", "soon", "'soon' is no date"),
    ("edgar", "/companyfacts/", "val", "much", "is no number"),
    ("edgar", "/company_tickers", "cik_str", None, "expected a whole number"),
    ("edinet", "/documents.json", "resultset", 7, "missing count"),
    ("edinet", "/documents.json", "submitDateTime", None, "is no date"),
    ("irm", "/company/question", "updateDate", None, "expected milliseconds"),
    ("irm", "/index/search", "pubDate", "today", "expected milliseconds"),
    ("opendart", "/list.json", "rcept_dt", "2026-11-18", "is no date"),
    ("twse", "/opendata/t187ap05", "公司代號", [], "0 watched issuers"),
    ("twse", "/opendata/t187ap05", "資料年月", None, "expected a form like 11510"),
    ("twse", "/opendata/t187ap05", "營業收入-當月營收", "-", "is no number"),
    ("twse", "/opendata/t187ap04", "發言時間", "9999", "expected a form like 173214"),
    ("twse", "/opendata/t187ap04", "發言日期", "1151399", "is no date"),
]

# The same in pages that are no JSON: what is replaced in the bytes, by what.
MISSPELT = [
    ("customs", "prlstMmUt", "<priodDt>01~10<", "<priodDt>01~45<", "is no date"),
    ("customs", "prlstMmUt", "17,995,463", "0", "expected more than nothing"),
    ("customs", "Itemtrade", "4200000000", "many", "'many' is no number"),
    ("fred", "/graph/", "\n2026-10-01,125.0", "\n2026-10-01,nan", "is no finite number"),
    ("prices", "/kline/", "2026-11-20,", "2026-11-31,", "is no date"),
    ("sseinfo", "/userfeeds", "2026年11月18日 16:40", "2026年13月18日 16:40", "month must be in 1..12"),
    ("sseinfo", "/userfeeds", "2026年11月18日 16:40", "neulich", "time 'neulich': expected a form like"),
    ("tdnet", "/I_list", "15:30", "25:30", "time '25:30'; expected a form like 15:30"),
    ("trendforce", "/presscenter/news", "20261117-", "20261399-", "is no date"),
]


@pytest.mark.parametrize(("name", "path", "old", "new", "words"), MISSPELT)
def test_words_of_another_kind_are_told_before_they_are_archived(  # noqa: PLR0917 -- a table of cases
    stage: Stage, replay: Replay, name: str, path: str, old: str, new: str, words: str
) -> None:
    """As above, for XML, HTML, CSV and the rows of a kline."""
    replay.faults = [Fault("replace", path=path, old=old.encode(), new=new.encode())]
    result = run_source(stage, name)
    assert result.outcome == "failed"
    assert words in str(result.error)
    assert not stage.read(LIVE[name]).rejected


def _laid_over(value: Any, name: str, new: Any) -> Any:
    """Return plain values in which whatever stands under a name is another value."""
    if isinstance(value, dict):
        return {key: new if key == name else _laid_over(one, name, new) for key, one in value.items()}
    return [_laid_over(one, name, new) for one in value] if isinstance(value, list) else value


@pytest.mark.parametrize(("name", "path", "field", "value", "words"), MISTYPED)
def test_value_of_another_kind_is_told_before_it_is_archived(  # noqa: PLR0917 -- a table of cases
    stage: Stage, replay: Replay, name: str, path: str, field: str, value: object, words: str
) -> None:
    """The source fails in words of its own, and all that it did archive can be read."""

    def mistyped(site: Site) -> Site:
        def answer(ask: Ask) -> Answer:
            was = site(ask)
            if path not in ask.path:
                return was
            table = _laid_over(json.loads(was.body), field, value)
            return replace(was, body=json.dumps(table, ensure_ascii=False).encode(), etag=False)

        return answer

    replay.sites = {host: mistyped(site) for host, site in replay.sites.items()}
    result = run_source(stage, name)
    assert result.outcome == "failed"
    assert words in str(result.error)
    assert not stage.read(LIVE[name]).rejected


def test_feed_that_changed_keeps_no_answer_out(stage: Stage, replay: Replay) -> None:
    """Every company's answers go in before the feed of records is found to be another one."""
    watched = tuple(issuer for issuer in load_issuers().values() if "irm" in issuer.sources)
    assert len(watched) >= 3
    sites = all_sites()["irm.cninfo.com.cn"]
    replay.sites["irm.cninfo.com.cn"] = lambda ask: (
        Answer(b'{"pageNo":1,"totalRecord":1,"results":[{"id":1}]}')
        if ask.path.endswith("/index/search")
        else sites(ask)
    )
    result = stage.run(LIVE["irm"], watch=watched)
    assert "missing attachmentUrl, indexId" in str(result.error)
    asked = {line.name for line in replay.log if "/company/question" in line.path}
    assert len(asked) >= len(watched)
    assert result.new == 1
