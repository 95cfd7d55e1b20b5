"""English goods listed with memory, of which the same is told ("demand for SSDs and HDDs improved", "CPU and DRAM constraints")."""

from __future__ import annotations

import re

from tracker.extract.lexicon import Token

_GOODS = frozenset({"chip", "disk", "goods", "foundry", "not memory"})
_KIND = r"(?: (?:both|the|our|its|their|other|pc|server|client|enterprise|consumer|mobile|conventional|legacy|computer|lcd|oled|flat|flash))?"
_NOUN = r"s?(?: (?:chips?|products?|devices?|components?|cards?|drives?|modules?|memory|flash))?"
_AND = re.compile(rf"{_NOUN}(?:,? (?:and|or|as well as|plus|&)|/){_KIND} ?")
_AND_OTHERS = re.compile(rf"{_NOUN},? (?:and|or) (?:all |most |many )?(?:other|similar) [a-z]")
_COMMA = re.compile(rf"{_NOUN},{_KIND} ")


def leave_out_listed(text: str, tokens: list[Token]) -> list[Token]:
    """Return the words without goods that a list with an "and" names beside memory ("GPUs, HBM and DRAM"): they share what is told."""
    items = [t for t in tokens if t.cls == "product" or (t.cls == "alien" and t.value in _GOODS)]
    shared: set[int] = set()
    listed: list[Token] = []
    is_closed = False
    for item in items:
        gap = text[listed[-1].end : item.start] if listed else ""
        if gap == " " and item.cls == listed[-1].cls == "alien":
            listed.append(item)  # "LCD panels"
            continue
        is_clause = len(listed) == 1 and "," in gap  # "we use DRAM, and other parts are short"
        is_and = bool(_AND.fullmatch(gap)) and not is_clause
        if listed and (is_closed or not (is_and or _COMMA.fullmatch(gap))) and not is_and:
            shared |= _aliens_beside_memory(text, listed, is_closed=is_closed)
            listed, is_closed = [], False
        listed.append(item)
        is_closed = is_closed or is_and
    shared |= _aliens_beside_memory(text, listed, is_closed=is_closed)
    return [t for t in tokens if t.start not in shared] if shared else tokens


def _aliens_beside_memory(text: str, listed: list[Token], *, is_closed: bool) -> set[int]:
    """Return where the other goods of a list stand, if it has an "and" and names memory."""
    if not any(t.cls == "product" for t in listed):
        return set()
    if not (is_closed or _AND_OTHERS.match(text, listed[-1].end)):
        return set()
    return {t.start for t in listed if t.cls == "alien"}
