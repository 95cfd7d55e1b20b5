"""Chinese spaces that part the halves of a headline: "现货价松动 DDR4周跌5%", "合约价涨20% NAND涨15%"."""

from __future__ import annotations

import re

from tracker.extract.lexicon import Token

_SPACE = re.compile(r"(?:[一-鿿] (?P<han>(?=[一-鿿]))?|% )")
_PLUS = re.compile(r"(?<=[一-鿿])\+(?=[一-鿿])")  # "需求旺+报价涨": two reasons of one headline
# A first half that ends with what has not come to an end, whose denial is no denial of the second.
_NOT_OVER = re.compile(
    r"(?:(?:仍|尚|还|犹|悬而)?未(?:停歇|落幕|落定|歇|减|定|退|解|平|消|了|止|完|尽|明|散|除|决|竟|熄)|不(?:歇|止|减|坠|休|退|停|散|明)|难(?:解|消|平|止|歇))$"
)
# A period that opens the next half: "减产奏效 Q1合约价估跌一成".
_OPENS_PERIOD = re.compile(r"(?:q[1-4]|[1-4]q|h[12]|[12]h|20\d\d年?)(?![a-z])")
_LASTS = re.compile(r"(?:预计|预期|至少|将|恐|可望|有望|估|料|会|仍|还|续)*(?:延续|持续|延长|维持)[至到]")
_FIRST_CELL = 28
_HOLDS_PERIOD = frozenset("至到于在自从由及与和或、后前少达对较比了待")
_OF_SIZE = frozenset("%成倍折")
_REACH = 16


def find_headline_spaces(text: str, span: tuple[int, int], tokens: list[Token]) -> set[int]:
    """Return the places after the spaces that part the halves of a Chinese headline ("现货价松动 DDR4周跌5%")."""
    changes = [t for t in tokens if t.cls in ("change", "event")]
    measured = {t.end for t in tokens if t.cls == "metric"}
    waiting = {t.end for t in changes if t.flags & {"t", "o"} and t.start not in measured}
    ends = {t.end for t in changes} - waiting
    starts = [t.start for t in changes]
    products = {t.start for t in tokens if t.cls == "product"}
    places: set[int] = set()
    for match in _PLUS.finditer(text, *span):
        if starts and starts[0] < match.start() and starts[-1] > match.end():
            places.add(match.end())
    for match in _SPACE.finditer(text, *span):
        left, right = match.end() - 1, match.end()
        is_parted = match["han"] is not None or _NOT_OVER.search(text, max(span[0], left - 6), left) is not None
        if not is_parted and match[0] != "% " and _OPENS_PERIOD.match(text, right, span[1]):
            is_parted = _tells_on_both_sides(text, changes, waiting, left, right)
        if not is_parted and right in products:
            is_followed = bool(starts) and starts[-1] > right  # "三星减产 DRAM": its object
            is_parted = (left in ends and is_followed) or (
                text[left - 1] in _OF_SIZE and _is_sized_twice(text, right, starts)
            )
        if is_parted and not _LASTS.match(text, right, span[1]):
            places.add(right)
    return places


def heads_row(text: str, start: int, at: int, triggers: list[int], named: list[int]) -> bool:
    """Say whether a "|" ends the first cell of a row whose only other cell tells what the first one's thing did ("| DDR4 | 上涨9% |")."""
    first = text.find("|", start, start + 2)
    if not first >= 0 or not 2 < at - first <= _FIRST_CELL or text.find("|", first + 1, at) >= 0:
        return False
    last = text.find("|", at + 1)
    if not any(first < place < at for place in named):
        return False
    is_only = last >= 0 and not text[last + 1 : text.find("\n", last) if "\n" in text[last:] else len(text)].strip()
    return is_only and not any(first <= place < at for place in triggers)


def _tells_on_both_sides(text: str, changes: list[Token], waiting: set[int], left: int, right: int) -> bool:
    """Say whether changes stand before and after a space, the last one before it not waiting for its object ("调涨 Q3 DRAM")."""
    before = [t for t in changes if t.start < left]
    if text[left - 1] in _HOLDS_PERIOD:
        return False
    return bool(before) and left not in waiting and changes[-1].start > right


def _is_sized_twice(text: str, place: int, starts: list[int]) -> bool:
    """Say whether a change stands before a place and another follows at once, each with a product of its own."""
    near = [at for at in starts if place <= at < place + _REACH]
    return bool(near) and starts[0] < place and not any(mark in text[place : near[0]] for mark in ",;、")
