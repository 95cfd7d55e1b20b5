"""The products of a change whose clause names none: those of earlier clauses, of the sentence before, or a maker's own."""

from __future__ import annotations

import re

from tracker.extract.aliens import is_told_of_alien
from tracker.extract.beside import is_of_next_noun
from tracker.extract.chinese.beside_supply import find_beside_supply
from tracker.extract.chinese.headlines import bind_in_headline, is_of_headline
from tracker.extract.clauses import is_cause_inside
from tracker.extract.english.wants import is_for_own
from tracker.extract.entity import MEMORY, Bound, Entity, as_families, without_segments
from tracker.extract.event import Event
from tracker.extract.groups import Group
from tracker.extract.japanese.causes import match_cause
from tracker.extract.layout import Layout
from tracker.extract.makers import are_makers_at_large, find_product_of, is_of_makers
from tracker.extract.nearest import TOWARDS
from tracker.extract.segments import names_segment
from tracker.extract.topics import (
    QUOTE_ENDS,
    bind_earlier,
    find_sole_context,
    find_sole_list,
    find_sole_product,
    find_topic_of_quote,
    find_topics,
)
from tracker.extract.unnamed import is_demand_named, is_demand_unnamed

NO_PRODUCT = "no product"
_CAUSE_AHEAD = re.compile(
    r"[，,、;\s]*(?:而|且|并|但|加上|再加上|叠加)?(?:主要)?(?:由于|因为?|受益于|受惠于|得益于|受|随着|伴随|在|鉴于|叠加|加上|基于)"
)
_HELD_BY = re.compile(
    r"(?:原厂|模组厂|供应商|厂商|渠道|通路|客户端?|买方|卖方|业者|系统厂)(?:的|端)?(?:(?:将|已|也|开始|持续|积极|陆续){0,3}(?:提高|拉高|调高|垫高|降低|增加|压低|维持))?(?:库存|存货)"
)


def bind_from_afar(
    layout: Layout, event: Event, first: int, context: tuple[Entity, ...], *, is_maker_speaking: bool
) -> Bound | str:
    """Return the products of earlier clauses or of the sentence before; unspecified memory for a maker's own supply."""
    headed = bind_in_headline(layout, event) if layout.language == "zh" else None
    if headed is not None:
        return headed
    paired = find_beside_supply(layout, event, first)
    if paired is not None:
        return Bound(paired.entities, "sentence")
    earlier = find_topics(layout, first)
    is_reason = layout.text.startswith(("因", "由于"), first) and bool(earlier)
    is_for_maker = bool(TOWARDS.match(layout.text, event.trigger.end))
    makers = layout.between(first, event.end, "maker") if is_of_makers(layout, event, first) else []
    if makers and layout.language == "en":
        makers = layout.between(layout.start, event.end, "maker")  # "Micron, Nanya and Kioxia have cut output"
    if makers and not (is_reason or is_for_maker):
        is_open = are_makers_at_large(makers) or is_of_headline(layout, makers)
        sole = find_sole_product(earlier) if layout.language in ("zh", "en") and is_open else None
        if layout.language == "ja" and not any(maker.value for maker in makers):
            sole = find_sole_product(earlier) or find_sole_context(context)
        listed = find_sole_list(layout, event) if not (sole or any(maker.value for maker in makers)) else ()
        return Bound(listed or (sole or find_product_of(makers, layout.language),), "implied")
    if event.attribute == "demand" and not is_demand_named(layout, event, first, context):
        is_before = layout.language == "zh" and not any(g.start < event.end for g in layout.groups)
        is_unnamed = is_demand_unnamed(layout, event, first) or is_for_own(layout, event)
        is_own = is_maker_speaking and (is_before or not layout.groups) and is_unnamed
        return Bound((MEMORY,), "implied") if is_own else "demand for what is not said"
    topic = find_topic_of_quote(layout, event, earlier)
    if topic is not None:
        return Bound(topic.entities, "topic")
    if earlier:
        return _bind_among(layout, event, first, earlier)
    if _is_of_other_goods(layout, event, is_maker_speaking=is_maker_speaking):
        return "something else than memory"
    return _bind_from_beyond(layout, event, context, is_maker_speaking=is_maker_speaking)


def _bind_among(layout: Layout, event: Event, first: int, earlier: list[Group]) -> Bound | str:
    """Return which products of earlier clauses a change is about; a cause inside a price's clause is of what is priced."""
    is_bare = event.attribute == "price" and event.metric is None and event.rule != "shared subject"
    if is_bare and layout.language == "en":
        return Bound(earlier[-1].entities, "sentence")
    if event.attribute in ("supply", "inventory") and is_cause_inside(layout, first):
        return Bound(as_families(earlier[-1].entities), "sentence")  # "DRAM和NAND价格因供应紧张上涨"
    return bind_earlier(layout, event, earlier)


def _is_of_other_goods(layout: Layout, event: Event, *, is_maker_speaking: bool) -> bool:
    """Say whether a change is one of an alien, or an English stock told of beside sales of memory alone.

    A maker's stock beside its sales is its own ("excess inventory and lower NAND sales").
    """
    if is_told_of_alien(layout, event):
        return True
    if is_maker_speaking or event.attribute != "inventory" or layout.language != "en" or not layout.groups:
        return False
    return all(is_of_next_noun(layout, event, g) for g in layout.groups)


def _bind_from_beyond(
    layout: Layout, event: Event, context: tuple[Entity, ...], *, is_maker_speaking: bool
) -> Bound | str:
    """Return the products named only after a change or in the sentence before, or what a maker leaves unsaid."""
    later = [g for g in layout.groups if _is_behind(layout, event, g)]
    is_anywhere = bool(later)
    if layout.language == "ko":
        later = [g for g in later if not QUOTE_ENDS.search(layout.text, event.end, g.start)]
    is_sole = len({e.product for g in later for e in g.entities}) == 1
    is_sole = is_sole or (
        layout.language == "ja" and event.attribute == "supply" and _leads_to_one_list(layout, event, later)
    )
    is_prelude = event.rule == "bare price" and event.metric is None and layout.text.startswith("继", layout.start)
    is_reason = (
        event.attribute == "inventory"
        and layout.text.startswith(("由于", "因"), layout.start)
        and not re.search("股|族群", layout.text[layout.start : layout.end])
    )
    is_held = (
        layout.language == "zh"
        and event.attribute == "inventory"
        and _HELD_BY.search(layout.text, layout.start, event.end)
    )
    is_open = (
        (is_held and not context and is_sole)
        or (is_reason and not context and is_sole)
        or (
            event.attribute in ("supply", "demand") and not context and is_sole and not _is_of_company_zh(layout, event)
        )
        or (not context and is_sole and _is_cause_ja(layout, event))
        or (event.attribute == "inventory" and not context and is_sole and layout.language in ("ja", "ko"))
        or is_prelude
        or (layout.language == "ja" and event.attribute == "price" and event.metric and not context and is_sole)
    )
    if later and _is_cause_ahead(layout, event):
        return Bound(as_families(later[0].entities) if is_sole else (MEMORY,), "sentence")
    if is_anywhere and layout.language == "ko" and event.attribute in ("demand", "inventory") and not is_sole:
        return Bound((MEMORY,), "sentence")
    if later and (layout.language == "en" or is_open):
        return Bound(as_families(later[0].entities), "sentence")
    if context:
        if event.attribute == "price":
            return Bound(context, "context")
        # What is said of supply or demand after several products were named is said of memory at large.
        is_mixed = layout.language in ("zh", "ja") and len({entity.product for entity in context}) > 1
        return Bound((MEMORY,) if is_mixed else without_segments(context), "context")
    is_worded = layout.language == "ko" and event.rule == "price event"
    is_measured = event.attribute in ("price", "inventory") and (event.metric is not None or is_worded)
    is_of_segment = event.attribute == "demand" and event.metric is not None and names_segment(layout, event)
    if is_maker_speaking and not layout.groups and is_of_segment:
        return Bound((MEMORY,), "implied")
    if is_maker_speaking and not layout.groups and is_measured:
        return Bound((MEMORY,), "own")
    makers = layout.between(layout.start, event.end, "maker")
    if event.attribute == "supply" and (is_maker_speaking or makers):
        listed = () if any(maker.value for maker in makers) else find_sole_list(layout, event)
        return Bound(listed or (find_product_of(makers, "en") if layout.language == "en" else MEMORY,), "implied")
    return NO_PRODUCT


def _leads_to_one_list(layout: Layout, event: Event, later: list[Group]) -> bool:
    """Say whether a Japanese supply is the cause of what a list of products does, the only one named ("供給を上回るため、DRAM、NANDの価格は")."""
    return len(later) == 1 and match_cause(layout, event) is not None


def _is_behind(layout: Layout, event: Event, group: Group) -> bool:
    """Say whether products stand behind a change and may be what it is of: for an English price before any semicolon."""
    if group.start < event.end or is_of_next_noun(layout, event, group):
        return False
    is_english_price = layout.language == "en" and event.attribute == "price"
    return not is_english_price or layout.text.find(";", event.end, group.start) < 0


def _is_of_company_zh(layout: Layout, event: Event) -> bool:
    """Say whether a Chinese shortage is that of a firm which makes no memory ("任天堂缺晶片 记忆体供货无虞")."""
    first, _ = layout.clause_span(layout.clause(event.trigger.start))
    return layout.language == "zh" and bool(layout.between(first, event.start, "company"))


def _is_cause_ja(layout: Layout, event: Event) -> bool:
    """Say whether a Japanese change is told as the cause of what follows; a price not by a mere comma."""
    is_mere = event.attribute == "price" and layout.text[event.trigger.end : event.trigger.end + 1] in ("、", ",")
    return not is_mere and match_cause(layout, event) is not None


def _is_cause_ahead(layout: Layout, event: Event) -> bool:
    """Say whether a Chinese supply, demand or stock is told as the cause of what the sentence goes on to say of a product."""
    first, _ = layout.clause_span(layout.clause(event.start))
    while first > layout.start and layout.text[first - 1] == "、":
        first, _ = layout.clause_span(layout.clause(first - 1))
    if layout.language != "zh" or (event.attribute, event.direction) == ("inventory", "up"):
        return False
    return event.attribute != "price" and bool(_CAUSE_AHEAD.match(layout.text, first))
