"""Chinese sizes that stand before the product that they are of, as an attribute: "20%的DRAM需求增长和25%的NAND需求增长"."""

from __future__ import annotations

import re

from tracker.extract.amount import Amount
from tracker.extract.event import Event
from tracker.extract.layout import Layout

# A share is no size of change ("占产能三成的NAND价格上涨").
_SHARE = re.compile(r"(?:占|贡献|份额|比重|市占)[^，,。;]{0,8}$")


def find_attribute(layout: Layout, event: Event, free: list[Amount]) -> Amount | None:
    """Return the size that a Chinese change has as an attribute before its product ("20%的DRAM需求增长"), or None."""
    trigger, metric = event.trigger, event.metric
    if layout.language != "zh" or (metric is not None and not metric.end <= trigger.start <= metric.end + 2):
        return None
    if any(0 <= a.start - trigger.end <= 2 and not layout.text.startswith("的", a.end) for a in free):
        return None
    if metric is None and not trigger.text.endswith("幅"):
        return None  # "推出15%的DDR5降价策略"
    named = [e for e in layout.entities if e.end <= event.start]
    if not named or event.start - named[-1].end > 4:
        return None
    found = next((a for a in free if 0 <= named[-1].start - a.end - 1 <= 1), None)
    if found is None or not layout.text.startswith("的", found.end):
        return None
    return None if _SHARE.search(layout.text, max(layout.start, found.start - 12), found.start) else found
