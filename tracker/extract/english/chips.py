"""English chips of a maker of nothing but memory: its "chip prices" and its "chip glut" are memory's."""

from __future__ import annotations

import re

from tracker.extract.lexicon import Token

# Firms that make memory and no other chip.
_MEMORY_ONLY = frozenset({"micron", "sk hynix", "hynix", "kioxia", "sandisk", "nanya", "nanya technology", "cxmt"})
_CHIPS = re.compile(
    r"(?<![a-z\-])chips?(?= (?:prices?|pricing|demand|supply|supplies|gluts?|shortages?|shortfalls?|oversupply|surplus|inventor(?:y|ies)|stockpiles)\b)"
)


def add_chips(text: str, tokens: list[Token], start: int, end: int) -> list[Token]:
    """Return the words with the chips of a maker of memory as memory, where no product and no other firm is named."""
    makers = [t for t in tokens if t.cls == "maker"]
    if not makers or any(t.cls in ("product", "company", "alien") for t in tokens):
        return tokens
    if not all(t.text in _MEMORY_ONLY for t in makers):
        return tokens
    value = makers[0].value or "MEMORY"
    found = [Token(m.start(), m.end(), "product", value, frozenset(), m[0]) for m in _CHIPS.finditer(text, start, end)]
    if not found:
        return tokens
    ends = {chip.start: chip.end + 1 for chip in found}
    return sorted([*found, *(_without_chip(text, t, ends) for t in tokens)], key=lambda t: t.start)


def _without_chip(text: str, token: Token, ends: dict[int, int]) -> Token:
    """Return a word of the vocabulary that opens with "chip" without it ("chip prices")."""
    first = ends.get(token.start, token.start)
    return token._replace(start=first, text=text[first : token.end])
