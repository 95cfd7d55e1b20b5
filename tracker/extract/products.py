"""Which products a change is about: those beside it, else those that the sentence or the one before it spoke of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tracker.extract.bare import DESCRIBES_KO
from tracker.extract.english.attributes import is_purpose
from tracker.extract.english.behind import find_listed_before, find_listed_behind
from tracker.extract.english.wants import is_for_memory, is_for_own
from tracker.extract.entity import Entity
from tracker.extract.event import Event
from tracker.extract.japanese.causes import match_cause
from tracker.extract.lexicon import Token
from tracker.extract.nearest import TOWARDS
from tracker.extract.parse import Group, Layout
from tracker.extract.segments import names_segment

_AS_TOPIC = re.compile(r"\s?(?:市场|产品|价格)?(?:方面|部分|部份|领域)\s?[,，:：]")
NO_PRODUCT = "no product"
_QUOTE_ENDS = re.compile(r"[\"”](?:이?라?며|이?라?면서|이?라?고|고)")
MEMORY = Entity("MEMORY", None, (), -1, -1)
_OF_METRIC = re.compile(
    r"\s*(?:levels?|environment|trends?)?\s*(?:for|of|in|on|across)\s+(?:both |all |our |the |most )?(?:[\w\-]+ ){0,4}\(?"
)
_OTHER_SUBJECT = re.compile(r"\b(?:and|but|while|whereas)\b")
_RULES_NOUN = re.compile(r"(?:하는|한|된|되는|는|은)?\s?|(?:する|した|している|な|の)?|的")
_DESCRIBES = re.compile(r"[^、。は,がも]{0,10}(?:きた|した|いた|する|いる|る|続く)")
_ALL_OF = re.compile(r"(?:共に|ともに|とも|両方|両者とも|모두| 모두|都|均)[、,，]?\s?")
_OUTPUT_OF = re.compile(
    r" (?:production|capacity|output|supply|supplies) (?:(?:for|in|through) (?:[\w\-]+ ){1,3}?)?(?:(?:is|are|was|has|have|been|already|now|all|fully|completely|remains?) )*"
)
# What capacity is moved to is not what is made less of ("shift capacity toward HBM and scale back output").
_SHIFTED_TO = re.compile(
    r"\b(?:shift|mov|convert|reallocat|allocat|divert|switch|redirect|prioriti|dedicat|devot|reassign|transition)[a-z]*\b[^,;.]{0,40}\b(?:to|towards?|into|for) (?:the |more |its |their )?$"
)
_AUXILIARY = re.compile(
    r" (?:(?:chips|products|was|were|is|are|has|have|had|been|will|would|should|could|may|might|to|be|also|then|only|even|by|expected|likely|set|seen) )*"
)
_COVERS = re.compile(
    r"\s*(?:覆盖|涵盖|包括|涉及|包含|例如|比如|including|covering|(?:both|particularly|especially|notably|primarily|mainly) (?:for|in|on|across)\b|(?:in|for|across) both\b)"
)
_MEASURE = re.compile(r"(?: ?대비|[와과] (?:달리|비교)|에 비해|보다|에 비하면|に比べ|と比べ|よりも?)")
_PLAIN_DEMAND = re.compile(
    r"(?:[^,，。;；]{0,24}(?:에 따른|으로 인한|로 인한|带来的|导致的|引发的|主因|主要因为?|原因是|反映|による|に伴う)\s?)?\s*(?:(?:계절적인? |전방 ?(?:산업)?(?:의)? ?|전체 |실|신규 |전반의? |加上|再加上|但|而|且|低于|高于|超过|同时|由于|因|因为|随着|目前|当前|市场|整体|总体|产品|造成|使得?|令|全球|国内|旺季|季节性|终端|下游|来看|而言|方面|客户|订单|采购|买方|持续|最近|최근|시장|글로벌|전반적인|고객|고객사|구매|市场全体の|顾客の?|全体の?|世界的な|the|overall|customer|customers'?|end|market|industry|due to|because of|as|amid|with|on|of|weak|weaker|strong|stronger|robust|soft|softer|rising|falling|lower|higher|increased|reduced|solid)\s*)*"
)
_CAUSE_AHEAD = re.compile(
    r"[，,、;\s]*(?:而|且|并|但|加上|再加上|叠加)?(?:主要)?(?:由于|因为?|受益于|受惠于|得益于|受|随着|伴随|在|鉴于|叠加|加上|基于)"
)
_SQUEEZES = re.compile(r"(?:等)?(?:持续|大量|进一步|严重|不断)?(?:挤占|排挤|挤压|侵蚀|占用)")
_COMPARES_WITH = re.compile(r"\s*(?:相对于|相比于?|相较于?|比起|不同于|有别于|与[^，,。;]{1,12}(?:相比|不同))")
# What a Japanese demand can be for that is no memory and no word of the vocabulary.
_OF_ANOTHER_JA = re.compile(r"ai|gpu|cpu|hdd|pc|ev|半导体|端末|电子|电力|部品|アクセラレ|サービス|ウエハ|カメラ|机器")
_EXAMPLE = re.compile(r"\((?:如|例如|比如|像|e\.g\. ?|such as |含|예: ?)$")
_LEADS_TO = re.compile(
    r"[，,]?(?:的?情况下|之下|下)?[，,]?(?:已|将|也|进而|从而|持续|因此)?(?:导致|使得?|令|造成|促使|带动|推动|推升|推高|支撑|拉抬|引发|激励|刺激)(?:了|本季|近期|整体|市场|国际)?"
)
_HELD_BY = re.compile(
    r"(?:原厂|模组厂|供应商|厂商|渠道|通路|客户端?|买方|卖方|业者|系统厂)(?:的|端)?(?:(?:将|已|也|开始|持续|积极|陆续){0,3}(?:提高|拉高|调高|垫高|降低|增加|压低|维持))?(?:库存|存货)"
)
_ANY_MAKERS = frozenset(
    "原厂 三大原厂 三大厂 存储厂商 存储原厂 模组厂 存储模组厂 供应商 suppliers chipmakers chipmaker".split()
)
_MEMORY_MAKERS = frozenset({"存储厂商", "存储原厂", "存储模组厂", "三大原厂"})
_MAIN_CAUSE = re.compile(r"主因|主要|原因|反映|肇因于|归因于|受制于")
_MAKERS_OF_IT = re.compile(
    r"\s?(?:原厂|厂商|大厂|业者|供应商|模组厂|(?:控制|主控)(?:芯片|晶片|ic)厂?|指标|三雄|双雄|族群)"
)
_IS_SUBJECT = re.compile(r"\)?(?: ?\([^)]{0,16}\))?[은는이가](?=[\s,])")
_IS_TOPIC = re.compile(r"\)?(?: ?\([^)]{0,16}\))?(?:은|는|의 경우)(?=[\s,])")
_ADNOMINAL = re.compile(r"(?:状态)?の\s?|(?:된|한)\s")


_ALL_OF = re.compile(r" ?(?:모두|둘 다|공히|할 것 없이|전부|양쪽|은|는|이|가)[ ,]")
_IS_TOPIC_KO = re.compile(r"(?: ?시장| ?제품)?(?:의 경우(?:에?는)?|은|는)[ ,]")


@dataclass(frozen=True, slots=True)
class Bound:
    """The products of a change and how they were found: "beside", "clause", "sentence", "context" or "implied"."""

    entities: tuple[Entity, ...]
    how: str


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
        covered = _covered(layout, layout.clause_span(layout.clause(event.trigger.start))[1])
        return (
            Bound(covered.entities, "covered")
            if covered and event.attribute == "price"
            else _named_maker(layout, bound)
        )
    return bound


def _named_behind(layout: Layout, event: Event) -> Group | None:
    """Return the products that stand between a Korean metric of memory at large and its verb ("재고는 D램과 낸드 모두 정상이다")."""
    if layout.language != "ko" or event.metric is None or event.metric.end > event.trigger.start:
        return None
    between = [g for g in layout.groups if event.metric.end <= g.start and g.end <= event.trigger.start]
    kinds = {e.product for g in between for e in g.entities}
    is_own = len(between) == 1 and "MEMORY" not in kinds
    return between[0] if is_own and _ALL_OF.match(layout.text, between[0].end) else None


def _named_maker(layout: Layout, bound: Bound) -> Bound:
    """Return the maker's own product where memory only describes the maker ("存储产品供应商闪迪")."""
    place = bound.entities[0].end
    if place < 0 or not re.match(
        r"\s?(?:供应商|厂商|企业|大厂|龙头|厂|maker|supplier)", layout.text[place : place + 9]
    ):
        return bound
    named = [t.value for t in layout.between(place, place + 12, "maker") if t.value]
    return Bound((Entity(named[0], None, (), -1, -1),), "maker") if named else bound


def _bind_products(
    layout: Layout, event: Event, context: tuple[Entity, ...], before: tuple[Entity, ...], *, is_maker_speaking: bool
) -> Bound | str:
    """Return what `bind_products` does, before a maker's description gives way to its name."""
    if event.rule == "same as before" and before:
        first, _ = layout.clause_span(layout.clause(event.trigger.start))
        own = _nearest_left(layout, event, first)
        return Bound(own.entities, "clause") if own else Bound(_plain(before), "sentence")
    if "o" in event.trigger.flags and event.metric is None:
        return _object_products(layout, event)
    first, last = layout.clause_span(layout.clause(event.trigger.start))
    beside = _named_apart(layout, event, first) or _renamed(layout, event) or _beside_metric(layout, event)
    if beside:
        return Bound(beside.entities, "beside")
    ahead = _described(layout, event)
    if ahead is not None:
        return Bound(ahead.entities, "beside")
    if event.metric is not None and event.metric.start < first:
        first = layout.clause_span(layout.clause(event.metric.start))[0]
    found = (
        _listed_behind(layout, event, first)
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
            return Bound((MEMORY,), "implied")
    if event.attribute == "price" and _is_of_alien(layout, event, first, has_price=bool(before)):
        return "something else than memory"
    return _from_afar(layout, event, first, context, is_maker_speaking=is_maker_speaking)


def _listed_behind(layout: Layout, event: Event, first: int) -> Bound | None:
    """Return the products that an English list behind a change gives it ("high stocks currently, both in NAND and DRAM")."""
    group = find_listed_behind(layout, event, first)
    if group is None:
        return None
    return Bound(_at_large(group.entities) if event.attribute == "inventory" else group.entities, "listed behind")


def _of_effect(layout: Layout, event: Event, last: int) -> Bound | None:
    """Return the products of what a Chinese supply or inventory leads to ("库存有限导致DRAM价格走高")."""
    if layout.language != "zh" or event.attribute not in ("supply", "inventory"):
        return None
    following = [g for g in layout.groups if g.start >= event.end]
    if not following or following[0].start - event.end > 16 or following[0].start >= last + 16:
        return None
    is_led = _LEADS_TO.fullmatch(layout.text, event.end, following[0].start)
    return Bound(following[0].entities, "clause") if is_led else None


def _named_apart(layout: Layout, event: Event, first: int) -> Group | None:
    """Return the products of a Korean clause that takes its metric from the one before ("D램 수요는 20%, 낸드는 10% 늘 것")."""
    if layout.language != "ko" or event.attribute == "price" or event.metric is None or event.metric.start >= first:
        return None
    return _nearest_left(layout, event, first)


def _described(layout: Layout, event: Event) -> Group | None:
    """Return the products that a Japanese bare change describes ("下落の一途をたどってきたDRAM")."""
    if layout.language not in ("ja", "ko") or event.metric is not None or event.attribute != "price":
        return None
    describes = _DESCRIBES if layout.language == "ja" else DESCRIBES_KO
    for group in layout.groups:
        if group.start >= event.trigger.end:
            return group if describes.fullmatch(layout.text, event.trigger.end, group.start) else None
    return None


def _in_clause(layout: Layout, event: Event, first: int, last: int) -> Bound | str | None:
    """Return the products that the clause of a change names, or that it is about something else; None where it names none."""
    left = _nearest_left(layout, event, first)
    right = _nearest_right(layout, event, last)
    is_english = layout.language == "en"
    if is_english and event.attribute == "supply" and event.direction == "tight" and _is_before_metric(event):
        left = None  # "HBM constrains supply growth": what is short is the object
    alien = _alien_in_clause(layout, event, first)
    if is_english and right and _is_object(layout, event, right):
        return Bound(right.entities, "clause")
    if left and not (alien and alien > left.end and not _is_listed_with(layout, left, alien)):
        return Bound(_at_large(left.entities) if event.attribute == "inventory" else left.entities, "clause")
    if alien is not None and not (right and event.attribute != "price"):
        return "something else than memory"
    if right is None or _is_comparand(layout, event, right) or _is_turned_to(layout, event, right):
        return None
    if event.attribute == "demand" and not is_english and not _rules_noun(layout.text[event.end : right.start]):
        return None  # "AI 수요 폭증으로 D램 가격이 상승": whose demand it is stands before it
    if is_english and _OTHER_SUBJECT.search(layout.text, event.end, right.start) and _opening_topic(layout, first):
        return None
    is_far = layout.language == "zh" and event.attribute == "price" and right.start - event.end > 8
    if layout.language == "ja" and event.attribute != "price" and match_cause(layout, event) is not None:
        return Bound(_at_large(right.entities), "clause")
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
        re.match(r"\)?\s*(?:和|与|及|以及|、|and |, and |와 |과 )\s*\S{1,12}$", layout.text[group.end : alien_end])
    )


def _is_before_metric(event: Event) -> bool:
    """Say whether a word of change stands before what it speaks of."""
    return event.metric is not None and event.metric.start > event.trigger.start


def _by_name(layout: Layout, event: Event, first: int, last: int) -> Bound | None:
    """Return the products that a list after the clause, a maker's name or the opening of the sentence gives."""
    is_coverable = event.attribute in ("price", "supply") or layout.language == "en"
    covered = _covered(layout, last) if is_coverable else None
    if covered:
        return Bound(covered.entities, "covered")
    if event.attribute == "price":
        since = first if layout.groups or layout.between(layout.start, event.start, "change", "event") else layout.start
        own = [t.value for t in layout.between(since, event.end, "maker") if t.value]
        is_told = layout.language == "zh" and any(g.end <= since for g in layout.groups)
        if own and not is_told:
            return Bound((Entity(own[-1], None, (), -1, -1),), "maker")
    opening = _opening_topic(layout, first)
    return Bound(opening.entities, "topic") if opening else None


def _opening_topic(layout: Layout, first: int) -> Group | None:
    """Return the products that open an English sentence as its topic ("For server DRAM, orders ...")."""
    if not layout.groups:
        return None
    group = layout.groups[0]
    opening = layout.text[layout.start : group.start]
    if layout.language == "zh":
        is_topic = group.end <= first and len(opening) <= 4 and _AS_TOPIC.match(layout.text, group.end)
        is_last = not any(group.end <= g.start < first for g in layout.groups)
        return group if is_topic and is_last else None
    if layout.language != "en":
        return None
    is_topic = group.end <= first and re.fullmatch(
        r"\s*(?:and |so |now |then |turning to |moving to )?(?:in|for|on|within) (?:\w+ ){0,3}", opening
    )
    return group if is_topic and re.match(r"[\s,]", layout.text[group.end : group.end + 1]) else None


def _object_products(layout: Layout, event: Event) -> Bound | str:
    """Return the products that a squeeze falls on: its object ("挤占DRAM产能"), or its subject in the passive (被挤压)."""
    first, last = layout.clause_span(layout.clause(event.trigger.start))
    if "被" in layout.text[max(first, event.trigger.start - 3) : event.trigger.start]:
        left = _nearest_left(layout, event, first)
        return Bound(left.entities, "clause") if left else "no product is squeezed"
    right = _nearest_right(layout, event, last)
    gap = layout.text[event.trigger.end : right.start] if right else ""
    if right and len(gap) <= 8 and not layout.between(event.trigger.end, right.start, "alien"):
        return Bound(right.entities, "beside")
    return "no product is squeezed"


def _is_comparand(layout: Layout, event: Event, group: Group) -> bool:
    """Say whether products to the right are only compared with ("涨幅小于DRAM", "less than DRAM")."""
    return bool(
        re.search(
            r"小于|低于|大于|高于|不及|不如|超过|逊于|胜过|相比|比|than|보다", layout.text[event.end : group.start]
        )
    )


def is_comparand(layout: Layout, group: Group) -> bool:
    """Say whether products are named only to be compared with ("涨幅小于DDR4", "more than DRAM")."""
    return bool(
        re.search(
            r"(?:小于|低于|大于|高于|不及|不如|超过|逊于|于|than)\s?$",
            layout.text[max(layout.start, group.start - 6) : group.start],
        )
    )


def _covered(layout: Layout, last: int) -> Group | None:
    """Return the products that the next clause lists as covered ("全线涨价，覆盖存储")."""
    if not _COVERS.match(layout.text, last):
        return None
    _, stop = layout.clause_span(layout.clause(last))
    return next((g for g in layout.groups if last <= g.start < stop), None)


def _renamed(layout: Layout, event: Event) -> Group | None:
    """Return the products that a Chinese clause opens with since the first verb, for a second one ("DRAM季增,NAND因库存高,季减")."""
    if layout.language != "zh" or event.rule != "shared subject" or event.metric is None:
        return None
    for group in reversed(layout.groups):
        first, _ = layout.clause_span(layout.clause(group.start))
        is_between = event.metric.end <= group.start and group.end <= event.trigger.start
        told = [t for t in layout.between(first, group.start, *_WEIGHTY) if t.end <= group.start]
        if is_between and group.start - first <= 12 and not told and not is_comparand(layout, group):
            return group
    return None


_WEIGHTY = ("metric", "change", "event", "alien", "maker", "company", "agency", "product")


def _subject_after_metric(layout: Layout, event: Event) -> Group | None:
    """Return the products that a price is told of as subjects behind it ("메모리 가격은 D램이 3%, 낸드가 5% 오른다")."""
    if layout.language == "en":
        return next((g for g in reversed(layout.groups) if _is_next_subject(layout, event, g)), None)
    if layout.language != "ko" or event.metric is None or event.attribute != "price":
        return None
    between = [g for g in layout.groups if event.metric.end <= g.start and g.end <= event.trigger.start]
    told = [g for g in between if _IS_SUBJECT.match(layout.text, g.end)]
    return told[-1] if told else None


def _beside_metric(layout: Layout, event: Event) -> Group | None:
    """Return the products directly before the price word or the change, or between the two."""
    subject = _subject_after_metric(layout, event)
    if subject is not None:
        return subject
    if event.trigger.cls == "event" and layout.language in ("ko", "ja"):
        for group in layout.groups:
            if group.start >= event.trigger.end and _ADNOMINAL.fullmatch(layout.text[event.trigger.end : group.start]):
                return group
    for group in reversed(layout.groups):
        if _is_measure(layout, group):
            continue
        if event.metric is not None and event.trigger.end <= group.start and group.end <= event.metric.start:
            return group
        if (
            event.metric is not None
            and _OF_METRIC.fullmatch(layout.text[event.metric.end : group.start])
            and group.start > event.metric.end
        ):
            return group
        if _stands_before(layout, event, group):
            return group
    return None


def _is_next_subject(layout: Layout, event: Event, group: Group) -> bool:
    """Say whether an English product is the subject of the second of two verbs ("DRAM ASP fell 16% and NAND was up 4%")."""
    metric = event.metric
    if metric is None or not (metric.end <= group.start and group.end <= event.trigger.start):
        return False
    is_joined = bool(layout.between(metric.end, group.start, "change", "event"))
    return is_joined and bool(_AUXILIARY.fullmatch(layout.text, group.end, event.trigger.start))


def _stands_before(layout: Layout, event: Event, group: Group) -> bool:
    """Say whether products stand directly before the price word or the change, with nothing of weight in between."""
    place = (event.metric or event.trigger).start
    if group.end > place:
        return False
    if event.rule == "bare price" and layout.text[group.end : place].strip() == ":":
        return True
    if event.rule == "supply event" and _OUTPUT_OF.fullmatch(layout.text, group.end, place):
        return True
    return place - group.end <= 14 and _is_light(layout, group.end, place)


def _is_light(layout: Layout, first: int, last: int) -> bool:
    """Say whether nothing of weight lies between two places: spaces, "的", "average", segments, markets, basis."""
    gap = layout.text[first:last]
    if _ALL_OF.fullmatch(gap):
        return True
    if layout.between(first, last, "alien", "metric", "change", "event", "maker", "company"):
        return False
    return not re.search(r"[,;，；。:、]", gap) or bool(re.fullmatch(r"[\s)\]」\"』]*", gap))


def _nearest_left(layout: Layout, event: Event, first: int) -> Group | None:
    """Return the last group before the change in its clause."""
    stop = max(event.start, event.trigger.start)
    if layout.language == "en" and event.metric is not None and event.metric.start > event.trigger.start:
        stop = event.start
    found = [g for g in layout.groups if first <= g.start and g.end <= stop and not _is_measure(layout, g)]
    if layout.language == "en" and event.attribute == "supply":
        found = [g for g in found if not _SHIFTED_TO.search(layout.text, max(first, g.start - 64), g.start)]
    return found[-1] if found else None


def _is_measure(layout: Layout, group: Group) -> bool:
    """Say whether Korean or Japanese products are only what another one is measured by ("DDR4에 비해", "DRAMより")."""
    return bool(_MEASURE.match(layout.text, group.end))


def _nearest_right(layout: Layout, event: Event, last: int) -> Group | None:
    """Return the first group after the change in its clause, before the next change."""
    is_passed = frozenset("o") if layout.language == "zh" and event.attribute == "supply" else frozenset()
    following = [
        t.start
        for t in layout.tokens
        if t.start >= event.end and t.cls in ("change", "event") and t.flags.isdisjoint(is_passed)
    ]
    stop = min([last, *following[:1]])
    found = [g for g in layout.groups if event.end <= g.start and g.start < stop]
    return found[0] if found else None


def _is_object(layout: Layout, event: Event, group: Group) -> bool:
    """Say whether products to the right hang on the change ("prices in DRAM and NAND", "shortages of NOR")."""
    gap = layout.text[event.end : group.start]
    return (
        len(gap) <= 60
        and not re.search(r"\band\b", gap)
        and bool(re.match(r"\s*(?:\w+ ){0,4}?(?:in|for|of|across|on|within)\b", gap))
    )


def _alien_in_clause(layout: Layout, event: Event, first: int) -> int | None:
    """Return where something that is not memory stands before the change in its clause, or None."""
    aliens = [t for t in layout.tokens if t.cls == "alien" and first <= t.start < event.end]
    places = [t.end for t in aliens if not is_purpose(layout, t)]
    things = [
        t.end
        for t in layout.tokens
        if t.cls == "segment" and "thing" in t.flags and _is_of_thing(layout, event, t, first)
    ]
    return max(places + things, default=None)


def _is_of_thing(layout: Layout, event: Event, thing: Token, first: int) -> bool:
    """Say whether a price is that of a phone or a notebook: it stands before the price, or as the topic of its clause."""
    if event.metric is not None and 0 <= event.metric.start - thing.end <= 3:
        return True
    is_topic = layout.language in ("ko", "ja") and layout.text.startswith(("は", "が", "も", "은", "는"), thing.end)
    return is_topic and event.attribute == "price" and first <= thing.start < event.trigger.start


def _from_afar(
    layout: Layout, event: Event, first: int, context: tuple[Entity, ...], *, is_maker_speaking: bool
) -> Bound | str:
    """Return the products of earlier clauses or of the sentence before; unspecified memory for a maker's own supply."""
    earlier = _topics(layout, first)
    is_reason = layout.text.startswith(("因", "由于"), first) and bool(earlier)
    is_for_maker = bool(TOWARDS.match(layout.text, event.trigger.end))
    makers = layout.between(first, event.end, "maker") if _is_of_makers(layout, event, first) else []
    if makers and not (is_reason or is_for_maker):
        sole = _sole_product(earlier) if layout.language in ("zh", "en") and _are_any(makers) else None
        if layout.language == "ja" and not any(maker.value for maker in makers):
            sole = _sole_product(earlier) or _sole_context(context)
        return Bound((sole or _product_of(makers, layout.language),), "implied")
    if event.attribute == "demand" and not _is_named(layout, event, first, context):
        is_before = layout.language == "zh" and not any(g.start < event.end for g in layout.groups)
        is_unnamed = _is_unnamed(layout, event, first) or is_for_own(layout, event)
        is_own = is_maker_speaking and (is_before or not layout.groups) and is_unnamed
        return Bound((MEMORY,), "implied") if is_own else "demand for what is not said"
    topic = _topic_of_quote(layout, event, earlier)
    if topic is not None:
        return Bound(topic.entities, "topic")
    if earlier:
        is_bare = event.attribute == "price" and event.metric is None and event.rule != "shared subject"
        if is_bare and layout.language == "en":
            return Bound(earlier[-1].entities, "sentence")
        return _bind_earlier(layout, event, earlier)
    if _is_told_of_alien(layout, event):
        return "something else than memory"
    return _from_beyond(layout, event, context, is_maker_speaking=is_maker_speaking)


def _is_of_makers(layout: Layout, event: Event, first: int) -> bool:
    """Say whether a supply is that of the makers named in its clause; a stock in English, or where they make memory."""
    if event.attribute != "inventory" or layout.language == "en":
        return event.attribute in ("supply", "inventory")
    makers = layout.between(first, event.end, "maker")
    return layout.language == "zh" and bool(makers) and all(t.text in _MEMORY_MAKERS for t in makers)


def _are_any(makers: list[Token]) -> bool:
    """Say whether no maker is named, only makers at large ("原厂", "供应商")."""
    return all(t.text in _ANY_MAKERS for t in makers)


def _sole_product(earlier: list[Group]) -> Entity | None:
    """Return the one product that a sentence spoke of so far, without technology; None where there are several or none."""
    named = [e for g in earlier for e in g.entities if e.product != "MEMORY"]
    if len({e.product for e in named}) != 1:
        return None
    return Entity(named[0].product, None, (), named[0].start, named[0].end)


def _sole_context(context: tuple[Entity, ...]) -> Entity | None:
    """Return the one product that the sentence before spoke of, without technology; None where there are several."""
    kinds = {e.product for e in context}
    return Entity(context[0].product, None, (), -1, -1) if len(kinds) == 1 else None


def _topic_of_quote(layout: Layout, event: Event, earlier: list[Group]) -> Group | None:
    """Return the products that are the topic of the Korean quotation that a change stands in ("특히 낸드는 ... 감산을")."""
    if layout.language != "ko" or len(earlier) < 2:
        return None
    own = [g for g in earlier if not _QUOTE_ENDS.search(layout.text, g.end, event.start)]
    told = [g for g in own if _IS_TOPIC.match(layout.text, g.end)]
    return told[-1] if told else None


def _product_of(makers: list[Token], language: str) -> Entity:
    """Return what makers make: the last one's only product; in English memory at large where they make different ones."""
    named = [maker.value for maker in makers if maker.value]
    is_mixed = language == "en" and (len(set(named)) > 1 or len(named) < len(makers))
    return MEMORY if not named or is_mixed else Entity(named[-1], None, (), -1, -1)


def _from_beyond(layout: Layout, event: Event, context: tuple[Entity, ...], *, is_maker_speaking: bool) -> Bound | str:
    """Return the products named only after a change or in the sentence before, or what a maker leaves unsaid."""
    later = [g for g in layout.groups if g.start >= event.end]
    is_anywhere = bool(later)
    if layout.language == "ko":
        later = [g for g in later if not _QUOTE_ENDS.search(layout.text, event.end, g.start)]
    is_sole = len({e.product for g in later for e in g.entities}) == 1
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
        or (event.attribute in ("supply", "demand") and not context and is_sole)
        or (not context and is_sole and _is_cause_ja(layout, event))
        or (event.attribute == "inventory" and not context and is_sole and layout.language in ("ja", "ko"))
        or is_prelude
    )
    if later and _is_cause_ahead(layout, event):
        return Bound(_at_large(later[0].entities) if is_sole else (MEMORY,), "sentence")
    if is_anywhere and layout.language == "ko" and event.attribute in ("demand", "inventory") and not is_sole:
        return Bound((MEMORY,), "sentence")
    if later and (layout.language == "en" or is_open):
        return Bound(_at_large(later[0].entities), "sentence")
    if context:
        if event.attribute == "price":
            return Bound(context, "context")
        # What is said of supply or demand after several products were named is said of memory at large.
        is_mixed = layout.language in ("zh", "ja") and len({entity.product for entity in context}) > 1
        return Bound((MEMORY,) if is_mixed else _plain(context), "context")
    is_worded = layout.language == "ko" and event.rule == "price event"
    is_measured = event.attribute in ("price", "inventory") and (event.metric is not None or is_worded)
    is_of_segment = event.attribute == "demand" and event.metric is not None and names_segment(layout, event)
    if is_maker_speaking and not layout.groups and is_of_segment:
        return Bound((MEMORY,), "implied")
    if is_maker_speaking and not layout.groups and is_measured:
        return Bound((MEMORY,), "own")
    makers = layout.between(layout.start, event.end, "maker")
    if event.attribute == "supply" and (is_maker_speaking or makers):
        return Bound((_product_of(makers, "en") if layout.language == "en" else MEMORY,), "implied")
    return NO_PRODUCT


def _is_told_of_alien(layout: Layout, event: Event) -> bool:
    """Say whether a Chinese sentence spoke of nothing but what is not memory before a shortage ("机械硬盘涨价,大容量型号缺货")."""
    if layout.language != "zh" or event.metric is not None or not layout.groups:
        return False
    is_product = any(g.start < event.start for g in layout.groups)
    return not is_product and bool(layout.between(layout.start, event.start, "alien"))


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


def _topics(layout: Layout, first: int) -> list[Group]:
    """Return the products named before a clause, without comparands and without mere examples ("记忆体(如DDR5)")."""
    earlier = [g for g in layout.groups if g.end <= first and not is_comparand(layout, g)]
    topics = [g for g in earlier if not _EXAMPLE.search(layout.text, max(layout.start, g.start - 8), g.start)]
    topics = [g for g in topics if not (_is_reason(layout, g) or _squeezes(layout, g))] or topics
    topics = [g for g in topics if not (layout.language == "ko" and _is_measure(layout, g))] or topics
    if layout.language == "zh" and len(topics) > 1:
        topics = [g for g in topics if not _MAKERS_OF_IT.match(layout.text, g.end)] or topics
    return topics or earlier


def _is_reason(layout: Layout, group: Group) -> bool:
    """Say whether Chinese products are named only in a reason ("利基型DRAM因大厂转产HBM而受排挤，价格上涨")."""
    clause, _ = layout.clause_span(layout.clause(group.start))
    return layout.language == "zh" and clause < group.start and layout.text.startswith(("因", "由于"), clause)


def _squeezes(layout: Layout, group: Group) -> bool:
    """Say whether Chinese products are named only as what takes others' capacity ("HBM挤占产能,供给有限")."""
    return layout.language == "zh" and bool(_SQUEEZES.match(layout.text, group.end))


def _is_sole_subject(layout: Layout, event: Event) -> bool:
    """Say whether one product opens the sentence and nothing else is named before a demand ("HBM是关键组件,需求...")."""
    groups = [g for g in layout.groups if g.end <= event.start]
    if len(groups) != 1 or groups[0].start - layout.start > 2:
        return False
    return not layout.between(groups[0].end, event.start, "alien", "segment", "company", "change", "event")


def _is_named(layout: Layout, event: Event, first: int, context: tuple[Entity, ...]) -> bool:
    """Say whether a sentence, or the one before, tells what a demand is for."""
    is_said = names_segment(layout, event) or _is_sole_subject(layout, event)
    is_said = is_said or is_for_memory(layout, event, context)
    return is_said or _is_plain_demand(layout, event, first, context)


def _without_periods(layout: Layout, first: int, last: int) -> str:
    """Return a stretch of a sentence without its Chinese periods, which tell nothing of whose a demand is."""
    body = layout.text[first:last]
    for word in layout.periods if layout.language == "zh" else ():
        if first <= word.start and word.end <= last:
            body = body.replace(layout.text[word.start : word.end], "", 1)
    return body


def _is_plain_demand(layout: Layout, event: Event, first: int, context: tuple[Entity, ...]) -> bool:
    """Say whether nothing tells whose a demand is, and one product alone is spoken of: it is the demand for that."""
    anchor = event.metric or event.trigger
    is_plain = _PLAIN_DEMAND.fullmatch(_without_periods(layout, first, anchor.start)) or _opens_as_topic(layout)
    if not is_plain and (layout.language != "ja" or _OF_ANOTHER_JA.search(layout.text, first, anchor.start)):
        return False
    entities = [e for group in layout.groups for e in group.entities] or list(context)
    since = max((g.end for g in layout.groups if g.end <= anchor.start), default=layout.start)
    others = ("alien", "company") if layout.language == "ko" else ("alien", "segment", "company")
    until = anchor.start if layout.language == "ja" else event.end
    told = layout.between(first if since == layout.start else since, until, *others)
    kinds = len({e.product for e in entities})
    is_main = layout.language == "zh" and bool(_MAIN_CAUSE.search(layout.text, first, anchor.start))
    return (kinds == 1 or (kinds > 1 and (layout.language == "ko" or is_main))) and not told


def _opens_as_topic(layout: Layout) -> bool:
    """Say whether a Korean sentence opens with a product as its topic ("메모리는 고객 재고가 늘면서 ... 수요가 줄었다")."""
    if layout.language != "ko" or not layout.groups:
        return False
    group = layout.groups[0]
    return group.start - layout.start <= 12 and bool(_IS_TOPIC_KO.match(layout.text, group.end))


def _is_unnamed(layout: Layout, event: Event, first: int) -> bool:
    """Say whether nothing in the sentence tells whose a demand is ("下游需求减弱")."""
    told = layout.between(layout.start, event.end, "alien", "segment", "company")
    return not told and (event.metric or event.trigger).start - first <= 12


def _bind_earlier(layout: Layout, event: Event, earlier: list[Group]) -> Bound:
    """Return what earlier clauses of the sentence give: the last products for a price, what they share for the rest."""
    last = earlier[-1].entities
    if event.attribute == "price" and event.trigger.text[:2] not in ("量价", "价量"):
        return Bound(_plain(last) if layout.language == "en" else last, "sentence")
    kinds = {e.product for g in earlier for e in g.entities} - {"MEMORY"}
    both = find_listed_before(layout, layout.clause_span(layout.clause(event.start))[0])
    if both is not None:
        return Bound(_plain(both.entities), "sentence")
    again = [g for g in earlier if g.entities[0].product == last[0].product]
    if len(kinds) > 1 and len(again) > 1 and event.attribute == "supply" and len({e.product for e in last}) == 1:
        return Bound(_at_large(last), "sentence")
    if layout.language == "en" and len(kinds) > 1 and {e.product for e in last} == kinds:
        return Bound(_plain(last), "sentence")
    if len(kinds) > 1 and (event.attribute in ("supply", "demand") or event.trigger.text[:2] in ("量价", "价量")):
        return Bound((MEMORY,), "sentence")
    if len(kinds) == 1 and event.attribute in ("supply", "demand"):
        named = [e for g in earlier for e in g.entities if e.product in kinds]
        techs = {e.technology for e in named}
        return Bound(
            (Entity(named[-1].product, techs.pop() if len(techs) == 1 else None, (), named[-1].start, named[-1].end),),
            "sentence",
        )
    return Bound(_plain(last), "sentence")


def _plain(entities: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """Return products without their segments, which don't carry over to another clause."""
    return tuple(Entity(e.product, e.technology, (), e.start, e.end) for e in entities)


def _at_large(entities: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """Return the product families of a later mention, each once, without technology."""
    kinds = {e.product: e for e in reversed(entities)}
    return tuple(Entity(e.product, None, (), e.start, e.end) for e in reversed(list(kinds.values())))


def _is_of_alien(layout: Layout, event: Event, first: int, *, has_price: bool) -> bool:
    """Say whether a price without a product of its own is one of something named before that is not memory."""
    earlier = [g for g in layout.groups if g.end <= first and not is_comparand(layout, g)]
    if _alien_since(layout, earlier, event):
        return True
    if layout.language == "zh" and _is_of_buyer(layout, event, first):
        return True
    opened = _COMPARES_WITH.match(layout.text, layout.start)
    since = layout.clause_span(0)[1] if opened and layout.language == "zh" else layout.start
    if has_price:
        return False
    aliens = layout.between(since, event.end, "alien")
    if layout.language == "zh" and earlier:
        aliens = [
            t for t in aliens if t.end > earlier[-1].start or layout.between(t.end, t.end + 5, "metric", "market")
        ]
    return bool(aliens)


def _is_of_buyer(layout: Layout, event: Event, first: int) -> bool:
    """Say whether a Chinese company that buys memory raises or cuts a price: that of its own goods ("小米调涨新机售价")."""
    if event.metric is None or "t" not in event.trigger.flags or event.metric.cls == "market":
        return False
    return bool(layout.between(first, event.trigger.start, "company"))


# "GPU、内存等物料": what is only named in one breath with the product.
_LISTED_BEFORE = re.compile(r"\s?(?:、|和|与|及|以及)\s?")


def _alien_since(layout: Layout, earlier: list[Group], event: Event) -> bool:
    """Say whether something that is not memory was named since, or in the clause of, the last product."""
    if not earlier:
        return False
    last = earlier[-1]
    since = layout.clause_span(layout.clause(last.start))[0]
    aliens = layout.between(since, event.end, "alien")
    return any(not _LISTED_BEFORE.fullmatch(layout.text, t.end, last.start) for t in aliens)
