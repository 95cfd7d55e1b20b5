"""The one HTTP client: every byte that memtrack gets from a network comes through here, and nothing else may ask.

It owns timeouts, retries, rates, redirects, size caps, conditional requests, and telling broken, blocked and missing
answers apart. It refuses hosts that a source does not name, redirects elsewhere, plain HTTP, and unverified TLS; there
is no switch for any of these. `Manners.replay_url` sends everything to a server on loopback instead, for tests.
"""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import json
import logging
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import httpx
import stamina

from tracker.aside import Aside
from tracker.errors import ConfigError, SourceBlocked, SourceBroken, SourceError, SourceUnreachable
from tracker.keys import scrub, scrub_bytes
from tracker.manners import Manners
from tracker.network import Network
from tracker.politeness import Politeness
from tracker.reply import Reply, gist, is_bad_certificate, is_missing_file, is_private, retry_after
from tracker.shape import Kind, check_kind, looks_blocked
from tracker.validators import Validator, Validators

_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
_REFUSING = frozenset({401, 403, 407, 428, 451})
_MOVING = frozenset({301, 302, 303, 307, 308})
_KEPT_HEADERS = (
    *("content-type", "content-length", "date", "etag", "last-modified", "server", "content-encoding"),
    *("location", "retry-after"),
)

# The library's own log line on each retry would show at the prompt; the client reports retries itself.
stamina.instrumentation.set_on_retry_hooks([])
# The client's library logs each address, and an address may hold a key.
for _logger in ("httpx", "httpcore"):
    logging.getLogger(_logger).setLevel(logging.WARNING)


@dataclass(slots=True)
class Traffic:
    """What a client has moved so far: requests sent, body bytes received as they came over the wire."""

    requests: int = 0
    received_bytes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ask:
    """One request as the source means it."""

    method: str
    url: httpx.URL
    expect: Kind
    headers: Mapping[str, str] = field(default_factory=dict)
    content: bytes = b""
    may_miss: bool = False

    @property
    def name(self) -> str:
        """What tells this request from others."""
        return f"{self.method} {self.url} {hashlib.sha256(self.content).hexdigest() if self.content else ''}"


class _TryAgain(Exception):
    """A failure that may pass; `wait` is what the server asks for, in seconds, None for the usual backoff.

    `unreached` names a host that could not even be connected to.
    """

    def __init__(self, error: SourceError, wait: float | None = None, unreached: str | None = None) -> None:
        super().__init__(str(error))
        self.error = error
        self.wait = wait
        self.unreached = unreached


class Client:
    """Fetches for one source, from the hosts that the source names, within its manners."""

    def __init__(
        self,
        source: str,
        hosts: tuple[str, ...],
        manners: Manners,
        *,
        folder: Path,
        politeness: Politeness,
        secrets: tuple[str, ...] = (),
        report: Callable[[str], None] = lambda _: None,
        wall: Callable[[], float] = time.time,
        keeps: bool = True,
        keeps_bodies: bool = True,
        network: Network | None = None,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        """Open a client; its memory of answers lies in `folder`, and grows only if the client `keeps`.

        A refused answer is set aside there as well, its body only if the client `keeps_bodies`. `network` is asked
        before each request whether there is one; without it, there is.
        """
        self.source = source
        self.traffic = Traffic()
        self._hosts = frozenset(hosts)
        self._manners = manners
        self._replay = _loopback(manners.replay_url) if manners.replay_url else None
        self._politeness = politeness
        self._validators = Validators(folder / "validators")
        self._keeps = keeps
        self._network = network or Network(())
        self._aside = Aside(folder / "refused", source, keeps_bodies)
        self._unreached: set[str] = set()
        self._last: Reply | None = None
        self._secrets = tuple(secret for secret in secrets if secret)
        self._report = report
        self._wall = wall
        self._httpx = _open(manners, transport, is_live=self._replay is None)

    def __enter__(self) -> Self:
        """Return the open client."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the connections; the page at which the source's work ended is kept for a look."""
        if isinstance(error, SourceError):
            self.set_aside(error)
        self._httpx.close()

    def get(
        self,
        url: str,
        *,
        expect: Kind,
        params: Mapping[str, str | int] | None = None,
        headers: Mapping[str, str] | None = None,
        known: str | None = None,
        may_miss: bool = False,
    ) -> Reply:
        """Fetch a page and check that it is of the expected kind.

        `known` is the SHA-256 that the archive holds for it, if any: then the request is conditional, and not made at
        all while the last answer still counts as fresh. With `may_miss` a page that does not exist is a Reply that
        `is_missing`; otherwise it raises SourceBroken.
        Raises SourceBroken, SourceBlocked, SourceUnreachable or DayLimitReached.
        """
        address = httpx.URL(url) if params is None else httpx.URL(url).copy_merge_params(params)
        ask = _Ask(method="GET", url=address, expect=expect, headers=dict(headers or {}), may_miss=may_miss)
        return self._fetch(ask, known)

    def post(
        self,
        url: str,
        *,
        expect: Kind,
        form: Mapping[str, str] | None = None,
        body: Any = None,
        params: Mapping[str, str | int] | None = None,
        headers: Mapping[str, str] | None = None,
        known: str | None = None,
    ) -> Reply:
        """Ask with a form, or with `body` as JSON; all else as in `get`."""
        address = httpx.URL(url) if params is None else httpx.URL(url).copy_merge_params(params)
        if body is not None:
            content, label = json.dumps(body, ensure_ascii=False).encode(), "application/json"
        else:
            content, label = (
                str(httpx.QueryParams(form or {})).encode(),
                "application/x-www-form-urlencoded; charset=UTF-8",
            )
        labelled = {"Content-Type": label, **(headers or {})}
        return self._fetch(_Ask(method="POST", url=address, expect=expect, headers=labelled, content=content), known)

    def is_fresh(self, name: str) -> bool:
        """Tell whether a part of the source's work was finished so short a while ago that it need not be done again."""
        entry = self._validators.find(f"{self.source} {name}")
        return entry is not None and self._wall() - entry.asked_at < self._manners.fresh_for

    def settle(self, name: str) -> None:
        """Note that a part of the source's work is finished: all that it found is archived."""
        entry = Validator(sha256="", etag=None, last_modified=None, asked_at=self._wall())
        self._keep(f"{self.source} {name}", entry)

    def remember(self, reply: Reply, sha256: str) -> None:
        """Note that the archive holds this answer under another digest, because only a part of it was kept."""
        etag, modified = reply.headers.get("etag"), reply.headers.get("last-modified")
        entry = Validator(sha256=sha256, etag=etag, last_modified=modified, asked_at=self._wall())
        self._keep(reply.request["name"], entry)

    def set_aside(self, error: SourceError) -> None:
        """Keep the last answer with its headers for a look: its shape is what `error` is about. An answer is kept once.

        A client that leaves no trace keeps it all the same: whoever checks a source is to send it to us.
        """
        last, self._last = self._last, None
        if last is not None and last.content and isinstance(error, SourceBroken | SourceBlocked):
            self._aside.put(last, error, self._wall())

    def _keep(self, name: str, entry: Validator) -> None:
        """Remember an answer, unless this client is one that leaves no trace."""
        if self._keeps:
            self._validators.keep(name, entry)

    def _fetch(self, ask: _Ask, known: str | None) -> Reply:
        """Answer from memory where the last answer is fresh, else ask, with retries, and remember."""
        entry = self._validators.find(self._name(ask)) if known else None
        entry = entry if entry and entry.sha256 == known else None
        if entry and self._wall() - entry.asked_at < self._manners.fresh_for:
            return self._known(ask)
        conditions = _conditions(entry)
        reply = self._with_retries(ask, conditions)
        if reply.is_missing:
            return reply
        if reply.is_known:
            if entry:
                self._keep(self._name(ask), dataclasses.replace(entry, asked_at=self._wall()))
            return reply
        digest = hashlib.sha256(reply.content).hexdigest()
        self.remember(reply, digest)
        return reply if digest != known else dataclasses.replace(reply, is_known=True)

    def _with_retries(self, ask: _Ask, conditions: Mapping[str, str]) -> Reply:
        """Ask until an answer is good, a failure is final, or the attempts are used up."""
        first = self._manners.first_wait
        attempts = stamina.retry_context(
            on=self._backoff,
            attempts=self._manners.attempts,
            timeout=None,
            wait_initial=first,
            wait_max=20 * first,
            wait_jitter=first,
        )
        try:
            for attempt in attempts:
                with attempt:
                    return self._follow(ask, conditions)
        except _TryAgain as last:
            if last.unreached:
                self._unreached.add(last.unreached)
            raise last.error from None
        raise AssertionError("stamina ends with an answer or an error")

    def _backoff(self, error: Exception) -> bool | float:
        """Say whether and when to try again."""
        if not isinstance(error, _TryAgain):
            return False
        self._report(f"{error}; trying again")
        return True if error.wait is None else error.wait

    def _follow(self, ask: _Ask, conditions: Mapping[str, str]) -> Reply:
        """Ask once, following redirects that stay with the source's hosts."""
        for _ in range(self._manners.max_redirects + 1):
            self._allow(ask.url)
            if ask.url.host in self._unreached:
                raise SourceUnreachable(f"{ask.url.host}: no connection a moment ago; not tried again in this run")
            reply, location = self._send(ask, conditions)
            if reply.status not in _MOVING:
                self._last = self._judged(reply, ask, conditions)
                return self._last
            ask = self._moved(ask, reply, location)
        raise SourceBroken(
            f"{self._shown(ask.url)}: more than {self._manners.max_redirects} redirects; the page moved in circles"
        )

    def _moved(self, ask: _Ask, reply: Reply, location: str) -> _Ask:
        """Return the request that a redirect asks for; the target's host is checked before it is sent."""
        try:
            target = ask.url.join(location)
        except httpx.InvalidURL:
            shown = scrub(location[:80], self._secrets)
            raise SourceBroken(f"{self._shown(ask.url)}: moved to {shown!r}, which is no address") from None
        keeps_method = reply.status in {307, 308} or ask.method == "GET"
        if keeps_method:
            return dataclasses.replace(ask, url=target)
        return _Ask(method="GET", url=target, expect=ask.expect)

    def _allow(self, url: httpx.URL) -> None:
        """Refuse every address that is not HTTPS on a host that the source names."""
        if url.host not in self._hosts:
            kind = "a private address" if is_private(url.host) else "another host"
            raise SourceBroken(
                f"{self._shown(url)}: {kind}; {self.source} may ask only {', '.join(sorted(self._hosts))}"
            )
        if url.scheme != "https" or url.port not in (None, 443):
            raise SourceBroken(f"{self._shown(url)}: expected https on its usual port")

    def _send(self, ask: _Ask, conditions: Mapping[str, str]) -> tuple[Reply, str]:
        """Send one request when it is the host's turn, and read the body up to the cap and the deadline.

        Returns the answer and where it sends us, which may hold a key and so stands in no answer.
        """
        url = (
            ask.url
            if self._replay is None
            else ask.url.copy_with(scheme="http", host=self._replay.host, port=self._replay.port)
        )
        headers = {**ask.headers, **conditions, "Host": ask.url.netloc.decode()}
        if self._replay is None:
            self._network.require()
        with self._politeness.turn(ask.url.host, self._manners) as seen, self._translated(ask):
            started = time.monotonic()
            self.traffic.requests += 1
            with self._httpx.stream(ask.method, url, headers=headers, content=ask.content or None) as response:
                seen()
                try:
                    content = self._body(response, ask, started)
                finally:
                    self.traffic.received_bytes += response.num_bytes_downloaded
        return self._reply(ask, response, content), response.headers.get("location", "")

    def _body(self, response: httpx.Response, ask: _Ask, started: float) -> bytes:
        """Read a body; raise SourceBroken above the size cap, and try again after the deadline."""
        parts: list[bytes] = []
        size = 0
        for part in response.iter_bytes():
            size += len(part)
            parts.append(part)
            if size > self._manners.max_bytes:
                raise SourceBroken(f"{self._shown(ask.url)}: more than {self._manners.max_bytes} bytes; expected less")
            if time.monotonic() - started > self._manners.deadline:
                raise _TryAgain(SourceBroken(f"{self._shown(ask.url)}: not done after {self._manners.deadline:g} s"))
        return b"".join(parts)

    def _reply(self, ask: _Ask, response: httpx.Response, content: bytes) -> Reply:
        """Return an answer without secrets."""
        headers = {
            name: scrub(response.headers[name], self._secrets) for name in _KEPT_HEADERS if name in response.headers
        }
        if self._replay is not None:
            headers["x-replayed-from"] = str(self._replay)
        request = {"method": ask.method, "url": self._shown(ask.url), "name": self._name(ask)}
        if ask.content:
            request["body"] = scrub(ask.content.decode(errors="replace"), self._secrets)
        return Reply(
            url=self._shown(ask.url),
            status=response.status_code,
            content=scrub_bytes(content, self._secrets),
            media_type=response.headers.get("content-type", "").split(";")[0].strip().lower()
            or "application/octet-stream",
            headers=headers,
            request=request,
            is_known=response.status_code == 304,
        )

    def _judged(self, reply: Reply, ask: _Ask, conditions: Mapping[str, str]) -> Reply:
        """Return a good answer; raise what a bad one is: passing, blocked or broken."""
        if reply.status == 304 and conditions:
            return reply
        if reply.status in _PASSING:
            raise self._passing(reply)
        if ask.may_miss and (reply.status in {404, 410} or is_missing_file(reply)):
            return reply
        try:
            if reply.status in _REFUSING:
                raise SourceBlocked(f"{reply.url}: status {reply.status} ({gist(reply)}); the server refuses us")
            if reply.status != 200:
                raise SourceBroken(f"{reply.url}: status {reply.status} ({gist(reply)}); expected 200")
            check_kind(reply.content, ask.expect, reply.media_type, reply.url)
        except SourceError as error:
            self._aside.put(reply, error, self._wall())
            raise
        return reply

    def _passing(self, reply: Reply) -> Exception:
        """Return what to raise for a status that may pass: a retry, unless the server asks for too long a wait."""
        wait = retry_after(reply.headers.get("retry-after"), self._wall())
        blocked = reply.status == 429 or (reply.status == 503 and looks_blocked(reply.content) is not None)
        kind = SourceBlocked if blocked else SourceBroken
        error = kind(f"{reply.url}: status {reply.status} ({gist(reply)})")
        if wait is not None and wait > self._manners.longest_wait:
            return kind(f"{error}; the server asks to come back in {wait:.0f} s: run again later")
        return _TryAgain(error, wait)

    @contextlib.contextmanager
    def _translated(self, ask: _Ask) -> Iterator[None]:
        """Turn the library's errors into ours: what may pass is tried again, a bad certificate never."""
        where = self._shown(ask.url)
        try:
            yield
        except httpx.ConnectTimeout:
            slow = SourceUnreachable(f"{where}: no connection within {self._manners.connect_timeout:g} s")
            raise _TryAgain(slow, unreached=ask.url.host) from None
        except httpx.TimeoutException as error:
            raise _TryAgain(SourceBroken(f"{where}: no answer in time ({type(error).__name__})")) from None
        except httpx.DecodingError:
            raise _TryAgain(SourceBroken(f"{where}: the compressed body can't be unpacked; it was cut")) from None
        except httpx.RemoteProtocolError as error:
            raise _TryAgain(SourceBroken(f"{where}: the answer was cut ({scrub(str(error), self._secrets)})")) from None
        except httpx.TransportError as error:
            if is_bad_certificate(error):
                raise SourceBroken(f"{where}: the certificate does not verify; nothing was read") from None
            unreached = SourceUnreachable(f"{where}: no connection ({scrub(str(error), self._secrets)})")
            raise _TryAgain(unreached, unreached=ask.url.host) from None

    def _known(self, ask: _Ask) -> Reply:
        """Return the answer for a page that was asked for a short while ago."""
        request = {"method": ask.method, "url": self._shown(ask.url), "name": self._name(ask)}
        return Reply(
            url=self._shown(ask.url), status=304, content=b"", media_type="", headers={}, request=request, is_known=True
        )

    def _shown(self, url: httpx.URL) -> str:
        return scrub(str(url), self._secrets)

    def _name(self, ask: _Ask) -> str:
        return scrub(ask.name, self._secrets)


def _open(manners: Manners, transport: httpx.BaseTransport | None, *, is_live: bool) -> httpx.Client:
    """Return the library's client; raise ConfigError where the environment's proxy or certificates can't be used."""
    try:
        return httpx.Client(
            transport=transport,
            verify=True,
            follow_redirects=False,
            timeout=httpx.Timeout(manners.read_timeout, connect=manners.connect_timeout),
            headers={"User-Agent": manners.user_agent, "Accept-Encoding": "gzip, deflate"},
            trust_env=is_live,
        )
    except (ValueError, ImportError, OSError) as error:
        raise ConfigError(
            f"the proxy or the certificates that the environment names can't be used ({error}); "
            "look at https_proxy, all_proxy and SSL_CERT_FILE"
        ) from error


def _conditions(entry: Validator | None) -> dict[str, str]:
    """Return the headers that ask for a page only if it has changed."""
    if entry is None:
        return {}
    headers = {"If-None-Match": entry.etag, "If-Modified-Since": entry.last_modified}
    return {name: value for name, value in headers.items() if value}


def _loopback(url: str) -> httpx.URL:
    """Return the address of a replay server; raise ConfigError unless it lies on loopback."""
    address = httpx.URL(url)
    if address.scheme != "http" or address.host not in {"127.0.0.1", "::1", "localhost"}:
        raise ConfigError(f"replay_url {url!r}: expected http on 127.0.0.1; it is for tests only")
    return address
