"""Japanese changes told by a bare noun or a joining form, which share the time of the verb that closes the sentence."""

from __future__ import annotations

import re

from tracker.extract.event import Event
from tracker.extract.futures import find_future_words
from tracker.extract.layout import Layout

# "2割上昇、", "2割上がり、", "上昇し、".
_JOINED_ON = re.compile(r"(?:[しりきち]|となり|に(?:なり|転じ))?、")
_PAST_CLOSE = re.compile(r"(?<!い)[ただ](?:という|と(?:同社は)?(?:発表|说明|公表|报告)した)?。?$")
# "生産を3割減らす。", "増産する。": a plan, told in the plain present at the end.
_PLAIN = re.compile(r"(?:する)?。?$")
_PLAIN_VERB = re.compile(r"(?:[减増增]ら?や?す|绞る|引き上げる|引き下げる)$")


def is_plan_ja(layout: Layout, event: Event) -> bool:
    """Say whether a Japanese output is told to change in the plain present that closes the sentence, as the press tells plans."""
    if event.attribute != "supply" or event.direction not in ("up", "down") or layout.periods_said():
        return False
    tail = _PLAIN.match(layout.text, event.trigger.end, layout.end)
    return tail is not None and (tail[0].startswith("する") or _PLAIN_VERB.search(event.trigger.text) is not None)


def goes_on_in_past_ja(layout: Layout, event: Event) -> bool:
    """Say whether a Japanese change shares the past that its sentence closes with ("DRAMは2割上昇、NANDは1割下落した")."""
    if _JOINED_ON.match(layout.text, event.trigger.end) is None:
        return False
    if _PAST_CLOSE.search(layout.text, max(event.trigger.end, layout.end - 14), layout.end) is None:
        return False
    return not find_future_words(layout, event.trigger.end, layout.end)


def is_of_next_period_ja(layout: Layout, event: Event, place: int) -> bool:
    """Say whether what lies ahead at a place is a later change with a period of its own ("上昇、今月も値上がりが見込まれる")."""
    if not layout.text.startswith("、", event.trigger.end):
        return False
    dated = [w for w in layout.periods if event.trigger.end < w.start < place and not w.is_comparison]
    return bool(dated) and bool(layout.between(dated[0].end, place, "change", "event"))
