"""The period that Korean clauses share: the one that opens the sentence, or that of the results which a cause led to."""

from __future__ import annotations

import re

from tracker.extract.event import Event
from tracker.extract.korean.endings import is_cause
from tracker.extract.layout import Layout
from tracker.extract.marks import PeriodWord

# What is told of the present, or from then on, is not of the period before it.
_OF_ITS_OWN_TIME = re.compile(
    r"현재|최근|지금|이제|현물[^,.]{0,8} (?:이미|벌써)|요즘|이날|그 ?뒤|그 ?후|이후(?!로)|향후|앞으로|당분간"
)
_LASTED = re.compile(r"한 ?달|일주일|보름|\d(?:개월|주)(?:간| 새)|[1-9두세네] ?달 새")
# "내년 물량까지": the output of a year, whenever the rest is told of.
_OF_OUTPUT = re.compile(r"\s?(?:분 )?(?:생산 |공급 )?(?:물량|생산분)(?:까지|은 이미|도 이미)")
_PART_OF_TIME = re.compile(r"\s?(?:초반|중반|후반|초순|중순|하순|상순|초|말)?(?:부터|까지)?\s?(?:이후|들어)?")
_REVISED = re.compile(r"(?:으로|로) ?(?:다시 )?(?:수정|조정|상향|하향|높|낮|바꿨|변경)")
_UNTIL = re.compile(r"\s?(?:말|초|중)?까지")
_NEXT_QUOTE = re.compile(r"[\"”](?:이?라?며|이?라?면서|이?라?고|고)[^\"“”]{0,30}[\"“]")
_TOPIC = re.compile(r"(?:에|에서|중)?[는은](?=\s)|엔(?=\s)")
# What a maker tells of a quarter over: its average price, its shipments.
_SALES = re.compile(r"asp|판매 ?단가|평균 ?판매|판가|출하량|빗그로스|비트그로스|b/g")
_SALES_AND = re.compile(r"출하(?:량|가|는)?|빗그로스|비트그로스|bit growth|b/g")
_BY_QUARTER = re.compile(r"전 ?분기|qoq|q/q")
# What a price did to the profit that a maker or a note reports.
_PROFIT = re.compile(
    r"(?:세|폭)?(?:[은는이가을를과와의도]|으로|로|에)? ?[^.,]{0,20}?(?:적자|흑자|이익|수익성|마진|환입|평가손실|턴어라운드)"
)
_OPENS_TOPIC = re.compile(r"\s*(?!회사|동사|당사)[^\s,]{2,12}[은는]\s")
_DONE = re.compile(
    r"(?:았|었|했|됐|였|렸|켰|랐|졌|냈|났)(?:다|고|으며|지만|습니다|으나|음)|(?<=[가-힣])(?:한|된) 것으로 (?:보|추정|파악|분석|집계)"
)
# "올해 스마트폰 출하량은", "1~2월 매출", "2026년 초 출시 계획", "2035년까지 공장 투자": the time of what memory bears on.
_OF_DEVICES = re.compile(
    r"(?:의|에|중)? ?(?:(?:전 ?세계|글로벌|세계|국내|중국|인도|미국|시장의) ){0,2}"
    r"(?:(?:스마트폰|휴대폰|휴대전화|pc|노트북|태블릿|콘솔|게임기|tv|아이폰|갤럭시|자동차|완성차|전자기기|it ?기기|단말기)(?:[·ㆍ/]|, | 및 |와 |과 | )?){1,3}"
    r"(?:시장|출하|판매|생산|출고|가격|매출)"
    r"|(?: ?[초중말])?(?:에|으로)? ?(?:매출(?!채권)|출시|착공|준공|상장)"
    r"|까지 (?:(?:(?!이어|지속|계속|유지|전망|예상|부족)[^,.\"”·]){1,24} )?(?:투자|증설|공장|팹)"
)
# "올해 주가만 3배", "5월 발언과 달리", "지난달 29일 국회에서 열린 간담회", "내년 설비투자를": the time of a share, of a word, of a
# meeting, of what is spent or hoped for.
_OF_ANOTHER = re.compile(
    r"(?: ?\d{1,2}일)?(?:에| 들어| 이후)? ?(?:주가|시총|시가총액|증시|코스피|(?:자본 ?지출|설비 ?투자|시설 ?투자|투자액|capex|자사주|주주 ?환원|배당)|어닝 ?(?:서프라이즈|쇼크|시즌)|(?:깜짝 ?)?실적 ?(?:기대|개선 ?기대|서프라이즈)|발언|인터뷰|간담회|기자회견|[^,.\"“”]{1,16}(?:에서|에) (?:열린|개최된|개최한))"
)
_CALL = re.compile(r"\s?(?:확정 ?|잠정 ?)?(?:실적 ?)?(?:발표|설명|컨퍼런스|콘퍼런스|컨콜)")
_RESULT = re.compile(r"\s?(?:실적|영업익|영업이익|영업손|순이익|매출|적자|흑자)")
_PAST = re.compile(r"(?:았|었|했|됐|였|렸|랐|졌|냈|났|봤|섰)(?:다|고|으며|지만|습니다|으나)")


def find_shared(layout: Layout, event: Event, usable: list[PeriodWord]) -> PeriodWord | None:
    """Return the period of an earlier clause that a Korean change goes on in, or of what the change was the cause of."""
    first, _ = layout.clause_span(layout.clause(event.trigger.start))
    earlier = [word for word in usable if word.end <= first]
    if not earlier:
        return _of_effect(layout, event, usable)
    word = earlier[-1]
    if _is_in_other_quote(layout, word, event):
        return None
    if _TOPIC.match(layout.text, word.end):
        return word
    if _is_parted(layout, word, event, first):
        return None
    if _UNTIL.match(layout.text, word.end) and layout.between(word.end, first, "change", "event"):
        return None
    return word


def _is_in_other_quote(layout: Layout, word: PeriodWord, event: Event) -> bool:
    """Say whether a period stands in a quotation before the one of a change that tells no future."""
    is_apart = _NEXT_QUOTE.search(layout.text, word.end, event.start) is not None
    return is_apart and event.attribute != "price" and not layout.between(event.end, layout.end, "future")


def _is_parted(layout: Layout, word: PeriodWord, event: Event, first: int) -> bool:
    """Say whether a clause has a time of its own, or is cut off from the period by "…" or a new headline."""
    gap = layout.text[word.end : first]
    if _OF_OUTPUT.match(layout.text, word.end):
        return True
    is_dotted = "…" in gap or "..." in gap
    if (is_dotted and layout.between(first, event.end, "product", "metric", "market")) or (
        ";" in gap and layout.text.find(";", layout.start, word.start) >= 0
    ):
        return True
    if not is_dotted and _LASTED.search(layout.text, first, event.end):
        return True
    since = _PART_OF_TIME.match(layout.text, word.end)
    return bool(
        _OF_ITS_OWN_TIME.search(layout.text, since.end() if since else word.end, event.end)
    ) and not _REVISED.match(layout.text, event.trigger.end)


def _of_effect(layout: Layout, event: Event, usable: list[PeriodWord]) -> PeriodWord | None:
    """Return the period of the results that a cause told before them led to ("가격 상승에 힘입어 3분기 최대 실적을 냈다")."""
    if not is_cause(layout.text, event.trigger.end) or layout.between(event.end, layout.end, "future"):
        return None
    later = [w for w in usable if w.start >= event.end]
    is_past = _PAST.search(layout.text, event.end, layout.end)
    return later[0] if later and is_past and later[0].start - event.end <= 40 else None


def _tells_results(layout: Layout, word: PeriodWord) -> bool:
    """Say whether a period is that of results, not of the call that reports them, unless the sentence tells its sales."""
    if _CALL.match(layout.text, word.end):
        return bool(_SALES.search(layout.text, word.end, layout.end))
    return bool(_RESULT.match(layout.text, word.end))


def _ends_on_fact(layout: Layout, first: int) -> bool:
    """Say whether a sentence goes on to something done, with nothing to come told after it."""
    done = [m.end() for m in _PAST.finditer(layout.text, first, layout.end)]
    return bool(done) and not layout.between(done[-1], layout.end, "future")


def find_of_results(layout: Layout, event: Event) -> PeriodWord | None:
    """Return the period whose results a Korean sentence tells beside a fact ("2분기 영업이익은 가격 하락으로 줄었다")."""
    told = [w for w in layout.periods if not w.is_comparison and _tells_results(layout, w)]
    if not told or not _ends_on_fact(layout, max(told[0].end, event.end)):
        return None
    return None if _OF_ITS_OWN_TIME.search(layout.text, layout.start, event.end) else told[0]


def tells_sales(layout: Layout) -> bool:
    """Say whether a Korean sentence gives a maker's sales against the quarter before ("출하량과 ASP는 전분기 대비 ...")."""
    body = layout.text[layout.start : layout.end]
    return bool(_SALES_AND.search(body) and _BY_QUARTER.search(body)) and not _OF_ITS_OWN_TIME.search(body)


def moved_profit(layout: Layout, event: Event) -> bool:
    """Say whether a Korean price change moved a maker's profit of a quarter that is over ("가격 상승으로 적자를 줄였다").

    A buyer's profit is dated by nothing of the kind.
    """
    opening = _OPENS_TOPIC.match(layout.text, layout.start, layout.end)
    if opening and not layout.between(layout.start, opening.end(), "product", "maker"):
        return False
    if layout.between(layout.start, layout.end, "alien", "company"):
        return False
    if event.attribute != "price" or _OF_ITS_OWN_TIME.search(layout.text, layout.start, layout.end):
        return False
    profit = _PROFIT.match(layout.text, event.end, layout.end)
    return profit is not None and _DONE.search(layout.text, profit.end(), layout.end) is not None


def is_of_another(layout: Layout, word: PeriodWord) -> bool:
    """Say whether a Korean period is that of a share, a word, a meeting or devices that stand behind it ("올해 주가만 3배")."""
    if layout.language != "ko":
        return False
    return any(pattern.match(layout.text, word.end, layout.end) for pattern in (_OF_ANOTHER, _OF_DEVICES))
