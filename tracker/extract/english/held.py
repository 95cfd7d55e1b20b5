"""English stocks of those who make or buy memory: "inventories of the firms that make DRAM are tight" tells of a stock, not of a supply."""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.extract.event import Event, Refused
from tracker.extract.layout import Layout

_HOLDERS = (
    r"(?:companies|firms|makers|suppliers|manufacturers|vendors|producers|players|chipmakers|oems|customers|buyers)"
)
_STOCK = re.compile(
    r"\b(?:inventor(?:y|ies)|stock ?levels?|stocks|stockpiles)(?: levels?)? (?:of|at|held by|among|with) (?:the |those |most |some |major |leading |all |many )*"
    + _HOLDERS
    + r" (?:that|which|who) (?:[a-z0-9/\-]+ ){1,9}$"
)
_STATE = frozenset({"tight", "loose"})


def take_as_stock(layout: Layout, result: Event | Refused) -> Event | Refused:
    """Return an English state of those who make a product as one of their stock, where their stock is what is told of."""
    if layout.language != "en" or not isinstance(result, Event) or result.rule != "bare supply":
        return result
    if result.direction not in _STATE or not _STOCK.search(layout.text, layout.start, result.trigger.start):
        return result
    return replace(result, attribute="inventory", rule="stock of its makers")
