"""Chinese stretches of time that are those of a period after all ("6月第一周", "一季度...单季翻倍"), and where one begins."""

from __future__ import annotations

import re

from tracker.extract.event import Event
from tracker.extract.layout import Layout
from tracker.extract.marks import PeriodWord

_WEEK_OF = re.compile(r"的?(?:一周|第[一二三四]周|某周|首周|头一周|末周|最后一周)")


def is_of_week(layout: Layout, first: int) -> bool:
    """Say whether a week of a month is named in a sentence before a place ("6月第二周...单周涨12%")."""
    return _WEEK_OF.search(layout.text, layout.start, first) is not None


def is_within(layout: Layout, word: PeriodWord, until: int) -> bool:
    """Say whether some time is part of a period, or is as long: a week of its month, a quarter that is that one."""
    return _WEEK_OF.match(layout.text, word.end) is not None or _is_for_one(layout, word, until)


def _is_for_one(layout: Layout, word: PeriodWord, until: int) -> bool:
    """Say whether a change within one quarter or month is told of the one named before ("一季度...单季翻倍")."""
    ones = {"Q": ("单季",), "M": ("单月",)}.get(word.marks[0].unit, ())
    return any(layout.text.find(one, word.end, until) >= 0 for one in ones)


def since_last_change(layout: Layout, event: Event, place: int) -> int:
    """Return where a Chinese change of another product than the last one's begins ("DDR4单周涨12%,eMMC涨7%"), else a place."""
    told = layout.between(place, event.start, "change", "event")
    is_other = bool(told) and any(told[-1].end <= e.start < event.start for e in layout.entities)
    return told[-1].end if is_other else place
