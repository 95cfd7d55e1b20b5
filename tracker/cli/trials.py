"""Verbs that try the forecaster: backtest on the past, score of what was issued, what-if."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import click

from tracker.cli.issuing import refuse_future
from tracker.cli.words import as_of_option, json_option, now, print_json, product_option
from tracker.errors import UsageError

_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.command()
@click.option(
    "--origin",
    type=click.Choice(("before", "start", "mid")),
    default="start",
    show_default=True,
    help="Date of knowledge: last day of the quarter before, day 10, or day 48.",
)
@click.option("--product", default="DRAM", show_default=True, metavar="NAME", help="Product whose path is tried.")
@click.option(
    "--since",
    default="2014Q1",
    show_default=True,
    metavar="QUARTER",
    help="First quarter that is scored; models learn from all before.",
)
@click.option("--prices", type=_FILE, help="A table of prices (memtrack add --template prices) as the outcome.")
@click.option("--guidance", type=_FILE, help="A table of guidance to add to the record for this trial.")
@click.option("--models", metavar="NAME,NAME", help="Only these forecasters, besides the combination of them.")
@click.option("--jobs", type=click.IntRange(1, 64), default=2, show_default=True, help="Processes to use.")
@json_option
@click.pass_obj
def backtest(
    home: Any,
    origin: str,
    product: str,
    since: str,
    prices: Path | None,
    guidance: Path | None,
    models: str | None,
    jobs: int,
    as_json: bool,
) -> None:
    """Try every forecaster on the past, as of dates of knowledge, beside the agency's own midpoint."""
    from forecasts.backtest import backtest_answer, documented
    from tracker.outlook import show_leaderboard
    from tracker.quarter import Quarter
    from tracker.terminal import trial_progress
    from tracker.warehouse import Warehouse

    with Warehouse.open(home.database) as warehouse, trial_progress(quiet=as_json) as report:
        answer = backtest_answer(
            warehouse,
            origin=origin,
            today=now().date(),
            product=product.upper(),
            since=Quarter.parse(since),
            prices=prices,
            guidance=guidance,
            models=models.split(",") if models else None,
            jobs=jobs,
            cache=home.answers / "folds",
            report=report,
        )
    print_json(documented(answer)) if as_json else show_leaderboard(answer)


@click.command()
@as_of_option
@click.option("--all", "include_late", is_flag=True, help="Also forecasts computed later about an earlier date.")
@click.option("--chart", type=click.Path(path_type=Path, dir_okay=False), help="Also draw them into this SVG file.")
@json_option
@click.pass_obj
def score(home: Any, as_of: dt.date | None, include_late: bool, chart: Path | None, as_json: bool) -> None:
    """Score the issued forecasts of the ledger against what was published afterwards."""
    from forecasts.score import score_ledger
    from tracker.outlook import show_score
    from tracker.warehouse import Warehouse

    refuse_future(day := as_of or now().date())
    with Warehouse.open(home.database) as warehouse:
        answer = score_ledger(warehouse, as_of=day, live_only=not include_late)
    print_json(answer) if as_json else show_score(answer)
    if chart is not None:
        from tracker.report.trackrecord import write_track_record

        click.echo(f"chart: {write_track_record(answer['forecasts'], chart)}", err=as_json)


@click.command("what-if")
@click.option("--quarter", "-q", required=True, metavar="QUARTER", help="Last quarter of the path: 2026Q3, or Q3.")
@as_of_option
@product_option
@click.option("--without", multiple=True, metavar="ISSUER", help="As if this issuer had been silent; may be repeated.")
@click.option(
    "--add",
    "said",
    multiple=True,
    metavar="PRODUCT:QUARTER:LOW:HIGH",
    help="As if this range (signed, % on the quarter before) had been said; may be repeated.",
)
@click.option(
    "--shock",
    multiple=True,
    metavar="PRODUCT:PCT",
    help="As if contract prices had moved so much in this month; may be repeated.",
)
@json_option
@click.pass_obj
def what_if(
    home: Any,
    quarter: str,
    as_of: dt.date | None,
    products: tuple[str, ...],
    without: tuple[str, ...],
    said: tuple[str, ...],
    shock: tuple[str, ...],
    as_json: bool,
) -> None:
    """Forecast as if a source had been silent, something had been said, or prices had jumped. Nothing is issued."""
    from forecasts import changes
    from tracker.outlook import show_changes
    from tracker.quarter import resolve_quarter
    from tracker.warehouse import Warehouse

    if not (without or said or shock):
        raise UsageError("what-if: expected at least one of --without, --add, --shock")
    refuse_future(day := as_of or now().date())
    with Warehouse.open(home.database) as warehouse:
        answer = changes.what_if(
            warehouse,
            as_of=day,
            target=resolve_quarter(quarter, day),
            products=products or None,
            without_issuers=without,
            added=[_parse_range(text) for text in said],
            shocks_pct=dict(_parse_shock(text) for text in shock),
        )
    print_json(answer) if as_json else show_changes(answer)


def _parse_range(text: str) -> Any:
    from forecasts.changes import Added
    from tracker.quarter import Quarter

    parts = text.split(":")
    try:
        product, quarter, low, high = parts
        return Added(product=product.upper(), quarter=Quarter.parse(quarter), low_pct=float(low), high_pct=float(high))
    except ValueError as error:
        raise UsageError(
            f"--add {text!r}: expected PRODUCT:QUARTER:LOW:HIGH, like DRAM:2026Q4:5:10 ({error})"
        ) from error


def _parse_shock(text: str) -> tuple[str, float]:
    try:
        product, change = text.split(":")
        return product.upper(), float(change)
    except ValueError as error:
        raise UsageError(f"--shock {text!r}: expected PRODUCT:PCT, like DRAM:-10 ({error})") from error


VERBS = (backtest, score, what_if)
