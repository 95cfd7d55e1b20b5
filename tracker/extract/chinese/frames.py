"""Chinese periods that frame what follows them: alone in a clause, or at the head of one ("二季度需求大增,导致缺货")."""

from __future__ import annotations

import re

from tracker.extract.layout import Layout
from tracker.extract.marks import PeriodWord

_FRAMES = re.compile(
    r"(?:〈[^〉]{1,12}〉|[\s，,:()从自由至到在于就以对的之~\-、和与及]|一路|但|而|则|不过|至于|另外|此外|展望|针对|对于|关于"
    r"|回顾|放眼|预期|进入|迈入|步入|随着|时序|来到|看好|整体|全球|市场|产业|市况|景气|走势|状况|情况|价格"
    r"|报价|合约价|营运|后市|供需|行情|趋势|传统|淡季|旺季|来看|来说|而言|方面|部分|看|时|期间|之后)*"
)
_SAYS_SO = re.compile(r"[^，,。;]{1,24}(?:指出|表示|认为|分析|说明|强调|提到|显示|调查|研究|观察|统计)[，,:]\s?")
# What may stand before a period that opens a clause.
_OPENS = re.compile(
    r"[\s\d.、(\[*]*(?:自从?|从|在|于|到|进入|步入|早在|随着|刚刚|过去的?|刚过去的|特别是|尤其是|尤其|其中){0,4}\s?"
    r"|[^，,。;]{0,16}(?:预计|预期|预估|预测|认为|指出|表示|称|估计|显示|判断|获悉)(?:自|从|在|到)?"
    r"|(?:〈[^〉]{1,12}〉)?[^，,。;]{0,8}看(?:好|旺|待)?"
)


# What may stand between a topic and its period ("DRAM与NAND市场今年").
_MARKET = re.compile(r"\s?(?:(?:市场|产业|市况|部分|方面|产品|供需)(?:在|于)?)?\s?")


def leads(layout: Layout, word: PeriodWord, origin: int) -> bool:
    """Say whether a Chinese period opens its clause, so that all that follows is told of it ("二季度需求大增,导致缺货")."""
    return _OPENS.fullmatch(layout.text, origin, word.start) is not None


def leads_behind_product(layout: Layout, word: PeriodWord, origin: int) -> bool:
    """Say whether a Chinese period follows the product that opens its clause ("HBM明年供应过剩,价格或下降")."""
    topics = [g for g in layout.groups if origin <= g.start and _MARKET.fullmatch(layout.text, g.end, word.start)]
    return bool(topics) and _OPENS.fullmatch(layout.text, origin, topics[0].start) is not None


def is_frame(layout: Layout, word: PeriodWord) -> bool:
    """Say whether a Chinese clause is nothing but its periods ("今年到明年上半年"): it frames what follows."""
    first, last = layout.clause_span(layout.clause(word.start))
    named = [(w.start, w.end) for w in layout.periods] + [(e.start, e.end) for e in layout.entities]
    named += [(t.start, t.end) for t in layout.between(first, word.start, "maker")]
    edge, pieces = first, []
    for start, end in sorted(span for span in named if first <= span[0] < last):
        pieces.append(layout.text[edge:start])
        edge = end
    return _FRAMES.fullmatch("".join([*pieces, layout.text[edge:last]])) is not None


def frames_sentence(layout: Layout, word: PeriodWord) -> bool:
    """Say whether a Chinese period opens its sentence, or stands in a first clause that changes nothing ("以第三季的价格来看")."""
    first, last = layout.clause_span(layout.clause(word.start))
    if first != layout.start and not _SAYS_SO.fullmatch(layout.text, layout.start, first):
        return False
    return leads(layout, word, first) or not layout.between(first, last, "change", "event")
