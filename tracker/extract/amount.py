"""A size of change as the text tells it, with its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["percent", "factor", "word"]


@dataclass(frozen=True, slots=True)
class Amount:
    """A size of change at a place in the text: percent, low and high, either of them open.

    `sign` is -1 or 1 where the text writes one. `is_old` marks the value before a revision or a comparison ("from 17 %").
    """

    start: int
    end: int
    low: float | None
    high: float | None
    kind: Kind = "percent"
    sign: int = 0
    is_old: bool = False
