"""How long a change went on, and until when it will: what no period of the calendar is, and what ends with one."""

from __future__ import annotations

import re

from tracker.extract.chinese.durations import is_of_week
from tracker.extract.event import Event
from tracker.extract.layout import Layout
from tracker.extract.marks import PeriodWord

_DURATION = re.compile(
    r"半年(?!度)(?<![较比与]半年)|一段时间|(?<![上下前后])半月|一周|两周|一个月(?:内)?|(?<![较比与])(?<![月底末止]的)[两三]个月|近期|短期(?:内|来看)|overnight|单季"
    r"|单月|单周|(?<!本)周内|四年来|年来|1ヶ月|1カ月|一ヶ月|한 달|일주일|\d개월간|\d주간|\d[カかヶ]月间|半个月"
    r"|[数几多]个?(?:月|季度?|周)|过去(?:[一二两三四五六七八九十]{1,3}|\d{1,2})(?:个月|个季度|季|周)|\bweekly\b|in a week|in a month|within weeks"
    r"|\b(?:coming|upcoming|(?:next|following) (?:few|several|couple of|two|three|two to three|two or three)) "
    r"(?:quarters|months|weeks|years)\b"
)
# After these the period before is over.
_SINCE_THEN = re.compile(
    r"[，,;]\s?(?:之后|其后|尔后|后来)|その后|以降は|此后|随后|此后|그 ?뒤|그 ?후|이후|since then|afterwards|thereafter"
)
# "価格は上昇しており、2028年までは緊張した状態が続く": what lasts is told by a word of its own.
_OWN_STATE = re.compile(r"(?:状态|状况|情势|情况|局面|环境|时期)[がはも][^、。]{0,8}続")
# "上昇は、8月に入っても止まらない": when it still does.
_STILL = re.compile(r"に入って(?:から)?も|(?:以降)?も(?=[^、。はが]{0,6}続く)")
_LASTS = re.compile(
    r"持续|延续|维持|last|persist|continu|extend|이어|지속|계속|간다|갈 것|갈 듯|갈 전망|続|残る|残り|尾を引|长引|止まる気配|解消(?:し|され)(?:な|ませ|ず)"
)


def is_of_a_while(layout: Layout, first: int, last: int) -> bool:
    """Say whether a stretch tells of a change over some time ("半年", "近期"), which no calendar period is."""
    found = _DURATION.search(layout.text, first, last)
    if found is None or layout.language != "zh":
        return found is not None
    if found[0] == "单周":
        return not is_of_week(layout, first)
    return found[0] not in ("单季", "单月")


def came_after(layout: Layout, word: PeriodWord, event: Event) -> bool:
    """Say whether a change is told of the time after a period ("6月下跌,此后回升", "since then")."""
    return _SINCE_THEN.search(layout.text, word.end, event.start) is not None


def _can_last(layout: Layout, event: Event) -> bool:
    """Say whether the next clause may tell until when a change lasts: a shortage, a price, in Japanese a stock too."""
    return event.attribute in ("supply", "price") or (layout.language == "ja" and event.attribute == "inventory")


def _tells_of_change(layout: Layout, first: int, last: int) -> bool:
    """Say whether a stretch tells of a change of its own; that something is likely ("可能性が高い") is none."""
    told = layout.between(first, last, "change", "event")
    return any(not layout.text.endswith(("可能性が", "可能性が极めて", "可能性は"), 0, t.start) for t in told)


def find_lasting(layout: Layout, event: Event, usable: list[PeriodWord]) -> PeriodWord | None:
    """Return until when a shortage lasts, where the next clause says so ("短缺,预计将持续至2026年")."""
    _, last = layout.clause_span(layout.clause(event.trigger.start))
    if last >= layout.end or not _can_last(layout, event):
        return None
    first, stop = layout.clause_span(layout.clause(last))
    while (
        stop < layout.end
        and not any(first <= w.start < stop for w in usable)
        and layout.clause(stop) - layout.clause(first) <= 2
    ):
        stop = layout.clause_span(layout.clause(stop))[1]
    if _tells_of_change(layout, first, stop) or not _LASTS.search(layout.text, first, stop):
        return None
    if event.attribute == "price" and _OWN_STATE.search(layout.text, first, stop):
        return None
    return next(
        (w for w in usable if first <= w.start < stop and (w.is_boundary or _STILL.match(layout.text, w.end))), None
    )
