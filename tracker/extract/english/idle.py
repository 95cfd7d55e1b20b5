"""English words of change that change nothing: what is given up, a premium, the course until then, an old forecast."""

from __future__ import annotations

import re

from tracker.extract.english.able import is_only_able
from tracker.extract.english.degrees import is_degree
from tracker.extract.english.unmoved import find_unmoved_reason
from tracker.extract.event import OLD_VALUE, OVER
from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token

# "About 20%, up from our prior forecast of high teens": only what was forecast before.
_FROM_FORECAST = re.compile(
    r" (?:from|versus|compared (?:to|with)) (?:(?:our|the|its|their|a|an) )?(?:[a-z\-]+ )?(?:prior|previous|earlier"
    r"|initial|original|last|old) (?:[a-z]+ ){0,2}(?:forecasts?|views?|estimates?|guidance|expectations?|outlook"
    r"|projections?)\b"
)
# "The rise is down to strong demand": what it is put down to.
_PUT_DOWN_TO = re.compile(
    r" to (?:[\"'“]|just |simply |mainly |largely )?(?:an? |the )?(?:[a-z\-]+ ){0,3}(?:demand|supply|supplies"
    r"|shortages?|oversupply|glut|competition|inventory|inventories|stockpiling|restocking|buying|orders|conditions"
    r"|cuts|constraints|factors)\b"
)
_SLOWS_EN = re.compile(r"slow|decelerat|moderat|cool|eas(?:e|ing)")
_OF_GROWTH_EN = ("contract growth ", "spot growth ", "dram growth ", "nand growth ")
_RISE_BEFORE = re.compile(
    r"\b(?:surge|rise|rises|rally|increases?|uptrend|run-up|boom|climb|hikes|gains|inflation)(?: (?:in|of) (?:[a-z0-9\-]+ ){0,2}[a-z0-9\-]+)?"
    r" (?:(?:is|are|was|has|have|may|might|could|will|would|to|be|been|now|already|finally|also|shows?|showing|showed"
    r"|signs?|of|begins?|began|starts?|started|seems?|appears?|expected|likely|set|continues?|in|by) ){0,5}$"
)
# "Higher demand and stagnant supply": a word of demand before a supply tells nothing of the demand.
_SUPPLY_BEHIND = re.compile(r" (?:bit )?(?:supply|supplies|output|production)\b")
# "Driving prices up": the word behind the price says which way.
_DRIVES = re.compile(r"(?:driv|drove|push|bring|brought|send|sent|pull|drag|forc)[a-z]*")
_DRIVEN = re.compile(
    r" (?:the |its |their )?(?:[a-z0-9\-]+ ){0,4}?(?:prices?|pricing|quotes|costs?|asps?|demand|supply|supplies|output|inventor(?:y|ies)|stocks?)"
    r" (?:(?:even|further|back|much|[a-z]+ly) )?(?:up|down|higher|lower|upwards?|downwards?)\b"
)
# "Under pressure to sell": what somebody has to do, no weakness.
_PRESSED = re.compile(
    r" (?:(?:on|for) [a-z ]{1,24})?to (?!dram|nand|nor\b|hbm|memory|the\b|our\b|contract|spot|pric|asp)[a-z]+\b"
)
# "That will pressure our margin": a verb of what the price does to something else.
_WILL_PRESS = re.compile(r"\b(?:will|would|could|can|may|might|to|continue to|should) (?:[a-z]+ly |further |also )?$")
# "Dropped its plans to": what is given up, no fall.
_DROPS = re.compile(
    r" (?:[a-z']+ ){0,3}(?:plans?|forecasts?|calls?|predictions?|estimates?|views?|projections?)\b (?:to|for|of|that|on)\b"
)
# What spot costs over or under contract, one product over another: a level that moves, no price.
_PREMIUM = re.compile(
    r"\b(?:premiums?|discounts?) (?:of|for|on|in|between) (?!\d)(?:(?!demand|suppl)[^,;.%]){1,60}? (?:over|to|above|against|from|and|versus|vs\.?) [^,;.%]{1,40}$"
    r"|\b(?:gaps?|spreads?|differences?|differentials?) between (?:(?!demand|suppl)[^,;.]){1,70}$"
)
# What part of something is memory of a kind, is at one place or goes to one buyer: a share that moves, nothing else.
_SHARE_BEFORE = re.compile(
    r"\bshares? of (?:[a-z]+ ){0,2}(?:capacity|output|production|wafers?)\b[^,;.%]{1,60}$|"
    r"\b(?:proportions?|percentages?|fractions?|portions?|(?:shipment|product|sales|customer) mix) (?:of|for) (?!\d|which|prices?)[^,;.%]{1,60}$"
)
_SHARE_GROWS = re.compile(r" (?:shares?|percentages?|proportions?|portions?|parts?|fractions?|pieces?) of\b")
_SHARE_BEHIND = re.compile(
    r" (?:in|of) (?:the |our |its |their )?(?:[a-z]+ )?(?:proportions?|percentages?|fractions?|portions?|mix) of\b"
)
# "Memory constraints that limit context length": what a program runs short of, where nobody sells any.
_OF_PROGRAM = re.compile(
    r"\b(?:llms?|inference|context (?:length|window)s?|vram|language models?|multimodal|neural|fine-?tuning|quantiz\w+"
    r"|parameters|runtime|compil\w+|kernels?|algorithms?|garbage collect\w+|throughput|benchmarks?"
    r"|embedded software)\b"
)
_OF_MARKET = re.compile(
    r"\b(?:pric\w+|markets?|suppl\w+|shipments?|vendors?|(?:chip|memory|pc|phone)[- ]?makers?|manufacturers?|industry|costs?|shortages?|wafers?|revenue)\b"
)
# "Prices, which had risen for a year, fell", "prices, after rising for a year, fell": the course until then, told aside.
_UNTIL_THEN_EN = re.compile(
    r",?\s*(?:(?:which|that) had (?:been )?|(?:after|having) (?:been )?(?![^,]*\d)"
    r"|(?:up|down|higher|lower|flat|rising|falling) (?:for|since|over|throughout|during"
    r"|in (?:each of )?the (?:past|last|previous|prior)) )"
)
_THEN_EN = re.compile(
    r",?\s*(?:(?:have|has|had|are|were|is|was|now|then|finally|abruptly|suddenly|also|since|again|only|just|recently"
    r"|reportedly|sharply|even|slightly|actually|instead|being|began|begun|started|to|will|would|should|could|may"
    r"|might|be|more|than|nearly|almost) ){0,5}$"
)
# "Threatens supply and pricing stability": what there is no more of.
_AT_STAKE = re.compile(
    r"\b(?:threat|pressur|undermin|erod|jeopardi|endanger|disrupt|imperil|shak|hurt|risk|fears? for|worr)[a-z]*\b[^,;.]{0,60}$"
)
# "Went from rising to flat": what a price turned from.
_TURNS_FROM = re.compile(r"\bfrom (?:an? |the )?(?:[a-z]+ )?$")
# "Rebounded from their June dip".
_RECOVERS_FROM = re.compile(
    r"\b(?:rebound|recover|bounc)[a-z]*(?: back)? from (?:an? |the |its |their |this |last )?(?:[a-z0-9\-']+ ){0,3}$"
)
_TURNS_TO = re.compile(
    r" (?:trend |phase )?to (?:an? |the )?(?:[a-z]+ )?(?:flat|stab|ris|fall|declin|increas|decreas|grow|gain|drop|plateau|stagna)"
)


def find_idle_reason_en(layout: Layout, index: int) -> str | None:
    """Return why an English word of change says of nothing that it changes, or None where it does."""
    token = layout.tokens[index]
    if token.value == "loose" and _is_worked_off(layout, index):
        return "what is worked off"
    if "d" in token.flags and _SUPPLY_BEHIND.match(layout.text, token.end):
        return f"{token.text} of a supply"
    if _DRIVES.fullmatch(token.text) and _DRIVEN.match(layout.text, token.end):
        return "told by the word behind"
    if token.text.startswith("pressure") and _is_pressed(layout, token):
        return "what somebody is pressed to do"
    if token.text.startswith("drop") and _DROPS.match(layout.text, token.end):
        return "what is given up"
    if token.text.endswith("the corner") and layout.text.startswith(" on ", token.end):
        return "a corner turned on something else"
    other = find_unmoved_reason(layout, token) or _name_other(layout, token)
    if other is not None:
        return other
    if _was_until_then(layout, token) or _is_turned_from(layout, token):
        return OVER
    known = _name_known(layout, token)
    if known is not None:
        return known
    return OLD_VALUE if _FROM_FORECAST.match(layout.text, token.end) else None


def _name_known(layout: Layout, token: Token) -> str | None:
    """Return why an English word names what is there and no change: growth that slows, stability at stake, a cause; None else."""
    if token.value == "down" and _SLOWS_EN.match(token.text) and _is_of_growth(layout, token):
        return "growth that slows"
    if token.text == "stability" and _AT_STAKE.search(layout.text, max(layout.start, token.start - 90), token.start):
        return "what is at stake"
    is_cause = token.text.endswith("down") and _PUT_DOWN_TO.match(layout.text, token.end)
    return "what something is put down to" if is_cause else None


def _is_of_growth(layout: Layout, token: Token) -> bool:
    """Say whether what slows is growth ("NAND growth slows", "the price surge shows signs of cooling")."""
    if layout.text.endswith(_OF_GROWTH_EN, 0, token.start):
        return True
    return _RISE_BEFORE.search(layout.text, max(layout.start, token.start - 60), token.start) is not None


def _is_pressed(layout: Layout, token: Token) -> bool:
    """Say whether an English pressure is one to do something, or a verb of what presses on something else."""
    before = _WILL_PRESS.search(layout.text, max(layout.start, token.start - 24), token.start)
    return before is not None or _PRESSED.match(layout.text, token.end) is not None


def _name_other(layout: Layout, token: Token) -> str | None:
    """Return what else than memory's price, supply or stock an English change is of, or None where it is of that."""
    if _is_of_premium(layout, token):
        return "a premium or a gap, no price"
    if _is_of_share(layout, token):
        return "what part of it is so"
    if is_degree(layout, token):
        return "how great a change is"
    if is_only_able(layout, token):
        return "what one is free to do"
    return "what a program runs short of" if token.value == "tight" and _is_of_program(layout) else None


def _is_of_premium(layout: Layout, token: Token) -> bool:
    """Say whether an English change is that of a premium or a gap before it, with no other change between."""
    word = _PREMIUM.search(layout.text, max(layout.start, token.start - 120), token.start)
    return word is not None and not layout.between(word.start(), token.start, "change", "event")


def _is_of_share(layout: Layout, token: Token) -> bool:
    """Say whether an English change is that of a part of something ("the proportion of DDR5 in its stock has increased")."""
    if "a" in token.flags and _SHARE_GROWS.match(layout.text, token.end):
        return True
    if "o" not in token.flags and _SHARE_BEHIND.match(layout.text, token.end):
        return True
    part = _SHARE_BEFORE.search(layout.text, max(layout.start, token.start - 90), token.start)
    return part is not None and not layout.between(part.start(), token.start, "change", "event")


def _is_of_program(layout: Layout) -> bool:
    """Say whether an English sentence speaks of programs and of no market ("memory constraints limit the context length")."""
    is_program = _OF_PROGRAM.search(layout.text, layout.start, layout.end) is not None
    return is_program and _OF_MARKET.search(layout.text, layout.start, layout.end) is None


def _is_turned_from(layout: Layout, token: Token) -> bool:
    """Say whether an English change is only what a price turned from ("went from rising to flat", "recovered from the slump")."""
    is_slump = token.value == "down" and "n" in token.flags
    if is_slump and _RECOVERS_FROM.search(layout.text, max(layout.start, token.start - 48), token.start):
        return True
    is_left = _TURNS_TO.match(layout.text, token.end) is not None
    return is_left and _TURNS_FROM.search(layout.text, layout.start, token.start) is not None


def _was_until_then(layout: Layout, token: Token) -> bool:
    """Say whether an English change is told aside as the course until the verb after it ("prices, up for a year, fell")."""
    first, _ = layout.clause_span(layout.clause(token.start))
    if first == layout.start or _UNTIL_THEN_EN.match(layout.text, first) is None:
        return False
    last = layout.text.find(",", token.end, min(layout.end, token.end + 60))
    following = layout.between(last, last + 40, "change") if last >= 0 else []
    return bool(following) and _THEN_EN.fullmatch(layout.text, last, following[0].start) is not None


def _is_worked_off(layout: Layout, index: int) -> bool:
    """Say whether an English "excess" or "elevated" only describes the stock that is brought down ("worked through their excess stock")."""
    token, before = layout.tokens[index], layout.tokens[index - 1] if index else None
    is_fall = before is not None and (
        before.value == "inventory:down" or (before.value == "down" and "t" in before.flags)
    )
    return is_fall and before is not None and token.start - before.end <= 9
