"""Placebo: the same rule on guidance moved to another time, which must lose what it seems to know.

Statements are turned around the calendar as a whole, so that their own persistence stays; shuffling single statements
would destroy it and flatter every result. Prices and shares stay where they are.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from forecasts.cases import History, Outcomes
from forecasts.contradiction import Setting
from forecasts.knowledge import Knowledge, Row
from forecasts.tightness import measure_tightness
from tracker.quarter import Quarter

_LONGEST_QUARTER = 92


@dataclass(frozen=True, slots=True, kw_only=True)
class Shifted:
    """What one shift gives.

    Falls in tight states with a known outcome, and the share of them after which prices rose.
    """

    quarters: int
    n: int
    up: float | None


def _turn(row: Row, quarters: int, first: Quarter, length: int) -> Row | None:
    """Move a statement by quarters around the circle that begins with `first`; None for those outside it."""
    known = Quarter.of(row["known_on"])
    place = known - first
    if not 0 <= place < length:
        return None
    moved = first + (place + quarters) % length
    shift = moved - known
    offset = min((row["known_on"] - known.start).days, _LONGEST_QUARTER)
    day = min(moved.start + dt.timedelta(days=offset), moved.end)
    return row | {"known_on": day, "quarter": str(Quarter.parse(row["quarter"]) + shift)}


def turn_statements(knowledge: Knowledge, quarters: int, first: Quarter, length: int) -> Knowledge:
    """Return knowledge whose guidance and supply statements are turned by quarters; reports of past prices stay."""
    rows = []
    for row in (row for known in knowledge.statements.values() for row in known.rows):
        is_report = row["attribute"] == "price" and row["stance"] == "actual"
        moved = row if is_report else _turn(row, quarters, first, length)
        if moved is not None:
            rows.append(moved)
    return knowledge.with_statements(rows)


def shift_guidance(
    setting: Setting, history: History, outcomes: Outcomes, shifts: Iterable[int], first: Quarter
) -> list[Shifted]:
    """Return for each shift how often prices rose after falls that turned guidance calls tight."""
    knowledge, rule = setting.knowledge, setting.rule
    length = Quarter.of(knowledge.as_of) - first + 1
    found = []
    for quarters in shifts:
        turned = turn_statements(knowledge, quarters, first, length)
        pcts = [
            pct
            for case in history.cases
            if measure_tightness(turned, rule.product, case.day, rule).state == "tight"
            and (pct := outcomes.after(case.quarter, 1, knowledge.as_of)) is not None
        ]
        share = sum(pct > 1 for pct in pcts) / len(pcts) if pcts else None
        found.append(Shifted(quarters=quarters, n=len(pcts), up=share))
    return found
