"""Chinese demand told beside the supply of the same product: "DRAM供给增长8%,需求增长12%;NAND供给增长6%,需求仅增长3%"."""

from __future__ import annotations

import re

from tracker.extract.event import Event
from tracker.extract.groups import Group
from tracker.extract.layout import Layout

_OPENS = re.compile(
    r"[\s，,、;]*(?:而|但|可|却|且|同时|然而|不过|相比之下|同期)?(?:是)?(?:位元|整体|总|市场|终端|其)?(?:的)?$"
)
_SUPPLY_OF = re.compile(r"[\s)的]{0,2}(?:\d{4}年)?(?:位元|晶圆|整体|总|市场|年度)?(?:的)?(?:供给|供应|产能|产出)")


def find_beside_supply(layout: Layout, event: Event, first: int) -> Group | None:
    """Return the product whose supply the clause before tells of, where a Chinese demand opens the next one."""
    if layout.language != "zh" or event.attribute != "demand" or event.metric is None or first <= layout.start:
        return None
    if _OPENS.fullmatch(layout.text, first, event.metric.start) is None:
        return None
    before, _ = layout.clause_span(layout.clause(first - 1))
    named = [g for g in layout.groups if before <= g.start < first]
    if len(named) != 1 or any(first <= g.start < event.trigger.start for g in layout.groups):
        return None
    return named[0] if _SUPPLY_OF.match(layout.text, named[0].end) else None
