"""Periods as written, before any calendar resolves them: the marks that words make, and where the words stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Unit = Literal["Q", "H", "M", "W", "Y", "none"]


@dataclass(frozen=True, slots=True)
class Mark:
    """One period as written: unit, number within the year, year if written, or a step from the running one.

    `year_step` is a year relative to the publication ("next year" = 1), `step` a unit relative to the running one
    ("last quarter" = -1). `kind` "fiscal" or "calendar" where the words say so.
    """

    unit: Unit
    number: int | None = None
    year: int | None = None
    year_step: int | None = None
    step: int | None = None
    kind: Literal["", "fiscal", "calendar", "reporting", "decade"] = ""
    day: int | None = None


@dataclass(frozen=True, slots=True)
class PeriodWord:
    """The words of one or several periods at a place in the text."""

    start: int
    end: int
    text: str
    marks: tuple[Mark, ...]
    is_comparison: bool = False
    is_boundary: bool = False
