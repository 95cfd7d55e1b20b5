"""A Chinese change that only points back at one told before: "此次涨价归因于…", "涨价后可能达到800万美元", "该短缺并非短期现象"."""

from __future__ import annotations

import re

from tracker.extract.entity import Bound
from tracker.extract.event import Event
from tracker.extract.layout import Layout

_THIS = re.compile(r"(?:[此本这该]一?(?:次|轮|波|番|场|回|股)|上述|前述|这种|这类|此番)(?:的|全面|大幅|大规模|集体)?$")
# What is said of the rise as such, which is known already.
_AS_SUCH = re.compile(r"(?:(?:幅度|行为|举动|本身|事件)+|(?:之|以)?后(?!续|市|期|半)|对(?!外|应))")


# A state of supply that is named again, to say what it comes of.
_THE_SAME = re.compile(
    r"(?:该|此|这|上述|前述|这(?:一|种|场|轮|次|样的)|此(?:种|轮|次|番)|本轮)(?:供应|供给|供需|产能|一)?$"
)


# "向客户发出涨价通知,服务器DRAM价格将上涨两成": the letter, and then what it says.
_LETTER = re.compile(
    r"(?:(?<=[函信])|(?<=通知|公告|通告)|的?(?:通知|函|信|公告|通告|公文|告知)(?:书|函|单|件)?)\s?[，,:：]"
)


def is_told_next(layout: Layout, event: Event) -> bool:
    """Say whether a Chinese rise is only a letter that announces the one of the next clause, told with its product."""
    if layout.language != "zh" or event.attribute != "price" or event.metric is not None:
        return False
    letter = _LETTER.match(layout.text, event.end)
    if letter is None or any(e.product != "MEMORY" and e.end <= event.start for e in layout.entities):
        return False
    named = [g for g in layout.groups if letter.end() <= g.start]
    return bool(named) and bool(layout.between(named[0].end, layout.end, "change", "event"))


def points_back(layout: Layout, event: Event, bound: Bound, *, has_price_topic: bool) -> bool:
    """Say whether a price change without product and size of its own is the one that the sentence before told of.

    "涨价潮或持续至2026年" goes on from there with news of its own. So with a shortage or a glut of the sentence before.
    """
    if layout.language == "zh" and event.rule == "supply event" and bound.how == "context" and not layout.periods:
        return _THE_SAME.search(layout.text, max(layout.start, event.start - 6), event.start) is not None
    if layout.language != "zh" or event.attribute != "price" or event.metric is not None:
        return False
    is_from_before = bound.how == "context" or event.rule == "same as before"
    if not (is_from_before and has_price_topic) or any(0 <= a.start - event.end <= 4 for a in layout.amounts):
        return False
    place = event.trigger.start
    return bool(
        _THIS.search(layout.text, max(layout.start, place - 8), place) or _AS_SUCH.match(layout.text, event.end)
    )
