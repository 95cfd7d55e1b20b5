"""Chinese clauses that keep out of the period of an earlier one: told of now, of another product, of no price."""

from __future__ import annotations

import re

from tracker.extract.chinese.durations import is_within, since_last_change
from tracker.extract.chinese.frames import frames_sentence, is_frame, leads, leads_behind_product
from tracker.extract.chinese.now import NOW
from tracker.extract.durations import came_after, is_of_a_while
from tracker.extract.event import Event
from tracker.extract.layout import Layout
from tracker.extract.marks import PeriodWord

_NEW_TOPIC = re.compile(r"[;；]\s?(?:就|至于|另外|此外|在)[^，,;]{0,14}[，,]")
_BECAUSE = re.compile(r"[，,;]?(?:受|因|由于|随着|鉴于)")
_CAUSE_OPENS = re.compile(r"(?:因为?|由于|鉴于)\s?$")
_SPOT_NOW = re.compile(r"现货[^，,。;]{0,6}(?:已经?|开始|率先|转而|正)(?!将)")
_STANDS = re.compile(r"持续|仍|依然|依旧|正在|目前|当前|继续")


def is_cut_off(layout: Layout, event: Event, word: PeriodWord, first: int) -> bool:
    """Say whether a new topic, another product, "…" or a second semicolon parts a Chinese period from a later clause."""
    gap = layout.text[word.end : first]
    is_new_topic = _NEW_TOPIC.search(gap) is not None
    if is_new_topic or _tells_of_another(layout, gap, first):
        return is_new_topic or event.attribute != "price" or not frames_sentence(layout, word)
    return "…" in gap or (";" in gap and layout.text.find(";", layout.start, word.start) >= 0)


# A clause of circumstance between a period's and one that goes on from it ("旺季需求带动下,").
_CIRCUMSTANCE = re.compile(r"[^，,。;:%]{2,16}(?:下|之下|带动|影响|支撑|推动|加持|挹注)[，,]")


def _tells_of_another(layout: Layout, gap: str, first: int) -> bool:
    """Say whether a Chinese clause after a semicolon tells, without a size, of a product of its own."""
    if ";" not in gap or _BECAUSE.match(layout.text, first):
        return False
    _, last = layout.clause_span(layout.clause(first))
    is_sized = any(first <= amount.start < last for amount in layout.amounts)
    return not is_sized and any(first <= e.start < last for e in layout.entities)


def is_of_cause_done(layout: Layout, word: PeriodWord) -> bool:
    """Say whether a Chinese period is that of a cause that is over by what it brings ("因去年四季度已大涨,涨幅收敛至5%")."""
    if not _CAUSE_OPENS.search(layout.text, max(layout.start, word.start - 4), word.start):
        return False
    return layout.text.startswith(("已", "就已"), word.end)


def tells_of_now(layout: Layout, event: Event, first: int) -> bool:
    """Say whether a Chinese clause tells of the present ("去年仍供过于求,如今却缺货"), whatever period stands before it."""
    is_stock_by_now = event.attribute == "inventory" and "已" in layout.text[first : event.trigger.end]
    return is_stock_by_now or bool(NOW.search(layout.text, first, event.trigger.start))


def tells_spot_now(layout: Layout, word: PeriodWord, first: int, place: int) -> bool:
    """Say whether a Chinese clause tells where spot prices stand by now, beside contracts of a period ("现货价已走跌")."""
    is_spot = layout.text.find("现货", layout.start, word.start) >= 0
    return not is_spot and _SPOT_NOW.search(layout.text, first, place) is not None


def stands_beside_price(layout: Layout, event: Event, word: PeriodWord, first: int) -> bool:
    """Say whether a supply or a demand goes on as it is beside a period's price ("Q3合约价预计再涨15%,NAND供给持续紧缺")."""
    if event.attribute not in ("supply", "demand"):
        return False
    told = layout.between(word.end, layout.clause_span(layout.clause(word.start))[1], "metric", "market", "event")
    is_price = bool(told) and (told[0].value.startswith("price") or "price" in told[0].flags)
    return is_price and _STANDS.search(layout.text, first, event.trigger.end) is not None


def is_of_another(layout: Layout, word: PeriodWord) -> bool:
    """Say whether a Chinese period stands inside a clause that changes nothing of ours ("原计划2026年初发售")."""
    first, last = layout.clause_span(layout.clause(word.start))
    if layout.text[last - 1] == "|":
        return False
    said = layout.between(first, last, "product", "maker", "company", "segment", "alien", "say")
    tokens = layout.between(first, last, "change", "event", "market", "metric")
    if not said and not tokens:
        return False
    if last - word.end <= 1 and re.search(r"[于在到自从]$", layout.text[first : word.start]):
        return False  # "计划于2026年第一季度, 将 …": the rest of the sentence says what
    is_apart = word.start - first > 2 or bool(layout.between(first, word.start, "maker", "company"))
    return is_apart and not any(t.cls != "metric" or t.value == "price" for t in tokens)


def is_told_apart(layout: Layout, event: Event, word: PeriodWord, first: int) -> bool:
    """Say whether what a period's clause tells keeps it from a later one: supply of no price, a thing's date, an end."""
    origin, origin_end = layout.clause_span(layout.clause(word.start))
    is_leading = leads(layout, word, origin) or leads_behind_product(layout, word, origin)
    is_next = (
        (origin_end == first or _CIRCUMSTANCE.fullmatch(layout.text, origin_end, first) is not None)
        and is_leading
        and not _names_product(layout, first)
    )
    if event.attribute == "price" and not is_next and _tells_no_price(layout, origin, origin_end):
        return True
    if is_frame(layout, word):
        return False
    is_told = bool(layout.between(word.end, first, "change", "event"))
    is_listed = layout.text[first - 1] == "、"  # "到Q4呈现供应吃紧、价格上涨的态势"
    return _only_dates_a_thing(layout, event, word) or (word.is_boundary and is_told and not is_listed)


def _names_product(layout: Layout, first: int) -> bool:
    """Say whether the clause that begins at a place names a product of its own."""
    _, last = layout.clause_span(layout.clause(first))
    return any(first <= e.start < last for e in layout.entities)


def _tells_no_price(layout: Layout, first: int, last: int) -> bool:
    """Say whether a Chinese clause tells of supply or demand in its period and of no price ("全年缺货态势确立")."""
    told = layout.between(first, last, "change", "event")
    is_other = bool(told) and all(t.value.startswith(("supply:", "demand:", "inventory:")) for t in told)
    prices = layout.between(first, last, "metric", "market")
    return is_other and not any(t.value == "price" or "price" in t.flags for t in prices)


def _only_dates_a_thing(layout: Layout, event: Event, word: PeriodWord) -> bool:
    """Say whether a Chinese period only tells which one a noun is ("协商2026年HBM定价,在HBM需求上升..."), for no later state."""
    if event.attribute == "price" or word.is_boundary:
        return False
    first, last = layout.clause_span(layout.clause(word.start))
    rest = layout.text[word.end : last].strip(" ，,、")
    is_framing = leads(layout, word, first) or rest in ("", "以来", "起", "开始", "期间", "时")
    return not is_framing and not layout.between(first, last, "change", "event", "future")


def is_over(layout: Layout, event: Event, word: PeriodWord) -> bool:
    """Say whether a change is told of some time since a Chinese period, or of what came after it."""
    if came_after(layout, word, event):
        return True
    if is_within(layout, word, event.end):
        return False
    return is_of_a_while(layout, since_last_change(layout, event, word.end), event.end)
