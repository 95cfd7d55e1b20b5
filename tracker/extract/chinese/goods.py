"""Chinese prices of goods that memory is built into, whatever made them dearer."""

from __future__ import annotations

import re

from tracker.extract.chinese.devices import is_of_devices
from tracker.extract.entity import Bound
from tracker.extract.event import Event
from tracker.extract.layout import Layout
from tracker.extract.metrics import is_paid_for

_GOODS = (
    r"(?:(?<!存储)(?<!内存)(?<!闪存)(?<!记忆体)(?:(?:消费类?|消费性)?电子(?:产品|设备|装置)?|(?:消费类?|科技|游戏|电脑)?硬件(?:产品|设备)?|消费品|(?:每样|所有|各种|样样)?东西|科技产品|数码产品"
    r"|(?:终端|智能|电子|移动|手持|游戏|计算)(?:产品|设备|装置)|整机|平板(?:电脑)?|掌机|游戏机|主机|电脑|笔电|笔记本|智能手机|手机|服务器|pc|家电|汽车|原材料|原物料|组装机"
    r"|(?:电子|封装|基板|上游)材料|覆铜板|铜箔|载板|(?:整个|全线|全部|全系列?)产品线?))"
)
# "消费电子产品的平均价格": goods up to the word for their price.
_OF_GOODS = re.compile(rf"{_GOODS}(?:的)?(?:平均|整体|零售|终端|最终|市场|销售){{0,2}}$")
# "全球电子涨价潮", "原材料涨价", "掌机被迫涨价": goods up to what says that they get dearer.
_DEARER_GOODS = re.compile(
    rf"{_GOODS}(?:也|已|将|或|恐|会|可能|不得不|被迫|普遍|全面|集体|全线|纷纷|陆续|跟着){{0,3}}$"
)


# What else is in demand, up to the word for its demand ("VPD芯片的需求", "AI硬件需求").
_OTHERS_NEED = re.compile(
    r"(?:硬件|设备|芯片|光模块|电源|电力|算力|铜箔|覆铜板|载板|材料|耗材|服务)(?:的)?$"
    r"|(?:驱动|带动|拉动|推动|提升|刺激)(?:了)?(?!ai|hbm|dram|nand|ddr|ssd|pc)[a-z]{2,8}(?:的)?$"
)
_WITH_IT = re.compile(r"[)）]?\s?(?:等|类|(?:与|和|及|、|以及)[^，,。;所]{0,6})?")
# A company that buys memory, up to the word for its own prices ("苹果确认产品涨价").
# A firm that builds memory into its goods, up to what says that it gets dearer ("手机厂商年内第三次涨价").
_BUILDERS = re.compile(
    r"(?:手机|电脑|pc|笔记本|平板|终端|整机|汽车|家电|显卡|主机|游戏机|电视|服务器)(?:厂商?|品牌商?|企业|公司|制造商|整机厂)[^，,。;]{0,12}$"
)
_ITS_PRODUCTS = re.compile(r"[^，,。;]{0,8}(?:旗下|全系|多款|部分|终端|硬件)?(?:产品线?|设备|机型|新机)(?:的)?")


def is_of_goods_zh(layout: Layout, event: Event) -> bool:
    """Say whether a Chinese price or demand is that of goods named directly before it ("内存短缺推高硬件价格", "设备需求激增")."""
    if layout.language != "zh" or event.attribute not in ("price", "demand"):
        return False
    if is_of_devices(layout, event):
        return True
    place = (event.metric or event.trigger).start
    if event.attribute == "demand":
        need = _OTHERS_NEED.search(layout.text, max(layout.start, place - 12), place) if event.metric else None
        return need is not None and not any(
            need.start() < e.end <= place or _WITH_IT.fullmatch(layout.text, e.end, need.start())
            for e in layout.entities
        )
    first, _ = layout.clause_span(layout.clause(place))
    if event.metric and any(is_paid_for(layout, event.trigger, event.metric, e) for e in layout.entities):
        return False  # "原材料成本上涨(钢、DRAM)"
    buyers = layout.between(first, place, "company")
    if buyers and _ITS_PRODUCTS.fullmatch(layout.text, buyers[-1].end, place):
        named = [e for e in layout.entities if e.start < place]
        return bool(named) and named[-1].end <= buyers[-1].start
    is_unnamed = event.metric is None and not any(first <= e.start < place for e in layout.entities)
    if is_unnamed and _BUILDERS.search(layout.text, first, place):
        return True
    pattern = _DEARER_GOODS if event.metric is None else _OF_GOODS
    return pattern.search(layout.text, max(layout.start, place - 16), place) is not None


# What it goes by in shops, up to what says that it gets dearer ("iPhone 18将涨价").
_DEVICES = re.compile(
    r"(?:iphone|ipad|macbook|imac|mac mini|galaxy|pixel|xbox|playstation|ps[45]|switch|steam deck|quest)(?: ?\d{1,2}| ?pro| ?max| ?air| ?ultra| ?mini| ?plus){0,3}[^，,。;]{0,10}$"
)


def is_of_buyer_zh(layout: Layout, event: Event, bound: Bound) -> bool:
    """Say whether a Chinese rise without a product of its own is that of a buyer's goods ("受存储短缺影响,小米宣布涨价")."""
    if layout.language != "zh" or event.attribute != "price" or bound.how not in ("sentence", "context"):
        return False
    if event.metric is not None and event.metric.cls != "event":
        return False
    place = event.trigger.start
    first, _ = layout.clause_span(layout.clause(place))
    if any(first <= e.start < place for e in layout.entities) or layout.between(first, place, "maker"):
        return False
    return bool(layout.between(first, place, "company")) or _DEVICES.search(layout.text, first, place) is not None


_IN_SHOPS = frozenset({"售价", "起售价", "定价", "零售价", "零售价格", "建议售价", "标价"})


def is_asked_in_shops(layout: Layout, event: Event, bound: Bound) -> bool:
    """Say whether a Chinese price is what a shop asks, with memory named only clauses before ("受内存短缺影响,厂商上调整机售价")."""
    if layout.language != "zh" or event.metric is None or bound.how not in ("sentence", "context"):
        return False
    return event.metric.text in _IN_SHOPS
