"""Those who ask on an English call: what marks a sentence as an analyst's, and what a question takes for granted."""

from __future__ import annotations

import re

from tracker.extract.event import Event
from tracker.extract.layout import Layout

_SAID = (
    r"(?:talked|mentioned|said|noted|guided|indicated|discussed|called out|alluded|referred|spoke|highlighted|cited)"
)
_ASKS = re.compile(
    r"\b(?:(?:my|one|another|first|second|last|quick|next|final|other|real quick) (?:quick |last "
    r"|other )?(?:follow-?up )?questions?\b|(?:a|the) (?:quick )?follow-?up\b|question i have"
    r"|questions? (?:around|would be)|"
    r"i(?:'d| would| wanted| want| just wanted) (?:just |also )?(?:like )?to (?:ask|clarify|get your|understand"
    r"|follow up|go back)|(?:i'm|i am|i was|just) (?:just |still |kind of |a little bit |a little |a bit "
    r"|sort of )*(?:wondering|curious|unclear|confused|surprised|trying to (?:reconcile|understand|square|figure))|"
    r"thanks?(?: you)? (?:so much )?for (?:taking|letting|the question)"
    r"|(?:could|can) you (?:\w+ ){0,3}(?:talk|help|comment|touch|share|give|walk|elaborate|explain|speak|update"
    r"|discuss|remind|expand|quantify|clarify|describe|address)|if i (?:could|may|can)\b|is (?:that|it) fair"
    r"|help (?:us|me) understand|"
    r"(?<!as )(?<!like )\byou(?:'ve| have| guys)? (?:just |also |already )?SAID\b"
    r"|(?:first|second|next|last|other) one(?: is|,)? (?:on|for)\b|maybe one for|follow(?:ing)?[- ]up on"
    r"|it sounds like)".replace("SAID", _SAID)
)
# What the one who is asked is doing, told to him.
_TELLS_YOU = re.compile(
    r"\byou(?:'re| are| guys are)(?: \w+)? (?:cutting|taking|making|reducing|guiding|raising|lowering|idling|bringing"
    r"|carrying|building|assuming|expecting|forecasting)\b"
)
_AS_FACT = re.compile(
    r"\b(?:being|having been|having|coming|going|getting|staying|remaining|continuing to be)(?: [a-z]+){0,2} $"
)
_FORESEES = re.compile(
    r"\b(?:do|would|will|could|should|can|are) (?:you|we|they|people) (?:guys )?(?:see|expect|think|anticipate|envision|foresee|expecting|seeing|anticipating)\b[^,;?]{0,70}$"
)
_WHY = re.compile(r"\bwhy (?!would|will|should|can|could|do|does|did|is|are|was|were|has|have|not)[^?]{0,40}$")
_BY_YOU = re.compile(r"\byou(?:'ve| have| guys)? (?:just |also )?SAID\b".replace("SAID", _SAID))
_WHERE = re.compile(r"\b(?:where|which|with|given) [^?,]{0,50}$")
_TOLD = re.compile(r"\b(?:was|were|has|have|is|are|seems?|appears?)\b|'(?:re|ve|s)\b")
_MARKS = re.compile(
    r"\b(?:how|what|why|when|where|whether|can you|could you|would you|do you|does|did|are you|is there|is that|is it|any color|curious|wondering|questions?|could we|should we)\b"
)

_LEADS = r"(?:(?:and|so|but|well|yes|yeah|no|sure|okay|ok|look|again|now|right|because|basically|maybe|just),? |i (?:think|guess|mean),? |(?:on|in|for) (?:the )?(?:[a-z0-9]+ ){1,2}side,? ){0,4}"
_WE = r"(?:we|i|our customers|customers|people|everyone|the industry|the market)"
_SPEAKS = r"(?:see|saw|seen|seeing|say|said|saying|tell|told|telling|add|point out|expect|expecting|know|knew|believe|think|thinking|hear|heard|hearing|find|found|finding|observe|observed|observing|note|noted|mean|meant|share|shared|highlight|highlighted|experience|experienced|experiencing|watch|watching|look at|looking at|anticipate|anticipating|have|have seen)"
# "What we see is that ...", "what has happened is ...", "which is why ...": relatives that answer, where nothing asks.
_ANSWERS = re.compile(
    rf"{_LEADS}(?:what (?:{_WE}|you)(?:'re|'m|'ve|'d|'ll| are| am| was| were| have| had| would| will| can"
    rf"| could)? (?:just |also |already |really |currently |now |been |always |like to |want to "
    rf"|continue to )*{_SPEAKS}(?: (?:you|now|today|there|here|about|so far|again|right now|in [a-z]+"
    rf"|across [a-z]+))*,? (?:is|was|are)\b"
    r"|what(?:'s| is| has| was|'s been| has been) (?:been |really |also |now |actually "
    r"|basically )*(?:happen(?:ing|ed)|chang(?:ed|ing)|go(?:ing|ne) on|driving (?:this|that|it)|different|clear|new"
    r"|important|interesting)(?: (?:now|here|today|there|is|in|the|this|last|quarter|year|market|industry|since"
    r"|then))*? (?:is|was)\b"
    r"|what happened(?: [a-z]+){0,5}? (?:is|was)\b"
    r"|(?:where|how) we (?:are|stand|see (?:it|this|that|things|the market)|look at (?:it|this|that)"
    r"|think (?:about|of) (?:it|this|that))(?: (?:now|today|right now))? is\b"
    r"|(?:and )?(?:which|that|this)(?: is|'s) why\b(?! (?:would|will|should|do|does|did|is|are|was|were)\b))"
)
# The question that an answer takes up: "to your question, ...", "you asked about NAND, and ...".
_TAKES_UP = re.compile(
    r"(?:(?:and|so|but|yes|yeah|well|okay|ok|sure|look|now|then|just),? )*"
    r"(?:(?:to|on|regarding|as to|as for|with regards? to|in response to|in terms of|concerning|coming (?:back )?to"
    r"|going back to|back to|turning to"
    r"|in answer to) (?:(?:answer|address|respond to|come back to|go back to|get to|take) )?"
    r"(?:the [a-z]+ part of )?(?:your|the|his|her) (?:[a-z]+ ){0,3}?questions?\b(?! (?:is|would be|i have|around)\b)"
    r"|you(?:'ve| have)? (?:just |also |already )?(?:asked|brought up)\b[^,;?]{1,50},)"
)


def opens_answer(layout: Layout) -> bool:
    """Say whether an English sentence that doesn't end as a question opens as an answer ("What we see is ...", "To your question, ...")."""
    text, start, end = layout.text, layout.start, layout.end
    if layout.language != "en" or text.endswith("?", start, end):
        return False
    found = _ANSWERS.match(text, start, end) or _TAKES_UP.match(text, start, end)
    return found is not None and not _ASKS.search(text, found.end(), end)


def is_asking(layout: Layout) -> bool:
    """Say whether an English sentence of a call is one of those who ask, by its own words."""
    if layout.language != "en":
        return False
    span = (layout.text, layout.start, layout.end)
    return layout.text.endswith("?", *span[1:]) or bool(_ASKS.search(*span) or _TELLS_YOU.search(*span))


def is_granted(layout: Layout, event: Event) -> bool:
    """Say whether a question takes a change for granted: told before it is asked, or told as what was said or is so."""
    if layout.language != "en":
        return False
    text, place = layout.text, event.trigger.start
    if _is_stated(layout, event) or _BY_YOU.search(text, layout.start, event.start):
        return True
    if _BY_YOU.match(text, event.end + 1) or (_WHY.search(text, layout.start, place) and _is_past(event)):
        return True
    asked = _MARKS.search(text, layout.start, layout.end)
    if asked is None:
        return False
    if event.end <= asked.start():
        return layout.clause(event.end - 1) < layout.clause(asked.start()) and _is_told(layout, event)
    is_apart = asked[0].startswith("question") or asked[0] in ("wondering", "curious")
    return is_apart and bool(_WHERE.search(text, asked.end(), place)) and _is_told(layout, event)


def _is_stated(layout: Layout, event: Event) -> bool:
    """Say whether a participle states a change as so ("with supply being tight"); "do you see demand getting" asks for it."""
    place = event.trigger.start
    before = layout.text[max(layout.start, place - 40) : place]
    return _AS_FACT.search(before) is not None and not _FORESEES.search(layout.text[layout.start : place])


def _is_told(layout: Layout, event: Event) -> bool:
    """Say whether the clause of a change tells it with a verb of present or past."""
    first, _ = layout.clause_span(layout.clause(event.trigger.start))
    return _is_past(event) or bool(_TOLD.search(layout.text, first, event.end))


def _is_past(event: Event) -> bool:
    """Say whether the verb of a change is past."""
    return "v" in event.trigger.flags and bool(
        re.search(r"(?:[^e]ed|rose|fell|grew|went up|went down|came down|slid)$", event.trigger.text)
    )
