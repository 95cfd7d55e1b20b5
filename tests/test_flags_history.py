"""What happened before is counted without look-ahead, in honest units, and claimed with restraint."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest

from forecasts.baserates import base_rates, base_rates_json, compare_returns, rate_of
from forecasts.benchdata import Supplemented, read_bench
from forecasts.cases import (
    Case,
    Day,
    Outcomes,
    collect_history,
    monthly_outcomes,
    settled_outcomes,
    spell_starts,
    weekly_days,
)
from forecasts.contradiction import find_flags, observe
from forecasts.explanation import explain_flag, explanation_json, explanation_lines
from forecasts.flag import flags_json
from forecasts.flagrule import load_instruments, load_rule
from forecasts.knowledge import load_knowledge
from forecasts.placebo import turn_statements
from forecasts.planted import plant_future
from forecasts.resampling import block_interval, difference_interval, wilson
from forecasts.study import main
from tests.flagrows import Row, Rows, closes, day, guided, move, price
from tracker.errors import InputError, MemtrackError, UnknownName
from tracker.quarter import Quarter

Q = Quarter.parse
CHANGES = {Q("2026Q2"): (10.0, day("2026-07-15")), Q("2026Q3"): (20.0, day("2026-10-15"))}


class Settled(Rows):
    """Rows with settled quarters beside them."""

    def rows(self, name: str, *params: object) -> list[Row]:
        """Return settled quarters for their macro, else what the rows hold."""
        if name != "settled_as_of":
            return super().rows(name, *params)
        settled = [("2026Q1", 50.0, "2026-04-20", "agency"), ("2026Q2", 8.0, "2026-07-20", "last_print")]
        return [
            {
                "product": "DRAM",
                "segment": "total",
                "quarter": quarter,
                "change_pct": change,
                "known_on": day(known),
                "rule": rule,
            }
            for quarter, change, known, rule in settled
            if day(known) <= params[0]  # type: ignore[operator]
        ]


WAREHOUSE = Settled(
    statements=[guided("2025-11-20", "2025Q4", 20.0), guided("2026-05-20", "2026Q3", 20.0)],
    moves=[move("2025-12-12", "MU", -9.0), move("2026-07-01", "MU", -10.0)],
)


def case(on: str, label: str | None = "supported", ahead: float | None = 5.0, **changes: object) -> Case:
    fields: dict[str, object] = {
        "day": day(on),
        "state": "tight" if label else "loose",
        "label": label,
        "spell": day("2025-07-01") if label else None,
        "size": 1.3,
        "ahead_pct": (ahead, None),
        "raw_pct": {5: 1.0},
        "abnormal_pct": {},
        **changes,
    }
    return Case(**fields)  # type: ignore[arg-type]


def test_prices_are_looked_at_strictly_after_the_quarter_and_only_once_known() -> None:
    """The running quarter does not count, and an outcome published after the as-of date is not known."""
    outcomes = Outcomes(name="made", changes=CHANGES)
    assert outcomes.after(Q("2026Q1"), 1, day("2026-07-15")) == pytest.approx(10.0)
    assert outcomes.after(Q("2026Q1"), 1, day("2026-07-14")) is None
    assert outcomes.after(Q("2026Q1"), 2, day("2026-12-01")) == pytest.approx(32.0)
    assert outcomes.after(Q("2026Q3"), 1, day("2027-12-01")) is None


def test_a_forecast_that_stands_in_for_a_settled_quarter_is_no_outcome() -> None:
    """Guidance may not prove itself: quarters settled by the last forecast are left out."""
    assert list(settled_outcomes(WAREHOUSE, "DRAM", day("2026-12-01")).changes) == [Q("2026Q1")]


def test_a_monthly_index_gives_changes_from_end_to_end_of_quarter() -> None:
    """The change of a quarter is that of its last month on the last month of the quarter before."""
    months = [
        ("2026-03", 100.0, day("2026-04-16")),
        ("2026-06", 125.0, day("2026-07-16")),
        ("2026-07", 1.0, day("2026-08-16")),
    ]
    assert monthly_outcomes("made", months).changes == {Q("2026Q2"): (25.0, day("2026-07-16"))}


def test_cases_know_only_what_was_known() -> None:
    """A case of December has its outcome from April on, not before; the case at hand is there without one."""
    for as_of, ahead in (("2026-04-19", None), ("2026-07-03", 50.0)):
        setting = observe(load_knowledge(WAREHOUSE, day(as_of)), load_rule(), load_instruments())
        history = collect_history(setting, settled_outcomes(WAREHOUSE, "DRAM", day(as_of)), -1)
        assert history.cases[0].day == day("2025-12-12")
        assert history.cases[0].ahead_pct[0] == ahead


def test_a_gap_of_a_quarter_ends_a_spell() -> None:
    """Weeks of one state with short breaks are one spell; a long break begins another."""
    days = [
        (day("2026-01-07") + dt.timedelta(days=7 * i), "tight" if i < 3 or i > 20 else "neutral") for i in range(25)
    ]
    assert [str(first) for first, _ in spell_starts(days, "tight")] == ["2026-01-07", "2026-06-03"]  # type: ignore[arg-type]
    assert all(one.weekday() == 2 for one in weekly_days(day("2026-01-01"), day("2026-03-01")))


def test_a_rate_counts_quarters_once_and_mirrors_for_rallies() -> None:
    """Three cases of one quarter are one quarter; for rallies a falling price goes with the evidence."""
    cases = [
        case("2026-01-05"),
        case("2026-01-15"),
        case("2026-02-05"),
        case("2026-04-05", ahead=-5.0),
        case("2026-07-05", ahead=None),
    ]
    rate = rate_of("made", cases, 1, -1)
    assert (rate.n, rate.quarters, rate.quarters_up, rate.quarters_not_down) == (4, 2, 1, 1)
    assert (rate.up, rate.not_down) == (0.75, 0.75)
    assert rate_of("made", cases, 1, 1).up == 0.25
    assert (
        rate_of("made", [Day(day=day("2026-01-07"), state="tight", spell=None, ahead_pct=(0.5, None))], 1, -1).not_down
        == 1.0
    )


def test_wilson_and_blocks() -> None:
    """Wilson's interval of 14 in 15 is the known one; blocks, not cases, are drawn; one block says nothing."""
    assert wilson(14, 15) == pytest.approx((0.702, 0.988), abs=0.001)
    assert wilson(0, 0) is None
    spread = block_interval([1.0] * 50 + [0.0] * 50, ["a"] * 50 + ["b"] * 50)
    assert spread == (0.0, 1.0)
    assert block_interval([1.0, 0.0], ["a", "a"]) is None
    assert block_interval([1.0, 0.0, 1.0], [1, 2, 3]) == block_interval([1.0, 0.0, 1.0], [1, 2, 3])


def test_a_difference_within_noise_contains_zero() -> None:
    """Equal groups differ by nothing; a clear gap in every block leaves zero out."""
    years = [2020, 2021, 2022, 2023]
    near = difference_interval([1.0, -1.0, 2.0, -2.0], years, [0.5, -0.5, 1.0, -1.0], years)
    far = difference_interval([5.0, 6.0, 5.0, 6.0], years, [0.5, -0.5, 1.0, -1.0], years)
    assert near is not None
    assert far is not None
    assert near[0] < 0 < near[1]
    assert far[0] > 3


def test_no_return_is_claimed_that_rests_on_the_latest_spell() -> None:
    """A gain that only the newest spell made is not claimed, though the interval over all leaves out zero."""
    old = [
        case(f"{year}-02-01", spell=day("2016-01-01"), raw_pct={60: 0.1 * (-1) ** year}) for year in range(2014, 2020)
    ]
    new = [case(f"{year}-02-01", raw_pct={60: 40.0}) for year in (2024, 2025, 2026)]
    others = [case(f"{year}-03-01", label=None, raw_pct={60: 0.0}) for year in range(2014, 2027)]
    both = compare_returns([*old, *new], others, 60, "raw")
    assert both.interval is not None
    assert both.interval[0] > 0
    assert not both.is_claimed
    steady = [
        case(f"{year}-02-01", spell=day(f"{year}-01-01"), raw_pct={60: 20.0 + year % 3}) for year in range(2014, 2027)
    ]
    assert compare_returns(steady, others, 60, "raw").is_claimed


def test_returns_are_compared_with_falls_of_the_same_size() -> None:
    """Small falls are no yardstick for a class of hard ones."""
    ours = [case(f"{year}-02-01", size=2.0) for year in (2020, 2021)]
    others = [case("2020-03-01", label=None, size=1.0), case("2021-03-01", label=None, size=2.5)]
    assert compare_returns(ours, others, 5, "raw").others == 1


def test_an_explained_flag_shows_both_sides_and_gives_no_advice() -> None:
    """The explanation names moves, legs, statements and past cases, and says that it is no signal."""
    flag, history = explain_flag(WAREHOUSE, "tight-2026-07-01-r2", as_of=day("2026-07-03"))
    text = "\n".join(explanation_lines(flag, history))
    for part in (
        "Micron -10.00 %",
        "guidance",
        "Statements that agree with it:\n  none",
        "case 2025-12-12",
        "no signal to buy",
    ):
        assert part in text
    answer = explanation_json(flag, history)
    assert [one["price_1q_pct"] for one in answer["history"]["cases"]] == [50.0, None]
    assert answer["history"]["claimed_returns"] == []
    with pytest.raises(UnknownName, match="tight-2026-07-01-r2"):
        explain_flag(WAREHOUSE, "nothing", as_of=day("2026-07-03"))


def test_the_claim_of_an_unseen_class_is_that_nothing_can_be_said() -> None:
    """Without a past case the answer says so."""
    setting = observe(load_knowledge(WAREHOUSE, day("2026-07-03")), load_rule(), load_instruments())
    rates = base_rates(collect_history(setting, Outcomes(name="none", changes={}), -1), "in_conflict")
    assert "nothing can be said" in base_rates_json(rates)["claim"]


def test_planted_facts_reach_no_flag() -> None:
    """Loud facts of later days, given even to a question about an earlier one, change nothing."""
    rows = Rows(
        statements=WAREHOUSE.tables["statements_as_of"],
        moves=WAREHOUSE.tables["moves_as_of"],
        prices=[price("2026-06-30", "2026-06", 12.0, change_pct=5.0)],
        closes=closes("MU", "2026-01-02", [0.5, -0.5] * 60),
    )
    as_of = day("2026-07-02")
    planted = plant_future(rows, as_of)
    assert len(planted.rows("statements_as_of", as_of)) > len(rows.rows("statements_as_of", as_of))
    assert flags_json(as_of, find_flags(planted, as_of=as_of)) == flags_json(as_of, find_flags(rows, as_of=as_of))


def test_turned_guidance_keeps_its_lead_and_its_number() -> None:
    """A turn moves a statement and the quarter it speaks of together, around the calendar, and leaves reports alone."""
    rows = [
        guided("2020-02-10", "2020Q2", 10.0),
        guided("2020-02-10", "2019Q4", 7.0, stance="actual", statement_id="report"),
    ]
    knowledge = load_knowledge(Rows(statements=rows), day("2021-12-31"))
    turned = turn_statements(knowledge, 7, Q("2020Q1"), 8).statements["DRAM"].rows
    by_id = {row["statement_id"]: row for row in turned}
    assert (by_id["report"]["quarter"], by_id["report"]["known_on"]) == ("2019Q4", day("2020-02-10"))
    moved = next(row for row in turned if row["stance"] == "guidance")
    assert (moved["quarter"], str(moved["known_on"])) == ("2022Q1", "2021-11-10")


def test_the_bench_folder_is_optional_and_checked(tmp_path: Path) -> None:
    """Without the variable there is no bench data; a folder without the files is refused by name."""
    assert read_bench({}).closes == ()
    with pytest.raises(InputError, match=r"equity_returns\.parquet"):
        read_bench({"MEMTRACK_BENCH_DATA": str(tmp_path)})
    more = Supplemented(WAREHOUSE, read_bench({}))
    assert more.rows("moves_as_of", day("2026-07-03")) == WAREHOUSE.rows("moves_as_of", day("2026-07-03"))


@pytest.mark.slow
def test_the_study_runs_on_the_packaged_record_alone(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Without bench data it says so, shows its tables, and writes them between the marks of a file and nowhere else."""
    monkeypatch.delenv("MEMTRACK_BENCH_DATA", raising=False)
    assert "MEMTRACK_BENCH_DATA" not in os.environ
    page = tmp_path / "page.md"
    page.write_text("before\n<!-- study: begin -->\nold\n<!-- study: end -->\nafter\n", encoding="utf-8")
    assert main(["--replay", "--write", str(page)]) == 0
    said = capsys.readouterr().out
    assert "MEMTRACK_BENCH_DATA is not set" in said
    assert "| 2022Q3 to 2023Q2 | 0 | 0 | 0 | no tight flag | not tested: no closes |" in said
    assert "| differ from those of the day | – | no | no |" in said
    assert "| of them other or missing on their own day | 0 |" in said
    written = page.read_text(encoding="utf-8")
    assert written.startswith("before\n<!-- study: begin -->\n")
    assert written.endswith("<!-- study: end -->\nafter\n")
    assert "old" not in written.split("after")[0].split("begin")[1]
    page.write_text("no marks", encoding="utf-8")
    assert main(["--write", str(page)]) == MemtrackError.exit_code
