"""A sentence laid out: its words, products, clauses, sizes and periods, each freed of what belongs to another.

`parse_sentence` builds the layout once; the rules only ask it questions. Nothing here decides what is claimed.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.extract.amount import Amount
from tracker.extract.bounds import find_bounds
from tracker.extract.chinese.words import give_back_unit, leave_out_glosses
from tracker.extract.english.chips import add_chips
from tracker.extract.english.joint import leave_out_listed
from tracker.extract.groups import find_groups
from tracker.extract.items import LONGEST_ITEM
from tracker.extract.korean.parts import add_parts
from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token, load_matcher
from tracker.extract.marks import PeriodWord
from tracker.extract.names import find_entities
from tracker.extract.numbers import find_amounts
from tracker.extract.periods import find_periods
from tracker.extract.script import Language

# A sentence of 800 characters with more words of the vocabulary than this is a list run together, or noise.
MOST_WORDS = 100
_OF_PERIOD = re.compile(r"[はにのが、]?(?:约|平均)?")
_FROM_THERE = re.compile(r"(?:の?(?:高|安|増|减|上升|下落|値上がり|値下がり))?から、?")
_SIGNED = re.compile(r"[+\-] ?[≈~低中高]?\d[\d.,~\-]* ?%")
_PART_OF_YEAR = re.compile(
    r"\s?(?:1?\d ?月|[一二三四五六七八九十]{1,2}月|第?[一二三四1-4] ?季|[上下]半年|[qh][1-4]|年?[初中底])"
)
# What was forecast before, in brackets ("(이전 추정치: 3분기 20%)").
_ASIDE = re.compile(r"\((?:이전|기존|종전|당초|직전|컨센서스|시장 ?(?:예상|전망|컨센서스))[^()]{0,60}\)")


def parse_sentence(
    text: str, original: str, language: Language, start: int, end: int, *, implied: str | None = None
) -> Layout:
    """Return the layout of the sentence at a span of the folded text; `implied` is the product that it leaves out."""
    asides = [found.span() for found in _ASIDE.finditer(text, start, end)] if language == "ko" else []
    tokens = _find_words(text, original, language, start, end)
    tokens = [t for t in tokens if not _is_aside(t.start, asides)]
    if len(tokens) > MOST_WORDS:
        return Layout(text, language, start, end, tuple(tokens))
    if not _can_change(text, language, tokens, start, end):
        entities = find_entities(text, tokens)
        groups = find_groups(text, tokens, entities)
        return Layout(text, language, start, end, tuple(tokens), tuple(entities), tuple(groups))
    amounts = [a for a in find_amounts(text, language, start, end) if not _is_aside(a.start, asides)]
    periods = [p for p in find_periods(text, original, language, start, end) if not _is_aside(p.start, asides)]
    if bases := [t for t in tokens if t.cls == "basis"]:
        periods = [word for word in periods if not _is_covered(word, bases)]
    if periods:
        tokens = [t for t in tokens if not _is_inside_period(t, periods) and not _begins_period(text, t)]
    if worded := [amount for amount in amounts if amount.kind == "word"]:
        tokens = [t for t in tokens if not _is_inside_size(t, worded)]
    amounts = [amount for amount in amounts if not _overlaps_period(amount, periods)]
    amounts = [_with_own_period(text, language, amount, periods) for amount in amounts]
    entities = find_entities(text, tokens)
    if (language == "ko" or any(a.sign for a in amounts)) and any(t.cls == "segment" for t in tokens):
        entities = add_parts(text, tokens, entities, implied)
    groups = find_groups(text, tokens, entities)
    bounds = find_bounds(text, language, (start, end), tokens, groups if language == "ko" else entities)
    if asides:
        bounds = tuple(place for place in bounds if not _is_aside(place, asides))
    bounds = tuple(place for place in bounds if not any(w.start < place < w.end for w in periods))
    parts = (tuple(tokens), tuple(entities), tuple(groups), tuple(amounts), tuple(periods), bounds)
    return Layout(text, language, start, end, *parts)


def _find_words(text: str, original: str, language: Language, start: int, end: int) -> list[Token]:
    """Return the words of the vocabulary in a sentence, less those that only look like it."""
    matcher = load_matcher(language)
    tokens = _drop_look_alikes(matcher.find(text, start, end), original)
    tokens = leave_out_glosses(text, tokens, language, start, end)
    if language == "zh":
        return [give_back_unit(text, token, matcher) for token in tokens]
    return add_chips(text, leave_out_listed(text, tokens), start, end) if language == "en" else tokens


def _can_change(text: str, language: Language, tokens: list[Token], start: int, end: int) -> bool:
    """Say whether a sentence holds a change, a price or a signed size, so that its sizes and periods matter."""
    if any(t.cls in ("change", "event") or t.value == "price" or "price" in t.flags for t in tokens):
        return True
    if language in ("en", "ko") and _counts_steps(text, language, tokens, start, end):
        return True
    is_short = end - start <= LONGEST_ITEM and any(t.cls == "product" for t in tokens)
    is_listed = is_short or any(t.cls in ("basis", "market") for t in tokens)
    return is_listed and bool(_SIGNED.search(text, start, end))


def _is_aside(place: int, asides: list[tuple[int, int]]) -> bool:
    """Say whether a place lies in one of the brackets that only tell an earlier forecast."""
    return any(first <= place < last for first, last in asides)


def _drop_look_alikes(tokens: list[Token], original: str) -> list[Token]:
    """Leave out the English conjunction "nor": the product is written NOR."""
    return [t for t in tokens if not (t.text == "nor" and original[t.start : t.end] not in ("NOR", "ＮＯＲ"))]


def _is_covered(word: PeriodWord, bases: list[Token]) -> bool:
    """Say whether a period's words are part of a basis word ("前四半期" of "前四半期比")."""
    return any(t.start <= word.start and word.end <= t.end + 1 for t in bases)


def _begins_period(text: str, token: Token) -> bool:
    """Say whether "较去年" is only the beginning of a month or a quarter that something is compared with ("较去年12月")."""
    is_year = token.cls == "basis" and token.text.endswith("去年")
    return is_year and bool(_PART_OF_YEAR.match(text, token.end))


def _counts_steps(text: str, language: Language, tokens: list[Token], start: int, end: int) -> bool:
    """Say whether a sentence without a word of change may tell one by its figures ("went from $5 to $11", "가격이 2배")."""
    if language == "en":
        return text.find(" to $", start, end) >= 0
    return text.find("배", start, end) >= 0 and any(t.cls == "metric" for t in tokens)


def _is_inside_period(token: Token, periods: list[PeriodWord]) -> bool:
    """Say whether a word of the vocabulary is part of a period's words ("next" of "next quarter")."""
    if token.cls in ("product", "metric"):
        return False
    start, end = token.start, token.end
    return any(period.start <= start and end <= period.end for period in periods)


def _with_own_period(text: str, language: Language, amount: Amount, periods: list[PeriodWord]) -> Amount:
    """Return a Japanese size as told, and not as an old value, where a period of its own stands before it and the next after.

    "7〜9月期の5%高から10〜12月期は2%高へ" tells of both quarters.
    """
    if not amount.is_old or language != "ja":
        return amount
    is_dated = any(_OF_PERIOD.fullmatch(text, w.end, amount.start) for w in periods if w.end <= amount.start)
    is_next = any(_FROM_THERE.fullmatch(text, amount.end, w.start) for w in periods if w.start >= amount.end)
    return replace(amount, is_old=False) if is_dated and is_next else amount


def _is_inside_size(token: Token, worded: list[Amount]) -> bool:
    """Say whether a word is part of a size in words ("low" of "low single digits"); "doubled" stays a change too."""
    return any(a.start <= token.start and token.end <= a.end for a in worded)


def _overlaps_period(amount: Amount, periods: list[PeriodWord]) -> bool:
    """Say whether a size of change is part of a period's words."""
    return any(p.start < amount.end and amount.start < p.end for p in periods)
