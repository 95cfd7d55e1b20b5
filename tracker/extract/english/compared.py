"""English changes of a period before, told by their size alone: "rose 10% in Q2 compared to 25% in Q1"."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from tracker.extract.draft import Draft, moves_price
from tracker.extract.earlier import is_of_before
from tracker.extract.layout import Layout
from tracker.extract.series import find_period_beside

_COMPARED_WITH_SIZE = re.compile(
    r"(?:compared (?:to|with)|versus|\bvs\.?|against|after|following|from|than)(?: an?| the| its| growth of| around| about| roughly)* $"
)
# The step from a size of before: "up from 5% in Q4" tells that one too.
_STEP_FROM = re.compile(r"[,;]? ?(?:up|down) from (?:an? |the |around |about |roughly )?")


def drop_steps(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """Leave out the English "up" and "down" that lead from the size of a period before ("rose 10%, up from 5% in Q4")."""
    if layout.language != "en":
        return drafts
    sized = {d.event.trigger.start for d in drafts if moves_price(d) and d.amounts and d.words}
    return [d for d in drafts if not (_is_step(layout, d) and any(at < d.event.trigger.start for at in sized))]


def _is_step(layout: Layout, draft: Draft) -> bool:
    """Say whether a change without a size is "up" or "down", from a size that stands beside its period."""
    trigger = draft.event.trigger
    step = None if draft.amounts else _STEP_FROM.match(layout.text, trigger.start)
    return step is not None and any(
        a.start == step.end() and a.kind == "percent" and find_period_beside(layout, a) for a in layout.amounts
    )


# "Narrows to 13% from 16% in the third quarter".
_STEPS_BACK = re.compile(r",? from (?:an? |the |around |about |roughly |nearly )?")


def size_of_before(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """Give English changes that others came after the size before them ("widening from a 5% decline in the fourth quarter")."""
    if layout.language != "en" or not any(a.is_old for a in layout.amounts):
        return drafts
    return [_with_old_size(layout, d) for d in drafts]


def _with_old_size(layout: Layout, draft: Draft) -> Draft:
    """Return a dated change that is only compared with or came before, with the old size directly before it."""
    if draft.amounts or not draft.words or not moves_price(draft) or not is_of_before(layout, draft):
        return draft
    place = draft.event.trigger.start
    old = next((a for a in layout.amounts if a.is_old and a.end == place - 1), None)
    return replace(draft, amounts=(replace(old, is_old=False),)) if old else draft


def part_steps_back(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """Part an English change told from its new size back to the old one ("narrow to 13% from 16% in Q3") into one for each."""
    if layout.language != "en" or len(layout.amounts) < 2:
        return drafts
    for new, old in pairwise(layout.amounts):
        word = find_period_beside(layout, old)
        model = next((d for d in drafts if moves_price(d) and new in d.amounts), None)
        if word is None or model is None or not _STEPS_BACK.fullmatch(layout.text, new.end, old.start):
            continue
        told = next((d.words for d in drafts if d.words and word not in d.words), ())
        later = replace(model, words=told) if word in model.words else model
        manner = replace(model.manner, looks_ahead=False)
        size = replace(old, is_old=False)
        earlier = replace(model, words=(word,), amounts=(size,), manner=manner, how="compared")
        place = drafts.index(model)
        drafts = [*drafts[:place], later, earlier, *drafts[place + 1 :]]
    return drafts


def add_compared_sizes(layout: Layout, drafts: list[Draft], taken: set[int]) -> list[Draft]:
    """Return the English changes of a period before, told by their size only ("rose 10% in Q2 compared to 25% in Q1")."""
    added = []
    for old, new in pairwise(layout.amounts):
        word = find_period_beside(layout, new)
        model = next((d for d in drafts if moves_price(d) and old in d.amounts and d.words), None)
        if word is None or model is None or new.start in taken or word in model.words:
            continue
        if not _COMPARED_WITH_SIZE.search(layout.text, old.end, new.start):
            continue
        between = layout.between(old.end, new.start, "change", "event", "metric", "alien", "product")
        if any(not _STEP_FROM.fullmatch(layout.text, token.start, new.start) for token in between):
            continue
        taken.add(new.start)
        manner = replace(model.manner, looks_ahead=False)
        added.append(
            replace(model, words=(word,), amounts=(replace(new, is_old=False),), manner=manner, how="compared")
        )
    return added
