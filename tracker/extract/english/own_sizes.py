"""English sizes given to the product they are told of: "9% for GPUs and 20% for DRAM", "gold and DRAM rose 3% and 12%", "fell 30%, more than DRAM"."""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.extract.amount import Amount
from tracker.extract.draft import Draft, moves_price
from tracker.extract.layout import Layout
from tracker.extract.pairing import row_of

_FOR = re.compile(r"(?: (?:for|in|on))? (?:\w+ )?")
_OTHER_FOR = re.compile(r" (?:for|in|on) ")
# "A sharper drop than in DRAM": the size is that of the other thing.
_THAN = re.compile(r"\bthan (?:(?:in|for|with|at|that of|those of|the) ){0,3}$")
# The things of a list before the one noun or verb that all share ("both CPU and DRAM", "prices of gold, DRAM and copper").
_THING = r"[a-z0-9\-]+(?: [a-z0-9\-]+)?"
_LIST = re.compile(rf"(?:^|\b(?:both|of|for|in|and|:|;) )({_THING}(?:(?:, and |, | and ){_THING})+) $")
_PARTS = re.compile(r", and |, | and ")
# What is moved by the price, or raised for it, has the size that follows: "lifted its expenses by 8%", "by charging 7% more".
_OF_EFFECT = re.compile(
    r"\bby (?:(?!as\b)[a-z]+ing)\b"
    r"|\b(?:expenses|expenditures?|spending|bills? of materials?|boms?|budgets?|outlays?|payrolls?|retail prices?|sticker prices?"
    r"|(?:laptop|phone|handset|pc|notebook|console|server|car|device|tablet|smartphone|computer) (?:prices?|costs?))\b"
)
_REACH = 70
# "Charging 7% more for laptops": the price of what is sold.
_FOR_GOODS = re.compile(
    r" (?:[\d.]+(?: ?%| percent) )?more for (?:[a-z0-9\-]+ ){0,2}(?:laptops?|notebooks?|pcs?|computers?|servers?|phones?|smartphones?|handsets?|tablets?|consoles?|devices|cars?|models?)\b"
)


def settle_sizes(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """Return the drafts of an English sentence, each price of one product with the size that is told of it, or none."""
    if layout.language != "en" or not layout.amounts:
        return drafts
    drafts = [d for d in drafts if not (moves_price(d) and _FOR_GOODS.match(layout.text, d.event.trigger.end))]
    used = {a.start for d in drafts for a in d.amounts}
    return [_settle(layout, d, used) if _is_simple(d) else d for d in drafts]


def _is_simple(draft: Draft) -> bool:
    """Say whether a draft is one of a price with one product named in the sentence and one size."""
    return moves_price(draft) and len(draft.amounts) == 1 and len(draft.entities) == 1 and draft.entities[0].start >= 0


def _settle(layout: Layout, draft: Draft, used: set[int]) -> Draft:
    """Return a draft with the size of its own product."""
    place, size, event = draft.entities[0].start, draft.amounts[0], draft.event
    if place > event.end and _THAN.search(layout.text, size.end, place):
        return replace(draft, amounts=())
    if place > size.end and event.trigger.end <= size.start and _OTHER_FOR.match(layout.text, size.end):
        own = next((a for a in layout.amounts if a.end <= place and _FOR.fullmatch(layout.text, a.end, place)), None)
        if own is not None and own.start not in used:
            return replace(draft, amounts=(own,))
    if event.trigger.end <= size.start and _OF_EFFECT.search(layout.text, max(event.trigger.end, place), size.start):
        return replace(draft, amounts=())
    in_turn = _in_turn(layout, draft, size)
    return replace(draft, amounts=(in_turn,)) if in_turn is not None else draft


def _in_turn(layout: Layout, draft: Draft, size: Amount) -> Amount | None:
    """Return the size that stands where the product stands in a list of as many things, None where there is no such list."""
    row = row_of(layout, size)
    if len(row) < 2 or len(draft.words) > 1 or size.start < draft.event.trigger.end:
        return None
    place, metric, trigger = draft.entities[0].start, draft.event.metric, draft.event.trigger
    last = metric.start if metric is not None and metric.start > place else trigger.start
    found = _LIST.search(layout.text, max(layout.start, last - _REACH), last) if place < last else None
    if found is None or place < found.start(1):
        return None
    things = _PARTS.split(found[1])
    rank = len(_PARTS.findall(layout.text[found.start(1) : place]))
    return row[rank] if len(things) == len(row) else None
