"""A change found in a sentence, or a word of change refused with its reason."""

from __future__ import annotations

from dataclasses import dataclass, field

from tracker.extract.lexicon import Token
from tracker.statement import Attribute, Direction

OLD_VALUE = "the value before a revision"
REVISED = "a forecast that is revised to a change of its own"
MARKET = "a market, not of its prices"
KEPT = "a trend that is kept"
OVER = "a fall that is over"
REACHED = "a level that is reached"
NOT_YET = "a rest that has not come yet"
OPENS_RANGE = "where a range begins"


@dataclass(frozen=True, slots=True)
class Event:
    """A change found in a sentence: what changes, which way, and the words that say so."""

    attribute: Attribute
    direction: Direction
    trigger: Token
    metric: Token | None
    rule: str
    start: int = field(init=False, repr=False, compare=False)
    end: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Work out once where the first of its words begins and the last one ends."""
        trigger, metric = self.trigger, self.metric
        object.__setattr__(self, "start", min(trigger.start, metric.start) if metric else trigger.start)
        object.__setattr__(self, "end", max(trigger.end, metric.end) if metric else trigger.end)


@dataclass(frozen=True, slots=True)
class Refused:
    """A word of change that makes no claim of ours, and why."""

    trigger: Token
    reason: str
