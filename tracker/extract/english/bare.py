"""English prices told of a product without a word for price: "spot DRAM paused", "5% erosion in server DRAM", "a kit is up 70%".

Only what nothing else in the clause is counted by: shipments, revenue or a share would own the change.
"""

from __future__ import annotations

import re

from tracker.extract.entity import Entity
from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token

_THINGS = r"(?: (?:\d{1,4} ?[gmt]b(?:it)?|chips?|parts?|modules?|wafers?|kits?|drives?|sticks?|cards?|contracts?|deals?|devices|components?|dies|spot|quotes))*"
_STATE = re.compile(
    _THINGS
    + r"(?: (?:is|are|was|were|be|been|being|has|have|had|will|would|could|may|might|should|now|still|already|even|seen|set|to|expected"
    r"|priced|quoted|settled|signed|fixed|closed|offered|trading|changing|hands|about|around|roughly|nearly|almost|some|over|by|as|much"
    r"|more|than))+ $"
)
_SIZED_STATES = frozenset(
    {"up", "down", "off", "above", "below", "beneath", "under", "higher", "lower", "cheaper", "dearer"}
)
_BESIDE_SIZE = re.compile(
    r"[ -](?:(?:sequential|quarterly|monthly|annual|weekly|further|additional|average|blended|qoq|yoy|q/q|y/y) )*"
)
_IN_PRODUCT = re.compile(r" (?:in|for|of|on) (?:the |most |all |its |their )?(?:[a-z\-]+ ){0,2}")
_MONEY = re.compile(
    r" (?:at |around |near |about |roughly |the |steady |firm |an average of ){0,3}(?:us|nt)?\$ ?\d[\d.,]{0,8}(?![\d.,]| ?(?:billion|million|bn|mn|trillion)\b)"
)
_SUBJECT = re.compile(
    _THINGS
    + r"(?: (?:used|found|sold|shipped|fitted) in [a-z]+)? (?:(?:has|have|had|will|would|could|may|might|also|then|to|is|are|set|expected) )*"
)
_TO_MONEY = re.compile(
    r" (?:by )?(?:[\d.]+ ?(?:%|percent) )?(?:to|from) (?:about |around |roughly |just |over |under )?(?:us|nt)?\$ ?\d[\d.,]{0,8}(?![\d.,]| ?(?:billion|million|bn|mn|trillion)\b)"
)
_QUOTED = re.compile(r"\b(?:quot|pric|offer|sell|sold|buy|bought|get|got|sign|fix)[a-z]* (?:[a-z0-9\-]+ ){0,2}$")
_OF_PRICES = frozenset(
    "rising falling climbing dropping declining turning sliding surging tumbling plunging soaring jumping slipping sinking".split()
)
_SEES = re.compile(
    r"\b(?:sees?|saw|foresees?|expects?|predicts?|forecasts?|models?|has|have|had) (?:[a-z0-9\-]+ ){0,2}$"
)
# A part by its density is an item of a price list: what it does, its price does.
_PART = re.compile(
    r" \d{1,3} ?[gm]b(?:it)?(?: ?\([\dgmx ]{2,10}\))?(?: (?:parts?|chips?|dies|dram|products?|components?|modules?))?(?: (?:prices?|quotes?))?"
    r" (?:(?:has|have|had|also|again|further|then|only|slightly|sharply|will|would|is|are|set|expected|likely|continued|continues|continue|kept|keeps|keep|went|on|began|started|to) )*"
)
_POSTED = re.compile(
    _THINGS
    + r" (?:(?:has|have|had|also|then|again) )*(?:posted|posts|recorded|records|registered|logged|notched|booked|extended (?:its|their)|extends (?:its|their)|continued (?:its|their)|led|staged)"
    r"(?: (?!prices?|demand|sales|revenue)[a-z\-]+){0,5} (?:with |of |by )?(?:an? |another )?(?:about |around |roughly |further |over |more than )?$"
)
_LEVEL = re.compile(r" (?:at|around|near|to)\b")
_USED_IN = ("used in ", "found in ", "sold in ", "fitted in ")
# "If you look at the market for NAND today, it's still pretty": a topic, and what takes it up.
_NAMES_TOPIC = re.compile(
    r"\b(?:look at|looking at|take|in|on|for|as for|about|when it comes to|regarding|turn to|turning to|go to|talk about|think about|in terms of)"
    r" (?:the )?(?:(?:[a-z\-]+ ){0,2}(?:market|side|segment|supply|situation|environment) (?:for|of|in|on) (?:the )?)?(?:[a-z\-]+ ){0,2}$"
)
_TAKEN_UP = re.compile(
    r"(?: (?!is|are|was|were|and|but|price|demand|cost|inventor|revenue|share)[a-z\-]+){0,3}, (?:(?:and|you know|again|i think|i'd say),? )*(?:it|that|they|those|things)"
    r"(?:'s|'re| is| are| was| were| remains?| has been| have been| stays?"
    r"| looks?)(?: (?:still|very|pretty|quite|really|now|also|just|fairly|so|extremely|currently|going to be|getting"
    r"|kind of|sort of|been)){0,3} $"
)
_OTHERS = ("metric", "alien", "company")


def moves_as_price(layout: Layout, token: Token) -> bool:
    """Say whether a bare English change is one of a product's price, by its size, its money or the market it is traded on."""
    first, last = layout.clause_span(layout.clause(token.start))
    others = [t for t in layout.between(first, last, *_OTHERS) if not layout.text.endswith(_USED_IN, 0, t.start)]
    if not layout.entities or others:
        return False
    before = [e for e in layout.entities if first <= e.start and e.end <= token.start]
    if _is_sized_noun(layout, token, last):
        return True
    if not before:
        return False
    if _is_seen_moving(layout, token, before[-1]) or _is_part(layout, token, before[-1]):
        return True
    is_moved = _is_traded(layout, token, before) or _is_sized_state(layout, token, before[-1])
    return is_moved or _stays_at(layout, token) or _moves_to_money(layout, token, before[-1])


def takes_up_product(layout: Layout, token: Token) -> bool:
    """Say whether an English state is one of the product that a topic before its clause names ("if you look at NOR, it is tight")."""
    if layout.language != "en" or layout.text.find(", ", layout.start, token.start) < 0:
        return False
    return any(
        _TAKEN_UP.fullmatch(layout.text, e.end, token.start)
        and _NAMES_TOPIC.search(layout.text, max(layout.start, e.start - 60), e.start)
        for e in layout.entities
        if e.end <= token.start
    )


def _is_traded(layout: Layout, token: Token, products: list[Entity]) -> bool:
    """Say whether a market stands beside the product that moves or rests ("spot DRAM paused", "DDR4 contracts have slid")."""
    if not ({"v", "w"} & token.flags):
        return False
    markets = layout.between(products[0].start - 12, token.start, "market")
    return any(0 <= e.start - m.end <= 12 or 0 <= m.start - e.end <= 12 for m in markets for e in products)


def _is_sized_state(layout: Layout, token: Token, product: Entity) -> bool:
    """Say whether a product is said to be up or down by a size, before or after the word ("fixed 1.8% lower", "is up 70%")."""
    is_thing = _THINGS_NAMED.match(layout.text, product.end) is not None
    is_quoted = _QUOTED.search(layout.text, max(layout.start, product.start - 40), product.start) is not None
    is_thing = is_thing or is_quoted
    is_of_maker = bool(layout.between(layout.start, token.start, "maker")) and not is_thing
    if token.text not in _SIZED_STATES or is_of_maker:
        return False
    sized = next((a for a in layout.amounts if 0 <= token.start - a.end <= 1), None)
    place = sized.start if sized else token.start
    if sized is None and not any(0 <= a.start - token.end <= 16 for a in layout.amounts):
        return False
    if product.product == "MEMORY" and not is_thing:
        return False
    return any(p.fullmatch(layout.text, product.end, place) for p in ((_STATE, _DEALS) if is_thing else (_STATE,)))


_THINGS_NAMED = re.compile(r" (?:kits?|modules?|sticks?|contracts?|deals?)\b")
_DEALS = re.compile(_THINGS + r" (?:about |around |roughly |some )?")


def _is_sized_noun(layout: Layout, token: Token, last: int) -> bool:
    """Say whether a noun of change has its size before it and its product behind it ("a 15% step-up for server DRAM")."""
    if "n" not in token.flags or token.flags & {"d", "o"}:
        return False
    if not any(
        a.end <= token.start and _BESIDE_SIZE.fullmatch(layout.text, a.end, token.start) for a in layout.amounts
    ):
        return False
    return any(e.start < last and _IN_PRODUCT.fullmatch(layout.text, token.end, e.start) for e in layout.entities)


def _moves_to_money(layout: Layout, token: Token, product: Entity) -> bool:
    """Say whether a product itself moves to an amount of money ("4GB modules slid to $17.50", "has leapt from $1.5")."""
    is_subject = "v" in token.flags and _SUBJECT.fullmatch(layout.text, product.end, token.start)
    return bool(is_subject) and _TO_MONEY.match(layout.text, token.end) is not None


def _is_seen_moving(layout: Layout, token: Token, product: Entity) -> bool:
    """Say whether someone sees a product rise or fall ("the bank sees PC DRAM turning down in the fourth quarter")."""
    is_price = token.text.split()[0] in _OF_PRICES and not layout.text.startswith((" short", " behind"), token.end)
    if not is_price or product.product == "MEMORY":
        return False
    if layout.text[product.end : token.start] not in (" ", " contracts ", " quotes "):
        return False
    return _SEES.search(layout.text, max(layout.start, product.start - 40), product.start) is not None


def _is_part(layout: Layout, token: Token, product: Entity) -> bool:
    """Say whether a part rises or falls ("DDR4 8Gb chips kept falling"), or a product posts a rise of some size."""
    if product.product == "MEMORY" or layout.between(layout.start, product.start, "maker"):
        return False
    if "v" in token.flags and "t" not in token.flags and _PART.fullmatch(layout.text, product.end, token.start):
        return True
    sized = next((a for a in layout.amounts if 0 <= token.start - a.end <= 1), None)
    is_noun = "n" in token.flags and sized is not None and sized.start > product.end
    return is_noun and bool(_POSTED.match(layout.text[product.end : sized.start])) if sized else False


def _stays_at(layout: Layout, token: Token) -> bool:
    """Say whether a product is said to stay at an amount of money or at an earlier level ("DDR4 held at $3.35")."""
    if token.value != "flat":
        return False
    return bool(_LEVEL.search(token.text) or _MONEY.match(layout.text, token.end))
