"""A hard fall against tight supply is flagged as of its day, from what was known by then, and only then."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from forecasts.contradiction import find_flags
from forecasts.flag import Flag, flags_json
from forecasts.flagledger import issue_flags
from forecasts.flagrule import load_instruments, load_rule, parse_rule
from forecasts.legs import _reading
from tests.flagrows import Row, Rows, closes, day, guided, move, statement, supply
from tracker.errors import ConfigError
from tracker.home import Home
from tracker.ingest import republish
from tracker.journal import Journal
from tracker.resources import resource_folder
from tracker.warehouse import Warehouse

# The record's own figures for the summer of 2026, as documents gave them.
FALLS = (
    move("2026-06-23", "000660.KS", -12.5),
    move("2026-06-23", "MU", -13.18),
    move("2026-06-26", "^KS11", -5.81),
    move("2026-07-01", "MU", -10.57),
    move("2026-07-01", "^SOX", -6.27),
    move("2026-07-02", "000660.KS", -14.6),
    move("2026-07-02", "399006.SZ", -5.71),
    move("2026-07-02", "000680.SS", -5.64),
)
TIGHT = (
    guided("2026-03-31", "2026Q2", 60.0),
    guided("2026-06-01", "2026Q3", 15.0),
    supply("2026-03-04", "tight", "2027Q1", issuer="nanya", document_id="nanya"),
)
JUNZHENG = supply("2026-07-02", "tight", "2026Q4", issuer="beijing_junzheng", document_id="junzheng", url=None)
SUMMER = Rows(statements=(*TIGHT, JUNZHENG), moves=FALLS)


def flags(warehouse: Rows, as_of: str, **options: object) -> tuple[Flag, ...]:
    return find_flags(warehouse, as_of=day(as_of), **options)  # type: ignore[arg-type]


def test_the_fall_of_july_is_one_event_over_markets_from_its_first_trigger() -> None:
    """New York, Seoul and the Chinese indices join to one event whose clock starts in New York the day before."""
    june, july = flags(SUMMER, "2026-07-03")
    assert (june.event_start, july.event_start, july.event_end) == (
        day("2026-06-23"),
        day("2026-07-01"),
        day("2026-07-02"),
    )
    assert july.kind == "tight_vs_bearish"
    assert july.triggered_at == dt.datetime(2026, 7, 1, 20, tzinfo=dt.UTC)
    moved = {one.ticker: one.change_pct for one in july.moves}
    assert moved == {"MU": -10.57, "^SOX": -6.27, "000660.KS": -14.6, "399006.SZ": -5.71, "000680.SS": -5.64}


def test_evidence_is_what_was_known_by_the_event_and_before_it_for_the_score() -> None:
    """A statement of the event's last day is cited, but the score rests on what was known before the first trigger."""
    july = flags(SUMMER, "2026-07-03")[-1]
    assert {"beijing_junzheng", "trendforce", "nanya"} == {cited.issuer for cited in july.evidence}
    scored = {name for leg in july.tightness.legs for name in leg.evidence}
    assert JUNZHENG["statement_id"] not in scored
    assert scored


def test_before_the_fall_nothing_is_known_of_it() -> None:
    """As of the end of June only the fall of June is there."""
    assert [flag.event_start for flag in flags(SUMMER, "2026-06-30")] == [day("2026-06-23")]
    assert flags(SUMMER, "2026-06-22") == ()


def test_a_fall_in_a_loosening_market_does_not_fire() -> None:
    """Falling guidance and a falling share agree: no contradiction."""
    rows = Rows(
        statements=[guided("2022-09-22", "2022Q4", -15.0)],
        moves=[move("2022-10-07", "^SOX", -6.1), move("2022-10-07", "MU", -8.0)],
    )
    assert flags(rows, "2022-10-10", include_expired=True) == ()


def test_a_rally_against_loose_supply_is_the_mirror() -> None:
    """Rising shares while contract prices are guided down are flagged as the opposite kind."""
    rows = Rows(statements=[guided("2022-09-22", "2022Q4", -15.0)], moves=[move("2022-11-10", "MU", 9.0)])
    (flag,) = flags(rows, "2022-11-11")
    assert (flag.kind, flag.flag_id) == ("loose_vs_bullish", "loose-2022-11-10-r2")
    assert [cited.direction for cited in flag.evidence] == ["down"]


@pytest.mark.parametrize(
    "planted",
    [
        {"statements": [guided("2026-07-04", "2026Q3", -40.0, issuer="planted")]},
        {"statements": [supply("2026-07-06", "loose", "2026Q4", issuer="planted")]},
        {"moves": [move("2026-07-06", "MU", -30.0), move("2026-07-03", "MU", -9.0, known_on=day("2026-07-09"))]},
        {"closes": closes("MU", "2026-07-06", [-50.0, 100.0])},
    ],
)
def test_facts_that_became_known_later_change_no_flag(planted: dict[str, list[Row]]) -> None:
    """No look-ahead: whatever is published after the as-of date, the flags as of it are the same."""
    more = {"statements": [*TIGHT, JUNZHENG], "moves": list(FALLS)}
    for name, rows in planted.items():
        more[name] = [*more.get(name, []), *rows]
    assert flags_json(day("2026-07-03"), flags(Rows(**more), "2026-07-03")) == flags_json(
        day("2026-07-03"), flags(SUMMER, "2026-07-03")
    )


def test_the_same_question_has_the_same_answer() -> None:
    """Two runs give the same flags, hashes included."""
    assert flags(SUMMER, "2026-07-03") == flags(SUMMER, "2026-07-03")


def test_the_json_holds_the_promised_fields() -> None:
    """Every promised key is there; what can't be computed is null, not left out."""
    answer = json.loads(json.dumps(flags_json(day("2026-07-03"), flags(SUMMER, "2026-07-03"))))
    assert answer["as_of"] == "2026-07-03"
    flag = answer["flags"][-1]
    assert {"id", "kind", "event_start", "event_end", "moves", "tightness", "evidence"} <= set(flag)
    assert {"instrument", "date", "change_pct", "abnormal_pct", "url"} <= set(flag["moves"][0])
    assert flag["moves"][0]["abnormal_pct"] is None
    assert {"statement_id", "issuer", "published_at", "quote", "url"} <= set(flag["evidence"][0])
    assert isinstance(flag["tightness"], float)


def test_moves_over_several_sessions_stand_apart() -> None:
    """A consumer who adds up or lists one session's moves never meets a fall twice."""
    falls = [
        move("2026-07-01", "MU", -9.0),
        move("2026-07-01", "MU", -14.0, horizon_sessions=3, price_basis="multi_day"),
    ]
    (flag,) = flags_json(day("2026-07-03"), flags(Rows(statements=TIGHT, moves=falls), "2026-07-03"))["flags"]
    assert [one["change_pct"] for one in flag["moves"]] == [-9.0]
    assert [(one["sessions"], one["change_pct"]) for one in flag["moves_over_sessions"]] == [(3, -14.0)]


def test_intraday_and_small_moves_raise_nothing_but_are_shown_beside() -> None:
    """An intraday low or a fall below the threshold is no trigger; beside one it is context."""
    small = move("2026-07-01", "WDC", -3.0)
    intraday = move("2026-07-01", "005930.KS", -12.0, price_basis="intraday")
    assert flags(Rows(statements=TIGHT, moves=[small, intraday]), "2026-07-03") == ()
    (flag,) = flags(Rows(statements=TIGHT, moves=[small, intraday, move("2026-07-01", "MU", -9.0)]), "2026-07-03")
    assert {one.ticker for one in flag.moves} == {"MU", "WDC", "005930.KS"}


def test_a_flag_opens_is_confirmed_and_expires_and_never_comes_back() -> None:
    """Open on its day, confirmed after five sessions of New York, over after sixty.

    A rebound of the score changes nothing.
    """
    fall = [move("2026-07-01", "MU", -10.57)]
    told = [*TIGHT, guided("2026-07-20", "2026Q4", 10.0), guided("2026-08-25", "2026Q4", 12.0)]
    warehouse = Rows(statements=told, moves=fall)
    states = {}
    for as_of in ("2026-07-01", "2026-07-08", "2026-07-09", "2026-09-24", "2026-09-25", "2026-10-30"):
        (flag,) = flags(warehouse, as_of, include_expired=True)
        states[as_of] = (flag.state, flag.state_on)
    # 3 July 2026 is a holiday of New York, so the fifth session after the first of July is the ninth.
    assert states == {
        "2026-07-01": ("open", day("2026-07-01")),
        "2026-07-08": ("open", day("2026-07-01")),
        "2026-07-09": ("confirmed", day("2026-07-09")),
        "2026-09-24": ("confirmed", day("2026-07-09")),
        "2026-09-25": ("expired", day("2026-09-25")),
        "2026-10-30": ("expired", day("2026-09-25")),
    }


def test_hysteresis_a_state_that_weakens_stays_and_one_that_turns_ends_the_flag_for_good() -> None:
    """Below the score that opens a flag it stays.

    Guidance turning down expires it, and turning up again does not revive it.
    """
    fall = [move("2026-07-01", "MU", -10.57)]
    weaker = [*TIGHT, guided("2026-07-10", "2026Q4", 1.0)]
    (flag,) = flags(Rows(statements=weaker, moves=fall), "2026-07-20")
    assert flag.state == "confirmed"
    turned = [*TIGHT, guided("2026-07-10", "2026Q4", -20.0), guided("2026-07-20", "2026Q4", 25.0)]
    (flag,) = flags(Rows(statements=turned, moves=fall), "2026-07-30", include_expired=True)
    assert (flag.state, flag.state_on) == ("expired", day("2026-07-13"))


def test_expired_flags_are_shown_on_request_and_by_day_and_ticker() -> None:
    """By default only living flags; all with include_expired, from a day with since, of a share with ticker."""
    assert flags(SUMMER, "2026-11-20") == ()
    assert len(flags(SUMMER, "2026-11-20", include_expired=True)) == 2
    assert len(flags(SUMMER, "2026-11-20", since=day("2026-07-01"))) == 1
    assert [flag.event_start for flag in flags(SUMMER, "2026-07-03", ticker="399006.SZ")] == [day("2026-07-01")]


def leader_closes(fall_before: float) -> list[Row]:
    """Closes of both leaders: a quiet half year, a fall that may have come before, and a fall of 12 % on 2026-07-01."""
    quiet = [0.5, -0.5] * 65
    rows = []
    for ticker in ("MU", "000660.KS"):
        # 2025-12-31 is 130 weekdays before the session that falls.
        rows += closes(ticker, "2025-12-31", [*quiet[:100], fall_before, *quiet[101:129], -12.0])
    return rows


@pytest.mark.parametrize(("fall_before", "label"), [(0.5, "supported"), (-15.0, "in_conflict")])
def test_the_label_says_how_far_the_leaders_stood_from_their_high(fall_before: float, label: str) -> None:
    """Near their high the label is supported.

    20 % and more below it guidance is the one that has to follow.
    """
    (flag, *_) = flags(Rows(statements=TIGHT, closes=leader_closes(fall_before)), "2026-07-02", since=day("2026-06-30"))
    assert flag.event_start == day("2026-07-01")
    assert flag.label == label
    assert {ticker for ticker, _ in flag.distances} == {"MU", "000660.KS"}


def test_a_leader_without_closes_leaves_the_label_open_unless_the_other_has_fallen() -> None:
    """One leader near its high is not enough for the label; one far below it is."""
    for fall_before, label in ((0.5, "not_assessable"), (-15.0, "in_conflict")):
        only = [row for row in leader_closes(fall_before) if row["ticker"] == "MU"]
        (flag, *_) = flags(Rows(statements=TIGHT, closes=only), "2026-07-02", since=day("2026-06-30"))
        assert flag.label == label
    assert (
        "000660.KS"
        in flags(
            Rows(statements=TIGHT, closes=[row for row in leader_closes(0.5) if row["ticker"] == "MU"]),
            "2026-07-02",
        )[-1].label_reason
    )


def test_a_run_every_day_never_flaps() -> None:
    """While guidance wavers around the border, a flag's states only go forward, and each is issued once."""
    wavering = [
        guided(f"2026-07-{on:02d}", "2026Q4", percent)
        for on, percent in zip(range(6, 30, 3), (2.0, 4.0) * 4, strict=True)
    ]
    warehouse = Rows(statements=[*TIGHT, *wavering], moves=[move("2026-07-01", "MU", -10.57)])
    order = ["open", "confirmed", "expired"]
    seen = [
        order.index(flags(warehouse, str(day("2026-07-01") + dt.timedelta(days=i)), include_expired=True)[0].state)
        for i in range(0, 100, 3)
    ]
    assert seen == sorted(seen)
    assert set(seen) == {0, 1, 2}


def test_without_closes_of_the_leaders_the_label_is_not_assessable() -> None:
    """Documented moves alone raise the event, but do not say how far the leaders had fallen."""
    assert {flag.label for flag in flags(SUMMER, "2026-07-03")} == {"not_assessable"}


def test_old_guidance_gives_a_flag_that_is_not_assessable() -> None:
    """Evidence too old for a state is no reason to be silent, but to say so."""
    rows = Rows(statements=[guided("2026-03-01", "2026Q3", 20.0)], closes=leader_closes(0.5))
    (flag,) = flags(rows, "2026-07-02", since=day("2026-07-01"))
    assert flag.label == "not_assessable"
    assert "too little recent supply evidence" in flag.label_reason


def test_a_changed_rule_is_a_new_version() -> None:
    """The digest of each version's numbers is pinned here: change a number and the version must change with it."""
    digests = {"2": "4149a709e1037327d59a9f8ff37c09697fb1c49b44694ff1f97444bf8ac57409"}
    assert digests[load_rule().version] == load_rule().digest
    import tomllib

    content = tomllib.loads((resource_folder("configs") / "flags.toml").read_text(encoding="utf-8"))
    content["move"]["leader"]["one_day"] = 6.0
    assert parse_rule(content).digest != load_rule().digest
    content["move"]["leader"]["oneday"] = 6.0
    with pytest.raises(ConfigError, match="oneday"):
        parse_rule(content)


NOW = dt.datetime(2026, 7, 3, 12, tzinfo=dt.UTC)


def test_the_ledger_is_written_once(tmp_path: Path) -> None:
    """Issuing twice adds nothing; a day later a new state is added, and what was written stays as it was."""
    journal = Journal(tmp_path / "flags.jsonl")
    first = issue_flags(SUMMER, journal, as_of=day("2026-07-03"), issued_at=NOW)
    assert first.flags == ("tight-2026-06-23-r2", "tight-2026-07-01-r2")
    assert first.readings > 100
    written = journal.path.read_bytes()
    again = issue_flags(SUMMER, journal, as_of=day("2026-07-03"), issued_at=NOW + dt.timedelta(hours=1))
    assert (again.flags, again.states, again.readings) == ((), (), 0)
    assert journal.path.read_bytes() == written
    later = issue_flags(SUMMER, journal, as_of=day("2026-07-09"), issued_at=NOW + dt.timedelta(days=6))
    assert (later.flags, later.states) == ((), (("tight-2026-07-01-r2", "confirmed"),))
    assert journal.path.read_bytes().startswith(written)


def test_a_rule_that_changed_under_its_version_is_refused(tmp_path: Path) -> None:
    """The ledger does not take flags of other numbers under a version that has issued some."""
    journal = Journal(tmp_path / "flags.jsonl")
    issue_flags(SUMMER, journal, as_of=day("2026-07-03"), issued_at=NOW)
    with pytest.raises(ConfigError, match="new version"):
        issue_flags(SUMMER, journal, as_of=day("2026-07-03"), issued_at=NOW, rule=replace(load_rule(), digest="other"))


def test_what_was_issued_is_in_the_database(home: Home) -> None:
    """The ledger's lines fit the schema; the views show the flag with its state, and the macro only what was known."""
    issue_flags(SUMMER, Journal(home.ledger / "flags.jsonl"), as_of=day("2026-07-09"), issued_at=NOW)
    republish(home, NOW)
    with Warehouse.open(home.database) as warehouse:
        july, june = warehouse.rows("contradictions")
        assert (july["flag_id"], july["state"]) == ("tight-2026-07-01-r2", "confirmed")
        assert (july["hardest_instrument"], july["hardest_change_pct"], july["moves"]) == ("SK hynix", -14.6, 5)
        assert (june["label"], july["statements_contradicting"]) == ("not_assessable", 3)
        states = {
            as_of: [row["state"] for row in warehouse.rows("flags_as_of", day(as_of))]
            for as_of in ("2026-06-22", "2026-06-25", "2026-06-26", "2026-07-02", "2026-07-09")
        }
        assert states == {
            "2026-06-22": [],
            "2026-06-25": ["open"],
            "2026-06-26": ["open"],
            "2026-07-02": ["confirmed", "open"],
            "2026-07-09": ["confirmed", "confirmed"],
        }
        readings = [row for row in warehouse.rows("tightness") if row["product"] == "DRAM" and row["score"] is not None]
        assert readings[-1]["guidance"] == 1.0
        assert all(row["day"] <= day("2026-05-01") for row in warehouse.rows("tightness_as_of", day("2026-05-01")))


def test_importing_the_flags_is_cheap() -> None:
    """The verbs that only print help pay for no pandas, numpy, scikit-learn or calendars."""
    code = "import sys, forecasts.contradiction, forecasts.flagledger; print(*sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "forecasts.contradiction" in loaded
    assert not {"pandas", "numpy", "sklearn", "exchange_calendars", "duckdb"} & set(loaded)


def test_every_watched_instrument_has_an_exchange_and_known_benchmarks() -> None:
    """The packaged instruments are read without complaint and hold the leaders that the label needs."""
    instruments = load_instruments()
    assert len(instruments) > 20
    assert {instruments[ticker].kind for ticker in load_rule().label.leaders} == {"leader"}
    assert statement("2026-07-01")["sign"] == 1


def test_a_fixing_published_before_its_month_ends_has_no_age_yet() -> None:
    """Such days went into the ledger as a negative age, which no later build could load."""
    momentum = load_rule().legs["momentum"]
    reading = _reading("momentum", momentum, (5.0, "%"), (dt.date(2025, 11, 30), dt.date(2025, 11, 29)), ["a"])
    assert (reading.age_days, reading.fade) == (0, 1.0)
