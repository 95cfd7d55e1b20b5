"""Series for scoring that may not be shipped, equity returns and an export price index, from the user's own folder.

The folder is named by MEMTRACK_BENCH_DATA. Without it the study runs on the packaged record alone and says so. Reading
the returns needs pyarrow, which nothing else in memtrack does.
"""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from forecasts.knowledge import Reads, Row
from tracker.errors import InputError

RETURNS_FILE = "equity_returns.parquet"
INDEX_FILE = "bok_dram_export_price.csv"
INDEX_NAME = "DRAM export price index, Bank of Korea"
_INDEX_ITEM = "DRAM export price index"
# The index of a month is out by the middle of the next one.
_PUBLISHED_DAY = 16
_FIRST_YEAR = 2009
_START_LEVEL = 100.0


def _index_rows(path: Path) -> Iterator[Row]:
    """Yield the index as monthly contract prices, each known from the middle of the month after."""
    with path.open(newline="", encoding="utf-8") as stream:
        for line in csv.DictReader(stream):
            year, month = int(line["month"][:4]), int(line["month"][5:7])
            if not line["dram_usd_index_derived"] or year < _FIRST_YEAR:
                continue
            known_on = dt.date(year + month // 12, month % 12 + 1, _PUBLISHED_DAY)
            yield {
                "item": _INDEX_ITEM,
                "product": "DRAM",
                "segment": "total",
                "market": "contract",
                "period": line["month"],
                "price_usd": float(line["dram_usd_index_derived"]),
                "change_pct": None,
                "basis": None,
                "known_on": known_on,
                "document_id": path.name,
            }


def _close_rows(path: Path) -> Iterator[Row]:
    """Yield closes chained from daily returns, a hundred before the first; doubtful returns leave a gap."""
    import pandas as pd

    frame = pd.read_parquet(path)
    frame = frame[frame["flag"].isna()].sort_values(["ticker", "date"])
    for ticker, group in frame.groupby("ticker", sort=True):
        # Shanghai is .SS in the notation that the warehouse keeps.
        name = str(ticker).replace(".SH", ".SS")
        days = [day.date() for day in group["date"]]
        levels = _START_LEVEL * (1 + group["ret"].to_numpy()).cumprod()
        first = group["prev_date"].iloc[0].date()
        for day, level in zip([first, *days], [_START_LEVEL, *levels], strict=True):
            yield {"ticker": name, "session_date": day, "known_on": day, "close": float(level), "currency": None}


@dataclass(frozen=True, slots=True)
class BenchData:
    """The rows of a bench folder; empty where there is none."""

    closes: Sequence[Row] = ()
    index: Sequence[Row] = ()

    @property
    def index_months(self) -> list[tuple[str, float, dt.date]]:
        """The index as (month, level, known on)."""
        return [(row["period"], row["price_usd"], row["known_on"]) for row in self.index]


def read_bench(environment: Mapping[str, str]) -> BenchData:
    """Read the folder that MEMTRACK_BENCH_DATA names; nothing where it is not set, InputError where it is wrong."""
    named = environment.get("MEMTRACK_BENCH_DATA")
    if not named:
        return BenchData()
    folder = Path(named)
    missing = [name for name in (RETURNS_FILE, INDEX_FILE) if not (folder / name).is_file()]
    if missing:
        raise InputError(
            f"MEMTRACK_BENCH_DATA={named}: no file {missing[0]} there; expected {RETURNS_FILE} and {INDEX_FILE}"
        )
    return BenchData(tuple(_close_rows(folder / RETURNS_FILE)), tuple(_index_rows(folder / INDEX_FILE)))


class Supplemented:
    """A warehouse with further closes and prices beside its own, each from its own day on."""

    def __init__(self, warehouse: Reads, bench: BenchData) -> None:
        """Take the warehouse and what to add to it."""
        self._warehouse = warehouse
        self._more = {"closes_as_of": bench.closes, "prices_as_of": bench.index}

    def rows(self, name: str, *params: Any) -> list[Row]:
        """Return the rows of a view or macro with the further rows known by then."""
        added = [row for row in self._more.get(name, ()) if row["known_on"] <= params[0]]
        return [*self._warehouse.rows(name, *params), *added]
