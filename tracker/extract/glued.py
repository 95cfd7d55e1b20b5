"""English words that a PDF's line ends run together ("ASPs weredown 6%", "DRAM andNAND supply", "NANDcost").

Such a text is read as a copy with the spaces put in; what is read is told at its place in the text as given.
"""

from __future__ import annotations

import re
from bisect import bisect_left

_LITTLE = "and|the|were|was|are|is|that|our|with|from|of|both|for|in|to"
_MOVES = (
    "down|up|flat|higher|lower|tight|stable|rising|falling|increasing|decreasing|declining|improving"
    "|increased|decreased|declined|improved|expected|growing|dropping|strengthening|weakening|recovering|rose|fell"
)
_FORMS = "improve|increase|decrease|decline|grow|rise|fall|normali[sz]e|recover|tighten|persist|continue"
_THINGS = "industry|supply|demand|pric(?:es?|ing)|costs?|inventor(?:y|ies)|shipments?|revenues?|markets?|bits?|asps?|outlook|output|production|trends?"
_GOODS = "products?|chips?|content|modules?|growth|wafers?|solutions?|makers?|suppliers?"
# "eSSD" and "mDRAM" have one small letter only before the name.
_NAME = re.compile(r"(?:DRAM|NAND|HBM|SSD|ASP)(?![A-Z])")
_BEHIND = re.compile(rf"s?(?=(?:{_LITTLE}|{_THINGS}|{_GOODS}|will|have|has|as)\b)")
# Two common words of calls that are no word together ("thememory", "forhigh", "halfof").
_FIRST = (
    "the|of|and|for|to|in|on|our|we|as|at|by|with|from|that|this|these|is|are|was|were|have|has|had|see|seen|than|then|up|down|next|about|both|between|while|through"
    "|half|quarter|year|years|time|side|memory|flash|storage|supply|demand|inventory|revenue|products?|customers?|industry|cloud|mobile|data|market|pricing|cost|costs|percentage|points?|business|basis|little"
)
_SECOND = (
    "the|of|and|for|in|our|we|are|were|that|with|from|these|those|this|some|think|believe|expect|see|have|has|had|than|then|back|just|both|about|between|high|higher|low|lower|very|little|much|more"
    "|memory|dram|nand|hbm|ssd|flash|storage|industry|market|customers?|products?|inventory|supply|demand|pricing|prices|cost|costs|quarter|half|year|calendar|fiscal|second|first|prior|environment|data|cloud|mobile|growth|bit|bits"
)
_REAL = r"(?!(?:within|upmarket|downmarket|flashback|halfback|quarterback)\b)"
_RUN = re.compile(r"\w{3,}")
# Two small words, of which one is a word of grammar.
_SMALL = re.compile(
    rf"\b(?:(?:were|was|are|is|be|and)(?=(?:{_MOVES})\b)|(?:the|and|that|our|of|for)(?=(?:{_THINGS})\b)|20\d\d(?=(?:{_THINGS}|{_LITTLE})\b)"
    rf"|(?:{_MOVES}|{_THINGS})(?=(?:and|were|was|are|is|that|from|due|the|for)\b)"
    rf"|(?:{_THINGS})(?=(?:{_MOVES})\b)|in(?=(?:demand|supply|pric(?:es?|ing)|costs?|output|production)\b)"
    rf"|(?:is|are|was|were|been)(?=(?:in|seen|also|still)\b)|(?:{_FORMS})(?=(?:through|throughout|over|during|into)\b)"
    rf"|(?:year|quarter|half|calendar|fiscal)(?=20\d\d\b)|(?:quarter|year|half)(?=(?:as|and|due|driven|we)\b)"
    rf"|(?:will|would|should|to)(?=be\b)|a(?=(?:little|lot)\b)|{_REAL}(?:{_FIRST})(?=(?:{_SECOND})\b))"
)


# What a page runs together with figures: "until2030", "as60%since", "roughly$149"; and two sentences ("supply.Analysts say").
_YEAR = re.compile(r"20[0-3]\d(?!\d)")
_BEFORE_YEAR = frozenset(
    "until till since by through throughout in of to from early late mid during for and than before after year quarter half".split()
)
_BEFORE_SIZE = frozenset(
    "as by to of about around over than nearly roughly from up down almost approximately between least only some another rose"
    " fell jumped climbed dropped surged increased declined and".split()
)
_PERCENT = re.compile(r"%")
_WITH_SIZE = re.compile(r"\b([a-z]{2,13})\d[\d.\-–]{0,8}$")
_LONG_WORD = re.compile(r"[a-z]{4}$")
_WORD = re.compile(r"\b[a-z]{2,10}$")
_DOLLARS = re.compile(r"\$(?=\d)")
_NEXT_SENTENCE = re.compile(r"\.(?=[A-Z][a-z]+ )")


def _find_seams_of_figures(text: str) -> set[int]:
    """Return the places where a page lost the space before or behind a figure, or between two sentences."""
    seams = set()
    for year in _YEAR.finditer(text):
        word = _WORD.search(text, max(0, year.start() - 11), year.start())
        if word and word[0] in _BEFORE_YEAR:
            seams.add(year.start())
    for sign in _PERCENT.finditer(text):
        at = sign.start()
        joined = _WITH_SIZE.search(text, max(0, at - 24), at)
        if joined and joined[1] in _BEFORE_SIZE:
            seams.add(joined.end(1))
        behind = text[at + 1 : at + 3]
        if behind.isascii() and behind.isalpha() and behind.islower() and text[at - 1 : at].isdigit():
            seams.add(at + 1)
    for sign in _DOLLARS.finditer(text):
        if _LONG_WORD.search(text, max(0, sign.start() - 4), sign.start()):
            seams.add(sign.start())
    for stop in _NEXT_SENTENCE.finditer(text):
        if _LONG_WORD.search(text, max(0, stop.start() - 4), stop.start()):
            seams.add(stop.end())
    return seams


def find_seams(text: str, *, is_transcript: bool) -> list[int]:
    """Return the places where a space is missing between two words, in order; most texts have none.

    Small words are looked at in transcripts and where a name in capitals is run together with a word.
    """
    seams = _find_seams_of_figures(text)
    for name in _NAME.finditer(text):
        start, end = name.span()
        before = text[start - 2 : start] if start > 1 else ""
        if before.isascii() and before.isalpha() and before.islower():
            seams.add(start)
        behind = _BEHIND.match(text, end) if text[end : end + 1].islower() else None
        if behind:
            seams.add(behind.end())
    if seams or is_transcript:
        seams |= _find_seams_of_small_words(text)
    return sorted(seams)


def _find_seams_of_small_words(text: str) -> set[int]:
    """Return the places where two common words are run together; each word of the text is looked at once, however often it stands."""
    joined = {word: match.end() for word in set(_RUN.findall(text)) if (match := _SMALL.match(word))}
    return {run.start() + joined[run[0]] for run in _RUN.finditer(text) if run[0] in joined} if joined else set()


def part(text: str, seams: list[int]) -> str:
    """Return the text with a space at each of the places."""
    return " ".join(text[a:b] for a, b in zip([0, *seams], [*seams, len(text)], strict=True))


def span_before(start: int, end: int, seams: list[int]) -> tuple[int, int]:
    """Return where a span of the parted text stands in the text as given."""
    return _place_before(start, seams), _place_before(end, seams)


def _place_before(place: int, seams: list[int]) -> int:
    """Return where a place of the parted text stands in the text as given."""
    return place - bisect_left([seam + number for number, seam in enumerate(seams)], place)
