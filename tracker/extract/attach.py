"""The size of a change: which of a sentence's sizes is its own."""

from __future__ import annotations

import re

from tracker.extract.amount import Amount
from tracker.extract.bases import basis_after, basis_before
from tracker.extract.chinese.attributes import find_attribute
from tracker.extract.english.dating import AND_THEN
from tracker.extract.event import Event
from tracker.extract.korean.endings import is_cause
from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token

_STARTS_WITH_SIZE = re.compile(
    r"[\s,，]*(?:and |或|幅度|涨幅|跌幅|都|均|皆|逼近|接近|将近|估|预估|预计|约|达|高达|多达|可达|by |up |to |at |about |over |more than |or |an |a "
    r"|with |reaching |roughly |approximately |nearly |近|逾|超|超过|预期|最高|calendar|we have )*[\s约为在达到]*$"
)
# "Down 3% on a like-for-like and 6% on a blended basis".
_SPLIT_BASES = re.compile(r"\s*(?:on|in) (?:a |an )?(?:blended|like-for-like)")
# What leads from a rate of change to the value that it is revised to.
_FROM_OLD_ZH = re.compile(r"[,，]?(?:[上下]修|[上下]调|调[升降高低整]|修正)(?:至|为|到)(?:约|仅|近)?")
_FROM_OLD = re.compile(r"(?:の?(?:上升|下落|増|减))?から(?:约)?")
# What a Japanese change brings about in another thing.
_OF_THIS_JA = re.compile(r"(?:を受け|を理由に|を背景に|に伴い|により|によって)")
# "で" tells a cause; that of "最大で5割" belongs to the size.
_BY_WHICH_JA = re.compile(r"(?<!最大)(?<!最高)(?<!平均)(?<!最低)で")
# An amount of money before the size that it comes to ("下げ幅が2,500円(12%)").
_IN_BRACKETS = re.compile(r"(?:が|は|で|を)?(?:约|平均で?)?[\d,.]{1,9}(?:米?ドル|円)\(约?")
# "증가율은 10%", "상승폭이 약 5%".
_OF_RATE = re.compile(
    r"(?:.[률율폭]|[률율폭])(?: ?(?:전망|예상|추정)치?)?(?:은|는|이|가|을|를|도)?\s*(?:각각 |약 |평균 |최대 |최소 )?(?:(?:기존 |종전 |당초 )?\d[\d.~%\- ]{0,12}에서 )?"
)
# A size that its cause stands behind is that of the effect ("Micron jumped 8% on higher DRAM prices").
_OF_EFFECT = re.compile(
    r",? (?:as|amid|after|because(?: of)?|due to|thanks to|owing to|driven by|helped by|boosted by|in response to|in the face of|citing|blaming"
    r"|on (?:the )?(?:back of |higher |lower |rising |falling |surging |soaring |strong |stronger |weak |weaker )"
    r"|(?:on|over) (?:(?:renewed|growing|mounting|new|fresh) )?(?:fears?|worr(?:y|ies)|concerns?|hopes|news|reports?|signs|speculation|expectations|bets) (?:of|about|over|that))\b"
)
# What a fall is held to: "limited" there is no word of supply ("the decline was limited to 5%").
_HOW_FULL = re.compile(r"가동률$|utili[sz]ations?(?: rates?)?$")
_HELD_TO = re.compile(r"limited to\b")
# A period, blanked, between a size and the cause of what it is the size of ("will rise 7% next year on higher costs").
_IN_PERIOD = re.compile(r"(?: (?:in|for|during|by|over))?(?: the)?\s{2,}")
_BRACKETS = re.compile(r"\([^()]{0,60}\)")


def bind_amounts(layout: Layout, event: Event, taken: frozenset[int]) -> tuple[Amount, ...]:
    """Return the sizes of a change that no other change has taken (by start), nearest in the language's own order."""
    if event.direction not in ("up", "down"):
        return ()
    free = [a for a in layout.amounts if a.start not in taken and not a.is_old]
    if event.metric is not None and _HOW_FULL.search(event.metric.text):
        return ()  # "가동률이 70%로 떨어졌다", "utilization fell to 70%": how much is run, not by how much it changed
    if layout.language == "zh" and event.trigger.cls == "event" and "率" in event.trigger.text:
        return ()  # "稼动率回升至九成": the same
    if event.rule == "signed size" and layout.language == "ko":
        return tuple(a for a in free if a.start == event.trigger.start)
    attribute = find_attribute(layout, event, free)
    if attribute is not None:
        return (attribute,)
    touching = _touching(layout, event, free)
    after = () if touching else _after(layout, event, free)
    before = touching or _before(layout, event, free)
    if layout.language in ("ko", "ja") and after and not _may_follow(layout, event, after[0]):
        after = ()
    revised = _revised_to(layout, event, free) if layout.language in ("ja", "zh") and not before else ()
    if revised:
        return revised
    first_choice = before or after if layout.language in ("ko", "ja") else after or before
    return _widen(layout, first_choice, free)


def _revised_to(layout: Layout, event: Event, free: list[Amount]) -> tuple[Amount, ...]:
    """Return the new value of a Chinese or Japanese rate of change that is revised ("上昇率予測を10〜15%から15〜20%へ")."""
    is_chinese = layout.language == "zh"
    if "m" not in event.trigger.flags or (is_chinese and not event.trigger.text.endswith(("率", "速"))):
        return ()
    to_new = _FROM_OLD_ZH if is_chinese else _FROM_OLD
    for old in layout.amounts:
        if (
            old.is_old
            and old.start > event.end
            and not layout.between(event.end, old.start, "change", "event", "product")
        ):
            return tuple(a for a in free if to_new.fullmatch(layout.text, old.end, a.start))[:1]
    return ()


def _may_follow(layout: Layout, event: Event, amount: Amount) -> bool:
    """Say whether a size behind a Korean or Japanese change is its own: a price's at once, or that of a rate."""
    text, place = layout.text, event.trigger.end
    if layout.language == "ko" and is_cause(text, place):
        return False  # "가격 상승에 힘입어 20% 증가했다"
    if _IN_BRACKETS.fullmatch(text, place, amount.start):
        return True
    if layout.between(place, amount.start, "maker", "company"):
        return False  # "가격 급등에 마이크론 8% 급등": what a share did
    if layout.language == "ja" and (_BY_WHICH_JA.search(text, place, amount.start) or _OF_THIS_JA.match(text, place)):
        return False  # "価格の上昇で15倍に増えた", "DRAM高を受け1割値上げする"
    if layout.language == "ko" and _OF_RATE.fullmatch(_plain(layout, text[place - 1 : amount.start], place - 1)):
        return True
    return amount.start - place <= 8 and event.attribute == "price"


def _after(layout: Layout, event: Event, free: list[Amount]) -> tuple[Amount, ...]:
    """Return the size that follows a change before anything else changes."""
    _, clause_end = layout.clause_span(layout.clause(event.end - 1))
    stop = _next_change(layout, event)
    for amount in free:
        if amount.start < event.trigger.start or amount.start >= stop:
            continue
        if layout.language == "en" and AND_THEN.search(layout.text, event.end, amount.start):
            return ()  # "prices fell and UBS expects a 10% drop"
        if amount.start < clause_end:
            return (amount,)
        if layout.language == "ko" or amount.start - clause_end > 60:
            return ()
        gap = layout.text[clause_end - 1 : amount.start]
        is_product_between = any(clause_end <= e.start < amount.start for e in layout.entities)
        return (
            (amount,)
            if not is_product_between and _STARTS_WITH_SIZE.fullmatch(_plain(layout, gap, clause_end - 1))
            else ()
        )
    return ()


def _next_change(layout: Layout, event: Event) -> int:
    """Return where something else begins to change behind a change, or where the sentence ends."""
    for token in layout.tokens:
        if token.start <= event.trigger.start:
            continue
        is_own = token is event.metric or (
            token.value == "price" and (event.attribute == "price" or layout.language != "en")
        )
        is_other = token.cls == "metric" and not (is_own or _is_idled(event, token))
        is_other = is_other or token.cls in ("change", "event", "alien")
        if is_other and not _goes_on_to_size(layout, event, token):
            return token.start
    return layout.end


def _goes_on_to_size(layout: Layout, event: Event, token: Token) -> bool:
    """Say whether a word only leads on to the size ("growth is unchanged at 20%", "the decline was limited to 5%")."""
    is_rate = "g" in event.trigger.flags and token.value == "flat"
    return is_rate or (event.attribute == "price" and bool(_HELD_TO.match(layout.text, token.start)))


def _is_idled(event: Event, token: Token) -> bool:
    """Say whether a word only names what is made less of ("cut our wafer starts by 10%")."""
    return (
        event.rule == "supply event"
        and event.direction == "down"
        and token.text.startswith(("wafer", "capacity", "bit"))
    )


def _plain(layout: Layout, gap: str, at: int) -> str:
    """Return a gap with its period words blanked, so that "calendar first half, over 50%" still connects."""
    for word in layout.periods:
        if at <= word.start and word.end <= at + len(gap):
            gap = gap[: word.start - at] + " " * (word.end - word.start) + gap[word.end - at :]
    return gap


# "Mid-teens DRAM demand growth".
_OF_GROWTH = re.compile(r"[ \-]?(?:(?:percent|range|annual|overall|industry|dram|nand|nor|hbm|memory|flash|bit) ?)*")


def _touching(layout: Layout, event: Event, free: list[Amount]) -> tuple[Amount, ...]:
    """Return the size directly before an English noun or adjective of change ("prices will see a 20-25% increase", "5% up")."""
    if layout.language != "en" or not (event.metric is None or event.trigger.flags & {"n", "a"}):
        return ()
    if "g" in event.trigger.flags:
        return tuple(a for a in free if _OF_GROWTH.fullmatch(layout.text, a.end, event.trigger.start))[:1]
    return tuple(a for a in free if 0 <= event.trigger.start - a.end <= 1)[:1]


def _before(layout: Layout, event: Event, free: list[Amount]) -> tuple[Amount, ...]:
    """Return the size that stands before a change in its clause ("a 50% price hike", "13%上昇")."""
    first, _ = layout.clause_span(layout.clause(event.trigger.start))
    edge = event.trigger.start if layout.language in ("ko", "ja", "zh") else event.start
    if layout.language in ("ko", "ja") and first > layout.start and not _names(layout, first, edge):
        first, _ = layout.clause_span(layout.clause(first - 1))
    reach = {"en": 24, "zh": 10, "ko": 26, "ja": 26}[layout.language]
    for amount in reversed(free):
        if amount.end > edge or amount.start < first:
            continue
        if len(_BRACKETS.sub("", layout.text[amount.end : edge])) > reach:
            continue
        if layout.language == "en" and _is_size_of_effect(layout, event, amount):
            continue
        told = layout.between(amount.end, edge, "change", "event", "alien", "product")
        is_of_first = layout.language == "ko" and len(told) == 1 and told[0].start - amount.end <= 1
        if told and layout.language != "en" and not (is_of_first and told[0].cls == "product"):
            return ()
        if layout.between(amount.end, edge, "change", "event", "alien"):
            return ()
        if any(t.value != "price" for t in layout.between(amount.end, edge, "metric")):
            return ()
        owner = list(layout.between(first, amount.start, "metric", "alien"))
        if (
            not _is_said_of_change(layout, event, amount, edge)
            and owner
            and owner[-1].value in ("other", "demand", "share price")
            and layout.language in ("en", "zh")
        ):
            return ()
        return (amount,)
    return ()


def _is_size_of_effect(layout: Layout, event: Event, amount: Amount) -> bool:
    """Say whether a cause follows on an English size, at once or behind a period, so that it is the effect's own."""
    gap = _plain(layout, layout.text[amount.end : event.end], amount.end)
    return _OF_EFFECT.match(_IN_PERIOD.sub(" ", gap, count=1) if gap[:1] == " " else gap) is not None


def _is_said_of_change(layout: Layout, event: Event, amount: Amount, edge: int) -> bool:
    """Say whether a size directly before a change is its own whatever it follows ("需求将有20%的增长")."""
    if layout.language == "zh":
        is_of_demand = event.metric is not None and event.metric.value == "demand"
        return is_of_demand and layout.text[amount.end : edge] in ("", "的")
    return layout.language == "en" and 0 <= edge - amount.end <= 1


def _names(layout: Layout, first: int, last: int) -> bool:
    """Say whether a stretch holds a product or a size of its own."""
    return any(first <= e.start < last for e in layout.entities) or any(first <= a.start < last for a in layout.amounts)


def _widen(layout: Layout, chosen: tuple[Amount, ...], free: list[Amount]) -> tuple[Amount, ...]:
    """Add a second size: "10% blended and 4% like-for-like"; join "180 %, some models 300 %" into a range."""
    if not chosen:
        return ()
    one = chosen[0]
    if layout.language == "ja":
        return (*_on_another_basis(layout, one, free), one)
    following = [a for a in free if one.end <= a.start < one.end + 40]
    if not following:
        return chosen
    gap = layout.text[one.end : following[0].start]
    if _SPLIT_BASES.match(gap) and " and " in gap:
        return one, following[0]
    if basis_after(layout, one) and basis_after(layout, following[0]) and _AND_SIZE.search(gap):
        return one, following[0]
    if re.fullmatch(r"[，,]?(?:部分|个别|有的|some )[^，,。]{0,8}", gap) and one.low is not None:
        joined = Amount(one.start, following[0].end, one.low, following[0].high, one.kind, one.sign)
        return (joined,)
    return chosen


_AND_SIZE = re.compile(
    r"^[ \-a-z]{2,24},? (?:and|but|or) (?:(?:about|around|roughly|approximately|nearly|over|more than) )?$"
)


_JOINS_SIZES = re.compile(r"[、,]?(?:また|と|で)?[、,]?\s?")


def _on_another_basis(layout: Layout, one: Amount, free: list[Amount]) -> tuple[Amount, ...]:
    """Return the size that a Japanese verb has on another basis too ("前月比で3%、前年同月比では40%上昇した")."""
    before = [a for a in free if a.end <= one.start]
    if not before or basis_before(layout, one) is None or basis_before(layout, before[-1]) is None:
        return ()
    basis = layout.between(before[-1].end, one.start, "basis")
    is_joined = len(basis) == 1 and _JOINS_SIZES.fullmatch(layout.text, before[-1].end, basis[0].start)
    return (before[-1],) if is_joined else ()
