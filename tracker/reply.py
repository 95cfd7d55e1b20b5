"""One answer of a server, and what its status, headers and first words mean. Pure: nothing is asked here."""

from __future__ import annotations

import contextlib
import ipaddress
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Any

from tracker.source import Found


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One answer. `is_known` means that the archive has these bytes already, and `content` may then be empty.

    Secrets are gone from `url`, `request`, `headers` and `content`. `is_missing` means that there is no such page.
    """

    url: str
    status: int
    content: bytes
    media_type: str
    headers: Mapping[str, str]
    request: Mapping[str, str]
    is_known: bool = False

    @property
    def is_missing(self) -> bool:
        """Whether the server says that there is no such page."""
        return self.status in {403, 404, 410}

    def found(self, key: str, *, content: bytes | None = None, media_type: str = "", **meta: Any) -> Found:
        """Return these bytes (or others made from them) as something for the archive."""
        return Found(
            key=key,
            content=self.content if content is None else content,
            media_type=media_type or self.media_type,
            url=self.url,
            meta=meta,
            request=self.request,
            response={"status": str(self.status), **self.headers},
        )


def is_private(host: str) -> bool:
    """Say whether a host is, by its name or number, not on the public internet."""
    with contextlib.suppress(ValueError):
        return not ipaddress.ip_address(host.strip("[]")).is_global
    return host == "localhost" or host.endswith((".local", ".internal", ".localhost")) or "." not in host


def is_bad_certificate(error: BaseException) -> bool:
    """Say whether a certificate that does not verify is behind a transport error."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError) or "CERTIFICATE_VERIFY_FAILED" in str(cause):
            return True
        cause = cause.__cause__ or cause.__context__
    return False


def is_missing_file(reply: Reply) -> bool:
    """Say whether a 403 is a file store's way of saying that there is no such file (XML AccessDenied or NoSuchKey)."""
    return reply.status == 403 and b"<Error><Code>" in reply.content[:300].replace(b"\n", b"")


def retry_after(value: str | None, now: float) -> float | None:
    """Return the seconds that a Retry-After header (seconds or a date) asks for; None where it says nothing."""
    if value is None:
        return None
    if value.strip().isascii() and value.strip().isdigit():
        return float(value)
    with contextlib.suppress(ValueError, TypeError):
        return max(0.0, parsedate_to_datetime(value).timestamp() - now)
    return None


def gist(reply: Reply) -> str:
    """Return the first words of a body for a message."""
    text = " ".join(reply.content[:400].decode("utf-8", errors="replace").split())
    return text[:120] or "no body"
