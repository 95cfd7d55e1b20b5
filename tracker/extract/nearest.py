"""The metric nearest to a word of change, to its right or to its left, and what the search passes over on its way.

A metric is passed over where it is only a cause, a circumstance or the attribute of another noun.
"""

from __future__ import annotations

import re

from tracker.extract.clauses import (
    continues_clause,
    has_subject,
    is_ahead,
    is_aside,
    is_topic,
    is_verb_phrase,
    may_reach_back,
)
from tracker.extract.companions import is_companion
from tracker.extract.english.attributes import is_attribute, is_purpose
from tracker.extract.event import KEPT, MARKET, NOT_YET, OLD_VALUE, OPENS_RANGE, OVER, REACHED, REVISED, Event, Refused
from tracker.extract.japanese.causes import FINAL_PRICE_ONLY, is_of_cause_ja, match_cause
from tracker.extract.korean.endings import is_cause, is_past_participle
from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token
from tracker.extract.trading import is_price_of_market

_LIGHT = frozenset({"product", "segment", "market", "region", "basis", "filler", "zip"})
PRICE_ONLY = re.compile(r"(?<!高)涨|贵|便宜|跌|价|上调|下调|调升|调降")
_NEW_SUBJECT = re.compile(r"^\s*and |\band (?=\w+$)|\band (?:(?:in|for|on|the|its|our|their) )?$")
# "Rising chip and memory prices": goods listed with memory before one noun.
_AND_GOODS = re.compile(
    r" (?:the |its |their |global )?(?:(?:component|chip|processor|cpu|gpu|logic|hardware|material|storage|display|panel|part|substrate|battery|silicon|semiconductor|energy|freight)s?,? ){1,3}and "
)
_KO_CAUSE = re.compile(r"(?:으로|로|에) (?!전망|예상|보(?!합))|(?:에 따라|때문에|탓에)")
# "재고 덕분에 소폭 하락": a metric named only as what led to the change.
_THANKS_TO = re.compile(
    r" ?(?:덕분에|덕에|탓에|때문에|영향으로|여파로|문제로|이슈로|부담으로|부담에|로 인해|으로 인해|에 밀려|에 밀린|(?: ?(?:수준|부담|상황|동향))?(?:을|를) (?:감안|고려)(?:할 때|하면|해|하여|했을 때)|에 힘입어|공세에|공세로)"
)
# What prices do as well as demand and stocks.
_ANY_LEVEL = re.compile(r"상승|떨어|내릴|내려|내렸")
# "On tight supply, with modules up 4%": what is told with a price, behind the cause of it, is of the price.
_WITH = re.compile(r",? ?with (?!supply|demand|inventor|stock)(?:[a-z0-9\-]+ ){1,5}$")
_ON_CAUSE = re.compile(r"\b(?:on|amid|due to|as|because of|thanks to) (?:[a-z\-]+ ){0,3}$")
# What makes goods a subject: "(노트북) 판매는", "(スマホ)の出荷台数は".
_GOODS_SUBJECT = re.compile(
    r"(?: ?(?![용향])[가-힣]{1,5}){0,2}?[은는이가도] |(?:の?(?!向|用)[一-鿿ァ-ヶー]{1,6})?[はがも]"
)
_IS_TOPIC = re.compile(r"は|\)?[은는]|\)가(?= )")
_DIRECTED = ("up", "down")
TOWARDS = re.compile(r"了?(?:对|给|向)")  # "收紧对模组厂的供应"
_STATES = frozenset({"up", "down", "higher", "lower", "flat"})
Found = tuple[Token | None, Event | Refused | None]


def find_right(layout: Layout, index: int, reach: int) -> Token | None:
    """Return the first metric to the right within reach, past products and segments only, in the same clause."""
    token = layout.tokens[index]
    _, last = layout.clause_span(layout.clause(token.start))
    # "Margins were down on NAND prices" tells why; "up on price" tells of what.
    is_on = token.text in _STATES and layout.text.startswith(" on ", token.end)
    product_seen = False
    for other in layout.tokens[index + 1 :]:
        if other.start - token.end > reach or (other.start >= last and (not product_seen or layout.language == "ja")):
            return None
        gap = layout.text[token.end : other.start]
        if not product_seen and _NEW_SUBJECT.search(gap) and not _AND_GOODS.fullmatch(gap):
            return None
        if other.cls == "metric" or (other.cls == "market" and "price" in other.flags):
            return None if is_on and product_seen else other
        product_seen = product_seen or other.cls == "product"
        if other.cls == "alien" and not product_seen and not is_companion(layout, other):
            return other
        if other.cls == "event" or (other.cls == "change" and "n" not in other.flags):
            return None
        if other.cls == "maker" and TOWARDS.match(layout.text, token.end):
            continue
        if other.cls not in _LIGHT and other.cls not in ("alien", "change", "future", "firstperson"):
            return None
    return None


def find_left(layout: Layout, index: int, bound: dict[int, Event | Refused]) -> Found:
    """Return the nearest metric to the left, or the earlier change that stands in between and shares its subject."""
    token = layout.tokens[index]
    own = layout.clause(token.start)
    first, _ = layout.clause_span(own)
    if layout.language == "zh" and own and layout.text.startswith(("因此", "因而"), first):
        first = _start_of_effect(layout, own, first)
    for place in range(index - 1, -1, -1):
        other = layout.tokens[place]
        is_kept = _is_gapped(layout, other, first) or _is_stock_alike(layout, token, bound.get(place))
        if other.start < first and not is_kept and has_subject(layout, first, token.start):
            break
        if _is_passed_over(layout, token, other, first, bound.get(place)) or _is_of_cause(layout, token, other, bound):
            continue
        if token.start - other.start > 160 or (
            "w" in token.flags
            and other.start < first
            and not (is_topic(layout, other) or is_ahead(layout, first, token) or is_verb_phrase(layout, first))
        ):
            return None, None
        if other.cls == "metric" or (other.cls == "market" and is_price_of_market(layout, token, other)):
            is_far = other.start < first and not may_reach_back(layout, other, own)
            return (None, None) if is_far else (other, None)
        if other.cls == "alien" and other.start >= first and not is_companion(layout, other):
            return other, None
        if other.cls in ("change", "event") and place in bound:
            effect = _subject_of_effect(layout, bound[place])
            if effect is not None:
                return effect, None
            is_new = other.start < first and layout.language == "en" and not continues_clause(layout, first)
            return (None, None) if is_new else (None, bound[place])
    return None, None


def _start_of_effect(layout: Layout, own: int, first: int) -> int:
    """Return where a Chinese clause begins whose "thus" stands behind its subject ("手机均价将因此上涨")."""
    is_inside = layout.text[first - 1] not in "，,;。:、 "
    return layout.clause_span(own - 1)[0] if is_inside else first


def _is_of_cause(layout: Layout, token: Token, metric: Token, bound: dict[int, Event | Refused]) -> bool:
    """Say whether a Korean or Japanese demand or stock was told as the cause of a change of prices ("수요 부진으로 5% 하락")."""
    if layout.language not in ("ko", "ja") or metric.cls != "metric":
        return False
    if layout.language == "ko" and metric.value == "other" and _only_tells_why(layout, token, metric):
        return True
    is_price = FINAL_PRICE_ONLY.match(token.text) is not None
    if not is_price and not _ANY_LEVEL.match(token.text):
        return False
    return any(
        isinstance(one, Event)
        and one.metric is not None
        and one.metric.start == metric.start
        and ((is_price and _is_told_as_cause(layout, one)) or _has_price_as_topic(layout, metric))
        for one in bound.values()
    )


def _only_tells_why(layout: Layout, token: Token, metric: Token) -> bool:
    """Say whether sales or a share of them is a cause told between a price and its change ("ASP는 출하 증가로 5% 상승")."""
    changed = layout.between(metric.end, token.start, "change")
    return bool(changed) and _is_cause_of_topic(layout, token, changed[0], None)


def _is_cause_of_topic(layout: Layout, token: Token, cause: Token, found: Event | Refused | None) -> bool:
    """Say whether a Korean change of nothing of ours is why the price that the sentence is about changed behind it."""
    if layout.language != "ko" or isinstance(found, Event) or cause.cls != "change":
        return False
    is_of_price = FINAL_PRICE_ONLY.match(token.text) or _ANY_LEVEL.match(token.text)
    return bool(is_of_price) and is_cause(layout.text, cause.end) and _has_price_as_topic(layout, cause)


def _has_price_as_topic(layout: Layout, metric: Token) -> bool:
    """Say whether a sentence is about a price, so that a demand or stock in it only tells why ("가격은 수요가 늘어 5% 오를")."""
    if metric.value == "price" or layout.text.startswith(("は", "은", "는"), metric.end):
        return False
    prices = layout.between(layout.start, metric.start, "metric", "market")
    return any((t.value == "price" or "price" in t.flags) and _IS_TOPIC.match(layout.text, t.end) for t in prices)


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
    """Return what a Korean or Japanese price told as a cause had its effect on ("수출이 가격 상승에 힘입어 20% 증가했다"), or None."""
    if layout.language not in ("ko", "ja") or not isinstance(cause, Event) or cause.attribute != "price":
        return None
    if not _is_price_cause(layout, cause):
        return None
    goods = _goods_before(layout, cause)
    if goods is not None or layout.language == "ja":
        return goods
    told = layout.between(layout.start, cause.start, "metric")
    if told and told[-1].value == "price" and layout.text.startswith(("은", "는"), told[-1].end):
        return told[-1]  # "ASP는 서버 제품 가격이 빠지면서 9% 하락했다"
    others = [t for t in told if t.value == "other"]
    return others[-1] if others else None


def _is_price_cause(layout: Layout, cause: Event) -> bool:
    """Say whether a Korean or Japanese price is told as the cause of what follows ("가격 급등으로", "価格の上昇で")."""
    if layout.language == "ja":
        return match_cause(layout, cause) is not None
    return is_cause(layout.text, cause.trigger.end)


def _goods_before(layout: Layout, cause: Event) -> Token | None:
    """Return the goods that stand as the subject before a price told as their cause ("PC 수요는 D램값 급등으로"), or None.

    A product named before or with them makes the subject one of memory ("노트북용 D램 수요는").
    """
    first = min((e.start for e in layout.entities), default=layout.end)
    goods = [
        t
        for t in layout.between(layout.start, min(first, cause.start), "alien", "segment")
        if _GOODS_SUBJECT.match(layout.text, t.end, min(first, cause.start))
    ]
    return goods[-1]._replace(cls="alien") if goods else None


def _says_nothing(token: Token, other: Token, found: Event | Refused | None) -> bool:
    """Say whether a refused change tells nothing of a later one: it had no subject, was an old value, or is its adjective."""
    if not isinstance(found, Refused) or (other.cls != "change" and found.reason != OLD_VALUE):
        return False
    idle = (OLD_VALUE, REVISED, KEPT, OVER, REACHED, NOT_YET, OPENS_RANGE, f"{other.text} of nothing known")
    is_misfit = found.reason.startswith(f"{other.text} said of")
    if token.flags >= {"v", "n"} and found.reason.endswith(MARKET):
        return True
    return found.reason in idle or is_misfit or token.start - other.end <= 1


def _belongs_to_price(layout: Layout, token: Token, found: Event | Refused) -> bool:
    """Say whether a Korean or Japanese verb of prices goes back past a demand or stock told as its cause, to the price."""
    if layout.language not in ("ko", "ja") or not isinstance(found, Event) or found.attribute == "price":
        return False
    if not FINAL_PRICE_ONLY.match(token.text):
        if found.metric is None or not _ANY_LEVEL.match(token.text):
            return False
        return _has_price_as_topic(layout, found.metric)
    return any(
        t.value == "price" or "price" in t.flags for t in layout.between(layout.start, found.start, "metric", "market")
    )


def _is_passed_over(layout: Layout, token: Token, other: Token, first: int, found: Event | Refused | None) -> bool:
    """Say whether a word to the left of a change is not what it speaks of, so that the search goes on.

    `first` is where the clause of the change begins, `found` what the other word was bound to, if it is a change.
    """
    if other.start < first and is_aside(layout, other.start) and not is_topic(layout, other):
        return True
    if found is not None and (
        _says_nothing(token, other, found)
        or (layout.language == "ja" and isinstance(found, Refused) and " does not fit " in found.reason)
        or _belongs_to_price(layout, token, found)
        or _is_told_as_cause(layout, found)
        or _is_cause_of_topic(layout, token, other, found)
        or _drives(layout, token, found)
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
    if layout.language == "en" and (is_attribute(layout, token, other) or _is_cause_before_with(layout, token, other)):
        return True
    if layout.language == "ja" and is_of_cause_ja(layout, token, other):
        return True
    if layout.language != "zh":
        return other.cls == "alien" and is_purpose(layout, other)
    if other.cls == "metric" and other.value == "other" and _describes_product(layout, token, other):
        return True
    if other.value == "demand" and _is_driver(layout, token, other):
        return True
    if other.cls == "metric" and other.value in ("supply", "demand", "inventory", "cost"):
        return bool(PRICE_ONLY.search(token.text)) and other.end < token.start
    return "p" in token.flags and other.cls == "event" and not other.value.startswith("price")


def _is_cause_before_with(layout: Layout, token: Token, other: Token) -> bool:
    """Say whether an English supply, or the word said of it, only tells why prices rose, with an example behind it."""
    if token.value not in _DIRECTED or not (other.value in ("supply", "demand") or other.value in ("tight", "loose")):
        return False
    first, _ = layout.clause_span(layout.clause(token.start))
    if other.start >= first or _WITH.match(layout.text, first, token.start) is None:
        return False
    if _ON_CAUSE.search(layout.text, max(layout.start, other.start - 40), other.start) is None:
        return False
    told = layout.between(layout.start, other.start, "metric", "market")
    return any(t.value == "price" or "price" in t.flags for t in told)


_DRIVES = re.compile(
    r"(?:强劲|旺盛|增长|增加|升温|回升)?(?:的)?(?:带动|推动|驱动|拉动|支撑|提振|挹注|影响|拖累)[^，,。;]{0,6}"
)
_OWING_TO = re.compile(r"(?:受|因|在)[^，,。;]{0,16}$")


def _is_driver(layout: Layout, token: Token, other: Token) -> bool:
    """Say whether a Chinese demand is only what drives a change told behind it ("企业级SSD受AI需求带动季增20%")."""
    if token.start - other.end > 16 or not _DRIVES.fullmatch(layout.text, other.end, token.start):
        return False
    return _OWING_TO.search(layout.text, max(layout.start, other.start - 18), other.start) is not None


def _drives(layout: Layout, token: Token, found: Event | Refused) -> bool:
    """Say whether a Chinese demand and its change only drive one of prices behind them ("NOR在需求回升带动下止跌反弹")."""
    if layout.language != "zh" or not isinstance(found, Event) or found.attribute != "demand" or found.metric is None:
        return False
    return bool(PRICE_ONLY.search(token.text)) and _is_driver(layout, token, found.metric)


def _describes_product(layout: Layout, token: Token, other: Token) -> bool:
    """Say whether a Chinese noun only describes a product before a word of price ("我们采购的DRAM贵了三成")."""
    if not PRICE_ONLY.search(token.text) or not layout.text.startswith("的", other.end):
        return False
    return any(0 <= e.start - other.end <= 8 and e.end <= token.start for e in layout.entities)
