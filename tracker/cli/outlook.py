"""Verbs that forecast and judge: forecast, backtest, score, what-if, flags, tightness, report, run."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from tracker.cli.issuing import issue_flags, issue_forecast, refuse_future, write_page
from tracker.cli.words import DAY, as_of_option, json_option, now, offline_option, print_csv, print_json, product_option
from tracker.errors import UnknownName, UsageError
from tracker.quarter import Quarter


@click.command()
@click.option(
    "--quarter",
    "-q",
    required=True,
    metavar="QUARTER",
    help="Last quarter of the path: 2026Q3, or Q3 for the next one.",
)
@as_of_option
@product_option
@click.option("--since", type=DAY, help="Say what changed since this date, and which statements moved the path.")
@click.option("--horizon", type=click.IntRange(1, 8), help="Go on to at least so many quarters, this one included.")
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV: a row for each product, segment and quarter.")
@json_option
@click.pass_obj
def forecast(
    home: Any,
    quarter: str,
    as_of: dt.date | None,
    products: tuple[str, ...],
    since: dt.date | None,
    horizon: int | None,
    as_csv: bool,
    as_json: bool,
) -> None:
    """Give the quarterly price path of each product through a quarter, with intervals and what it rests on."""
    from forecasts.changes import change_rows
    from forecasts.issue import forecast_rows, last_quarter
    from tracker.outlook import show_changes, show_forecast
    from tracker.quarter import resolve_quarter

    day = as_of or now().date()
    target = resolve_quarter(quarter, day)
    if since is not None:
        target = last_quarter(day, target, horizon)
        answer = _changes_since(home, since, day, target, products or None)
        rows, show = change_rows, show_changes
    else:
        answer = issue_forecast(home, day, target, products or None, horizon)
        rows, show = forecast_rows, show_forecast
    if as_json:
        print_json(answer)
    elif as_csv:
        print_csv(rows(answer))
    else:
        show(answer)


def _changes_since(
    home: Any, since: dt.date, day: dt.date, target: Quarter, products: tuple[str, ...] | None
) -> Mapping[str, Any]:
    from forecasts.changes import changes_since
    from tracker.warehouse import Warehouse

    refuse_future(day)
    if since >= day:
        raise UsageError(f"--since {since}: expected a date before {day}, the as-of date")
    with Warehouse.open(home.database) as warehouse:
        return changes_since(warehouse, since=since, as_of=day, target=target, products=products)


@click.command()
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
    from forecasts.contradiction import flags_in
    from forecasts.explanation import histories_of, prepare
    from forecasts.flag import flags_json
    from forecasts.flagrule import load_instruments
    from forecasts.issuedflags import beside_ledger, match_issued, no_longer_found
    from forecasts.issuedodds import issued_probability
    from tracker.outlook import show_flags
    from tracker.warehouse import Warehouse

    day = as_of or now().date()
    if ticker is not None and ticker not in load_instruments():
        raise UnknownName(f"--ticker {ticker!r}: not watched; expected one of {', '.join(sorted(load_instruments()))}")
    if explain is not None:
        _explain_flag(home, explain, day, as_json=as_json)
        return
    with Warehouse.open(home.database) as warehouse:
        setting, outcomes = prepare(warehouse, day, issued_probability(warehouse, day))
        issued = match_issued(warehouse.rows("flags_as_of", day))
    found = flags_in(setting, since=since, ticker=ticker, include_expired=include_expired)
    histories = histories_of(setting, outcomes, found)
    answer = flags_json(day, found, histories, {flag.flag_id: beside_ledger(flag, issued) for flag in found})
    if ticker is None:
        expired_too = include_expired or since is not None
        answer["no_longer_found"] = no_longer_found(issued, setting, since=since, include_expired=expired_too)
    print_json(answer) if as_json else show_flags(answer)


def _explain_flag(home: Any, flag_id: str, day: dt.date, *, as_json: bool) -> None:
    from forecasts.explanation import explain_flag, explanation_json, explanation_lines
    from forecasts.issuedflags import beside_ledger, match_issued
    from forecasts.issuedodds import issued_probability
    from tracker.outlook import ledger_words
    from tracker.warehouse import Warehouse

    with Warehouse.open(home.database) as warehouse:
        flag, history = explain_flag(warehouse, flag_id, as_of=day, probability=issued_probability(warehouse, day))
        ledger = beside_ledger(flag, match_issued(warehouse.rows("flags_as_of", day)))
    if as_json:
        print_json({**explanation_json(flag, history), "ledger": ledger})
    else:
        click.echo("\n".join([*explanation_lines(flag, history), ledger_words(ledger)]))


@click.command()
@as_of_option
@click.option("--since", type=DAY, help="The score on the first of each month from this date on.")
@json_option
@click.pass_obj
def tightness(home: Any, as_of: dt.date | None, since: dt.date | None, as_json: bool) -> None:
    """Show the supply-tightness score of each product family, leg by leg."""
    from forecasts.tightness import tightness_json, tightness_over_time
    from tracker.outlook import show_tightness
    from tracker.warehouse import Warehouse

    day = as_of or now().date()
    with Warehouse.open(home.database) as warehouse:
        readings = tightness_json(tightness_over_time(warehouse, since=since or day, as_of=day))
    print_json({"as_of": day, "readings": readings}) if as_json else show_tightness(readings)


@click.command()
@as_of_option
@click.option("--output", "-o", type=click.Path(path_type=Path, dir_okay=False), help="Where to write the page.")
@click.pass_obj
def report(home: Any, as_of: dt.date | None, output: Path | None) -> None:
    """Write the report: one HTML page with paths, statements and contradictions; no request leaves it."""
    day = as_of or now().date()
    issue_forecast(home, day, Quarter.of(day) + 1, None, None)
    click.echo(f"report: {write_page(home, day, output)}")


@click.command()
@as_of_option
@offline_option
@click.pass_obj
def run(home: Any, as_of: dt.date | None, offline: bool) -> None:
    """Do the whole job: ingest, forecast, flags, report, and a summary of it all."""
    from tracker.ingest import republish, run_ingest
    from tracker.outlook import show_issued_flags
    from tracker.report.summary import summarize_run
    from tracker.terminal import ingest_progress, show_failures, show_gain
    from tracker.warehouse import Warehouse

    with ingest_progress(quiet=False) as progress:
        result = run_ingest(home, now=now(), offline=offline, progress=progress)
    show_failures(result)
    show_gain(result)
    day = as_of or now().date()
    issue_forecast(home, day, Quarter.of(day) + 1, None, None)
    show_issued_flags(issue_flags(home, day))
    republish(home, now())
    page = write_page(home, day, None)
    with Warehouse.open(home.database) as warehouse:
        click.echo("\n".join(summarize_run(warehouse, as_of=day, database=home.database)))
    click.echo(f"report: {page}")
    sys.exit(result.exit_code)


VERBS = (forecast, flags, tightness, report, run)
