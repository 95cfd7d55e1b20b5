"""How a Japanese change is meant: what is only supposed, what it lasts until, what is told as a fact or a forecast."""

from __future__ import annotations

import re

from tracker.extract.event import Event
from tracker.extract.futures import came_otherwise, find_future_words
from tracker.extract.japanese.causes import JA_RELATIVE
from tracker.extract.japanese.closing import is_of_next_period_ja, is_plan_ja
from tracker.extract.japanese.unmeant import why_unmeant
from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token

_JA_SUBJECT = re.compile(r"[はがを](?![^。]{0,12}(?:続|继续|解消|深刻|拡大|悪化|强ま|见込|予想|予测|缓))")
_JA_STATE = re.compile(r"(?:し)?て(?:おり|いる|い[、。]|います)|した|ました|だった")
_FORECAST_OF = re.compile(r"(?:率|幅)?の?(?:予测|予想|见通し)")
# What a new plant or a sum put into one is to make some day is no output of now.
_PROJECT = re.compile(
    r"新工场|新栋|新ライン|工场を(?:新たに)?(?:建|新设|増设)|[亿兆][\d.]{0,5}亿?(?:円|ドル|ウォン)(?:规模)?を?投(?:じ|资)"
)
_STILL = re.compile(r"引き続き|依然|足元|现在")
# "減産しているため、効果が出る見通しだ": what goes on now is the cause of what lies ahead.
_SO_NOW = re.compile(
    r"[がをはも]?[^、。がをはも]{0,6}てい(?:る|ます)(?:状况な)?(?:ため|ので|ことから|ことで|ことにより|ことを受け|ことに加え|ことも?あり|のに加え|一方で?|が)、?"
)
_JA_TOLD = re.compile(r"した|だった|なった|ました|された")
_JA_WAS = re.compile(r"(?:し|となっ|になっ|に転じ)?[ただ](?:が|もの|一方|あと|后|[、。])")
# What was expected and came otherwise, or as expected, tells nothing of the future.
_IS_BEATEN = re.compile(
    r"(?:(?:され(?:てい)?た|し(?:てい)?た)?の?\d[\d.~\-]{0,8}%の?[^、。]{0,8}(?=を))?を?(?:大きく|大幅に|やや)?(?:上回|下回|超え|超|里切)|以上|より|外|通り|どおり"
)
_JA_ANNOUNCES = re.compile(r"(?:する|る)?(?:と|ことを)(?:正式に)?(?:発表|表明|明らかに|通知|通告|宣言)")
# "値上がりが見られる": what is seen, not expected (と見られる).
_IS_SEEN = re.compile(r"[がはもを](?:広く|多く|各地で|一部で|すでに|既に|复数)?$")
# "売上高見通しを引き上げた": what is forecast is not what this tells of.
_OTHER_FORECAST = re.compile(r"(?:売上高?|売り上げ|业绩|利益|收益|収益|投资|出荷|贩売)(?:の|台数(?:の)?)?$")
_NEGOTIATED = re.compile(r"る?(?:ため|よう|方向)?(?:の|で)?交渉")
_CAN = re.compile(
    r"(?:する|した|して(?:いる)?|るの|(?:し)?続け(?:る|られる)|[にへ](?:も)?(?:结びつく|つながる|踏み切る|転じる|向かう))?か(?:どうか|否か|は|が焦点|について|に関し|にかか)|(?:する|る)?ことが(?:可能|でき)"
)
_WHEN = re.compile(r"(?:する|になる|となる|が続く)?と[、,]")
_THE_MORE = re.compile(r"(?:す|る|い)?ほど(?!の|度|だ|で)|(?:する|る)?(?:ごと|たび|每|毎|度)に")
# The clause of what an effect is said of ends in a condition ("DRAM価格が下がれば、…").
_IF = re.compile(
    r"(?<!见れ)(?<!みれ)(?<!比べれ)(?<!较すれ)(?<!算すれ)(?<!よれ)(?<!言え)(?<!いえ)(?<=[えけせてねめれべげ])ば、|たら、|なら(?:ば)?、"
)
# "供給が需要を上回ると価格は下がる": a rule, both what it supposes and what follows.
_RULE = re.compile(
    r"[^。]{2,40}[るうくすむ]と[、,]?(?:[a-z0-9ァ-ヶー]{1,12}の?)?(?:[一-龥]{0,4})(?:価格|単価|値段|相场)[はがも][^、。]{0,8}?"
    r"(?:がる|する|くなる|ちる|がります|します|くなります)。?"
)
_NOUN_JA = re.compile(r"[一-鿿]$")
_BEFORE_JA = re.compile(r"(?:する)?(?:以)?前[のにはか、]|(?:する)?を(?:目)?前に|を控え")
_TOO_HARD = re.compile(r"(?:する(?:の|こと))?[はがも](?:极めて|非常に|かなり|なお)?(?:难し|困难)")
_WAS_SO_JA = re.compile(
    r"(?:し|となっ|になっ|が?続い|に陥っ)?ていた(?=[a-z一-鿿ァ-ヶ])(?!前|后)|かった(?=[a-z一-鿿ァ-ヶ])(?!前|后|分)"
)
_FROM_THERE = re.compile(r"から、?")
_EVEN_IF = re.compile(
    r"(?:し|となっ|に(?:なっ|陥っ)|が?続い|が解消し)?ても(?!い)|(?:し|となっ|になっ|が続い)?[ただ]としても"
)
# What holds of the trade as such ("典型的な市況産業").
_BY_NATURE = re.compile(r"(?:市况|シクリカルな|シリコンサイクルの|循环型?の?)产业[でのだ]")
# "値上がりが続くかは需要次第": it is open whether it comes, or goes on.
_HANGS_ON = re.compile(
    r"(?!し)[^、。;]{0,12}[るうつすくむぶぐた]か(?:どうか|否か)?(?:は|に|が)[^。;]{0,20}(?:次第|かかって|左右|不透明|见通せ|见极め|未知数)"
)
_UNTOUCHED = re.compile(
    r"(?:によ?る|の)?(?:悪?影响|打撃|あおり|直撃)(?:を|は|も)(?:ほとんど|ほぼ|あまり|まったく|全く|直接|大きく)?(?:受け(?!る|た|ており)[^、。]{0,4}?(?:な|ま?せん|ず)|ない|なかった|なし)"
)
_ROOM = re.compile(r"(?:する|の)?余地")
_UNTIL = re.compile(r"(?:する|取れる|回复する|に(?:なる|戻る|転じる)|した)まで(?!の|もな)|まで(?:下が|下げ|低下|减)")
# "値上げ幅は店によって異なる": a rise of no one size; "値段が下がるのが当たり前": what is so as a rule.
_DIFFERS = re.compile(r"(?:率|幅)?[はがも][^。]{0,40}?异な[りるっ]")
_AS_A_RULE = re.compile(r"[るりっ]?[ぁ-ん]{0,3}の[がは](?:当たり前|普通|一般的|常识|通例)")
# "いつ価格が下がるか", "どれほどの値上がりが起きているのか": a question told as a noun.
_ASKS_BEFORE = re.compile(
    r"(?:いつ(?!も|か)|どれ(?:ほど|程|くらい|ぐらい|だけ)|どの(?:程度|くらい|ぐらい)|いくら)[^、。]{0,24}$"
)
_ASKS_AFTER = re.compile(r"[^、。]{0,16}か(?=[・、。をはがもに]|$|につ)")
_AS_IF = re.compile(r"[^、。]{0,20}かの(?:よう|ごと)")
# "過剰在庫が解消された": there is none left.
_WORKED_OFF = re.compile(r"(?:状态)?[をがはも](?:ようやく|ほぼ|すでに|既に)?(?:解消|一扫|なくな)")
# "20%減の900億ドル": the turnover of a trade, not its prices.
_TO_TURNOVER = re.compile(r"の约?[\d,.]{1,9}[兆亿]")
# "NANDを搭載する製品": memory that is built into what is made or wanted.
_BUILT_IN = re.compile(
    r"[をの]?搭载(?:し(?:た|ている)|する|の)?[^、。はがを]{0,12}(?:制品|机种|机器|端末|モデル|デバイス|サーバー?|スマホ|スマートフォン|パソコン|pc)(?:の|に(?:対する)?)?"
)
_ONCE_EXPECTED = re.compile(
    r"(?:する|になる|となる)?(?:を|が|と|だと|ものと)(?:[^、。]{1,8}に)?(?:予想|予测|予定|想定|期待|见込|见)(?:し|され|まれ|ん|られ)?(?:[てで]い)?(?:た|ました)(?:が|ものの|のに|けれど)"
)
# What had been expected is now put off or given up, or expected otherwise.
_IS_CHANGED = re.compile(r"延长|延期|撤回|见送|先送|取りやめ|今回")
# "30%上がると言われていた。": what was expected then, at the end of a sentence, is not what is expected now.
_WAS_EXPECTED = re.compile(
    r"(?:する|になる|となる)?(?:と|だと|ものと)(?:言われ|いわれ|予想され|予测され|みられ|见られ)ていた。?$"
)


_LOOKED_AT = re.compile(r"(?:见|み|比べ|较す|算す|よ|(?:から|正直に|一言で|简単に|端的に)(?:述べ|言え|いえ|申し上げ))$")
_NOTICES = re.compile(r"[気气]が?(?:付|づ|つ)$")
_LOOKED_AT_SO = re.compile(r"(?:见|み|考え|比べ|较し|换算し|除い|含め|加え|合わせ|平均し|考虑し)[たる]$|除く$")
# "...場合のみとしており、": what follows is told by itself.
_TOLD_APART = re.compile(
    r"(?:と(?:し(?:て(?:おり|いる)|た)|述べ|说明し)[^、。]{0,6}|(?:と思われ|と见られ|とみられ|と考えられ)る(?:中|ところ|なか))、"
)


def names_topic(layout: Layout, condition: Token) -> bool:
    """Say whether a Japanese "case" only names what is spoken of ("NANDの場合は"), or how one looks ("年初と比べれば", "通年で見た場合")."""
    if condition.text == "れば":
        return _LOOKED_AT.search(layout.text, layout.start, condition.start) is not None
    if condition.text == "けば":
        return _NOTICES.search(layout.text, layout.start, condition.start) is not None
    if condition.text == "场合" and _LOOKED_AT_SO.search(layout.text, layout.start, condition.start):
        return True
    return condition.text == "场合" and any(
        layout.text.startswith("の", e.end, condition.start) and condition.start - e.end <= 1 for e in layout.entities
    )


def is_told_apart(layout: Layout, condition: Token, event: Event) -> bool:
    """Say whether a Japanese condition ends with what someone says, before a change ("減産した場合のみとしており、5%下がる")."""
    return _TOLD_APART.search(layout.text, condition.end, event.trigger.start) is not None


def is_supposed_ja(layout: Layout, event: Event) -> bool:
    """Say whether a Japanese change is only supposed: "even if" (ても), or "when" (と) in what no one says or foresees."""
    if _EVEN_IF.match(layout.text, event.trigger.end) or _CAN.match(layout.text, event.trigger.end):
        return True
    if not layout.periods and _BY_NATURE.search(layout.text, layout.start, layout.end):
        return True
    if _THE_MORE.match(layout.text, event.trigger.end):
        return True
    if event.metric is not None and _IF.search(layout.text, event.metric.end, event.trigger.start):
        return True
    if not layout.periods and not layout.amounts and _RULE.fullmatch(layout.text, layout.start, layout.end):
        return True
    when = _WHEN.match(layout.text, event.trigger.end)
    if when is None or (_NOUN_JA.search(event.trigger.text) and when[0][0] == "と"):
        return False  # "前年比4%減と、初めて": a noun tells how much
    return not layout.between(when.end(), layout.end, "say", "future", "hedge")


def why_idle_ja(layout: Layout, event: Event) -> str | None:
    """Return why a Japanese change is none: what lasts until it or comes before it, what can't be, what was so before."""
    text, place = layout.text, event.trigger.end
    if _ROOM.match(text, place):
        return "what there is room for"
    plain = _why_plainly_idle(layout, event) or why_unmeant(layout, event)
    if plain is not None:
        return plain
    is_more = event.attribute == "supply" and event.direction == "up"
    if is_more and _PROJECT.search(text, layout.start, event.trigger.start):
        return "a project of capacity"
    if _HANGS_ON.match(text, place):
        return "a condition"
    if _UNTOUCHED.match(text, place):
        return "what one is not touched by"
    if _UNTIL.match(text, place):
        return "what something lasts until"
    if _is_once_expected(layout, place):
        return "what had been expected"
    if _BEFORE_JA.match(text, place):
        return "what comes before it"
    if _TOO_HARD.match(text, place):
        return "what can't be done"
    first, _ = layout.clause_span(layout.clause(event.trigger.start))
    earlier = [w for w in layout.periods if first <= w.start < event.trigger.start]
    was_so = not earlier and _WAS_SO_JA.match(text, place) and layout.between(place, layout.end, "change", "event")
    return "what was so before" if was_so else None


def _why_plainly_idle(layout: Layout, event: Event) -> str | None:
    """Return why a Japanese change is none by what stands directly beside it: a rule, a question, another thing's."""
    text, place = layout.text, event.trigger.end
    if _DIFFERS.match(text, place):
        return "what differs from one to another"
    if _AS_A_RULE.match(text, place):
        return "a general truth"
    if _NEGOTIATED.match(text, place):
        return "what is only negotiated"
    if _AS_IF.match(text, place):
        return "what only seems so"
    if _ASKS_AFTER.match(text, place) and _ASKS_BEFORE.search(
        text, max(layout.start, event.trigger.start - 40), event.trigger.start
    ):
        return "a question"
    if (event.attribute, event.direction) == ("inventory", "loose") and _WORKED_OFF.match(text, place):
        return "an excess that is worked off"
    if event.attribute == "price" and _TO_TURNOVER.match(text, place):
        return "a turnover"
    if event.trigger.text.startswith("少な") and event.metric is not None and event.metric.text.startswith("生产"):
        return "a level of output"
    if event.attribute in ("supply", "demand") and event.metric is not None and _is_built_in(layout, event.metric):
        return "what memory is built into"
    told = layout.between(layout.start, event.trigger.start, "metric") if "圧力" in event.trigger.text else []
    return "a pressure on something else" if told and told[-1].value == "other" else None


def _is_built_in(layout: Layout, metric: Token) -> bool:
    """Say whether the product before a metric is only built into what is made or wanted ("NANDを搭載する製品の需要")."""
    before = [e for e in layout.entities if e.end <= metric.start]
    return bool(before) and _BUILT_IN.fullmatch(layout.text, before[-1].end, metric.start) is not None


def _is_once_expected(layout: Layout, place: int) -> bool:
    """Say whether a Japanese change was expected and came otherwise ("20%上昇を予想していたが、5%下落した")."""
    if _WAS_EXPECTED.match(layout.text, place, layout.end):
        return True
    expected = _ONCE_EXPECTED.match(layout.text, place)
    if expected is None:
        return False
    is_changed = _IS_CHANGED.search(layout.text, expected.end(), layout.end) is not None
    return is_changed or came_otherwise(layout, expected.end())


def looks_ahead_ja(layout: Layout, event: Event, first: int, last: int) -> bool | None:
    """Japanese: a word of future in the clause decides, or one after it where the clause tells no past and no state."""
    is_price = event.attribute == "price"
    if layout.text.startswith("中", event.trigger.end):
        return False  # "価格が上昇中"
    if is_price and any(_FROM_THERE.fullmatch(layout.text, event.trigger.end, w.start) for w in layout.periods):
        return False  # "4〜6月期の10%高から7〜9月期は3%高に": the first is the one that was
    if is_plan_ja(layout, event):
        return True
    own = [] if _SO_NOW.match(layout.text, event.trigger.end) else _find_futures(layout, first, last)
    if own or _is_of_forecast(layout, event) or _JA_ANNOUNCES.match(layout.text, event.trigger.end):
        return True
    last = min(layout.end, last + 1)
    is_told = JA_RELATIVE.match(layout.text, event.trigger.end)
    is_told = (
        is_told
        or _JA_WAS.match(layout.text, event.trigger.end)
        or _JA_STATE.search(layout.text, event.trigger.end, last)
    )
    tail = _find_futures(layout, event.end, layout.end)
    if is_told or not tail or is_of_next_period_ja(layout, event, tail[0].start):
        return None
    if event.attribute != "price" and _is_told_beside(layout, event, tail[0].start):
        return None
    return None if _JA_TOLD.search(layout.text, event.end, tail[0].start) else True


def _is_of_forecast(layout: Layout, event: Event) -> bool:
    """Say whether a Japanese size is one of a rise that is itself forecast ("価格上昇予測を、5%増から8%増に修正")."""
    metric = event.metric
    return metric is not None and metric.cls == "event" and bool(_FORECAST_OF.match(layout.text, metric.end))


def _is_told_beside(layout: Layout, event: Event, place: int) -> bool:
    """Say whether a Japanese supply or demand is a fact beside what lies ahead ("需要が急増し、価格が上昇する見込み")."""
    if _JA_SUBJECT.match(layout.text, event.trigger.end):
        return True
    if layout.clause(place) != layout.clause(event.trigger.start) and _STILL.search(
        layout.text, event.start, event.trigger.start
    ):
        return True
    prices = layout.between(event.end, place, "metric", "market", "event")
    is_price = any(t.value.startswith("price") or "price" in t.flags for t in prices)
    return is_price and layout.clause(place) != layout.clause(event.trigger.start)


def _find_futures(layout: Layout, first: int, last: int) -> list[Token]:
    """Return the Japanese words of future between two places, without expectations that came otherwise ("予想を上回る")."""
    words = [t for t in find_future_words(layout, first, last) if not _IS_BEATEN.match(layout.text, t.end)]
    words = [t for t in words if not (t.text == "见られ" and _IS_SEEN.search(layout.text, layout.start, t.start))]
    return [t for t in words if not _OTHER_FORECAST.search(layout.text, max(layout.start, t.start - 8), t.start)]
