"""Chinese inventories told by how long they last, before the word for them: "仅1个月库存", "不到三周的库存"."""

from __future__ import annotations

import re

from tracker.extract.event import Event
from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token

_FEW = re.compile(
    r"(?:仅|只有?|只剩|仅剩|仅有|剩下?|不到|不足|手上只有)(?:约|大约|了|下)?\s?(?:[\d.]{1,4}|[一二两三半])\s?个?半?(?:月|周|星期|季度)(?:左右|多)?的?$"
)


def find_few_months(layout: Layout, metric: Token) -> list[Event]:
    """Return the low inventory that a Chinese sentence tells by how little time it lasts ("模组厂只剩两周库存")."""
    found = _FEW.search(layout.text, max(layout.start, metric.start - 16), metric.start)
    if found is None:
        return []
    trigger = Token(found.start(), metric.start, "change", "tight", frozenset("i"), found[0])
    return [Event("inventory", "tight", trigger, metric, "inventory in weeks")]
