"""Japanese prices of goods that memory is built into, whatever made them dearer."""

from __future__ import annotations

import re

from tracker.extract.event import Event
from tracker.extract.layout import Layout

# "PCを約10%値上げ": what stands between the goods and the verb.
_RAISES = re.compile(r"の?(?:価格)?を(?:约|平均|最大|平均で)?(?:[\d.~〜-]{1,9}(?:%|割))?(?:程度|前后|ほど|以上)?")


def is_of_goods_ja(layout: Layout, event: Event) -> bool:
    """Say whether a Japanese verb of price has a device as its object ("パソコンを1割値上げ")."""
    if layout.language != "ja":
        return False
    named = layout.between(max(layout.start, event.start - 40), event.trigger.start, "alien", "segment", "product")
    if not named or _RAISES.fullmatch(layout.text, named[-1].end, event.trigger.start) is None:
        return False
    if named[-1].cls == "segment" and "thing" not in named[-1].flags:
        return named[-1].text == "pc" and bool(layout.between(layout.start, event.start, "company"))
    return named[-1].cls != "product"
