"""What the statements known on a date say of one quarter, by kind of evidence.

The kinds are kept apart because they err by different amounts: the house agency's figure for the product, other
agencies' and the press's figures, figures for single segments, companies' figures, and plain words. Repeats count once:
of each issuer only what it said last counts. Which agency is the house agency is read off the record: the one that had
given the most figures by then.
"""

from __future__ import annotations

import datetime as dt
import statistics
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from forecasts.base import to_log
from forecasts.record import Evidence, Record
from tracker.quarter import Quarter

STALE_DAYS = 120
"""A figure older than this says nothing of a quarter any more: yearly outlooks missed by more than they told."""

SEGMENTS: Mapping[str, tuple[str, ...]] = {
    "DRAM": ("pc", "server", "mobile"),
    "NAND": ("client_ssd", "enterprise_ssd", "embedded", "wafer"),
}
_RESTATED = ("previous", "earlier", "prior estimate")
_WORD_WEIGHT = {"asserted": 1.0, "hedged": 0.7}


@dataclass(frozen=True, slots=True)
class Said:
    """One kind of evidence about a quarter: a value in log points (or a mean sign for words) and who is behind it."""

    value: float
    statements: tuple[str, ...]
    known_on: dt.date


@dataclass(frozen=True, slots=True)
class Stacks:
    """All price statements of a record by product and quarter, and the dates of each agency's figures; both by date."""

    rows: Mapping[tuple[str, Quarter], tuple[Evidence, ...]]
    figures: Mapping[str, tuple[dt.date, ...]]


@dataclass(frozen=True, slots=True)
class Shelf:
    """The price statements known on a date, and the house agency of that date."""

    as_of: dt.date
    stacks: Stacks
    house: str | None
    left_out: frozenset[str] = frozenset()

    def rows(self, product: str, quarter: Quarter) -> list[Evidence]:
        """Return the statements known by then about a product and quarter, but for those left out."""
        found = self.stacks.rows.get((product, quarter), ())
        return [row for row in found if row.known_on <= self.as_of and row.statement_id not in self.left_out]


def stack(record: Record) -> Stacks:
    """Lay out all price statements of a record."""
    rows: dict[tuple[str, Quarter], list[Evidence]] = defaultdict(list)
    figures: dict[str, list[dt.date]] = defaultdict(list)
    for row in record.evidence:
        rows[row.product, row.quarter].append(row)
        if row.issuer_role == "agency" and row.mid_pct is not None:
            figures[row.issuer].append(row.known_on)
    return Stacks(
        {key: tuple(value) for key, value in rows.items()},
        {issuer: tuple(sorted(dates)) for issuer, dates in sorted(figures.items())},
    )


def shelve(stacks: Stacks, as_of: dt.date) -> Shelf:
    """Return the shelf of a date: the house agency is the one that had given the most figures by then."""
    counts = {issuer: bisect_right(dates, as_of) for issuer, dates in stacks.figures.items()}
    spoken = [issuer for issuer, count in counts.items() if count]
    return Shelf(as_of, stacks, max(spoken, key=lambda issuer: counts[issuer]) if spoken else None)


def spoken_segment(product: str, segment: str) -> str:
    """Return the segment that a figure speaks of: of DRAM as a whole agencies say it of the conventional blend."""
    return "conventional" if (product, segment) == ("DRAM", "total") else segment


def headline(shelf: Shelf, product: str, segment: str, quarter: Quarter, *, blend: bool) -> Said | None:
    """Return the house agency's newest figure for the segment; for DRAM total the conventional blend counts first.

    With `blend` the figures with and without HBM are averaged: an export index holds both.
    """
    own = [row for row in _figures(shelf, product, quarter) if row.issuer == shelf.house]
    if (product, segment) != ("DRAM", "total"):
        return _newest(row for row in own if row.segment == segment)
    conventional = _newest(row for row in own if row.segment == "conventional")
    total = _newest(row for row in own if row.segment == "total")
    if conventional and total and blend and abs((conventional.known_on - total.known_on).days) <= 45:
        both = (conventional.value + total.value) / 2
        return Said(both, conventional.statements + total.statements, max(conventional.known_on, total.known_on))
    if conventional and total and blend:
        return max(conventional, total, key=lambda said: said.known_on)
    return conventional or total


def segment_mean(shelf: Shelf, product: str, quarter: Quarter) -> Said | None:
    """Return the mean of the house agency's newest figures for the large segments of a product."""
    own = [row for row in _figures(shelf, product, quarter) if row.issuer == shelf.house]
    parts = [_newest(row for row in own if row.segment == segment) for segment in SEGMENTS.get(product, ())]
    said = [part for part in parts if part]
    if not said:
        return None
    value = statistics.fmean(part.value for part in said)
    return Said(value, tuple(name for part in said for name in part.statements), max(part.known_on for part in said))


def other_figures(shelf: Shelf, product: str, segment: str, quarter: Quarter) -> Said | None:
    """Return the median of what other agencies and the press gave for the segment, the newest figure of each."""
    segments = {segment, "conventional"} if (product, segment) == ("DRAM", "total") else {segment}
    rows = [
        row
        for row in _figures(shelf, product, quarter)
        if row.segment in segments and row.issuer != shelf.house and row.speaker == "third_party"
    ]
    return _median_by_issuer(rows)


def company_figures(shelf: Shelf, product: str, segment: str, quarter: Quarter) -> Said | None:
    """Return the median of what makers said of the quarter in figures, the newest of each."""
    rows = [
        row
        for row in _figures(shelf, product, quarter)
        if row.segment in (segment, "total") and row.speaker == "company"
    ]
    return _median_by_issuer(rows)


def words(shelf: Shelf, product: str, segment: str, quarter: Quarter) -> Said | None:
    """Return the mean direction (-1 to 1) of the wordings without a figure, the newest of each issuer.

    Words about a half or a year count half, and so do words that name no period or are
    under doubt; hedged words count 0.7.
    """
    newest: dict[str, Evidence] = {}
    for row in shelf.rows(product, quarter):
        fits = row.segment in (segment, "total", "conventional") or segment == "total"
        if row.sign is None or row.mid_pct is not None or row.certainty not in _WORD_WEIGHT or not fits:
            continue
        if _is_stale(row, quarter, shelf.as_of):
            continue
        newest[row.issuer] = max(newest.get(row.issuer, row), row, key=lambda said: said.known_on)
    if not newest:
        return None
    rows = list(newest.values())
    weights = [
        _WORD_WEIGHT[row.certainty] * (1.0 if row.period_kind == "quarter" else 0.5) * (0.5 if row.doubt else 1.0)
        for row in rows
    ]
    mean = sum(weight * (row.sign or 0) for weight, row in zip(weights, rows, strict=True)) / len(rows)
    return Said(mean, tuple(row.statement_id for row in rows), max(row.known_on for row in rows))


def _figures(shelf: Shelf, product: str, quarter: Quarter) -> list[Evidence]:
    """Return the usable quarter-on-quarter contract figures for a product and quarter; doubtful ones only if alone."""
    rows = [
        row
        for row in shelf.rows(product, quarter)
        if row.mid_pct is not None
        and row.period_kind == "quarter"
        and row.basis in ("QoQ", None)
        and (row.measure == "contract" or row.speaker == "company")
        and row.certainty != "negated"
        and row.region is None
        and not any(word in (row.qualifier or "").lower() for word in _RESTATED)
        and not _is_stale(row, quarter, shelf.as_of)
    ]
    return [row for row in rows if not row.doubt] or rows


def _is_stale(row: Evidence, quarter: Quarter, as_of: dt.date) -> bool:
    return (min(as_of, quarter.end) - row.known_on).days > STALE_DAYS


def figure_log(row: Evidence) -> float:
    """Return a figure as one number in log points: the middle of a range, half of an upper bound ("under 10 %")."""
    middle = row.mid_pct or 0.0
    return to_log(middle / 2 if row.bound == "at_most" else middle)


def _newest(rows: Iterable[Evidence]) -> Said | None:
    """Return the median of the distinct figures of the newest date among the rows."""
    listed = list(rows)
    if not listed:
        return None
    latest = max(row.known_on for row in listed)
    last = [row for row in listed if row.known_on == latest]
    value = statistics.median(sorted({figure_log(row) for row in last}))
    return Said(value, tuple(row.statement_id for row in last), latest)


def _median_by_issuer(rows: Iterable[Evidence]) -> Said | None:
    by_issuer: dict[str, list[Evidence]] = defaultdict(list)
    for row in rows:
        by_issuer[row.issuer].append(row)
    said = [newest for newest in map(_newest, by_issuer.values()) if newest]
    if not said:
        return None
    value = statistics.median(item.value for item in said)
    return Said(value, tuple(name for item in said for name in item.statements), max(item.known_on for item in said))
