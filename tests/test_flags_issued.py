"""What the ledger holds beside what a computation gives: the same on every day, and told apart where it is not."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from forecasts.contradiction import find_flags
from forecasts.flagledger import issue_flags
from tests.flagrows import Rows, day, guided, move, statement
from tests.test_flags import FALLS, JUNZHENG, SUMMER, TIGHT
from tracker.home import Home
from tracker.ingest import republish
from tracker.journal import Journal
from tracker.warehouse import Warehouse

LATE = dt.datetime(2026, 11, 27, 12, tzinfo=dt.UTC)
DAYS = ("2026-06-22", "2026-06-23", "2026-06-25", "2026-06-26", "2026-07-01", "2026-07-02", "2026-07-09", "2026-11-27")


@pytest.mark.parametrize("as_of", DAYS)
def test_the_macro_gives_what_the_command_gives_though_flags_were_written_late(home: Home, as_of: str) -> None:
    """A flag of June that is written in November stands in the file on each day as the command gives it for that day."""
    late = move("2026-06-26", "000660.KS", -9.0, known_on=day("2026-07-09"))
    rows = Rows(statements=(*TIGHT, JUNZHENG), moves=(*FALLS, late))
    issue_flags(rows, Journal(home.ledger / "flags.jsonl"), as_of=LATE.date(), issued_at=LATE)
    republish(home, LATE)
    names = ("flag_id", "kind", "label", "state", "event_start", "event_end")
    with Warehouse.open(home.database) as warehouse:
        told = [tuple(row[name] for name in names) for row in warehouse.rows("flags_as_of", day(as_of))]
        sides = warehouse.rows("contradictions_as_of", day(as_of))
        live = {row["is_live"] for row in warehouse.rows("contradictions")}
    found = find_flags(rows, as_of=day(as_of), include_expired=True)
    assert told == [tuple(getattr(flag, name) for name in names) for flag in found]
    assert {row["flag_id"]: row["statements_contradicting"] for row in sides} == {
        flag.flag_id: len(flag.evidence) for flag in found
    }
    assert live == {False}


def test_a_flag_written_on_its_day_is_live(home: Home) -> None:
    """Only a flag written within days of its first trigger is a track record."""
    now = dt.datetime(2026, 7, 3, 12, tzinfo=dt.UTC)
    issue_flags(SUMMER, Journal(home.ledger / "flags.jsonl"), as_of=now.date(), issued_at=now)
    republish(home, now)
    with Warehouse.open(home.database) as warehouse:
        live = {row["flag_id"]: row["is_live"] for row in warehouse.rows("contradictions")}
    assert live == {"tight-2026-07-01-r2": True, "tight-2026-06-23-r2": False}


def test_a_word_that_agrees_with_figures_does_not_shrink_them(tmp_path: Path) -> None:
    """One maker's rise without a figure leaves guidance where the agency's figure put it; a word against it counts."""
    word = {"quarter": "2026Q3", "mid_pct": None, "low_pct": None, "high_pct": None, "bound": "words"}
    up = statement("2026-06-30", issuer="nanya", **word)
    down = statement("2026-06-30", issuer="nanya", direction="down", **(word | {"sign": -1}))

    def guided_pct(*rows: dict[str, object]) -> float:
        whole = Rows(statements=(guided("2026-06-01", "2026Q3", 40.0), *rows), moves=FALLS)
        (flag,) = find_flags(whole, as_of=day("2026-07-03"), since=day("2026-07-01"))
        leg = flag.tightness.leg("guidance")
        assert leg
        return leg.figure

    assert guided_pct(up) == guided_pct() == pytest.approx(40.0)
    assert guided_pct(down) < 25.0
