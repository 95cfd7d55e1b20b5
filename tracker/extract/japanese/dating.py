"""Which period a Japanese clause without one shares with its sentence: that told before, or that of what it led to.

Japanese tells a period once and goes on: cause and effect, one product and the next. What is told of now
(足元, 今後) or after it (その後) is of its own time.
"""

from __future__ import annotations

import re

from tracker.extract.event import Event
from tracker.extract.japanese.causes import JA_RELATIVE, match_cause
from tracker.extract.layout import Layout
from tracker.extract.marks import PeriodWord

# A period that dates another thing ("今年発売する機種") or names a year's output ("2027年分") frames nothing else.
_FRAMES = re.compile(r"(?!分|纳入|出荷分)")
_DATES_ANOTHER = re.compile(
    r"(?:に|中に|から)?(?:は|も)?(?:発(?!注)|登场|投入|稼働|量产|操业|着工|完成|予定|设立|上场|买収|起き|起こ|予测し|予想し|公表|示し|报じ|に报じ|まとめ)"
)
_OF_NOW = re.compile(
    r"ここ(?:数|最近|のところ|しばらく)|足元|现在|今期|来期|今年度|来年度|このところ|直近|日々|日増し|最近|今のところ|今后|先行き|これから|引き続き|依然|その后|以降は|此后"
)
# A period that only says which price is meant, and a turn after which another one is told of.
_IS_OF_NOUN = re.compile(r"の|[一-龥]{2}")
_BUT = re.compile(r"が、$|ものの、?$|半面、?$")
_IS_TOPIC = re.compile(r"(?:に)?は(?!、?[^、]{0,4}比)")
_DURATION = re.compile(r"半年(?!度)|\d[ヶカか]月[间で]|一ヶ月|\d周间で|\d年で|数周间で|数[ヶカか]月で")
_WAS = re.compile(r"(?:して(?:い)?た|した|だった|となった|になった)")
# A cause, after which comes what it led to.
_LEADS_ON = re.compile(
    r"[^。]{0,24}?(?:(?:で|により|によって|によ[るり]|ため|から|を受け|を受けて|を背景に|に伴い|に伴って|ことで|ので|影响で|も手伝って)[、,]?|[えけせてねべめれきしちびみい][、,]|(?<![てであ]お)(?<!あ)り[、,])\s?"
)


# A state that lasts, or a quotation that begins, is no part of what the effect's period dates.
_IS_APART = re.compile(r"「|にある|てい(?:る|ま)|ており")


def dates_another(layout: Layout, event: Event, word: PeriodWord) -> bool:
    """Say whether a Japanese period dates another thing than a change ("先月発生した停電", "7月初旬に予測した")."""
    if layout.language != "ja":
        return False
    if _WAS_WORTH.match(layout.text, word.end) or _is_of_goods(layout, event, word):
        return True
    if (
        event.attribute == "price"
        and word.start > event.trigger.end
        and _FROM_THERE.fullmatch(layout.text, event.trigger.end, word.start)
    ):
        return True  # "4〜6月期の10%高から7〜9月期は3%高に": when the next one comes
    if (
        word.end <= event.start
        and _IS_TOLD_ON.match(layout.text, word.end)
        and _IS_TOLD.match(layout.text, event.trigger.end)
    ):
        return True  # "9月上旬、値上げすると通知した": when it was told
    if word.start > event.trigger.end and JA_RELATIVE.match(layout.text, event.trigger.end):
        return True  # "高騰が続くNANDの価格が4〜6月に落ち着く": the period is that of the main clause
    if event.direction == "flat" and layout.text.startswith(("から", "並み", "と"), word.end):
        return True  # "来年分は今年から据え置き": what it is as before
    return bool(_DATES_ANOTHER.match(layout.text, word.end))


def _is_of_goods(layout: Layout, event: Event, word: PeriodWord) -> bool:
    """Say whether a period is that of goods whose sales a shortage is told as the cause of ("2027年のPC出荷はDRAM不足により減る")."""
    if event.attribute == "price" or not layout.text.startswith("の", word.end) or match_cause(layout, event) is None:
        return False
    topic = layout.text.find("は", word.end, event.start)
    goods = layout.between(word.end, max(topic, word.end), "alien", "segment", "metric")
    is_goods = any(t.cls == "alien" or "thing" in t.flags or t.value == "other" for t in goods)
    return is_goods and not any(word.end <= e.start < topic for e in layout.entities)


_FROM_THERE = re.compile(r"から、?")
# "7月に2ドルだったDDR4は4割下がった": what it cost then.
_WAS_WORTH = re.compile(
    r"(?:末|初め|时点)?(?:に|は|の)?(?:约)?\$?[\d.,]{1,8}(?:万)?(?:ドル|円)?(?:台|前后|ほど)?だった(?![がと。、])"
)
_IS_TOLD_ON = re.compile(r"(?:に|、|,|までに|付け?で)")
_IS_TOLD = re.compile(
    r"(?:する|る)と(?:の(?:方针|考え|意向)を)?(?:、?取引先に|顾客に)?(?:通知|発表|表明|公表|明らか|伝え|通告|告知|示し)"
)
# A stock that is high or low is so now, whatever comes of it.
_STATES = ("tight", "loose", "balanced")
_REPORTED = re.compile(r"との(?:报道|発表|通知|観测|见方|报|知らせ|方针)を(?:受け|きっかけ)")
# A cause that is past, of what is yet to come.
_WAS_SO = re.compile(r"た(?:ことから|ため|ので|ことで)")
_STRONG = re.compile(r"により|によ[っるり]|ため|から|を受け|を背景|に伴|ので|[影こ][响と]で|で")


def find_measured(layout: Layout, event: Event) -> PeriodWord | None:
    """Return the period that a change describes as what another is measured by ("8%上昇した1〜3月に比べ")."""
    if layout.language != "ja":
        return None
    return next(
        (w for w in layout.periods if w.is_comparison and _WAS.fullmatch(layout.text, event.trigger.end, w.start)), None
    )


def find_shared(layout: Layout, event: Event, usable: list[PeriodWord]) -> PeriodWord | None:
    """Return the period that a clause without one shares: an earlier clause's, or that of the effect it led to."""
    first, last = layout.clause_span(layout.clause(event.trigger.start))
    if _OF_NOW.search(layout.text, first, last):
        return None
    if any(first <= w.start < last and layout.text.startswith("から", w.end) for w in layout.periods):
        return None  # "1〜3月から2割上昇": a change since then
    earlier = [w for w in usable if w.end <= first and _FRAMES.match(layout.text, w.end)]
    if not earlier:
        return _of_effect(layout, event, usable)
    word = earlier[-1]
    if layout.text.find("に対し", word.end, first) >= 0 and layout.clause(word.start) != layout.clause(event.start):
        return None  # "1〜3月に下がったDRAMに対し、NANDは": what another did then
    if _REPORTED.search(layout.text, word.end, event.start):
        return None  # "年内に終了するとの報道を受け": when what is reported comes
    if _OF_NOW.search(layout.text, word.end, event.start) or "…" in layout.text[word.end : first]:
        return None
    if _IS_TOPIC.match(layout.text, word.end):
        return word
    if _IS_OF_NOUN.match(layout.text, word.end) and _BUT.search(layout.text, word.end, first):
        return None
    is_until = word.is_boundary and bool(layout.between(word.end, first, "change", "event"))
    return None if is_until or _DURATION.search(layout.text, first, event.end) else word


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
    if _IS_APART.search(layout.text, event.trigger.end, later.start):
        return None
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
