"""Korean sizes with signs told period after period, each sign deciding which way its own went ("1Q -9% → 2Q -2% → 3Q +3%")."""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.extract.amount import Amount
from tracker.extract.causes import signed_event
from tracker.extract.draft import Draft
from tracker.extract.layout import Layout
from tracker.extract.marks import PeriodWord
from tracker.extract.series import find_period_beside

_NEXT = re.compile(r"\s*(?:\(?(?:qoq|yoy|mom)\)?)?\s*(?:→|->|⇒|>|,|/|;|·|에 이어|에서|그리고|로,?)\s*(?:그리고 )?")
_COUNTED = ("price", "supply", "demand")


def sign_series(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """Return the changes of a Korean sentence with each signed size of a series as a change of its own sign and period."""
    if layout.language != "ko" or sum(1 for a in layout.amounts if a.sign) < 2:
        return drafts
    for run in _find_runs(layout):
        starts = {amount.start for _, amount in run}
        model = next((d for d in drafts if _counts(d) and starts & {a.start for a in d.amounts}), None)
        if model is None:
            model = _headed(layout, drafts, run[0][0].start)
        if model is None:
            continue
        place = drafts.index(model)
        told = [_tell(layout, model, word, amount) for word, amount in run]
        rest = [d for d in drafts if d is not model and not starts & {a.start for a in d.amounts}]
        drafts = [*rest[:place], *told, *rest[place:]]
    return [_by_own_sign(layout, draft) for draft in drafts]


def _headed(layout: Layout, drafts: list[Draft], place: int) -> Draft | None:
    """Return the change without a size whose metric heads a series ("생산증가율은 1Q -6%, 2Q -3%에 이어")."""
    near = [d for d in drafts if _counts(d) and not d.amounts and 0 <= place - d.event.end <= 12]
    return near[-1] if near and not layout.between(near[-1].event.end, place, "metric", "change") else None


def _counts(draft: Draft) -> bool:
    """Say whether a change is one that goes up or down by a size."""
    return draft.event.attribute in _COUNTED and draft.event.direction in ("up", "down")


def _tell(layout: Layout, model: Draft, word: PeriodWord, amount: Amount) -> Draft:
    """Return the change of one period of a series."""
    size = replace(amount, is_old=False)
    event = replace(model.event, direction=signed_event(layout, size, None).direction)
    return replace(model, event=event, words=(word,), amounts=(size,), how="series")


def _find_runs(layout: Layout) -> list[list[tuple[PeriodWord, Amount]]]:
    """Return the stretches of two or more periods with signed sizes that nothing but arrows and commas parts."""
    pairs = [(w, a) for a in layout.amounts if a.sign and (w := find_period_beside(layout, a)) is not None]
    runs: list[list[tuple[PeriodWord, Amount]]] = []
    for word, amount in pairs:
        if runs and _NEXT.fullmatch(layout.text, runs[-1][-1][1].end, word.start):
            runs[-1].append((word, amount))
        else:
            runs.append([(word, amount)])
    return [run for run in runs if len(run) > 1]


def _by_own_sign(layout: Layout, draft: Draft) -> Draft:
    """Return a change with the direction of its sign where one verb closes sizes of both signs ("D램 +8%, 낸드 -8% 증가")."""
    if not _counts(draft) or len(draft.amounts) != 1 or not draft.amounts[0].sign:
        return draft
    own = draft.amounts[0].sign
    first, last = layout.start, layout.end
    is_mixed = any(a.sign == -own for a in layout.amounts if first <= a.start < last)
    direction = "up" if own > 0 else "down"
    if not is_mixed or draft.event.direction == direction:
        return draft
    return replace(draft, event=replace(draft.event, direction=signed_event(layout, draft.amounts[0], None).direction))
