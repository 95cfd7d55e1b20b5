"""Where a new clause begins: at marks, and at the words that part clauses."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from tracker.extract.chinese.bounds import find_headline_spaces, heads_row
from tracker.extract.english.hesitation import is_hesitation, opens_hesitation
from tracker.extract.entity import Entity
from tracker.extract.groups import Group
from tracker.extract.korean.bounds import JOINTS, lists_sizes
from tracker.extract.lexicon import Token
from tracker.extract.script import Language

_CLAUSE_MARKS = re.compile(r"[，,;；:。!?①-⑳]|(?:、)|\s-\s|—|…|\.\.\.|\|")
_CLAUSE_MARKS_JA = re.compile(_CLAUSE_MARKS.pattern + r"|\s&\s")

_DASHES = re.compile(r"--+")  # a Chinese dash, folded
# The sized half of a Korean or Japanese headline ("DRAM契約価格20%上昇 NANDは15%上昇").
_SIZED_HALF = re.compile(
    r"% ?(?:상승|하락|인상|인하|급등|급락|上升|下落|値上げ|値下げ|高|安|急腾|急落|↑|↓) (?=[^ ,、。.;]{1,10} ?\d+(?:\.\d+)?%)"
)
# "5%増から、同10%増へ", "5%上昇を、10%上昇に": a size, and the one that it is revised to.
_REVISED_FROM = re.compile(r"(?:%|割)(?:増|减|高|安|の?(?:上升|下落))?(?:から|を)$")


def find_bounds(
    text: str, language: Language, span: tuple[int, int], tokens: list[Token], named: Sequence[Entity | Group]
) -> tuple[int, ...]:
    """Return the places where a new clause begins: at marks, and at the words that part clauses."""
    start, end = span
    places = _find_halves(text, language, span, tokens)
    triggers = [t.start for t in tokens if t.cls in ("change", "event")]
    marks = _CLAUSE_MARKS_JA if language == "ja" else _CLAUSE_MARKS
    for match in marks.finditer(text, start, end):
        mark, at = match[0], match.start()
        is_in_number = (
            mark in ",，" and at + 1 < end and text[at + 1].isdigit() and at > start and text[at - 1].isdigit()
        )
        if is_in_number or (mark == "|" and heads_row(text, start, at, triggers, [e.start for e in named])):
            continue
        if mark == "," and language == "en" and is_hesitation(text, at, start):
            continue
        if mark == "," and language == "ko" and lists_sizes(text, at, places, triggers):
            continue
        if mark == "、":
            since = max((p for p in places if p <= at), default=start)
            if not any(since <= t < at for t in triggers) and language != "ja":
                continue
            if language == "ja" and not any(since <= t < at for t in triggers) and not _has_size(text, since, at):
                continue
            if language == "ja" and _REVISED_FROM.search(text, since, at):
                continue
        places.add(match.end())
    places |= {
        t.start
        for t in tokens
        if t.cls == "break" and t.start > start and not opens_hesitation(text, t, start)
        if not (t.text == "から、" and _REVISED_FROM.search(text, start, t.end - 1))
    }
    if language == "ko":
        places |= {
            match.end() for match in JOINTS.finditer(text, start, end) if any(t <= match.start() for t in triggers)
        }
    inner = sorted((e.start, e.end) for e in named)
    starts = [a for a, _ in inner]
    return tuple(p for p in sorted(places) if not _lies_inside(p, inner, starts))


def _find_halves(text: str, language: Language, span: tuple[int, int], tokens: list[Token]) -> set[int]:
    """Return where the next half of a headline begins, and what a Chinese dash parts."""
    places: set[int] = set()
    if language == "zh" and text.find("--", *span) >= 0:
        places = {match.end() for match in _DASHES.finditer(text, *span)}
    if language == "en" or text.find(" ", *span) < 0:
        return places
    return places | (
        find_headline_spaces(text, span, tokens) if language == "zh" else _find_sized_halves(text, span, tokens)
    )


def _find_sized_halves(text: str, span: tuple[int, int], tokens: list[Token]) -> set[int]:
    """Return where the next half of a Korean or Japanese headline begins with a product and a size of its own."""
    products = {t.start for t in tokens if t.cls == "product"}
    return {match.end() for match in _SIZED_HALF.finditer(text, *span) if match.end() in products}


def _has_size(text: str, first: int, last: int) -> bool:
    """Say whether a stretch holds a percentage or a tenth, so that the verb after it is shared."""
    return "%" in text[first:last] or "割" in text[first:last]


def _lies_inside(place: int, spans: list[tuple[int, int]], starts: list[int]) -> bool:
    """Say whether a place lies strictly inside one of the spans."""
    index = bisect_left(starts, place) - 1
    return index >= 0 and spans[index][0] < place < spans[index][1]
