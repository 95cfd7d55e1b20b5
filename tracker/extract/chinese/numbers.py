"""Sizes as Chinese is spoken: "三成多", "三十出头", "十几趴", "打八五折", "少一半". It finds them and decides nothing else.

A tenth and more is the rest of its decade, "a bit over" its first third, "about fifteen" one less to one more.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_DIGITS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_TEN = r"[一二三四五六七八九]?十|[1-9]0"
_NUMBER = rf"(?:{_TEN})[一二三四五六七八九]?|\d{{1,3}}(?:\.\d)?|[一二两三四五六七八九]"

_TENTHS_MORE = re.compile(
    r"(?<![\d.一二三四五六七八九十])(?P<n>[一二两三四五六七八九])成(?P<how>多|出头|几)(?!数|家|款)"
)
_DECADE_MORE = re.compile(
    rf"(?<![\d.一二三四五六七八九十])(?P<n>{_TEN})(?:%|趴)?(?P<how>几|多|出头)\s?(?:个)?(?P<unit>趴|%|百分点)?"
)
_POINTS = re.compile(rf"(?<![\d.一二三四五六七八九十])(?P<n>{_NUMBER})\s?趴")
_SPOKEN_POINTS = re.compile(
    rf"(?<=[涨跌升降掉了价，,])(?P<about>大概|大约|约|差不多|近)?(?P<n>{_NUMBER})\s?个点(?![位心子评名])"
)
_ABOUT = re.compile(r"(?<=了)(?P<n>[一二三四五六七八九]?十[一二三四五六七八九])(?:个)?(?:上下|左右)")
_REBATE = re.compile(r"打(?:了)?(?P<a>[一二三四五六七八九\d])(?P<b>[一二三四五六七八九\d])?折|打(?:了)?(?P<half>对)折")
_PART = re.compile(
    r"(?:(?<=[少掉减砍降跌缩失多高贵涨增升发])(?:了|掉|去|出)?|(?<=[年月季初点峰期前平价]的))(?:大约|近|约|将近|快)?(?:(?P<half>一半|对半)|(?P<of>[三四五])分之(?P<n>[一二三四]))(?!的(?:产能|客户|市场))"
)


class Size(NamedTuple):
    """A size in percent at a place in the text."""

    start: int
    end: int
    low: float
    high: float


def find_spoken(text: str, start: int, end: int) -> list[Size]:
    """Return the sizes that are told as in speech, in any order."""
    found: list[Size] = []
    body = text[start:end]
    if "成" in body:
        found += [_more_than(m, 10 * _DIGITS[m["n"]]) for m in _TENTHS_MORE.finditer(text, start, end)]
    if "几" in body or "出头" in body or "多" in body:
        found += [
            _more_than(m, _read(m["n"]))
            for m in _DECADE_MORE.finditer(text, start, end)
            if m["unit"] or m["how"] == "出头"
        ]
    if "趴" in body:
        found += [_exactly(m, _read(m["n"])) for m in _POINTS.finditer(text, start, end)]
    if "个点" in body:
        found += [_exactly(m, _read(m["n"])) for m in _SPOKEN_POINTS.finditer(text, start, end)]
    if "上下" in body or "左右" in body:
        found += [_around(m) for m in _ABOUT.finditer(text, start, end)]
    if "折" in body:
        found += [_rebate(m) for m in _REBATE.finditer(text, start, end)]
    if "半" in body or "分之" in body:
        found += [_part(m) for m in _PART.finditer(text, start, end)]
    return found


def _read(number: str) -> float:
    """Read a Chinese number below a hundred, or digits."""
    if number[0].isdigit():
        return float(number)
    if "十" not in number:
        return _DIGITS[number]
    tens, _, ones = number.partition("十")
    return _DIGITS.get(tens, 1) * 10 + _DIGITS.get(ones, 0)


def _exactly(match: re.Match[str], size: float) -> Size:
    """Return a size without a range."""
    return Size(match.start(), match.end(), size, size)


def _more_than(match: re.Match[str], base: float) -> Size:
    """Return what lies above a round number, below the next one: "出头" is its first third."""
    return Size(match.start(), match.end(), base + 1, base + (3 if match["how"] == "出头" else 9))


def _around(match: re.Match[str]) -> Size:
    """Return what "about fifteen" means: one less to one more."""
    size = _read(match["n"])
    return Size(match.start(), match.end(), size - 1, size + 1)


def _rebate(match: re.Match[str]) -> Size:
    """Return the fall that a rebate is: 打八折 is 20, 打八五折 15, 打对折 50."""
    if match["half"]:
        return Size(match.start("half"), match.end(), 50, 50)
    first, second = match["a"], match["b"] or "0"
    kept = 10 * (_DIGITS.get(first) or float(first)) + (_DIGITS.get(second) or float(second))
    return Size(match.start("a"), match.end(), 100 - kept, 100 - kept)


def _part(match: re.Match[str]) -> Size:
    """Return the size that a part is: 一半 is 50, 四分之一 25."""
    if match["half"]:
        return Size(match.start("half"), match.end(), 50, 50)
    size = round(100 * _DIGITS[match["n"]] / _DIGITS[match["of"]])
    return Size(match.start("of"), match.end(), size, size)
