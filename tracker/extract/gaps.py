"""Changes whose verb is left out: a second product with a size of its own, beside one whose change has the verb."""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.extract.amount import Amount
from tracker.extract.chinese.gapped import fill_unsaid
from tracker.extract.draft import Draft, has_own_price
from tracker.extract.english.gapped import fill_before, is_of_next
from tracker.extract.korean.gapped import date_compared, fill_periods
from tracker.extract.layout import Layout
from tracker.extract.marks import PeriodWord
from tracker.extract.series import find_period_beside


def fill_gaps(layout: Layout, drafts: list[Draft], taken: set[int]) -> list[Draft]:
    """Add the changes whose verb is left out: "DRAM rose 10 % and NAND 5 %", "DRAMは10%、NANDは5%上昇"."""
    added: list[Draft] = []
    for group in layout.groups:
        amount = next(
            (
                a
                for a in layout.amounts
                if group.end <= a.start <= group.end + 24 and a.start not in taken and not a.is_old
            ),
            None,
        )
        if (
            amount is None
            or has_own_price(group.start, _at_home(layout, drafts))
            or layout.between(group.end, amount.start, "change", "event", "alien")
        ):
            continue
        if layout.language in ("ko", "ja") and layout.between(group.end, amount.start, "product"):
            continue
        if is_of_next(layout, amount, group.start):
            continue
        told = {t.value for t in layout.between(group.end, amount.start, "metric")}
        if told - {"price"} and not (layout.language in ("en", "ko") and told <= {"demand", "supply"}):
            continue
        if re.search(r"[,，;；。]", layout.text[group.end : amount.start]):
            continue
        model = _model_for(layout, group.start, amount, [*drafts, *added], told)
        if model is None or told - {model.event.attribute} or _is_told_in_turn(layout, model, group.start, amount):
            continue
        taken.add(amount.start)
        is_sized = model.event.attribute == "price" or (layout.language in ("en", "ko") and bool(model.amounts))
        sizes = (amount,) if is_sized else ()
        added.append(
            replace(model, entities=group.entities, amounts=sizes, words=_words_of(layout, amount, model), how="gapped")
        )
    added += fill_before(layout, drafts, taken)
    added += fill_unsaid(layout, [*drafts, *added], taken)
    added += fill_periods(layout, [*drafts, *added], taken)
    drafts = [date_compared(layout, draft) for draft in drafts]
    return sorted([*drafts, *added], key=lambda d: (d.event.start, d.entities[0].start))


def _is_told_in_turn(layout: Layout, model: Draft, place: int, amount: Amount) -> bool:
    """Say whether a Japanese size is that of an earlier period of the same product ("DRAMは4〜6月に2割、7〜9月に1割上がった")."""
    is_same = layout.language == "ja" and any(e.start == place for e in model.entities)
    return is_same and find_period_beside(layout, amount) is not None


def _words_of(layout: Layout, amount: Amount, model: Draft) -> tuple[PeriodWord, ...]:
    """Return the period of a size told without a verb: one directly before it (ko, ja) or ahead in its clause (zh), else the model's."""
    if layout.language == "zh":
        first, _ = layout.clause_span(layout.clause(amount.start))
        opening = [w for w in layout.periods if first <= w.start < amount.start and not w.is_comparison]
        return (opening[0],) if len(opening) == 1 and opening[0].start - first <= 2 else model.words
    own = find_period_beside(layout, amount) if layout.language in ("ko", "ja") else None
    return (own,) if own is not None and not own.is_comparison else model.words


def _at_home(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """Leave out, in Japanese, changes that took their product from another clause: there it may have a size of its own."""
    if layout.language != "ja":
        return drafts
    return [
        d for d in drafts if d.how != "sentence" or layout.clause(d.event.start) == layout.clause(d.entities[0].start)
    ]


def _counts_another(layout: Layout, amount: Amount, model: Draft) -> bool:
    """Say whether a Korean size is one of something else that changes, or is counted, before a price does."""
    if layout.language != "ko":
        return False
    told = [t for t in layout.between(layout.start, amount.start, "metric") if t.value in ("price", "other")]
    if told and told[-1].value == "other":
        return True
    between = layout.between(amount.end, model.event.trigger.start, "change", "event")
    return any(t.cls == "change" and t.start < model.event.start for t in between)


def _is_supplied(layout: Layout, draft: Draft) -> bool:
    """Say whether a size may stand before a change of supply that has none: of output, in Japanese of what is short too.

    "D램은 10%, 낸드는 20% 감산", "DRAMは5%、HBMは6%の供給不足".
    """
    is_told = layout.language == "ja" or draft.event.direction in ("up", "down")
    return is_told and draft.event.attribute == "supply"


def _model_for(layout: Layout, place: int, amount: Amount, drafts: list[Draft], metrics: set[str]) -> Draft | None:
    """Return the price change that a product without a verb shares: the next one in Korean and Japanese, else the last.

    English and Korean share a change of demand or supply as well ("DRAM demand will grow 17% and NAND demand 19%").
    """
    is_any = layout.language in ("en", "ko")
    sized = [d for d in drafts if d.amounts and (is_any or d.event.attribute == "price")]
    if layout.language == "en" and metrics:
        sized = [d for d in sized if d.event.attribute in metrics]
    if layout.language in ("ko", "ja"):
        following = [d for d in drafts if d.event.trigger.start > amount.end and (d.amounts or _is_supplied(layout, d))]
        following = [d for d in following if not _counts_another(layout, amount, d)]
        if following or layout.language == "ja":
            return following[0] if following else None
    before = [d for d in sized if d.event.trigger.end <= place and place - d.amounts[-1].end <= 30]
    if not before:
        return None
    model = max(before, key=lambda d: d.amounts[-1].start) if layout.language == "zh" else before[-1]
    told = layout.between(model.amounts[-1].end, place, "metric", "alien", "change", "event")
    return None if any(t.start != model.event.trigger.start for t in told) else model
