"""The leaders' shares as evidence: the level by day of knowledge, splits taken out, stale closes left alone."""

from __future__ import annotations

import datetime as dt
import math
from typing import Any

import pytest

from forecasts.basket import NO_BASKET, make_basket, read_basket
from forecasts.features import Lookback
from forecasts.outcome import settled_outcome
from forecasts.record import load_record
from forecasts.series import ShareEvent
from tests.forecast_rows import made_up_warehouse
from tracker.quarter import Quarter

Row = dict[str, Any]
START = dt.date(2023, 1, 2)


def weekdays(count: int, start: dt.date = START) -> list[dt.date]:
    """Return so many weekdays from a Monday on."""
    return [start + dt.timedelta(days=step // 5 * 7 + step % 5) for step in range(count)]


def closes(ticker: str, levels: list[float], start: dt.date = START, **changes: Any) -> list[Row]:
    """Return rows of closes, each known on its own day."""
    rows = zip(weekdays(len(levels), start), levels, strict=True)
    return [
        {"ticker": ticker, "session_date": day, "known_on": day, "close": level, "document_id": str(day), **changes}
        for day, level in rows
    ]


def test_the_basket_is_the_mean_of_the_leaders_that_run() -> None:
    """One share that doubles beside one that stands still is half a doubling, in log points."""
    rising = [100.0 * 2 ** (step / 99) for step in range(100)]
    basket = make_basket([*closes("MU", rising), *closes("000660.KS", [5.0] * 100)])
    last = weekdays(100)[-1]
    assert basket.change(last, (last - START).days) == pytest.approx(50 * math.log(2), rel=1e-6)
    assert basket.change(last, 200) is None
    assert basket.change(last, 7) == pytest.approx(50 * math.log(2) * 5 / 99)


def test_shares_of_others_are_no_leaders() -> None:
    """A follower's closes count for nothing."""
    assert make_basket(closes("2408.TW", [10.0, 20.0, 40.0])) == NO_BASKET


def test_a_stated_split_is_no_fall() -> None:
    """Ten new shares for an old one leave the level where it was."""
    levels = [100.0] * 50 + [10.0] * 50
    day = weekdays(100)[50]
    split = ShareEvent(ticker="MU", ex_day=day, kind="split", size=10.0)
    assert make_basket(closes("MU", levels), [split]).change(weekdays(100)[-1], 130) == pytest.approx(0.0)


def test_a_close_counts_from_the_day_it_was_known_and_as_it_was_first_given() -> None:
    """Closes that somebody adds a year later tell nothing of that year, and a correction changes no past."""
    late = dt.date(2024, 6, 3)
    added = make_basket(closes("MU", [100.0 + step for step in range(100)], known_on=late))
    assert added.known(late - dt.timedelta(days=1)) == NO_BASKET
    first = closes("MU", [100.0 + step for step in range(100)])
    corrected = [{**row, "close": 999.0, "known_on": late, "document_id": "later"} for row in first[-3:]]
    assert make_basket([*first, *corrected]) == make_basket(first)


def test_stale_closes_say_nothing() -> None:
    """A month after the last close there is no change to speak of; before, there is."""
    basket = make_basket(closes("MU", [100.0 + step for step in range(100)]))
    last = weekdays(100)[-1]
    assert basket.change(last + dt.timedelta(days=30), 30) is not None
    assert basket.change(last + dt.timedelta(days=31), 30) is None


def test_closes_added_in_bulk_count_on_their_sessions() -> None:
    """Years that somebody adds on one day are years, from that day on; before it they are not there at all."""
    rising = [100.0 * 1.002**step for step in range(500)]
    days = weekdays(500)
    late = days[450]
    old = closes("MU", rising[:400], known_on=late)
    new = closes("MU", rising)[400:]
    basket, own = make_basket([*old, *new]), make_basket(closes("MU", rising))
    for as_of in days[450:]:
        assert basket.change(as_of, 182) == pytest.approx(own.change(as_of, 182))
    before = late - dt.timedelta(days=1)
    assert basket.change(before, 182) is None
    assert basket.change(before, 28) == pytest.approx(make_basket(new).change(before, 28))


def test_what_comes_in_later_leaves_earlier_answers_alone() -> None:
    """A second share, a gap that is filled and newer closes change no answer of a day before they were known."""
    days = weekdays(200)
    wave = [100.0 + 10 * math.sin(step / 9) for step in range(200)]
    late = days[180]
    first = closes("MU", wave)
    gap = [row for row in first if not days[90] <= row["session_date"] < days[95]]
    filled = [{**row, "known_on": late} for row in first if row not in gap]
    second = closes("000660.KS", wave[::-1], known_on=late)
    for as_of in days[60:180]:
        then = make_basket([row for row in gap if row["session_date"] <= as_of])
        assert make_basket([*gap, *filled, *second]).change(as_of, 60) == pytest.approx(then.change(as_of, 60))


def test_rising_shares_raise_what_is_expected_two_quarters_ahead() -> None:
    """The same record with rising shares expects more than with falling ones, and says nothing new without closes."""
    record, as_of = load_record(made_up_warehouse()), dt.date(2023, 8, 17)
    start = dt.date(2022, 8, 1)
    seen = {}
    for name, step in (("up", 1.004), ("down", 1 / 1.004)):
        warehouse = made_up_warehouse()
        warehouse.tables["closes"] = closes("MU", [100.0 * step**n for n in range(270)], start)
        basket = read_basket(warehouse)
        lookback = Lookback(load_record(warehouse), [settled_outcome(record, "DRAM", "total")])
        signals, _ = lookback.signals(settled_outcome(record, "DRAM", "total"), Quarter(2023, 4), as_of)
        seen[name] = signals["equity"].value
        assert basket.change(as_of, 91) == pytest.approx(signals["market"].value)
    assert seen["up"] > 0 > seen["down"]
    bare, _ = Lookback(record, [settled_outcome(record, "DRAM", "total")]).signals(
        settled_outcome(record, "DRAM", "total"), Quarter(2023, 4), as_of
    )
    assert "equity" not in bare
