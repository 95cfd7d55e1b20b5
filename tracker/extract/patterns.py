"""How a regular expression of many words is put together from parts that a person can read."""

from __future__ import annotations


def one_of(*parts: str) -> str:
    """Return an expression that matches what any of the parts does, the earlier ones first (`one_of("涨|跌", "ris|fall")`)."""
    return f"(?:{'|'.join(parts)})"
