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


# "レノボやデルが15%規模の値上げに踏み切る", "Dellは最大3割に達する値上げを": a buyer raises what it sells.
_OWN_RAISE = re.compile(r"(?:など)?(?:の?各社)?[がはも][^、。はがも]{0,24}?(?:(?:%|割)[^、。はがもを]{0,8}の)?")
_RAISE = re.compile(r"値上げ|値下げ|価格改定")


def _raises_its_own(layout: Layout, event: Event) -> bool:
    """Say whether a company that makes no memory raises its prices, in a Japanese sentence that names no memory."""
    if layout.entities or _RAISE.match(event.trigger.text) is None:
        return False
    companies = layout.between(max(layout.start, event.start - 40), event.trigger.start, "company", "maker")
    if not companies or companies[-1].cls != "company":
        return False
    return _OWN_RAISE.fullmatch(layout.text, companies[-1].end, event.trigger.start) is not None


def is_of_goods_ja(layout: Layout, event: Event) -> bool:
    """Say whether a Japanese verb of price has a device as its object ("パソコンを1割値上げ"), or a buyer as its subject."""
    if layout.language != "ja":
        return False
    if _raises_its_own(layout, event):
        return True
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
