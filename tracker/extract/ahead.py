"""Which way a change's period is looked for: ahead, behind, or whichever is nearest.

That is the change's own manner, but for a shortage that lasts until a period, or a period told before another one.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.extract.chinese.brackets import is_quarter_before
from tracker.extract.chinese.hypotheses import was_expected
from tracker.extract.chinese.results import tells_profit
from tracker.extract.draft import Draft
from tracker.extract.event import Event
from tracker.extract.layout import Layout

# "Demand is increasing in the second half": the half that runs or comes next.
_IS_UNDER_WAY = re.compile(r"\b(?:is|are|'re|see|sees|seeing) (?:[a-z]+ ){0,5}[a-z]{3,}ing$")

# "1〜3月、3%安い2ドルで決着した": settled, and so behind.
_WAS_SO_JA = re.compile(
    r"[^、。]{0,20}(?:(?:だっ|となっ|になっ|で决着し|で妥结し|で合意し|で落ち着い|で终え)た|でした|となりました)(?!が予想)"
)

_SINCE = re.compile(r"(?:开始)?(?:以来|至今)")


def seeks_ahead(layout: Layout, draft: Draft) -> bool | None:
    """Return True where the period of a change is one to come, False where it has begun, None where it is the nearest."""
    ahead = draft.manner.looks_ahead
    if layout.language == "zh":
        return _seeks_ahead_zh(layout, draft)
    if layout.language == "ja":
        return _seeks_ahead_ja(layout, draft)
    if layout.language == "en" and ahead is None:
        return True if _IS_UNDER_WAY.search(layout.text, layout.start, draft.event.trigger.end) else None
    return ahead


def as_told_before(layout: Layout, draft: Draft, drafts: list[Draft]) -> Draft:
    """Return a Chinese change as lying ahead where another of its period does, of its kind or a price ("下半年恐收敛,甚至反转下跌")."""
    is_open = layout.language == "zh" and bool(draft.words) and draft.manner.looks_ahead is None
    if not is_open or _SINCE.match(layout.text, draft.words[0].end):
        return draft  # "二季度以来价格下跌,大厂将减产"
    ahead = [d for d in drafts if d.manner.looks_ahead and draft.words[0] in d.words]
    if not any(d.event.attribute in (draft.event.attribute, "price") for d in ahead):
        return draft
    return replace(draft, manner=replace(draft.manner, looks_ahead=True))


def holds_future(layout: Layout, event: Event) -> bool:
    """Say whether the clause of a change holds a word of future itself."""
    return bool(layout.between(*layout.clause_span(layout.clause(event.trigger.start)), "future", "hedge"))


def _seeks_ahead_zh(layout: Layout, draft: Draft) -> bool | None:
    """Decide for a Chinese change: the period that it lasts until lies ahead, one expected at an earlier time need not."""
    ahead = draft.manner.looks_ahead
    if draft.words and is_quarter_before(layout, draft.words[0]):
        return None
    if ahead is None:
        return True if _is_until(draft) else None
    is_of_profit = any(tells_profit(layout, word) for word in draft.words)
    return None if ahead and (is_of_profit or was_expected(layout, draft.event)) else ahead


def _seeks_ahead_ja(layout: Layout, draft: Draft) -> bool | None:
    """Decide for a Japanese change: only its own word of future and its own period put it ahead.

    "4〜6月期は上がり、7〜9月期も上昇が見込まれる": the first of them is the one that is near.
    """
    ahead = draft.manner.looks_ahead
    if ahead is False or (ahead is None and _WAS_SO_JA.match(layout.text, draft.event.trigger.end)):
        return False
    if _is_until(draft) and not layout.text.startswith("以降", draft.words[0].end):
        return True
    is_own = holds_future(layout, draft.event) and not _is_of_change_before(layout, draft)
    return ahead if is_own else None


def _is_of_change_before(layout: Layout, draft: Draft) -> bool:
    """Say whether a Japanese change has its period from one before ("1〜3月期のDRAMは10%上昇、NANDは8%上昇と予測")."""
    if not draft.words:
        return False
    return bool(layout.between(draft.words[0].end, draft.event.start, "change", "event"))


def _is_until(draft: Draft) -> bool:
    """Say whether a shortage or a glut is told to last until a period ("不足は第4四半期まで長引く")."""
    return draft.event.attribute == "supply" and bool(draft.words) and draft.words[0].is_boundary
