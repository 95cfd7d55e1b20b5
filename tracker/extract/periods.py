"""Periods as a sentence writes them: which words name one, whether it is only compared with, and where it is a boundary.

`find_periods` reads words into marks; `resolve` turns a mark into a calendar period with the publication date, the issuer's
fiscal calendar and whether the sentence looks ahead. The text is folded; expressions are bounded, so the cost is linear.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from tracker.extract.chinese.so_far import is_year_so_far
from tracker.extract.chinese.spans import read_span
from tracker.extract.english.periods import is_plain_word, runs_since, tells_start
from tracker.extract.marks import Mark, PeriodWord
from tracker.extract.patterns import one_of
from tracker.extract.period_words import find_matches, read_marks
from tracker.extract.script import Language

_COMPARED_BEFORE = re.compile(
    one_of(
        # English: "than it was in", "the same as in", "where prices stood at"
        r"(?:what|where) (?:they|it|prices) (?:were|was|stood|cost)(?: in| at| for)?(?: the)?",
        r"than (?:needed|used|seen|sold|shipped|paid|charged) (?:for|in|by)(?: the)?",
        r"than(?: (?:it|they|we|prices) (?:did|was|were|had))?(?: in)?(?: the)?",
        r"(?:to|with|from|versus|vs\.?|over|than|against) the same (?:period|quarter|month|time|point)(?: of| in)?",
        r"(?:same|level|high|much|expensive|dear|costly|pricey) as (?:in )?(?:the )?",
        r"as in (?:the )?",
        r"(?:this|the) (?:same )?(?:time|point)",
        r"than (?:(?:the|our|its|their|an?|company's|[a-z]+'s) ){0,3}(?:[a-z]+ )?(?:guidance|guide|forecasts?|estimates?|outlook|expectations?|projections?|targets?) (?:for|of|in)(?: the)?",
        # "flattish with", "in line with", "similar to"
        r"(?:flat(?:tish)?|level|par|in line|unchanged|even|equal|identical|comparable|similar|same amount|similar (?:amount|level|rate|pace)) (?:with|to|from)(?: the| that of)?",
        r"from (?:those|that|the levels?|levels) (?:of|in|seen in|at)(?: the)?",
        r"as (?:it|they|prices) (?:did|was|were|had|cost)(?: in| at)?(?: the)?",
        # "compared with", "versus", "relative to"
        r"compared (?:with|to)(?: the)?|relative to(?: the)?|in comparison (?:with|to)(?: the)?",
        r"versus(?: the)?|vs\.?(?: the)?|against the",
        # "above the average of", "three times their prices in", "5% over", "off its"
        r"(?:above|below|beneath)(?: the)?(?: average of)?(?: the)?|ahead of(?: the)?",
        r"(?:times|\dx)(?: (?:the|its|their) (?:prices?|levels?|cost) (?:in|of|at)| (?:that|those) (?:of|in|from|at|seen in))?(?: the)?",
        r"\d ?%(?: [a-z]{1,10})? over|over the|off(?: the| its)?",
        # "since the start of", "from a"
        r"from (?:(?:about|around|roughly|nearly|approximately|just|only|under|over|some|an average of) )?(?:us"
        r"|nt)? ?\$ ?\d[\d.,]{0,8}(?: (?:billion|million|trillion|bn|mn))?(?: (?:each|apiece|per [a-z]+"
        r"|a [a-z]+))?(?: back)?(?: earlier| late| early| sometime)? (?:last"
        r"|(?:in|at|as of|during|on|throughout)(?: the)?(?: (?:start|beginning|end|middle) of)?(?: the| early| late"
        r"| mid)?)",
        r"since(?: the)?(?: (?:start|beginning|end|middle) of)?(?: the| early| late| last| mid[ -]?)?|from(?: the| a| its| their)?",
        # Chinese: "相比于", "高于", "打破了自"
        r"相比(?:于)?|相较(?:于)?|对比|对照|较|比|不及|不如",
        r"大于|高于|小于|低于|多于|少于|快于|慢于|强于|弱于|好于|逊于",
        r"超过|优于|胜过|高出|多出|高过|低过|贵过",
        r"(?:打破|打断|结束|终结|终止|扭转|摆脱|告别|止住|中止)了?[自从]",
        # Chinese and Japanese: "Q2相対Q1", "6月对"
        r"相対|(?<=[\d季月年度])对",
    )
    + r"\s?(?:去年|前年|今年)?$"
)
# A change is measured by the turn that a period holds ("from the trough in the third quarter", "from the March peak").
_FROM_TURN = re.compile(
    r"\b(?:from|since|than|off|below|above) (?:(?:the|its|their|an?) )?(?:[a-z\-]+ ){0,2}(?:troughs?|peaks?|bottoms?"
    r"|lows?|highs?) (?:(?:in|of|at|seen|reached|set|hit|recorded) )+(?:the )?(?:end of |start of )?$"
)
_TURN_AFTER = re.compile(r" (?:peaks?|troughs?|bottoms?|lows?|highs?|dips?|slumps?|crash|crashes)\b")
# "Will drop 10% over the remainder of the year": a stretch, not what something is measured against.
_STRETCH = ("rest ", "remainder ", "balance ", "course ", "next ", "coming ", "following ")
_IS_SPAN = re.compile(r" (?:(?:and|to|through) (?:calendar |fiscal )?20\d\d\b|time ?frame|period\b)")
# What stands behind a period that a price is only compared with, by language.
_COMPARED = (
    # English
    r"(?:'s )?(?:levels?|highs?|lows?|peaks?|bottoms?|troughs?|prices?(?= (?:in|for|,|\.)))\b",
    # Korean and Japanese, behind brackets
    r"\([^)]{1,20}\)\s?(?:대비|보다|に比べ|と比べ|[にと]比较|比(?:で|、?(?=约?\d))|よりも?(?!、))",
    # "前四半期(4〜6月)比": the month in the bracket too
    r"(?:末|期)?\)\s?(?:に比べ|と比べ|[にと]比较|比(?:で|、?(?=约?\d))|よりも?(?!、))",
    # Korean
    (
        r"(?:에|의)? ?(?:[\d.,]{1,8} ?(?:달러|원)(?:대)?(?:로|의|까지)? ?)?(?:사상 |역대 )?(?:정점|[고저]점|바닥|최[고저](?:점|치|가))[을를]? ?(?:찍고|지나"
        r"|찍은 ?(?:뒤|후|이후)|기록한 ?(?:뒤|후|이후)|통과|에 (?:이른|도달한|오른) (?:뒤|후|이후)|(?:이었|였|을 찍었|를 찍었|을 기록했)던)"
    ),
    r"(?:에|부터)? ?(?:[가-힣]{1,6} )?(?:집계|통계|조사|관측|기록|거래|측정|발표)(?:를|을)? ?(?:내기 |하기 )?(?:시작|작성|개시|집계|산출|공개)?(?:한|하기 시작한)? ?(?:이래|이후|뒤)",
    r"(?: ?[가-힣]{1,6}){1,3}[과와] (?:거의 )?(?:비슷|같|맞먹|유사|동일)(?:한|은|는)? ?(?:규모|금액|물량)",
    r"(?:상반기|후반기|하반기|말|초)?\s?(?:\([^)]{1,20}\))?\s?(?:(?:의 )?(?:최저점|최고점|[저고정]점|바닥|최저가|최고가)\s?)?(?:대비|보다|에 비해|[과와] 비교|이후(?= ?(?:처음|최|가장|\d{1,3}[개년분월])))",
    r"의 (?:약 )?(?:절반|[2-9]분의 1)",
    r"(?: ?(?:말|초|평균|중순))? ?(?:고정거래|현물|계약|평균)? ?(?:가격|시세)(?:보다|에 비해|과 비교| 대비)",
    r"(?: ?(?:말|초))? ?(?:역대 |사상 )?(?:최저치?|최고치?)?(?:였던 |인 )?[\d.]{1,5} ?(?:주|일)(?:치|분)?(?:보다|에 비해)",
    r"(?: ?(?:말|초))? ?(?:평균 )?[\d.,만천]{1,8} ?(?:달러|원|센트)(?:대)?(?: ?(?:수준|선|안팎))?(?:에서 |였던|이던|에 거래되던|하던| ?대비|보다|에 비해)",
    r"대비",
    r"(?: ?(?:상반기|하반기|전반기|후반기|상반월|하반월|초|말|초순|중순|하순|상순))?[과와] (?:동일|같|비슷|유사)",
    r"보다",
    r"의 (?:약 )?(?:두|세|네|다섯|\d[\d.]{0,4}) ?배",
    r"의 \d{1,3}% 수준",
    r" 수준(?:이[었며고다]|을 유지|에 머)",
    r"(?: ?(?:말|초|중순|하순|평균))?(?: ?가격| ?수준| ?가)[을를] (?:그대로 |거의 )?(?:유지|지킬|지키)",
    r"비(?=\s)",
    r"의 \$",
    # Japanese
    r"の(?:约)?(?:[2-9]分の1|半分)",
    r"以来的?(?:单[季月周日])?(?:最|首|新|の|と|、|で|，?创)",
    r"以来[となの]",
    r"と(?:ほぼ|概ね|おおむね)?(?:同じ|同水准|同程度|同様|同等|同レベル|変わら)",
    r"并み",
    r"の(?:直近)?(?:最?安値|最?高値|水准|底値?|谷|ボトム|天井|ピーク)(?:から|より|を|と)",
    r"[末初]?の(?:半额|半値|半分|约?\d[\d.]{0,4}倍)",
    r"(?:のそれ|のもの|の(?:平均|契约|スポット)?(?:価格|単価|料金))?(?:に比べ|と比べ|と比较)",
    r"[末夏春秋冬]?比で",
    r"より(?!、|[^、。]{0,24}(?:値上げ|値下げ|引き上げ|引き下げ|减产)|[^、。%割]{0,16}(?:开始|始ま|始め|転じ|进め))",
    r"(?:の水准)?を[\d.%]{0,6}(?:[大小]幅に|やや)?(?:上回|下回)",
    r"を(?:ピーク|ボトム|大?底値?|起点|最?安値|境|天井)に",
    r"(?:末|初头?|初め|当初)?から(?:约|累计で|ほぼ|さらに|実に)?\d[\d.]{0,5}(?:%|割|倍)(?!の?(?:値上げ|引き上げ|値下げ|减产))",
    r"の\$",
    r"の约?[\d.,]{1,8}万?[\d.,]{0,6}米?(?:ドル|円)(?:台|前后)?(?:前半|后半)?(?:から|[にと]比|より)",
    r"の约?\d[\d.~\-]{0,8}(?:%|割|周间?|[カかヶ]月)分?(?:程度|ほど|前后)?から",
    r"(?:以降|以来)(?:、?(?:実に|约|およそ)?\d+(?:年|[カかヶ]月|四半期)|では?、?初|では?、?最[も大高安低])",
    # Chinese
    r"比(?=\d+(?:\.\d+)?(?:%|割))",
    r"的(?:约|近)?(?:一半|[二三四五]分之[一二三])",
    r"(?:的)?(?:历史|阶段性?)?(?:高位|低位|高点|低点|峰值|谷底|低谷|底部|顶部)",
    r"(?:的)?(?:同等)?(?:水准|水平|价位)(?![以之]上)",
    r"来的?(?:[跌涨降升]幅?[得势]?)?最",
    r"以来的?[跌涨降升]幅?[得势]?最",
    r"以来(?=\d)",
    r"相比",
    r"时?的?(?:情况|水平|交易价格)?相比",
    r"低",
    r"高(?=出)",
    r"同期",
    r"的?\$(?=\d)",
    r"(?:合约价|价格)?\d+美元高",
    r"(?:年底|底|年初|初|平均)?的?(?:约|近|逾|大约|将近)?[\d.一二两三四五六七八九十]{1,4}倍",
    r"(?:年底|底|年初|初)?的约?\d{1,2}(?:周|天|个月)",
    r"(?:年底|底|年初|初|平均)?的(?:约|近|逾|不到|大约|将近)?[\d.一二两三四五六七八九十]{1,4}(?:成|%)(?!的?(?:[涨跌增降升缩收扩放]|大幅|[至到]))",
)
_COMPARED_AFTER = re.compile(rf"\s?(?:(?:的|水平|价格){{0,2}}基础上|{'|'.join(_COMPARED)})")
_BOUNDARY_BEFORE = re.compile(
    r"(?:至|(?<![看感意察得收听受])到|持续到|持续至|延续至|延续到|至少到|直到|截至|through|until|till|to|into|by|by the end of|through the end of|beyond|past|at least)\s?(?:the )?(?:end of )?$"
)
_BOUNDARY_AFTER = re.compile(r"\s?(?:前(?![两一二三])|之前|底前|后|以后|年后|末?まで|に向け|까지|以降|이후)")
_UNTIL = tuple(f"{word} {the}" for word in ("until", "till", "through", "beyond") for the in ("", "the ", "at least "))
_KIND_BEFORE = re.compile(r"\b(fiscal|calendar) $")
_TOGETHER_BEFORE = re.compile(r"(?:与|跟|和|同)\s?(?:去年|前年|今年)?$")
_COMPARED_LATER = re.compile(
    r"[^，,。;]{0,20}(?:相比|相较|对比|比(?=[，,]))|[^，,。;]{0,8}(?:持平|相当|相同|相近|一致|一样|差不多|打平|齐平|无异|如出一辙|雷同)"
)
# "9月延续8月涨势": the trend of one month told for another one that the clause names.
_GOES_ON_BEFORE = re.compile(r"(?:延续|承接|承袭|接续|持续)了?$")
_TREND_AFTER = re.compile(r"(?:份)?的?(?:整体)?(?:[涨跌升降]势|势头|走势|行情|态势|趋势)")
# What a change is the first or the greatest of within a year, told after the period of the change.
_FIRST_OF_YEAR = re.compile(
    r"(?:以?来)?的?(?:首|第一[次波轮]|最[大高低深]|价格反转|唯一)| ?들어 (?:처음|최)|(?: ?가장)? ?처음|に?(?:入って)?(?:初|最[大高安])"
)
_SEPARATORS = tuple(",，;；而但")
_TELLS_OF_THEN = re.compile(
    r"同期(?:则|却|仅|反而)?(?:是|为)?(?:大幅|小幅|微幅|大|小|微)?(?:[上下][涨跌升滑降]|[涨跌]|增[长加]|减少|季[增减])(?!幅)"
)
_FORECAST_LATER = re.compile(r"[^，,。;]{0,40}的(?:预测|预期|预估|展望|看法|指引)")
_COUNTED_FROM = re.compile(r"\s?(?:起|开始|以来|初以来)[^，,。;]{0,4}(?:累计|至今|已累计|迄今)|至今|迄今")
_STARTS_AFTER = re.compile(r"\s?(?:起|开始|始)")
# "Rose 5% in the second quarter after falling in the first".
_COUNTS_BACK = re.compile(r"\b(?:after|following|from|than|having|compared)\b")
# Between the two ends of a span.
_FROM = re.compile(r"\s?(?:부터|에서|から|起?至|起?到)\s?")
_OPENS = re.compile(r"\s?(?:の(?:前半|后半|半ば))?\s?\(")
_ONE_BEFORE = frozenset(
    {"上季", "上季度", "上一季", "上一季度", "前一季", "前一季度", "前季", "전분기", "전 분기", "직전 분기", "직전분기",
     "前四半期", "prior quarter", "previous quarter", "preceding quarter"}
)  # fmt: skip
_SAME_YEAR = ("同年", "当年", "같은 해", "그해", "그 해")
_WHOLE_YEAR = frozenset({"full year", "the full year", "全年", "整年", "通年", "年間", "연간"})
_NEXT_YEAR = ("이듬해", "다음해", "다음 해")
# Said after a quarter or a month was named, these mean that one and not the running one.
_SAME_AS_SAID = frozenset(
    {"当季", "当季度", "该季", "该季度", "当月", "해당 분기", "같은 분기", "같은 달", "그달", "同四半期", "同月"}
)


def find_periods(text: str, original: str, language: Language, start: int, end: int) -> list[PeriodWord]:
    """Return the period words between two positions, in order; `original` tells May from may and March from march."""
    found: list[PeriodWord] = []
    for match in find_matches(text, language, start, end):
        marks = read_marks(match, language)
        if not marks or (language == "en" and is_plain_word(match, original)) or _is_part_of_size(match, language):
            continue
        if language == "en" and match["ob"]:
            marks = (
                _count_on(marks, found, is_back=_COUNTS_BACK.search(text, found[-1].end, match.start()) is not None)
                if found
                else ()
            )
            if not marks:
                continue
        word = read_span(text, _build_word(match, original, marks, start, end), language)
        if found:
            word = _as_until(text, _as_said(_as_trend(text, word, found[-1]), found[-1]), found[-1])
        if found and _spans_quarter(text, found[-1], word):
            word = _join_months(found.pop(), word, original)
        if word.is_comparison and _is_so_far(text, word, found, language):
            word = replace(word, is_comparison=False)
        if found and language == "ja" and _narrows(text, found[-1], word):
            found[-1] = replace(found[-1], end=word.end)
            continue
        if found and _explains(text, found[-1], word):
            outer = found.pop()
            is_compared = outer.is_comparison or bool(_COMPARED_AFTER.match(text, word.end + 1))
            word = replace(outer, end=word.end, marks=word.marks, is_comparison=is_compared)
        found.append(word)
    return found


def _is_so_far(text: str, word: PeriodWord, found: list[PeriodWord], language: Language) -> bool:
    """Say whether a change is compared with the beginning of the year or month ("年初に比べ15%", "较年初上涨15%"): the change so far."""
    if language == "ja":
        return word.text.startswith(("年初", "月初"))
    return language == "zh" and is_year_so_far(text, word, found)


def _count_on(marks: tuple[Mark, ...], found: list[PeriodWord], *, is_back: bool) -> tuple[Mark, ...]:
    """Return a bare English ordinal as one of the unit counted before it ("in the third quarter and 9% in the fourth"), or none.

    What came before is counted back ("in the second quarter after rising in the first").
    """
    said, number = found[-1].marks[-1], marks[0].number or 0
    if said.unit not in ("Q", "H") or not said.number or (said.unit == "H" and number > 2):
        return ()
    if is_back and number > said.number:
        return ()
    return (replace(said, number=number),) if (number < said.number) == is_back else ()


def _as_trend(text: str, word: PeriodWord, before: PeriodWord) -> PeriodWord:
    """Return as only compared with a month whose trend another keeps up ("9月延续8月涨势"), a year that a change is first in."""
    if _is_from_last_month(text, word, before):
        return replace(word, is_comparison=True)
    if word.marks[0].unit == "Y" and _FIRST_OF_YEAR.match(text, word.end):
        return replace(word, is_comparison=True)  # "第四季将迎来今年首次下跌"
    is_trend = _TREND_AFTER.match(text, word.end) and _GOES_ON_BEFORE.search(text, before.end, word.start)
    return replace(word, is_comparison=True) if is_trend else word


def _is_from_last_month(text: str, word: PeriodWord, before: PeriodWord) -> bool:
    """Say whether an English "from" gives the month before one that is told of ("December prices are set to rise 80% from November")."""
    one, two = before.marks[0], word.marks[0]
    if not (one.unit == two.unit == "M" and one.number and two.number and text.startswith("from ", word.start - 5)):
        return False
    return (one.number - two.number) % 12 == 1


def _as_said(word: PeriodWord, before: PeriodWord) -> PeriodWord:
    """Return a period that points back to the one before it as what it means: 当季 as that quarter, 同年 in that year."""
    said = before.marks[0]
    if word.text.lower() in _WHOLE_YEAR and not before.is_comparison and (said.year or said.year_step is not None):
        # "next year ... for the full year", "2026年需求...全年均价"
        return replace(word, marks=(Mark("Y", None, said.year, said.year_step),))
    is_next = word.text.startswith(_NEXT_YEAR)
    if (is_next or word.text.startswith(_SAME_YEAR)) and (said.year or said.year_step is not None):
        year = said.year + is_next if said.year else None
        step = None if said.year_step is None else said.year_step + is_next
        return replace(word, marks=tuple(replace(mark, year=year, year_step=step) for mark in word.marks))
    if word.text.lower().removeprefix("the ") in _ONE_BEFORE and said.number and said.unit == "Q" and not said.kind:
        number, shift = (said.number - 1, 0) if said.number > 1 else (4, 1)
        year = said.year - shift if said.year else None
        step = None if said.year_step is None else said.year_step - shift
        return replace(word, marks=(replace(said, number=number, year=year, year_step=step),))
    if word.text in _SAME_AS_SAID and said.number and said.unit == word.marks[0].unit:
        return replace(word, marks=before.marks)
    return word


def _as_until(text: str, word: PeriodWord, before: PeriodWord) -> PeriodWord:
    """Return the end of a span in the year that its beginning names ("지난해 1분기부터 3분기까지")."""
    said, until = before.marks[-1], word.marks[0]
    is_bare = until.year is None and until.year_step is None and not until.step and until.number is not None
    is_later = said.unit == until.unit and (until.number or 0) > (said.number or 0) > 0
    if not (is_bare and is_later and (said.year or said.year_step is not None)):
        return word
    if _FROM.fullmatch(text, before.end, word.start) is None:
        return word
    marks = tuple(replace(mark, year=said.year, year_step=said.year_step) for mark in word.marks)
    return replace(word, marks=marks)


def _spans_quarter(text: str, first: PeriodWord, last: PeriodWord) -> bool:
    """Say whether two months are the first and the last of three ("2025年9月~2025年11月")."""
    if (
        len(first.marks) != 1
        or len(last.marks) != 1
        or text[first.end : last.start].strip() not in ("~", "-", "–", "から")
    ):
        return False
    a, b = first.marks[0], last.marks[0]
    are_months = a.unit == b.unit == "M" and not (a.day or b.day or a.step or b.step)
    length = ((b.number or 0) - (a.number or 0)) % 12
    return are_months and bool(a.number and b.number) and (length == 2 or (length == 1 and last.text.endswith("期")))


def _join_months(first: PeriodWord, last: PeriodWord, original: str) -> PeriodWord:
    """Return the quarter that holds the middle one of three months, as for a fiscal quarter that ends between two."""
    a, b = first.marks[0], last.marks[0]
    middle = (a.number or 1) % 12 + 1
    year = b.year if b.year is None or middle <= (b.number or 1) else b.year - 1
    if b.year is None and a.year is not None:
        year = a.year + (middle == 1)
    mark = Mark("Q", (middle + 2) // 3, year, b.year_step if a.year_step is None else a.year_step, kind="calendar")
    return replace(
        last, start=first.start, text=original[first.start : last.end], marks=(mark,),
        is_comparison=first.is_comparison or last.is_comparison,
    )  # fmt: skip


def _explains(text: str, word: PeriodWord, inner: PeriodWord) -> bool:
    """Say whether a period in brackets says which one stands before it ("第3四半期(2022年10月〜12月期)")."""
    is_inside = bool(_OPENS.fullmatch(text, word.end, inner.start)) and text[inner.end : inner.end + 1] == ")"
    marks = (*word.marks, *inner.marks)
    is_plain = len(marks) == 2 and marks[0].unit == marks[1].unit and marks[0].unit in ("Q", "H")
    return is_inside and is_plain and not marks[0].year and marks[1].kind == "calendar"


def _narrows(text: str, word: PeriodWord, inner: PeriodWord) -> bool:
    """Say whether a word only tells which part of a Japanese period is meant ("第2四半期の後半", "第2四半期(5〜6月)")."""
    if word.marks[0].unit not in ("Q", "H", "M"):
        return False
    if inner.text in ("前半", "後半") and text[word.end : inner.start] in ("の", ""):
        return True
    is_inside = _OPENS.fullmatch(text, word.end, inner.start) and text[inner.end : inner.end + 1] == ")"
    is_named = word.marks[0].kind == "calendar" and inner.marks[0].unit == "Q" and not inner.marks[0].year
    return bool(is_inside) and word.marks[0].unit != "M" and (inner.marks[0].unit == "M" or is_named)


def _build_word(match: re.Match[str], original: str, marks: tuple[Mark, ...], start: int, end: int) -> PeriodWord:
    """Return a match with what the words beside it say: fiscal, compared with, a boundary."""
    text = match.string
    first = match.start() + len(match[0]) - len(match[0].lstrip())
    before = text[max(start, first - 48) : first]
    after = text[match.end() : min(end, match.end() + 24)]
    said = _KIND_BEFORE.search(before)
    at = first
    if said:
        at = first - len(said[0])
        before = before[: -len(said[0])]
        kind: Literal["fiscal", "calendar"] = "fiscal" if said[1] == "fiscal" else "calendar"
        marks = tuple(replace(mark, kind=kind) for mark in marks)
    is_boundary = bool(_BOUNDARY_BEFORE.search(before) or _BOUNDARY_AFTER.match(after))
    is_boundary = is_boundary and (
        before.endswith(_UNTIL) or not text.startswith(("exit", "end of", "close of"), first)
    )  # "to exit fiscal 2025 with", but "until the end of this year"
    if is_boundary and text.startswith(("early ", "late "), first):
        marks = tuple(Mark("Y", None, mark.year, mark.year_step) for mark in marks)  # "by late 2027": until that year
    if is_boundary and len(marks) == 2 and match.re.groupindex.get("sa") and match["sa"]:
        marks = marks[-1:]  # "延续至2027-2028年": until the last
    compared = _COMPARED_AFTER.match(after) or _COMPARED_BEFORE.search(before)
    compared = compared or _FROM_TURN.search(text, max(start, at - 44), at)
    if (
        compared
        and not _TURN_AFTER.match(after)
        and before.endswith(("from ", "from the "))
        and (at - start <= 9 or tells_start(text, max(start, at - 150), at, end))
    ):
        compared = None
    compared = compared or (_TOGETHER_BEFORE.search(before) and _COMPARED_LATER.match(after))
    if (
        compared
        and before.endswith(("over ", "over the "))
        and (_IS_SPAN.match(after) or text.startswith(_STRETCH, first))
    ):
        compared = None  # "over the 2018 and 2019 time frame"
    if (
        compared
        and marks[0].unit != "Y"
        and before.endswith(("since ", "since the "))
        and runs_since(text, max(start, at - 160), at)
    ):
        compared = None
    if compared and before[-1:] in _SEPARATORS and _TELLS_OF_THEN.match(after):
        compared = None  # "一季度上涨10%,去年同期下跌3%"
    if compared and before.endswith("对") and _FORECAST_LATER.match(after):
        compared = None  # "对Q4合约价季增10%的预测": the forecast is of that quarter
    return PeriodWord(
        first,
        match.end(),
        original[first : match.end()],
        marks,
        (bool(compared) and not _STARTS_AFTER.match(after)) or bool(_COUNTED_FROM.match(after)),
        is_boundary,
    )


def _is_part_of_size(match: re.Match[str], language: Language) -> bool:
    """Say whether a Japanese "half" is one of a size ("20%台前半", "1桁台後半")."""
    before = match.string[max(0, match.start() - 1) : match.start()]
    return language == "ja" and match[0][:2] in ("前半", "后半") and before in ("台", "桁", "%", "代")
