"""What a change is compared with, told as a change too: of another period, or of another product ("more than NAND")."""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.extract.chinese.compared import add_compared
from tracker.extract.draft import Draft, has_own_price, moves_price
from tracker.extract.english.compared import add_compared_sizes
from tracker.extract.layout import Layout

_MOVES = re.compile(r"\b(?:ris|ros|fall|fell|climb|increas|declin)\w* $")
_MORE_OR_LESS_EN = re.compile(
    r"[^.;:%]{0,40}\b(?:more|less|faster|slower|greater|smaller|further|milder|steeper|sharper)(?: \w+)? than (?:that of |those of |in |for |the )*"
)
_MORE_OR_LESS_ZH = re.compile(r"[^，,。;%]{0,6}(?:小于|低于|大于|高于|不及|不如|超过|逊于|多于|少于)(?:了)?\s?")
_MORE_ZH = re.compile(r"(?:还|更|来得|更加|更为|要)+(?:大|高|多|快|猛|凶|强|剧烈|明显|惊人|显著|小|低|慢|少|温和)")
_MORE_OR_LESS_FINAL = re.compile(
    r"(?:보다|에 비해|よりも?|に比べ(?:て)?)[^.。,、]{0,8}(?:더|덜|크게|가파르게|큰 폭으로|소폭|완만하게|大きく|小さく|大幅に|小幅に|急速に|缓やかに) ?"
)


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
