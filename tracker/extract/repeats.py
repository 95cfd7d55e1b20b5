"""What a document says twice: an exact repeat goes, and a bare claim gives way to the same with a size.

Each claim is held only against those on its own subject, so that the cost grows with the length of a document.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from operator import attrgetter

from tracker.statement import Claim

# How many claims back, and how many characters, a price may have been told that another sentence points back at.
REACH = 6
NEAR = 60
_KANA = re.compile("[ぁ-ん]")


def drop_repeats(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Return the claims of a document each once: an exact repeat goes, and a bare one that is said again with its size.

    What the bare one knew (basis, market) and the sized one does not is kept.
    """
    kept: list[Claim] = []
    alike: dict[tuple[object, ...], _Places] = defaultdict(_Places)
    for claim in claims:
        places = alike[_subject_of(claim)]
        twin = next((i for i in places.near(claim) if _says_same(kept[i], claim)), None)
        if twin is None:
            places.add(len(kept), claim)
            kept.append(claim)
            continue
        if _is_sized(claim) and not _is_sized(kept[twin]):
            bare = kept[twin]
            kept[twin] = replace(claim, basis=claim.basis or bare.basis, market=claim.market or bare.market)
            places.move(twin, claim)
    return tuple(c for i, c in enumerate(kept) if not any(_is_echo(c, e) for e in kept[max(0, i - REACH) : i]))


def _is_echo(claim: Claim, earlier: Claim) -> bool:
    """Say whether a Japanese price is only pointed back at, without time or size, after it was told with one."""
    is_bare = claim.attribute == "price" and claim.period is None and not _is_sized(claim)
    if not is_bare or not 0 <= claim.start - earlier.end <= NEAR or claim.direction == "flat":
        return False
    if earlier.period is None and not _is_sized(earlier):
        return False
    names = ("product", "attribute", "direction")
    is_same = all(getattr(claim, name) == getattr(earlier, name) for name in names)
    details = ("technology", "segment", "market", "region")
    is_same = is_same and all(getattr(claim, name) in (None, getattr(earlier, name)) for name in details)
    return is_same and _KANA.search(claim.quote) is not None


_Size = tuple[float | None, float | None]


class _Places:
    """Where the claims kept on one subject stand, by size: a claim is only held against those that it can repeat."""

    def __init__(self) -> None:
        """Begin without any."""
        self._all: list[int] = []
        self._by_size: dict[_Size, list[int]] = defaultdict(list)

    def near(self, claim: Claim) -> list[int]:
        """Return the places, in order, of the claims of the same size or of none; of all for a claim without a size."""
        if not _is_sized(claim):
            return self._all
        return sorted((*self._by_size[claim.low_pct, claim.high_pct], *self._by_size[None, None]))

    def add(self, place: int, claim: Claim) -> None:
        """Note a claim at a place behind all others."""
        self._all.append(place)
        self._by_size[claim.low_pct, claim.high_pct].append(place)

    def move(self, place: int, claim: Claim) -> None:
        """Note that a claim with a size has taken the place of one without."""
        self._by_size[None, None].remove(place)
        self._by_size[claim.low_pct, claim.high_pct].append(place)


_subject_of = attrgetter(
    "product", "technology", "attribute", "direction", "period", "stance", "speaker", "certainty", "segment", "region"
)


def _is_sized(claim: Claim) -> bool:
    """Say whether a claim has a size."""
    return claim.low_pct is not None or claim.high_pct is not None


def _says_same(a: Claim, b: Claim) -> bool:
    """Say whether two claims on one subject are one: no two different sizes, markets or bases."""
    for name in ("market", "basis"):
        if None not in (getattr(a, name), getattr(b, name)) and getattr(a, name) != getattr(b, name):
            return False
    if _is_sized(a) and _is_sized(b):
        return (a.low_pct, a.high_pct) == (b.low_pct, b.high_pct)
    return a.period is not None or (_is_sized(a) == _is_sized(b))
