"""Which English period belongs to a change: not a thing's or an aside's, nor another verb's, nor one that it came after."""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.extract.english.old_levels import is_of_old_level
from tracker.extract.english.verbs import PAST
from tracker.extract.event import Event
from tracker.extract.layout import Layout
from tracker.extract.marks import PeriodWord

# Another verb, whose period is its own ("are falling and expect progress in the second half", "has bottomed and Citi sees").
AND_THEN = re.compile(
    r" and (?:we |they |it |also )?(?:expects?|will|plans?|aims?|would|intends?|hopes?|sees?|forecasts?)\b"
    r"| and (?:[a-z.&]+ ){1,3}(?:expects|sees|forecasts|predicts|projects|anticipates|estimates|reckons)\b"
)
_AND_CLAUSE = re.compile(
    r" and (?!demand|supply)(?:[a-z\-']+ ){1,6}(?:[\d.]+% )?(?:do(?:es)? not|don't|doesn't|didn't|is|are|was|were|will|has|have|had|remains?|remained)\b"
)
_THEN = re.compile(
    r"\b(?:then|later|subsequently|afterwards|since|from there)\b| and (?:gradually|slowly|start|begin|eventually|quickly)\b"
)
NOW_ELSE = re.compile(r"\b(?:is|are|was|were)\b[^,;]{0,60} and [^,;]{0,60}\b(?:is|are) ")
_EVER_SINCE = re.compile(r" (?:\w+ )?(?:ever )?since(?:\.|,|$| then)")
_CAUSES_NOW = re.compile(
    r"\b(?:is|are) (?:now |currently |also )?"
    r"(?:creating|causing|driving|leading|pushing|forcing|resulting|putting|fueling|supporting)\b"
)
_EXPECTED_NEXT = re.compile(
    r",? (?:and|but|though) (?:(?:they|it|prices) )?(?:(?:is|are) (?:[a-z]+ )?(?:expected|likely|forecast|forecasted|set|seen|projected|anticipated) to|will|should|may|might|could)\b"
)
_BETWEEN = re.compile(r"\bbetween (?:the )?(?:end of |start of )?$")
_WHERE_IT_WENT = re.compile(
    r" to (?:about |around |roughly |nearly |almost |some |over |just |an estimated )?(?:us|nt)?\$?[\d.,]+"
    r"(?: (?:usd|dollars|won|yuan|yen|euros|cents)"
    r"| ?(?:eb|pb|tb|gb|gbit|gigabits?|exabytes?|petabytes?|%|percent|billion|million|trillion|bn|mn|units|wafers|weeks|days))?(?: (?:of|per) [a-z]+)? (?:in|by) (?:the )?"
)
_FIRST_TIME = re.compile(r"first time (?:in )?$")
# "Set to reach $400 billion by 2031": when a market is to be how large.
_MARKET_SIZE = re.compile(
    r"(?:us)?\$ ?\d[\d.,]* ?(?:trillion|billion|million|bn|tn|mn|m|b) by (?:the end of |year-end )?$"
)
_ACTS_ON = re.compile(
    r"(?: (?:of|in|for|on) (?:[a-z0-9]+ ){0,2}[a-z0-9]+)? (?:could|may|might|will|would|can|should|(?:is|are) (?:expected|likely) to) (?:[a-z]+ly |also |further )?"
    r"(?:slow|hurt|impact|affect|weigh|dampen|reduce|pressure|constrain|limit|hit|squeeze|erode|curb|delay|weaken|depress|have an? (?:[a-z]+ )?(?:impact|effect)|lead to (?:lower|weaker|slower)"
    r"|(?:push|drive|send|lift|raise|force|mean"
    r"|make)(?: up)? (?:the )?(?:(?:higher )?(?:prices?|costs?) (?:of|for) )?(?:smartphones?|phones?|pcs?|laptops?"
    r"|notebooks?|devices?|consoles?|cars?|gadgets|electronics|consumer))\b"
    r"|(?: (?:of|in|for) (?:[a-z0-9]+ ){0,2}[a-z0-9]+)? (?:also )?means? (?:that )?(?:the|an?|more|fewer|less|no|its|their|pcs?|phones?|buyers|consumers|users)\b"
)
# Between a change and the products that it is told of: "tight conditions in both DRAM and NAND are expected to".
_RULES = re.compile(r" (?:in|for|across|of|on) (?:both |our |all |the )?")
_FOR_MONTH = re.compile(r"(?:^|[^a-z])(?:for|into) $")
# "Since we gave our guidance last quarter": when something else was done.
_SINCE_ACT = re.compile(r"\bsince (?:we|i|they|you|our|their|the) (?!end|start|beginning|middle)[^,;.]{0,60}$")
_EFFECTIVE = re.compile(r"\b(?:effective|starting|beginning|(?<!\()as of|with effect|from) (?:on |from )?$")
# "Prices, which had fallen from May to July, have turned": when it had been so is told inside.
_ASIDE = re.compile(
    r"(?:,|--|[—–(]) ?(?:which|that) (?:had|has|have|was|were|[a-z]{2,}ed|began|arose|set in|took hold|hit|broke out"
    r"|rose|fell|grew|saw|underwent|sank|slid|went|came)\b[^,;.()—–]{0,130}?(?:,|--|[—–)]) ?"
    r"(?:finally |now |since )?(?:has|have|will|are|is|can|may|should|would|turned|rose|fell)\b"
)
# "The downturn that started in late 2022", "forecasts made early this year": when a thing began or was told.
_BEGAN = re.compile(
    r"\b(?:that|which) (?:first |had )?(?:started|began|begun|emerged|kicked off|set in|erupted|took hold|arose) (?:(?:back|early|late|in|during|from|at|around|about|the|end of|start of) )*$"
)
_WAS_MADE = re.compile(
    r"(?:%|percent|range|growth|teens|digits|level|rate|view) (?:that |which )?(?:we|it|they|he|she|the company|analysts) (?:(?:had|have|previously|originally|initially|once) ){0,2}"
    r"(?:estimated|forecast|forecasted|projected|expected|anticipated|predicted|guided(?: to)?|assumed|outlined|gave|indicated) (?:(?:back|in|on|at|early|late|last|the|our|for) )*$"
    r"|"
    r"\b(?:forecasts?|estimates?|projections?|predictions?|outlooks?|guidance|reports?|notes?|memos?"
    r"|plans?) (?:[a-z]+ )?(?:made|issued|given|published|released|provided|announced|unveiled"
    r"|set out) (?:(?:in|on|at|during|back|the|by [a-z]+) )*$"
)
# "Last month, a memo by Gartner predicted that prices would fall": when it was said.
_SAID_THEN = re.compile(
    r",? (?:[a-z0-9.&'’\-]+ ){1,8}?(?:(?:had )?(?:predicted|forecast|forecasted|projected|warned|estimated|guided"
    r"|cautioned)\b|had (?:said|stated|announced|told|noted)\b|(?:they|he|she|it) (?:said|guided)\b)"
)
_THEN_SAID = ("last ", "earlier ", "the previous ", "the prior ", "previous ", "prior ")
# A year that belongs to a thing: "its 2022 launch", "SQL Server 2025", "its EPS forecast for 2026", "coming off a record 2018".
_THING_BEHIND = re.compile(
    r"(?:-20\d\d)? (?:(?:total|cash|gross|annual|full-year|component|net|operating|capital) ){0,2}"
    r"(?:launch|release|debut|re-?rating|eps|earnings|revenues?|sales|profits?|income|spending|expenditures?"
    r"|outlays?|costs|capex|guidance|targets?|budget|roadmap|edition|conference|summit|figures)\b"
)
# "Its FY26 and FY27 estimates": what a maker is to earn.
_FISCAL_BEHIND = re.compile(
    r"(?:(?:,| and|/|-| to) ?(?:fy|fiscal)[ -]?'?\d{2,4}e?)* (?:eps |earnings |revenue |sales |profit )?(?:estimates?|forecasts?|numbers|models?|projections?|targets?)\b"
)
# "Q1 PC price increases": those of goods that memory is built into.
_GOODS_BEHIND = re.compile(
    r" (?:pc|laptop|notebook|phone|smartphone|handset|console|tablet|device|gpu|graphics card|retail pc) (?:prices?"
    r"|pricing|shipments?|sales) ?(?:increases?|hikes?|rises?|cuts?|declines?|gains?|growth)\b"
)
_THING_BEFORE = re.compile(
    r"\b(?:(?:eps|earnings|profit|revenue|sales|income|capex|spending|gdp) "
    r"(?:forecasts?|estimates?|guidance|targets?|outlooks?|projections?|views?) (?:for|of|in) "
    r"(?:fiscal |calendar )?"
    r"|(?:your|our|the|its|their|full-year) (?:guide|guidance|budgets?) (?:for|in) (?:fiscal |calendar )?"
    r"|(?:server|windows|office|studio|computex|ces|gtc|summit|mwc(?: barcelona)?|ifa|wwdc|fms|gamescom"
    r"|forum|conference|expo|symposium|convention|congress|awards|fair|semicon(?: [a-z]+)?|hot chips|flash memory summit) |coming off (?:an? )?(?:[a-z]+ ){0,2})$"
)


# "Will go on rising after the second quarter": from when on, and "in its Q4 2025 investor letter": of which time a paper is.
_AFTER = re.compile(r"\bafter (?:the )?(?:end of )?(?:the )?(?:calendar |fiscal )?$")
_LETTER = re.compile(
    r"(?:'s)? (?:(?:investor|shareholder|client|fund|quarterly) )?(?:letters?|newsletters?|commentary|filings?|10-[qk]|13fs?|memo)\b"
)


def dates_another(layout: Layout, event: Event, word: PeriodWord) -> bool:
    """Say whether an English period is that of a thing, of an aside, or since when nothing of the kind has been."""
    if _FIRST_TIME.search(layout.text, max(layout.start, word.start - 16), word.start):
        return True
    if layout.text.find("since ", layout.start, word.start) >= 0 and _SINCE_ACT.search(
        layout.text, max(layout.start, word.start - 80), word.start
    ):
        return True
    if _is_of_telling(layout, event, word) or _is_past_relative(layout, event, word):
        return True
    if is_of_old_level(layout, event, word):
        return True
    if _AFTER.search(layout.text, max(event.trigger.end, word.start - 24), word.start) or _LETTER.match(
        layout.text, word.end
    ):
        return True
    return _is_of_aside(layout, event, word) or dates_thing(layout, word)


_RELATIVE = re.compile(
    r" (?:that|which) (?:has|have|had)\b[^,;.]{2,60}? (?:will|would|is|are|could|might|appears?|looks?|seems?)\b"
)
_IN_RELATIVE = re.compile(r" (?:that|which) (?:has|have|had) (?:[a-z]+ ){0,2}$")
_MAIN = re.compile(r" (?:will|would|is|are|could|might|appears?|looks?|seems?) ")


def end_of_relative(layout: Layout, event: Event) -> int:
    """Return where the relative clause ends that tells what an English thing has done ("the shortage that has pushed up prices will"), or the thing."""
    told = _RELATIVE.match(layout.text, event.end, layout.end)
    return told.end() if told else event.end


def find_past_relative(layout: Layout, event: Event, usable: list[PeriodWord]) -> list[PeriodWord]:
    """Return the periods of the verb that a relative clause parts from an English thing that has done something."""
    since = end_of_relative(layout, event)
    if since == event.end:
        return []
    return [w for w in usable if since <= w.start <= since + 60 and not layout.between(since, w.start, "metric")]


def _is_past_relative(layout: Layout, event: Event, word: PeriodWord) -> bool:
    """Say whether an English change has been told in a relative clause that is over before a period ("that has pushed up prices will last until")."""
    place = event.trigger.start
    if word.start < event.end or not _IN_RELATIVE.search(layout.text, max(layout.start, place - 32), place):
        return False
    return _MAIN.search(layout.text, event.end, word.start) is not None


def _is_of_telling(layout: Layout, event: Event, word: PeriodWord) -> bool:
    """Say whether an English period tells when a forecast was made, or when something else began ("the slump that started in 2022")."""
    span = (layout.text, max(layout.start, word.start - 64), word.start)
    if _WAS_MADE.search(*span):
        return True
    if word.end > event.start:
        return False
    if layout.text.startswith(_THEN_SAID, word.start) and word.start - layout.start <= 8:
        said = _SAID_THEN.match(layout.text, word.end)
        return said is not None and said.end() <= event.start
    return _BEGAN.search(*span) is not None


def dates_thing(layout: Layout, word: PeriodWord) -> bool:
    """Say whether an English year only dates a thing that is no price ("since its 2022 launch", "its EPS forecast for 2026")."""
    if layout.language != "en":
        return False
    if _GOODS_BEHIND.match(layout.text, word.end):
        return True
    if word.marks[0].unit != "Y":
        return False
    if word.text.lower().startswith(("fy", "fiscal")) and _FISCAL_BEHIND.match(layout.text, word.end):
        return True
    if _MARKET_SIZE.search(layout.text, max(layout.start, word.start - 48), word.start):
        return True
    before = _THING_BEFORE.search(layout.text, max(layout.start, word.start - 48), word.start)
    return before is not None or _THING_BEHIND.match(layout.text, word.end) is not None


def _is_of_aside(layout: Layout, event: Event, word: PeriodWord) -> bool:
    """Say whether a period stands in an English relative clause that is over before a change is told."""
    if word.end > event.trigger.start:
        return _is_of_start(layout, event, word)
    inside = _ASIDE.search(layout.text, max(layout.start, word.start - 80), event.trigger.start)
    return inside is not None and inside.start() < word.start and word.end < inside.end()


def _is_of_start(layout: Layout, event: Event, word: PeriodWord) -> bool:
    """Say whether a period tells aside when an English change began that lasts until another one ("which began in May, will last until")."""
    inside = _ASIDE.match(layout.text, event.end)
    return inside is not None and word.end < inside.end() and any(w.start >= inside.end() for w in layout.periods)


def next_to(layout: Layout) -> PeriodWord | None:
    """Return the period after the one that an English forecast is compared with ("may be flat compared with this quarter")."""
    for word in layout.periods:
        mark = word.marks[0]
        if word.is_comparison and mark.step == 0 and layout.text.startswith(("this ", "the current "), word.start):
            return replace(word, marks=(replace(mark, step=1),), is_comparison=False)
    return None


def names_quarter(layout: Layout, word: PeriodWord) -> bool:
    """Say whether an English month is told of as the quarter that ends with it ("for March, we saw NAND prices rise")."""
    mark = word.marks[0]
    if layout.language != "en" or mark.unit != "M" or mark.day or mark.number not in (3, 6, 9, 12):
        return False
    return _FOR_MONTH.search(layout.text, max(0, word.start - 12), word.start) is not None


def is_day_told(layout: Layout, word: PeriodWord) -> bool:
    """Say whether an English day is one that a price stood at, or holds from ("effective on March 1")."""
    if _is_day_of_trade(layout, word):
        return True
    return _EFFECTIVE.search(layout.text, max(layout.start, word.start - 18), word.start) is not None


def _is_day_of_trade(layout: Layout, word: PeriodWord) -> bool:
    """Say whether an English day is one that a price stood at ("closed at US$5.17 on September 11") and nobody speaks on it."""
    first, last = layout.clause_span(layout.clause(word.start))
    if layout.text.endswith("(as of ", layout.start, word.start):
        return False  # "the stock stands at $40 (as of Jan 5)": the day of a figure in brackets
    if not layout.text.endswith(("on ", "of ", "at "), first, word.start) or layout.between(
        first, last, "say", "agency"
    ):
        return False
    return (
        bool(layout.between(layout.start, word.start, "metric", "market", "change"))
        or "$" in layout.text[layout.start : word.start]
    )


def choose_own(
    layout: Layout, event: Event, left: list[PeriodWord], right: list[PeriodWord], told: int
) -> PeriodWord | None:
    """Return which of the periods before and after an English change in its clause is its own, after rather than before.

    A period after the change before this one, told at a place, belongs to that one, unless nothing else is left.
    """
    if len(right) > 1 and _WHERE_IT_WENT.fullmatch(layout.text, right[0].end, right[1].start):
        return right[1]  # "from $4.80 in July to $10.70 in November": where it went
    right = [w for w in right if not _is_of_next_verb(layout, event, w)]
    if right and acts_on(layout, event):
        right = []
    fresh = [w for w in left if w.start > told]
    if not right and is_later(layout, event, left):
        return None
    return next(iter(right or fresh[-1:] or left[-1:]), None)


def is_later(layout: Layout, event: Event, left: list[PeriodWord]) -> bool:
    """Say whether an English change came after the period before it ("bottomed in May and then rose", "falling since")."""
    if not left:
        return False
    if _CAUSES_NOW.search(layout.text, left[-1].end, event.trigger.start) or _is_expected_next(layout, event, left[-1]):
        return True
    after = layout.text[event.trigger.end : event.trigger.end + 16]
    if NOW_ELSE.search(layout.text, left[-1].end, event.trigger.start):
        return True
    return bool(_THEN.search(layout.text, left[-1].end, event.trigger.start) or _EVER_SINCE.match(after))


def _is_expected_next(layout: Layout, event: Event, word: PeriodWord) -> bool:
    """Say whether a change is expected to follow one told in the past of a period ("fell in June and is expected to stabilize")."""
    if _EXPECTED_NEXT.match(layout.text, word.end, event.trigger.start) is None:
        return False
    first, _ = layout.clause_span(layout.clause(word.start))
    return PAST.search(layout.text, first, word.start) is not None


def acts_on(layout: Layout, event: Event) -> bool:
    """Say whether an English change is the subject of what it could do to something else ("price increases could slow PC demand")."""
    return _ACTS_ON.match(layout.text, event.end) is not None


def _is_of_next_verb(layout: Layout, event: Event, word: PeriodWord) -> bool:
    """Say whether a period after a change belongs to another verb or clause that "and" joins ("are full and trim Q3 buying")."""
    last = word.start
    # "Tight DRAM and NAND supply will last through 2027": the products of one verb.
    first = next((g.end for g in layout.groups if _RULES.fullmatch(layout.text, event.end, g.start)), event.end)
    first = next((g.end for g in layout.groups if 0 <= g.start - event.trigger.end <= 1), min(first, last))
    if AND_THEN.search(layout.text, first, last) or _AND_CLAUSE.search(layout.text, first, last):
        return True
    joint = layout.text.find(" and ", first, last)
    return joint >= 0 and bool(layout.between(joint, last, "change", "event"))


def opens_span(layout: Layout, word: PeriodWord) -> bool:
    """Say whether an English period is the first of a span ("between Q1 and Q3")."""
    if layout.language != "en":
        return False
    return _BETWEEN.search(layout.text, max(layout.start, word.start - 24), word.start) is not None
