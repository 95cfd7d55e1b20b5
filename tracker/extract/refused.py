"""Changes of price that one side asks for and the other turns down, and those that somebody said to be wrong of others.

What English has for it is in `english/refused.py`; the other languages differ in words alone, and these are here.

"客户拒绝接受涨价", "인하를 요구했지만 거절당했다", "値下げを求めたが、メーカーは拒否した": nothing has changed.
"""

from __future__ import annotations

import re

from tracker.extract.english.refused import why_refused_en
from tracker.extract.event import Event
from tracker.extract.layout import Layout

# A cheap sign first.
_SIGN = {
    "zh": re.compile(
        r"拒|回绝|不(?:愿|肯|予)?(?:接受|同意|买单|认同|赞同|苟同|以为然)|未接受|没有接受|抵制|嗤之以鼻|不这么"
    ),
    "ko": re.compile(r"거절|거부|퇴짜|반려|난색|(?:수용하|응하|받아들이)지"),
    "ja": re.compile(r"拒|断[っりら]|応じ|応え|受け入れ|却下|突っぱね|难色|のま[なず]"),
}
_NO_ZH = r"(?:拒绝(?!置评|评论|回应|透露|回答|评价|对此|就|公开|说明)|拒(?=涨|升|调|[，,。;]|$)|回绝|婉拒|不(?:愿|肯|予)?(?:接受|同意|买单)|未接受|没有接受|抵制)"
_DOUBT_ZH = r"(?:并?不(?:予|太|完全)?(?:认同|赞同|苟同|以为然|同意|这么(?:看|认为|想))|嗤之以鼻|不敢苟同)"
_BEFORE_ZH = re.compile(rf"(?<![不未没])(?<!无法)(?<!难以){_NO_ZH}[^，,。;]{{0,12}}$")
_AFTER_ZH = re.compile(
    rf"[^，,。;]{{0,8}}(?:[，,]\s?(?:但|却|然而|不过|惟|结果)?)?(?:遭|被)?[^，,。;]{{0,10}}?(?<![不未没])(?<!无法)(?<!难以)"
    rf"(?:{_NO_ZH}(?!涨|跌|降|升|调|再)|遭拒|被拒)"
    rf"|(?:[^，,。;]{{0,14}}的?(?:说法|看法|观点|论点|预测|预期|主张|传言))?[，,]?[^，,。;]{{0,12}}?{_DOUBT_ZH}"
)
# "第三季涨、第四季跌的说法": two changes that are doubted at once.
_LISTED_ZH = re.compile(r"[、，,和][^，,。;]{2,12}的?(?:说法|看法|观点|论点|预测|预期)")
_NO_KO = (
    r"(?:거절(?:했|한(?!다면)|하고|당|됐)|거부(?:했|한(?!다면)|하고|당|됐)|퇴짜|반려(?:했|됐)|난색을"
    r"|(?:수용하|응하|받아들이)지 (?:않|못))"
)
_AFTER_KO = re.compile(
    r"(?:안|요구|요청|제안|방침|통보)?(?: (?:요구|요청|제안|방침|통보))?(?:을|를|에|은|는)? ?"
    rf"(?:(?:요구|요청|제안|압박|타진|통보)(?:했|하였|해 왔|해왔)[^.,]{{0,4}}(?:지만|으나|는데|다가),? ?[^.,]{{0,16}}?)?(?:[가-힣]{{1,8}} )?{_NO_KO}"
)
_NO_JA = (
    r"(?:拒否(?:し(?!な|ませ)|さ)|拒ん|拒绝|断っ|断ら|却下|突っぱね|难色"
    r"|(?:応じ|応え|受け入れ)(?:てい)?(?:な(?!けれ|いわけ|くて?は)|ず(?!に)|ませ)|のま(?:な(?!けれ)|ず))"
)
_AFTER_JA = re.compile(
    r"(?:する|率|幅)?(?:よう)?(?:との|という|の)?(?:要求|要请|提案|打诊|通知|申し入れ|求め)?(?:を|には?|は|も|に対し(?:て)?(?:は)?)?、?"
    r"(?:(?:求め|要求し|要请し|提案し|迫っ|打诊し|申し入れ)(?:て(?:い|き))?(?:た|ました)(?:が|ものの|けれど)、?)?"
    rf"[^。、]{{0,20}}?{_NO_JA}"
)
_REACH = 40


def why_refused(layout: Layout, event: Event) -> str | None:
    """Return why a change of price is only what somebody asked for or said, where another turned it down; None where it is not."""
    if event.attribute != "price":
        return None
    if layout.language == "en":
        return why_refused_en(layout, event)
    return "what was asked for and refused" if _is_refused(layout, event) else None


def _is_refused(layout: Layout, event: Event) -> bool:
    """Say whether the words round a Chinese, Korean or Japanese change turn it down, with no other change between."""
    if event.direction not in ("up", "down"):
        return False
    if not _SIGN[layout.language].search(layout.text, layout.start, layout.end):
        return False
    place = event.trigger.start
    since = max(layout.start, place - _REACH)
    before = _BEFORE_ZH.search(layout.text, since, place) if layout.language == "zh" else None
    if before is not None and not layout.between(before.start(), place, "change", "event"):
        return True
    end = max([event.end, *(a.end for a in layout.amounts if 0 <= a.start - event.end <= 2)])
    pattern = {"zh": _AFTER_ZH, "ko": _AFTER_KO, "ja": _AFTER_JA}[layout.language]
    after = pattern.match(layout.text, end, layout.end)
    if after is None:
        return False
    between = layout.between(end, after.end(), "change", "event")
    return not between or (layout.language == "zh" and _LISTED_ZH.match(layout.text, end) is not None)
