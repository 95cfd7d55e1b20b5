"""Which size is whose: the sizes of a change given to its products or its periods, each to each or in turn.

"DRAM and NAND rose 10% and 20%" gives each its own, "DRAM and NAND rose 10%" gives both the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from tracker.extract.amount import Amount
from tracker.extract.draft import Draft
from tracker.extract.entity import Entity
from tracker.extract.layout import Layout
from tracker.extract.names import SIZES

# What stands between the sizes of a list ("10%, 20% and 30%").
_NEXT_IN_ROW = re.compile(
    r"\s?(?:[,、/·]|,? ?and|,? ?그리고|와|과|と|和|与|及|以及)\s?(?:(?:by|about|around|over|nearly|more than|약|约) ?)?"
)
# The same between sizes that a Chinese list gives in turn ("50%与约60%"), and between those of periods.
_NEXT_IN_TURN_ZH = re.compile(r"\s?(?:[与和及、/]|以及)\s?(?:约|逾|近)?")
_NEXT_PERIOD = re.compile(r"[,，、和与及]|and|와|과")
# How far before "respectively" or 각각 the sizes may begin that it gives out.
_BEFORE_ZIP = 60


def pair(layout: Layout, draft: Draft, periods: int) -> list[list[tuple[Entity, Amount | None]]]:
    """Return for each of so many periods the products with their sizes."""
    sizes = _sizes_by_period(layout, draft, periods)
    if sizes is None:
        return [_pair_products(layout, draft)] * periods
    return [[(entity, size) for entity in draft.entities] for size in sizes]


def _sizes_by_period(layout: Layout, draft: Draft, periods: int) -> Sequence[Amount | None] | None:
    """Return one size for each period where they are given one to one ("Q1/Q2分别涨5-8%/3-5%", "각각 3%, 7%"), else None.

    Sizes listed for several products in several periods leave open which is whose, so none is given.
    """
    if periods < 2 or not draft.amounts:
        return None
    row = row_of(layout, draft.amounts[0])
    if len(draft.entities) > 1:
        return None if len(row) < 2 else [None] * periods
    if len(row) > 1 and len(draft.amounts) == 1:
        return row if len(row) == periods else [None] * periods
    first = min(word.end for word in draft.words)
    sizes = [a for a in layout.amounts if not a.is_old and a.start >= first][:periods]
    if len(sizes) < periods:
        return None
    gaps = [layout.text[a.end : b.start].strip() for a, b in pairwise(sizes)]
    is_slashed = all(gap == "/" for gap in gaps)
    is_told = _is_in_turn(layout) and all(_NEXT_PERIOD.fullmatch(gap) for gap in gaps)
    return sizes if is_slashed or is_told else None


def _pair_products(layout: Layout, draft: Draft) -> list[tuple[Entity, Amount | None]]:
    """Return products with sizes: each product with each size, or one to one where "respectively" is said."""
    amounts: tuple[Amount | None, ...] = draft.amounts or (None,)
    sizes = _one_by_one(layout, draft)
    if len(sizes) >= len(draft.entities) > 1:
        return list(zip(draft.entities, sizes, strict=False))
    row = _in_a_row(layout, draft)
    if row:
        return list(zip(draft.entities, row, strict=True))
    by_density = _by_density(layout, draft)
    if by_density:
        return [(draft.entities[0], size) for size in by_density]
    named = _named_apart(layout, draft)
    if named:
        return list(zip(named, [a for a in layout.amounts if a.start >= draft.amounts[0].start], strict=False))
    return [(entity, amount) for entity in draft.entities for amount in amounts]


def _is_in_turn(layout: Layout) -> bool:
    """Say whether a sentence says "respectively", 分别, 각각 or それぞれ."""
    return bool(layout.between(layout.start, layout.end, "zip"))


def _one_by_one(layout: Layout, draft: Draft) -> list[Amount]:
    """Return the sizes of products told in the same order: "respectively" is said, or in Chinese "50%与60%" follows both."""
    sizes = [a for a in layout.amounts if not a.is_old]
    if layout.language == "zh":
        return _one_by_one_zh(layout, draft, sizes)
    zipped = layout.between(layout.start, layout.end, "zip")
    if not zipped:
        return []
    behind = [a for a in sizes if a.start > zipped[0].start]
    # "PC D램과 모바일 D램은 각각 3~8%": of each the same.
    is_behind = (layout.language == "ko" and behind) or (layout.language == "ja" and len(behind) >= len(draft.entities))
    return behind if is_behind else [a for a in sizes if a.start > zipped[0].start - _BEFORE_ZIP]


def _one_by_one_zh(layout: Layout, draft: Draft, sizes: list[Amount]) -> list[Amount]:
    """Return as many Chinese sizes as there are products, from that of the change on, where they are joined or 分别 is said."""
    if not draft.amounts:
        return []
    sizes = [a for a in sizes if a.start >= draft.amounts[0].start][: len(draft.entities)]
    gaps = [layout.text[a.end : b.start] for a, b in pairwise(sizes)]
    is_joined = all(_NEXT_IN_TURN_ZH.fullmatch(gap) for gap in gaps)
    return sizes if is_joined or _is_in_turn(layout) else []


def _in_a_row(layout: Layout, draft: Draft) -> list[Amount]:
    """Return the sizes that a list gives where it has as many as there are products, without a word that says so ("rose 10% and 20%")."""
    if layout.language == "zh" or len(draft.amounts) != 1 or len(draft.entities) < 2 or len(draft.words) > 1:
        return []
    row = row_of(layout, draft.amounts[0])
    return row if len(row) == len(draft.entities) else []


def _by_density(layout: Layout, draft: Draft) -> list[Amount]:
    """Return the sizes that "respectively" gives to as many densities of one product ("8Gb、16Gb SLC NAND分别上涨18%和22%").

    So does a slash in Chinese, whatever they are the sizes of ("16/32GB DDR4周涨10%/12%", "DRAM下跌8%/3%").
    """
    if len(draft.entities) != 1 or len(draft.amounts) != 1 or len(draft.words) > 1:
        return []
    row = row_of(layout, draft.amounts[0])
    if len(row) > 1 and layout.language == "zh" and row[0] == draft.amounts[0]:
        gaps = [layout.text[a.end : b.start] for a, b in pairwise(row)]
        if all(gap.strip() == "/" for gap in gaps):
            return row
    if len(row) < 2 or not _is_in_turn(layout):
        return []
    first = layout.clause_span(layout.clause(draft.entities[0].start))[0]
    densities = set(SIZES.findall(layout.text, min(first, draft.entities[0].start), layout.end))
    return row if len(densities) == len(row) else []


def _named_apart(layout: Layout, draft: Draft) -> list[Entity]:
    """Return the Chinese products of earlier clauses that 分别 gives their sizes in turn ("GDDR7热销,GDDR6缺货,分别涨5%与8%")."""
    if layout.language != "zh" or len(draft.entities) != 1 or not draft.amounts:
        return []
    zipped = layout.between(*layout.clause_span(layout.clause(draft.event.trigger.start)), "zip")
    sizes = [a for a in layout.amounts if a.start >= draft.amounts[0].start and not a.is_old]
    earlier = [g.entities[0] for g in layout.groups if g.end <= draft.event.start and len(g.entities) == 1]
    is_each = bool(zipped) and len(sizes) == 2 and len(earlier) >= 2 and draft.entities[0] == earlier[-1]
    return earlier[-2:] if is_each else []


def row_of(layout: Layout, amount: Amount) -> list[Amount]:
    """Return the sizes of the list that one stands in ("10%, 20% and 30%"), itself alone where it stands in none."""
    row: list[Amount] = []
    for size in (a for a in layout.amounts if not a.is_old):
        if row and _NEXT_IN_ROW.fullmatch(layout.text, row[-1].end, size.start):
            row.append(size)
        elif amount in row:
            break
        else:
            row = [size]
    return row if amount in row else [amount]
