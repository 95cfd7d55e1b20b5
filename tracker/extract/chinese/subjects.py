"""Chinese: the metric that a word of change belongs to: what stands before it, or the object that it rules."""

from __future__ import annotations

import re

from tracker.extract.event import Event, Refused
from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token
from tracker.extract.nearest import Found, find_left, find_right

# Chinese verbs that change their object where nothing before them in the clause can change ("也降低材料成本").
_OBJECT_VERBS = frozenset(
    "降低 提高 提升 增加 减少 扩大 缩减 加大 压缩 削减 减缩 砍掉 放缓 放慢 上浮 上修 下修 调减".split()
)
# These change nothing but their object, whatever stands before them ("库存偏低推升DRAM报价").
_PUSHES = frozenset("推升 推高 拉高 拉抬 抬高 垫高".split())

# What is made less of by a verb that touches it, whatever was cut before it ("降低投资与下调产能").
CUTS = frozenset("下调 调降 调减 下修 收缩 缩减 降低 减少 削减 收紧 压减 压降 关停 砍掉".split())

_ENDS = re.compile(r"[，,。;、的与和及]")


def find_metric_zh(layout: Layout, index: int, bound: dict[int, Event | Refused]) -> Found:
    """Chinese: the nearest metric to the left in the clause, then the object of a transitive verb, then a shared subject."""
    token = layout.tokens[index]
    first, _ = layout.clause_span(layout.clause(token.start))
    moved = _find_moved(layout, token, first)
    if moved is not None:
        return moved, None
    object_ = _find_object(layout, index, first)
    if object_ is not None and _leads_other_way(layout, token, object_):
        return None, Refused(token, f"{token.text} of what {object_.text} does by another word")
    if object_ is not None or "o" in token.flags:
        return object_, None
    left = find_left(layout, index, bound)
    if left[0] is not None or left[1] is not None:
        return left
    counted = _find_counted_before(layout, index, first, bound)
    if counted is not None:
        return None, counted
    if "d" not in token.flags and "p" in token.flags:
        return _find_told_after(layout, token, first), None
    right = find_right(layout, index, 6)
    # 疯狂需求, 强劲需求: the adjective touches its noun.
    if right is not None and ("的" in layout.text[token.end : right.start] or right.start - token.end <= 1):
        return right, None
    return None, None


# "DDR3价格被DDR4的降价拖累": what another thing moves, in the passive.
_MOVES = frozenset("拖累 连累 拖低 带动 拉动 推升 推高 所拖累 所带动".split())
_PASSIVE = re.compile(r"(?:被|(?<![不未免])受)(?:到|了)?[^，,。;]{2,18}$")
_ENDS_HERE = re.compile(r"[，,。;]|$")


def _find_moved(layout: Layout, token: Token, first: int) -> Token | None:
    """Return the price that a Chinese clause tells to be moved by something else ("NOR价格受NAND跌价拖累"), or None."""
    if token.text not in _MOVES or not _ENDS_HERE.match(layout.text, token.end, layout.end):
        return None
    if layout.text.startswith("受", first) and layout.text[first - 1 : first] not in "，,;。:不未免":
        first, _ = layout.clause_span(max(0, layout.clause(first) - 1))
    passive = _PASSIVE.search(layout.text, first, token.start)
    told = layout.between(first, passive.start(), "metric", "market", "alien") if passive is not None else []
    is_price = bool(told) and (told[-1].value == "price" or "price" in told[-1].flags)
    return told[-1] if is_price else None


# "在去年四季度下跌之后,NAND合约价...": whose fall it was stands in the next clause.
_BEFORE_THAT = re.compile(r"\s?(?:在|继|自|经历|历经|经过|经)(?:了)?[^，,。;]{1,14}$")
_AND_THEN = re.compile(r"了?(?:约|近|超|逾|超过)?(?:[\d.~\-]{1,9}%)?(?:之后|以后|过后|后)[，,]")


def _find_told_after(layout: Layout, token: Token, first: int) -> Token | None:
    """Return the price that a Chinese clause with a change of its own only goes back from ("在5月上涨之后,DDR4现货价持平")."""
    then = _AND_THEN.match(layout.text, token.end, layout.end)
    if then is None or not _BEFORE_THAT.fullmatch(layout.text, first, token.start):
        return None
    told = layout.between(then.end(), then.end() + 24, "metric", "market", "alien", "change", "event")
    is_price = bool(told) and (told[0].value == "price" or "price" in told[0].flags)
    return told[0] if is_price and told[0].cls in ("metric", "market") else None


def _leads_other_way(layout: Layout, token: Token, object_: Token) -> bool:
    """Say whether a Chinese verb only leads to what its object does, which goes another way ("带动合约价下滑")."""
    told = layout.between(object_.end, object_.end + 6, "change", "event", "metric", "alien")
    if "o" not in token.flags or not told or told[0].cls != "change" or told[0].value not in ("down", "flat"):
        return False
    return not _ENDS.search(layout.text, object_.end, told[0].start)


def _find_counted_before(layout: Layout, index: int, first: int, bound: dict[int, Event | Refused]) -> Event | None:
    """Return the sized demand, supply or stock that a Chinese clause counts on for another product ("DRAM需求增长20%,NAND增长15%")."""
    token = layout.tokens[index]
    told = next((place for place in range(index - 1, -1, -1) if layout.tokens[place].cls in ("change", "event")), None)
    before = bound.get(told) if told is not None else None
    if not isinstance(before, Event) or before.attribute == "price" or before.trigger.text != token.text:
        return None
    if layout.clause(before.trigger.start) != layout.clause(first) - 1:
        return None
    if layout.between(first, token.start, "metric", "alien", "maker", "company", "segment"):
        return None
    sizes = [a for a in layout.amounts if a.start >= before.trigger.end]
    is_sized = bool(sizes) and sizes[0].start < first and sizes[-1].start >= token.end
    return before if is_sized and any(first <= e.start < token.start for e in layout.entities) else None


def _find_object(layout: Layout, index: int, first: int) -> Token | None:
    """Return the metric after a Chinese word of change that it rules: an adjective's noun, a transitive verb's object."""
    token = layout.tokens[index]
    if layout.text[token.end : token.end + 1] == "的":
        right = find_right(layout, index, 9)
        if right is not None:
            return right
    if "o" in token.flags:
        return find_right(layout, index, 34)
    if token.text in CUTS:
        output = find_right(layout, index, 3)
        if output is not None and (output.value == "supply" or output.text == "产能"):
            return output
    right = find_right(layout, index, 14) if token.text in _OBJECT_VERBS else None
    if right is not None and (right.cls == "alien" or right.value == "other"):
        return right  # "降价会提高DDR5的渗透率": what rises is the object
    if _has_metric_left(layout, index, first) and not _is_told_by_then(layout, token, first):
        return find_right(layout, index, 34) if token.text in _PUSHES else None
    if "t" in token.flags or token.text in _PUSHES:
        return find_right(layout, index, 34)
    if token.text not in _OBJECT_VERBS:
        return None
    return find_right(layout, index, 14) or _find_far_output(layout, index)


def _find_far_output(layout: Layout, index: int) -> Token | None:
    """Return the supply that a Chinese verb rules behind a list of products ("削减DDR4、LPDDR4等旧制程产品供应")."""
    far = find_right(layout, index, 40)
    return far if far is not None and far.value == "supply" else None


def _is_told_by_then(layout: Layout, token: Token, first: int) -> bool:
    """Say whether the metric before a transitive verb has its own change already ("因需求强劲上调DRAM价格")."""
    metrics = layout.between(first, token.start, "metric")
    is_told = bool(metrics) and bool(layout.between(metrics[-1].end, token.start, "change"))
    return is_told and "t" in token.flags


def _has_metric_left(layout: Layout, index: int, first: int) -> bool:
    """Say whether a metric stands before a word in its clause."""
    return any(
        t.start >= first and (t.cls == "metric" or (t.cls == "market" and "price" in t.flags))
        for t in layout.tokens[:index]
    )
