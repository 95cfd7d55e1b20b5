"""How a claim is meant: past or future, asserted, hedged or denied, or no claim at all (questions, conditions, truths)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tracker.extract.chinese.hypotheses import is_denied_effect, is_presupposed, was_so_before, why_supposed
from tracker.extract.easing import EASES
from tracker.extract.english.askers import is_granted
from tracker.extract.english.hypotheses import is_rule, why_no_change
from tracker.extract.event import Event
from tracker.extract.japanese.causes import JA_RELATIVE
from tracker.extract.korean import stance as stance_ko
from tracker.extract.lexicon import Token
from tracker.extract.parse import Layout

_PREMISE = re.compile(r"given that|since|because|considering that|seeing|i told|鉴于|考虑到|既然|因为")
_FOLLOWS_UP = re.compile(
    r"(?:and |so |okay |ok |yeah |great |thanks?,? ?)*(?:\w+, )?(?:just )?as a (?:quick )?follow[- ]?up[^?]*$"
)
_AS_NOUN = re.compile(r"影响|升温|推动|带动|驱动|刺激|强烈|浓厚|落空|之下|下[，,]")
_IMPACT = re.compile(r"(?:，|,)?(?:对|给)[^,，。?？]{0,24}(?:影响|冲击)")
_QUESTION_END = re.compile(r"(?:[?？]|吗|呢|까요|습니까|나요|ますか|でしょうか|ですか|のか|だろうか)[。.\"”’\s)]*$")
_CAUSE = re.compile(
    r"\s*(?:as|due to|because|amid|with|since|given|despite|after|由于|受|随着|因|致|导致|使得)(?![a-z])"
)
_JA_SUBJECT = re.compile(r"[はがを](?![^。]{0,12}(?:続|继续|解消|深刻|拡大|悪化|强ま|见込|予想|予测|缓))")
_JA_STATE = re.compile(r"(?:し)?て(?:おり|いる|い[、。]|います)|した|ました|だった")
_JA_GOES_ON = re.compile(r"(?:し|が?続い|となっ|に転じ|倾向にあ)?て(?:いる|おり|います|きた|きている)")
_JA_PAST = re.compile(r"(?:し|となり|に|と)?(?:なっ)?(?:まし)?[ただ](?![いろ])")
_EN_PAST = re.compile(r"\b(?:was|were|had|has been|have been|did|has|have)\s+(?:\w+ly\s+)?$")
_EN_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|remains?|stays?|continues?|keeps?|contribut\w+|saw|posted|recorded|registered|experienced)\b"
)
_COMPARED_WITH = re.compile(r"\b(?:compared (?:with|to)|versus|following|after|from) (?:an? |the )?(?:[a-z]+ ){0,2}$")
_EXPECTED_BEFORE = re.compile(r"\b(?:an|the|than|as) $")
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
    r"\s*(?:(?:and|but|so|now|then),? )?(?:(?:as we )?look(?:ing)? (?:ahead|forward|out|further out|beyond)|going forward|over the (?:long|longer|medium|mid)[- ]term|longer[- ]term|in the long(?:er)? (?:run|term)|moving forward)\b[^,;]{0,40},"
)
_OF_ASKER = re.compile(r"\bif (?:you|i|we) (?:could|would|may)\b|\b(?:could|would|may) (?:you|we|i)\b")
PAST_FORM = re.compile(r"(?:[^e]ed|rose|fell|grew|went up|went down|came down|slid)$")
# The past verbs that English turns of supply, demand and stocks begin with ("built up NAND safety stock in May").
_DONE = frozenset(
    "built worked burned burnt ran drew whittled cleared unloaded offloaded chewed ate bought took snapped gobbled soaked"
    " mopped scooped hoarded stockpiled amassed stopped halted suspended ceased idled mothballed trimmed curbed slashed pared"
    " halved throttled knocked wiped churned cranked pumped cancelled canceled delayed deferred postponed pulled pushed"
    " resumed restarted stepped boosted shunned flooded swamped".split()
)
_FORECASTS = frozenset("预计 预期 预估 预测 预料 估计 有望 计划 看好 料 料将 可望 展望 指引 预判".split())
# Words of change that tell what is to come: 看涨, 看增.
_FORETOLD = re.compile(r"(?:稳中)?看(?!到)")
# A fall that ends is told by what comes instead: "snapping eight quarters of declines", 结束了连续八个季度的下跌.
_ENDED_BEFORE = {
    "zh": re.compile(r"(?:历经|经历|走过|度过|走出|结束|终结|终止|扭转|摆脱|告别|中止|中断|止住)(?:了)?[^，,。;]{0,16}$"),
    "en": re.compile(r"\b(?:end(?:ed|ing|s)(?! (?:[a-z0-9]+ ){0,2}(?:quarter|year|month|period|half|week|[12]\d{3})\b)|snap(?:ped|ping|s)?|br(?:eak|oke|eaking)|halt(?:ed|ing)?|revers(?:ed|ing|es)) (?:[\w\-']+ ){0,6}$"),
    "ko": re.compile(r"(?!)"),
    "ja": re.compile(r"(?!)"),
}  # fmt: skip
_ENDED_AFTER = {
    "zh": re.compile(
        r"[^，,。;]{0,6}(?:告终|终结|结束|终止|告一段落|熄火|暂歇|停歇|止步|告停|进入尾声|接近尾声|近尾声)"
    ),
    "en": re.compile(
        r"(?: (?:in|of|for) (?:[a-z0-9\-]+ ){0,3}[a-z0-9\-]+)?(?: trend| streak| cycle)?"
        r" (?:(?:has |have |is |was |are |may have |came to an )?end(?:ed|s|ing)?|(?:is|are|was) (?:over|complete|completed|finished|done))\b"
    ),
    "ko": re.compile(
        r"(?:세|폭)?(?:를|을|가|이|에서|의|도|은|는)? ?(?:점차 |차츰 |곧 |다소 )?(?:안정|진정|멎|일단락)|(?:세|폭)?(?:를|을|가|이|에서|의)? ?(?:(?:내년|하반기|상반기|점차|점점|다소|한풀|서서히)?(?:부터|에|께)? ?(?:꺾|한풀)|끝|마감|벗어|끊|마치|종료|마무리|중단|그칠|그쳤)"
    ),
    "ja": re.compile(
        r"(?:局面|倾向|基调|トレンド)?(?:に终止符|を脱|が终わ|に歯止め(?!が?かからな)|が止ま(?!ら)|[がはも]一服)"
    ),
}
# "供给增速会超过需求增速": one expression with its word of future inside.
_GROWS_FASTER = re.compile(r"[供需][给应求]的?(?:增|成长|年增|位元)\w{0,4}?[将会要]")
_AS_EXPECTED = re.compile(r"[高低优大强弱逊好胜]于|超|符合|不如|不及|达到|未达")
_LEADS_TO = re.compile(
    r"(?:会|将|进而|持续|直接|再)?(?:使|令|让|导致|影响|冲击|波及|造成|迫使|促使|压缩|拖累|带动|推升|推动|拉高|垫高)"
)
_PARTIES = frozenset({"agency", "maker", "company"})
_FORECAST_OF = re.compile(r"(?:率|幅)?の?(?:予测|予想|见通し)")
_JA_TOLD = re.compile(r"した|だった|なった|ました|された")
_JA_WAS = re.compile(r"(?:し|となっ|になっ|に転じ)?[ただ](?:が|もの|一方|あと|后|[、。])")
# What was expected and came otherwise, or as expected, tells nothing of the future.
_IS_BEATEN = re.compile(r"を?(?:大きく|大幅に|やや)?(?:上回|下回|超|里切)|以上|より|外|通り|どおり")
_JA_ANNOUNCES = re.compile(r"(?:する|る)?と(?:発表|表明|明らかに|通知|通告|宣言)")
# A change that is said not to end, which goes on ("下落に歯止めがかからない").
_DOES_NOT_STOP = re.compile(r"[がはに](?:も)?(?:止ま|とどま|歯止め|収ま|落ち着)[^、。]{0,5}(?:ら|な|ず|き)")
_CAN = re.compile(
    r"(?:する|した|して(?:いる)?|るの|[にへ](?:も)?(?:结びつく|つながる|踏み切る|転じる|向かう))?か(?:どうか|否か|は)|(?:する|る)?ことが(?:可能|でき)"
)
_WHEN = re.compile(r"(?:する|になる|となる|が続く)?と[、,]")
_THE_MORE = re.compile(r"(?:す|る|い)?ほど(?!の|度|だ|で)")
_NOUN_JA = re.compile(r"[一-鿿]$")
_BEFORE_JA = re.compile(r"(?:する)?(?:以)?前[のにはか、]|(?:する)?を(?:目)?前に|を控え")
_TOO_HARD = re.compile(r"(?:する(?:の|こと))?[はがも](?:极めて|非常に|かなり|なお)?(?:难し|困难)")
_WAS_SO_JA = re.compile(
    r"(?:し|となっ|になっ|が?続い|に陥っ)?ていた(?=[a-z一-鿿ァ-ヶ])(?!前|后)|かった(?=[a-z一-鿿ァ-ヶ])(?!前|后|分)"
)
_FROM_THERE = re.compile(r"から、?")
_EVEN_IF = re.compile(r"(?:し|となっ|に(?:なっ|陥っ)|が?続い|が解消し)?ても(?!い)")
_UNTIL = re.compile(r"(?:する|取れる|回复する|に(?:なる|戻る|転じる)|した)まで(?!の|もな)|まで(?:下が|下げ|低下|减)")
_NEG_REACH = {"en": 32, "zh": 14, "ko": 14, "ja": 12}


@dataclass(frozen=True, slots=True)
class Manner:
    """How one claim is meant; `looks_ahead` is None where no word decides, False where the verb itself is past."""

    looks_ahead: bool | None
    is_hedged: bool
    is_negated: bool
    in_question: bool


def silence_reason(layout: Layout, event: Event, *, is_asked: bool) -> str | None:
    """Return why a change makes no claim at all: a condition, a general truth, a question; None where it does."""
    _, last = layout.clause_span(layout.clause(event.trigger.start))
    if _is_general(layout, event, last):
        return "a general truth"
    can_end = event.attribute in ("price", "inventory") or (layout.language == "zh" and event.attribute == "supply")
    if can_end and _has_ended(layout, event):
        return "a change that ended"
    told = _silence_by_language(layout, event)
    if told is not None:
        return told
    place = event.trigger.start if layout.language == "zh" else event.start
    conditions = [] if was_so_before(layout, event) else layout.between(layout.start, place, "conditional")
    conditions = [c for c in conditions if not (layout.language == "ja" and _names_topic(layout, c))]
    reach = 2 if layout.language == "zh" else 1
    if any(layout.clause(c.start) >= layout.clause(event.start) - reach for c in conditions):
        return "a condition"
    if layout.language != "zh" and layout.between(event.end, last, "conditional"):
        return "a condition"
    if is_asked and not (_is_premise(layout, event) or is_presupposed(layout, event) or is_granted(layout, event)):
        return "a question"
    if layout.language == "en":
        return "a rule" if is_rule(layout) else why_no_change(layout, event)
    return None


def _names_topic(layout: Layout, condition: Token) -> bool:
    """Say whether a Japanese "case" only names what is spoken of ("NANDの場合は")."""
    return condition.text == "场合" and any(
        layout.text.startswith("の", e.end, condition.start) and condition.start - e.end <= 1 for e in layout.entities
    )


def _is_supposed_ja(layout: Layout, event: Event) -> bool:
    """Say whether a Japanese change is only supposed: "even if" (ても), or "when" (と) in what no one says or foresees."""
    if _EVEN_IF.match(layout.text, event.trigger.end) or _CAN.match(layout.text, event.trigger.end):
        return True
    if _THE_MORE.match(layout.text, event.trigger.end):
        return True
    when = _WHEN.match(layout.text, event.trigger.end)
    if when is None or (_NOUN_JA.search(event.trigger.text) and when[0][0] == "と"):
        return False  # "前年比4%減と、初めて": a noun tells how much
    return not layout.between(when.end(), layout.end, "say", "future", "hedge")


def _silence_by_language(layout: Layout, event: Event) -> str | None:
    """Return why words that only one language has make a change no claim, or None."""
    if layout.language == "ja" and _is_supposed_ja(layout, event):
        return "a condition"
    if layout.language == "ja":
        return _why_idle_ja(layout, event)
    return stance_ko.silence_reason(layout, event) if layout.language == "ko" else why_supposed(layout, event)


def _why_idle_ja(layout: Layout, event: Event) -> str | None:
    """Return why a Japanese change is none: what lasts until it or comes before it, what can't be, what was so before."""
    text, place = layout.text, event.trigger.end
    if _UNTIL.match(text, place):
        return "what something lasts until"
    if _BEFORE_JA.match(text, place):
        return "what comes before it"
    if _TOO_HARD.match(text, place):
        return "what can't be done"
    first, _ = layout.clause_span(layout.clause(event.trigger.start))
    earlier = [w for w in layout.periods if first <= w.start < event.trigger.start]
    is_dated = any(not layout.text.startswith("まで", w.end) for w in earlier)
    was_so = not is_dated and _WAS_SO_JA.match(text, place) and layout.between(place, layout.end, "change", "event")
    return "what was so before" if was_so else None


def _is_general(layout: Layout, event: Event, last: int) -> bool:
    """Say whether a change is told as what always is: "typically" anywhere, in English beside it or opening the sentence."""
    words = layout.between(layout.start, last if layout.language == "zh" else layout.end, "generic")
    if layout.language != "en":
        return bool(words)
    own = layout.clause(event.trigger.start)
    return any(layout.clause(word.start) == own or word.start - layout.start < 30 for word in words)


def _has_ended(layout: Layout, event: Event) -> bool:
    """Say whether a change is named only as what came to an end."""
    ended = _ENDED_BEFORE[layout.language]
    places = {event.start, event.trigger.start} if layout.language == "en" else {event.trigger.start}
    after = _ENDED_AFTER[layout.language].match(layout.text, event.trigger.end, layout.end)
    if after and layout.language == "ko" and stance_ko.NOT_YET.match(layout.text, after.end()):
        after = None  # "내림세를 벗어나지 못했다"
    return bool(after) or any(ended.search(layout.text[max(layout.start, at - 60) : at]) for at in places)


def is_question(layout: Layout, *, is_spoken: bool) -> bool:
    """Say whether a sentence asks: it ends so or, in speech, opens with a question word or "I'm curious".

    Written, "Why DRAM prices are soaring" is a headline and no question.
    """
    body = layout.text[layout.start : layout.end]
    if _QUESTION_END.search(body):
        return True
    words = layout.between(layout.start, layout.end, "question")
    if not words:
        return False
    if layout.language != "en":
        return layout.language == "zh" and any(
            w.text in ("请问", "如何看待", "怎么看", "请介绍", "请公司", "请分享") for w in words
        )
    if not is_spoken:
        return False
    if _FOLLOWS_UP.match(body):
        return False  # "And Luca, as a follow-up, prices fell ...": the question comes next
    asking = ("can you", "could you", "would you", "i'm curious", "i am curious", "wondering", "curious", "my question", "a follow-up",
              "just a question", "question is", "how do you think", "help us understand", "walk us through", "do you", "are you", "a question", "talk about")  # fmt: skip
    return any(
        w.text in asking or w.start - layout.start <= 12 for w in words if w.text != "talk about"
    ) and not body.startswith("[news]")


def _is_premise(layout: Layout, event: Event) -> bool:
    """Say whether a claim inside a question is its premise ("given that prices rose")."""
    first_question = min((w.start for w in layout.between(layout.start, layout.end, "question")), default=layout.start)
    if layout.language == "en" and "n" in event.trigger.flags and layout.text.endswith("the ", 0, event.trigger.start):
        return True  # "could the increase in memory costs lead to": that they rose is presupposed
    if (
        layout.language == "en"
        and layout.text.endswith((" from ", " of "), 0, event.start)
        and "a" in event.trigger.flags
    ):
        return True
    return bool(_PREMISE.search(layout.text[first_question : event.start]) or _IMPACT.match(layout.text, event.end))


def judge_manner(layout: Layout, event: Event, *, is_asked: bool) -> Manner:
    """Return how a change is meant, from the words before it (and, in Korean and Japanese, after it)."""
    ahead = False if was_so_before(layout, event) else _looks_ahead(layout, event)
    if ahead is None and _is_past(layout, event):
        ahead = False
    is_open = is_asked and not (is_presupposed(layout, event) or is_granted(layout, event))
    return Manner(ahead, _is_hedged(layout, event), _is_negated(layout, event), is_open)


def _is_past(layout: Layout, event: Event) -> bool:
    """Say whether the verb of a change is past: "rose", 上涨了, 상승했다, 上昇した."""
    trigger, text = event.trigger, layout.text
    if layout.language == "en":
        is_done = trigger.cls == "event" and trigger.text.partition(" ")[0] in _DONE
        is_done = is_done and not text.endswith(("have ", "be ", "being "), layout.start, trigger.start)
        return is_done or ("v" in trigger.flags and bool(PAST_FORM.search(trigger.text)))
    if layout.language == "zh":
        return text.startswith("了", trigger.end) or text.startswith("有所", trigger.start - 2)
    if layout.language == "ko":
        is_told = stance_ko.PAST.match(text, trigger.end) or trigger.text.endswith(("랐", "렸", "뛰었", "솟았", "졌"))
        return bool(is_told) or stance_ko.goes_on_in_past(layout, event)
    return bool(_JA_PAST.match(text, trigger.end) or _JA_GOES_ON.match(text, trigger.end))


def _scope(layout: Layout, event: Event) -> tuple[int, int]:
    """Return the clause of a change, up to the change itself (and its size) or, verb-final, to the clause's end."""
    first, last = layout.clause_span(layout.clause(event.trigger.start))
    if layout.language in ("ko", "ja"):
        return first, last
    if (
        layout.language == "en"
        and event.metric is not None
        and event.metric.start > event.trigger.start
        and "n" not in event.trigger.flags
    ):
        return first, event.end
    follow = [t.start for t in layout.tokens if t.start >= event.end and t.cls in ("change", "event")]
    reach = event.end + (18 if layout.language == "zh" else 30)
    joint = layout.text.find(" and ", event.end, reach) if layout.language == "en" else -1
    reach = joint if joint >= 0 else reach
    return first, min([last, reach, *follow[:1]])


def _looks_ahead(layout: Layout, event: Event) -> bool | None:
    """Return whether a change lies ahead: True by a word of future, None where none decides."""
    first, last = _scope(layout, event)
    if layout.language == "en" and _COMPARED_WITH.search(
        layout.text, max(layout.start, event.trigger.start - 40), event.trigger.start
    ):
        return None
    own = _futures(layout, first, last)
    if layout.language == "zh":
        if _FORETOLD.match(event.trigger.text) or _GROWS_FASTER.match(event.trigger.text):
            return True
        own = [t for t in own if not _marks_object(event, t) and not _is_of_effect(layout, event, t)]
    if layout.language == "ko":
        return stance_ko.looks_ahead(layout, event)
    if layout.language == "ja":
        return _looks_ahead_ja(layout, event, own)
    if own or (layout.language == "en" and _is_of_outlook(layout, event)):
        return True
    return True if _carries_over(layout, event, first) else None


def _is_of_outlook(layout: Layout, event: Event) -> bool:
    """Say whether an English change is one of what is expected ("the weaker demand outlook", "supply will lag demand")."""
    is_named = event.metric is not None and event.metric.text.endswith(("outlook", "forecast", "forecasts"))
    is_named = is_named or bool(_TO_BE.search(event.trigger.text))
    return is_named or bool(_OF_OUTLOOK.match(layout.text, event.end))


def _looks_ahead_ja(layout: Layout, event: Event, own: list[Token]) -> bool | None:
    """Japanese: a word of future in the clause decides, or one after it where the clause tells no past and no state."""
    is_price = event.attribute == "price"
    if is_price and any(_FROM_THERE.fullmatch(layout.text, event.trigger.end, w.start) for w in layout.periods):
        return False  # "4〜6月期の10%高から7〜9月期は3%高に": the first is the one that was
    if own or _is_of_forecast(layout, event) or _JA_ANNOUNCES.match(layout.text, event.trigger.end):
        return True
    last = min(layout.end, layout.clause_span(layout.clause(event.trigger.start))[1] + 1)
    is_told = JA_RELATIVE.match(layout.text, event.trigger.end)
    is_told = (
        is_told
        or _JA_WAS.match(layout.text, event.trigger.end)
        or _JA_STATE.search(layout.text, event.trigger.end, last)
    )
    tail = _futures(layout, event.end, layout.end)
    if is_told or not tail:
        return None
    if event.attribute != "price" and _is_told_beside(layout, event, tail[0].start):
        return None
    return None if _JA_TOLD.search(layout.text, event.end, tail[0].start) else True


def _is_of_forecast(layout: Layout, event: Event) -> bool:
    """Say whether a Japanese size is one of a rise that is itself forecast ("価格上昇予測を、5%増から8%増に修正")."""
    metric = event.metric
    return metric is not None and metric.cls == "event" and bool(_FORECAST_OF.match(layout.text, metric.end))


def _is_told_beside(layout: Layout, event: Event, place: int) -> bool:
    """Say whether a Japanese supply or demand is a fact beside what lies ahead ("需要が急増し、価格が上昇する見込み")."""
    if _JA_SUBJECT.match(layout.text, event.trigger.end):
        return True
    prices = layout.between(event.end, place, "metric", "market", "event")
    is_price = any(t.value.startswith("price") or "price" in t.flags for t in prices)
    return is_price and layout.clause(place) != layout.clause(event.trigger.start)


def _is_of_effect(layout: Layout, event: Event, token: Token) -> bool:
    """Say whether a Chinese word of future after a change is that of what it leads to ("缺货恐使手机销量衰退")."""
    return token.start >= event.end and bool(_LEADS_TO.match(layout.text, token.end))


def _marks_object(event: Event, token: Token) -> bool:
    """Say whether 将 marks the object of a transitive verb ("将价格上调") rather than the future."""
    return (
        token.text == "将"
        and event.metric is not None
        and "t" in event.trigger.flags
        and token.end <= event.metric.start < event.trigger.start
    )


def _is_occasion(layout: Layout, token: Token) -> bool:
    """Say whether an English word of future only tells what something is done ahead of ("ahead of possible tariffs")."""
    if token.text in ("possible", "potential"):
        return layout.text.endswith(("ahead of ", "ahead of any ", "ahead of the "), layout.start, token.start)
    return token.text == "ahead of" and not any(0 <= w.start - token.end <= 5 for w in layout.periods)


def _futures(layout: Layout, first: int, last: int) -> list[Token]:
    """Return the words of future between two places, hedges that look ahead among them."""
    found = [t for t in layout.between(first, last, "future", "hedge") if t.cls == "future" or "f" in t.flags]
    if layout.language == "zh":
        found = [t for t in found if not (t.text == "将" and layout.text.startswith("已", t.start - 1))]
        return [t for t in found if not (t.text in ("预期", "预估", "预测") and _is_noun(layout, t))]
    if layout.language == "ko":
        return stance_ko.find_futures(layout, first, last)
    if layout.language == "ja":
        return [t for t in found if not _IS_BEATEN.match(layout.text, t.end)]
    found += [t for t in layout.between(first, last, "firstperson") if t.text.endswith("'ll")]
    # "than expected", "an expected decline" tell what was expected, not what is; "ahead of tariffs" only why.
    return [
        t
        for t in found
        if not _is_occasion(layout, t)
        and not (t.text in _THOUGHT and _AS_THOUGHT.search(layout.text, max(layout.start, t.start - 40), t.start))
        and not (t.text == "expected" and _EXPECTED_BEFORE.search(layout.text, max(first, t.start - 6), t.start))
        and not (
            t.text in ("could", "would", "may")
            and _OF_ASKER.search(layout.text, max(layout.start, t.start - 8), t.end + 4)
        )
    ]


def _is_noun(layout: Layout, token: Token) -> bool:
    """Say whether a Chinese word of forecast is a noun here ("高于先前的预期，"), which tells nothing of the future."""
    before, after = layout.text[max(0, token.start - 1) : token.start], layout.text[token.end : token.end + 1]
    if after in ("，", ",") and any(t.end == token.start for t in layout.tokens if t.cls in _PARTIES):
        return False  # "TrendForce预估,第二季 ..."
    if after in ("，", ",") and before not in ("的", "于", "超"):
        first, _ = layout.clause_span(layout.clause(token.start))
        return bool(_AS_EXPECTED.search(layout.text, first, token.start))
    if _AS_NOUN.match(layout.text, token.end):
        return True
    return after in ("", "。", "的", "；", ";") or before in ("的", "于", "超")


def _carries_over(layout: Layout, event: Event, first: int) -> bool:
    """Say whether a word of future in an earlier clause still rules a price in this one ("expects DRAM up, NAND up")."""
    if layout.language == "en":
        return _carries_over_en(layout, event, first)
    is_sized = any(0 <= a.start - event.trigger.end <= 4 for a in layout.amounts)
    if not (event.attribute == "price" or is_sized) or _CAUSE.match(layout.text, first):
        return False
    number = layout.clause(event.trigger.start)
    is_size = event.rule == "size revised" or _is_size_of_before(layout, event, first)
    if is_size and number and _futures(layout, layout.clause_span(number - 1)[0], first):
        return True
    earlier = [t for t in _futures(layout, layout.start, first) if t.text in _FORECASTS]
    if not earlier:
        return False
    near = [t for t in earlier if number - layout.clause(t.start) <= 3]
    if not near:
        return False
    between = layout.between(near[-1].end, first, "change", "event")
    if re.search(r"已|有所", layout.text[first : event.trigger.start]):
        return False
    return any(b.cls == "change" or b.value.startswith("price") for b in between) or not between


def _is_size_of_before(layout: Layout, event: Event, first: int) -> bool:
    """Say whether a clause only gives the size of the change in the one before ("将续涨,涨幅达双位数")."""
    if "m" not in event.trigger.flags or first <= layout.start or re.search(r"了|已", layout.text[first : event.end]):
        return False
    return not layout.between(first, event.start, "product", "maker", "market", "metric")


def _carries_over_en(layout: Layout, event: Event, first: int) -> bool:
    """English: a clause without a verb of its own takes the tense of the main one ("we expect ..., with tight inventories")."""
    earlier = _futures(layout, layout.start, first)
    number = layout.clause(event.trigger.start)
    if _LOOKS_ON.match(layout.text, layout.start, first) and not _is_past(layout, event):
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


def _is_hedged(layout: Layout, event: Event) -> bool:
    """Say whether a hedge rules a change: before it in its clause, or opening the sentence ("reportedly", 据报道)."""
    first, last = _scope(layout, event)
    own = layout.between(first, last, "hedge")
    if layout.language == "zh":
        own = [t for t in own if not _is_of_effect(layout, event, t)]
    if layout.language in ("ko", "ja"):
        own = [t for t in own if t.start < event.start or _governs(layout, event, t)]
    if own:
        return True
    opening = list(layout.between(layout.start, first, "hedge"))
    if layout.language in ("ko", "ja"):
        return bool(
            [
                t
                for t in layout.between(event.end, min(layout.end, event.end + 40), "hedge")
                if _governs(layout, event, t)
            ]
        )
    near = layout.clause(event.trigger.start)
    reach = 2 if layout.language == "en" else 1
    return any(near - layout.clause(t.start) <= reach and not _changes_between(layout, t.end, first) for t in opening)


def _governs(layout: Layout, event: Event, hedge: Token) -> bool:
    """Korean and Japanese: say whether a hedge after a change speaks of it, not of a clause in between."""
    gap = layout.text[event.end : hedge.start]
    if layout.language == "ko" and stance_ko.PAST.search(gap):
        return False
    return layout.clause(hedge.start) - layout.clause(event.end) <= 1 and (
        len(gap) <= 20 or not re.search(r"고 있다|다는|という", gap)
    )


def _changes_between(layout: Layout, first: int, last: int) -> bool:
    """Say whether another change lies between two places."""
    return bool(layout.between(first, last, "change", "event"))


def _is_negated(layout: Layout, event: Event) -> bool:
    """Say whether a change is denied: shortly before it in its clause, after it in Korean and Japanese."""
    first, last = layout.clause_span(layout.clause(event.trigger.start))
    reach = _NEG_REACH[layout.language]
    if "x" in event.trigger.flags:
        return False
    if layout.language in ("ko", "ja"):
        after = layout.between(event.trigger.end, min(last, event.trigger.end + reach), "negation")
        if layout.language == "ko":
            after = [n for n in after if not layout.between(event.trigger.end, n.start, "metric", "change", "event")]
        eased = event.attribute == "supply" and EASES.search(layout.text, event.trigger.end, last)
        if after and _DOES_NOT_STOP.match(layout.text, event.trigger.end, last):
            return False
        return bool(after) and not (eased and eased.start() < after[0].start)
    if layout.language == "zh" and is_denied_effect(layout, event):
        return True
    before = layout.between(max(first, event.trigger.start - reach), event.trigger.start, "negation")
    before = [n for n in before if not layout.text.startswith(" exceed", n.end)]
    if [n for n in before if not _changes_between(layout, n.end, event.trigger.start)]:
        return True
    late = ("概率偏低", "可能性低", "可能性不大", "可能性较低", "概率较低", "机率低", "机率不高")
    return any(n.text in late for n in layout.between(event.trigger.end, last, "negation"))
