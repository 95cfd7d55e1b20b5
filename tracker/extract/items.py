"""Lines of price trackers and digests: a product with a sign or a state for a verb ("- NAND Flash: +70-75% QoQ", "DRAM：季增10%").

Such a line holds nothing but products, what qualifies them, periods and sizes. What it counts is a price, unless it stands
below a heading that says otherwise.
"""

from __future__ import annotations

import re
from typing import cast

from tracker.extract.causes import signed_event
from tracker.extract.chinese.slashes import is_paired_before
from tracker.extract.entity import Entity
from tracker.extract.event import Event
from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token
from tracker.extract.sentences import Sentence
from tracker.statement import Attribute, Direction

LONGEST_ITEM = 110
_SHORTEST_PROSE = 60
# What may be left of an item beside its words: marks, densities, and what it costs.
_PLAIN = re.compile(
    r"(?:[，；\s\-*•·・‧▪◆■○●>【】。:;,、.()/~+=|约$¥%x\d]|[gmt]bx?\d{0,2}\b|us\$|usd|in\b|for\b|per\b|to\b|vs\b|美元|美金|元|달러|ドル|约|wafers?\b|晶圆|颗粒|区间|左右|上下|仅|≈|は|の|은|는|였|flash|单价"
    r"|conventional|standard|general|legacy|ttl|w/w|wow|m/m|q/q|y/y|was|is|at)*"
)
_STATED = re.compile(r"(?:[:\-]|\s|元\()\s?$")
_COUNTED = re.compile(
    r"revenue|sales|shipment|\bbits?\b|output|capex|capacity|margin|profit|share|stock|\betfs?\b|earnings|exports?\b|market size|营收|收入|销售|销量|出货|位元|产出|产能"
    r"|资本支出|毛利|获利|股|市占|份额|出口|产值|매출|출하|비트|생산|점유율|주가|종목|이익|수출|투자|売上|出荷|ビット|生产|シェア|株|利益|输出|投资"
)
_ENDS = re.compile(r"[.。!?！？]\W?$")


def heads_others(folded: str, sentence: Sentence) -> bool | None:
    """Say whether the lines below a short line count something else than prices; None for one of a list, which heads nothing."""
    if "%" in folded[sentence.start : sentence.end]:
        return None
    is_prose = sentence.end - sentence.start > _SHORTEST_PROSE or _ENDS.search(folded, sentence.start, sentence.end)
    return not is_prose and bool(_COUNTED.search(folded, sentence.start, sentence.end))


def is_item(layout: Layout) -> bool:
    """Say whether a short line holds nothing but products, markets, periods and what they changed by."""
    if layout.end - layout.start > LONGEST_ITEM or not layout.entities:
        return False
    if any(t.cls not in _OF_ITEM and not (t.cls == "metric" and t.value == "price") for t in layout.tokens):
        return False
    return holds_only_words(layout, layout.start, layout.end)


def holds_only_words(layout: Layout, first: int, last: int) -> bool:
    """Say whether nothing but known words, sizes, periods and marks stand between two places."""
    parts = [p for part in (layout.tokens, layout.amounts, layout.periods) for p in part]
    at = first
    for start, end in sorted((p.start, p.end) for p in parts if first <= p.start < last):
        if start > at and not _PLAIN.fullmatch(layout.text, at, start):
            return False
        at = max(at, end)
    return at >= last or _PLAIN.fullmatch(layout.text, at, last) is not None


_OF_ITEM = frozenset({"product", "segment", "market", "basis", "change", "event", "region"})


def find_items(layout: Layout, events: list[Event]) -> list[Event]:
    """Return the changes that a line of a list tells by a sign or by a word alone, but for those that are found already.

    Of memory at large a line may count a whole business, so that only one on a product counts.
    """
    if not is_item(layout) or all(e.product == "MEMORY" for e in layout.entities):
        return _find_opening_items(layout, events) if layout.language == "zh" else []
    told = {place for e in events for place in (e.trigger.start, e.trigger.end)}
    signed = [a for a in layout.amounts if a.sign and not a.is_old and a.start not in told]
    signed = [a for a in signed if not is_paired_before(layout, a)]
    found = [signed_event(layout, amount, None) for amount in signed]
    for token in layout.between(layout.start, layout.end, "change", "event"):
        attribute = None if token.start in told or token.end in told else _measured(layout, token)
        if token.value == "flat" and token.text == "유지" and told:
            continue  # "상승세 유지": what is kept is the trend
        if attribute is not None:
            found.append(Event(attribute, cast(Direction, token.value), token, None, "item of a list"))
    return found


def _find_opening_items(layout: Layout, events: list[Event]) -> list[Event]:
    """Return the signed sizes of a Chinese memo that goes on with something else ("2Q26 DRAM +58%、NAND +70%,动能仍强").

    The first says which quarter it is of or what it is counted against; without either it may be a day of shares.
    """
    if _COUNTED.search(layout.text, layout.start, layout.end):
        return []
    told = {e.trigger.start for e in events}
    found: list[Event] = []
    for amount in layout.amounts:
        first, _ = layout.clause_span(layout.clause(amount.start))
        since = max([first, *(a.end for a in layout.amounts if first <= a.start and a.end <= amount.start)])
        named = [e for e in layout.entities if since <= e.start and e.end <= amount.start]
        if not amount.sign or amount.is_old or amount.start in told or len(named) != 1 or named[0].product == "MEMORY":
            continue
        said = [t for t in layout.tokens if first <= t.start < amount.start]
        is_plain = all(t.cls in _OF_ITEM and t.cls not in ("change", "event") for t in said)
        is_dated = any(first <= p.start < amount.start for p in layout.periods) or any(t.cls == "basis" for t in said)
        is_next = bool(found) and not layout.between(found[-1].trigger.end, first, "change", "event", "metric")
        is_next = is_next and layout.clause(first) - layout.clause(found[-1].trigger.start) <= 1
        if is_plain and (is_dated or is_next) and holds_only_words(layout, first, amount.start):
            found.append(signed_event(layout, amount, None))
    return found


def _measured(layout: Layout, token: Token) -> Attribute | None:
    """Return what a word of a line tells of the product before it: a state its supply, a flat or sized change its price."""
    behind = [e for e in layout.entities if e.end <= token.start]
    if not behind:
        return None
    if not _STATED.search(layout.text, behind[-1].end, token.start) and not _counts_kind(layout, token, behind[-1]):
        return None
    if token.value in ("tight", "loose", "balanced"):
        priced = layout.between(behind[-1].end, token.start, "metric", "market")
        return None if any(t.value == "price" or "price" in t.flags for t in priced) else "supply"
    is_sized = any(0 <= a.start - token.end <= 2 for a in layout.amounts)
    is_price = token.value == "flat" or (token.value in ("up", "down") and is_sized)
    return "price" if is_price else None


def _counts_kind(layout: Layout, token: Token, entity: Entity) -> bool:
    """Say whether a Chinese change that says what it is counted against stands by a kind of product ("PC DRAM三季度季增10%").

    Agencies count a kind of product by its price alone; DRAM as a whole, and a maker's, may be its revenue.
    """
    is_counted = layout.language == "zh" and bool(token.flags & {"QoQ", "MoM"})
    is_kind = bool(entity.segments or entity.technology)
    return is_counted and is_kind and not layout.between(entity.end, token.start, "change", "event")
