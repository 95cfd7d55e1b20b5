"""What a change is compared with, told as a change too: of another period, or of another product ("more than NAND")."""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.extract.chinese.compared import add_compared
from tracker.extract.draft import Draft, has_own_price, moves_price
from tracker.extract.english.compared import add_compared_sizes
from tracker.extract.layout import Layout
from tracker.extract.marks import PeriodWord

_MOVES = re.compile(r"\b(?:ris|ros|fall|fell|climb|increas|declin)\w* $")
_MORE_OR_LESS_EN = re.compile(
    r"[^.;:%]{0,40}\b(?:more|less|faster|slower|greater|smaller|further|milder|steeper|sharper)(?: \w+)? than (?:that of |those of |in |for |the )*"
)
_MORE_OR_LESS_ZH = re.compile(r"[^，,。;%]{0,6}(?:小于|低于|大于|高于|不及|不如|超过|逊于|多于|少于)(?:了)?\s?")
_MORE_ZH = re.compile(r"(?:还|更|来得|更加|更为|要)+(?:大|高|多|快|猛|凶|强|剧烈|明显|惊人|显著|小|低|慢|少|温和)")
_MORE_OR_LESS_FINAL = re.compile(
    r"(?:보다|에 비해|よりも?|に比べ(?:て)?)[^.。,、]{0,8}(?:더|덜|크게|가파르게|큰 폭으로|소폭|완만하게|大きく|小さく|大幅に|小幅に|急速に|缓やかに) ?"
)

# What stands between a period that is compared with and the change or size that is told of it.
_OF_THEN = {
    "zh": re.compile(r"\s?(?:同[期月])?的?(?:约|近|逾)?\s?"),
    "en": re.compile(
        r"'s? (?:an? |about |around |roughly )?(?:[a-z]+er |sharp |steep |modest |mild )?|,? when (?:[a-z0-9]+ ){1,4}"
    ),
}
_SINCE = re.compile(r"[从由][^，,。;]{2,16}\d")
_SIZE_WORD = re.compile(r"[涨跌升降增]幅")
_FROM_FINAL = re.compile(
    r"(?:했던|하던|한|した|していた)?(?:에서|[과와] 달리|[과와]는 달리|から|と异なり|とは异なり)[、,]? ?"
)


def part_compared(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """Return the changes with those of a period compared with in that period, and without turns that only repeat another."""
    if layout.language in ("ko", "ja"):
        return [d for d in (_as_turned(layout, d, drafts) for d in drafts) if d is not None]
    told = [_as_compared(layout, d, drafts) for d in drafts]
    told = [d for d in told if not (layout.language == "zh" and _is_end_of_step(layout, d))]
    return [d for d in told if not _has_lost_period(layout, d, told)] if layout.language == "zh" else told


def _is_end_of_step(layout: Layout, draft: Draft) -> bool:
    """Say whether a Chinese size is that of the period which another one's has come to ("由三季度的25%收窄至四季度的8%")."""
    if draft.how != "compared":
        return False
    place = draft.words[0].start
    first, _ = layout.clause_span(layout.clause(place))
    return layout.text[place - 1] in "至到为" and bool(_SINCE.search(layout.text, first, place))


def _as_compared(layout: Layout, draft: Draft, drafts: list[Draft]) -> Draft:
    """Return a change told as a noun of a period compared with as that period's own ("高于四季度的12%涨幅", "Q1's 5% gain")."""
    trigger = draft.event.trigger
    if not moves_price(draft) or not layout.periods:
        return draft
    is_revised = draft.event.rule == "size revised" and bool(draft.amounts)
    if layout.language == "zh" and not is_revised and not _SIZE_WORD.match(layout.text, trigger.start):
        return draft
    places = [trigger.start, *(a.start for a in draft.amounts)]
    pattern = _OF_THEN[layout.language]
    compared = (w for w in layout.periods if w.is_comparison and w not in draft.words)
    word = next((w for w in compared if any(pattern.fullmatch(layout.text, w.end, at) for at in places)), None)
    if word is None or (layout.language == "zh" and _is_basis_alone(layout, draft, word, drafts)):
        return draft
    return replace(draft, words=(word,), how="compared")


def _is_basis_alone(layout: Layout, draft: Draft, word: PeriodWord, drafts: list[Draft]) -> bool:
    """Say whether a Chinese size is counted from a period with no other change to compare ("DDR4较4月涨幅逾三倍")."""
    if layout.text[word.start - 1] not in "较比" or layout.text.startswith("的", word.end):
        return False
    if draft.event.start < word.start:
        return False  # "涨幅较前季的60%收窄"
    first, _ = layout.clause_span(layout.clause(word.start))
    return not any(first <= d.event.start < word.start for d in drafts if d is not draft)


def _has_lost_period(layout: Layout, draft: Draft, drafts: list[Draft]) -> bool:
    """Say whether a Chinese size is of a period that is only named as a basis ("下跌8%,比上季度的跌幅3%扩大")."""
    trigger = draft.event.trigger
    if not draft.amounts or not moves_price(draft) or not _SIZE_WORD.match(layout.text, trigger.start):
        return False
    size = draft.amounts[0]
    place = min(trigger.start, size.start)
    basis = layout.between(max(layout.start, place - 12), place, "basis")
    gap = layout.text[basis[-1].end : place] if basis else ""
    is_of_then = (
        bool(basis)
        and basis[-1].text[0] in "较比"
        and gap in (("", "的", "度的") if size.start == place else ("的", "度的"))
    )
    return is_of_then and any(d.amounts and d.event.start < basis[-1].start and moves_price(d) for d in drafts)


def _as_turned(layout: Layout, draft: Draft, drafts: list[Draft]) -> Draft | None:
    """Return a Korean or Japanese turn from another change without that one's period; None where it was told before.

    "4분기 3% 하락에서 반등했다": the quarter is that of the fall.
    """
    trigger = draft.event.trigger
    if draft.amounts or not moves_price(draft):
        return draft
    turned = layout.between(layout.start, trigger.start, "change", "event")
    if not turned or not _FROM_FINAL.fullmatch(layout.text, turned[-1].end, trigger.start):
        return draft
    if any(d.amounts and d.event.start < trigger.start and d.event.direction == draft.event.direction for d in drafts):
        return None
    return replace(draft, words=tuple(w for w in draft.words if w.start > turned[-1].start))


def add_comparisons(layout: Layout, drafts: list[Draft], taken: set[int]) -> list[Draft]:
    """Return the changes of another period that a change is compared with; the places of their sizes join `taken`."""
    if layout.language == "en":
        return add_compared_sizes(layout, drafts, taken)
    return add_compared(layout, drafts, taken) if layout.language == "zh" else []


def add_measures(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """Return the changes of what a product's is measured by: "DRAM rose more than NAND" says that both rose, by what not."""
    return [
        replace(draft, entities=group.entities, amounts=(), how="measure")
        for group in layout.groups
        if not has_own_price(group.start, drafts)
        for draft in [d for d in drafts if moves_price(d) and _is_measured_by(layout, d, group.start, group.end)][:1]
    ]


def _is_measured_by(layout: Layout, draft: Draft, first: int, last: int) -> bool:
    """Say whether the product between two places is what a change is compared with, told as more or less of the same."""
    trigger = draft.event.trigger
    if layout.language in ("ko", "ja"):
        return last <= trigger.start and bool(_MORE_OR_LESS_FINAL.fullmatch(layout.text, last, trigger.start))
    if trigger.end > first:
        return False
    if trigger.text in ("higher", "lower") and _MOVES.search(layout.text[layout.start : trigger.start]):
        return layout.text[trigger.end : first] == " than "
    pattern = _MORE_OR_LESS_EN if layout.language == "en" else _MORE_OR_LESS_ZH
    if pattern.fullmatch(layout.text, trigger.end, first):
        return True
    is_than = layout.language == "zh" and layout.text[first - 1] in "比较" and first - trigger.end <= 8
    return is_than and bool(_MORE_ZH.match(layout.text, last))
