"""Chinese periods that frame what follows them: which clauses go on in the period that an earlier one opens with."""

from __future__ import annotations

import re

from tracker.extract.event import Event
from tracker.extract.layout import Layout
from tracker.extract.marks import PeriodWord

# What may stand before a period that opens a clause.
_OPENS = re.compile(
    r"[\s\d.、(\[*]*(?:自从?|从|在|于|到|进入|步入|早在|随着|刚刚|过去的?|刚过去的|特别是|尤其是|尤其|其中){0,4}\s?"
    r"|[^，,。;]{0,16}(?:预计|预期|预估|预测|认为|指出|表示|称|估计|显示|判断|获悉)(?:自|从|在|到)?"
)
_INSIDE = re.compile(r"[^，,。;:、\s](?:因|受|由于)")
_OF_CAUSE = re.compile(r"受|因|由于|鉴于")
_BECAUSE = re.compile(r"[，,;]?(?:受|因|由于|随着|鉴于)")
_CONTRASTS = re.compile(r"[，,、;]?(?:但|不过|然而|却)")
_GOES_ON = re.compile(
    r"(?:趋势|态势|周期|局面|状态|势头|行情)?(?:[，,]?(?:并|且|预计|预估|预期|至少|可能|有望|或|将|会|仍|还|一直|恐))*(?:延续|持续|维持|延长)(?:至|到)"
)
# "自三月公布财报以来", "自2022年发布以来": since something else was so.
_SINCE_OPENS = re.compile(r"自从?(?!家|身|己|研|主|动|有|建)[^，,。;:]{0,14}$")
_SINCE_THING = re.compile(r"(?!\s?以来)[^，,。;]{1,24}?以来")
# How a clause begins that tells what came of the one before.
_COMES_OF = re.compile(
    r"[，,]?(?:并|且|也|因而|从而|进而|最终)?(?:导致|致使?|使|造成|引发|引起|带动|推动|推升|拉动|拉高|推高|助推|刺激|压低|促使|令|让|加剧|形成|陷入|出现)"
)


_SPOT_NOW = re.compile(r"现货[^，,。;]{0,6}(?:已经?|开始|率先|转而|正)(?!将)")


def tells_spot_now(layout: Layout, word: PeriodWord, first: int, place: int) -> bool:
    """Say whether a Chinese clause tells where spot prices stand by now, beside contracts of a period ("现货价已走跌")."""
    is_spot = layout.text.find("现货", layout.start, word.start) >= 0
    return not is_spot and _SPOT_NOW.search(layout.text, first, place) is not None


def leads(layout: Layout, word: PeriodWord, origin: int) -> bool:
    """Say whether a Chinese period opens its clause, so that all that follows is told of it ("二季度需求大增,导致缺货")."""
    return layout.language == "zh" and _OPENS.fullmatch(layout.text, origin, word.start) is not None


def is_since_thing(layout: Layout, word: PeriodWord) -> bool:
    """Say whether a Chinese period tells when a thing came that something lasts since ("自2022年发布以来一直缺货")."""
    if layout.language != "zh" or not _SINCE_OPENS.search(layout.text, max(layout.start, word.start - 16), word.start):
        return False
    return _SINCE_THING.match(layout.text, word.end, layout.end) is not None


def leads_behind_product(layout: Layout, word: PeriodWord, origin: int) -> bool:
    """Say whether a Chinese period follows the product that opens its clause ("HBM明年供应过剩,价格或下降")."""
    if layout.language != "zh":
        return False
    topics = [e for e in layout.entities if origin <= e.start and 0 <= word.start - e.end <= 1]
    return bool(topics) and _OPENS.fullmatch(layout.text, origin, topics[0].start) is not None


def since_last_change(layout: Layout, event: Event, place: int) -> int:
    """Return where a Chinese change of another product than the last one's begins ("DDR4单周涨12%,eMMC涨7%"), else a place."""
    told = layout.between(place, event.start, "change", "event") if layout.language == "zh" else []
    is_other = bool(told) and any(told[-1].end <= e.start < event.start for e in layout.entities)
    return told[-1].end if is_other else place


def runs_on(layout: Layout, word: PeriodWord, first: int) -> bool:
    """Say whether a Chinese clause only breaks off for a cause after its period ("工厂2月初因停电停线"), or lists causes with "、"."""
    if layout.language != "zh" or layout.clause(word.start) != layout.clause(first) - 1:
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
    is_near = layout.language == "zh" and number - layout.clause(word.start) <= 4
    return is_near and _COMES_OF.match(layout.text, first) is not None


def is_for_one(layout: Layout, word: PeriodWord, until: int) -> bool:
    """Say whether a change within one quarter or month is told of the one named before ("一季度...单季翻倍")."""
    ones = {"Q": ("单季",), "M": ("单月",)}.get(word.marks[0].unit, ())
    return layout.language == "zh" and any(layout.text.find(one, word.end, until) >= 0 for one in ones)


def means_each(layout: Layout, word: PeriodWord, gap: str) -> bool:
    """Say whether Chinese periods joined by a dash are each meant: no size over all of them, and no end of what lasts."""
    return layout.language == "zh" and gap.strip() in ("-", "~") and not layout.amounts and not word.is_boundary


def only_dates_a_thing(layout: Layout, event: Event, word: PeriodWord) -> bool:
    """Say whether a Chinese period only tells which one a noun is ("协商2026年HBM定价,在HBM需求上升..."), for no later state."""
    if layout.language != "zh" or event.attribute == "price" or word.is_boundary:
        return False
    first, last = layout.clause_span(layout.clause(word.start))
    rest = layout.text[word.end : last].strip(" ，,、")
    is_framing = leads(layout, word, first) or rest in ("", "以来", "起", "开始", "期间", "时")
    return not is_framing and not layout.between(first, last, "change", "event", "future")


def find_end(layout: Layout, event: Event, usable: list[PeriodWord]) -> PeriodWord | None:
    """Return until when a Chinese change goes on, told directly after it ("23Q3的涨价将延续至23Q4"), or None."""
    if layout.language != "zh" or event.attribute not in ("price", "supply"):
        return None
    _, last = layout.clause_span(layout.clause(event.trigger.start))
    for word in usable:
        if event.trigger.end <= word.start < last and word.is_boundary:
            return word if _GOES_ON.fullmatch(layout.text, event.trigger.end, word.start) else None
    return None


def tells_of_another(layout: Layout, gap: str, first: int) -> bool:
    """Say whether a Chinese clause after a semicolon tells, without a size, of a product of its own."""
    if ";" not in gap or _BECAUSE.match(layout.text, first):
        return False
    _, last = layout.clause_span(layout.clause(first))
    is_sized = any(first <= amount.start < last for amount in layout.amounts)
    return not is_sized and any(first <= e.start < last for e in layout.entities)


# "本季度收入580亿元,环比增长42%": what only a quarter that is over has.
_RESULTS_OF_QUARTER = re.compile(
    r"[^，,。;]{0,14}(?:收入|营收|销售额|利润|净利|毛利率?|出货量?|成本|费用|业务|交付量?)"
    r"(?![^。;]{0,24}(?:预计|预期|预估|预测|有望|或将|指引|目标|将))[^。;]{0,24}(?:环比|同比|环增|同增|环减|季增|季减|年增)"
)


_PROFIT_GREW = re.compile(
    r"(?:的|公司|合并|归母|营业)?(?:净利润?|利润|营收|营业收入|业绩)[^，,。;]{0,6}(?:同比|年增|年减|同增)"
)


def tells_profit(layout: Layout, word: PeriodWord) -> bool:
    """Say whether a Chinese forecast is of a period's profit against the year before, which may be over ("预计上半年净利同比增长")."""
    return layout.language == "zh" and _PROFIT_GREW.match(layout.text, word.end, layout.end) is not None


def tells_results(layout: Layout, word: PeriodWord) -> bool:
    """Say whether a Chinese "this quarter" is the one reported on, as results of it are told ("本季度营收环比增长20%,均价环增8%")."""
    if layout.language != "zh" or not word.text.startswith(("本季", "本财季", "当季", "该季")):
        return False
    return _RESULTS_OF_QUARTER.match(layout.text, word.end, layout.end) is not None


# "Q3净利大增", "Q2 +119%": results, which say of what quarter they are and of nothing else's.
_IS_RESULTS = re.compile(
    r"(?:的|公司|合并|归母|全球|总|单季)?\s?(?:业绩|财报|净利润?|利润|营收|营业收入|收入|市场规模|市场总?营收|\+\d)"
)
_OF_TRADE = re.compile(r"半导体|行业|市场|景气|周期|正在|目前|当前")
_STANDS = re.compile(r"持续|仍|依然|依旧|正在|目前|当前|继续")


def tells_of_trade(layout: Layout, event: Event, word: PeriodWord, first: int) -> bool:
    """Say whether a clause after results of a quarter tells how trade is ("公司Q3业绩高增,存储行业价格上涨"), of no quarter."""
    if layout.language != "zh" or not _IS_RESULTS.match(layout.text, word.end, layout.end):
        return False
    return _OF_TRADE.search(layout.text, first, event.trigger.end) is not None


def stands_beside_price(layout: Layout, event: Event, word: PeriodWord, first: int) -> bool:
    """Say whether a supply or a demand goes on as it is beside a period's price ("Q3合约价预计再涨15%,NAND供给持续紧缺")."""
    if layout.language != "zh" or event.attribute not in ("supply", "demand"):
        return False
    told = layout.between(word.end, layout.clause_span(layout.clause(word.start))[1], "metric", "market", "event")
    is_price = bool(told) and (told[0].value.startswith("price") or "price" in told[0].flags)
    return is_price and _STANDS.search(layout.text, first, event.trigger.end) is not None
