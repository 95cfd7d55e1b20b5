"""Whose a demand is that no product stands beside: that for memory, or one for what is not said."""

from __future__ import annotations

import re

from tracker.extract.english.wants import is_for_another, is_for_memory
from tracker.extract.entity import Entity
from tracker.extract.event import Event
from tracker.extract.layout import Layout
from tracker.extract.patterns import one_of
from tracker.extract.segments import names_segment

# What a demand is led by that says nothing of whose it is: "전방산업의 수요", "市场整体需求", "due to weaker demand".
_PLAIN_DEMAND = re.compile(
    # Why: "AI에 따른", "由于缺货导致的"
    r"(?:[^,，。;；]{0,24}"
    + one_of(
        r"带来的|导致的|引发的|主因|主要因为?|原因是|反映",
        r"에 따른|으로 인한|로 인한",
        r"による|に伴う",
    )
    + r"\s?)?\s*(?:"
    + one_of(
        # Chinese: what shows it or comes of it, how it is joined, whose and when
        r"显示出?|表明|说明|意味着|印证|凸显|造成|导致|致使|使得?|令",
        r"加上|再加上|但|而|且|低于|高于|超过|同时|由于|因|因为|随着",
        r"目前|当前|持续|最近|旺季|季节性|来看|而言|方面",
        r"市场|整体|总体|产品|全球|国内|终端|下游|客户|订单|采购|买方",
        # Korean
        r"계절적인? |전방 ?(?:산업)?(?:의)? ?|전체 |실|신규 |전반의? |[\"“”'‘’]",
        r"최근|시장|글로벌|전반적인|고객|고객사|구매",
        # Japanese
        r"市场全体の|顾客の?|全体の?|世界的な",
        # English
        r"the|overall|customer|customers'?|end|market|industry",
        r"due to|because of|as|amid|with|on|of",
        r"weak|weaker|strong|stronger|robust|soft|softer|solid|rising|falling|lower|higher|increased|reduced",
    )
    + r"\s*)*"
)
# What a Japanese demand can be for that is no memory and no word of the vocabulary.
_OF_ANOTHER_JA = re.compile(r"ai|gpu|cpu|hdd|pc|ev|半导体|端末|电子|电力|部品|アクセラレ|サービス|ウエハ|カメラ|机器")
_MAIN_CAUSE = re.compile(r"主因|主要|原因|反映|肇因于|归因于|受制于")
_SUPPLY_AND_KO = re.compile(r"공급 ?[가-힣]{2,5}(?:와|과| 및|,|·) ?$")
_AND_SUPPLY_KO = re.compile(r"(?:와|과| 및|,|·) ?공급 ?(?:감소|축소|제한|부족|증가|확대|과잉)")
# "绘图DRAM因显卡厂下修出货,需求转弱": the topic, and why its demand changed.
_TOPIC_AND_CAUSE = re.compile(r"(?:市场|产品|部分|方面)?(?:则|也|主要)?(?:因为?|由于|受到?|随着?)(?!惠|益)")
# "训练需要大量HBM,推动了前所未有的需求": who needs a product, and the need that comes of it.
_NEEDS = re.compile(r"(?:需要|消耗|用掉|吃掉|要用)(?:了)?(?:大量|海量|巨量|更多|越来越多)的?[^，,。;]{0,6}$")
_NEED_OF_IT = re.compile(
    r"[^，,。;]{0,12}[，,](?:从而|进而|也|因此)?(?:推动|带动|拉动|引发|催生|产生|形成|带来)了?(?:前所未有|史无前例|空前|巨大|强劲|旺盛)?的?"
)
_IS_TOPIC_KO = re.compile(r"(?: ?시장| ?제품)?(?:의 경우(?:에?는)?|은|는)[ ,]")


def _is_sole_subject(layout: Layout, event: Event) -> bool:
    """Say whether one product opens the sentence and nothing else is named before a demand ("HBM是关键组件,需求...")."""
    groups = [g for g in layout.groups if g.end <= event.start]
    if len(groups) != 1 or groups[0].start - layout.start > 2:
        return False
    return not layout.between(groups[0].end, event.start, "alien", "segment", "company", "change", "event")


def is_demand_named(layout: Layout, event: Event, first: int, context: tuple[Entity, ...]) -> bool:
    """Say whether a sentence, or the one before, tells what a demand is for."""
    if is_for_another(layout, event):
        return False
    is_said = names_segment(layout, event) or _is_sole_subject(layout, event)
    is_said = is_said or is_for_memory(layout, event, context) or _is_paired_ko(layout, event)
    is_said = is_said or _is_of_need(layout, event)
    return is_said or _is_plain_demand(layout, event, first, context)


def _is_of_need(layout: Layout, event: Event) -> bool:
    """Say whether a Chinese demand comes of a need of one product told before ("需要大量HBM,推动了前所未有的需求")."""
    groups = [g for g in layout.groups if g.end <= event.start]
    if layout.language != "zh" or len(groups) != 1 or event.metric is None:
        return False
    is_needed = _NEEDS.search(layout.text, layout.start, groups[0].start)
    return bool(is_needed and _NEED_OF_IT.fullmatch(layout.text, groups[0].end, event.metric.start))


def _is_paired_ko(layout: Layout, event: Event) -> bool:
    """Say whether a Korean demand is told in one breath with supply, so of the same ("공급 감소와 수요 증가로")."""
    anchor = event.metric or event.trigger
    is_behind = _SUPPLY_AND_KO.search(layout.text, max(layout.start, anchor.start - 14), anchor.start)
    return bool(is_behind or _AND_SUPPLY_KO.match(layout.text, event.end, layout.end))


def _without_periods(layout: Layout, first: int, last: int) -> str:
    """Return a stretch of a sentence without its Chinese or Korean periods, which tell nothing of whose a demand is."""
    body = layout.text[first:last]
    for word in layout.periods if layout.language in ("zh", "ko") else ():
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
    told = [t for t in told if not _is_named_in_brackets(layout, anchor.end, t.start)]
    kinds = len({e.product for e in entities})
    is_main = layout.language == "zh" and bool(_MAIN_CAUSE.search(layout.text, first, anchor.start))
    if kinds == 1 and _opens_with_cause(layout):
        return True
    return (kinds == 1 or (kinds > 1 and (layout.language == "ko" or is_main))) and not told


def _is_named_in_brackets(layout: Layout, anchor: int, place: int) -> bool:
    """Say whether a Chinese word only names in brackets where most of a demand is ("下游需求(尤其是手机)旺盛")."""
    return layout.language == "zh" and place > anchor and layout.text.startswith("(", anchor)


def _opens_with_cause(layout: Layout) -> bool:
    """Say whether a Chinese sentence opens with a product and why something came of it ("绘图DRAM因显卡厂下修出货,需求转弱")."""
    if layout.language != "zh" or not layout.groups:
        return False
    group = layout.groups[0]
    return group.start - layout.start <= 4 and bool(_TOPIC_AND_CAUSE.match(layout.text, group.end))


def _opens_as_topic(layout: Layout) -> bool:
    """Say whether a Korean sentence opens with a product as its topic ("메모리는 고객 재고가 늘면서 ... 수요가 줄었다")."""
    if layout.language != "ko" or not layout.groups:
        return False
    group = layout.groups[0]
    return group.start - layout.start <= 12 and bool(_IS_TOPIC_KO.match(layout.text, group.end))


def is_demand_unnamed(layout: Layout, event: Event, first: int) -> bool:
    """Say whether nothing in the sentence tells whose a demand is ("下游需求减弱")."""
    told = layout.between(layout.start, event.end, "alien", "segment", "company")
    return not told and (event.metric or event.trigger).start - first <= 12
