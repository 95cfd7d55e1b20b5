"""What a change is of where it is not of memory: phones, hard disks, a buyer's own goods."""

from __future__ import annotations

import re

from tracker.extract.beside import is_comparand
from tracker.extract.companions import is_companion
from tracker.extract.english.attributes import is_purpose
from tracker.extract.event import Event
from tracker.extract.groups import Group
from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token

_BECAUSE = ("因", "受", "由于", "为应对", "为了应对", ",因", ",受", ",由于")
_CAUSE_OF = re.compile(r"(?:で|により|を受け|に伴い|を背景に|に|으로|로|에|에 따라|에 따른|여파로?|탓에)[、,]? ?")
_COMPARES_WITH = re.compile(r"\s*(?:相对于|相比于?|相较于?|比起|不同于|有别于|与[^，,。;]{1,12}(?:相比|不同))")


def find_alien(layout: Layout, event: Event, first: int) -> int | None:
    """Return where something that is not memory stands before the change in its clause, or None."""
    aliens = [t for t in layout.tokens if t.cls == "alien" and first <= t.start < event.end]
    places = [
        t.end
        for t in aliens
        if not (is_purpose(layout, t) or _shares_state(layout, event, t) or is_companion(layout, t))
    ]
    things = [
        t.end
        for t in layout.tokens
        if t.cls == "segment" and "thing" in t.flags and _is_of_thing(layout, event, t, first)
    ]
    if _is_raised_for(layout, event) or _is_own_price(layout, event, first):
        things.append(event.trigger.start)
    return max(places + things, default=None)


# "DRAM and panels and other key components are in oversupply".
_AND_OTHERS = re.compile(r"(?: and(?: [a-z\-]+,? and)?|, [a-z\-]+,? and) (?:(?:all|most|other|many|major|key) )*")


def _shares_state(layout: Layout, event: Event, alien: Token) -> bool:
    """Say whether something else is only listed behind a product in English, of which a shortage or glut is told as well."""
    if layout.language != "en" or event.attribute != "supply" or event.metric is not None:
        return False
    return any(_AND_OTHERS.fullmatch(layout.text, g.end, alien.start) for g in layout.groups)


def _is_raised_for(layout: Layout, event: Event) -> bool:
    """Say whether a Chinese device or buyer raises its own price because of memory ("手机因存储涨价上调售价10%")."""
    if layout.language != "zh" or not (event.rule == "price event" or (event.metric and "t" in event.trigger.flags)):
        return False
    owners = (
        t.end
        for t in layout.between(layout.start, event.start, "segment", "company")
        if (t.cls == "company" or "thing" in t.flags) and layout.text.startswith(_BECAUSE, t.end)
    )
    return any(layout.between(place, event.start, "event", "change") for place in owners)


def _is_of_thing(layout: Layout, event: Event, thing: Token, first: int) -> bool:
    """Say whether a price is that of a phone or a notebook: it stands before the price, or as the topic of its clause."""
    if event.metric is not None and 0 <= event.metric.start - thing.end <= 3:
        return True
    if event.rule == "price event" and 0 <= event.trigger.start - thing.end <= 1:
        return _is_behind_cause(layout, thing) or _is_passed_on(layout, thing.start)
    is_topic = layout.language in ("ko", "ja") and layout.text.startswith(("は", "が", "も", "은", "는"), thing.end)
    return is_topic and event.attribute == "price" and first <= thing.start < event.trigger.start


_COST = re.compile(
    r"(?:(?:以及|与|和|及|、|等)(?:其他|其它)?[一-龥]{1,6})?(?:元器件|元件|组件|器件|零部件)?(?:的)?(?:采购|进货|物料|零组件|占)?(?:整机|总)?成本"
)
_GIVES_CAUSE = re.compile(r"由于|因为|鉴于|(?:^|[，,。;])\W?(?:因|受)")
_OWN_PRICE = re.compile(r"(?:产品|终端|零售|整机|新机)?(?:售价|定价)")


# "원가 부담에 판매가를 올린다", "비용이 올랐고 값도 오를".
_COST_KO = re.compile(
    r"(?:원가|비용|부품값|부품 가격|재료비)(?:이|가| 비용)? ?(?:부담|상승|급등|압박|압력|증가|폭등|올[라랐]|오르|오른|늘)"
)


def _is_passed_on(layout: Layout, place: int) -> bool:
    """Say whether a Chinese sentence told of dearer memory in a clause before a place ("DRAM涨价,笔电涨价10%")."""
    if layout.language != "zh":
        return False
    first, _ = layout.clause_span(layout.clause(place))
    told = layout.between(layout.start, first, "change", "event")
    is_named = any(e.start < first for e in layout.entities)
    is_price = any(t.value == "price:up" for t in told) or bool(layout.between(layout.start, first, "metric", "market"))
    return is_named and bool(told) and is_price


def _is_own_price(layout: Layout, event: Event, first: int) -> bool:
    """Say whether a Chinese buyer of memory, whose costs were told before, changes its own price ("存储成本上升,公司调涨售价")."""
    if layout.language != "zh" or event.metric is None or layout.text.find("成本", layout.start, first) < 0:
        return False
    if (
        event.metric.start < first
        or not (_OWN_PRICE.fullmatch(event.metric.text) or _is_for_cause(layout, event, first))
        or "模组" in layout.text[first : event.end]
    ):
        return False
    return any(e.end <= first and _COST.match(layout.text, e.end) for e in layout.entities)


def _is_for_cause(layout: Layout, event: Event, first: int) -> bool:
    """Say whether a bare Chinese price is changed because of what was told before ("因内存成本上升,某品牌将价格上调")."""
    is_bare = event.metric is not None and event.metric.text == "价格" and "t" in event.trigger.flags
    return is_bare and _GIVES_CAUSE.search(layout.text, layout.start, first) is not None


def _is_behind_cause(layout: Layout, thing: Token) -> bool:
    """Say whether a Korean or Japanese thing stands directly behind a change told as a cause ("メモリー高騰でパソコン値上げ")."""
    if layout.language not in ("ko", "ja"):
        return False
    causes = layout.between(max(layout.start, thing.start - 12), thing.start, "change", "event")
    return bool(causes) and _CAUSE_OF.fullmatch(layout.text, causes[-1].end, thing.start) is not None


def is_told_of_alien(layout: Layout, event: Event) -> bool:
    """Say whether a Chinese sentence spoke of nothing but what is not memory before a shortage ("机械硬盘涨价,大容量型号缺货")."""
    if layout.language != "zh" or event.metric is not None or not layout.groups:
        return False
    is_product = any(g.start < event.start for g in layout.groups)
    return not is_product and bool(layout.between(layout.start, event.start, "alien"))


def is_of_alien(layout: Layout, event: Event, first: int, *, has_price: bool) -> bool:
    """Say whether a price without a product of its own is one of something named before that is not memory."""
    earlier = [g for g in layout.groups if g.end <= first and not is_comparand(layout, g)]
    if _alien_since(layout, earlier, event):
        return True
    if layout.language in ("zh", "en") and _is_of_buyer(layout, event, first):
        return True
    if layout.language == "ko" and _is_for_cost_ko(layout, event):
        return True
    opened = _COMPARES_WITH.match(layout.text, layout.start)
    since = layout.clause_span(0)[1] if opened and layout.language == "zh" else layout.start
    if has_price:
        return False
    aliens = [t for t in layout.between(since, event.end, "alien") if not is_companion(layout, t)]
    if layout.language == "zh" and earlier:
        aliens = [
            t for t in aliens if t.end > earlier[-1].start or layout.between(t.end, t.end + 5, "metric", "market")
        ]
    return bool(aliens)


def _is_for_cost_ko(layout: Layout, event: Event) -> bool:
    """Say whether a Korean price is raised because costs were told to rise before it: that of a buyer's own goods."""
    return event.direction == "up" and _COST_KO.search(layout.text, layout.start, event.start) is not None


def _is_of_buyer(layout: Layout, event: Event, first: int) -> bool:
    """Say whether a Chinese company that buys memory raises or cuts a price: that of its own goods ("小米调涨新机售价")."""
    if event.metric is None or "t" not in event.trigger.flags or event.metric.cls == "market":
        return False
    return bool(layout.between(first, event.trigger.start, "company"))


def _alien_since(layout: Layout, earlier: list[Group], event: Event) -> bool:
    """Say whether something that is not memory was named since, or in the clause of, the last product."""
    if not earlier:
        return False
    last = earlier[-1]
    since = layout.clause_span(layout.clause(last.start))[0]
    aliens = layout.between(since, event.end, "alien")
    return any(not is_companion(layout, t) for t in aliens)
