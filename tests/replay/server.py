"""A real HTTP server on loopback that stands in for the sources' sites: pages written by us in the documented shapes.

A site is a function from a request to an answer, found by the request's Host header. Faults are laid over the answers.
"""

from __future__ import annotations

import gzip
import hashlib
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Literal, Self
from urllib.parse import parse_qsl, urlsplit

BLOCK_PAGE = (
    b"<!DOCTYPE html><html><head><title>Notice</title></head><body>"
    b"FOR SECURITY REASONS, THIS PAGE CAN NOT BE ACCESSED</body></html>"
)

FaultKind = Literal[
    "status", "hang", "cut", "wrong_type", "page", "wrong_encoding", "block", "redirect", "replace", "body"
]


@dataclass(frozen=True, slots=True)
class Ask:
    """One request as a site sees it."""

    method: str
    host: str
    path: str
    query: dict[str, str]
    form: dict[str, str]
    body: bytes
    headers: dict[str, str]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a site answers; with `etag` the server answers 304 to whoever has the same bytes already."""

    body: bytes = b""
    media: str = "application/json; charset=utf-8"
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    etag: bool = False
    gzipped: bool = False


@dataclass(slots=True)
class Fault:
    """A fault of the answers whose path contains `path`, the next `times` times; `old` becomes `new` in a replace."""

    kind: FaultKind
    host: str = ""
    path: str = ""
    times: int = 1_000_000
    status: int = 500
    headers: dict[str, str] = field(default_factory=dict)
    old: bytes = b""
    new: bytes = b""
    seconds: float = 2.0


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the server's log; `at` is monotonic, in seconds, `name` tells a request from all others."""

    at: float
    method: str
    host: str
    path: str
    status: int
    sent: int
    name: str = ""
    is_conditional: bool = False
    agent: str = ""


Site = Callable[[Ask], Answer]


class _Server(ThreadingHTTPServer):
    """A server that keeps quiet about clients that hang up."""

    def handle_error(self, *_: Any) -> None:
        return


class Replay:
    """The running server; use it as a context manager."""

    def __init__(self, sites: dict[str, Site]) -> None:
        self.sites = sites
        self.faults: list[Fault] = []
        self.log: list[Line] = []
        self.busy: Counter[str] = Counter()
        self.most_at_once: Counter[str] = Counter()
        self.lock = threading.Lock()
        self._server = _Server(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)

    @property
    def url(self) -> str:
        """Address of the server."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    @property
    def sent(self) -> int:
        """Body bytes sent so far."""
        return sum(line.sent for line in self.log)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def pick(self, ask: Ask) -> Fault | None:
        """Return the fault that is due for a request, and count it."""
        with self.lock:
            for fault in self.faults:
                if fault.times > 0 and fault.host in ("", ask.host) and fault.path in ask.path:
                    fault.times -= 1
                    return fault
        return None

    def answer(self, ask: Ask) -> Answer:
        """Return what the site answers, or 404 for a host or a page that nobody wrote."""
        site = self.sites.get(ask.host)
        return site(ask) if site else Answer(b"no such host here", "text/plain", 404)


def spoilt(answer: Answer, fault: Fault) -> Answer:  # noqa: PLR0911 -- one line a fault
    """Return an answer with a fault laid over it."""
    if fault.kind == "status":
        return Answer(b"" if fault.status == 304 else b"<html>error</html>", "text/html", fault.status, fault.headers)
    if fault.kind == "wrong_type":
        return replace(answer, body=b"\x89PNG\r\n\x1a\n" + b"\x00" * 64, media="image/png", etag=False)
    if fault.kind == "page":
        return replace(
            answer, body=b"<!DOCTYPE html><html><body>Welcome to our new site</body></html>", media="text/html"
        )
    if fault.kind == "wrong_encoding":
        return replace(
            answer, body=answer.body[: len(answer.body) // 2] + b"\xff\xfe\xfa" + answer.body[len(answer.body) // 2 :]
        )
    if fault.kind == "block":
        return Answer(BLOCK_PAGE, "text/html; charset=utf-8", 200)
    if fault.kind == "redirect":
        return Answer(b"", "text/html", 302, fault.headers)
    if fault.kind == "replace":
        return replace(answer, body=answer.body.replace(fault.old, fault.new), etag=False)
    if fault.kind == "body":
        return replace(answer, body=fault.new, etag=False)
    return answer


def _handler(replay: Replay) -> type[BaseHTTPRequestHandler]:  # noqa: C901 -- a class in a closure
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            self._serve()

        def do_POST(self) -> None:
            self._serve()

        def log_message(self, *_: Any) -> None:
            return

        def _ask(self) -> Ask:
            parts = urlsplit(self.path)
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            is_form = "form-urlencoded" in (self.headers.get("Content-Type") or "")
            return Ask(
                method=self.command,
                host=(self.headers.get("Host") or "").split(":")[0],
                path=parts.path,
                query=dict(parse_qsl(parts.query, keep_blank_values=True)),
                form=dict(parse_qsl(body.decode(), keep_blank_values=True)) if is_form else {},
                body=body,
                headers={name.lower(): value for name, value in self.headers.items()},
            )

        def _serve(self) -> None:
            at = time.monotonic()
            ask = self._ask()
            with replay.lock:
                replay.busy[ask.host] += 1
                replay.most_at_once[ask.host] = max(replay.most_at_once[ask.host], replay.busy[ask.host])
            try:
                self._answer(at, ask)
            finally:
                with replay.lock:
                    replay.busy[ask.host] -= 1

        def _answer(self, at: float, ask: Ask) -> None:
            fault = replay.pick(ask)
            if fault and fault.kind == "hang":
                time.sleep(fault.seconds)
                self._note(at, ask, 0, 0)
                self.close_connection = True
                return
            answer = replay.answer(ask)
            answer = spoilt(answer, fault) if fault else answer
            self._send(at, ask, answer, is_cut=bool(fault and fault.kind == "cut"))

        def _send(self, at: float, ask: Ask, answer: Answer, *, is_cut: bool) -> None:
            status, body, headers = answer.status, answer.body, dict(answer.headers)
            if answer.etag and status == 200:
                headers["ETag"] = '"' + hashlib.sha256(body).hexdigest()[:16] + '"'
                if ask.headers.get("if-none-match") == headers["ETag"]:
                    status, body = 304, b""
            if answer.gzipped and body:
                body, headers["Content-Encoding"] = gzip.compress(body, mtime=0), "gzip"
            sent = body[: len(body) // 2] if is_cut else body
            self._note(at, ask, status, len(sent))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            if status != 304:
                self.send_header("Content-Type", answer.media)
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(sent)
            self.close_connection = self.close_connection or is_cut

        def _note(self, at: float, ask: Ask, status: int, sent: int) -> None:
            with replay.lock:
                name = f"{ask.method} {ask.host}{ask.path} {sorted(ask.query.items())} {ask.body!r}"
                conditional = bool({"if-none-match", "if-modified-since"} & ask.headers.keys())
                agent = ask.headers.get("user-agent", "")
                replay.log.append(Line(at, ask.method, ask.host, ask.path, status, sent, name, conditional, agent))

    return Handler
