"""English sizes that stand before the product they are told of: "hikes of 60% for DRAM and over 70% for NAND"."""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.extract.amount import Amount
from tracker.extract.draft import Draft, has_own_price
from tracker.extract.layout import Layout

_FOR = re.compile(r" (?:for|in|on) (?:\w+ )?")


def is_of_next(layout: Layout, amount: Amount, place: int) -> bool:
    """Say whether an English size is told of the product behind it ("mid-teens in DRAM and low-20s percent in NAND")."""
    if layout.language != "en":
        return False
    return any(g.start > place and _FOR.fullmatch(layout.text, amount.end, g.start) for g in layout.groups)


def fill_before(layout: Layout, drafts: list[Draft], taken: set[int]) -> list[Draft]:
    """Add English changes whose size stands before the product ("hikes of 60% for DRAM and over 70% for NAND")."""
    added: list[Draft] = []
    if layout.language != "en":
        return added
    sized = [d for d in drafts if d.event.attribute != "inventory" and d.amounts and d.entities[0].start >= 0]
    for group in layout.groups:
        amount = next(
            (a for a in layout.amounts if a.start not in taken and _FOR.fullmatch(layout.text, a.end, group.start)),
            None,
        )
        told = [*sized, *added]
        before = [d for d in told if d.amounts[-1].end <= group.start and group.start - d.amounts[-1].end <= 40]
        if amount is None or not before or has_own_price(group.start, drafts):
            continue
        taken.add(amount.start)
        added.append(replace(before[-1], entities=group.entities, amounts=(amount,), how="gapped"))
    return added
