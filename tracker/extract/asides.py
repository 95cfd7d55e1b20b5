"""What is told in passing and claims nothing of memory, unless a maker says it or memory stands beside it.

Buyers that stock up, run stocks down or rush to order do so of many parts, and so is an output or a glut that moves in an
English sentence without memory one of many things.
"""

from __future__ import annotations

import re

from tracker.extract.draft import Setting
from tracker.extract.entity import Bound
from tracker.extract.event import Event
from tracker.extract.layout import Layout

_MEMORY = re.compile(r"dram|nand|nor\b|hbm|memory|flash|ssd|ddr")
_ORDERS = re.compile(r"[拉备补扫抢追囤][货料单购]|采购|下单|加单|加价")


def why_aside(layout: Layout, event: Event, bound: Bound, setting: Setting) -> str | None:
    """Return why a change is only an aside, given the products it would be of; None where it is told."""
    if setting.voice.speaker == "company" or bound.how not in ("sentence", "context"):
        return None
    if event.rule == "inventory event" and event.direction in ("up", "down") and layout.language in ("zh", "en"):
        return "what buyers do with their stocks"
    if event.rule == "demand event" and event.direction == "up" and _ORDERS.search(event.trigger.text):
        return "how buyers order"
    is_move = event.attribute == "supply" and event.direction in ("up", "down", "loose")
    if is_move and bound.how == "context" and layout.language == "en" and not _names_memory(layout, event):
        return "a supply of what is not named"
    return None


def _names_memory(layout: Layout, event: Event) -> bool:
    """Say whether a sentence names memory, by itself or within the words of a change ("more NAND than can be sold")."""
    return bool(layout.entities) or _MEMORY.search(event.trigger.text) is not None
