"""How a claim is meant: past or future, asserted, hedged or denied, or no claim at all (questions, conditions, truths)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tracker.extract.alleged import is_alleged, is_left_uncommented
from tracker.extract.chinese.hypotheses import (
    is_denied_effect,
    opens_view,
    was_so_before,
    why_supposed,
)
from tracker.extract.chinese.premises import is_presupposed
from tracker.extract.chinese.tense import is_of_effect
from tracker.extract.chinese.terms import supposes_all
from tracker.extract.denials import is_denied
from tracker.extract.easing import EASES
from tracker.extract.english.askers import is_granted
from tracker.extract.english.dating import acts_on
from tracker.extract.english.hypotheses import is_rule, why_no_change
from tracker.extract.english.premises import is_named_in_passing
from tracker.extract.english.refused import never_came
from tracker.extract.english.sayings import is_told_by_unnamed
from tracker.extract.event import Event
from tracker.extract.japanese.stance import is_supposed_ja, is_told_apart, names_topic, why_idle_ja
from tracker.extract.korean import stance as stance_ko
from tracker.extract.korean.endings import is_cause
from tracker.extract.korean.premises import is_taken_for_granted
from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token
from tracker.extract.programs import is_of_program
from tracker.extract.questions import is_premise
from tracker.extract.refused import why_refused
from tracker.extract.shelved import is_given_up, is_hoped, why_not_coming
from tracker.extract.tense import find_scope, is_past, looks_ahead
from tracker.extract.trading import is_of_shares
from tracker.extract.unlikely import is_unlikely

# A fall that ends is told by what comes instead: "snapping eight quarters of declines", 结束了连续八个季度的下跌.
_ENDED_BEFORE = {
    "zh": re.compile(
        r"(?:历经|(?:^|[，,。;:])在?经历|(?<!正)在经历|走过|度过|走出|结束(?!后|之后|时)|终结|终止|扭转|摆脱|告别|中止|中断|止住|打破|打断|打消)(?:了)?[^，,。;]{0,16}$"
    ),
    "en": re.compile(
        r"\b(?:end(?:ed|ing|s)(?! (?:[a-z0-9]+ ){0,2}(?:quarter|year|month|period|half|week|[12]\d{3})\b)"
        r"|snap(?:ped|ping|s)?|br(?:eak|oke|eaking)|halt(?:ed|ing)?|revers(?:ed|ing|es)) (?!and |but |while |with )(?:[\w\-']+ ){0,6}$"
    ),
    "ko": re.compile(r"(?!)"),
    "ja": re.compile(r"(?!)"),
}
_ENDED_AFTER = {
    "zh": re.compile(
        r"[^，,。;]{0,12}(?:进入尾声|接近尾声)|[^，,。;]{0,6}(?:告终|终结|结束|终止|告一段落|熄火|暂歇|停歇|止步|停止|止住|打住|告停|进入尾声|接近尾声|近尾声)"
    ),
    "en": re.compile(
        r"(?: (?:in|of|for) (?:[a-z0-9\-]+ ){0,3}[a-z0-9\-]+)?(?: trend| streak| cycle)?"
        r" (?:(?:(?:already|really|finally|nearly|almost) )?(?:over|at an end|done|finished|running out of steam)(?=\?)"
        r"|(?:has |have |is |was |are |may have |came to an )?(?:end(?:ed|s|ing)?|stopped|halted|ceased)"
        r"|(?:has |have |is |are )?(?:c[ao]me|ground|coming|comes) to (?:a halt|a stop|an end|a standstill)"
        r"|(?:is|are|was) (?:over|complete|completed|finished|done))\b"
    ),
    "ko": re.compile(
        r"(?:세|폭)?(?:를|을|가|이|에서|의|도|은|는)? ?(?:점차 |차츰 |곧 |다소 )?(?:안정|진정|멎|일단락)"
        r"|(?:세|폭)?(?: ?(?:사이클|국면|랠리|행진|추세|흐름))?(?:를|을|가|이|에서|의)? ?(?:(?:내년|하반기|상반기|점차|점점|다소|한풀|서서히)?(?:부터|에|께)? ?(?:꺾|한풀)"
        r"|끝|마감|벗어|끊|마치|종료|마무리|중단|그칠|그쳤)"
    ),
    "ja": re.compile(
        r"(?:局面|倾向|基调|トレンド)?(?:に终止符|を脱|が终わ|に歯止め(?![がは]?(?:かから|かかりませ|きか|効か))"
        r"|が止ま(?!ら|りませ|りそうに|る(?:気配|兆し|様子|ところ)(?:[がはも]な|を见せ(?:な|ず|て(?:い)?な|ま)))|[がはも](?:ほぼ|ようやく|いったん)?(?:一服|一段落))"
    ),
}
# "Excess DRAM inventory has largely been worked off": too much no longer.
_WORKED_OFF = re.compile(
    r"(?:(?: (?:in|of|for|at|on|across)| (?!(?:has|have|had|was|were|is|are|will|and|but|which|that)\b)[a-z0-9\-]+){0,6})"
    r" (?:has|have|had|was|were|is|are)(?: (?:now|been|all|already|finally|[a-z]+ly))*"
    r" (?:worked (?:off|down|through)|cleared|digested|depleted|burned (?:off|through|down)|absorbed|consumed|eliminated"
    r"|sold off|run down|drained|drawn down|used up|behind us|behind them|gone|flushed out|purged|exhausted)\b"
)
# "尚未结束", "难以扭转": an end that has not come, so that the change goes on.
_NO_END_ZH = r"(?:尚未|尚无|远未|并未|仍未|还未|未能|未(?!来)|没有?|难以?|无法|不能|不可能|不会|不足以|不易|无力|未见|何时|离|距离?)"
_NO_END_BEFORE = re.compile(_NO_END_ZH + r"(?:在|于|短期内?|马上|立即|立刻|就此|真正|完全|彻底|有效|根本|马上就)?$")
_NO_END_WITHIN = re.compile(r"[^，,。;]{0,6}?" + _NO_END_ZH)
_LIVES_THROUGH = re.compile(r"经历[^，,。;]{0,16}$")
# "减产以防价格崩盘,造成缺货": what it is done for ends with its clause.
_PURPOSES = frozenset({"以防", "防止", "以免", "以避免", "旨在", "以期", "力求", "意在", "意图"})
_LIVED = re.compile(r"历经|经历|走过|经过")
_AFTERWARDS = re.compile(r"[^，,。;]{0,8}(?<![前最此])后")
# A change that is said not to end, which goes on ("下落に歯止めがかからない").
_DOES_NOT_STOP = re.compile(r"[がはに](?:も)?(?:止ま|とどま|歯止め|収ま|落ち着)[^、。]{0,8}(?:ら|な|ず|き|ませ)")
# "値上げを受け入れざるを得ず", "오르지 않을 이유가 없다": what can't but come.
_CANNOT_BUT = re.compile(r"[^、。]{0,12}ざるを得|[가-힣]{0,2}지 않을 ?(?:이유|수|리|까닭)(?:가|는|도)? ?없")
# "Never this tight", 从未如此紧张, "이렇게 부족한 적은 없었다": a record, which denies nothing.
_RECORD = {
    "en": re.compile(r"\bnever\b[^,;.]*\b(?:this|so|such|like (?:this|it|that))\b"),
    "zh": re.compile(r"(?:从未|从来没|从没|未曾|不曾|没有?)[^，,。;]{0,12}(?:如此|这么|这样|这般|这等)"),
    "ko": re.compile(
        r"(?:이렇게|이처럼|이토록|이만큼|이 정도로|지금처럼)[^,.]{0,30}(?:적|경우)[은이도]? ?(?:한 번도 |전혀 )?없"
    ),
    "ja": re.compile(
        r"(?:これほど|ここまで|こんなに|これだけ|今ほど)[^、。]{0,24}こと[はが](?:一度も|かつて|过去に|これまで)?な"
    ),
}
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
    is_worked_off = layout.language == "en" and event.direction == "loose" and _WORKED_OFF.match(layout.text, event.end)
    if is_worked_off or (can_end and _has_ended(layout, event)):
        return "a change that ended"
    if is_hoped(layout, event):
        return "only hoped or feared"
    if is_alleged(layout, event) or is_left_uncommented(layout, event):
        return "what is alleged, or a rumour without comment"
    told = why_refused(layout, event) or why_not_coming(layout, event) or _silence_by_language(layout, event)
    if told is not None:
        return told
    if _is_under_condition(layout, event, _find_conditions(layout, event)):
        return "a condition"
    if layout.language != "zh" and _is_supposed_behind(layout, event, last):
        return "a condition"
    if is_asked and not (is_premise(layout, event) or _is_presupposed(layout, event) or is_granted(layout, event)):
        return "a question"
    if layout.language == "en":
        return "a rule" if is_rule(layout) else why_no_change(layout, event)
    return None


def _is_presupposed(layout: Layout, event: Event) -> bool:
    """Say whether a question takes a change for granted by words that only its language has."""
    return is_presupposed(layout, event) or is_taken_for_granted(layout, event)


def _find_conditions(layout: Layout, event: Event) -> list[Token]:
    """Return the words of condition before a change, without those that only name a topic or belong to what was said apart."""
    if was_so_before(layout, event):
        return []
    place = event.trigger.start if layout.language in ("zh", "ja") else event.start
    conditions = layout.between(layout.start, place, "conditional")
    if layout.language == "ja":
        return [c for c in conditions if not (names_topic(layout, c) or is_told_apart(layout, c, event))]
    if layout.language != "zh":
        return conditions
    own = layout.clause(event.trigger.start)
    conditions = [c for c in conditions if c.text not in _PURPOSES or layout.clause(c.start) == own]
    return [c for c in conditions if not opens_view(layout, c)]


def _is_supposed_behind(layout: Layout, event: Event, last: int) -> bool:
    """Say whether a condition follows on a change in its clause; a Korean cause is not in question ("급등에 대응하는지")."""
    behind = layout.between(event.end, last, "conditional")
    if layout.language == "ja":
        return any(not names_topic(layout, c) for c in behind)
    is_held = is_cause(layout.text, event.trigger.end) or is_taken_for_granted(layout, event)
    if layout.language == "ko" and behind and is_held:
        return any("지" not in c.text for c in behind)
    return bool(behind)


def _is_under_condition(layout: Layout, event: Event, conditions: list[Token]) -> bool:
    """Say whether a condition rules a change; "whether you benefit from falling prices" takes for granted that they fall."""
    reach = 2 if layout.language == "zh" else 1
    near = [c for c in conditions if layout.clause(c.start) >= layout.clause(event.start) - reach]
    if layout.language == "zh" and any(supposes_all(layout, c) for c in conditions):
        return True
    if layout.language == "en" and near and all(c.text == "whether" for c in near):
        return not is_premise(layout, event)
    return bool(near)


def _silence_by_language(layout: Layout, event: Event) -> str | None:
    """Return why words that only one language has make a change no claim, or None."""
    if is_of_shares(layout, event):
        return "a change of shares"
    if is_of_program(layout, event):
        return "what a program runs short of"
    if layout.language == "ja" and is_supposed_ja(layout, event):
        return "a condition"
    if layout.language == "ja":
        return why_idle_ja(layout, event)
    return stance_ko.silence_reason(layout, event) if layout.language == "ko" else why_supposed(layout, event)


def _is_general(layout: Layout, event: Event, last: int) -> bool:
    """Say whether a change is told as what always is: "typically" anywhere, in English beside it or opening the sentence."""
    words = layout.between(layout.start, last if layout.language == "zh" else layout.end, "generic")
    if layout.language == "ko":
        words = [w for w in words if not stance_ko.is_in_next_quote(layout, w.end, event.start)]
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
    if layout.language == "zh" and _is_sized_when(layout, event):
        return bool(after)
    if layout.language == "zh" and _is_lived_through(layout, event):
        return True
    if after and layout.language == "zh" and _NO_END_WITHIN.match(layout.text, event.trigger.end, after.end()):
        after = None  # "涨势尚未结束"
    since = layout.clause_span(layout.clause(event.trigger.start))[0] if layout.language == "zh" else layout.start
    before = [ended.search(layout.text[max(since, at - 60) : at]) for at in places]
    return bool(after) or (any(before) and not _goes_on(layout, event))


def _goes_on(layout: Layout, event: Event) -> bool:
    """Say whether a Chinese change is what could not be ended ("难以扭转供给吃紧", "尚未走出跌势")."""
    if layout.language == "en":
        return _is_sized_then(layout, event)
    if layout.language != "zh":
        return False
    place = event.trigger.start
    span = layout.text[max(layout.start, place - 40) : place]
    ended = _ENDED_BEFORE["zh"].search(span)
    return ended is not None and _NO_END_BEFORE.search(span, 0, ended.start()) is not None


_THEN_EN = re.compile(r" (?:in|during|of|seen in|from) (?:the )?")


def _is_sized_then(layout: Layout, event: Event) -> bool:
    """Say whether an English change that is over has its size and its period ("reversing from a 5% rise in the second quarter")."""
    trigger = event.trigger
    is_sized = any(a.end == trigger.start - 1 for a in layout.amounts)
    return is_sized and any(
        w.start > trigger.end and _THEN_EN.fullmatch(layout.text, trigger.end, w.start) for w in layout.periods
    )


def _is_sized_when(layout: Layout, event: Event) -> bool:
    """Say whether a Chinese change lived through has its period and its size ("DRAM均价历经第一季约3%的上涨后")."""
    first, last = layout.clause_span(layout.clause(event.trigger.start))
    lived = _LIVED.search(layout.text, first, event.trigger.end)
    if lived is None:
        return False
    is_sized = any(lived.end() <= a.start < last for a in layout.amounts)
    return is_sized and any(lived.end() <= w.start < event.trigger.end for w in layout.periods)


def _is_lived_through(layout: Layout, event: Event) -> bool:
    """Say whether what follows comes after a Chinese change ("DRAM经历两季下跌后回升"); "DRAM一季度经历大跌" tells of it."""
    place = event.trigger.start
    lived = _LIVES_THROUGH.search(layout.text, max(layout.start, place - 24), place)
    return lived is not None and _AFTERWARDS.match(layout.text, event.trigger.end, layout.end) is not None


def judge_manner(layout: Layout, event: Event, *, is_asked: bool) -> Manner:
    """Return how a change is meant, from the words before it (and, in Korean and Japanese, after it)."""
    ahead = False if was_so_before(layout, event) else looks_ahead(layout, event)
    if ahead is None and is_past(layout, event):
        ahead = False
    is_given = is_asked and _is_presupposed(layout, event)
    if (is_given and not layout.periods) or (
        is_asked and layout.language == "en" and is_named_in_passing(layout, event)
    ):
        ahead = False
    is_open = is_asked and not (is_given or is_granted(layout, event))
    is_hedged = not (is_asked and layout.language == "ko") and _is_hedged(layout, event)
    return Manner(ahead, is_hedged, _is_negated(layout, event), is_open)


def _is_hedged(layout: Layout, event: Event) -> bool:
    """Say whether a hedge rules a change: before it in its clause, or opening the sentence ("reportedly", 据报道)."""
    if layout.language == "ko" and stance_ko.is_given(layout, event):
        return False
    first, last = find_scope(layout, event)
    own = layout.between(first, last, "hedge")
    if layout.language == "zh":
        own = [t for t in own if not is_of_effect(layout, event, t)]
    if layout.language == "en" and own and acts_on(layout, event):
        own = [t for t in own if t.start < event.start]
    if layout.language in ("ko", "ja"):
        own = [t for t in own if t.start < event.start or _governs(layout, event, t)]
    if own or (layout.language == "en" and is_told_by_unnamed(layout, event.end)):
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


# "Not falling as fast as feared": it falls.
_NOT_AS_MUCH = re.compile(
    r" (?:nearly |quite |anywhere near )?(?:as|so) (?:fast|quickly|rapidly|steeply|sharply|much|far|hard|strongly|badly|dramatically) as\b"
)


def _is_record(layout: Layout, event: Event, first: int, last: int) -> bool:
    """Say whether a negation round a change only tells that it was never as great before, or might be greater."""
    if "negation" not in layout.classes:
        return False
    if layout.language == "en" and _NOT_AS_MUCH.match(layout.text, event.trigger.end):
        return True
    found = _RECORD[layout.language].search(layout.text, max(first, event.start - 40), min(last, event.end + 40))
    return found is not None and found.start() < event.end and event.start < found.end() + 40


# "There isn't a maker that isn't affected by": what is denied of nobody is so of all.
_TWICE = re.compile(
    r"\b(?:isn't|aren't|not|no|hardly|barely) (?:an? )?(?:single |one )?[a-z]+ (?:that|who|which) (?:isn't|aren't|hasn't|haven't|is not|are not|has not) "
)


# "Neither DRAM nor NAND prices fell": farther off than a word of denial reaches; "have not yet started to rise": behind a verb.
_NONE_EN = re.compile(r"\b(?:neither (?!confirm|den)[^,;.]{1,40} nor|not yet (?:started|begun) to)\b[^,;.]{0,50}$")


def _is_none_en(layout: Layout, event: Event) -> bool:
    """Say whether English words before a change tell that it did not come, with no other change between."""
    if layout.language != "en":
        return False
    place = event.trigger.start
    before = _NONE_EN.search(layout.text, max(layout.start, place - 90), place)
    return before is not None and not layout.between(before.start(), place, "change", "event")


def _is_negated(layout: Layout, event: Event) -> bool:
    """Say whether a change is denied: by its sentence, shortly before it in its clause, after it in Korean and Japanese."""
    first, last = layout.clause_span(layout.clause(event.trigger.start))
    reach = _NEG_REACH[layout.language]
    if layout.language == "en" and _TWICE.search(layout.text, max(layout.start, event.start - 70), event.start):
        return False
    if "x" in event.trigger.flags or _is_record(layout, event, first, last):
        return False
    if is_denied(layout, event) or is_given_up(layout, event) or never_came(layout, event):
        return True
    if is_unlikely(layout, event) or _is_none_en(layout, event):
        return True
    if layout.language in ("ko", "ja"):
        after = layout.between(event.trigger.end, min(last, event.trigger.end + reach), "negation")
        if layout.language == "ko":
            after = [n for n in after if not layout.between(event.trigger.end, n.start, "metric", "change", "event")]
        eased = event.attribute == "supply" and EASES.search(layout.text, event.trigger.end, last)
        place = event.trigger.end
        if after and (_DOES_NOT_STOP.match(layout.text, place, last) or _CANNOT_BUT.match(layout.text, place)):
            return False
        return bool(after) and not (eased and eased.start() < after[0].start)
    if layout.language == "zh" and is_denied_effect(layout, event):
        return True
    if layout.language == "zh" and _goes_on(layout, event):
        return False
    before = layout.between(max(first, event.trigger.start - reach), event.trigger.start, "negation")
    before = [n for n in before if not layout.text.startswith(" exceed", n.end)]
    return any(not _changes_between(layout, n.end, event.trigger.start) for n in before)
