"""A product as a sentence names it, with its place in the text."""

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
