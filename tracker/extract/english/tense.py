"""English: whether a change is past or ahead: verbs in the past, outlooks, words of future and what they only compare with."""

from __future__ import annotations

import re

from tracker.extract.english.dating import acts_on
from tracker.extract.event import Event
from tracker.extract.futures import find_future_words
from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token

_EN_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|remains?|stays?|continues?|keeps?|contribut\w+|saw|posted|recorded|registered|experienced)\b"
)
_EXPECTED_BEFORE = re.compile(r"(?:\b(?:an|the|than|as) |-than-)$")
# What is estimated of a past verb was so already ("estimates that prices rose").
_ESTIMATES = frozenset({"estimate", "estimates", "estimated"})
_TO_HAVE = re.compile(r"\bto have (?:been )?(?:[a-z]+ly )?$")
_TO_BE_DONE = re.compile(r"\b(?:be|being|to|an?|the) $")
_AS_THOUGHT = re.compile(
    r"\b(?:than|what|as) (?:(?:we|they|i|you|many|most|everyone|had|have|was|were|been|originally|previously|initially|all|analysts|people) ){1,4}$"
)
_THOUGHT = frozenset(
    {"expected", "anticipated", "forecast", "forecasted", "projected", "planned", "guided", "predicted", "estimated"}
)
# "The weaker demand outlook"; "Looking ahead, we see increasing demand".
_OF_OUTLOOK = re.compile(r" (?:outlook|forecasts?|expectations?|projections?|guidance)\b")
_TO_BE = re.compile(
    r"suppl[a-z]+ .*(?:will|would|should|to be|going to|expected) .*demand|demand .*(?:will|would|should|to be|going to|expected) .*suppl"
)
_LOOKS_ON = re.compile(
    r"\s*(?:(?:and|but|so|now|then),? )?(?:(?:as we )?look(?:ing)? (?:ahead|forward|out|further out|beyond)"
    r"|going forward|over the (?:long|longer|medium|mid)[- ]term|longer[- ]term|in the long(?:er)? (?:run|term)"
    r"|moving forward)\b[^,;]{0,40},"
)
_OF_ASKER = re.compile(r"\bif (?:you|i|we) (?:could|would|may)\b|\b(?:could|would|may) (?:you|we|i)\b")
PAST_FORM = re.compile(
    r"(?:[^e]ed|rose|fell|grew|slid|lost|sank|shrank|sprang|(?:[^e]ed|went|came|crept|shot|ran|rose|fell) (?:back )?(?:up|down|higher|lower|back|off))$"
)
# The past verbs that English turns of supply, demand and stocks begin with ("built up NAND safety stock in May").
_DONE = frozenset(
    "built worked burned burnt ran drew whittled cleared unloaded offloaded chewed ate bought took snapped gobbled soaked"
    " mopped scooped hoarded stockpiled amassed stopped halted suspended ceased idled mothballed trimmed curbed slashed pared"
    " halved throttled knocked wiped churned cranked pumped cancelled canceled delayed deferred postponed pulled pushed"
    " resumed restarted stepped boosted shunned flooded swamped".split()
)
# A headline's subject and "to", with no verb between; of these subjects that are no price, product or maker.
_TO_COME = re.compile(
    r"\s*((?:[a-z0-9.&'’\-]+ ){0,6}[a-z0-9.&'’\-]+) to (?:(?:further|also|again|soon|keep|extend|continue|start|begin|likely) ){0,2}"
)
_NO_SUBJECT = re.compile(
    r"[a-z]{2}ed\b|\b(?:led|lets?|allows?|causes?|makes?|forces?|helps?|drives?|sees?|due|able|thanks|according|prior|back|next|close|sends?|gets?|continues?|begins?|starts?|want|wants|rush|rushes)\b"
)
_AGENTS = frozenset(
    "outage strike strikes fire quake earthquake blackout shortage glut boom tariffs curbs fab fabs plant plants line lines"
    " factory makers suppliers vendors producers buyers chipmakers giants".split()
)
_WENT = re.compile(
    r"\b(?:rose|fell|grew|went|was|were|(?:increas|decreas|declin|dropp|climb|jump|surg|slump|tumbl|plung)ed)\b"
)
_COMPARED_WITH = re.compile(r"\b(?:compared (?:with|to)|versus|following|after|from) (?:an? |the )?(?:[a-z]+ ){0,2}$")

# "Prices which rose 20% in Q2 are expected to", "DRAM, up 15% in Q2, is expected to": what was, beside what is to come.
_WHICH = re.compile(r"\b(?:which|that) (?:had )?(?:[a-z]+ly )?$")
_ASIDE_STATE = re.compile(r"[,(–—-] ?(?:which (?:is|are|was|were) )?(?:already |fairly |roughly |broadly )?$")
_IS_TO = re.compile(
    r"[^,;.()]{0,40}?[,)–—]? (?:is|are) (?:now |then |also )?(?:expected|forecast|projected|likely|set|seen|predicted|estimated|poised|tipped) to\b"
)


def _is_told_aside(layout: Layout, event: Event) -> bool:
    """Say whether a change is told in a relative clause or an aside before the verb of what is expected."""
    trigger = event.trigger
    before = (layout.text, max(layout.start, trigger.start - 24), trigger.start)
    if _WHICH.search(*before) and PAST_FORM.search(trigger.text):
        return True
    is_state = trigger.text in ("up", "down", "flat", "stable", "higher", "lower")
    return bool(is_state and _ASIDE_STATE.search(*before) and _IS_TO.match(layout.text, trigger.end))


def looks_ahead_en(layout: Layout, event: Event, first: int, last: int) -> bool:
    """Say whether a change between two places lies ahead: by a word of future, as an outlook, or by an earlier clause."""
    place = event.trigger.start
    if _COMPARED_WITH.search(layout.text, max(layout.start, place - 40), place):
        return False
    if _is_told_aside(layout, event):
        return False
    futures = _find_futures(layout, first, last)
    if acts_on(layout, event):
        futures = [t for t in futures if t.start < event.start]  # "the rise could slow demand": it is there already
    if futures and all(t.text in _ESTIMATES for t in futures) and _is_told_as_past(layout, event):
        return False
    if futures or _is_of_outlook(layout, event) or _is_to_come(layout, event):
        return True
    return _carries_over(layout, event, first)


def _is_to_come(layout: Layout, event: Event) -> bool:
    """Say whether a headline tells what is to come by a bare "to" ("NAND prices to extend gains", "Strike to squeeze supply")."""
    place = event.trigger.start
    first, _ = layout.clause_span(layout.clause(place))
    if first != layout.start or layout.text[layout.end - 1] in ".!?":
        return False
    told = _TO_COME.fullmatch(layout.text, first, place)
    if told is None or _NO_SUBJECT.search(told[1]) or layout.between(first, told.end(1), "change", "event"):
        return False
    named = layout.between(first, told.end(1), "metric", "product", "maker", "company", "agency", "market")
    return bool(named and named[-1].end == told.end(1)) or told[1].split()[-1] in _AGENTS


def _is_told_as_past(layout: Layout, event: Event) -> bool:
    """Say whether the verb of an English change tells what was, in a finite past form or after "to have"."""
    place = event.trigger.start
    before = layout.text[max(layout.start, place - 24) : place]
    return bool(_TO_HAVE.search(before)) or (is_past_en(layout, event) and not _TO_BE_DONE.search(before))


def is_past_en(layout: Layout, event: Event) -> bool:
    """Say whether the verb of an English change is past: "rose", "ran down", but not "have built up"."""
    trigger = event.trigger
    is_done = trigger.cls == "event" and trigger.text.partition(" ")[0] in _DONE
    if trigger.text.endswith("ing") and _follows_past(layout, trigger.start):
        return True
    is_done = is_done and not layout.text.endswith(("have ", "be ", "being "), layout.start, trigger.start)
    return is_done or ("v" in trigger.flags and bool(PAST_FORM.search(trigger.text)))


def _follows_past(layout: Layout, place: int) -> bool:
    """Say whether a participle goes on from a clause told in the past ("went from bad to worse in Q3, falling 12%")."""
    first, _ = layout.clause_span(layout.clause(place))
    if first == layout.start or layout.text[first:place].strip(" ,"):
        return False
    before = layout.clause_span(layout.clause(first - 1))[0]
    return _WENT.search(layout.text, before, first) is not None


def _is_of_outlook(layout: Layout, event: Event) -> bool:
    """Say whether an English change is one of what is expected ("the weaker demand outlook", "supply will lag demand")."""
    is_named = event.metric is not None and event.metric.text.endswith(("outlook", "forecast", "forecasts"))
    is_named = is_named or bool(_TO_BE.search(event.trigger.text))
    return is_named or bool(_OF_OUTLOOK.match(layout.text, event.end))


def _is_occasion(layout: Layout, token: Token) -> bool:
    """Say whether an English word of future only tells what something is done ahead of ("ahead of possible tariffs")."""
    if token.text in ("possible", "potential"):
        return layout.text.endswith(("ahead of ", "ahead of any ", "ahead of the "), layout.start, token.start)
    return token.text == "ahead of" and not any(0 <= w.start - token.end <= 5 for w in layout.periods)


def _find_futures(layout: Layout, first: int, last: int) -> list[Token]:
    """Return the English words of future between two places.

    "Than expected", "an expected decline" tell what was expected, not what is; "ahead of tariffs" only why.
    """
    found = find_future_words(layout, first, last)
    found += [t for t in layout.between(first, last, "firstperson") if t.text.endswith("'ll")]
    return [
        t
        for t in found
        if not _is_occasion(layout, t)
        and not (t.text in _THOUGHT and _AS_THOUGHT.search(layout.text, max(layout.start, t.start - 40), t.start))
        and not (t.text in _THOUGHT and layout.text.endswith((" than ", " as "), layout.start, t.start))
        and not (t.text == "expected" and _EXPECTED_BEFORE.search(layout.text, max(first, t.start - 6), t.start))
        and not (
            t.text in ("could", "would", "may")
            and _OF_ASKER.search(layout.text, max(layout.start, t.start - 8), t.end + 4)
        )
    ]


def _carries_over(layout: Layout, event: Event, first: int) -> bool:
    """English: a clause without a verb of its own takes the tense of the main one ("we expect ..., with tight inventories")."""
    earlier = _find_futures(layout, layout.start, first)
    number = layout.clause(event.trigger.start)
    if _LOOKS_ON.match(layout.text, layout.start, first) and not is_past_en(layout, event):
        return True
    if not [t for t in earlier if number - layout.clause(t.start) <= 3]:
        return False
    if _EN_FINITE.search(layout.text[first : event.end]) or (
        "v" in event.trigger.flags and PAST_FORM.search(event.trigger.text)
    ):
        return False
    return not re.match(
        r"\s*(?:as|because|since|given|although|though|while|despite|after|due to|owing|amid|driven|thanks|citing|blaming|helped|aided|buoyed|boosted|fueled|lifted|supported)\b",
        layout.text[first : first + 10],
    )
