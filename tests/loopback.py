"""The loopback run: every live source against the replay server, at its own pace, and what the server saw of it.

    python -m tests.loopback [--documents 2000] [--quick]

Prints a day of all sources, the same again, a run with a third of the sources broken, a backfill that is killed twice,
the rates that the server saw, and the hosts that were asked. Ends with 1 where a promise of docs/sources.md is broken.
`--quick` asks ten times as fast as the sources' manners allow; the rates are then measured against that.
"""

from __future__ import annotations

import argparse
import dataclasses
import datetime as dt
import itertools
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.replay.load import padded, records
from tests.replay.server import Fault, Line, Replay
from tests.replay.sites import KEYS, SETTINGS, all_sites
from tracker.home import Home, prepare_home
from tracker.ingest import IngestResult, Silence, discover_sources, run_ingest
from tracker.keys import spellings
from tracker.source import Source
from tracker.status import read_status

NOW = dt.datetime(2026, 11, 20, 22, 0, tzinfo=dt.UTC)
ROOT = Path(__file__).resolve().parents[1]
QUICKER = 10.0
BACKFILL_RATE = 400.0
LIVE: dict[str, Source] = {name: source for name, source in discover_sources().items() if source.hosts}
FAULTS = {
    "cninfo": Fault("block", host="www.cninfo.com.cn"),
    "bok": Fault("status", host="ecos.bok.or.kr", status=500),
    "edgar": Fault("redirect", host="data.sec.gov", headers={"Location": "https://elsewhere.example.com/"}),
    "opendart": Fault("replace", host="opendart.fss.or.kr", path="list.json", old=b"rcept_no", new=b"receipt"),
    "sseinfo": Fault("page", host="sns.sseinfo.com"),
    "fred": Fault("cut", host="fred.stlouisfed.org"),
}


@dataclass(slots=True)
class Report:
    """What is printed, and whether all that was promised held."""

    broken: list[str] = field(default_factory=list)

    def head(self, text: str) -> None:
        """Print a heading."""
        print(f"\n{text}\n{'-' * len(text)}", flush=True)

    def hold(self, what: str, *, holds: bool) -> None:
        """Print a promise with whether it held."""
        print(f"  {'holds ' if holds else 'BROKEN'} {what}", flush=True)
        if not holds:
            self.broken.append(what)


class Spans(Silence):
    """A progress that remembers when each source's turn came: the server's log is put to the sources by it."""

    def __init__(self) -> None:
        self.starts: list[tuple[float, str]] = []

    def start(self, source: str, step: int, steps: int) -> None:  # noqa: ARG002 -- the protocol names them
        """Note the time."""
        self.starts.append((time.monotonic(), source))

    def source_at(self, at: float) -> str:
        """Return whose turn it was."""
        return [name for since, name in self.starts if since <= at][-1]


def main() -> int:
    """Run all parts; return 0 where every promise held."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=2000, help="records of the backfill")
    parser.add_argument("--quick", action="store_true", help="ask ten times as fast")
    options = parser.parse_args()
    os.environ |= KEYS
    addresses = _watch_sockets()
    report = Report()
    factor = QUICKER if options.quick else 1.0
    with tempfile.TemporaryDirectory(prefix="memtrack-loopback-") as folder:
        _run_day(report, Path(folder) / "day", factor)
        _run_broken(report, Path(folder) / "broken", factor)
        _run_backfill(report, Path(folder) / "backfill", options.documents)
    report.head("Network")
    print(f"  addresses connected to by this process: {', '.join(sorted(addresses)) or 'none'}")
    report.hold("nothing but loopback was connected to", holds=addresses <= {"127.0.0.1"})
    print(f"\n{len(report.broken)} promises broken" + "".join(f"\n  {one}" for one in report.broken))
    return 1 if report.broken else 0


def _watch_sockets() -> set[str]:
    """Return the set of hosts that this process will have connected to, kept up to date by the interpreter."""
    addresses: set[str] = set()

    def note(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "socket.connect" and isinstance(arguments[1], tuple):
            addresses.add(str(arguments[1][0]))

    sys.addaudithook(note)
    return addresses


def _home(folder: Path, rates: Mapping[str, float], **more: Mapping[str, Any]) -> Home:
    """Return a home that runs every live source, trendforce too, at these rates, and no packaged record."""
    home = Home(folder)
    prepare_home(home)
    lines = ["version = 1", "[source.record]", "enabled = false"]
    for name, rate in rates.items():
        lines += [f"[source.{name}]", "enabled = true", f"per_second = {rate}"]
        lines += [f"{key} = {value}" for key, value in {**SETTINGS.get(name, {}), **more.get(name, {})}.items()]
    (folder / "memtrack.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return home


def _rates(factor: float) -> dict[str, float]:
    return {name: source.manners.per_second * factor for name, source in LIVE.items()}


@contextmanager
def _replayed(faults: list[Fault] | None = None) -> Iterator[Replay]:
    """Yield a server for all sites, which the sources are sent to."""
    with Replay({host: padded(site) for host, site in all_sites().items()}) as replay:
        replay.faults = list(faults or [])
        os.environ["MEMTRACK_REPLAY_URL"] = replay.url
        try:
            yield replay
        finally:
            del os.environ["MEMTRACK_REPLAY_URL"]


def _ingest(home: Home, replay: Replay, spans: Spans, label: str) -> tuple[IngestResult, int]:
    """Run an ingest, print what it moved, and return the result with the bytes that the server sent."""
    before, asked, started = replay.sent, len(replay.log), time.monotonic()
    result = run_ingest(home, now=NOW, progress=spans)
    sent, new = replay.sent - before, sum(one.captures_new for one in result.results)
    outcomes = Counter(one.outcome for one in result.results if one.source in LIVE)
    told = ", ".join(f"{count} {outcome}" for outcome, count in sorted(outcomes.items()))
    print(
        f"  {label}: {len(replay.log) - asked} requests, {sent:,} bytes, {new} captures, {told}; "
        f"exit {result.exit_code}; {time.monotonic() - started:.0f} s",
        flush=True,
    )
    return result, sent


def _run_day(report: Report, folder: Path, factor: float) -> None:
    """A day's worth of every source, and the same again twice."""
    report.head(f"A day of all {len(LIVE)} sources, three times")
    home, spans = _home(folder, _rates(factor)), Spans()
    with _replayed() as replay:
        first, bytes_first = _ingest(home, replay, spans, "first run")
        again, bytes_again = _ingest(home, replay, spans, "at once  ")
        _forget_freshness(home)
        later, bytes_later = _ingest(home, replay, spans, "later    ")
        log, at_once = list(replay.log), dict(replay.most_at_once)
    print(f"  rows of the database: {_rows(home)}")
    report.hold("all sources ended well", holds=first.exit_code == again.exit_code == later.exit_code == 0)
    for label, result, size in (("at once", again, bytes_again), ("an hour later", later, bytes_later)):
        share = size / bytes_first
        report.hold(f"again {label}: {share:.1%} of the bytes of the first run, below 5 %", holds=share < 0.05)
        captures = sum(one.captures_new for one in result.results)
        report.hold(f"again {label}: nothing added ({captures} captures, no new build)", holds=not captures)
    _show_rates(report, log, at_once, spans, factor)
    _show_hosts(report, log, spans)
    _show_keys(report, home)


def _forget_freshness(home: Home) -> None:
    """Let every answer be older than the time for which it counts as fresh, as at the next run of a schedule."""
    for file in (home.root / "http" / "validators").rglob("*.json"):
        kept = json.loads(file.read_text(encoding="utf-8"))
        file.write_text(json.dumps({**kept, "asked_at": kept["asked_at"] - 3600}), encoding="utf-8")


def _rows(home: Home) -> str:
    from tracker.warehouse import Warehouse

    with Warehouse.open(home.database) as warehouse:
        counts = {row["table_name"]: row["row_count"] for row in warehouse.rows("row_counts")}
    return ", ".join(f"{name} {count}" for name, count in counts.items() if count)


def _show_rates(report: Report, log: list[Line], at_once: Mapping[str, int], spans: Spans, factor: float) -> None:
    """Print, host by host, the greatest rate that the server saw: one over the shortest distance of two requests."""
    report.head("Rates as the server saw them")
    print(f"  {'host':<28}{'requests':>9}{'greatest /s':>13}{'configured':>12}{'at once':>9}{'allowed':>9}")
    worst, crowd = 0.0, 0
    for host in sorted({line.host for line in log}):
        times = sorted(line.at for line in log if line.host == host)
        sources = {spans.source_at(line.at) for line in log if line.host == host}
        allowed = max(LIVE[name].manners.per_second for name in sources) * factor
        many = max(LIVE[name].manners.at_once for name in sources)
        distances = [after - before for before, after in itertools.pairwise(times)]
        rate = 1 / min(distances) if distances else 0.0
        worst, crowd = max(worst, rate / allowed), max(crowd, at_once[host] - many)
        print(f"  {host:<28}{len(times):>9}{rate:>13.3f}{allowed:>12.3f}{at_once[host]:>9}{many:>9}", flush=True)
    report.hold(f"no host was asked faster than configured (at most at {worst:.1%} of its rate)", holds=worst <= 1.0)
    report.hold("no host had more requests under way than configured", holds=crowd <= 0)


def _show_hosts(report: Report, log: list[Line], spans: Spans) -> None:
    """Print, source by source, the hosts that it asked and those that its file names."""
    report.head("Hosts asked, of those that a source names")
    strays: set[str] = set()
    for name, source in sorted(LIVE.items()):
        asked = {line.host for line in log if spans.source_at(line.at) == name}
        strays |= asked - set(source.hosts)
        print(f"  {name:<11}{len(asked)} of {len(source.hosts)}: {', '.join(sorted(asked))}")
    report.hold(f"no source left its hosts ({', '.join(sorted(strays)) or 'none elsewhere'})", holds=not strays)


def _show_keys(report: Report, home: Home) -> None:
    """Look for every key, in every spelling, in every byte below the home."""
    forms = [form.encode() for secret in KEYS.values() for form in spellings(secret)]
    files = [path for path in home.root.rglob("*") if path.is_file()]
    found = sorted(str(path.relative_to(home.root)) for path in files if any(f in path.read_bytes() for f in forms))
    report.hold(f"no key in any of {len(files)} files of the home ({', '.join(found) or 'none'})", holds=not found)


def _run_broken(report: Report, folder: Path, factor: float) -> None:
    """The same day with a third of the sources broken, each in its own way."""
    report.head(f"{len(FAULTS)} of {len(LIVE)} sources broken")
    home, spans = _home(folder, _rates(factor), **{name: {"first_wait": 0.2} for name in FAULTS}), Spans()
    with _replayed([dataclasses.replace(fault) for fault in FAULTS.values()]) as replay:
        result, _ = _ingest(home, replay, spans, "run")
        asked = {line.host for line in replay.log}
    status = read_status(home, NOW)
    print("\n".join(f"  {line[:230]}" for line in status.as_text().replace(str(folder), "HOME").splitlines()))
    bad = {one.source: one.outcome for one in result.results if one.outcome not in {"ok", "empty"}}
    expected = {name: "blocked" if fault.kind == "block" else "failed" for name, fault in FAULTS.items()}
    report.hold(f"exit 3 of ingest, {status.exit_code} of status", holds=result.exit_code == status.exit_code == 3)
    report.hold(f"each failure and its kind is named: {bad}", holds=bad == expected)
    well = {one.source: one.captures_new for one in result.results if one.source in LIVE and one.source not in FAULTS}
    report.hold(f"the other {len(well)} went in: {sum(well.values())} captures", holds=all(well.values()))
    report.hold("nobody followed the redirect elsewhere", holds="elsewhere.example.com" not in asked)


def _run_backfill(report: Report, folder: Path, count: int) -> None:
    """A backfill since 2016, killed twice with -9 and started again."""
    report.head(f"Backfill of {count} records, killed twice with -9")
    manners = {"cninfo": {"per_day": 1_000_000}}
    home = _home(folder, {"cninfo": BACKFILL_RATE}, **manners)
    peak, spent = 0, 0.0
    with Replay({**all_sites(), **records(count)}) as replay:
        for share in (1, 2, None):
            before, started = _served(replay), time.monotonic()
            process = _start(home, replay)
            while share and _served(replay) < share * count // 3 and process.poll() is None:
                time.sleep(0.005)
            if share:
                process.send_signal(signal.SIGKILL)
            _, code, usage = os.wait4(process.pid, 0)
            seconds = time.monotonic() - started
            peak, spent = max(peak, usage.ru_maxrss), spent + seconds
            done = _served(replay) - before
            ended = (
                f"killed ({os.waitstatus_to_exitcode(code)})" if share else f"ended ({os.waitstatus_to_exitcode(code)})"
            )
            print(f"  {ended}: {done} PDFs in {seconds:.1f} s, peak {usage.ru_maxrss / 1024:.0f} MB", flush=True)
        log = list(replay.log)
    manifest = (home.archive / "manifest.jsonl").read_text(encoding="utf-8").splitlines()
    kept = Counter(row["key"] for row in map(json.loads, manifest) if row["meta"]["kind"] == "record")
    files = Counter(line.path for line in log if line.host == "static.cninfo.com.cn")
    print(f"  {count / spent:.1f} documents a second with all starts, peak memory {peak / 1024:.0f} MB")
    print(f"  fetched more than once: {sum(times > 1 for times in files.values())} (under way when killed)")
    report.hold(
        f"every record is archived once ({len(kept)} keys)", holds=len(kept) == count and set(kept.values()) == {1}
    )
    documents = _documents(home)
    report.hold(f"every record is one document of the database ({documents})", holds=documents == count)
    greatest = _greatest_rate(log, "static.cninfo.com.cn")
    report.hold(f"greatest rate {greatest:.0f}/s of {BACKFILL_RATE:.0f}/s allowed", holds=greatest <= BACKFILL_RATE)
    polite = LIVE["cninfo"].manners.per_second
    print(f"  at the rate that is configured, {polite:g}/s, they take {count / polite / 60:.0f} minutes")


def _greatest_rate(log: list[Line], host: str) -> float:
    """Return one over the shortest distance of two requests, as the server saw them."""
    times = sorted(line.at for line in log if line.host == host)
    return 1 / min(after - before for before, after in itertools.pairwise(times))


def _documents(home: Home) -> int:
    from tracker.warehouse import Warehouse

    with Warehouse.open(home.database) as warehouse:
        return sum(row["doc_type"] == "ir_record" for row in warehouse.rows("document"))


def _served(replay: Replay) -> int:
    """Return how many records were sent."""
    return sum(line.host == "static.cninfo.com.cn" for line in list(replay.log))


def _start(home: Home, replay: Replay) -> subprocess.Popen[bytes]:
    """Start a backfill in a process of its own."""
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "MEMTRACK_HOME": str(home.root)}
    environ["MEMTRACK_REPLAY_URL"] = replay.url
    command = [sys.executable, "-c", "from tracker.cli import main; main()", "ingest", "--source", "cninfo"]
    return subprocess.Popen(
        [*command, "--since", "2016-01-01"], env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


if __name__ == "__main__":
    sys.exit(main())
