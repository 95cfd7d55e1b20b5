"""Changes that a sentence calls unlikely behind their verb, in English before it: denied, and mostly to come.

"値下がりは考えにくい", "再跌,机率不高", "떨어지기는 어려울 것"; "it is unlikely that prices fall".
"""

from __future__ import annotations

import re

from tracker.extract.event import Event
from tracker.extract.layout import Layout

_BEFORE_EN = re.compile(
    r"\bit (?:is|was|seems|looks|appears) (?:[a-z]+ )?(?:unlikely|improbable|doubtful)(?: that)?\b[^,;.]{0,50}$"
)
# A cheap sign first.
_SIGN = {
    "zh": re.compile(r"可能|[概机几]率|机会"),
    "ko": re.compile(r"기(?:는|가|란|도|엔|에는)? ?(?:[가-힣]{1,4} )?(?:어렵|어려|힘들|쉽지|만무)"),
    "ja": re.compile(r"考え|思[えわ]|见込め|想定|想像|あり得|ありえ|起こり|起き"),
}
_AFTER = {
    "zh": re.compile(
        r"[^，,。;、]{0,6}?的?[，,]?\s?(?P<how>)(?:可能性?|[概机几]率|机会)(?:都|也|已|仍|还|则|并|相对|似乎|其实|目前|看来|应该|恐怕){0,2}"
        r"(?:很|较|偏|非常|极|比较|相当|十分)?(?:不高|不大|不太大|低(?!估)|小|渺茫|微乎其微|甚微)"
    ),
    "ko": re.compile(
        r"[가-힣]{0,2}(?P<how>)기(?:는|가|란|도|엔|에는)? ?(?:[가-힣]{1,4} )?(?:어렵(?!다는)|어려[울운워]|힘들|쉽지 않|만무)"
    ),
    "ja": re.compile(
        r"(?:する|るの|ること|こと|の|と|は|も|が|るとは|るとも){0,4}"
        r"(?P<how>)(?:(?:考え|想定し|想像し|起こり|起き|あり)(?:にく|づら|がた|难)[いく]|あり得な|ありえな|(?:考えられ|思え|见込め)(?:な|ませ|ず))"
    ),
}


def is_unlikely(layout: Layout, event: Event) -> bool:
    """Say whether what stands behind a change (and its size), or in English before it, calls it unlikely, with no other change between."""
    if layout.language == "en":
        before = _BEFORE_EN.search(layout.text, max(layout.start, event.trigger.start - 90), event.trigger.start)
        return before is not None and not layout.between(before.start(), event.trigger.start, "change", "event")
    after = _AFTER.get(layout.language)
    if after is None or not _SIGN[layout.language].search(layout.text, event.trigger.end, layout.end):
        return False
    place = event.trigger.end
    end = max([place, *(a.end for a in layout.amounts if 0 <= a.start - place <= 2)])
    found = after.match(layout.text, end, layout.end)
    return found is not None and not layout.between(end, found.start("how"), "change", "event")
