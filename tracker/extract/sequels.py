"""Changes that go on from the one before them: a second verb with the subject of the first, "do so", a size that narrows.

Those without a metric of their own that take none from before are left to `bare`.
"""

from __future__ import annotations

import re
from typing import cast

from tracker.extract.bare import has_size_before
from tracker.extract.chinese.turns import comes_to_rest, counts_on, turns_later, turns_round
from tracker.extract.english.sequels import follows_price
from tracker.extract.event import Event, Refused
from tracker.extract.japanese.causes import PRICED_JA
from tracker.extract.japanese.turns import turns_over
from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token
from tracker.extract.metrics import OF_QUALITY
from tracker.extract.nearest import PRICE_ONLY
from tracker.extract.shelved import is_hoped
from tracker.statement import DIRECTIONS, Direction

_RESIZES = frozenset(
    "drop drops fall falls rise rises increase increases increased decline declines shrink shrank ease eased moderate moderated accelerate accelerated expand expanded widened narrowed reach come slow slows slowed decelerate decelerates decelerated cool cools cooled weaken weakens weakened soften softens softened wane wanes waned fade fades faded".split()
)
_BETTERS = frozenset("改善 好转 转佳 转好 回温 回暖 向好 缓解 减轻".split())
_OF_DEMAND = frozenset("好转 改善 积极 热络 活络 旺盛 畅旺 火热 火爆 强劲 殷切 踊跃".split())
# "Adjust system prices": those of a buyer's own goods.
_OF_GOODS_EN = re.compile(
    r" (?:its |their |the |our )?(?:[a-z]+ )?(?:system|device|product|server|pc|notebook|laptop|computer|phone|smartphone|handset|console|retail|list|vehicle)s? (?:prices?|pricing)\b"
)
# What is done to a price; what falls after a rise of this kind is something else ("出货量因涨价下降").
_ACTS = frozenset("涨价 提价 加价 降价 跌价 减价 杀价 砍价 涨价潮 降价潮 涨价函 涨价通知 缺货涨价".split())
_STATES = ("tight", "loose", "balanced")


# "上半年上涨,四季度开始调整": a rise that comes to an end as likely as one that goes on.
_TURNS = re.compile(r"(?:(?<=[季度月年])(?:开始|起)|面临|迎来|进入|步入|出现|技术性|阶段性|高位|先涨后)(?:了)?$")


def repeat_change(layout: Layout, token: Token, events: list[Event]) -> Event | Refused:
    """Return the event of "adjust" or "do so": the direction of the price spoken of just before."""
    if "k" in token.flags:
        return _worsen(layout, token, events)
    before = [e for e in events if e.attribute == "price"]
    first, _ = layout.clause_span(layout.clause(token.start))
    if layout.language == "zh" and layout.between(first, token.start, "negation"):
        return Refused(token, f"{token.text} that is denied")
    if token.text == "延续" and not _is_alone(layout, token):
        return Refused(token, f"{token.text} of what is not said")
    if token.text == "调整" and _TURNS.search(layout.text, first, token.start):
        return Refused(token, f"{token.text} of which way is not said")
    if layout.language == "zh" and layout.between(layout.start, token.start, "company"):
        return Refused(token, f"{token.text} of a buyer's own prices")
    if layout.language == "en" and _OF_GOODS_EN.match(layout.text, token.end):
        return Refused(token, f"{token.text} of a buyer's own prices")
    is_led = layout.language == "en" and "follow" in token.text and "suit" not in token.text
    if is_led and not follows_price(layout, token, before):
        return Refused(token, f"{token.text} of nothing said before")
    if not before or (not is_led and layout.clause(token.start) == layout.clause(before[-1].trigger.start)):
        return Refused(token, f"{token.text} of nothing said before")
    if before[-1].direction == "flat":
        return Refused(token, f"{token.text} of what does not move")
    return Event("price", before[-1].direction, token, None, "same as before")


def _worsen(layout: Layout, token: Token, events: list[Event]) -> Event | Refused:
    """Return the Korean shortage, rise or fall that is told to go further in a period of its own ("내년에는 더 심해진다")."""
    last = events[-1] if events else None
    if last is None or last.direction in ("flat", "balanced"):
        return Refused(token, f"{token.text} of nothing said before")
    if layout.clause(token.start) == layout.clause(last.trigger.start):
        return Refused(token, f"{token.text} of {last.trigger.text}")
    if not any(last.end <= w.start < token.end and not w.is_comparison for w in layout.periods):
        return Refused(token, f"{token.text} of {last.trigger.text}")
    return Event(last.attribute, last.direction, token, None, "same as before")


def _is_alone(layout: Layout, token: Token) -> bool:
    """Say whether nothing but a period stands before a word in its clause ("三季度延续")."""
    first, _ = layout.clause_span(layout.clause(token.start))
    body = layout.text[first : token.start]
    for word in layout.periods:
        if first <= word.start < token.start:
            body = body.replace(layout.text[word.start : word.end], "")
    return len(re.sub(r"[\s，,仍将也则继续会有望可]", "", body)) == 0


def _tells_of_thing(layout: Layout, first: int, last: int) -> bool:
    """Say whether a phone or a notebook is the topic of what stands between two places."""
    things = [t for t in layout.between(first, last, "segment") if "thing" in t.flags]
    return any(layout.text.startswith(("は", "が", "も", "은", "는"), t.end) for t in things)


def has_own_subject(layout: Layout, token: Token, shared: Event | Refused) -> bool:
    """Say whether a Korean or Japanese price has a product of its own after a shortage ("DRAM不足でDDR5が高騰")."""
    if layout.language not in ("ko", "ja") or not isinstance(shared, Event) or shared.attribute == "price":
        return False
    is_named = any(shared.trigger.end <= e.start and e.end < token.start for e in layout.entities)
    if layout.language == "ja" and PRICED_JA.fullmatch(token.text) and has_size_before(layout, token):
        return layout.clause(token.start) != layout.clause(shared.trigger.start)
    return is_named and "p" in token.flags


# What only prices do, whatever was said of the supply before ("供給が減り高騰する").
_DEAR_JA = re.compile(r"高腾|急腾|腾贵|暴腾|値上がり|値下がり|値崩れ|暴落")


def _dear_by_supply(layout: Layout, token: Token, shared: Event) -> Event | None:
    """Return the price that a Japanese supply told before it makes dear ("供給が減り高騰する")."""
    if layout.language != "ja" or shared.attribute != "supply" or not _DEAR_JA.match(token.text):
        return None
    return Event("price", cast(Direction, token.value), token, None, "shared subject")


# What may stand between the state of a demand and "flat": nothing but how nearly.
_NEARLY = re.compile(r"(?:而)?(?:大致|基本|约|将|料|可望|维持|则|都|也){0,3}")
_FOR_DEMAND = re.compile(r"(?:因为?|由于|受)(?:[a-z ]{0,8}|[^，,。;]{0,4})$")


def _flat_for_demand(layout: Layout, token: Token, shared: Event) -> Event | None:
    """Return the price that is flat because of a Chinese demand told before it ("绘图DRAM因需求稳健大致持平")."""
    if layout.language != "zh" or token.value != "flat" or shared.attribute != "demand" or shared.metric is None:
        return None
    if not _NEARLY.fullmatch(layout.text, shared.end, token.start):
        return None
    since = max(layout.start, shared.start - 12)
    cause = _FOR_DEMAND.search(layout.text, since, shared.start)
    is_beside = cause is not None and any(0 <= cause.start() - e.end <= 2 for e in layout.entities)
    return Event("price", "flat", token, None, "bare price") if is_beside else None


def share_subject(layout: Layout, token: Token, shared: Event | Refused) -> Event | Refused:
    """Return the event of a second verb that shares the subject of the first ("rose and will rise further")."""
    if isinstance(shared, Refused):
        return Refused(token, shared.reason)
    is_apart = layout.clause(token.start) != layout.clause(shared.trigger.start)
    if layout.language in ("ko", "ja") and _is_of_other(layout, token, shared):
        return Refused(token, f"{token.text} of something else than memory")
    if shared.attribute != "price" and PRICE_ONLY.search(token.text):
        return Refused(token, f"{token.text} does not fit {shared.attribute}")
    priced = _dear_by_supply(layout, token, shared) or _flat_for_demand(layout, token, shared)
    resized = priced or _resized(layout, token, shared)
    if resized is not None:
        return resized
    if "g" in shared.trigger.flags and token.value == "flat":
        return Refused(token, f"{token.text} of a forecast of growth")
    is_cut = shared.trigger.cls == "event" and shared.direction in ("up", "down")
    is_quality = token.text in OF_QUALITY or token.text in _OF_DEMAND or token.text.endswith((" better", " worse"))
    is_stock = layout.language == "ko" and shared.attribute == "inventory" and token.value != shared.direction
    is_kept = shared.attribute == "supply" or is_stock
    if (is_kept and is_cut) or (shared.attribute in ("supply", "inventory") and is_quality):
        return Refused(token, f"{token.text} of {shared.trigger.text}")
    if shared.attribute == "supply" and shared.direction in _STATES and token.value in ("up", "down"):
        # "Supply stays tight, with further upside": a state does not rise, the price does; but a shortage may grow.
        can_be_price = "p" in token.flags or layout.language != "zh"
        is_next = (is_apart and can_be_price) or ("p" in token.flags and has_size_before(layout, token))
        if not is_next or "d" in token.flags:
            return Refused(token, f"{token.text} of {shared.trigger.text}")
        return Event("price", cast(Direction, token.value), token, None, "shared subject")
    is_misfit = ("d" in token.flags and shared.attribute == "price") or (
        "i" in token.flags and shared.attribute != "inventory"
    )
    is_of_price = token.flags & {"p", "QoQ", "MoM", "YoY"}
    is_weak = layout.language == "zh" and shared.attribute == "price" and not is_of_price and is_apart
    is_weak = is_weak and token.value != "flat" and not counts_on(layout, token, shared)
    if token.value not in DIRECTIONS[shared.attribute] or is_misfit or is_weak:
        return Refused(token, f"{token.text} does not fit {shared.attribute}")
    return Event(shared.attribute, cast(Direction, token.value), token, shared.metric, "shared subject")


_CAUSES = re.compile(
    r"(?:(?:の|による)(?:影响|あおり|余波)(?:で|により|を受け)|で|により|によって|を受け|に伴い|を背景に|(?:으로|로|에|에 힘입어|에 따라|덕분에|덕에) )"
)
_TOPIC = ("は", "が", "も", "은 ", "는 ", "이 ", "가 ", "도 ")


_GOODS_TOPIC = re.compile(r"(?:市场|业界| ?시장| ?업계)?(?:[はがも]|[은는이가도] )")


def _is_of_other(layout: Layout, token: Token, shared: Event) -> bool:
    """Say whether a Korean or Japanese second verb is said of a device, a share or a firm."""
    return _tells_of_thing(layout, shared.trigger.end, token.start) or _is_effect_on_other(layout, token, shared)


def _is_effect_on_other(layout: Layout, token: Token, shared: Event) -> bool:
    """Say whether a price told as a cause moved a share, a firm or a device ("株価はNAND価格上昇で10%上昇", "가격 급등에 마이크론 8% 급등")."""
    if shared.attribute != "price":
        return shared.direction in _STATES and _is_effect_on_goods(layout, shared)
    if is_hoped(layout, shared):
        told = layout.between(layout.start, shared.trigger.start, "metric", "market")
        priced = [t for t in told if t.cls == "market" or t.value == "price" or "price" in t.flags]
        is_topic = any(layout.text.startswith(_TOPIC, t.end) for t in priced)
        return not is_topic and not layout.between(shared.trigger.end, token.start, "product")
    if not _CAUSES.match(layout.text, shared.trigger.end):
        return False
    things = [t for t in layout.between(shared.trigger.end, token.start, "segment") if "thing" in t.flags]
    if things and token.start - things[-1].end <= 1:
        return True
    if layout.between(shared.trigger.end, token.start, "maker", "company"):
        return not layout.between(shared.trigger.end, token.start, "metric", "market", "product")
    topics = layout.between(layout.start, shared.start, "metric")
    return any(t.value == "other" and layout.text.startswith(_TOPIC, t.end) for t in topics)


def _is_effect_on_goods(layout: Layout, shared: Event) -> bool:
    """Say whether a shortage is the cause of what the sales of a device did ("PC出荷はDRAM不足で5%減少", "판매는 메모리 부족으로 5% 감소")."""
    if not _CAUSES.match(layout.text, shared.trigger.end):
        return False
    first = min([shared.start, *(e.start for e in layout.entities)])
    told = layout.between(layout.start, first, "metric", "segment", "alien")
    return any(
        (t.value == "other" or t.cls == "alien" or "thing" in t.flags) and _GOODS_TOPIC.match(layout.text, t.end)
        for t in told
    )


def _comes_to_size(layout: Layout, token: Token) -> bool:
    """Say whether a Chinese word of falling or rising leads to a percentage, as sizes of changes do and prices do not ("再降至15%")."""
    if layout.language != "zh" or not token.text.endswith(("降至", "降到", "升至", "升到", "回落至", "回落到")):
        return False
    return any(a.kind == "percent" and 0 <= a.start - token.end <= 2 for a in layout.amounts)


_SLOWS = frozenset("放缓 趋缓 减缓 走缓 放慢 降温".split())
_TO_SIZE = re.compile(r"(?:至|到|为)(?:约|仅|只有)?\s?")


def _slows_to_size(layout: Layout, token: Token, shared: Event) -> bool:
    """Say whether a Chinese price that rose or fell is told to do so by less ("Q2涨60%,Q3预计放缓至15%")."""
    if shared.attribute != "price" or shared.direction == "flat" or token.text not in _SLOWS:
        return False
    return any(
        a.kind == "percent" and _TO_SIZE.fullmatch(layout.text, token.end, a.start)
        for a in layout.amounts
        if a.start > token.end
    )


def _resized(layout: Layout, token: Token, shared: Event) -> Event | Refused | None:
    """Return the event of a size of change that is revised, narrows or widens: a rise is still a rise, unless it comes to rest."""
    metric, direction = shared.metric, shared.direction
    is_touching = metric is not None and metric.end + 1 == shared.trigger.start
    if "n" in shared.trigger.flags and is_touching and token.text in _RESIZES:
        return Event(shared.attribute, direction, token, metric, "size revised")
    if _slows_to_size(layout, token, shared):
        return Event("price", direction, token, metric or shared.trigger, "size revised")
    is_resized = "m" in shared.trigger.flags or (
        shared.rule == "size revised" and (token.text in ("上修", "下修") or _comes_to_size(layout, token))
    )
    if not is_resized or token.value not in ("up", "down", "flat"):
        return None
    if "压力" in shared.trigger.text and token.text in _BETTERS:
        return Refused(token, f"{token.text} of a pressure")  # "仍有下行压力,第四季起可望改善"
    if token.text.endswith("预期"):
        return Refused(token, "a size measured by what was expected")  # "涨幅已达25%,超出原先两成的预期"
    if shared.trigger.text in _ACTS and token.value not in (direction, "flat"):
        return Refused(token, f"{token.text} of something that {shared.trigger.text} brings")
    turns_zh = layout.language == "zh" and (turns_round(token, shared) or turns_later(layout, token, shared))
    if turns_zh or (layout.language == "ja" and turns_over(layout, token, shared)):
        return Event("price", cast(Direction, token.value), token, None, "turns")
    if token.value == "flat" and comes_to_rest(layout, token, shared):
        return Event("price", "flat", token, metric, "comes to rest")
    return Event(shared.attribute, direction, token, metric or shared.trigger, "size revised")
