"""Moves are what shares did against their market: no split, no suspension, no limit makes or hides one."""

from __future__ import annotations

import datetime as dt
import time
from dataclasses import replace

import numpy as np
import pytest

from forecasts.contradiction import find_flags
from forecasts.equity import Move, close_moment, distance_from_extreme, documented_moves, join_sources, moves_of
from forecasts.events import Market, find_events, is_trigger, observe_market
from forecasts.flagrule import load_instruments, load_rule
from forecasts.knowledge import load_knowledge
from forecasts.marketmodel import abnormal_returns, measure_series
from forecasts.series import Series, build_series, share_events
from forecasts.sessions import missed_sessions, session_date, sessions_after, weekdays_between
from tests.flagrows import Row, Rows, closes, day, guided, move

RULE = load_rule()
INSTRUMENTS = load_instruments()
QUIET = [0.5, -0.5] * 60


def series_of(rows: list[Row], ticker: str) -> Series:
    return build_series(rows, INSTRUMENTS)[ticker]


def market_of(*rows: Row, moves: tuple[Row, ...] = ()) -> Market:
    as_of = day("2027-12-31")
    return observe_market(load_knowledge(Rows(closes=rows, moves=moves), as_of), INSTRUMENTS, RULE)


def test_a_split_is_no_fall() -> None:
    """A close that halves at once is taken for a split: no return, no trigger, and the high survives it."""
    rows = closes("MU", "2026-01-01", [1.0, 1.0, -50.0, 1.0])
    series = series_of(rows, "MU")
    assert np.isnan(series.returns[3])
    assert "split" in series.breaks[0][1]
    assert find_events(market_of(*rows), -1, RULE) == ()
    moment = close_moment(INSTRUMENTS["MU"], series.days[-1])
    assert distance_from_extreme(series, moment, INSTRUMENTS["MU"], 8, -1) == pytest.approx(0.0)


def share_event(ticker: str, ex_day: str, name: str, size: float, **changes: object) -> Row:
    """A split or dividend as a feed of closes states it."""
    row: Row = {
        "entity": ticker,
        "name": name,
        "product": None,
        "period": ex_day[:7],
        "unit": "new shares for an old one",
    }
    row |= {"qualifier": f"ex-day {ex_day}", "value_low": size, "value_high": size, "known_on": day(ex_day)}
    return row | {"document_id": f"e-{ticker}-{ex_day}"} | changes


@pytest.mark.parametrize(("name", "size", "change"), [("share_split", 1.25, -20.0), ("share_dividend", 10.0, -10.0)])
def test_a_stated_bonus_issue_or_dividend_is_no_fall(name: str, size: float, change: float) -> None:
    """One new share for four old ones takes a fifth off the close; the return of the ex-day is what the market made."""
    rows = closes("MU", "2026-01-01", [*QUIET[:80], change, 0.5])
    ex_day = str(rows[81]["session_date"])
    stated = share_event("MU", ex_day, name, size)

    def falls(*indicators: Row) -> int:
        known = load_knowledge(Rows(closes=rows, indicators=indicators), day("2027-12-31"))
        return len(find_events(observe_market(known, INSTRUMENTS, RULE), -1, RULE))

    assert falls() == 1
    assert falls(stated) == 0
    assert falls(share_event("SNDK", ex_day, name, size)) == 1
    series = build_series(rows, INSTRUMENTS, share_events([stated]))["MU"]
    assert series.returns[81] == pytest.approx(0.0, abs=1e-3)
    # What a later page says of the same event replaces it.
    nothing = share_event("MU", ex_day, name, 1.0 if name == "share_split" else 0.0, known_on=day("2026-12-01"))
    assert falls(stated, nothing) == 1


def test_a_crash_that_is_no_round_factor_stays_a_fall() -> None:
    """A fall of 43 % that is no split factor is a fall."""
    series = series_of(closes("MU", "2026-01-01", [1.0, -43.0, 1.0]), "MU")
    assert series.breaks == ()
    assert series.returns[2] == pytest.approx(-0.43)


def test_a_change_beyond_the_daily_limit_is_a_corporate_action() -> None:
    """In Taipei, where 10 % is the limit, a fall of 25 % can't be one of the market."""
    series = series_of(closes("2408.TW", "2026-03-02", [1.0, -25.0, 1.0]), "2408.TW")
    assert np.isnan(series.returns[2])
    assert "daily limit of 10" in series.breaks[0][1]


def test_the_limit_in_force_on_the_day_counts() -> None:
    """Taipei's limit was 7 % until the first of June 2015."""
    nanya = INSTRUMENTS["2408.TW"]
    assert (nanya.limit_on(day("2015-05-29")), nanya.limit_on(day("2015-06-01"))) == (7.0, 10.0)
    assert INSTRUMENTS["MU"].limit_on(day("2020-01-02")) is None


def test_a_day_at_the_limit_is_a_trigger_however_volatile_the_share() -> None:
    """A limit-down day was cut short: it needs no z-score to count."""
    wild = [8.0, -8.0] * 40
    rows = closes("2408.TW", "2026-01-02", [*wild, -10.0])
    market = market_of(*rows)
    last = [one for one in market.moves if one.day == rows[-1]["session_date"] and one.sessions == 1]
    assert [one.is_limit for one in last] == [True]
    assert is_trigger(last[0], -1, RULE)
    assert not is_trigger(replace(last[0], is_limit=False), -1, RULE)


def test_a_return_across_a_suspension_is_none() -> None:
    """A share that did not close for two weeks, while its exchange was open, has no return over the pause."""
    others = [row for name in ("688008.SS", "688110.SS") for row in closes(name, "2026-03-02", QUIET[:20])]
    rows = closes("603986.SS", "2026-03-02", QUIET[:20])
    paused = [row for i, row in enumerate(rows) if not 5 <= i < 12]
    series = series_of([*others, *paused], "603986.SS")
    assert np.isnan(series.returns[5])
    assert "7 sessions" in series.breaks[0][1]


def test_a_holiday_is_no_suspension() -> None:
    """New York's long weekend of Independence Day leaves the return whole; a missed week does not."""
    assert missed_sessions("XNYS", day("2026-07-02"), day("2026-07-06")) == 0
    assert missed_sessions("XSHG", day("2025-09-30"), day("2025-10-09")) == 0
    assert missed_sessions("XSHG", day("2026-03-02"), day("2026-03-16")) == 9


def test_sessions_come_from_the_exchange_calendar() -> None:
    """Independence Day is no session; beyond the calendar's reach weekdays stand in."""
    assert sessions_after("XNYS", day("2026-07-01"), day("2026-07-09")) == 5
    assert session_date("XNYS", day("2026-07-01"), 5) == day("2026-07-09")
    assert session_date("XSHG", day("2030-01-01"), 5) == day("2030-01-08")
    assert weekdays_between(day("2026-07-01"), day("2026-07-08")) == 5


def test_abnormal_return_takes_the_market_out() -> None:
    """A share of beta two has no abnormal return on a bad day of its market, and all of it on its own bad day."""
    rng = np.random.default_rng(7)
    market = rng.normal(0, 0.01, 300)
    ours = 2 * market + rng.normal(0, 0.001, 300)
    market[-2], ours[-2] = -0.04, -0.08
    market[-1], ours[-1] = 0.0, -0.08
    abnormal = abnormal_returns(ours, market, RULE.event)
    assert abs(abnormal[-2]) < 0.005
    assert abnormal[-1] == pytest.approx(-0.08, abs=0.005)
    assert np.isnan(abnormal[: RULE.event.sessions_min]).all()


def test_one_crash_does_not_bend_the_market_model() -> None:
    """An earlier day on which share and market fell apart hardly changes what is expected later."""
    rng = np.random.default_rng(7)
    market = rng.normal(0, 0.01, 300)
    ours = market + rng.normal(0, 0.001, 300)
    calm = abnormal_returns(ours, market, RULE.event)[-1]
    market[200], ours[200] = 0.2, -0.4
    assert abnormal_returns(ours, market, RULE.event)[-1] == pytest.approx(calm, abs=0.002)


def test_the_day_itself_does_not_explain_itself() -> None:
    """The model and the volatility of a day rest on the sessions before it: what follows changes nothing."""
    rows = [*closes("MU", "2026-01-01", [*QUIET, -8.0, 3.0]), *closes("^GSPC", "2026-01-01", [*QUIET, 0.0, 0.0])]
    more = [*closes("MU", "2026-01-01", [*QUIET, -8.0, -30.0]), *closes("^GSPC", "2026-01-01", [*QUIET, 0.0, 9.0])]
    found = []
    for sample in (rows, more):
        measured = measure_series(build_series(sample, INSTRUMENTS), INSTRUMENTS, RULE.event)["MU"]
        moves = moves_of(measured, INSTRUMENTS["MU"], 1, 5.0)
        found.append(moves[0])
    assert found[0] == found[1]
    assert found[0].z is not None
    assert found[0].z < -5


def test_a_routine_fall_in_a_wild_time_is_no_trigger_and_a_rare_one_in_a_calm_time_is() -> None:
    """Minus 5.5 % after months of 6 % days is routine; minus 4.5 % after months of half-percent days is not."""
    wild = market_of(*closes("MU", "2026-01-01", [6.0, -6.0] * 40 + [-5.5]))
    calm = market_of(*closes("MU", "2026-01-01", [*QUIET[:80], -4.5]))
    last = max(one.day for one in wild.moves)
    assert not any(is_trigger(one, -1, RULE) for one in wild.moves if one.day == last and one.change_pct > -5.6)
    assert any(is_trigger(one, -1, RULE) for one in calm.moves)


def test_small_shares_raise_an_event_only_together() -> None:
    """One module maker's fall is no event of the market; six that fall within a day are."""
    names = ("SNDK", "WDC", "STX", "2408.TW", "2344.TW", "2337.TW")
    alone = market_of(moves=(move("2026-07-01", "SNDK", -12.0),))
    together = market_of(moves=tuple(move("2026-07-01", name, -9.0) for name in names))
    assert find_events(alone, -1, RULE) == ()
    assert len(find_events(together, -1, RULE)) == 1


def test_a_much_harder_shock_begins_an_event_of_its_own() -> None:
    """Within the week an echo joins, a shock a third harder than all before does not; the next day always joins."""
    first = move("2026-06-16", "MU", -6.0)
    echo = move("2026-06-17", "000660.KS", -15.0)
    weak = move("2026-06-19", "MU", -7.0)
    harder = move("2026-06-19", "MU", -13.0)
    assert [len(event.triggers) for event in find_events(market_of(moves=(first, echo, weak)), -1, RULE)] == [3]
    starts = [str(event.start) for event in find_events(market_of(moves=(first, harder)), -1, RULE)]
    assert starts == ["2026-06-16", "2026-06-19"]


def test_the_clock_runs_over_time_zones() -> None:
    """On one date Seoul closes before New York: the first trigger is Seoul's, whatever the order of the rows."""
    (event,) = find_events(
        market_of(moves=(move("2026-06-23", "MU", -13.0), move("2026-06-23", "000660.KS", -12.0))), -1, RULE
    )
    assert event.first.ticker == "000660.KS"
    assert event.first.closed_at == dt.datetime(2026, 6, 23, 6, 30, tzinfo=dt.UTC)


def test_a_documented_move_lends_its_address_to_the_computed_one() -> None:
    """Where closes and a document tell of one session, closes give the figure and the document the address."""
    told = documented_moves([move("2026-07-01", "MU", -10.6)], INSTRUMENTS)
    computed = Move(
        ticker="MU",
        name="Micron",
        country="US",
        kind="leader",
        day=day("2026-07-01"),
        closed_at=close_moment(INSTRUMENTS["MU"], day("2026-07-01")),
        sessions=1,
        change_pct=-10.57,
    )
    (joined,) = join_sources([computed], told)
    assert (joined.change_pct, joined.url) == (-10.57, "https://example.org/MU/2026-07-01")


def test_a_name_without_a_ticker_is_found_by_its_alias_and_an_unknown_one_is_left_out() -> None:
    """Documents call the Nikkei by name; a share that nobody watches is no move of memory."""
    rows = [
        move("2026-07-02", "^N225", -2.47, instrument="Nikkei 225") | {"ticker": None},
        move("2026-07-02", "688256.SS", -14.0, instrument="Cambricon"),
    ]
    assert [one.ticker for one in documented_moves(rows, INSTRUMENTS)] == ["^N225"]


@pytest.mark.slow
def test_sixteen_years_of_twenty_tickers_take_less_than_ten_seconds() -> None:
    """The whole of a long history is quick enough to be computed anew for every question."""
    rng = np.random.default_rng(11)
    tickers = [*list(INSTRUMENTS)[:19], "^GSPC"]
    rows = [row for name in tickers for row in closes(name, "2010-01-01", list(rng.normal(0.05, 2.5, 4100)))]
    statements = [
        guided(f"{year}-{month:02d}-05", f"{year}Q{(month + 2) // 3}", 12.0)
        for year in range(2010, 2026)
        for month in range(1, 13)
    ]
    began = time.process_time()
    found = find_flags(Rows(closes=rows, statements=statements), as_of=day("2026-01-05"), include_expired=True)
    assert len(found) > 50
    assert time.process_time() - began < 10
