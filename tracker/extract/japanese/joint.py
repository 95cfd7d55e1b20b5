"""Japanese changes that two things share by name: "価格と需要がともに落ち込んだ" is one of price and one of demand."""

from __future__ import annotations

import re
from typing import cast

from tracker.extract.event import Event
from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token
from tracker.statement import DIRECTIONS, Attribute

_AND = re.compile(r"(?:や|と|・|、|および|及び|,|/)(?:その|平均|贩売|契约)?")
# "いずれも" behind the two, before the verb that they share.
_BOTH = re.compile(r"(?:は|が|も)?、?(?:とも(?:に|、)?|共に|いずれも|そろって|揃って|双方|両方|両面で)")
_SHARED = frozenset({"price", "demand", "supply"})


def find_joint(layout: Layout, events: list[Event]) -> list[Event]:
    """Return the changes that share the verb of another one by "both" ("価格・需要はいずれも伸びた")."""
    if layout.language != "ja":
        return []
    told = {e.metric.start for e in events if e.metric is not None}
    found = [_twin(layout, event, told) for event in events if event.metric is not None]
    return [event for event in found if event is not None]


def _twin(layout: Layout, event: Event, told: set[int]) -> Event | None:
    """Return the change of the other metric that stands beside a change's own, or None where "both" is not said."""
    metric = event.metric
    if metric is None or event.trigger.start < metric.end or event.direction not in ("up", "down"):
        return None
    if _BOTH.match(layout.text, metric.end) is None:
        return None
    before = layout.between(max(layout.start, metric.start - 12), metric.start, "metric")
    if not before or before[-1].start in told or not _AND.fullmatch(layout.text, before[-1].end, metric.start):
        return None
    return _of_metric(event, before[-1])


def _of_metric(event: Event, metric: Token) -> Event | None:
    """Return a change as that of another metric, where it can be one of it."""
    if metric.value not in _SHARED or metric.value == event.attribute:
        return None
    attribute = cast(Attribute, metric.value)
    if event.direction not in DIRECTIONS[attribute]:
        return None
    return Event(attribute, event.direction, event.trigger, metric, "shared by both")
