"""Chinese headlines, whose halves a space parts: what the first half leaves to be named by the second.

"需求回温 DRAM现货价续涨" tells of the demand for DRAM, "DRAM价扬 南亚科Q3营收创高" of the price in that quarter.
"""

from __future__ import annotations

import re

from tracker.extract.entity import MEMORY, Bound, Entity, as_families
from tracker.extract.event import Event
from tracker.extract.groups import Group
from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token
from tracker.extract.makers import are_makers_at_large
from tracker.extract.marks import PeriodWord
from tracker.extract.patterns import one_of

# Results of a quarter, told of a maker or a trade: "Q3营收238亿", "Q3转亏", "Q2总产值季增6%".
_RESULTS = re.compile(
    r"(?:全球|单季|合并|自结|品牌|总){0,2}"
    + one_of(
        r"营收|产值|市场规模|获利|净利|毛利率?|业绩|财报|eps|每股|税后|营业利益",
        r"转[亏盈]|由[盈亏]转[盈亏]|亏损|小赚|大赚|赚|亏",
    )
)
_LOOKS_AHEAD = re.compile(r"[估看料拟将]|可望|有望|展望|上看|挑战|法说")
# What may stand in front of the product that the second half opens with: "Q3企业级", "市场".
_BEFORE_PRODUCT = re.compile(r"[^，,。;:!?…「」]{0,12}")


def find_results_ahead(layout: Layout, event: Event) -> PeriodWord | None:
    """Return the quarter whose results the second half of a headline tells, which its first half tells why of."""
    first, last = _find_first_half(layout, event)
    if last == first or event.attribute not in ("price", "demand"):
        return None
    word = next((w for w in layout.periods if w.start >= first), None)
    if word is None or word.start < last or word.marks[0].unit != "Q":
        return None
    own, end = layout.clause_span(layout.clause(last))
    if word.start >= end or word.start - own > 10 or not _tells_results(layout, word, end):
        return None
    space = layout.text.find(" ", word.end + 12, end)
    return None if _LOOKS_AHEAD.search(layout.text, layout.start, space if space > 0 else end) else word


def _tells_results(layout: Layout, word: PeriodWord, end: int) -> bool:
    """Say whether results follow a quarter, with nothing but the name of a product between."""
    group = next((g for g in layout.groups if 0 <= g.start - word.end <= 1), None)
    start = group.end if group is not None else word.end
    while start < end and layout.text[start] == " ":
        start += 1
    return _RESULTS.match(layout.text, start, end) is not None


def _find_first_half(layout: Layout, event: Event) -> tuple[int, int]:
    """Return where the half of a headline that holds a change begins and ends, if it is the first; else two equal places."""
    number = layout.clause(event.trigger.start)
    while number and layout.text[layout.clause_span(number)[0] - 1] == "+":
        number -= 1
    first, last = layout.clause_span(number)
    while last < layout.end and layout.text[last - 1] == "+":
        last = layout.clause_span(layout.clause(last))[1]
    is_parted = last < layout.end and layout.text[last - 1] == " "
    is_first = first == layout.start or layout.text[first - 1] in "〉》】:"
    return (first, last) if is_parted and is_first else (first, first)


def bind_in_headline(layout: Layout, event: Event) -> Bound | None:
    """Return the product that the second half of a headline names, or that of the maker which the headline is about."""
    if not layout.groups:
        own = find_own_of_maker(layout, event)
        return Bound((own,), "implied") if own is not None else None
    ahead = find_product_ahead(layout, event)
    return Bound(as_families(ahead.entities), "sentence") if ahead is not None else None


def find_product_ahead(layout: Layout, event: Event) -> Group | None:
    """Return the product whose price the second half of a headline tells, where the first half names no thing at all."""
    own, last = layout.clause_span(layout.clause(event.trigger.start))
    if last < layout.end and layout.text[last - 1] != "+":
        own, last = _find_first_half(layout, event)
    later = [g for g in layout.groups if g.start >= last]
    if own == last or not later or layout.groups[0].start < last:
        return None
    others = layout.between(layout.start, later[0].start, "alien", "company", "maker")
    if not are_makers_at_large(others):
        return None
    if not _BEFORE_PRODUCT.fullmatch(layout.text, last, later[0].start):
        return None
    _, end = layout.clause_span(layout.clause(later[0].start))
    kinds = {e.product for g in later if g.start < end for e in g.entities}
    return later[0] if len(kinds) == 1 and _tells_ours(layout, event, later[0]) else None


def _tells_ours(layout: Layout, event: Event, group: Group) -> bool:
    """Say whether the second half tells a price or a supply of its product, or the first one a price with its volume."""
    if event.rule == "price event":
        return True
    _, end = layout.clause_span(layout.clause(group.start))
    told = layout.between(group.end, end, "metric", "market", "event", "change")
    return any(
        (t.cls == "change" and "p" in t.flags)
        or t.value in ("price", "supply")
        or "price" in t.flags
        or t.value.startswith(("price:", "supply:"))
        or "m" in t.flags
        for t in told
    )


def is_of_headline(layout: Layout, makers: list[Token]) -> bool:
    """Say whether makers of several things are named in a headline, where one product in its first half is what is told of."""
    is_prose = layout.language != "zh" or _OF_PROSE.search(layout.text, layout.start, layout.end)
    return not is_prose and not any(t.value for t in makers)


_VIEWS = re.compile(r"估|料|看|预|将|恐|可望|有望|传|逐季|逐月|喊")


def goes_on_in_half(layout: Layout, token: Token) -> bool:
    """Say whether the second half of a headline tells, with a view or a period, how the price that the first is on goes on.

    "NAND报价落底 法人估Q3起回升", but not "DRAM报价走扬 南亚科周涨7%", which is the rise of a share.
    """
    number = layout.clause(token.start)
    first, _ = layout.clause_span(number)
    if not number or layout.text[first - 1] != " " or _OF_PROSE.search(layout.text, layout.start, layout.end):
        return False
    if layout.between(first, token.start, "alien", "company", "metric", "market", "product", "segment"):
        return False
    since, _ = layout.clause_span(number - 1)
    told = layout.between(since, first, "metric", "market", "event", "alien", "company", "maker")
    is_price = any(t.value in ("price", "supply:tight", "supply:loose") or t.value.startswith("price:") for t in told)
    is_ours = is_price and not any(t.cls in ("alien", "company") or t.value == "other" for t in told)
    is_named = any(since <= e.start < first for e in layout.entities)
    return is_ours and is_named and _VIEWS.search(layout.text, first, token.start) is not None


# Makers of nothing but memory, or of little else, that headlines of Taiwan are about.
_PURE = frozenset(
    "南亚科 南亚科技 华邦电 华邦 旺宏 旺宏电子 群联 群联电子 威刚 十铨 十铨科技 宇瞻 宇瞻科技 创见 晶豪科 钰创 宜鼎 品安 广颖 慧荣"
    " 美光 海力士 sk海力士 铠侠 闪迪 李培瑛 吴敏求 焦佑钧 陈沛铭 陈立白 潘健成".split()
)
_MEETING = re.compile(r"(?:法说会?|业绩会|股东会|展望|财报会)[前后]?[〉》】]")
_OF_PROSE = re.compile("[，,。;]")
_LONGEST = 60


def find_own_of_maker(layout: Layout, event: Event) -> Entity | None:
    """Return what the one maker of memory of a headline makes, whose demand, supply or stock it tells without naming it."""
    if layout.end - layout.start > _LONGEST or not _may_be_own(layout, event):
        return None
    makers = layout.between(layout.start, layout.end, "maker")
    if (
        not makers
        or not all(t.text in _PURE for t in makers)
        or _OF_PROSE.search(layout.text, layout.start, layout.end)
    ):
        return None
    others = layout.between(layout.start, layout.end, "alien", "company", "agency")
    if any(not t.text.endswith(("厂", "商")) for t in others):
        return None
    kinds = {t.value for t in makers}
    own = kinds.pop() if len(kinds) == 1 else ""
    return Entity(own, None, (), -1, -1) if own else MEMORY


def find_host(layout: Layout) -> Token | None:
    """Return the maker whose meeting or outlook heads a headline in brackets, so that it speaks ("〈南亚科法说〉")."""
    if not layout.text.startswith(("〈", "《", "【"), layout.start):
        return None
    makers = layout.between(layout.start, layout.start + 8, "maker")
    return makers[-1] if makers and _MEETING.match(layout.text, makers[-1].end, layout.end) else None


def _may_be_own(layout: Layout, event: Event) -> bool:
    """Say whether a change can be one of the trade of a maker: a demand by name and not AI's, a stock that is low."""
    if event.attribute == "demand":
        return event.metric is not None and not layout.text.startswith("ai", event.metric.start - 2)
    if event.attribute == "price":
        return "价" in event.trigger.text
    return event.attribute == "supply" or (event.attribute, event.direction) == ("inventory", "tight")
