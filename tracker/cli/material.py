"""Verbs that gather, read and keep: ingest, add, extract, query, status, sources."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tracker.cli.issuing import issue_flags
from tracker.cli.words import DAY, json_option, now, offline_option, print_csv, print_json
from tracker.errors import InputError, SourceError, UnknownName, UsageError

if TYPE_CHECKING:
    from tracker.passages import Passage


@click.command()
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
            home, now=now(), only=only, since=since, offline=offline, dry_run=dry_run, progress=progress
        )
    issued = None if dry_run else issue_flags(home, now().date())
    if as_json:
        print_json({**result.as_json(), "flags": issued})
    else:
        show_ingest(result, home)
        show_issued_flags(issued)
    sys.exit(result.exit_code)


@click.command()
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
    added = add_files(home.root, files, issuer=issuer, published_on=published_on, url=url, now=now())
    result = None
    if any(one.key is not None for one in added):
        try:
            result = run_ingest(home, now=now(), only="drop")
        except Busy as error:
            click.echo(
                f"memtrack: {error}; the run that holds the lock, or the next one, brings the files in", err=True
            )
    show_added(added, result, as_json=as_json)
    sys.exit(InputError.exit_code if any(one.outcome == "refused" for one in added) else 0)


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--issuer", metavar="NAME", help="Who speaks in the files: id, ticker or name in any language.")
@click.option("--published-on", type=DAY, help="When the files were published.")
@click.option("--explain", is_flag=True, help="Say for each sentence which rule read what, or why nothing.")
def extract(files: tuple[Path, ...], issuer: str | None, published_on: dt.date | None, explain: bool) -> None:
    """Read statements from FILES, or from JSON lines on standard input; prints JSON lines.

    A line on standard input is an object with id and text, and what is known of the text: lang (zh-Hans, zh-Hant, en,
    ko, ja), published_on (a date like 2026-07-02), issuer, ticker, doc_type (news, press, earnings_call, ir_record).
    """
    from tracker.passages import explain_passage, load_passage, parse_passages, read_passage, write_line

    passages: Iterator[Passage]
    if files:
        passages = (load_passage(file, issuer=issuer, published_on=published_on) for file in files)
    elif issuer is not None or published_on is not None:
        raise UsageError("extract: --issuer and --published-on are for FILES; a JSON line says its own")
    else:
        passages = parse_passages(sys.stdin.buffer, "standard input")
    for passage in passages:
        if explain:
            click.echo(explain_passage(passage, is_one_of_many=len(files) != 1))
        else:
            click.echo(write_line(read_passage(passage)))


@click.command()
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
        print_json(rows)
    elif as_csv:
        print_csv(rows)
    else:
        show_table(rows)


@click.command()
@json_option
@click.pass_obj
def status(home: Any, as_json: bool) -> None:
    """Show how each source is doing and how old the database is. Exit code 3 where something needs a look."""
    from tracker.status import read_status

    report = read_status(home, now())
    click.echo(json.dumps(report.as_json(), ensure_ascii=False, indent=1) if as_json else report.as_text())
    sys.exit(report.exit_code)


@click.group(invoke_without_command=True)
@json_option
@click.pass_context
def sources(ctx: click.Context, as_json: bool) -> None:
    """List the sources: enabled or not, key needed, licence, whether raw text may leave the machine."""
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
    """Ask a live source for one page and say, field by field, whether it has the known shape.

    Nothing is archived. Exit code 10 where something differs; send us what it printed.
    """
    from tracker.checkup import check_source
    from tracker.config import load_settings
    from tracker.ingest import discover_sources
    from tracker.terminal import show_findings

    known = discover_sources()
    if name not in known:
        raise UnknownName(f"source {name!r} is unknown: expected one of {', '.join(sorted(known))}")
    table = load_settings(home.root).source.get(name, {})
    findings = check_source(known[name], home=home.root, table=table, now=now(), environ=os.environ)
    show_findings(name, findings, as_json=as_json)
    sys.exit(0 if all(finding.is_well for finding in findings) else SourceError.exit_code)


@click.command("diff-readings")
@click.option("--source", "only", metavar="NAME", help="Only this source.")
@json_option
@click.pass_obj
def diff_readings(home: Any, only: str | None, as_json: bool) -> None:
    """Show which statements appear, vanish or change between the last two reader versions of each source."""
    from tracker.rereading import compare_readings
    from tracker.terminal import show_table

    changes = [dataclasses.asdict(change) for change in compare_readings(home, only)]
    if as_json:
        print_json(changes)
    elif changes:
        show_table(changes)
    else:
        click.echo("nothing differs in any source that two reader versions have read")


VERBS = (ingest, add, extract, query, status, sources, diff_readings)
