"""The products that stand beside a change in its clause: before its metric, between metric and change, or ruled by it.

Refuses products that are only compared with, measured by, or that capacity is moved to.
"""

from __future__ import annotations

import re

from tracker.extract.bare import DESCRIBES_KO
from tracker.extract.chinese.topic import find_topic_zh
from tracker.extract.event import Event
from tracker.extract.groups import Group
from tracker.extract.layout import Layout

_LIKE = re.compile(r"(?:价格|涨势|走势)?(?:同步|相同|类似|相近|相当|一致|接近|相仿|一样)的")
_OF_METRIC = re.compile(
    r"\s*(?:levels?|environment|trends?)?\s*(?:for|of|in|on|across)\s+(?:both |all |our |the |most )?(?:(?!and )[\w\-]+ ){0,4}\(?"
)
_DESCRIBES = re.compile(r"[^、。は,がも]{0,10}(?:きた|した|いた|する|いる|る|続く)")
_OUTPUT_OF = re.compile(
    r" (?:production|capacity|output|supply|supplies) (?:(?:for|in|through) (?:[\w\-]+ ){1,3}?)?(?:(?:is|are|was|has|have|been|already|now|all|fully|completely|remains?) )*"
)
# What capacity is moved to is not what is made less of ("shift capacity toward HBM and scale back output").
_SHIFTED_TO = re.compile(
    r"\b(?:shift|mov|convert|reallocat|allocat|divert|switch|redirect|prioriti|dedicat|devot|reassign|transition)[a-z]*\b[^,;.]{0,40}\b(?:to|towards?|into|for) (?:the |more |its |their )?$"
)
_AUXILIARY = re.compile(
    r" (?:(?:chips|products|was|were|is|are|has|have|had|been|will|would|should|could|may|might|to|be|also|then|only"
    r"|even|by|expected|likely|set|seen|continued|continues|continue|kept|keeps|keep|began|begins|begun|started|starts"
    r"|still|just|actually|now|went|on|further|again|remained|remains|stayed|stays|slightly|sharply|steadily"
    r"|modestly) )*"
)
_COVERS = re.compile(
    r"\s*(?:覆盖|涵盖|包括|涉及|包含|例如|比如|including|covering|(?:both|particularly|especially|notably|primarily|mainly) (?:for|in|on|across)\b|(?:in|for|across) both\b)"
)
# "Higher prices and HBM growth": a product that only describes the next noun of a list.
_JOINED = re.compile(r",? and (?:[a-z\-]+ ){0,3}|\s?(?:和|与|以及|及|、)\s?|(?:과|와| 및|,) |[とや、]|および")
_AND_NEXT = re.compile(r"(?:,| and) (?:[a-z\-]+ ){0,3}$")
_HEADED = re.compile(
    r" (?:growth|mix|shipments?|sales|revenues?|volumes?|ramps?)\b|(?:产品)?(?:出货|销量|销售|占比|营收|放量|比重|增长)| ?(?:성장|출하|판매|비중|매출|확대)|の?(?:出荷|贩売|比率|売上|成长|伸び|拡大)"
)
_MEASURE = re.compile(
    r"(?: ?대비|[와과] (?:달리|비교)|에 비해|보다|에 비하면|に比べ|と比べ|よりも?|以上に|と?同様(?:に|、)|と同じ(?:く|ように))"
)
_LIKENED = re.compile(r"以上に|と?同様(?:に|、)|と同じ(?:く|ように)")
_IS_SUBJECT = re.compile(r"\)?(?: ?\([^)]{0,16}\))?[은는이가](?=[\s,])")
_ADNOMINAL = re.compile(r"(?:状态)?の\s?|(?:된|한|는)\s")
# "DDR5比DDR4涨得更多": what another product is measured by.
_ROSE_MORE = re.compile(r"(?:的?价格)?(?:还|更|要)?(?:[涨跌升降](?:价)?得|[早晚先快慢])")
ALL_OF = re.compile(r" ?(?:모두|둘 다|공히|할 것 없이|전부|양쪽|은|는|이|가)[ ,]")


def find_named_apart(layout: Layout, event: Event, first: int) -> Group | None:
    """Return the products of a Korean clause that takes its metric from the one before ("D램 수요는 20%, 낸드는 10% 늘 것")."""
    if layout.language != "ko" or event.attribute == "price" or event.metric is None or event.metric.start >= first:
        return None
    return find_left_product(layout, event, first)


def find_described(layout: Layout, event: Event) -> Group | None:
    """Return the products that a Japanese bare change describes ("下落の一途をたどったDRAM")."""
    if layout.language not in ("ja", "ko") or event.metric is not None or event.attribute != "price":
        return None
    describes = _DESCRIBES if layout.language == "ja" else DESCRIBES_KO
    for group in layout.groups:
        if group.start >= event.trigger.end:
            return group if describes.fullmatch(layout.text, event.trigger.end, group.start) else None
    return None


def find_opening_topic(layout: Layout, first: int) -> Group | None:
    """Return the products that open an English or a Chinese sentence as its topic ("For server DRAM, orders ...")."""
    if layout.language != "en" or not layout.groups:
        return find_topic_zh(layout, first)
    group = layout.groups[0]
    opening = layout.text[layout.start : group.start]
    is_topic = group.end <= first and re.fullmatch(
        r"\s*(?:and |so |now |then |turning to |moving to )?(?:in|for|on|within) (?:\w+ ){0,3}", opening
    )
    return group if is_topic and re.match(r"[\s,]", layout.text[group.end : group.end + 1]) else None


def is_compared_behind(layout: Layout, event: Event, group: Group) -> bool:
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
            r"(?:小于|低于|大于|高于|不及|不如|超过|逊于|(?<![至由对关鉴基属惠益利助在源限由])于|相较|(?<!比)较|(?<![占对同环反])比|than)\s?$",
            layout.text[max(layout.start, group.start - 6) : group.start],
        )
    )


def is_of_next_noun(layout: Layout, event: Event, group: Group) -> bool:
    """Say whether products behind a price or a stock only describe what is named with it ("higher prices and HBM shipments")."""
    if event.attribute not in ("price", "inventory") or not _HEADED.match(layout.text, group.end):
        return False
    if event.attribute == "inventory" and layout.language == "en":
        return _AND_NEXT.search(layout.text, event.end, group.start) is not None
    return _JOINED.fullmatch(layout.text, event.end, group.start) is not None


def find_covered(layout: Layout, last: int) -> Group | None:
    """Return the products that the next clause lists as covered ("全线涨价，覆盖存储")."""
    if not _COVERS.match(layout.text, last):
        return None
    _, stop = layout.clause_span(layout.clause(last))
    return next((g for g in layout.groups if last <= g.start < stop), None)


def find_renamed(layout: Layout, event: Event) -> Group | None:
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


def find_beside(layout: Layout, event: Event) -> Group | None:
    """Return the products directly before the price word or the change, or between the two."""
    subject = _subject_after_metric(layout, event)
    if subject is not None:
        return subject
    if event.trigger.cls == "event" and layout.language in ("ko", "ja"):
        for group in layout.groups:
            if group.start >= event.trigger.end and _ADNOMINAL.fullmatch(layout.text[event.trigger.end : group.start]):
                return group
    for group in reversed(layout.groups):
        if is_measure(layout, group) or is_of_next_noun(layout, event, group):
            continue
        if event.metric is not None and event.trigger.end <= group.start < event.metric.start:
            return group  # "a fall in NAND prices and DRAM prices": the price word may stand inside the list
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
    if ALL_OF.fullmatch(gap):
        return True
    if layout.between(first, last, "alien", "metric", "change", "event", "maker", "company"):
        return False
    return not re.search(r"[,;，；。:、]", gap) or bool(re.fullmatch(r"[\s)\]」\"』]*", gap))


def is_likened(layout: Layout, group: Group) -> bool:
    """Say whether Japanese products are only named as what does the same, or less ("DRAM同様", "DRAM以上に")."""
    return layout.language == "ja" and _LIKENED.match(layout.text, group.end) is not None


def find_left_product(layout: Layout, event: Event, first: int) -> Group | None:
    """Return the last group before the change in its clause."""
    stop = max(event.start, event.trigger.start)
    if layout.language == "en" and event.metric is not None and event.metric.start > event.trigger.start:
        stop = event.start
    found = [g for g in layout.groups if first <= g.start and g.end <= stop and not is_measure(layout, g)]
    if layout.language == "en" and event.attribute == "supply":
        found = [g for g in found if not _SHIFTED_TO.search(layout.text, max(first, g.start - 64), g.start)]
    return found[-1] if found else None


def is_measure(layout: Layout, group: Group) -> bool:
    """Say whether products are only what another one is measured by ("DDR4에 비해", "DRAMより", "与DRAM同步的涨幅")."""
    if _LIKE.match(layout.text, group.end):
        return layout.text.endswith(("与", "和", "跟", "同"), layout.start, group.start)
    if layout.language == "zh" and _ROSE_MORE.match(layout.text, group.end):
        return layout.text.endswith("比", layout.start, group.start)
    return bool(_MEASURE.match(layout.text, group.end))


def find_right_product(layout: Layout, event: Event, last: int) -> Group | None:
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


def is_object(layout: Layout, event: Event, group: Group) -> bool:
    """Say whether products to the right hang on the change ("prices in DRAM and NAND", "shortages of NOR")."""
    gap = layout.text[event.end : group.start]
    return (
        len(gap) <= 60
        and not re.search(r"\band\b", gap)
        and bool(re.match(r"\s*(?:\w+ ){0,4}?(?:in|for|of|across|on|within)\b", gap))
    )
