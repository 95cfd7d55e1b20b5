"""Parts of a product told by whom they are for alone: "서버용은 15%, PC용은 8% 올랐다".

Korean leaves the product out where the sentence, or the one before, has named it; a list in any language may, before a sign.
Refuses what qualifies another noun.
"""

from __future__ import annotations

import re

from tracker.extract.entity import Entity
from tracker.extract.lexicon import Token

# The particle of a subject or of a list, or the size itself, behind "for servers".
_STANDS_ALONE = re.compile(
    r"용?(?: 제품| 칩)?(?:은|는|이|도|가|과|와|[,·ㆍ]| 및| 모두| ?(?:약 |최대 )?[+\-]?\d[\d.~\-]* ?%)"
)


# In any language a part may stand alone before a signed size ("DRAM contract prices: PC +5%, server +9%").
_SIGNED = re.compile(r"[:\s] ?[+\-] ?\d[\d.~\-]{0,10} ?%")


def add_parts(text: str, tokens: list[Token], entities: list[Entity], implied: str | None) -> list[Entity]:
    """Return the products of a sentence with those parts that are named by their use alone, in order of place.

    `implied` is the product that the sentence before told of, used where this one names none.
    """
    taken = {(e.start, e.end) for e in entities}
    parts = []
    for token in tokens:
        if token.cls != "segment" or not _is_part(text, token) or any(a - 2 <= token.start < b for a, b in taken):
            continue
        if any(0 <= e.start - token.end <= 2 for e in entities):
            continue
        product = _product_for(token, entities, implied)
        if product is not None:
            parts.append(Entity(product, None, (token.value,), token.start, token.end))
    return sorted([*entities, *parts], key=lambda e: e.start) if parts else entities


def _is_part(text: str, token: Token) -> bool:
    """Say whether a segment stands alone as what is told of ("서버용은"), not before a noun of its own ("서버용 CPU")."""
    is_use = token.text.endswith("용") or text.startswith("용", token.end)
    return bool(_SIGNED.match(text, token.end) or (is_use and _STANDS_ALONE.match(text, token.end)))


def _product_for(token: Token, entities: list[Entity], implied: str | None) -> str | None:
    """Return the product of a part: the last one named before it, else the first after it, else the implied one."""
    before = [e for e in entities if e.end <= token.start]
    if before:
        return before[-1].product
    return entities[0].product if entities else implied
