"""What a Chinese maker of memory pays for, which makes its own cost rise and no price ("代工价上调,NOR成本上升")."""

from __future__ import annotations

import re

from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token

# What memory is made with: foundry, packages, power, wages, metals, gases, tools.
_INPUTS = re.compile(
    r"代工|封测|封装|载板|基板|硅片|硅晶圆|靶材|光刻胶|化学品|特气|氦气?|氖气?|原材料|电[费价力]|水费|能源|人[工力]|工资|薪[资酬]|折旧|运费|物流|关税|金价|银价|铜价|黄金|油价|汇率"
    r"|(?:金|银|铜|锡|铝)(?:价|的?价格|等?金属)"
)
_RISES = re.compile(r"[上高]?[涨升]|上[调扬修]|调[涨高升]|提[价高]|攀|走高|垫高|增加|飙|加价|贵")
_BUYERS = re.compile(r"客户|买家|采购|终端|整机|手机|品牌|服务器|pc|笔电|电脑|汽车|下游|物料|bom")
# "存储厂成本", "DRAM制造成本": a maker's own by its name.
_OWN = re.compile(
    r"(?:芯片)?(?:厂商?|大厂|原厂|制造商|生产商|业者)(?:的)?(?:生产|制造|营运|运营)?|(?:的)?(?:生产|制造|加工|封装|测试)"
)


def is_makers_burden(layout: Layout, token: Token, metric: Token) -> bool:
    """Say whether a Chinese cost that rises is that of who makes memory: by its name, or as dearer inputs are told before it."""
    if layout.language != "zh" or token.value != "up":
        return False
    named = [e for e in layout.entities if e.end <= metric.start]
    if named and _OWN.fullmatch(layout.text, named[-1].end, metric.start):
        return True
    place = named[-1].start if named else metric.start
    dear = _INPUTS.search(layout.text, layout.start, place)
    if dear is None or not _RISES.search(layout.text, layout.start, place):
        return False
    return _BUYERS.search(layout.text, layout.start, token.end) is None
