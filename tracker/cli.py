"""The verbs. No logic here: each one reads its words, calls the module that does the work, and shows what came back.

Heavy modules are imported inside the verbs that need them, so that `memtrack --help` and `memtrack status` stay quick.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tracker import __version__
from tracker.errors import InputError, MemtrackError, UnknownName, UsageError

if TYPE_CHECKING:
    from tracker.passages import Passage

EXIT_CODES = """\b
Exit codes:
  0   all well
  1   memtrack refused, for a reason that none of the codes below covers
  2   the command's words are off: unknown option, name, quarter or date
  3   ingest: some source failed, the rest went in; status: a source is failing or stale
  4   a TOML file is wrong
  5   a document or a table is wrong (add: nothing of a file was usable; other files went in)
  6   the home folder can't be read or written
  7   the new database broke a check and was not published; the old one stays
  8   there is no database yet
  9   too little history for a forecast
  10  sources check: the live source is broken, blocked or empty, or its key is missing
  75  another run holds the lock; try again later
"""


class _Day(click.ParamType[dt.date]):
    """A date written 2026-07-03."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        """Return the date, or end the command with a usage error."""
        if isinstance(value, dt.date):
            return value
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is not a date: expected a form like 2026-07-03", param, ctx)


class _Verbs(click.Group):
    """Turns memtrack's own errors into one line on standard error and their exit code."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a verb."""
        try:
            return super().invoke(ctx)
        except MemtrackError as error:
            click.echo(f"memtrack: {error}", err=True)
            ctx.exit(error.exit_code)
        except BrokenPipeError:
            sys.stderr.close()
            ctx.exit(0)


DAY = _Day()
as_of_option = click.option("--as-of", type=DAY, help="Use only what was known on this date (default: today, UTC).")
offline_option = click.option("--offline", is_flag=True, help="Only sources that need no network.")
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON for machines.")


@click.group(
    cls=_Verbs, epilog=EXIT_CODES, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110}
)
@click.version_option(__version__, prog_name="memtrack")
@click.option(
    "--home",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder that holds all state (default: $MEMTRACK_HOME, else the user's data folder).",
)
@click.pass_context
def main(ctx: click.Context, home: Path | None) -> None:
    """Point-in-time record of semiconductor-memory contract prices, with forecasts and contradiction flags."""
    from tracker.home import locate_home

    ctx.obj = locate_home(home)


@main.command()
@click.option("--source", "only", metavar="NAME", help="Run this source alone, enabled or not.")
@click.option("--since", type=DAY, help="Look back to this date (backfill), where a source can.")
@offline_option
@click.option("--dry-run", is_flag=True, help="Fetch and compare; write nothing.")
@json_option
@click.pass_obj
def ingest(home: Any, only: str | None, since: dt.date | None, offline: bool, dry_run: bool, as_json: bool) -> None:
    """Collect every enabled source, build the database, swap it in. Made for cron."""
    from tracker.ingest import run_ingest
    from tracker.outlook import show_issued_flags
    from tracker.terminal import ingest_progress, show_ingest

    with ingest_progress(quiet=as_json) as progress:
        result = run_ingest(
            home, now=_now(), only=only, since=since, offline=offline, dry_run=dry_run, progress=progress
        )
    issued = None if dry_run else _issue_flags(home, _now().date())
    if as_json:
        _print_json({**result.as_json(), "flags": issued})
    else:
        show_ingest(result, home)
        show_issued_flags(issued)
    sys.exit(result.exit_code)


@main.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--issuer", metavar="NAME", help="Who issued the documents: id, ticker or name in any language.")
@click.option("--published-on", type=DAY, help="When they were published.")
@click.option("--url", help="Where they can be found.")
@click.option(
    "--template", metavar="KIND", help="Print an empty table of this kind (prices, guidance, closes) and stop."
)
@json_option
@click.pass_obj
def add(
    home: Any,
    files: tuple[Path, ...],
    issuer: str | None,
    published_on: dt.date | None,
    url: str | None,
    template: str | None,
    as_json: bool,
) -> None:
    """Add documents (PDF, HTML, text) and tables (CSV, XLSX) of your own to the drop folder, and bring them in."""
    from tracker.dropfolder import add_files
    from tracker.errors import Busy
    from tracker.home import prepare_home
    from tracker.ingest import run_ingest
    from tracker.tables import template as table_template
    from tracker.terminal import show_added

    if template is not None:
        click.echo(table_template(template), nl=False)
        return
    if not files:
        raise UsageError("add: expected at least one file, or --template KIND")
    prepare_home(home)
    added = add_files(home.root, files, issuer=issuer, published_on=published_on, url=url, now=_now())
    result = None
    if any(one.outcome != "refused" for one in added):
        try:
            result = run_ingest(home, now=_now(), only="drop")
        except Busy as error:
            click.echo(
                f"memtrack: {error}; the run that holds the lock, or the next one, brings the files in", err=True
            )
    show_added(added, result, as_json=as_json)
    sys.exit(InputError.exit_code if any(one.outcome == "refused" for one in added) else 0)


@main.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--issuer", metavar="NAME", help="Who speaks in the files: id, ticker or name in any language.")
@click.option("--published-on", type=DAY, help="When the files were published.")
@click.option("--explain", is_flag=True, help="Say for each sentence which rule read what, or why nothing.")
def extract(files: tuple[Path, ...], issuer: str | None, published_on: dt.date | None, explain: bool) -> None:
    """Read statements from FILES, or from JSON lines on standard input ({"id", "text", ...}); prints JSON lines."""
    from tracker.passages import explain_passage, load_passage, parse_passages, read_passage

    passages: Iterator[Passage]
    if files:
        passages = (load_passage(file, issuer=issuer, published_on=published_on) for file in files)
    else:
        passages = parse_passages(sys.stdin.buffer, "standard input")
    for passage in passages:
        if explain:
            click.echo(explain_passage(passage))
        else:
            click.echo(json.dumps(read_passage(passage), ensure_ascii=False))


@main.command()
@click.option(
    "--quarter",
    "-q",
    required=True,
    metavar="QUARTER",
    help="Last quarter of the path: 2026Q3, or Q3 for the next one.",
)
@as_of_option
@click.option(
    "--product", "products", multiple=True, metavar="NAME", help="Only this product (DRAM, NAND, NOR); may be repeated."
)
@click.option("--horizon", type=click.IntRange(1, 8), help="Go on to at least so many quarters, this one included.")
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV: a row for each product, segment and quarter.")
@json_option
@click.pass_obj
def forecast(
    home: Any,
    quarter: str,
    as_of: dt.date | None,
    products: tuple[str, ...],
    horizon: int | None,
    as_csv: bool,
    as_json: bool,
) -> None:
    """Give the quarterly price path of each product through a quarter, with intervals and what it rests on."""
    from forecasts.issue import forecast_rows
    from tracker.outlook import show_forecast
    from tracker.quarter import resolve_quarter

    day = as_of or _now().date()
    answer = _issue_forecast(home, day, resolve_quarter(quarter, day), products or None, horizon)
    if as_json:
        _print_json(answer)
    elif as_csv:
        _print_csv(forecast_rows(answer))
    else:
        show_forecast(answer)


@main.command()
@as_of_option
@click.option("--since", type=DAY, help="Every flag whose event began on this date or later, expired ones too.")
@click.option("--ticker", metavar="TICKER", help="Only events in which this instrument moved (Yahoo notation).")
@click.option("--all", "include_expired", is_flag=True, help="Expired flags too.")
@click.option("--explain", metavar="ID", help="Show one flag with every leg of its tightness and all evidence.")
@json_option
@click.pass_obj
def flags(
    home: Any,
    as_of: dt.date | None,
    since: dt.date | None,
    ticker: str | None,
    include_expired: bool,
    explain: str | None,
    as_json: bool,
) -> None:
    """Show days on which memory shares moved hard against what published supply evidence said."""
    from forecasts.contradiction import find_flags
    from forecasts.flag import flags_json
    from tracker.outlook import show_flags
    from tracker.warehouse import Warehouse

    day = as_of or _now().date()
    with Warehouse.open(home.database) as warehouse:
        everything = include_expired or explain is not None
        found = find_flags(warehouse, as_of=day, since=since, ticker=ticker, include_expired=everything)
    answer = flags_json(day, [flag for flag in found if explain in {None, flag.flag_id}])
    if explain is not None and not answer["flags"]:
        raise UnknownName(f"no flag {explain!r} as of {day}; memtrack flags --all lists them")
    _print_json(answer) if as_json else show_flags(answer, in_full=explain is not None)


@main.command()
@as_of_option
@click.option("--since", type=DAY, help="The score on the first of each month from this date on.")
@json_option
@click.pass_obj
def tightness(home: Any, as_of: dt.date | None, since: dt.date | None, as_json: bool) -> None:
    """Show the supply-tightness score of each product family, leg by leg."""
    from forecasts.tightness import tightness_json, tightness_over_time
    from tracker.outlook import show_tightness
    from tracker.warehouse import Warehouse

    day = as_of or _now().date()
    with Warehouse.open(home.database) as warehouse:
        readings = tightness_json(tightness_over_time(warehouse, since=since or day, as_of=day))
    _print_json({"as_of": day, "readings": readings}) if as_json else show_tightness(readings)


@main.command()
@as_of_option
@click.option("--output", "-o", type=click.Path(path_type=Path, dir_okay=False), help="Where to write the page.")
@click.pass_obj
def report(home: Any, as_of: dt.date | None, output: Path | None) -> None:
    """Write the report: one HTML page with paths, statements and contradictions; no request leaves it."""
    click.echo(f"report: {_write_report(home, as_of or _now().date(), output)}")


@main.command()
@as_of_option
@offline_option
@click.pass_obj
def run(home: Any, as_of: dt.date | None, offline: bool) -> None:
    """Do the whole job: ingest, forecast, flags, report, and a summary of it all."""
    from tracker.ingest import republish, run_ingest
    from tracker.outlook import show_issued_flags
    from tracker.quarter import Quarter
    from tracker.report.summary import summarize_run
    from tracker.terminal import ingest_progress, show_gain
    from tracker.warehouse import Warehouse

    with ingest_progress(quiet=False) as progress:
        result = run_ingest(home, now=_now(), offline=offline, progress=progress)
    show_gain(result)
    day = as_of or _now().date()
    _issue_forecast(home, day, Quarter.of(day) + 1, None, None)
    show_issued_flags(_issue_flags(home, day))
    republish(home, _now())
    page = _write_report(home, day, None)
    with Warehouse.open(home.database) as warehouse:
        click.echo("\n".join(summarize_run(warehouse, as_of=day, database=home.database)))
    click.echo(f"report: {page}")
    sys.exit(result.exit_code)


@main.command()
@click.argument("sql", required=False)
@click.option(
    "--file", "-f", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="Read the query from a file."
)
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV.")
@json_option
@click.pass_obj
def query(home: Any, sql: str | None, file: Path | None, as_csv: bool, as_json: bool) -> None:
    """Run a SQL query on the published database (read-only)."""
    from tracker.terminal import show_table
    from tracker.warehouse import Warehouse

    if (sql is None) == (file is None):
        raise UsageError("query: expected either a query or --file, one of the two")
    with Warehouse.open(home.database) as warehouse:
        rows = warehouse.query(file.read_text(encoding="utf-8") if file else str(sql))
    if as_json:
        _print_json(rows)
    elif as_csv:
        _print_csv(rows)
    else:
        show_table(rows)


@main.command()
@json_option
@click.pass_obj
def status(home: Any, as_json: bool) -> None:
    """Show how each source is doing and how old the database is. Exit code 3 where something needs a look."""
    from tracker.status import read_status

    report = read_status(home, _now())
    click.echo(json.dumps(report.as_json(), ensure_ascii=False, indent=1) if as_json else report.as_text())
    sys.exit(report.exit_code)


@main.group(invoke_without_command=True)
@json_option
@click.pass_context
def sources(ctx: click.Context, as_json: bool) -> None:
    """List the sources: enabled or not, key needed, licence, whether raw text may leave the machine.

    `sources check NAME` asks a live source for one page and says whether it still has the known shape.
    """
    from tracker.config import load_settings
    from tracker.ingest import discover_sources, enabled_sources
    from tracker.terminal import show_sources

    if ctx.invoked_subcommand is None:
        listed = enabled_sources(load_settings(ctx.obj.root), discover_sources())
        show_sources(listed, as_json=as_json)


@sources.command("check")
@click.argument("name")
@json_option
@click.pass_obj
def check_one(home: Any, name: str, as_json: bool) -> None:
    """Ask one live source for one page and say, field by field, whether it has the known shape.

    Nothing is archived. Exit code 10 where something differs; send us what it printed.
    """
    from tracker.checkup import check_source
    from tracker.config import load_settings
    from tracker.errors import SourceError, UnknownName
    from tracker.ingest import discover_sources
    from tracker.terminal import show_findings

    known = discover_sources()
    if name not in known:
        raise UnknownName(f"source {name!r} is unknown: expected one of {', '.join(sorted(known))}")
    table = load_settings(home.root).source.get(name, {})
    findings = check_source(known[name], home=home.root, table=table, now=_now(), environ=os.environ)
    show_findings(name, findings, as_json=as_json)
    sys.exit(0 if all(finding.is_well for finding in findings) else SourceError.exit_code)


def _issue_forecast(
    home: Any, day: dt.date, target: Any, products: tuple[str, ...] | None, horizon: int | None
) -> Mapping[str, Any]:
    from forecasts.ledger import issue_forecast
    from tracker.ingest import republish
    from tracker.warehouse import Warehouse

    with Warehouse.open(home.database) as warehouse:
        issued = issue_forecast(
            warehouse,
            ledger=home.ledger,
            answers=home.answers,
            now=_now(),
            as_of=day,
            target=target,
            products=products,
            horizon=horizon,
        )
    if issued.appended:
        republish(home, _now())
    return issued.answer


def _issue_flags(home: Any, day: dt.date) -> dict[str, Any]:
    from forecasts.flagledger import issue_flags
    from tracker.ingest import republish
    from tracker.journal import Journal
    from tracker.warehouse import Warehouse

    with Warehouse.open(home.database) as warehouse:
        journal = Journal(home.ledger / "flags.jsonl")
        issued = issue_flags(warehouse, journal, as_of=day, issued_at=_now())
    if issued.flags or issued.states or issued.readings:
        republish(home, _now())
    return {"new": issued.flags, "states": issued.states}


def _write_report(home: Any, day: dt.date, output: Path | None) -> Path:
    from tracker.report import write_report
    from tracker.warehouse import Warehouse

    with Warehouse.open(home.database) as warehouse:
        return write_report(warehouse, output or home.reports / f"memtrack-{day}.html", as_of=day)


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def _print_json(content: object) -> None:
    click.echo(json.dumps(content, ensure_ascii=False, indent=1, default=str))


def _print_csv(rows: Sequence[Mapping[str, Any]]) -> None:
    import csv

    writer = csv.DictWriter(sys.stdout, fieldnames=list(rows[0]) if rows else [])
    writer.writeheader()
    writer.writerows(rows)


if __name__ == "__main__":
    main()
