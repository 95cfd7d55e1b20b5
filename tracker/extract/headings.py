"""Lines that date what stands below them: the day that heads an entry of a digest, and a heading that names a period."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

from tracker.extract.periods import find_periods
from tracker.extract.resolve import Clock, resolve
from tracker.extract.script import Language, detect_language
from tracker.extract.sentences import Sentence

LONGEST_HEADING = 60
_HEADING = re.compile(
    r"outlook|market|review|recap|price|forecast|市场|行情|价格|展望|回顾|走势|合约价|시장|가격|전망|리뷰|결산|总结|まとめ|市况|価格|见通し"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_WEEKDAY = r"(?:(?:mon|tue|tues|wed|wednes|thu|thurs|fri|sat|satur|sun)(?:day)?\.?|[月火水木金土日](?:曜日?)?|[월화수목금토일](?:요일)?|(?:星期|周|週|礼拜|禮拜)[一二三四五六日天])"
_DAY = (
    r"(?:(?:(?P<y1>\d{4}|\d{2})\s?[年년]\s?)?(?P<m1>\d{1,2})\s?[月월]\s?(?P<d1>\d{1,2})\s?[日일号號]"
    r"|(?P<y2>20\d\d)(?P<s>[-/.])\s?(?P<m2>\d{1,2})(?P=s)\s?(?P<d2>\d{1,2})\.?"
    rf"|(?:{_WEEKDAY},?\s)?(?P<m3>{_MONTH})\.?\s(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s(?P<y3>20\d\d))?"
    rf"|(?:{_WEEKDAY},?\s)?(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?\s(?P<m4>{_MONTH})\.?(?:,?\s(?P<y4>20\d\d))?)"
)
# A line that holds a day and what goes with one; a Markdown heading may have a title beside it.
_LINE = re.compile(
    r"^(?=[^\n\d]{0,30}\d)(?=[^\n]{1,60}$)[ \t]{0,8}(?P<mark>#{1,6}[ \t]|[■◆●▶▪◇□○★☆▲△•【\[〈《<「]|\*\*|[-*>][ \t]|\d{1,2}[.)][ \t])?[ \t]{0,4}(?:\*\*|[【\[(（〈《<「])?"
    r"(?:(?:기사)?입력|등록|발행일?|published(?: on)?|posted(?: on)?|date|week of|发布(?:时间|日期)|發布(?:時間|日期)|日期|時間|时间|掲載日?)?[:：]?[ \t]{0,4}"
    + _DAY
    + rf"(?:,?[ \t]?[(（\[]?{_WEEKDAY}[)）\]]?)?(?:,?[ \t]{{0,4}}\d{{1,2}}:\d\d(?::\d\d)?)?[ \t]{{0,4}}[】\])）〉》>」]?[:：]?(?:\*\*)?[:：]?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_TITLED = re.compile(
    rf"^(?=[^\n\d]{{0,60}}\d)#{{1,6}}[ \t]{{1,4}}(?:(?P<before>[^\n]{{1,50}}?)(?:[ \t][-–—|·]+[ \t]|[:：,(（])[ \t]{{0,4}})?{_DAY}[)）]?(?:[ \t]{{0,4}}[-–—|·:：][^\n]{{1,50}})?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_MARKDOWN = re.compile(r"^(#{1,6})[ \t][^\n]*$", re.MULTILINE)
# What stands below a day that is no heading but the head of a column: a figure, or the next column's day.
_FIGURES = re.compile(r"\s*[-–—$¥₩€(]?\s*\d[\d,.%]*[)\s]*(?:\n|$)")


@dataclass(frozen=True, slots=True)
class DatedLine:
    """Where a heading begins, and the day that relative words below it count from; None where that of publication holds."""

    start: int
    day: dt.date | None


def find_dated_lines(text: str, published_on: dt.date | None) -> list[DatedLine]:
    """Return the lines that set or end the date of what follows, the last first.

    A day without a year is the last one before publication. A day later than publication dates nothing (it announces).
    A Markdown heading of the same or a higher level without a day ends what a dated one began.
    """
    if "\n" not in text:
        return []
    found: dict[int, re.Match[str]] = {}
    column = -1
    for match in _LINE.finditer(text):
        is_column = not match["mark"] and (match.start() == column or _heads_column(text, match.end()))
        column = match.end() + 1 if is_column else -1
        if not is_column:
            found[match.start()] = match
    headings = list(_MARKDOWN.finditer(text)) if "#" in text else []
    lines: list[DatedLine] = [DatedLine(start, _day_of(m, published_on)) for start, m in found.items()]
    depth = 0
    for heading in headings:
        level = len(heading[1])
        titled = found.get(heading.start()) or _TITLED.match(text, heading.start())
        if titled:
            depth = level
            if heading.start() not in found:
                lines.append(DatedLine(heading.start(), _day_of(titled, published_on)))
        elif level <= depth:
            depth = 0
            lines.append(DatedLine(heading.start(), None))
    return sorted(lines, key=lambda line: -line.start)


def clock_below(lines: list[DatedLine], place: int, clock: Clock, published: Clock) -> Clock:
    """Return the clock of a place: that of the last dated line above it. Lines that it has passed are taken off the list."""
    while lines and lines[-1].start <= place:
        clock = replace(published, day=lines.pop().day or published.day)
    return clock


def _heads_column(text: str, end: int) -> bool:
    """Say whether a figure or another day follows on the next line, as under the heads of a table's columns."""
    after = re.compile(r"\s*").match(text, end)
    at = after.end() if after else end
    return bool(_FIGURES.match(text, at) or _LINE.match(text, at))


def _day_of(match: re.Match[str], published_on: dt.date | None) -> dt.date | None:
    """Return the day that a line names; None for no day of the calendar, one to come, or one that no year can be given."""
    year, month, day = (next((match[f"{part}{n}"] for n in "1234" if match[f"{part}{n}"]), None) for part in "ymd")
    if month is None or day is None:
        return None
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
    if year is not None:
        years = [int(year) + (2000 if len(year) == 2 else 0)]
    else:
        years = [published_on.year, published_on.year - 1] if published_on else []
    for one in years:
        try:
            named = dt.date(one, number, int(day))
        except ValueError:
            continue
        if published_on is None or named <= published_on:
            return named
    return None


def heading_period(text: str, folded: str, sentence: Sentence, default: Language, clock: Clock) -> str | None:
    """Return the period that a heading sets for the text below it: a short line without an end, a year and our subject."""
    if sentence.end - sentence.start > LONGEST_HEADING:
        return None
    line = text[sentence.start : sentence.end]
    if "%" in line or line.startswith(("- ", "* ", "• ", "· ")):
        return None  # it tells a change of its own
    if line[-1] in "。.！？!?；;，," or text[sentence.end : sentence.end + 1] not in ("", "\n"):
        return None
    if (sentence.start and text[sentence.start - 1] != "\n") or not _HEADING.search(
        folded, sentence.start, sentence.end
    ):
        return None
    language = detect_language(line, default)
    words = find_periods(folded, text, language, sentence.start, sentence.end)
    words = words[:1] + [word for word in words[1:] if word.text != "全年"]
    if len(words) != 1 or words[0].marks[0].day or not words[0].marks[0].year:
        return None
    return resolve(words[0].marks[0], clock)
