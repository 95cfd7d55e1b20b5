"""English sizes that are no percentage in digits: "mid-teens", "low single digits", "doubled", "by a third"."""

from __future__ import annotations

import re

from tracker.extract.amount import Amount
from tracker.extract.english.spelled import find_spelled
from tracker.extract.numerals import THIRDS

_TEENS = re.compile(
    r"\b(?:(?P<size>low(?:er)?|mid|high(?:er)?|upper|mid[- ]{1,2}to[- ]high|low[- ]{1,2}to[- ]mid)[- ]{1,3})?"
    r"(?P<kind>single[- ]digits?|double[- ]digits?|triple[- ]digits?|teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|[2-9]0'?s|[1-9]0(?:%|(?= percent)))"
    r"(?:[- ](?:percentage|percent|range|%))*"
)
# "Higher single digits": the high ones.
_SIZES = {"lower": "low", "higher": "high", "upper": "high"}
_DECADES = {
    "teens": 10, "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50,
    "sixties": 60, "seventies": 70, "eighties": 80, "nineties": 90,
}  # fmt: skip
_FACTORS = re.compile(
    r"\b(?:(?P<word>doubl(?:e|ed|es|ing)(?![- ](?:order|book))|tripl(?:e|ed|es|ing)|trebl(?:e|ed|es|ing)|quadrupl(?:e|ed|es|ing)|quintupl(?:e|ed|es|ing)|halv(?:e|ed|es|ing)"
    r"|(?:two|three|four|five|six|seven|eight|nine|ten)[- ]?fold|twofold|threefold|tenfold"
    r"|(?:twice|(?:two|three|four|five|six|seven|eight|nine|ten) times)(?= (?:what|(?:that|those) (?:of|in|from)"
    r"|as (?:high|much|expensive|dear|costly|pricey)|higher|dearer|costlier|pricier|more expensive)\b))"
    r"|(?P<n>\d{1,3}(?:\.\d)?)(?:[- ]fold|x\b| times\b))"
)
_FACTOR_WORDS = {
    "doubl": 100, "twice": 100, "tripl": 200, "trebl": 200, "quadru": 300, "quintu": 400, "two": 100, "three": 200, "four": 300, "five": 400,
    "six": 500, "seven": 600, "eight": 700, "nine": 800, "ten": 900, "halv": 50,
}  # fmt: skip
_FRACTIONS = {
    "half": 50, "third": 33, "quarter": 25, "fifth": 20, "two-thirds": 67, "two thirds": 67, "three-quarters": 75,
    "three quarters": 75, "fourth": 25, "tenth": 10,
}  # fmt: skip
# "By quarter-end", "quarter by quarter" and "by half-year" tell a time: a part but a half has its article.
_FRACTION_EN = re.compile(
    r"\bby (?:about |around |nearly |almost |roughly |as much as |up to |over |more than |at least "
    r"|less than )?(?P<size>(?:(?:an? |one[- ])(?P<part>half|third|quarter|fourth|fifth|tenth)|half|two[- ]thirds"
    r"|three[- ]quarters)(?!-?(?:[a-z0-9]| end\b| year| by| point)))"
)
# A part that is left, of an old price ("fell to a third of their peak"); of anything else it is no size.
_LEFT_EN = re.compile(
    r"\bto (?:about |around |nearly |roughly |just |only |barely |less than "
    r"|under ){0,2}(?P<size>(?:an? |one[- ])?(?P<part>half|third|quarter|fourth|fifth|tenth)|two[- ]thirds"
    r"|three[- ]quarters)(?= of )"
)


# Without one of these there is no digit class, decade or factor.
_MARKS = re.compile(r"digit|teens|0s|0's|ties|0%|0 percent|doubl|tripl|trebl|quadr|quint|halv|fold|\dx|times |twice ")


def _find_fractions(text: str, start: int, end: int) -> list[Amount]:
    """Return English sizes told as a part ("fell by half", "rose by more than a third")."""
    found = []
    for match in _FRACTION_EN.finditer(text, start, end):
        size = float(_FRACTIONS[match["part"] or match["size"]])
        found.append(Amount(match.start("size"), match.end("size"), size, size, "factor"))
    return found


def _find_left(text: str, start: int, end: int) -> list[Amount]:
    """Return English parts of something that is left ("to a third of"), as percentages."""
    found = []
    for match in _LEFT_EN.finditer(text, start, end):
        size = float(_FRACTIONS[match["part"] or match["size"]])
        found.append(Amount(match.start("size"), match.end("size"), size, size, "percent"))
    return found


def find_sizes_en(text: str, start: int, end: int) -> list[Amount]:
    """Return English digit classes, decades and factors."""
    body = text[start:end]
    found = _find_fractions(text, start, end) if " by " in body else []
    found += _find_left(text, start, end) if " of " in body else []
    found += [Amount(*spelled, "percent") for spelled in find_spelled(text, start, end)]
    if not _MARKS.search(body):
        return found
    for match in _TEENS.finditer(text, start, end):
        bounds = _teens(match["size"], match["kind"])
        if bounds:
            found.append(Amount(match.start(), match.end(), *bounds, "word"))
    for match in _FACTORS.finditer(text, start, end):
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
    key = _SIZES.get(size, re.sub("[- ]+", "-", size)) if size else None
    if kind.startswith("single"):
        return THIRDS[key] if key else (1, 9)
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
    low, high = THIRDS[key] if key else (0, 9)
    return base + low, base + high
