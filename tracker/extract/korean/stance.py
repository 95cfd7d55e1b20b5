"""How a Korean change is meant: the ending of its verb decides, and what the sentence ends on.

Refuses what is only supposed, feared or put off.
"""

from __future__ import annotations

import re

from tracker.extract.event import Event
from tracker.extract.futures import came_otherwise
from tracker.extract.korean.dating import is_of_another
from tracker.extract.korean.endings import (
    ends_in,
    is_cause,
    is_condition,
    is_only_named,
    is_past_participle,
    is_plain_present,
    is_to_come,
)
from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token

PAST = re.compile(r"(?:았|었|컸|했|됐|였|렸|랐|섰|쳤|졌|갔|왔|겼)(?:다|고|으며|지만|습니다|으나|던|는데)?")
_PAST_END = re.compile(
    r"(?:았|었|했|됐|였|렸|랐|졌|냈)(?:다|고|으며|지만|습니다|으나)?[\"”’']?\s?(?:며|라며|고|라고)?[.\s]*$"
)
_ESTIMATE = re.compile(r"(?:전망|예상|추정|예측)치?(?:를|을)|(?:전망|예상|추정)치 ")
_WILL = re.compile(
    r"[가-힣]{0,2}겠|[가-힣]{0,2}기로(?=[\s,.했])|[가-힣]?려(?:고)? (?:한다|하고|하는|했)|[을를] ?(?:결정|계획|검토|추진|예고)(?:했|하|중)"
)
_AFTER = re.compile(
    r"(?:하는 데|하는데|에) (?:그친|그쳤|머문|머물렀)|[을를]? ?(?:거쳐|거친|딛고|마치고)|(?:세)? ?(?:이후|뒤|후)(?=\s)"
)
_ADNOMINAL = re.compile(r"[가-힣]{0,2}(?:한|된|진|던|간|난|운|른|린|든|친|온|인|하는|되는|지는|나는|르는|리는)\s")
_ONGOING = re.compile(
    r"(?:(?: ?(?:현상|사태|이슈|문제|상황))?[이가은는도]? (?:[가-힣]{1,6} )?)?[가-힣]{0,5}고 있(?!을)"
)
_POSTED = re.compile(
    r"(?:세|폭)?(?:을|를) ?(?:기록[한했]|보[인였]|나타[낸냈]|시현[한했]|보이(?:는|고 있)|나타내(?:는|고 있))| (?:제시|통보|요구|공급|확정)[한했]"
)
# A quotation closed, and the next one opened.
_DASH = re.compile(r" (?:—|--|–|-) ")
_NEXT_QUOTE = re.compile(r"[\"”](?:이?라?며|이?라?면서|이?라?고|고)[^\"“”]{0,30}[\"“]")
# What a sentence ends on as done, whatever was planned before it.
_FACT = re.compile(
    r"(?:상승|하락|증가|감소|급등|급락|기록|확대|축소|개선|악화|인상|인하)(?:했|됐|하였)|(?:올랐|내렸|떨어졌|늘었|줄었|뛰었)"
)
# What is only supposed; "지나면" (once it is past) and "보면" (seen so) suppose nothing.
_IF = re.compile(r"(?<![따비])(?:으면|되면|지면|(?<!지)나면|(?<!이)르면|리면|오면|늘면|줄면)(?=[\s,])")
_IN_CASE = re.compile(r" 경우(?=[\s,에])")
# "공급 부족 시": told of any shortage at all, and of what comes of it.
_IN_EVENT = re.compile(
    r"(?:부족|과잉|하락|상승|증가|감소|둔화|급등|급락|인상|인하|확대|축소|발생|도래|회복|감산|증산|품귀|필요|호황|불황|변동) 시(?:에는|에도|에|엔)?(?=[\s,])"
)
_WHENEVER = re.compile(r" 때(?:마다|는|에|면)?(?=[\s,])")
NOT_YET = re.compile(r"[가-힣]{0,2}지 (?:못|않)")
_CUT_ENDS = re.compile(r" ?(?:폭|규모|기조)?(?:을|를|도|이|은)? ?(?:축소|종료|중단|끝|완화|마치|마무리|철회|해제)")
# "내려갈 것입니다": what is to come, told with a noun.
_THING = re.compile(r" 것(?=[이입으을.,\"”\s]|$)|(?<![드보알르되])겠(?=습|다(?!는)|지만|고|으며|네요|죠)")
# "상승하며", "오르고": the tense comes with the verb that closes the sentence.
_JOINED_ON = re.compile(r"[가-힣]{0,2}(?:며|면서|고|해|돼)[\s,]")
_PAST_CLOSE = re.compile(
    r"(?:았|었|했|됐|였|렸|랐|졌|냈|났|왔|갔)(?:다고 ?[가-힣]{2,8}(?: ?[가-힣]{2,6})?|다|습니다|음|어요|네요)[.\"”’' ]*$"
)
# The past of the one who says it, not of what is said.
_SAID_LAST = re.compile(
    r"[다라]고 ?(?:\S{1,8} )?[가-힣]{2,8}[.\"”’' ]*$|(?:밝혔|말했|전했|봤|내다봤|예상했|전망했|예고했)다[.\"”’' ]*$"
)
_WHEN = re.compile(r"([가-힣]{0,2}) 때(?:까지|마다|는|에|도|만|쯤)?(?=[\s,.])")
_ANNOUNCES = re.compile(r"([가-힣]{0,2})다고 ?(?:[^\s,.]{1,8} ){0,2}?(?:통보|발표|공지|예고|고지|밝혔|밝힌)")
_N_FINAL = 4
# A forecast that the change itself was more or less than ("예상한 5% 상승을 크게 웃돌았다").
_IS_BEATEN = re.compile(
    r"\S{0,4}(?: \d[\d.~\-]{0,8}%)? ?[^,.\d]{0,14}?(?:을|를|보다) ?(?:크게 |훨씬 |다소 |소폭 )?(?:웃돌았|웃도는|밑돌았|밑도는|상회[한했하]|하회[한했하]|넘어[섰선]|뛰어넘|초과[한했])"
)
_THAT = ("것으로", "것으로 보")
# "반등 시점을 내년 봄으로 보고 있다".
_SET_FOR = re.compile(
    r"(?:세|폭)? ?시점(?:을|은|이|으로는)? [^.]{1,24}(?:로|으로) (?:보|전망|예상|점치|점쳐|내다|관측|꼽|예측)"
)
_INFERRED = re.compile(
    r" ?(?:분석|풀이|해석|파악|집계|조사|나타|확인|드러|밝혀|알려|전해|판단|보도|추정|기록|여겨|이해|평가)|[인이]"
)
# "상승세가 이어질지는 수요에 달려 있다": it is open whether it comes, or goes on.
_HANGS_ON = re.compile(
    r"[가-힣]{0,2} ?[가-힣]{0,3}[될질갈릴를할날올칠낼을울설릴일]지(?:는|가|에|도)?(?: 여부(?:는|가|에)?)? [^.;]{0,24}(?:달려|달렸|좌우|지켜봐|불투명|미지수)"
)
# "모자랄지 궁금하다", "오를지 알 수 없다": wondered about.
_WONDERED = re.compile(
    r"([가-힣]{0,3}?)지(?:는|가|도|를|에)?(?: 여부(?:는|가|에|를)?)? (?:[^\s,.]{1,8} ){0,2}?(?:궁금|알 수 없|모르|모른|장담|예단|판단하기|가늠하기|관건|촉각|주목|달려|미지수|불투명)"
)
# "닷새 연속 하락", "3거래일째 급락": what is traded by the day.
_BY_DAYS = re.compile(r"(?:\d ?(?:거래)?일|이틀|사흘|나흘|닷새|엿새) ?(?:연속|째|만에)|장중|장 ?마감")
_UNTOUCHED = re.compile(
    r"(?:에 따른|으로 인한|로 인한|의)? ?(?:영향|타격|여파)(?:을|은|이|도)? ?(?:거의 |전혀 |크게 |별로 |직접 )?(?:받지 (?:않|못)|없)"
)
_LASTS = re.compile(r"지속|이어|유지|계속|지날|갈 것")


_ONCE_EXPECTED = re.compile(
    r"[^.,]{0,6}? ?(?:것으로|거라고|거라|것이라고|것이라) (?:(?:예상|전망|예측|관측|기대)[^.,\d ]{0,5}|(?:내다)?봤|(?:내다)?보았|점쳤|믿었)(?:지만|으나|는데|건만|(?:던|한) 것과 달리),?"
    r"|[^.,]{0,6}? ?(?:것이라는|것이라던|것이란|거라는|거라던|리라는) (?:[가-힣]{1,6} )?(?:예상|전망|예측|관측|기대)(?:과|와)는? 달리,?"
)


def silence_reason(layout: Layout, event: Event) -> str | None:
    """Return why the ending of a Korean change makes it no claim, or None."""
    if is_condition(layout.text, event.trigger.end) or _follows_condition(layout, event):
        return "a condition"
    when = _WHEN.match(layout.text, event.trigger.end)
    if when is not None and is_to_come(layout.text, when.end(1)):
        return "a time to come"
    if event.rule == "supply event" and event.direction == "down" and _CUT_ENDS.match(layout.text, event.trigger.end):
        return "a cut that ends"
    if event.attribute in ("supply", "demand") and _BY_DAYS.search(
        layout.text, max(layout.start, event.trigger.start - 14), event.trigger.start
    ):
        return "a change of shares"
    if _HANGS_ON.match(layout.text, event.trigger.end):
        return "a condition"
    wondered = _WONDERED.match(layout.text, event.trigger.end, layout.end)
    if wondered is not None and is_to_come(layout.text, wondered.end(1)):
        return "a question"
    if _UNTOUCHED.match(layout.text, event.trigger.end):
        return "what one is not touched by"
    expected = _ONCE_EXPECTED.match(layout.text, event.trigger.end)
    if expected is not None and came_otherwise(layout, expected.end()):
        return "what had been expected"
    return "only feared or asked about" if is_only_named(layout.text, event.trigger.end) else None


def _follows_condition(layout: Layout, event: Event) -> bool:
    """Say whether a Korean change is what would come of something supposed in the clause before ("확산되면 수요가 늘")."""
    number = layout.clause(event.start)
    since = layout.clause_span(max(0, number - 1))[0]
    if any(
        is_to_come(layout.text, m.start()) for m in _IN_CASE.finditer(layout.text, layout.start, event.trigger.start)
    ):
        return True
    first, _ = layout.clause_span(layout.clause(event.start))
    in_event = _IN_EVENT.search(layout.text, first, event.end + 6)
    if in_event is not None and not (layout.periods and PAST.match(layout.text, event.trigger.end)):
        return True
    is_bare = is_plain_present(layout.text, event.trigger.end) and not layout.periods and not layout.amounts
    whenever = _WHENEVER.finditer(layout.text, layout.start, event.start) if is_bare else ()
    if any(is_to_come(layout.text, m.start()) for m in whenever):
        return True
    found = _IF.search(layout.text, since, event.start)
    return found is not None and '"' not in layout.text[found.end() : event.start]


def find_futures(layout: Layout, first: int, last: int) -> list[Token]:
    """Return the Korean words of future between two places: hedges that look ahead too, by the verb before them ("꺾일 듯")."""
    told = [
        t
        for t in layout.between(first, last, "future", "hedge")
        if not _IS_BEATEN.match(layout.text, t.end)
        and not _OF_RESULTS.search(layout.text, max(layout.start, t.start - 4), t.start)
        and (
            (t.cls == "future" and not _only_infers(layout, t) and not _tells_what_is(layout, t))
            or "f" in t.flags
            or (t.text == "듯" and (is_to_come(layout.text, t.start) or is_to_come(layout.text, t.start - 1)))
        )
    ]
    ending = [
        Token(m.start(), m.end(), "future", "", frozenset(), m[0])
        for m in _THING.finditer(layout.text, first, last)
        if m[0][0] != " " or is_to_come(layout.text, m.start())
    ]
    return sorted([*told, *ending], key=lambda t: t.start) if ending else told


def goes_on_in_past(layout: Layout, event: Event) -> bool:
    """Say whether a Korean change joined to the next by its ending shares the past of the verb that closes the sentence."""
    if not _JOINED_ON.match(layout.text, event.trigger.end):
        return False
    closed = _PAST_CLOSE.search(layout.text, max(event.trigger.end, layout.end - 40), layout.end)
    if closed is None or (_SAID_LAST.search(layout.text, event.trigger.end, layout.end) and "다고" not in closed[0]):
        return False
    return not find_futures(layout, event.trigger.end, layout.end)


def _only_infers(layout: Layout, token: Token) -> bool:
    """Say whether "것으로" only tells what is inferred or reported of the present or the past ("늘어난 것으로 분석된다")."""
    if token.text not in _THAT or is_to_come(layout.text, token.start - 1):
        return False
    return _INFERRED.match(layout.text, token.end) is not None


def _tells_what_is(layout: Layout, token: Token) -> bool:
    """Say whether "것이다" stands behind what is or was so ("수요가 늘어난 데 따른 것이다"), where "오를 것이다" looks ahead."""
    place = token.start - 1
    if not token.text.startswith("것") or token.text in _THAT or layout.text[place] != " ":
        return False
    return ends_in(layout.text, place, _N_FINAL)


# "가격 상승이 실적 부담으로 작용할 전망": what a change, told as a noun, bears on lies ahead and the change does not.
_BEARS_ON = re.compile(
    r"(?:세|폭)?(?: ?(?:현상|문제|사태))?(?:은|는|이|가|과|와|의)? (?:[^.,]{1,60} )?(?:압박|영향|야기|초래|유발|상쇄|뒷받침|이끌|동력|요인|수혜|부담|리스크|가중|견인|(?:개선|악화|확대|축소|감소|둔화|위축|부진)(?:으로|로) 이어)"
)
# "오르는 상황에서", "부족이 심화한 만큼": what holds already, whatever is to come of it.
_AS_IT_IS = re.compile(r"[가-힣]{0,2}[는은한된진운] (?:상황(?:에서|이라|인)|가운데|와중에|만큼|마당에|터라)")
# "감축하고 투자를 축소하기로 했다": decided with what is decided behind it.
_DECIDED = re.compile(r"[가-힣]{0,2}(?:고|며) [^.,]{1,30}기로 (?:했|하|결정|합의)")
# "품귀에 목표가 상향 검토", "부족 속 증설 전망": why a headline's plan comes.
_BECAUSE = re.compile(
    r"(?: ?(?:현상|사태|문제|쇼크))?(?:에|에도| 속에?)(?:…|\.{2,3}|,| (?!따|대[한해비]|관|힘|의한|비해|그[치쳤친]|머[물무]|이[르어를]|달[하해]|도달|진입|근접|다[가다]|접어|접근|가까|들어))"
)
# "D램값 더 오른다": in a headline, what is still to come.
_STILL = re.compile(r"(?:더|또|다시|계속|추가로) (?:\d[\d.~\-]{0,6}% )?$")
# "실적 전망은": the forecast of results, which is none of the change.
_OF_RESULTS = re.compile(r"(?:실적|주가|이익|매출|수익) ?$")


def looks_ahead(layout: Layout, event: Event) -> bool | None:
    """Return whether a Korean change lies ahead: True by its ending or a word of future, None where none decides."""
    place = event.trigger.end
    first, last = layout.clause_span(layout.clause(event.trigger.start))
    told_from = layout.clause_span(layout.clause(event.start))[0]
    if _ESTIMATE.search(layout.text, told_from, event.trigger.start) or _WILL.match(layout.text, place):
        return True
    if event.rule == "signed size" and layout.text.find("(", layout.start, event.start) >= 0:
        return True if find_futures(layout, layout.start, event.start) else None
    if any(
        layout.text.startswith(("이면", "쯤이면", "께면", "이 되면"), w.end) for w in layout.periods if w.end <= place
    ):
        return True
    if _DECIDED.match(layout.text, place, layout.end) or _SET_FOR.match(layout.text, place, layout.end):
        return True
    own = find_futures(layout, first, last)
    if event.direction == "flat" and _is_dated_behind(layout, place):
        return None
    if _is_done(layout, event, last) or _AS_IT_IS.match(layout.text, place):
        return None
    if _describes(layout, event):
        return True if own and _is_state_to_last(layout, event, own[0]) else None
    if _is_given_by_place(layout, place) and not _has_frame(layout, event):
        return None
    if own or _is_plan(layout, event):
        return True
    return _by_sentence(layout, event, last)


def _is_dated_behind(layout: Layout, place: int) -> bool:
    """Say whether a Korean noun of change is followed by a comma and the next one's period ("2분기 보합, 3분기에는 내릴 전망")."""
    return any(w.start - place == 2 and layout.text.startswith(", ", place) for w in layout.periods)


def _is_given_by_place(layout: Layout, place: int) -> bool:
    """Say whether a change that ends at a place is the cause of what lies ahead, or bears on it, and so holds already."""
    return bool(is_cause(layout.text, place) or _BECAUSE.match(layout.text, place) or _bears_on(layout, place))


def is_given(layout: Layout, event: Event) -> bool:
    """Say whether a Korean change holds already, though what comes of it may be open ("가격 상승은 부담이 될 수 있다")."""
    place = event.trigger.end
    if _AS_IT_IS.match(layout.text, place):
        return True
    return _bears_on(layout, place) and not _has_frame(layout, event)


def _bears_on(layout: Layout, place: int) -> bool:
    """Say whether a change told as a noun bears on something at no time of its own ("가격 상승이 실적에 부담이 될 전망")."""
    found = _BEARS_ON.match(layout.text, place, layout.end)
    return found is not None and not any(place <= w.start < found.end() for w in layout.periods)


def _is_plan(layout: Layout, event: Event) -> bool:
    """Say whether output is told to change in the plain present, as the Korean press tells plans ("생산을 다시 늘린다")."""
    if _announces(layout, event):
        return True
    if event.direction not in ("up", "down") or not is_plain_present(layout.text, event.trigger.end):
        return False
    is_still = _STILL.search(layout.text, max(layout.start, event.trigger.start - 14), event.trigger.start)
    return event.attribute == "supply" or is_still is not None


def _announces(layout: Layout, event: Event) -> bool:
    """Say whether a change in the plain present is one that a maker announces ("가격을 10% 올린다고 통보했다")."""
    told = _ANNOUNCES.match(layout.text, event.trigger.end)
    return told is not None and event.attribute in ("price", "supply") and ends_in(layout.text, told.end(1), _N_FINAL)


def _by_sentence(layout: Layout, event: Event, last: int) -> bool | None:
    """Return whether what the sentence ends on, its verb standing last, puts a change into the future."""
    if _PAST_END.search(layout.text, event.trigger.end, last):
        return None
    end = _end_of_quote(layout, event)
    tail = find_futures(layout, event.end, end)
    if not tail or PAST.search(layout.text[event.end : tail[0].start]):
        return None
    if _is_of_next_period(layout, last, tail[0].start) or _is_only_asked(layout, last, tail[0].start):
        return None
    if any(t.value == "same" and "k" in t.flags for t in layout.between(event.end, end, "change")):
        return None  # "부족하고, 이런 추세는 내년에도 이어질 것": what goes on holds now
    if _FACT.search(layout.text, tail[0].end, end) or _is_beside_price(layout, event, tail[0].start):
        return None
    return True


def _is_of_next_period(layout: Layout, last: int, place: int) -> bool:
    """Say whether what lies ahead is a later change with a period of its own ("재고는 낮고, 내년에도 공급이 부족할 것")."""
    if last >= place:
        return False
    words = [w for w in layout.periods if last <= w.start < place and not w.is_comparison]
    if not words:
        return False
    gap = layout.text[max(layout.start, last - 3) : words[0].start]
    is_apart = "…" in gap or "..." in gap  # "11월 보합…내년 10% 하락 전망"
    return is_apart or bool(layout.between(last, place, "metric", "event"))


def _is_only_asked(layout: Layout, last: int, place: int) -> bool:
    """Say whether a word of future stands in what is asked behind the clause of a change ("부족한데, 증설 계획은요?")."""
    return last <= place and layout.text.find("?", place, layout.end) >= 0


def _end_of_quote(layout: Layout, event: Event) -> int:
    """Return where the quotation of a Korean change ends, if another or a new headline opens behind it; else the sentence's end."""
    closed = _NEXT_QUOTE.search(layout.text, event.end, layout.end) or _DASH.search(layout.text, event.end, layout.end)
    return closed.start() if closed else layout.end


def _is_beside_price(layout: Layout, event: Event, place: int) -> bool:
    """Say whether a Korean supply or demand is a fact beside a price that lies ahead ("공급이 줄고 ... 가격은 오를 전망")."""
    if event.attribute == "price" or _has_frame(layout, event):
        return False
    prices = [
        t.start
        for t in layout.between(event.end, place, "metric", "market")
        if t.value == "price" or "price" in t.flags
    ]
    return bool(prices) and layout.clause(prices[0]) != layout.clause(event.trigger.start)


def _is_done(layout: Layout, event: Event, last: int) -> bool:
    """Say whether the ending of a Korean verb tells a fact: "올랐고", "상승한 뒤"."""
    after = layout.text[event.trigger.end : min(last, event.trigger.end + 8)]
    is_past = PAST.match(after) or event.trigger.text.endswith(("랐", "렸", "뛰었", "솟았"))
    if _ONGOING.match(layout.text, event.trigger.end) or _POSTED.match(layout.text, event.trigger.end):
        return True
    return bool(is_past or _AFTER.match(after))


def _describes(layout: Layout, event: Event) -> bool:
    """Say whether a Korean word of change stands as an adjective before a noun ("오른 것으로", "타이트한 수급")."""
    place = event.trigger.end
    return bool(_ADNOMINAL.match(layout.text, place)) or is_past_participle(layout.text, place)


def _is_state_to_last(layout: Layout, event: Event, future: Token) -> bool:
    """Say whether a Korean adjective of state is said to go on ("타이트한 수급이 지속될 전망")."""
    is_state = event.direction in ("tight", "loose", "balanced") or event.attribute == "demand"
    return is_state and bool(_LASTS.search(layout.text, event.trigger.end, future.end))


def _has_frame(layout: Layout, event: Event) -> bool:
    """Say whether a period stands before a change in its sentence, so that it rules the change too."""
    return any(w.end <= event.start and not w.is_comparison and not is_of_another(layout, w) for w in layout.periods)


def is_in_next_quote(layout: Layout, first: int, last: int) -> bool:
    """Say whether another quotation opens between two places, so that a word of the first rules nothing in the second."""
    return first < last and _NEXT_QUOTE.search(layout.text, first, last + 1) is not None
