"""Chinese output whose verb is followed at once by what is made: "存储巨头开始减产DDR4", not of what stands before it."""

from __future__ import annotations

from tracker.extract.event import Event
from tracker.extract.groups import Group
from tracker.extract.layout import Layout

_MAKES = ("减产", "停产", "增产", "扩产", "投产", "量产", "复产", "缩产", "砍产")


def find_made(layout: Layout, event: Event) -> Group | None:
    """Return the products that follow a Chinese verb of output at once ("三星减产DDR4"), or None."""
    if layout.language != "zh" or event.attribute != "supply" or not event.trigger.text.endswith(_MAKES):
        return None
    behind = next((g for g in layout.groups if g.start >= event.trigger.end), None)
    is_next = behind is not None and not layout.text[event.trigger.end : behind.start].strip()
    return behind if is_next else None
