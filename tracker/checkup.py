"""One page of a live source, looked at part by part: what `memtrack sources check NAME` prints."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from tracker.errand import errand_for
from tracker.errors import MissingKey, SourceBroken, SourceEmpty, SourceError, UsageError
from tracker.network import Network, addresses_of
from tracker.source import Capture, Errand, Finding, Source

Probe = Callable[[Errand], Sequence[Mapping[str, Any]]]


def check_rows(
    probe: Probe, needed: Collection[str], known: Collection[str] = (), *, page: str = "page"
) -> Callable[[Errand], tuple[Finding, ...]]:
    """Return a check that asks for one page with `probe` and looks for every field of its rows.

    The check never raises for what a source does: a failure is a finding. `page` names the page where there are two.
    """

    def check(errand: Errand) -> tuple[Finding, ...]:
        try:
            rows = probe(errand)
        except SourceEmpty as empty:
            return (Finding(place=page, expected="at least one row", found=str(empty), is_well=True),)
        except SourceError as error:
            errand.web.set_aside(error)
            return (
                Finding(
                    place=page, expected="a page of the known shape", found=f"{error.outcome}: {error}", is_well=False
                ),
            )
        count = Finding(place=page, expected="at least one row", found=f"{len(rows)} rows", is_well=bool(rows))
        findings = (count, *_fields(rows, needed, known)) if rows else (count,)
        differing = [finding.place for finding in findings if not finding.is_well]
        if differing:
            errand.web.set_aside(SourceBroken(f"the check found a difference in {', '.join(differing)}"))
        return findings

    return check


def join_checks(*checks: Callable[[Errand], tuple[Finding, ...]]) -> Callable[[Errand], tuple[Finding, ...]]:
    """Return a check that looks at several pages, one after another."""
    return lambda errand: tuple(finding for check in checks for finding in check(errand))


def _fields(rows: Sequence[Mapping[str, Any]], needed: Collection[str], known: Collection[str]) -> tuple[Finding, ...]:
    """Return a finding for each needed field and for each field that nobody knows."""
    found = [
        Finding(
            place=name, expected="in every row", found=_sample(rows, name), is_well=all(name in row for row in rows)
        )
        for name in sorted(needed)
    ]
    new = sorted({name for row in rows for name in row} - set(needed) - set(known))
    return (
        *found,
        *(
            Finding(place=name, expected="no such field until now", found=_sample(rows, name), is_well=True)
            for name in new
        ),
    )


def _sample(rows: Sequence[Mapping[str, Any]], name: str) -> str:
    """Return in how many rows a field stands, and the first value."""
    values = [row[name] for row in rows if name in row]
    first = repr(values[0])[:60] if values else "nothing"
    return f"{len(values)} of {len(rows)} rows, first {first}"


class _Nothing:
    """An archive that holds nothing, so that a check asks for whole pages."""

    def latest(self, source: str, key: str) -> Capture | None:  # noqa: ARG002 -- the protocol names them
        """Return None."""
        return None


def check_source(
    source: Source,
    *,
    home: Path,
    table: Mapping[str, Any],
    now: dt.datetime,
    environ: Mapping[str, str],
    report: Callable[[str], None] = print,
) -> tuple[Finding, ...]:
    """Ask a live source for one page and return, part by part, whether it has the known shape; nothing is archived.

    `table` is the source's part of memtrack.toml, `now` is UTC. A missing key, a block and a broken page are findings.
    Raises UsageError for a source that asks nobody.
    """
    if source.check is None:
        raise UsageError(f"source {source.name!r} asks no server; there is nothing to check")
    try:
        with errand_for(
            source,
            now=now,
            since=None,
            home=home,
            table=table,
            seen=_Nothing(),
            report=report,
            environ=environ,
            keeps=False,
            network=Network(addresses_of(source.hosts)),
        ) as errand:
            return source.check(errand)
    except MissingKey as missing:
        return (Finding(place="key", expected=str(source.key_env), found=str(missing), is_well=False),)
