"""Chinese clauses that go on in the period of an earlier one: its outcome, its cause, the next of a list."""

from __future__ import annotations

import re

from tracker.extract.event import Event
from tracker.extract.layout import Layout
from tracker.extract.marks import PeriodWord

_INSIDE = re.compile(r"[^，,。;:、\s](?:因|受|由于)")
_OF_CAUSE = re.compile(r"受|因|由于|鉴于")
_CONTRASTS = re.compile(r"[，,、;]?(?:但|不过|然而|却)")
# How a clause begins that tells what came of the one before.
_COMES_OF = re.compile(
    r"[，,]?(?:并|且|也|因而|从而|进而|最终)?"
    r"(?:导致|致使?|使|造成|引发|引起|带动|推动|推升|拉动|拉高|推高|助推|刺激|压低|促使|令|让|加剧|形成|陷入|出现)"
)
_LINKS = re.compile(
    r"\s?(?:因|由于|受|随着|加上|加之|叠加|再加上|且|并|以及|也|亦|同时|导致|使|令|造成|致|让|进而|主因|主要"
    r"|原因|反映|在|带动|推动|推升)"
)


def runs_on(layout: Layout, word: PeriodWord, first: int) -> bool:
    """Say whether a Chinese clause only breaks off for a cause after its period ("工厂2月初因停电停线"), or lists causes with "、"."""
    if layout.clause(word.start) != layout.clause(first) - 1:
        return False
    is_listed = layout.text[first - 1] == "、" and _OF_CAUSE.search(layout.text, word.end, first) is not None
    return is_listed or _INSIDE.match(layout.text, first - 1) is not None


def tells_on(layout: Layout, word: PeriodWord, first: int, number: int) -> bool:
    """Say whether a clause goes on with what a leading period began: the next one, or a near one without a product of its own."""
    distance = number - layout.clause(word.start)
    if _CONTRASTS.match(layout.text, first):
        return False
    if distance <= 1 or (distance <= 4 and _COMES_OF.match(layout.text, first)):
        return True
    _, last = layout.clause_span(number)
    since = layout.clause_span(layout.clause(word.start))[1]
    if distance != 2 or any(first <= e.start < last for e in layout.entities):
        return False
    is_new = any(since <= e.start < first for e in layout.entities)
    return not is_new or bool(layout.between(since, first, "change", "event"))


def comes_of(layout: Layout, word: PeriodWord, first: int, number: int) -> bool:
    """Say whether a Chinese clause tells what came of what a period is told with ("车厂在三季度去库存,导致需求下滑")."""
    is_near = number - layout.clause(word.start) <= 4
    return is_near and _COMES_OF.match(layout.text, first) is not None


def is_linked(layout: Layout, first: int) -> bool:
    """Say whether a Chinese clause is told as the cause or the outcome of what stands before it."""
    if layout.text[first - 1] == "、" and first > layout.start:
        first = layout.clause_span(layout.clause(first) - 1)[0]  # "主因需求不振、库存高涨": the second cause too
    return bool(_LINKS.match(layout.text, first))


def is_counted_on(layout: Layout, event: Event) -> bool:
    """Say whether a Chinese change is one of a list of sizes ("明年供应增长16%,需求增长20%"), which share their period."""
    sizes = [a for a in layout.amounts if a.end <= event.start or 0 <= a.start - event.trigger.end <= 4]
    return len(sizes) > 1 and sizes[-1].start >= event.trigger.end
