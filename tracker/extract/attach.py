"""What belongs to a change: its size, its period, the basis of comparison, market and region."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import cast

from tracker.extract.amount import Amount
from tracker.extract.english.dating import AND_THEN
from tracker.extract.event import Event
from tracker.extract.korean.endings import is_cause
from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token
from tracker.extract.marks import PeriodWord
from tracker.statement import Basis, Market, Region

_STARTS_WITH_SIZE = re.compile(
    r"[\s,，]*(?:and |或|幅度|涨幅|跌幅|都|均|皆|逼近|接近|将近|估|预估|预计|约|达|高达|多达|可达|by |up |to |at |about |over |more than |or |an |a |with |reaching |roughly |approximately |nearly |近|逾|超|超过|预期|最高|calendar|we have )*[\s约为在达到]*$"
)


# Words that say a size is one on the year; a price "up 125% in 2026" may be counted from anywhere.
_BY_YEAR = re.compile(r"年间|연간|annual|per year|a year\b")
_SPLIT_BASES = re.compile(r"\s*(?:on|in) (?:a |an )?(?:blended|like-for-like)")


_NEW_QUOTE = re.compile(r"[\"”’'](?:이?라?며|이?라?면서|이?라?고|고)?\s?[\"“]")


# An amount of money before the size that it comes to ("下げ幅が2,500円(12%)").
_FROM_OLD_ZH = re.compile(r"[,，]?(?:[上下]修|[上下]调|调[升降高低整]|修正)(?:至|为|到)(?:约|仅|近)?")
# "で" tells a cause; that of "最大で5割" belongs to the size.
_OF_THIS_JA = re.compile(r"(?:を受け|を理由に|を背景に|に伴い|により|によって)")
_BY_WHICH_JA = re.compile(r"(?<!最大)(?<!最高)(?<!平均)(?<!最低)で")
_FROM_OLD = re.compile(r"(?:の?(?:上升|下落|増|减))?から(?:约)?")
# What parts an effect, with its basis, from a cause that has none.
_CAUSE_BETWEEN = re.compile(
    r"\b(?:as|amid|after|because|due to|thanks to|owing to|driven by|helped by|boosted by|on the back of|on (?:strong|higher|lower|rising|falling|surging|soaring))\b"
)
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
_HELD_TO = re.compile(r"limited to\b")
# A period, blanked, between a size and the cause of what it is the size of ("will rise 7% next year on higher costs").
_IN_PERIOD = re.compile(r"(?: (?:in|for|during|by|over))?(?: the)?\s{2,}")
_BRACKETS = re.compile(r"\([^()]{0,60}\)")


@dataclass(frozen=True, slots=True)
class Sizes:
    """The sizes of one change: usually one, two where a sentence gives blended and like-for-like figures."""

    amounts: tuple[Amount, ...]


def bind_amounts(layout: Layout, event: Event, taken: frozenset[int]) -> tuple[Amount, ...]:
    """Return the sizes of a change that no other change has taken (by start), nearest in the language's own order."""
    if event.direction not in ("up", "down"):
        return ()
    free = [a for a in layout.amounts if a.start not in taken and not a.is_old]
    if layout.language == "ko" and event.metric is not None and event.metric.text.endswith("가동률"):
        return ()  # "가동률이 70%로 떨어졌다": how much is run, not by how much it changed
    if layout.language == "zh" and event.trigger.cls == "event" and "率" in event.trigger.text:
        return ()  # "稼动率回升至九成": the same
    if event.rule == "signed size" and layout.language == "ko":
        return tuple(a for a in free if a.start == event.trigger.start)
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


def basis_after(layout: Layout, amount: Amount | None) -> Basis | None:
    """Return the basis that stands directly behind an English size ("down 10% sequentially and 30% year over year")."""
    if amount is None or layout.language != "en":
        return None
    said = layout.between(amount.end, amount.end + 3, "basis")
    return cast(Basis, said[0].value) if said and said[0].value in ("QoQ", "MoM", "YoY") else None


_JOINS_SIZES = re.compile(r"[、,]?(?:また|と|で)?[、,]?\s?")
_BASIS_TO_SIZE = re.compile(r"(?:では|でも|で|は|に|の)?(?:约|ほぼ|最大)?\s?")


def _on_another_basis(layout: Layout, one: Amount, free: list[Amount]) -> tuple[Amount, ...]:
    """Return the size that a Japanese verb has on another basis too ("前月比で3%、前年同月比では40%上昇した")."""
    before = [a for a in free if a.end <= one.start]
    if not before or basis_before(layout, one) is None or basis_before(layout, before[-1]) is None:
        return ()
    basis = layout.between(before[-1].end, one.start, "basis")
    is_joined = len(basis) == 1 and _JOINS_SIZES.fullmatch(layout.text, before[-1].end, basis[0].start)
    return (before[-1],) if is_joined else ()


def basis_before(layout: Layout, amount: Amount | None) -> Basis | None:
    """Return the basis that stands directly before a Japanese size, which is the size's own whatever else is compared."""
    if amount is None or layout.language != "ja":
        return None
    said = layout.between(max(layout.start, amount.start - 20), amount.start, "basis")
    if not said or not _BASIS_TO_SIZE.fullmatch(layout.text, said[-1].end, amount.start):
        return None
    return cast(Basis, said[-1].value) if said[-1].value in ("QoQ", "MoM", "YoY") else None


def bind_basis(layout: Layout, event: Event, period: str | None, *, has_size: bool, reach: int = 0) -> Basis | None:
    """Return the basis of comparison that a change names, or a comparison with a neighbouring period.

    `reach` is where the clause of the change's size ends: "fell, by 5 % QoQ" names the basis there.
    """
    said = _basis_of(event.trigger)
    first, last = layout.clause_span(layout.clause(event.trigger.start))
    tokens = [
        t for t in layout.between(first, max(last, reach), "basis") if has_size or not _is_of_effect(layout, event, t)
    ]
    if layout.language == "ja":
        tokens = [t for t in tokens if t.value != "ring"] or tokens
    if not said and tokens:
        said = min(tokens, key=lambda t: abs(t.start - event.trigger.start)).value
    if not said and layout.language == "en":
        said = next(
            (t.value for t in layout.between(layout.start, event.start, "basis") if _rules_sentence(layout, event, t)),
            "",
        )
    if said in ("", "ring") and (layout.language == "ja" or (layout.language == "ko" and _is_sized(layout, event))):
        said = _basis_before(layout, event, first) or said
    if (
        not said
        and layout.language == "en"
        and event.attribute == "price"
        and (has_size or _names_quarter_before(layout))
    ):
        said = "QoQ" if _is_of_results(layout) else ""
    if said == "ring":
        return _ring(event, period)
    if said in ("QoQ", "MoM", "YoY"):
        return cast(Basis, said)
    if (
        has_size
        and period
        and len(period) == 4
        and layout.language != "zh"
        and (event.attribute != "price" or _BY_YEAR.search(layout.text, layout.start, layout.end))
    ):
        return "YoY"
    return _compared(layout, first, last, period)


def _is_sized(layout: Layout, event: Event) -> bool:
    """Say whether the clause of a change names a size."""
    first, last = layout.clause_span(layout.clause(event.trigger.start))
    return any(first <= a.start < last for a in layout.amounts)


def _basis_before(layout: Layout, event: Event, first: int) -> str:
    """Return the basis that a Japanese or Korean clause before gives, where no other price and no quotation lies between."""
    earlier = layout.between(max(layout.start, first - (45 if layout.language == "ko" else 30)), first, "basis")
    if not earlier or _NEW_QUOTE.search(layout.text, earlier[-1].end, first + 1):
        return ""
    told = layout.between(earlier[-1].end, event.start, "metric", "market")
    return "" if any(t.value == "price" or "price" in t.flags for t in told) else earlier[-1].value


def _basis_of(token: Token) -> str:
    """Return the basis that a word of change carries itself (季增, 年增), or nothing."""
    return next((flag for flag in ("QoQ", "MoM", "YoY", "ring") if flag in token.flags), "")


def _is_of_results(layout: Layout) -> bool:
    """Say whether an English sentence on results compares with the quarter before, whichever of its figures says so."""
    said = [t.value for t in layout.between(layout.start, layout.end, "basis")]
    is_compared = any(_is_quarter_before(w) or _follows_on(layout, w) for w in layout.periods) or (
        bool(said) and set(said) == {"QoQ"}
    )
    return is_compared and bool(re.search(r"revenue|shipment|margin|asp", layout.text[layout.start : layout.end]))


def _is_quarter_before(word: PeriodWord) -> bool:
    """Say whether a period that is compared with is the quarter before: "the prior quarter", or one without a year."""
    mark = word.marks[0]
    return (
        word.is_comparison and mark.unit == "Q" and mark.year is None and not mark.year_step and mark.step in (None, -1)
    )


def _names_quarter_before(layout: Layout) -> bool:
    """Say whether results are compared with a quarter by its number, of no other year ("compared to the second quarter")."""
    return any((_is_quarter_before(w) and w.marks[0].number) or _follows_on(layout, w) for w in layout.periods)


def _follows_on(layout: Layout, word: PeriodWord) -> bool:
    """Say whether a quarter that is compared with is, by number and year, the one before another of the sentence."""
    place = _count_quarters(word) if word.is_comparison else None
    return place is not None and any(_count_quarters(w) == place + 1 for w in layout.periods if not w.is_comparison)


def _count_quarters(word: PeriodWord) -> int | None:
    """Return a number that goes up by one from quarter to quarter; None for what is no quarter of a written year."""
    mark = word.marks[0]
    return mark.year * 4 + mark.number if mark.unit == "Q" and mark.year and mark.number else None


def _is_of_effect(layout: Layout, event: Event, token: Token) -> bool:
    """Say whether an English basis is that of a growth whose cause a change is ("revenue doubled YoY thanks to higher prices")."""
    return layout.language == "en" and _CAUSE_BETWEEN.search(layout.text, token.end, event.start) is not None


def _rules_sentence(layout: Layout, event: Event, token: Token) -> bool:
    """Say whether an English basis rules a price later in its sentence: it opens it, or the sentence reports results."""
    if event.attribute != "price":
        return token.start - layout.start <= 20 and not _is_of_effect(layout, event, token)
    return token.start - layout.start <= 20 or bool(
        re.search(r"revenue|margin|asp", layout.text[layout.start : layout.end])
    )


def _ring(event: Event, period: str | None) -> Basis | None:
    """Return what 环比 means: against the period before, of the claim's own length; quarters for an ASP."""
    if event.attribute == "inventory":
        return "QoQ"
    if period and len(period) == 7 and not (event.metric and "asp" in event.metric.text):
        return "MoM"
    return "QoQ"


def _compared(layout: Layout, first: int, last: int, period: str | None) -> Basis | None:
    """Return the basis that a comparison with another period gives ("较6月" beside a claim about July)."""
    if layout.language in ("ko", "ja") and layout.amounts:
        told = [t.end for t in layout.between(layout.start, first, "change", "event")]
        first = max(told, default=layout.start)
    for word in layout.periods:
        if not word.is_comparison or not first <= word.start < last + 1:
            continue
        mark = word.marks[0]
        if mark.step == -1:
            return "MoM" if mark.unit == "M" else "QoQ"
        if not period:
            continue
        if mark.unit == "M" and len(period) == 7 and mark.number and mark.number % 12 + 1 == int(period[5:]):
            return "MoM"
        if mark.unit == "Q" and "Q" in period and mark.number and mark.number % 4 + 1 == int(period[-1]):
            return "QoQ"
    return None


def bind_market(layout: Layout, event: Event) -> Market | None:
    """Return contract or spot where the words beside a change say so."""
    metric = event.metric
    if metric is not None and metric.cls == "market":
        return cast(Market, metric.value)
    first, last = layout.clause_span(layout.clause(event.trigger.start))
    if metric is not None and metric.start < first:
        first, last = layout.clause_span(layout.clause(metric.start))
    near = [t for t in layout.between(first, last, "market") if t.start < event.end + 12]
    if not near and metric is None and layout.language in ("ko", "ja"):
        near = [t for t in layout.between(layout.start, first, "market") if "price" in t.flags]
    return cast(Market, near[-1].value) if near else None


_MARKET_AND = re.compile(r"(?:价格|価格|価)?[、,・/と()]*(?:および|及び|や)?(?:大口)?[()]*")


def bind_markets(layout: Layout, event: Event) -> tuple[Market | None, ...]:
    """Return the markets of a change: both where Japanese names them together ("スポット価格、契約価格ともに上昇")."""
    market = bind_market(layout, event)
    if layout.language != "ja" or market is None or event.metric is None or event.attribute != "price":
        return (market,)
    edge = event.metric.start
    for token in reversed(layout.between(layout.start, edge, "market")):
        if not _MARKET_AND.fullmatch(layout.text, token.end, edge):
            break
        if token.value != market:
            return cast(Market, token.value), market
        edge = token.start
    return (market,)


def bind_region(layout: Layout, event: Event) -> Region | None:
    """Return where the customers of a change are, where its clause says so."""
    first, last = layout.clause_span(layout.clause(event.trigger.start))
    near = [t for t in layout.between(first, last, "region") if event.attribute == "price" or "p" not in t.flags]
    if not near:
        near = [
            t
            for t in layout.between(last, layout.clause_span(layout.clause(last))[1], "region")
            if _accepts(layout, last)
        ]
    return cast(Region, min(near, key=lambda t: abs(t.start - event.trigger.start)).value) if near else None


def _accepts(layout: Layout, place: int) -> bool:
    """Say whether the clause at a place tells whose customers accepted the change before it."""
    first, last = layout.clause_span(layout.clause(place))
    body = layout.text[first:last]
    return bool(re.search(r"接受|认可|同意|accept", body)) and not layout.between(first, last, "change", "event")
