"""English words of change by which nothing of memory moves: a bound, what is bought, refused, needed or made better, an old view."""

from __future__ import annotations

import re

from tracker.extract.event import OLD_VALUE, OVER
from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token
from tracker.extract.patterns import one_of

# "By 10 percent or higher": the bound of a size.
_BOUND = re.compile(r"(?:%|percent|per cent|points?|dollars?) or (?:even |much )?$")
# "Pick up 16GB of RAM for": to buy.
_PICKS = re.compile(r"pick(?:ed|ing|s)? up")
_BOUGHT = re.compile(r" (?:an?|some|the|your|\d+ ?[gt]b|new|one|two)\b[^,;.]{1,48} (?:for|at) ")
# "To strengthen the competitiveness of its business": what a verb makes better is something else.
_MAKES_BETTER = re.compile(r"(?:strengthen|improv|enhanc|expand|boost|rais|increas|broaden|consolidat)[a-z]*")
_ADVANTAGE = re.compile(
    r" (?:the |its |their |our |own |overall |global |market |product |technological |technology |cost ){0,3}"
    r"(?:competitiveness|leadership|positions?|positioning|portfolios?|partnerships?|ties|cooperation|collaboration|presence|capabilit(?:y|ies)|line-?ups?|offerings?|edge|efficiency|quality)\b"
)
# "As China opens back up".
_OPENED = re.compile(r"\b(?:open|opens|opened|opening|reopen|reopens|shut|set|back|backed|backs)(?: it)?(?: back)? $")
# "In the last downturn": an earlier cycle.
_EARLIER = re.compile(
    r"\b(?:in|during|since|from|after|of|through) the (?:last|previous|prior|past|earlier) (?:(?:memory|market|industry|nand|dram|major|big|great) ){0,2}$"
)
_CYCLES = frozenset({"downturn", "upturn", "slump", "upcycle", "downcycle", "crash", "boom"})
# "Hesitant to build inventory", "discouraging them from restocking": what somebody does not do.
_UNWILLING = re.compile(
    one_of(
        r"\b(?:hesitant|hesitat\w+|reluctan\w+|unwilling|loath|disinclined|in no (?:hurry|rush|mood)) to (?:actively |aggressively |further )?$",
        r"\b(?:discourag\w+|deter\w*|dissuad\w+|prevent\w*|stopp\w+) (?:[a-z]+ ){1,3}from $",
        r"\b(?:refrain\w*|shy\w* away|abstain\w*) from $",
        r"\b(?:balk\w*|wary|cautious) (?:at|of|about) $",
    )
)
# "Products with higher ASPs than": a level.
_WITH = re.compile(
    r"\b(?:products?|items|parts|goods|chips|devices|segments?|solutions) (?:with|of|that have|which have|carrying|commanding|bearing) (?:(?:a|much|significantly|substantially|far|relatively) )*$"
)
# "A technology which can boost output by 30%".
_ABLE = re.compile(r"\b(?:which|that|it) can (?:[a-z]+ly )?$")
_TECHNOLOGY = re.compile(r"\b(?:technolog(?:y|ies)|nanometers?|nm|process(?:es)?|nodes?|architecture)\b")
# "Versus a prior view of up 20%", "compared with the 5% rise estimated previously".
_OLD_VIEW = re.compile(
    r"\b(?:vs\.?|versus|from|compared (?:to|with)) (?:(?:our|the|its|their|an?) )?(?:[a-z\-]+ )?(?:prior|previous"
    r"|earlier|initial|original|last|old) (?:[a-z]+ ){0,2}(?:forecasts?|views?|estimates?|guidance|expectations?"
    r"|outlook|projections?)(?: (?:of|for|was|at))?(?: an?| the)? $"
)
_ONCE_SEEN = re.compile(
    r" (?:which was |that was )?(?:estimated|projected|forecast|forecasted|expected|predicted|anticipated"
    r"|guided) (?:previously|earlier|originally|before|initially|a (?:month|quarter) (?:ago|earlier))\b"
)
# "Factors driving the price declines": the noun behind says which way.
_DRIVES = re.compile(r"(?:driv|drove|fuel|push|spur|prompt|trigger)[a-z]*")
_NOUN_BEHIND = re.compile(
    r" (?:the |these |this |those |a )?(?:[a-z\-]+ ){0,3}(?:price|prices|pricing|asp|asps|cost) (?:declines?|drops?"
    r"|falls?|decreases?|cuts?|corrections?|reductions?|slumps?|slides?|erosion|increases?|rises?|hikes?|gains?"
    r"|surges?|rally|growth)\b"
)
# "Easing of the undersupply"; "sales of DDR5 increased": a shortage that eases, sales that move.
_OF_SHORTAGE = re.compile(
    r" (?:of|in) (?:the )?(?:[a-z0-9]+ ){0,4}(?:under-?supply|shortages?|tightness|crunch|constraints?|squeeze|bottlenecks?)\b"
)
_SALES_OF = re.compile(
    r"\b(?:sales|shipments|deliveries) of (?!\d)(?:(?!pric|demand|suppl|inventor|asp)[a-z0-9\-/]+ ){1,10}$"
)
# "SSDs and hard disks will reach price parity".
_OF_COST = re.compile(
    r"\b(?:prices?|costs?|per[- ](?:bit|gigabyte|gb|terabyte|tb)|hdds?|hard[- ](?:disks?|drives?)|disks?|tapes?)\b"
)
# "A shortage of Intel's PC processors": of other parts.
_OF_PARTS = re.compile(
    r" (?:of|in|for) (?:[a-z0-9\-/']+ ){0,4}?(?:controllers?|controller (?:chips?|ics?)|micro-?processors?|processors?"
    r"|cpus?|gpus?|pmics?|mcus?|microcontrollers?|substrates?|driver ics?|capacitors?|labou?r"
    r"|workers)\b(?! ?(?:and|or|as well|,|/|&))"
)


def find_unmoved_reason(layout: Layout, token: Token) -> str | None:
    """Return why an English word of change tells of nothing that moves, or None where it may."""
    before = layout.text[max(layout.start, token.start - 72) : token.start]
    if before.endswith(" or ") and _BOUND.search(before):
        return "the bound of a size"
    if "up" in token.text and _tells_no_rise(layout, token, before):
        return "up of something else"
    if token.text in _CYCLES and _EARLIER.search(before):
        return OVER
    if _OLD_VIEW.search(before) or _ONCE_SEEN.match(layout.text, token.end):
        return OLD_VALUE
    if token.value in ("tight", "supply:tight") and _OF_PARTS.match(layout.text, token.end):
        return "a shortage of other parts"
    if "parity" in token.text and _OF_COST.search(layout.text, layout.start, token.end + 24):
        return "parity of prices, not of supply and demand"
    if token.text.startswith("eas") and _OF_SHORTAGE.match(layout.text, token.end):
        return "a shortage that eases"
    if "v" in token.flags and _SALES_OF.search(before):
        return "change of sales"
    return _name_act(layout, token, before)


def _tells_no_rise(layout: Layout, token: Token, before: str) -> bool:
    """Say whether an "up" is that of a verb of something else ("opens back up", "pick up 16GB of RAM for")."""
    if _PICKS.fullmatch(token.text):
        return _BOUGHT.match(layout.text, token.end) is not None
    return token.text in ("up", "back up") and _OPENED.search(before) is not None


def _name_act(layout: Layout, token: Token, before: str) -> str | None:
    """Return why an English word tells of what somebody does, does not do or can do, and of no change; None where it may."""
    if _UNWILLING.search(before):
        return "what nobody does"
    if token.text in ("higher", "lower") and _WITH.search(before):
        return "a level, no change"
    if _DRIVES.fullmatch(token.text) and _NOUN_BEHIND.match(layout.text, token.end):
        return "told by the word behind"
    if not _MAKES_BETTER.fullmatch(token.text):
        return None
    if _ADVANTAGE.match(layout.text, token.end):
        return "something else is made better"
    is_able = _ABLE.search(before) is not None and _TECHNOLOGY.search(layout.text, layout.start, token.start)
    return "what a technology can do" if is_able else None
