"""What is new in a page of a listing, or in a table of a series, against what the archive holds.

Items of a listing (a question with its answer, a message) are archived one by one, each with a digest of the part
that matters. A table (a series, a list of monthly revenues) is archived whole when a row of it is new or changed, and
says in its `meta` which: so every version adds to those before it, nothing is read twice, and a revised value stands
beside the one that it replaces, dated by the day on which it was seen.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from tracker.errors import NoNetwork, SourceBroken, SourceEmpty, SourceError, SourceUnreachable
from tracker.source import Capture, Errand, Found

MOST_PAGES = 200
MOST_PROBLEMS = 3
T = TypeVar("T")


def digest_of(*parts: object) -> str:
    """Return a short digest of values that tell whether an item has changed."""
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False, default=str).encode()).hexdigest()[:10]


def is_new(errand: Errand, source: str, key: str, digest: str) -> bool:
    """Tell whether an item is unknown to the archive, or known with another content."""
    capture = errand.seen.latest(source, key)
    return capture is None or capture.meta.get("digest") != digest


def known_digest(errand: Errand, source: str, key: str) -> str | None:
    """Return the SHA-256 of the bytes that the archive holds under a key, or None."""
    capture = errand.seen.latest(source, key)
    return capture.sha256 if capture else None


def go_through(
    errand: Errand,
    steps: Sequence[T],
    work: Callable[[T, list[int]], Iterator[Found]],
    name: Callable[[T], str],
    *,
    tells: bool = True,
) -> Iterator[Found]:
    """Yield what the work on each step finds; a step that is broken does not keep the others from being done.

    The work adds to the number it is handed how many rows it was shown, new or not. A step that was finished a short
    while ago is passed over; `tells` is false for work that tells its own progress. Raises SourceBroken at the end for
    steps that were broken, and at once after the third; SourceUnreachable where no connection is all that was wrong;
    SourceEmpty where no step was shown a row. A block, a used-up day or no network ends all.
    """
    problems: list[SourceError] = []
    rows = [0]
    span = f"{errand.since or ''}~{errand.now.date()}"
    for done, step in enumerate(steps, start=1):
        label = f"{name(step)} {span}"
        if errand.web.is_fresh(label):
            rows[0] += 1
            continue
        try:
            yield from work(step, rows)
            errand.web.settle(label)
        except NoNetwork:
            raise
        except (SourceBroken, SourceUnreachable) as error:
            problems.append(error)
            errand.web.set_aside(error)
        if len(problems) >= MOST_PROBLEMS:
            break
        if tells:
            errand.progress(done, len(steps))
    if problems:
        raise sum_up(problems, len(steps))
    if rows == [0]:
        raise SourceEmpty("it answered in its known shape and has nothing in the span")


def sum_up(problems: Sequence[SourceError], steps: int) -> SourceError:
    """Return what to raise for steps that failed: each reason once, and no connection told apart from breakage."""
    reasons = "; ".join(dict.fromkeys(str(problem) for problem in problems))
    if all(isinstance(problem, SourceUnreachable) for problem in problems):
        return SourceUnreachable(reasons)
    return SourceBroken(f"{len(problems)} of {steps} failed: {reasons}")


def page_numbers(where: str) -> Iterator[int]:
    """Yield the numbers of a listing's pages from 1; raise SourceBroken after the most that any listing may have."""
    yield from range(1, MOST_PAGES + 1)
    raise SourceBroken(f"{where}: more than {MOST_PAGES} pages; ask for a shorter span, the rest was not looked at")


def refuse_gap(rows: Collection[object], walked: Collection[object], total: int, where: str) -> None:
    """Raise SourceBroken where a page is empty although the listing says that there is more."""
    if not rows and len(walked) < total:
        raise SourceBroken(f"{where}: empty after {len(walked)} of {total} rows; a part is missing")


def refuse_repeats(walked: set[str], names: Collection[str], where: str) -> None:
    """Note the items of a page; raise SourceBroken where all of them were on pages before."""
    if names and walked.issuperset(names):
        raise SourceBroken(f"{where}: the page repeats the ones before; the site ignores the page number")
    walked.update(names)


def sift(errand: Errand, source: str, key: str, items: Mapping[str, str]) -> dict[str, Any] | None:
    """Return the meta of a table that brings something new, or None; `items` maps the rows' names to digests or values.

    `fresh` rows were never in the table before, `changed` ones were with another content. A table always covers the
    same window under one key, so what the last version held is all that is known.
    """
    capture = errand.seen.latest(source, key)
    before: Mapping[str, str] = capture.meta.get("items", {}) if capture else {}
    fresh = sorted(name for name in items if name not in before)
    changed = sorted(name for name, digest in items.items() if before.get(name, digest) != digest)
    if not fresh and not changed:
        return None
    return {"items": {**before, **items}, "fresh": fresh, "changed": changed}


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
        yield Item(name, f"{name}@{digest_of(capture.meta['items'][name])}", capture.captured_at.date())


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
