"""English words of period: the grammar, and the marks of its words; the verbs "may" and "march" are no months."""

from __future__ import annotations

import re

from tracker.extract.codes import CODES, YEAR4, read_year
from tracker.extract.marks import Mark, Unit

_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "final": 4}
_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_YEAR_STEPS = {"this year": 0, "the current year": 0, "the year": 0, "year": 0, "next year": 1, "last year": -1}
_STEPS_BACK = ("last", "the last", "previous", "the previous", "prior", "the prior")
_STEPS_ON = ("next", "the next", "coming", "the coming", "the following", "the upcoming")
MONTH_NAMES = r"january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
# It opens with an edge of a word, so that most places fail there at once.
ENGLISH = re.compile(
    r"(?:(?<![a-z0-9])|(?=[ -]))(?:"
    rf"\b ?(?:[12]h[ '-]?|(?:(?:first|second|latter|last) (?:half|week|two weeks|ten days)|middle|beginning|start|end) of[ -])(?P<pm>{MONTH_NAMES})\b\.?(?:,? (?:of )?(?P<pmy>{YEAR4}))?"
    r"|(?<![a-z0-9])(?:" + CODES + r")"
    r"|\b(?P<cal>calendar|fiscal)?[ -]?(?P<o>first|second|third|fourth|1st|2nd|3rd|4th|final)(?:[ -](?P<f2>fiscal|calendar))?"
    r"(?:(?: and |/|, )(?:the )?(?P<o2>second|third|fourth|2nd|3rd|4th))?"
    rf"[ -](?P<u>quarters?|halves"
    rf"|half)(?P<cal2> calendar)?(?:,? (?:of |in |for )?(?:(?:the|our|its|this) )?(?P<cal3>calendar "
    rf"|fiscal )?(?:year )?(?:(?P<y>{YEAR4})|'?(?P<y2>2\d|(?<=')[01]\d)\b"
    rf"|(?P<ry>this year|next year|last year|the current year|year)\b))?"
    r"|\b(?P<back>back|front|latter|later) half(?: of (?:the )?(?:calendar |fiscal )?(?:year )?(?:(?P<yb>20[0-3]\d)|'(?P<yb2>[012]\d)\b|(?P<ryb>this year|next year|last year|year)))?"
    r"|\b(?P<span>january|april|july|october)(?:-| to |-to-| through )(?:march|june|september|december)(?: (?:period|quarter))?"
    r"|(?:(?<=this quarter and )|(?<=this quarter and the )"
    r"|(?<=this quarter and into the ))(?P<nq>next)\b(?! (?:quarter|year|half|month|week|few|several|two|three|couple"
    r"|generation|phase|step))(?: one\b)?"
    r"|(?:(?<=this year and )|(?<=this year and the )|(?<=this year and into the ))(?P<ny>next)\b(?! (?:quarter|year|half|month|week|few|several|two|three|couple|generation|phase|step))(?: one\b)?"
    r"|(?<=\bin the )(?P<ob>first|second|third|fourth)(?=[.,;]| and\b)"
    rf"|\b(?P<mq>{MONTH_NAMES})(?:[-' ]{{1,2}}(?P<mqy>2\d|20[0-3]\d))?(?:[ -]?(?:quarter|qtr\b\.?)|-?q\b)"
    rf"|\b(?:(?P<hqy>{YEAR4}) )?(?P<hq>holiday|christmas) quarter"
    rf"|\b(?P<tm>first|last|final) three months(?: of (?:(?P<tmy>{YEAR4})|(?P<tmr>this year|next year|last year|the year)))?(?! of)"
    rf"|\b(?:(?:early|mid|late|end of)[- ])?(?P<mo>{MONTH_NAMES})\b\.?(?: (?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?!\d))?(?:,? (?:of )?(?:(?P<ym>{YEAR4})|(?P<mor>last year|next year)))?"
    r"|\b(?P<rel>this|next|last|the current|current|the previous|the prior|previous|prior|the coming|the following"
    r"|the next|the last|in|during the|for the|in the|(?:throughout|through|across) the(?= quarter)|the upcoming"
    r"|coming) (?P<relcal>calendar |fiscal )?(?P<ru>quarter|month|half|year)\b(?!-|s| over| ago| '?\d\d)"
    rf"|\b(?:calendar|cy|ye(?='?2\d\b))[ -]?(?:year )?'?(?P<cy>{YEAR4}|2\d|(?<=')[01]\d|(?<=\bcy)[01]\d)[ef]?\b"
    rf"|\b(?P<exit>exit(?:ing)? |end of |close of )?(?:fiscal|fy)[ -]?(?:year )?'?(?P<fy>{YEAR4}|2\d"
    rf"|(?<=')[01]\d)[ef]?\b"
    rf"|\b(?P<el>early|late|(?:(?<=at the )|(?<=near the )|(?<=towards the )|(?<=toward the ))(?:very )?end of(?= last year))(?: in)? (?:(?P<ely>{YEAR4})|(?P<elr>this year|next year|last year))\b"
    r"|(?:(?<=\bin )|(?<=\bfor )|(?<=\bby )|(?<=\binto )|(?<=\bthrough )|(?<=\buntil )|(?<=\bof )|(?<=\bearly )|(?<=\blate )|(?<=\bmid-))['\"](?P<yqy>[12]\d)\b['\"]?(?! ?%)"
    rf"|(?<!\d/)\b(?P<yo>{YEAR4})[ef]?\b(?!-| units| wafers)"
    rf"|\b(?P<yend>(?:rest|remainder|balance) of (?:the|this) (?:calendar |fiscal )?year|year[- ]end"
    rf"|end of (?:the|this) year|the end of the year|(?<=at the )(?:beginning|start) of (?:the|this) year"
    rf"|(?<!one )full year|the year as a whole"
    rf"|(?:(?<=through )|(?<=throughout )|(?<=course of )|(?<=over )|(?<=into ))the (?:calendar "
    rf"|fiscal )?year(?![- ](?:ago|before|earlier|over|on|old))|year to date|year-to-date)\b"
    rf"|\b(?P<dec>(?:end|turn|close) of the decade|the decade's end|decade-end)\b)"
)
# "May NAND contract prices will rise": no verb, where another one follows the price.
_MONTH_OF_PRICE = re.compile(
    r" (?:[A-Za-z0-9/\-]+ ){0,3}(?:contract|spot|fixed|average) (?:[A-Za-z\-]+ ){0,3}(?:will|would|rose|fell|is|are|was|were|jumped|climbed|dropped|slipped|surged|gained|declined|increased)\b"
)
# A line in capitals, in which "MAY" is a verb unless a word before it tells a month.
_CAPITALS = re.compile(r"\b[A-Z]{4,}\b")
_DATES_MONTH = re.compile(
    r"\b(?:IN|OF|BY|FROM|SINCE|UNTIL|FOR|THROUGH|LATE|EARLY|MID|AFTER|BEFORE|DURING|TO|ON|AND|LAST|THIS)[ -]$"
)
_SPAN = re.compile(rf"(?:{MONTH_NAMES})(?:-| to |-to-| through )(?:march|june|september|december)\b")
_WILL_FROM = re.compile(
    r"\b(?:will|would|expected to|set to|to|rebound|recover|bottom|starting|beginning|effective"
    r"|(?:will|and|to) (?!differ|deviate|diverge|depart|stray|vary|not\b)[a-z]+) (?:(?!quarter|half|month|flat"
    r"|unchanged|stable|steady|level|changed|little|differ|deviate|diverge|depart|stray"
    r"|vary)[a-z]+ ){0,2}from (?:the )?$"
    r"|\b(?:will|would|to|is|are) (?:be )?(?:cut|reduc|rais|increas|hik|lower|trim|slash|lift|adjust|curtail|slash)[a-z]*\b(?:(?!quarter|half|month)[^,;]){0,110} from (?:the )?$"
    # "Raised list prices 10% from July": a verb that rules prices says when, one of prices from where.
    r"|\b(?:rais|lift|hik|adjust|cut|lower|slash|increas"
    r"|rais)[a-z]* (?:(?!quarter|half|month)[a-z0-9'/\-]+ ){0,6}?(?:prices?|quotes?|pricing"
    r"|quotations?)\b(?:(?!quarter|half|month)[^,;]){0,28} from (?:the )?$"
)


# "Prices have been falling since April", "began to rise since April": when a change began that still goes on.
_GOES_ON_SINCE = re.compile(
    r"\b(?:(?:have|has|had) (?:[a-z]+ )?been (?:[a-z]+ly )?(?:(?!doubl|tripl)[a-z]+ing|on the|on an?|in an?|under|tight|short|weak|low|soft|sluggish|scarce)"
    r"|(?:have|has) (?:[a-z]+ly )?(?:cut|reduced|lowered|curbed|trimmed|slashed|scaled back|halted|suspended)"
    r"|(?:began|begun|started) (?:to [a-z]+|[a-z]+ing))\b(?: (?!highest|lowest|first|biggest|largest|best|worst|most)[a-z0-9.%\-,]+){0,20} since (?:the )?(?:start of |beginning of )?$"
)


def runs_since(text: str, since: int, first: int) -> bool:
    """Say whether "since" tells when an English change began that went on ("have been sliding since August")."""
    return _GOES_ON_SINCE.search(text, since, first) is not None


def tells_start(text: str, since: int, first: int, end: int) -> bool:
    """Say whether "from" tells when an English change begins ("from January through March", "will rebound from May")."""
    return bool(_SPAN.match(text, first, end) or _WILL_FROM.search(text, since, first))


def is_plain_word(match: re.Match[str], original: str) -> bool:
    """Say whether a match is no period but the verb "may" or "march"."""
    groups = match.groupdict()
    month = groups.get("mo") or groups.get("mq")
    if not month:
        return False
    at = match.start("mo") if groups.get("mo") else match.start("mq")
    written = original[at : at + len(month)]
    if month in ("may", "march", "mar", "sep", "dec", "jan", "oct") and not written[0].isupper():
        return True
    if written == "MAY" and _is_shouted(match, original):
        return True
    # A sentence's first "May" or "March" without a day or a year is a verb more often than a month.
    if month in ("may", "march") and at == 0 and _MONTH_OF_PRICE.match(original, at + len(month)):
        return False
    return month in ("may", "march") and not (groups.get("ym") or groups.get("d") or groups.get("mq")) and at == 0


def _is_shouted(match: re.Match[str], original: str) -> bool:
    """Say whether "MAY" in a line of capitals is the verb: nothing tells it as a month ("PRICES MAY RISE")."""
    groups = match.groupdict()
    if groups.get("ym") or groups.get("d") or groups.get("mq"):
        return False
    at = match.start("mo")
    before, behind = original[max(0, at - 16) : at], original[match.end() : match.end() + 16]
    is_among = bool(_CAPITALS.search(before) or _CAPITALS.match(behind))
    return is_among and _DATES_MONTH.search(before) is None


def read_english(g: dict[str, str]) -> tuple[Mark, ...]:
    """Return the marks of an English match that is no code; empty where it is not a period after all."""
    if "el" in g:
        number = 1 if g["el"] == "early" else 4
        return (Mark("Q", number, read_year(g.get("ely")), _YEAR_STEPS.get(g.get("elr", ""))),)
    if "o" in g:
        return _read_ordinal(g)
    if "nq" in g or "ny" in g:
        return (Mark("Q", step=1) if "nq" in g else Mark("Y", None, None, 1),)
    if "ob" in g:
        return (Mark("Q", _ORDINALS[g["ob"]]),)
    if "back" in g:
        return (
            Mark(
                "H",
                1 if g["back"] == "front" else 2,
                read_year(g.get("yb") or g.get("yb2")),
                _YEAR_STEPS.get(g.get("ryb", "")),
            ),
        )
    if "span" in g or "mq" in g:
        number = (_MONTHS[(g.get("span") or g["mq"])[:3]] + 2) // 3
        return (Mark("Q", number, read_year(g.get("mqy")), kind="calendar"),)
    if "hq" in g:
        return (Mark("Q", 4, read_year(g.get("hqy")), kind="calendar"),)
    if "tm" in g:
        return (
            Mark(
                "Q",
                1 if g["tm"] == "first" else 4,
                read_year(g.get("tmy")),
                _YEAR_STEPS.get(g.get("tmr", "")),
                kind="calendar",
            ),
        )
    if "pm" in g or "mo" in g:
        day = int(g["d"]) if g.get("d") else None
        year = read_year(g.get("pmy") or g.get("ym"))
        step = _YEAR_STEPS.get(g.get("mor", ""))
        return (Mark("M", _MONTHS[(g.get("pm") or g["mo"])[:3]], year, step, day=day),)
    return _read_relative(g) if "rel" in g else _read_english_year(g)


def _read_english_year(g: dict[str, str]) -> tuple[Mark, ...]:
    """Return the mark of an English year or of its end."""
    if "cy" in g or "yo" in g or "yqy" in g:
        year = read_year(g.get("cy") or g.get("yo") or g.get("yqy"))
        return (Mark("Y", None, year, kind="calendar" if "cy" in g else ""),)
    if "exit" in g:
        return (Mark("Q", 4, read_year(g["fy"]), kind="fiscal"),)
    if "fy" in g:
        return (Mark("Y", None, read_year(g["fy"]), kind="fiscal"),)
    if "dec" in g:
        return (Mark("Y", None, None, 0, kind="decade"),)
    if "yend" in g:
        return (Mark("Y", None, None, 0),)
    return ()


def _read_ordinal(g: dict[str, str]) -> tuple[Mark, ...]:
    """Return the marks of "second quarter", "first and second quarters of 2026", "second half of calendar 2025"."""
    said = " ".join(g.get(name, "") for name in ("cal", "f2", "cal2", "cal3"))
    kind = "fiscal" if "fiscal" in said else ("calendar" if "calendar" in said else "")
    year, step = read_year(g.get("y") or g.get("y2")), _YEAR_STEPS.get(g.get("ry", ""))
    unit: Unit = "H" if g["u"].startswith("hal") else "Q"
    numbers = [_ORDINALS[g["o"]]] + ([_ORDINALS[g["o2"]]] if "o2" in g else [])
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
    step = 1 if word in _STEPS_ON else -(word in _STEPS_BACK)
    if unit == "Y":
        return () if word == "the last" else (Mark("Y", None, None, step),)  # "over the last year": the twelve months
    return (Mark(unit, step=step),)  # type: ignore[arg-type]
