"""What the ledger holds beside what a computation gives: the same on every day, and told apart where it is not."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from forecasts.contradiction import find_flags, flags_in, observe
from forecasts.flagledger import issue_flags
from forecasts.flagrule import load_instruments, load_rule
from forecasts.issuedflags import beside_ledger, match_issued, no_longer_found
from forecasts.knowledge import load_knowledge
from tests.flagrows import Rows, day, guided, move, statement, supply
from tests.test_flags import FALLS, JUNZHENG, SUMMER, TIGHT
from tracker.home import Home
from tracker.ingest import republish
from tracker.journal import Journal
from tracker.warehouse import Warehouse

LATE = dt.datetime(2026, 11, 27, 12, tzinfo=dt.UTC)
DAYS = ("2026-06-22", "2026-06-23", "2026-06-25", "2026-06-26", "2026-07-01", "2026-07-02", "2026-07-09", "2026-11-27")


@pytest.mark.parametrize("as_of", DAYS)
def test_the_macro_gives_what_the_command_gives_though_flags_were_written_late(home: Home, as_of: str) -> None:
    """A flag of June that is written in November stands in the file on each day as the command gives it."""
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


def test_a_word_that_agrees_with_figures_does_not_shrink_them() -> None:
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


def test_what_became_known_since_is_told_beside_the_ledger(home: Home) -> None:
    """A flag whose evidence changed differs from what was written; one that lost its fall is not found any more."""
    now = dt.datetime(2026, 7, 3, 12, tzinfo=dt.UTC)
    issue_flags(SUMMER, Journal(home.ledger / "flags.jsonl"), as_of=now.date(), issued_at=now)
    republish(home, now)
    with Warehouse.open(home.database) as warehouse:
        issued = match_issued(warehouse.rows("flags_as_of", now.date()))

    def told(rows: Rows) -> tuple[dict[str, str], list[str]]:
        setting = observe(load_knowledge(rows, now.date()), load_rule(), load_instruments())
        beside = {flag.flag_id: beside_ledger(flag, issued)["status"] for flag in flags_in(setting)}
        gone = no_longer_found(issued, setting, since=None, include_expired=False)
        return beside, [row["flag_id"] for row in gone]

    june, july = "tight-2026-06-23-r2", "tight-2026-07-01-r2"
    assert told(SUMMER) == ({june: "issued", july: "issued"}, [])
    loose = supply("2026-06-30", "loose", "2026Q4", issuer="micron", document_id="micron")
    assert told(Rows(statements=(*TIGHT, loose), moves=FALLS)) == ({june: "issued", july: "differs"}, [])
    only_july = [row for row in FALLS if row["event_date"] >= day("2026-07-01")]
    assert told(Rows(statements=(*TIGHT, JUNZHENG), moves=only_july)) == ({july: "issued"}, [june])


def test_a_new_version_goes_on_from_the_last_run_of_the_one_before(tmp_path: Path) -> None:
    """It writes no flag of the past again, carries open flags on under their own name, and flags what comes."""
    journal = Journal(tmp_path / "flags.jsonl")
    older = replace(load_rule(), version="1", digest="of before")
    first = issue_flags(
        SUMMER, journal, as_of=day("2026-06-25"), issued_at=dt.datetime(2026, 6, 25, 20, tzinfo=dt.UTC), rule=older
    )
    assert first.flags == ("tight-2026-06-23-r1",)
    then = issue_flags(SUMMER, journal, as_of=day("2026-07-03"), issued_at=dt.datetime(2026, 7, 3, 20, tzinfo=dt.UTC))
    assert then.flags == ("tight-2026-07-01-r2",)
    assert ("tight-2026-06-23-r1", "confirmed") in then.states
    assert then.readings == 2  # the first of July, and the day itself: the months before are written already
    later = issue_flags(SUMMER, journal, as_of=LATE.date(), issued_at=LATE)
    assert set(later.states) >= {("tight-2026-06-23-r1", "expired"), ("tight-2026-07-01-r2", "expired")}
    assert later.flags == ()
    again = issue_flags(SUMMER, journal, as_of=LATE.date(), issued_at=LATE)
    assert (again.flags, again.states, again.readings) == ((), (), 0)


def test_a_run_that_knew_nothing_hands_nothing_over(tmp_path: Path) -> None:
    """A first run without any statement judged no day: a later version of the rule flags the past as ever."""
    journal = Journal(tmp_path / "flags.jsonl")
    older = replace(load_rule(), version="1", digest="of before")
    issue_flags(Rows(), journal, as_of=day("2026-07-03"), issued_at=LATE, rule=older)
    issued = issue_flags(SUMMER, journal, as_of=day("2026-07-03"), issued_at=LATE)
    assert issued.flags == ("tight-2026-06-23-r2", "tight-2026-07-01-r2")


def test_a_flag_that_is_not_found_any_more_ends_when_its_time_is_over(tmp_path: Path) -> None:
    """A flag whose fall was withdrawn stays written, and expires after its sessions."""
    journal = Journal(tmp_path / "flags.jsonl")
    now = dt.datetime(2026, 7, 3, 12, tzinfo=dt.UTC)
    issue_flags(SUMMER, journal, as_of=now.date(), issued_at=now)
    nothing = Rows(statements=TIGHT)
    assert issue_flags(nothing, journal, as_of=day("2026-08-03"), issued_at=now).states == ()
    ended = issue_flags(nothing, journal, as_of=LATE.date(), issued_at=LATE).states
    assert set(ended) == {("tight-2026-06-23-r2", "expired"), ("tight-2026-07-01-r2", "expired")}
