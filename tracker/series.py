"""Monthly figures of public offices: when they count as published, and the documents that carry them.

Offices give values without the day of their first release. A value seen for the first time counts as published on the
usual release day, given as days after the end of its period, or when it was captured if that came first. A value that
replaces another counts from the day on which it was seen.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from tracker.errors import SourceBroken
from tracker.facts import Document
from tracker.filing import Filing, figure, make_document
from tracker.listing import Item, new_items
from tracker.quarter import period_bounds
from tracker.source import Capture

BY_RULE = "dated by the usual release day"


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One figure of a series: `words` is the row as the office gave it, `lag_days` the usual wait after the period."""

    entity: str
    name: str
    period: str
    value: float
    unit: str
    words: str
    lag_days: int
    product: str | None = None
    ends_on: dt.date | None = None
    qualifier: str | None = None
    issuer: str | None = None


def make_documents(
    capture: Capture, observations: Mapping[str, Observation], *, publisher: str, url: str
) -> tuple[Document, ...]:
    """Return a document for each observation that a capture adds; `observations` holds all rows by name."""
    return tuple(_document(capture, observations[item.name], item, publisher, url) for item in new_items(capture))


def _document(capture: Capture, seen: Observation, item: Item, publisher: str, url: str) -> Document:
    """Return the document of one observation."""
    usual = (seen.ends_on or period_bounds(seen.period)[1]) + dt.timedelta(days=seen.lag_days)
    captured = capture.captured_at.date()
    filing = Filing(
        key=item.key,
        publisher=publisher,
        doc_type="statistic",
        published_on=min(usual, captured),
        seen_on=item.seen_on,
        issuer=seen.issuer,
        url=url,
    )
    notes = [note for note in (seen.qualifier, BY_RULE if item.seen_on is None and usual <= captured else None) if note]
    indicator = figure(
        seen.words,
        entity=seen.entity,
        name=seen.name,
        period=seen.period,
        value=seen.value,
        unit=seen.unit,
        product=seen.product,
        qualifier="; ".join(notes) or None,
    )
    return make_document(filing, seen.words, indicators=(indicator,))


def to_month(text: str, where: str) -> str:
    """Return `202610`, `2026.10` or `2026-10-01` as `2026-10`; raise SourceBroken for anything else."""
    digits = text.replace(".", "").replace("-", "")[:6]
    if len(digits) != 6 or not digits.isdigit() or not 1 <= int(digits[4:]) <= 12:
        raise SourceBroken(f"{where}: {text!r} is no month; expected a form like 202610")
    return f"{digits[:4]}-{digits[4:]}"
