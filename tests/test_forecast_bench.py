"""The benchmark's own arithmetic: what a peer is given, what `mid` without a print knows, how its tables read."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest

from forecasts.bench import ORIGINS, delayed
from forecasts.benchpage import goal_table, peer_table
from forecasts.folds import origin_date
from forecasts.outcome import carried_change, monthly_outcome, past_of
from forecasts.peers import Levels, PeerMiss, PeerScore, said_change, score_peers
from tracker.quarter import Quarter

QUARTER = Quarter(2020, 2)
OUTCOME = monthly_outcome(
    "made up",
    "DRAM",
    [(f"{y}-{m:02d}", str(100 + 2 * (12 * (y - 2016) + m))) for y in range(2016, 2021) for m in range(1, 13)],
)


def repeat_last(levels: Levels, dates: list[dt.date], steps: int) -> Levels:
    """A peer that expects the last level to last."""
    assert len(levels) == len(dates)
    return np.full(steps, levels[-1])


def test_mid_without_a_print_knows_no_month_of_the_quarter() -> None:
    """On day 48 the first month is out; a month later it is not, and the quarter before is still known in full."""
    day = origin_date(QUARTER, "mid")
    assert max(past_of(OUTCOME, day).months) == "2020-04"
    assert max(past_of(delayed(OUTCOME), day).months) == "2020-03"


@pytest.mark.parametrize("origin", ORIGINS)
def test_a_peer_reads_the_months_known_at_the_origin(origin: str) -> None:
    """A peer that repeats the last month says what carrying it on says, and never sees a later one."""
    past = past_of(OUTCOME, origin_date(QUARTER, origin))
    assert said_change(repeat_last, past, QUARTER) == pytest.approx(carried_change(past.months, QUARTER))


def test_a_peer_of_quarters_steps_over_those_not_yet_known() -> None:
    """Where the series is of quarters, the last one known may lie two back; too short a series is passed over."""

    def one_more_each(levels: Levels, dates: list[dt.date], steps: int) -> Levels:
        assert dates == sorted(dates)
        return levels[-1] + np.arange(1, steps + 1)

    past = past_of(OUTCOME, dt.date(2020, 12, 31))
    quarters = past_of(OUTCOME, dt.date(2020, 12, 31)).settled
    bare = type(past)({quarter: quarters[quarter] for quarter in list(quarters)[-11:]}, {})
    assert said_change(one_more_each, bare, max(bare.settled) + 2) == pytest.approx(1.0)
    short = type(past)({quarter: quarters[quarter] for quarter in list(quarters)[-4:]}, {})
    assert said_change(one_more_each, short, max(short.settled) + 1) is None


def test_tables_say_what_was_missed_and_what_is_not_known() -> None:
    """A goal that was not reached is called missed; a peer that could not be fitted has a dash."""
    goals = goal_table([("ratio", [(0.5, 0.4), (0.3, 0.4)])], ("before", "start", "mid"))
    assert "| ratio | 0.5 (0.4), missed | 0.3 (0.4) |  |" in goals
    scores = {"index": ([PeerScore("Theta", "start", 50, 0.9)], [])}
    assert "| index | Theta | - [-] | 0.900 (50) [-] |" in peer_table(scores, ("before", "start"))


def test_scores_of_peers_are_taken_on_the_quarters_that_count() -> None:
    """The sum of misses over that of no change; a quarter that does not count is in neither."""
    misses = [PeerMiss("Theta", "start", QUARTER + step, error, 10.0) for step, error in enumerate((5.0, 10.0, 30.0))]
    assert score_peers(misses, lambda quarter: quarter < QUARTER + 2) == [PeerScore("Theta", "start", 2, 0.75)]
    assert score_peers(misses, lambda _quarter: True) == [PeerScore("Theta", "start", 3, 1.5)]
