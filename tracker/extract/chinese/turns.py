"""Chinese prices whose rise or fall narrows, turns or comes to rest, and forecasts revised for one product after another."""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.extract.draft import Draft
from tracker.extract.event import Event, Refused
from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token

_ONE_EACH = re.compile(r"一[涨升增][、,]?一[跌降减]|一[跌降减][、,]?一[涨升增]")
_REVISIONS = frozenset("上修 下修 上调 下调 调升 调降 调高 调低 扩大 提高".split())


def find_revised(layout: Layout, token: Token, bound: dict[int, Event | Refused]) -> Event | None:
    """Return the Chinese forecast that is revised for another product like the one before ("DRAM由5%上修至8%,NAND自3%上修至6%")."""
    before = [one for one in bound.values() if isinstance(one, Event) and one.rule == "size revised"]
    first, _ = layout.clause_span(layout.clause(token.start))
    is_named = any(first <= e.start < token.start for e in layout.entities)
    is_old = any(a.is_old and first <= a.start < token.start for a in layout.amounts)
    if not (layout.language == "zh" and before and is_named and is_old and token.text in _REVISIONS):
        return None
    return Event("price", before[-1].direction, token, None, "size revised")


def part_turns(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """Part a Chinese "one up, one down" of two products ("DRAM、NAND价格一涨一跌"): the first way is the first one's."""
    match = _ONE_EACH.search(layout.text, layout.start, layout.end) if layout.language == "zh" else None
    if match is None:
        return drafts
    turns = [d for d in drafts if match.start() <= d.event.trigger.start < match.end()]
    if len(turns) != 2 or len(turns[0].entities) != 2 or turns[0].entities != turns[1].entities:
        return drafts
    parted = {id(d): replace(d, entities=(d.entities[place],)) for place, d in enumerate(turns)}
    return [parted.get(id(d), d) for d in drafts]


def counts_on(layout: Layout, token: Token, shared: Event) -> bool:
    """Say whether a Chinese sized "增" goes on from a price told by 季增 or 年增 ("均价季增三成,第二季再增15%")."""
    is_sized = any(0 <= a.start - token.end <= 3 for a in layout.amounts)
    return is_sized and bool(shared.trigger.flags & {"QoQ", "MoM", "YoY"})


def turns_round(token: Token, shared: Event) -> bool:
    """Say whether a Chinese price falls after a rise, or rises after a fall ("涨幅收敛,甚至反转下跌"), whatever its size did."""
    if shared.direction == "down":
        return "涨" in token.text or (
            token.value == "up" and token.text.startswith(("重回", "重返", "重拾", "回归", "回到"))
        )
    return shared.direction == "up" and "跌" in token.text


def turns_later(layout: Layout, token: Token, shared: Event) -> bool:
    """Say whether a Chinese fall that narrows is said, in a later period of its own, to turn into a rise ("跌幅缩小,四季度回升")."""
    if shared.attribute != "price" or "p" not in token.flags:
        return False
    first, _ = layout.clause_span(layout.clause(token.start))
    first = max(first, shared.trigger.end)
    is_dated = any(first <= w.start < token.start and not w.is_comparison for w in layout.periods)
    return is_dated and (shared.direction, token.value) == ("down", "up")


def comes_to_rest(layout: Layout, token: Token, shared: Event) -> bool:
    """Say whether a Chinese rise or fall that narrows is said, in a clause of its own, to end flat ("跌幅收窄,有望持平")."""
    first, _ = layout.clause_span(layout.clause(token.start))
    is_apart = layout.clause(token.start) != layout.clause(shared.trigger.start)
    is_size = layout.language == "zh" and shared.attribute == "price" and is_apart
    return is_size and not re.search(r"[与和同跟较比]", layout.text[first : token.start])
