"""Sizes of change in five languages: percentages, ranges, bounds, tenths, factors and "mid-teens".

The text is folded (`script.fold`). Every expression is bounded in length, so the cost is linear. Sizes are percent.
Conventions: low single digits 1-3, mid 4-6, high 7-9; "double digit" 10 and more; doubling 100; Chinese "rises N times" N x 100,
elsewhere "N times" is a multiple of the old price, so (N - 1) x 100.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from tracker.extract.chinese.numbers import find_spoken
from tracker.extract.english.spelled import find_spelled
from tracker.extract.korean import numbers as numbers_ko
from tracker.extract.script import Language

Kind = Literal["percent", "factor", "word"]


@dataclass(frozen=True, slots=True)
class Amount:
    """A size of change at a place in the text: percent, low and high, either of them open.

    `sign` is -1 or 1 where the text writes one. `is_old` marks the value before a revision or a comparison ("from 17 %").
    `is_cut_to` marks a remaining share rather than a change.
    """

    start: int
    end: int
    low: float | None
    high: float | None
    kind: Kind = "percent"
    sign: int = 0
    is_old: bool = False


_N = r"\d{1,5}(?:,\d{3})?(?:\.\d{1,4})?"
_UNIT = r"%(?!p)|percent\b(?!age point)|per cent\b|pct\b|퍼센트|パーセント"
_HAN = {
    "零": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
    "十": 10,
    "半": 0.5,
}
_HN = r"(?:[一二两三四五六七八九十]{1,3}|\d{1,3}(?:\.\d{1,2})?)"

_TENTHS = re.compile(
    rf"(?<![\d.一二三四五六七八九十])(?P<a>{_HN})(?:\s?(?:-|~|至|到|、)?\s?(?P<b>{_HN}))?\s?(?:个)?(?P<u>成|割)(?P<tail>半|[一二三四五六七八九](?!成|季)|\d分)?(?!本|都|员|立|为|交|品|长|引|増(?!し|え|加|と|、|。|の)|当)"
)
_TIMES_ZH = re.compile(rf"(?<![\d.])(?P<a>{_HN})(?:\s?(?:-|~|至|到)\s?(?P<b>{_HN}))?(?:多|余)?\s?倍(?P<tail>半)?")
_OF_HUNDRED = re.compile(
    r"百分之(?P<a>[一二两三四五六七八九十百\d]{1,5})(?:\s?(?:至|到|-|~)\s?(?:百分之)?(?P<b>[一二两三四五六七八九十百\d]{1,5}))?(?:的?(?P<size>低|初|前|中|后|高)段)?"
)
_DIGITS_ZH_REAL = re.compile(
    r"(?:(?<![调升走攀提拉推垫创])(?P<size>低|中|高))?(?:(?:至|到|-|~)(?P<size2>中|高))?(?P<kind>个位数|单位数|双位数|两位数|二位数|十位数|三位数)(?:百分比|%)?(?P<tail>低段|中段|高段|后段)?"
)
_A_LITTLE = re.compile(r"\s?出头")
_SOME = re.compile(r"多(?!数|家|款|于)")
_DECADE_ZH = re.compile(r"(?P<a>\d0)\s?(?:%|几%)\s?(?P<size>低|初|前|中|后|高)段(?:班)?")
_THIRDS_ZH = {"低": (1, 3), "初": (1, 3), "前": (1, 3), "中": (4, 6), "后": (7, 9), "高": (7, 9)}
_TEENS = re.compile(
    r"\b(?:(?P<size>low|mid|high|mid[- ]{1,2}to[- ]high|low[- ]{1,2}to[- ]mid)[- ]{1,3})?"
    r"(?P<kind>single[- ]digits?|double[- ]digits?|triple[- ]digits?|teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|[2-9]0'?s|[2-9]0(?:%|(?= percent)))"
    r"(?:[- ](?:percentage|percent|range|%))*"
)
_DECADES = {
    "teens": 10, "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50,
    "sixties": 60, "seventies": 70, "eighties": 80, "nineties": 90,
}  # fmt: skip
_THIRDS = {
    "low": (1, 3), "mid": (4, 6), "high": (7, 9), "low-to-mid": (1, 6), "mid-to-high": (4, 9),
    "低": (1, 3), "中": (4, 6), "高": (7, 9), "초반": (1, 3), "중반": (4, 6), "후반": (7, 9), "중후반": (4, 9), "초중반": (1, 6),
    "낮은": (1, 3), "중간": (4, 6), "높은": (7, 9), "前半": (1, 3), "半ば": (4, 6), "后半": (7, 9),
}  # fmt: skip
_FACTORS_EN = re.compile(
    r"\b(?:(?P<word>doubl(?:e|ed|es|ing)(?![- ](?:order|book))|tripl(?:e|ed|es|ing)|trebl(?:e|ed|es|ing)|quadrupl(?:e|ed|es|ing)|quintupl(?:e|ed|es|ing)|halv(?:e|ed|es|ing)"
    r"|(?:two|three|four|five|six|seven|eight|nine|ten)[- ]?fold|twofold|threefold|tenfold)|(?P<n>\d{1,3}(?:\.\d)?)(?:[- ]fold|x\b| times\b))"
)
_FACTOR_WORDS = {
    "doubl": 100, "tripl": 200, "trebl": 200, "quadru": 300, "quintu": 400, "two": 100, "three": 200, "four": 300, "five": 400,
    "six": 500, "seven": 600, "eight": 700, "nine": 800, "ten": 900, "halv": 50,
}  # fmt: skip
_FACTORS_ZH = re.compile(
    r"翻(?:了)?(?P<n>一|两|三|四)?(?:番|倍)|翻倍|成倍|(?<=[逾超近])倍|倍增|腰斩|减半|砍半|对半|翻了?近?一倍"
)
_KO_DIGITS = re.compile(
    r"(?:(?P<pre>높은|중간|낮은)\s)?(?P<kind>한|두|세)\s?자[리릿]\s?수(?:\s?%)?(?:의)?\s?(?P<size>초중반|중후반|초반|중반|후반)?(?:대)?(?:\s?%)?|(?P<size0>초반|중반|후반)\s?(?P<kind0>한|두)\s?자[리릿]\s?수"
)
_KO_DECADE = re.compile(
    r"(?P<a>\d{1,3})\s?%\s?(?:대(?:의)?\s?(?P<size>초중반|중후반|초반|중반|후반)?|(?P<size2>초중반|중후반|초반|중반|후반)(?:대)?)"
)
_KO_TIMES = re.compile(
    r"(?P<a>두|세|네|다섯|여섯|일곱|여덟|아홉|열|수|\d{1,3}(?:\.\d)?)(?:\s?(?:-|~)\s?(?P<b>\d{1,3}))?\s?배(?![출분터정송당경])|곱절|갑절|반토막|절반"
)
# Half of what it costs to make is a level of a price, no size of its fall.
_OF_COST = re.compile(r"(?:원가|비용|제조비|정가)의? ?$")
_KO_NUMERALS = {"두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9, "열": 10}
_JA_DIGITS = re.compile(
    r"(?P<kind>[12一二])桁(?:%|パーセント)?(?:台)?(?:の)?(?P<size>前半|半ば|后半)?(?:%)?|(?P<a>\d{1,2})(?:%|パーセント)台?(?P<size2>前半|半ば|后半)"
)
_JA_TIMES = re.compile(
    r"(?P<a>[二三四五六七八九十]|\d{1,3}(?:\.\d)?)(?:\s?(?:-|~)\s?(?P<b>\d{1,3}(?:\.\d)?))?倍|半値|半额|半减|半分(?=(?:以下)?(?:に|まで))|倍増|倍增"
    r"|(?<![\d一二三四五六七八九十半数何〇.])倍(?=に(?!し)|近[くい]|へ|以上に)"
)

_OPEN_ABOVE_BEFORE = re.compile(
    r"(?:over|more than|above|exceeding|(?<!not )exceeds?|at least|greater than|north of|upwards of|in excess of|well over|>|逾|超|超过|超逾|至少|高于|大于|不低于|突破|上看|破|最少|최소|적어도|少なくとも)\s?(?:近)?[+\-]?\s?$"
)
_OPEN_ABOVE_AFTER = re.compile(
    r"(?:\+(?!\s?\d)|以上|还多|不止|有余|余|多(?!数|家|款)|之上|\s?or more|\s?or higher|\s?plus\b|\s?이상|\s?초과|\s?넘게|\s?넘는|\s?을 넘|\s?를 넘|[가이]? ?넘는|[을를] ?(?:상회|초과)|\s?웃돌|\s?을 웃|\s?超|を超|\s?を上回|강(?=[\s,.]|$)|强(?![势劲]))"
)
_OPEN_BELOW_BEFORE = re.compile(
    r"(?:not exceed|not exceeding|up to|as much as|as high as|no more than|at most|less than|under|below|within|max(?:imum)?(?: of)?|<|最高(?:单[周月季日])(?:飙|涨|上涨)?|最高(?:上调|涨幅|上涨|调涨|涨)?|最高达|最高可达|最高涨|最高涨幅|至多|最多|最大|最多达|不到|不足|不超过|低于|最高约|上限|최대|최고|많게는|最大で|最大)\s?(?:约)?\s?[+\-]?\s?$"
)
_OPEN_BELOW_AFTER = re.compile(r"(?:以内|以下|之内|\s?이내|\s?이하|\s?미만|\s?未満|\s?or less|弱(?!势))")
_OLD_BEFORE = re.compile(
    r"(?:(?:(?:优于|高于|低于|超过|大于|小于|逊于|不及|胜过)[^，,。;\d]{0,8}|原先?|原本|此前|先前|前次)的?(?:预期|预估|预测|估计|目标|估)(?:值|数)?的?|(?:从|由)[^，,。;\d]{0,14}(?:预估|预期|预测|公布)的?(?:[季月年][增减涨跌]|环比(?:上涨|下跌|增长|下降)|上涨|下跌|[涨跌增减])?|从|由|自|from|原本的?|原先的?|原预估的?|此前的?|先前的?|前次|earlier|previous(?:ly)?|기존|기존 (?:전망치|예상치|전망|예상)(?:는|은|인)?|당초|従来の)\s?(?:约|an? |the )?\s?$"
)
_OLD_AFTER = re.compile(
    r"\s?(?:에)?서 (?:약 |평균 )?[+\-]?\d[\d.~\-% ]{0,12}%(?:대)?(?:로|까지)|\s?(?:qoq|yoy|mom)?\s?から\s?[+\-]?\d|\s?(?:増|减|高|安|の?(?:上升|下落))(?:の予测|の予想)?から"
)
# "持平至小涨5%": from nothing to five.
_FROM_FLAT = re.compile(r"持平(?:至|到|或|~|-)(?:小幅?|微幅?|略)?(?:上|回|走|调)?[涨升增扬跌降减]约? ?$")
_RANGES_FROM = re.compile(r"rang\w+ from\s?$")
_POINTS_AFTER = re.compile(r"\s?(?:个百分点|百分点|percentage points?|pp\b|%p|포인트|ポイント)")
_SHARE_AFTER = re.compile(
    r"\s?(?:of (?!the (?:previous|prior|last)|(?:its|their) (?:value|price)\b|(?:(?:our|its|their|total|dram|nand|industry) ){0,3}wafer (?:starts?|inputs?|capacity)\b)|的?(?:市场)?(?:份额|市占|股权|股份|毛利|概率|产能|先进|以上的?产能|营收)|의 (?:점유|비중)|\s?(?:이상|가량|정도|이하)?[을를] 차지|市场份额|market share|share\b|の(?:シェア|确率|供给)|stake|的概率|概率|probability|chance|capacity)"
)


_TO = re.compile(r"\s?(?:至|到|~|-|to|から|에서)\s?")
_DIGIT = re.compile(r"\d")


def find_amounts(text: str, language: Language, start: int, end: int) -> list[Amount]:
    """Return the sizes of change between two positions, in order, without overlaps, with their bounds applied."""
    raw: list[Amount] = []
    if _DIGIT.search(text, start, end):
        raw += _find_percents(text, start, end)
    raw += _WORDY[language](text, start, end)
    kept: list[Amount] = []
    for amount in sorted(raw, key=lambda item: (item.start, -item.end)):
        if kept and amount.start < kept[-1].end:
            continue
        if amount.low is not None and amount.high is not None and amount.low > amount.high:
            continue  # two numbers that make no range
        joined = _joined(text, kept[-1], amount) if kept else None
        if joined is not None:
            kept[-1] = joined
            continue
        kept.append(amount)
    bounded = (_bound(text, amount, start, end) for amount in kept)
    return [amount for amount in bounded if amount is not None]


def _joined(text: str, first: Amount, last: Amount) -> Amount | None:
    """Return the range that a size in words opens and one in digits closes ("高个位数至20%"), or None."""
    is_range = first.kind == "word" and last.kind in ("percent", "word") and _TO.fullmatch(text, first.end, last.start)
    if is_range and last.kind == "word" and text.startswith(("로", "으로"), last.end):
        return None
    if not is_range or first.low is None or last.high is None or last.high <= first.low:
        return None
    return replace(last, start=first.start, low=first.low)


def _number(text: str) -> float:
    """Read digits or Chinese numerals up to 99."""
    if text[0].isdigit():
        return float(text.replace(",", ""))
    if text == "十":
        return 10
    if "百" in text:
        return 100
    if "十" in text:
        tens, _, ones = text.partition("十")
        return _HAN.get(tens, 1) * 10 + _HAN.get(ones, 0)
    return float(sum(_HAN[char] * 10.0 ** (len(text) - 1 - place) for place, char in enumerate(text) if char in _HAN))


_SINGLE = re.compile(rf"(?<![\d.,a-z$])(?:(?P<sign>[+\-])\s?)?(?P<a>{_N})\s?(?:{_UNIT})")
_RANGE = re.compile(
    rf"(?<![\d.,a-z$])(?:(?P<sign>[+\-])\s?)?(?P<a>{_N})\s?(?:{_UNIT})?\s{{0,2}}(?:-|~|to|至|到|and|에서|から)\s{{0,2}}(?P<sign2>[+\-])?(?P<b>{_N})\s?(?:{_UNIT})"
)


def _find_percents(text: str, start: int, end: int) -> list[Amount]:
    """Return percentages in digits: single ones and ranges ("13-18%", "13% to 18%", "between 13 and 18 percent")."""
    found: list[Amount] = []
    if "%" not in text[start:end] and not re.search(r"perc|per c|pct|퍼센트|パーセント", text[start:end]):
        return found
    for match in _RANGE.finditer(text, start, end):
        a, b = _number(match["a"]), _number(match["b"])
        joined = match[0]
        if "에서" in joined and text.startswith(("로 ", "로,"), match.end()):
            continue  # "5%에서 10%로": from one to the other
        if "and" in joined and "between" not in text[max(start, match.start() - 9) : match.start()]:
            continue
        sign, sign2 = match["sign"], match["sign2"]
        if sign == "-" and sign2 == "+":
            # In the direction of travel: "-3 % to +8 %" is up -3 to 8, "-8 % to +3 %" down -3 to 8.
            low, high, way = (-a, b, 1) if b >= a else (-b, a, -1)
            found.append(Amount(match.start(), match.end(), low, high, sign=way))
            continue
        if b < a and not sign and "to" not in joined:
            continue
        low, high = min(a, b), max(a, b)
        found.append(Amount(match.start(), match.end(), low, high, sign=_sign(sign)))
    for match in _SINGLE.finditer(text, start, end):
        value = _number(match["a"])
        found.append(Amount(match.start(), match.end(), value, value, sign=_sign(match["sign"])))
    return found


def _sign(mark: str | None) -> int:
    """Return -1, 0 or 1 for a written sign."""
    return 0 if not mark else (-1 if mark == "-" else 1)


def _find_wordy_zh(text: str, start: int, end: int) -> list[Amount]:
    """Return Chinese tenths, multiples, digit classes and doublings."""
    body = text[start:end]
    found = [Amount(*size, "word") for size in find_spoken(text, start, end)]
    found += _find_tenths(text, start, end) if "成" in body else []
    if _LATIN_THIRD.search(text, start, end):
        found += [Amount(m.start(), m.end(), *_third_zh(m), "word") for m in _LATIN_THIRD.finditer(text, start, end)]
    if "段" in body:
        found += [_read_decade_zh(match) for match in _DECADE_ZH.finditer(text, start, end)]
    if not any(mark in body for mark in ("倍", "番", "百分之", "位数", "单位数", "腰斩", "半")):
        return found
    for match in _TIMES_ZH.finditer(text, start, end):
        a = _number(match["a"]) + (0.5 if match["tail"] else 0)
        b = _number(match["b"]) if match["b"] else a
        shift = 1 if _is_multiple_of(text, match.start(), start) else 0
        found.append(Amount(match.start(), match.end(), (a - shift) * 100, (b - shift) * 100, "factor"))
    found += [_of_hundred(match) for match in _OF_HUNDRED.finditer(text, start, end)]
    for match in _DIGITS_ZH_REAL.finditer(text, start, end):
        found.append(Amount(match.start(), match.end(), *_digits_zh(match), "word"))
    for match in _FACTORS_ZH.finditer(text, start, end):
        found.append(Amount(match.start(), match.end(), *_factor_zh(match), "factor"))
    return found


_LATIN_THIRD = re.compile(
    r"(?<![a-z])(?P<size>low|mid|high)[- ]?(?:(?P<tens>[2-9])0'?s?(?:%|趴)?|(?P<teens>teens?)|to[- ]?mid[- ]single[- ]digits?|single[- ]digits?)(?![a-z])"
)


def _third_zh(match: re.Match[str]) -> tuple[float, float]:
    """Return the third of a decade that Chinese says in English letters ("mid-teens", "low 20s")."""
    low, high = _THIRDS[match["size"]]
    if match[0].endswith(("digit", "digits")):
        return low, _THIRDS["mid"][1] if "mid" in match[0] else high
    base = 10 * int(match["tens"]) if match["tens"] else 10
    return base + low, base + high


def _of_hundred(match: re.Match[str]) -> Amount:
    """Return a size told as parts of a hundred: "百分之三十", "百分之五到十", "百分之三十中段" (a third of its decade)."""
    low = _number(match["a"])
    high = _number(match["b"]) if match["b"] else low
    if match["size"] and not match["b"] and low % 10 == 0:
        above, below = _THIRDS_ZH[match["size"]]
        return Amount(match.start(), match.end(), low + above, low + below, "word")
    return Amount(match.start(), match.end(), low, high)


def _read_decade_zh(match: re.Match[str]) -> Amount:
    """Return the third of a decade that "20%中段" means."""
    low, high = _THIRDS_ZH[match["size"]]
    base = float(match["a"])
    return Amount(match.start(), match.end(), base + low, base + high, "word")


# What a multiple is one of: "为去年同期的2.4倍", "涨至年初水平的三倍".
_IS_MULTIPLE = re.compile(
    r"(?:为|是|至|到|成|达到|相当于)(?:了)?(?:约|近|将近|大约)?(?:(?:原来|去年|上年|前年|年初|年底|此前|之前|先前|上一?年|上一?季度?|上个?月|当初|(?:20)?\d\d年|[一二三四]季度)(?:同期|年底|底|年初|初|平均|[一二三四]季度|水平|水准|价格|均价|价位){0,2}的?)?(?:约|近|将近|大约|逾|超过?)?\s?$"
)


def _is_multiple_of(text: str, at: int, start: int) -> bool:
    """Say whether "N times" is a multiple of the old price ("to three times the price") and no rise by N times."""
    return bool(_IS_MULTIPLE.search(text, max(start, at - 20), at))


def _digits_zh(match: re.Match[str]) -> tuple[float | None, float | None]:
    """Return the bounds of 低个位数, 两位数 and the like."""
    kind, size, size2 = match["kind"], match["size"], match["size2"]
    if kind in ("个位数", "单位数"):
        low, high = _THIRDS[size] if size else (1, 9)
        return low, _THIRDS[size2][1] if size2 else high
    if kind == "三位数":
        return 100, None
    if size in ("低", "中", "高"):
        low, high = _THIRDS[size]
        return 10 + low, 10 + high
    return 10, None


def _factor_zh(match: re.Match[str]) -> tuple[float, float]:
    """Return the size of 翻倍 (100), 翻两番 (300), 翻三倍 (300), 腰斩 (50)."""
    word = match[0]
    if word in ("腰斩", "减半", "砍半", "对半"):
        return 50, 50
    times = _HAN[match["n"]] if match["n"] else 1
    if word.endswith("番"):
        size = (2.0**times - 1) * 100
        return size, size
    return times * 100, times * 100


def _find_tenths(text: str, start: int, end: int) -> list[Amount]:
    """Return tenths: 三成, 两成半, 二至三成, 2割, 2割5分."""
    found = []
    for match in _TENTHS.finditer(text, start, end):
        tail = match["tail"]
        extra = 0.0
        if tail:
            extra = 5 if tail == "半" else (_HAN[tail] if tail in _HAN else float(tail[0]))
        a = _number(match["a"]) * 10
        b = _number(match["b"]) * 10 if match["b"] else a
        if (
            not match["b"]
            and len(match["a"]) == 2
            and all(char in _HAN for char in match["a"])
            and "十" not in match["a"]
        ):
            a, b = _HAN[match["a"][0]] * 10, _HAN[match["a"][1]] * 10  # 二三成
        found.append(Amount(match.start(), match.end(), a + (0 if match["b"] else extra), b + extra))
    return found


_FRACTIONS = {
    "half": 50, "third": 33, "quarter": 25, "fifth": 20, "two-thirds": 67, "two thirds": 67, "three-quarters": 75,
    "three quarters": 75, "fourth": 25, "tenth": 10,
}  # fmt: skip
_FRACTION_EN = re.compile(
    r"\bby (?:about |around |nearly |almost |roughly |as much as |up to |over |more than |at least |less than )?(?P<size>(?:an? |one[- ])?(?P<part>half|third|quarter|fourth|fifth|tenth)|two[- ]thirds|three[- ]quarters)\b"
)


def _find_fractions(text: str, start: int, end: int) -> list[Amount]:
    """Return English sizes told as a part ("fell by half", "rose by more than a third")."""
    found = []
    for match in _FRACTION_EN.finditer(text, start, end):
        size = float(_FRACTIONS[match["part"] or match["size"]])
        found.append(Amount(match.start("size"), match.end("size"), size, size, "factor"))
    return found


def _find_wordy_en(text: str, start: int, end: int) -> list[Amount]:
    """Return English digit classes, decades and factors."""
    body = text[start:end]
    found = _find_fractions(text, start, end) if " by " in body else []
    found += [Amount(*spelled, "percent") for spelled in find_spelled(text, start, end)]
    if not any(
        mark in body
        for mark in (
            "digit",
            "teens",
            "0s",
            "0's",
            "ties",
            "0%",
            "0 percent",
            "doubl",
            "tripl",
            "trebl",
            "quadr",
            "quint",
            "halv",
            "fold",
            "times",
            "x",
        )
    ):
        return found
    for match in _TEENS.finditer(text, start, end):
        bounds = _teens(match["size"], match["kind"])
        if bounds:
            found.append(Amount(match.start(), match.end(), *bounds, "word"))
    for match in _FACTORS_EN.finditer(text, start, end):
        word, digits = match["word"], match["n"]
        size = (
            (float(digits) - 1) * 100
            if digits
            else float(next(v for k, v in _FACTOR_WORDS.items() if word.startswith(k)))
        )
        if size > 0:
            found.append(Amount(match.start(), match.end(), size, size, "factor"))
    return found


def _teens(size: str | None, kind: str) -> tuple[float | None, float | None] | None:
    """Return the bounds of "low single digits", "mid-teens", "high 20s", "double-digit"; None where it is a plain number."""
    key = re.sub("[- ]+", "-", size) if size else None
    if kind.startswith("single"):
        return _THIRDS[key] if key else (1, 9)
    if kind.startswith("double"):
        return 10, None
    if kind.startswith("triple"):
        return 100, None
    if kind[-1] in "%0":
        if not key:
            return None
        base = int(kind[:2])
    else:
        base = _DECADES.get(kind) or int(kind[:2])
    low, high = _THIRDS[key] if key else (0, 9)
    return base + low, base + high


def _find_wordy_ko(text: str, start: int, end: int) -> list[Amount]:
    """Return Korean digit classes, decades (10%대 후반), multiples (두 배) and sizes as they are spoken."""
    found: list[Amount] = []
    body = text[start:end]
    if "low" in body or "mid" in body or "high" in body:
        found += _find_wordy_en(text, start, end)
    found += [Amount(*size, "word") for size in numbers_ko.find_spoken(text, start, end)]
    if not any(mark in body for mark in ("%", "자릿", "자리", "배", "곱절", "갑절", "토막", "절반")):
        return found
    for match in _KO_DECADE.finditer(text, start, end):
        base = _number(match["a"])
        size = match["size"] or match["size2"]
        low, high = _THIRDS[size] if size else (0, 9 if base % 10 == 0 and base else 0.9)
        found.append(Amount(match.start(), match.end(), base + low, base + high, "word"))
    for match in _KO_DIGITS.finditer(text, start, end):
        kind = match["kind"] or match["kind0"]
        size = match["size"] or match["size0"] or match["pre"]
        if kind == "한":
            low, high = _THIRDS[size] if size else (1, 9)
            found.append(Amount(match.start(), match.end(), low, high, "word"))
            continue
        found.append(Amount(match.start(), match.end(), 10 if kind == "두" else 100, None, "word"))
    for match in _KO_TIMES.finditer(text, start, end):
        word, a = match[0], match["a"]
        if a == "수" or _OF_COST.search(text, max(start, match.start() - 8), match.start()):
            continue
        if a is None:
            size = 50.0 if word in ("반토막", "절반") else 100.0
            found.append(Amount(match.start(), match.end(), size, size, "factor"))
            continue
        first = float(_KO_NUMERALS.get(a) or float(a))
        last = float(match["b"]) if match["b"] else first
        found.append(Amount(match.start(), match.end(), (first - 1) * 100, (last - 1) * 100, "factor"))
    return found


_JA_FRACTION = re.compile(r"(?P<n>[2-9]|[1-9]\d)分の1(?P<less>以下)?(?=(?:ほど|程度|近く)?(?:に|まで|へ))")


def _fraction_left(match: re.Match[str]) -> Amount:
    """Return the fall that leaves a fraction: "6分の1以下に" is one of 83.3 % or more."""
    size = round(100 - 100 / int(match["n"]), 1)
    return Amount(match.start(), match.end(), size, None if match["less"] else size, "factor")


def _find_wordy_ja(text: str, start: int, end: int) -> list[Amount]:
    """Return Japanese tenths (2割), digit classes (2桁) and multiples (3倍)."""
    body = text[start:end]
    found = _find_tenths(text, start, end) if "割" in body else []
    found += [_fraction_left(match) for match in _JA_FRACTION.finditer(text, start, end)] if "分の1" in body else []
    if not any(mark in body for mark in ("桁", "台", "倍", "半")):
        return found
    for match in _JA_DIGITS.finditer(text, start, end):
        if match["a"]:
            low, high = _THIRDS[match["size2"]]
            found.append(
                Amount(match.start(), match.end(), _number(match["a"]) + low, _number(match["a"]) + high, "word")
            )
        elif match["kind"] in "1一":
            low, high = _THIRDS[match["size"]] if match["size"] else (1, 9)
            found.append(Amount(match.start(), match.end(), low, high, "word"))
        else:
            found.append(Amount(match.start(), match.end(), 10, None, "word"))
    for match in _JA_TIMES.finditer(text, start, end):
        if not match["a"]:
            size = 100.0 if match[0].startswith("倍") else 50.0
            found.append(Amount(match.start(), match.end(), size, size, "factor"))
            continue
        first = _number(match["a"])
        last = _number(match["b"]) if match["b"] else first
        if first > 1:
            found.append(Amount(match.start(), match.end(), (first - 1) * 100, (last - 1) * 100, "factor"))
    return found


_WORDY = {"zh": _find_wordy_zh, "en": _find_wordy_en, "ko": _find_wordy_ko, "ja": _find_wordy_ja}


def _bound(text: str, amount: Amount, start: int, end: int) -> Amount | None:
    """Open a bound where the words beside the number say so; None where the number is no size of change."""
    before = text[max(start, amount.start - 24) : amount.start]
    after = text[amount.end : min(end, amount.end + 36)]
    if _POINTS_AFTER.match(after) or (_SHARE_AFTER.match(after) and amount.kind == "percent"):
        return None
    if amount.low is not None and amount.low == amount.high and amount.low % 10 == 0 and amount.kind == "percent":
        over = 3 if _A_LITTLE.match(after) else (9 if text[amount.end - 1] == "成" and _SOME.match(after) else 0)
        if over:
            amount = replace(amount, low=amount.low + 1, high=amount.low + over)
    is_old = bool(_OLD_BEFORE.search(before)) and not _RANGES_FROM.search(before)
    if is_old and amount.low != amount.high and before.endswith("from ") and not re.match(r"\s?to\b", after):
        is_old = False
    is_old = is_old or bool(_OLD_AFTER.match(after))
    tail = _OPEN_ABOVE_AFTER.match(after)
    if amount.low is not None and amount.low == amount.high:
        if tail or _OPEN_ABOVE_BEFORE.search(before):
            return replace(amount, end=amount.end + (tail.end() if tail else 0), high=None, is_old=is_old)
        if before[-12:].find("持平") >= 0 and _FROM_FLAT.search(before):
            return replace(amount, low=0, is_old=is_old)
        if _OPEN_BELOW_BEFORE.search(before) or _OPEN_BELOW_AFTER.match(after):
            return replace(amount, low=None, is_old=is_old)
    return replace(amount, is_old=True) if is_old else amount
