"""The tightness score rests on what was known strictly before a day, and says how much that was."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from forecasts.flagrule import load_rule
from forecasts.issuedodds import issued_probability
from forecasts.knowledge import load_knowledge
from forecasts.tightness import Tightness, measure_tightness, tightness_of_all, tightness_over_time
from tests.flagrows import Row, Rows, day, guided, price, statement, supply

RULE = load_rule()
LATER = day("2027-12-31")


def measure(on: str, *statements: Row, prices: tuple[Row, ...] = (), product: str = "DRAM") -> Tightness:
    knowledge = load_knowledge(Rows(statements=statements, prices=prices), LATER)
    return measure_tightness(knowledge, product, day(on), RULE)


def test_rising_guidance_and_rising_prices_read_tight() -> None:
    """Guidance of twelve percent and a rising fixed price give a tight state, each leg with its figure."""
    prices = (price("2026-03-31", "2026-03", 10.0), price("2026-06-30", "2026-06", 12.0))
    reading = measure("2026-07-05", statement("2026-07-01"), prices=prices)
    assert reading.state == "tight"
    guidance, momentum = reading.leg("guidance"), reading.leg("momentum")
    assert guidance is not None
    assert momentum is not None
    assert guidance.figure == 12.5
    assert momentum.figure == pytest.approx(20.0)
    assert guidance.evidence == ("s-trendforce-2026Q3-price-up-2026-07-01",)


def test_falling_guidance_reads_loose() -> None:
    """The mirror: guidance of minus ten percent gives a loose state."""
    assert measure("2026-07-05", guided("2026-07-01", "2026Q3", -10.0)).state == "loose"


def test_nothing_known_is_unknown_and_not_neutral() -> None:
    """Without evidence there is no score: absent is not zero."""
    reading = measure("2026-07-05")
    assert (reading.score, reading.evidence, reading.state, reading.legs) == (None, 0.0, "unknown", ())


@pytest.mark.parametrize("known_on", ["2026-07-05", "2026-07-06", "2026-09-01"])
def test_what_became_known_on_the_day_or_later_moves_nothing(known_on: str) -> None:
    """No look-ahead: a row known on the day itself or after it changes no leg."""
    before = measure("2026-07-05", statement("2026-07-01"))
    planted = (
        guided(known_on, "2026Q3", -40.0, issuer="planted"),
        guided(known_on, "2026Q4", -40.0),
        supply(known_on, "loose", "2026Q4"),
    )
    after = measure(
        "2026-07-05", statement("2026-07-01"), *planted, prices=(price(known_on, "2026-06", 1.0, change_pct=-50.0),)
    )
    assert after == before


def test_a_leg_fades_with_the_age_of_its_evidence_and_is_named_stale() -> None:
    """Old guidance weighs less, is named, and at last counts for nothing."""
    fresh = measure("2026-04-10", guided("2026-04-01", "2026Q3", 12.5))
    old = measure("2026-07-20", guided("2026-04-01", "2026Q3", 12.5))
    gone = measure("2026-09-20", guided("2026-04-01", "2026Q3", 12.5))
    assert (fresh.stale, old.stale) == ((), ("guidance",))
    assert fresh.evidence > old.evidence > gone.evidence == 0.0
    assert gone.state == "unknown"


def test_a_cut_of_the_same_forecast_ends_the_tight_state() -> None:
    """Guidance still up but revised down by its own issuer is no longer tight."""
    raised = measure("2026-07-20", guided("2026-06-01", "2026Q3", 8.0), guided("2026-07-15", "2026Q3", 15.0))
    cut = measure("2026-07-20", guided("2026-06-01", "2026Q3", 15.0), guided("2026-07-15", "2026Q3", 8.0))
    assert (raised.state, cut.state) == ("tight", "neutral")
    revision = cut.leg("revision")
    assert revision is not None
    assert revision.figure == -7.0


def test_one_voice_repeating_itself_counts_once() -> None:
    """An issuer's newest word on a quarter replaces its older ones; it does not outvote another issuer."""
    other = guided("2026-07-01", "2026Q3", 0.0, issuer="omdia")
    repeated = [guided(f"2026-06-{i:02d}", "2026Q3", 20.0) for i in (5, 10, 15, 20)]
    once = measure("2026-07-05", other, repeated[-1]).leg("guidance")
    often = measure("2026-07-05", other, *repeated).leg("guidance")
    assert once is not None
    assert often is not None
    assert once.figure == often.figure == 10.0


@pytest.mark.parametrize(
    "changes",
    [
        {"basis": "YoY"},
        {"basis": "MoM", "period_kind": "month"},
        {"stance": "actual"},
        {"market": "spot"},
        {"measure": "asp"},
        {"sign": None, "certainty": "negated"},
    ],
)
def test_only_forward_contract_prices_quarter_on_quarter_are_guidance(changes: dict[str, object]) -> None:
    """Yearly, monthly, spot, past, average and denied prices are not contract guidance."""
    assert measure("2026-07-05", statement("2026-07-01", **changes)).leg("guidance") is None


def test_supply_words_outweigh_a_single_opposite_voice_and_expire_with_their_period() -> None:
    """Three voices that say tight beat one that says loose; an outlook whose period is over no longer counts."""
    tight = [supply("2026-07-01", "tight", "2026Q4", issuer=name, document_id=name) for name in ("a", "b", "c")]
    leg = measure("2026-07-05", *tight, supply("2026-07-01", "loose", "2026Q4", document_id="d")).leg("supply")
    assert leg is not None
    assert 0 < leg.value < 0.5
    assert measure("2026-07-05", supply("2026-05-01", "tight", "2026Q1")).leg("supply") is None


def test_momentum_takes_reported_monthly_changes_where_no_price_reaches_further() -> None:
    """Monthly changes of an agency are chained over three months."""
    monthly = {"basis": "MoM", "period_kind": "month", "stance": "actual", "segment": "pc"}
    told = [
        guided(
            f"2026-{month + 1:02d}-01", "2026Q2", 10.0, period=f"2026-{month:02d}", statement_id=str(month), **monthly
        )
        for month in (4, 5, 6)
    ]
    leg = measure("2026-07-05", *told).leg("momentum")
    assert leg is not None
    assert leg.figure == pytest.approx(33.1)


def test_the_forecast_leg_is_the_probability_handed_in() -> None:
    """The forecaster's own probability enters as 2p - 1, and its absence leaves the leg out."""
    knowledge = load_knowledge(Rows(statements=[statement("2026-07-01")]), LATER)

    def probability(product: str, _: dt.date) -> float | None:
        return 0.9 if product == "DRAM" else None

    leg = measure_tightness(knowledge, "DRAM", day("2026-07-05"), RULE, probability).leg("forecast")
    assert leg is not None
    assert leg.value == pytest.approx(0.8)
    assert measure_tightness(knowledge, "NOR", day("2026-07-05"), RULE, probability).leg("forecast") is None


def test_the_total_comes_first_and_is_weighed_by_evidence() -> None:
    """DRAM tight and NAND loose give a total between them, nearer to DRAM; a product without evidence is left out."""
    rows = [guided("2026-07-01", "2026Q3", 20.0), guided("2026-07-01", "2026Q3", -20.0, product="NAND")]
    total, dram, nand, nor = tightness_of_all(load_knowledge(Rows(statements=rows), LATER), day("2026-07-05"), RULE)
    assert (total.product, dram.product, nand.product, nor.score) == ("total", "DRAM", "NAND", None)
    assert total.score is not None
    assert 0 < total.score < 1


def test_hedged_and_doubtful_statements_count_half() -> None:
    """A figure in doubt moves the mean less than a certain one."""
    sure = guided("2026-07-01", "2026Q3", 20.0)
    for weak in ({"doubt": "outlier"}, {"certainty": "hedged"}):
        other = guided("2026-07-01", "2026Q3", -10.0, issuer="omdia", **weak)
        leg = measure("2026-07-05", sure, other).leg("guidance")
        assert leg is not None
        assert leg.figure == pytest.approx(10.0)


def test_fading_is_full_then_linear_then_none() -> None:
    """The fade of a leg is 1 up to fresh_days, 0 from gone_days, and a line between."""
    leg = replace(RULE.legs["guidance"], fresh_days=10, gone_days=30)
    assert [leg.fade(age) for age in (0, 10, 20, 30, 99)] == [1.0, 1.0, 0.5, 0.0, 0.0]


def test_over_time_is_month_by_month_and_ends_on_the_as_of_date() -> None:
    """One reading for the first day asked for, one for each later month, one for the as-of date."""
    rows = Rows(statements=[guided("2026-05-20", "2026Q3", 20.0), guided("2026-07-03", "2026Q3", -90.0)])
    readings = tightness_over_time(rows, since=day("2026-05-15"), as_of=day("2026-07-03"))
    totals = [reading for reading in readings if reading.product == "total"]
    assert [str(reading.day) for reading in totals] == ["2026-05-15", "2026-06-01", "2026-07-01", "2026-07-03"]
    assert [reading.score for reading in totals] == [None, 1.0, 1.0, 1.0]


class Forecasts(Rows):
    """Rows with issued forecasts beside them."""

    def rows(self, name: str, *params: object) -> list[Row]:
        """Return issued forecasts for their macro, else what the rows hold."""
        if name != "forecasts_as_of":
            return super().rows(name, *params)
        issued = [
            ("2026-06-30", "2026Q3", 0.9, True),
            ("2026-07-01", "2026Q4", 0.7, True),
            ("2026-07-04", "2026Q4", 0.2, True),
            ("2026-07-02", "2026Q4", 0.1, False),
        ]
        return [
            {
                "product": "DRAM",
                "segment": "total",
                "quarter": quarter,
                "prob_up": odds,
                "is_live": live,
                "known_on": day(on),
            }
            for on, quarter, odds, live in issued
        ]


def test_the_ledgers_odds_are_those_issued_before_the_day_for_the_next_quarter() -> None:
    """Neither a forecast of the day or later, nor one computed after the fact, nor one of another quarter counts."""
    odds = issued_probability(Forecasts(), day("2026-07-31"))
    assert odds("DRAM", day("2026-07-04")) == 0.7
    assert odds("DRAM", day("2026-07-05")) == 0.2
    assert odds("DRAM", day("2026-07-01")) is None
    assert odds("NOR", day("2026-07-05")) is None
    assert odds("DRAM", day("2026-12-05")) is None
    assert issued_probability(Forecasts(), day("2026-07-03"))("DRAM", day("2026-07-05")) == 0.7
