"""Keys, settings, look-ups and checks of the live sources."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from tests.replay.server import Replay
from tests.replay.sources import LIVE, WATCHED
from tracker.checkup import check_source
from tracker.config import load_issuers
from tracker.errors import ConfigError, MissingKey, UsageError
from tracker.keys import find_key
from tracker.manners import settle
from tracker.watch import Lookup

pytestmark = pytest.mark.enable_socket
NOON = dt.datetime(2026, 11, 20, 4, 0, tzinfo=dt.UTC)


def test_key_file_must_be_private(tmp_path: Path) -> None:
    """A key file that others may read is refused; a private one serves, after the environment."""
    path = tmp_path / "keys.toml"
    path.write_text('MEMTRACK_BOK_KEY = " \\"abc\\" "\n')
    path.chmod(0o644)
    with pytest.raises(ConfigError, match="chmod 600"):
        find_key("MEMTRACK_BOK_KEY", tmp_path, {})
    path.chmod(0o600)
    assert find_key("MEMTRACK_BOK_KEY", tmp_path, {}) == "abc"
    assert find_key("MEMTRACK_BOK_KEY", tmp_path, {"MEMTRACK_BOK_KEY": "'own'"}) == "own"
    with pytest.raises(MissingKey, match="MEMTRACK_OTHER"):
        find_key("MEMTRACK_OTHER", tmp_path, {})


def test_settings_are_checked(tmp_path: Path) -> None:
    """A misspelt key and a value of another kind are refused with the place where they stand."""
    source = LIVE["cninfo"]
    assert settle(source, tmp_path, {"enabled": True, "per_second": 2})[0].per_second == 2.0
    with pytest.raises(ConfigError, match="per_secnd"):
        settle(source, tmp_path, {"per_secnd": 2})
    for key, value in (
        ("per_second", 0),
        ("per_second", -1.0),
        ("per_second", float("nan")),
        ("at_once", 0),
        ("attempts", 0),
        ("deadline", 0.0),
        ("read_timeout", float("inf")),
    ):
        with pytest.raises(ConfigError, match=f"{key} = .*expected a number of at least"):
            settle(source, tmp_path, {key: value})
    with pytest.raises(ConfigError, match="printable ASCII"):
        settle(source, tmp_path, {"user_agent": "a\nX-More: b"})
    (tmp_path / "cninfo.toml").write_text('page_size = "30"\n')
    with pytest.raises(ConfigError, match=r"cninfo\.toml: page_size is '30'; expected a int"):
        settle(source, tmp_path, {})


def test_lookups_survive_and_may_be_lost(tmp_path: Path) -> None:
    """What was looked up once is kept; a damaged file counts as none."""
    Lookup(tmp_path / "x.json").keep({"300223": "99"})
    assert Lookup(tmp_path / "x.json").find("300223") == "99"
    (tmp_path / "x.json").write_text("{")
    assert Lookup(tmp_path / "x.json").find("300223") is None


def test_check_of_one_source(replay: Replay, tmp_path: Path) -> None:
    """A check runs with what a person has: it names the missing key, or each part of the page; it archives nothing."""
    arguments: dict[str, Any] = {
        "home": tmp_path,
        "table": {"per_second": 500.0},
        "now": NOON,
        "report": lambda _: None,
    }
    (finding,) = check_source(LIVE["edinet"], environ={}, **arguments)
    assert "MEMTRACK_EDINET_KEY" in finding.found
    findings = check_source(LIVE["fred"], environ={"MEMTRACK_REPLAY_URL": replay.url}, **arguments)
    assert all(finding.is_well for finding in findings)
    assert not list((tmp_path / "http").glob("validators/**/*.json"))


def test_check_of_a_source_that_asks_nobody(tmp_path: Path) -> None:
    """There is nothing to check of the packaged record."""
    from tracker.sources.drop import SOURCE

    with pytest.raises(UsageError, match="nothing to check"):
        check_source(SOURCE, home=tmp_path, table={}, now=NOON, environ={})


def test_every_watched_issuer_can_be_watched() -> None:
    """Each issuer file that names live sources has the listing that they need."""
    suffixes = {"irm": (".SZ",), "sseinfo": (".SS",), "twse": (".TW", ".TWO"), "opendart": (".KS",), "tdnet": (".T",)}
    watched = [issuer for issuer in load_issuers().values() if issuer.sources]
    assert set(WATCHED) <= {issuer.id for issuer in watched}
    for issuer in watched:
        assert issuer.tickers
        for name in issuer.sources:
            assert name in LIVE
            assert any(ticker.endswith(suffixes.get(name, ("",))) for ticker in issuer.tickers)


def test_expected_pages_are_json_where_they_say_so() -> None:
    """The pages of the replay are themselves well-formed."""
    from tests.replay.sites import PAGES

    files = sorted(PAGES.rglob("*.json"))
    assert len(files) > 20
    for file in files:
        json.loads(file.read_text(encoding="utf-8"))


def test_bound_of_a_site_is_above_every_setting(tmp_path: Path) -> None:
    """Nobody can set memtrack to ask the SEC more than it allows: eight requests a second to its two hosts together."""
    edgar = LIVE["edgar"]
    assert edgar.manners.per_second * len(edgar.hosts) <= 8.0
    with pytest.raises(ConfigError, match="the site allows 4"):
        check_source(edgar, home=tmp_path, table={"per_second": 5.0}, now=NOON, environ={"MEMTRACK_CONTACT": "a@b.org"})


@pytest.mark.parametrize("contact", ["evil@x.org\nX-More: 1", "名前@example.org", "nobody", "a b@example.org", "@"])
def test_contact_is_an_address(tmp_path: Path, contact: str) -> None:
    """What goes into the User-Agent is an e-mail address and nothing else."""
    with pytest.raises(ConfigError, match="expected an e-mail address"):
        check_source(LIVE["edgar"], home=tmp_path, table={}, now=NOON, environ={"MEMTRACK_CONTACT": contact})
