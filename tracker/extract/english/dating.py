"""English turns that tell which period a change belongs to: causes and effects, days of trade, what came later."""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.extract.event import Event
from tracker.extract.layout import Layout
from tracker.extract.marks import PeriodWord

AS_CAUSE = re.compile(
    r"\s*(?:as|after|before|until|following|citing|blaming|pointing to|amid|due to|because|given|despite|since|driven by|thanks to|owing to|supported by|primarily due to)\b"
)
_CAME_BEFORE = re.compile(r"\s*(?:after|before|until|following|citing|blaming|pointing to)\b")
_COMMITTED = re.compile(r"\b(?:sold|sells?|selling) out\b|\b(?:booked|allocated|committed|contracted)\b")
# Another verb, whose period is its own ("are falling and expect progress in the second half", "has bottomed and Citi sees").
AND_THEN = re.compile(
    r" and (?:we |they |it |also )?(?:expects?|will|plans?|aims?|would|intends?|hopes?|sees?|forecasts?)\b"
    r"| and (?:[a-z.&]+ ){1,3}(?:expects|sees|forecasts|predicts|projects|anticipates|estimates|reckons)\b"
)
_THEN = re.compile(r"\b(?:then|later|subsequently|afterwards|since|from there)\b")
_BUT = re.compile(r"\s*(?:but|while|whereas|although|though|however)\b")
_NOW_ELSE = re.compile(r"\b(?:is|are|was|were)\b[^,;]{0,60} and [^,;]{0,60}\b(?:is|are) ")
_EVER_SINCE = re.compile(r" (?:\w+ )?(?:ever )?since(?:\.|,|$| then)")
_HAS_SINCE = re.compile(r"\bha(?:s|ve)\b[^,;.]{0,48}\bsince\b")
# A cause told with a verb is of its effect's time only where the verb is past ("as supply tightened").
_TELLS = re.compile(r"\s*(?:as|because|since)\b(?! of\b)")
PAST = re.compile(
    r"\b(?:was|were|[a-z]+ed|rose|fell|grew|went|came|cut|hit|held|kept|left|led|met|put|ran|saw|sent|shrank|sank|slid|sold|stood|swept|took|built|bought|began|became|brought|drove|gave|got|lost|made|paid)\b"
)
_AND_CLAUSE = re.compile(
    r" and (?!demand|supply)(?:[a-z\-']+ ){1,4}(?:is|are|was|were|will|has|have|had|remains?|remained)\b"
)
_CONCEDES = re.compile(r"\s*(?:while|although|though|even though|even as|whereas)\b")
_OPENS = re.compile(
    r"\s*(?:(?:and|but|so|now|then),? )?(?:in|for|during|over|throughout|entering|looking (?:ahead )?(?:to|into)) (?:the |calendar |fiscal )*"
)
_CAUSES_NOW = re.compile(
    r"\b(?:is|are) (?:now |currently |also )?(?:creating|causing|driving|leading|pushing|forcing|resulting|putting|fueling|supporting)\b"
)
_CITING = re.compile(r"\b(?:citing|blaming|pointing to)\b")
BETWEEN = re.compile(r"\bbetween (?:the )?(?:end of |start of )?$")
# What is so now, or has been so for some time, has another time than what came or is to come of it.
PRESENT = re.compile(
    r"(?<!will )(?<!would )(?<!to )\b(?:(?:is|are)(?! (?:[a-z]+ )?(?:set|expected|projected|forecast|forecasted|likely|poised|due|slated|bound|going|seen|estimated|anticipated|predicted|tipped|on (?:track|course)) (?:to|for|rising|climbing|falling)\b)|has|have|remains?|stays?|continues?|keeps?|had|builds?|drives?|pushes|strains|outstrips|exceeds|outpaces|tightens|eases|rises|falls|grows|weakens|persists?)\b"
)

# "Prices, which had fallen from May to July, have turned": when it had been so is told inside.
_ASIDE = re.compile(
    r"(?:,|--|[—–(]) ?(?:which|that) (?:had|has|have|was|were)\b[^,;.()—–]{0,80}?(?:,|--|[—–)]) ?(?:finally |now |since )?(?:has|have|will|are|is|can|may|should|would|turned|rose|fell)\b"
)
# A year that belongs to a thing: "its 2022 launch", "SQL Server 2025", "its EPS forecast for 2026", "coming off a record 2018".
_THING_BEHIND = re.compile(
    r"(?:-20\d\d)? (?:(?:total|annual|full-year|component|net|operating|capital) ){0,2}(?:launch|release|debut|re-?rating|eps|earnings|revenues?|sales|profits?|income|spending|expenditures?|outlays?|costs|capex|guidance|targets?|budget|roadmap|edition|conference|summit|figures)\b"
)
_THING_BEFORE = re.compile(
    r"\b(?:(?:eps|earnings|profit|revenue|sales|income|capex|spending|gdp) (?:forecasts?|estimates?|guidance|targets?|outlooks?|projections?|views?) (?:for|of|in) (?:fiscal |calendar )?"
    r"|(?:your|our|the|its|their|full-year) (?:guide|guidance|budgets?) (?:for|in) (?:fiscal |calendar )?"
    r"|(?:server|windows|office|studio|computex|ces|gtc|summit|mwc(?: barcelona)?|ifa|wwdc|fms|gamescom|semicon(?: [a-z]+)?|hot chips|flash memory summit) |coming off (?:an? )?(?:[a-z]+ ){0,2})$"
)


def dates_thing(layout: Layout, word: PeriodWord) -> bool:
    """Say whether an English year only dates a thing that is no price ("since its 2022 launch", "its EPS forecast for 2026")."""
    if layout.language != "en" or word.marks[0].unit != "Y":
        return False
    before = _THING_BEFORE.search(layout.text, max(layout.start, word.start - 48), word.start)
    return before is not None or _THING_BEHIND.match(layout.text, word.end) is not None


def is_of_aside(layout: Layout, event: Event, word: PeriodWord) -> bool:
    """Say whether a period stands in an English relative clause that is over before a change is told."""
    if layout.language != "en" or word.end > event.trigger.start:
        return False
    inside = _ASIDE.search(layout.text, max(layout.start, word.start - 80), event.trigger.start)
    return inside is not None and inside.start() < word.start and word.end < inside.end()


def next_to(layout: Layout) -> PeriodWord | None:
    """Return the period after the one that an English forecast is compared with ("may be flat compared with this quarter")."""
    for word in layout.periods if layout.language == "en" else ():
        mark = word.marks[0]
        if word.is_comparison and mark.step == 0 and layout.text.startswith(("this ", "the current "), word.start):
            return replace(word, marks=(replace(mark, step=1),), is_comparison=False)
    return None


def is_day_of_trade(layout: Layout, word: PeriodWord) -> bool:
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


def is_later(layout: Layout, event: Event, left: list[PeriodWord]) -> bool:
    """Say whether an English change came after the period before it ("bottomed in May and then rose", "falling since")."""
    if not left:
        return False
    if _CAUSES_NOW.search(layout.text, left[-1].end, event.trigger.start):
        return True
    after = layout.text[event.trigger.end : event.trigger.end + 16]
    if _NOW_ELSE.search(layout.text, left[-1].end, event.trigger.start):
        return True
    return bool(_THEN.search(layout.text, left[-1].end, event.trigger.start) or _EVER_SINCE.match(after))


def _is_headline(layout: Layout) -> bool:
    """Say whether a sentence is a headline, which tells in the present what is of its period: it ends without a mark."""
    return layout.text[layout.end - 1 : layout.end] not in ".!?\"')"


def _is_open(layout: Layout, word: PeriodWord) -> bool:
    """Say whether an English period is one that something lasts until, or is sold out for, rather than when it was."""
    first, last = layout.clause_span(layout.clause(word.start))
    since = [w.end for w in layout.periods if w.end <= word.start and layout.text.endswith("from ", 0, w.start)]
    is_span = bool(since) and word.start - since[-1] <= 20
    return (word.is_boundary and not is_span) or bool(_COMMITTED.search(layout.text, first, last))


def is_of_effect(layout: Layout, word: PeriodWord, first: int) -> bool:
    """Say whether a period told of an effect holds for its cause in the clause that begins at a place.

    Not where the cause came before, is told in the present, or the period is one that something lasts until.
    """
    _, last = layout.clause_span(layout.clause(first))
    if _CAME_BEFORE.match(layout.text, first) or _is_open(layout, word):
        return False
    if _NOW_ELSE.search(layout.text, word.end, first):
        return False
    if _is_headline(layout):
        return True
    is_told = _TELLS.match(layout.text, first) is None or PAST.search(layout.text, first, last) is not None
    return is_told and PRESENT.search(layout.text, first, last) is None


def is_frame(layout: Layout, word: PeriodWord) -> bool:
    """Say whether a period opens an English sentence by itself ("In the second quarter, ..."), so that all of it is told of it."""
    first, last = layout.clause_span(layout.clause(word.start))
    is_alone = layout.text[word.end : last].strip() == ","
    is_bare = layout.text[first : word.start].strip() in ("", "and", "but", "so", "then")
    return first == layout.start and is_alone and (is_bare or bool(_OPENS.fullmatch(layout.text, first, word.start)))


def is_of_next_verb(layout: Layout, event: Event, word: PeriodWord) -> bool:
    """Say whether a period after a change belongs to another verb or clause that "and" joins ("are full and trim Q3 buying")."""
    last = word.start
    first = event.trigger.end
    # "Tight DRAM and NAND supply will last through 2027": the products of one verb.
    first = next((g.end for g in layout.groups if 0 <= g.start - first <= 1), first)
    if AND_THEN.search(layout.text, first, last) or _AND_CLAUSE.search(layout.text, first, last):
        return True
    joint = layout.text.find(" and ", first, last)
    return joint >= 0 and bool(layout.between(joint, last, "change", "event"))


def is_cut_off(layout: Layout, event: Event, word: PeriodWord, first: int) -> bool:
    """Say whether a period belongs to what was told before: what is cited, came later, or is so now beside a forecast."""
    if _CITING.search(layout.text, word.end, first) or is_later(layout, event, [word]):
        return True
    own, last = layout.clause_span(layout.clause(event.trigger.start))
    if _HAS_SINCE.search(layout.text, own, min(layout.end, last + 24)):
        return True
    if _CONCEDES.match(layout.text, layout.clause_span(layout.clause(word.start))[0]) and PRESENT.search(
        layout.text, own, last
    ):
        return True
    is_now = _BUT.match(layout.text, first) and PRESENT.search(layout.text, first, event.end)
    return bool(is_now and layout.between(*layout.clause_span(layout.clause(word.start)), "future"))
