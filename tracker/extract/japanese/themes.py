"""Japanese prices that a sentence opens with and comes back to, behind their causes: "ASPは、需要が戻り、同3〜8%の上昇と予測"."""

from __future__ import annotations

import re
from typing import cast

from tracker.extract.bare import has_size_before
from tracker.extract.event import Event
from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token
from tracker.statement import Direction

_MOVES = re.compile(r"上升|下落|低下|値上がり|値下がり")
_IS_FORESEEN = re.compile(
    r"(?:する|になる|となる|に(?:留|とど)まる)?(?:と|もの|见)[^、。]{0,20}?(?:予测|予想|见込|见通し|みて|みられ)"
)
_SUBJECT = ("は", "が", "も")


def find_theme(layout: Layout, token: Token) -> Event | None:
    """Return the price that a sentence is about, for a forecast with a size at its end that has no subject of its own."""
    if layout.language != "ja" or _MOVES.match(token.text) is None or not has_size_before(layout, token):
        return None
    if _IS_FORESEEN.match(layout.text, token.end, layout.end) is None:
        return None
    told = layout.between(layout.start, token.start, "metric")
    prices = [t for t in told if t.value == "price" and layout.text.startswith("は", t.end)]
    if not prices or any(layout.text.startswith("は", t.end) for t in told if t.start > prices[-1].start):
        return None
    others = layout.between(prices[-1].end, token.start, "alien", "segment")
    if any(layout.text.startswith(_SUBJECT, t.end) for t in others):
        return None  # "DRAMの価格は、…、スマホは13%上昇と予測"
    return Event("price", cast(Direction, token.value), token, prices[-1], "theme of its sentence")
