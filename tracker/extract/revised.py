"""Words that only revise a forecast whose own direction is told beside them ("lowered its forecast to a 3% increase")."""

from __future__ import annotations

import re

from tracker.extract.event import OLD_VALUE, REVISED
from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token

_NAMES_EN = re.compile(r"forecast|estimate|projection|outlook|expect|predict|projected|seen\b")
_OBJECT = r"(?:(?! (?:as|after|while|when|because|and|since|but|which|amid) )[^.;,]){0,60}?"
_TO_CHANGE_EN = re.compile(
    _OBJECT
    + r"\b(?:forecasts?|estimates?|projections?|outlook|expectations?)\b[^.;]{0,70}? to (?:an? |about |around |only |just |roughly |the )*$"
)
_OF_CHANGE_EN = re.compile(
    _OBJECT + r"\b(?:forecasts?|estimates?|projections?|outlook|expectations?) (?:for|of|on) (?:[a-z0-9\-]+ ){0,6}$"
)
_FORECAST_IS = re.compile(
    r"\b(?:forecasts?|estimates?|projections?) (?:(?:for|of|on) (?:[a-z0-9\-]+ ){1,4})?(?:(?:was|were|is|has|been|being) )+$"
)
_TO_SIZE_EN = re.compile(r" to (?:(?:a|an|about|around|only|just|roughly) )*")
# "Growth of 20%, up from the mid-teens": how a growth or a forecast was revised is no change of its own.
_GROWTH_BEFORE = re.compile(
    r"\b(?:growth|forecasts?|estimates?|projections?|outlook|expectations?)\b[^;]{0,160}[,(] ?(?:which is |that is |and )?$"
)
_FROM_SIZE = re.compile(r" from (?:(?:the|an?|our|about|around|roughly|approximately|earlier|prior|previous) ){0,3}")
# "Pricing improved relative to our guidance": measured by what was expected, not by what it was.
_THAN_EXPECTED = re.compile(
    r" (?:versus|vs\.?|against|(?:relative|compared) (?:to|with)) (?:(?:our|the|its|their|prior|previous|earlier"
    r"|initial|original|own|internal|market|consensus) )*(?:expectations?|guidance|forecasts?|outlook|plans?"
    r"|estimates?|projections?|assumptions?|model)\b"
)
_OBJECT_ONLY = re.compile(_OBJECT)
_FORECAST_BEHIND = re.compile(r" (?:forecasts?|estimates?|projections?|outlook)\b")
_ONCE_EN = re.compile(
    r"\b(?:previously|initially|originally|earlier|once|formerly|had been|first) (?:been )?(?:expected|forecast(?:ed)?"
    r"|projected|predicted|estimated|seen|thought|guided|tipped)(?: to)?(?: be)?(?: an?)? $"
)
# What brackets add to a forecast as the one before it: "(flat previously)", "(from up 3%)", "(原估持平)", "(従来予想は横ばい)".
_OLD_INSIDE = {
    "en": re.compile(
        r"(?:from|vs\.?|versus|was|were|prev(?:ious(?:ly)?|\.)?|prior|earlier|originally|initially|formerly|old|before|against|compared (?:with|to))\b[^)]*"
        r"|[^)]*(?<!quarter)(?<!month)(?<!week)(?<!year)(?<!day) (?:previously|earlier|before|prior|originally|initially|formerly)"
    ),
    "zh": re.compile(
        r"(?:原(?:先|本|来)?|先前|此前|前次|之前|上次|旧)的?(?:预估|预期|预计|预测|估计|估值?|为|是|:)[^)]*"
    ),
    "ko": re.compile(r"(?:기존|종전|이전|당초|앞서)(?: ?(?:전망|예상|추정|예측)\S*)? [^)]*"),
    "ja": re.compile(r"(?:従来|前回|当初|これまで|以前)の?(?:予想|予测|见通し|见込み|は|:)[^)]*"),
}
# "远超此前机构预测的30%涨幅", "당초 예상한 5% 상승을 웃돌았다", "従来予想の5%上昇を上回った": a forecast that a change is measured by.
_BEATEN_ZH = re.compile(
    r"(?:超[过出越]?|[高低大小优好差弱强]于|不及|不如|逊于)(?:了)?[^，,。;]{0,10}?(?:预[测期估计判]|预料|估计|假设|指引)(?:中|时|过|值|给出)?的?[^，,。;]{0,10}$"
)
_BEATEN_KO = re.compile(
    r"(?:당초|기존|앞서|애초|시장|업계|전문가)\S* (?:\S+ )?(?:예상|전망|예측|추정)\S{0,4} [^,.]{0,14}$"
)
_BEATS_KO = re.compile(
    r"(?:률|폭|세|분)?(?:을|를|보다)? ?(?:크게|훨씬|다소|소폭)? ?(?:웃돌|밑돌|상회|하회|넘어|뛰어넘|초과|높|낮|못 미)"
)
_BEATEN_JA = re.compile(
    r"(?:従来|从来|事前|当初|市场|これまで|以前)[^、。,]{0,6}(?:予想|予测|见通し|见込み|想定)[^、。,]{0,12}$"
)
_BEATS_JA = re.compile(
    r"(?:率|幅)?(?:を|より)(?:も)?(?:大きく|大幅に|やや|わずかに)?(?:上回|下回|超え|超过|上振れ|大き|小さ|高|低)"
)
# "ASP较此前假设提升6%", "versus our previous assumptions", "기존 가정 대비", "従来前提比": a forecast beside the one before it, no change in time.
_THAN_OLD = {
    "en": re.compile(
        r"[^;.]{0,60}? (?:versus|vs\.?|from|compared (?:with|to)|relative to|than|over|against) (?:our |its |their "
        r"|the )?(?:previous(?:ly)?|prior|earlier|old|last) (?:[a-z]+ )?(?:assum\w+|estimates?|forecasts?|model\w*"
        r"|projections?)"
    ),
    "zh": re.compile(
        r"(?:较|比|相比|相较于?|对比)(?:于)?(?:我们|公司|市场)?(?:此前|先前|之前|前次|上次|原先?|原本|旧)(?:的)?(?:盈利)?(?:假设|预测|预期|预估|预计|模型|估计|估值)(?:值)?(?:中|分别|各|均|将|已|则|相应|进一步|大幅|小幅|约|[,，])*$"
    ),
    "ko": re.compile(r"(?:기존|종전|이전|당초) ?(?:가정|추정|전망|예상)(?:치|값)? ?(?:대비|보다)[^,.]{0,16}$"),
    "ja": re.compile(
        r"(?:従来|从来|前回|以前|これまで)の?(?:前提|想定|予想|予测)(?:値)?(?:比|から|より|に比べ|と比べ)[^、。,]{0,12}$"
    ),
}
_CUTS_ZH = frozenset("下修 下调 调降 调低 下砍 砍 降低 调减".split())
_LIFTS_ZH = frozenset("上修 上调 调升 调高 提高".split())
_RISE_ZH = re.compile(r"[^，,。;]{0,24}(?:[涨升增]幅|[季月年]增|上涨|环比增)")
_FALL_ZH = re.compile(r"[^，,。;]{0,24}(?:[跌降]幅|[季月年][减跌]|下跌|环比减)")
# "供给增速由一成上修为一成半": what is forecast of a demand or a supply grows, whichever way the forecast went.
_OF_GROWTH_ZH = re.compile(
    r"(?:需求|供给|供应|位元|产出)[^，,。;]{0,12}$|(?:需求|供给|供应|位元|产出)[^，,。;]{0,40}?(?:展望|预期|预测|预估|预计|指引|预判)[^，,。;]{0,24}$"
)
# "行业增速从6%上修至9%": how an industry grows is no price.
_OF_INDUSTRY_ZH = re.compile(
    r"(?:行业|市场|产业|经济|gdp|复合|年均)(?:年)?(?:增速|增长率|成长率|增幅)[^，,。;价]{0,16}$"
)
_TO_GROWTH_ZH = re.compile(r"(?:至|到|为)[^，,。;]{0,14}?(?:增长|成长|增加|增幅|年增|增速|衰退|下降|减少|萎缩)")
# "需求成长率由15%(下修至10%)": a growth whose old size is told before the verb, so that the verb moves only the size.
_GROWTH_FROM_ZH = re.compile(
    r"(?:成长率|增长率|年增率|增速)(?:的)?(?:预测|预估|预期|预估值|预测值)?(?:[,，]?(?:从|由|自)[^。;]{1,16}|再|遭|被|恐|将|可能)?$"
)
# "把NAND需求预期上调6%": how much a forecast moves is no size of what it is of.
_FORECAST_OF_ZH = re.compile(
    r"(?:需求|供给|供应|位元|产出|价格?|asp)(?:量|的|增长|成长|走势|端)*(?:预期|预估|预测|展望|估计|假设)(?:值|数)?(?:被|再|又|也|均|都|进一步|大幅|小幅|双双|分别|各)*$"
)
_BY_SIZE_ZH = re.compile(r"(?:了)?(?:约|近|逾|超过?|达)?\s?(?=\d|[一二三四五六七八九]成)")
_RISE_KO = re.compile(r"(?:상승|인상)(?:률|폭|세)?[^,.]{0,32}(?:에서|전망|예상|추정)[^,.]{0,24}로 ?$")
_FALL_KO = re.compile(r"(?:하락|인하)(?:률|폭|세)?[^,.]{0,32}(?:에서|전망|예상|추정)[^,.]{0,24}로 ?$")


def find_revision(layout: Layout, index: int) -> str | None:
    """Return why a word of change tells of a forecast's revision, or of its old value, only; None where it does not."""
    if _revises_forecast(layout, index) or _is_beside_old(layout, layout.tokens[index]):
        return REVISED
    return OLD_VALUE if _was_expected_once(layout, layout.tokens[index]) else None


def _revises_forecast(layout: Layout, index: int) -> bool:
    """Say whether a word of change only tells that a forecast is revised, to a change that goes its own way."""
    token = layout.tokens[index]
    if token.value not in ("up", "down"):
        return False
    if layout.language == "zh":
        return _revises_zh(layout, token)
    if layout.language == "ko":
        before = layout.text[max(layout.start, token.start - 64) : token.start]
        return bool((_RISE_KO if token.value == "down" else _FALL_KO).search(before))
    return layout.language == "en" and _revises_en(layout, token)


def _revises_en(layout: Layout, token: Token) -> bool:
    """Say whether an English word rules a forecast that is told to come to a rise or a fall, or is measured by one."""
    if _moves_growth(layout, token) or (not layout.amounts and _THAN_EXPECTED.match(layout.text, token.end)):
        return True
    if token.value == "down" and _is_cut_to_size(layout, token):
        return True
    if "v" not in token.flags or not _NAMES_EN.search(layout.text, token.end, layout.end):
        return False
    told = [t for t in layout.between(token.end, token.end + 160, "change") if "n" in t.flags]
    return any(_leads_to(layout, token, change) for change in told)


def _moves_growth(layout: Layout, token: Token) -> bool:
    """Say whether an English "up from" and an old size tell how a growth or a forecast with a new one was revised."""
    if token.text not in ("up", "down", "higher", "lower") or not layout.text.startswith(" from ", token.end):
        return False
    old = next((a for a in layout.amounts if a.start > token.end), None)
    if old is None or not _FROM_SIZE.fullmatch(layout.text, token.end, old.start):
        return False
    is_sized = any(a.end <= token.start for a in layout.amounts)
    return is_sized and _GROWTH_BEFORE.search(layout.text, layout.start, token.start) is not None


def _is_cut_to_size(layout: Layout, token: Token) -> bool:
    """Say whether an English forecast is cut to a bare size, which does not fall for that ("cut its NAND forecast to 8%")."""
    sizes = [a.start for a in layout.amounts if a.start >= token.end and not a.is_old]
    if not sizes or layout.text.startswith("-", sizes[0]) or layout.text.endswith(" by ", 0, sizes[0]):
        return False
    if _TO_CHANGE_EN.fullmatch(layout.text, token.end, sizes[0]):
        return True
    is_told = _FORECAST_IS.search(layout.text, max(layout.start, token.start - 70), token.start)
    return is_told is not None and _TO_SIZE_EN.fullmatch(layout.text, token.end, sizes[0]) is not None


def _leads_to(layout: Layout, token: Token, change: Token) -> bool:
    """Say whether a forecast stands between an English verb and a noun of change, or a contrary noun says what is forecast."""
    sizes = [a.start for a in layout.amounts if a.end <= change.start <= a.end + 1]
    if _TO_CHANGE_EN.match(layout.text[token.end : min([change.start, *sizes])]):
        return True
    if change.value == token.value or change.value not in ("up", "down"):
        return False
    told = layout.text[token.end : change.start]
    is_named = _FORECAST_BEHIND.match(layout.text, change.end) and _OBJECT_ONLY.fullmatch(told)
    return bool(is_named) or bool(_OF_CHANGE_EN.match(told))


def _revises_zh(layout: Layout, token: Token) -> bool:
    """Say whether a Chinese verb cuts the size of a rise, lifts that of a fall, or moves a forecast of bits to a growth."""
    if token.text in _CUTS_ZH or token.text in _LIFTS_ZH:
        first, _ = layout.clause_span(layout.clause(token.start))
        if _OF_INDUSTRY_ZH.search(layout.text, first, token.start) or revises_growth(layout, token):
            return True
        if _FORECAST_OF_ZH.search(layout.text, first, token.start) and _BY_SIZE_ZH.match(layout.text, token.end):
            return True
        if _TO_GROWTH_ZH.match(layout.text, token.end) and _OF_GROWTH_ZH.search(layout.text, first, token.start):
            return True
    if token.text in _CUTS_ZH:
        return bool(_RISE_ZH.match(layout.text, token.end))
    return token.text in _LIFTS_ZH and bool(_FALL_ZH.match(layout.text, token.end))


def revises_growth(layout: Layout, token: Token) -> bool:
    """Say whether a Chinese verb moves the size of a growth from an old value to a new one."""
    return bool(_GROWTH_FROM_ZH.search(layout.text, max(layout.start, token.start - 28), token.start))


def _is_beside_old(layout: Layout, token: Token) -> bool:
    """Say whether a change only tells how a forecast differs from the one before it ("ASP较此前假设提升6%")."""
    if token.value not in ("up", "down") or not layout.amounts:
        return False
    if layout.language == "en":
        old = _THAN_OLD["en"].match(layout.text, token.end, layout.end)
        # "To rise 15%, up from an earlier 8% projection": the step is told by the later word.
        return old is not None and not layout.between(token.end, old.end(), "change")
    return bool(_THAN_OLD[layout.language].search(layout.text, max(layout.start, token.start - 28), token.start))


def is_beaten(layout: Layout, token: Token) -> bool:
    """Say whether a change is a forecast of before that another change is measured by, outside English."""
    if layout.language == "en" or not layout.amounts:
        return False
    before = (layout.text, max(layout.start, token.start - 36), token.start)
    if layout.language == "zh":
        return bool(_BEATEN_ZH.search(*before))
    then, beats = (_BEATEN_KO, _BEATS_KO) if layout.language == "ko" else (_BEATEN_JA, _BEATS_JA)
    return bool(beats.match(layout.text, token.end)) and then.search(*before) is not None


def _was_expected_once(layout: Layout, token: Token) -> bool:
    """Say whether a change is what had been expected before: in brackets, as a measure, or in English before what is expected now."""
    if _is_old_in_brackets(layout, token) or is_beaten(layout, token):
        return True
    if layout.language != "en" or not layout.between(token.end, layout.end, "change"):
        return False
    if layout.text.startswith(" to a", token.end) and "n" in token.flags:
        return any(a.is_old and 0 <= token.start - a.end <= 1 for a in layout.amounts)  # "from a 10% rise to a 3% rise"
    return bool(_ONCE_EN.search(layout.text[max(layout.start, token.start - 48) : token.start]))


def _is_old_in_brackets(layout: Layout, token: Token) -> bool:
    """Say whether a change stands in brackets that give what was forecast before, with no period of their own."""
    first = layout.text.rfind("(", layout.start, token.start)
    last = layout.text.find(")", token.end, min(layout.end, token.end + 60)) if first >= 0 else -1
    if last < 0 or token.start - first > 60 or ")" in layout.text[first:last]:
        return False
    if not layout.between(layout.start, first, "change") or any(first <= w.start < last for w in layout.periods):
        return False
    return _OLD_INSIDE[layout.language].fullmatch(layout.text, first + 1, last) is not None
