"""The quarter that Korean results are told of, and the price changes that moved a profit ("가격 상승으로 적자를 줄였다")."""

from __future__ import annotations

import re

from tracker.extract.event import Event
from tracker.extract.korean.sharing import OF_ITS_OWN_TIME, PAST
from tracker.extract.layout import Layout
from tracker.extract.marks import PeriodWord

# What a maker tells of a quarter over: its average price, its shipments.
_SALES = re.compile(r"asp|판매 ?단가|평균 ?판매|판가|출하량|빗그로스|비트그로스|b/g")
_SALES_AND = re.compile(r"출하(?:량|가|는)?|빗그로스|비트그로스|bit growth|b/g")
_BY_QUARTER = re.compile(r"전 ?분기|qoq|q/q")
# What a price did to the profit that a maker or a note reports.
_PROFIT = re.compile(
    r"(?:세|폭)?(?:[은는이가을를과와의도]|으로|로|에)? ?[^.,]{0,20}?"
    r"(?:적자|흑자|이익|수익성|마진|환입|평가손실|턴어라운드)"
)
_OPENS_TOPIC = re.compile(r"\s*(?!회사|동사|당사)[^\s,]{2,12}[은는]\s")
_DONE = re.compile(
    r"(?:았|었|했|됐|였|렸|켰|랐|졌|냈|났)(?:다|고|으며|지만|습니다|으나|음)|(?<=[가-힣])(?:한|된) 것으로 "
    r"(?:보|추정|파악|분석|집계)"
)
_CALL = re.compile(r"\s?(?:확정 ?|잠정 ?)?(?:실적 ?)?(?:발표|설명|컨퍼런스|콘퍼런스|컨콜)")
_RESULT = re.compile(r"\s?(?:실적|영업익|영업이익|영업손|순이익|매출|적자|흑자)")


def find_of_results(layout: Layout, event: Event) -> PeriodWord | None:
    """Return the period whose results a Korean sentence tells beside a fact ("2분기 영업이익은 가격 하락으로 줄었다")."""
    told = [w for w in layout.periods if not w.is_comparison and _tells_results(layout, w)]
    if not told or not _ends_on_fact(layout, max(told[0].end, event.end)):
        return None
    return None if OF_ITS_OWN_TIME.search(layout.text, layout.start, event.end) else told[0]


def _tells_results(layout: Layout, word: PeriodWord) -> bool:
    """Say whether a period is that of results, not of the call that reports them, unless the sentence tells its sales."""
    if _CALL.match(layout.text, word.end):
        return bool(_SALES.search(layout.text, word.end, layout.end))
    return bool(_RESULT.match(layout.text, word.end))


def _ends_on_fact(layout: Layout, first: int) -> bool:
    """Say whether a sentence goes on to something done, with nothing to come told after it."""
    done = [m.end() for m in PAST.finditer(layout.text, first, layout.end)]
    return bool(done) and not layout.between(done[-1], layout.end, "future")


def tells_sales(layout: Layout) -> bool:
    """Say whether a Korean sentence gives a maker's sales against the quarter before ("출하량과 ASP는 전분기 대비 ...")."""
    body = layout.text[layout.start : layout.end]
    return bool(_SALES_AND.search(body) and _BY_QUARTER.search(body)) and not OF_ITS_OWN_TIME.search(body)


def moved_profit(layout: Layout, event: Event) -> bool:
    """Say whether a Korean price change moved a maker's profit of a quarter that is over ("가격 상승으로 적자를 줄였다").

    A buyer's profit is dated by nothing of the kind.
    """
    opening = _OPENS_TOPIC.match(layout.text, layout.start, layout.end)
    if opening and not layout.between(layout.start, opening.end(), "product", "maker"):
        return False
    if layout.between(layout.start, layout.end, "alien", "company"):
        return False
    if event.attribute != "price" or OF_ITS_OWN_TIME.search(layout.text, layout.start, layout.end):
        return False
    profit = _PROFIT.match(layout.text, event.end, layout.end)
    return profit is not None and _DONE.search(layout.text, profit.end(), layout.end) is not None
