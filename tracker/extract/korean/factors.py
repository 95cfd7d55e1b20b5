"""Korean changes told only by a factor, without a verb: "SSD 가격 한 달 새 두 배", "견적이 지난해 3월의 세 배".

Refuses what compares one product with another ("HBM 가격은 DDR5의 5배"), and what is counted of something else.
"""

from __future__ import annotations

import re
from typing import cast

from tracker.extract.amount import Amount
from tracker.extract.event import Event
from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token
from tracker.statement import Attribute

_CLOSES = re.compile(
    r" ?(?:가량|정도|수준|이상|안팎|가까이|넘게)?(?:이?다|였다|예요|이에요|입니다|네요|라고|라는|라며|로|에 (?:달|이르|육박)|까지|[가를이을]? ?(?:됐|되|된|넘|뛰|웃돌)|[\"”'’!….,)]|$| ?[·\-]| (?:됐|된|껑충|쑥))"
)
_COMPARED = re.compile(r"(?:의|보다|대비|에 비해|와 비교해|과 비교해) ?(?:약 |무려 |거의 |최대 )?$")
_THEN = re.compile(
    r"(?:년|달|월|주|분기|반기|때|당시|전|초|말|지난해|작년|올해|예전|종전|기존|이전|평소|예년|고점|저점|정점|최고가|작년 같은 기간|같은 기간)(?:의|보다|대비|에 비해|[과와] 비교해) ?(?:약 |무려 |거의 |최대 )?$"
)
_WITHIN = re.compile(
    r"(?:[은는이가값,] ?| )(?:불과 )?[^\s,.]{1,3} ?(?:달|개월|주|년|일|주일|분기) ?(?:만에|새|사이에?) ?(?:무려 |약 )?"
)
_MOVED = ("change", "event", "alien")


def find_factors(layout: Layout) -> list[Event]:
    """Return the prices, supplies, demands and stocks that are told to have become several times, or half, what they were."""
    return [e for a in layout.amounts if a.kind == "factor" and (e := _read(layout, a))]


def _read(layout: Layout, amount: Amount) -> Event | None:
    """Return the change that one factor is; None where a verb tells it, or nothing says of what it is."""
    if amount.low is None or amount.low == 0 or _CLOSES.match(layout.text, amount.end) is None:
        return None
    before = layout.text[max(layout.start, amount.start - 24) : amount.start]
    if _COMPARED.search(before) and not _THEN.search(before):
        return None
    first, last = _stretch(layout, amount.start)
    if layout.between(first, last, *_MOVED):
        return None
    metric = _metric(layout, first, amount.start)
    if metric is None and not _is_of_product(layout, first, amount.start):
        return None
    kind = "price" if metric is None or metric.cls == "market" else metric.value
    is_half = layout.text.startswith(("절반", "반"), amount.start)
    direction = "down" if is_half else "up"
    token = Token(amount.start, amount.end, "change", direction, frozenset("v"), layout.text[amount.start : amount.end])
    return Event(cast(Attribute, kind), "down" if is_half else "up", token, metric, "factor")


def _stretch(layout: Layout, place: int) -> tuple[int, int]:
    """Return the clause of a place, with the one before where only a comma parts a topic from it ("SSD 시세, 석 달 만에 세 배")."""
    number = layout.clause(place)
    first, last = layout.clause_span(number)
    if number and layout.text[first - 1] == "," and not layout.between(first, place, "product", "metric", "market"):
        first = layout.clause_span(number - 1)[0]
    return first, last


def _is_of_product(layout: Layout, first: int, place: int) -> bool:
    """Say whether a product alone is told to have become a factor dearer within a time ("DDR5 석 달 새 3배")."""
    named = [e.end for e in layout.entities if first <= e.start and e.end <= place]
    if not named or layout.between(layout.start, place, "metric", "market", "company"):
        return False
    return _WITHIN.fullmatch(layout.text, named[-1], place) is not None


def _metric(layout: Layout, first: int, place: int) -> Token | None:
    """Return the metric that stands last before a factor in its clause, where it is one of ours."""
    told = layout.between(first, place, "metric", "market")
    last = told[-1] if told else None
    if last is None or (last.cls == "metric" and last.value not in ("price", "supply", "demand", "inventory")):
        return None
    return last if last.cls == "metric" or "price" in last.flags else None
