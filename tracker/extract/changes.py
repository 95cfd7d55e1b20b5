"""What changes: each word of change bound to the price, supply, demand or inventory that it speaks of.

The order differs by language: English puts adjectives and "in" phrases before the noun, Chinese the object after some verbs,
Korean and Japanese the verb last. A change of anything else (revenue, shipments, shares) is refused here, with a reason.
"""

from __future__ import annotations

import re
from typing import cast

from tracker.extract.bare import bind_bare, has_size_before, speaks_of_price
from tracker.extract.causes import WEEK_WORDS, find_causes, find_joined, find_signed, find_weeks
from tracker.extract.chinese.rows import goes_on
from tracker.extract.english.beside import measures_product
from tracker.extract.english.money import find_money_steps
from tracker.extract.idle import find_idle_reason
from tracker.extract.japanese.weeks import direction_of_stock, find_stock_times
from tracker.extract.korean.endings import is_taken_back
from tracker.extract.korean.factors import find_factors
from tracker.extract.korean.money import find_money_steps_ko
from tracker.extract.lexicon import Token
from tracker.extract.parse import Layout
from tracker.extract.subjects import OLD_VALUE, PRICE_ONLY, PRICED_JA, Event, Refused, find_metric
from tracker.statement import DIRECTIONS, Attribute, Direction

# No sentence of prose says more; a table run together or noise does, and would cost the square of its length.
MOST_CHANGES = 30


_CAPACITY = frozenset({"产能", "capacity", "supply growth", "bit growth", "캐파", "생산능력", "生产能力"})


_RESIZES = frozenset(
    "drop drops fall falls rise rises increase increases increased decline declines shrink shrank ease eased moderate moderated accelerate accelerated expand expanded widened narrowed reach come slow slowed".split()
)


# Words of quality rather than quantity: supply that "improves" has not grown.
_NOT_OF_SUPPLY = frozenset(
    "improve improves improved improving improvement improvements better stronger strong robust solid favorable recovery weak weaker soft softer pressure worsen worsens worsened worsening deteriorate deteriorates deteriorated deteriorating deterioration 改善 强劲 走强 走弱 疲软 승승 개선 호전 악화 살아나 살아났".split()
)


_GROWING = frozenset("expand expands expanded expanding growing ramped moderate moderated moderating slowing".split())
_FIRM = frozenset({"strong", "robust", "solid"})
_MAKERS_OWN = re.compile(r"margin|yield|mix\b|node|layer|毛利|良率|制程|원가 절감|수율|공정|歩留|步留|微细|微细|利益率")
# Said of what a buyer pays, these words mean that it rises.
_BURDENS = frozenset({"headwind", "headwinds", "pressure", "pressures"})


_JOINS = re.compile(r"\s?(?:、|,|/|和|与|及|以及|暨|및|와|과|と|や|, and|and|&)\s?(?:our |its |the )?")
_TO_A_LOW = re.compile(
    r"\s?(?:至|到|为|于)?(?:了)?(?:约?[\d一二三四五六七八九十至到~\-]{1,6}个?[周天月]的?)?(?:历史|近年|多年)(?:来)?(?:的)?(?:低点|低档|谷底|新低|低位|低水位|低水平)| to (?:a |an )?(?:record|historic|historical|all-time|multi-year) lows?"
)
_MEASURED_BY = re.compile(
    r"\b(?:than|below|above|with|(?:close|similar|relative|compared|comparable|equal|next) to|approximate(?:s|ly)?(?: equal)?|equal(?:s|ing|ed)?|versus|near|rate of|our(?! (?:[a-z]+ )?(?:industry|view|outlook|forecast|estimate|expectation|projection|guidance|model|number|read|assumption))|outpac\w+|exceed\w*|match\w*|lag\w*|meet|meeting|trail\w*)(?: the)? (?:[a-z\-]+ ){0,3}$"
)
_OF_OWN_SIZE = re.compile(r" (?:of|at) (?:(?:about|around|roughly|approximately|some|nearly|over|the) )*")
_FURTHER = re.compile(
    r"\b(?:further|additional|continued|more|another|similar|modest|some) (?:(?:modest|slight|significant|sequential|meaningful) )?$"
)
_TURNS = re.compile(r"(?:的?(?:局面|状态))?(?:逐步|逐渐|迅速)?(?:转|变|走向|进入|演变)")
_SWUNG = re.compile(r"\bfrom (?:an? )?$")
_TO_ANOTHER = re.compile(
    r" (?:in)?to (?:an? )?(?:(?:more|better|relatively|much|slightly|tighter|healthier) )*(?:over|under)?(?:supply|surplus|glut|shortage|balanc|tight|health)"
)
_LED_BY = re.compile(r"[^.;:]{0,60}, (?:mainly |primarily )?(?:led|driven) by (?:the )?")
_AND_COST = re.compile(r"(?:与|和|及|、|等)[一-龥]{1,5}")
_MAKERS_OF = re.compile(r" (?:makers?|suppliers?|manufacturers?|producers?|vendors?)\b")
_TO_SIZE = re.compile(
    r" (?:to|below|towards?|into)(?: (?:the|a|about|around|approximately|roughly|below|under|between))* ?"
)
# "After eight months of decline": what was so before.
_AFTER_TIME = re.compile(
    r"\b(?:after|following) (?:(?:more|less) than |over |nearly |almost |about )?(?:[a-z0-9\-]+ ){1,3}(?:months?|quarters?|years?|weeks?|days) of (?:[a-z\-]+ ){0,2}$"
)
_AFTER_A = re.compile(
    r"\b(?:after|following|on top of|on the heels of|with another|and another) ?(?:an? |the )?(?:[a-z\-]+ ){0,2}$"
)
_COST_OF = re.compile(
    r",? (?:(?:like|such as|including|especially|particularly|in particular|notably|mainly|primarily|mostly|led by) |(?:for|of|on) )(?:for |from |in )?(?:the )?"
)
_CHIPS = re.compile(r"(?:半导体|晶片|芯片|반도체|\bchips?|\bsemiconductors?)\s?(?:的|の)?$")
_NOT_OURS = re.compile(r"は[^、。]{0,6}$")


_NOT_IN_BALANCE = re.compile(r"的?(?:局面|状态)?(?:未|无法|难以|尚未|仍未|不|被打破|遭打破|遭破坏|生变)")
_PUT_OFF = re.compile(r"(?:延后|延迟|推迟|暂缓|取消|停止|撤回|挥别|告别|结束|终结|走出|原定|原订)[^，,。;；]{0,8}$")
_REVISIONS = frozenset("上修 下修 上调 下调 调升 调降 调高 调低 扩大 提高".split())
_NOT_BEFORE = re.compile(r"才|方能|方可|何时|最快|最早|遥遥无期")  # "恐至2027年才缓解": until then it is short
_OF_DEMAND = frozenset("好转 改善 积极 热络 活络 旺盛 畅旺 火热 火爆 强劲 殷切 踊跃".split())
# What is done to a price; what falls after a rise of this kind is something else ("出货量因涨价下降").
_ACTS = frozenset("涨价 提价 加价 降价 跌价 减价 杀价 砍价 涨价潮 降价潮 涨价函 涨价通知 缺货涨价".split())


_DEVICE_MAKERS = re.compile(
    r"(?:pc|스마트폰|노트북|가전|완제품|세트|서버|콘솔|tv|전자|휴대폰|기기) ?(?:제조사|제조업체|업체|업계|브랜드|기업)"
)
_KO_OLD = re.compile(r"['’\"]?에서")


EASES = re.compile(
    r"\b(?:eas(?:e|es|ed|ing)|alleviat\w+|resolv\w+|subsid\w+|end(?:s|ed)?|(?:is|are|was|were) over|clear(?:s|ed|ing)?|dissipat\w+|abat(?:e|es|ed|ing)|wan(?:e|es|ed|ing)|fad(?:e|es|ed|ing)|narrow(?:s|ed|ing)?)\b"
    r"|缓解|纾解|舒缓|改善|解除|结束|告一段落|落幕|补平|填平|弥合|消退|완화|해소|해결|풀리|풀렸|풀린|누그러|숨통|수그러|진정|덜해|한숨 돌|解消|缓和|和ら[いぐぎげ]|薄れ|薄ら[いぐぎ]"
)


_RELIEVES = re.compile(
    r"\b(?:eas(?:e|es|ed|ing)|alleviat\w+|resolv\w+|reliev\w+|clear(?:s|ed|ing)?|absorb\w*|work\w* (?:off|through)|fix\w*|address\w*|solv\w+) (?:(?:the|a|its|their|this|global|ongoing|current|severe) )*(?:[a-z0-9\-]+ ){0,1}$"
)
_NOMINAL_AFTER = re.compile(r"\s?(?:的)?(?:速度|力度|势头|幅度|步伐|压力|动能|空间)")


def find_events(layout: Layout, *, has_price_topic: bool) -> tuple[list[Event], list[Refused]]:
    """Return the changes that a sentence speaks of, in order, and the words of change that were refused.

    `has_price_topic` says that the sentence before spoke of memory prices, so that a bare "DRAM rose" is one too.
    """
    events: list[Event] = []
    refused: list[Refused] = []
    triggers = [t for t in layout.tokens if t.cls in ("change", "event")]
    if len(triggers) > MOST_CHANGES:
        return [], [Refused(triggers[0], f"{len(triggers)} words of change in one sentence: no prose")]
    bound: dict[int, Event | Refused] = {}
    for index, token in enumerate(layout.tokens):
        if token.cls not in ("change", "event"):
            continue
        if layout.language == "ko" and _is_old_ko(layout, token):
            bound[index] = Refused(token, OLD_VALUE)
            refused.append(Refused(token, OLD_VALUE))
            continue
        result = (
            _repeat(layout, token, events)
            if token.value == "same"
            else _bind(layout, index, bound, has_price_topic=has_price_topic)
        )
        bound[index] = result
        if isinstance(result, Event):
            events.append(result)
            continue
        refused.append(result)
    if layout.language == "en":
        events += find_money_steps(layout)
        events += find_joined(layout, events)
        events += find_causes(layout, events, bound)
    if layout.language == "ko":
        events += [*find_money_steps_ko(layout), *find_factors(layout)]
    if any(amount.sign for amount in layout.amounts):
        events += find_signed(layout, has_price_topic=has_price_topic or speaks_of_price(layout))
    events += _find_stocks(layout, events)
    return sorted(events, key=lambda e: e.trigger.start), refused


def _find_stocks(layout: Layout, events: list[Event]) -> list[Event]:
    """Return the inventories that are told by how long they last."""
    found: list[Event] = []
    if WEEK_WORDS.search(layout.text, layout.start, layout.end):
        told = {e.metric.start for e in events if e.metric}
        found = [e for e in find_weeks(layout) if e.trigger.start not in told]
    return found + find_stock_times(layout, [*events, *found]) if layout.language == "ja" else found


def _is_old_ko(layout: Layout, token: Token) -> bool:
    """Say whether a Korean change is what a forecast was revised from ("상승에서", "내릴 것으로 봤는데")."""
    if _KO_OLD.match(layout.text, token.end):
        return True
    return is_taken_back(layout.text, token.end, layout.end)


def _repeat(layout: Layout, token: Token, events: list[Event]) -> Event | Refused:
    """Return the event of "adjust" or "do so": the direction of the price spoken of just before."""
    if "k" in token.flags:
        return _worsen(layout, token, events)
    before = [e for e in events if e.attribute == "price"]
    first, _ = layout.clause_span(layout.clause(token.start))
    if layout.language == "zh" and layout.between(first, token.start, "negation"):
        return Refused(token, f"{token.text} that is denied")
    if token.text == "延续" and not _is_alone(layout, token):
        return Refused(token, f"{token.text} of what is not said")
    if layout.language == "zh" and layout.between(layout.start, token.start, "company"):
        return Refused(token, f"{token.text} of a buyer's own prices")
    if not before or layout.clause(token.start) == layout.clause(before[-1].trigger.start):
        return Refused(token, f"{token.text} of nothing said before")
    return Event("price", before[-1].direction, token, None, "same as before")


def _worsen(layout: Layout, token: Token, events: list[Event]) -> Event | Refused:
    """Return the Korean shortage, rise or fall that is told to go further in a period of its own ("내년에는 더 심해진다")."""
    last = events[-1] if events else None
    if last is None or last.direction in ("flat", "balanced"):
        return Refused(token, f"{token.text} of nothing said before")
    if layout.clause(token.start) == layout.clause(last.trigger.start):
        return Refused(token, f"{token.text} of {last.trigger.text}")
    if not any(last.end <= w.start < token.start and not w.is_comparison for w in layout.periods):
        return Refused(token, f"{token.text} of {last.trigger.text}")
    return Event(last.attribute, last.direction, token, None, "same as before")


def _is_alone(layout: Layout, token: Token) -> bool:
    """Say whether nothing but a period stands before a word in its clause ("三季度延续")."""
    first, _ = layout.clause_span(layout.clause(token.start))
    body = layout.text[first : token.start]
    for word in layout.periods:
        if first <= word.start < token.start:
            body = body.replace(layout.text[word.start : word.end], "")
    return len(re.sub(r"[\s，,仍将也则继续会有望可]", "", body)) == 0


def _bind(layout: Layout, index: int, bound: dict[int, Event | Refused], *, has_price_topic: bool) -> Event | Refused:
    """Return the event of one word of change, or why it is none."""
    token = layout.tokens[index]
    if token.cls == "event":
        return _bind_event(layout, index)
    idle = find_idle_reason(layout, index)
    if idle is not None:
        return Refused(token, idle)
    metric, shared = find_metric(layout, index, bound)
    if layout.language == "ko" and "보합" in token.text and _is_of_no_price(layout, token, metric, shared):
        return bind_bare(layout, index, has_price=True)
    if shared is not None and not _has_own_subject(layout, token, shared):
        return _shared_event(layout, token, shared)
    if metric is None:
        is_ours = (
            "p" in token.flags
            or (token.value == "flat" and layout.periods_said())
            or (layout.language == "en" and not layout.between(layout.start, layout.end, "metric", "alien"))
        )
        can_be_price = token.value in DIRECTIONS["price"] and is_ours
        is_told = bool(layout.amounts) or layout.periods_said()
        others = [one for one in bound.values() if isinstance(one, Event)]
        is_first = not [one for one in others if layout.language != "ja" or one.attribute == "price"]
        if has_price_topic and not layout.entities and is_first and is_told and can_be_price:
            return Event("price", cast(Direction, token.value), token, None, "goes on")
        has_price = has_price_topic or speaks_of_price(layout)
        has_price = has_price or any(isinstance(one, Event) and one.attribute == "price" for one in bound.values())
        again = (
            _step_before(layout, token, bound)
            or _further(layout, token, bound)
            or _revised_again(layout, token, bound)
            or goes_on(layout, token, [one for one in others if isinstance(one, Event)])
        )
        return again or bind_bare(layout, index, has_price=has_price)
    return _judge(layout, token, metric)


def _is_of_no_price(layout: Layout, token: Token, metric: Token | None, shared: Event | Refused | None) -> bool:
    """Say whether a word said of prices alone stands behind a demand or a supply ("수요 부진이 이어져 보합세")."""
    if metric is not None:
        return _kind_of(layout, token, metric) in ("demand", "supply", "inventory")
    return isinstance(shared, Event) and shared.attribute != "price"


def _tells_of_thing(layout: Layout, first: int, last: int) -> bool:
    """Say whether a phone or a notebook is the topic of what stands between two places."""
    things = [t for t in layout.between(first, last, "segment") if "thing" in t.flags]
    return any(layout.text.startswith(("は", "が", "も", "은", "는"), t.end) for t in things)


def _has_own_subject(layout: Layout, token: Token, shared: Event | Refused) -> bool:
    """Say whether a Korean or Japanese price has a product of its own after a shortage ("DRAM不足でDDR5が高騰")."""
    if layout.language not in ("ko", "ja") or not isinstance(shared, Event) or shared.attribute == "price":
        return False
    is_named = any(shared.trigger.end <= e.start and e.end < token.start for e in layout.entities)
    if layout.language == "ja" and PRICED_JA.fullmatch(token.text) and has_size_before(layout, token):
        return layout.clause(token.start) != layout.clause(shared.trigger.start)
    return is_named and "p" in token.flags


def _step_before(layout: Layout, token: Token, bound: dict[int, Event | Refused]) -> Event | None:
    """Return the English change of a price that the one told first came after ("will climb 20% after a 50% jump")."""
    prices = [one for one in bound.values() if isinstance(one, Event) and one.attribute == "price"]
    if layout.language != "en" or "n" not in token.flags or not prices:
        return None
    if _AFTER_TIME.search(layout.text, max(layout.start, token.start - 60), token.start):
        return Event("price", cast(Direction, token.value), token, prices[-1].metric, "shared subject")
    sizes = [a for a in layout.amounts if a.end <= token.start]
    if not sizes or not _AFTER_A.search(layout.text, max(layout.start, sizes[-1].start - 40), sizes[-1].start):
        return None
    if layout.text[sizes[-1].end : token.start].strip(" -"):
        return None
    return Event("price", cast(Direction, token.value), token, prices[-1].metric, "shared subject")


def _further(layout: Layout, token: Token, bound: dict[int, Event | Refused]) -> Event | None:
    """Return the English change that goes on from the one before it ("prices improved, and we expect further improvement in Q4")."""
    if layout.language != "en" or "n" not in token.flags or not _FURTHER.search(layout.text, layout.start, token.start):
        return None
    told = [one for one in bound.values() if isinstance(one, Event) and one.attribute in ("price", "demand")]
    if not told or told[-1].direction not in ("up", "down") or layout.text.startswith((" of ", " for "), token.end):
        return None
    metrics = layout.between(told[-1].end, token.start, "metric", "alien", "product")
    return (
        None
        if metrics
        else Event(told[-1].attribute, cast(Direction, token.value), token, told[-1].metric, "shared subject")
    )


def _bind_event(layout: Layout, index: int) -> Event | Refused:
    """Return a self-contained event, unless the words before it say that it is one of something else."""
    token = layout.tokens[index]
    attribute, _, direction = token.value.partition(":")
    reason = _owner_of_event(layout, index, attribute)
    if reason is None and attribute == "supply":
        reason = _why_no_supply(layout, index)
        if direction == "down" and _PUT_OFF.search(layout.text, max(layout.start, token.start - 12), token.start):
            reason = f"{token.text} put off"
        if direction == "balanced" and _NOT_IN_BALANCE.match(layout.text, token.end):
            reason = f"{token.text} that is lost"
    if attribute == "demand" and _is_of_alien_object(layout, index):
        reason = f"{token.text} of something else"
    if reason is not None:
        return Refused(token, reason)
    near = _nearest_inventory(layout, index) if attribute == "supply" else None
    if near is not None and layout.language == "ko":
        return Event("inventory", "tight", token, near, "inventory event")
    if near is not None and layout.language == "zh" and direction in ("tight", "loose") and near.end == token.start:
        return Event("inventory", cast(Direction, direction), token, near, "inventory event")
    return Event(cast(Attribute, attribute), cast(Direction, direction), token, None, f"{attribute} event")


def _owner_of_event(layout: Layout, index: int, attribute: str) -> str | None:
    """Return why the words beside an event say that it is one of something else, or none; None where it is ours."""
    token = layout.tokens[index]
    before = layout.tokens[index - 1] if index else None
    if before is not None and before.cls in ("metric", "alien") and _touches(layout, before, token):
        is_price = before.cls == "metric" and _kind_of(layout, token, before) == "price"
        if attribute == "price" and not is_price:
            return f"{token.text} of {before.text}"
    if "g" in token.flags and _is_measure(layout, token):
        return f"{token.text} that something is measured by"
    if "b" in token.flags and not any(0 <= token.start - e.end <= 1 for e in layout.entities):
        return f"{token.text} of no product beside it"
    if token.value == "inventory:down" and layout.text.startswith(("压力", "疑虑", "风险"), token.end):
        return f"{token.text} that is only feared"
    if layout.language == "zh" and token.text in ("增幅", "升幅") and _is_of_other(layout, index):
        return f"{token.text} of what is no price"
    if attribute == "price" and "m" in token.flags and _is_spread(layout, token):
        return "a spread between two prices, no change in time"
    if "x" in token.flags and not layout.between(*layout.clause_span(layout.clause(token.start)), "negation"):
        return f"{token.text} without a denial"
    return None


def _is_of_other(layout: Layout, index: int) -> bool:
    """Say whether the last that a Chinese sentence named before a word is neither a price nor a product ("预付账款大增,增幅...")."""
    told = [t for t in layout.tokens[:index] if t.cls in ("metric", "market", "product")]
    return bool(told) and told[-1].cls == "metric" and told[-1].value == "other"


def _is_measure(layout: Layout, token: Token) -> bool:
    """Say whether growth is only what something else is measured by ("shipments close to demand growth"), with no size of its own."""
    if not _MEASURED_BY.search(layout.text, max(layout.start, token.start - 40), token.start):
        return False
    return not any(_OF_OWN_SIZE.fullmatch(layout.text, token.end, a.start) for a in layout.amounts)


def _touches(layout: Layout, before: Token, token: Token) -> bool:
    """Say whether nothing but "的" lies between two words."""
    return token.start - before.end <= 1 and layout.text[before.end : token.start].strip() in ("", "的", "の")


def _why_no_supply(layout: Layout, index: int) -> str | None:
    """Return why a shortage or a glut is none of memory's, or none any more; None where it is one."""
    token = layout.tokens[index]
    is_alien = _is_of_alien_object(layout, index) or _is_of_alien_before(layout, index)
    if is_alien or _is_of_chips(layout, token):
        return f"{token.text} of chips at large"
    if (
        layout.language == "zh"
        and layout.text.endswith(("由", "从"), 0, token.start)
        and _TURNS.match(layout.text, token.end)
    ):
        return OLD_VALUE
    is_left = _SWUNG.search(layout.text, max(layout.start, token.start - 8), token.start)
    if layout.language == "en" and is_left and _TO_ANOTHER.match(layout.text, token.end):
        return OLD_VALUE
    is_state = not token.value.endswith(("up", "down"))
    return f"{token.text} that eases" if is_state and _eases(layout, token) else None


def _is_of_alien_object(layout: Layout, index: int) -> bool:
    """Say whether an English shortage is one of something else ("a shortage of components")."""
    token = layout.tokens[index]
    after = layout.tokens[index + 1] if index + 1 < len(layout.tokens) else None
    if layout.language != "en" or after is None or after.cls != "alien":
        return False
    return bool(re.fullmatch(r" (?:of|in|for) (?:\w+ ){0,2}", layout.text[token.end : after.start]))


def _is_of_alien_before(layout: Layout, index: int) -> bool:
    """Say whether a shortage is one of something else by the word before it ("a CPU shortage", "コントローラICの継続的な不足")."""
    before = layout.tokens[index - 1] if index else None
    token = layout.tokens[index]
    if layout.language == "en":
        return before is not None and before.cls == "alien" and token.start - before.end <= 1
    after = layout.tokens[index + 1] if index + 1 < len(layout.tokens) else None
    if layout.language == "ja" and after is not None and after.cls == "alien":
        return bool(_NOT_OURS.fullmatch(layout.text[token.end : after.start]))  # "供給不足は非メモリ品で深刻"
    if layout.language not in ("ko", "ja") or before is None or before.cls != "alien":
        return False
    return bool(
        re.fullmatch(r"(?:の|의)? ?(?:\w{1,6}(?:な|인|한)? ?)?", layout.text[before.end : layout.tokens[index].start])
    )


def _is_of_chips(layout: Layout, token: Token) -> bool:
    """Say whether a shortage or a glut is one of chips at large: such a word and no product stands directly before it."""
    is_chip = _CHIPS.search(layout.text, max(layout.start, token.start - 16), token.start)
    return bool(is_chip) and not any(0 <= token.start - e.end <= 1 for e in layout.entities)


def _eases(layout: Layout, token: Token) -> bool:
    """Say whether a shortage or a glut is said to ease, and that is not denied."""
    _, last = layout.clause_span(layout.clause(token.start))
    if layout.language == "en" and _RELIEVES.search(layout.text, max(layout.start, token.start - 44), token.start):
        return True
    found = EASES.search(layout.text, token.end, min(last, token.end + 40))
    if found is None or layout.text.startswith("难以", found.start() - 2):
        return False
    first, stop = (found.end(), last) if layout.language in ("ko", "ja") else (token.end, found.start())
    if layout.language == "zh" and _NOT_BEFORE.search(layout.text, first, stop):
        return False
    return not layout.between(first, stop, "negation")


def _is_spread(layout: Layout, token: Token) -> bool:
    """Say whether a Chinese size of rise compares the spot with the contract price ("较合约价涨幅达")."""
    first, _ = layout.clause_span(layout.clause(token.start))
    body = layout.text[first : token.start]
    return bool(re.search(r"(?:较|比|相较|相比|高于|高出)[^，,]{0,8}(?:合约价|合同价|现货价)", body))


def _nearest_inventory(layout: Layout, index: int) -> Token | None:
    """Return the inventory word directly before a supply word of the same clause ("재고 부족")."""
    before = layout.tokens[index - 1] if index else None
    return before if before and before.cls == "metric" and before.value == "inventory" else None


_TURNS_JA = re.compile(r"崩|下落|急落|反落|下が|下げ|暴落|続落|値下|上升|上が|上げ|反発|反転|値上|高腾|急腾|回复")
_STATES = ("tight", "loose", "balanced")


def _shared_event(layout: Layout, token: Token, shared: Event | Refused) -> Event | Refused:
    """Return the event of a second verb that shares the subject of the first ("rose and will rise further")."""
    if isinstance(shared, Refused):
        return Refused(token, shared.reason)
    is_apart = layout.clause(token.start) != layout.clause(shared.trigger.start)
    if layout.language in ("ko", "ja") and _tells_of_thing(layout, shared.trigger.end, token.start):
        return Refused(token, f"{token.text} of something else than memory")
    if shared.attribute != "price" and PRICE_ONLY.search(token.text):
        return Refused(token, f"{token.text} does not fit {shared.attribute}")
    resized = _resized(layout, token, shared)
    if resized is not None:
        return resized
    if "g" in shared.trigger.flags and token.value == "flat":
        return Refused(token, f"{token.text} of a forecast of growth")
    is_cut = shared.trigger.cls == "event" and shared.direction in ("up", "down")
    is_quality = token.text in _NOT_OF_SUPPLY or token.text in _OF_DEMAND
    is_stock = layout.language == "ko" and shared.attribute == "inventory" and token.value != shared.direction
    is_kept = shared.attribute == "supply" or is_stock
    if (is_kept and is_cut) or (shared.attribute in ("supply", "inventory") and is_quality):
        return Refused(token, f"{token.text} of {shared.trigger.text}")
    if shared.attribute == "supply" and shared.direction in _STATES and token.value in ("up", "down"):
        # "Supply stays tight, with further upside": a state does not rise, the price does; but a shortage may grow.
        can_be_price = "p" in token.flags or layout.language != "zh"
        is_next = (is_apart and can_be_price) or ("p" in token.flags and has_size_before(layout, token))
        if not is_next or "d" in token.flags:
            return Refused(token, f"{token.text} of {shared.trigger.text}")
        return Event("price", cast(Direction, token.value), token, None, "shared subject")
    is_misfit = ("d" in token.flags and shared.attribute == "price") or (
        "i" in token.flags and shared.attribute != "inventory"
    )
    is_of_price = token.flags & {"p", "QoQ", "MoM", "YoY"}
    is_weak = layout.language == "zh" and shared.attribute == "price" and not is_of_price and is_apart
    is_weak = is_weak and token.value != "flat" and not _counts_on(layout, token, shared)
    if token.value not in DIRECTIONS[shared.attribute] or is_misfit or is_weak:
        return Refused(token, f"{token.text} does not fit {shared.attribute}")
    return Event(shared.attribute, cast(Direction, token.value), token, shared.metric, "shared subject")


def _revised_again(layout: Layout, token: Token, bound: dict[int, Event | Refused]) -> Event | None:
    """Return the Chinese forecast that is revised for another product like the one before ("DRAM由5%上修至8%,NAND自3%上修至6%")."""
    before = [one for one in bound.values() if isinstance(one, Event) and one.rule == "size revised"]
    first, _ = layout.clause_span(layout.clause(token.start))
    is_named = any(first <= e.start < token.start for e in layout.entities)
    is_old = any(a.is_old and first <= a.start < token.start for a in layout.amounts)
    if not (layout.language == "zh" and before and is_named and is_old and token.text in _REVISIONS):
        return None
    return Event("price", before[-1].direction, token, None, "size revised")


def _counts_on(layout: Layout, token: Token, shared: Event) -> bool:
    """Say whether a Chinese sized "增" goes on from a price told by 季增 or 年增 ("均价季增三成,第二季再增15%")."""
    is_sized = any(0 <= a.start - token.end <= 3 for a in layout.amounts)
    return is_sized and bool(shared.trigger.flags & {"QoQ", "MoM", "YoY"})


def _resized(layout: Layout, token: Token, shared: Event) -> Event | Refused | None:
    """Return the event of a size of change that is revised, narrows or widens: a rise is still a rise, unless it comes to rest."""
    metric, direction = shared.metric, shared.direction
    is_touching = metric is not None and metric.end + 1 == shared.trigger.start
    if "n" in shared.trigger.flags and is_touching and token.text in _RESIZES:
        return Event(shared.attribute, direction, token, metric, "size revised")
    is_resized = "m" in shared.trigger.flags or (shared.rule == "size revised" and token.text in ("上修", "下修"))
    if not is_resized or token.value not in ("up", "down", "flat"):
        return None
    if shared.trigger.text in _ACTS and token.value not in (direction, "flat"):
        return Refused(token, f"{token.text} of something that {shared.trigger.text} brings")
    turns_zh = layout.language == "zh" and (_turns(token, shared) or _turns_later(layout, token, shared))
    if turns_zh or (layout.language == "ja" and _turns_ja(layout, token, shared)):
        return Event("price", cast(Direction, token.value), token, None, "turns")
    if token.value == "flat" and _comes_to_rest(layout, token, shared):
        return Event("price", "flat", token, metric, "comes to rest")
    return Event(shared.attribute, direction, token, metric or shared.trigger, "size revised")


def _turns(token: Token, shared: Event) -> bool:
    """Say whether a Chinese price falls after a rise, or rises after a fall ("涨幅收敛,甚至反转下跌"), whatever its size did."""
    return ("跌" in token.text and shared.direction == "up") or ("涨" in token.text and shared.direction == "down")


def _turns_ja(layout: Layout, token: Token, shared: Event) -> bool:
    """Say whether a Japanese price is told, in a clause and a period of its own, to go the other way ("値上がりが続くが、来年は崩れる")."""
    if layout.clause(token.start) == layout.clause(shared.trigger.start) or not _TURNS_JA.match(token.text):
        return False
    first, _ = layout.clause_span(layout.clause(token.start))
    is_dated = any(first <= w.start < token.start and not w.is_comparison for w in layout.periods)
    return is_dated and {shared.direction, token.value} == {"up", "down"}


def _turns_later(layout: Layout, token: Token, shared: Event) -> bool:
    """Say whether a Chinese fall that narrows is said, in a later period of its own, to turn into a rise ("跌幅缩小,四季度回升")."""
    if shared.attribute != "price" or "p" not in token.flags:
        return False
    first, _ = layout.clause_span(layout.clause(token.start))
    is_dated = any(first <= w.start < token.start and not w.is_comparison for w in layout.periods)
    return is_dated and (shared.direction, token.value) == ("down", "up")


def _comes_to_rest(layout: Layout, token: Token, shared: Event) -> bool:
    """Say whether a Chinese rise or fall that narrows is said, in a clause of its own, to end flat ("跌幅收窄,有望持平")."""
    first, _ = layout.clause_span(layout.clause(token.start))
    is_apart = layout.clause(token.start) != layout.clause(shared.trigger.start)
    is_size = layout.language == "zh" and shared.attribute == "price" and is_apart
    return is_size and not re.search(r"[与和同跟较比]", layout.text[first : token.start])


def _judge(layout: Layout, token: Token, metric: Token) -> Event | Refused:
    """Return the event of a change and its metric, or why the two make none."""
    if metric.cls == "alien":
        return Refused(token, f"{metric.text} is no memory")
    kind = _kind_of(layout, token, metric)
    if kind == "price" and token.end <= metric.start and _is_level_of(layout, metric):
        return Refused(token, f"{token.text} as what a product costs, no change in time")
    if layout.language == "en" and kind == "supply" and token.value == "tight" and _eases(layout, metric):
        return Refused(token, f"{token.text} that eases")
    joined = _joined_price(layout, token, metric) if kind == "other" else None
    if joined is not None:
        kind, metric = "price", joined
    if kind == "other":
        return Refused(token, f"change of {metric.text}")
    direction = _direction_of(layout, token, metric, kind)
    if metric.value == "cost" and layout.language == "ko" and direction in ("up", "down"):
        return Event("price", cast(Direction, direction), token, metric, f"price + {direction}")
    if kind in ("supply", "demand") and direction == "down" and _is_growth_to(layout, token, metric):
        return Event(cast(Attribute, kind), "up", token, metric, "growth that slows")
    is_balance = metric.text.startswith(("供需", "供求", "需给"))
    if is_balance and direction in ("loose", "balanced"):
        return Event("supply", cast(Direction, direction), token, metric, "balance")
    is_burden = metric.text.endswith("コスト") and "s" in token.flags
    if (_is_misfit(token, kind, direction) and not is_burden) or (is_balance and direction in ("up", "down")):
        return Refused(token, f"{token.text} said of {metric.text}")
    return Event(cast(Attribute, kind), cast(Direction, direction), token, metric, f"{kind} + {direction}")


def _is_growth_to(layout: Layout, token: Token, metric: Token) -> bool:
    """Say whether an English growth of bits only slows ("bit supply will decrease to the mid-20% range"): it is growth still."""
    if layout.language != "en" or not ("bit" in metric.text or "growth" in metric.text):
        return False
    sizes = [a for a in layout.amounts if a.start >= token.end]
    return bool(sizes) and _TO_SIZE.fullmatch(layout.text, token.end, sizes[0].start) is not None


def _direction_of(layout: Layout, token: Token, metric: Token, kind: str) -> str:
    """Return which way a metric goes: what a word says of a price it may not say of an inventory, a supply or a cost."""
    if kind == "inventory":
        return _direction_of_stock(layout, token)
    if metric.value == "cost" and token.text in _BURDENS:
        return "up"
    if kind == "demand" and token.text.endswith("firm"):
        return "up"
    if kind == "demand" and token.text in ("不足", "有限"):
        return "down"
    if kind == "supply" and token.text.startswith("eas"):
        return "loose"
    if token.value == "flat" and metric.text.startswith("需给"):
        return "balanced"
    if kind == "supply" and token.text in ("pressure", "紧缩"):
        return "tight"
    if kind == "price" and has_size_before(layout, token):
        return {"낮": "down", "높": "up"}.get(token.text[0], token.value)
    return token.value


_IMPROVES = frozenset("improve improves improved improving improvement improvements 개선 改善".split())


def _direction_of_stock(layout: Layout, token: Token) -> str:
    """Return which way an inventory goes: one that improves falls, a record low is a low level."""
    if token.text.startswith(("사상 최", "역대 최", "최고치", "최저치", "최고 수준")) and token.value in ("up", "down"):
        return "tight" if token.value == "down" else "loose"
    if token.text in _IMPROVES:
        return "down"
    if layout.language == "ja":
        return direction_of_stock(layout, token)
    if layout.language == "en" and token.text.endswith((" low", " lows", " high", " highs")):
        return "loose" if "high" in token.text else "tight"
    return "tight" if token.value == "down" and _TO_A_LOW.match(layout.text, token.end) else token.value


def _is_level_of(layout: Layout, metric: Token) -> bool:
    """Say whether an English price only describes the product after it ("higher price MLC NAND")."""
    is_plain = layout.language == "en" and metric.text == "price"
    return is_plain and any(0 <= e.start - metric.end <= 1 for e in layout.entities)


def _joined_price(layout: Layout, token: Token, metric: Token) -> Token | None:
    """Return the price that something else is named together with ("平均售价和毛利率均下滑", "on higher bits and ASPs")."""
    if token.end <= metric.start:
        following = layout.between(metric.end, metric.end + 12, "metric")
        is_joined = bool(following) and _JOINS.fullmatch(layout.text, metric.end, following[0].start)
        return following[0] if is_joined and following[0].value == "price" and "a" in token.flags else None
    for other in reversed(layout.between(layout.start, metric.start, "metric", "market")):
        if not _JOINS.fullmatch(layout.text, other.end, metric.start):
            return None
        if other.value == "price" or "price" in other.flags:
            return other
        metric = other
    return None


def _kind_of(layout: Layout, token: Token, metric: Token) -> str:
    """Return what a metric measures: price, supply, demand, inventory or other."""
    kind = {"market": "price", "event": metric.value.partition(":")[0]}.get(metric.cls, metric.value)
    if metric.text == "订单" and any(0 <= metric.start - e.end <= 1 for e in layout.entities):
        return "demand"  # "HBM订单大增": what customers want of it
    if metric.text.startswith("产品") and _is_of_company(layout, metric):
        return "other"
    if layout.language == "ko" and _is_of_device(layout, metric):
        return "other"
    if "b" in metric.flags and not measures_product(layout, token, metric):
        return "other"
    if kind == "cost":
        is_ours = _is_cost_of_memory(layout, metric) or _is_driven_by_memory(layout, token, metric)
        return "price" if is_ours and not _is_makers_saving(layout, token) else "other"
    is_short = token.value == "tight" and metric.text in _CAPACITY and token.text not in ("受限", "有限", "不足")
    return "supply" if kind == "other" and is_short and layout.entities else kind


def _is_misfit(token: Token, kind: str, direction: str) -> bool:
    """Say whether a word of change can't be said of a metric: "robust" of a price, "improve" of a supply."""
    if token.text == "growth" and kind != "price":
        return True
    if kind == "supply" and direction in ("up", "down") and token.text in _NOT_OF_SUPPLY:
        return True
    is_loss = kind == "supply" and (direction == "tight" or "s" in token.flags)
    is_growth = (kind == "supply" and token.text in _GROWING) or (kind == "price" and token.text in _FIRM)
    if kind in ("price", "supply") and "d" in token.flags and not (is_loss or is_growth):
        return True
    is_of_stock = "i" in token.flags and kind != "inventory" and (kind, direction) != ("supply", "balanced")
    return is_of_stock or direction not in DIRECTIONS[cast(Attribute, kind)]


def _is_cost_of_memory(layout: Layout, metric: Token) -> bool:
    """Say whether a cost is what a buyer pays for memory: a memory word stands directly before it, or is given after it."""
    return any(
        0 <= metric.start - e.end <= 2
        or _AND_COST.fullmatch(layout.text, e.end, metric.start)
        or _LED_BY.fullmatch(layout.text, metric.end, e.start)
        or (_COST_OF.fullmatch(layout.text, metric.end, e.start) and not _MAKERS_OF.match(layout.text, e.end))
        for e in layout.entities
    )


def _is_driven_by_memory(layout: Layout, token: Token, metric: Token) -> bool:
    """Say whether an English shortage or rise of memory drives up what buyers pay ("tight memory supply is driving up costs")."""
    if layout.language != "en" or not ("t" in token.flags and token.value == "up" and token.end <= metric.start):
        return False
    if layout.between(token.end, metric.start, "alien", "segment", "product"):
        return False
    told = layout.between(max(layout.start, token.start - 60), token.start, "metric", "event", "change")
    is_told = any(t.value in ("supply", "supply:tight", "price", "price:up", "tight") for t in told)
    return is_told and any(0 <= token.start - e.end <= 60 for e in layout.entities)


def _is_of_company(layout: Layout, metric: Token) -> bool:
    """Say whether a Chinese "product price" is that of a company that buys memory ("苹果的产品价格")."""
    return any(metric.start - t.end <= 1 for t in layout.between(layout.start, metric.start, "company"))


def _is_of_device(layout: Layout, metric: Token) -> bool:
    """Say whether a Korean "price of products" is that of makers of devices ("PC 제조사들은 ... 제품 가격을")."""
    is_plain = layout.text.endswith(("제품 ", "완제품 ", "기기 "), 0, metric.start)
    return is_plain and _DEVICE_MAKERS.search(layout.text, layout.start, metric.start) is not None


def _is_makers_saving(layout: Layout, token: Token) -> bool:
    """Say whether a cost that falls is a maker's own, told beside its margin, yield or mix."""
    is_fall = token.value == "down" and token.text not in _BURDENS
    return is_fall and bool(_MAKERS_OWN.search(layout.text, layout.start, layout.end))
