"""The period that Korean clauses share: the one that opens the sentence, or that of the results which a cause led to."""

from __future__ import annotations

import re

from tracker.extract.event import Event
from tracker.extract.korean.endings import is_cause
from tracker.extract.layout import Layout
from tracker.extract.marks import PeriodWord

# What is told of the present, or from then on, is not of the period before it.
OF_ITS_OWN_TIME = re.compile(
    r"현재|최근|지금|이제|현물[^,.]{0,8} (?:이미|벌써)|요즘|이날|그 ?뒤|그 ?후|이후(?!로)|향후|앞으로|당분간"
)
_LASTED = re.compile(r"한 ?달|일주일|보름|\d(?:개월|주)(?:간| 새)|[1-9두세네] ?달 새")
# "내년 물량까지": the output of a year, whenever the rest is told of.
_OF_OUTPUT = re.compile(r"\s?(?:분 )?(?:생산 |공급 )?(?:물량|생산분)(?:까지|은 이미|도 이미)")
_PART_OF_TIME = re.compile(r"\s?(?:초반|중반|후반|초순|중순|하순|상순|초|말)?(?:부터|까지)?\s?(?:이후|들어|현재)?")
_REVISED = re.compile(r"(?:으로|로) ?(?:다시 )?(?:수정|조정|상향|하향|높|낮|바꿨|변경)")
_UNTIL = re.compile(r"\s?(?:말|초|중)?까지")
_NEXT_QUOTE = re.compile(r"[\"”](?:이?라?며|이?라?면서|이?라?고|고)[^\"“”]{0,30}[\"“]")
_TOPIC = re.compile(r"(?:에|에서|중)?[는은](?=\s)|엔(?=\s)")
PAST = re.compile(r"(?:았|었|했|됐|였|렸|랐|졌|냈|났|봤|섰)(?:다|고|으며|지만|습니다|으나)")


def find_shared(layout: Layout, event: Event, usable: list[PeriodWord]) -> PeriodWord | None:
    """Return the period of an earlier clause that a Korean change goes on in, or of what the change was the cause of."""
    first, _ = layout.clause_span(layout.clause(event.trigger.start))
    earlier = [word for word in usable if word.end <= first]
    if not earlier:
        return _of_effect(layout, event, usable)
    word = earlier[-1]
    if _is_in_other_quote(layout, word, event):
        return None
    if _TOPIC.match(layout.text, word.end):
        return word
    if _is_parted(layout, word, event, first):
        return None
    if _UNTIL.match(layout.text, word.end) and layout.between(word.end, first, "change", "event"):
        return None
    return word


def _is_in_other_quote(layout: Layout, word: PeriodWord, event: Event) -> bool:
    """Say whether a period stands in a quotation before the one of a change that tells no future."""
    is_apart = _NEXT_QUOTE.search(layout.text, word.end, event.start) is not None
    return is_apart and event.attribute != "price" and not layout.between(event.end, layout.end, "future")


def _is_parted(layout: Layout, word: PeriodWord, event: Event, first: int) -> bool:
    """Say whether a clause has a time of its own, or is cut off from the period by "…" or a new headline."""
    gap = layout.text[word.end : first]
    if _OF_OUTPUT.match(layout.text, word.end):
        return True
    is_dotted = "…" in gap or "..." in gap
    if (is_dotted and layout.between(first, event.end, "product", "metric", "market")) or (
        ";" in gap and layout.text.find(";", layout.start, word.start) >= 0
    ):
        return True
    if not is_dotted and _LASTED.search(layout.text, first, event.end):
        return True
    since = _PART_OF_TIME.match(layout.text, word.end)
    return bool(
        OF_ITS_OWN_TIME.search(layout.text, since.end() if since else word.end, event.end)
    ) and not _REVISED.match(layout.text, event.trigger.end)


def _of_effect(layout: Layout, event: Event, usable: list[PeriodWord]) -> PeriodWord | None:
    """Return the period of the results that a cause told before them led to ("가격 상승에 힘입어 3분기 최대 실적을 냈다")."""
    if not is_cause(layout.text, event.trigger.end) or layout.between(event.end, layout.end, "future"):
        return None
    later = [w for w in usable if w.start >= event.end]
    is_past = PAST.search(layout.text, event.end, layout.end)
    return later[0] if later and is_past and later[0].start - event.end <= 40 else None
