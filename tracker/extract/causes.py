"""Changes that no word of change says: prices named as the cause of another change, inventories told in weeks."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import cast

from tracker.extract.amount import Amount
from tracker.extract.chinese.slashes import is_paired_before
from tracker.extract.chinese.stocks import find_few_months
from tracker.extract.event import REVISED, Event, Refused
from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token
from tracker.extract.patterns import one_of
from tracker.extract.revised import find_revision
from tracker.statement import DIRECTIONS, Attribute, Direction

WEEK_WORDS = re.compile(r"周|个月|个季度|半月|星期|week|주(?:치|분|일|\s)")


_WEEKS = re.compile(
    r"[^，,。.;；\d]{0,14}?(?P<only>仅|只|only|just|불과|わずか|不到|不足|less than)?[^，,。.;；\d]{0,6}(?P<down>降至|下降|减至|to )?(?:约"
    r"|about |around |약 )?(?P<n>\d{1,2})(?:\s?(?:-|~|至|到|to)\s?\d{1,2})?\s?(?:个?周|weeks?|주)(?!年|期)"
)


_WEEKS_OF = re.compile(r"\b(?:one|two|three|four|five|[1-5](?:\.\d)?) weeks?(?: worth)? of (?:[a-z]+ ){0,2}$")
_OFFSETS = re.compile(
    r"\s*(?:more than |partially )?offset(?:ting|s)?\b[^.;]{0,50}\b(?:decline|decrease|drop|lower|reduction)"
)


_CAUSED_BY = re.compile(
    r"(?:due|attributable|owing|thanks)(?: \w+)? to (?:\w+ ){0,2}$|(?:driven|led|supported|fueled)(?: \w+)? by (?:\w+ ){0,2}$|\b(?:be|come|came|comes|coming) from (?:\w+ ){0,1}$"
    r"|(?:mostly|mainly|primarily|largely|entirely|purely|partly|in part|all) (?:on|from|by|because of|reflecting) (?:\w+ ){0,2}$|(?:helped|aided|boosted|lifted) by (?:\w+ ){0,2}$"
)
BY_EFFECT = "price told by its effect"
# "Margins were hit by pricing", "revenue benefited from pricing".
_HURT_BY = re.compile(
    r"\b(?:hurt|hit|pressured|squeezed|dragged down|weighed down|reduced|eroded|compressed) by (?:the |our |lower |weak |poor )?(?:dram |nand |nor |flash |memory )?$"
)
_HELPED_BY = re.compile(
    r"\b(?:benefit(?:ed|ted|ing|s)? from|a benefit from|(?:a )?tailwinds? (?:from|on|in|due to)) (?:the |our |good |strong |solid |favou?rable )?(?:dram |nand |nor |flash |memory )?$"
)


# "Memory prices drive up PC costs", "as RAM prices squeeze buyers of phones": what only dear memory does.
_DRIVES_COSTS = re.compile(
    r" (?:(?:is|are|have|has|continue|continues|will|could|may|to|now|also) ){0,3}"
    + one_of(
        # What is driven up
        r"(?:driv|push|rais|inflat|lift|increas|send|sent|drove)[a-z]* (?:up )?(?:[a-z0-9'\-]+ ){0,4}?"
        r"(?:costs?|prices?|bills?|boms?)\b(?! (?:down|lower))",
        # Who suffers
        r"(?:squeez|punish|burden|pinch|hurt|bit|weigh on|deter)[a-z]* (?:[a-z]+ ){0,3}?"
        r"(?:buyers|consumers|customers|shoppers|gamers|builders|affordability"
        r"|(?:pc|phone|smartphone|device|console|laptop) (?:makers|brands|sales|shipments))\b",
    )
)


def find_signed(layout: Layout, *, has_price_topic: bool) -> list[Event]:
    """Return prices whose change is only a sign: "DRAM contract price 3Q26 +13-18%"."""
    found: list[Event] = []
    for amount in layout.amounts:
        if not amount.sign or amount.is_old or is_paired_before(layout, amount):
            continue
        first, last = layout.clause_span(layout.clause(amount.start))
        piece = _piece_of(layout, amount, first, last, is_next=any(e.trigger.start >= first for e in found))
        if any(not _is_revision(layout, t) for t in layout.between(*piece, "change", "event", "alien")):
            continue
        # "ASP: D램 +5%·낸드 +4%": in Korean what is counted may stand before a colon.
        since = layout.start if layout.language == "ko" else _since_caption(layout, first)
        said = layout.between(since, amount.start, "metric", "market")
        counted = _counted(layout, amount, said, found)
        if counted is not None:
            beside = counted if said else None
            found.append(signed_event(layout, amount, beside, cast(Attribute, counted.value)))
            continue
        if said and said[-1].cls == "metric" and said[-1].value != "price":
            continue
        if not said and layout.language == "zh":
            said = _caption_before(layout, amount.start, first) or _level_before(layout, amount.start, first)
            said = said or _headed_zh(layout, amount.start, first)
        names_product = any(first <= e.start < amount.start for e in layout.entities)
        if not said and found and _counts_on(layout, found[-1], amount.start, first):
            found.append(signed_event(layout, amount, found[-1].metric))
            continue
        is_next = layout.language == "en" and bool(found) and _is_listed(layout, found[-1].end, amount.start)
        if not said and not ((has_price_topic or is_next) and names_product):
            continue
        is_other = bool(found) and any(found[-1].end <= e.start < amount.start for e in layout.entities)
        is_new = is_other and bool(said) and said[-1].start < found[-1].trigger.start
        found.append(signed_event(layout, amount, said[-1] if said and not is_new else None))
    return found


def _piece_of(layout: Layout, amount: Amount, first: int, last: int, *, is_next: bool) -> tuple[int, int]:
    """Return the part of a Chinese list that a further signed size stands in ("+8%(PC +5%、NAND持平)"), else its clause."""
    if layout.language != "zh":
        return first, last
    begins = max(layout.text.rfind(mark, first, amount.start) for mark in "、(") + 1
    is_named = is_next and any(begins <= e.start < amount.start for e in layout.entities)
    if not is_named:
        begins = first
    ends = [at for mark in "、()" if (at := layout.text.find(mark, amount.end, last)) >= 0]
    return begins, min([last, *ends])


def _is_revision(layout: Layout, token: Token) -> bool:
    """Say whether a word of change only tells that an English forecast is moved to a signed size ("cut its forecast to +5%")."""
    is_change = layout.language == "en" and token.cls == "change"
    return is_change and find_revision(layout, layout.tokens.index(token)) == REVISED


def _is_listed(layout: Layout, first: int, last: int) -> bool:
    """Say whether nothing else that is counted stands between two signed sizes ("contract: DRAM +5%, NAND -2%")."""
    return not layout.between(first, last, "metric", "alien", "maker", "company")


def _since_caption(layout: Layout, first: int) -> int:
    """Return where the caption of an English line begins ("DRAM contract: +15% QoQ"), else where its clause does."""
    is_captioned = layout.language == "en" and layout.text[layout.start : first].rstrip().endswith(":")
    return layout.clause_span(layout.clause(first) - 1)[0] if is_captioned else first


def _caption_before(layout: Layout, place: int, first: int) -> list[Token]:
    """Return the price that the clause before names where a Chinese one gives only a period ("DRAM均价季变动率;4Q25 +30%")."""
    dated = [w for w in layout.periods if first <= w.start < place]
    if not dated or first <= layout.start or not _ESTIMATED.fullmatch(layout.text, dated[-1].end, place):
        return []
    if layout.text[first : dated[0].start].strip(" 、,，;；:(") or layout.text[first - 1] not in ";；:、,，":
        return []
    since, _ = layout.clause_span(layout.clause(first) - 1)
    told = layout.between(since, first, "metric", "market", "alien", "change")
    return told[-1:] if told and (told[-1].value == "price" or "price" in told[-1].flags) else []


def _headed_zh(layout: Layout, place: int, first: int) -> list[Token]:
    """Return the price that a product and a colon head a Chinese signed size with ("DRAM ASP QoQ:+30%(同业+25%)")."""
    if layout.text[first - 1 : first] != ":" or place - first > 1:
        return []
    since, _ = layout.clause_span(layout.clause(first) - 1)
    told = layout.between(since, first, "metric", "market", "alien", "change", "event", "maker", "company")
    is_price = len(told) == 1 and (told[0].value == "price" or "price" in told[0].flags)
    return told if is_price and any(since <= e.start < told[0].start for e in layout.entities) else []


# What stands between a period and its signed size ("2027Q1预估+8%").
_ESTIMATED = re.compile(r"\s?(?:e|f|\(e\)|预估|预计|预期|预测|约|环比|季增|:)?\s?")
_COSTS = re.compile(r"\d(?:美元|美金|美分|元)(?!\w?[亿万])")
_AGAINST = re.compile(r"[，,\s]*(?:[周月季年]|单周|较(?:上一?个?|前一?)[周月季])?(?:环比|同比)?\s?")


def _level_before(layout: Layout, place: int, first: int) -> list[Token]:
    """Return the price whose level the clause before a Chinese signed size gives ("DDR4均价为13.5美元,周环比+3.2%")."""
    number = layout.clause(first)
    if not number or not _AGAINST.fullmatch(layout.text, first, place):
        return []
    since, _ = layout.clause_span(number - 1)
    told = layout.between(since, first, "metric", "market", "alien", "change", "event")
    is_price = bool(told) and (told[-1].value == "price" or "price" in told[-1].flags)
    return told[-1:] if is_price and _COSTS.search(layout.text, since, first) else []


def signed_event(layout: Layout, amount: Amount, metric: Token | None, attribute: Attribute = "price") -> Event:
    """Return the change that a signed size is, of a price where nothing else is counted."""
    direction: Direction = "up" if amount.sign > 0 else "down"
    text = layout.text[amount.start : amount.end]
    token = Token(amount.start, amount.end, "change", direction, frozenset("v"), text)
    return Event(attribute, direction, token, metric, "signed size")


# What stands between a demand and its signed size ("需求 YoY +70%").
_GROWS_BY = re.compile(
    r"(?:[\s*|:()]|年增|季增|同比|环比|yoy|qoq|y/y|q/q|位元|增速|成长|增长|率|量|预估|预计|约"
    r"|전년 ?(?:대비|비)|전분기 ?(?:대비|비)|증가율|성장률|[은는이가]|약)*"
)


def _counted(layout: Layout, amount: Amount, said: list[Token], found: list[Event]) -> Token | None:
    """Return the demand or supply that a Chinese or Korean signed size counts: before it, or before the size just before it."""
    if layout.language not in ("zh", "ko"):
        return None
    if said:
        is_counted = said[-1].cls == "metric" and said[-1].value in ("demand", "supply")
        return said[-1] if is_counted and _GROWS_BY.fullmatch(layout.text, said[-1].end, amount.start) else None
    before = found[-1] if found else None
    if before is None or before.attribute == "price" or before.metric is None:
        return None  # one more of a list, after the first
    others = layout.between(before.trigger.end, amount.start, "metric", "market", "alien", "maker", "company")
    named = [e for e in layout.entities if before.trigger.end <= e.start and e.end <= amount.start]
    is_next = bool(named) and _GROWS_BY.fullmatch(layout.text, named[-1].end, amount.start) is not None
    return before.metric if is_next and not others else None


def _counts_on(layout: Layout, before: Event, place: int, first: int) -> bool:
    """Say whether a Chinese clause gives only another period for a signed size ("25Q3环比+15%,预计25Q4环比+25%")."""
    is_next = layout.clause(place) - layout.clause(before.trigger.start) == 1
    told = layout.between(first, place, "product", "maker", "company", "metric", "market")
    is_dated = any(first <= w.start < place for w in layout.periods)
    return layout.language == "zh" and is_next and not told and is_dated


def find_weeks(layout: Layout) -> list[Event]:
    """Return inventories told in weeks: "only 4 weeks" is a low level."""
    found: list[Event] = []
    for token in layout.tokens:
        if token.cls != "metric" or token.value != "inventory":
            continue
        match = _WEEKS.match(layout.text, token.end, min(layout.end, token.end + 40))
        before = _WEEKS_OF.search(layout.text, max(layout.start, token.start - 40), token.start)
        if layout.language == "zh" and match is None:
            found += _find_weeks_left(layout, token) or find_few_months(layout, token)
        if before is not None and layout.language == "en":
            found.append(Event("inventory", "tight", token, token, "inventory in weeks"))
        is_few = bool(match) and match is not None and float(match["n"]) <= 5 and layout.language != "ja"
        if match and (match["only"] or is_few) and not match["down"]:
            found.append(Event("inventory", "tight", token, token, "inventory in weeks"))
    return found


def _find_weeks_left(layout: Layout, metric: Token) -> list[Event]:
    """Return what a Chinese inventory is told to have come down to, week by week ("由10周降至4周,目前只剩3周")."""
    found: list[Event] = []
    for match in _WEEKS_LEFT.finditer(layout.text, metric.end, min(layout.end, metric.end + 80)):
        if match["left"]:
            trigger = Token(match.start(), match.end(), "change", "tight", frozenset("i"), match[0])
            found.append(Event("inventory", "tight", trigger, metric, "inventory in weeks"))
    return found


_WEEKS_LEFT = re.compile(
    r"(?P<left>只剩|仅剩|剩下?|不到|不足|仅有|只有|仅能支应|仅够)(?:约|大约|下)?\s?\d{1,2}\s?(?:[-~至到]\s?\d{1,2}\s?)?(?:个?周|星期)"
)
_AND_METRIC = re.compile(r"(?: (?:and|as well as) |/)(?:(?:average|overall|contract|spot|selling|their|its|the) )*")


def find_joined(layout: Layout, events: list[Event]) -> list[Event]:
    """Return the changes of what is named together with the metric of another ("drove down both output and prices")."""
    used = {e.metric.start for e in events if e.metric}
    told = [t for t in layout.tokens if t.cls in ("metric", "market")]
    pairs = [(a, b) for a, b in pairwise(told) if _AND_METRIC.fullmatch(layout.text, a.end, b.start)]
    return [
        Event(attribute, event.direction, event.trigger, other, "joined metric")
        for one, two in pairs
        for named, other in ((one, two), (two, one))
        for event in events
        if event.metric == named and other.start not in used and other.text != "availability"
        for attribute in _attributes_of(other)
        if {attribute, event.attribute} != {"supply", "demand"}
        and event.direction in DIRECTIONS[attribute]
        and not (attribute == "price" and "d" in event.trigger.flags)
    ]


def _attributes_of(metric: Token) -> list[Attribute]:
    """Return what a word measures; nothing where it is nothing of ours."""
    if metric.cls == "market":
        return ["price"] if "price" in metric.flags else []
    return [cast(Attribute, metric.value)] if metric.value in ("price", "supply", "demand", "inventory") else []


def find_causes(layout: Layout, events: list[Event], bound: dict[int, Event | Refused]) -> list[Event]:
    """Return prices named as the cause of another change: "margin down, due to pricing", "growth driven by pricing".

    Also pricing that offsets a decline in volumes, which so went up.
    """
    found: list[Event] = []
    if re.search(r"guidance|guided", layout.text[layout.start : layout.end]):
        return found
    used = {e.metric.start for e in events if e.metric}
    for token in layout.tokens:
        if not (token.cls == "metric" and token.value == "price") or token.start in used:
            continue
        if _OFFSETS.match(layout.text, token.end):
            found.append(Event("price", "up", token, token, "price offsets a decline"))
            continue
        told = _told_by_effect(layout, token)
        if told is not None:
            found.append(Event("price", told, token, token, BY_EFFECT))
            continue
        if not _CAUSED_BY.search(layout.text, max(layout.start, token.start - 44), token.start):
            continue
        caused = _caused_direction(layout, token, bound)
        if caused is not None:
            found.append(Event("price", caused, token, token, "price as cause"))
    return found


def _told_by_effect(layout: Layout, token: Token) -> Direction | None:
    """Return which way a price went by what it did: it hurt results, or they benefited from it."""
    span = (layout.text, max(layout.start, token.start - 50), token.start)
    if _DRIVES_COSTS.match(layout.text, token.end):
        return "up"
    if _HURT_BY.search(*span):
        return "down"
    return "up" if _HELPED_BY.search(*span) else None


def _caused_direction(layout: Layout, token: Token, bound: dict[int, Event | Refused]) -> Direction | None:
    """Return the direction of the revenue, margin or growth that a price is named as the cause of."""
    for index in range(len(layout.tokens) - 1, -1, -1):
        other = layout.tokens[index]
        if other.start >= token.start:
            continue
        if other.cls == "change" and other.value in ("up", "down") and isinstance(bound.get(index), Refused):
            return cast(Direction, other.value)
        if other.text == "growth":
            return "up"
    return None
