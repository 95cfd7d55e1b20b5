"""Which period words belong to a change: those of its clause, or an earlier clause that it goes on from."""

from __future__ import annotations

import re

from tracker.extract.chinese.dating import (
    comes_of,
    find_end,
    is_for_one,
    is_since_thing,
    leads,
    leads_behind_product,
    means_each,
    only_dates_a_thing,
    runs_on,
    since_last_change,
    stands_beside_price,
    tells_of_another,
    tells_of_trade,
    tells_on,
    tells_spot_now,
)
from tracker.extract.english import dating as dating_en
from tracker.extract.english.apart import is_apart
from tracker.extract.event import Event
from tracker.extract.japanese import dating as dating_ja
from tracker.extract.japanese.dating import dates_another, find_measured
from tracker.extract.korean import dating as dating_ko
from tracker.extract.korean.endings import is_cause
from tracker.extract.layout import Layout
from tracker.extract.marks import PeriodWord

_DURATION = re.compile(
    r"半年(?!度)|(?<![上下前后])半月|一周|两周|一个月(?:内)?|[两三]个月|近期|短期(?:内|来看)|overnight|单季|单月|单周|(?<!本)周内|四年来|年来|1ヶ月|1カ月|一ヶ月|한 달|일주일|\d개월간|\d주간|\d[カかヶ]月间|半个月|[数几多]个?(?:月|季度?|周)|\bweekly\b|in a week|in a month|within weeks"
    r"|\b(?:coming|upcoming|(?:next|following) (?:few|several|couple of|two|three|two to three|two or three)) (?:quarters|months|weeks|years)\b"
)


# A price in money and a comma, after which the next period follows with its own ("4月に2ドル、5月に3ドルへ上がった").
_FOLLOWED_BY = re.compile(r"に(?:引き)?続(?:き|いて)[、,]?")
_JOINS_BACK = re.compile(
    r"に(?:引き)?続(?:き|いて)[、,]?|(?:に|から|は|には)[\d.,~\-]{1,9}(?:米?ドル|円)(?:台|近く|前后|へ|に|まで)?[、,]"
)

# After these the period before is over.
_SINCE_THEN = re.compile(r"その后|以降は|此后|随后|此后|그 ?뒤|그 ?후|이후|since then|afterwards|thereafter")


# A day that a price stood at, rather than that of the news.
_AS_OF = re.compile(r"\s?(?:기준|현재|시점|时点|为止|为基准)")


# A day that heads an entry of a diary stands first, in brackets or before a mark.
_OPENS_ENTRY = re.compile(r"\s?[\[【(〔「]?\s?(?:on )?")
_CLOSES_ENTRY = re.compile(r"\s?(?:[\]】〕」:：|]|[-–—] )")
_EFFECTIVE = re.compile(r"\b(?:effective|starting|beginning|(?<!\()as of|with effect|from) (?:on |from )?$")
_COMMA = re.compile(r"\s?[,，]")


_IS_TOPIC = re.compile(r"(?:に)?は(?!、?[^、]{0,4}比)|에?[는은](?=\s)")


_LASTS = re.compile(
    r"持续|延续|维持|last|persist|continu|extend|이어|지속|계속|간다|갈 것|갈 듯|갈 전망|続|残る|残り|尾を引|长引"
)


RESULTS_AFTER = re.compile(
    r"[\s_]?(?:的|合并|自结|单月|单季|合计|累计){0,2}(?:확정|잠정)?(?:실적|어닝|op\b|컨퍼런스|콘퍼런스|영업익|영업이익|결산|财报|业绩|法说|营运|营业利润|净利|利润|营收|获利|税后|每股|电话会|eps|大赚|小赚|赚|转盈|earnings|results|financial results|决算|决算|の决算|の决算)"
)


# "全年资本开支上调", "2026년 자본 지출 전망치": the time of what is planned or aimed at, not of what moves it.
_PLAN_AFTER = re.compile(
    r"\s?(?:的|公司|集团|单季|业绩|营收|利润|の){0,2}(?:资本(?:开支|支出)|capex|开支|预算|财测|指引|目标|设备投资"
    r"|자본 ?지출|설비 ?투자|투자|가이던스|목표)"
)


_FRAMES = re.compile(
    r"(?:[\s，,:()从自由至到在于就以对的之~\-、和与及]|一路|但|而|则|不过|至于|另外|此外|展望|针对|对于|关于|回顾|放眼|预期|进入|迈入|步入|随着|时序|来到|看好|整体|全球|市场|产业|市况|景气|走势|状况|情况|价格|报价|合约价|营运|后市|供需|行情|趋势|传统|淡季|旺季|来看|来说|而言|方面|部分|看|时|期间|之后)*"
)
_SAYS_SO = re.compile(r"[^，,。;]{1,24}(?:指出|表示|认为|分析|说明|强调|提到|显示|调查|研究|观察|统计)[，,:]\s?")
_PASSED_ON = re.compile(r"(?:才|将|起|开始|陆续|逐步)?(?:反映|反应|传导|转嫁|浮现|显现|发酵)")
_BEARS_ON = re.compile(
    r"[使令让]|导致|影响|冲击|压抑|拖累|侵蚀|压缩|带动|推升|挹注|反映"
)  # the period is that of what it bears on
_SETS_PRICE = re.compile(r"上调|下调|调涨|调升|调降|调高|调低|提价|涨价|降价|加价")
_SINCE = re.compile(r"\s?(?:起|以来|至今|迄今|以后|之后)")
_AS_AT = re.compile(r"截至|截止")
_NEW_TOPIC = re.compile(r"[;；]\s?(?:就|至于|另外|此外|在)[^，,;]{0,14}[，,]")
_UNTIL_IN_BRACKETS = re.compile(r"\((?:截至|截止|至|到)\s?$")  # "第一季(截至11月底)": the quarter is told
_NOW = re.compile(r"目前|现阶段|近期|近日|如今|当前|现在|后市|下季|次季|本季")
_LINKS = re.compile(
    r"\s?(?:因|由于|受|随着|加上|加之|叠加|再加上|且|并|以及|也|亦|同时|导致|使|令|造成|致|让|进而|主因|主要|原因|反映|在|带动|推动|推升)"
)


_PLUS = re.compile(r"\s?(?:价格?|合约价?|现货价?)?\s?[+\-]\d")
_WEEK_OF = re.compile(r"的?(?:一周|第[一二三四]周|某周|首周|头一周|末周|最后一周)")
_FIRST_TIME = re.compile(r"first time (?:in )?$")


_SHARED = {"ja": dating_ja.find_shared, "ko": dating_ko.find_shared}


def bind_periods(layout: Layout, event: Event, stops: tuple[int, ...]) -> tuple[PeriodWord, ...]:
    """Return the period words of a change, or none where they are those of something that it is only told beside."""
    words = _find_periods(layout, event, stops)
    return () if words and is_apart(layout, event, words[-1]) else words


def _find_periods(layout: Layout, event: Event, stops: tuple[int, ...]) -> tuple[PeriodWord, ...]:
    """Return the nearest period words of a change (several where "in Q1 and Q2" is said), or none.

    `stops` are the places of all changes of the sentence: a period beyond the next change belongs to that one.
    """
    usable = [
        w
        for w in layout.periods
        if not w.is_comparison
        and not _is_news_date(layout, w)
        and not dates_another(layout, event, w)
        and not _FIRST_TIME.search(layout.text, max(layout.start, w.start - 16), w.start)
        and not RESULTS_AFTER.match(layout.text, w.end)
        and not _PLAN_AFTER.match(layout.text, w.end)
        and not (layout.language == "ko" and any(a.is_old and 0 <= a.start - w.end <= 2 for a in layout.amounts))
        and not dating_ko.is_of_another(layout, w)
        and not _is_since(layout, event, w)
        and not is_since_thing(layout, w)
        and not dating_en.is_of_aside(layout, event, w)
        and not dating_en.dates_thing(layout, w)
        and not _is_of_brackets(layout, event, w)
        and not (
            layout.language == "zh" and _UNTIL_IN_BRACKETS.search(layout.text, max(layout.start, w.start - 6), w.start)
        )
    ]
    then = (
        _back_then(layout, event)
        or find_measured(layout, event)
        or (_of_results(layout, event) if not usable or _opens_with_results(layout, event, usable) else None)
        or (None if usable else dating_en.next_to(layout))
    )
    if then is not None or not usable:
        return (then,) if then is not None else ()
    if layout.language == "ko" and is_cause(layout.text, event.trigger.end):
        usable = [w for w in usable if w.end <= event.trigger.start] or usable
    lasting = _lasting(layout, event, usable) if _can_last(layout, event) else None
    if lasting is not None and not _has_own_period(layout, event, usable):
        return (lasting,)
    until = find_end(layout, event, usable)
    if until is not None:
        return (until,)
    number = layout.clause(event.trigger.start)
    first, last = layout.clause_span(number)
    own = [w for w in usable if first <= w.start < last]
    if layout.language == "ko" and is_cause(layout.text, event.trigger.end):
        own = [w for w in own if w.end <= event.trigger.start]
    chosen = _nearest(layout, event, own, stops) if own else None
    if chosen is not None:
        later = (lasting,) if lasting is not None and layout.language == "zh" else ()
        return (*later, *_coordinated(layout, chosen, usable))
    if (own and layout.language == "en") or _is_of_a_while(layout, first, max(last, event.end)):
        return ()
    if layout.language in ("ja", "ko"):
        shared = _SHARED[layout.language](layout, event, usable)
        return _coordinated(layout, shared, usable) if shared else ()
    return _inherited(layout, event, usable, first, number)


def _is_since(layout: Layout, event: Event, word: PeriodWord) -> bool:
    """Say whether a Chinese size is what a price changed by since a month or quarter ("自去年9月起,DDR5涨逾三倍")."""
    if layout.language != "zh" or event.attribute != "price" or word.marks[0].unit not in ("M", "Q"):
        return False
    if word.marks[0].day is not None:
        return False  # "自4月1日起提价10%": the day that a price is set from
    if _SETS_PRICE.fullmatch(event.trigger.text):
        return False  # "自5月起陆续上调,幅度一成": since when it holds
    is_since = layout.text[word.start - 1 : word.start] in ("自", "从") and _SINCE.match(layout.text, word.end)
    return bool(is_since) and any(0 <= a.start - event.trigger.end <= 6 for a in layout.amounts)


def _is_of_brackets(layout: Layout, event: Event, word: PeriodWord) -> bool:
    """Say whether a period stands in brackets behind a change, with another change of its own ("5月持平(6月上涨)")."""
    opened = layout.text.rfind("(", event.trigger.end, word.start)
    closed = layout.text.find(")", word.end, min(layout.end, word.end + 40)) if opened >= 0 else -1
    if closed < 0 or ")" in layout.text[opened : word.start]:
        return False
    is_sized = any(word.end <= e.start < closed and _PLUS.match(layout.text, e.end) for e in layout.entities)
    return is_sized or bool(layout.between(word.end, closed, "change", "event"))


def _is_of_a_while(layout: Layout, first: int, last: int) -> bool:
    """Say whether a stretch tells of a change over some time ("半年", "近期"), which no calendar period is."""
    found = _DURATION.search(layout.text, first, last)
    if found is None or layout.language != "zh":
        return found is not None
    if found[0] == "单周":
        return _WEEK_OF.search(layout.text, layout.start, first) is None
    return found[0] not in ("单季", "单月")


def _back_then(layout: Layout, event: Event) -> PeriodWord | None:
    """Return the period that a Chinese clause points back to, if only as a measure ("自2019年7月以来的最大跌幅,彼时...")."""
    first, _ = layout.clause_span(layout.clause(event.start))
    if layout.language != "zh" or not layout.text.startswith(("彼时", "当时"), first):
        return None
    earlier = [word for word in layout.periods if word.end <= first]
    return earlier[-1] if earlier else None


def _opens_with_results(layout: Layout, event: Event, usable: list[PeriodWord]) -> bool:
    """Say whether all other periods of a Chinese sentence follow a price ("第三季EPS 8元,DRAM均价季增50%,第四季续涨")."""
    _, last = layout.clause_span(layout.clause(event.trigger.start))
    is_price = layout.language == "zh" and event.attribute == "price"
    return is_price and all(word.start >= last for word in usable)


def _of_results(layout: Layout, event: Event) -> PeriodWord | None:
    """Return the period whose results a Chinese sentence reports before a fact ("公布第一季营收,受惠DRAM价格上涨")."""
    if layout.language == "ko":
        return dating_ko.find_of_results(layout, event)
    if layout.language != "zh":
        return None
    told = [w for w in layout.periods if w.end <= event.start and RESULTS_AFTER.match(layout.text, w.end)]
    told = [w for w in told if not is_since_thing(layout, w)]
    if not told or _NOW.search(layout.text, told[-1].end, event.end):
        return None
    first, last = layout.clause_span(layout.clause(event.trigger.start))
    if _is_of_a_while(layout, first, last) or tells_of_trade(layout, event, told[-1], first):
        return None
    return None if layout.between(told[-1].end, event.end, "future") else told[-1]


def _can_last(layout: Layout, event: Event) -> bool:
    """Say whether the next clause may tell until when a change lasts: a shortage, a price, in Japanese a stock too."""
    return event.attribute in ("supply", "price") or (layout.language == "ja" and event.attribute == "inventory")


def _lasting(layout: Layout, event: Event, usable: list[PeriodWord]) -> PeriodWord | None:
    """Return until when a shortage lasts, where the next clause says so ("短缺,预计将持续至2026年")."""
    _, last = layout.clause_span(layout.clause(event.trigger.start))
    if last >= layout.end:
        return None
    first, stop = layout.clause_span(layout.clause(last))
    while (
        stop < layout.end
        and not any(first <= w.start < stop for w in usable)
        and layout.clause(stop) - layout.clause(first) <= 2
    ):
        stop = layout.clause_span(layout.clause(stop))[1]
    if layout.between(first, stop, "change", "event") or not _LASTS.search(layout.text, first, stop):
        return None
    return next((w for w in usable if first <= w.start < stop and w.is_boundary), None)


def _has_own_period(layout: Layout, event: Event, usable: list[PeriodWord]) -> bool:
    """Say whether a change's own clause names a period."""
    first, last = layout.clause_span(layout.clause(event.trigger.start))
    return any(first <= w.start < last for w in usable)


def _is_news_date(layout: Layout, word: PeriodWord) -> bool:
    """Say whether a period is the date of the news: it names a day (unless "from" it), or a speaker follows."""
    after = layout.text[word.end : word.end + 3]
    if word.marks[0].day is not None and heads_entry(layout, word):
        return False
    if word.marks[0].day is not None and _AS_OF.match(layout.text, word.end):
        return False
    if (
        word.marks[0].day is not None
        and layout.language == "zh"
        and _AS_AT.search(layout.text[word.start - 2 : word.start])
    ):
        return False
    if word.marks[0].day is not None and layout.language == "ja" and after.startswith("の"):
        return False  # "2月4日のスポット価格": the price of that day
    if word.marks[0].day is not None and layout.language == "zh" and _is_day_of_price(layout, word):
        return False
    if word.marks[0].day is not None and layout.language == "en" and dating_en.is_day_of_trade(layout, word):
        return False
    if word.marks[0].day is not None:
        if layout.language == "en" and _EFFECTIVE.search(layout.text, max(layout.start, word.start - 18), word.start):
            return False
        return not after.lstrip().startswith(("起", "开始", "生效", "实施", "执行", "부터", "부로", "자로"))
    if word.marks[0].unit == "M" and word.start - layout.start <= 1 and layout.language == "zh":
        clause_end = layout.clause_span(layout.clause(word.start))[1]
        says = layout.between(word.end, clause_end, "say")
        return bool(says) and not layout.between(word.end, clause_end, "change", "event")
    return False


def heads_entry(layout: Layout, word: PeriodWord) -> bool:
    """Say whether a day heads an entry of a diary of prices ("[7月5日]", "Jan 5:", "7月5日,现货价"), told by nobody in it."""
    opening = layout.text[layout.start : word.start]
    if len(opening) > 4 or not _OPENS_ENTRY.fullmatch(opening):
        return False
    if layout.between(word.end, layout.end, "say", "agency", "future"):
        return False
    if _CLOSES_ENTRY.match(layout.text, word.end):
        return True
    markets = layout.between(word.end, layout.end, "market")
    return bool(_COMMA.match(layout.text, word.end) and markets and markets[0].value == "spot")


def _is_day_of_price(layout: Layout, word: PeriodWord) -> bool:
    """Say whether a Chinese day is that of a price ("DDR4昨(13)日现货均价", "现货价14日上涨2%") and nobody speaks on it."""
    first, last = layout.clause_span(layout.clause(word.start))
    if layout.between(first, last, "say", "agency"):
        return False
    before = layout.between(first, word.start, "product", "metric", "market")
    if layout.text.startswith("的", word.end):
        named = layout.between(word.end, word.end + 12, "metric", "market")
        return any(t.value == "price" or "price" in t.flags for t in named)
    after = layout.between(word.end, word.end + 3, "metric", "market")
    return bool(before) and (bool(after) or before[-1].value == "price" or "price" in before[-1].flags)


def _nearest(layout: Layout, event: Event, own: list[PeriodWord], stops: tuple[int, ...]) -> PeriodWord | None:
    """Return the period of a clause that belongs to a change: nearest, before it rather than after (English: after)."""
    limit = min((place for place in stops if place >= event.end), default=layout.end)
    left = [w for w in own if w.end <= event.trigger.start]
    right = [w for w in own if event.trigger.start < w.start and w.start < limit]
    previous = [place for place in stops if place < event.start]
    if layout.language == "en":
        # A period after the change before this one belongs to that one, unless nothing else is left.
        if len(right) > 1 and re.fullmatch(r" to (?:us|nt)?\$?[\d.,]+ in ", layout.text[right[0].end : right[1].start]):
            return right[1]  # "from $4.80 in July to $10.70 in November": where it went
        right = [w for w in right if not dating_en.is_of_next_verb(layout, event, w)]
        fresh = [w for w in left if not previous or w.start > previous[-1]]
        if not right and dating_en.is_later(layout, event, left):
            return None
        return next(iter(right or fresh[-1:] or left[-1:]), None)
    if right and layout.language == "zh" and _tells_of_effect(layout, event, right[0]):
        right = []
    if right and right[0].start - event.trigger.end <= 2:
        return right[0]
    if left:
        return left[-1]
    return right[0] if right else None


def _coordinated(layout: Layout, word: PeriodWord, usable: list[PeriodWord]) -> tuple[PeriodWord, ...]:
    """Return a period with those joined to it by "and" ("in Q1 and Q2"); of a span the last ("2027-2028")."""
    chosen = [word]
    is_span = layout.language == "en" and dating_en.BETWEEN.search(
        layout.text, max(layout.start, word.start - 24), word.start
    )
    for other in usable:
        if other.start <= word.start:
            continue
        gap = layout.text[chosen[-1].end : other.start]
        if re.fullmatch(r"\s*(?:~|-|至|到|から)\s*", gap):
            is_each = bool(layout.between(other.end, layout.end, "zip")) or means_each(layout, word, gap)
            chosen[-1:] = [chosen[-1], other] if is_each else [other]
        elif re.fullmatch(
            r"\s*(?:、|,|/|and|&|和|与|及|以及|·|와|과|및|と|や)\s*(?:in |the |for |even |also |into |all of |throughout |most of |much of )*",
            gap,
        ):
            chosen = [other] if is_span else [*chosen, other]
        elif layout.language == "ja" and _FOLLOWED_BY.fullmatch(gap):
            chosen.append(other)
        else:
            break
    earlier = [] if is_span else [w for w in usable if w.end <= word.start]
    while earlier and layout.language == "ja" and _JOINS_BACK.fullmatch(layout.text, earlier[-1].end, chosen[0].start):
        chosen.insert(0, earlier.pop())
    comma = "|,|至|到|~|-" if layout.between(word.end, layout.end, "zip") else ""
    while earlier:
        gap = layout.text[earlier[-1].end : chosen[0].start]
        is_joined = re.fullmatch(
            rf"\s*(?:、{comma}|/|and|&|和|与|及|以及|·|와|과|및|と|や|(?:말|초)?에 ?이어(?:서)?)\s*(?:in |the |for )*",
            gap,
        )
        if not (is_joined or means_each(layout, earlier[-1], gap)):
            break
        chosen.insert(0, earlier.pop())
    return tuple(chosen)


def _inherited(
    layout: Layout, event: Event, usable: list[PeriodWord], first: int, number: int
) -> tuple[PeriodWord, ...]:
    """Return the period of an earlier clause: a leading one always, another's only for a price that goes on from it."""
    earlier = [w for w in usable if w.end <= first]
    if layout.language == "en" and first > layout.start and dating_en.AS_CAUSE.match(layout.text, first):
        return _inherited_by_cause(layout, event, usable, first)
    if not earlier:
        return _trailing(layout, event, usable)
    word = earlier[-1]
    if runs_on(layout, word, first):
        return _coordinated(layout, word, usable)
    is_frame = _is_frame(layout, word)
    if (
        _is_cut_off(layout, event, word, first)
        or _tells_of_now(layout, event, first)
        or (layout.language == "zh" and tells_spot_now(layout, word, first, event.trigger.start))
        or (not is_frame and _is_of_another(layout, word))
        or tells_of_trade(layout, event, word, first)
        or stands_beside_price(layout, event, word, first)
    ):
        return ()
    origin, origin_end = layout.clause_span(layout.clause(word.start))
    is_leading = is_frame or word.start - origin <= 2
    until = origin_end if is_leading else first
    if layout.language in ("ko", "ja") and _IS_TOPIC.match(layout.text, word.end):
        return _coordinated(layout, word, usable)
    if (
        event.attribute != "price"
        and layout.between(origin, until, "change", "event")
        and not (leads(layout, word, origin) and tells_on(layout, word, first, number))
        and not comes_of(layout, word, first, number)
        and not _goes_on(layout, event, first)
        and not _is_counted_on(layout, event)
        and not (is_leading and _is_linked(layout, first))
    ):
        return ()
    if _is_told_apart(layout, event, word, first) or _is_over(layout, event, word):
        return ()
    is_near = number - layout.clause(word.start) <= 2
    if (
        event.attribute == "price"
        or is_frame
        or is_near
        or leads(layout, word, origin)
        or (is_leading and _is_linked(layout, first))
    ):
        return _coordinated(layout, word, usable)
    return ()


def _is_told_apart(layout: Layout, event: Event, word: PeriodWord, first: int) -> bool:
    """Say whether what a period's clause tells keeps it from a later one: supply of no price, a thing's date, an end."""
    origin, origin_end = layout.clause_span(layout.clause(word.start))
    is_leading = leads(layout, word, origin) or leads_behind_product(layout, word, origin)
    is_next = origin_end == first and is_leading and not _names_product(layout, first)
    if event.attribute == "price" and not is_next and _tells_no_price(layout, origin, origin_end):
        return True
    if not _is_frame(layout, word) and only_dates_a_thing(layout, event, word):
        return True
    is_told = bool(layout.between(word.end, first, "change", "event"))
    return word.is_boundary and is_told and not _is_frame(layout, word)


def _names_product(layout: Layout, first: int) -> bool:
    """Say whether the clause that begins at a place names a product of its own."""
    _, last = layout.clause_span(layout.clause(first))
    return any(first <= e.start < last for e in layout.entities)


def _is_over(layout: Layout, event: Event, word: PeriodWord) -> bool:
    """Say whether a change is told of some time since a period, or of what came after it."""
    if _SINCE_THEN.search(layout.text, word.end, event.start):
        return True
    is_week_of = _WEEK_OF.match(layout.text, word.end)
    is_within = is_week_of or is_for_one(layout, word, event.end)
    if is_within:
        return False
    return _is_of_a_while(layout, since_last_change(layout, event, word.end), event.end)


def _tells_of_now(layout: Layout, event: Event, first: int) -> bool:
    """Say whether a Chinese clause tells of the present ("去年仍供过于求,如今却缺货"), whatever period stands before it."""
    if layout.language != "zh":
        return False
    is_stock_by_now = event.attribute == "inventory" and "已" in layout.text[first : event.trigger.end]
    return is_stock_by_now or bool(_NOW.search(layout.text, first, event.start))


def _inherited_by_cause(layout: Layout, event: Event, usable: list[PeriodWord], first: int) -> tuple[PeriodWord, ...]:
    """Return the period of the effect told before an English cause ("rose 10% in May as supply tightened")."""
    earlier = [w for w in usable if w.end <= first]
    if not earlier or not dating_en.is_of_effect(layout, earlier[-1], first):
        return ()
    word = earlier[-1]
    is_apart = _is_cut_off(layout, event, word, first) or _SINCE_THEN.search(layout.text, word.end, event.start)
    return () if is_apart else _coordinated(layout, word, usable)


def _is_linked(layout: Layout, first: int) -> bool:
    """Say whether a Chinese clause is told as the cause or the outcome of what stands before it."""
    if layout.language != "zh":
        return False
    if layout.text[first - 1] == "、" and first > layout.start:
        first = layout.clause_span(layout.clause(first) - 1)[0]  # "主因需求不振、库存高涨": the second cause too
    return bool(_LINKS.match(layout.text, first))


def _is_counted_on(layout: Layout, event: Event) -> bool:
    """Say whether a Chinese change is one of a list of sizes ("明年供应增长16%,需求增长20%"), which share their period."""
    sizes = [a for a in layout.amounts if a.end <= event.start or 0 <= a.start - event.trigger.end <= 4]
    return layout.language == "zh" and len(sizes) > 1 and sizes[-1].start >= event.trigger.end


def _is_frame(layout: Layout, word: PeriodWord) -> bool:
    """Say whether a clause is nothing but its periods ("今年到明年上半年", "In 4Q,"): it frames what follows."""
    if layout.language == "en":
        return dating_en.is_frame(layout, word)
    if layout.language != "zh":
        return False
    first, last = layout.clause_span(layout.clause(word.start))
    named = [(w.start, w.end) for w in layout.periods] + [(e.start, e.end) for e in layout.entities]
    edge, pieces = first, []
    for start, end in sorted(span for span in named if first <= span[0] < last):
        pieces.append(layout.text[edge:start])
        edge = end
    return _FRAMES.fullmatch("".join([*pieces, layout.text[edge:last]])) is not None


def _tells_of_effect(layout: Layout, event: Event, word: PeriodWord) -> bool:
    """Say whether a Chinese period is that of what a change bears on ("涨价影响下半年需求", "涨价将于明年反映在售价")."""
    is_passed_on = _PASSED_ON.match(layout.text, word.end)
    return bool(is_passed_on or _BEARS_ON.search(layout.text, event.end, word.start))


def _is_cut_off(layout: Layout, event: Event, word: PeriodWord, first: int) -> bool:
    """Say whether "…", or a second semicolon, parts a period from a later clause."""
    gap = layout.text[word.end : first]
    if layout.language == "en" and dating_en.is_cut_off(layout, event, word, first):
        return True
    if layout.language == "zh" and (_NEW_TOPIC.search(gap) or tells_of_another(layout, gap, first)):
        is_framed = event.attribute == "price" and _frames_sentence(layout, word)
        return not is_framed or bool(_NEW_TOPIC.search(gap))
    return "…" in gap or (";" in gap and layout.text.find(";", layout.start, word.start) >= 0)


def _frames_sentence(layout: Layout, word: PeriodWord) -> bool:
    """Say whether a Chinese period opens its sentence, or stands in a first clause that changes nothing ("以第三季的价格来看")."""
    first, last = layout.clause_span(layout.clause(word.start))
    if first != layout.start and not _SAYS_SO.fullmatch(layout.text, layout.start, first):
        return False
    return leads(layout, word, first) or not layout.between(first, last, "change", "event")


def _tells_no_price(layout: Layout, first: int, last: int) -> bool:
    """Say whether a Chinese clause tells of supply or demand in its period and of no price ("全年缺货态势确立")."""
    told = layout.between(first, last, "change", "event")
    is_other = bool(told) and all(t.value.startswith(("supply:", "demand:", "inventory:")) for t in told)
    prices = layout.between(first, last, "metric", "market")
    return layout.language != "en" and is_other and not any(t.value == "price" or "price" in t.flags for t in prices)


def _goes_on(layout: Layout, event: Event, first: int) -> bool:
    """Say whether an English list goes on without a verb ("with tight DRAM inventories, reduced NAND inventories")."""
    return layout.language == "en" and not re.search(
        r"\b(?:is|are|was|were|remains?|stays?|as|tightens?|will|has|have)\b", layout.text[first : event.end]
    )


def _is_of_another(layout: Layout, word: PeriodWord) -> bool:
    """Say whether a Chinese period stands inside a clause that changes nothing of ours ("原计划2026年初发售")."""
    if layout.language != "zh":
        return False
    first, last = layout.clause_span(layout.clause(word.start))
    if layout.text[last - 1] == "|":
        return False
    said = layout.between(first, last, "product", "maker", "company", "segment", "alien", "say")
    tokens = layout.between(first, last, "change", "event", "market", "metric")
    if not said and not tokens:
        return False
    if last - word.end <= 1 and re.search(r"[于在到自从]$", layout.text[first : word.start]):
        return False  # "计划于2026年第一季度, 将 …": the rest of the sentence says what
    is_apart = word.start - first > 2 or bool(layout.between(first, word.start, "maker", "company"))
    return is_apart and not any(t.cls != "metric" or t.value == "price" for t in tokens)


def _trailing(layout: Layout, event: Event, usable: list[PeriodWord]) -> tuple[PeriodWord, ...]:
    """Return a period in the clause after an English change, where nothing else changes before it."""
    if layout.language != "en":
        return ()
    for word in usable:
        if word.start >= event.end and word.start - event.end <= 70:
            _, last = layout.clause_span(layout.clause(word.start))
            is_of_next = layout.between(event.end, word.end + 2, "metric") or layout.between(
                event.end, last, "change", "event"
            )
            return () if is_of_next else _coordinated(layout, word, usable)
    return ()
