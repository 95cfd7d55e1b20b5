"""What a Korean question takes for granted: the state of things that it asks from, what it asks the effect of."""

from __future__ import annotations

import re

from tracker.extract.event import Event
from tracker.extract.korean.endings import is_cause
from tracker.extract.layout import Layout

# "급등하고 있는 상황에서", "상승세를 고려할 때", "인상에도 불구하고": from there the question is asked.
_ASKED_FROM = re.compile(
    r"[가-힣]{0,4}(?:[이가을를] (?:[가-힣]{1,6} )?[가-힣]{1,5})?(?:고 있는|[는은한된인운른진난]) (?:상황|가운데|와중|만큼|마당|시점|국면|환경)(?:에서|에|이라|인데|을 |,)?"
    r"|(?:세|폭|현상| 현상| 사태| 문제| 상황| 추세)?(?:을|를|까지)? ?(?:고려|감안)(?:할|하|했|해)"
    r"|(?:세|폭)?에도 불구하고"
)
# "오르는 D램 가격이", "치솟은 메모리 값": told of a price in passing.
_IN_PASSING = re.compile(r"[가-힣]{0,2}(?:고 있는|는|은|한|된|른|뛴|린|진)? (?:[^\s,.]{1,10} ){0,3}?$")


def is_taken_for_granted(layout: Layout, event: Event) -> bool:
    """Say whether a Korean question asks from a change, or names it in passing, so that it holds ("오르는 낸드 값이 이유인가요")."""
    if layout.language != "ko":
        return False
    place = event.trigger.end
    if _ASKED_FROM.match(layout.text, place, layout.end):
        return True
    if event.metric is not None and event.metric.start > place:
        return _IN_PASSING.match(layout.text[place : event.metric.start]) is not None
    return event.trigger.text.startswith("겪") or (
        event.attribute == "price" and is_cause(layout.text, place) and _asks_last(layout, place)
    )


_EFFECT = re.compile(r"(?:영향|효과|부담|타격|차질|대응|계획|전략)[^,.?]{0,16}\?")


def _asks_last(layout: Layout, place: int) -> bool:
    """Say whether a question asks what a change that it names as a cause brings or is met with."""
    return _EFFECT.search(layout.text, place, layout.end) is not None
