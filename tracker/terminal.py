"""What a person sees: progress on a terminal, plain lines elsewhere, tables that fit. Shows, decides nothing."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table

from tracker.dropfolder import Added
from tracker.home import Home
from tracker.ingest import FAILURES, IngestResult, Progress, Silence, SourceResult
from tracker.source import Finding, Source

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID


class _PlainLines:
    """One line per source on standard error, for cron and log files."""

    def start(self, source: str, step: int, steps: int) -> None:
        """Say nothing; the line comes at the end."""

    def advance(self, message: str) -> None:
        """Say nothing."""

    def measure(self, done: int, total: int | None) -> None:
        """Say nothing."""

    def finish(self, result: SourceResult) -> None:
        """Print how the source ended."""
        for line in _lines_of(result):
            print(line, file=sys.stderr)


def _lines_of(result: SourceResult) -> list[str]:
    """Return how a source ended, and a line for each thing that was noticed."""
    detail = f": {result.message}" if result.message else ""
    first = f"{result.source}: {result.outcome}, {result.captures_new} new{detail}"
    return [first, *(f"{result.source}: note: {note}" for note in result.notes)]


class _LiveBar(_PlainLines):
    """A bar over the sources, with the item that is being worked on."""

    def __init__(self, bar: Bar) -> None:
        self._bar = bar
        self._task = bar.add_task("ingest", total=None, item="")
        self._items: TaskID | None = None
        self._last: tuple[int, int | None] = (0, None)
        self._counted, self._since = 0, time.monotonic()

    def start(self, source: str, step: int, steps: int) -> None:
        """Name the source and count it."""
        self._last, self._counted, self._since = (0, None), 0, time.monotonic()
        self._bar.update(self._task, description=source, total=steps, completed=step - 1)

    def advance(self, message: str) -> None:
        """Name the item."""
        self._bar.update(self._task, item=message[-60:])

    def measure(self, done: int, total: int | None) -> None:
        """Show how far the present listing has come, how quickly the source goes, and how long the listing still takes.

        A source with many listings (a company, a year) begins to count anew with each.
        """
        before, last_total = self._last
        if self._items is None:
            self._items = self._bar.add_task("items", total=total, item="")
        elif total != last_total or done < before:
            self._bar.reset(self._items, total=total)
            before = 0
        self._counted += done - before
        self._last = (done, total)
        speed = self._counted / max(time.monotonic() - self._since, 0.001)
        self._bar.update(self._items, completed=done, total=total, item=f"{done} of {total or '?'}, {speed:.1f}/s")

    def finish(self, result: SourceResult) -> None:
        """Count the source as done and print how it ended."""
        self._bar.advance(self._task)
        if self._items is not None:
            self._bar.remove_task(self._items)
            self._items = None
        for line in _lines_of(result):
            self._bar.console.print(line, highlight=False, markup=False)


@contextmanager
def ingest_progress(*, quiet: bool) -> Iterator[Progress]:
    """Yield what reports an ingest: a bar on a terminal, plain lines elsewhere, nothing where quiet."""
    if quiet:
        yield Silence()
        return
    if not sys.stderr.isatty():
        yield _PlainLines()
        return
    from rich.progress import BarColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn
    from rich.progress import Progress as RichProgress

    columns = (
        TextColumn("{task.description:>10}"),
        BarColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[item]}"),
    )
    with RichProgress(*columns, console=Console(stderr=True), transient=True) as bar:
        bar_progress = _LiveBar(bar)
        yield bar_progress


@contextmanager
def trial_progress(*, quiet: bool) -> Iterator[Callable[[int, int], None]]:
    """Yield what is told how many pieces of a long computation are done, and of how many."""
    if quiet or not sys.stderr.isatty():
        yield lambda _done, _all: None
        return
    from rich.progress import Progress as RichProgress

    with RichProgress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("past quarters", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def show_ingest(result: IngestResult, home: Home) -> None:
    """Print what an ingest did, per source and in rows."""
    if result.is_dry:
        print(f"dry run: {sum(r.captures_new for r in result.results)} captures would be new; nothing was written")
        return
    heads = ("source", "outcome", "new", "documents", "statements", "relays", "prices", "equity", "unread", "rejected")
    rows = []
    for outcome in result.results:
        held = result.counts.get(outcome.source, {})
        names = ("documents", "statements", "relays", "prices", "equity_facts", "unread", "rejected")
        counts = [str(held.get(name, 0)) for name in names]
        rows.append(
            dict(zip(heads, [outcome.source, outcome.outcome, str(outcome.captures_new), *counts], strict=True))
        )
    show_table(rows)
    show_failures(result)
    show_gain(result)
    show_refused(result)
    print(f"database: {home.database}")


def show_failures(result: IngestResult) -> None:
    """Print one line that names the sources that brought nothing for a reason, by kind; nothing where all did well."""
    kinds = {kind: [one.source for one in result.results if one.outcome == kind] for kind in FAILURES}
    parts = [f"{kind}: {', '.join(names)}" for kind, names in kinds.items() if names]
    if parts:
        rest = "" if all(one.outcome in FAILURES for one in result.results) else "; the rest went in"
        print(f"{'; '.join(parts)}{rest}; memtrack status says why")


def show_gain(result: IngestResult) -> None:
    """Print how many rows each table gained."""
    if not result.is_new_build:
        print("nothing new: no row added, the published database stays")
    elif result.gained:
        print("rows: " + ", ".join(f"{table} {count:+d}" for table, count in result.gained.items()))
    else:
        print("published again: no row added")


def show_refused(result: IngestResult) -> None:
    """Say how to see what was refused and why, where a run brought something that was; print nothing otherwise."""
    if result.gained.get("rejected", 0) > 0:
        print('what was refused, and why: memtrack query "select source, file, place, value, expected from rejected"')


def show_sources(listed: Sequence[tuple[Source, bool]], *, as_json: bool) -> None:
    """Print what each source is, whether it runs, and what it needs and allows."""
    rows = [
        {
            "source": source.name,
            "enabled": is_enabled,
            "title": source.title,
            "publisher": source.publisher,
            "cadence": source.cadence,
            "key": source.key_env,
            "key_optional": source.key_optional,
            "licence": source.licence,
            "raw_may_leave": source.raw_may_leave,
            "verification": source.verification,
            "terms": source.terms or None,
        }
        for source, is_enabled in listed
    ]
    if as_json:
        print(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for row in rows:
        need = "takes" if row["key_optional"] else "needs"
        key = f"{need} {row['key']}" if row["key"] else "no key"
        leave = "raw text may be passed on" if row["raw_may_leave"] else "raw text stays on this machine"
        print(f"{row['source']} ({'on' if row['enabled'] else 'off'}): {row['title']}")
        print(f"    {row['publisher']}; {row['cadence']}; {key}; {leave}")
        print(f"    licence: {row['licence']}" + (f"; verified: {row['verification']}" if row["verification"] else ""))
        if row["terms"]:
            print(f"    terms: {row['terms']}")


def show_added(added: Sequence[Added], result: IngestResult | None, *, as_json: bool) -> None:
    """Print what became of each file, its refused rows, and what the database gained."""
    if as_json:
        rows = [{**asdict(one), "file": str(one.file)} for one in added]
        print(
            json.dumps(
                {"files": rows, "ingest": result.as_json() if result else None},
                ensure_ascii=False,
                indent=1,
                default=str,
            )
        )
        return
    for one in added:
        if one.outcome == "refused":
            print(f"refused: {one.problem}")
        else:
            counts = f"{one.statements} statements, {one.prices} prices, {one.closes} closes, {one.unread} unread"
            print(f"{one.outcome}: {one.file} as {one.form}: {counts}, {one.rejected_rows} rows refused")
        for refused in one.rejected:
            field = f", {refused.field} {refused.value!r}" if refused.field else ""
            print(f"    {one.file.name}, {refused.place}{field}: expected {refused.expected}")
    if result is not None:
        show_gain(result)


def show_findings(name: str, findings: Sequence[Finding], *, as_json: bool) -> None:
    """Print what a check of a live source found, a line for each part that was looked at."""
    if as_json:
        print(json.dumps({"source": name, "findings": [asdict(one) for one in findings]}, ensure_ascii=False, indent=1))
        return
    width = max(len(finding.place) for finding in findings)
    for finding in findings:
        mark = "ok  " if finding.is_well else "BAD "
        print(f"{mark}{finding.place:<{width}}  expected {finding.expected}; found {finding.found}")
    bad = sum(not finding.is_well for finding in findings)
    print(f"{name}: " + (f"{bad} of {len(findings)} parts differ" if bad else "it has the known shape"))


def show_table(rows: Sequence[Mapping[str, Any]]) -> None:
    """Print rows as a table as wide as the terminal; an empty result says so."""
    if not rows:
        print("(no rows)")
        return
    table = Table(box=None, header_style="bold", pad_edge=False)
    for name in rows[0]:
        is_number = all(isinstance(row[name], int | float) or row[name] is None for row in rows)
        table.add_column(name, justify="right" if is_number else "left", overflow="fold")
    decimals = {name: max(map(_decimals, (row[name] for row in rows))) for name in rows[0]}
    for row in rows:
        table.add_row(*(_cell(value, decimals[name]) for name, value in row.items()))
    Console(width=None if sys.stdout.isatty() else 160, highlight=False).print(table, markup=False)


def _decimals(value: Any) -> int:
    """Return how many decimals a number is shown with, two at most."""
    if not isinstance(value, float):
        return 0
    return len(f"{value:.2f}".rstrip("0").partition(".")[2])


def _cell(value: Any, decimals: int) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{round(value, decimals) + 0.0:.{decimals}f}"
    return str(value)
