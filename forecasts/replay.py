"""Replay: every flag of the history computed again from the rows known at its first trigger.

What the history says of a day must be what a run on that day would have said: the same flag, label and score.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from forecasts.contradiction import Setting, candidate_events, judge, leader_distances, observe
from forecasts.flag import Label
from forecasts.knowledge import Reads, load_knowledge

Verdict = tuple[Label, float | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Replayed:
    """A flag of the history beside what its own day gave: None where that day saw no such flag."""

    day: dt.date
    side: int
    in_history: Verdict
    on_its_day: Verdict | None

    @property
    def is_same(self) -> bool:
        """Whether both agree."""
        return self.in_history == self.on_its_day


def _verdicts(setting: Setting) -> dict[tuple[dt.date, int], Verdict]:
    """Return label and score of every contradiction in a setting, by first session and side."""
    return {
        (event.start, event.side): (
            judge(event, tightness, leader_distances(event, setting), setting.rule)[0],
            tightness.score,
        )
        for event, tightness in candidate_events(setting)
    }


def _first_known(setting: Setting) -> dict[tuple[dt.date, int], dt.date]:
    """Return the day on which each first trigger was known: its session, or its document's day if that was later."""
    return {(event.start, event.side): max(event.start, event.first.known_on) for event, _ in candidate_events(setting)}


def replay(warehouse: Reads, setting: Setting, first: dt.date) -> Iterator[Replayed]:
    """Yield every flag since a day with what the rows known at its first trigger give; takes a second for each."""
    known = _first_known(setting)
    for (day, side), verdict in _verdicts(setting).items():
        if day < first:
            continue
        then = observe(load_knowledge(warehouse, known[day, side]), setting.rule, setting.instruments)
        yield Replayed(day=day, side=side, in_history=verdict, on_its_day=_verdicts(then).get((day, side)))
