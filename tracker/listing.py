"""Pages of a listing, or rows of a series, as they grow: what is new in a page against what the archive holds.

A page is archived only when it brings something new, and says in its `meta` which items those are: `fresh` items were
never seen, `changed` ones were seen with another content. So every version adds to those before it, nothing is read
twice, and a revised value stands beside the one that it replaces, dated by the day on which it was seen.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from tracker.errors import SourceBroken
from tracker.source import Capture, Errand

ENDLESS = 500


def digest_of(*parts: object) -> str:
    """Return a short digest of values that tell whether an item has changed."""
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False, default=str).encode()).hexdigest()[:10]


@dataclass(slots=True)
class Listing:
    """One window of a listing, such as a company's questions of a month; its pages are numbered from 1.

    An item with an empty digest is known to exist and has nothing to read yet (a question without an answer).
    """

    errand: Errand
    source: str
    window: str
    _before: dict[str, str] = field(default_factory=dict)
    _walked: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Gather what the archive holds of the window."""
        for page in range(1, ENDLESS):
            capture = self.errand.seen.latest(self.source, self.key(page))
            if capture is None:
                return
            self._before |= capture.meta.get("items", {})

    def key(self, page: int = 1) -> str:
        """Return the key of a page."""
        return f"{self.window}/{page}"

    def known(self, page: int = 1) -> str | None:
        """Return the digest of the bytes that the archive holds for a page, or None."""
        capture = self.errand.seen.latest(self.source, self.key(page))
        return capture.sha256 if capture else None

    def sift(self, items: Mapping[str, str]) -> dict[str, Any] | None:
        """Return the meta of a page that brings something new, or None; `items` maps identifiers to digests."""
        fresh = sorted(name for name, digest in items.items() if digest and not self._before.get(name))
        changed = sorted(name for name, digest in items.items() if self._before.get(name) not in (None, "", digest))
        is_new_item = any(name not in self._before for name in items)
        self._before |= items
        if not fresh and not changed and not is_new_item:
            return None
        return {"items": dict(items), "fresh": fresh, "changed": changed}

    def refuse_repeats(self, items: Mapping[str, str], where: str) -> None:
        """Raise SourceBroken where a page holds nothing but items of the pages before it: the site ignores the page number."""
        if items and items.keys() <= self._walked:
            raise SourceBroken(f"{where}: the page repeats the one before; the site ignores the page number")
        self._walked |= items.keys()


@dataclass(frozen=True, slots=True)
class Item:
    """One new item of a capture: the key of its document, and the day on which it was seen if it is a changed one."""

    name: str
    key: str
    seen_on: dt.date | None


def new_items(capture: Capture) -> Iterator[Item]:
    """Yield what a capture adds, as its meta says."""
    for name in capture.meta.get("fresh", ()):
        yield Item(name, name, None)
    for name in capture.meta.get("changed", ()):
        yield Item(name, f"{name}@{capture.meta['items'][name]}", capture.captured_at.date())


def months_between(first: dt.date, last: dt.date) -> tuple[dt.date, ...]:
    """Return the first days of the months that a span touches, oldest first."""
    count = (last.year - first.year) * 12 + last.month - first.month
    return tuple(
        dt.date(first.year + (first.month - 1 + i) // 12, (first.month - 1 + i) % 12 + 1, 1) for i in range(count + 1)
    )


def last_day(month: dt.date) -> dt.date:
    """Return the last day of a month."""
    return (month.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)


def start_of(errand: Errand, days: int) -> dt.date:
    """Return the day from which a collector looks: `since` where given, else so many days back."""
    return errand.since or errand.now.date() - dt.timedelta(days=days)
