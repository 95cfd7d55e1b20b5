"""The study behind the flag: every number of docs/flags.md, from one command, `python -m forecasts.study`.

It builds the packaged record in a folder of its own, adds the bench series where MEMTRACK_BENCH_DATA names them, and
prints tables in Markdown; `--write FILE` puts them between the marks of that file. Without the bench series it says so
and shows what the record alone can.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from forecasts.benchdata import INDEX_NAME, BenchData, Supplemented, read_bench
from forecasts.cases import Outcomes, collect_history, monthly_outcomes, settled_outcomes
from forecasts.contradiction import Setting, observe
from forecasts.flagrule import load_instruments, load_rule
from forecasts.knowledge import Reads, load_knowledge
from forecasts.studytables import Studied, write_replay, write_study
from tracker.errors import MemtrackError
from tracker.home import Home
from tracker.ingest import run_ingest
from tracker.warehouse import Warehouse

BEGIN, END = "<!-- study: begin -->", "<!-- study: end -->"
# The last day of the bench series; later days have no closes to speak of.
LAST_DAY = dt.date(2026, 8, 21)


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """Seconds that the parts of the study took."""

    series: float
    history: float


def _build_record(folder: Path) -> Home:
    """Ingest the packaged record into a home of its own."""
    home = Home(folder)
    run_ingest(home, now=dt.datetime.combine(LAST_DAY, dt.time(12), dt.UTC), only="record")
    return home


def _outcomes(warehouse: Reads, bench: BenchData, as_of: dt.date) -> Outcomes:
    """Return the outcome series: the export index where it is at hand, else the settled quarters of the record."""
    if bench.index:
        return monthly_outcomes(INDEX_NAME, bench.index_months)
    return settled_outcomes(warehouse, load_rule().product, as_of)


def study(warehouse: Reads, bench: BenchData, as_of: dt.date) -> tuple[Studied, Timing]:
    """Compute everything that the tables need as of a date, and how long it took."""
    rows = Supplemented(warehouse, bench)
    knowledge = load_knowledge(rows, as_of)
    began = time.perf_counter()
    setting: Setting = observe(knowledge, load_rule(), load_instruments())
    series = time.perf_counter()
    outcomes = _outcomes(warehouse, bench, as_of)
    falls = collect_history(setting, outcomes, -1)
    rallies = collect_history(setting, outcomes, 1)
    ended = time.perf_counter()
    studied = Studied(setting=setting, outcomes=outcomes, falls=falls, rallies=rallies, rows=rows)
    return studied, Timing(series=series - began, history=ended - series)


def _replace_block(path: Path, lines: Sequence[str]) -> None:
    """Put lines between the marks of a file; raise MemtrackError where the marks are missing."""
    text = path.read_text(encoding="utf-8")
    if BEGIN not in text or END not in text:
        raise MemtrackError(f"{path}: no marks {BEGIN} and {END}; put them where the tables belong")
    head, rest = text.split(BEGIN, 1)
    tail = rest.split(END, 1)[1]
    path.write_text("\n".join([head + BEGIN, "", *lines, "", END]) + tail, encoding="utf-8")


def _said_before(bench: BenchData) -> Iterator[str]:
    """Yield what a reader must know of the data before the numbers."""
    if not bench.closes:
        yield "MEMTRACK_BENCH_DATA is not set: there are no closes and no export index. The tables rest on the packaged"
        yield "record alone."
        yield ""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the study; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m forecasts.study", description="The numbers of docs/flags.md.")
    parser.add_argument("--write", type=Path, metavar="FILE", help="put the tables between the marks of this file")
    parser.add_argument(
        "--replay", action="store_true", help="compute every flag again as of its own day; takes minutes"
    )
    chosen = parser.parse_args(arguments)
    try:
        bench = read_bench(os.environ)
        with tempfile.TemporaryDirectory(prefix="memtrack-study-") as folder:
            home = _build_record(Path(folder))
            with Warehouse.open(home.database) as warehouse:
                studied, timing = study(warehouse, bench, LAST_DAY)
                lines = [*_said_before(bench), *write_study(studied)]
                lines += write_replay(studied) if chosen.replay else []
        if chosen.write:
            _replace_block(chosen.write, lines)
    except MemtrackError as error:
        sys.stderr.write(f"study: {error}\n")
        return error.exit_code
    took = f"{timing.series:.1f} s for the moves of all tickers, {timing.history:.1f} s for the history of both sides"
    sys.stdout.write("\n".join([*lines, "", f"Time: {took}.", ""]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
