"""What stands in one list with memory, so that what is told of the list is told of memory as well."""

from __future__ import annotations

import re

from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token

LONGEST_LIST = 60
_OWN_WORDS = r"(?:(?:the|our|its|for|on|of|in|more|higher|enterprise|traditional|conventional|mechanical|nearline|高端|高阶|ai|大容量|消费级|企业级|机械|以及) ?){0,2}"
# What joins the things of a list, with a word or two that one of them has of its own.
_JOINS = {
    "en": rf"\)?(?:, (?:and |or )?|,? (?:and|or|as well as|plus|&) |\s?/\s?){_OWN_WORDS}\(?",
    "zh": rf"\)?\s?(?:[、/]|,?(?:以及|还有)|[、,]?[和与及跟]|或)\s?{_OWN_WORDS}\(?",
    "ko": (
        r"\)?\s?(?:와|과|및|·|,|/|랑|이랑|그리고|나|이나|도|(?:에 )?이어|[을를]? ?넘어|뿐(?:만)? 아니라| ?등(?:의)?|[와과] 같은|[를을] 비롯한)\s?"
        r"(?:(?:첨단|고급|차세대|고부가|일반|기타|다른|핵심|주요) ?)?\(?"
    ),
    "ja": rf"\)?\s?(?:、|,|や|と|・|/|および|及び|ならびに)\s?{_OWN_WORDS}\(?",
}
_JOIN = {language: re.compile(joins) for language, joins in _JOINS.items()}


def is_companion(layout: Layout, alien: Token) -> bool:
    """Say whether something else is only one thing of a list that memory is in as well ("prices of hard disks and DRAM")."""
    for group in layout.groups:
        first, last = (group.end, alien.start) if group.end <= alien.start else (alien.end, group.start)
        if first <= last and _is_list(layout, first, last):
            return True
    return False


def _is_list(layout: Layout, first: int, last: int) -> bool:
    """Say whether nothing but other things of the list stands between two of its things."""
    if last - first > LONGEST_LIST:
        return False
    things = [t for t in layout.between(first, last, "alien", "product") if t.end <= last]
    starts, ends = [first, *(t.end for t in things)], [*(t.start for t in things), last]
    return all(_JOIN[layout.language].fullmatch(layout.text, a, b) for a, b in zip(starts, ends, strict=True))
