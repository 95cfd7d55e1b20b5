"""Prices that are flat in the next quarter or the next field of a row ("2분기 5% 내렸고 3분기 보합", "服务器DRAM上涨,手机用持平")."""

from __future__ import annotations

import re

from tracker.extract.event import Event
from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token

_LEVEL = re.compile(r"持平|平盘|保合|보합|横ばい|持ち合い")
# What may stand round the period or the field: how the change before closes, and particles.
_JOINS = re.compile(
    r"[\s，,、;]*"
    r"(?:[했됐였았었겠올랐렸졌]{0,3}(?:고|으며|며|지만|으나|는데|다가)|세를? ?보였?고?|하고|세|し|しり|り|した(?:が|后|のち)|だった(?:が)?|となり?|に|で|が)?"
    r"[\s，,、;]*(?:에는?|엔|은|는|는데|に?は|に|が|も|の|则|却|也|将|预计|预估|估|可望|有望|料|大致|大体|基本|约|维持|ほぼ|おおむね|거의|약|再|转)*\s*"
)
_LONGEST = 30


def levels_next(layout: Layout, token: Token, before: list[Event]) -> Event | None:
    """Return the flat price of the next period or field after a price that moves, where nothing else stands between."""
    if layout.language == "en" or token.value != "flat" or not _LEVEL.search(token.text):
        return None
    last = before[-1] if before else None
    if last is None or last.attribute != "price" or not 0 < token.start - last.end <= _LONGEST:
        return None
    place = max([last.end, *(a.end for a in layout.amounts if 0 <= a.start - last.end <= 2)])
    spans = [(w.start, w.end) for w in layout.periods if place <= w.start < token.start and not w.is_comparison]
    fields = layout.between(place, token.start, "segment")
    spans += [
        (t.start, t.end)
        for t in fields
        if "thing" not in t.flags or layout.text.startswith(("用", "向け", "용"), t.end)
    ]
    if not spans:
        return None
    body = layout.text[place : token.start]
    for start, end in sorted(spans, reverse=True):
        body = body[: start - place] + body[end - place :]
    return Event("price", "flat", token, last.metric, "shared subject") if _JOINS.fullmatch(body) else None
