"""Chinese changes of another period that a change is compared with, told by a size ("和一季度逾两成的涨幅相比") or without one."""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.extract.draft import Draft, moves_price
from tracker.extract.layout import Layout

_SIZE_WORD = re.compile(r"[涨跌升降增]幅|[涨跌]势")
_SLOWING = re.compile(
    r"\s?(?:有所|明显|进一步|大幅|略有|继续|将|小幅|显著)*(?:放缓|收窄|收敛|缩小|趋缓|减缓|扩大|回落|加快|加速)"
)


def add_compared(layout: Layout, drafts: list[Draft], taken: set[int]) -> list[Draft]:
    """Return the changes of another period that a Chinese change is compared with; the places of sizes join `taken`."""
    added = _find_slowing(layout, drafts)
    for word in layout.periods:
        if not word.is_comparison or word.marks[0].unit not in ("Q", "M") or word.marks[0].step is not None:
            continue
        size = next((a for a in layout.amounts if a.start not in taken and (0 <= a.start - word.end <= 8)), None)
        model = next((d for d in drafts if d.event.attribute == "price" and d.amounts and d.words), None)
        if (
            layout.text[word.start - 1] in "至到为"
            and model
            and layout.clause(model.event.start) == layout.clause(word.start)
        ):
            continue  # "由三季度的25%缩小至四季度的8%": what it comes to
        if size is None or model is None or layout.between(word.end, size.start, "metric", "market", "alien", "change"):
            continue
        taken.add(size.start)
        added.append(replace(model, words=(word,), amounts=(size,), how="compared"))
    return added


def _find_slowing(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """Return the change of the period before, which one slows against ("Q2跌幅较Q1收窄": both fell)."""
    sized = [d for d in drafts if moves_price(d) and d.words and _SIZE_WORD.match(layout.text, d.event.start)]
    return [
        replace(draft, words=(word,), amounts=(), how="compared")
        for word in layout.periods
        if word.is_comparison and word.marks[0].step is None and _SLOWING.match(layout.text, word.end)
        for draft in sized
        if draft.event.start < word.start and layout.clause(draft.event.start) == layout.clause(word.start)
    ]
