"""What an English question presupposes: a change that is named in passing, not asked about."""

from __future__ import annotations

import re

from tracker.extract.event import Event
from tracker.extract.layout import Layout
from tracker.extract.marks import PeriodWord

# Words between what opens a noun phrase and its change: names and adjectives, no verb, preposition or doubt.
_PLAIN = (
    r"(?:(?!(?:of|in|for|to|on|at|by|from|with|that|which|like|as|than|is|are|was|were|do|does|did|will|would|could|can|should|may|might|you|we|they|it|how|what|when|if"
    r"|potential|possible|likely|expected|hypothetical|future|further|more|next|any|rate|risk|chance|possibility|same)\b)[a-z0-9&/'\-]+ ){0,6}"
)
_POINTS = r"(?:the|this|these|those|such|your|today's|current|recent|ongoing|continued|unprecedented)"
_CAUSES = (
    r"(?:from|with|by|amid|amidst|despite|given|against|due to|because of|thanks to|owing to|in light of|in view of|in the face of|in the context of|on top of|as a result of|on the back of"
    r"|(?:impacts?|effects?|implications?|consequences?|context|burden|pressures?|headwinds?|pass-through|face|sustainability|durability) of"
    r"|offset(?:ting)?|deal(?:ing)? with|manag(?:e|ing)|absorb(?:ing)?|mitigat(?:e|ing)|navigat(?:e|ing)"
    r"|handl(?:e|ing)|fac(?:e|ing)|pass(?:ing)? (?:on|along|through)|respond(?:ing)? to|react(?:ing)? to"
    r"|adjust(?:ing)? to)"
)
_NAMED = re.compile(rf"\b{_POINTS} {_PLAIN}$")
_CAUSED = re.compile(rf"\b{_CAUSES} (?:(?:the|a|an|all|some|this|these|those|your|our|their) )?{_PLAIN}$")
# "will the price increase": there the change is the verb that is asked about.
_INVERTED = re.compile(
    r"\b(?:will|would|do|does|did|can|could|should|have|has|might|may) (?:the|these|those|your) [^,;?]{0,40}$"
)
_SUPPOSED = re.compile(
    r"\b(?:if|(?:would|could)(?! you\b)|potential|potentially|possible|possibly|whatever|hypothetical(?:ly)?|scenario|in case)\b[^,;?]{0,40}$"
    rf"|\bany {_PLAIN}$"
)
# "The demand growth would be": what is said of it is open; "a shortage-may-last view" is a name.
_LEFT_OPEN = re.compile(r"-| (?:would|should|may|might|could)\b(?! (?:affect|impact|hit|hurt|lead|mean))")
_AFFECTS = re.compile(
    r"(?: (?!and\b|or\b)[a-z]+){0,3}? (?:impact|affect|hit|hurt|pressur|weigh|dampen|squeez|constrain|eat|erod|hamper"
    r"|curb|delay|limit|cloud|reshap|redefin|chang|derail|threaten|spark|lift|boost|support|fuel|help|sustain"
    r"|justif)(?:e|s|es|ed|ing|ting)?\b"
)
# "With memory prices rising so fast, how": what is told with the asking clause.
_ALONG = re.compile(r"\b(?:with|from|by|amid|despite) (?:the |all |your )?(?:[a-z0-9&/'\-]+ ){0,4}$")
_PARTICIPLE = re.compile(r"(?:[a-z]+ing|up|down)(?: [a-z]+){0,1}$")
_SEEN = re.compile(
    r"(?: (?:in|of|on|across|for|from) (?:[a-z0-9\-]+ ){0,3}[a-z0-9\-]+)?,? (?:that |which )?(?:we|you|you guys|i|they|people|everyone|the (?:industry|market|world))(?:'ve|'re| have| are|)? "
    r"(?:(?:all|just|been|already|recently|currently|now|kind of|obviously|also) ){0,3}(?:seen|seeing|saw|had"
    r"|experienced|experiencing|witnessed|witnessing|facing|faced|talked about|mentioned|described|discussed"
    r"|called out|highlighted|flagged|noted)\b"
)
_OBVIOUS = re.compile(
    r"\b(?:obviously|clearly|of course|as we (?:all )?know|(?:i|we) know(?: that)?|no doubt)\b,? (?!not\b)[^,;?]{0,40}$"
)
_ASKS_BETWEEN = re.compile(r"\b(?:how|what|when|whether|if|do|does|did|will|would|should|can|could)\b")
# Between a change and its period: "the price increase in Q1", "the Q1 DRAM price increase".
_OF_TIME = re.compile(
    r"(?: (?:accelerating|continuing|slowing|moderating|deepening))?"
    r"(?: (?:of|by))?(?: (?:about|around|roughly|some|nearly|over|almost|approximately|more than|up to"
    r"|another))* ?(?:\d[\d.]*(?: ?(?:%|percent|per cent))?(?: ?(?:to|-) ?\d[\d.]* ?(?:%|percent|per cent))?)?"
    r"(?: (?:of|in|on|for) (?:[a-z0-9\-]+ ){0,2}[a-z0-9\-]+)?(?: (?:in|for|over|during|of|through|into|from|so far|the|this))* ?"
)
_OF_NAME = re.compile(rf"(?:'s)? (?!given|due|amid|despite|because){_PLAIN}")
# "Given how tight supply is": the state is granted.
_GIVEN_HOW = re.compile(
    r"\b(?:given|considering|because of|despite|seeing|with) (?:just |sort of |kind of |exactly )*"
    r"how (?:(?:much|far|fast|quickly|strongly|sharply|rapidly|steeply) (?:[a-z0-9/\-]+ ){0,3})?(?:(?:the|your|some of the) )?$"
)
# "The makers have been talking about shortages": what others said, told to the one who is asked.
_OTHERS_SAY = re.compile(
    r"\b(?:makers|vendors|suppliers|manufacturers|companies|peers|competitors|they|analysts|people|everyone|the industry)(?:'re|'ve| are| have| have been| were| has been)? (?:(?:all|been|now|also) )*"
    r"(?:talk(?:ing|ed) about|highlight(?:ing|ed)|flag(?:ging|ged)|point(?:ing|ed) to|call(?:ing|ed) (?:for|out)"
    r"|warn(?:ing|ed) (?:of|about)|cit(?:ing|ed)|report(?:ing|ed)|describ(?:ing|ed)) (?:[a-z]+ ){0,2}$"
)
_OPENING = re.compile(r"\s*(?:as|with|now that|amid|after|while|even as)\b")
_ASKS = re.compile(
    r"\s*(?:(?:particularly|especially|including|notably|mainly|mostly|at least) [^,;?]{1,40},\s*)?"
    r"(?:which|what|how|who|where|why|is|are|can|could|should|will|would|does|do|did|have|has)\b"
)
REACH = 70


def is_named_in_passing(layout: Layout, event: Event) -> bool:
    """Say whether a question names a change as a thing that is there.

    "The impact from the memory shortage", "dealing with rising NAND prices", "does increasing memory pricing hurt", "the
    strength that we've seen"; not "any softness in", "in terms of price increases", "will the prices rise".
    """
    text, start = layout.text, layout.start
    before = text[max(start, event.start - REACH) : event.start]
    if _SUPPOSED.search(before) or _LEFT_OPEN.match(text, event.end, layout.end):
        return False
    if _opens_question(layout, event) or _is_obvious(before) or _GIVEN_HOW.search(before) or _OTHERS_SAY.search(before):
        return True
    if _ALONG.search(before) and event.metric is not None and _PARTICIPLE.match(event.trigger.text):
        return True
    if not _is_noun_phrase(event) or not _is_of_memory(layout, event):
        return False
    if _SEEN.match(text, event.end, layout.end) or _CAUSED.search(before):
        return True
    if _NAMED.search(before) and not _INVERTED.search(before):
        return True
    return _AFFECTS.match(text, event.end, layout.end) is not None


def leave_asked(layout: Layout, event: Event, words: tuple[PeriodWord, ...]) -> tuple[PeriodWord, ...]:
    """Return the periods that stand beside a change named in a question; the others are of what is asked."""
    if layout.language != "en":
        return words
    text = layout.text
    return tuple(
        w
        for w in words
        if (w.start >= event.end and _OF_TIME.fullmatch(text, event.end, w.start))
        or (w.end <= event.start and _OF_NAME.fullmatch(text, w.end, event.start))
        or event.start <= w.start < event.end
    )


def _opens_question(layout: Layout, event: Event) -> bool:
    """Say whether a change is told in the clause that a question only opens with ("As HBM demand surges, which stock ...?")."""
    first, last = layout.clause_span(layout.clause(event.trigger.start))
    if layout.text.startswith("that ", first) and layout.text.endswith("now ", layout.start, first):
        first -= len("now ")
    return _OPENING.match(layout.text, first) is not None and _ASKS.match(layout.text, last) is not None


def _is_obvious(before: str) -> bool:
    """Say whether what stands before a change tells it as known ("obviously, demand is strong, but how")."""
    found = _OBVIOUS.search(before)
    return found is not None and not _ASKS_BETWEEN.search(found[0])


def _is_of_memory(layout: Layout, event: Event) -> bool:
    """Say whether a demand named in passing is memory's: "memory prices and the demand softness" leaves open whose it is."""
    if event.attribute != "demand":
        return True
    return any(
        event.end <= e.start <= event.end + 30
        or (e.end <= event.end and " and " not in layout.text[e.end : event.start])
        for e in layout.entities
    )


def _is_noun_phrase(event: Event) -> bool:
    """Say whether a change is told by a noun ("price increase", "shortage") or by a word before its noun ("rising prices")."""
    trigger, metric = event.trigger, event.metric
    if metric is None or metric.start == trigger.start:
        return True
    if trigger.end <= metric.start:
        return "a" in trigger.flags or "n" in trigger.flags
    return "n" in trigger.flags and (not metric.text.endswith("s") or trigger.text.endswith("s"))
