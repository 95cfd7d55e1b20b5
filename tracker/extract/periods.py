"""Periods in five languages: what the words say, and which calendar quarter, half, month or year that is.

`find_periods` reads words into marks; `resolve` turns a mark into a calendar period with the publication date, the issuer's
fiscal calendar and whether the sentence looks ahead. The text is folded; expressions are bounded, so the cost is linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from tracker.extract.japanese.periods import japanese_pattern, read_japanese
from tracker.extract.korean.periods import korean_pattern, read_korean
from tracker.extract.marks import Mark, PeriodWord, Unit
from tracker.extract.script import Language

_Y4 = r"(?:20[0-3]\d)"


_Y = r"(?:20[0-3]\d|[0-3]\d)"


_CN = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4, "首": 1, "末": 4}


_MONTHS_CN = {
    "一": 1,
    "二": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
    "十": 10,
    "十一": 11,
    "十二": 12,
    "元": 1,
}


# Chinese prints the product on end behind a code ("Q3DRAM合约价").
_EDGE = r"(?!\d|(?!(?:dram|nand|nor|hbm|ddr|lpddr|gddr|ssd|essd|emmc|ufs|slc|mlc)(?![a-z]))[a-z])"
# Codes that every language uses: 3Q26, 26Q3, Q3'26, 2026Q3, Q3 2026, CQ2, FQ3, 2H26, H2 2026, 2026-07, Q3.
_CODES = (
    rf"(?<!\d)(?P<c6y>{_Y}) ?[年년] ?第?(?P<c6u>[qh])(?P<c6q>[1-4])(?!\d)"
    rf"|(?P<c1q>[1-4])(?P<c1u>[qh])(?P<c1y>{_Y4}|\d\d)[ef]?{_EDGE}"
    rf"|(?P<c2y>{_Y4}|(?<!\d)[0-3]\d)[ ']?(?P<c2u>[qh])(?P<c2q>[1-4])(?!\d)"
    rf"|(?P<c3f>[cf])?(?P<c3u>[qh])(?P<c3q>[1-4])(?: of)?(?:[ '/]{{1,2}}(?P<c3y>{_Y4}|(?<=')\d\d)|-(?P<c3z>{_Y4}))?{_EDGE}"
    rf"|(?P<c4q>[1-4])(?P<c4u>[qh]){_EDGE}"
    rf"|(?P<c5y>{_Y4})[-/](?P<c5m>1[0-2]|0?[1-9])(?:[-/](?P<c5d>[0-3]?\d))?(?![\d%])"
)


# Each expression opens with the characters that a period can begin with (or, in English, with an edge of a word): most
# places fail there at once instead of at each of a dozen alternatives.
# Chinese pages print a quarter and the product after it on end.
_CODES_ZH = _CODES.replace(
    r"(?![\da-z])", r"(?:(?![\da-z])|(?=dram|nand|nor|hbm|ddr|lpddr|gddr|ssd|emmc|mobile|server))"
)
_ZH = re.compile(
    r"(?=[\d cfqh元第一二三四五六七八九十首上下前后今昨明去本当来翌同年全整该这过未次末报(])(?:(?<![a-z])(?:"
    + _CODES
    + r")"
    rf"|(?:(?P<y>{_Y}) ?(?:年|(?P<yf>财年|会计年度|财政年度|财务年度)|年度)(?:的| )?|(?P<y4>{_Y4}) ?(?=[上下]半年|第?[一二三四1-4]季|全年|整年|年[底末初])|(?P<ry>今年|明年|去年|后年|前年|本年度?|当年|来年|翌年|上年|同年)(?:的| )?)?(?:"
    r"(?P<mr1>1|4|7|10) ?月? ?[~\-至到] ?(?P<mr2>3|6|9|12) ?月(?!\d)|(?<!\d)(?P<mk>3|6|9|12) ?月季(?!节)|(?<!未来)(?<!下来)(?<!连续)(?<!过去)(?<!超过)(?<!往后)(?<![连近逾约满])(?P<p2a>第?[一二三四1234]) ?(?P<pj>[、,和及与至/跟-]) ?第?(?P<p2b>[一二三四1234]) ?季度?"
    r"|(?P<p3a>[一二三四])(?P<p3b>[一二三四])季度?"
    r"|(?<![两几~\-连近逾约满])(?<![一二三四两几1-9][到至])(?<!未来)(?<!下来)(?<!连续)(?<!过去)(?<!超过)(?<!往后)(?:前(?=三))?第? ?(?P<q>[一二三四1234首末]) ?(?P<fq>财)?(?P<qq>季)(?:度)?(?!节|前|以来的?第)"
    r"|(?P<h>[上下])半年(?:度)?|(?P<h2>前|后)半年"
    r"|(?:(?P<m2a>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])、(?P<m2b>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])|(?P<m2c>一二|二三|三四|四五|五六|六七|七八|八九)) ?月(?:份)?(?!来)"
    r"|(?P<m>1[0-2]|0?[1-9]|(?<![连近逾满])(?<!连续)十[一二]?|(?<![连近逾满])(?<!连续)[一二三四五六七八九]|(?:(?<![\d万亿百千美港日韩欧])|(?<=ddr\d))元) ?月(?:份)?(?:底|末|初|中旬|上旬|下旬|中)?(?: ?(?P<d>[0-3]?\d) ?[日号])?(?!来|均(?!价)|线|度)"
    r"|(?P<ye>年底|年末|年初(?!至今|迄今|到现在)|年中|全年|整年|(?<![半一两三四五几\d])年内)"
    r")"
    rf"|(?P<sa>{_Y4}) ?年?[-~] ?(?P<sb>{_Y4}) ?年(?![\d上下第一二三四])|(?P<ya>{_Y4}) ?年?[/、和与及] ?(?P<yz>{_Y4}) ?年(?![\d上下第一二三四])|[明今去后]?\((?P<yp>{_Y4})\) ?年(?:底|末|初)?|(?P<yo>{_Y4}) ?年(?!代|龄|前(?:[一二三两半\d]|期|后)|来(?!看|说)|后的|度报告|内存)(?:度|底|末|初)?|(?<=[至到]) ?(?P<yb>{_Y4})(?![\d%.,]| ?[年万亿个颗片])|(?<![\d.,$~\-/a-z])(?P<yt>{_Y4})(?= ?(?:dram|nand|nor\b|hbm|ddr|ssd|lpddr|记忆体|内存|存储))|(?P<two>明后(?:两|二)?年)|(?P<rp>报告期内?)"
    r"|(?<![\d.近约逾超达满共第来去~\-至到])(?P<y2>2\d) ?年(?=底|末|初|以来|全年|的? ?(?:dram|nand|hbm|ddr|nor|ssd|存储|内存|闪存|需求|供应|供给|供需|供求|价格|合约|市场|行业|产能|或|将|预计|有望|整体|[，,]))(?:底|末|初|以来|全年)?"
    r"|(?P<ryo>(?:年初|今年)(?:至今|迄今|到现在)|今年|明年|去年|后年|当年|本年度|年内|年底|年末|年初|全年|整年|今年以来|年初以来)(?:底|初|内|以来|全年)?(?<!半年内)(?<![一两三四五几\d]年内)"
    r"|(?P<rq>本季度?|今季|当季度?|这个季度|该季度?|本财季|上一?个?季度?|上季度?|前一季度?|前季|下一?个?季度?|下季度?|次季|未来一季)(?!节)"
    r"|(?P<rm>本月|当月|这个月|上个?月|前月|下个?月|次月|本周(?!期)|这周|近一周|过去一周)"
    r"|(?P<rd>[昨今]\((?P<rdd>[0-3]?\d)\) ?日|(?:昨|今)[日天]|(?<![\d月/\-])(?P<rde>[0-3]?\d) ?日(?![圆元本韩美系内]))"
    r"|(?P<both>今、?明两?年)"
    r"|(?<![\d/])(?P<sl>1[0-2]|0?[1-9])/(?P<sld>[0-3]?\d)(?=起|开始|生效)"
    r"|(?P<prev>前两个?季度?|过去两个?季度))"
)


_EN_ORD = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "final": 4}


_EN_MONTH = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip


_EN_MONTHS = r"january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"


_EN_YEAR = rf"(?P<{{0}}>{_Y4})|(?P<{{1}}>this year|next year|last year|the current year|the year)"


_EN = re.compile(
    r"(?:(?<![a-z0-9])|(?=[ -]))(?:"
    rf"\b ?(?:[12]h|(?:(?:first|second|latter|last) (?:half|week|two weeks|ten days)|middle|beginning|start|end) of)[ -](?P<pm>{_EN_MONTHS})\b\.?(?:,? (?:of )?(?P<pmy>{_Y4}))?"
    r"|(?<![a-z0-9])(?:" + _CODES_ZH + r")"
    r"|\b(?P<cal>calendar|fiscal)?[ -]?(?P<o>first|second|third|fourth|1st|2nd|3rd|4th|final)(?:[ -](?P<f2>fiscal|calendar))?"
    r"(?:(?: and |/|, )(?:the )?(?P<o2>second|third|fourth|2nd|3rd|4th))?"
    rf"[ -](?P<u>quarters?|halves|half)(?P<cal2> calendar)?(?:,? (?:of |in )?(?:the )?(?P<cal3>calendar |fiscal )?(?:year )?(?:(?P<y>{_Y4})|'?(?P<y2>2\d|(?<=')[01]\d)\b|(?P<ry>this year|next year|last year|the current year|year)\b))?"
    r"|\b(?P<back>back|front) half(?: of (?:the )?(?:calendar |fiscal )?(?:year )?(?:(?P<yb>20[0-3]\d)|'(?P<yb2>[012]\d)\b|(?P<ryb>this year|next year|last year|year)))?"
    r"|\b(?P<span>january|april|july|october)(?:-| to |-to-| through )(?:march|june|september|december)(?: (?:period|quarter))?"
    rf"|\b(?P<mq>{_EN_MONTHS}) quarter"
    rf"|\b(?P<tm>first|last|final) three months(?: of (?:(?P<tmy>{_Y4})|(?P<tmr>this year|next year|last year|the year)))?(?! of)"
    rf"|\b(?:(?:early|mid|late|end of)[- ])?(?P<mo>{_EN_MONTHS})\b\.?(?: (?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?!\d))?(?:,? (?:of )?(?P<ym>{_Y4}))?"
    r"|\b(?P<rel>this|next|last|the current|current|the previous|the prior|previous|prior|the coming|the following|the next|the last|in|during the|for the|in the|(?:throughout|through|across) the(?= quarter)|the upcoming|coming) (?P<relcal>calendar |fiscal )?(?P<ru>quarter|month|half|year)\b(?!-|s| over| ago| '?\d\d)"
    rf"|\b(?:calendar|cy)[ -]?(?:year )?'?(?P<cy>{_Y4}|2\d|(?<=')[01]\d)\b|\b(?P<exit>exit(?:ing)? |end of |close of )?(?:fiscal|fy)[ -]?(?:year )?'?(?P<fy>{_Y4}|2\d|(?<=')[01]\d)\b"
    rf"|\b(?P<el>early|late)(?: in)? (?:(?P<ely>{_Y4})|(?P<elr>this year|next year|last year))\b"
    r"|(?:(?<=\bin )|(?<=\bfor )|(?<=\bby )|(?<=\binto )|(?<=\bthrough )|(?<=\buntil )|(?<=\bof )|(?<=\bearly )|(?<=\blate )|(?<=\bmid-))['\"](?P<yqy>[12]\d)\b['\"]?(?! ?%)"
    rf"|\b(?P<yo>{_Y4})\b(?!-| units| wafers)|\b(?P<yend>(?:rest|remainder|balance) of (?:the|this) (?:calendar |fiscal )?year|year[- ]end|end of (?:the|this) year|the end of the year|full year|the year as a whole|(?:(?<=through )|(?<=throughout )|(?<=course of )|(?<=over ))the (?:calendar )?year(?![- ](?:ago|before|earlier|over|on|old))|year to date|year-to-date)\b)"
)


_PATTERNS: dict[Language, re.Pattern[str]] = {
    "zh": _ZH,
    "en": _EN,
    "ko": korean_pattern(_CODES),
    "ja": japanese_pattern(_CODES),
}


_YEAR_STEPS = {
    "今年": 0, "本年": 0, "本年度": 0, "当年": 0, "同年": 0, "年内": 0, "年底": 0, "年末": 0, "年初": 0, "全年": 0, "整年": 0, "今年以来": 0, "年初至今": 0, "年初迄今": 0, "今年迄今": 0, "今年至今": 0, "年初以来": 0,
    "明年": 1, "来年": 1, "翌年": 1, "后年": 2, "去年": -1, "上年": -1, "前年": -2, "昨年": -1, "一昨年": -2, "おととし": -2, "再来年": 2, "올해": 0, "같은 해": 0, "금년": 0, "올": 0, "내년": 1, "지난해": -1,
    "작년": -1, "재작년": -2, "this year": 0, "the current year": 0, "the year": 0, "year": 0, "next year": 1, "last year": -1,
}  # fmt: skip


_STEPS_BACK = re.compile(r"^(?:上|前|过去|지난|전|직전|先|last|the last|the previous|previous|the prior|prior)")


_STEPS_ON = re.compile(
    r"^(?:下|次|未来|다음|차|내|次|翌|来|next|the next|the coming|coming|the following|the upcoming)"
)


_COMPARED_BEFORE = re.compile(
    r"(?:than (?:needed|used|seen|sold|shipped|paid|charged) (?:for|in|by)(?: the)?|较|比|大于|高于|小于|低于|超过|优于|不及|不如|多于|少于|弱于|强于|逊于|好于|高出|多出|相比(?:于)?|相较(?:于)?|对比|对照|than(?: in)?(?: the)?|ahead of(?: the)?|compared (?:with|to)(?: the)?|relative to(?: the)?|in comparison (?:with|to)(?: the)?|versus(?: the)?|vs\.?(?: the)?|against the|over the|since(?: the)?(?: (?:start|beginning|end|middle) of)?(?: the| early| late)?|from(?: the| a)?|(?:above|below|beneath)(?: the)?(?: average of)?(?: the)?|times (?:the|its|their) (?:prices?|levels?|cost) (?:in|of|at)(?: the)?|off(?: the| its)?|相対|(?<=[\d季月年度])对|(?:same|level) as (?:in )?(?:the )?|as in (?:the )?)\s?(?:去年|前年|今年)?$"
)


_SPAN = re.compile(rf"(?:{_EN_MONTHS})(?:-| to |-to-| through )(?:march|june|september|december)\b")
_WILL_FROM = re.compile(
    r"\b(?:will|would|expected to|set to|to|rebound|recover|bottom|starting|beginning|effective|(?:will|and|to) [a-z]+) (?:(?!quarter|half|month)[a-z]+ ){0,2}from (?:the )?$"
    r"|\b(?:will|would|to|is|are) (?:be )?(?:cut|reduc|rais|increas|hik|lower|trim|slash|lift|adjust|curtail)[a-z]*\b(?:(?!quarter|half|month)[^,;]){0,30} from (?:the )?$"
    # "Raised list prices 10% from July": a verb that rules prices says when, one of prices from where.
    r"|\b(?:rais|lift|hik|adjust|cut|lower|slash|increas|rais)[a-z]* (?:(?!quarter|half|month)[a-z0-9'/\-]+ ){0,6}?(?:prices?|quotes?|pricing|quotations?)\b(?:(?!quarter|half|month)[^,;]){0,28} from (?:the )?$"
)
_IS_SPAN = re.compile(r" (?:(?:and|to|through) (?:calendar |fiscal )?20\d\d\b|time ?frame|period\b)")
_COMPARED_AFTER = re.compile(
    r"\s?(?:(?:'s )?(?:levels?|highs?|lows?|peaks?|bottoms?|troughs?|prices?(?= (?:in|for|,|\.)))\b|(?:상반기|후반기|하반기|말|초)?\s?(?:\([^)]{1,20}\))?\s?(?:대비|보다|에 비해|[과와] 비교|이후(?= ?(?:처음|최|가장|\d{1,3}[개년분월])))|\([^)]{1,20}\)\s?(?:대비|보다|に比べ|と比べ|と比较|比で)|比(?=\d+(?:\.\d+)?(?:%|割))|(?:的)?(?:历史|阶段性?)?(?:高位|低位|高点|低点|峰值|谷底|低谷|底部|顶部)|(?:的)?(?:同等)?(?:水准|水平|价位)(?![以之]上)|以来的?(?:最|首|新|の|と|、|で|，?创)|以来[となの]|以来(?=\d)|(?: ?말)? ?(?:평균 )?[\d.,]{1,8} ?(?:달러|원|센트)(?:대)?(?:에서 |였던|이던|에 거래되던|하던| ?대비|보다|에 비해)|相比|时?的?(?:情况|水平|交易价格)?相比|低|高(?=出)|同期|대비|(?: ?(?:상반기|하반기|전반기|후반기|상반월|하반월|초|말|초순|중순|하순|상순))?[과와] (?:동일|같|비슷|유사)|と(?:ほぼ|概ね|おおむね)?(?:同じ|同水准|変わら)|并み|の(?:最?安値|最?高値|水准|底値|ピーク)(?:から|より|を|と)|の(?:半额|半値|半分|约?\d倍)|보다|의 (?:약 )?(?:두|세|네|다섯|\d[\d.]{0,4}) ?배|의 \d{1,3}% 수준|(?: ?가격| ?수준)[을를] (?:그대로 |거의 )?(?:유지|지킬|지키)|비(?=\s)|に比べ|と比べ|と比较|比で|より(?![^、。]{0,24}(?:値上げ|値下げ|引き上げ|引き下げ|减产))|(?:の水准)?を[\d.%]{0,6}(?:[大小]幅に|やや)?(?:上回|下回)|を(?:ピーク|ボトム|底|境|天井)に|から(?:约|累计で|ほぼ)?\d[\d.]{0,5}(?:%|割|倍)(?!の?(?:値上げ|引き上げ|値下げ|减产))|의 \$|の\$|の[\d.,]+ドルと比|の[\d.,]{1,8}万?[\d.,]{0,6}(?:ドル|円)(?:台|前后)?(?:前半|后半)?から|以降(?=\d+(?:年|[カかヶ]月)ぶり)|的?\$|(?:合约价|价格)?\d+美元高|(?:年底|底|年初|初|平均)?的?(?:约|近|逾|大约|将近)?[\d.一二两三四五六七八九十]{1,4}倍)"
)


_BOUNDARY_BEFORE = re.compile(
    r"(?:至|(?<![看感意察得收听受])到|持续到|持续至|延续至|延续到|至少到|直到|截至|through|until|till|to|into|by|by the end of|through the end of|beyond|past|at least)\s?(?:the )?(?:end of )?$"
)


_BOUNDARY_AFTER = re.compile(r"\s?(?:前(?![两一二三])|之前|底前|后|以后|年后|まで|に向け|까지|以降|이후)")


_KIND_BEFORE = re.compile(r"\b(fiscal|calendar) $")


_TOGETHER_BEFORE = re.compile(r"(?:与|跟|和|同)\s?(?:去年|前年|今年)?$")


_COMPARED_LATER = re.compile(
    r"[^，,。;]{0,20}(?:相比|相较|对比)|[^，,。;]{0,8}(?:持平|相当|相同|相近|一致|一样|差不多|打平|齐平|无异|如出一辙|雷同)"
)
_FORECAST_LATER = re.compile(r"[^，,。;]{0,40}的(?:预测|预期|预估|展望|看法|指引)")


_COUNTED_FROM = re.compile(r"\s?(?:起|开始|以来|初以来)[^，,。;]{0,4}(?:累计|至今|已累计|迄今)|至今|迄今")
_STARTS_AFTER = re.compile(r"\s?(?:起|开始|始)")


def find_periods(text: str, original: str, language: Language, start: int, end: int) -> list[PeriodWord]:
    """Return the period words between two positions, in order; `original` tells May from may and March from march."""
    found: list[PeriodWord] = []
    for match in _find_matches(text, language, start, end):
        marks = _read_marks(match, language)
        if not marks or _is_plain_word(match, original, language) or _is_part_of_size(match, language):
            continue
        word = _build_word(match, original, marks, start, end)
        if found:
            word = _as_said(word, found[-1])
        if found and _spans_quarter(text, found[-1], word):
            word = _join_months(found.pop(), word, original)
        if language == "ja" and word.text.startswith(("年初", "月初")):
            word = replace(word, is_comparison=False)  # "年初に比べ15%": the change of the year so far
        if found and language == "ja" and _narrows(text, found[-1], word):
            found[-1] = replace(found[-1], end=word.end)
            continue
        if found and _explains(text, found[-1], word):
            outer = found.pop()
            is_compared = outer.is_comparison or bool(_COMPARED_AFTER.match(text, word.end + 1))
            word = replace(outer, end=word.end, marks=word.marks, is_comparison=is_compared)
        found.append(word)
    return found


def _as_said(word: PeriodWord, before: PeriodWord) -> PeriodWord:
    """Return a period that points back to the one before it as what it means: 当季 as that quarter, 同年 in that year."""
    said = before.marks[0]
    is_next = word.text.startswith(_NEXT_YEAR)
    if (is_next or word.text.startswith(_SAME_YEAR)) and (said.year or said.year_step is not None):
        year = said.year + is_next if said.year else None
        step = None if said.year_step is None else said.year_step + is_next
        return replace(word, marks=tuple(replace(mark, year=year, year_step=step) for mark in word.marks))
    if word.text in _ONE_BEFORE and said.number and said.unit == "Q" and not said.kind:
        number, shift = (said.number - 1, 0) if said.number > 1 else (4, 1)
        year = said.year - shift if said.year else None
        step = None if said.year_step is None else said.year_step - shift
        return replace(word, marks=(replace(said, number=number, year=year, year_step=step),))
    if word.text in _SAME_AS_SAID and said.number and said.unit == word.marks[0].unit:
        return replace(word, marks=before.marks)
    return word


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


_OPENS = re.compile(r"\s?(?:の(?:前半|后半|半ば))?\s?\(")


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


_ONE_BEFORE = frozenset({"上季", "上季度", "上一季", "上一季度", "前一季", "前一季度", "前季"})
_SAME_YEAR = ("同年", "当年", "같은 해", "그해", "그 해")
_NEXT_YEAR = ("이듬해", "다음해", "다음 해")
# Said after a quarter or a month was named, these mean that one and not the running one.
_SAME_AS_SAID = frozenset(
    {"当季", "当季度", "该季", "该季度", "当月", "해당 분기", "같은 분기", "같은 달", "그달", "同四半期", "同月"}
)
_HINTS: dict[Language, re.Pattern[str]] = {
    "zh": re.compile(r"[年月季周日]|\d/\d{1,2}(?=起|开|生)|[昨今]天|报告期|[qh][1-4]|[1-4][qh]|20\d\d"),
    "en": re.compile(
        rf"quarter|half|halves|month|year|20\d\d|\d\d?[qh]\d?|[qh][1-4]|fiscal|calendar|['\"][012]\d\b|\b(?:{_EN_MONTHS})\b"
    ),
    "ko": re.compile(r"[년월기달해주]|금년|작년|[qh][1-4]|[1-4][qh]|20\d\d|연[말초간내]|올 "),
    "ja": re.compile(r"[年月期半周战戦]|\d日|[昨今来翌昨][の]?[春夏秋冬]|[qh][1-4]|[1-4][qh]|20\d\d"),
}


def _find_matches(text: str, language: Language, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield the matches of the grammar, tried only round the places where a period can be: the whole is slow."""
    pattern = _PATTERNS[language]
    last = start
    for hint in _HINTS[language].finditer(text, start, end):
        if hint.end() <= last:
            continue
        first = max(last, hint.start() - 36)
        for match in pattern.finditer(text, first, min(end, hint.end() + 48)):
            if match.start() > hint.end():
                break
            if match.end() > last:
                last = match.end()
                yield match


def _build_word(match: re.Match[str], original: str, marks: tuple[Mark, ...], start: int, end: int) -> PeriodWord:
    """Return a match with what the words beside it say: fiscal, compared with, a boundary."""
    text = match.string
    first = match.start() + len(match[0]) - len(match[0].lstrip())
    before = text[max(start, first - 20) : first]
    after = text[match.end() : min(end, match.end() + 24)]
    said = _KIND_BEFORE.search(before)
    if said:
        kind: Literal["fiscal", "calendar"] = "fiscal" if said[1] == "fiscal" else "calendar"
        marks = tuple(replace(mark, kind=kind) for mark in marks)
    is_boundary = bool(_BOUNDARY_BEFORE.search(before) or _BOUNDARY_AFTER.match(after))
    is_boundary = is_boundary and not text.startswith(
        ("exit", "end of", "close of"), first
    )  # "to exit fiscal 2025 with"
    if is_boundary and text.startswith(("early ", "late "), first):
        marks = tuple(Mark("Y", None, mark.year, mark.year_step) for mark in marks)  # "by late 2027": until that year
    if is_boundary and len(marks) == 2 and match.re.groupindex.get("sa") and match["sa"]:
        marks = marks[-1:]  # "延续至2027-2028年": until the last
    compared = _COMPARED_BEFORE.search(before) or _COMPARED_AFTER.match(after)
    if (
        compared
        and before.endswith(("from ", "from the "))
        and (first - start <= 9 or _is_start(text, max(start, first - 90), first, end))
    ):
        compared = None
    compared = compared or (_TOGETHER_BEFORE.search(before) and _COMPARED_LATER.match(after))
    if compared and before.endswith(("over ", "over the ")) and _IS_SPAN.match(after):
        compared = None  # "over the 2018 and 2019 time frame"
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


def _is_start(text: str, since: int, first: int, end: int) -> bool:
    """Say whether "from" tells when an English change begins ("from January through March", "will rebound from May")."""
    return bool(_SPAN.match(text, first, end) or _WILL_FROM.search(text, since, first))


def _is_part_of_size(match: re.Match[str], language: Language) -> bool:
    """Say whether a Japanese "half" is one of a size ("20%台前半", "1桁台後半")."""
    before = match.string[max(0, match.start() - 1) : match.start()]
    return language == "ja" and match[0][:2] in ("前半", "后半") and before in ("台", "桁", "%", "代")


def _is_plain_word(match: re.Match[str], original: str, language: Language) -> bool:
    """Say whether an English match is no period: the verb "may", "march", a bare "in year"."""
    if language != "en":
        return False
    groups = match.groupdict()
    month = groups.get("mo") or groups.get("mq")
    if not month:
        return False
    at = match.start("mo") if groups.get("mo") else match.start("mq")
    written = original[at : at + len(month)]
    if month in ("may", "march", "mar", "sep", "dec", "jan", "oct") and not written[0].isupper():
        return True
    # A sentence's first "May" or "March" without a day or a year is a verb more often than a month.
    return month in ("may", "march") and not (groups.get("ym") or groups.get("d") or groups.get("mq")) and at == 0


def _year(text: str | None) -> int | None:
    """Read a year of two or four digits."""
    if not text:
        return None
    value = int(text)
    return value if value > 100 else 2000 + value


def _read_marks(match: re.Match[str], language: Language) -> tuple[Mark, ...]:
    """Return the marks of one match; empty where it is not a period after all."""
    groups = {name: value for name, value in match.groupdict().items() if value is not None}
    coded = _read_code(groups)
    if coded:
        return (coded,)
    if "el" in groups:
        number = 1 if groups["el"] == "early" else 4
        return (Mark("Q", number, _year(groups.get("ely")), _YEAR_STEPS.get(groups.get("elr", ""))),)
    if language == "en":
        return _read_english(groups)
    said = {"ja": read_japanese, "ko": read_korean}[language](groups) if language in ("ja", "ko") else None
    if said is not None:
        return said
    marks = _read_cjk(groups)
    # "2020年第4四半期" is one of the calendar; one of a fiscal year says 年度 or 3月期.
    is_dated = language == "ja" and "q" in groups and "y" in groups
    return tuple(replace(mark, kind="calendar") for mark in marks) if is_dated else marks


def _read_code(g: dict[str, str]) -> Mark | None:
    """Return the mark of a code such as 3Q26, 26H2, Q3'26 or 2026-07."""
    for digit in "12346":
        unit = g.get(f"c{digit}u")
        if not unit:
            continue
        number = int(g[f"c{digit}q"])
        if unit == "h" and number > 2:
            return None
        year = _year(g.get(f"c{digit}y") or g.get("c3z"))
        flag = {"c": "calendar", "f": "fiscal"}.get(g.get("c3f", ""), "")
        return Mark("Q" if unit == "q" else "H", number, year, kind=flag)  # type: ignore[arg-type]
    if "c5y" in g:
        return Mark("M", int(g["c5m"]), int(g["c5y"]), day=int(g["c5d"]) if g.get("c5d") else None)
    return None


def _read_cjk(g: dict[str, str]) -> tuple[Mark, ...]:
    """Return the marks of a Chinese, Korean or Japanese match."""
    year, step = _year(g.get("y") or g.get("y4")), _YEAR_STEPS.get(g.get("ry", ""))
    if "p2a" in g or "p3a" in g:
        a, b = _CN[(g.get("p2a") or g["p3a"])[-1]], _CN[g.get("p2b") or g["p3b"]]
        if g.get("pj") in ("至", "-") and b - a > 1:
            return (Mark("Q", b, year, step),)  # "一至三季度": all of them, up to the last
        return tuple(Mark("Q", n, year, step) for n in (a, b))
    if "q4" in g:
        return (Mark("Q", int(g["q4"]), year, step),)
    if "q" in g:
        is_fiscal = g.get("fq") or g.get("yf")
        return (Mark("Q", _CN[g["q"]], year, step, kind="fiscal" if is_fiscal else ""),)
    if "mr1" in g or "mk" in g:
        last = int(g.get("mk") or g["mr2"])  # "6月季": the three months that end in June
        return _read_months(int(g.get("mr1") or last - 2), last, year, step)
    half = g.get("h") or g.get("h2") or g.get("h3")
    if half:
        return (Mark("H", 1 if half in "上前상" else 2, year, step),)
    if "m2a" in g or "m2c" in g:
        pair = (g["m2a"], g["m2b"]) if "m2a" in g else tuple(g["m2c"])
        return tuple(Mark("M", _MONTHS_CN.get(name) or int(name), year, step) for name in pair)
    if "m" in g:
        month = _MONTHS_CN.get(g["m"]) or int(g["m"])
        return (Mark("M", month, year, step, day=int(g["d"]) if g.get("d") else None),)
    if "ye" in g:
        return (Mark("Y", None, year, 0 if step is None and year is None else step),)
    return _read_cjk_whole(g)


def _read_months(first: int, last: int, year: int | None, step: int | None) -> tuple[Mark, ...]:
    """Return the quarter or the half that a span of months is; nothing for another span."""
    if last - first == 2:
        return (Mark("Q", (last + 2) // 3, year, step, kind="calendar"),)
    if last - first == 5 and first in (1, 7):
        return (Mark("H", 1 if first == 1 else 2, year, step, kind="calendar"),)
    return ()


def _read_cjk_whole(g: dict[str, str]) -> tuple[Mark, ...]:
    """Return the marks of a whole year, or of a period told from the running one, in Chinese, Korean or Japanese."""
    if not g.keys().isdisjoint(("two", "rp", "y2", "sa")):
        return _read_chinese_whole(g)
    if "ya" in g:
        return (Mark("Y", None, int(g["ya"])), Mark("Y", None, int(g["yz"])))
    if "yp" in g or "yb" in g or "yt" in g:
        return (Mark("Y", None, int(g.get("yp") or g.get("yb") or g["yt"])),)
    if "yo" in g:
        if g.get("yh"):
            return (Mark("H", 1 if g["yh"] == "前半" else 2, _year(g["yo"])),)
        return (Mark("Y", None, _year(g["yo"])),)
    if "ryo" in g:
        return (Mark("Y", None, None, _YEAR_STEPS.get(g["ryo"], 0)),)
    for name, unit in (("rq", "Q"), ("rm", "M")):
        if name in g:
            return (Mark(unit, step=_step(g[name])),)  # type: ignore[arg-type]
    return _read_cjk_near(g)


def _read_cjk_near(g: dict[str, str]) -> tuple[Mark, ...]:
    """Return the marks of a Chinese day without its month ("昨(13)日"), of this year and next, of the last two quarters."""
    if "rd" in g:
        return (Mark("M", step=0, day=int(g.get("rdd") or g.get("rde") or 1)),)
    if "sl" in g:
        return (Mark("M", int(g["sl"]), day=int(g["sld"])),)
    if "both" in g:
        return (Mark("Y", None, None, 0), Mark("Y", None, None, 1))
    if "prev" in g:
        return (Mark("Q", step=-2), Mark("Q", step=-1))
    return ()


def _read_chinese_whole(g: dict[str, str]) -> tuple[Mark, ...]:
    """Return the marks of 明后两年, of the span that a report covers, or of a year of two digits ("24年以来")."""
    if "two" in g:
        return (Mark("Y", None, None, 1), Mark("Y", None, None, 2))
    if "sa" in g:
        return (Mark("Y", None, int(g["sa"])), Mark("Y", None, int(g["sb"])))
    return (Mark("Y", kind="reporting"),) if "rp" in g else (Mark("Y", None, _year(g["y2"])),)


def _step(word: str) -> int:
    """Return -1, 0 or 1 for last, this or next."""
    if _STEPS_BACK.match(word):
        return -1
    return 1 if _STEPS_ON.match(word) else 0


def _read_english(g: dict[str, str]) -> tuple[Mark, ...]:
    """Return the marks of an English match."""
    if "o" in g:
        return _read_ordinal(g)
    if "back" in g:
        return (
            Mark(
                "H",
                2 if g["back"] == "back" else 1,
                _year(g.get("yb") or g.get("yb2")),
                _YEAR_STEPS.get(g.get("ryb", "")),
            ),
        )
    if "span" in g or "mq" in g:
        return (Mark("Q", (_EN_MONTH[(g.get("span") or g["mq"])[:3]] + 2) // 3, kind="calendar"),)
    if "tm" in g:
        return (
            Mark(
                "Q",
                1 if g["tm"] == "first" else 4,
                _year(g.get("tmy")),
                _YEAR_STEPS.get(g.get("tmr", "")),
                kind="calendar",
            ),
        )
    if "pm" in g or "mo" in g:
        day = int(g["d"]) if g.get("d") else None
        return (Mark("M", _EN_MONTH[(g.get("pm") or g["mo"])[:3]], _year(g.get("pmy") or g.get("ym")), day=day),)
    return _read_relative(g) if "rel" in g else _read_english_year(g)


def _read_english_year(g: dict[str, str]) -> tuple[Mark, ...]:
    """Return the mark of an English year or of its end."""
    if "cy" in g or "yo" in g or "yqy" in g:
        year = _year(g.get("cy") or g.get("yo") or g.get("yqy"))
        return (Mark("Y", None, year, kind="calendar" if "cy" in g else ""),)
    if "exit" in g:
        return (Mark("Q", 4, _year(g["fy"]), kind="fiscal"),)
    if "fy" in g:
        return (Mark("Y", None, _year(g["fy"]), kind="fiscal"),)
    if "yend" in g:
        return (Mark("Y", None, None, 0),)
    return ()


def _read_ordinal(g: dict[str, str]) -> tuple[Mark, ...]:
    """Return the marks of "second quarter", "first and second quarters of 2026", "second half of calendar 2025"."""
    said = " ".join(g.get(name, "") for name in ("cal", "f2", "cal2", "cal3"))
    kind = "fiscal" if "fiscal" in said else ("calendar" if "calendar" in said else "")
    year, step = _year(g.get("y") or g.get("y2")), _YEAR_STEPS.get(g.get("ry", ""))
    unit: Unit = "H" if g["u"].startswith("hal") else "Q"
    numbers = [_EN_ORD[g["o"]]] + ([_EN_ORD[g["o2"]]] if "o2" in g else [])
    if unit == "H" and max(numbers) > 2:
        return ()
    return tuple(Mark(unit, number, year, step, kind=kind) for number in numbers)  # type: ignore[arg-type]


def _read_relative(g: dict[str, str]) -> tuple[Mark, ...]:
    """Return the mark of "this quarter", "next month", "during the quarter" (the one reported on)."""
    word, unit = g["rel"], {"quarter": "Q", "month": "M", "half": "H", "year": "Y"}[g["ru"]]
    if word == "in":
        return ()
    if word == "in the" and unit != "Q":
        return ()
    if word in ("during the", "for the", "in the", "throughout the", "through the", "across the"):
        kind = "reporting" if unit == "Q" else ""
        return (Mark("Y", None, None, 0) if unit == "Y" else Mark(unit, step=0, kind=kind),)  # type: ignore[arg-type]
    step = _step(word)
    if unit == "Y":
        return (Mark("Y", None, None, step),)
    return (Mark(unit, step=step),)  # type: ignore[arg-type]
