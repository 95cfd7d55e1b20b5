"""Which period a Japanese clause without one shares with its sentence: that told before, or that of what it led to.

Japanese tells a period once and goes on: cause and effect, one product and the next. What is told of now
(足元, 今後) or after it (その後) is of its own time.
"""

from __future__ import annotations

import re

from tracker.extract.event import Event
from tracker.extract.japanese.causes import IS_CALLED, JA_RELATIVE, match_cause
from tracker.extract.layout import Layout
from tracker.extract.marks import PeriodWord

# A period that dates another thing ("今年発売する機種") or names a year's output ("2027年分") frames nothing else.
_FRAMES = re.compile(r"(?!分|纳入|出荷分)")
_OF_NOW = re.compile(
    r"ここ(?:数|最近|のところ|しばらく)|足元|现在|今期|来期|今年度|来年度|このところ|直近|日々|日増し|最近"
    r"|今のところ|今后|先行き|これから|引き続き|依然|その后|以降は|此后"
)
# A period that only says which price is meant, and a turn after which another one is told of.
_IS_OF_NOUN = re.compile(r"の|[一-龥]{2}")
_BUT = re.compile(r"が、$|ものの、?$|半面、?$")
_IS_TOPIC = re.compile(r"(?:に)?は(?!、?[^、]{0,4}比)")
_DURATION = re.compile(r"半年(?!度)|\d[ヶカか]月[间で]|一ヶ月|\d周间で|\d年で|数周间で|数[ヶカか]月で")
# A cause, after which comes what it led to.
_LEADS_ON = re.compile(
    r"[^。]{0,24}?(?:(?:で|により|によって|によ[るり]|ため|から|を受け|を受けて|を背景に|に伴い|に伴って"
    r"|ことで|ので|影响で|も手伝って)[、,]?"
    r"|[えけせてねべめれきしちびみい][、,]|(?<![てであ]お)(?<!あ)り[、,])\s?"
)
# A state that lasts, or a quotation that begins, is no part of what the effect's period dates.
_IS_APART = re.compile(r"「|にある|てい(?:る|ま)|ており")
# A stock that is high or low is so now, whatever comes of it.
_STATES = ("tight", "loose", "balanced")
_REPORTED = re.compile(r"との(?:报道|発表|通知|観测|见方|报|知らせ|方针)を(?:受け|きっかけ)")
# A cause that is past, of what is yet to come.
_WAS_SO = re.compile(r"た(?:ことから|ため|ので|ことで)")
# "「来年は上がる」という記事": a title's own time.
_TITLED = re.compile(
    r"[^「」]*」(?:という|と题した|と题する)(?:[^、。]{0,4})(?:记事|动画|本|特集|タイトル|见出し|コラム|投稿)"
)
_STRONG = re.compile(r"により|によ[っるり]|ため|から|を受け|を背景|に伴|ので|[影こ][响と]で|で")


def find_shared(layout: Layout, event: Event, usable: list[PeriodWord]) -> PeriodWord | None:
    """Return the period that a clause without one shares: an earlier clause's, or that of the effect it led to."""
    first, last = layout.clause_span(layout.clause(event.trigger.start))
    is_called = event.attribute != "price" and IS_CALLED.match(layout.text, event.trigger.end)
    if is_called or _OF_NOW.search(layout.text, first, last):
        return None
    if any(first <= w.start < last and layout.text.startswith("から", w.end) for w in layout.periods):
        return None  # "1〜3月から2割上昇": a change since then
    earlier = [w for w in usable if w.end <= first and _FRAMES.match(layout.text, w.end)]
    if not earlier:
        return _of_effect(layout, event, usable)
    word = earlier[-1]
    if JA_RELATIVE.search(layout.text, word.end, first) or layout.text.startswith("中", event.trigger.end):
        return None  # "2024年から下落が続いていたDRAMは反発した", "価格が上昇中"
    if layout.text.find("に対し", word.end, first) >= 0 and layout.clause(word.start) != layout.clause(event.start):
        return None  # "1〜3月に下がったDRAMに対し、NANDは": what another did then
    if _TITLED.match(layout.text, word.end) or _REPORTED.search(layout.text, word.end, event.start):
        return None  # "年内に終了するとの報道を受け": when what is reported comes
    if _turns_to_now(layout, word.end, event.start) or "…" in layout.text[word.end : first]:
        return None
    if _IS_TOPIC.match(layout.text, word.end):
        return word
    if _IS_OF_NOUN.match(layout.text, word.end) and _BUT.search(layout.text, word.end, first):
        return None
    is_until = word.is_boundary and bool(layout.between(word.end, first, "change", "event"))
    return None if is_until or _DURATION.search(layout.text, first, event.end) else word


def _turns_to_now(layout: Layout, first: int, last: int) -> bool:
    """Say whether a word of the present stands between two places; "still" before a change of its own is of the period."""
    now = _OF_NOW.search(layout.text, first, last)
    is_framed = now is not None and now[0] in ("依然", "引き続き") and layout.text.startswith(("も", "は", "に"), first)
    if is_framed and now is not None and layout.between(now.end(), last, "change", "event"):
        now = _OF_NOW.search(layout.text, now.end(), last)
    return now is not None


def _of_effect(layout: Layout, event: Event, usable: list[PeriodWord]) -> PeriodWord | None:
    """Return the period of what a demand, supply or stock led to ("減産で、5月の価格は7%上昇した")."""
    ahead = [w for w in usable if w.start >= event.trigger.end]
    if (
        not ahead
        or not _FRAMES.match(layout.text, ahead[0].end)
        or any(w.is_boundary for w in ahead[:2])
        or event.attribute == "price"
        or (event.attribute == "inventory" and event.direction in _STATES)
    ):
        return None
    later = ahead[0]
    if _IS_APART.search(layout.text, event.trigger.end, later.start) or IS_CALLED.match(layout.text, event.trigger.end):
        return None
    if not layout.between(later.end, layout.end, "change", "event"):
        return None  # "不足により、後半期の交渉は続く"
    cause = match_cause(layout, event)
    is_strong = cause is not None and bool(_STRONG.search(layout.text, event.trigger.end, cause))
    if not is_strong and (
        layout.text.startswith("から", later.end) or layout.between(later.end, layout.end, "future", "hedge")
    ):
        return None
    told = layout.between(cause or event.trigger.end, later.start, "change", "event", "alien", "product")
    if any(t.cls in ("change", "alien") or t.value.startswith("price") for t in told):
        return None
    if _WAS_SO.search(layout.text, event.trigger.end, later.start) and layout.between(later.end, layout.end, "future"):
        return None
    if not is_strong and layout.between(cause or event.trigger.end, later.start, "maker", "company"):
        return None  # "NORは足りず、ある大手は4〜6月期に値上げした": what another did
    if cause or any(t.cls == "product" for t in told):
        return later if cause else None
    return later if _LEADS_ON.fullmatch(layout.text, event.trigger.end, later.start) else None
