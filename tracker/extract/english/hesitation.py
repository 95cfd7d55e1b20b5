"""English asides between commas, which part no clauses: "prices were, uh, flat", ", as we said,", "prices, however, rose"."""

from __future__ import annotations

import re

from tracker.extract.lexicon import Token

_HESITATION = (
    r"(?:uh|um|er|ah|you know|i mean|i'd say|i would say|i guess|i think|let's say|frankly|honestly|obviously|clearly"
    r"|of course|again|certainly|in particular|generally speaking|by the way|to be clear|as expected"
    r"|however|though|meanwhile|by contrast|in contrast|on the other hand|in turn|nevertheless|nonetheless|likewise|similarly|therefore|instead|as a result|for (?:its|their) part"
    r"|as (?:we|i|you)(?:'ve| have)? (?:just |also |already |all )?(?:said|mentioned|noted|know|discussed|indicated"
    r"|talked about|expected|guided|described"
    r"|highlighted)(?: (?:before|earlier|previously|today|in (?:our|the|my) (?:prepared )?remarks))?)"
)
_HESITATES = re.compile(rf" {_HESITATION},")
_HESITATED = re.compile(rf", {_HESITATION}$")


def opens_hesitation(text: str, token: Token, start: int) -> bool:
    """Say whether an English word that parts clauses only opens an aside (", as we said,", ", however,")."""
    is_aside = text.startswith(", ", max(start, token.start - 2))
    return is_aside and bool(_HESITATES.match(text, token.start - 1))


def is_hesitation(text: str, at: int, start: int) -> bool:
    """Say whether an English comma only sets off a word of hesitation or contrast ("prices were, uh, flat")."""
    return bool(_HESITATES.match(text, at + 1) or _HESITATED.search(text, max(start, at - 64), at))
