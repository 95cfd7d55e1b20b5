# ruff: noqa: E501 -- the table of shapes is read by column
"""All live sources against the replay server: golden pairs, second runs, and every fault that each of them must survive."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest

from tests.replay.archive import Stage
from tests.replay.server import Fault, Replay
from tests.replay.sites import KEYS, PAGES, SETTINGS, all_sites
from tests.replay.sources import ALL, LIVE, run_source, watched
from tracker.facts import Document

pytestmark = pytest.mark.enable_socket


def test_there_are_live_sources() -> None:
    """All sixteen live sources are found, each of them one module."""
    assert sorted(LIVE) == sorted(
        "boj bok cninfo customs edgar edinet fred irm mops newsroom opendart prices sseinfo tdnet trendforce twse".split()
    )


@ALL
def test_source_says_what_it_is(name: str) -> None:
    """Every live source names its hosts, terms of use, cadence, how far it is verified, and a check."""
    source = LIVE[name]
    assert source.check is not None
    assert all(host == host.lower() and "/" not in host for host in source.hosts)
    assert source.licence
    assert "not tried live" in source.verification
    assert source.key_env is None or source.key_env.startswith("MEMTRACK_")


def _plain(document: Document) -> dict[str, Any]:
    """Return what a golden file keeps of a document; claims by their core, since the reader may learn more about them."""
    claims = [
        f"{s.claim.product} {s.claim.attribute} {s.claim.direction} {s.claim.period}" for s in document.statements
    ]
    return {
        "published_on": str(document.published_on),
        "published_at": document.published_at.isoformat() if document.published_at else None,
        "precision": document.published_precision,
        "publisher": document.publisher,
        "issuer": document.issuer,
        "doc_type": document.doc_type,
        "lang": document.lang,
        "url": document.url,
        "text": document.text if len(document.text) < 400 else f"{document.text[:400]}…",
        "claims": sorted(claims),
        "figures": [
            f"{i.entity} {i.name} {i.period} {i.value_low:g} {i.unit} | {i.qualifier}" for i in document.indicators
        ],
        "closes": [f"{c.ticker} {c.session_date} {c.close:g} {c.currency}" for c in document.closes],
    }


@ALL
def test_golden_pair(stage: Stage, name: str) -> None:
    """The pages of a day give exactly the documents that a person has looked at."""
    assert run_source(stage, name).outcome == "ok"
    everything = stage.read(LIVE[name])
    assert not everything.rejected
    found = {f"{key} > {document.key}": _plain(document) for key, document in stage.keyed(LIVE[name])}
    assert len(found) == len(everything.documents)
    path = PAGES / name / "expected.json"
    if not path.exists():
        path.write_text(json.dumps(found, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        pytest.fail(f"{path.name} of {name} was written: look at it, then run again")
    assert found == json.loads(path.read_text(encoding="utf-8"))


@ALL
def test_every_quote_stands_in_its_document(stage: Stage, name: str) -> None:
    """Each fact points at the words that it rests on."""
    assert run_source(stage, name).outcome == "ok"
    documents = stage.read(LIVE[name]).documents
    assert documents
    for document in documents:
        facts = (*document.indicators, *document.closes, *(s.claim for s in document.statements))
        for fact in facts:
            assert document.text[fact.start : fact.end] == fact.quote
        assert document.known_on <= stage.now.date() + dt.timedelta(days=1)


@ALL
def test_second_run_adds_nothing(stage: Stage, replay: Replay, name: str) -> None:
    """A run with nothing new brings nothing, even when every page is asked for again."""
    first = run_source(stage, name)
    again = run_source(stage, name)
    assert (first.outcome, again.outcome) == ("ok", "ok")
    assert first.new > 0
    assert again.new == 0


@ALL
def test_run_stays_with_the_named_hosts(stage: Stage, replay: Replay, name: str) -> None:
    """A run asks only hosts that the source's own file names."""
    run_source(stage, name)
    asked = {line.host for line in replay.log}
    assert asked
    assert asked <= set(LIVE[name].hosts)


@ALL
def test_key_is_nowhere(stage: Stage, replay: Replay, name: str) -> None:
    """No key stands in what the archive keeps, in a file of the home folder, or in what a run tells."""
    told = run_source(stage, name).told
    kept = repr(stage.shelf.captures) + repr(told)
    kept += "".join(path.read_text(errors="replace") for path in stage.home.rglob("*") if path.is_file())
    for secret in KEYS.values():
        assert secret not in kept
        assert secret.replace("/", "%2F").replace("+", "%2B").replace("=", "%3D") not in kept


@pytest.mark.parametrize(
    "name", sorted(name for name, source in LIVE.items() if source.key_env and not source.key_optional)
)
def test_missing_key_is_skipped(stage: Stage, replay: Replay, name: str) -> None:
    """Without its key a source is skipped, says which key it needs, and asks nobody."""
    stage.environ.clear()
    result = run_source(stage, name)
    assert result.outcome == "skipped"
    assert str(LIVE[name].key_env) in str(result.error)
    assert not replay.log


PASSING = {
    "429 with Retry-After": Fault("status", times=1, status=429, headers={"Retry-After": "0"}),
    "500 then well": Fault("status", times=1, status=500),
    "time-out": Fault("hang", times=1, seconds=0.6),
    "cut body": Fault("cut", times=1),
}


@ALL
@pytest.mark.parametrize("fault", PASSING)
def test_passing_fault_costs_nothing(stage: Stage, replay: Replay, name: str, fault: str) -> None:
    """What passes is tried again, and the run brings all that an undisturbed run brings."""
    undisturbed = Stage(stage.home / "other", stage.url, environ=dict(KEYS))
    expected = run_source(undisturbed, name).new
    plan = PASSING[fault]
    replay.faults = [Fault(plan.kind, times=plan.times, status=plan.status, headers=plan.headers, seconds=plan.seconds)]
    result = run_source(stage, name)
    assert (result.outcome, result.new) == ("ok", expected)


LASTING = {
    "500 for ever": (Fault("status", status=500), "failed"),
    "429 for ever": (Fault("status", status=429), "blocked"),
    "403": (Fault("status", status=403), "blocked"),
    "cut body": (Fault("cut"), "failed"),
    "wrong content type": (Fault("wrong_type"), "failed"),
    "another page": (Fault("page"), "failed"),
    "wrong encoding": (Fault("wrong_encoding"), "failed"),
    "block page": (Fault("block"), "blocked"),
    "moved host": (Fault("redirect", headers={"Location": "https://elsewhere.example.com/"}), "failed"),
    "private address": (Fault("redirect", headers={"Location": "https://10.0.0.1/"}), "failed"),
}


@ALL
@pytest.mark.parametrize("fault", LASTING)
def test_lasting_fault_has_its_name(stage: Stage, replay: Replay, name: str, fault: str) -> None:
    """Broken and blocked are told apart, whatever the fault, and nothing of it is taken for material."""
    plan, outcome = LASTING[fault]
    replay.faults = [plan]
    result = run_source(stage, name)
    assert result.outcome == outcome, str(result.error)
    assert result.new == 0
    replay.faults = []
    assert run_source(stage, name).outcome == "ok"


# For each source: where its main page is, a field of it renamed, and the same page with an empty and with a null list.
SHAPES: dict[str, tuple[str, tuple[bytes, bytes], tuple[tuple[str, bytes], ...], tuple[bytes, bytes] | None]] = {
    "boj": ("/api/v1/getDataCode", (b"SERIES_CODE", b"CODE"), (("", b'{"STATUS":200,"NEXTPOSITION":null,"RESULTSET":[]}'),), (b'"RESULTSET": [', b'"RESULTSET": null, "x": [')),
    "bok": ("/api/", (b"DATA_VALUE", b"VALUE"), (("", b'{"RESULT":{"CODE":"INFO-200","MESSAGE":"x"}}'),), (b'"row": [', b'"row": null, "x": [')),
    "cninfo": ("/hisAnnouncement/query", (b"announcementId", b"noticeId"), (("/hisAnnouncement", b'{"announcements":[],"totalAnnouncement":0}'),), None),
    "customs": ("/1220000/", (b"itemUsdAmt01", b"itemUsd01"), (("", b"<response><header><resultCode>00</resultCode></header><body><items/></body></response>"),), (b"<items>", b"<list>")),
    "edgar": ("/submissions/", (b"acceptanceDateTime", b"acceptedAt"), (), (b'"accessionNumber": [', b'"accessionNumber": null, "x": [')),
    "edinet": ("/documents.json", (b"submitDateTime", b"submittedAt"), (("/documents.json", b'{"metadata":{"status":"200","resultset":{"count":0}},"results":[]}'),), (b'"results": [', b'"results": null, "x": [')),
    "fred": ("/graph/", (b"observation_date", b"day"), (("", b"observation_date,SERIES\n"),), None),
    "irm": ("/company/question", (b"attachedContent", b"replyContent"), (("/company/question", b'{"rows":[],"total":0}'), ("/index/search", b'{"results":[],"pageNo":1,"totalRecord":0}')), (b'"rows": [', b'"rows": null, "x": [')),
    "mops": ("/t05st02", ("發言日期".encode(), "日期".encode()), (("/t05st02", b'{"code":200,"result":{"titles":[],"data":[]}}'),), (b'"data": [', b'"data": null, "x": [')),
    "newsroom": ("", (b"pubDate", b"when"), (("", b"<rss><channel></channel></rss>"),), None),
    "opendart": ("/list.json", (b"rcept_no", b"receipt"), (("/list.json", b'{"status":"013","message":"x"}'),), (b'"list": [', b'"list": null, "x": [')),
    "prices": ("", (b'"gmtoffset"', b'"offset"'), (("", b'{"chart":{"result":[],"error":null}}'),), (b'"timestamp": [', b'"timestamp": null, "x": [')),
    "sseinfo": ("/userfeeds.do", (b"m_feed_txt", b"feed_text"), (("/userfeeds.do", "<div>近1个月内暂无回复</div>".encode()),), None),
    "tdnet": ("/inbs/", (b"kjTitle", b"title"), (("", "<html><body>開示された情報はありません</body></html>".encode()),), None),
    "trendforce": ("/presscenter/news", (b"/presscenter/news/", b"/press/"), (), None),
    "twse": ("", ("營業收入-當月營收".encode(), "當月營收".encode()), (("", b"[]"),), (b"[", b'{"rows":null,"x":[')),
}  # fmt: skip


@ALL
def test_renamed_field_fails_with_the_difference(stage: Stage, replay: Replay, name: str) -> None:
    """A field under another name fails the source; the message names what is missing."""
    path, (old, new), *_ = SHAPES[name]
    replay.faults = [Fault("replace", path=path, old=old, new=new)]
    if name == "prices":
        replay.faults.append(Fault("status", host="push2his.eastmoney.com", status=500))
    result = run_source(stage, name)
    assert result.outcome == "failed"
    assert old.decode().strip('"/') in str(result.error) or "page changed" in str(result.error)


@pytest.mark.parametrize("name", sorted(name for name, shape in SHAPES.items() if shape[2]))
def test_empty_list_is_empty(stage: Stage, replay: Replay, name: str) -> None:
    """A well-formed page without items is empty: neither broken nor taken for news. An index never has no session."""
    replay.faults = [Fault("body", path=path, new=body) for path, body in SHAPES[name][2]]
    if name == "fred":
        replay.faults = []
        replay.sites["fred.stlouisfed.org"] = lambda ask: all_sites()["fred.stlouisfed.org"](ask).__class__(
            f"observation_date,{ask.query['id']}\n".encode(), "application/csv"
        )
    result = run_source(stage, name)
    assert result.outcome == ("failed" if name == "prices" else "empty"), str(result.error)
    assert result.new == 0


@pytest.mark.parametrize("name", sorted(name for name, shape in SHAPES.items() if shape[3]))
def test_null_list_is_broken(stage: Stage, replay: Replay, name: str) -> None:
    """A null where a list is expected is no proof of emptiness."""
    path, _, _, null = SHAPES[name]
    assert null is not None
    replay.faults = [Fault("replace", path=path, old=null[0], new=null[1])]
    result = run_source(stage, name)
    assert result.outcome == "failed", str(result.error)


@ALL
def test_check_finds_every_part(stage: Stage, name: str) -> None:
    """On a page of the known shape the check says so, part by part."""
    stage.settings = SETTINGS.get(name, {})
    told: list[str] = []
    with stage.errand(LIVE[name], told, watch=watched(name)) as errand:
        assert LIVE[name].check is not None
        findings = LIVE[name].check(errand)  # type: ignore[misc]
    assert len(findings) > 1
    assert [finding for finding in findings if not finding.is_well] == []


@ALL
def test_check_names_what_differs(stage: Stage, replay: Replay, name: str) -> None:
    """On a page of another shape the check says what differs, and does not raise."""
    path, (old, new), *_ = SHAPES[name]
    replay.faults = [Fault("replace", path=path, old=old, new=new)]
    stage.settings = SETTINGS.get(name, {})
    told: list[str] = []
    with stage.errand(LIVE[name], told, watch=watched(name)) as errand:
        findings = LIVE[name].check(errand)  # type: ignore[misc]
    assert [finding for finding in findings if not finding.is_well]
