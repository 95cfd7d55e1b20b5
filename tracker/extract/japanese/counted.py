"""The running period, in which a Japanese change is counted that only the one before it is told of ("4月と比較して12%上昇")."""

from __future__ import annotations

import re

from tracker.extract.draft import Draft, Setting
from tracker.extract.layout import Layout
from tracker.extract.marks import PeriodWord
from tracker.extract.resolve import resolve
from tracker.quarter import Quarter

_IS_BEFORE = re.compile(
    r"\)?末?(?:\([^()]{1,20}\))?(?:の?(?:平均)?(?:価格|単価)?(?:の)?(?:约?[\d.,]{1,8}米?(?:ドル|円))?)?(?:末)?"
    r"(?:(?:に|と)?比|よりも?(?!、))(?!率|重)"
)
# "第4四半期のDRAM市場は15%増の200億ドルとなった。主に…の上昇による": the time of what moved it.
_MARKET = re.compile(r"(?:\([^()]{1,12}\))?の(?:世界の?)?[^、。はがを]{2,18}(?:市场|売上高?|业界)(?:规模)?は")
_EXPLAINS = re.compile(r"(?:これは、?)?(?:主に、?|主因は|主な(?:要因|理由|原因)は)")


def tells_of_market(layout: Layout, word: PeriodWord) -> bool:
    """Say whether a Japanese sentence tells how large a market for memory was in a period."""
    return layout.language == "ja" and bool(layout.entities) and _MARKET.match(layout.text, word.end) is not None


def explains_before(layout: Layout) -> bool:
    """Say whether a Japanese sentence only tells why what the one before told of came to be."""
    return _EXPLAINS.match(layout.text, layout.start) is not None and not layout.periods_said()


def find_next_period(layout: Layout, draft: Draft, setting: Setting) -> str | None:
    """Return the running quarter or month where the one before is all that a sized Japanese price is compared with."""
    if layout.language != "ja" or draft.event.attribute != "price" or not draft.amounts:
        return None
    told = [w for w in layout.periods if w.end <= draft.event.trigger.start]
    if len(told) != 1:
        return None
    word = told[0]
    mark = word.marks[0]
    is_named = (mark.unit == "Q" and mark.number is not None) or mark.unit == "M"
    if not (is_named and word.is_comparison) or _IS_BEFORE.match(layout.text, word.end) is None:
        return None
    before, day = resolve(mark, setting.clock, looks_ahead=False), setting.clock.day
    if before is None or day is None:
        return None
    running = str(Quarter.of(day)) if mark.unit == "Q" else f"{day:%Y-%m}"
    return running if _step(before, mark.unit) == running else None


def _step(period: str, unit: str) -> str:
    """Return the period behind a quarter or a month."""
    if unit == "Q":
        return str(Quarter(int(period[:4]), int(period[-1])) + 1)
    month = int(period[:4]) * 12 + int(period[5:])
    return f"{month // 12:04d}-{month % 12 + 1:02d}"
