"""What a change is measured by and where it holds: the basis of comparison, the market and the region."""

from __future__ import annotations

import re
from typing import cast

from tracker.extract.amount import Amount
from tracker.extract.event import Event
from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token
from tracker.extract.marks import PeriodWord
from tracker.statement import Basis, Market, Region

# Words that say a size is one on the year; a price "up 125% in 2026" may be counted from anywhere.
_BY_YEAR = re.compile(r"年间|연간|annual|per year|a year\b")
_NEW_QUOTE = re.compile(r"[\"”’'](?:이?라?며|이?라?면서|이?라?고|고)?\s?[\"“]")
# What parts an effect, with its basis, from a cause that has none.
_CAUSE_BETWEEN = re.compile(
    r"\b(?:as|amid|after|because|due to|thanks to|owing to|driven by|helped by|boosted by|on the back of|on (?:strong|higher|lower|rising|falling|surging|soaring))\b"
)
_BASIS_TO_SIZE = re.compile(r"(?:では|でも|で|は|に|の)?(?:约|ほぼ|最大)?\s?")


def basis_after(layout: Layout, amount: Amount | None) -> Basis | None:
    """Return the basis that stands directly behind an English size ("down 10% sequentially and 30% year over year")."""
    if amount is None or layout.language != "en":
        return None
    said = layout.between(amount.end, amount.end + 3, "basis")
    return cast(Basis, said[0].value) if said and said[0].value in ("QoQ", "MoM", "YoY") else None


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
