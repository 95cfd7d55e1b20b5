"""Whether there is a network is judged once, quickly, and by more than one host."""

from __future__ import annotations

import datetime as dt
import socket
import threading
import time
from pathlib import Path

import pytest

from tests.made import make_document, make_source
from tracker import ingest
from tracker.errors import NoNetwork
from tracker.home import Home
from tracker.ingest import discover_sources, run_ingest
from tracker.network import Address, Network, addresses_of
from tracker.status import read_status

NOW = dt.datetime(2026, 11, 20, 22, 0, tzinfo=dt.UTC)
THREE = tuple((f"{name}.example.org", 443) for name in "abc")


def _refuse(address: Address, seconds: float) -> None:
    raise OSError(101, "Network is unreachable")


def test_one_answer_is_enough_and_nobody_is_asked_twice() -> None:
    """A single host that answers settles it for the run, although others are down."""
    asked: list[str] = []

    def connect(address: Address, seconds: float) -> None:
        asked.append(address[0])
        if address[0] != "c.example.org":
            raise OSError(111, "Connection refused")

    network = Network(THREE, connect=connect)
    network.require()
    network.require()
    assert sorted(asked) == ["a.example.org", "b.example.org", "c.example.org"]


def test_no_answer_names_what_was_tried() -> None:
    """Where nobody answers the error says so, and why."""
    with pytest.raises(NoNetwork, match=r"a\.example\.org and 2 other hosts \(Network is unreachable\)"):
        Network(THREE, connect=_refuse).require()


def test_hosts_that_hang_cost_the_patience_once() -> None:
    """Look-ups and connections that never end are waited for together, and only the first time."""
    release = threading.Event()
    network = Network(THREE, patience=0.3, connect=lambda *_: release.wait() and None)
    started = time.monotonic()
    for _ in range(5):
        with pytest.raises(NoNetwork, match=r"no answer within 0\.3 s"):
            network.require()
    release.set()
    assert time.monotonic() - started < 1.0


@pytest.mark.enable_socket
def test_a_server_is_connected_to_and_sent_nothing() -> None:
    """The judgement opens a connection and hangs up."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        Network((server.getsockname()[:2],)).require()
        peer, _ = server.accept()
        with peer:
            assert peer.recv(100) == b""


def test_a_proxy_stands_in_for_the_hosts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Behind a proxy names can't be looked up here: the proxy is what must answer."""
    for name in ("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    hosts = [f"h{number}.example.org" for number in range(40)]
    assert len(addresses_of(hosts[:11])) == 11
    assert len(addresses_of(hosts)) == 16
    assert {port for _, port in addresses_of(hosts)} == {443}
    monkeypatch.setenv("https_proxy", "http://proxy.example.org:3128")
    assert addresses_of(hosts) == (("proxy.example.org", 3128),)


def test_ingest_without_a_network_ends_soon_and_brings_the_rest(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the settings as they come, each live source is unreachable or needs a key, and all else goes in."""
    for name in ("CONTACT", "OPENDART_KEY", "EDINET_KEY", "CUSTOMS_KEY", "BOK_KEY", "REPLAY_URL"):
        monkeypatch.delenv(f"MEMTRACK_{name}", raising=False)
    monkeypatch.setattr(ingest, "Network", lambda addresses: Network(addresses, connect=_refuse))
    sources = {**discover_sources(), "record": make_source(make_document())}
    started = time.monotonic()
    result = run_ingest(home, now=NOW, sources=sources)
    assert time.monotonic() - started < 10.0
    outcomes = {one.source: one.outcome for one in result.results}
    live = {name for name, source in sources.items() if source.hosts}
    keyed = {"customs", "edgar", "edinet", "opendart"}
    assert outcomes.pop("record") == "ok"
    assert outcomes.pop("drop") == "empty"
    assert set(outcomes) == live - {"trendforce"}
    assert {name for name, outcome in outcomes.items() if outcome == "skipped"} == keyed
    assert {name for name, outcome in outcomes.items() if outcome == "unreachable"} == live - keyed - {"trendforce"}
    assert result.exit_code == 3
    status = read_status(home, NOW)
    assert status.exit_code == 3
    assert status.as_text().count("no network") == 1 + 1  # once for all, once for the source with a note of its own
    assert run_ingest(home, now=NOW, sources=sources, offline=True).exit_code == 0


def test_key_file_is_not_needed_offline(tmp_path: Path) -> None:
    """Left out of an offline run are exactly the sources that ask the network."""
    home = Home(tmp_path / "home")
    result = run_ingest(
        home,
        now=NOW,
        offline=True,
        dry_run=True,
        sources={**discover_sources(), "record": make_source(make_document())},
    )
    assert {one.source for one in result.results} == {"record", "drop"}
