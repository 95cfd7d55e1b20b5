"""What a word of change speaks of: the metric that it belongs to, by the order of words of each language.

English puts adjectives and "in" phrases before the noun, Chinese the object after some verbs, Korean and Japanese the verb last.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tracker.extract.korean.endings import is_cause, is_past_participle
from tracker.extract.lexicon import Token
from tracker.extract.parse import Layout
from tracker.statement import Attribute, Direction

_LIGHT = frozenset({"product", "segment", "market", "region", "basis", "filler", "zip"})


IN_PHRASE = re.compile(
    r"\s*(?:of (?:about |over |around |nearly |more than |up to |at least |roughly |approximately )?[\d.,]+ ?(?:%|percent)?(?: ?(?:to|-|and) ?[\d.,]+ ?(?:%|percent)?)? )?(?:in|of|for|across|on)\b"
)


PRICE_ONLY = re.compile(r"(?<!高)涨|贵|便宜|跌|价|上调|下调|调升|调降")


_NEW_SUBJECT = re.compile(r"^\s*and |\band (?=\w+$)|\band (?:in |for |on )?$")


_JA_CAUSE = re.compile(r"(?:により|によって|に伴い|を受け|を背景に|のため|ことから|ことで|ため|ので|から、)(?!る)")
_PURPOSE = re.compile(r"(?:for|used in) (?:\w+ |\w+ and ){0,2}$")


# Chinese verbs that change their object where nothing before them in the clause can change ("也降低材料成本").
_OBJECT_VERBS = frozenset(
    "降低 提高 提升 增加 减少 扩大 缩减 加大 压缩 削减 减缩 砍掉 放缓 放慢 上浮 上修 下修 调减".split()
)
# These change nothing but their object, whatever stands before them ("库存偏低推升DRAM报价").
_PUSHES = frozenset("推升 推高 拉高 拉抬 抬高 垫高".split())
_ADNOMINAL = re.compile(r"[은는한된인운른온난]$|[いなた]$")
_KO_CAUSE = re.compile(r"(?:으로|로|에) (?!전망|예상|보(?!합))|(?:에 따라|때문에|탓에)")
_JA_PARTICLE = re.compile(r"[はがもを]|に(?!な)|で(?!あ)|、")
# A verb that makes of a noun of change what describes the next noun ("下落が続いたNAND価格").
_JA_THEREBY = re.compile(r"(?:増|减|大|复|迷|足|剰|产|整|迫|退|振)(?:加|少)?で")
JA_RELATIVE = re.compile(
    r"[がの](?:続(?:く|いた|いている|いてきた|いていた)|止まらな(?:い|かった)|目立(?:つ|った)|著し(?:い|かった)|激し(?:い|かった))(?![、。])"
)
_IS_TOLD_JA = re.compile(r"(?:市场|取引|平均|品)?[はがも、]")
_JA_TOPIC = re.compile(r"(?:の?(?:动向|见通し|先行き|推移))?(?:について|に関して)?は[、,]")
# "재고 덕분에 소폭 하락": a metric named only as what led to the change.
_THANKS_TO = re.compile(
    r" ?(?:덕분에|덕에|탓에|때문에|영향으로|여파로|문제로|이슈로|부담으로|부담에|로 인해|으로 인해|에 밀려|에 밀린|에 힘입어|공세에|공세로)"
)
_KO_NOUN = re.compile(
    r"(?:상승|급등|폭등|인상|반등|증가|하락|급락|폭락|인하|감소|확대|둔화|회복|부진|급증|폭증|위축|축소)"
)
_KO_PARTICLE = re.compile(r"(?:[은는이가을를도에로와과]|으로|에서)\s|,")
# What follows a Japanese supply or demand that is told as a cause ("供給過剰感が強く、", "減産により").
_JA_IS_CAUSE = re.compile(
    r"[^、。,「」]{0,14}?(?:により|によって|のため|ため|ことから|ことで|を受け|を背景に|に伴い|に伴って|ので|影响で)[、,]?"
    r"|の[^、。,の]{1,6}で[、,]|(?:感|化|倾向)?(?:が(?:强く|强まり|続き|続いて|进み|进んで|広がり))?(?:で|から|、|,)"
)
# Nouns of Japanese price reports that tell of prices alone ("15%の下げ", "2割高となった").
PRICED_JA = re.compile(r"(?:下げ|上げ)[一-鿿ぁ-ん]{0,6}|(?:高|安)(?:となっ|と|で|だっ|だ|に)?")
_DIRECTED = ("up", "down")
OLD_VALUE = "the value before a revision"
KEPT = "a trend that is kept"
OVER = "a fall that is over"
REACHED = "a level that is reached"
NOT_YET = "a rest that has not come yet"
_FINAL_PRICE_ONLY = re.compile(
    r"보합|오르|오른|올랐|올라|뛰|급등|폭등|하락|급락|폭락|인상|인하|치솟|반등|上が|上升|下落|下が|高腾|急腾|急落|反発|値"
)
_OF_FORECAST = re.compile(
    r" (?:its|their|the|his|her|earlier|prior|previous)? ?(?:forecasts?|estimates?|projections?|outlook|guidance|targets?)\b"
)
_LISTS = re.compile(r"\s?[:,\-]?\s?")
# "Contracts dipped 2.8%", "spot has sprinted 30%": the price of a market that is its own subject.
_OF_MARKET = re.compile(
    r" (?:has |have |had |will |should |could |may |might |is set to |are set to |is expected to |are expected to |also |then "
    r"|is |are |was |were |be |been |being |seen |expected to |still |broadly |largely |simply |all )*"
)
_IN_BETWEEN = re.compile(r"[a-z] (?:in|for|to|on|about|over|around)\b")
TOWARDS = re.compile(r"了?(?:对|给|向)")  # "收紧对模组厂的供应"
_COPULA = re.compile(
    r"\b(?:is|are|was|were|be|been|remain\w*|stay\w*|bec[ao]m\w*|look\w*|turn\w*|gets?|got|grew|prov\w+|continu\w+ to be) (?:[a-z]+ )?$"
)
_COMPARES = re.compile(r"\s*than\b")


@dataclass(frozen=True, slots=True)
class Event:
    """A change found in a sentence: what changes, which way, and the words that say so."""

    attribute: Attribute
    direction: Direction
    trigger: Token
    metric: Token | None
    rule: str
    start: int = field(init=False, repr=False, compare=False)
    end: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Work out once where the first of its words begins and the last one ends."""
        trigger, metric = self.trigger, self.metric
        object.__setattr__(self, "start", min(trigger.start, metric.start) if metric else trigger.start)
        object.__setattr__(self, "end", max(trigger.end, metric.end) if metric else trigger.end)


@dataclass(frozen=True, slots=True)
class Refused:
    """A word of change that makes no claim of ours, and why."""

    trigger: Token
    reason: str


_Found = tuple[Token | None, Event | Refused | None]


def match_cause(layout: Layout, event: Event) -> int | None:
    """Return where a Japanese change that is told as a cause ends with its word of cause; None where it is none."""
    found = _JA_IS_CAUSE.match(layout.text, event.trigger.end, layout.end) if layout.language == "ja" else None
    return found.end() if found else None


def find_metric(layout: Layout, index: int, bound: dict[int, Event | Refused]) -> _Found:
    """Return the metric of a change, or the earlier change whose subject it shares."""
    if layout.language == "en":
        return _find_metric_en(layout, index, bound)
    if layout.language == "zh":
        return _find_metric_zh(layout, index, bound)
    return _find_metric_final(layout, index, bound)


def _find_metric_en(layout: Layout, index: int, bound: dict[int, Event | Refused]) -> _Found:
    """English: adjective before its noun, "increase in prices", "raised prices", else the subject to the left."""
    token = layout.tokens[index]
    if is_listed(layout, token):
        return None, None
    phrase = IN_PHRASE.match(layout.text, token.end) if "n" in token.flags else None
    if phrase is not None and not any(0 <= word.start - phrase.end() <= 5 for word in layout.periods):
        right = _right(layout, index, 60)
        if right is not None and not (token.value == "tight" and _is_of_product(layout, index)):
            return right, None
        if _is_of_product(layout, index):
            return None, None
    if ("a" in token.flags or "t" in token.flags) and not _COMPARES.match(layout.text, token.end):
        right = _right(layout, index, 45)
        is_object = right is not None and not _has_other_object(layout, token, right)
        is_object = is_object and not _tells_subject(layout, token)
        if is_object and not _is_own_subject(layout, index) and not _is_predicate(layout, token, right):
            return right, None
    if {"t", "o"} <= token.flags:
        return None, None  # "stock is weighing on prices": what weighs on something does not fall
    left = _left(layout, index, bound)
    if left[0] is not None or left[1] is not None:
        return left
    if "v" in token.flags:
        right = _right(layout, index, 90 if _OF_FORECAST.match(layout.text, token.end) else 40)
        return (None, None) if right is not None and _has_other_object(layout, token, right) else (right, None)
    return None, None


def _has_other_object(layout: Layout, token: Token, metric: Token) -> bool:
    """Say whether an English verb rules a noun that only speaks of the metric ("driving uncertainty in supply")."""
    is_verb = "t" in token.flags and not _OF_FORECAST.match(layout.text, token.end)
    return is_verb and bool(_IN_BETWEEN.search(layout.text, token.end, metric.start))


def _is_predicate(layout: Layout, token: Token, metric: Token | None) -> bool:
    """Say whether an English adjective says of its subject what it is, and the metric stands in a clause after it."""
    _, last = layout.clause_span(layout.clause(token.start))
    is_apart = metric is not None and metric.start >= last
    return is_apart and bool(_COPULA.search(layout.text, max(layout.start, token.start - 24), token.start))


def _tells_subject(layout: Layout, token: Token) -> bool:
    """Say whether an English adjective says what a metric before it in its clause is ("inventories are below our target of 120 days")."""
    if not _COPULA.search(layout.text, max(layout.start, token.start - 24), token.start):
        return False
    first, _ = layout.clause_span(layout.clause(token.start))
    told = layout.between(first, token.start, "metric", "change", "event", "alien")
    return bool(told) and told[-1].cls == "metric" and told[-1].value in ("inventory", "price", "supply")


def is_listed(layout: Layout, token: Token) -> bool:
    """Say whether an English sized "up" stands directly behind a product of a list ("PC DRAM: up 3-8%; NAND: up 5%")."""
    is_sized = "a" in token.flags and any(0 <= a.start - token.end <= 4 for a in layout.amounts)
    return is_sized and any(_LISTS.fullmatch(layout.text, e.end, token.start) for e in layout.entities)


def _is_of_product(layout: Layout, index: int) -> bool:
    """Say whether an English noun of change is one of a product itself ("AI demand and a 17% increase in memory chips")."""
    token = layout.tokens[index]
    before = layout.tokens[index - 1] if index else None
    if before is not None and before.cls in ("metric", "market") and token.start - before.end <= 1:
        return False
    phrase = IN_PHRASE.match(layout.text, token.end)
    reach = 24 if token.value == "tight" else 5
    return phrase is not None and any(0 <= e.start - phrase.end() <= reach for e in layout.entities)


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
    object_ = _object_zh(layout, index, first)
    if object_ is not None or "o" in token.flags:
        return object_, None
    left = _left(layout, index, bound)
    if left[0] is not None or left[1] is not None:
        return left
    counted = _counted_before(layout, index, first, bound)
    if counted is not None:
        return None, counted
    if "d" not in token.flags and "p" in token.flags:
        return None, None
    right = _right(layout, index, 6)
    # 疯狂需求, 强劲需求: the adjective touches its noun.
    if right is not None and ("的" in layout.text[token.end : right.start] or right.start - token.end <= 1):
        return right, None
    return None, None


def _counted_before(layout: Layout, index: int, first: int, bound: dict[int, Event | Refused]) -> Event | None:
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


def _object_zh(layout: Layout, index: int, first: int) -> Token | None:
    """Return the metric after a Chinese word of change that it rules: an adjective's noun, a transitive verb's object."""
    token = layout.tokens[index]
    if layout.text[token.end : token.end + 1] == "的":
        right = _right(layout, index, 9)
        if right is not None:
            return right
    if "o" in token.flags:
        return _right(layout, index, 34)
    right = _right(layout, index, 14) if token.text in _OBJECT_VERBS else None
    if right is not None and (right.cls == "alien" or right.value == "other"):
        return right  # "降价会提高DDR5的渗透率": what rises is the object
    if _has_metric_left(layout, index, first):
        told = layout.between(first, token.start, "metric", "market")
        return _right(layout, index, 34) if token.text in _PUSHES and told[-1].value != "other" else None
    if "t" in token.flags:
        return _right(layout, index, 34)
    return _right(layout, index, 14) if token.text in _OBJECT_VERBS else None


def _has_metric_left(layout: Layout, index: int, first: int) -> bool:
    """Say whether a metric stands before a word in its clause."""
    return any(
        t.start >= first and (t.cls == "metric" or (t.cls == "market" and "price" in t.flags))
        for t in layout.tokens[:index]
    )


def _find_metric_final(layout: Layout, index: int, bound: dict[int, Event | Refused]) -> _Found:
    """Korean and Japanese: the nearest metric to the left, else the noun that the verb stands before ("치솟는 가격")."""
    token = layout.tokens[index]
    if _ADNOMINAL.search(token.text):
        noun = _right(layout, index, 3)
        if noun is not None and noun.start - token.end <= 1:
            return noun, None  # "높은 재고": the adjective touches its noun
    left = _left(layout, index, bound)
    if left[0] is not None:
        return left
    right = _right(layout, index, 16)
    if right is not None and not _is_noun_of_its_own(layout, layout.tokens[index]):
        return right, None
    return left


def _is_noun_of_its_own(layout: Layout, token: Token) -> bool:
    """Say whether a Korean or Japanese word of change is a noun with a particle ("拡大は", "급등을"), so rules no noun after it."""
    if layout.language == "ja":
        is_relative = JA_RELATIVE.match(layout.text, token.end)
        return bool(_JA_PARTICLE.match(layout.text, token.end)) and not is_relative
    return bool(_KO_NOUN.fullmatch(token.text) and _KO_PARTICLE.match(layout.text, token.end))


def _right(layout: Layout, index: int, reach: int) -> Token | None:
    """Return the first metric to the right within reach, past products and segments only, in the same clause."""
    token = layout.tokens[index]
    _, last = layout.clause_span(layout.clause(token.start))
    product_seen = False
    for other in layout.tokens[index + 1 :]:
        if other.start - token.end > reach or (other.start >= last and (not product_seen or layout.language == "ja")):
            return None
        if not product_seen and _NEW_SUBJECT.search(layout.text[token.end : other.start]):
            return None
        if other.cls == "metric" or (other.cls == "market" and "price" in other.flags):
            return other
        product_seen = product_seen or other.cls == "product"
        if other.cls == "alien" and not product_seen:
            return other
        if other.cls == "event" or (other.cls == "change" and "n" not in other.flags):
            return None
        if other.cls == "maker" and TOWARDS.match(layout.text, token.end):
            continue
        if other.cls not in _LIGHT and other.cls not in ("alien", "change", "future", "firstperson"):
            return None
    return None


def _left(layout: Layout, index: int, bound: dict[int, Event | Refused]) -> _Found:
    """Return the nearest metric to the left, or the earlier change that stands in between and shares its subject."""
    token = layout.tokens[index]
    own = layout.clause(token.start)
    first, _ = layout.clause_span(own)
    for place in range(index - 1, -1, -1):
        other = layout.tokens[place]
        is_kept = _is_gapped(layout, other, first) or _is_stock_alike(layout, token, bound.get(place))
        if other.start < first and not is_kept and _has_subject(layout, first, token.start):
            break
        if _is_passed_over(layout, token, other, first, bound.get(place)) or _is_of_cause(layout, token, other, bound):
            continue
        if token.start - other.start > 160 or (
            "w" in token.flags
            and other.start < first
            and not (_is_topic(layout, other) or _is_ahead(layout, first, token) or _is_verb_phrase(layout, first))
        ):
            return None, None
        if other.cls == "metric" or (other.cls == "market" and _is_price_of_market(layout, token, other)):
            is_far = other.start < first and not _may_reach_back(layout, other, own)
            return (None, None) if is_far else (other, None)
        if other.cls == "alien" and other.start >= first:
            return other, None
        if other.cls in ("change", "event") and place in bound:
            effect = _subject_of_effect(layout, bound[place])
            if effect is not None:
                return effect, None
            is_new = other.start < first and layout.language == "en" and not _continues_clause(layout, first)
            return (None, None) if is_new else (None, bound[place])
    return None, None


def _is_of_cause(layout: Layout, token: Token, metric: Token, bound: dict[int, Event | Refused]) -> bool:
    """Say whether a Korean or Japanese demand or stock was told as the cause of a change of prices ("수요 부진으로 5% 하락")."""
    if layout.language not in ("ko", "ja") or metric.cls != "metric" or not _FINAL_PRICE_ONLY.match(token.text):
        return False
    return any(
        isinstance(one, Event)
        and one.metric is not None
        and one.metric.start == metric.start
        and _is_told_as_cause(layout, one)
        for one in bound.values()
    )


def _is_stock_alike(layout: Layout, token: Token, found: Event | Refused | None) -> bool:
    """Say whether a Korean word said of stocks alone follows on one told of another product's ("재고는 D램은 낮고 낸드는 높다")."""
    is_of_stock = layout.language == "ko" and "i" in token.flags
    return is_of_stock and isinstance(found, Event) and found.attribute == "inventory"


def _is_gapped(layout: Layout, metric: Token, first: int) -> bool:
    """Say whether a Korean clause leaves its verb to the next one ("D램 수요는 20%, 낸드는 10% 늘 것")."""
    if layout.language != "ko" or metric.value not in ("demand", "supply", "inventory"):
        return False
    is_sized = any(metric.end <= a.start < first for a in layout.amounts)
    return is_sized and not layout.between(metric.end, first, "change", "event", "metric")


def _subject_of_effect(layout: Layout, cause: Event | Refused) -> Token | None:
    """Return what a Korean price told as a cause had its effect on ("수출이 가격 상승에 힘입어 20% 증가했다"), or None."""
    if layout.language != "ko" or not isinstance(cause, Event) or cause.attribute != "price":
        return None
    if not is_cause(layout.text, cause.trigger.end):
        return None
    told = layout.between(layout.start, cause.start, "metric")
    if told and told[-1].value == "price" and layout.text.startswith(("은", "는"), told[-1].end):
        return told[-1]  # "ASP는 서버 제품 가격이 빠지면서 9% 하락했다"
    others = [t for t in told if t.value == "other"]
    return others[-1] if others else None


def _says_nothing(token: Token, other: Token, found: Event | Refused | None) -> bool:
    """Say whether a refused change tells nothing of a later one: it had no subject, was an old value, or is its adjective."""
    if not isinstance(found, Refused) or (other.cls != "change" and found.reason != OLD_VALUE):
        return False
    idle = (OLD_VALUE, KEPT, OVER, REACHED, NOT_YET, f"{other.text} of nothing known")
    is_misfit = found.reason.startswith(f"{other.text} said of")
    return found.reason in idle or is_misfit or token.start - other.end <= 1


def _belongs_to_price(layout: Layout, token: Token, found: Event | Refused) -> bool:
    """Say whether a Korean or Japanese verb of prices goes back past a demand or stock told as its cause, to the price."""
    if layout.language not in ("ko", "ja") or not isinstance(found, Event) or found.attribute == "price":
        return False
    if not _FINAL_PRICE_ONLY.match(token.text):
        return False
    return any(
        t.value == "price" or "price" in t.flags for t in layout.between(layout.start, found.start, "metric", "market")
    )


def _is_passed_over(layout: Layout, token: Token, other: Token, first: int, found: Event | Refused | None) -> bool:
    """Say whether a word to the left of a change is not what it speaks of, so that the search goes on.

    `first` is where the clause of the change begins, `found` what the other word was bound to, if it is a change.
    """
    if other.start < first and _is_aside(layout, other.start) and not _is_topic(layout, other):
        return True
    if found is not None and (
        _says_nothing(token, other, found)
        or (layout.language == "ja" and isinstance(found, Refused) and " does not fit " in found.reason)
        or _belongs_to_price(layout, token, found)
        or _is_told_as_cause(layout, found)
    ):
        return True
    if layout.language == "ko" and other.cls == "metric" and _THANKS_TO.match(layout.text, other.end):
        return True
    return _is_unfit(layout, token, other)


def _is_told_as_cause(layout: Layout, found: Event | Refused) -> bool:
    """Say whether a Korean shortage or demand is only the cause of what follows ("재고 부족으로 5% 감소")."""
    if not isinstance(found, Event) or found.attribute == "price":
        return False
    place = found.trigger.end
    if layout.language == "ko" and found.metric is not None and is_past_participle(layout.text, place):
        return True  # "재고가 줄어든 업체의 발주가 늘어 5% 올랐다"
    if layout.language == "ja":
        is_open = found.trigger.cls != "event" or found.attribute != "supply" or found.direction in _DIRECTED
        return is_open and match_cause(layout, found) is not None
    return layout.language == "ko" and (bool(_KO_CAUSE.match(layout.text, place)) or is_cause(layout.text, place))


def _is_unfit(layout: Layout, token: Token, other: Token) -> bool:
    """Say whether a word can't be what a change speaks of: a supply for a word of price, an "adjust"."""
    if other.value == "same":
        return True
    if layout.language == "en" and _is_attribute(layout, token, other):
        return True
    if layout.language == "ja" and _is_of_cause_ja(layout, token, other):
        return True
    if layout.language != "zh":
        return other.cls == "alien" and is_purpose(layout, other)
    if other.cls == "metric" and other.value == "other" and _describes_product(layout, token, other):
        return True
    if other.cls == "metric" and other.value in ("supply", "demand", "inventory", "cost"):
        return bool(PRICE_ONLY.search(token.text)) and other.end < token.start
    return "p" in token.flags and other.cls == "event" and not other.value.startswith("price")


def _is_of_cause_ja(layout: Layout, token: Token, other: Token) -> bool:
    """Say whether Japanese exports or sales are only the cause of what a price did ("価格は、輸出規制を受けて上昇した")."""
    if other.cls == "metric" and other.value in ("demand", "supply", "inventory"):
        is_priced = bool(_FINAL_PRICE_ONLY.match(token.text) or PRICED_JA.fullmatch(token.text))
        if is_priced and layout.clause(other.start) != layout.clause(token.start):
            return True
        return is_priced and bool(_JA_THEREBY.search(layout.text, other.end, token.start))
    if other.value != "other" or not _JA_CAUSE.search(layout.text, other.end, token.start):
        return False
    prices = layout.between(layout.start, other.start, "metric", "market")
    return any((t.value == "price" or "price" in t.flags) and layout.text.startswith("は", t.end) for t in prices)


def _describes_product(layout: Layout, token: Token, other: Token) -> bool:
    """Say whether a Chinese noun only describes a product before a word of price ("我们采购的DRAM贵了三成")."""
    if not PRICE_ONLY.search(token.text) or not layout.text.startswith("的", other.end):
        return False
    return any(0 <= e.start - other.end <= 8 and e.end <= token.start for e in layout.entities)


def _is_attribute(layout: Layout, token: Token, other: Token) -> bool:
    """Say whether an English noun only describes the subject ("products with excessive inventory will fall")."""
    if other.cls != "metric" or other.value not in ("inventory", "demand", "supply"):
        return False
    first, _ = layout.clause_span(layout.clause(other.start))
    is_finite = re.match(r"\s(?:will|would|is|are|was|were|has|have|may|could)\b", layout.text[other.end : token.start])
    return bool(is_finite) and layout.text.startswith(("with ", " with "), first) and first > layout.start


def is_purpose(layout: Layout, alien: Token) -> bool:
    """Say whether something that is not memory is only what memory is for ("DRAM chips for equipment and servers")."""
    before = layout.text[max(layout.start, alien.start - 40) : alien.start]
    purpose = _PURPOSE.search(before)
    if layout.language != "en" or not purpose:
        return False
    place = alien.start - len(before) + purpose.start()
    return any(0 <= place - e.end <= 16 for e in layout.entities)


# "三季度我们觉得还会往上走": who thinks so is no subject of what rises.
_WE_THINK = re.compile(r"(?:也|都|还是|仍|目前|内部|会)?(?:觉得|认为|预计|预期|估计|判断|相信|感觉|觉着|看好|看)")


def _has_subject(layout: Layout, first: int, last: int) -> bool:
    """Say whether a clause names a subject of its own before the change: a product, something else, a company."""
    if _is_cause_inside(layout, first):
        return False
    if any(first <= e.start < last for e in layout.entities):
        return True
    if layout.language == "en" and re.search(r"\b(?:them|they|it)\b", layout.text[first:last]):
        return False
    houses = () if layout.language == "ko" else ("agency",)  # "트렌드포스 "2분기도 20%↑"": whose words, not whose price
    told = layout.between(first, last, "alien", "maker", "company", "firstperson", *houses)
    if layout.language == "zh":
        told = [t for t in told if t.cls != "firstperson" or not _WE_THINK.match(layout.text, t.end)]
    return bool(told)


def _is_cause_inside(layout: Layout, first: int) -> bool:
    """Say whether a Chinese clause only puts a cause between a subject and its verb ("股价因内存涨价上涨")."""
    if layout.language != "zh" or first <= layout.start or layout.text[first - 1] in "，,;。:、 ":
        return False
    return layout.text.startswith(("因", "受", "由于"), first)


def _is_aside(layout: Layout, place: int) -> bool:
    """Say whether a place lies in a clause of circumstance ("随着客户库存调整"), whose nouns are no subject of the next."""
    first, last = layout.clause_span(layout.clause(place))
    if layout.language == "ja":
        return bool(_JA_CAUSE.search(layout.text, place, last) or _JA_CAUSE.match(layout.text, last))
    if layout.language == "zh" and re.match(r"(?:因|由于|受)[^，,。;]*(?:已|出现|而)", layout.text[first:place]):
        return False  # "因缺货已出现价格上涨": the clause goes on with what came of it
    return bool(re.match(r"\s*(?:随着|由于|受|因|with|amid|despite|as|due)(?![a-z])", layout.text[first : first + 9]))


def _is_ahead(layout: Layout, first: int, token: Token) -> bool:
    """Say whether a Chinese clause goes on with what comes next ("将趋于稳定"), so that it keeps the subject."""
    goes_on = re.match(r"但?(?:仍|继续|也|亦|将)", layout.text[first : token.start])
    if layout.language != "zh":
        return False
    is_told = any(first <= w.start < token.start for w in layout.periods)
    told = [t for t in layout.between(first, token.start, "future", "hedge") if t.cls == "future" or "f" in t.flags]
    return is_told or bool(goes_on or told)


# What may stand between a Chinese market and the change of its price: when, how much, again ("合约十二月仍持平").
_MERELY_WHEN = re.compile(
    r"[\s,]?(?:价|[近这本上前今昨单一两三四五六七八九十\d]{1,3}个?(?:周|天|日|月|季度?)(?:份|里|内|以来)?|单周|当周|月底|年底|起|[上中下]旬|[上下]半[年月]|目前|眼下|近期|最近|第[一二三四]季度?"
    r"|也|亦|都|均|皆|则|又|再|更|却|仍|仍将|还|还会|将|未必|不一定|不见得|恐|恐怕|可能|可望|有望|有机会|看来|应会|应该|料将|势将|估|预估|已|就|只好|只能|仅|几乎|大致|大幅|小幅|微幅|惨|依旧|依然|持续|继续|连续|应声|率先|一度|同步|一路|谈|开|普遍|整体|明显|快速|急速|全面){0,4}"
)


# What spot trading or a contract does only in its price ("现货转弱").
_OF_TRADING = re.compile(r"[转走趋][弱强软疲坚稳]|松动|疲软|疲弱|低迷|滑落|下滑|回落|回软|升温|降温|修正|续弱|续强")


def _is_price_of_market(layout: Layout, token: Token, other: Token) -> bool:
    """Say whether a market names its price: it says so, or the change follows at once in Chinese ("现货持平")."""
    if "price" in other.flags:
        return True
    if layout.language == "en":
        is_sized = "v" in token.flags and any(0 <= a.start - token.end <= 12 for a in layout.amounts)
        is_subject = bool(_OF_MARKET.fullmatch(layout.text, other.end, token.start))
        return (token.start - other.end <= 1 and {"v", "n"} <= token.flags) or (
            (is_sized or token.value == "flat") and is_subject
        )  # "contract hikes"
    if layout.language == "ja":
        return bool({"p", "w"} & token.flags) and _IS_TOLD_JA.match(layout.text, other.end) is not None
    gap = layout.text[other.end : token.start]
    is_counted = bool({"QoQ", "MoM"} & token.flags) and any(0 <= a.start - token.end <= 3 for a in layout.amounts)
    is_of_trading = bool({"p", "w"} & token.flags) or is_counted or _OF_TRADING.fullmatch(token.text) is not None
    return layout.language == "zh" and is_of_trading and _MERELY_WHEN.fullmatch(gap) is not None


def _is_topic(layout: Layout, other: Token) -> bool:
    """Say whether a price is the topic of a Japanese or Korean sentence ("価格は、...ため"), whatever its clause tells."""
    is_price = other.cls == "metric" or (other.cls == "market" and "price" in other.flags)
    marks = (
        ("は", "은", "는", ",") if layout.language == "ko" else ("は", "은", "는")
    )  # "계약가, 2분기엔 보합": a headline
    return layout.language in ("ko", "ja") and is_price and layout.text.startswith(marks, other.end)


def _may_reach_back(layout: Layout, metric: Token, own: int) -> bool:
    """Say whether a clause without a subject may take the metric of an earlier one: at most two clauses away."""
    is_topic = layout.language == "ja" and _JA_TOPIC.match(layout.text, metric.end)
    return own - layout.clause(metric.start) <= (4 if is_topic else 2)


# A Chinese clause that goes on only with a price's rest ("终结连跌,大致持平").
_KEEPS_FLAT = re.compile(
    r"[，,]?(?:并|也|则|仅|仍|只|大致|基本|仅能|只能|将|才|最终|终于|转为|转趋|而){0,3}(?:守在|维持|停在|保持|持平|持稳|平盘|走平|止步|打平|与[^，,。;]{2,6}(?:持平|打平|相当))[^，,。;]{0,12}(?=[，,。;]|$)"
)


def _is_verb_phrase(layout: Layout, first: int) -> bool:
    """Say whether a clause begins with its verb, so that its subject stands before ("prices, for ..., are to ...")."""
    opening = layout.text[first : first + 12]
    if layout.language == "zh":
        return _KEEPS_FLAT.match(layout.text, first) is not None
    return layout.language == "en" and bool(
        re.match(r" ?(?:is|are|was|were|will|would|has|have|had|remain\w*)\b", opening)
    )


def _continues_clause(layout: Layout, first: int) -> bool:
    """Say whether an English clause goes on with the subject before: it begins with "and", "but", "then" or a verb."""
    return bool(
        re.match(
            r"\s*(?:(?:and|but|then|or|with|which|that|is|are|was|were|will|up|down|to)\b|(?:before|after) \w+ing\b)",
            layout.text[first : first + 24],
        )
    )
