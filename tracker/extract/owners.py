"""Whose a change is: the products of a change where a maker may leave its own unsaid, or why it is none of memory.

Which product stands nearest to a change is found by `products`.
"""

from __future__ import annotations

import re

from tracker.extract.amount import Amount
from tracker.extract.asides import why_aside
from tracker.extract.chinese.goods import is_asked_in_shops, is_of_buyer_zh, is_of_goods_zh
from tracker.extract.chinese.told_before import is_told_next, points_back
from tracker.extract.draft import Draft, Setting
from tracker.extract.english.goods import is_of_buyer, is_of_goods, is_put_down_to_memory
from tracker.extract.entity import Bound, Entity
from tracker.extract.event import Event
from tracker.extract.groups import Group
from tracker.extract.japanese.goods import is_of_goods_ja
from tracker.extract.layout import Layout
from tracker.extract.metrics import is_makers_saving
from tracker.extract.products import bind_products
from tracker.extract.speakers import is_reported
from tracker.extract.undated import OWN_PRICE

# Those who buy memory may cut their own output for want of it.
_OF_CARS = re.compile(
    r"车款|车型|汽车(?!用|级|存储)|显卡(?!用)|游戏机|车厂|车企|整车|新车|整机|手机(?!内存|存储|用|[a-z])|品牌厂|机种|机型|面板|笔电厂|pc厂|系统厂|组装厂"
)
_LISTED_WITH = re.compile(r"[、/]|和|与|及|以及|且|并")
_OF_STOCKS = re.compile(
    r"\b(?:shares?|stocks?|ipo|offering|investors?|nasdaq|traded|trading|market cap\w*|target price|price target)\b"
)
_CLOSES = re.compile(r"股价|筹码|获利了结|收盘|平盘|收在|收报|涨停|跌停|族群|概念股|个股|创新高\d|\(\d{6}\.")
_MAKES_PHONES = re.compile(
    r"(?:スマホ|スマートフォン|パソコン|pc|自动车|完成车|四轮|iphone|端末|ゲーム机)(?:(?:各社|メーカー|势|大手)?の$|(?:各社|メーカー|势|大手)[はがも])"
)
_ACROSS = re.compile(r" (?:across|in|for) (?:both |all |all of )?")
_LISTS = re.compile(r"(?:씩)?\s?[·ㆍ,/]\s?|\s")
_OF_SIZE = re.compile(r"[은는이가도はがも:：]?\s?(?:약 |约)?")


def _tells_of_company(layout: Layout) -> bool:
    """Say whether a Chinese sentence on a maker speaks of "the company", and of no other firm and no other goods."""
    if layout.language != "zh" or not layout.between(layout.start, layout.end, "firstperson"):
        return False
    return not layout.between(layout.start, layout.end, "company", "agency", "alien")


def join_to_before(layout: Layout, event: Event, bound: Bound | str, drafts: list[Draft]) -> Bound | str:
    """Return the products of the change before where a Chinese shortage is named in one list with it ("被涨价、缺货困扰")."""
    if (
        layout.language != "zh"
        or not drafts
        or not isinstance(bound, Bound)
        or bound.how not in ("sentence", "context")
    ):
        return bound
    before = drafts[-1]
    is_joined = _LISTED_WITH.fullmatch(layout.text, before.event.end, event.start)
    return Bound(before.entities, before.how) if is_joined else bound


def is_cut_of_others(layout: Layout, event: Event, bound: Bound) -> bool:
    """Say whether output is cut by one who makes no memory: neither a product nor a maker in its clause."""
    first, last = layout.clause_span(layout.clause(event.trigger.start))
    is_output = event.rule == "supply event" and event.direction in ("up", "down")
    if layout.language == "ja" and is_output and _MAKES_PHONES.search(layout.text, layout.start, event.trigger.start):
        return True
    if layout.language == "zh" and is_output and _OF_CARS.search(layout.text, first, event.trigger.start):
        return True
    is_cut = event.rule == "supply event" and event.direction == "down" and bound.how in ("sentence", "context")
    return (
        is_cut
        and bool(layout.between(layout.start, last, "company", "alien"))
        and not layout.between(first, last, "maker")
    )


def find_owner_of_size(layout: Layout, bound: Bound, amounts: tuple[Amount, ...]) -> Bound:
    """Return the products that stand directly before a size, where memory at large is the head ("平均は DRAM 13~18%")."""
    listed = _next_of_list(layout, bound, amounts) if layout.language == "ko" and amounts else None
    if listed is not None:
        return Bound(listed.entities, "beside")
    if not amounts or bound.entities[0].product != "MEMORY":
        return bound
    place = amounts[0].start
    for group in layout.groups:
        if group.end <= place and _OF_SIZE.fullmatch(layout.text, group.end, place):
            return Bound(group.entities, "beside")
    return bound


def _next_of_list(layout: Layout, bound: Bound, amounts: tuple[Amount, ...]) -> Group | None:
    """Return the Korean product that a size stands behind where the one bound has a size of its own ("D램 가격 5%·낸드 10% 하락")."""
    owner = next((g for g in layout.groups if _OF_SIZE.fullmatch(layout.text, g.end, amounts[0].start)), None)
    before = bound.entities[0]
    if owner is None or not 0 <= before.start < before.end <= owner.start:
        return None
    sizes = [a for a in layout.amounts if before.end <= a.start and a.end <= owner.start]
    return owner if len(sizes) == 1 and _LISTS.fullmatch(layout.text, sizes[0].end, owner.start) else None


def spell_out(layout: Layout, event: Event, bound: Bound) -> Bound:
    """Return the kinds of memory that an English change of memory at large is told of ("memory prices rose across DRAM and NAND")."""
    if layout.language != "en" or any(e.product != "MEMORY" for e in bound.entities):
        return bound
    for group in layout.groups:
        is_behind = group.start >= event.end and _ACROSS.fullmatch(layout.text, event.end, group.start)
        if is_behind and all(e.product != "MEMORY" for e in group.entities):
            return Bound(group.entities, "beside")
    return bound


def bind_or_refuse(
    layout: Layout, event: Event, setting: Setting, before: tuple[Entity, ...], reason: str | None
) -> Bound | str:
    """Return the products of a change, or the reason against it."""
    if reason is not None:
        return reason
    if event.attribute == "price" and _is_of_shares(layout, event):
        return "the price of a share"
    goods = _why_of_goods(layout, event, setting)
    if goods is not None:
        return goods
    if layout.language == "en" and _is_own_cost(layout, event, setting):
        return "what memory costs its maker"
    is_told = setting.voice.is_pure and (is_reported(layout) or _tells_of_company(layout))
    is_sole = _is_of_sole_product(layout, event, setting)
    is_own = (
        setting.voice.speaker == "company"
        or is_told
        or is_sole
        or (setting.own_product is not None and _is_own_price(layout, event))
    )
    bound = bind_products(layout, event, setting.products, before, is_maker_speaking=is_own)
    if isinstance(bound, Bound) and (is_asked_in_shops(layout, event, bound) or is_of_buyer_zh(layout, event, bound)):
        return "the price of goods"
    has_topic = setting.has_price_topic or setting.is_price_context
    if isinstance(bound, Bound) and (
        is_told_next(layout, event) or points_back(layout, event, bound, has_price_topic=has_topic)
    ):
        return "a change that was told before"
    if setting.voice.is_buyer and isinstance(bound, Bound) and is_of_buyer(layout, event, bound):
        return "a buyer's own stock, demand or supply"
    is_at_large = isinstance(bound, Bound) and bound.how == "context" and len({e.product for e in setting.products}) > 1
    if (
        isinstance(bound, Bound)
        and (
            is_at_large
            or bound.how == "own"
            or (bound.how == "implied" and (is_sole or setting.voice.speaker == "company"))
        )
        and setting.own_product
        and bound.entities[0].product == "MEMORY"
    ):
        return Bound((Entity(setting.own_product, None, (), -1, -1),), "implied")
    return (isinstance(bound, Bound) and why_aside(layout, event, bound, setting)) or bound


def _why_of_goods(layout: Layout, event: Event, setting: Setting) -> str | None:
    """Return why a change is one of goods that memory is built into, or None where it is not."""
    if event.attribute == "price" and is_of_goods(layout, event, is_buyer_speaking=setting.voice.is_buyer):
        return "a buyer's price of its own goods"
    if is_put_down_to_memory(layout, event, has_context=any(e.start >= 0 for e in setting.products)):
        return "what memory makes dearer"
    if is_of_goods_zh(layout, event) or (event.attribute == "price" and is_of_goods_ja(layout, event)):
        return "the price of goods"
    return None


def _is_own_cost(layout: Layout, event: Event, setting: Setting) -> bool:
    """Say whether a cost that falls is its maker's and no price: where a maker speaks, or no buyer and the words are a maker's."""
    if event.metric is None or event.metric.value != "cost" or event.direction != "down":
        return False
    if setting.voice.is_buyer:
        return False
    return setting.voice.speaker == "company" or is_makers_saving(layout, event.trigger, event.metric)


def _is_of_sole_product(layout: Layout, event: Event, setting: Setting) -> bool:
    """Say whether a Japanese or English page on a maker of one product tells of its price or supply without naming it."""
    if layout.language not in ("ja", "en") or setting.own_product is None or not setting.voice.is_on_maker:
        return False
    if layout.language == "en" and _OF_STOCKS.search(layout.text, layout.start, layout.end):
        return False
    told = layout.between(layout.start, event.end, "alien", "company")
    return event.attribute in ("price", "supply") and not told


def _is_of_shares(layout: Layout, event: Event) -> bool:
    """Say whether a Chinese rise or fall is one of shares: no product in its clause, a sentence of closes."""
    first, last = layout.clause_span(layout.clause(event.trigger.start))
    if layout.language != "zh" or any(first <= e.start < last for e in layout.entities):
        return False
    if "价" in event.trigger.text:
        return False  # "掀起涨价潮,相关族群股价走高": shares have no list price
    if event.metric is not None and event.metric.cls != "event":
        return False
    return bool(_CLOSES.search(layout.text, layout.start, layout.end))


def _is_own_price(layout: Layout, event: Event) -> bool:
    """Say whether a price is the average that a maker reports of its own sales, with a size, so needs no product."""
    own = layout.clause(event.trigger.start)
    is_sized = any(
        layout.clause(amount.start) - own in (0, 1)
        and not layout.between(event.trigger.end, amount.start, "metric", "alien")
        for amount in layout.amounts
    )
    return (
        (is_sized or event.direction == "flat")
        and event.metric is not None
        and bool(OWN_PRICE.search(event.metric.text))
    )
