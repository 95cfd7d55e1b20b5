"""Chinese prices of goods that memory is built into, whatever made them dearer."""

from __future__ import annotations

import re

from tracker.extract.entity import Bound
from tracker.extract.event import Event
from tracker.extract.layout import Layout

_GOODS = (
    r"(?:(?<!存储)(?<!内存)(?<!闪存)(?<!记忆体)(?:(?:消费类?|消费性)?电子(?:产品|设备|装置)?|(?:消费类?|科技|游戏|电脑)?硬件(?:产品|设备)?|消费品|科技产品|数码产品"
    r"|(?:终端|智能|电子|移动|手持|游戏|计算)(?:产品|设备|装置)|整机|平板(?:电脑)?|掌机|游戏机|主机|电脑|笔电|笔记本|智能手机|手机|服务器|pc|家电|汽车|原材料|原物料|组装机))"
)
# "消费电子产品的平均价格": goods up to the word for their price.
_OF_GOODS = re.compile(rf"{_GOODS}(?:的)?(?:平均|整体|零售|终端|最终|市场|销售){{0,2}}$")
# "全球电子涨价潮", "原材料涨价", "掌机被迫涨价": goods up to what says that they get dearer.
_DEARER_GOODS = re.compile(rf"{_GOODS}(?:也|已|将|被迫|普遍|全面|集体|全线|纷纷|陆续|跟着){{0,2}}$")


def is_of_goods_zh(layout: Layout, event: Event) -> bool:
    """Say whether a Chinese price is that of goods named directly before it ("内存短缺推高硬件价格", "引爆电子涨价潮")."""
    if layout.language != "zh" or event.attribute != "price":
        return False
    place = (event.metric or event.trigger).start
    pattern = _DEARER_GOODS if event.metric is None else _OF_GOODS
    return pattern.search(layout.text, max(layout.start, place - 16), place) is not None


_IN_SHOPS = frozenset({"售价", "起售价", "定价", "零售价", "零售价格", "建议售价", "标价"})


def is_asked_in_shops(layout: Layout, event: Event, bound: Bound) -> bool:
    """Say whether a Chinese price is what a shop asks, with memory named only clauses before ("受内存短缺影响,厂商上调整机售价")."""
    if layout.language != "zh" or event.metric is None or bound.how not in ("sentence", "context"):
        return False
    return event.metric.text in _IN_SHOPS
