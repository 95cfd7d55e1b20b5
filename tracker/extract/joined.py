"""Periods that are told together ("in Q1 and Q2", "第一、二季"), and spans, of which the last counts ("2027-2028")."""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.extract.chinese.dating import means_each
from tracker.extract.english.dating import opens_span
from tracker.extract.layout import Layout
from tracker.extract.marks import PeriodWord

_SPAN = re.compile(r"\s*(?:~|-|至|到|から)\s*")
_AND_LATER = re.compile(
    r"\s*(?:、|, ?늦어도|,|/|and|as well as|&|和|与|及|以及|·|와|과|및|と|や)\s*"
    r"(?:in |the |for |even |also |possibly |perhaps |probably |likely |maybe |into |all of |throughout |most of |much of )*"
)
_AND = r"、|/|and|as well as|&|和|与|及|以及|·|와|과|및|と|や|(?:말|초)?에 ?이어(?:서)?|, ?늦어도"
_AND_EARLIER = re.compile(rf"\s*(?:{_AND})\s*(?:in |the |for )*")
# In a list told "respectively" a comma or a dash joins too.
_AND_EARLIER_EACH = re.compile(rf"\s*(?:{_AND}|,|至|到|~|-)\s*(?:in |the |for )*")
# "4月に続き5月も": in Japanese one follows the other.
_FOLLOWED_BY = re.compile(r"に(?:引き)?続(?:き|いて)[、,]?")
# A price in money and a comma, after which the next period follows with its own ("4月に2ドル、5月に3ドルへ上がった").
_JOINS_BACK = re.compile(
    r"に(?:引き)?続(?:き|いて)[、,]?"
    r"|(?:に|から|は|には)[\d.,~\-]{1,9}(?:米?ドル|円)(?:台|近く|前后|へ|に|まで)?[、,]"
)


def join_periods(layout: Layout, word: PeriodWord, usable: list[PeriodWord]) -> tuple[PeriodWord, ...]:
    """Return a period with those joined to it by "and" ("in Q1 and Q2"); of a span the last ("2027-2028")."""
    is_span = opens_span(layout, word)
    if is_span and len(word.marks) > 1:
        return (replace(word, marks=word.marks[-1:]),)  # "between the first and second quarters"
    chosen = _join_later(layout, word, usable, is_span=is_span)
    return tuple(chosen if is_span else _join_earlier(layout, word, chosen, usable))


def _join_later(layout: Layout, word: PeriodWord, usable: list[PeriodWord], *, is_span: bool) -> list[PeriodWord]:
    """Return a period with those that follow it ("Q1 and Q2"), or the end of its span ("between Q1 and Q3")."""
    chosen = [word]
    for other in usable:
        if other.start <= word.start:
            continue
        gap = layout.text[chosen[-1].end : other.start]
        if _SPAN.fullmatch(gap):
            is_each = bool(layout.between(other.end, layout.end, "zip")) or means_each(layout, word, gap)
            chosen[-1:] = [chosen[-1], other] if is_each else [other]
        elif _AND_LATER.fullmatch(gap):
            chosen = [other] if is_span else [*chosen, other]
        elif layout.language == "ja" and _FOLLOWED_BY.fullmatch(gap):
            chosen.append(other)
        else:
            break
    return chosen


def _join_earlier(
    layout: Layout, word: PeriodWord, chosen: list[PeriodWord], usable: list[PeriodWord]
) -> list[PeriodWord]:
    """Return periods with those that stand before the first and are joined to it ("Q1 and Q2", "4月に2ドル、5月に3ドル")."""
    earlier = [w for w in usable if w.end <= word.start]
    while earlier and layout.language == "ja" and _JOINS_BACK.fullmatch(layout.text, earlier[-1].end, chosen[0].start):
        chosen = [earlier.pop(), *chosen]
    joint = _AND_EARLIER_EACH if layout.between(word.end, layout.end, "zip") else _AND_EARLIER
    while earlier:
        gap = layout.text[earlier[-1].end : chosen[0].start]
        if not (joint.fullmatch(gap) or means_each(layout, earlier[-1], gap)):
            break
        chosen = [earlier.pop(), *chosen]
    return chosen
