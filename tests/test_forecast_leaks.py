"""The leak canary: facts of every kind, planted loudly and known only after a date, move nothing as of that date.

Each plant is also made known on the date itself, where it must move something: a canary that can't sing guards nothing.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from forecasts.base import find_forecasters
from forecasts.basket import Basket, Share
from forecasts.combine import run_forecasters
from forecasts.features import Lookback
from forecasts.outcome import Month, Outcome, settled_outcome
from forecasts.record import Print, Record, load_record
from tests.forecast_rows import FIRST, LAST, made_up_warehouse, true_change
from tracker.cli import main
from tracker.quarter import Quarter

DAY = dt.date(2023, 8, 17)
QUARTERS = tuple(Quarter(2023, 3) + step for step in range(4))
QUICK = {name: each for name, each in find_forecasters().items() if not each.is_slow}
Plant = Callable[[Record, Outcome, dt.date], tuple[Record, Outcome]]


def index() -> Outcome:
    """Return a monthly index that moves as the made-up quarters do, each month known on day 15 of the next."""
    months, level = [], 0.0
    for step in range(LAST - FIRST + 1):
        level += true_change("DRAM", FIRST + step)
        for name in (FIRST + step).months:
            first = dt.date.fromisoformat(f"{name}-01")
            months.append(Month(name, level, (first + dt.timedelta(days=32)).replace(day=15)))
    return Outcome("index", "DRAM", "total", months=tuple(months))


def fixed(level: float, known_on: dt.date) -> Iterator[Print]:
    """Yield two years of a fixed contract price that rises by so many percent a month, known month by month."""
    for step in range(24):
        year, month = divmod(2021 * 12 + 8 + step, 12)
        last = dt.date(year + (month == 11), (month + 1) % 12 + 1, 1) - dt.timedelta(days=1)
        yield Print(
            price_id=f"fixed-{step}",
            item="chip",
            product="DRAM",
            segment="pc",
            month=f"{year:04d}-{month + 1:02d}",
            price_usd=None,
            change_pct=level,
            known_on=min(last, known_on),
        )


@pytest.fixture(scope="module")
def record() -> Record:
    """Return the made-up record with a fixed price and shares beside it."""
    made = load_record(made_up_warehouse())
    days = tuple(dt.date(2012, 1, 2) + dt.timedelta(days=step) for step in range(0, 4800, 7))
    quiet = Basket((Share("MU", days, days, tuple(3.0 * (step % 20) for step in range(len(days)))),))
    return replace(made, prints=tuple(fixed(1.0, DAY)), basket=quiet)


def said_of(record: Record, outcome: Outcome) -> dict[str, Any]:
    """Return what every quick forecaster says as of the day, of an index and of the record's own settled quarters."""
    answers: dict[str, Any] = {}
    for name, asked in (("index", outcome), ("settled", settled_outcome(record, "DRAM", "total"))):
        others = [settled_outcome(record, product, "total") for product in ("NAND", "NOR")]
        frame = Lookback(record, [asked, *others]).frame(asked, DAY, QUARTERS)
        said, _ = run_forecasters(QUICK, frame, with_slow=False)
        answers[name] = {model: dict(each) for model, each in said.items()}
    return answers


def plant_guidance(record: Record, outcome: Outcome, known_on: dt.date) -> tuple[Record, Outcome]:
    """Every figure of the quarters asked, of the past and of all products, told again as a rise of 300 %."""
    loud = [
        replace(row, statement_id=f"loud-{row.statement_id}", mid_pct=300.0, sign=1, known_on=known_on)
        for row in record.evidence
        if row.quarter >= Quarter(2021, 1)
    ]
    return replace(record, evidence=(*record.evidence, *loud)), outcome


def plant_words(record: Record, outcome: Outcome, known_on: dt.date) -> tuple[Record, Outcome]:
    """Words that deny what everybody said, without a figure, by a new issuer."""
    loud = [
        replace(row, statement_id=f"word-{row.statement_id}", mid_pct=None, sign=-1, issuer="loud", known_on=known_on)
        for row in record.evidence
        if row.quarter >= Quarter(2023, 3)
    ]
    return replace(record, evidence=(*record.evidence, *loud)), outcome


def plant_settlement(record: Record, outcome: Outcome, known_on: dt.date) -> tuple[Record, Outcome]:
    """Quarters before and after the day, settled at a fall of 90 %."""
    loud = [
        replace(row, settled=replace(row.settled, change_log=-230.0, known_on=known_on))
        for row in record.settlements
        if row.settled.quarter >= Quarter(2023, 1)
    ]
    return replace(record, settlements=(*record.settlements, *loud)), outcome


def plant_fixed_price(record: Record, outcome: Outcome, known_on: dt.date) -> tuple[Record, Outcome]:
    """The fixed price of the running month and of those to come, up by 80 % each."""
    loud = [
        replace(row, price_id=f"loud-{month}", item="loud chip", month=month, change_pct=80.0, known_on=known_on)
        for row in record.prints[-1:]
        for month in ("2023-08", "2023-09", "2023-10", "2023-11")
    ]
    return replace(record, prints=(*record.prints, *loud)), outcome


def plant_index(record: Record, outcome: Outcome, known_on: dt.date) -> tuple[Record, Outcome]:
    """The months of the price index that were not known on the day, ten times as high."""
    months = [
        replace(month, level_log=month.level_log + 230.0, known_on=known_on) if month.known_on > DAY else month
        for month in outcome.months
    ]
    return record, replace(outcome, months=tuple(months))


def plant_closes(record: Record, outcome: Outcome, known_on: dt.date) -> tuple[Record, Outcome]:
    """Shares of the leading makers that lose two thirds of their worth."""
    (share,) = record.basket.shares
    held = dict(zip(share.sessions, zip(share.known_on, share.levels, strict=True), strict=True))
    for back in range(7):
        held.setdefault(DAY - dt.timedelta(days=back), (known_on, -110.0))
    known, levels = zip(*(held[session] for session in sorted(held)), strict=True)
    fallen = Share("MU", tuple(sorted(held)), known, levels)
    return replace(record, basket=Basket((fallen,))), outcome


PLANTS = (plant_guidance, plant_words, plant_settlement, plant_fixed_price, plant_index, plant_closes)


@pytest.mark.parametrize("plant", PLANTS)
def test_what_became_known_later_moves_no_forecaster(record: Record, plant: Plant) -> None:
    """The day after is too late, and so is every later day."""
    base = said_of(record, index())
    assert all("evidence" in said and "guidance" in said for said in base.values())
    for late in (1, 30, 400):
        assert said_of(*plant(record, index(), DAY + dt.timedelta(days=late))) == base


@pytest.mark.parametrize("plant", PLANTS)
def test_the_same_fact_known_on_the_day_does_move_them(record: Record, plant: Plant) -> None:
    """So the facts planted above are such as forecasters read."""
    assert said_of(*plant(record, index(), DAY)) != said_of(record, index())


TABLES = {
    "prices.csv": (
        "published_on,publisher,item,product,segment,period,price_usd,change_pct,basis,market,note\n"
        "{day},Loud Research,DDR4 8Gb 1Gx8,DRAM,pc,2026-06,99,900,MoM,contract,made up\n"
        "{day},Loud Research,DDR4 8Gb 1Gx8,DRAM,pc,2026-05,9,500,MoM,contract,made up\n"
        "{day},Loud Research,NAND 128Gb,NAND,wafer,2026-06,99,900,MoM,contract,made up\n"
        "{day},Loud Research,DDR5 16Gb spot,DRAM,pc,2026-06,99,900,MoM,spot,made up\n"
    ),
    "guidance.csv": (
        "published_on,publisher,issuer,product,segment,attribute,period,direction,low_pct,high_pct,basis,stance,note\n"
        "{day},Loud Research,trendforce,DRAM,conventional,price,2026Q3,down,60,65,QoQ,guidance,made up\n"
        "{day},Loud Research,trendforce,NAND,total,price,2026Q2,down,60,65,QoQ,actual,made up\n"
        "{day},Loud Research,trendforce,NOR,total,price,2026Q3,down,60,65,QoQ,guidance,made up\n"
        "{day},Loud Research,micron,DRAM,total,supply,2026Q3,loose,,,,guidance,made up\n"
    ),
    "closes.csv": (
        "ticker,session_date,close,currency,publisher,published_on,note\nMU,{day},1.5,USD,Loud Exchange,{day},made up\n"
    ),
    "revenue.txt": "Nanya's monthly revenue rose 900 % in June 2026; DRAM contract prices will double in 2026Q3.\n",
}


def forecast_on(home: Path, day: dt.date) -> list[Any]:
    """Return the paths of all products as of a day."""
    words = ["--home", str(home), "forecast", "-q", "2026Q4", "--as-of", str(day), "--json"]
    done = CliRunner().invoke(main, words)
    assert done.exit_code == 0, done.output
    paths: list[Any] = json.loads(done.stdout)["products"]
    return paths


@pytest.mark.slow
def test_tables_and_documents_of_a_later_day_move_no_issued_forecast(tmp_path: Path) -> None:
    """Contract and spot prices, guidance, a settled quarter, closes and a note on revenue go the whole way."""
    home, day = tmp_path / "home", dt.date(2026, 7, 3)
    late = day + dt.timedelta(days=1)
    ingest = CliRunner().invoke(main, ["--home", str(home), "ingest", "--offline"])
    assert ingest.exit_code == 0, ingest.output
    before = forecast_on(home, day)
    paths = []
    for name, content in TABLES.items():
        paths.append(tmp_path / name)
        paths[-1].write_text(content.format(day=late), encoding="utf-8")
    words = ["--home", str(home), "add", "--published-on", str(late), *map(str, paths)]
    added = CliRunner().invoke(main, words)
    assert added.exit_code == 0, added.output
    count = f"select count(*) as n from evidence where known_on = date '{late}'"
    facts = CliRunner().invoke(main, ["--home", str(home), "query", "--json", count])
    assert json.loads(facts.stdout)[0]["n"] >= 4
    assert forecast_on(home, day) == before
    assert forecast_on(home, late) != before
