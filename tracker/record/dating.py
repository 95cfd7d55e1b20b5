"""When a page was published, from when it may be used, and how a document of the record is keyed."""

from __future__ import annotations

import datetime as dt
import re
from urllib.parse import urlsplit

from tracker.quarter import Quarter, period_bounds
from tracker.record.rules import load_rules
from tracker.record.shapes import DocumentRow

ROLLING_NOTE = "Rolling list: what stands on this page changes."
RESTATED_NOTE = "The page is of a later date and restates what was published on this one."
_ROLLING = re.compile(r"[?&]page=\d|/page/\d")
_PATH_MONTH = re.compile(r"/(20\d\d)/(0[1-9]|1[0-2])/")
_COMPACT_DAY = re.compile(r"(20\d\d)[-/]?(0[1-9]|1[0-2])[-/]?([0-3]\d)")


def parse_published(text: str) -> tuple[dt.date, str, dt.date]:
    """Read `2019-03-21` or `2019-03` into the first day, the precision and the day from which it may be used.

    Raises PeriodError where the text is neither a day nor a canonical period.
    """
    if len(text) == 10:
        day = dt.date.fromisoformat(text)
        return day, "day", day
    first, last = period_bounds(text)
    return first, "month" if len(text) == 7 else "quarter", last


def default_known_on(published_on: dt.date, precision: str) -> dt.date:
    """Return the last day of the period that a date stands for."""
    if precision == "month":
        return period_bounds(f"{published_on:%Y-%m}")[1]
    return Quarter.of(published_on).end if precision == "quarter" else published_on


def month_in_path(url: str) -> str | None:
    """Return the month that stands in an address as `/2025/10/`, as `2025-10`."""
    found = _PATH_MONTH.search(url)
    return f"{found[1]}-{found[2]}" if found else None


def day_in_address(url: str, not_before: dt.date, within_days: int) -> dt.date | None:
    """Return a date written in an address, if it lies within so many days of another."""
    for found in _COMPACT_DAY.finditer(url):
        try:
            day = dt.date(int(found[1]), int(found[2]), int(found[3]))
        except ValueError:
            continue
        if 0 <= (day - not_before).days <= within_days:
            return day
    return None


def is_rolling(url: str) -> bool:
    """Return whether an address names a page of a list whose content moves on."""
    return _ROLLING.search(url) is not None


def name_publisher(url: str) -> str:
    """Return who runs the site of an address: a name of `rules.toml`, or the host itself."""
    host = (urlsplit(url).hostname or url).removeprefix("www.")
    for name, hosts in load_rules()["publishers"].items():
        if any(host == own or host.endswith(f".{own}") for own in hosts):
            return str(name)
    return host


def make_document(
    *,
    url: str | None,
    published_on: dt.date,
    precision: str,
    known_on: dt.date,
    source_note: str | None = None,
    publisher: str | None = None,
    issuer: str | None = None,
    doc_type: str = "press",
    lang: str | None = None,
) -> DocumentRow:
    """Return a cited page as of one date; its key names address, date, precision and a later usable day, if any."""
    key = f"{url or source_note} @ {published_on} {precision}"
    if known_on != default_known_on(published_on, precision):
        key += f" known {known_on}"
    notes = [source_note, ROLLING_NOTE if url and is_rolling(url) else None]
    return DocumentRow(
        document=key,
        url=url,
        source_note=" ".join(note for note in notes if note) or None,
        publisher=publisher or name_publisher(url or ""),
        issuer=issuer,
        doc_type=doc_type,
        lang=lang,
        published_on=published_on,
        published_precision=precision,
        known_on=known_on,
    )
