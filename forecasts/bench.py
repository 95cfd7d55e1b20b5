"""The benchmark: `python -m forecasts.bench` prints what the forecaster reached against its goals.

The outcome series lie in the folder that MEMTRACK_BENCH_DATA names and are no part of the project; where it is absent
the benchmark says so and scores the record's own settled quarters. Nothing is tuned here.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from forecasts.backtest import COMBINATION, Backtest, leaderboard, run_backtest
from forecasts.base import Settled, find_forecasters, to_log
from forecasts.basket import make_basket
from forecasts.benchdata import read_bench
from forecasts.benchpage import Board, goal_table, main_tables, other_table, peer_table, write_figures
from forecasts.monthly import next_month
from forecasts.outcome import Outcome, monthly_outcome, publication_date, settled_outcome
from forecasts.record import Record, load_record
from tracker.errors import MemtrackError
from tracker.quarter import Quarter, period_bounds

FOLDER_VARIABLE = "MEMTRACK_BENCH_DATA"
ORIGINS = ("before", "start", "mid")
BLIND = "mid, no print"
BLIND_GOAL = 0.32
SURGE = (Quarter(2025, 4), Quarter(2026, 2))
REPORT_LAG = dt.timedelta(days=45)
GOALS: Mapping[tuple[str, int, str], tuple[float, float, float]] = {
    ("mae_ratio", 1, "MAE / no change, h=1"): (0.46, 0.36, 0.115),
    ("mae_ratio", 2, "MAE / no change, h=2"): (0.62, 0.51, 0.39),
    ("mae_ratio", 4, "MAE / no change, h=4"): (0.82, 0.79, 0.76),
    ("paired_ratio", 1, "MAE / agency, paired, h=1"): (0.90, 0.95, 0.28),
    ("crps_ratio", 1, "CRPS / no change, h=1"): (0.44, 0.38, 0.12),
    ("width_80_pp", 1, "80 % width in points, h=1"): (18.0, 17.0, 6.0),
}


@dataclass(frozen=True, slots=True)
class Series:
    """A series to score on and the first quarter that counts."""

    outcome: Outcome
    since: Quarter


@dataclass(frozen=True, slots=True)
class Measured:
    """The leaderboards of one series, of all quarters and of the calm ones, and the peers' scores on both."""

    name: str
    every: Board
    calm: Board
    peers: Any


def main() -> int:
    """Run the benchmark and print its tables; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m forecasts.bench", description=__doc__.splitlines()[0])
    parser.add_argument("--database", type=Path, help="a published database (default: that of the home folder)")
    parser.add_argument("--jobs", type=int, default=2, help="processes to use")
    parser.add_argument("--cache", type=Path, help="folder for finished folds")
    parser.add_argument("--peers", action="store_true", help="also run statsforecast's models and Prophet alone")
    parser.add_argument("--page", type=Path, help="write the figures into this page, between its marks")
    options = parser.parse_args()
    try:
        return _run(options)
    except MemtrackError as error:
        print(f"bench: {error}", file=sys.stderr)
        return error.exit_code


def _run(options: argparse.Namespace) -> int:
    from tracker.home import locate_home
    from tracker.warehouse import Warehouse

    database = options.database or locate_home().database
    with Warehouse.open(database) as warehouse:
        record = load_record(warehouse)
    folder = Path(os.environ.get(FOLDER_VARIABLE, ""))
    today = dt.datetime.now(dt.UTC).date()
    if not os.environ.get(FOLDER_VARIABLE) or not folder.is_dir():
        print(f"{FOLDER_VARIABLE} names no folder: scoring the record's own settled quarters instead of price indices")
        found = [_measure(record, series, today, options) for series in record_series(record)]
        print("\n\n".join(main_tables(each.name, each.every, each.calm) for each in found))
        return 0
    record = replace(record, basket=make_basket(read_bench(os.environ).closes))
    found = [
        _measure(record, series, today, options, is_main=place == 0)
        for place, series in enumerate(bench_series(folder))
    ]
    figures = _figures(found)
    print("\n" + figures)
    if options.page:
        write_figures(options.page, figures)
    return 0


def _figures(found: Sequence[Measured]) -> str:
    """Return all tables of the benchmark as Markdown."""
    first, *others = found
    parts = [
        main_tables(first.name, first.every, first.calm),
        goal_table(reached(first.every), (*ORIGINS, BLIND)),
        other_table({each.name: (each.every, each.calm) for each in others}),
    ]
    scores = {each.name: each.peers for each in found if each.peers}
    if scores:
        parts.append(peer_table(scores, ORIGINS))
    return "\n\n".join(parts)


def record_series(record: Record) -> list[Series]:
    """Return the settled quarters of the record's overall series."""
    return [Series(settled_outcome(record, product, "total"), Quarter(2016, 1)) for product in ("DRAM", "NAND")]


def bench_series(folder: Path) -> Iterator[Series]:
    """Return the outcome series of the benchmark folder, the DRAM export price index first."""
    index = folder / "bok_dram_export_price.csv"
    rows = [(row["month"], row["dram_usd_index_derived"]) for row in _rows(index)]
    yield Series(monthly_outcome("DRAM export price index, USD", "DRAM", rows), Quarter(2014, 1))
    fixed = _rows(folder / "fixed_contract_monthly.csv")
    items = (("DDR4_8Gb_1Gx8_PC", "DRAM", Quarter(2018, 1)), ("NAND_128Gb_16Gx8_MLC", "NAND", Quarter(2019, 1)))
    for item, product, since in items:
        rows = [(row["month"], row["usd"]) for row in fixed if row["item"] == item]
        yield Series(monthly_outcome(f"fixed contract {item}", product, rows, at_month_end=True), since)
    reported = _rows(folder / "company_asp_quarterly_all.csv")
    for issuer, product in (("SK hynix", "DRAM"), ("SK hynix", "NAND"), ("Micron", "DRAM"), ("Micron", "NAND")):
        yield Series(_reported(reported, issuer, product), Quarter(2014, 1))


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as stream:
        return list(csv.DictReader(stream))


def _reported(rows: Sequence[Mapping[str, str]], issuer: str, product: str) -> Outcome:
    """Return a company's reported ASP changes; one without a date counts from 45 days after its quarter."""
    found: dict[Quarter, Settled] = {}
    for row in rows:
        if (row["issuer"], row["product"], row["metric"]) != (issuer, product, "asp_qoq"):
            continue
        if not row["low_pct"] or not row["high_pct"]:
            continue
        quarter = Quarter.parse(row["calendar_quarter"])
        given = row["published_on"].strip()
        known_on = _known_on(given, quarter)
        change = to_log((float(row["low_pct"]) + float(row["high_pct"])) / 2)
        known_on = max(known_on, quarter.end + dt.timedelta(days=1))
        found.setdefault(quarter, Settled(quarter, change, known_on, "company"))
    return Outcome(f"{issuer} {product} ASP", product, "total", settled=tuple(found.values()))


def _known_on(given: str, quarter: Quarter) -> dt.date:
    if not given:
        return quarter.end + REPORT_LAG
    return period_bounds(given)[1] if len(given) == 7 else dt.date.fromisoformat(given)


def _measure(
    record: Record, series: Series, today: dt.date, options: argparse.Namespace, *, is_main: bool = False
) -> Measured:
    """Run one series and its peers; print how long that took. The main one also at `mid` without the month's print."""
    began = time.monotonic()
    results = _backtests(record, series.outcome, series.since, today, options, origins=ORIGINS)
    print(f"{series.outcome.name}, from {series.since} ({time.monotonic() - began:.0f} s)", flush=True)
    if is_main:
        (blind,) = _backtests(record, delayed(series.outcome), series.since, today, options, origins=("mid",))
        results.append(replace(blind, origin=BLIND))
    peers = None
    if options.peers:
        from forecasts.peers import run_peers, score_peers

        misses = run_peers(series.outcome, series.since, today, ORIGINS)
        peers = (score_peers(misses, _every), score_peers(misses, _outside_surge))
    return Measured(series.outcome.name, _boards(results, _every), _boards(results, _outside_surge), peers)


def _backtests(
    record: Record,
    outcome: Outcome,
    since: Quarter,
    today: dt.date,
    options: argparse.Namespace,
    *,
    origins: Sequence[str],
) -> list[Backtest]:
    return run_backtest(
        record,
        outcome,
        origins=origins,
        since=since,
        today=today,
        models=tuple(find_forecasters()),
        jobs=options.jobs,
        cache=options.cache,
    )


def delayed(outcome: Outcome) -> Outcome:
    """Return an outcome each month of which is known a month later: at `mid` no month of the running quarter is out."""
    months = tuple(replace(month, known_on=publication_date(next_month(month.month))) for month in outcome.months)
    return replace(outcome, months=months)


def _boards(results: Sequence[Backtest], only: Callable[[Quarter], bool]) -> Board:
    rows = {result.origin: leaderboard(result, only)["rows"] for result in results}
    return {origin: [_with_ratios(row, each) for row in each] for origin, each in rows.items()}


def _every(_quarter: Quarter) -> bool:
    return True


def _outside_surge(quarter: Quarter) -> bool:
    return not SURGE[0] <= quarter <= SURGE[1]


def _with_ratios(row: Mapping[str, Any], rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    yard = next(each for each in rows if each["model"] == "no_change" and each["horizon"] == row["horizon"])
    paired = row["paired_vs_agency"]
    ratio = paired["mae_pp"] / paired["agency_mae_pp"] if paired["n"] else None
    return {**row, "crps_ratio": row["crps_pp"] / yard["crps_pp"], "paired_ratio": ratio}


def reached(boards: Board) -> list[tuple[str, list[tuple[float, float]]]]:
    """Return each measure with what the combination reached and its goal, by origin."""
    table = []
    for (key, horizon, words), goals in GOALS.items():
        rows = [_combination(boards[origin], horizon) for origin in ORIGINS]
        table.append((words, [(float(row[key]), goal) for row, goal in zip(rows, goals, strict=True)]))
    blind = float(_combination(boards[BLIND], 1)["mae_ratio"])
    table[0][1].append((blind, BLIND_GOAL))
    return table


def _combination(rows: Sequence[Mapping[str, Any]], horizon: int) -> Mapping[str, Any]:
    return next(row for row in rows if (row["model"], row["horizon"]) == (COMBINATION, horizon))


if __name__ == "__main__":
    sys.exit(main())
