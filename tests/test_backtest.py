"""The rolling origin: what is known at an origin, how it is scored, and what a file of prices may hold."""

from __future__ import annotations

import csv
import datetime as dt
import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from forecasts import scores
from forecasts.backtest import COMBINATION, Shot, backtest_answer, cumulative, documented, leaderboard, run_backtest
from forecasts.benchpage import BEGIN, END, main_tables, write_figures
from forecasts.folds import AGENCY
from forecasts.guidancefile import with_guidance
from forecasts.intervals import draw_paths, learn_spread, probability_above, quantiles, turn_probability
from forecasts.outcome import Outcome, carried_change, past_of, settled_outcome
from forecasts.pricefile import read_price_file
from forecasts.record import Record, load_record
from tests.forecast_rows import FIRST, LAST, made_up_warehouse, true_change
from tracker.errors import InputError, UnknownName
from tracker.quarter import Quarter

TODAY = dt.date(2025, 6, 30)
SINCE = Quarter(2020, 1)
NOTHING = Record(evidence=(), prints=(), settlements=())
MODELS = ("no_change", "ar1", "guidance", "evidence")


@pytest.fixture(scope="module")
def record() -> Record:
    """Return the made-up record."""
    return load_record(made_up_warehouse())


def write_prices(path: Path, *, until: Quarter = LAST) -> Path:
    """Write monthly prices whose quarters move as the made-up record says, all of the move in the first month."""
    level = 100.0
    with path.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream)
        writer.writerow(["month", "price"])
        for step in range(until - FIRST + 1):
            quarter = FIRST + step
            level *= 1 + true_change("DRAM", quarter) / 100
            writer.writerows([month, round(level, 6)] for month in quarter.months)
    return path


def test_agency_and_combination_beat_no_change(record: Record) -> None:
    """On a record whose agency is roughly right the combination follows it and beats no change."""
    (found,) = run_backtest(
        record,
        settled_outcome(record, "DRAM", "total"),
        origins=("start",),
        since=SINCE,
        today=TODAY,
        models=MODELS,
        jobs=1,
    )
    errors = {
        name: np.mean([abs(shot.mean - shot.outcome) for shot in found.shots[name, 1]])
        for name in (COMBINATION, "no_change", AGENCY)
    }
    assert len(found.shots[COMBINATION, 1]) == LAST - SINCE + 1
    assert errors[COMBINATION] < 0.5 * errors["no_change"]
    assert errors[COMBINATION] < 2 * errors[AGENCY]
    assert found.weights[LAST]["no_change" if "no_change" in found.weights[LAST] else "evidence"] > 0


def test_answer_has_the_documented_keys(tmp_path: Path) -> None:
    """The JSON object holds the documented keys, for the combination and every model asked for."""
    answer = backtest_answer(
        made_up_warehouse(), origin="start", today=TODAY, since=SINCE, models=MODELS, jobs=1, cache=tmp_path
    )
    assert answer["origin"] == "start"
    assert {row["model"] for row in answer["rows"]} >= {COMBINATION, *MODELS}
    keys = {
        "model", "horizon", "n", "mae_pp", "median_ae_pp", "skill_vs_no_change", "crps_pp", "coverage_50",
        "coverage_80", "coverage_95", "direction_hit", "paired_vs_agency",
    }  # fmt: skip
    assert all(set(row) == keys for row in documented(answer)["rows"])
    assert set(documented(answer)) == {"outcome", "origin", "rows"}
    paired = answer["rows"][0]["paired_vs_agency"]
    assert set(paired) == {"n", "mae_pp", "agency_mae_pp", "diff_low", "diff_high"}
    again = backtest_answer(
        made_up_warehouse(), origin="start", today=TODAY, since=SINCE, models=MODELS, jobs=1, cache=tmp_path
    )
    assert again == answer
    assert list(tmp_path.glob("*.json"))


def test_a_planted_future_fact_moves_no_fold(record: Record) -> None:
    """A settlement and a statement known only at the end leave every earlier forecast as it was."""
    late = dt.date(2025, 6, 1)
    plant = [
        replace(row, statement_id=f"late-{row.statement_id}", mid_pct=300.0, known_on=late)
        for row in record.evidence
        if row.product == "DRAM" and row.mid_pct is not None
    ]
    planted = replace(record, evidence=(*record.evidence, *plant))

    def shots(source: Record) -> list[float]:
        (found,) = run_backtest(
            source,
            settled_outcome(record, "DRAM", "total"),
            origins=("start",),
            since=SINCE,
            today=TODAY,
            models=("no_change", "guidance", "evidence"),
            jobs=1,
        )
        return [value for shot in found.shots[COMBINATION, 1] for value in shot.row]

    assert plant
    assert shots(planted) == shots(record)


def test_months_of_a_series_are_known_mid_month_after(tmp_path: Path) -> None:
    """On 14 April February is the last month known, on 15 April March is, and then the first quarter is settled."""
    outcome = read_price_file(write_prices(tmp_path / "prices.csv"), "DRAM")
    before, after = past_of(outcome, dt.date(2020, 4, 14)), past_of(outcome, dt.date(2020, 4, 15))
    assert max(before.months) == "2020-02"
    assert Quarter(2020, 1) not in before.settled
    assert Quarter(2020, 1) in before.nowcast
    assert after.settled[Quarter(2020, 1)].change_log == pytest.approx(
        100 * math.log1p(true_change("DRAM", Quarter(2020, 1)) / 100), abs=0.01
    )


def test_a_price_file_is_the_outcome(tmp_path: Path) -> None:
    """Once a quarter's first month is known and tells all, the forecast misses by next to nothing."""
    prices = write_prices(tmp_path / "mine.csv")
    answer = backtest_answer(
        made_up_warehouse(), origin="mid", today=TODAY, since=SINCE, prices=prices, models=MODELS, jobs=1
    )
    best = next(row for row in answer["rows"] if row["model"] == COMBINATION and row["horizon"] == 1)
    assert answer["outcome"] == "mine"
    assert best["skill_vs_no_change"] > 0.8


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("day,worth\n2020-01,1\n", "columns month and price"),
        ("month,price\n2020-13,1\n", "row 2, column month"),
        ("month,price\n2020-01,1\n2020Q2,1\n", "months and quarters are mixed"),
        ("month,item,price\n2020-01,a,1\n2020-02,b,1\n", "2 items"),
        ("month,price,known_on\n2020-01,1,soon\n", "row 2, column known_on"),
        ("month,price\n2020-01,-4\n", "row 2, column price"),
        ("month,price\n2020-01,dear\n", "row 2, column price"),
        ("month,price\n2020-01,1\n2020-02,2\n2020-01,3\n", r"row 4, column month.*row 2 has it too"),
    ],
)
def test_a_bad_price_file_is_refused_with_its_place(tmp_path: Path, content: str, words: str) -> None:
    """File, row and column are named."""
    path = tmp_path / "bad.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=words):
        read_price_file(path, "DRAM")


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    """The byte is named, of prices and of guidance."""
    path = tmp_path / "bad.csv"
    path.write_bytes(b"month,price\n\xff\xfe,1\n")
    for read in (lambda: read_price_file(path, "DRAM"), lambda: with_guidance(NOTHING, path)):
        with pytest.raises(InputError, match=r"bad.csv: byte 12 is not UTF-8"):
            read()


def test_the_level_is_the_column_that_is_filled(tmp_path: Path) -> None:
    """Of the template's columns an empty one is passed over."""
    path = tmp_path / "levels.csv"
    path.write_text("period,price_usd,index_level\n2024-01,,100\n2024-02,,110\n", encoding="utf-8")
    first, second = read_price_file(path, "DRAM").months
    assert second.level_log - first.level_log == pytest.approx(100 * math.log(1.1))


def test_since_cuts_what_is_scored_and_nothing_that_is_learned(record: Record) -> None:
    """The combination says the same of a quarter, whatever else is scored."""
    outcome = settled_outcome(record, "DRAM", "total")
    found = {
        since: run_backtest(record, outcome, since=since, today=TODAY, models=MODELS, jobs=1, horizons=(1,))[0]
        for since in (SINCE, LAST)
    }
    assert found[SINCE].weights == found[LAST].weights
    (shot,) = found[LAST].shots[COMBINATION, 1]
    last = found[SINCE].shots[COMBINATION, 1][-1]
    assert (shot.quarter, shot.mean, shot.outcome) == (last.quarter, last.mean, last.outcome)
    assert shot.row == pytest.approx(last.row)
    paired = [row["paired_vs_agency"] for row in leaderboard(found[LAST])["rows"]]
    assert {(pair["n"], pair["diff_low"]) for pair in paired} == {(1, None)}


@pytest.mark.parametrize("back", [1, 3, 4])
def test_an_interval_needs_more_pairs_than_a_block(record: Record, back: int) -> None:
    """Of as many pairs as a block holds every resample is the same: there is no interval, not one of no width."""
    outcome = settled_outcome(record, "DRAM", "total")
    (found, *_) = run_backtest(record, outcome, since=LAST + -back, today=TODAY, models=MODELS, jobs=1, horizons=(1,))
    for pair in (row["paired_vs_agency"] for row in leaderboard(found)["rows"]):
        assert pair["n"] == back + 1
        assert (pair["diff_low"] is not None) == (pair["n"] > 4)


def test_quarterly_prices_and_changes_are_read(tmp_path: Path) -> None:
    """Levels give the change from quarter to quarter, a column of changes is taken as it is, with its own dates."""
    path = tmp_path / "quarters.csv"
    path.write_text(
        "period,price_usd,change_pct,published_on\n2024Q1,10,,2024-04-20\n2024Q2,11,,\n2024Q3,,-5,2024-10-30\n",
        encoding="utf-8",
    )
    past = past_of(read_price_file(path, "DRAM"), dt.date(2024, 12, 31)).settled
    assert {str(quarter) for quarter in past} == {"2024Q2", "2024Q3"}
    assert past[Quarter(2024, 2)].change_log == pytest.approx(100 * math.log(1.1))
    assert past[Quarter(2024, 2)].known_on == dt.date(2024, 7, 15)
    assert past[Quarter(2024, 3)].known_on == dt.date(2024, 10, 30)


def test_a_bad_guidance_file_is_refused_with_its_place(tmp_path: Path) -> None:
    """A figure out of any range is named with its row and column."""
    path = tmp_path / "guidance.csv"
    path.write_text(
        "product,quarter,low_pct,high_pct,issuer,known_on\nDRAM,2024Q1,5,4000,bank,2024-01-02\n", encoding="utf-8"
    )
    with pytest.raises(InputError, match="row 2, column high_pct"):
        backtest_answer(made_up_warehouse(), origin="start", today=TODAY, guidance=path, jobs=1)
    path.write_text(
        "product,quarter,low_pct,high_pct,issuer,known_on\nDRAMM,2024Q1,5,9,bank,2024-01-02\n", encoding="utf-8"
    )
    with pytest.raises(InputError, match="row 2, column product: 'DRAMM'; expected one of DRAM"):
        with_guidance(NOTHING, path)


def test_unknown_origin_and_model_are_refused(record: Record) -> None:
    """Both errors list what there is."""
    with pytest.raises(UnknownName, match="before, start, mid"):
        backtest_answer(made_up_warehouse(), origin="end", today=TODAY)
    with pytest.raises(UnknownName, match="evidence"):
        run_backtest(record, Outcome("x", "DRAM", "total"), today=TODAY, models=("oracle",))


def test_carried_change_persists_the_last_month() -> None:
    """A jump in the last month before a quarter carries two thirds of itself into the quarter's change."""
    levels = {"2020-01": 0.0, "2020-02": 0.0, "2020-03": 10.0}
    assert carried_change(levels, Quarter(2020, 2)) == pytest.approx(6.5, abs=0.2)
    assert carried_change({"2020-05": 1.0}, Quarter(2020, 2)) is None


def test_cumulative_needs_every_quarter(record: Record) -> None:
    """A horizon with an unsettled quarter has no outcome."""
    past = past_of(settled_outcome(record, "DRAM", "total"), TODAY)
    assert cumulative(past, LAST, 1) is not None
    assert cumulative(past, LAST, 2) is None


def test_intervals_widen_after_misses_and_stay_ordered() -> None:
    """Errors twice as large as claimed widen every multiple; without errors the multiples are Student's."""
    calm, wild = learn_spread([0.5, -0.6, 0.4] * 10), learn_spread([2.0, -2.5, 1.5] * 10)
    assert all(small < large for small, large in zip(calm.multiples, wild.multiples, strict=True))
    assert list(wild.multiples) == sorted(wild.multiples)
    assert learn_spread([]).multiples == pytest.approx((0.727, 1.476, 2.571))
    row = quantiles(5.0, 4.0, wild)
    assert list(row) == sorted(row)
    assert probability_above(row) > 0.5


def test_a_turn_is_a_move_against_the_direction_last_known() -> None:
    """After a rise the probability of a fall, after a fall that of a rise; small moves are no turns."""
    row = quantiles(4.0, 3.0, learn_spread([]))
    draws = draw_paths(row[None, :], 0.6)[:, 0]
    assert turn_probability(draws, 5.0) == pytest.approx(1 - probability_above(row), abs=0.02)
    assert turn_probability(draws, -5.0) == pytest.approx(probability_above(row), abs=0.02)
    assert turn_probability(draws, 0.0) is None
    against = Shot(LAST, 4.0, row, outcome=6.0, known=-3.0)
    assert against.is_turn
    assert against.prob_turn > 0.8
    assert not Shot(LAST, 4.0, row, outcome=1.0, known=-3.0).is_turn
    assert not Shot(LAST, 4.0, row, outcome=6.0, known=3.0).is_turn


def test_turns_are_counted_and_their_probability_scored(record: Record) -> None:
    """With an agency that is roughly right most turns of the made-up cycle are caught, at a small Brier score."""
    (found,) = run_backtest(
        record,
        settled_outcome(record, "DRAM", "total"),
        origins=("start",),
        since=SINCE,
        today=TODAY,
        models=MODELS,
        jobs=1,
    )
    row = next(row for row in leaderboard(found)["rows"] if (row["model"], row["horizon"]) == (COMBINATION, 1))
    assert row["turns"] >= 3
    assert row["turns_caught"] > row["turns"] / 2
    assert row["turn_brier"] < row["turn_brier_usual"]


def test_joint_paths_keep_the_margins() -> None:
    """Draws have the quantiles they were made from, and neighbouring quarters move together."""
    row = quantiles(3.0, 5.0, learn_spread([]))
    draws = draw_paths(np.array([row, row]), 0.6)
    assert np.median(draws[:, 0]) == pytest.approx(3.0, abs=0.05)
    assert np.quantile(draws[:, 1], 0.9) == pytest.approx(row[5], abs=0.3)
    assert np.corrcoef(draws[:, 0], draws[:, 1])[0, 1] > 0.4


def test_crps_of_a_sure_forecast_is_its_error() -> None:
    """All 99 quantiles at one value score the distance to the outcome, and a hit scores nothing."""
    sure = np.full(99, 4.0)
    assert scores.crps(sure, 9.0) == pytest.approx(5.0)
    assert scores.crps(sure, 4.0) == 0


def test_bootstrap_interval_holds_the_mean() -> None:
    """The interval is the same at every call and holds the mean of the sample."""
    values = np.array([1.0, 2.0, 3.0, 4.0, 5.0, 6.0])
    low, high = scores.bootstrap_mean(values)
    assert (low, high) == scores.bootstrap_mean(values)
    assert low < values.mean() < high


def test_a_guidance_file_counts_as_evidence(tmp_path: Path, record: Record) -> None:
    """Magnitudes take the sign of their direction, the template's names will do, other rows are passed over."""
    path = tmp_path / "bank.csv"
    path.write_text(
        "published_on,publisher,product,attribute,period,direction,low_pct,high_pct\n"
        "2024-01-02,bank,DRAM,price,2024Q1,down,5,10\n2024-01-02,bank,DRAM,supply,2024Q1,tight,,\n",
        encoding="utf-8",
    )
    added = [row for row in with_guidance(record, path).evidence if row.issuer == "bank"]
    assert [(row.quarter, row.mid_pct, row.known_on) for row in added] == [
        (Quarter(2024, 1), -7.5, dt.date(2024, 1, 2))
    ]


def test_figures_are_written_between_their_marks(tmp_path: Path, record: Record) -> None:
    """The page keeps what stands around the marks; a page without marks is refused."""
    (found,) = run_backtest(
        record,
        settled_outcome(record, "DRAM", "total"),
        origins=("start",),
        since=SINCE,
        today=TODAY,
        models=("no_change", "guidance"),
        jobs=1,
    )
    rows = leaderboard(found)["rows"]
    board = {"start": [{**row, "crps_ratio": 1.0, "paired_ratio": None} for row in rows]}
    page = tmp_path / "page.md"
    page.write_text(f"before\n{BEGIN}\nold\n{END}\nafter\n", encoding="utf-8")
    write_figures(page, main_tables("made up", board, board))
    text = page.read_text(encoding="utf-8")
    assert text.startswith("before\n")
    assert text.endswith("after\n")
    assert "| guidance |" in text
    assert "old" not in text
    page.write_text("nothing", encoding="utf-8")
    with pytest.raises(InputError, match="no place"):
        write_figures(page, "x")
