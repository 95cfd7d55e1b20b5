"""Japanese prices of goods that memory is built into, whatever made them dearer."""

from __future__ import annotations

import re

from tracker.extract.event import Event
from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token

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
    """Say whether a company that makes no memory raises its prices, in a Japanese sentence that names memory at most before it."""
    if _RAISE.match(event.trigger.text) is None or _TAKES.match(layout.text, event.trigger.end):
        return False
    companies = layout.between(max(layout.start, event.start - 40), event.trigger.start, "company", "maker")
    if not companies or companies[-1].cls != "company":
        return False
    if any(e.end > companies[-1].start - 1 for e in layout.entities):
        return False  # the memory is told of between the two, or after them
    return _OWN_RAISE.fullmatch(layout.text, companies[-1].end, event.trigger.start) is not None


# "デルは値上げを受け入れた": a raise of what it buys.
_TAKES = re.compile(
    r"を?(?:受け入れ|受け容れ|のん|饮ん|通告され|通知され|打诊され|求められ|要请され|拒|认め|警戒|恐れ|惧れ|悬念)"
)
# "パソコン各社は": those who make devices, or sell them.
_THEY = re.compile(r"(?:各社|メーカー|大手|企业|业界|店|量贩店|制造(?:会社|业者))[^、。はがも]{0,6}(?:は|が|も)")
_RAISES_OWN = re.compile(r"(?:値上げ|値下げ|引き上げ|引き下げ|上乗せ)")
_PRICE_OF = re.compile(
    r"(?:の|を)?(?:[^、。はがも]{0,6}(?:価格|単価|値段|调达))?(?:の|を)?(?:[\d.~%割约〜-]{1,10})?(?:の)?"
)


def is_of_goods_ja(layout: Layout, event: Event) -> bool:
    """Say whether a Japanese verb of price has a device as its object ("パソコンを1割値上げ"), or a buyer as its subject."""
    if layout.language != "ja":
        return False
    if _raises_its_own(layout, event):
        return True
    if _RAISES_OWN.match(event.trigger.text) and _is_of_makers_of_goods(layout, event.trigger.start):
        return True
    buyers = layout.between(max(layout.start, event.start - 40), event.trigger.start, "company", "product")
    if (
        buyers
        and buyers[-1].cls == "company"
        and _OWN_PRICE.fullmatch(layout.text, buyers[-1].end, event.trigger.start)
    ):
        return True
    named = layout.between(max(layout.start, event.start - 40), event.trigger.start, "alien", "segment", "product")
    if named and _is_rise_of_device(layout, named[-1], event):
        return True
    if not named or _RAISES.fullmatch(layout.text, named[-1].end, event.trigger.start) is None:
        return False
    if named[-1].cls == "segment" and "thing" not in named[-1].flags:
        return named[-1].text == "pc" and bool(layout.between(layout.start, event.start, "company"))
    return named[-1].cls != "product"


def _is_rise_of_device(layout: Layout, thing: Token, event: Event) -> bool:
    """Say whether a rise is written as that of a computer or a phone ("PCの値上げが相次ぐ")."""
    is_device = thing.cls == "segment" and (thing.text == "pc" or "thing" in thing.flags)
    is_noun = _RAISE.match(event.trigger.text) is not None and layout.text[thing.end : event.trigger.start] == "の"
    return is_device and is_noun


def _is_of_makers_of_goods(layout: Layout, place: int) -> bool:
    """Say whether makers of devices raise prices, and no memory stands before the verb ("スマホ各社は新機種を1割値上げした")."""
    things = [t for t in layout.between(layout.start, place, "segment", "alien") if _THEY.match(layout.text, t.end)]
    topic = _THEY.match(layout.text, things[-1].end) if things else None
    if topic is None or layout.between(topic.end(), place, "maker"):
        return False
    named = [e for e in layout.entities if topic.end() <= e.start < place]
    return not any(_PRICE_OF.fullmatch(layout.text, e.end, place) for e in named)


def dates_goods_ja(layout: Layout, event: Event, place: int) -> bool:
    """Say whether a period behind a price is when makers of devices raise their own ("DRAM高を受け10月に1割値上げする")."""
    if event.attribute != "price" or place < event.trigger.end:
        return False
    told = [t for t in layout.between(place, layout.end, "change", "event") if _RAISES_OWN.match(t.text)]
    return bool(told) and _is_of_makers_of_goods(layout, told[0].start)
