"""Quarters that Chinese brackets give for comparison: "Q3合约价+10-15%(Q2 +70-75%)" tells of the Q2 just before."""

from __future__ import annotations

import re

from tracker.extract.layout import Layout
from tracker.extract.marks import PeriodWord

_OPENS = re.compile(r"\((?:前一?季|上一?季|vs\.?|对比|相较)?\s?$")


def is_quarter_before(layout: Layout, word: PeriodWord) -> bool:
    """Say whether a bare quarter, or the last one, opens brackets behind the quarter that follows it, so that it is over by then."""
    mark = word.marks[0]
    if mark.unit != "Q" or not _OPENS.search(layout.text, max(layout.start, word.start - 6), word.start):
        return False
    earlier = [w.marks[0] for w in layout.periods if w.end <= word.start and w.marks[0].unit == "Q"]
    if mark.step is not None:
        return mark.step == -1 and bool(earlier)
    is_open = bool(mark.number) and bool(earlier) and mark.year in (None, earlier[-1].year)
    return is_open and earlier[-1].number == (mark.number or 0) % 4 + 1
