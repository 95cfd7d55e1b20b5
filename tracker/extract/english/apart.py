"""English causes and asides that are of their own time: a shortage that something else is put down to, a price told beside it."""

from __future__ import annotations

import re

from tracker.extract.english.verbs import COMES_TO, PAST, PRESENT
from tracker.extract.event import Event
from tracker.extract.layout import Layout
from tracker.extract.marks import PeriodWord

# A shortage or glut told as a thing, which has no verb and so no time but that of its own noun phrase.
_STATE = re.compile(
    r"(?:[a-z\-]+ ){0,2}(?:shortages?|short supply|scarcity|squeeze|crunch|constraints?|tightness|shortfalls?|shortness|imbalance|deficits?|gap|crisis|oversupply|glut|undersupply)"
)
_CAUSE = re.compile(
    r"\b(?:amid|amidst|due to|because of|owing to|thanks to|as|with|on|by|from|despite|given|considering|in light of"
    r"|in the face of|in response to|attributed to|citing|and)(?: the| an?| this| these"
    r"| its)?(?: [a-z0-9/\-\[]+){0,5} ?$"
)
# What a shortage itself does: it lasts, worsens or is over.
_OWN_COURSE = re.compile(
    r"\b(?:last|persist|continu|extend|remain|stay|linger|run|drag|worsen|deepen|intensif|widen|narrow|eas(?:e|ing)"
    r"|loosen|resolv|end\b|ends\b|peak|begin|start|aris|emerg|occur|return|expected|likely|forecast(?:ed)? to"
    r"|(?:get|gets|getting|become|becomes|becoming|grow|grows|growing|turn|turns) (?:even |much |far |a lot "
    r"|significantly |ever )?(?:more )?(?:worse|better|severe|acute|serious|dire|pronounced|intense)"
    r"|carr(?:y|ies) (?:on|over|into)|stretch|spill|hang|hold|prolong|go(?:es)? on\b"
    r"|(?:will|could|may|might|would|to) (?:hit|bite)\b|until|through|throughout|into|beyond|be\b|is\b"
    r"|are\b(?! [a-z]+ing)|was\b|were\b)"
)
# "We enter 2026 with a shortage": the state at that time, no cause of something else.
_ENTERS = re.compile(
    r"\b(?:enter(?:s|ed|ing)?|start(?:s|ed|ing)?|beg[aiu]n(?:s|ning)?|exit(?:s|ed|ing)?|end(?:s|ed|ing)?"
    r"|finish(?:es|ed|ing)?|clos(?:e|es|ed|ing)(?: out)?|go(?:es|ing)? into|head(?:s|ed|ing)? into"
    r"|leav(?:e|es|ing)) (?:the |calendar |fiscal )*$"
)
_NEAR = re.compile(
    r"(?: (?:situation|environment|conditions?|phase|territory|scenario|state))?(?: (?:in|for|during|over|of|by|at"
    r"|this|the|early|late|mid|calendar|fiscal|all|whole|entire|most|much|part|parts|bulk|nearly|almost|through"
    r"|across))*[ \-(]*(?:20\d\d ?[-/] ?)?"
)
# "A shortage of DRAM and NAND in 2027", "a deficit of 4% in 2027": what is short, and how short, between the state and its time.
_OF_GOODS = re.compile(
    r"(?: of (?:about |around |roughly |some |nearly |over |more than |up to |as much as )?[\d.]+(?: ?(?:to|-|–) ?[\d.]+)? ?(?:%|percent))?"
    r"(?: (?:of|in|for|across|on)(?: (?:the|both|all|global|some|certain|many|most|legacy|conventional|overall|total|high-end|low-end|entire))*"
    r"(?:,? ?(?:and |or |&)?(?:the |other )?@(?: (?:chips?|products?|memory|modules?|parts?|wafers?|supply|markets?|segments?|components?|devices?|capacity|bits?|flash))?)+)?"
    r"(?: of (?:about |around |roughly )?[\d.]+(?: ?(?:to|-|–) ?[\d.]+)? ?(?:%|percent))?"
    r"(?: (?:and|or) (?:[a-z]+ ){0,2}(?:prices?|pricing|cost) (?:increases?|hikes?|rises?|surges?|gains?|spikes?|inflation)| and (?:higher|rising|soaring|increased|elevated) (?:prices|costs))?"
)
# "'ve", "'re": the present and the perfect, said short.
_SHORT = re.compile(r"'(?:ve|re|ll|m)\b|\b(?:could|may|might|should|will|would|can)\b (?!the\b|an?\b)[a-z]+")
# "In 2025, ...", "we assume that throughout this year, ...", "this quarter in SSD, ...": what all that follows is told of.
_FRAMED = re.compile(
    r"(?:^|[^,;:]*\b(?:that|said|says|and|but|so) |[^,;:]{0,3})(?:(?:and|but|so|now|then|looking|ahead|moving|turning|going|forward|as) ){0,2}"
    r"(?:(?:in|for|during|over|throughout|entering|into|to|of|by|the|calendar|fiscal) ){0,4}"
    rf"|(?:[^,;:]{{0,12}},? )?{COMES_TO} (?:the |calendar |fiscal |our |this )*"
)
_LEADS_ON = re.compile(rf"\s*(?:(?:and|but|so|now|then),? )?{COMES_TO} (?:the |calendar |fiscal |our |this )*")
# "Updated July 2026: ...": when the page was written.
_DATES_TEXT = re.compile(
    r"(?:^|[(\[.:;,-] ?)(?:last )?(?:updated|revised|edited|published|posted|reviewed)(?: (?:on|in))?:? $"
)
_SALES = re.compile(r"\b(?:revenues?|sales|shipments|profits?|earnings|margins?)\b")
_OUTLOOK = re.compile(
    r"\b(?:outlook|forecast|preview|review|recap|prospects|expectations|look ahead|market (?:in|of|for))\b"
)
# "That happened in the second half, leading to higher prices": what came of it is of its time.
_LED_TO = re.compile(
    r"\s*(?:thus |thereby |in turn |which )?(?:leading to|led to|resulting in|resulted in|causing|caused|pushing|pushed|driving|drove|sending|sent|lifting|lifted|bringing about)\b"
)
_CONTRASTS = re.compile(r"\s*(?:but|yet|though|although|while|whereas|however)\b")


def is_apart(layout: Layout, event: Event, word: PeriodWord) -> bool:
    """Say whether a period is that of something an English shortage or price is only told beside.

    "Phone sales to fall 13% in 2026 due to the memory shortage": the fall is of 2026. What was told in the past tense
    ("profit fell in the first quarter on a memory glut") is of one time with its cause.
    """
    if layout.language != "en":
        return False
    if _DATES_TEXT.search(layout.text, max(0, word.start - 24), word.start):
        return True
    if event.attribute == "supply":
        if event.direction == "down" and _is_cut_that_helps(layout, event, word):
            return True
        return _is_shortage_behind(layout, event, word) or _is_tight_cause(layout, event, word)
    if event.attribute in ("demand", "inventory"):
        return _is_reason_of_forecast(layout, event, word)
    return event.attribute == "price" and (_is_of_act(layout, event, word) or _is_price_beside(layout, event, word))


# "Will peak in Q1 and fall thereafter": a time that only opens with the period.
_AFTERWARDS = re.compile(r" (?:[a-z]+ly )?(?:thereafter|afterwards?|after that|from then on|subsequently|from there)\b")
# "Higher costs forced HP to raise laptop prices in October": the date of what somebody did about a price.
_FORCED = re.compile(
    r" (?:(?:is|are|was|were|has|have|had|will|may|could|also|now) )*(?:forc|prompt|push|driv|drove|led|lead|caus|compel|oblig)[a-z]* (?:[a-z0-9'&]+ ){1,5}to [a-z]+"
)


def _is_of_act(layout: Layout, event: Event, word: PeriodWord) -> bool:
    """Say whether a period is when a price turned before it went on its way, or that of what it made somebody do."""
    if word.end <= event.trigger.start:
        return _AFTERWARDS.match(layout.text, event.end) is not None
    forced = _FORCED.match(layout.text, max(event.end, event.trigger.end))
    return forced is not None and forced.end() <= word.start and not layout.between(event.end, forced.end(), "metric")


_MAY = re.compile(r"\b(?:may|might|could)\b")
_REASON = re.compile(
    r"\b(?:amid|amidst|due to|because of|owing to|thanks to|on the back of|given|as a result of|driven by|citing)(?: the| an?)?(?: [a-z0-9/\-]+){0,4} ?$"
)


def _is_reason_of_forecast(layout: Layout, event: Event, word: PeriodWord) -> bool:
    """Say whether a demand or a stock is only what a forecast of a period is put down to ("may fall in Q3 due to weak demand")."""
    if word.end > event.start:
        return False
    reason = _REASON.search(layout.text, max(word.end, event.start - 60), event.start)
    if reason is None:
        return False
    return bool(
        layout.between(layout.start, word.start, "future", "hedge")
        or _MAY.search(layout.text, layout.start, word.start)
    )


# "Production cuts will improve the market from the second half", "to improve from July with output cut": what a cut does for the market.
_CUTS = re.compile(r"(?:production|output|supply|wafer)? ?(?:cuts?|reductions?|curbs?)$")
_HELPS = re.compile(
    r"[^,;.]{0,40}? (?:will|would|should|could|may|to|is expected to|are expected to|is likely to"
    r"|are likely to) (?:[a-z]+ly |further |start to |begin to )?(?:improve|help|ease|support|stabili[sz]e|lead|allow"
    r"|bring|rebalance|relieve|boost|lift|restore|balance)\b"
)
_WITH_CUTS = re.compile(
    r"\b(?:with|on|thanks to|due to|as a result of|following|amid) (?:the |recent |deeper |further )?(?:[a-z]+ ){0,3}$"
)


def _is_cut_that_helps(layout: Layout, event: Event, word: PeriodWord) -> bool:
    """Say whether a cut of output is told as a thing that makes the market better by a period, rather than then."""
    if not _CUTS.search(layout.text, event.trigger.start, event.end):
        return False
    if word.start >= event.end:
        helped = _HELPS.match(layout.text, event.end)
        return helped is not None and helped.end() <= word.start
    if not layout.between(layout.start, word.start, "future"):
        return False
    return _WITH_CUTS.search(layout.text, word.end, event.start) is not None


# "Growth into 2027 based on tight NAND supply".
_ON_TIGHT = re.compile(r"\b(?:based on|due to|because of|owing to|thanks to|amid|given|on) (?:the |an? |[a-z]+ )?$")


def _is_tight_cause(layout: Layout, event: Event, word: PeriodWord) -> bool:
    """Say whether a tight supply is only the reason for what is told of the period before it."""
    if event.trigger.text != "tight" or event.metric is None or event.metric.start < event.trigger.end:
        return False
    before = _ON_TIGHT.search(layout.text, max(word.end, event.start - 24), event.start)
    return before is not None and not _was_told(layout, _clause_of(layout, word), before.start())


def _is_shortage_behind(layout: Layout, event: Event, word: PeriodWord) -> bool:
    """Say whether a shortage told as a thing stands behind what is told of a period, as its cause or its subject."""
    if event.direction not in ("tight", "loose") or not _STATE.fullmatch(event.trigger.text):
        return False
    if word.start >= event.end:
        gap = _without_goods(layout, event.end, word.start)
        return not (_NEAR.fullmatch(gap) or _OWN_COURSE.search(gap)) and not _was_told(layout, event.start, word.start)
    if _ENTERS.search(layout.text, max(layout.start, word.start - 24), word.start) and layout.text.startswith(
        " with ", word.end
    ):
        return False
    cause = _CAUSE.search(layout.text, max(word.end, event.start - 60), event.start)
    return cause is not None and not _was_told(layout, _clause_of(layout, word), event.start)


def _without_goods(layout: Layout, first: int, last: int) -> str:
    """Return a stretch behind a shortage or a glut without what is short and by how much ("of DRAM and NAND", "of 4%")."""
    gap = layout.text[first:last]
    for entity in layout.entities:
        if first <= entity.start < last:
            gap = gap.replace(layout.text[entity.start : entity.end], "@", 1)
    goods = _OF_GOODS.match(gap)
    return gap[goods.end() :] if goods else gap


def _is_price_beside(layout: Layout, event: Event, word: PeriodWord) -> bool:
    """Say whether a price is told beside a clause that names a period and no price, as what is so now."""
    own = layout.clause(event.trigger.start)
    first, origin = layout.clause_span(own)[0], _clause_of(layout, word)
    if (
        word.start >= first
        or _frames(layout, word)
        or _tells_market(layout, origin, layout.clause_span(layout.clause(word.start))[1])
    ):
        return False
    if _LED_TO.match(layout.text, first) and layout.clause(word.start) == own - 1:
        return False
    if _CONTRASTS.match(layout.text, first):
        return True
    is_ahead = bool(layout.between(first, event.end, "future")) or _forecasts_sales(layout, origin, first)
    return not is_ahead and not _was_told(layout, origin, event.end)


def _forecasts_sales(layout: Layout, first: int, last: int) -> bool:
    """Say whether a stretch tells what a maker of memory will sell or earn, which its prices of that time bring about."""
    return bool(layout.between(first, last, "maker") and _SALES.search(layout.text, first, last))


def _frames(layout: Layout, word: PeriodWord) -> bool:
    """Say whether a period is all that its clause tells, with a product at most: it frames what follows."""
    first, last = layout.clause_span(layout.clause(word.start))
    if _LEADS_ON.fullmatch(layout.text, layout.start, word.start):
        return True
    behind = layout.text[word.end : last]
    if behind.rstrip().endswith(":") and (word.start - first <= 2 or _OUTLOOK.search(layout.text, first, last)):
        return True  # "4Q26 contract: NOR +6%"
    for entity in layout.entities:
        if word.end <= entity.start < last:
            behind = behind.replace(layout.text[entity.start : entity.end], "")
    return behind.strip() in (",", "in ,", "for ,", "on ,") and bool(_FRAMED.fullmatch(layout.text, first, word.start))


def _clause_of(layout: Layout, word: PeriodWord) -> int:
    """Return where the clause of a period begins."""
    return layout.clause_span(layout.clause(word.start))[0]


def _tells_market(layout: Layout, first: int, last: int) -> bool:
    """Say whether a stretch speaks of a price, a supply or a demand, if only by a product and its size ("DRAM climbing 10%")."""
    if any(t.value == "price" or "price" in t.flags for t in layout.between(first, last, "metric", "market", "event")):
        return True
    markets = [t for t in layout.between(first, last, "metric") if t.value in ("supply", "demand")]
    if markets and layout.between(markets[0].end, last, "change"):
        return True
    named = [e.end for e in layout.entities if first <= e.start < last]
    is_sized = any(first <= a.start < last for a in layout.amounts)
    return is_sized and any(layout.between(place, place + 24, "change") for place in named)


def _was_told(layout: Layout, first: int, last: int) -> bool:
    """Say whether a stretch is told in the past tense alone."""
    is_now = PRESENT.search(layout.text, first, last) or _SHORT.search(layout.text, first, last)
    return PAST.search(layout.text, first, last) is not None and is_now is None
