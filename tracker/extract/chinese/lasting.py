"""A Chinese shortage or rise that is told to last until one period, and in the next clause perhaps until a later one.

"短缺将持续至2027年,甚至可能延续到2028年" tells of both years.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.extract.draft import Draft
from tracker.extract.layout import Layout
from tracker.extract.marks import PeriodWord

_PERHAPS = (
    r"(?:甚至|甚或|更|还|且|并|也|或|恐|可能|有可能|不排除|将|会|预计|有望|进一步|一直|要|料|最坏|最差|最坏情况下?|"
    r"悲观(?:情境|情况)?下?|极端情况下?|乐观(?:情境|情况)?下?|有机会|有人认为)"
)
_LASTS = re.compile(rf"[，,、;]\s?{_PERHAPS}{{1,5}}(?:延续|持续|延伸|延长|延宕|拖延?|维持|绵延|蔓延)(?:到|至)\s?")
_HEDGES = re.compile(r"可能|恐|或|不排除|最坏|最差|悲观|极端|有望|有机会|乐观")


def add_lasting(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """Return the drafts with those of the later period until which a Chinese change may last."""
    if layout.language != "zh" or not drafts:
        return drafts
    added: list[Draft] = []
    for match in _LASTS.finditer(layout.text, layout.start, layout.end):
        word = next((w for w in layout.periods if 0 <= w.start - match.end() <= 1), None)
        if word is not None:
            added += [_last_until(d, word, match) for d in _find_lasting(layout, drafts, match.start())]
    return [*drafts, *added]


def _find_lasting(layout: Layout, drafts: list[Draft], place: int) -> list[Draft]:
    """Return the drafts of the change told in the clause before, or the one before that where nothing else is told."""
    told = [d for d in drafts if d.event.trigger.end <= place and d.event.direction not in ("flat", "balanced")]
    if not told:
        return []
    last = max(told, key=lambda d: d.event.trigger.start).event
    if layout.clause(place) - layout.clause(last.trigger.start) > 1:
        return []
    return [d for d in told if d.event.trigger == last.trigger]


def _last_until(draft: Draft, word: PeriodWord, match: re.Match[str]) -> Draft:
    """Return a change as one that lasts until a period, hedged where the words before say perhaps."""
    is_hedged = _HEDGES.search(match[0]) is not None or (draft.manner.is_hedged and "并" in match[0])
    manner = replace(draft.manner, looks_ahead=True, is_hedged=is_hedged, is_negated=False)
    return replace(draft, words=(word,), amounts=(), manner=manner)
