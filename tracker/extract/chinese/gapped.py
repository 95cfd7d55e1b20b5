"""Chinese sizes told without a verb of their own: of another segment ("工控类五成"), or of another period ("二季度估达20%")."""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.extract.amount import Amount
from tracker.extract.draft import Draft
from tracker.extract.entity import Entity
from tracker.extract.layout import Layout

_OF_SEGMENT = re.compile(
    r"(?:用|级|类|端|型|规)?(?:的)?(?:则|只|仅|也|亦|为|有|是|约|近|逾|超过?|达|分别|涨幅|跌幅|只有|仅有)*\s?"
)
_OF_PERIOD = re.compile(r"[，,、;]?(?:而|并|且|但|其中)?\s?")
_WITHOUT_VERB = re.compile(
    r"(?:则|再|估|预估|预计|预期|料|将|约|为|有望|可望|可能|或|续|达|近|逾|超过?|至|到|缩小|收敛|收窄|扩大|放大|幅度)*\s?"
)
_TO_COME = re.compile(r"估|预|料|将|望|可能|或")


def fill_unsaid(layout: Layout, drafts: list[Draft], taken: set[int]) -> list[Draft]:
    """Return the changes of a Chinese price whose sizes are told for other segments or periods without a verb."""
    if layout.language != "zh":
        return []
    added: list[Draft] = []
    for amount in layout.amounts:
        model = _model(layout, drafts, amount)
        if amount.start in taken or amount.is_old or model is None:
            continue
        draft = _of_segment(layout, model, amount) or _of_period(layout, model, amount)
        if draft is not None:
            taken.add(amount.start)
            added.append(draft)
    return added


def _model(layout: Layout, drafts: list[Draft], amount: Amount) -> Draft | None:
    """Return the sized change of a price that stands last before a size, within two clauses."""
    before = [d for d in drafts if d.event.attribute == "price" and d.amounts and d.amounts[-1].end <= amount.start]
    model = max(before, key=lambda d: d.amounts[-1].start, default=None)
    if model is None or layout.clause(amount.start) - layout.clause(model.amounts[-1].start) > 2:
        return None
    told = layout.between(model.amounts[-1].end, amount.start, "change", "event", "metric", "alien", "product", "maker")
    return None if told else model


def _of_segment(layout: Layout, model: Draft, amount: Amount) -> Draft | None:
    """Return the change of another segment of the same product, where one stands directly before a size."""
    segments = layout.between(model.amounts[-1].end, amount.start, "segment")
    if not segments or not _OF_SEGMENT.fullmatch(layout.text, segments[-1].end, amount.start):
        return None
    last = segments[-1]
    entities = tuple(Entity(e.product, e.technology, (last.value,), last.start, last.end) for e in model.entities[:1])
    return replace(model, entities=entities, amounts=(amount,), how="gapped")


def _of_period(layout: Layout, model: Draft, amount: Amount) -> Draft | None:
    """Return the change of another period, where one opens the clause of a size that has no verb."""
    first, _ = layout.clause_span(layout.clause(amount.start))
    words = [w for w in layout.periods if first <= w.start < amount.start and not w.is_comparison]
    if len(words) != 1 or not _OF_PERIOD.fullmatch(layout.text, first, words[0].start):
        return None
    gap = layout.text[words[0].end : amount.start]
    if not _WITHOUT_VERB.fullmatch(gap):
        return None
    manner = replace(model.manner, looks_ahead=True) if _TO_COME.search(gap) else model.manner
    return replace(model, words=(words[0],), amounts=(amount,), manner=manner, how="gapped")
