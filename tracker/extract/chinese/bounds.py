"""Chinese spaces that part the halves of a headline: "现货价松动 DDR4周跌5%"."""

from __future__ import annotations

import re

from tracker.extract.lexicon import Token

_HAN_SPACE = re.compile(r"[一-鿿] (?P<han>(?=[一-鿿]))?")


def find_headline_spaces(text: str, span: tuple[int, int], tokens: list[Token]) -> set[int]:
    """Return the places after the spaces that part the halves of a Chinese headline ("现货价松动 DDR4周跌5%")."""
    ends = {t.end for t in tokens if t.cls in ("change", "event") and not t.flags & {"t", "o"}}
    products = {t.start for t in tokens if t.cls == "product"}
    return {
        match.end()
        for match in _HAN_SPACE.finditer(text, *span)
        if match["han"] is not None or (match.start() + 1 in ends and match.end() in products)
    }
