"""Words of period in five languages and their marks: the grammar of each language, tried where a period can be.

What a language alone has is read in its own folder; here is what Chinese, Korean and Japanese share.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tracker.extract.chinese.periods import CHINESE, MONTHS, NUMBERS, read_chinese
from tracker.extract.codes import CODES, YEAR_STEPS, read_code, read_year
from tracker.extract.english.periods import ENGLISH, MONTH_NAMES, read_english
from tracker.extract.japanese.periods import japanese_pattern, read_japanese
from tracker.extract.korean.periods import korean_pattern, read_korean
from tracker.extract.marks import Mark
from tracker.extract.script import Language

_PATTERNS: dict[Language, re.Pattern[str]] = {
    "zh": CHINESE,
    "en": ENGLISH,
    "ko": korean_pattern(CODES),
    "ja": japanese_pattern(CODES),
}
_STEPS_BACK = re.compile(r"^(?:上|前|过去|지난|전|직전|先)")
_STEPS_ON = re.compile(r"^(?:下|次|未来|다음|차|내|翌|来)")
_HINTS: dict[Language, re.Pattern[str]] = {
    "zh": re.compile(r"[年月季周日]|\d/\d{1,2}(?=起|开|生)|[昨今]天|报告期|[qh][1-4]|[1-4][qh]|20\d\d"),
    "en": re.compile(
        rf"quarter|half|halves|in the (?:first|second|third|fourth)\b|month|year|decade|20\d\d|\d\d?[qh]\d?|[qh][1-4]"
        rf"|fiscal|calendar|\b(?:cy|ye|fy)[ '\d]|\b(?:mar|jun|sep|dec)q\b|['\"][012]\d\b|\b(?:{MONTH_NAMES})\b"
        rf"|\band (?:in)?(?:to )?(?:the )?next\b"
    ),
    "ko": re.compile(r"[년월기달해주]|금년|작년|[qh][1-4]|[1-4][qh]|20\d\d|연[말초간내]|올 "),
    "ja": re.compile(r"[年月期半周战戦]|\d日|[昨今来翌昨][の]?[春夏秋冬]|[qh][1-4]|[1-4][qh]|20\d\d"),
}
# What a language has alone; None for what it shares.
_READERS = {"zh": read_chinese, "ko": read_korean, "ja": read_japanese}


def find_matches(text: str, language: Language, start: int, end: int) -> Iterator[re.Match[str]]:
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


def read_marks(match: re.Match[str], language: Language) -> tuple[Mark, ...]:
    """Return the marks of one match; empty where it is not a period after all."""
    groups = {name: value for name, value in match.groupdict().items() if value is not None}
    coded = read_code(groups)
    if coded:
        return (coded,)
    if language == "en":
        return read_english(groups)
    said = _READERS[language](groups)
    if said is not None:
        return said
    marks = _read_cjk(groups)
    # "2020年第4四半期" is one of the calendar; one of a fiscal year says 年度 or 3月期.
    is_dated = language == "ja" and "q" in groups and "y" in groups
    return tuple(replace(mark, kind="calendar") for mark in marks) if is_dated else marks


def _read_cjk(g: dict[str, str]) -> tuple[Mark, ...]:
    """Return the marks of a Chinese, Korean or Japanese match of words that the three share."""
    year, step = read_year(g.get("y") or g.get("y4")), YEAR_STEPS.get(g.get("ry", ""))
    if "p2a" in g:
        return tuple(Mark("Q", NUMBERS[g[name][-1]], year, step) for name in ("p2a", "p2b"))
    if "q4" in g:
        return (Mark("Q", int(g["q4"]), year, step),)
    if "q" in g:
        is_fiscal = g.get("fq") or g.get("yf")
        return (Mark("Q", NUMBERS[g["q"]], year, step, kind="fiscal" if is_fiscal else ""),)
    half = g.get("h") or g.get("h2") or g.get("h3")
    if half:
        return (Mark("H", 1 if half in "上前상" else 2, year, step),)
    if "m" in g:
        month = MONTHS.get(g["m"]) or int(g["m"])
        return (Mark("M", month, year, step, day=int(g["d"]) if g.get("d") else None),)
    if "ye" in g:
        return (Mark("Y", None, year, 0 if step is None and year is None else step),)
    return _read_cjk_whole(g)


def _read_cjk_whole(g: dict[str, str]) -> tuple[Mark, ...]:
    """Return the marks of a whole year, or of a period told from the running one, in Chinese, Korean or Japanese."""
    if "yo" in g:
        if g.get("yh"):
            return (Mark("H", 1 if g["yh"] == "前半" else 2, read_year(g["yo"])),)
        return (Mark("Y", None, read_year(g["yo"])),)
    if "ryo" in g:
        return (Mark("Y", None, None, YEAR_STEPS.get(g["ryo"], 0)),)
    for name, unit in (("rq", "Q"), ("rm", "M")):
        if name in g:
            return (Mark(unit, step=_read_step(g[name])),)  # type: ignore[arg-type]
    return ()


def _read_step(word: str) -> int:
    """Return -1, 0 or 1 for last, this or next."""
    if _STEPS_BACK.match(word):
        return -1
    return 1 if _STEPS_ON.match(word) else 0
