"""Chinese products set before a sentence as what it is about: "至于NAND,三季度涨5%", "服务器DRAM方面,合约价走高"."""

from __future__ import annotations

import re

from tracker.extract.groups import Group
from tracker.extract.layout import Layout

_AS_TOPIC = re.compile(r"(?:[\s)]|市场|产品|价格){0,3}(?:方面|部分|部份|领域|板块)\s?[,，:：]")
_TURNS_TO = re.compile(r"[\s*>\-•·]*(?:而|但|再)?(?:至于|关于|谈到|谈及|说到|再看|转看|来看|回到|提到)(?:说|了)?\s?")
_IS_ALL = re.compile(r"[\s)]?(?:方面|部分|这边|这块|来说|来讲|而言|本身|市场|产品)?\s?[,，:：]")
_LONGEST_OPENING = 4


def find_topic_zh(layout: Layout, first: int) -> Group | None:
    """Return the products that open a Chinese sentence as its topic, where none other stands before the clause at a place."""
    if layout.language != "zh" or not layout.groups:
        return None
    group = layout.groups[0]
    opening = layout.text[layout.start : group.start]
    is_topic = len(opening) <= _LONGEST_OPENING and _AS_TOPIC.match(layout.text, group.end)
    is_topic = is_topic or (_TURNS_TO.fullmatch(opening) and _IS_ALL.match(layout.text, group.end))
    is_last = not any(group.end <= g.start < first for g in layout.groups)
    return group if group.end <= first and is_topic and is_last else None


def goes_on_from_topic(layout: Layout, place: int) -> bool:
    """Say whether the clause at a place is the first that tells of such a topic ("至于NAND,三季度涨5%")."""
    first, _ = layout.clause_span(layout.clause(place))
    topic = find_topic_zh(layout, first)
    if topic is None or layout.between(topic.end, place, "metric", "alien", "maker", "company", "change", "event"):
        return False
    return layout.clause(topic.start) == layout.clause(place) - 1
