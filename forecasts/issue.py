"""Make a forecast: the quarterly path of every product and segment, its intervals, and what it rests on.

This module turns frames into an answer; it neither reads files nor writes any. The same rows and date give the same
numbers.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from forecasts.base import QUANTILE_NAMES, QUANTILES, Forecaster, issued_forecasters, to_pct
from forecasts.coherence import Part, make_coherent
from forecasts.combine import Combined, Trial, issued_before, past_trials
from forecasts.features import Lookback
from forecasts.intervals import turn_probability
from forecasts.outcome import Outcome, Past, settled_outcome
from forecasts.paths import LEADS, Plan, lead_of, learn_plan, plan_path
from forecasts.record import Record, Rows, load_record
from forecasts.witnesses import Witness, find_news, find_witnesses
from tracker.errors import TooLittleHistory, UnknownName, UsageError
from tracker.quarter import Quarter

LONGEST_GAP = 6
FURTHEST = 8
LEAST_SETTLED = 12
LEAST_MOVE_PP = 0.05
MEDIAN = QUANTILES.index(0.50)
LEAST = 0.01


@dataclass(frozen=True, slots=True)
class Point:
    """One quarter of a path; quantiles in the order of `QUANTILES`, changes in percent, index with its start at 100.

    A settled quarter has one value, its change, and no probabilities. `prob_turn` is the probability that the quarter
    moves against the direction last known, that of the settled quarter before the path; None where there is none.
    """

    quarter: Quarter
    status: str
    change_pct: tuple[float, ...]
    index: tuple[float, ...]
    prob_up: float | None
    prob_turn: float | None


@dataclass(frozen=True, slots=True)
class ProductPath:
    """The path of one product and segment, the forecasters' shares at the target, its evidence and its caveats.

    `cumulative_pct` are the quantiles of the change over all forecast quarters together.
    """

    product: str
    segment: str
    path: tuple[Point, ...]
    cumulative_pct: tuple[float, ...]
    weights: Mapping[str, float]
    evidence: tuple[Witness, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Forecast:
    """All paths as of a date, through a target quarter."""

    as_of: dt.date
    target: Quarter
    products: tuple[ProductPath, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """The plan of one path, where it starts, and its quantiles and draws."""

    outcome: Outcome
    base: Quarter | None
    plan: Plan
    part: Part


def make_forecast(
    warehouse: Rows,
    *,
    as_of: dt.date,
    target: Quarter,
    products: tuple[str, ...] | None = None,
    horizon: int | None = None,
) -> Forecast:
    """Forecast every product (or those named) through the target quarter, from what was known at the end of a day.

    With `horizon` the path goes on to at least that many quarters, the one of the as-of date being the first. Raises
    UnknownName where a product has no path configured.
    """
    wanted = chosen_segments(warehouse, products)
    return forecast_record(
        load_record(warehouse),
        chosen_segments(warehouse, None),
        as_of=as_of,
        target=last_quarter(as_of, target, horizon),
        wanted=wanted,
        shares=segment_shares(warehouse),
    )


def last_quarter(as_of: dt.date, target: Quarter, horizon: int | None = None) -> Quarter:
    """Return the last quarter of a path: the target, or later where the horizon reaches further.

    Raises UsageError where that lies further ahead than prices can be told.
    """
    last = target if horizon is None else max(target, Quarter.of(as_of) + (horizon - 1))
    furthest = Quarter.of(as_of) + FURTHEST
    if last > furthest:
        raise UsageError(f"{last} is too far from {as_of}: expected a quarter up to {furthest}, {FURTHEST} ahead")
    return last


def forecast_record(
    record: Record,
    segments: Sequence[tuple[str, str]],
    *,
    as_of: dt.date,
    target: Quarter,
    news_since: dt.date | None = None,
    wanted: Sequence[tuple[str, str]] | None = None,
    shares: Mapping[tuple[str, str], float] | None = None,
) -> Forecast:
    """Forecast the given products and segments from a record; what was not known on the date is left out first.

    Weights and sizes are learnt on all `segments`, so that a product's numbers do not depend on which are `wanted`.
    Raises TooLittleHistory where nothing at all was known on the date, UsageError for a target too far ahead. With
    `news_since` all statements known only after that date are cited, and no others. With `shares` segments are brought
    into agreement with their total.
    """
    last_quarter(as_of, target)
    known = record.known(as_of)
    if not known.evidence and not known.prints and not known.settlements:
        raise TooLittleHistory(f"nothing about prices was known on {as_of}: expected a later as-of date")
    lookback = Lookback(known, [settled_outcome(known, product, segment) for product, segment in segments])
    forecasters = issued_forecasters()
    trials = all_trials(lookback, as_of, target, forecasters)
    issued = issued_before(list(forecasters), trials)
    drafts = [
        _draft(lookback, outcome, as_of=as_of, target=target, forecasters=forecasters, trials=trials, issued=issued)
        for outcome in lookback.outcomes.values()
        if wanted is None or (outcome.product, outcome.segment) in wanted
    ]
    return Forecast(
        as_of,
        target,
        tuple(
            _product_path(lookback, draft, as_of=as_of, target=target, news_since=news_since)
            for draft in _made_coherent(drafts, shares or {})
        ),
    )


def all_trials(
    lookback: Lookback, as_of: dt.date, target: Quarter, forecasters: Mapping[str, Forecaster]
) -> list[Trial]:
    """Return the past trials of every outcome, oldest first; the slow forecasters are tried on overall series only."""
    quick = {name: forecaster for name, forecaster in forecasters.items() if not forecaster.is_slow}
    furthest = min(max(lead_of(target, as_of), 0), LEADS[-1])
    leads = tuple(lead for lead in LEADS if lead <= furthest)
    trials = [
        trial
        for outcome in lookback.outcomes.values()
        for trial in past_trials(lookback, outcome, as_of, leads, forecasters if outcome.segment == "total" else quick)
    ]
    return sorted(trials, key=lambda trial: trial.origin)


def chosen_segments(warehouse: Rows, products: tuple[str, ...] | None) -> list[tuple[str, str]]:
    """Return the products and segments that get a path, total first; raise UnknownName at a product without one."""
    rows = [row for row in warehouse.rows("product_segment") if row["is_forecast"]]
    offered = list(dict.fromkeys(str(row["product"]) for row in rows))
    wanted = [product.upper() for product in products] if products else offered
    unknown = [product for product in wanted if product not in offered]
    if unknown:
        raise UnknownName(f"no forecast for product {', '.join(unknown)}: expected one of {', '.join(offered)}")
    pairs = [(str(row["product"]), str(row["segment"])) for row in rows if row["product"] in wanted]
    return sorted(pairs, key=lambda pair: (offered.index(pair[0]), pair[1] != "total"))


def segment_shares(warehouse: Rows) -> dict[tuple[str, str], float]:
    """Return the weight of each segment in its product's total, where the configuration gives one."""
    rows = [row for row in warehouse.rows("product_segment") if row.get("share") is not None]
    return {(str(row["product"]), str(row["segment"])): float(row["share"]) for row in rows}


def _draft(
    lookback: Lookback,
    outcome: Outcome,
    *,
    as_of: dt.date,
    target: Quarter,
    forecasters: Mapping[str, Forecaster],
    trials: Sequence[Trial],
    issued: Sequence[tuple[Trial, Combined]],
) -> Draft:
    base, quarters = path_quarters(lookback.view(outcome, as_of).past, as_of, target)
    plan = learn_plan(lookback, outcome, as_of, quarters, forecasters=forecasters, trials=trials, issued=issued)
    return Draft(outcome, base, plan, Part(quarters, plan_path(plan, quarters)))


def _made_coherent(drafts: Sequence[Draft], shares: Mapping[tuple[str, str], float]) -> list[Draft]:
    """Return the drafts with the segments of each product brought into agreement with its total."""
    coherent: dict[tuple[str, str], Part] = {}
    for product in {draft.outcome.product for draft in drafts}:
        parts = {draft.outcome.segment: draft.part for draft in drafts if draft.outcome.product == product}
        weights = {segment: share for (name, segment), share in shares.items() if name == product}
        made = make_coherent(parts, weights)
        coherent |= {(product, segment): part for segment, part in made.items()}
    return [replace(draft, part=coherent[draft.outcome.product, draft.outcome.segment]) for draft in drafts]


def _product_path(
    lookback: Lookback, draft: Draft, *, as_of: dt.date, target: Quarter, news_since: dt.date | None
) -> ProductPath:
    outcome, plan = draft.outcome, draft.plan
    quarters, planned = draft.part.quarters, draft.part.planned
    past = lookback.view(outcome, as_of).past
    goal = plan.combined[quarters[-1]]
    return ProductPath(
        product=outcome.product,
        segment=outcome.segment,
        path=tuple(_points(past, draft.base, quarters, planned.table, planned.draws)),
        cumulative_pct=tuple(to_pct(float(q)) for q in np.quantile(planned.draws.sum(axis=1), QUANTILES)),
        weights=dict(sorted(goal.weights.items(), key=lambda item: -item[1])),
        evidence=find_news(lookback, outcome, as_of, plan, target, since=news_since)
        if news_since
        else find_witnesses(lookback, outcome, as_of, plan, target),
        notes=tuple(_notes(draft, past, as_of=as_of, goal=goal)),
    )


def path_quarters(past: Past, as_of: dt.date, target: Quarter) -> tuple[Quarter | None, tuple[Quarter, ...]]:
    """Return the last settled quarter, if the path can start there, and the quarters to forecast through the target."""
    settled = max((quarter for quarter in past.settled if quarter < target), default=None)
    running = Quarter.of(as_of)
    if settled is None or running - settled > LONGEST_GAP:
        first = min(running + -1, target)
        return None, tuple(first + step for step in range(target - first + 1))
    return settled, tuple(settled + step for step in range(1, target - settled + 1))


def _points(past: Past, base: Quarter | None, quarters: Sequence[Quarter], table: Any, draws: Any) -> Iterator[Point]:
    if base is not None:
        yield Point(base, "settled", (to_pct(past.settled[base].change_log),), (100.0,), None, None)
    levels = draws.cumsum(axis=1)
    known = past.settled[base].change_log if base is not None else 0.0
    for place, quarter in enumerate(quarters):
        index = 100 * np.exp(np.quantile(levels[:, place], QUANTILES) / 100)
        change = tuple(to_pct(float(value)) for value in table.rows[place])
        yield Point(
            quarter,
            "forecast",
            change,
            tuple(float(value) for value in index),
            prob_up=table.prob_up[place],
            prob_turn=turn_probability(draws[:, place], known),
        )


def _notes(draft: Draft, past: Past, *, as_of: dt.date, goal: Combined) -> Iterator[str]:
    outcome, base, plan, quarters = draft.outcome, draft.base, draft.plan, draft.part.quarters
    name = f"{outcome.product} {outcome.segment}"
    if (outcome.product, outcome.segment) == ("DRAM", "total"):
        yield "total is the conventional contract blend (without HBM) where an agency gives it"
    if base is not None:
        yield f"{base} is settled by rule {past.settled[base].rule}, known on {past.settled[base].known_on}"
    else:
        last = max(past.settled, default=None)
        told = f"the last settled quarter is {last}" if last else "no quarter was ever settled"
        yield f"{name}: {told}; the index starts at 100 in {quarters[0] + -1}, a quarter of unknown change"
    before, after = to_pct(goal.mean), to_pct(float(draft.part.planned.table.rows[-1][MEDIAN]))
    if abs(after - before) >= LEAST_MOVE_PP:
        yield f"brought into agreement with {outcome.product} total: {quarters[-1]} alone would be {before:+.1f} %"
    if len(past.settled) < LEAST_SETTLED:
        yield (
            f"short history: {len(past.settled)} settled quarters; the sizes of errors and the weights come mostly "
            "from other products, words are read as a usual step, and the intervals are wide"
        )
    if plan.own_trials < 10:
        trials = "1 past forecast" if plan.own_trials == 1 else f"{plan.own_trials or 'no'} past forecasts"
        yield f"{trials} of its own could be scored; errors of other products stand in"
    for forecaster, reason in sorted(plan.refused.items()):
        yield f"{forecaster} left out: {reason}"
    ended = [str(quarter) for quarter in quarters if quarter.end < as_of]
    if ended:
        yield f"ended but not settled by what was known on {as_of}: {', '.join(ended)}"
    if not goal.weights:
        yield "no forecaster has a past; equal shares"


def forecast_json(forecast: Forecast) -> dict[str, Any]:
    """Return a forecast as the documented JSON object."""
    return {
        "as_of": forecast.as_of.isoformat(),
        "target": str(forecast.target),
        "products": [_product_json(path) for path in forecast.products],
    }


def _product_json(path: ProductPath) -> dict[str, Any]:
    return {
        "product": path.product,
        "segment": path.segment,
        "path": [_point_json(point) for point in path.path],
        "cumulative_pct": _named(map(_change, path.cumulative_pct)),
        "weights": {name: round(weight, 4) for name, weight in path.weights.items()},
        "evidence": [witness.as_json() for witness in path.evidence],
        "notes": list(path.notes),
    }


def _point_json(point: Point) -> dict[str, Any]:
    result: dict[str, Any] = {"quarter": str(point.quarter), "status": point.status}
    if point.status == "settled":
        return {
            **result,
            "change_pct": {"p50": _change(point.change_pct[0])},
            "index": {"p50": _index(point.index[0])},
        }
    return {
        **result,
        "change_pct": _named(map(_change, point.change_pct)),
        "index": _named(map(_index, point.index)),
        "prob_up": round(point.prob_up or 0.0, 3),
        "prob_turn": None if point.prob_turn is None else round(point.prob_turn, 3),
    }


def _named(values: Iterable[float]) -> dict[str, float]:
    return dict(zip(QUANTILE_NAMES, values, strict=True))


def _change(percent: float) -> float:
    """Round a change; one that would round to a price of nothing is the least above it."""
    return max(round(percent, 2), LEAST - 100)


def _index(level: float) -> float:
    """Round a level of the index; a price is never nothing."""
    return max(round(level, 2), LEAST)


def forecast_rows(answer: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the documented JSON object as flat rows for a table: one per product, segment and quarter."""
    return [
        _flat_row(str(answer["as_of"]), product, point) for product in answer["products"] for point in product["path"]
    ]


def _flat_row(as_of: str, product: Mapping[str, Any], point: Mapping[str, Any]) -> dict[str, Any]:
    values = {f"{kind}_{name}": point[kind].get(name) for kind in ("change_pct", "index") for name in QUANTILE_NAMES}
    head = {name: product[name] for name in ("product", "segment")}
    tail = {name: point[name] for name in ("quarter", "status")}
    odds = {name: point.get(name) for name in ("prob_up", "prob_turn")}
    return {"as_of": as_of, **head, **tail, **values, **odds}
