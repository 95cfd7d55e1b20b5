"""What changes: each word of change bound to the price, supply, demand or inventory that it speaks of.

The order differs by language: English puts adjectives and "in" phrases before the noun, Chinese the object after some verbs,
Korean and Japanese the verb last. A change of anything else (revenue, shipments, shares) is refused here, with a reason.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import cast

from tracker.extract.lexicon import Token
from tracker.extract.parse import Layout
from tracker.statement import DIRECTIONS, Attribute, Direction

# No sentence of prose says more; a table run together or noise does, and would cost the square of its length.
MOST_CHANGES = 30
_CAPACITY = frozenset({"产能", "capacity", "supply growth", "bit growth", "캐파", "생산능력", "生産能力"})
_RESIZES = frozenset(
    "drop drops fall falls rise rises increase increases decline declines shrink ease moderate accelerate expand reach come slow".split()
)
# Words of quality rather than quantity: supply that "improves" has not grown.
_NOT_OF_SUPPLY = frozenset(
    "improve improves improved improving improvement improvements better stronger strong robust solid favorable recovery weak weaker soft softer pressure 改善 强劲 走强 走弱 疲软 승승".split()
)
_LIGHT = frozenset({"product", "segment", "market", "region", "basis", "filler", "zip"})
_IN_PHRASE = re.compile(
    r"\s*(?:of (?:about |over |around |nearly |more than |up to |at least |roughly |approximately )?[\d.,]+ ?(?:%|percent)?(?: ?(?:to|-|and) ?[\d.,]+ ?(?:%|percent)?)? )?(?:in|of|for|across|on)\b"
)
_PRICE_ONLY = re.compile(r"涨|跌|价|上调|下调|调升|调降")
_STRONG_BARE = re.compile(
    r"涨|跌|扬|飙|翻|腰斩|走高|攀升|走低|重挫|오르|올랐|오른|올라|오를|뛰|뛴|급등|폭등|치솟|인상|급락|폭락|떨어|인하|내렸|내린|高騰|高腾|急騰|急腾|値|反落|続伸"
)
_KO_OLD = re.compile(r"['’\"]?에서")
_NEW_SUBJECT = re.compile(r"^\s*and |\band (?=\w+$)|\band $")
_WEEK_WORDS = re.compile(r"周|week|주(?:치|분|일)? |週")
_WEEKS = re.compile(
    r"[^，,。.;；\d]{0,14}?(?P<only>仅|只|only|just|불과|わずか|不到|不足|less than)?[^，,。.;；\d]{0,6}(?P<down>降至|下降|减至|to )?(?:约|about |around |약 |約)?(?P<n>\d{1,2})(?:\s?(?:-|~|至|到|to)\s?\d{1,2})?\s?(?:个?周|weeks?|주|週)(?!年|期)"
)
_EASES = re.compile(
    r"\b(?:eas(?:e|es|ed|ing)|alleviat\w+|resolv\w+|subsid\w+|end(?:s|ed)?)\b|缓解|纾解|改善|解除|结束|완화|해소|解消|緩和|缓和"
)
_COMPARES = re.compile(r"\s*than\b")
_OFFSETS = re.compile(
    r"\s*(?:more than |partially )?offset(?:ting|s)?\b[^.;]{0,50}\b(?:decline|decrease|drop|lower|reduction)"
)
_CAUSED_BY = re.compile(
    r"(?:due|attributable|owing|thanks)(?: \w+)? to (?:\w+ ){0,2}$|(?:driven|led|supported|fueled)(?: \w+)? by (?:\w+ ){0,2}$|\b(?:be|come|came|comes|coming) from (?:\w+ ){0,1}$"
)
_NOMINAL_AFTER = re.compile(r"\s?(?:的)?(?:速度|力度|势头|幅度|步伐|压力|动能|空间)")


@dataclass(frozen=True, slots=True)
class Event:
    """A change found in a sentence: what changes, which way, and the words that say so."""

    attribute: Attribute
    direction: Direction
    trigger: Token
    metric: Token | None
    rule: str

    @property
    def start(self) -> int:
        """Where the first of its words begins."""
        return min(self.trigger.start, self.metric.start) if self.metric else self.trigger.start

    @property
    def end(self) -> int:
        """Where the last of its words ends."""
        return max(self.trigger.end, self.metric.end) if self.metric else self.trigger.end


@dataclass(frozen=True, slots=True)
class Refused:
    """A word of change that makes no claim of ours, and why."""

    trigger: Token
    reason: str


def find_events(layout: Layout, has_price_topic: bool) -> tuple[list[Event], list[Refused]]:
    """Return the changes that a sentence speaks of, in order, and the words of change that were refused.

    `has_price_topic` says that the sentence before spoke of memory prices, so that a bare "DRAM rose" is one too.
    """
    events: list[Event] = []
    refused: list[Refused] = []
    triggers = [t for t in layout.tokens if t.cls in ("change", "event")]
    if len(triggers) > MOST_CHANGES:
        return [], [Refused(triggers[0], f"{len(triggers)} words of change in one sentence: no prose")]
    bound: dict[int, Event | Refused] = {}
    for index, token in enumerate(layout.tokens):
        if token.cls not in ("change", "event"):
            continue
        if layout.language == "ko" and _KO_OLD.match(layout.text, token.end):
            bound[index] = Refused(token, "the value before a revision")
            refused.append(Refused(token, "the value before a revision"))
            continue
        result = (
            _repeat(layout, token, events) if token.value == "same" else _bind(layout, index, bound, has_price_topic)
        )
        bound[index] = result
        if isinstance(result, Event):
            events.append(result)
            continue
        refused.append(result)
    if layout.language == "en":
        events += _find_causes(layout, events, bound)
    if _WEEK_WORDS.search(layout.text, layout.start, layout.end):
        told = {e.metric.start for e in events if e.metric}
        events += [e for e in _find_weeks(layout) if e.trigger.start not in told]
    return sorted(events, key=lambda e: e.trigger.start), refused


def _repeat(layout: Layout, token: Token, events: list[Event]) -> Event | Refused:
    """Return the event of "adjust" or "do so": the direction of the price spoken of just before."""
    before = [e for e in events if e.attribute == "price"]
    if token.text == "延续" and not _is_alone(layout, token):
        return Refused(token, f"{token.text} of what is not said")
    if not before or layout.clause(token.start) == layout.clause(before[-1].trigger.start):
        return Refused(token, f"{token.text} of nothing said before")
    return Event("price", before[-1].direction, token, None, "same as before")


def _is_alone(layout: Layout, token: Token) -> bool:
    """Say whether nothing but a period stands before a word in its clause ("三季度延续")."""
    first, _ = layout.clause_span(layout.clause(token.start))
    body = layout.text[first : token.start]
    for word in layout.periods:
        if first <= word.start < token.start:
            body = body.replace(layout.text[word.start : word.end], "")
    return len(re.sub(r"[\s，,仍将也则继续会有望可]", "", body)) == 0


def _find_weeks(layout: Layout) -> list[Event]:
    """Return inventories told in weeks: "only 4 weeks" is a low level."""
    found: list[Event] = []
    for token in layout.tokens:
        if token.cls != "metric" or token.value != "inventory":
            continue
        match = _WEEKS.match(layout.text, token.end, min(layout.end, token.end + 40))
        if match and (match["only"] or float(match["n"]) <= 5) and not match["down"]:
            found.append(Event("inventory", "tight", token, token, "inventory in weeks"))
    return found


def _find_causes(layout: Layout, events: list[Event], bound: dict[int, Event | Refused]) -> list[Event]:
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
        if not _CAUSED_BY.search(layout.text, max(layout.start, token.start - 44), token.start):
            continue
        caused = _caused_direction(layout, token, bound)
        if caused is not None:
            found.append(Event("price", caused, token, token, "price as cause"))
    return found


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


def _bind(layout: Layout, index: int, bound: dict[int, Event | Refused], has_price_topic: bool) -> Event | Refused:
    """Return the event of one word of change, or why it is none."""
    token = layout.tokens[index]
    if token.cls == "event":
        return _bind_event(layout, index)
    if (
        token.text in ("增", "増", "减", "減")
        and layout.language == "ja"
        and not any(0 <= token.start - a.end <= 3 for a in layout.amounts)
    ):
        return Refused(token, f"{token.text} without a size")
    if token.value == "balanced" and re.search(
        r"低于|高于|below|above|不及", layout.text[max(layout.start, token.start - 12) : token.start]
    ):
        return Refused(token, "compared with the normal level")
    if token.text == "better" and re.search(r"guidance|expect|guided", layout.text[layout.start : layout.end]):
        return Refused(token, "better than guided, no change in time")
    metric, shared = _find_metric(layout, index, bound)
    if shared is not None:
        return _shared_event(token, shared)
    if metric is None:
        is_ours = "p" in token.flags or (
            layout.language == "en" and not layout.between(layout.start, layout.end, "metric", "alien")
        )
        if has_price_topic and not layout.entities and not bound and layout.amounts and is_ours:
            return Event("price", cast(Direction, token.value), token, None, "goes on")
        has_price = has_price_topic or _speaks_of_price(layout)
        has_price = has_price or any(isinstance(one, Event) and one.attribute == "price" for one in bound.values())
        return _bind_bare(layout, index, has_price)
    return _judge(layout, token, metric)


def _bind_event(layout: Layout, index: int) -> Event | Refused:
    """Return a self-contained event, unless the words before it say that it is one of something else."""
    token = layout.tokens[index]
    attribute, _, direction = token.value.partition(":")
    before = layout.tokens[index - 1] if index else None
    if (
        before
        and not layout.text[before.end : token.start].strip()
        and token.start - before.end <= 1
        and before.cls in ("metric", "alien")
    ):
        kind = "" if before.cls == "alien" else before.value
        is_own = kind in (attribute, "price") or (
            attribute == "supply" and before.text in ("产能", "capacity", "supply", "production")
        )
        if not is_own and attribute == "price":
            return Refused(token, f"{token.text} of {before.text}")
    if attribute == "price" and "m" in token.flags and _is_spread(layout, token):
        return Refused(token, "a spread between two prices, no change in time")
    if "x" in token.flags and not layout.between(*layout.clause_span(layout.clause(token.start)), "negation"):
        return Refused(token, f"{token.text} without a denial")
    if attribute == "supply" and _eases(layout, token):
        return Refused(token, f"{token.text} that eases")
    if attribute == "supply":
        near = _nearest_inventory(layout, index)
        if near is not None and layout.language == "ko":
            return Event("inventory", "tight", token, near, "inventory event")
    return Event(cast(Attribute, attribute), cast(Direction, direction), token, None, f"{attribute} event")


def _eases(layout: Layout, token: Token) -> bool:
    """Say whether a shortage or a glut is said to ease, and that is not denied."""
    _, last = layout.clause_span(layout.clause(token.start))
    found = _EASES.search(layout.text, token.end, min(last, token.end + 40))
    return bool(found) and not layout.between(token.end, found.start() if found else last, "negation")


def _is_spread(layout: Layout, token: Token) -> bool:
    """Say whether a Chinese size of rise compares the spot with the contract price ("较合约价涨幅达")."""
    first, _ = layout.clause_span(layout.clause(token.start))
    body = layout.text[first : token.start]
    return bool(re.search(r"(?:较|比|相较|相比|高于|高出)[^，,]{0,8}(?:合约价|合同价|现货价)", body))


def _nearest_inventory(layout: Layout, index: int) -> Token | None:
    """Return the inventory word directly before a supply word of the same clause ("재고 부족")."""
    before = layout.tokens[index - 1] if index else None
    return before if before and before.cls == "metric" and before.value == "inventory" else None


def _shared_event(token: Token, shared: Event | Refused) -> Event | Refused:
    """Return the event of a second verb that shares the subject of the first ("rose and will rise further")."""
    if isinstance(shared, Refused):
        return Refused(token, shared.reason)
    if shared.attribute != "price" and _PRICE_ONLY.search(token.text):
        return Refused(token, f"{token.text} does not fit {shared.attribute}")
    if (
        "n" in shared.trigger.flags
        and shared.metric is not None
        and shared.metric.end + 1 == shared.trigger.start
        and token.text in _RESIZES
    ):
        return Event(shared.attribute, shared.direction, token, shared.metric, "size revised")
    if "m" in shared.trigger.flags and token.value in ("up", "down", "flat"):
        # A rise that is revised, narrows or widens is still a rise.
        return Event(shared.attribute, shared.direction, token, shared.metric or shared.trigger, "size revised")
    if token.value not in DIRECTIONS[shared.attribute] or ("d" in token.flags and shared.attribute == "price"):
        return Refused(token, f"{token.text} does not fit {shared.attribute}")
    return Event(shared.attribute, cast(Direction, token.value), token, shared.metric, "shared subject")


def _judge(layout: Layout, token: Token, metric: Token) -> Event | Refused:
    """Return the event of a change and its metric, or why the two make none."""
    if metric.cls == "alien":
        return Refused(token, f"{metric.text} is no memory")
    kind = "price" if metric.cls == "market" else metric.value
    if metric.cls == "event":
        kind = metric.value.partition(":")[0]
    if (
        kind == "other"
        and token.value == "tight"
        and metric.text in _CAPACITY
        and layout.entities
        and token.text not in ("受限", "有限", "不足")
    ):
        kind = "supply"
    if kind == "other":
        return Refused(token, f"change of {metric.text}")
    if kind == "cost":
        kind = "price" if _is_cost_of_memory(layout, metric) else "other"
    if kind == "other":
        return Refused(token, f"change of {metric.text}")
    direction = token.value
    if token.text == "growth" and kind != "price":
        return Refused(token, f"growth of {metric.text}")
    if kind == "supply" and direction in ("up", "down") and token.text in _NOT_OF_SUPPLY:
        return Refused(token, f"{token.text} said of {metric.text}")
    if kind == "inventory" and token.text in ("improve", "improves", "improved", "improving"):
        direction = "down"
    is_loss = kind == "supply" and (direction == "tight" or "s" in token.flags)
    if kind in ("price", "supply") and "d" in token.flags and not is_loss:
        return Refused(token, f"{token.text} said of {metric.text}")
    if "i" in token.flags and kind != "inventory":
        return Refused(token, f"{token.text} said of {metric.text}")
    if direction not in DIRECTIONS[cast(Attribute, kind)]:
        return Refused(token, f"{token.text} said of {metric.text}")
    return Event(cast(Attribute, kind), cast(Direction, direction), token, metric, f"{kind} + {direction}")


def _is_cost_of_memory(layout: Layout, metric: Token) -> bool:
    """Say whether a cost is what a buyer pays for memory: a memory word stands directly before it."""
    return any(0 <= metric.start - e.end <= 2 for e in layout.entities)


def _speaks_of_price(layout: Layout) -> bool:
    """Say whether a price word stands anywhere in the sentence."""
    return any(
        (t.cls == "metric" and t.value == "price")
        or (t.cls == "market" and "price" in t.flags)
        or t.value.startswith("price:")
        for t in layout.tokens
    )


def _bind_bare(layout: Layout, index: int, has_price: bool) -> Event | Refused:
    """Return the event of a change without a metric: a product that "rose", or one that is simply tight."""
    token = layout.tokens[index]
    if token.value in ("tight", "loose", "balanced"):
        if "i" in token.flags:
            return Refused(token, f"{token.text} of nothing known")
        beside = _product_beside(layout, token)
        return (
            Event("supply", cast(Direction, token.value), token, None, "bare supply")
            if beside and _is_close(layout, token)
            else Refused(token, f"{token.text} of nothing known")
        )
    before = layout.tokens[index - 1] if index else None
    if (
        "d" in token.flags
        and before
        and before.cls == "segment"
        and token.start - before.end <= 2
        and layout.language == "zh"
    ):
        return Event("demand", cast(Direction, token.value), token, None, "segment demand")
    if "o" in token.flags or "d" in token.flags or ("w" in token.flags and not has_price):
        return Refused(token, f"{token.text} of nothing known")
    beside = _product_beside(layout, token)
    if not beside:
        return Refused(token, f"{token.text} of nothing known")
    is_sized = "a" in token.flags and any(0 <= a.start - token.end <= 4 for a in layout.amounts)
    if has_price and is_sized and layout.language == "en":
        return Event("price", cast(Direction, token.value), token, None, "bare price")
    if has_price and ("p" in token.flags or (layout.language != "zh" and "v" in token.flags)):
        return Event("price", cast(Direction, token.value), token, None, "bare price")
    if "p" in token.flags and _STRONG_BARE.search(token.text):
        return Event("price", cast(Direction, token.value), token, None, "bare price")
    return Refused(token, f"{token.text} of what is not said")


def _is_close(layout: Layout, token: Token) -> bool:
    """Say whether a product stands within a few words of a bare "tight"."""
    near = [e for e in layout.entities if -2 <= token.start - e.end <= 14 or 0 <= e.start - token.end <= 14]
    return bool(near)


def _product_beside(layout: Layout, token: Token) -> bool:
    """Say whether a product is the subject of a change: in its clause, before it (or right after it in an "in" phrase)."""
    first, last = layout.clause_span(layout.clause(token.start))
    if any(first <= e.start < token.start for e in layout.entities):
        nearest = max(e.end for e in layout.entities if first <= e.start < token.start)
        return not layout.between(nearest, token.start, "alien", "metric", "maker") or layout.language != "en"
    if layout.language == "en" and _IN_PHRASE.match(layout.text, token.end):
        return any(token.end <= e.start < min(last, token.end + 30) for e in layout.entities)
    return False


# --- where the metric stands -----------------------------------------------------------------------------------------

_Found = tuple[Token | None, Event | Refused | None]


def _find_metric(layout: Layout, index: int, bound: dict[int, Event | Refused]) -> _Found:
    """Return the metric of a change, or the earlier change whose subject it shares."""
    if layout.language == "en":
        return _find_metric_en(layout, index, bound)
    if layout.language == "zh":
        return _find_metric_zh(layout, index, bound)
    return _find_metric_final(layout, index, bound)


def _find_metric_en(layout: Layout, index: int, bound: dict[int, Event | Refused]) -> _Found:
    """English: adjective before its noun, "increase in prices", "raised prices", else the subject to the left."""
    token = layout.tokens[index]
    if "n" in token.flags and _IN_PHRASE.match(layout.text, token.end):
        right = _right(layout, index, 60)
        if right is not None:
            return right, None
    if ("a" in token.flags or "t" in token.flags) and not _COMPARES.match(layout.text, token.end):
        right = _right(layout, index, 45)
        if right is not None and not _is_own_subject(layout, index):
            return right, None
    left = _left(layout, index, bound)
    if left[0] is not None or left[1] is not None:
        return left
    if "v" in token.flags:
        return _right(layout, index, 40), None
    return None, None


def _is_own_subject(layout: Layout, index: int) -> bool:
    """Say whether an English participle follows its own subject ("prices increasing in the low ..."), so has no object."""
    token = layout.tokens[index]
    if not {"a", "v"} <= token.flags or index == 0:
        return False
    before = layout.tokens[index - 1]
    is_metric = before.cls == "metric" or (before.cls == "market" and "price" in before.flags)
    return is_metric and token.start - before.end <= 1


def _find_metric_zh(layout: Layout, index: int, bound: dict[int, Event | Refused]) -> _Found:
    """Chinese: the nearest metric to the left in the clause, then the object of a transitive verb, then a shared subject."""
    token = layout.tokens[index]
    first, _ = layout.clause_span(layout.clause(token.start))
    if layout.text[token.end : token.end + 1] == "的":
        right = _right(layout, index, 9)
        if right is not None:
            return right, None
    if "o" in token.flags:
        return _right(layout, index, 14), None
    if "t" in token.flags or "p" not in token.flags:
        right = _right(layout, index, 34)
        if right is not None and ("t" in token.flags) and not _has_metric_left(layout, index, first):
            return right, None
    left = _left(layout, index, bound)
    if left[0] is not None or left[1] is not None:
        return left
    if "d" not in token.flags and "p" in token.flags:
        return None, None
    right = _right(layout, index, 6)
    if right is not None and "的" in layout.text[token.end : right.start]:
        return right, None
    # 疯狂需求, 强劲需求: the adjective touches its noun.
    if right is not None and right.start - token.end <= 1:
        return right, None
    return None, None


def _has_metric_left(layout: Layout, index: int, first: int) -> bool:
    """Say whether a metric stands before a word in its clause."""
    return any(t.start >= first and t.cls == "metric" for t in layout.tokens[:index])


def _find_metric_final(layout: Layout, index: int, bound: dict[int, Event | Refused]) -> _Found:
    """Korean and Japanese: the nearest metric to the left, else the noun that the verb stands before ("치솟는 가격")."""
    layout.tokens[index]
    left = _left(layout, index, bound)
    if left[0] is not None:
        return left
    right = _right(layout, index, 16)
    if right is not None:
        return right, None
    return left


def _right(layout: Layout, index: int, reach: int) -> Token | None:
    """Return the first metric to the right within reach, past products and segments only, in the same clause."""
    token = layout.tokens[index]
    _, last = layout.clause_span(layout.clause(token.start))
    product_seen = False
    for other in layout.tokens[index + 1 :]:
        if other.start - token.end > reach or (other.start >= last and not product_seen):
            return None
        if not product_seen and _NEW_SUBJECT.search(layout.text, token.end, other.start):
            return None
        if other.cls == "metric" or (other.cls == "market" and "price" in other.flags):
            return other
        product_seen = product_seen or other.cls == "product"
        if other.cls == "alien" and not product_seen:
            return other
        if other.cls == "event" or (other.cls == "change" and "n" not in other.flags):
            return None
        if other.cls not in _LIGHT and other.cls not in ("alien", "change"):
            return None
    return None


def _left(layout: Layout, index: int, bound: dict[int, Event | Refused]) -> _Found:
    """Return the nearest metric to the left, or the earlier change that stands in between and shares its subject."""
    token = layout.tokens[index]
    own = layout.clause(token.start)
    first, _ = layout.clause_span(own)
    for place in range(index - 1, -1, -1):
        other = layout.tokens[place]
        if other.start < first and _has_subject(layout, first, token.start):
            return None, None
        if other.start < first and _is_aside(layout, other.start):
            continue
        if other.value == "same":
            continue
        if "w" in token.flags and other.start < first:
            return None, None
        if (
            other.cls == "metric"
            and other.value in ("supply", "demand", "inventory", "cost")
            and layout.language == "zh"
            and _PRICE_ONLY.search(token.text)
        ):
            continue
        if (
            "p" in token.flags
            and layout.language == "zh"
            and other.cls == "event"
            and not other.value.startswith("price")
        ):
            continue
        if other.cls == "metric" or (other.cls == "market" and "price" in other.flags):
            if other.start < first and not _may_reach_back(layout, other, own):
                return None, None
            return other, None
        if other.cls == "alien" and other.start >= first:
            return other, None
        if other.cls in ("change", "event") and place in bound:
            if other.start < first and layout.language == "en" and not _continues_clause(layout, first):
                return None, None
            return None, bound[place]
        if token.start - other.start > 160:
            return None, None
    return None, None


def _has_subject(layout: Layout, first: int, last: int) -> bool:
    """Say whether a clause names a subject of its own before the change: a product, something else, a company."""
    if any(first <= e.start < last for e in layout.entities):
        return True
    if layout.language == "en" and re.search(r"\b(?:them|they|it)\b", layout.text[first:last]):
        return False
    return bool(layout.between(first, last, "alien", "maker", "company", "agency", "firstperson"))


def _is_aside(layout: Layout, place: int) -> bool:
    """Say whether a place lies in a clause of circumstance ("随着客户库存调整"), whose nouns are no subject of the next."""
    first, _ = layout.clause_span(layout.clause(place))
    return bool(re.match(r"\s*(?:随着|由于|受|因|with|amid|despite|as|due)(?![a-z])", layout.text[first : first + 9]))


def _may_reach_back(layout: Layout, metric: Token, own: int) -> bool:
    """Say whether a clause without a subject may take the metric of an earlier one: at most two clauses away."""
    return own - layout.clause(metric.start) <= 2


def _continues_clause(layout: Layout, first: int) -> bool:
    """Say whether an English clause goes on with the subject before: it begins with "and", "but", "then" or a verb."""
    return bool(
        re.match(
            r"\s*(?:and|but|then|or|with|which|that|is|are|was|were|will|up|down|to)\b", layout.text[first : first + 12]
        )
    )
