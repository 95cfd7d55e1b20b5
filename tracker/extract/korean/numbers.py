"""Sizes as Korean is spoken and written down by ear: "이십 퍼센트 초반", "육십 프로 중반", "20프로". It decides nothing else."""

from __future__ import annotations

import re
from typing import NamedTuple

_DIGITS = {"일": 1, "이": 2, "삼": 3, "사": 4, "오": 5, "육": 6, "칠": 7, "팔": 8, "구": 9}
_NUMERAL = r"(?<![가-힣])(?P<h>(?:[이삼사오육칠팔구]?십[일이삼사오육칠팔구]?|백[일이삼사오육칠팔구]?십?|[일이삼사오육칠팔구]))(?= ?(?:퍼센트|프로|%))"
_UNIT = r" ?(?:퍼센트|프로(?!젝|그|세|모|필|토|덕|바|파)|%) ?(?:대(?:의)? ?)?"
_SPOKEN = re.compile(
    rf"(?:{_NUMERAL}|(?<![\d.])(?P<d>\d{{1,3}}(?:\.\d)?)){_UNIT}(?P<size>초중반|중후반|초반|중반|후반)?"
)
_THIRDS = {"초반": (1, 3), "중반": (4, 6), "후반": (7, 9), "중후반": (4, 9), "초중반": (1, 6)}


class Size(NamedTuple):
    """A size in percent at a place in the text."""

    start: int
    end: int
    low: float
    high: float


def find_spoken(text: str, start: int, end: int) -> list[Size]:
    """Return the sizes whose number or unit is written as it is spoken, in order."""
    if text.find("프로", start, end) < 0 and text.find("퍼센트", start, end) < 0:
        return []
    return [_read(match) for match in _SPOKEN.finditer(text, start, end)]


def _read(match: re.Match[str]) -> Size:
    """Return the size of one match: a single number, a third of a decade, or a decade ("십 퍼센트대")."""
    value = float(match["d"]) if match["d"] else float(_read_numeral(match["h"]))
    low, high = _THIRDS.get(match["size"] or "", (0, 0))
    if not high and "대" in match[0] and value % 10 == 0:
        high = 9
    return Size(match.start(), match.start() + len(match[0].rstrip()), value + low, value + high)


def _read_numeral(word: str) -> int:
    """Return a Sino-Korean numeral up to 199 as a number: 이십오 is 25."""
    if word.startswith("백"):
        return 100 + (_read_numeral(word[1:]) if len(word) > 1 else 0)
    tens, ten, ones = word.partition("십")
    if not ten:
        return _DIGITS[word]
    return _DIGITS.get(tens, 1) * 10 + _DIGITS.get(ones, 0)
