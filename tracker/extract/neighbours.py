"""The market and the basis that a price change has from the change before it: "合约价季增13%、NAND涨10%" are of one kind."""

from __future__ import annotations

import re
from typing import cast

from tracker.extract.bases import bind_basis
from tracker.extract.draft import Draft
from tracker.extract.layout import Layout
from tracker.statement import Basis, Market

_CUMULATIVE = re.compile(r"累计|年内|半年|year to date|以来|一周|半月")
_COORDINATE = re.compile(r"\s*(?:、|,? and |/|와 |과 |と)")
# The ways to a product that take it from the change before.
_SHARED = ("sentence", "gapped", "context")
# What is further from the size before is told anew.
_LONGEST_GAP = 30


def find_market(layout: Layout, draft: Draft, drafts: list[Draft]) -> Market | None:
    """Return the market of a change: its own, that of the change it goes on from, or the only one of its sentence."""
    return draft.market or _market_of_neighbour(layout, draft, drafts) or _sole_market(layout, draft)


def find_neighbour_basis(layout: Layout, draft: Draft, drafts: list[Draft]) -> Basis | None:
    """Return the basis of the change that this one goes on from: "季增13%、NAND涨10%", both with a size, same period."""
    if not draft.amounts or draft.event.attribute != "price":
        return None
    if _CUMULATIVE.search(layout.text, *layout.clause_span(layout.clause(draft.event.start))):
        return None
    place = draft.event.trigger.start
    before = [d for d in drafts if d.event.trigger.start < place and d.event.attribute == "price" and d.amounts]
    if not before or not _goes_on(layout, before[-1], draft):
        return None
    return bind_basis(layout, before[-1].event, "same" if before[-1].words else None, has_size=False)


def _goes_on(layout: Layout, last: Draft, draft: Draft) -> bool:
    """Say whether a sized change goes on from the one before it: joined to it, with its subject or, in Chinese, in its period."""
    gap = layout.text[last.amounts[-1].end : draft.event.start]
    if len(gap) > _LONGEST_GAP:
        return False
    is_shared = draft.how in _SHARED or draft.event.rule == "shared subject"
    is_of_same_time = layout.language == "zh" and set(draft.words) <= set(last.words)
    return is_shared or is_of_same_time or _is_coordinate(gap)


def _market_of_neighbour(layout: Layout, draft: Draft, drafts: list[Draft]) -> Market | None:
    """Return the market of the change that this one shares its subject or its verb with, else None."""
    if draft.event.attribute != "price":
        return None
    before = [d for d in drafts if d.event.start < draft.event.start and d.event.attribute == "price"]
    if not before:
        return None
    last = before[-1]
    is_coordinate = last.amounts and _is_coordinate(layout.text[last.amounts[-1].end : draft.event.start])
    return last.market if draft.how in (*_SHARED, "compared") or is_coordinate else None


def _sole_market(layout: Layout, draft: Draft) -> Market | None:
    """Return the one market that an English sentence names before a price change, where it names no other."""
    if layout.language != "en" or draft.event.attribute != "price":
        return None
    named = {t.value for t in layout.between(layout.start, layout.end, "market")}
    is_before = bool(layout.between(layout.start, draft.event.trigger.start, "market"))
    return cast(Market, named.pop()) if len(named) == 1 and is_before else None


def _is_coordinate(gap: str) -> bool:
    """Say whether nothing but "and", a comma and the next product lies between two changes."""
    return _COORDINATE.match(gap) is not None
