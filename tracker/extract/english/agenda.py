"""English lines that only list what to look at next ("Watch next: DRAM contract prices, HBM bottlenecks"): nothing is told in them.

They stand in digests and in notes written by machines. A warning ("Watch out: prices rose 5%") is no such line, and a line of
whole sentences, with a verb in the past, tells all the same.
"""

from __future__ import annotations

import re

_MARKS = r"[\s*_#>\-•–—·|\d.()\"“]{0,8}"
_OPENS = re.compile(
    rf"{_MARKS}(?:(?:what|things?|items?|points?|indicators?|signals?|catalysts?|triggers?"
    rf"|key (?:things?|items?|points?|indicators?|signals?|dates?|catalysts?)) (?:else )?(?:to (?:watch|monitor|track"
    rf"|follow|look (?:for|at))|worth watching)"
    r"|watch(?:list| list| points?| items?)?(?: next| for)?(?! (?:out|as|how|for it)\b)(?=[\s*_]*:)|(?:next )?(?:to watch|to monitor|on the watchlist)"
    r"|keep (?:an|your|a close) eyes? on|(?:monitor|track|watch)(?! (?:out|as|how|record|makers?|sales)\b)(?= (?:for |the |any |whether )?[a-z]))"
    r"(?:[\s*_]*(?P<colon>:))?"
)
# What only a told thing has: a verb of change in the past or the future with its subject.
_TELLS = re.compile(
    r"\b(?:rose|fell|climbed|jumped|surged|dropped|slid|doubled|tripled|has|have|had|was|were|will|are|is|said|says|expects?|remains?"
    r"|(?:rise|fall|climb|jump|surge|drop|slide|double|triple|keep|face|pay|go|get|move|head)s?|(?:up|down) (?:again|another|about|by|further|\d))\b"
    r"|\d ?%"
)


def is_agenda(folded: str, start: int, end: int) -> bool:
    """Say whether a sentence is a list of what to watch, with nothing told in it."""
    opening = _OPENS.match(folded, start, end)
    if opening is None:
        return False
    return _TELLS.search(folded, opening.end(), end) is None
