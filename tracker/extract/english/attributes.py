"""English nouns that only describe a subject: what memory is for, a state of stocks that marks a kind of product."""

from __future__ import annotations

import re

from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token

_PURPOSE = re.compile(r"(?:for|used in) (?:\w+ |\w+ and ){0,2}$")


def is_attribute(layout: Layout, token: Token, other: Token) -> bool:
    """Say whether an English noun only describes the subject ("products with excessive inventory will fall")."""
    if other.cls != "metric" or other.value not in ("inventory", "demand", "supply"):
        return False
    first, _ = layout.clause_span(layout.clause(other.start))
    is_finite = re.match(r"\s(?:will|would|is|are|was|were|has|have|may|could)\b", layout.text[other.end : token.start])
    return bool(is_finite) and layout.text.startswith(("with ", " with "), first) and first > layout.start


def is_purpose(layout: Layout, alien: Token) -> bool:
    """Say whether something that is not memory is only what memory is for ("DRAM chips for equipment and servers")."""
    before = layout.text[max(layout.start, alien.start - 40) : alien.start]
    purpose = _PURPOSE.search(before)
    if layout.language != "en" or not purpose:
        return False
    place = alien.start - len(before) + purpose.start()
    return any(0 <= place - e.end <= 16 for e in layout.entities)
