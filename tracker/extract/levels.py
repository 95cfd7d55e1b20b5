"""A price told as a part of an old one: "跌至高点的40%", "작년의 30% 수준으로", "前年の3割に", "to 40% of the previous level".

The size of the change is what is missing, or what was added. It is left out where a part of the old price is told to be climbed to.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.extract.amount import Amount
from tracker.extract.script import Language

_BEFORE = {
    "zh": re.compile(
        r"(?P<unsure>[幅率速])?(?:将|也|仅|只|约|已|大约){0,2}(?:[跌降落滑缩减挫][到至回为成]?|[涨升弹复扬飙][到至回为成]?|剩下?|到|至|为|是|成|等于|相当于|不到|不足)了?(?:约|近|将近|大约|只有)?"
        r"(?:(?:去|上|前)年|年[初底]|原[来先有]?|(?:历史|去年|年内|前期|此前|先前|上轮|前次)?的?(?:最?高[点峰价位]|峰值|顶[点峰部]|巅峰)|此前|之前|先前|当初|一年前|半年前|(?:20)?\d\d年|上一?个?[季月]度?)"
        r"(?:同期|同月|年?[底初末]|平均|\d{1,2}月|高[点峰位]|峰值|时){0,2}(?:的?(?:水平|水准|价格|价位|均价|报价))?的(?:约|近|将近|大约|只有|仅|不到|不足|逾|超过?){0,2}\s?$"
    ),
    "ko": re.compile(
        r"(?:작년|지난해|전년|재작년|년 ?전|개월 ?전|달 ?전|고점|정점|최고가|최고점|최고치|이전|예전|종전|기존|당초|원래|연초|\d년|\d월|동기|같은 기간|같은 달)(?: ?(?:말|초|당시|때|같은 기간|동기|가격|수준|최고점|고점))?(?:의|(?P<unsure> 대비)) ?(?:약 |거의 |불과 |고작 ){0,2}$"
    ),
    "ja": re.compile(
        r"(?:前年|昨年|前年同[期月]|昨年同[期月]|[1一]年前|半年前|ピーク时?|ピークの时|最盛期|最?高値|高値|[元旧]|当初|年初|以前|従来|から见た\d月|\d年|\d月)(?:の(?:水准|価格|ピーク|高値))?の(?:约|わずか|ほぼ|およそ){0,2}$"
    ),
    "en": re.compile(r"\b(?:to|at|only|just|barely|still|now|is|are|was|were) (?:about |around |roughly |nearly |only |just |less than |under ){0,2}$"),
}  # fmt: skip
_AFTER = {
    "ko": re.compile(
        r" ?(?:대 ?)?(?:가량|정도|안팎|이하|미만)?(?:의)? ?(?:수준(?:으로|까지|에|이)|선(?:으로|까지|에)|로(?: |,)|으로|까지|에 ?(?:불과|그|머|거래)|밖에)"
    ),
    "ja": re.compile(
        r"(?:以下|未満|程度|ほど|强|弱|近く)?の?(?:水准|レベル)|(?:以下|未満|程度|ほど|强|弱|近く)?(?:に(?!し|つ|あた|続|加|対|比)|まで|へ|しか)"
    ),
    "en": re.compile(
        r" of (?:(?:the|their|its|a|last|that) (?:[a-z0-9'\-]+ ){0,4}?(?:levels?|peaks?|highs?)\b"
        r"|(?:(?:the|their|its|last|an?) )?(?:year's|quarter's|month's|year-ago|year-earlier|previous|prior|former|original|old|earlier) (?:contract |average |spot )?(?:levels?|prices?|values?)\b"
        r"|(?:the|their) (?:levels?|prices?) (?:a year|a quarter|two years|six months) (?:ago|earlier|before)\b"
        r"|(?:what|where) (?:they|it|prices) (?:had )?(?:was|were|been|stood|cost)\b)"
    ),
}
_CLIMBS = re.compile(
    r"[涨升弹复扬飙回][到至回为成了]?|회복|올랐|올라|상승|반등|回复|上升|戻|反発|\b(?:ros|ris|climb|recover|rebound|back|up)\w*"
)
_WORD_AFTER = 24
# "전년 대비 30% 수준으로 떨어졌다" alone may be a level; "전년 대비 131%로 제시했다" is a rate.
_MAY_BE_LEVEL = re.compile(r" ?(?:대 ?)?(?:수준|선)(?:으로|까지|에) ?(?:떨어|하락|내려|내렸|낮아|추락|급락)")


def is_part_of_old(text: str, amount: Amount, start: int, end: int) -> bool:
    """Say whether an English percentage is a part of an old price that a price came to ("fell to 40% of their peak")."""
    return _find_old(text, "en", amount, start, end) is not None


def _find_old(text: str, language: Language, amount: Amount, start: int, end: int) -> re.Match[str] | None:
    """Return the old price that a number is a part of, or None where it is a change as it stands."""
    after = _AFTER.get(language)
    if after is not None and after.match(text, amount.end, end) is None:
        return None
    old = _BEFORE[language].search(text, max(start, amount.start - 34), amount.start)
    if old is not None and language == "ko" and old["unsure"] and not _MAY_BE_LEVEL.match(text, amount.end, end):
        return None
    return old


def read_level(text: str, language: Language, amount: Amount, start: int, end: int) -> Amount | None:
    """Return a size with what is missing from, or added to, the old price in place of the part; None where that is not sure."""
    old = None if amount.kind == "factor" else _find_old(text, language, amount, start, end)
    if old is None:
        return amount
    if old.groupdict().get("unsure"):
        return None  # "跌幅仅为去年的三成": of a rate; "전년 대비 30% 수준으로": as much as, or by as much
    low, high = amount.low, amount.high
    if (low is None or low >= 100) and (high is None or high > 100):
        return replace(amount, low=None if low is None else low - 100, high=None if high is None else high - 100)
    around = text[max(start, amount.start - _WORD_AFTER) : min(end, amount.end + _WORD_AFTER)]
    if (high or low or 0) > 100 or _CLIMBS.search(around):
        return None
    is_below = "不到" in old[0] or "不足" in old[0]
    return replace(
        amount, low=None if high is None else 100 - high, high=None if low is None or is_below else 100 - low
    )
