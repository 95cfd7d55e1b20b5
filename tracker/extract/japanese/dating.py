"""Japanese periods that date another thing than a change ("先月発生した停電"), and those that it is measured by."""

from __future__ import annotations

import re

from tracker.extract.event import Event
from tracker.extract.japanese.causes import IS_CALLED, JA_RELATIVE, match_cause
from tracker.extract.japanese.goods import dates_goods_ja
from tracker.extract.layout import Layout
from tracker.extract.marks import PeriodWord

_DATES_ANOTHER = re.compile(
    r"の[^、。はがを]{1,10}の?(?:终息|终了|一巡|反动)(?:により|で|を受け|に伴)"
    r"|の[^、。はがを]{0,10}?(?:戦争|戦闘|战争|地震|火灾|停电|事故|豪雨|台风|洪水|ストライキ|テーマ|注目点|课题|キーワード)"
    r"|(?:に|时点で)?は[^、。]{0,14}?(?:购入でき|买え|売られてい|手に入っ)た"
    r"|(?:に|中に|から)?(?:は|も)?(?:発(?!注)|登场|投入|稼働|量产|操业|着工|完成|予定|设立|上场|买収|起き|起こ"
    r"|予测し|予想し|公表|示し|报じ|に报じ|まとめ)"
)
# "7月に停電が発生し、供給不足は解消していない": when it happened, and what is so now.
_HAPPENED = re.compile(
    r"(?:事故|火灾|地震|停电|漏[えれ泄]い?|トラブル|障害|洪水)[がはも]?(?:[^、。]{0,4})(?:発生|起き|起こ|あっ|あり)"
)
_AS_THEN = re.compile(r"から|并み|と(?!み|见|予|考|な|の|い|さ)")
_AFTER_IT = re.compile(r"(?:末)?に(?:続き|続いて)")
_WAS = re.compile(r"(?:して(?:い)?た|した|だった|となった|になった)")
_FROM_THERE = re.compile(r"から、?")
# "7月に2ドルだったDDR4は4割下がった": what it cost then.
_WAS_WORTH = re.compile(
    r"(?:末|初め|时点)?(?:に|は|の)?(?:约)?\$?[\d.,]{1,8}(?:万)?(?:ドル|円)?(?:台|前后|ほど)?だった(?![がと。、])"
)
_PRICE_TOPIC = re.compile(r"の[^、。]{0,24}(?:価格|単価|値段|相场)は、")
_GOES_ON_NOW = re.compile(r"[^、。]{0,6}てい(?:る|ます)(?:ため|ので|ことから|ことで)")
_IS_TOLD_ON = re.compile(r"(?:に|、|,|までに|付け?で)")
# "2027年末までの生産枠が2月時点で既に完売": by when it was sold, and what was sold.
_BY_THEN = re.compile(r"(?:时点|の段阶)?で(?:は|も)?(?:既に|すでに|早くも|ほぼ|ほとんど|完全に){0,2}")
_SHARE_OF = re.compile(r"末?(?:まで)?(?:の|分|に(?:生产|出荷|供给)する)")
# "減産で来年も値上がりの予測": what is to go on because of it.
_GOES_ON_TOO = re.compile(
    r"も(?:[^、。]{0,10}?)(?:値上がり|値下がり|上升|下落|高腾|値上げ|値下げ)(?:が続く|する)?の?(?:と)?(?:予测|予想|见)"
)
_NEXT_ONE = re.compile(r"(?:幅)?[はがも]、?")
_IS_TOLD = re.compile(
    r"(?:する|る)と(?:の(?:方针|考え|意向)を)?(?:、?取引先に|顾客に)?"
    r"(?:通知|発表|表明|公表|明らか|伝え|通告|告知|示し)"
)


def dates_another(layout: Layout, event: Event, word: PeriodWord) -> bool:
    """Say whether a Japanese period dates another thing than a change ("先月発生した停電", "7月初旬に予測した")."""
    if _WAS_WORTH.match(layout.text, word.end) or _is_of_goods(layout, event, word) or _went_before(layout, word):
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
    if event.attribute != "price" and _is_of_price_topic(layout, event, word):
        return True
    if event.direction == "flat" and _AS_THEN.match(layout.text, word.end):
        return True  # "来年分は今年から据え置き": what it is as before
    if event.attribute != "price" and word.start > event.trigger.end and _is_of_what_follows(layout, event, word):
        return True
    if event.attribute == "supply" and _is_told_by(layout, event, word):
        return True
    if _NEXT_ONE.fullmatch(layout.text, event.trigger.end, word.start):
        return False  # "次の値上げは7月に予定され"
    return bool(_DATES_ANOTHER.match(layout.text, word.end))


def _went_before(layout: Layout, word: PeriodWord) -> bool:
    """Say whether a Japanese period is only that after which a change goes on ("前月に続き値上がりした")."""
    return layout.text.startswith("前", word.start) and _AFTER_IT.match(layout.text, word.end) is not None


def _is_of_what_follows(layout: Layout, event: Event, word: PeriodWord) -> bool:
    """Say whether a period behind a supply, demand or stock is that of what goes on because of it, or is so known."""
    if IS_CALLED.match(layout.text, event.trigger.end):
        return True
    return _GOES_ON_TOO.match(layout.text, word.end) is not None


def _is_told_by(layout: Layout, event: Event, word: PeriodWord) -> bool:
    """Say whether a period only tells by when that of a later one was sold ("2027年末までの枠が2月時点で完売")."""
    if event.direction in ("tight", "loose") and _HAPPENED.search(layout.text, word.end, event.start):
        return True
    if _BY_THEN.fullmatch(layout.text, word.end, event.trigger.start) is None:
        return False
    return any(w.end <= word.start and _SHARE_OF.match(layout.text, w.end) for w in layout.periods)


def _is_of_price_topic(layout: Layout, event: Event, word: PeriodWord) -> bool:
    """Say whether a period is that of a price, of which what goes on now is the cause ("10〜12月の価格は、需要が鈍っているため")."""
    topic = _PRICE_TOPIC.match(layout.text, word.end, event.start)
    return topic is not None and _GOES_ON_NOW.match(layout.text, event.trigger.end) is not None


def _is_of_goods(layout: Layout, event: Event, word: PeriodWord) -> bool:
    """Say whether a period is that of goods whose sales a shortage is told as the cause of ("2027年のPC出荷はDRAM不足により減る")."""
    if dates_goods_ja(layout, event, word.start):
        return True
    if event.attribute == "price" or not layout.text.startswith("の", word.end) or match_cause(layout, event) is None:
        return False
    topic = layout.text.find("は", word.end, event.start)
    goods = layout.between(word.end, max(topic, word.end), "alien", "segment", "metric")
    is_goods = any(t.cls == "alien" or "thing" in t.flags or t.value == "other" for t in goods)
    return is_goods and not any(word.end <= e.start < topic for e in layout.entities)


def find_measured(layout: Layout, event: Event) -> PeriodWord | None:
    """Return the period that a change describes as what another is measured by ("8%上昇した1〜3月に比べ")."""
    return next(
        (w for w in layout.periods if w.is_comparison and _WAS.fullmatch(layout.text, event.trigger.end, w.start)), None
    )
