"""An ingest of all live sources against the replay server: twice, with a third of them broken, and killed meanwhile."""

from __future__ import annotations

import datetime as dt
import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.replay.load import padded, records
from tests.replay.server import Fault, Replay
from tests.replay.sites import KEYS, PAGES, SETTINGS, all_sites
from tests.replay.sources import LIVE
from tracker.home import Home
from tracker.ingest import IngestResult, run_ingest
from tracker.status import read_status

pytestmark = pytest.mark.enable_socket
NOW = dt.datetime(2026, 11, 20, 22, 0, tzinfo=dt.UTC)
ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def replay() -> Iterator[Replay]:
    with Replay({host: padded(site) for host, site in all_sites().items()}) as server:
        yield server


@pytest.fixture
def ingest(replay: Replay, home: Home, monkeypatch: pytest.MonkeyPatch) -> Callable[[], IngestResult]:
    """Return an ingest of all live sources, at a rate that a test can wait for."""
    for name, value in {**KEYS, "MEMTRACK_REPLAY_URL": replay.url}.items():
        monkeypatch.setenv(name, value)
    # The packaged record is no part of this, and the calendars of prices take a second to load.
    write_settings(home.root, LIVE, without=("record", "prices"))
    return lambda: run_ingest(home, now=NOW)


def write_settings(folder: Path, names: Mapping[str, Any], without: tuple[str, ...] = ()) -> None:
    """Write a memtrack.toml that runs these sources quickly, some not at all."""
    lines = ["version = 1"]
    for name in without:
        lines += [f"[source.{name}]", "enabled = false"]
    for name in names.keys() - set(without):
        lines += [
            f"[source.{name}]",
            "enabled = true",
            "per_second = 2000.0",
            "first_wait = 0.01",
            "read_timeout = 5.0",
        ]
        lines += [f"{key} = {value}" for key, value in SETTINGS.get(name, {}).items()]
    (folder / "memtrack.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


@pytest.mark.slow
def test_second_ingest_moves_few_bytes_and_adds_nothing(
    ingest: Callable[[], IngestResult], replay: Replay, home: Home
) -> None:
    """A second ingest adds no row and moves few bytes, at once or when everything may be asked for again."""
    first = ingest()
    assert {result.source: result.outcome for result in first.results if result.outcome != "ok"} == {"drop": "empty"}
    bytes_first = replay.sent
    again = ingest()
    assert (again.exit_code, again.is_new_build, sum(r.captures_new for r in again.results)) == (0, False, 0)
    assert replay.sent - bytes_first < 0.05 * bytes_first
    for file in (home.root / "http" / "validators").rglob("*.json"):
        kept = json.loads(file.read_text())
        file.write_text(json.dumps({**kept, "asked_at": kept["asked_at"] - 3600}))
    bytes_second = replay.sent
    later = ingest()
    assert (later.exit_code, later.is_new_build, sum(r.captures_new for r in later.results)) == (0, False, 0)
    assert 0 < replay.sent - bytes_second < 0.06 * bytes_first


def test_broken_sources_leave_the_others_in(ingest: Callable[[], IngestResult], replay: Replay, home: Home) -> None:
    """With a third of the sources broken in different ways the others go in, and status names each failure's kind."""
    replay.faults = [
        Fault("block", host="www.cninfo.com.cn"),
        Fault("status", host="ecos.bok.or.kr", status=500),
        Fault("redirect", host="data.sec.gov", headers={"Location": "https://elsewhere.example.com/"}),
        Fault("replace", host="opendart.fss.or.kr", path="list.json", old=b"rcept_no", new=b"receipt"),
        Fault("page", host="sns.sseinfo.com"),
    ]
    result = ingest()
    outcomes = {one.source: one.outcome for one in result.results}
    assert result.exit_code == 3
    assert {name for name, outcome in outcomes.items() if outcome == "blocked"} == {"cninfo"}
    assert {name for name, outcome in outcomes.items() if outcome == "failed"} == {
        "bok",
        "edgar",
        "opendart",
        "sseinfo",
    }
    assert Counter(outcomes.values())["ok"] == len(outcomes) - 6  # the drop folder is empty
    text = read_status(home, NOW).as_text()
    for words in ("block page", "status 500", "another host", "missing rcept_no", "no uid"):
        assert words in text


@pytest.mark.slow
def test_killed_backfill_resumes(home: Home) -> None:
    """A backfill killed twice with -9 ends with every record once and none lost."""
    count = 90
    with Replay({**all_sites(), **records(count)}) as replay:
        write_settings(home.root, {"cninfo": None})
        for share in (1, 2):
            process = _start(home, replay)
            while _served(replay) < share * count // 3 and process.poll() is None:
                time.sleep(0.01)
            process.send_signal(signal.SIGKILL)
            process.wait()
        assert _start(home, replay).wait(timeout=120) == 0
    rows = [json.loads(line) for line in (home.archive / "manifest.jsonl").read_text(encoding="utf-8").splitlines()]
    kept = Counter(row["key"] for row in rows if row["meta"]["kind"] == "record")
    assert len(kept) == count
    assert set(kept.values()) == {1}


def _start(home: Home, replay: Replay) -> subprocess.Popen[bytes]:
    """Start a backfill in a process of its own."""
    command = "from tracker.cli import main; main()"
    environ = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "MEMTRACK_HOME": str(home.root),
        "MEMTRACK_REPLAY_URL": replay.url,
    }
    arguments = [sys.executable, "-c", command, "ingest", "--source", "cninfo", "--since", "2016-01-01"]
    return subprocess.Popen(arguments, env=environ, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _served(replay: Replay) -> int:
    """Return how many records were sent."""
    return sum(line.host == "static.cninfo.com.cn" for line in list(replay.log))


def test_golden_pages_are_all_used() -> None:
    """Each page in the corpus is named by a site: a page that nothing reads proves nothing."""
    used = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("*.py"))
    pages = [path for path in PAGES.rglob("*.*") if path.name != "expected.json"]
    assert len(pages) > 30
    assert [path.name for path in pages if f"{path.parent.name}/{path.name}" not in used] == []
