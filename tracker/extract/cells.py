"""One cell of a table: the parts that it holds, each with a name before it or none, its way and its size.

A cell is "up 3~8%", "持平", "(6%)", "At least +40%", or several of these with the technology before each ("DDR4: up 3~8%; DDR5: flat").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tracker.extract.amount import Amount
from tracker.extract.numbers import find_amounts
from tracker.extract.script import Language
from tracker.statement import Direction

# A longer cell is a remark.
_LONGEST_PART = 60
_UP = re.compile(r"(?:\+|▲|up\b|increas|rise|上涨|涨|季增|月增|增|増|상승|上升|値上|↑)")
_DOWN = re.compile(r"(?:-|▽|▼|down\b|decreas|declin|fall|下跌|跌|季减|月减|减|하락|下落|値下|↓)")
# The same behind the size, where a verb stands last ("10~15% 상승", "3~8%下落").
_UP_LAST = re.compile(
    r"(?:以上|程度|前后|이상|정도|안팎|내외|가량)?の? ?(?:up\b|increase|rise|higher|上涨|涨|增|増|上升|상승|인상|증가|오를|올라|上げ|値上|高|↑|▲)"
)
_DOWN_LAST = re.compile(
    r"(?:以上|程度|前后|이상|정도|안팎|내외|가량)?の? ?(?:down\b|decrease|decline|drop|fall|lower|下跌|跌|降|减|하락|인하|감소|내릴|내려|下落|下げ|低下|値下|安|↓|▼|▽)"
)
_FLAT = re.compile(
    r"(?:(?:mostly|roughly|relatively|largely|generally|broadly|almost|about|remain\w*|staying|hold\w*) ){0,2}(?:flat|unchanged|stable)\b"
    r"|(?:价格)?(?:大致|大体|大多|约略|大约|约|基本|接近|几乎)?(?:上)?(?:持平|平稳)|(?:대체로|거의|약) ?보합|보합|(?:ほぼ|概ね|おおむね)?横ばい"
    r"|(?:约|~|\+|\+/-)?0(?:\.0+)?%?$"
)
_FROM_FLAT = re.compile(r"\s?(?:to|or|至|到|或|~|-|から)\s?(?:slightly |小幅?|微幅?|略)?")
# A fall in brackets, as accounts write it.
_IN_BRACKETS = re.compile(r"\((?=[\d.~\-% ]{1,12}%?\)$)")
_ABOUT = re.compile(
    r"(?:约为?|about |around |approx(?:\.|imately)? ?|roughly |nearly |over |more than |at least |up to |at most |[~>]|至少|逾|超过?|最高|近|약 ?|최소 ?|최대 ?|およそ|最大で?|少なくとも)"
)
_BARE = re.compile(r"\(?([+\-]?) ?(\d{1,3}(?:\.\d{1,2})?)(?: ?[~\-] ?(\d{1,3}(?:\.\d{1,2})?))?\)?")
_NUMBER = re.compile(r"[+\-(▲▼]?\s?[\d.,]{1,12}\s?%?\)?(?:\s?[~\-]\s?[\d.,]{1,12}\s?%?)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
# Where the next part of a cell begins: behind a mark, or at a name with a colon.
_PARTS = re.compile(
    r"\s?[;、]\s?|,\s|\s/\s|(?<=[%a-z平년])\s?/\s?(?=[a-z])|(?:(?<=[%平])|(?<=\bflat))\s+(?=[^\s:;%][^:;%]{0,24}:)"
)
# A technology before its change, without a colon ("ddr5 flat").
_NAME = re.compile(r"[a-z0-9]{2,12} (?=\S)")


@dataclass(frozen=True, slots=True)
class Part:
    """What one part of a cell tells: its way (none where only the title gives it), its size, and the name before it."""

    direction: Direction | None
    amount: Amount | None
    name: tuple[int, int]


def read_parts(text: str, language: Language, start: int, end: int, *, is_percent: bool) -> list[Part]:
    """Return the changes that a cell tells, in order; none where it is a label, a remark, a level or a dash.

    `is_percent` says that the column's header gives the unit, so that a bare number is a size.
    """
    spans: list[tuple[int, int]] = []
    at = start
    for match in _PARTS.finditer(text, start, end):
        spans.append((at, match.start()))
        at = match.end()
    spans.append((at, end))
    parts = (_read_part(text, language, *span, is_percent=is_percent) for span in spans)
    return [part for part in parts if part is not None]


def is_number(text: str, start: int, end: int) -> bool:
    """Say whether a cell holds nothing but a number, which is no year."""
    return bool(_NUMBER.fullmatch(text, start, end)) and not _YEAR.fullmatch(text, start, end)


def _read_part(text: str, language: Language, start: int, end: int, *, is_percent: bool) -> Part | None:
    """Return what one part of a cell tells, or None where it tells no change."""
    if end - start > _LONGEST_PART:
        return None
    colon = text.rfind(":", start, end)
    first = colon + 1 if colon >= 0 else start
    first += len(text[first:end]) - len(text[first:end].lstrip())
    part = _read_change(text, language, first, end, is_percent=is_percent)
    if part is None and colon < 0:
        found = _NAME.match(text, start, end)
        if found and any(char.isdigit() for char in found[0]):
            first = found.end()
            part = _read_change(text, language, first, end, is_percent=is_percent)
    return Part(part[0], part[1], (start, first)) if part else None


def _read_change(
    text: str, language: Language, start: int, end: int, *, is_percent: bool
) -> tuple[Direction | None, Amount | None] | None:
    """Return the way and the size that the words of a part tell; the way is None for a bare size."""
    body = text[start:end].strip()
    if flat := _FLAT.match(body):
        return _read_from_flat(text, language, start + flat.end(), end)
    amounts = find_amounts(text, language, start, end)
    amount = amounts[0] if amounts else (_bare_amount(text, start, end) if is_percent else None)
    if amount is None or len(amounts) > 1:
        return None
    if _IN_BRACKETS.match(body):
        return "down", amount
    body = _ABOUT.sub("", body, count=1) if _ABOUT.match(body) else body
    said = text[amount.end : end].strip()
    if amount.sign and body[:1] in "+-":
        return ("up" if amount.sign > 0 else "down"), amount
    if body.startswith("▲") and language == "ja":
        return None  # a fall to accountants, a rise to others
    if _UP.match(body) or (_UP_LAST.match(said) and not _DOWN.match(body)):
        return "up", amount
    if _DOWN.match(body) or _DOWN_LAST.match(said):
        return "down", amount
    return (None, amount) if re.match(r"[\d~]", body) else None


def _read_from_flat(
    text: str, language: Language, start: int, end: int
) -> tuple[Direction | None, Amount | None] | None:
    """Return a change from nothing to a size ("flat to up 5%"), or flat where nothing of the kind follows."""
    joint = _FROM_FLAT.match(text, start, end)
    rest = text[joint.end() : end] if joint else ""
    way: Direction | None = "up" if _UP.match(rest) else ("down" if _DOWN.match(rest) else None)
    amounts = find_amounts(text, language, start, end) if way else []
    if way is None or len(amounts) != 1:
        return "flat", None
    return way, Amount(amounts[0].start, amounts[0].end, 0, amounts[0].high)


def _bare_amount(text: str, start: int, end: int) -> Amount | None:
    """Return a number or a range without a sign of percent, whose unit the header gives."""
    match = _BARE.fullmatch(text, start, end)
    if match is None:
        return None
    low, high = float(match[2]), float(match[3] or match[2])
    sign = {"+": 1, "-": -1, "": 0}[match[1]]
    return Amount(start, end, low, high, sign=sign) if low <= high else None
