"""English prices and demand that are told to be hard to move, or moved by too little: nothing says that they do."""

from __future__ import annotations

import re

from tracker.extract.event import Event
from tracker.extract.layout import Layout

# "It is hard to raise prices now", "what drives up SSD quotes is weak".
_HARD_TO = re.compile(
    r"\b(?:difficult|hard|harder|tough|challenging|impossible|tricky) (?:for (?:[a-z0-9/\-]+ ){1,6})?to (?:[a-z]+ ){0,4}$"
)
_FORCE_BEHIND = re.compile(
    r"\b(?:driving force|drivers?|momentum|impetus|support|basis|case|grounds) (?:behind|for|of) (?:further |any |more |the |additional )?(?:[a-z]+ )?$"
)
_IS_WEAK = re.compile(
    r"[^,;.]{0,16}? (?:is|are|was|were|remains?|looks?|seems?"
    r"|appears?) (?:(?:not|no longer|hardly|rather|still|too|very) ){0,2}(?:(?<=not )(?:strong|enough|sufficient"
    r"|solid)|(?<=hardly )strong|(?<=longer )strong|weak|limited|lacking|insufficient|absent|missing|thin|fading"
    r"|waning)\b"
)


def is_hard(layout: Layout, event: Event, first: int) -> bool:
    """Say whether an English price or demand is told to be hard to move, or what would move it to be weak."""
    if event.attribute not in ("price", "demand"):
        return False
    text, start = layout.text, event.start
    if _HARD_TO.search(text, max(first, event.trigger.start - 80), event.trigger.start):
        return True
    behind = _FORCE_BEHIND.search(text, max(layout.start, start - 48), start)
    return behind is not None and _IS_WEAK.match(text, event.end, layout.end) is not None
