"""Chinese rises of what memory is built into, told by what stands round them: "搭载大容量存储的新机将提价", "涨价成了手机厂商的选择"."""

from __future__ import annotations

import re

from tracker.extract.event import Event
from tracker.extract.layout import Layout

_DEVICE = r"(?:新?(?:手机|电脑|笔电|笔记本|平板|整机|机型|主机|显卡|游戏机|掌机|服务器|汽车|电视)|新[机品款]|终端|产品|型号|版本|设备)"
# "搭载大容量存储的新机将": memory that a device comes with.
_COMES_WITH = re.compile(
    rf"(?:搭载|配备|配置|内置|装有|使用|采用)(?:了)?[^，,。;的]{{0,14}}的{_DEVICE}[^，,。;]{{0,10}}$"
)
# "涨价成了手机厂商的选择": whose rise it is, told behind it.
_BECAME = re.compile(
    r"[,，]?(?:也|就|已|便)*(?:成(?:了|为)|是|变成)[^，,。;]{0,6}(?:手机|电脑|pc|笔记本|整机|终端|汽车|家电|品牌)(?:厂商?|品牌商?|企业|公司)"
)
# "将上调产品售价,涨价幅度": the rise of the clause before, of a buyer's goods.
_GOODS_BEFORE = re.compile(
    rf"(?:(?:上调|调高|调涨|提高|抬高)[^，,。;]{{0,6}}(?:{_DEVICE}|电子产品)(?:的)?(?:售价|价格|零售价|定价|报价)|{_DEVICE}(?:的)?(?:售价|零售价)[^，,。;]{{0,6}}(?:上调|上涨|提高))"
)
_SIZE_OF_IT = re.compile(r"(?:涨价|提价|调价|上调|涨)(?:的)?(?:幅度?)")


def is_of_devices(layout: Layout, event: Event) -> bool:
    """Say whether a Chinese price is that of devices with memory in them."""
    if event.attribute != "price" or event.metric is not None:
        return False
    first, _ = layout.clause_span(layout.clause(event.trigger.start))
    if _COMES_WITH.search(layout.text, first, event.trigger.start):
        return True
    has_own = any(first <= e.start < event.trigger.start for e in layout.entities)
    if not has_own and _BECAME.match(layout.text, event.end):
        return True
    if has_own or first <= layout.start or not _SIZE_OF_IT.match(layout.text, event.trigger.start):
        return False
    before, _ = layout.clause_span(layout.clause(first - 1))
    named = any(before <= e.start < first for e in layout.entities)
    return not named and _GOODS_BEFORE.search(layout.text, before, first) is not None
