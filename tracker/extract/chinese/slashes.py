"""Chinese signed sizes told in turn with the products before them, with a slash for both: "DRAM/NAND合约价+13%/+10%"."""

from __future__ import annotations

from tracker.extract.amount import Amount
from tracker.extract.layout import Layout


def is_paired_before(layout: Layout, amount: Amount) -> bool:
    """Say whether a Chinese signed size is a later one of as many as there are products, which the first one's change gives out."""
    if layout.language != "zh":
        return False
    row = _row_before(layout, amount)
    named = [g for g in layout.groups if g.end <= row[0].start]
    if len(row) < 2 or not named or any(a.sign != row[0].sign for a in row):
        return False
    count = len(named[-1].entities)
    parts = layout.text[named[-1].start : named[-1].end].count("/")
    return parts == count - 1 and 1 < len(row) <= count


def _row_before(layout: Layout, amount: Amount) -> list[Amount]:
    """Return a size and those before it that nothing but slashes part from it, in order."""
    row = [amount]
    for other in reversed([a for a in layout.amounts if a.end <= amount.start]):
        if layout.text[other.end : row[0].start].strip() != "/":
            break
        row.insert(0, other)
    return row
