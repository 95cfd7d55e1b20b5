"""Chinese periods that date another thing than a change, or that a clause points to: since when, until when, back then."""

from __future__ import annotations

import re

from tracker.extract.chinese.so_far import counts_from
from tracker.extract.event import Event
from tracker.extract.layout import Layout
from tracker.extract.marks import PeriodWord

_SETS_PRICE = re.compile(r"上调|下调|调涨|调升|调降|调高|调低|提价|涨价|降价|加价")
_NARROWS = re.compile(r"(?:将|已|则|大幅|明显|进一步|逐步)*(?:缩小|收窄|收敛|缩窄|放缓|扩大|放大)")
_SINCE = re.compile(r"\s?(?:起|以来|至今|迄今|以后|之后)")
_SINCE_SEASON = re.compile(r"[春夏秋冬](?:天|季|末|初)?(?:起|以来|至今)")  # "从去年秋天以来飙涨"
_OF_RECORD = re.compile(r"(?:以来|同期)?(?:的)?(?:新高|新低|次高|次低|最高|最低)")  # "营收创今年新高 DRAM涨价"
# "将是全年跌幅最深的一季": of what it is the most.
_OF_EXTREME = re.compile(
    r"(?:的)?[跌涨降升](?:[幅势])?得?最(?:大|深|高|厉害|重|剧烈|凶|猛|惨|多)的?(?:一季|季度|一个季度|单季|一个月|月份|一年|年度)"
)
_NOT_OVER = re.compile(r"(?:还|尚|都|仍)?(?:未|没有?)(?:结束|过完|过半|到来|走完)")  # "在今年还未结束时便被订光"
_UNTIL_IN_BRACKETS = re.compile(r"\((?:截至|截止|至|到)\s?$")  # "第一季(截至11月底)": the quarter is told
# "自三月公布财报以来", "自2022年发布以来": since something else was so.
_SINCE_OPENS = re.compile(r"自从?(?!家|身|己|研|主|动|有|建)[^，,。;:]{0,14}$")
_SINCE_THING = re.compile(r"(?!\s?以来)[^，,。;]{1,24}?以来")
_GOES_ON = re.compile(
    r"(?:趋势|态势|周期|局面|状态|势头|行情)?"
    r"(?:[，,]?(?:并|且|预计|预估|预期|至少|可能|有望|或|将|会|仍|还|一直|恐))*"
    r"(?:延续|持续|维持|延长)(?:至|到)"
)
# "供需失衡不是短线行情,而是一路延伸到明年": the next clause says until when.
_GOES_ON_NEXT = re.compile(
    r"[^，,。;]{0,14}[，,](?:而是|并且?|且|预计|预估|预期|至少|可能|将|一路|一直|会|仍|恐){1,4}"
    r"(?:延续|延伸|持续|延长|蔓延)(?:至|到)"
)
_PASSED_ON = re.compile(r"(?:才|将|起|开始|陆续|逐步)?(?:反映|反应|传导|转嫁|浮现|显现|发酵)")
# Before these the period is that of what a change bears on.
_BEARS_ON = re.compile(r"[使令让]|导致|影响|冲击|压抑|拖累|侵蚀|压缩|带动|推升|挹注|反映")


def dates_another(layout: Layout, event: Event, word: PeriodWord) -> bool:
    """Say whether a Chinese period is since when a price or a thing counts, or until when a quarter is told in brackets."""
    is_since_other = is_since_thing(layout, word) and not _is_since_change(layout, event, word)
    if _is_since(layout, event, word) or is_since_other or _SINCE_SEASON.match(layout.text, word.end):
        return True
    if counts_from(layout, event, word) or _NOT_OVER.match(layout.text, word.end):
        return True
    if _OF_RECORD.match(layout.text, word.end) and layout.clause(word.start) != layout.clause(event.trigger.start):
        return True
    if _OF_EXTREME.match(layout.text, word.end):
        return True
    return _UNTIL_IN_BRACKETS.search(layout.text, max(layout.start, word.start - 6), word.start) is not None


def _is_since(layout: Layout, event: Event, word: PeriodWord) -> bool:
    """Say whether a Chinese size is what a price changed by since a month or quarter ("自去年9月起,DDR5涨逾三倍")."""
    if event.attribute != "price" or word.marks[0].unit not in ("M", "Q"):
        return False
    if word.marks[0].day is not None:
        return False  # "自4月1日起提价10%": the day that a price is set from
    if _SETS_PRICE.fullmatch(event.trigger.text):
        return False  # "自5月起陆续上调,幅度一成": since when it holds
    if _NARROWS.match(layout.text, event.trigger.end):
        return False  # "从三季度起走弱,其中PC内存涨幅缩小至2%"
    is_since = layout.text[word.start - 1 : word.start] in ("自", "从") and _SINCE.match(layout.text, word.end)
    return bool(is_since) and any(0 <= a.start - event.trigger.end <= 6 for a in layout.amounts)


def is_since_thing(layout: Layout, word: PeriodWord) -> bool:
    """Say whether a Chinese period tells when a thing came that something lasts since ("自2022年发布以来一直缺货")."""
    if not _SINCE_OPENS.search(layout.text, max(layout.start, word.start - 16), word.start):
        return False
    return _SINCE_THING.match(layout.text, word.end, layout.end) is not None


def _is_since_change(layout: Layout, event: Event, word: PeriodWord) -> bool:
    """Say whether the thing that something lasts since is the change itself ("自2023年Q2价格上涨以来")."""
    return word.end <= event.trigger.start and layout.text.startswith("以来", event.trigger.end)


def opens_since(layout: Layout, words: list[PeriodWord]) -> bool:
    """Say whether a Chinese sentence opens with since when all of it is so ("自2025年上半年以来,上涨已持续半年")."""
    opening = words[0] if words else None
    if layout.language != "zh" or opening is None:
        return False
    is_from = layout.text[opening.start - 1 : opening.start] in ("自", "从")
    return is_from and opening.start - layout.start <= 2 and _SINCE.match(layout.text, opening.end) is not None


def back_then(layout: Layout, event: Event) -> PeriodWord | None:
    """Return the period that a Chinese clause points back to, if only as a measure ("自2019年7月以来的最大跌幅,彼时...")."""
    first, _ = layout.clause_span(layout.clause(event.start))
    if not layout.text.startswith(("彼时", "当时"), first):
        return None
    earlier = [word for word in layout.periods if word.end <= first]
    return earlier[-1] if earlier else None


def tells_of_effect(layout: Layout, event: Event, word: PeriodWord) -> bool:
    """Say whether a Chinese period is that of what a change bears on ("涨价影响下半年需求", "涨价将于明年反映在售价")."""
    is_passed_on = _PASSED_ON.match(layout.text, word.end)
    return bool(is_passed_on or _BEARS_ON.search(layout.text, event.end, word.start))


def find_end(layout: Layout, event: Event, usable: list[PeriodWord]) -> PeriodWord | None:
    """Return until when a Chinese change goes on, told directly after it ("23Q3的涨价将延续至23Q4"), or None."""
    if layout.language != "zh" or event.attribute not in ("price", "supply"):
        return None
    first, last = layout.clause_span(layout.clause(event.trigger.start))
    is_dated = any(first <= word.start < last for word in usable)
    for word in usable:
        if event.trigger.end <= word.start < last and word.is_boundary:
            return word if _GOES_ON.fullmatch(layout.text, event.trigger.end, word.start) else None
        if word.start >= last and word.is_boundary and not is_dated:
            return word if _GOES_ON_NEXT.fullmatch(layout.text, event.trigger.end, word.start) else None
    return None


_SUMS_UP = re.compile(r"(?:皆|均|都|全|同)(?:为|是|属于?|指)\s?$")
_SUMMED_UP = re.compile(r"\s?(?:的)?(?:预[测估期]|展望|报价|涨幅|跌幅|数字|数据|幅度)")


def find_summed_up(layout: Layout, event: Event, usable: list[PeriodWord]) -> PeriodWord | None:
    """Return the period that a Chinese sentence puts all its sizes in at its end ("DRAM涨10%、NAND涨15%,皆为Q4预测"), or None."""
    if layout.language != "zh" or event.attribute != "price":
        return None
    for word in usable:
        if word.start >= event.end and _SUMS_UP.search(layout.text, max(layout.start, word.start - 5), word.start):
            return word if _SUMMED_UP.match(layout.text, word.end, layout.end) else None
    return None


def means_each(layout: Layout, word: PeriodWord, gap: str) -> bool:
    """Say whether Chinese periods joined by a dash are each meant: no size over all of them, and no end of what lasts."""
    return layout.language == "zh" and gap.strip() in ("-", "~") and not layout.amounts and not word.is_boundary
