"""English adjectives that tell how great a change of prices is and change nothing themselves ("a higher price decline")."""

from __future__ import annotations

import re

from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token

_DEGREES = re.compile(
    r"(?:much |far |slightly |even )?(?:higher|lower|increas(?:ed|ing)|reduced|rising|elevated|strong(?:er)?|weak(?:er)?)"
)
# The price, and the noun of the change that is meant, behind the adjective.
_CHANGE_OF_PRICE = re.compile(
    r" (?:[a-z0-9\-]+ ){0,4}?(?:price|pricing|asp|cost) (?:declines?|drops?|falls?|decreases?|cuts?|reductions?|corrections?|erosion|slumps?|slides?"
    r"|compression|degradation|deterioration|depreciation|increases?|rises?|hikes?|inflation|pressures?)\b"
)


def is_degree(layout: Layout, token: Token) -> bool:
    """Say whether an English adjective tells how great the change of a price named behind it is ("higher ASP declines")."""
    is_adjective = _DEGREES.fullmatch(token.text) is not None
    return is_adjective and _CHANGE_OF_PRICE.match(layout.text, token.end) is not None
