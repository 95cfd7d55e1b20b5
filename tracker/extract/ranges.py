"""Two numbers that are the ends of one range: "一成至两成", "20% 이상 30% 미만", "最多涨20%，最少涨10%"."""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.extract.amount import Amount

_TO = re.compile(r"\s?(?:至|到|~|-|to|から|에서)\s?")
_TO_TENTHS = re.compile(r"\s?(?:至|到|~|-)\s?")
_FROM = re.compile(r"(?:从|由|自)(?:约)?\s?$")
_FLOOR_THEN = re.compile(r"\s?(?:以上|이상|초과|超)\s?[,，、]?\s?(?:且|并且?|かつ)?")
_CEILING = re.compile(r"\s?(?:미만|이하|이내|未満|未满|以下|以内|不到)")
_FLOOR_BEFORE = re.compile(r"\b(?:more than|over|above|at least) $")
_BUT_LESS = re.compile(r",? (?:but|and|yet) (?:less than|under|below|no more than|not more than|at most) ")
_MOVES = r"(?:上?[涨升调]涨?|下?[跌降调]跌?)?\s?"
# "Growth accelerated from 10% to 15%": from an old size to a new one, where "to rise from 10% to 15%" may be a range.
_MOVED_FROM = re.compile(
    r"\b(?:(?:accelerat|slow|widen|narrow|deepen|quicken|moderat|eas|rais|lift|revis|bump|cut|lower)[a-z]*|went|gone"
    r"|(?:growth|rates?|increases?|rises?|hikes?|gains?|declines?|falls?|drops?) (?:(?:has|have|had|will|to) )?"
    r"(?:increas|expand|improv|climb|jump|dropp?|declin|decreas|shr[aiu]nk|r[io]se|gr[eo]w|f[ae]ll)[a-z]*) from (?:an? |about |around |roughly )?$"
)
_LEAST = re.compile(rf"(?:最少|最低|至少|최소|적게는)\s?{_MOVES}$")
_MOST = re.compile(rf"(?:最多|最高|至多|최대|많게는)\s?{_MOVES}$")
_THEN_LEAST = re.compile(rf"\s?(?:에서)?[,，、]?\s?(?:最少|最低|至少|최소|적게는)\s?{_MOVES}")
_THEN_MOST = re.compile(rf"\s?(?:에서)?[,，、]?\s?(?:最多|最高|至多|최대|많게는)\s?{_MOVES}")


def join_range(text: str, first: Amount, last: Amount, start: int) -> Amount | None:
    """Return the range that two sizes next to each other are the ends of, or None."""
    if last.start - first.end > 24 or first.low is None or last.high is None:
        return None
    if first.kind == "word" and last.kind in ("percent", "word"):
        return None if is_moved(text, first.start, start) else _join_words(text, first, last)
    if first.kind == "percent" and last.kind == "factor":
        return _join_doubling(text, first, last, start)
    if first.kind != "percent" or last.kind != "percent" or first.low != first.high or last.low != last.high:
        return None
    before = text[max(start, first.start - 12) : first.start]
    if _LEAST.search(before) and _THEN_MOST.fullmatch(text, first.end, last.start):
        return _span(first, last, last.end)
    if _MOST.search(before) and _THEN_LEAST.fullmatch(text, first.end, last.start):
        return _span(first, last, last.end)
    if _FLOOR_BEFORE.search(before) and _BUT_LESS.fullmatch(text, first.end, last.start):
        return _span(first, last, last.end)
    ceiling = _CEILING.match(text, last.end)
    if ceiling is not None and _FLOOR_THEN.fullmatch(text, first.end, last.start):
        return _span(first, last, ceiling.end())
    is_tenths = "成" in text[first.start : first.end] and "成" in text[last.start : last.end]
    if is_tenths and _TO_TENTHS.fullmatch(text, first.end, last.start) and not _FROM.search(before):
        return _span(first, last, last.end) if last.high > first.low else None
    return None


def is_moved(text: str, place: int, start: int) -> bool:
    """Say whether a size at a place is the old one of a rate that moves from it to another ("widened from 5% to 8%")."""
    before = text[max(start, place - 44) : place]
    return "from " in before and _MOVED_FROM.search(before) is not None


def _span(first: Amount, last: Amount, end: int) -> Amount:
    """Return the range from the smaller to the larger of two sizes; the words between them are part of it."""
    sizes = [size for size in (first.low, last.high) if size is not None]
    return replace(first, end=end, low=min(sizes), high=max(sizes), kind="word")


def _join_doubling(text: str, first: Amount, last: Amount, start: int) -> Amount | None:
    """Return the Chinese range that a part opens and a doubling or multiple closes ("八成到一倍"), or None."""
    is_moving = _FROM.search(text[max(start, first.start - 4) : first.start])
    if is_moving or not _TO_TENTHS.fullmatch(text, first.end, last.start):
        return None
    if first.low is None or last.high is None or first.low != first.high or last.high <= first.low:
        return None
    return _span(first, last, last.end)


def _join_words(text: str, first: Amount, last: Amount) -> Amount | None:
    """Return the range that a size in words opens and one in digits closes ("高个位数至20%"), or None."""
    if not _TO.fullmatch(text, first.end, last.start):
        return None
    if last.kind == "word" and text.startswith(("로", "으로"), last.end):
        return None
    if first.low is None or last.high is None or last.high <= first.low:
        return None
    return replace(last, start=first.start, low=first.low)
