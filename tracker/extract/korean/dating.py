"""Korean periods that date another thing than a change: a share, a word, a meeting, devices, an old size."""

from __future__ import annotations

import re

from tracker.extract.event import Event
from tracker.extract.layout import Layout
from tracker.extract.marks import PeriodWord

# "올해 스마트폰 출하량은", "1~2월 매출", "2026년 초 출시 계획", "2035년까지 공장 투자": the time of what memory bears on.
_OF_DEVICES = re.compile(
    r"(?:의|에|중)? ?(?:(?:전 ?세계|글로벌|세계|국내|중국|인도|미국|시장의) ){0,2}"
    r"(?:(?:스마트폰|휴대폰|휴대전화|pc|노트북|태블릿|콘솔|게임기|tv|아이폰|갤럭시|자동차|완성차|전자기기"
    r"|it ?기기|단말기|ap|cpu|gpu)(?:[·ㆍ/]|, | 및 |와 |과 | )?){1,3}"
    r"(?:시장|출하|판매|생산|출고|가격|매출)"
    r"|(?: ?[초중말])?(?:에|으로)? ?(?:매출(?!채권)|출시|착공|준공|상장)"
    r"|까지 (?:(?:(?!이어|지속|계속|유지|전망|예상|부족)[^,.\"”·]){1,24} )?(?:투자|증설|공장|팹)"
)
# "올해 주가만 3배", "5월 발언과 달리", "지난달 29일 국회에서 열린 간담회", "내년 설비투자를": the time of a share, of a word, of a
# meeting, of what is spent or hoped for.
_OF_ANOTHER = re.compile(
    r"(?: ?(?:의|중))? ?(?:생산 ?일수|영업 ?일수|조업 ?일수|가동 ?일수)|(?: ?\d{1,2}일)?(?:에| 들어| 이후)? ?"
    r"(?:주가|시총|시가총액|증시|코스피|(?:자본 ?지출|설비 ?투자|시설 ?투자|투자액|capex|자사주|주주 ?환원"
    r"|배당)|어닝 ?(?:서프라이즈|쇼크|시즌)|(?:깜짝 ?)?실적 ?(?:기대|개선 ?기대|서프라이즈)|발언|인터뷰|간담회"
    r"|기자회견|[^,.\"“”]{1,16}(?:에서|에) (?:열린|개최된|개최한))"
)


# "지난해 화웨이가 공개한 칩": when a thing came out.
_CAME_OUT = re.compile(r" [^,.\"“”\d]{1,14}[이가] (?:공개한|출시한|선보인|내놓은) ")
_SHIPPED = re.compile(r" ?(?:출하량?|판매량|출하 대수|판매 대수)")
_DEVICE = re.compile(r"스마트폰|휴대폰|pc|노트북|태블릿|콘솔|게임기|tv|자동차|완성차|단말기")


def dates_another(layout: Layout, _event: Event, word: PeriodWord) -> bool:
    """Say whether a Korean period is that of an old size ("지난해 10%에서") or of another thing that stands behind it."""
    return is_of_another(layout, word) or any(a.is_old and 0 <= a.start - word.end <= 2 for a in layout.amounts)


def is_of_another(layout: Layout, word: PeriodWord) -> bool:
    """Say whether a Korean period is that of a share, a word, a meeting or devices that stand behind it ("올해 주가만 3배")."""
    text, place = layout.text, word.end
    if any(pattern.match(text, place, layout.end) for pattern in (_OF_ANOTHER, _OF_DEVICES, _CAME_OUT)):
        return True
    if not _SHIPPED.match(text, place):
        return False
    device = _DEVICE.search(text, max(layout.start, word.start - 24), word.start)  # "스마트폰 시장의 2분기 출하량"
    return device is not None and not layout.between(device.end(), word.start, "product")


# "심해지고 있는 DDR4의 가격이 4분기에", "오르는 상황에서 내년": what holds already takes no period that follows.
_HOLDS = re.compile(
    r"(?:(?: ?(?:현상|사태|이슈|문제|상황))?[이가은는도]? (?:[가-힣]{1,6} )?)?[가-힣]{0,5}고 있는 |[가-힣]{0,4}[는은한된인운] (?:상황|가운데|와중|마당)"
)


_SHUTS = re.compile(r"\([^()]*$")
_OPENS_AGAIN = re.compile(r"^[^()]*\)")
_REL = re.compile(
    r"(?:해|돼|되어|려|라)? ?(?:온|던|오던|했던|됐던|한|된|진|린|른|든) (?:[a-z0-9가-힣·\-]{1,8} ?){0,3}$"
)


def is_shut_in(layout: Layout, event: Event, word: PeriodWord) -> bool:
    """Say whether a period stands in brackets before a change outside, or dates a clause that only describes its subject.

    "공급 전망(2027년 완화)은 지금 부족하다", "2022년 이후 하락해 온 D램 가격이 반등했다".
    """
    place = event.start
    if word.end > place:
        return False
    opened = _SHUTS.search(layout.text, layout.start, word.start)
    closed = _OPENS_AGAIN.search(layout.text[word.end : place])
    if opened is not None and closed is not None and ")" not in layout.text[opened.start() : word.start]:
        return True
    anchor = event.metric.start if event.metric is not None else place
    told = [t for t in layout.between(word.end, anchor, "change", "event") if t.start != event.trigger.start]
    if not told or layout.between(told[-1].end, anchor, "metric", "change", "event"):
        return False
    return _REL.match(layout.text, told[-1].end, anchor) is not None


# "오르고 있는 추세가 내년까지 이어질 전망이다": the period is until when it goes on.
_LASTS = re.compile(r"(?:[가-힣]{1,4}[은는이가] )?[^.,]{0,24}까지(?:는|도)? (?:[가-힣]{1,6} )?(?:이어|계속|지속|유지)")


def holds_already(layout: Layout, event: Event) -> bool:
    """Say whether a Korean change is told as what goes on already, before a noun of which something else is told."""
    held = _HOLDS.match(layout.text, event.trigger.end, layout.end)
    return held is not None and _LASTS.match(layout.text, held.end(), layout.end) is None
