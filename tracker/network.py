"""Is there a network at all: judged once a run, before its first request, so that a run without one ends in seconds.

The hosts that the run will ask anyway, one a source, are connected to at the same time, and the first that answers
settles it: a filter that keeps some countries out is not taken for having no network. Nothing is sent. Where requests
go through a proxy, the proxy stands in for them. A name look-up can't be given up from outside, so each try has a
thread of its own that nobody waits for longer than `PATIENCE`.
"""

from __future__ import annotations

import queue
import socket
import threading
from collections.abc import Callable, Sequence
from urllib.parse import urlsplit
from urllib.request import getproxies

from tracker.errors import NoNetwork

PATIENCE = 4.0
MOST_TRIED = 16
HTTPS = 443
_PROXY_PORTS = {"http": 80, "https": 443}
Address = tuple[str, int]


def _connect(address: Address, seconds: float) -> None:
    """Connect and hang up; raise OSError where nobody answers."""
    socket.create_connection(address, timeout=seconds).close()


def addresses_of(hosts: Sequence[str]) -> tuple[Address, ...]:
    """Return where a run's requests will go: its hosts, not too many, or the proxy that the environment names."""
    proxies = getproxies()
    proxy = proxies.get("https") or proxies.get("all")
    if proxy:
        parts = urlsplit(proxy if "//" in proxy else f"http://{proxy}")
        return ((str(parts.hostname), parts.port or _PROXY_PORTS.get(parts.scheme, 1080)),)
    step = max(1, len(hosts) // MOST_TRIED)
    return tuple((host, HTTPS) for host in hosts[::step][:MOST_TRIED])


class Network:
    """What one run knows of the network: nothing at first, then that it is there or that it is not."""

    def __init__(
        self,
        addresses: Sequence[Address],
        *,
        patience: float = PATIENCE,
        connect: Callable[[Address, float], None] = _connect,
    ) -> None:
        """Judge by these addresses; without any, the network counts as there. `patience` is in seconds."""
        self._addresses = tuple(addresses)
        self._patience = patience
        self._connect = connect
        self._verdict: str | None = None if self._addresses else ""

    def require(self) -> None:
        """Return where the network is there; raise NoNetwork, naming what was tried, where it is not."""
        if self._verdict is None:
            self._verdict = self._judge()
        if self._verdict:
            raise NoNetwork(self._verdict)

    def _judge(self) -> str:
        """Return why there is no network, or nothing where one address could be connected to."""
        answers: queue.SimpleQueue[str] = queue.SimpleQueue()
        for address in self._addresses:
            threading.Thread(target=self._try, args=(address, answers), daemon=True).start()
        reasons: list[str] = []
        try:
            for _ in self._addresses:
                reason = answers.get(timeout=self._patience)
                if not reason:
                    return ""
                reasons.append(reason)
        except queue.Empty:
            reasons.append(f"no answer within {self._patience:g} s")
        others = len(self._addresses) - 1
        head = f"no network: no connection to {self._addresses[0][0]}"
        tail = f" and {others} other hosts" if others else ", or this host is down"
        return f"{head}{tail} ({reasons[0]})"

    def _try(self, address: Address, answers: queue.SimpleQueue[str]) -> None:
        """Put an empty word where an address answers, the reason where it does not."""
        try:
            self._connect(address, self._patience)
        except OSError as error:
            answers.put(error.strerror or str(error) or type(error).__name__)
        else:
            answers.put("")
