"""One sentence laid out for the rules: its words, products, clauses, sizes and periods, all with positions. Facts only."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from tracker.extract.amount import Amount
from tracker.extract.entity import Entity
from tracker.extract.groups import Group
from tracker.extract.lexicon import Token
from tracker.extract.marks import PeriodWord
from tracker.extract.script import Language


@dataclass(frozen=True, slots=True)
class Layout:
    """A sentence's parts in order of place. Positions are those of the whole text."""

    text: str
    language: Language
    start: int
    end: int
    tokens: tuple[Token, ...]
    entities: tuple[Entity, ...] = ()
    groups: tuple[Group, ...] = ()
    amounts: tuple[Amount, ...] = ()
    periods: tuple[PeriodWord, ...] = ()
    bounds: tuple[int, ...] = ()
    follows_level: bool = False  # the sentence before gave a price and told no change of it
    starts: tuple[int, ...] = field(init=False, repr=False, compare=False)
    classes: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Note where words begin, and which classes there are at all: most questions are about classes that a sentence lacks."""
        object.__setattr__(self, "starts", tuple([token.start for token in self.tokens]))
        object.__setattr__(self, "classes", frozenset([token.cls for token in self.tokens]))

    def clause(self, place: int) -> int:
        """Return the number of the clause that a place lies in."""
        return bisect_right(self.bounds, place)

    def clause_span(self, number: int) -> tuple[int, int]:
        """Return where a clause begins and ends."""
        first = self.bounds[number - 1] if number else self.start
        last = self.bounds[number] if number < len(self.bounds) else self.end
        return first, last

    def periods_said(self) -> bool:
        """Say whether the sentence names a period of its own that is no mere comparison."""
        return any(not w.is_comparison for w in self.periods)

    def between(self, first: int, last: int, *classes: str) -> list[Token]:
        """Return the words of some classes that begin between two places."""
        if self.classes.isdisjoint(classes):
            return []
        tokens, starts = self.tokens, self.starts
        return [t for t in tokens[bisect_left(starts, first) : bisect_left(starts, last)] if t.cls in classes]
