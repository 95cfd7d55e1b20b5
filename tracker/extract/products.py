"""Which products a change is about: those beside it, else those that the sentence or the one before it spoke of."""

from __future__ import annotations

import re

from tracker.extract.afar import bind_from_afar
from tracker.extract.aliens import find_alien, is_of_alien
from tracker.extract.beside import (
    ALL_OF,
    find_beside,
    find_covered,
    find_described,
    find_left_product,
    find_named_apart,
    find_opening_topic,
    find_renamed,
    find_right_product,
    is_compared_behind,
    is_object,
    is_of_next_noun,
)
from tracker.extract.chinese.made import find_made
from tracker.extract.english.behind import find_listed_behind
from tracker.extract.english.wants import heads_another
from tracker.extract.entity import MEMORY, Bound, Entity, as_families, without_segments
from tracker.extract.event import Event
from tracker.extract.groups import Group
from tracker.extract.japanese.causes import match_cause
from tracker.extract.layout import Layout
from tracker.extract.makers import are_mixed, prefer_named_maker
from tracker.extract.metrics import is_paid_for
from tracker.extract.topics import find_sole_list

# "메모리값 더 뛴다…“D램·SSD 15% 상승”": what opens a quotation, or stands behind dots, is told anew.
_OPENS_QUOTE = frozenset("\"'“‘…·")
_OTHER_SUBJECT = re.compile(r"\b(?:and|but|while|whereas)\b")
_RULES_NOUN = re.compile(r"(?:하는|한|된|되는|는|은)?\s?|(?:する|した|している|な|の)?|的")
_LEADS_TO = re.compile(
    r"[，,]?(?:的?情况下|之下|下)?[，,]?(?:已|将|也|进而|从而|持续|因此)?(?:导致|使得?|令|造成|促使|带动|推动|推升|推高|支撑|拉抬|引发|激励|刺激)(?:了|本季|近期|整体|市场|国际)?"
)


def bind_products(
    layout: Layout, event: Event, context: tuple[Entity, ...], before: tuple[Entity, ...], *, is_maker_speaking: bool
) -> Bound | str:
    """Return the products that a change is about, or why it is about none of ours.

    `context` are the products of the sentence before, used where this one names none; `before` those of the last price
    change in this sentence.
    """
    bound = _bind_products(layout, event, context, before, is_maker_speaking=is_maker_speaking)
    named = _named_behind(layout, event)
    if named is not None and isinstance(bound, Bound) and bound.entities[0].product == "MEMORY":
        return Bound(named.entities, "clause")
    if isinstance(bound, Bound) and bound.entities and bound.entities[0].product == "MEMORY":
        covered = find_covered(layout, layout.clause_span(layout.clause(event.trigger.start))[1])
        if covered is None and layout.language == "en" and event.metric is not None:
            # "Memory prices, including DRAM and NAND, rose"
            covered = find_covered(layout, layout.clause_span(layout.clause(event.metric.start))[1])
        return (
            Bound(covered.entities, "covered")
            if covered and event.attribute == "price"
            else prefer_named_maker(layout, event, bound)
        )
    return bound


def _named_behind(layout: Layout, event: Event) -> Group | None:
    """Return the products that stand between a Korean metric of memory at large and its verb ("재고는 D램과 낸드 모두 정상이다")."""
    if layout.language != "ko" or event.metric is None or event.metric.end > event.trigger.start:
        return None
    between = [g for g in layout.groups if event.metric.end <= g.start and g.end <= event.trigger.start]
    kinds = {e.product for g in between for e in g.entities}
    is_own = len(between) == 1 and "MEMORY" not in kinds
    if not is_own:
        return None
    is_quoted = event.rule == "shared subject" and layout.text[between[0].start - 1] in _OPENS_QUOTE
    return between[0] if is_quoted or ALL_OF.match(layout.text, between[0].end) else None


def _bind_products(
    layout: Layout, event: Event, context: tuple[Entity, ...], before: tuple[Entity, ...], *, is_maker_speaking: bool
) -> Bound | str:
    """Return what `bind_products` does, before a maker's description gives way to its name."""
    if event.rule == "same as before" and before:
        first, _ = layout.clause_span(layout.clause(event.trigger.start))
        own = find_left_product(layout, event, first)
        return Bound(own.entities, "clause") if own else Bound(without_segments(before), "sentence")
    squeezed = _squeezed(layout, event)
    if squeezed is not None:
        return squeezed
    first, last = layout.clause_span(layout.clause(event.trigger.start))
    beside = find_named_apart(layout, event, first) or find_renamed(layout, event) or find_beside(layout, event)
    if beside:
        return Bound(beside.entities, "beside")
    ahead = find_described(layout, event)
    if ahead is not None:
        return Bound(ahead.entities, "beside")
    if event.metric is not None and event.metric.start < first:
        first = layout.clause_span(layout.clause(event.metric.start))[0]
    found = (
        _bought(layout, event)
        or _listed_behind(layout, event, first)
        or _in_clause(layout, event, first, last)
        or _by_name(layout, event, first, last)
        or _of_effect(layout, event, last)
    )
    if found is not None:
        return found
    if event.attribute == "inventory" and is_maker_speaking and not layout.between(first, event.start, "segment"):
        named = [e for g in layout.groups for e in g.entities]
        kinds = {e.product for e in (named or (context if layout.language == "ja" else ()))}
        if len(kinds) != 1:
            return Bound(find_sole_list(layout, event) or (MEMORY,), "implied")
    if event.attribute == "price" and is_of_alien(layout, event, first, has_price=bool(before)):
        return "something else than memory"
    return bind_from_afar(layout, event, first, context, is_maker_speaking=is_maker_speaking)


def _is_of_alien_beside(layout: Layout, event: Event) -> bool:
    """Say whether a Chinese shortage is that of other goods named directly before it, alone ("HDD短缺推动SSD需求激增")."""
    if layout.language != "zh" or event.attribute != "supply" or event.metric is not None:
        return False
    if event.trigger.text == "缺芯" and not layout.groups:
        return True  # "手机出货或因缺芯下降": of chips at large
    before = layout.between(max(layout.start, event.start - 12), event.start, "alien")
    if not before or before[-1].end != event.start:
        return False
    return not any(_is_listed_with(layout, g, before[-1].end) for g in layout.groups if g.end <= before[-1].start)


def _bought(layout: Layout, event: Event) -> Bound | None:
    """Return the products that a cost is paid for, whatever else is bought with them ("内存及其他零部件成本")."""
    metric = event.metric
    if metric is None or metric.value != "cost":
        return None
    for group in layout.groups:
        if any(is_paid_for(layout, event.trigger, metric, entity) for entity in group.entities):
            return Bound(group.entities, "clause")
    return None


def _listed_behind(layout: Layout, event: Event, first: int) -> Bound | None:
    """Return the products that an English list behind a change gives it ("high stocks currently, both in NAND and DRAM")."""
    group = find_listed_behind(layout, event, first)
    if group is None:
        return None
    return Bound(as_families(group.entities) if event.attribute == "inventory" else group.entities, "listed behind")


def _of_effect(layout: Layout, event: Event, last: int) -> Bound | None:
    """Return the products of what a Chinese supply or inventory leads to ("库存有限导致DRAM价格走高")."""
    if layout.language != "zh" or event.attribute not in ("supply", "inventory"):
        return None
    following = [g for g in layout.groups if g.start >= event.end]
    if not following or following[0].start - event.end > 16 or following[0].start >= last + 16:
        return None
    is_led = _LEADS_TO.fullmatch(layout.text, event.end, following[0].start)
    return Bound(following[0].entities, "clause") if is_led else None


def _find_sides(layout: Layout, event: Event, first: int, last: int) -> tuple[Group | None, Group | None]:
    """Return the products before and after a change in its clause, without those that English gives to something else."""
    left = find_left_product(layout, event, first)
    right = find_right_product(layout, event, last)
    if layout.language != "en":
        return left, right
    if event.attribute == "supply" and event.direction == "tight" and _is_before_metric(event):
        left = None  # "HBM constrains supply growth": what is short is the object
    if event.attribute == "demand":  # "AI demand and a global RAM shortage"
        left = None if left and heads_another(layout, left.entities[-1], event.start) else left
        right = None if right and heads_another(layout, right.entities[0], event.end) else right
    return left, right


def _in_clause(layout: Layout, event: Event, first: int, last: int) -> Bound | str | None:
    """Return the products that the clause of a change names, or that it is about something else; None where it names none."""
    left, right = _find_sides(layout, event, first, last)
    is_english = layout.language == "en"
    alien = find_alien(layout, event, first)
    if is_english and right and is_object(layout, event, right):
        return Bound(right.entities, "clause")
    if left and not (alien and alien > left.end and not _is_listed_with(layout, left, alien)):
        return Bound(as_families(left.entities) if event.attribute == "inventory" else left.entities, "clause")
    if alien is not None and not (right and event.attribute != "price"):
        return "something else than memory"
    if right is not None and is_of_next_noun(layout, event, right):
        right = None
    if right is None or is_compared_behind(layout, event, right) or _is_turned_to(layout, event, right):
        return None
    if event.attribute == "demand" and not is_english and not _rules_noun(layout.text[event.end : right.start]):
        return None  # "AI 수요 폭증으로 D램 가격이 상승": whose demand it is stands before it
    if is_english and _OTHER_SUBJECT.search(layout.text, event.end, right.start) and find_opening_topic(layout, first):
        return None
    is_far = layout.language == "zh" and event.attribute == "price" and right.start - event.end > 8
    if layout.language == "ja" and event.attribute != "price" and match_cause(layout, event) is not None:
        return Bound(as_families(right.entities), "clause")
    return None if is_far else Bound(right.entities, "clause")


def _is_turned_to(layout: Layout, event: Event, group: Group) -> bool:
    """Say whether Chinese products after a supply that falls are what capacity turns to ("减产及产能转向HBM")."""
    gap = layout.text[event.end : group.start]
    return event.attribute == "supply" and layout.language == "zh" and bool(re.search(r"转|移|挪|优先|给", gap))


def _rules_noun(gap: str) -> bool:
    """Say whether what lies between a change and a product makes the product its own ("수요가 급증하는 HBM")."""
    return bool(_RULES_NOUN.fullmatch(gap))


def _is_listed_with(layout: Layout, group: Group, alien_end: int) -> bool:
    """Say whether something that is not memory is only the last of a list of products ("NAND和硬盘同步缺货")."""
    return bool(
        re.match(r"\)?\s*(?:和|与|及|以及|、|/|and |, and |와 |과 )\s*\S{1,12}$", layout.text[group.end : alien_end])
    )


def _is_before_metric(event: Event) -> bool:
    """Say whether a word of change stands before what it speaks of."""
    return event.metric is not None and event.metric.start > event.trigger.start


def _by_name(layout: Layout, event: Event, first: int, last: int) -> Bound | None:
    """Return the products that a list after the clause, a maker's name or the opening of the sentence gives."""
    is_coverable = event.attribute in ("price", "supply") or layout.language == "en"
    covered = find_covered(layout, last) if is_coverable else None
    if covered:
        return Bound(covered.entities, "covered")
    if event.attribute == "price":
        since = first if layout.groups or layout.between(layout.start, event.start, "change", "event") else layout.start
        named = layout.between(since, event.end, "maker")
        own = [t.value for t in named if t.value]
        is_told = layout.language == "zh" and any(g.end <= since for g in layout.groups)
        is_mixed = layout.language == "zh" and are_mixed(named)  # "三星、闪迪上调报价"
        if own and not is_told and not is_mixed:
            return Bound((Entity(own[-1], None, (), -1, -1),), "maker")
    opening = find_opening_topic(layout, first)
    return Bound(opening.entities, "topic") if opening else None


def _squeezed(layout: Layout, event: Event) -> Bound | str | None:
    """Return the products that a squeeze falls on or that a verb of output makes, or why none is; None where English tells it of what was spoken of.

    "SSD prices climb as servers soak up supply", but not "HBM cannibalizes commodity supply": a product that squeezes.
    """
    if _is_of_alien_beside(layout, event):
        return "something else than memory"
    made = find_made(layout, event)
    if made is not None:
        return Bound(made.entities, "beside")
    if "o" not in event.trigger.flags or event.metric is not None:
        return None
    found = _object_products(layout, event)
    squeezes = any(0 <= event.trigger.start - e.end <= 2 for e in layout.entities)
    return found if layout.language != "en" or isinstance(found, Bound) or squeezes else None


# "AI内存需求挤压供应": what is wanted is what is short.
_OWN_DEMAND = re.compile(r"需求(?:的)?(?:激增|大增|增长|旺盛|强劲)?(?:正|已|将|会|持续|不断|进一步|严重)*$")
# "DDR4产能遭HBM排挤": what stands before is squeezed.
_PASSIVE = re.compile(r"(?:被|遭|受)(?:到)?(?!惠)[^，,。;]{0,10}$")
_OF_SUPPLY = re.compile(r"(?:着|了)?(?:市场|全球|整体)?(?:的)?(?:供应|供给|产能)(?=$|[，,。;])")


def _object_products(layout: Layout, event: Event) -> Bound | str:
    """Return the products that a squeeze falls on: its object ("挤占DRAM产能"), or its subject in the passive (被挤压)."""
    first, last = layout.clause_span(layout.clause(event.trigger.start))
    passive = _PASSIVE.search(layout.text, max(first, event.trigger.start - 14), event.trigger.start)
    if passive is not None:
        suffers = [g for g in layout.groups if first <= g.start and g.end <= passive.start()]
        return Bound(suffers[-1].entities, "clause") if suffers else "no product is squeezed"
    if _OWN_DEMAND.search(layout.text, first, event.trigger.start) and _OF_SUPPLY.match(layout.text, event.trigger.end):
        left = find_left_product(layout, event, first)
        return Bound(left.entities, "clause") if left else "no product is squeezed"
    right = find_right_product(layout, event, last)
    gap = layout.text[event.trigger.end : right.start] if right else ""
    reach = 24 if layout.language == "en" else 8
    if right and len(gap) <= reach and not layout.between(event.trigger.end, right.start, "alien"):
        return Bound(right.entities, "beside")
    return "no product is squeezed"
