"""Past cases: what contract prices and shares did after days like the one at hand, as far as it was known by a date.

A case is an equity event with the state of supply before it. Contract prices are looked at strictly after the quarter
of the event, because the running quarter is mostly contracted already; returns start at the close of the session after
the first trigger, the first price that a reader of the flag could have seen.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from forecasts.contradiction import Setting, judge, leader_distances
from forecasts.events import Event, find_events, hardness
from forecasts.flag import Label
from forecasts.knowledge import Reads
from forecasts.marketmodel import Measured
from forecasts.settledprices import settled_prices
from forecasts.tightness import State
from tracker.quarter import Quarter

HORIZONS = (5, 20, 60)
BASKET = ("MU", "000660.KS", "005930.KS")
# Days without a tight one that end a spell.
_SPELL_GAP = 90
FIRST_DAY = dt.date(2012, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcomes:
    """Changes of contract prices by quarter, percent on the quarter before, each with the day it became known."""

    name: str
    changes: dict[Quarter, tuple[float, dt.date]]

    def after(self, quarter: Quarter, quarters: int, as_of: dt.date) -> float | None:
        """Return the change over so many quarters strictly after one, percent, or None where not yet known."""
        level = 1.0
        for step in range(1, quarters + 1):
            change, known_on = self.changes.get(quarter + step, (0.0, dt.date.max))
            if known_on > as_of:
                return None
            level *= 1 + change / 100
        return 100 * (level - 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One past event; `ahead_pct` are price changes over one and two quarters, returns in percent by sessions.

    `spell` is the first day of the spell of tightness (looseness) that it fell into; None in a neutral state.
    """

    day: dt.date
    state: State
    label: Label | None
    spell: dt.date | None
    size: float
    ahead_pct: tuple[float | None, float | None]
    raw_pct: dict[int, float]
    abnormal_pct: dict[int, float]

    @property
    def quarter(self) -> Quarter:
        """Quarter of the event."""
        return Quarter.of(self.day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day of the calendar with the state of supply before it and the price change after its quarter."""

    day: dt.date
    state: State
    spell: dt.date | None
    ahead_pct: tuple[float | None, float | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """All cases and days known by a date, with the name of the outcome that they are measured on."""

    as_of: dt.date
    side: int
    outcome: str
    cases: tuple[Case, ...]
    days: tuple[Day, ...]


def settled_outcomes(warehouse: Reads, product: str, as_of: dt.date) -> Outcomes:
    """Return the settled quarterly changes of a product as known on a day, by the soundest figure of each."""
    changes = settled_prices(warehouse, product, as_of)
    return Outcomes(name=f"{product} contract price, settled quarters of the record", changes=changes)


def monthly_outcomes(name: str, months: Iterable[tuple[str, float, dt.date]]) -> Outcomes:
    """Return quarterly changes, end of quarter on end of quarter, of a monthly series (month, level, known on)."""
    levels = {month: (level, known_on) for month, level, known_on in months}
    changes = {}
    for month in levels:
        quarter = Quarter.of(dt.date.fromisoformat(f"{month}-01"))
        before = (quarter + -1).months[2]
        if month == quarter.months[2] and before in levels:
            changes[quarter] = (100 * (levels[month][0] / levels[before][0] - 1), levels[month][1])
    return Outcomes(name=name, changes=changes)


def weekly_days(first: dt.date, last: dt.date) -> list[dt.date]:
    """Return the Wednesdays of a span: one day a week stands for all days, none of which has a reason to be special."""
    day = first + dt.timedelta(days=(2 - first.weekday()) % 7)
    return [day + dt.timedelta(days=7 * i) for i in range(max(0, (last - day).days // 7 + 1))]


def spell_starts(days: Sequence[tuple[dt.date, State]], state: State) -> list[tuple[dt.date, dt.date]]:
    """Return the spells of a state as (first, last) day; a gap of 90 days without it ends a spell."""
    spells: list[tuple[dt.date, dt.date]] = []
    for day, found in days:
        if found != state:
            continue
        if spells and (day - spells[-1][1]).days <= _SPELL_GAP:
            spells[-1] = (spells[-1][0], day)
        else:
            spells.append((day, day))
    return spells


def _spell_of(day: dt.date, spells: Iterable[tuple[dt.date, dt.date]]) -> dt.date | None:
    """Return the first day of the spell that a day falls into or borders on."""
    near = dt.timedelta(days=_SPELL_GAP)
    return next((first for first, last in spells if first - near <= day <= last + near), None)


def _forward(measured: Measured, start: dt.date, sessions: int) -> tuple[float, float] | None:
    """Return raw and abnormal return, percent, over sessions from the close after the session of a day.

    None if not known.
    """
    at = measured.series.position(start)
    if at is None or at + 1 + sessions >= len(measured.series.days):
        return None
    first = at + 1
    raw = measured.series.closes[first + sessions] / measured.series.closes[first] - 1
    abnormal = measured.abnormal[first + 1 : first + sessions + 1].sum()
    return 100 * float(raw), 100 * float(abnormal)


def _returns(event: Event, setting: Setting) -> tuple[dict[int, float], dict[int, float]]:
    """Return the basket's mean raw and abnormal returns by sessions; of abnormal ones only what is computable."""
    raw: dict[int, float] = {}
    abnormal: dict[int, float] = {}
    for sessions in HORIZONS:
        found = [
            _forward(setting.market.measured[ticker], event.start, sessions)
            for ticker in BASKET
            if ticker in setting.market.measured
        ]
        pairs = [pair for pair in found if pair is not None]
        if pairs:
            raw[sessions] = sum(pair[0] for pair in pairs) / len(pairs)
        clean = [pair[1] for pair in pairs if pair[1] == pair[1]]
        if clean:
            abnormal[sessions] = sum(clean) / len(clean)
    return raw, abnormal


def collect_history(setting: Setting, outcomes: Outcomes, side: int, first: dt.date = FIRST_DAY) -> History:
    """Collect the cases of one side and the days beside them, from what a setting knows."""
    as_of = setting.knowledge.as_of
    ahead = {
        quarter: (outcomes.after(quarter, 1, as_of), outcomes.after(quarter, 2, as_of))
        for quarter in {Quarter.of(day) for day in weekly_days(first, as_of)}
    }
    states = [(day, setting.measure(day).state) for day in weekly_days(first, as_of)]
    spells = {state: spell_starts(states, state) for state in ("tight", "loose")}
    cases = []
    for event in find_events(setting.market, side, setting.rule):
        if event.start < first:
            continue
        tightness = setting.measure(event.start)
        contradicted = tightness.state == ("tight" if side < 0 else "loose")
        label = judge(event, tightness, leader_distances(event, setting), setting.rule)[0] if contradicted else None
        raw, abnormal = _returns(event, setting)
        cases.append(
            Case(
                day=event.start,
                state=tightness.state,
                label=label,
                spell=_spell_of(event.start, spells.get(tightness.state, [])),
                size=hardness(event.first, setting.rule),
                ahead_pct=ahead.get(Quarter.of(event.start), (None, None)),
                raw_pct=raw,
                abnormal_pct=abnormal,
            )
        )
    days = [
        Day(day=day, state=state, spell=_spell_of(day, spells.get(state, [])), ahead_pct=ahead[Quarter.of(day)])
        for day, state in states
    ]
    return History(as_of=as_of, side=side, outcome=outcomes.name, cases=tuple(cases), days=tuple(days))


def case_json(case: Case) -> dict[str, Any]:
    """Return a case as JSON values, figures rounded to a tenth of a percent."""

    def tenth(value: float | None) -> float | None:
        return None if value is None else round(value, 1)

    return {
        "event_start": case.day.isoformat(),
        "label": case.label,
        "price_1q_pct": tenth(case.ahead_pct[0]),
        "price_2q_pct": tenth(case.ahead_pct[1]),
        "raw_pct": {str(sessions): tenth(value) for sessions, value in case.raw_pct.items()},
        "abnormal_pct": {str(sessions): tenth(value) for sessions, value in case.abnormal_pct.items()},
    }
