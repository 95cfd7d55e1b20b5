"""Products as a sentence names them, with their place in the text, and how those of a change were found."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entity:
    """A product as named: product, technology, segments, and its place."""

    product: str
    technology: str | None
    segments: tuple[str, ...]
    start: int
    end: int


MEMORY = Entity("MEMORY", None, (), -1, -1)


@dataclass(frozen=True, slots=True)
class Bound:
    """The products of a change and how they were found: "beside", "clause", "sentence", "context" or "implied"."""

    entities: tuple[Entity, ...]
    how: str


def without_segments(entities: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """Return products without their segments, which don't carry over to another clause."""
    return tuple(Entity(e.product, e.technology, (), e.start, e.end) for e in entities)


def as_families(entities: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """Return the product families of a later mention, each once, without technology."""
    kinds = {e.product: e for e in reversed(entities)}
    return tuple(Entity(e.product, None, (), e.start, e.end) for e in reversed(list(kinds.values())))
