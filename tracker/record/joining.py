"""Which rows of the record are one statement: the same page twice, or one print of an agency told by many pages."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from tracker.record.shapes import DroppedRow, StatementRow
from tracker.record.wording import statement_line

Key = tuple[object, ...]


def join_statements(
    rows: Sequence[StatementRow], joins: Mapping[str, str], densities: Mapping[str, str | None]
) -> tuple[tuple[StatementRow, ...], tuple[DroppedRow, ...]]:
    """Join repeats and drop what one page says twice; a statement that nothing repeats has no group.

    `joins` maps an origin to the group decided for it, `densities` an origin to the density of the part that it names.
    """
    groups = {row.origin: row.joined or row.origin for row in rows}
    merged = _Merger()
    for origin, group in joins.items():
        if origin in groups:
            merged.unite(groups[origin], group)
    for left, right in _same_fixings(rows, groups, densities):
        merged.unite(left, right)
    joined = [replace(row, joined=merged.name(groups[row.origin])) for row in rows]
    kept, dropped = _drop_page_repeats(_part_by_stance(joined))
    sizes = Counter(row.joined for row in kept)
    return tuple(replace(row, joined=row.joined if sizes[row.joined] > 1 else None) for row in kept), tuple(dropped)


class _Merger:
    """Groups that turned out to be one; the name that sorts first among agency groups stands for all."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def name(self, group: str) -> str:
        while group in self._parent:
            group = self._parent[group]
        return group

    def unite(self, left: str, right: str) -> None:
        first, second = sorted((self.name(left), self.name(right)), key=lambda name: (not name.startswith("R"), name))
        if first != second:
            self._parent[second] = first


def _part_by_stance(rows: Sequence[StatementRow]) -> list[StatementRow]:
    """Keep a settled figure apart from an estimate of the same size made before it was settled: two statements."""
    stances = defaultdict(set)
    for row in rows:
        stances[row.joined].add(row.stance)
    return [replace(row, joined=f"{row.joined}:{row.stance}") if len(stances[row.joined]) > 1 else row for row in rows]


def _same_fixings(
    rows: Sequence[StatementRow], groups: Mapping[str, str], densities: Mapping[str, str | None]
) -> list[tuple[str, str]]:
    """Return pairs of groups that tell one fixing of an agency: same month, part and figure, on different pages."""
    alike: defaultdict[Key, list[StatementRow]] = defaultdict(list)
    for row in rows:
        if row.issuer == "trendforce" and row.basis == "MoM" and row.stance == "actual" and row.low_pct is not None:
            alike[_content(row)].append(row)
    pairs = []
    for same in alike.values():
        named = {densities.get(row.origin) for row in same} - {None}
        if len(named) <= 1:
            pairs += [(groups[same[0].origin], groups[row.origin]) for row in same[1:]]
            continue
        for part in named:
            own = [row for row in same if densities.get(row.origin) == part]
            pairs += [(groups[own[0].origin], groups[row.origin]) for row in own[1:]]
    return pairs


def _content(row: StatementRow) -> Key:
    what = (row.issuer, row.product, row.technology, row.segment, row.attribute, row.measure, row.region, row.period)
    return (*what, row.basis, row.direction, row.low_pct, row.high_pct, row.stance)


def _drop_page_repeats(rows: Sequence[StatementRow]) -> tuple[list[StatementRow], list[DroppedRow]]:
    first: dict[Key, StatementRow] = {}
    kept: list[StatementRow] = []
    dropped: list[DroppedRow] = []
    for row in sorted(rows, key=lambda row: (bool(row.doubt), row.origin)):
        key = (row.document, row.joined, row.certainty, *_content(row))
        known = first.setdefault(key, row)
        if known is row:
            kept.append(row)
            continue
        reason = f"The same page and date give the same fact under {known.origin}."
        dropped.append(DroppedRow(origin=row.origin, action="dropped", value=statement_line(row), reason=reason))
    return kept, dropped
