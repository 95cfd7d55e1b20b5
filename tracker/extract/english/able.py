"""What an English sentence says one is free to do about prices, or not, and nobody is said to have done."""

from __future__ import annotations

import re

from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token

# "The flexibility to adjust prices", "lets us move pricing", "hard to push prices up": up to the change itself.
_FREE_TO = re.compile(
    r"\b(?:(?:ability|flexibility|freedom|rights?|option|leverage|room|latitude|mechanisms?|levers?) (?:we have )?to"
    r"|(?:lets?|allows?|enables?|permits?|allowing|enabling|letting) (?:us|them|you|it|him|vendors|suppliers|makers|the company)(?: to)?"
    r"|(?:hard|harder|difficult|tough|tougher|impossible|easy|easier|tricky) (?:for (?:us|them|you|anyone) )?to) (?:[a-z]+ly )?"
    r"(?:(?:move|adjust|change|set|push|flex|shift|nudge|take|bring|raise|increase|lift|lower|cut|reduce|reprice|get|drive|keep)\b(?: (?:the|our|its|their|up|down))*(?: [a-z0-9/\-]+){0,4} ?)?$"
)
# "The ability to sell hybrids and bring prices down": a second thing one is able to do.
_FREE_TO_ALSO = re.compile(
    r"\b(?:ability|flexibility|freedom) to (?:(?!(?:as|because|while|when|is|are|was|were|has|have|since|given|amid|despite|due|if)\b)[^\s.;,]+ ){1,8}"
    r"and (?:(?:move|adjust|push|bring|raise|lift|lower|cut|reduce|get|drive|take) (?:[a-z0-9/\-]+ ){0,4})?$"
)
# "Move pricing up or down": either way, so no change.
_EITHER = re.compile(r" or (?:back )?(?:down|up|lower|higher|downwards?|upwards?)\b")
_EITHER_BEFORE = re.compile(r"\b(?:up|down|higher|lower|upwards?|downwards?) or (?:back )?$")


def is_only_able(layout: Layout, token: Token) -> bool:
    """Say whether an English change is one that somebody is free, or finds it hard, to make, or one of two ways to go."""
    if token.value not in ("up", "down"):
        return False
    before = layout.text[max(layout.start, token.start - 90) : token.start]
    if _EITHER.match(layout.text, token.end) or _EITHER_BEFORE.search(before):
        return True
    return _FREE_TO.search(before) is not None or _FREE_TO_ALSO.search(before) is not None
