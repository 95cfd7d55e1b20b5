"""Korean prices told only by what was paid before and is paid now: "14만원에 샀는데 지금은 26만원", "2달러 하던 칩이 7달러".

Refuses amounts that are no prices of one product: sales, sums of millions, a level told once.
"""

from __future__ import annotations

import re

from tracker.extract.event import Event
from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token

_MONEY = r"(?P<{0}>\d[\d,]{{0,6}}(?:\.\d{{1,3}})?)(?P<{0}man> ?만)? ?(?P<{0}cur>원|달러)(?:대|선| ?초반| ?중반| ?후반| ?안팎| ?정도| ?수준){{0,2}}"
_WAS = r"(?:이?었|였|이)(?:던|는데|지만|다가)|(?:에|이면|면|로|으로) ?(?:샀|사던|산 |팔던|팔리던|팔렸|구하던|거래되던|거래됐)|(?:짜리|씩)? ?(?:하던|했던|했는데|하더니|줬던|주던)|짜리가"
_STEP = re.compile(rf"{_MONEY.format('old')} ?(?:{_WAS})(?P<gap>[^.!?\"]{{0,48}}?){_MONEY.format('new')}(?!치)")
_MONEY_SIGN = re.compile(r"\d(?: ?만)? ?(?:원|달러)")
_OTHERS = ("alien", "company", "change", "event")


def find_money_steps_ko(layout: Layout) -> list[Event]:
    """Return the prices that went from one amount of money to another, where no word of change says which way."""
    if _MONEY_SIGN.search(layout.text, layout.start, layout.end) is None:
        return []
    return [event for match in _STEP.finditer(layout.text, layout.start, layout.end) if (event := _read(layout, match))]


def _read(layout: Layout, match: re.Match[str]) -> Event | None:
    """Return the change of price of one match; None where it tells of something else, or in two currencies."""
    old, new = _amount(match, "old"), _amount(match, "new")
    if match["oldcur"] != match["newcur"] or old == new or not _is_of_product(layout, match):
        return None
    direction = "up" if new > old else "down"
    token = Token(match.start(), match.end(), "change", direction, frozenset("v"), match[0])
    told = [
        t
        for t in layout.between(layout.start, match.start(), "metric", "market")
        if t.value == "price" or "price" in t.flags
    ]
    return Event("price", "up" if new > old else "down", token, told[-1] if told else None, "money step")


def _amount(match: re.Match[str], name: str) -> float:
    """Return an amount of money, with its ten thousands."""
    return float(match[name].replace(",", "")) * (10_000 if match[f"{name}man"] else 1)


def _is_of_product(layout: Layout, match: re.Match[str]) -> bool:
    """Say whether a product is named by then, and nothing else that costs or changes stands between or directly after."""
    if layout.between(match.start(), match.end() + 10, *_OTHERS):
        return False
    if any(t.value not in ("price", "cost") for t in layout.between(layout.start, match.end(), "metric")):
        return False
    return any(e.start < match.start("new") for e in layout.entities) and not layout.between(
        layout.start, match.start(), "alien"
    )
