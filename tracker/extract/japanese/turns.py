"""Japanese prices told, in a clause and a period of their own, to go the other way."""

from __future__ import annotations

import re

from tracker.extract.event import Event
from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token

_TURNS_JA = re.compile(r"崩|下落|急落|反落|下が|下げ|暴落|続落|値下|上升|上が|上げ|反発|反転|値上|高腾|急腾|回复")


def turns_over(layout: Layout, token: Token, shared: Event) -> bool:
    """Say whether a Japanese price is told, in a clause and a period of its own, to go the other way ("値上がりが続くが、来年は崩れる")."""
    if layout.clause(token.start) == layout.clause(shared.trigger.start) or not _TURNS_JA.match(token.text):
        return False
    first, _ = layout.clause_span(layout.clause(token.start))
    is_dated = any(first <= w.start < token.start and not w.is_comparison for w in layout.periods)
    return is_dated and {shared.direction, token.value} == {"up", "down"}
