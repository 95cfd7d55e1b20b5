"""A change before it is spread into claims, and what a sentence is read against: facts, and what is asked of them."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.extract.amount import Amount
from tracker.extract.entity import Entity
from tracker.extract.event import Event
from tracker.extract.marks import PeriodWord
from tracker.extract.resolve import Clock
from tracker.extract.speakers import Voice
from tracker.extract.stance import Manner
from tracker.statement import Market, Speaker


@dataclass(frozen=True, slots=True)
class Setting:
    """What a sentence is read against: who speaks, the clock, the products and speaker of the sentence before."""

    voice: Voice
    clock: Clock
    products: tuple[Entity, ...] = ()
    has_price_topic: bool = False
    carried_speaker: Speaker | None = None
    heading_period: str | None = None
    context_period: str | None = None
    is_price_context: bool = False
    in_question: bool = False
    own_product: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """One change with all that belongs to it, before it is spread over products and periods."""

    event: Event
    entities: tuple[Entity, ...]
    how: str
    amounts: tuple[Amount, ...]
    words: tuple[PeriodWord, ...]
    manner: Manner
    market: Market | None


def moves_price(draft: Draft) -> bool:
    """Say whether a draft is one of a price that moves."""
    return draft.event.attribute == "price" and draft.event.direction in ("up", "down")


def has_own_price(place: int, drafts: list[Draft]) -> bool:
    """Say whether a product already has a price change of its own."""
    return any(e.start == place for d in drafts for e in d.entities if d.event.attribute == "price")
