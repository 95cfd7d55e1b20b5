"""What belongs to a change: its size, its period, the basis of comparison, market and region."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import cast

from tracker.extract.changes import Event
from tracker.extract.lexicon import Token
from tracker.extract.numbers import Amount
from tracker.extract.parse import Layout
from tracker.extract.periods import PeriodWord
from tracker.statement import Basis, Market, Region

_STARTS_WITH_SIZE = re.compile(
    r"[\s,，]*(?:and |或|幅度|涨幅|跌幅|约|达|by |up |to |at |about |over |more than |or |an |a |with |reaching |roughly |approximately |nearly |近|逾|超|最高|calendar|we have )*[\s约为在达到]*$"
)
_DURATION = re.compile(
    r"半年(?!度)|(?<![上下前后])半月|一周|两周|一个月(?:内)?|[两三]个月|近期|短期内?|overnight|单季|单月|四年来|年来|1ヶ月|1カ月|一ヶ月|한 달|일주일|半个月|\bweekly\b|in a week|in a month|within weeks"
)
_LASTS = re.compile(r"持续|延续|维持|last|persist|continu|extend|이어|지속|続")
_RESULTS_AFTER = re.compile(
    r"\s?(?:실적|컨퍼런스|콘퍼런스|영업익|영업이익|결산|财报|业绩|法说|营运|营收|获利|earnings|results|financial results|決算|决算|の決算|の决算)"
)
_AS_CAUSE = re.compile(r"\s*(?:amid|due to|because|given|despite|since)\b")
_FIRST_TIME = re.compile(r"first time (?:in )?$")
_SPLIT_BASES = re.compile(r"\s*(?:on|in) (?:a |an )?(?:blended|like-for-like)")


@dataclass(frozen=True, slots=True)
class Sizes:
    """The sizes of one change: usually one, two where a sentence gives blended and like-for-like figures."""

    amounts: tuple[Amount, ...]


def bind_amounts(layout: Layout, event: Event, taken: frozenset[int]) -> tuple[Amount, ...]:
    """Return the sizes of a change that no other change has taken (by start), nearest in the language's own order."""
    if event.direction not in ("up", "down") or event.attribute == "supply":
        return ()
    free = [a for a in layout.amounts if a.start not in taken and not a.is_old]
    after = _after(layout, event, free)
    before = _before(layout, event, free)
    if (
        layout.language in ("ko", "ja")
        and after
        and not (after[0].start - event.trigger.end <= 8 and event.attribute == "price")
    ):
        after = ()
    first_choice = before or after if layout.language in ("ko", "ja") else after or before
    return _widen(layout, first_choice, free)


def _after(layout: Layout, event: Event, free: list[Amount]) -> tuple[Amount, ...]:
    """Return the size that follows a change before anything else changes."""
    _, clause_end = layout.clause_span(layout.clause(event.end - 1))
    stop = layout.end
    for token in layout.tokens:
        if token.start <= event.trigger.start:
            continue
        is_other = token.cls == "metric" and token.value != "price" and token is not event.metric
        if token.cls in ("change", "event", "alien") or is_other:
            stop = token.start
            break
    for amount in free:
        if amount.start < event.trigger.start or amount.start >= stop:
            continue
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


def _plain(layout: Layout, gap: str, at: int) -> str:
    """Return a gap with its period words blanked, so that "calendar first half, over 50%" still connects."""
    for word in layout.periods:
        if at <= word.start and word.end <= at + len(gap):
            gap = gap[: word.start - at] + " " * (word.end - word.start) + gap[word.end - at :]
    return gap


def _before(layout: Layout, event: Event, free: list[Amount]) -> tuple[Amount, ...]:
    """Return the size that stands before a change in its clause ("a 50% price hike", "13%上昇")."""
    first, _ = layout.clause_span(layout.clause(event.trigger.start))
    edge = event.trigger.start if layout.language in ("ko", "ja", "zh") else event.start
    if layout.language in ("ko", "ja") and first > layout.start and not _names(layout, first, edge):
        first, _ = layout.clause_span(layout.clause(first - 1))
    reach = {"en": 24, "zh": 10, "ko": 26, "ja": 26}[layout.language]
    for amount in reversed(free):
        if amount.end > edge or amount.start < first or edge - amount.end > reach:
            continue
        if layout.between(amount.end, edge, "change", "event", "alien", "product") and layout.language != "en":
            return ()
        if layout.between(amount.end, edge, "change", "event", "alien"):
            return ()
        if any(t.value != "price" for t in layout.between(amount.end, edge, "metric")):
            return ()
        owner = list(layout.between(first, amount.start, "metric", "alien"))
        if owner and owner[-1].value in ("other", "demand", "share price") and layout.language in ("en", "zh"):
            return ()
        return (amount,)
    return ()


def _names(layout: Layout, first: int, last: int) -> bool:
    """Say whether a stretch holds a product or a size of its own."""
    return any(first <= e.start < last for e in layout.entities) or any(first <= a.start < last for a in layout.amounts)


def _widen(layout: Layout, chosen: tuple[Amount, ...], free: list[Amount]) -> tuple[Amount, ...]:
    """Add a second size: "10% blended and 4% like-for-like"; join "180 %, some models 300 %" into a range."""
    if not chosen:
        return ()
    one = chosen[0]
    following = [a for a in free if one.end <= a.start < one.end + 40]
    if not following:
        return chosen
    gap = layout.text[one.end : following[0].start]
    if _SPLIT_BASES.match(gap) and " and " in gap:
        return one, following[0]
    if re.fullmatch(r"[，,]?(?:部分|个别|有的|some )[^，,。]{0,8}", gap) and one.low is not None:
        joined = Amount(one.start, following[0].end, one.low, following[0].high, one.kind, one.sign)
        return (joined,)
    return chosen


# --- periods ---------------------------------------------------------------------------------------------------------


def bind_periods(layout: Layout, event: Event, stops: tuple[int, ...]) -> tuple[PeriodWord, ...]:
    """Return the period words of a change (several where "in Q1 and Q2" is said), or none.

    `stops` are the places of all changes of the sentence: a period beyond the next change belongs to that one.
    """
    usable = [
        w
        for w in layout.periods
        if not w.is_comparison
        and not _is_news_date(layout, w)
        and not _FIRST_TIME.search(layout.text, max(layout.start, w.start - 16), w.start)
        and not _RESULTS_AFTER.match(layout.text, w.end)
    ]
    if not usable:
        return ()
    lasting = (
        _lasting(layout, event, usable)
        if event.attribute in ("supply", "price") and not _has_own_period(layout, event, usable)
        else None
    )
    if lasting:
        return (lasting,)
    number = layout.clause(event.trigger.start)
    first, last = layout.clause_span(number)
    own = [w for w in usable if first <= w.start < last]
    if own:
        chosen = _nearest(layout, event, own, stops)
        if chosen is not None:
            return _coordinated(layout, chosen, usable)
    if _DURATION.search(layout.text, first, max(last, event.end)):
        return ()
    return _inherited(layout, event, usable, first, number)


def _lasting(layout: Layout, event: Event, usable: list[PeriodWord]) -> PeriodWord | None:
    """Return until when a shortage lasts, where the next clause says so ("短缺,预计将持续至2026年")."""
    _, last = layout.clause_span(layout.clause(event.trigger.start))
    if last >= layout.end:
        return None
    first, stop = layout.clause_span(layout.clause(last))
    while (
        stop < layout.end
        and not any(first <= w.start < stop for w in usable)
        and layout.clause(stop) - layout.clause(first) <= 2
    ):
        stop = layout.clause_span(layout.clause(stop))[1]
    if layout.between(first, stop, "change", "event") or not _LASTS.search(layout.text, first, stop):
        return None
    return next((w for w in usable if first <= w.start < stop and w.is_boundary), None)


def _has_own_period(layout: Layout, event: Event, usable: list[PeriodWord]) -> bool:
    """Say whether a change's own clause names a period."""
    first, last = layout.clause_span(layout.clause(event.trigger.start))
    return any(first <= w.start < last for w in usable)


def _is_news_date(layout: Layout, word: PeriodWord) -> bool:
    """Say whether a period is the date of the news: it names a day (unless "from" it), or a speaker follows."""
    after = layout.text[word.end : word.end + 3]
    if word.marks[0].day is not None:
        return not after.lstrip().startswith(("起", "开始"))
    if word.marks[0].unit == "M" and word.start - layout.start <= 1 and layout.language == "zh":
        clause_end = layout.clause_span(layout.clause(word.start))[1]
        says = layout.between(word.end, clause_end, "say")
        return bool(says) and not layout.between(word.end, clause_end, "change", "event")
    return False


def _nearest(layout: Layout, event: Event, own: list[PeriodWord], stops: tuple[int, ...]) -> PeriodWord | None:
    """Return the period of a clause that belongs to a change: nearest, before it rather than after (English: after)."""
    limit = min((place for place in stops if place >= event.end), default=layout.end)
    left = [w for w in own if w.end <= event.trigger.start]
    right = [w for w in own if event.trigger.start < w.start and w.start < limit]
    previous = [place for place in stops if place < event.start]
    if layout.language == "en":
        # A period after the change before this one belongs to that one, unless nothing else is left.
        fresh = [w for w in left if not previous or w.start > previous[-1]]
        return (right or fresh[-1:] or left[-1:] or [None])[0]
    if right and right[0].start - event.trigger.end <= 2:
        return right[0]
    if left:
        return left[-1]
    return right[0] if right else None


def _coordinated(layout: Layout, word: PeriodWord, usable: list[PeriodWord]) -> tuple[PeriodWord, ...]:
    """Return a period with those joined to it by "and" ("in Q1 and Q2"); of a span the last ("2027-2028")."""
    chosen = [word]
    for other in usable:
        if other.start <= word.start:
            continue
        gap = layout.text[chosen[-1].end : other.start]
        if re.fullmatch(r"\s*(?:~|-|至|到|から)\s*", gap):
            chosen[-1:] = [other]
        elif re.fullmatch(
            r"\s*(?:、|,|/|and|&|和|与|及|以及|·|와|과|및|と|や)\s*(?:in |the |for |even |also |into )*", gap
        ):
            chosen.append(other)
        else:
            break
    earlier = [w for w in usable if w.end <= word.start]
    while earlier:
        gap = layout.text[earlier[-1].end : chosen[0].start]
        if not re.fullmatch(r"\s*(?:、|/|and|&|和|与|及|以及|·|와|과|및|と|や)\s*(?:in |the |for )*", gap):
            break
        chosen.insert(0, earlier.pop())
    return tuple(chosen)


def _inherited(
    layout: Layout, event: Event, usable: list[PeriodWord], first: int, number: int
) -> tuple[PeriodWord, ...]:
    """Return the period of an earlier clause: a leading one always, another's only for a price that goes on from it."""
    earlier = [w for w in usable if w.end <= first]
    if layout.language == "en" and event.attribute != "price" and _AS_CAUSE.match(layout.text, first):
        return ()
    if not earlier:
        return _trailing(layout, event, usable)
    word = earlier[-1]
    between = layout.between(word.end, first, "change", "event")
    if "…" in layout.text[word.end : first] or _is_of_another(layout, word):
        return ()
    origin, origin_end = layout.clause_span(layout.clause(word.start))
    until = origin_end if word.start - origin <= 2 else first
    if (
        event.attribute != "price"
        and layout.between(origin, until, "change", "event")
        and not _goes_on(layout, event, first)
    ):
        return ()
    if word.is_boundary and between:
        return ()
    if _DURATION.search(layout.text, word.end, event.end):
        return ()
    if event.attribute == "price" or number - layout.clause(word.start) <= 2:
        return _coordinated(layout, word, usable)
    return ()


def _goes_on(layout: Layout, event: Event, first: int) -> bool:
    """Say whether an English list goes on without a verb ("with tight DRAM inventories, reduced NAND inventories")."""
    return layout.language == "en" and not re.search(
        r"\b(?:is|are|was|were|remains?|stays?|as|tightens?|will|has|have)\b", layout.text[first : event.end]
    )


def _is_of_another(layout: Layout, word: PeriodWord) -> bool:
    """Say whether a Chinese period stands inside a clause that changes nothing of ours ("原计划2026年初发售")."""
    if layout.language != "zh":
        return False
    first, last = layout.clause_span(layout.clause(word.start))
    tokens = layout.between(first, last, "change", "event", "market", "metric")
    return word.start - first > 2 and not any(t.cls != "metric" or t.value == "price" for t in tokens)


def _trailing(layout: Layout, event: Event, usable: list[PeriodWord]) -> tuple[PeriodWord, ...]:
    """Return a period in the clause after an English change, where nothing else changes before it."""
    if layout.language != "en":
        return ()
    for word in usable:
        if word.start >= event.end and word.start - event.end <= 70:
            return (
                ()
                if layout.between(event.end, word.start, "change", "event", "metric")
                else _coordinated(layout, word, usable)
            )
    return ()


# --- basis, market, region -------------------------------------------------------------------------------------------


def bind_basis(layout: Layout, event: Event, period: str | None, *, has_size: bool, reach: int = 0) -> Basis | None:
    """Return the basis of comparison that a change names, or a comparison with a neighbouring period.

    `reach` is where the clause of the change's size ends: "fell, by 5 % QoQ" names the basis there.
    """
    said = _basis_of(event.trigger)
    first, last = layout.clause_span(layout.clause(event.trigger.start))
    tokens = layout.between(first, max(last, reach), "basis")
    if not said and tokens:
        said = min(tokens, key=lambda t: abs(t.start - event.trigger.start)).value
    if not said and layout.language == "en":
        said = next(
            (t.value for t in layout.between(layout.start, event.start, "basis") if _rules_sentence(layout, event, t)),
            "",
        )
    if not said and layout.language in ("ko", "ja"):
        earlier = layout.between(max(layout.start, first - 30), first, "basis")
        said = (
            earlier[-1].value
            if earlier and not any(earlier[-1].end <= e.start < event.start for e in layout.entities)
            else ""
        )
    if said == "ring":
        return _ring(event, period)
    if said in ("QoQ", "MoM", "YoY"):
        return cast(Basis, said)
    if (
        has_size
        and period
        and len(period) == 4
        and not re.search(r"累计|年内|年初|以来|year to date|so far", layout.text[layout.start : layout.end])
    ):
        return "YoY"
    return _compared(layout, first, last, period)


def _basis_of(token: Token) -> str:
    """Return the basis that a word of change carries itself (季增, 年增), or nothing."""
    return next((flag for flag in ("QoQ", "MoM", "YoY", "ring") if flag in token.flags), "")


def _rules_sentence(layout: Layout, event: Event, token: Token) -> bool:
    """Say whether an English basis rules a price later in its sentence: it opens it, or the sentence reports results."""
    if event.attribute != "price":
        return token.start - layout.start <= 20
    return token.start - layout.start <= 20 or bool(
        re.search(r"revenue|margin|asp", layout.text[layout.start : layout.end])
    )


def _ring(event: Event, period: str | None) -> Basis | None:
    """Return what 环比 means: against the period before, of the claim's own length; quarters for an ASP."""
    if period and len(period) == 7 and not (event.metric and "asp" in event.metric.text):
        return "MoM"
    return "QoQ"


def _compared(layout: Layout, first: int, last: int, period: str | None) -> Basis | None:
    """Return the basis that a comparison with another period gives ("较6月" beside a claim about July)."""
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


def bind_region(layout: Layout, event: Event) -> Region | None:
    """Return where the customers of a change are, where its clause says so."""
    first, last = layout.clause_span(layout.clause(event.trigger.start))
    near = layout.between(first, last, "region")
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
