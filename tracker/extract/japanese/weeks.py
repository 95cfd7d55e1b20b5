"""Japanese inventories told by a level or by how long they last: "在庫は4週間を切った", "在庫は8週分を超える", "6週分から2週分に"."""

from __future__ import annotations

import re

from tracker.extract.event import Event
from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token
from tracker.statement import Direction

_UNIT = r"周|[ヶカか]月|日"
_LASTS = re.compile(
    rf"、?(?:[はがも]?(?:この)?\d{{1,2}}(?:年|[ヶカか]月)(?:间)?で)?[^、。,\d]{{0,16}}?(?:\d{{1,3}}(?:\.\d)?[~\-])?(?P<n>\d{{1,3}}(?:\.\d)?) ?(?P<u>{_UNIT})(?:间)?(?:半)?(?:分)?"
)
_FALLS_TO = re.compile(
    rf"から(?:约)?(?:\d{{1,3}}(?:\.\d)?[~\-])?(?P<m>\d{{1,3}}(?:\.\d)?) ?(?P<v>{_UNIT})(?:间)?(?:半)?(?:分)?(?:程度|ほど)?(?:へ|に)"
)
_IS_FEW = re.compile(
    r"(?:ほど|程度)?(?:を(?:切|割|下回)|に(?:すぎ|过ぎ|とどま|満た)|しか|未満|足らず|もな|も持た|だけ|のみ)"
)
_IS_MUCH = re.compile(
    r"(?:ほど|程度)?(?:を(?:超|大きく超|上回)|超|以上|に(?:达|及|のぼ|上[りる])|も(?:あ[りる]|抱え|たま|积み))"
)
# "3週間分の在庫しか持っていない": how long it lasts stands before the stock.
_LASTS_BEFORE = re.compile(
    rf"(?:\d{{1,3}}(?:\.\d)?[~\-])?(?P<n>\d{{1,3}}(?:\.\d)?) ?(?P<u>{_UNIT})(?:间)?分(?:程度|ほど|前后)?の$"
)
_LEVEL = re.compile(r"(?:水准|线|レベル|目标|适正|正常|平常)を[^、。]{0,8}$")
_AGAINST_LEVEL = {"上回": "loose", "下回": "tight", "割り込": "tight"}
_WEEKS = {"周": 1.0, "日": 1 / 7}
_WEEKS_IN_MONTH = 4.3
# Below this many weeks a stock that "exceeds" a length is none too large.
FEWEST_LARGE = 6.0
# From this many weeks on a stock is large, however it is told.
SURELY_LARGE = 13.0
_IS_THERE = re.compile(r"(?:ほど|程度|前后|近く|相当)?(?:の在库)?(?:が)?(?:あ[りるっ]|抱え|残っ|积み)")


def find_stock_times(layout: Layout, events: list[Event]) -> list[Event]:
    """Return the inventories that a sentence tells by a length of time as low, high, risen or fallen, and not by a word."""
    told = {e.metric.start for e in events if e.metric is not None}
    stocks = [t for t in layout.between(layout.start, layout.end, "metric") if t.value == "inventory"]
    return [event for stock in stocks if stock.start not in told for event in _read_time(layout, stock)]


def direction_of_stock(layout: Layout, token: Token) -> str:
    """Return what a Japanese word of change says of a stock: "high", and what exceeds or falls short of a level."""
    if token.text.startswith(("高", "过去最高", "最高")):
        return "loose"
    if token.text in _AGAINST_LEVEL and _LEVEL.search(layout.text, layout.start, token.start):
        return _AGAINST_LEVEL[token.text]
    return token.value


def _read_time(layout: Layout, stock: Token) -> list[Event]:
    """Return what the length of time behind a stock says of it."""
    before = _LASTS_BEFORE.search(layout.text, max(layout.start, stock.start - 24), stock.start)
    if before is not None:
        few = _IS_FEW.match(layout.text, stock.end, layout.end)
        trigger = Token(before.start("n"), before.end(), "change", "tight", frozenset({"i", "x"}), before[0])
        return [Event("inventory", "tight", trigger, stock, "inventory in weeks")] if few else []
    found = _LASTS.match(layout.text, stock.end, min(layout.end, stock.end + 40))
    if found is None or layout.between(stock.end, found.start("n"), "change", "event", "metric"):
        return []
    direction = _direction_of(layout, found)
    if direction is None:
        return []
    trigger = Token(found.start("n"), found.end(), "change", direction, frozenset({"i", "x"}), found[0])
    return [Event("inventory", direction, trigger, stock, "inventory in weeks")]


def _direction_of(layout: Layout, found: re.Match[str]) -> Direction | None:
    """Return whether a length of time is told as little or much, or as what a stock came to from another."""
    text, end = layout.text, found.end()
    weeks = _weeks(found["n"], found["u"])
    step = _FALLS_TO.match(text, end, layout.end)
    if step is not None and not layout.between(step.end(), step.end() + 6, "change", "event"):
        return "down" if _weeks(step["m"], step["v"]) < weeks else "up"
    if _IS_FEW.match(text, end, layout.end):
        return "tight"
    if weeks >= SURELY_LARGE and _IS_THERE.match(text, end, layout.end):
        return "loose"
    return "loose" if weeks >= FEWEST_LARGE and _IS_MUCH.match(text, end, layout.end) else None


def _weeks(number: str, unit: str) -> float:
    """Return a length of time in weeks."""
    return float(number) * _WEEKS.get(unit, _WEEKS_IN_MONTH)
