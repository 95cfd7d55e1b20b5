"""English changes that are none: what is to be prevented, what would follow from it, what holds whenever, what was only expected."""

from __future__ import annotations

import re

from tracker.extract.companions import is_companion
from tracker.extract.english.aims import find_aim_reason
from tracker.extract.english.devices import is_of_devices
from tracker.extract.english.former import is_of_former_view
from tracker.extract.english.hard import is_hard
from tracker.extract.english.needs import is_needed
from tracker.extract.english.unsettled import why_unsettled
from tracker.extract.event import Event
from tracker.extract.layout import Layout

_PREVENTS = re.compile(
    r"\b(?:avoid\w*|prevent\w*|avert\w*|forestall\w*|(?:fend|ward|stav|head)(?:e|es|ed|ing|s)? off|guard\w* against"
    r"|hedg\w+ against|protect\w* (?:\w+ )?against|insulate \w+ from"
    r"|(?:to|of|at) (?:stop|stopping|halt|halting|arrest|arresting|stem|stemming)(?= (?:the|a|an|any|further)\b)"
    r"|in the event of|in case of|await\w*|wait\w* for|hop\w+ for|look\w* for"
    r"|(?:fears?|concerns?|worr\w+|speculation) (?:about|of|over|that|on)(?: an?)? (?:possible|potential)"
    r"|(?:rather than|instead of) (?:tak|accept|offer|sell|settl|agree|concede|swallow)\w*)"
    r" [^,;.]{0,50}$"
)
# "Avoiding the impact of rising prices": the prices rise all the same.
_EFFECT_OF = re.compile(
    r"\b(?:impacts?|effects?|consequences?|burden|cost|brunt|pain|pressures?) (?:of|from) (?:the |these |this |such )?$"
)
_BEYOND = re.compile(r" (?:beyond|other than|besides|outside of|aside from|apart from|excluding) ")
# "We are not counting on a further 10% rise": what no plan is built on.
_NOT_COUNTED_ON = re.compile(
    r"\b(?:[a-z]+n't|not|never) (?:be |been )?(?:count|bank|bet|rel|depend)\w* (?:[a-z]+ ){0,8}?(?:on|upon) (?:[a-z0-9%]+,? ){0,5}$"
)
# "Relating to the question on supply shortages": what somebody asked about.
_QUESTION_ON = re.compile(r"\bquestions? (?:on|about|around|regarding|concerning) (?:the |your )?(?:[a-z]+ ){0,1}$")
_UNTIL = re.compile(r"\b(?:until|unless|till) (?:the |any |some |enough |more )*$")
_NONE_BEFORE = re.compile(
    r"\b(?:no|not|won't|little|without)(?: (?:any|much|meaningful|significant|new|additional|more))* (?:capacity|supply|output|fabs?|wafers|bits)\b[^,;.]{0,40}\b(?:until|before)\b"
)
_SAYS_AGAIN = re.compile(
    r"\s*(?:this|that|it|these) (?:is|was|marks|marked|represents|represented|makes|made|were|are) (?:a|an|the|another|also|part)\b"
)
_FOR_THING = re.compile(
    r" (?:for|with|of) (?:our |the |its |their )?(?!memory|storage|flash)(?:(?:[a-z0-9/\-]+ ){1,3}(?:products?|systems?|tools?|platforms?|controllers?|equipment|machines?|services?|solutions|devices)"
    r"|(?:[a-z0-9\-]+ )?(?:euv|duv|lithography|litho|immersion|etch|deposition|metrology|inspection|upgrades|pcs"
    r"|smartphones|phones|handsets|notebooks|laptops|vehicles|cars|consoles|(?:consumer |home |mobile )?electronics"
    r"|gadgets|appliances|wearables|tablets|televisions|gpus|cpus|hdds|hard drives|hard disks|nearline))\b"
)
# "Demand for GPUs and high-capacity SSDs": memory may be listed behind.
_AND_FOR = re.compile(
    r"(?: chips?)?,? (?:and|as well as|and also)(?: for)? (?:[a-z0-9\-]+ ){0,2}?(?=dram|nand|nor\b|hbm|high[- ]bandwidth|memory|ddr|lpddr|gddr|ssd|flash|sram)"
)
_AS_EXPECTED = re.compile(
    r" than (?:we |i |they |it |had |was |were |have |previously |initially |originally |what |anyone )*(?:expect"
    r"|anticipat|guid|forecast|plan|thought|predict|consensus|our (?:guidance|expect|plan|forecast))"
)
# "A slower-than-expected demand recovery": it recovers all the same.
_SLOWER_RISE = re.compile(
    r"[- ]than[- ](?:expected|anticipated|usual|normal|forecast|hoped) (?:[a-z]+ ){1,3}(?:recovery|growth|rebound|improvement|increases?|gains|upturn)\b"
)
_COMPARATIVES = frozenset({"weaker", "stronger", "lower", "higher", "softer", "better"})
_MOVES = re.compile(
    r"\b(?:ris|ros|fall|fell|climb|increas|declin|mov|go|went|push|trend|grow|grew|surg|drop)\w* (?:[a-z]+ )?$"
)
_WHENEVER = re.compile(
    r"(?:^|[,;] ?)\s*(?:\w+ )?(?:whenever|when|once|every time|each time|any time)\b(?! (?:he |she |they |it |we |i )?(?:was |were |is |are |being )?(?:asked|pressed|queried|questioned)\b)"
)
_WHEN_BEHIND = re.compile(r" (?:whenever|when|every time|each time) (?!it comes|asked)")
_IS_PAST = re.compile(r"(?:ed|ing|fell|rose|grew|went up|went down)\b")
# "Falls back after ramping up output": what is done as a rule, no present.
_AFTER_ACT = re.compile(r"\b(?:after|by|before|from|without|upon) $")
# What happens once, now or at a time to come, is no rule.
_HAPPENS = re.compile(
    r"\b(?:will|would|is|are|was|were|has|have|had|now|today|currently|still|again|expects?|sees?|says|said)\b"
)
_OF_OTHERS = re.compile(
    r" of (?:[a-z]+ )?(?:(?:buy|sell)(?:ing)? orders?|buyers|sellers|bids|offers|shares|stock|workers|staff|engineers|talent|labou?r|power|water|cash)\b"
)
_OF_SECURITIES = re.compile(
    r"\b(?:bond|note|debt|share|stock|rights|equity|ipo|loan)s? (?:sales?|offerings?|issues?|issuance|placements?|auctions?)\b|\binvestors?'? (?:demand|appetite)"
)
_FOR_SECURITIES = re.compile(r" (?:for|in) (?:[a-z\-]+ ){0,3}(?:etfs?|funds?|stocks?|shares|bonds?|notes|securities)\b")
# "Rising memory price volatility": what swings more is no higher for that.
_TRAIT = re.compile(
    r" (?:volatility|fluctuations?|swings|uncertaint(?:y|ies)|visibility|gaps?|spreads?|differences?|differentials?"
    r"|parity|disparit(?:y|ies)|transparency|elasticity|sensitivity|competitiveness|variations?|discrepanc(?:y|ies)"
    r"|dispersion)\b"
)
_CAPPED = re.compile(r" (?:(?:would|will|could|may|might|are|were|is|was|be|been|being|have|has|to) )+capped\b")
# "Signs of a slower demand recovery".
_SLOW_RISE = re.compile(
    r"\b(?:slow|slower|sluggish|weaker|tepid|muted|delayed|an(?:a)?emic|fragile|lacklust(?:re|er)|disappointing|belated|uncertain|limited)(?: and [a-z]+)? (?:recovery (?:in|of) )?$"
)
_SLOW = ("slow ", "slower ", "sluggish ", "slower-than-expected ")
_WOULD = re.compile(
    r"[^,;.]{0,40}?\b(?:would|could|can|might|typically|usually) (?:\w+ly )?(?!have\b|be (?:up|down|flat))[a-z]+\b"
)
_DESCRIBES = re.compile(
    r"\b(?:manufacturers?|makers?|vendors?|brands?|companies|firms?|oems?|models?|customers?|players|devices?|phones?) with (?:an? |very |much |such )*$"
)
_BUYERS_CUT = re.compile(
    r"\b(?:phone|smartphone|handset|pc|notebook|laptop|device|console|car|auto\w*|server|tv|equipment"
    r"|module)s? (?:makers?|vendors?|brands?|manufacturers?|oems?"
    r"|producers?) (?:(?:to|are|will|have|may|now|must|had to|should) )*(?:either [^,;.]{2,30} or )?$"
)
# "At a discount to contract": the noun, and a level.
_BESIDE_CONTRACT = ("discount to ", "discount from ", "premium to ", "relative to ", "below ", "above ", "over ")
# "As much as 150% higher than the contract price".
_THAN_CONTRACT = re.compile(r" than (?:the |their |its )?(?:[a-z]+ )?(?:contract|spot|list|official|module|retail)\b")
_ON_STREAM = re.compile(r" (?:[a-z]+ ){0,3}(?:com|kick)[a-z]* (?:on ?(?:line|stream)|in)\b")
_GRANTED = re.compile(r"\b(?:with|despite|although|even (?:as|if|though|when)) [^,;.]{0,40}$")
# What reports of makers list as risks ("could materially harm our results").
_HARMS = re.compile(
    r"\b(?:could|may|might|would|can) (?:also )?(?:(?:materially|adversely|negatively|significantly|and) )+"
    r"(?:harm|affect|impact|hurt|reduce|damage)|\b(?:could|may|might) (?:harm|hurt) (?:our|its|the company)"
)
# "Output cuts on a massive scale would be needed".
_NEEDED = re.compile(
    r"(?: (?:on|of|by|from|in) (?:[a-z]+ ){1,5}?)?(?: ?(?:would|will|may|might|could|are|is) (?:also )?(?:be )?)(?:needed|required|necessary)\b"
)
_FORECAST_BEFORE = re.compile(
    r"\b(?:vs\.?|versus|against|than|(?:line|compared|consistent|keeping|comply|complies) with|to|from|beat|missed|above|below)(?: the| our| its| an?| analysts?'?| market| consensus| street)* "
    r"(?:expectations?|guidance|forecasts?|estimates?|projections?|consensus)(?: of| for)? (?:an? |the )?[^,;.]{0,24}$"
)
# What had been expected and is not any more: "had expected a 20% rise", "was expected to rise 20%, but fell".
_HAD_EXPECTED = re.compile(
    r"\b(?:had|'d) (?:(?:been|widely|originally|previously|initially|earlier|once|all) ){0,3}(?!(?:expect|anticipate"
    r"|predict|project|estimate|pencil)\b)(?:expect|forecast|predict|project|anticipat|estimat|pencil"
    r"|hoped)\w*\b[^,;.]{0,80}$"
)
_WAS_EXPECTED = re.compile(
    r"\b(?:was|were) (?:(?:widely|originally|previously|initially|once) ){0,2}(?:expected|forecast|predicted|projected|anticipated) to [^,;.]{0,40}$"
)
_BUT = re.compile(r"[^;.]{0,30}?[,;] (?:but|yet|however|instead|only to) (?!will |would |are |is |may |could )")

# "Should prices fall, …", "were prices to fall, …", "had prices risen, … would": what is supposed without an "if".
_INVERTED = re.compile(
    r"\W{0,3}(?:(?:and|but|or|now|so),? )?(?:should (?!we\b|i\b|you\b)[^,;?]{1,80},(?! right)|were [^,;?]{1,60} to [^,;?]{1,60},"
    r"|had [^,;?]{1,80},[^;?]{0,40} (?:would|could|might)\b)"
)
# "Every 10% rise adds …" tells a sensitivity, "a 10% drop would cut …" a supposition, "room for prices to rise" a possibility.
_EACH = re.compile(
    r"\b(?:every|each|per) (?:additional |further |extra )?(?:\$ ?)?(?:[\d.]+|one|ten|five)(?: ?%| percent\b| per cent\b| percentage point\b| ?usd\b| dollars?\b|(?<=\$\d)|(?<=\$ \d))[^,;.]{0,30}$"
)
# "A 10% rise in DRAM prices adds $8 to the cost of a laptop": what one such step comes to.
_A_SIZED = re.compile(
    r"^(?:[a-z,.\- ]{0,30}\b)?(?:an?|each|any|every) (?:[\d.]+(?: ?%| percent| per cent)|doubling|tripling)"
)
_COMES_TO = re.compile(
    r"(?: (?:in|of|for) (?:[a-z0-9\-]+ ){0,4}[a-z0-9\-]+)? (?:adds|shaves|takes|knocks|cuts|trims|translates|equates|equals|costs|amounts|means|raises|lifts|lowers|reduces|boosts|wipes|corresponds)\b"
)
_ONE_SUCH = re.compile(r"\b(?:an?|any|another|each|every) (?:[\w.%\-]+ ){0,4}$")
# "No real push from makers to increase output", "little incentive to cut prices": what nobody cares to do.
_NO_WILL = re.compile(
    r"\b(?:no|little|less|scant|lack(?:s|ed|ing)?(?: of| any)?|without|(?:not|n't) (?:have |see |show )?(?:any|much)) (?:[a-z]+ ){0,2}?"
    r"(?:push|incentives?|appetite|motivation|motive|desire|urgency|willingness|inclination|interest|impetus|enthusiasm)\b"
    r" (?:(?:from|for|among|by|on the part of) (?:[a-z0-9\-]+ ){1,4}?)?(?:to|in|for) (?:[a-z]+ ){0,2}$"
)
_WILL_TO = re.compile(r" (?:(?:among|from|for|on the part of) (?:[a-z0-9\-]+ ){1,4}?)?to [a-z]+\b")
_HAS_ROOM = re.compile(
    r"\b(?:room|scope|space|headroom|leeway|upside) (?:left )?(?:for [^,;.]{1,40} )?to (?:\w+ )?$"
    r"|\b(?:room|scope|space|headroom|leeway|potential) for (?:further |more |additional |new |another )?(?:[a-z0-9\-]+ ){0,3}$"
)


# "The reason behind the price drop": a change that the sentence before told of.
_REASON_FOR_IT = re.compile(
    r"\b(?:(?:reasons?|causes?|factors?|drivers?|culprits?) (?:behind|for|of)|behind) (?:the|this|that)(?: recent| latest| sharp| sudden)? $"
)
# "Periods of oversupply can lead to price declines": what one state brings whenever it is there, unlike "the shortage can lead to".
_CAN_BRING = re.compile(
    r"\bcan (?:[a-z]+ )?(?:lead|result|cause|trigger|push|drive|send|create|spark|prompt|bring|mean|translate)\b"
)
_NOT_ANY = re.compile(r"\b(?:the|this|that|these|our|current(?:ly)?|ongoing|now|still|continued|recent|today)\b")
_STANDS = re.compile(r"\b(?:is|are|was|were|be|been|remain\w*|stay\w*) (?:[a-z]+ )?$")
# What holds of the trade as such: "memory is a cyclical business: when supply is short, prices rise".
_BY_NATURE = re.compile(
    r"\b(?:is|being|as) (?:an? |the )?(?:[a-z\-]+ ){0,2}cyclical (?:business|industry|market|commodity)\b[^.]{0,6}[^a-z.]{0,3}(?:when|if|whenever|in which|where)\b"
)
# Whom a change did not touch is told, and no change: "we have not been affected by the shortage".
_UNTOUCHED = re.compile(
    r"\b(?:not|n't|never|un)(?: [a-z]+){0,3} ?(?:affected|impacted|hit|hurt|disrupted|touched) by (?:[a-z]+ ){0,4}$"
    r"|\b(?:un(?:affected|touched|scathed)|immune (?:to|from)|insulated from|shielded from)(?: by)? (?:[a-z]+ ){0,4}$"
)


def _is_supposed(layout: Layout, event: Event, last: int) -> bool:
    """Say whether an English change is one of an inverted condition, or a nameless one that would bring something."""
    text, trigger = layout.text, event.trigger
    opening = _INVERTED.match(text, layout.start, layout.end)
    if opening is not None and not re.search(r";| but ", text[opening.start() + 6 : event.start]):
        return True
    if event.metric is None or trigger.start > event.metric.start or layout.periods_said():
        return False
    is_noun = "v" not in trigger.flags or _ONE_SUCH.search(text, max(layout.start, trigger.start - 40), trigger.start)
    return bool(is_noun) and _WOULD.match(text, event.end, last) is not None


def _is_of_each(layout: Layout, event: Event) -> bool:
    """Say whether an English change, or one before it in its sentence, is told for each step of a size."""
    if not layout.amounts:
        return False
    if event.attribute == "price" and _A_SIZED.search(layout.text, layout.start, event.end):
        behind = _COMES_TO.match(layout.text, event.end, layout.end)
        if behind is not None and not layout.between(event.end, behind.end(), "change", "event"):
            return True
    places = [t.start for t in layout.between(layout.start, event.end, "change", "event")]
    return any(_EACH.search(layout.text, max(layout.start, at - 70), at) for at in places)


def _is_of_rise(layout: Layout, event: Event) -> bool:
    """Say whether an English "weaker" only says how a rise behind it was ("a weaker-than-expected demand recovery")."""
    return event.direction == "down" and _SLOWER_RISE.match(layout.text, event.trigger.end) is not None


def _is_left_aside(layout: Layout, event: Event) -> bool:
    """Say whether a price is only what an English change is not of ("weakness beyond the memory pricing"), asked about or not counted on."""
    metric = event.metric
    if _is_of_rise(layout, event) or _NOT_COUNTED_ON.search(
        layout.text, max(layout.start, event.start - 110), event.start
    ):
        return True
    if _QUESTION_ON.search(layout.text, max(layout.start, event.start - 48), event.start):
        return True
    return (
        metric is not None
        and event.trigger.end < metric.start
        and bool(_BEYOND.match(layout.text, event.trigger.end, metric.start))
    )


# "Are trying to decrease their inventory", "cut output to reduce stocks": an aim.
_TO_CLEAR = re.compile(
    r"\b(?:try|tries|trying|tried|want|wants|wanting|seek|seeks|seeking|aim|aims|aiming|need|needs|pressure|pressured|forced|eager|keen"
    r"|struggl(?:e|es|ing)|hope|hopes|hoping|wish|attempt\w*|efforts?"
    r"|(?:production|output|capex|spending|expenses|prices?|utili[sz]ation|shipments|in order)|(?:cutbacks?|cuts)(?: in [a-z0-9 ]{1,16})?"
    r"|(?:tak(?:e|es|ing)|took|needs?|needed)(?: [a-z]+){0,3} (?:time|months|quarters|weeks|years)) to "
    r"(?:further |quickly |also |help |aggressively |accelerate |speed up |hasten )?(?:[a-z]+ )?(?:their |its |the |excess |high )*$"
)


def why_no_change(layout: Layout, event: Event) -> str | None:
    """Return why an English change is none that happens: prevented, supposed, a rule or only expected; None where it is one."""
    first, last = layout.clause_span(layout.clause(event.trigger.start))
    text = layout.text
    if event.start - first > 6 and _is_prevented(layout, event, first):
        return "what is to be prevented"
    if _DESCRIBES.search(text, max(layout.start, event.start - 40), event.start):
        return "what only describes a company"
    if _is_left_aside(layout, event):
        return "what is left aside"
    if _says_again(layout, event):
        return "what was told before"
    expected = _why_expected(layout, event, first)
    if expected is not None:
        return expected
    if _UNTOUCHED.search(text, max(first, event.start - 70), event.start):
        return "what one is not touched by"
    if _HARMS.search(text, event.end, layout.end):
        return "a risk"
    return (
        _why_aimed(layout, event, first)
        or _why_supposed(layout, event, first, last)
        or _why_of_another(layout, event, first)
    )


def _why_expected(layout: Layout, event: Event, first: int) -> str | None:
    """Return why an English change is only what was expected, then or before; None where it is none of these."""
    text, trigger = layout.text, event.trigger
    if _FORECAST_BEFORE.search(text, max(first, trigger.start - 70), trigger.start):
        return "what was expected"
    if _HAD_EXPECTED.search(text, max(first, trigger.start - 120), trigger.start) or is_of_former_view(layout, event):
        return "what had been expected"
    if _WAS_EXPECTED.search(text, max(first, trigger.start - 90), trigger.start) and _BUT.match(text, trigger.end):
        return "what had been expected"
    return None


def _why_aimed(layout: Layout, event: Event, first: int) -> str | None:
    """Return why a change of English stocks or prices is only what somebody aims at, or None where it is none of these."""
    aim = find_aim_reason(layout, event, first)
    if aim is not None:
        return aim
    is_aim = event.attribute == "inventory" and _TO_CLEAR.search(layout.text, max(first, event.start - 60), event.start)
    return "what somebody would get rid of" if is_aim else None


def _says_again(layout: Layout, event: Event) -> bool:
    """Say whether an English sentence only speaks again of a change that was told before it."""
    is_first = layout.follows_level and bool(layout.amounts)
    if event.metric is None and not is_first and _SAYS_AGAIN.match(layout.text, layout.start, layout.end):
        return True
    if event.attribute != "price" or layout.entities or layout.amounts or layout.periods:
        return False
    return _REASON_FOR_IT.search(layout.text, max(layout.start, event.start - 48), event.start) is not None


def _why_supposed(layout: Layout, event: Event, first: int, last: int) -> str | None:
    """Return why an English change is one that is only supposed, told by the step or possible; None where it is told."""
    if not layout.periods and _BY_NATURE.search(layout.text, layout.start, layout.end):
        return "what comes of it at any time"
    if _is_supposed(layout, event, last):
        return "a supposition"
    unsettled = why_unsettled(layout, event)
    if unsettled is not None:
        return unsettled
    if event.trigger.text.endswith("appetite") and _WILL_TO.match(layout.text, event.end):
        return "what somebody cares to do"
    if _NO_WILL.search(layout.text, max(first, event.trigger.start - 90), event.trigger.start):
        return "what nobody cares to do"
    if event.attribute == "supply" and _NEEDED.match(layout.text, event.end, layout.end):
        return "what would be needed"
    if _is_of_each(layout, event):
        return "what comes of each step"
    if is_needed(layout, event, first) or is_hard(layout, event, first):
        return "what only needs to come, or hardly can"
    if _HAS_ROOM.search(layout.text, max(first, event.trigger.start - 70), event.trigger.start):
        return "what there is room for"
    return None


def _why_of_another(layout: Layout, event: Event, first: int) -> str | None:
    """Return what else an English change is one of, or is measured by; None where it is one of memory in time."""
    if is_of_devices(layout, event) or _is_of_securities(layout, event, first):
        return f"{event.attribute} of something else"
    if event.attribute == "inventory":
        is_slow = layout.text.endswith(_SLOW, first, event.trigger.start)
        return "what is slow to come" if is_slow and event.trigger.cls == "event" else None
    if event.attribute == "demand":
        is_thing = _is_for_thing(layout, (event.metric or event.trigger).end)
        if event.direction == "up" and _SLOW_RISE.search(layout.text, max(layout.start, event.start - 40), event.start):
            return "a rise that is slow to come"
        return "demand for something else" if is_thing else None
    if event.attribute == "supply":
        if event.direction == "up" and _NONE_BEFORE.search(layout.text, max(first, event.start - 24), layout.end):
            return "what is waited for"
        if event.direction == "up" and _UNTIL.search(layout.text, max(first, event.start - 24), event.start):
            return "what is waited for"
        if event.direction != "tight" and _BUYERS_CUT.search(layout.text, max(first, event.start - 60), event.start):
            return "output of a buyer"
        if _is_granted(layout, event, first):
            return "capacity that is granted"
        return "supply of something else" if _is_of_end_product(layout, event) else None
    return _why_of_no_price(layout, event) if event.attribute == "price" else None


def _why_of_no_price(layout: Layout, event: Event) -> str | None:
    """Return why an English change of a price is none of memory's in time, or None where it is."""
    if _CAPPED.match(layout.text, event.end):
        return "what is capped"
    if _is_growth_of_product(layout, event):
        return "growth of something else than prices"
    if event.metric is not None and _TRAIT.match(layout.text, event.metric.end):
        return "a trait of prices, no change of them"
    if _is_of_thing(layout, event):
        return "the price of something else"
    if _is_level(layout, event):
        return "a price beside another product's, no change in time"
    is_measured = event.trigger.text in _COMPARATIVES and _AS_EXPECTED.match(layout.text, event.trigger.end)
    return "measured by what was expected, no change in time" if is_measured else None


def _is_of_securities(layout: Layout, event: Event, first: int) -> bool:
    """Say whether an English glut or demand is one of orders, workers, bonds or funds ("a glut of buy orders")."""
    if event.attribute not in ("demand", "supply"):
        return False
    text, end = layout.text, (event.metric or event.trigger).end
    if _OF_OTHERS.match(text, end) or _FOR_SECURITIES.match(text, end):
        return True
    return _OF_SECURITIES.search(text, first, end) is not None


def _is_growth_of_product(layout: Layout, event: Event) -> bool:
    """Say whether an English growth is that of a product named after a price ("on higher DRAM pricing and HBM growth")."""
    metric, place = event.metric, event.trigger.start
    if event.trigger.text != "growth" or metric is None or metric.end > place:
        return False
    named = [e for e in layout.entities if metric.end <= e.start and place - e.end == 1]
    return bool(named) and " and " in layout.text[metric.end : named[0].start]


def _is_for_thing(layout: Layout, place: int) -> bool:
    """Say whether an English demand is one for products that are not memory ("demand for our KrF products, notably in NAND")."""
    wanted = _FOR_THING.match(layout.text, place, layout.end)
    if wanted is None:
        return False
    listed = _AND_FOR.match(layout.text, wanted.end())
    last = listed.end() + 1 if listed else wanted.end()
    return not any(place <= e.start < last for e in layout.entities)


def _is_granted(layout: Layout, event: Event, first: int) -> bool:
    """Say whether new capacity is only granted, to tell what follows in spite of it ("even with new fabs coming on stream")."""
    is_new = event.direction == "up" and _ON_STREAM.match(layout.text, event.trigger.end)
    return bool(is_new) and _GRANTED.search(layout.text, first, event.start) is not None


def _is_of_end_product(layout: Layout, event: Event) -> bool:
    """Say whether a supply is one of PCs or phones ("PC supply constraints"), with no memory named beside it."""
    place = event.start
    beside = [t for t in layout.between(max(layout.start, place - 24), place, "segment") if place - t.end <= 1]
    return bool(beside) and not any(0 <= e.start - event.end <= 8 for e in layout.entities)


def _is_of_thing(layout: Layout, event: Event) -> bool:
    """Say whether an English price is that of a thing that holds memory ("the price of the graphics card with 16GB of GDDR6")."""
    metric = event.metric
    if metric is None or not layout.text.startswith((" of ", " for "), metric.end):
        return False
    named = layout.between(metric.end, event.trigger.start, "alien", "product")
    is_alien = bool(named) and named[0].cls == "alien" and named[0].start - metric.end < 40
    return is_alien and not is_companion(layout, named[0])


def _is_level(layout: Layout, event: Event) -> bool:
    """Say whether an English "higher" or "lower" or a discount only compares a product with another ("is higher than standard DRAM")."""
    trigger = event.trigger
    if trigger.text == "contract" and layout.text.endswith(_BESIDE_CONTRACT, layout.start, trigger.start):
        return True
    if trigger.text not in ("higher", "lower") or not layout.text.startswith(" than ", trigger.end):
        return False
    if _THAN_CONTRACT.match(layout.text, trigger.end):
        return True
    if _MOVES.search(layout.text, max(layout.start, trigger.start - 40), trigger.start):
        return False
    return any(0 <= e.start - trigger.end - 6 <= 24 for e in layout.entities)


def _is_prevented(layout: Layout, event: Event, first: int) -> bool:
    """Say whether a change is what something is done against, with no other change told in between."""
    found = _PREVENTS.search(layout.text, max(first, event.start - 70), event.start)
    if found is not None and _EFFECT_OF.search(layout.text, found.start(), event.start):
        return False
    return found is not None and not layout.between(found.start(), event.start, "event", "change")


def is_rule(layout: Layout) -> bool:
    """Say whether an English sentence tells what happens whenever something does ("when prices fall, makers cut output")."""
    if layout.periods_said():
        return False
    opening = _WHENEVER.match(layout.text, layout.start, layout.end)
    if opening is None:
        return not layout.amounts and (_is_rule_behind(layout) or _can_bring(layout))
    first, last = layout.clause_span(layout.clause(opening.end()))
    told = layout.between(first, last, "change", "event")
    if layout.amounts and any(_STANDS.search(layout.text, first, t.start) or "v" not in t.flags for t in told):
        return False  # "once prices were up 30%": sized and no bare verb, so told of one time
    return bool(told) and not any(_IS_PAST.search(t.text) for t in told)


def _can_bring(layout: Layout) -> bool:
    """Say whether an English sentence tells what any such state can bring ("shortages can cause prices to spike")."""
    found = _CAN_BRING.search(layout.text, layout.start, layout.end)
    if found is None or _NOT_ANY.search(layout.text, layout.start, found.start()):
        return False
    causes = layout.between(max(layout.start, found.start() - 24), found.start(), "event", "change")
    return bool(causes) and not _STANDS.search(layout.text, layout.start, causes[0].start)


def _is_rule_behind(layout: Layout) -> bool:
    """Say whether "when" with a bare present follows a bare present ("prices fall when supply exceeds demand")."""
    later = _WHEN_BEHIND.search(layout.text, layout.start, layout.end)
    if later is None or _HAPPENS.search(layout.text, layout.start, layout.end):
        return False
    told = layout.between(layout.start, layout.end, "change", "event")
    is_both = any(t.end <= later.start() + 1 for t in told) and any(t.start >= later.end() for t in told)
    finite = [t for t in told if not _AFTER_ACT.search(layout.text, max(layout.start, t.start - 10), t.start)]
    return is_both and not any(_IS_PAST.search(t.text) for t in finite)
