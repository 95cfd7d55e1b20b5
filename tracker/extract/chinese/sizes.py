"""Chinese sizes that are no percentage in digits: tenths, multiples, classes of digits, doublings, parts of a hundred."""

from __future__ import annotations

import re

from tracker.extract.amount import Amount
from tracker.extract.chinese.numbers import find_spoken
from tracker.extract.numerals import HAN, HN, THIRDS, find_tenths, read_number

_TIMES = re.compile(rf"(?<![\d.])(?P<a>{HN})(?:倍?\s?(?:-|~|至|到|、)\s?(?P<b>{HN}))?(?:多|余)?\s?倍(?P<tail>半)?")
_OF_HUNDRED = re.compile(
    r"百分之(?P<a>[零一二两三四五六七八九十百\d]{1,5})(?:\s?(?:至|到|-|~)\s?(?:百分之)?(?P<b>[零一二两三四五六七八九十百\d]{1,5}))?(?:的?(?P<size>低|初|前|中|后|高)段|(?<=十)(?P<more>几|多|出头))?"
)
# "二○%", "一五至二○%", "三点五%", as papers set that write no digits.
_HAN_NUMBER = r"(?:[一二三四五六七八九]?[十百][一二三四五六七八九]?|[一二三四五六七八九][零〇○一二三四五六七八九]{0,2})(?:[点.·][零〇○一二三四五六七八九]{1,2})?"
_HAN_PERCENT = re.compile(
    rf"(?<![零〇○一二三四五六七八九十百千万\d点.])(?P<sign>[+\-])?(?P<a>{_HAN_NUMBER})%?(?:\s?(?:至|到|-|~|、)\s?(?P<b>{_HAN_NUMBER}))?\s?%"
)
_PART = re.compile(r"(?<![百千万十\d])(?P<of>[二三四五六七八九十]|[2-9]|10)分之(?P<n>[一二两三四]|[1-4])(?!\d)")
_DIGITS = re.compile(
    r"(?:(?<![调升走攀提拉推垫创])(?P<size>低|中|高))?(?:(?:至|到|-|~)(?P<size2>中|高))?(?P<kind>个位数|单位数|双位数|两位数|二位数|(?P<tens>[二三四五六七八九])?十位数|三位数)(?:百分比|%)?的?(?:(?P<tail>低|初|前|中|后|高)段)?"
)
_DECADE = re.compile(r"(?P<a>\d0)\s?(?:%|几%)\s?(?P<size>低|初|前|中|后|高)段(?:班)?")
# "ASP +中40%", "高60%区间", as brokers of Taiwan write mid-forties and high sixties.
_DECADE_AHEAD = re.compile(
    r"(?:(?P<sign>[+\-])\s?|(?<=[增涨跌减幅约近达]))(?P<size>低|中|高)(?:段)?\s?(?P<a>[1-9]0)\s?%(?![中高低后]段)"
)
_THIRDS_OF_DECADE = {"低": (1, 3), "初": (1, 3), "前": (1, 3), "中": (4, 6), "后": (7, 9), "高": (7, 9)}
_FACTORS = re.compile(
    r"翻(?:了)?(?P<n>一|两|三|四)?(?:番|倍)|翻倍|成倍|(?<=[逾超近])倍|倍增|腰斩|减半|砍半|对半|翻了?近?一倍"
)


def find_sizes_zh(text: str, start: int, end: int) -> list[Amount]:
    """Return Chinese tenths, multiples, digit classes and doublings."""
    body = text[start:end]
    found = [Amount(*size, "word") for size in find_spoken(text, start, end)]
    found += find_tenths(text, start, end) if "成" in body else []
    found += _find_written(text, start, end)
    if not any(mark in body for mark in ("倍", "番", "分之", "位数", "单位数", "腰斩", "半")):
        return found
    for match in _TIMES.finditer(text, start, end):
        a = read_number(match["a"]) + (0.5 if match["tail"] else 0)
        b = read_number(match["b"]) if match["b"] else a
        if _TIMES_A_RATE.search(text, max(start, match.start() - 24), match.start()):
            continue
        shift = 1 if a > 1 and _is_multiple_of(text, match.start(), start) else 0
        found.append(Amount(match.start(), match.end(), (a - shift) * 100, (b - shift) * 100, "factor"))
    found += [_part(match) for match in _PART.finditer(text, start, end)] if "分之" in body else []
    found += [_of_hundred(match) for match in _OF_HUNDRED.finditer(text, start, end)]
    for match in _DIGITS.finditer(text, start, end):
        if not _REMARKS_ON.search(text, max(start, match.start() - 40), match.start()):
            found.append(Amount(match.start(), match.end(), *_digits(match), "word"))
    for match in _FACTORS.finditer(text, start, end):
        found.append(Amount(match.start(), match.end(), *_factor(match), "factor"))
    return found


def _find_written(text: str, start: int, end: int) -> list[Amount]:
    """Return sizes in English letters, in Chinese numerals before a percent sign, and as thirds of a decade."""
    body = text[start:end]
    found = [Amount(m.start(), m.end(), *_latin_third(m), "word") for m in _LATIN_THIRD.finditer(text, start, end)]
    if "%" in body:
        found += [_of_hundred_han(match) for match in _HAN_PERCENT.finditer(text, start, end)]
    if "段" in body:
        found += [_read_decade_zh(match) for match in _DECADE.finditer(text, start, end)]
    if "0%" in body and any(size in body for size in "低中高"):
        found += [_read_decade_zh(match) for match in _DECADE_AHEAD.finditer(text, start, end)]
    return found


_LATIN_THIRD = re.compile(
    r"(?<![a-z])(?P<size>low|mid|high)[- ]?(?:(?P<tens>[2-9])0'?s?(?:%|趴)?|(?P<teens>teens?)|to[- ]?mid[- ]single[- ]digits?|single[- ]digits?)(?![a-z])"
)


def _latin_third(match: re.Match[str]) -> tuple[float, float]:
    """Return the third of a decade that Chinese says in English letters ("mid-teens", "low 20s")."""
    low, high = THIRDS[match["size"]]
    if match[0].endswith(("digit", "digits")):
        return low, THIRDS["mid"][1] if "mid" in match[0] else high
    base = 10 * int(match["tens"]) if match["tens"] else 10
    return base + low, base + high


def _part(match: re.Match[str]) -> Amount:
    """Return a size told as a part: "三分之一"."""
    size = round(100 * read_number(match["n"]) / read_number(match["of"]), 1)
    return Amount(match.start(), match.end(), size, size)


def _of_hundred_han(match: re.Match[str]) -> Amount:
    """Return a percentage in Chinese numerals: "二○%", "一五至二○%"."""
    low = _read_han(match["a"])
    high = _read_han(match["b"]) if match["b"] else low
    return Amount(match.start(), match.end(), low, high, sign={"+": 1, "-": -1}.get(match["sign"] or "", 0))


def _read_han(number: str) -> float:
    """Read Chinese numerals with their decimals ("三点五")."""
    whole, _, decimals = re.sub("[点·]", ".", number).partition(".")
    digits = "".join(str(HAN.get(char, 0)) for char in decimals)
    return float(f"{read_number(whole):g}.{digits or 0}")


def _of_hundred(match: re.Match[str]) -> Amount:
    """Return a size told as parts of a hundred: "百分之三十", "百分之五到十", "百分之三十中段" (a third of its decade), "百分之十几"."""
    low = read_number(match["a"])
    high = read_number(match["b"]) if match["b"] else low
    if match["size"] and not match["b"] and low % 10 == 0:
        above, below = _THIRDS_OF_DECADE[match["size"]]
        return Amount(match.start(), match.end(), low + above, low + below, "word")
    if match["more"] and not match["b"]:
        return Amount(match.start(), match.end(), low + 1, low + (3 if match["more"] == "出头" else 9), "word")
    return Amount(match.start(), match.end(), low, high)


def _read_decade_zh(match: re.Match[str]) -> Amount:
    """Return the third of a decade that "20%中段" or "+中20%" means."""
    low, high = _THIRDS_OF_DECADE[match["size"]]
    base = float(match["a"])
    sign = {"+": 1, "-": -1}.get(match.groupdict().get("sign") or "", 0)
    return Amount(match.start(), match.end(), base + low, base + high, "word", sign=sign)


# "上涨15%,为四年来首见双位数涨幅": a remark on the size just told, and no other one.
_REMARKS_ON = re.compile(
    r"[%成倍趴][^，,。;]{0,6}[，,](?:[已也亦更这此]?[为是]|创下?)?(?:[^，,。;a-z]{0,10}来)?的?"
    r"(?:首[见次度个]|第[一二三四五六七八九十\d]{1,2}[次度个]|连续第?[^，,。;]{1,5}|再[度次])(?:出现|呈现|录得)?的?$"
)

# What a multiple is one of: "为去年同期的2.4倍", "涨至年初水平的三倍".
_IS_MULTIPLE = re.compile(
    r"(?:为|是|(?<![成倍%])[至到]|成|达到|相当于|要价)(?:了)?(?:约|近|将近"
    r"|大约)?(?:(?:[一二两三四五六七八九十半几\d]{1,2}个?(?:年|月|季度?|星期|周)(?:以|之)?前|原(?:来|先|本|价)?|[上下]半年|去年|上年|前年|年初|年底|此前|之前|先前|上一?年"
    r"|上一?季度?|上个?月|当初|(?:20)?\d\d年|[一二三四]季度)(?:同期|年底|底|年初|初|平均|[一二三四]季度|水平|水准|价格|均价|价位){0,2}的?)?(?:约|近|将近|大约|逾"
    r"|超过?)?\s?$"
)

# A rate that is so many times another rate is no size: "涨幅约为上季的两倍".
_TIMES_A_RATE = re.compile(
    r"(?:[涨跌增降升减][幅势]|增速|增长率|增长速度)(?:则|也|将|预计|几乎|已|竟|就)?(?:约|大约)?(?:为|是|达到?|相当于|接近)(?:约|近|将近)?[^，,。;\d%]{1,8}的(?:约|近|将近|大约|逾)?$"
)

# What "reaches N times" after these is the change itself ("涨幅可能达到两倍").
_SIZE_WORDS = tuple(
    noun + mood for noun in ("涨幅", "增幅", "升幅") for mood in ("", "可能", "将", "已", "有望", "预计", "或")
)


def _is_multiple_of(text: str, at: int, start: int) -> bool:
    """Say whether "N times" is a multiple of the old price ("to three times the price") and no rise by N times."""
    match = _IS_MULTIPLE.search(text, max(start, at - 20), at)
    return match is not None and not text[max(start, at - 20) : match.start()].endswith(_SIZE_WORDS)


def _digits(match: re.Match[str]) -> tuple[float | None, float | None]:
    """Return the bounds of 低个位数, 两位数, 十位数中段 and the like."""
    kind, size, size2 = match["kind"], match["size"] or match["tail"], match["size2"]
    if kind == "三位数":
        return 100, None
    is_ones = kind in ("个位数", "单位数")
    base = 0 if is_ones else 10 * HAN[match["tens"] or "一"]
    if size:
        low, high = _THIRDS_OF_DECADE[size]
        return base + low, base + (_THIRDS_OF_DECADE[size2][1] if is_ones and size2 else high)
    if is_ones:
        return 1, _THIRDS_OF_DECADE[size2][1] if size2 else 9
    return base, base + 9 if match["tens"] else None


def _factor(match: re.Match[str]) -> tuple[float, float]:
    """Return the size of 翻倍 (100), 翻两番 (300), 翻三倍 (300), 腰斩 (50)."""
    word = match[0]
    if word in ("腰斩", "减半", "砍半", "对半"):
        return 50, 50
    times = HAN[match["n"]] if match["n"] else 1
    if word.endswith("番"):
        size = (2.0**times - 1) * 100
        return size, size
    return times * 100, times * 100
