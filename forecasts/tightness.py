"""Supply tightness before a day: one score from -1 loose to +1 tight, and the legs that it stands on.

score = sum of weight times value over sum of weight, over the legs that have evidence, where a leg's weight fades
with the age of its newest evidence; the share of all weight that is left says how much stands behind the score.
Weights and fading are in configs/flags.toml. Only rows known strictly before the day count.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from forecasts.flagrule import LEG_NAMES, LegName, Rule, load_rule
from forecasts.knowledge import Knowledge, Reads, load_knowledge
from forecasts.legs import (
    ProbabilityUp,
    Reading,
    read_forecast,
    read_guidance,
    read_inventory,
    read_momentum,
    read_revision,
    read_spot,
    read_supply,
)
from forecasts.momentum import find_momentum

State = Literal["tight", "loose", "neutral", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tightness:
    """The score of one product (or the total) before a day; `evidence` is the share of weight behind it, 0 to 1."""

    product: str
    day: dt.date
    score: float | None
    evidence: float
    state: State
    legs: tuple[Reading, ...] = ()
    stale: tuple[LegName, ...] = ()

    def leg(self, name: LegName) -> Reading | None:
        """Return one leg's reading, or None where it has no evidence."""
        return next((reading for reading in self.legs if reading.leg == name), None)


def _state(
    score: float | None, evidence: float, legs: dict[str, Reading], last_month: float | None, rule: Rule
) -> State:
    """Name the state: the score must agree with forward guidance.

    With its revisions and with the last month's price.
    """
    guidance = legs.get("guidance")
    if score is None or guidance is None or evidence < rule.score.evidence_min or guidance.fade == 0:
        return "unknown"
    revision = legs["revision"].figure if "revision" in legs else 0.0
    month = last_month if last_month is not None else 0.0
    for state, sign in (("tight", 1), ("loose", -1)):
        agrees = (
            sign * score >= rule.score.enter
            and sign * guidance.figure >= rule.state.guidance_pct_min
            and sign * revision >= rule.state.revision_pp_min
            and sign * month >= rule.state.last_month_pct_min
        )
        if agrees:
            return "tight" if state == "tight" else "loose"
    return "neutral"


def measure_tightness(
    knowledge: Knowledge, product: str, day: dt.date, rule: Rule, probability: ProbabilityUp | None = None
) -> Tightness:
    """Return one product's tightness from what was known strictly before a day."""
    momentum = find_momentum(knowledge, product, day, rule)
    found = (
        read_guidance(knowledge, product, day, rule),
        read_revision(knowledge, product, day, rule),
        read_supply(knowledge, product, day, rule),
        read_momentum(momentum, day, rule),
        read_spot(knowledge, product, day, rule),
        read_inventory(knowledge, product, day, rule),
        read_forecast(product, day, rule, probability),
    )
    legs = {reading.leg: reading for reading in found if reading}
    weight = sum(reading.weight for reading in legs.values())
    score = sum(reading.weight * reading.value for reading in legs.values()) / weight if weight > 0 else None
    evidence = weight / sum(leg.weight for leg in rule.legs.values())
    last_month = momentum.last_month_pct if momentum else None
    return Tightness(
        product=product,
        day=day,
        score=None if score is None else round(score, 4),
        evidence=round(evidence, 4),
        state=_state(score, evidence, {str(name): reading for name, reading in legs.items()}, last_month, rule),
        legs=tuple(legs[name] for name in LEG_NAMES if name in legs),
        stale=tuple(name for name in LEG_NAMES if name in legs and legs[name].fade < 1),
    )


def measure_total(parts: Iterable[Tightness], day: dt.date, rule: Rule) -> Tightness:
    """Return the total over products: their scores weighed by the rule's shares and by the evidence behind each."""
    scored = [part for part in parts if part.score is not None and part.product in rule.total]
    weights = [rule.total[part.product] * part.evidence for part in scored]
    if sum(weights) <= 0:
        return Tightness(product="total", day=day, score=None, evidence=0.0, state="unknown")
    pairs = list(zip(weights, scored, strict=True))
    score = sum(weight * part.score for weight, part in pairs if part.score is not None) / sum(weights)
    main = max(pairs, key=lambda pair: pair[0])[1]
    agrees = main.state != "tight" or score >= rule.score.enter
    agrees = agrees and (main.state != "loose" or score <= -rule.score.enter)
    return Tightness(
        product="total",
        day=day,
        score=round(score, 4),
        evidence=round(sum(weights) / sum(rule.total.values()), 4),
        state=main.state if agrees else "neutral",
    )


def tightness_of_all(
    knowledge: Knowledge, day: dt.date, rule: Rule, probability: ProbabilityUp | None = None
) -> tuple[Tightness, ...]:
    """Return the total first, then every product of the rule, before a day."""
    parts = [measure_tightness(knowledge, product, day, rule, probability) for product in rule.total]
    return (measure_total(parts, day, rule), *parts)


def reading_days(since: dt.date, as_of: dt.date) -> list[dt.date]:
    """Return `since`, the first day of every later month up to a date, and the date itself."""
    days = [since]
    while (following := (days[-1].replace(day=1) + dt.timedelta(days=31)).replace(day=1)) < as_of:
        days.append(following)
    return list(dict.fromkeys([*(day for day in days if day < as_of), as_of]))


def tightness_over_time(
    warehouse: Reads,
    *,
    since: dt.date,
    as_of: dt.date,
    probability: ProbabilityUp | None = None,
    rule: Rule | None = None,
) -> tuple[Tightness, ...]:
    """Return the total and every product month by month since a day, and on the as-of date; oldest first.

    Each reading rests on what became known strictly before its own day.
    """
    knowledge, rule = load_knowledge(warehouse, as_of), rule or load_rule()
    return tuple(
        reading for day in reading_days(since, as_of) for reading in tightness_of_all(knowledge, day, rule, probability)
    )


def tightness_json(readings: Iterable[Tightness]) -> list[dict[str, Any]]:
    """Return readings as JSON values, one object per product and day, legs with value, figure, age, weight.

    Evidence.
    """
    return [
        {
            "product": reading.product,
            "day": reading.day.isoformat(),
            "score": reading.score,
            "evidence": reading.evidence,
            "state": reading.state,
            "stale": list(reading.stale),
            "legs": [
                {
                    "leg": leg.leg,
                    "value": leg.value,
                    "figure": leg.figure,
                    "unit": leg.unit,
                    "age_days": leg.age_days,
                    "weight": leg.weight,
                    "evidence": list(leg.evidence),
                }
                for leg in reading.legs
            ],
        }
        for reading in readings
    ]
