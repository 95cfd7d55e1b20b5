"""What a reader hands on: claims in a source's own words, and the sentences that it could not read.

This module owns the vocabulary of statements and refuses every word outside it. It knows nothing of documents in the
archive, of the warehouse or of how a sentence is read.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal, cast, get_args

from tracker.errors import InputError
from tracker.quarter import period_kind

Product = Literal["DRAM", "NAND", "NOR", "SRAM", "HBM", "MEMORY"]
Attribute = Literal["price", "supply", "demand", "inventory"]
Direction = Literal["up", "down", "flat", "tight", "loose", "balanced"]
Basis = Literal["QoQ", "MoM", "YoY"]
Stance = Literal["actual", "guidance"]
Speaker = Literal["company", "third_party"]
Certainty = Literal["asserted", "hedged", "negated"]
Region = Literal["CN", "overseas"]
Market = Literal["contract", "spot"]

DIRECTIONS: dict[Attribute, frozenset[str]] = {
    "price": frozenset({"up", "down", "flat"}),
    "supply": frozenset({"tight", "loose", "balanced", "up", "down"}),
    "demand": frozenset({"up", "down", "flat"}),
    "inventory": frozenset({"up", "down", "flat", "tight", "balanced", "loose"}),
}

_WORDS: dict[str, frozenset[str]] = {
    "product": frozenset(get_args(Product)),
    "attribute": frozenset(get_args(Attribute)),
    "direction": frozenset(get_args(Direction)),
    "basis": frozenset(get_args(Basis)),
    "stance": frozenset(get_args(Stance)),
    "speaker": frozenset(get_args(Speaker)),
    "certainty": frozenset(get_args(Certainty)),
    "region": frozenset(get_args(Region)),
    "market": frozenset(get_args(Market)),
}
_OPTIONAL = frozenset({"basis", "region", "market"})


@lru_cache(maxsize=4096)
def _check_words(*values: str | None) -> None:
    """Raise InputError where one of a claim's words, given in the order of `_WORDS`, is outside the vocabulary.

    Claims share few combinations of words, so that most are looked up.
    """
    for (name, allowed), value in zip(_WORDS.items(), values, strict=True):
        if value is None and name in _OPTIONAL:
            continue
        if value not in allowed:
            raise InputError(f"claim with {name} {value!r}: expected one of {', '.join(sorted(allowed))}")
    attribute, direction = cast(Attribute, values[1]), values[2]
    if direction not in DIRECTIONS[attribute]:
        raise InputError(
            f"{attribute} claim with direction {direction!r}: "
            f"expected one of {', '.join(sorted(DIRECTIONS[attribute]))}"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One claim about one product, attribute, period and direction, with the words that it rests on.

    `low_pct` and `high_pct` are magnitudes in percent, in the direction of travel: "down 10 to 15 %" is `down`, 10, 15.
    A range that reaches past zero has a negative low ("-3 % to +8 %" is `up`, -3, 8; "-8 % to +3 %" is `down`, -3, 8).
    "up to 8 %" has no low, "over 8 %" no high. `start` and `end` are code-point offsets into the text that was read.
    `said_by` is the issuer of `configs/issuers` whom the words themselves name as the third party that says so
    ("TrendForce expects"); None where they name none.
    """

    product: Product
    attribute: Attribute
    direction: Direction
    stance: Stance
    speaker: Speaker
    certainty: Certainty
    quote: str
    start: int
    end: int
    technology: str | None = None
    segment: str | None = None
    period: str | None = None
    period_text: str | None = None
    low_pct: float | None = None
    high_pct: float | None = None
    basis: Basis | None = None
    region: Region | None = None
    market: Market | None = None
    confidence: float = 1.0
    rule: str = ""
    said_by: str | None = None

    def __post_init__(self) -> None:
        """Refuse words outside the vocabulary, periods that are none, and ranges the wrong way round."""
        _check_words(
            self.product, self.attribute, self.direction, self.basis, self.stance, self.speaker, self.certainty,
            self.region, self.market,
        )  # fmt: skip
        if self.period is not None:
            period_kind(self.period)
        if self.low_pct is not None and self.high_pct is not None and self.low_pct > self.high_pct:
            raise InputError(f"claim with low_pct {self.low_pct} above high_pct {self.high_pct}: swap them")
        if self.end - self.start != len(self.quote):
            raise InputError(f"claim whose quote has {len(self.quote)} characters at span {self.start}:{self.end}")


@dataclass(frozen=True, slots=True)
class Unread:
    """A sentence with a product word and a price word that no rule understood."""

    sentence: str
    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one document yielded, in the order of its text."""

    claims: tuple[Claim, ...] = field(default=())
    unread: tuple[Unread, ...] = field(default=())
