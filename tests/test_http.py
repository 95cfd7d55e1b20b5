"""The client against a real server on loopback: retries, refusals, caps, rates, conditional requests and secrets."""

from __future__ import annotations

import datetime as dt
import json
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from email.utils import format_datetime
from pathlib import Path

import pytest

from tests.replay.archive import QUICK
from tests.replay.server import Answer, Ask, Fault, Replay
from tracker.errors import ConfigError, DayLimitReached, NoNetwork, SourceBlocked, SourceBroken, SourceUnreachable
from tracker.http import Client
from tracker.manners import Manners
from tracker.network import Network
from tracker.politeness import Politeness
from tracker.reply import retry_after

pytestmark = pytest.mark.enable_socket
HOST = "data.example.org"
PAGE = f"https://{HOST}/page"
BODY = json.dumps({"rows": [1, 2, 3]}).encode()
DIGEST = "f3e61ce8e5d4f1ad"


def _site(ask: Ask) -> Answer:  # noqa: PLR0911 -- one line a page
    if ask.path == "/agent":
        return Answer(json.dumps(dict(ask.headers)).encode())
    if ask.path == "/loop":
        return Answer(b"", status=302, headers={"Location": "/loop"})
    if ask.path == "/there":
        return Answer(b"", status=301, headers={"Location": "/page"})
    if ask.path == "/none":
        return Answer(b"<html>nothing</html>", "text/html", 404)
    if ask.path == "/store":
        return Answer(b"<?xml version='1.0'?><Error><Code>AccessDenied</Code></Error>", "application/xml", 403)
    if ask.path == "/echo":
        return Answer(json.dumps({"you sent": ask.query}).encode())
    return Answer(BODY, etag=True)


@pytest.fixture
def replay() -> Iterator[Replay]:
    with Replay({HOST: _site}) as server:
        yield server


_OPEN: list[Client] = []


@pytest.fixture(autouse=True)
def _close() -> Iterator[None]:
    yield
    while _OPEN:
        _OPEN.pop().__exit__(None, None, None)


def _client(replay: Replay, home: Path, manners: Manners = QUICK, **options: object) -> Client:
    politeness = Politeness(home / "asked")
    client = Client(
        "example",
        (HOST,),
        replace(manners, replay_url=replay.url),
        folder=home,
        politeness=politeness,
        **options,  # type: ignore[arg-type]
    )
    _OPEN.append(client)
    return client


def test_unchanged_page_costs_no_body(replay: Replay, tmp_path: Path) -> None:
    """A page that the archive holds is asked for conditionally, and a 304 brings no bytes and says so."""
    client = _client(replay, tmp_path)
    import hashlib

    first = client.get(PAGE, expect="json")
    again = client.get(PAGE, expect="json", known=hashlib.sha256(first.content).hexdigest())
    assert not first.is_known
    assert again.is_known
    assert [line.status for line in replay.log] == [200, 304]
    assert replay.log[1].sent == 0


def test_validators_are_not_used_for_bytes_the_archive_lacks(replay: Replay, tmp_path: Path) -> None:
    """A run killed between fetching and archiving gets the page again: no digest, no condition."""
    client = _client(replay, tmp_path)
    client.get(PAGE, expect="json")
    assert client.get(PAGE, expect="json", known=None).content == BODY
    assert client.get(PAGE, expect="json", known="0" * 64).content == BODY


def test_fresh_answer_is_not_asked_for_again(replay: Replay, tmp_path: Path) -> None:
    """Within `fresh_for` a known page is not even asked for."""
    import hashlib

    digest = hashlib.sha256(BODY).hexdigest()
    now = [1000.0]
    client = _client(replay, tmp_path, replace(QUICK, fresh_for=60.0), wall=lambda: now[0])
    client.get(PAGE, expect="json")
    assert client.get(PAGE, expect="json", known=digest).is_known
    assert len(replay.log) == 1
    now[0] += 61
    assert client.get(PAGE, expect="json", known=digest).is_known
    assert [line.status for line in replay.log] == [200, 304]


def test_retry_after_is_honoured(replay: Replay, tmp_path: Path) -> None:
    """A 429 with Retry-After is tried again no sooner than it says."""
    replay.faults.append(Fault("status", times=1, status=429, headers={"Retry-After": "1"}))
    assert _client(replay, tmp_path).get(PAGE, expect="json").content == BODY
    assert replay.log[1].at - replay.log[0].at >= 1.0


def test_retry_after_date_far_away_ends_the_source(replay: Replay, tmp_path: Path) -> None:
    """A server that asks to come back in an hour is not waited for; the source counts as blocked."""
    later = format_datetime(dt.datetime.now(dt.UTC) + dt.timedelta(hours=1), usegmt=True)
    replay.faults.append(Fault("status", status=429, headers={"Retry-After": later}))
    with pytest.raises(SourceBlocked, match="come back in"):
        _client(replay, tmp_path).get(PAGE, expect="json")
    assert len(replay.log) == 1


@pytest.mark.parametrize("status", [500, 502, 503, 504, 408])
def test_passing_failure_is_tried_again(replay: Replay, tmp_path: Path, status: int) -> None:
    """Failures that may pass are tried again, a bounded number of times."""
    replay.faults.append(Fault("status", times=2, status=status))
    assert _client(replay, tmp_path).get(PAGE, expect="json").content == BODY
    assert len(replay.log) == 3


def test_lasting_failure_ends_after_the_attempts(replay: Replay, tmp_path: Path) -> None:
    """A server that keeps failing is asked `attempts` times, then the source is broken."""
    replay.faults.append(Fault("status", status=500))
    with pytest.raises(SourceBroken, match="status 500"):
        _client(replay, tmp_path).get(PAGE, expect="json")
    assert len(replay.log) == QUICK.attempts


@pytest.mark.parametrize(
    ("status", "error"),
    [(400, SourceBroken), (404, SourceBroken), (401, SourceBlocked), (403, SourceBlocked), (428, SourceBlocked)],
)
def test_final_failure_is_not_tried_again(replay: Replay, tmp_path: Path, status: int, error: type[Exception]) -> None:
    """What won't pass is asked once, and refusals are told apart from breakage."""
    replay.faults.append(Fault("status", status=status))
    with pytest.raises(error, match=f"status {status}"):
        _client(replay, tmp_path).get(PAGE, expect="json")
    assert len(replay.log) == 1


def test_hanging_server_times_out(replay: Replay, tmp_path: Path) -> None:
    """A server that never answers costs the time-out, then the next attempt is made."""
    replay.faults.append(Fault("hang", times=1))
    assert _client(replay, tmp_path).get(PAGE, expect="json").content == BODY


def test_cut_body_is_not_taken(replay: Replay, tmp_path: Path) -> None:
    """A body shorter than announced is fetched again, and never handed on."""
    replay.faults.append(Fault("cut", times=1))
    assert _client(replay, tmp_path).get(PAGE, expect="json").content == BODY
    replay.faults.append(Fault("cut"))
    with pytest.raises(SourceBroken, match="cut"):
        _client(replay, tmp_path).get(PAGE, expect="json")


def test_block_page_with_status_200_is_blocked(replay: Replay, tmp_path: Path) -> None:
    """A page that refuses a visitor is told apart from a broken one although it answers 200, and is kept for a look."""
    replay.faults.append(Fault("block"))
    with pytest.raises(SourceBlocked, match="block page"):
        _client(replay, tmp_path).get(PAGE, expect="json")
    assert len(list((tmp_path / "refused").glob("example-*.body"))) == 1


@pytest.mark.parametrize("kind", ["page", "wrong_type"])
def test_wrong_kind_of_answer_is_broken(replay: Replay, tmp_path: Path, kind: str) -> None:
    """A page or a picture where JSON was asked for is broken, not empty."""
    replay.faults.append(Fault(kind))  # type: ignore[arg-type]
    with pytest.raises(SourceBroken, match="expected json"):
        _client(replay, tmp_path).get(PAGE, expect="json")


def test_redirect_within_the_named_hosts_is_followed(replay: Replay, tmp_path: Path) -> None:
    """A page that moved within the source's hosts is found."""
    assert _client(replay, tmp_path).get(f"https://{HOST}/there", expect="json").content == BODY


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("https://elsewhere.example.com/page", "another host"),
        ("https://169.254.169.254/latest/meta-data", "a private address"),
        ("https://127.0.0.1/page", "a private address"),
        ("https://[::1]/page", "a private address"),
        ("https://localhost/page", "a private address"),
        (f"http://{HOST}/page", "expected https"),
        (f"https://{HOST}:8443/page", "expected https"),
    ],
)
def test_redirect_elsewhere_is_refused(replay: Replay, tmp_path: Path, target: str, words: str) -> None:
    """A redirect to another host, a private address, another port or plain HTTP is refused before it is asked."""
    replay.faults.append(Fault("redirect", headers={"Location": target}))
    with pytest.raises(SourceBroken, match=words):
        _client(replay, tmp_path).get(PAGE, expect="json")
    assert len(replay.log) == 1


def test_redirects_in_a_circle_end(replay: Replay, tmp_path: Path) -> None:
    """Redirects are followed a bounded number of times."""
    with pytest.raises(SourceBroken, match="redirects"):
        _client(replay, tmp_path).get(f"https://{HOST}/loop", expect="json")
    assert len(replay.log) == QUICK.max_redirects + 1


def test_unnamed_host_is_never_asked(replay: Replay, tmp_path: Path) -> None:
    """A source may ask only the hosts that its own file names."""
    with pytest.raises(SourceBroken, match="may ask only"):
        _client(replay, tmp_path).get("https://other.example.org/page", expect="json")
    assert not replay.log


def test_size_cap_ends_a_download(replay: Replay, tmp_path: Path) -> None:
    """A body above the cap is broken off, not stored."""
    replay.faults.append(Fault("body", new=b"[" + b"1," * 100_000 + b"1]"))
    with pytest.raises(SourceBroken, match="more than 1000 bytes"):
        _client(replay, tmp_path, replace(QUICK, max_bytes=1000)).get(PAGE, expect="json")


def test_size_cap_counts_unpacked_bytes(replay: Replay, tmp_path: Path) -> None:
    """A small compressed body that unpacks to a huge one is broken off too."""
    replay.sites[HOST] = lambda _: Answer(b"[" + b"1," * 500_000 + b"1]", gzipped=True)
    with pytest.raises(SourceBroken, match="more than 100000 bytes"):
        _client(replay, tmp_path, replace(QUICK, max_bytes=100_000)).get(PAGE, expect="json")
    assert replay.sent < 10_000


def test_missing_page_may_be_an_answer(replay: Replay, tmp_path: Path) -> None:
    """Where a page may be missing, a 404 or a file store's AccessDenied is an answer, not a refusal."""
    client = _client(replay, tmp_path)
    assert client.get(f"https://{HOST}/none", expect="json", may_miss=True).is_missing
    assert client.get(f"https://{HOST}/store", expect="json", may_miss=True).is_missing


def test_secrets_are_nowhere(replay: Replay, tmp_path: Path) -> None:
    """A key is in no address, record, body, file or message that the client hands on or keeps."""
    secret = "k3y/with+odd=signs"
    client = _client(replay, tmp_path, secrets=(secret,))
    reply = client.get(f"https://{HOST}/echo", params={"key": secret}, expect="json")
    replay.faults.append(Fault("page"))
    with pytest.raises(SourceBroken) as caught:
        client.get(f"https://{HOST}/echo", params={"key": secret}, expect="json")
    shown = f"{reply.url} {reply.request} {reply.headers} {reply.content!r} {caught.value}"
    kept = "".join(path.read_text(errors="replace") for path in tmp_path.rglob("*") if path.is_file())
    assert "***" in shown
    for form in (secret, "k3y%2Fwith%2Bodd%3Dsigns", "k3y/with%2Bodd%3Dsigns", "with+odd"):
        assert form not in shown
        assert form not in kept


def test_rate_is_never_exceeded(replay: Replay, tmp_path: Path) -> None:
    """Several threads together stay below the configured rate as the server sees it."""
    politeness = Politeness(tmp_path / "asked")
    manners = replace(QUICK, per_second=50.0, replay_url=replay.url)

    def ask() -> None:
        with Client("example", (HOST,), manners, folder=tmp_path, politeness=politeness) as client:
            for _ in range(6):
                client.get(PAGE, expect="json")

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    times = sorted(line.at for line in replay.log)
    assert len(times) == 24
    assert 23 / (times[-1] - times[0]) <= 50.0


def test_rate_is_kept_across_runs(tmp_path: Path) -> None:
    """A run that is killed and started again waits for the distance to the last request of the run before."""
    waits: list[float] = []
    now = [1000.0]
    manners = Manners(per_second=0.5)
    with Politeness(tmp_path, wall=lambda: now[0], sleep=waits.append).turn(HOST, manners):
        pass
    now[0] += 0.5
    with Politeness(tmp_path, wall=lambda: now[0], sleep=waits.append).turn(HOST, manners):
        pass
    assert waits[0] == 0.0
    assert waits[1] == pytest.approx(1.605, abs=0.01)


def test_slow_rates_and_set_back_clocks(tmp_path: Path) -> None:
    """A rate of less than one a minute is kept; a clock that was set back costs one distance, not more."""
    waits: list[float] = []
    now = [100_000.0]
    manners = Manners(per_second=0.01)
    for moved in (0.0, 1.0, -50_000.0):
        now[0] += moved
        with Politeness(tmp_path, wall=lambda: now[0], sleep=waits.append).turn(HOST, manners):
            pass
    assert waits == pytest.approx([0.0, 104.005, 105.005], abs=0.01)


def test_day_limit_is_kept_across_runs_and_ends_with_the_day(tmp_path: Path) -> None:
    """The polite number of requests a day holds for all runs of that day together."""
    now = [dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC).timestamp()]
    manners = Manners(per_day=2)
    for _ in range(2):
        with Politeness(tmp_path, wall=lambda: now[0], sleep=lambda _: None).turn(HOST, manners):
            pass
    with (
        pytest.raises(DayLimitReached, match="2 requests today"),
        Politeness(tmp_path, wall=lambda: now[0]).turn(HOST, manners),
    ):
        pass
    now[0] += 86_400
    with Politeness(tmp_path, wall=lambda: now[0], sleep=lambda _: None).turn(HOST, manners):
        pass


def test_user_agent_is_the_sources_own(replay: Replay, tmp_path: Path) -> None:
    """Each source says who it is in its own way."""
    client = _client(replay, tmp_path, replace(QUICK, user_agent="memtrack (someone@example.org)"))
    assert client.get(f"https://{HOST}/agent", expect="json").content.count(b"memtrack (someone@example.org)") == 1


def test_replay_is_for_loopback_only(tmp_path: Path) -> None:
    """Nobody can be sent to a server elsewhere under the name of a source."""
    with pytest.raises(ConfigError, match="on 127"):
        Client(
            "example",
            (HOST,),
            Manners(replay_url="http://192.0.2.1:80"),
            folder=tmp_path,
            politeness=Politeness(tmp_path),
        )


def test_bad_certificate_is_final(tmp_path: Path) -> None:
    """TLS that does not verify is refused at once: there is no switch to go on."""
    import ssl

    import httpx

    calls: list[float] = []

    def refuse(request: httpx.Request) -> httpx.Response:
        calls.append(time.monotonic())
        raise httpx.ConnectError("[SSL: CERTIFICATE_VERIFY_FAILED]") from ssl.SSLCertVerificationError("self-signed")

    client = Client(
        "example",
        (HOST,),
        QUICK,
        folder=tmp_path,
        politeness=Politeness(tmp_path),
        transport=httpx.MockTransport(refuse),
    )
    with pytest.raises(SourceBroken, match="certificate"):
        client.get(PAGE, expect="json")
    assert len(calls) == 1


def test_a_host_without_connection_is_not_asked_again_for_every_page(tmp_path: Path) -> None:
    """One round of tries per host and run: a machine that is offline learns so in seconds, not once for each page."""
    import httpx

    tries = 0

    def refuse(request: httpx.Request) -> httpx.Response:
        nonlocal tries
        tries += 1
        raise httpx.ConnectError("[Errno -2] Name or service not known")

    with Client(
        "example",
        (HOST,),
        QUICK,
        folder=tmp_path,
        politeness=Politeness(tmp_path / "asked"),
        transport=httpx.MockTransport(refuse),
    ) as client:
        for _ in range(5):
            with pytest.raises(SourceUnreachable, match="no connection"):
                client.get(PAGE, expect="json")
    assert tries == QUICK.attempts


def test_without_a_network_nothing_is_tried(tmp_path: Path) -> None:
    """Once the network is judged absent no request leaves, and none is counted against the day."""
    import httpx

    tries = 0

    def answer(request: httpx.Request) -> httpx.Response:
        nonlocal tries
        tries += 1
        return httpx.Response(200, content=BODY)

    def refuse(address: tuple[str, int], seconds: float) -> None:
        raise OSError(101, "Network is unreachable")

    network = Network((("a.example.org", 443), ("b.example.org", 443)), connect=refuse)
    politeness = Politeness(tmp_path / "asked")
    with Client(
        "example",
        (HOST,),
        QUICK,
        folder=tmp_path,
        politeness=politeness,
        transport=httpx.MockTransport(answer),
        network=network,
    ) as client:
        for _ in range(3):
            with pytest.raises(NoNetwork, match="Network is unreachable"):
                client.get(PAGE, expect="json")
    assert tries == 0
    assert not (tmp_path / "asked").exists()


def test_no_log_line_holds_a_key(replay: Replay, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Whoever switches on all logging sees no address with a key."""
    caplog.set_level("DEBUG")
    secret = "k3y/with+odd=signs"
    _client(replay, tmp_path, secrets=(secret,)).get(f"https://{HOST}/echo", params={"key": secret}, expect="json")
    assert "k3y" not in caplog.text


def test_key_in_a_redirect_is_followed_and_not_kept(replay: Replay, tmp_path: Path) -> None:
    """A site may send us on with the key in the address; it is used, and shown nowhere."""
    secret = "k3y-0123456789"
    moved = {"Location": f"https://{HOST}/echo?key={secret}"}
    replay.faults.append(Fault("redirect", path="/page", headers=moved))
    reply = _client(replay, tmp_path, secrets=(secret,)).get(PAGE, expect="json")
    assert json.loads(reply.content) == {"you sent": {"key": "***"}}
    kept = "".join(path.read_text(errors="replace") for path in tmp_path.rglob("*") if path.is_file())
    assert secret not in f"{reply}{kept}"
    assert any("key" in line.name and secret in line.name for line in replay.log)


@pytest.mark.parametrize("target", ["https://[", "https://exa mple.org/", "//", "https://data.example.org:99999/"])
def test_redirect_to_no_address_is_broken(replay: Replay, tmp_path: Path, target: str) -> None:
    """Nonsense in a Location header is the site's fault, and told so."""
    replay.faults.append(Fault("redirect", headers={"Location": target}))
    with pytest.raises(SourceBroken):
        _client(replay, tmp_path).get(PAGE, expect="json")


@pytest.mark.parametrize("value", ["²", "-5", "soon", "", "1e9", "Thu, 99 Foo 2026"])
def test_nonsense_in_retry_after_is_the_usual_wait(replay: Replay, tmp_path: Path, value: str) -> None:
    """A Retry-After that says nothing costs the usual backoff."""
    headers = {"Retry-After": value} if value.isascii() else {}
    assert retry_after(value, 0.0) is None
    replay.faults.append(Fault("status", times=1, status=429, headers=headers))
    assert _client(replay, tmp_path).get(PAGE, expect="json").content == BODY


def test_wait_for_a_turn_is_no_part_of_the_deadline(replay: Replay, tmp_path: Path) -> None:
    """A slow rate does not make every answer too late."""
    client = _client(replay, tmp_path, replace(QUICK, per_second=2.0, deadline=0.3))
    for _ in range(2):
        assert client.get(PAGE, expect="json").content == BODY


@pytest.mark.parametrize(
    ("name", "value"), [("https_proxy", "nonsense://"), ("all_proxy", "socks9://x"), ("SSL_CERT_FILE", "/nowhere.pem")]
)
def test_proxy_or_certificates_that_do_not_work_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    """What the environment gets wrong is the person's to mend: the message says where to look."""
    monkeypatch.setenv(name, value)
    with pytest.raises(ConfigError, match="look at https_proxy"):
        Client("example", (HOST,), QUICK, folder=tmp_path, politeness=Politeness(tmp_path))


def test_key_given_in_its_encoded_form_is_nowhere_either(replay: Replay, tmp_path: Path) -> None:
    """Portals hand out keys encoded; what they decode to is the same secret, however a page spells it."""
    plain, coded = "k3y/with+odd=signs", "k3y%2Fwith%2Bodd%3Dsigns"
    spelt = [plain, coded, coded.lower(), plain.replace("/", "\\/")]
    replay.faults.append(
        Fault("body", new=json.dumps({"seen": spelt[:3]})[:-1].encode() + b',"x":"k3y\\/with+odd=signs"}')
    )
    reply = _client(replay, tmp_path, secrets=(coded,)).get(PAGE, expect="json")
    assert reply.content.count(b"***") == 4
    assert b"k3y" not in reply.content
