"""What is told of devices and not of the memory in them: phones built, servers wanted, stocks of chips at large."""

from __future__ import annotations

import re

from tracker.extract.event import Event
from tracker.extract.layout import Layout

_THINGS = (
    r"(?:smartphones?|phones?|handsets?|mobile phones?|notebooks?|laptops?|pcs?|computers?|chromebooks?|tablets?|tvs?|televisions?|servers?|"
    r"consoles?|graphics cards?|gpus?|accelerators?|vehicles?|cars?|cameras?|mobiles?|wearables?|gadgets?|devices?|electronics|set-top boxes|routers?)"
)
# "Smartphone unit production", "output of that phone's rivals".
_BUILT = re.compile(rf"\b{_THINGS}(?:'s?)? (?:unit |total |global |model )?(?:production|output|assembly)$")
_BUILT_OF = re.compile(rf" of (?:[a-z0-9']+ ){{0,3}}?{_THINGS}\b")
# "Demand for AI servers": nobody's, unless memory for them is named behind ("demand for server DRAM").
_WANTED = re.compile(rf" (?:for|of) (?:(?!and |or )[a-z0-9\-]+,? ){{0,3}}?{_THINGS}\b")
_FORECAST_OF = re.compile(
    rf"\b{_THINGS} demand(?= (?:forecasts?|outlook|estimates?|projections?|expectations|targets?)\b)"
)
# "Semiconductor inventories": of chips at large.
_STOCK_OF = re.compile(
    r"\b(?:semiconductors?|electronics?|components?|finished[- ]goods?|gpus?|cpus?|mcus?|analog|logic|wafer) (?:channel |device )?$"
)
# "For servers and enterprise SSDs", "for server DRAM".
_WITH = re.compile(
    rf"(?:'s?)? ?(?:(?:,|/|and|or|as well as|including|together with|along with)(?: for)? (?:(?!{_THINGS}\b)[a-z0-9\-]+ ){{0,2}})?"
)


def is_of_devices(layout: Layout, event: Event) -> bool:
    """Say whether an English output, demand or stock is one of devices or of chips at large, with no memory named beside it."""
    metric = event.metric
    if metric is None:
        return False
    if any(0 <= metric.start - e.end <= 2 for e in layout.entities):
        return False
    text = layout.text
    if event.attribute == "supply" and event.direction in ("up", "down"):
        if _BUILT.search(text, layout.start, metric.end):
            return True
        return _names_none(layout, metric.end, _BUILT_OF)
    if event.attribute == "demand":
        forecast = _FORECAST_OF.search(text, max(layout.start, metric.start - 24), layout.end)
        if forecast is not None and forecast.end() == metric.end:
            return True
        return _names_none(layout, metric.end, _WANTED)
    return event.attribute == "inventory" and bool(
        _STOCK_OF.search(text, max(layout.start, metric.start - 32), metric.start)
    )


def _names_none(layout: Layout, place: int, pattern: re.Pattern[str]) -> bool:
    """Say whether devices are named behind a place, and no memory with them ("demand for servers", not "for server DRAM")."""
    found = pattern.match(layout.text, place, layout.end)
    if found is None:
        return False
    behind = [e.start for e in layout.entities if e.start >= place]
    return not any(at <= found.end() or _WITH.fullmatch(layout.text, found.end(), at) for at in behind)
