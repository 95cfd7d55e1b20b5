"""Korean changes that are said twice in a row, the second time with their size: "1월부터 6월까지 내리 하락하면서 40% 떨어졌다"."""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.extract.draft import Draft
from tracker.extract.layout import Layout

_AND_SO = re.compile(
    r"(?:세를 보이|세를 이어가|하|되|지|르|리)?(?:면서|며|여|해|아|어|고),? ?(?:약 |총 |모두 |최대 |무려 |누적 |평균 )?"
)


def _is_echo(layout: Layout, first: Draft, second: Draft) -> bool:
    """Say whether a change without a size is said again at once with one, of the same product and the same way."""
    if first.amounts or not second.amounts or first.event.trigger.end > second.amounts[0].start:
        return False
    is_same = (first.event.attribute, first.event.direction) == (second.event.attribute, second.event.direction)
    is_same = is_same and {e.product for e in first.entities} == {e.product for e in second.entities}
    return is_same and _AND_SO.fullmatch(layout.text, first.event.trigger.end, second.amounts[0].start) is not None


def is_said_again(layout: Layout, draft: Draft, drafts: list[Draft]) -> bool:
    """Say whether the sentence says a change again at once with its size."""
    return any(_is_echo(layout, draft, other) for other in drafts)


def share_said_again(layout: Layout, drafts: list[Draft], kept: list[Draft]) -> list[Draft]:
    """Return the changes that are kept, a sized one with the period that was told when it was said first."""
    shared = []
    for draft in kept:
        first = next((d for d in drafts if d.words and _is_echo(layout, d, draft)), None)
        shared.append(replace(draft, words=first.words) if first is not None and not draft.words else draft)
    return shared
