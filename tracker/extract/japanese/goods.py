"""Japanese prices of goods that memory is built into, whatever made them dearer."""

from __future__ import annotations

import re

from tracker.extract.event import Event
from tracker.extract.layout import Layout

# "PCを約10%値上げ": what stands between the goods and the verb.
_RAISES = re.compile(r"の?(?:価格)?を(?:约|平均|最大|平均で)?(?:[\d.~〜-]{1,9}(?:%|割))?(?:程度|前后|ほど|以上)?")
# "デルとHPが相次いで価格を": a company that makes no memory and a price of no named product, which is that of its own goods.
_OWN_PRICE = re.compile(
    r"[がはも](?:[^、。がはをも]{0,8}に|相次いで|[^、。がはをも]{0,8}の)?(?:贩売)?(?:価格|単価|値段|売値)を[^、。]{0,10}"
)


def is_of_goods_ja(layout: Layout, event: Event) -> bool:
    """Say whether a Japanese verb of price has a device as its object ("パソコンを1割値上げ"), or a buyer as its subject."""
    if layout.language != "ja":
        return False
    buyers = layout.between(max(layout.start, event.start - 40), event.trigger.start, "company", "product")
    if (
        buyers
        and buyers[-1].cls == "company"
        and _OWN_PRICE.fullmatch(layout.text, buyers[-1].end, event.trigger.start)
    ):
        return True
    named = layout.between(max(layout.start, event.start - 40), event.trigger.start, "alien", "segment", "product")
    if not named or _RAISES.fullmatch(layout.text, named[-1].end, event.trigger.start) is None:
        return False
    if named[-1].cls == "segment" and "thing" not in named[-1].flags:
        return named[-1].text == "pc" and bool(layout.between(layout.start, event.start, "company"))
    return named[-1].cls != "product"
