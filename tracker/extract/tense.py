"""Whether a change is past or lies ahead: the form of its verb, words of future in its clause, those that still rule from an earlier one."""

from __future__ import annotations

import re

from tracker.extract.chinese.tense import looks_ahead_zh
from tracker.extract.english.tense import is_past_en, looks_ahead_en
from tracker.extract.event import Event
from tracker.extract.japanese.closing import goes_on_in_past_ja
from tracker.extract.japanese.stance import looks_ahead_ja
from tracker.extract.korean import stance as stance_ko
from tracker.extract.layout import Layout
from tracker.extract.unlikely import is_unlikely

_ZH_DONE = re.compile(r"(?:(?<!不)已经?|曾经?)(?!将)[^将会]{0,10}$")
_JA_GOES_ON = re.compile(r"(?:し|が?続い|となっ|に転じ|倾向にあ)?て(?:いる|いた|おり|います|いました|きた|きている)")
# "2月は値下がりが顕著だった", "値上がりが目立った": the verb of a noun of change is past.
_JA_NOUN_PAST = re.compile(
    r"[がはも](?:顕著|鲜明|激し|著し|急|大き|目立|続|进|広が|始ま|见られ|起き|起こ|止ま|加速|拡大|本格化)[^、。とを]{0,5}[ただ](?![いろ])"
)
_JA_PAST = re.compile(r"(?:し|となり|に|と)?(?:なっ)?(?:まし)?[ただ](?![いろ])")


def is_past(layout: Layout, event: Event) -> bool:
    """Say whether the verb of a change is past: "rose", 上涨了, 상승했다, 上昇した."""
    trigger, text = event.trigger, layout.text
    if layout.language == "en":
        return is_past_en(layout, event)
    if layout.language == "zh":
        before = text[layout.clause_span(layout.clause(trigger.start))[0] : trigger.start]
        is_past_form = trigger.text.endswith("了") or text.startswith("了", trigger.end)
        return is_past_form or before.endswith("有所") or _ZH_DONE.search(before) is not None
    if layout.language == "ko":
        is_told = stance_ko.PAST.match(text, trigger.end) or trigger.text.endswith(("랐", "렸", "뛰었", "솟았", "졌"))
        return bool(is_told) or stance_ko.goes_on_in_past(layout, event)
    return bool(
        goes_on_in_past_ja(layout, event)
        or _JA_PAST.match(text, trigger.end)
        or _JA_NOUN_PAST.match(text, trigger.end)
        or _JA_GOES_ON.match(text, trigger.end)
    )


def find_scope(layout: Layout, event: Event) -> tuple[int, int]:
    """Return the clause of a change, up to the change itself (and its size) or, verb-final, to the clause's end."""
    first, last = layout.clause_span(layout.clause(event.trigger.start))
    if layout.language in ("ko", "ja"):
        return first, last
    if (
        layout.language == "en"
        and event.metric is not None
        and event.metric.start > event.trigger.start
        and "n" not in event.trigger.flags
    ):
        return first, event.end
    follow = [t.start for t in layout.tokens if t.start >= event.end and t.cls in ("change", "event")]
    reach = event.end + (18 if layout.language == "zh" else 30)
    joint = layout.text.find(" and ", event.end, reach) if layout.language == "en" else -1
    if layout.language == "zh" and follow:
        # In a bracket another change is told of another time ("供不应求(预估第三季再涨)").
        opened = layout.text.find("(", event.end, min(reach, follow[0]))
        joint = opened if opened >= 0 and ")" not in layout.text[opened : follow[0]] else -1
    reach = joint if joint >= 0 else reach
    return first, min([last, reach, *follow[:1]])


def looks_ahead(layout: Layout, event: Event) -> bool | None:
    """Return whether a change lies ahead: True by a word of future, None where none decides."""
    if layout.language == "ko":
        return stance_ko.looks_ahead(layout, event)
    if is_unlikely(layout, event):
        return True
    first, last = find_scope(layout, event)
    if layout.language == "ja":
        return looks_ahead_ja(layout, event, first, last)
    looks_ahead_by_word = looks_ahead_en if layout.language == "en" else looks_ahead_zh
    return True if looks_ahead_by_word(layout, event, first, last) else None
