"""Korean sizes that are no plain percentage: classes of digits (한 자릿수), decades (10%대 후반), multiples (두 배)."""

from __future__ import annotations

import re

from tracker.extract.amount import Amount
from tracker.extract.english.sizes import find_sizes_en
from tracker.extract.korean import numbers as numbers_ko
from tracker.extract.numerals import THIRDS, read_number

_DIGITS = re.compile(
    r"(?:(?P<pre>높은|중간|낮은)\s)?(?P<kind>한|두|세)\s?자[리릿]\s?수(?:\s?%)?(?:의)?\s?(?P<size>초중반|중후반|초반|중반|후반)?(?:대)?(?:\s?%)?|(?P<size0>초반|중반|후반)\s?(?P<kind0>한|두)\s?자[리릿]\s?수"
)
# "15% 올라 4년 만에 첫 두 자릿수 상승": a remark on the size just told, and no other one.
_REMARKS_ON = re.compile(r"[%배][^.;]{0,10}[ ,](?:만에 |이후 )?(?:첫|처음(?:으로)?|[^ ,.;]{1,6} 연속(?:으로)?) ?$")
_DECADE = re.compile(
    r"(?=[+\-\d초중후])(?<![\d~])(?:(?P<sign>[+\-])\s?[약~]?\s?)?(?:(?P<size0>초반|중반|후반)\s)?(?P<a>\d{1,3})\s?%\s?(?:대(?:의)?\s?(?P<size>초중반|중후반|초반|중반|후반)?|(?P<size2>초중반|중후반|초반|중반|후반)(?:대)?)"
)
_TIMES = re.compile(
    r"(?P<a>두|세|네|다섯|여섯|일곱|여덟|아홉|열|수|\d{1,3}(?:\.\d)?)(?:\s?(?:-|~)\s?(?P<b>\d{1,3}))?\s?배(?![출분터정송당경])|곱절|갑절|반토막|절반"
)
_PART = re.compile(r"(?<!\d)(?P<of>[2-9]|10) ?분의 ?(?P<n>[1-4])(?![\d분])")
# Half of what it costs to make is a level of a price, no size of its fall.
_OF_COST = re.compile(r"(?:원가|비용|제조비|정가)의? ?$")
_NUMERALS = {"두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9, "열": 10}


def _find_parts(text: str, start: int, end: int) -> list[Amount]:
    """Return sizes told as parts of a whole ("3분의 1")."""
    if "분의" not in text[start:end]:
        return []
    parts = [(m, round(100 * float(m["n"]) / float(m["of"]), 1)) for m in _PART.finditer(text, start, end)]
    return [Amount(match.start(), match.end(), part, part) for match, part in parts]


def find_sizes_ko(text: str, start: int, end: int) -> list[Amount]:
    """Return Korean digit classes, decades (10%대 후반), multiples (두 배) and sizes as they are spoken."""
    found: list[Amount] = []
    body = text[start:end]
    if "low" in body or "mid" in body or "high" in body:
        found += find_sizes_en(text, start, end)
    found += [Amount(*size, "word") for size in numbers_ko.find_spoken(text, start, end)]
    found += _find_parts(text, start, end)
    if not any(mark in body for mark in ("%", "자릿", "자리", "배", "곱절", "갑절", "토막", "절반")):
        return found
    for match in _DECADE.finditer(text, start, end):
        base = read_number(match["a"])
        size = match["size"] or match["size2"] or match["size0"]
        low, high = THIRDS[size] if size else (0, 9 if base % 10 == 0 and base else 0.9)
        sign = {"+": 1, "-": -1}.get(match["sign"] or "", 0)
        found.append(Amount(match.start(), match.end(), base + low, base + high, "word", sign))
    for match in _DIGITS.finditer(text, start, end):
        kind = match["kind"] or match["kind0"]
        size = match["size"] or match["size0"] or match["pre"]
        if _REMARKS_ON.search(text, max(start, match.start() - 30), match.start()):
            continue
        if kind == "한":
            low, high = THIRDS[size] if size else (1, 9)
            found.append(Amount(match.start(), match.end(), low, high, "word"))
            continue
        found.append(Amount(match.start(), match.end(), 10 if kind == "두" else 100, None, "word"))
    for match in _TIMES.finditer(text, start, end):
        word, a = match[0], match["a"]
        if a == "수" or _OF_COST.search(text, max(start, match.start() - 8), match.start()):
            continue
        if a is None:
            size = 50.0 if word in ("반토막", "절반") else 100.0
            found.append(Amount(match.start(), match.end(), size, size, "factor"))
            continue
        first = float(_NUMERALS.get(a) or float(a))
        last = float(match["b"]) if match["b"] else first
        found.append(
            Amount(match.start(), match.end(), round((first - 1) * 100, 4), round((last - 1) * 100, 4), "factor")
        )
    return found
