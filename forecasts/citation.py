"""Which statements a flag cites: those known by its event that say tight, and those that say the opposite.

Newest first, one statement for each voice and subject; what is doubtful or hedged goes behind what is not.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from forecasts.flag import Cited
from forecasts.flagrule import Rule
from forecasts.knowledge import NOTHING, Knowledge, Row, is_forward_price
from forecasts.legs import is_over

# Beside the families of the total, statements on memory as a whole and on high-bandwidth memory bear on supply.
_ALSO = ("MEMORY", "HBM")
_STATES = frozenset({"tight", "loose"})
_PER_ISSUER = 4
# A statement about no named period speaks of the present, for a quarter or so.
_PRESENT_DAYS = 120


def _bears_on_supply(row: Row, day: dt.date) -> bool:
    """Tell whether a statement speaks of prices to come, of the present price, or of supply and stocks not yet past."""
    is_dated = row["period_kind"] == "none" and (day - row["known_on"]).days > _PRESENT_DAYS
    if is_over(row, day) or is_dated:
        return False
    if row["attribute"] == "price":
        return is_forward_price(row) or (row["stance"] == "actual" and row["basis"] in {"QoQ", None})
    return row["attribute"] in {"supply", "inventory"} and row["direction"] in _STATES


def _order(row: Row) -> tuple[bool, int, bool, str]:
    """Put certain before doubtful, newer before older, guidance before reports."""
    is_weak = bool(row["doubt"]) or row["certainty"] == "hedged"
    return (is_weak, -row["known_on"].toordinal(), row["stance"] != "guidance", str(row["statement_id"]))


def _cite(row: Row) -> Cited:
    """Turn a row into a citation."""
    return Cited(
        statement_id=row["statement_id"],
        issuer=row["issuer"],
        product=row["product"],
        attribute=row["attribute"],
        direction=row["direction"],
        period=row["quarter"],
        published_on=row["published_on"],
        known_on=row["known_on"],
        quote=row["quote"],
        url=row["url"],
        provenance=row["provenance"],
    )


def _choose(rows: Iterable[Row], limit: int) -> tuple[Cited, ...]:
    """Keep the first statement of each voice on each subject, a few per issuer, up to a limit."""
    chosen: dict[str, Row] = {}
    subjects: set[tuple[str, ...]] = set()
    per_issuer: dict[str, int] = {}
    for row in sorted(rows, key=_order):
        subject = (row["issuer"], row["product"], row["segment"], row["attribute"], row["quarter"])
        used = per_issuer.get(row["issuer"], 0)
        if row["statement_id"] in chosen or subject in subjects or used >= _PER_ISSUER:
            continue
        subjects.add(subject)
        per_issuer[row["issuer"]] = used + 1
        chosen[row["statement_id"]] = row
        if len(chosen) == limit:
            break
    return tuple(_cite(row) for row in chosen.values())


def cite_statements(
    knowledge: Knowledge, until: dt.date, side: int, scored: frozenset[str], rule: Rule
) -> tuple[tuple[Cited, ...], tuple[Cited, ...]]:
    """Return the statements known up to and including a day that contradict a move of a side, and those that agree.

    Side -1 is a fall: what says tight or up contradicts it. `scored` are the statements behind the score; they are
    cited even where the period that they speak of has just ended.
    """
    before = until + dt.timedelta(days=1)
    first = before - dt.timedelta(days=rule.evidence.max_age_days)
    rows = [
        row
        for product in dict.fromkeys((rule.product, *rule.total, *_ALSO))
        for row in knowledge.statements.get(product, NOTHING).between(first, before)
        if row["sign"] and (row["statement_id"] in scored or _bears_on_supply(row, until))
    ]
    contradicting = [row for row in rows if row["sign"] == -side]
    agreeing = [row for row in rows if row["sign"] == side]
    limit = rule.evidence.max_statements
    return _choose(contradicting, limit), _choose(agreeing, limit)
