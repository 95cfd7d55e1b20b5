"""The period of a claim that names none: a heading's, the one counted on from, or in results the quarter reported on."""

from __future__ import annotations

import re

from tracker.extract.bases import bind_basis
from tracker.extract.draft import Draft, Setting
from tracker.extract.earlier import CAME_BEFORE
from tracker.extract.english.dating import dates_thing
from tracker.extract.english.results import OTHER_TIME, moved_results
from tracker.extract.english.tense import PAST_FORM
from tracker.extract.english.verbs import PAST
from tracker.extract.event import Event
from tracker.extract.japanese.counted import explains_before, find_next_period
from tracker.extract.korean.results import moved_profit, tells_sales
from tracker.extract.layout import Layout
from tracker.extract.resolve import reported_quarter, resolve
from tracker.extract.results import is_of_results
from tracker.quarter import period_bounds

# The average price of its sales that a maker reports, in folded form.
OWN_PRICE = re.compile(r"asp|贩売単価|平均単価|판매단가|평균판매|판가|平均售价|平均销售|average selling")
_SAME_PERIOD = re.compile(
    r"同期间に|同时期に|同月|(?<!前年)同四半期|같은 기간|같은 달|同一时期|the same period(?! (?:last|a year))"
    r"|\b(?:during|over|in|at) (?:that|this same|the same|the cited|the said) (?!(?:quarter|month|period|half|time) (?:last|a year|of last))(?:time|period|span|stretch|quarter|month|year|half)\b"
)
# "The decline was due to weak demand": the reason for what the sentence before told.
_EXPLAINS = re.compile(
    r"\s*(?:the|this|that|these|those) (?:[a-z\-]+ ){1,3}?(?:was|were|came|reflected|stemmed|followed|resulted"
    r"|declined|increased|rose|fell|dropped) [^;]{0,60}?\b(?:due to|because|as a result|from|driven by|caused by|on"
    r"|amid|attribut\w+)\b"
)
_RESULTS = re.compile(
    r"sequential|quarter-on-quarter|bit shipments?|shipment quantit"
    r"|(?:compared (?:to|with)|from|versus|over) the (?:prior|previous) quarter|year[- ]over[- ]year|revenue"
    r"|gross margin|operating margin|during the quarter|like-for-like|blended|quarter-over-quarter"
)
_RESULTS_PAST = re.compile(
    r"\b(?:was|were|hit|reached|improved|expanded|contracted|narrowed|widened|strengthened|helped|led to|drove"
    r"|achieved|recorded|posted|delivered|showed|saw|remained|continued to|increased|decreased|declined|grew|growing"
    r"|rose|fell|led by|due to|offset(?:ting)?|resulted|increasing|decreasing|down|up)\b"
)
# "Price increases were in the high 20s": a change told as a noun, and of what size or why it was.
_NOUN_WAS = re.compile(
    r"(?: (?:in|of|for) (?:the )?[a-z0-9]+(?: [a-z]+)?)? (?:was"
    r"|were) (?:(?:mostly|largely|primarily|mainly|again|also) )?(?:in (?:the|a)|about|around|approximately|roughly"
    r"|nearly|over|more than|up to|\d|low|mid|high|driven|led|due|caused|supported|because)\b"
)
# "Growth was led by higher ASPs", "sales came in low, offset by weaker pricing", "it offset an increase in stocks": a cause of results.
_MOVED_RESULTS = re.compile(
    r"\b(?:(?:(?:was|were|came in|had|grew|rose|fell|slumped|declined|decreased|increased|improved"
    r"|contracted)\b[^.;]{0,70}?\b(?:driven|led|helped|offset|hurt|impacted|weighed|supported|affected|boosted|lifted"
    r"|due|attributable|thanks|owing|as a result|with|on|from|reflecting|including)"
    r"|offset|benefit(?:t)?ed from|reflected|resulted from|suffered from)\b)[^.;]{0,60}$"
)
_PERFECT = re.compile(
    r"\b(?:have|has|'ve|haven't|hasn't|had(?! (?:higher|lower|an?|some|strong(?:er)?|weak(?:er)?|better|worse|more|less|good|tight(?:er)?)\b)|being|to be|if|when)\b"
)
_PRESENT_BE = re.compile(r"\b(?:is|are|be|'re|'s|am|will|would|can|could)\b(?: \w+){0,2} $")
# "We do see increased costs", "facing reduced supply": a participle of what is so now, no verb.
_NOW_SEEN = re.compile(
    r"\b(?:see|sees|seeing|face|faces|facing|feel|feeling|experience|experiencing|absorb|absorbing|navigate|navigating"
    r"|manage|managing|mitigate|mitigating|offset|expect|expecting|anticipate|anticipating|reflects|reflecting|from|of"
    r"|with|by|for|to)"
    r" (?:(?:the|some|these|this|an?|significantly|substantially|sharply|materially|greatly|slightly) ){0,3}$"
)
# "Though increased memory pricing could", "the reduced supply": a participle that stands before its noun.
_DESCRIBES = re.compile(
    r"(?:^|\b(?:the|an?|this|these|those|such|some|our|their|its|your|any|and|or|but|though|although|while|whereas|as|because|since|that|if|of|by|with|from|for|on|amid|despite|due to),? )"
    r"(?:(?:recent|recently|significantly|substantially|sharply|materially|greatly|slightly|further|dramatically) ){0,2}$"
)
# "Strong demand for DRAM drove the beat": what a demand told as a noun did.
_THEN_DID = re.compile(
    r"(?: (?:for|from|in|of|across|at) (?:[a-z0-9\-/]+,? ){1,12}?| )(?:drove|lifted|led|enabled|helped|fuel?led|boosted|supported|contributed|pushed|resulted|offset|weighed"
    r"|limited|brought|caused|more than offset|held back|allowed|resulted|propelled|underpinned|kept|made|delivered|hurt)\b"
)
_COMPARES_TO = re.compile(r"\b(?:over|from|versus|vs\.?|than|to|with|against) (?:the )?$")
_WENT_ON = re.compile(r"\bhurt\b")
_WAS = re.compile(
    r"\b(?:was|were|went|came|got|did|saw|stayed|turned|remained"
    r"|(?<!for )(?<!of )(?<!by )(?<!with )(?<!the )(?<!on )(?<!see )(?<!to )continued|kept|showed|began|started"
    r"|had(?= (?:higher|lower|an?|some|strong(?:er)?|weak(?:er)?|better|worse|more|less|good|tight(?:er)?)\b))\b"
)
# What a maker tells of its sales in a quarter: prices by its own average, volumes, revenue.
_SALES = re.compile(
    r"asp|average selling|blended|like-for-like|bit shipments?|shipments? |shipment volume|贩売単価|平均単価|出荷(?:量|数量)|ビット成长|판매단가|평균판매|평균 판매|판가|출하량|빗그로스|비트그로스|平均售价|平均销售|均价|出货量|位元出货"
)
_ON_QUARTER = re.compile(
    r"sequential|quarter[- ]o(?:n|ver)[- ]quarter|q/q|qoq|(?:previous|prior|preceding) quarter|前四半期|前期比|同四半期|전 ?분기|直前四半期|qoq|环比|季增|季减|较上季|上季度?相比"
)
# "Revenue rose 30% sequentially as prices climbed": what moved the revenue of a quarter was of that quarter.
_MOVED_REVENUE = re.compile(
    r"\b(?:revenues?|sales)\b(?:[^.;]|\.\d){0,40}?\b(?:rose|grew|climbed|jumped|surged|soared|increased|fell|declined|dropped|slid|decreased|was|were|came)\b"
    r"(?:[^.;]|\.\d){0,90}?(?:,| )(?:as|because|on|amid|thanks to|due to|owing to"
    r"|(?:helped|driven|lifted|boosted|hurt|hit|supported|led) by"
    r"|reflecting)\b(?:(?!\b(?:is|are|has|have|will|would|may|could|expects?)\b)(?:[^.;]|\.\d))*$"
)
# "Record Q1 earnings as DRAM prices surge": what moved the results of a quarter.
_MOVED_BY = re.compile(
    r" (?:as|on|amid|due to|because of|thanks to|owing to|on the back of|helped by|driven by|boosted by|lifted by|hurt by|hit by|weighed down by) (?:[a-z0-9/\-]+ ){0,4}$"
)
# "A glut has savaged its first-quarter results".
_HURT = re.compile(
    r" (?:has |have |had )?(?:savaged|hurt|hit|dented|dragged down|weighed on|crushed|battered|eroded|squeezed|lifted|boosted|drove|fuel?led|propelled|helped|hammered) (?:[a-z'.&]+ ){0,5}$"
)
# "SK hynix announced in a regulatory filing": a maker tells of the quarter that ended.
_FILED = re.compile(
    r"\b(?:announced|said|reported|disclosed|showed|according to) (?:in )?(?:an? |the |its )?(?:[a-z]+ )?(?:filing|earnings (?:report|statement|release)|financial statement)\b"
)
# "Therefore, prices will rise": what follows from a forecast is of its time.
_THEREFORE = re.compile(
    r"[\"“]?(?:therefore|thus|hence|consequently|accordingly|as a (?:result|consequence)|for this reason|so),? "
)
# Sizes by month or week, since a date, or told of customers and markets today are not those of a quarter.
_NOT_OF_QUARTER = re.compile(
    r"month|week|\bmom\b|spot|since|year to date|so far|전월|전주|한 ?달|현물|고정거래|前月|先月|先周|スポット|月增|月减|周|现货|以来|累计|合约价|contract price"
)
# What is told of the present, of a span or from a date on is not of the period of the sentence before.
_OF_ITS_OWN_TIME = re.compile(
    r"\b(?:in (?:just |only |about |under |less than |the space of )?(?:a few|several|two|three|four|five|six|nine"
    r"|twelve|\d\d?) (?:months|weeks|years)|now|current(?:ly)?|today|recent(?:ly)?|since|so far|past|last|week|w/w|wow"
    r"|d/d|overnight|year[- ]over[- ]year|yoy)\b|目前|现在|近期|最近|今日|以来|至今|累计|一周|单日|昨|涨停|跌停|股|최근|현재|이날|부터|동안|한 달|일주일|전년|现在"
    r"|このところ|直近|(?:过去|ここ|この)(?:数|约?\d{1,2})(?:年|[カかヶ]月)|同日|前日|から|以降|周间|前年"
)
_BY_YEAR = {"year-over-year", "year over year", "yoy"}  # what growth that a price led to is measured against
_TOO = re.compile(
    r"\b(?:likewise|similarly|also|too)\b|同样|也|亦|(?:낸드|램|메모리|플래시|가격|제품)(?:플래시)?도|역시|(?:NAND|DRAM|メモリ|価格)も",
    re.IGNORECASE,
)


def find_default_period(layout: Layout, draft: Draft, setting: Setting) -> tuple[str | None, str | None]:
    """Return the period of a claim without a period word: the heading's, or in a report of results the quarter reported on."""
    event, ahead = draft.event, draft.manner.looks_ahead
    if setting.heading_period and draft.amounts and event.attribute == "price":
        return setting.heading_period, None
    goes_on = event.rule == "goes on" and not layout.entities and not layout.periods_said()
    counted = setting.context_period if goes_on and not ahead else None
    counted = counted or find_next_period(layout, draft, setting)
    if counted:
        return counted, None
    told = None if ahead else _told_of_results(layout, draft, setting)
    if told is not None:
        return told
    if layout.language == "en" and not setting.voice.is_transcript:
        shared = _of_results_or_before(layout, draft, setting)
        if shared is not None:
            return shared, None
    is_spoken = setting.voice.is_transcript and layout.language == "en"
    is_call = setting.voice.speaker == "company" and is_spoken
    if not is_call and (_goes_on_counting(layout, draft, setting) or _names_same_period(layout, draft)):
        return setting.context_period, None
    if ahead or setting.clock.day is None or draft.manner.in_question:
        return None, None
    is_past = is_spoken and not draft.manner.is_negated and _is_simple_past(layout, event)
    is_past = is_past or (layout.language == "en" and moved_results(layout, draft))
    if layout.language == "ko" and not layout.periods_said() and moved_profit(layout, event):
        is_quarter = bool(setting.context_period) and "Q" in (setting.context_period or "")
        return setting.context_period if is_quarter else str(reported_quarter(setting.clock)), None
    if not (is_past or (_recounts_results(layout, event) if is_spoken else _reports_results(layout, draft, setting))):
        return None, None
    word = re.search(r"sequential(?:ly)?|year[- ]over[- ]year", layout.text[layout.start : layout.end])
    return str(reported_quarter(setting.clock)), word[0] if word else None


def _told_of_results(layout: Layout, draft: Draft, setting: Setting) -> tuple[str, str] | None:
    """Return the period of the results that a sized average price is told beside, None where there are none."""
    event = draft.event
    is_own_price = event.metric is not None and bool(
        OWN_PRICE.search(layout.text, max(layout.start, event.metric.start - 8), event.metric.end)
    )
    if event.attribute != "price" or not draft.amounts or not is_own_price:
        return None
    results = next((w for w in layout.periods if is_of_results(layout, w)), None)
    told = resolve(results.marks[0], setting.clock) if results is not None else None
    return (told, results.text) if told is not None and results is not None else None


def _of_results_or_before(layout: Layout, draft: Draft, setting: Setting) -> str | None:
    """Return the period of the results that an English change is told to have moved, or of the forecast that it follows from."""
    event, clock = draft.event, setting.clock
    results = next((w for w in layout.periods if is_of_results(layout, w) and w.end < event.start), None)
    if (
        results is not None
        and event.attribute == "price"
        and not draft.manner.looks_ahead
        and not draft.manner.is_negated
    ):
        gap = layout.text[results.end : event.start]
        if _MOVED_BY.search(gap) and not _PERFECT.search(gap):
            return resolve(results.marks[0], clock, looks_ahead=False)
    hurt = next((w for w in layout.periods if is_of_results(layout, w) and w.start > event.end), None)
    is_fact = event.attribute in ("price", "supply") and not draft.manner.looks_ahead
    if hurt is not None and is_fact and _HURT.search(layout.text, event.end, hurt.start):
        return resolve(hurt.marks[0], clock, looks_ahead=False)
    context = setting.context_period
    if context is None or not draft.manner.looks_ahead or layout.periods_said() or clock.day is None:
        return None
    is_ahead = period_bounds(context)[1] >= clock.day
    return context if is_ahead and _THEREFORE.match(layout.text, layout.start, layout.end) else None


def _recounts_results(layout: Layout, event: Event) -> bool:
    """Say whether a sentence of an English call tells what the quarter reported on brought, rather than the present."""
    body = layout.text[layout.start : layout.end]
    if event.attribute == "price" and "spot" in body:
        return False  # what is traded by the day is not reported by the quarter
    if re.search(
        r"\b(?:we have|have started|has started|are seeing|starting|(?:is|are) continuing|we continue to|continues to be)\b",
        body,
    ):
        return False
    first, _ = layout.clause_span(layout.clause(event.trigger.start))
    if event.trigger.text.endswith("ing") and _PRESENT_BE.search(layout.text, first, event.trigger.start):
        return False  # "DRAM is loosening, though prices are up year over year"
    return bool(_RESULTS.search(body) and _RESULTS_PAST.search(body))


def _is_simple_past(layout: Layout, event: Event) -> bool:
    """Say whether an English change is told in the simple past ("ASPs came down 6%"), which in a call is of the last quarter.

    The perfect ("have risen") tells of the present, and what has a time of its own is not of the quarter.
    """
    is_noun = event.trigger.cls == "event" or not event.trigger.flags.isdisjoint("na")
    is_cause = is_noun and _is_cause_of_results(layout, event)
    told = {
        match[0]
        for match in _OF_ITS_OWN_TIME.finditer(layout.text, layout.start, layout.end)
        if not _COMPARES_TO.search(layout.text, max(layout.start, match.start() - 12), match.start())
    }
    said = [w for w in layout.periods if not (w.is_comparison or dates_thing(layout, w))]
    if said or told - (_BY_YEAR if is_cause else set()):
        return False
    if is_cause:
        return True
    first, _ = layout.clause_span(layout.clause(event.trigger.start))
    before = layout.text[first : event.trigger.start]
    if _PERFECT.search(before):
        return False
    is_form = "v" in event.trigger.flags and bool(PAST_FORM.search(event.trigger.text))
    if is_form and _is_before_its_noun(event):
        is_form = _NOW_SEEN.search(before) is None and not _only_describes(layout, event, before)
    if is_noun and event.attribute == "demand" and _did_then(layout, event):
        return True
    if "n" in event.trigger.flags and _NOUN_WAS.match(layout.text, event.end):
        return True
    return (is_form and not _PRESENT_BE.search(before)) or bool(_WAS.search(before[-40:]))


def _is_before_its_noun(event: Event) -> bool:
    """Say whether a word of change stands before the price or demand that it describes ("increased memory costs")."""
    return event.metric is not None and event.trigger.end <= event.metric.start


def _did_then(layout: Layout, event: Event) -> bool:
    """Say whether a demand told as a noun is what moved something in the past ("strong demand for DRAM drove the beat")."""
    did = _THEN_DID.match(layout.text, event.end, layout.end)
    return did is not None and not OTHER_TIME.search(layout.text, event.start, did.end())


def _only_describes(layout: Layout, event: Event, before: str) -> bool:
    """Say whether a participle only describes its noun, of which nothing is told in the past ("increased pricing could")."""
    if _DESCRIBES.search(before) is None:
        return False
    _, last = layout.clause_span(layout.clause(event.end - 1))
    is_other = OTHER_TIME.search(layout.text, event.end, last) is not None
    is_past = PAST.search(layout.text, event.end, last) or _WENT_ON.search(layout.text, event.end, last)
    return is_other or is_past is None


def _is_cause_of_results(layout: Layout, event: Event) -> bool:
    """Say whether an English change told as a noun moved or offset what a quarter brought ("growth was led by higher ASPs")."""
    moved = _MOVED_RESULTS.search(layout.text, layout.start, event.start)
    return moved is not None and not OTHER_TIME.search(layout.text, layout.start, event.end)


def _goes_on_counting(layout: Layout, draft: Draft, setting: Setting) -> bool:
    """Say whether a change without a period goes on with the sentence before: sized, or told to have changed "too"."""
    period = setting.context_period
    if period is None or _names_own_period(layout, draft):
        return False
    basis = bind_basis(layout, draft.event, None, has_size=False)
    if draft.event.attribute != "price":
        return bool(draft.amounts) and basis == "YoY" and draft.event.attribute in ("supply", "demand")
    if basis and draft.amounts:
        return (basis == "MoM" and len(period) == 7) or (basis == "QoQ" and "Q" in period)
    if not setting.is_price_context or _OF_ITS_OWN_TIME.search(layout.text, layout.start, layout.end):
        return False
    return bool(draft.amounts) or _joins_before(layout)


def _names_own_period(layout: Layout, draft: Draft) -> bool:
    """Say whether a sentence names a period that an English change in it is not merely compared with ("than an 8% drop in Q4")."""
    said = [w for w in layout.periods if not w.is_comparison]
    if layout.language != "en" or not draft.amounts:
        return bool(said)
    return any(w.start < draft.event.end or not CAME_BEFORE.search(layout.text, draft.event.end, w.start) for w in said)


def _joins_before(layout: Layout) -> bool:
    """Say whether a sentence adds to the one before: "NAND also fell", "NAND도"."""
    opening = layout.text[layout.start : min(layout.end, layout.start + 40)]
    return bool(_TOO.search(opening))


def _reports_results(layout: Layout, draft: Draft, setting: Setting) -> bool:
    """Say whether a page on a maker tells of the quarter reported on: its average price or shipments, with sizes.

    What the same sentence tells of demand, supply or stocks is of that quarter too.
    """
    is_own = setting.voice.speaker == "company" or setting.voice.is_on_maker
    is_own = is_own or (layout.language == "ko" and tells_sales(layout))
    is_own = is_own or layout.text.find("like-for-like", layout.start, layout.end) >= 0
    is_own = is_own or _FILED.search(layout.text, layout.start, layout.end) is not None
    if not is_own or layout.periods_said():
        return False
    body = layout.text[layout.start : layout.end]
    is_flat = layout.language == "ko" and draft.event.direction == "flat" and bool(OWN_PRICE.search(body))
    if _NOT_OF_QUARTER.search(body) or not (layout.amounts or is_flat):
        return False
    is_by_quarter = bool(_ON_QUARTER.search(body))
    if is_by_quarter and _MOVED_REVENUE.search(layout.text, layout.start, draft.event.trigger.start):
        return True
    sized = draft.event.attribute == "price" and bool(draft.amounts)
    if sized and bind_basis(layout, draft.event, None, has_size=False) == "QoQ":
        return True
    if sized or draft.event.attribute != "price":
        return bool(_SALES.search(body)) and (sized or is_by_quarter)
    return bool(OWN_PRICE.search(body)) and is_by_quarter


def _names_same_period(layout: Layout, draft: Draft) -> bool:
    """Say whether a change is told of "the same period" as the sentence before."""
    if layout.language == "ja" and explains_before(layout):
        return True
    first, last = layout.clause_span(layout.clause(draft.event.trigger.start))
    if layout.language == "en":
        first, last = layout.start, layout.end
        if _EXPLAINS.match(layout.text, first, last) and not layout.periods_said():
            return True
    return bool(_SAME_PERIOD.search(layout.text, first, last))
