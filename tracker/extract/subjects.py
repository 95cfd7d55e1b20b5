"""What a word of change speaks of: the metric that it belongs to, by the order of words of each language.

English puts adjectives and "in" phrases before the noun, Chinese the object after some verbs, Korean and Japanese the verb last.
"""

from __future__ import annotations

import re

from tracker.extract.chinese.subjects import find_metric_zh
from tracker.extract.english.subjects import find_metric_en
from tracker.extract.event import Event, Refused
from tracker.extract.japanese.causes import JA_RELATIVE
from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token
from tracker.extract.nearest import Found, find_left, find_right

_ADNOMINAL = re.compile(r"[은는한된인운른온난]$|[いなた]$")
# "급증하는 ", "늘어난 ": a verb before its noun.
_RULES_NOUN = re.compile(r"[가-힣]{0,2}(?:는|한|된|난|진|인|든) ")
_OURS = frozenset({"price", "supply", "demand", "inventory"})
_PARTICLE = 2
_IS_THEME = re.compile(r"(?:について|に関して)?は、")
_JA_PARTICLE = re.compile(r"[はがもを]|に(?!な)|で(?!あ)|、")
_KO_NOUN = re.compile(
    r"(?:상승|급등|폭등|인상|반등|증가|하락|급락|폭락|인하|감소|확대|둔화|회복|부진|급증|폭증|위축|축소)"
)
_KO_PARTICLE = re.compile(r"(?:[은는이가을를도에로와과]|으로|에서)\s|,")


def find_metric(layout: Layout, index: int, bound: dict[int, Event | Refused]) -> Found:
    """Return the metric of a change, or the earlier change whose subject it shares."""
    if layout.language == "en":
        return find_metric_en(layout, index, bound)
    if layout.language == "zh":
        return find_metric_zh(layout, index, bound)
    return _find_metric_final(layout, index, bound)


def _find_metric_final(layout: Layout, index: int, bound: dict[int, Event | Refused]) -> Found:
    """Korean and Japanese: the nearest metric to the left, else the noun that the verb stands before ("치솟는 가격")."""
    token = layout.tokens[index]
    if _ADNOMINAL.search(token.text):
        noun = find_right(layout, index, 3)
        if noun is not None and noun.start - token.end <= 1:
            return noun, None  # "높은 재고": the adjective touches its noun
    described = _find_described(layout, index)
    if described is not None:
        return described, None
    row = _find_row(layout, index, bound)
    if row is not None:
        return None, row
    left = find_left(layout, index, bound)
    if left[0] is not None:
        ruled = _find_ruled(layout, index, left[0])
        return left if ruled is None else (ruled, None)
    right = find_right(layout, index, 16)
    if right is not None and not _is_noun_of_its_own(layout, layout.tokens[index]):
        return right, None
    return left


def _find_ruled(layout: Layout, index: int, left: Token) -> Token | None:
    """Return the metric that a Korean adjective stands before, where nothing of ours is its subject ("투자의 배경은 급증하는 D램 수요")."""
    token = layout.tokens[index]
    if layout.language != "ko" or left.value in _OURS or not _RULES_NOUN.match(layout.text, token.end):
        return None
    if token.start - left.end <= _PARTICLE:
        return None  # "투자가 급증하는 D램"
    noun = find_right(layout, index, 26)
    return noun if noun is not None and noun.value in _OURS else None


def _find_described(layout: Layout, index: int) -> Token | None:
    """Return the metric that a Japanese noun of change describes with its verb ("高騰が続くNANDの価格"), if it has none before it."""
    token = layout.tokens[index]
    if layout.language != "ja" or not JA_RELATIVE.match(layout.text, token.end):
        return None
    before = layout.tokens[index - 1] if index else None
    has_own = before is not None and before.cls in ("metric", "market", "product") and token.start - before.end <= 1
    return None if has_own else find_right(layout, index, 24)


def _find_row(layout: Layout, index: int, bound: dict[int, Event | Refused]) -> Event | None:
    """Return the Japanese change told of one of several products, of which another one's goes on ("供給量は、DRAMが減少、NANDは5%の拡大")."""
    if layout.language != "ja":
        return None
    for place in range(index - 1, -1, -1):
        other, found = layout.tokens[place], bound.get(place)
        if other.cls in ("change", "event"):
            is_noun = layout.text.startswith(("、", ","), other.end)
            is_theme = isinstance(found, Event) and found.metric and _IS_THEME.match(layout.text, found.metric.end)
            return found if is_noun and is_theme and isinstance(found, Event) else None
        if other.cls == "metric":
            return None
    return None


def _is_noun_of_its_own(layout: Layout, token: Token) -> bool:
    """Say whether a Korean or Japanese word of change is a noun with a particle ("拡大は", "급등을"), so rules no noun after it."""
    if layout.language == "ja":
        is_relative = JA_RELATIVE.match(layout.text, token.end)
        return bool(_JA_PARTICLE.match(layout.text, token.end)) and not is_relative
    return bool(_KO_NOUN.fullmatch(token.text) and _KO_PARTICLE.match(layout.text, token.end))
