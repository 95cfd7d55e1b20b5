"""A word of change and its metric: what the metric measures, which way it goes, and whether the two can be said together.

A cost is a price where memory is what is paid for, and none where it is a maker's own. Which metric a word belongs to is
decided elsewhere.
"""

from __future__ import annotations

import re
from typing import cast

from tracker.extract.bare import has_size_before
from tracker.extract.chinese.inputs import is_makers_burden
from tracker.extract.chinese.subjects import CUTS
from tracker.extract.easing import eases
from tracker.extract.english.beside import measures_product
from tracker.extract.entity import Entity
from tracker.extract.event import Event, Refused
from tracker.extract.japanese.weeks import direction_of_stock
from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token
from tracker.statement import DIRECTIONS, Attribute, Direction

_CAPACITY = frozenset({"产能", "capacity", "supply growth", "bit growth", "캐파", "생산능력", "生产能力"})
# Before "capacity": what is made, not what a part holds. Only less of it is supply, more is a project.
_MAKES = ("production ", "manufacturing ", "wafer ", "output ", "fab ")
# Words of quality rather than quantity: supply that "improves" has not grown.
OF_QUALITY = frozenset(
    "improve improves improved improving improvement improvements better stronger strong robust solid favorable recovery weak weaker soft softer pressure worsen worsens worsened worsening deteriorate deteriorates deteriorated deteriorating deterioration 改善 强劲 走强 走弱 疲软 승승 개선 호전 악화 살아나 살아났".split()
)
# What trade suffers from and stocks do not ("high inventory levels and seasonal headwinds").
_OF_TRADE = re.compile(r"약세|강세|부진|호조|(?:head|tail)winds?|weakness|softness|slowdown|downturn|deterioration")
_GROWING = frozenset("expand expands expanded expanding growing ramped moderate moderated moderating slowing".split())
_FIRM = frozenset({"strong", "robust", "solid"})
_MAKERS_OWN = re.compile(r"margin|yield|mix\b|node|layer|毛利|良率|制程|원가 절감|수율|공정|歩留|步留|微细|利益率")
_BUYERS = re.compile(
    r"buyer|customer|\boem|(?:pc|device|phone|server) (?:maker|vendor|brand)|purchas|procure|bill of materials|采购|客户|买家|进货|终端|整机|品牌|구매|조달|고객|调达|仕入|顾客"
)
# Said of what a buyer pays, these words mean that it rises.
_BURDENS = frozenset({"headwind", "headwinds", "pressure", "pressures"})
_COSTS = (" cost", " costs")
# "GDDR7 shortages push costs higher".
_PUSHES = re.compile(r"\b(?:push|driv|drove|send|sent|forc|lift)[a-z]* (?:the |their |its |up )?$")
_CHIPS = re.compile(r"(?:半导体|晶片|芯片|반도체|\bchips?|\bsemiconductors?)\s?(?:的|の)?$")
_WITH_CHIPS = re.compile(r"\s?(?:和|与|及|以及|或|、|/|&|및|와|과|や|と|and )?\s?")
_JOINS = re.compile(r"\s?(?:、|,|/|和|与|及|以及|暨|및|와|과|と|や|, and|and|&)\s?(?:our |its |the |位元)?")
_TO_A_LOW = re.compile(
    r"\s?(?:至|到|为|于)?(?:了)?(?:约?[\d一二三四五六七八九十至到~\-]{1,6}个?[周天月]的?)?(?:历史|近年|多年)(?:来)?(?:的)?(?:低点|低档|谷底|新低|低位|低水位|低水平)| to (?:a |an )?(?:record|historic|historical|all-time|multi-year) lows?"
)
_LED_BY = re.compile(r"[^.;:]{0,60}, (?:mainly |primarily )?(?:led|driven) by (?:the )?")
# What else is bought with memory, between it and its cost ("memory and chip costs", 内存及其他核心组件成本).
_AND_COST = re.compile(
    r"(?:货源|供应|供给|供货|产能)?(?:持续|普遍|严重|日益)?(?:紧张|短缺|紧缺|吃紧|缺货|告急)(?:、|且|和|与|，|及|并)(?:采购)?"
    r"|(?:(?:以及|与|和|及|、|等)(?:其他|其它)?[一-龥]{1,6})?(?:[一-龥]{0,4}(?:元器件|元件|组件|器件|部件|组件))?(?:的)?(?:采购|物料)?"
    r"|(?:与|和|及|、|等)[一-龥]{1,5}"
    r"|(?:,? (?:and|or)|/|,)(?: other| related| associated)?(?: (?:key|core|electronic|storage))? ?(?:components?"
    r"|chips?|storage|parts?|silicon|semiconductors?|hardware|commodity|commodities|freight|logistics|materials?"
    r"|[cg]pu|processors?|displays?|panels?|substrates?|packaging|foundry|input|hdds?|hard[- ](?:disks?|drives?)"
    r"|disks?) "
    r"|(?: components?| chips?| parts?| modules?) |componen(?:t|ts)"
    r"|(?:[·,] ?[가-힣]{2,6}){0,2}(?:,? ?(?:등|및|과|와) ?|[와과] 같은 |[를을] 비롯한 )(?:의 )?(?:주요 |핵심 |다른 |기타 )?"
    r"(?:(?:전자 )?(?:부품|원자재|원재료|반도체|칩)(?:의)? ?)?"
    r"|(?:など|等|や)の?(?:主要|电子|他の)?(?:部品|部材|半导体|原材料)の?"
)
_MAKERS_OF = re.compile(r" (?:makers?|suppliers?|manufacturers?|producers?|vendors?)\b")
_TO_SIZE = re.compile(
    r" (?:to|below|towards?|into)(?: (?:the|a|about|around|approximately|roughly|below|under|between))* ?"
)
_COST_OF = re.compile(
    r",? (?:(?:like|such as|including|especially|particularly|in particular|notably|mainly|primarily|mostly|led by) "
    r"|(?:for|of|on|at|in) )(?:for |from |in |at "
    r"|on )?(?:(?:the|a|an|our|its|their|your|this|that|all|both|some|each|new|\d+ ?[kmgt]b?) ){0,3}"
)
# "原材料成本上涨(钢、DRAM)", "零部件成本上升,尤其是存储芯片": which of the things bought, told after the change.
_NAMES_AFTER = re.compile(
    r"(?:的)?(?:压力|影响)?(?:[（(][^（）()。;]{0,24}|[，,](?:尤其是|特别是|尤以|主要是|主要为|包括|其中(?:以)?|如|比如|例如)[^，,。;]{0,8})$"
)
# "a cost increase to our memory", "cost pressures on DRAM": what a cost that changes is paid for.
_CHANGE_OF = re.compile(
    r"(?:,? (?:as|like) (?:we|i)(?:'ve| have)? (?:talked about|discussed|mentioned|said|noted"
    r"|called out))?(?:,? (?:especially|particularly|notably|mainly|including|specifically))? (?:to|on|in|for|from|of"
    r"|around|across|with|related to|driven by|due to) (?:(?:the|our|its|their|your|both|things like) ){0,2}"
)
# What a program needs of memory, which costs nobody money.
_OF_PROGRAM = re.compile(
    r"\b(?:training|inference|lora|benchmarks?|algorithm|latency|runtime|timing closure|sign-?off|fine-?tun\w+|quanti[sz]ation|parameters?)\b|학습|추론|벤치마크|정확도|알고리즘|파라미터|训练|推理|算法|微调|精度|学习|推论|アルゴリズム"
)
# "扩大NAND价格跌幅": what grows is the size of the fall.
_SIZE_OF = re.compile(r"的?(?:[季月年周]|季度|月度)?(?:[跌涨降升增减]幅|[跌涨降升]势)")
_DEVICE_MAKERS = re.compile(
    r"(?:pc|스마트폰|노트북|가전|완제품|세트|서버|콘솔|tv|전자|휴대폰|기기) ?(?:제조사|제조업체|업체|업계|브랜드|기업)"
)
# "Demand for consumer SSDs remains low": a level of demand tells which way it has gone, a level of a price does not.
_LEVELS_OF_DEMAND = {
    "low": "down",
    "very low": "down",
    "extremely low": "down",
    "high": "up",
    "elevated": "up",
    "高企": "up",
    "居高不下": "up",
}
_IMPROVES = frozenset("improve improves improved improving improvement improvements better 개선 改善".split())


def _is_of_part(layout: Layout, metric: Token) -> bool:
    """Say whether a Chinese price is that of a part named directly before it, alone ("内存接口芯片价格较DDR4时代提升")."""
    before = layout.between(max(layout.start, metric.start - 16), metric.start, "alien")
    if layout.language != "zh" or metric.value != "price" or not before:
        return False
    if layout.text[before[-1].end : metric.start] not in ("", "的", " "):
        return False
    return not layout.text.endswith(("、", "和", "与", "及", "/"), layout.start, before[-1].start)


def judge_change(layout: Layout, token: Token, metric: Token) -> Event | Refused:
    """Return the event of a change and its metric, or why the two make none."""
    if metric.cls == "alien" or _is_of_part(layout, metric):
        return Refused(token, f"{metric.text} is no memory's")
    kind = kind_of(layout, token, metric)
    if kind == "price" and token.end <= metric.start and _is_level_of(layout, metric):
        return Refused(token, f"{token.text} as what a product costs, no change in time")
    if layout.language == "en" and kind == "supply" and token.value == "tight" and eases(layout, metric):
        return Refused(token, f"{token.text} that eases")
    joined = _joined_price(layout, token, metric) if kind == "other" else None
    if joined is not None:
        kind, metric = "price", joined
    is_of_others = kind == "supply" and layout.language != "en" and is_of_chips(layout, metric)
    if kind == "other" or is_of_others or _resizes(layout, token, metric):
        return Refused(token, f"change of {metric.text}")
    direction = _direction_of(layout, token, metric, kind)
    if layout.language == "ko" and direction in ("up", "down") and _is_price_moved(layout, token, metric, kind):
        return Event("price", cast(Direction, direction), token, metric, f"price + {direction}")
    if kind in ("supply", "demand") and direction == "down" and _is_growth_to(layout, token, metric):
        return Event(cast(Attribute, kind), "up", token, metric, "growth that slows")
    is_balance = metric.text.startswith(("供需", "供求", "需给"))
    if is_balance and direction in ("loose", "balanced"):
        return Event("supply", cast(Direction, direction), token, metric, "balance")
    is_burden = metric.text.endswith("コスト") and "s" in token.flags
    is_state = is_balance or (kind == "supply" and metric.text.endswith("conditions"))  # no amount that rises or falls
    if (_is_misfit(token, kind, direction) and not is_burden) or (is_state and direction in ("up", "down")):
        return Refused(token, f"{token.text} said of {metric.text}")
    return Event(cast(Attribute, kind), cast(Direction, direction), token, metric, f"{kind} + {direction}")


def is_of_chips(layout: Layout, token: Token) -> bool:
    """Say whether a shortage or a supply is one of chips at large: such a word and no product before it or joined with it ("内存和芯片短缺")."""
    chip = _CHIPS.search(layout.text, max(layout.start, token.start - 16), token.start)
    if chip is None or any(0 <= token.start - e.end <= 1 for e in layout.entities):
        return False
    return not any(_WITH_CHIPS.fullmatch(layout.text, e.end, chip.start()) for e in layout.entities)


def _resizes(layout: Layout, token: Token, metric: Token) -> bool:
    """Say whether a Chinese word before a price is of how much it changes ("扩大NAND价格跌幅"), which another word tells."""
    return layout.language == "zh" and token.end <= metric.start and bool(_SIZE_OF.match(layout.text, metric.end))


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
    if token.text in _BURDENS and (metric.value == "cost" or metric.text.endswith(_COSTS)):
        return "up"
    if kind == "demand" and token.text.endswith("firm"):
        return "up"
    if kind == "demand" and token.text in ("不足", "有限"):
        return "down"
    if kind == "demand" and token.text in _LEVELS_OF_DEMAND:
        return _LEVELS_OF_DEMAND[token.text]
    if kind == "supply" and token.text.startswith("eas"):
        return "loose"
    if token.value == "flat" and metric.text.startswith("需给"):
        return "balanced"
    if kind == "supply" and token.text in ("pressure", "pressures", "strain", "strains", "紧缩"):
        return "tight"
    if kind == "price" and has_size_before(layout, token):
        return {"낮": "down", "높": "up"}.get(token.text[0], token.value)
    return token.value


def _direction_of_stock(layout: Layout, token: Token) -> str:
    """Return which way an inventory goes: one that improves falls, a record low is a low level."""
    if token.text.startswith(("사상 최", "역대 최", "최고치", "최저치", "최고 수준")) and token.value in ("up", "down"):
        return "tight" if token.value == "down" else "loose"
    if token.text in _IMPROVES or token.text.endswith(" better"):
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
        rules = "a" in token.flags or (layout.language == "zh" and bool(token.flags & {"t", "o"}))
        return following[0] if is_joined and following[0].value == "price" and rules else None
    told = layout.between(layout.start, metric.start, "metric", "market")
    if layout.language == "en" and told and "," in layout.text[told[-1].end : metric.start]:
        return None  # "most of that is price, bits will be down": another clause
    for other in reversed(told):
        if not _JOINS.fullmatch(layout.text, other.end, metric.start):
            return None
        if other.value == "price" or "price" in other.flags:
            return other
        metric = other
    return None


def kind_of(layout: Layout, token: Token, metric: Token) -> str:
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
        is_ours = _is_cost_of_memory(layout, token, metric) or _is_driven_by_memory(layout, token, metric)
        if (
            not is_ours
            or _is_needed_by_program(layout, token)
            or is_makers_burden(layout, token, metric)
            or (token.text in OF_QUALITY and token.text not in _BURDENS)
        ):
            return "other"
        return "other" if layout.language != "en" and is_makers_saving(layout, token, metric) else "price"
    is_short = token.value == "tight" and metric.text in _CAPACITY and token.text not in ("受限", "有限", "不足")
    is_less = token.value == "down" and (
        (metric.text == "capacity" and layout.text.endswith(_MAKES, 0, metric.start))
        or (metric.text == "产能" and token.text in CUTS and token.end <= metric.start)
    )
    return "supply" if kind == "other" and (is_short or is_less) and layout.entities else kind


# "가격이 3% 늘었다": a price may grow or shrink where nothing else stands between it and the verb.
_GROWS_KO = re.compile(r"(?:늘(?![리린릴렸])|줄(?![이인일였]))")
_UP_TO_VERB = re.compile(
    r"(?:이|가|은|는|도)? ?(?:(?:약|크게|소폭|대폭|더|다소|조금|모두|각각|최대|평균|[가-힣]{1,4}적으로|전월보다|전분기보다|전월 대비|전분기 대비"
    r"|[\d.~\-]+ ?%(?: ?(?:가량|정도|쯤|이상|넘게))?)(?: |$)){0,4}"
)


def _is_price_moved(layout: Layout, token: Token, metric: Token, kind: str) -> bool:
    """Say whether a Korean change is one of what is paid, or of a price that itself grows or shrinks as amounts do."""
    if metric.value == "cost":
        return True
    is_counted = kind == "price" and _GROWS_KO.match(token.text) is not None
    return is_counted and _UP_TO_VERB.fullmatch(layout.text, metric.end, token.start) is not None


def _is_misfit(token: Token, kind: str, direction: str) -> bool:
    """Say whether a word of change can't be said of a metric: "robust" of a price, "improve" of a supply."""
    if token.text == "growth" and kind not in ("price", "inventory"):
        return True
    if kind == "inventory" and _OF_TRADE.fullmatch(token.text):
        return True
    if kind == "supply" and direction in ("up", "down") and token.text in OF_QUALITY:
        return True
    is_loss = kind == "supply" and (direction == "tight" or "s" in token.flags)
    is_growth = (kind == "supply" and token.text in _GROWING) or (kind == "price" and token.text in _FIRM)
    if kind in ("price", "supply") and "d" in token.flags and not (is_loss or is_growth):
        return True
    is_of_stock = "i" in token.flags and kind != "inventory" and (kind, direction) != ("supply", "balanced")
    is_of_stock = is_of_stock and not (kind == "demand" and token.text in _LEVELS_OF_DEMAND)
    return is_of_stock or direction not in DIRECTIONS[cast(Attribute, kind)]


def _is_cost_of_memory(layout: Layout, token: Token, metric: Token) -> bool:
    """Say whether a cost is what a buyer pays for memory."""
    return any(is_paid_for(layout, token, metric, entity) for entity in layout.entities)


def is_paid_for(layout: Layout, token: Token, metric: Token, entity: Entity) -> bool:
    """Say whether a cost is paid for a product: it stands directly before the cost or in a list of goods, or is given after it."""
    return (
        0 <= metric.start - entity.end <= 2
        or _AND_COST.fullmatch(layout.text, entity.end, metric.start) is not None
        or _LED_BY.fullmatch(layout.text, metric.end, entity.start) is not None
        or (
            _COST_OF.fullmatch(layout.text, metric.end, entity.start) is not None
            and not _MAKERS_OF.match(layout.text, entity.end)
        )
        or (0 <= token.start - entity.end <= 1 and layout.text[token.end : metric.start] == " in ")
        or (token.start >= metric.end and _names_after(layout, token, metric, entity.start))
    )


def _names_after(layout: Layout, token: Token, metric: Token, place: int) -> bool:
    """Say whether memory, named after a cost and its change, is among what the cost is paid for."""
    if not token.end <= place <= token.end + 40:
        return False
    if layout.language == "zh":
        return _NAMES_AFTER.fullmatch(layout.text, token.end, place) is not None
    is_compound = layout.language == "en" and token.start - metric.end <= 1
    return is_compound and _CHANGE_OF.fullmatch(layout.text, token.end, place) is not None


def _is_driven_by_memory(layout: Layout, token: Token, metric: Token) -> bool:
    """Say whether an English shortage or rise of memory drives up what buyers pay ("tight memory supply is driving up costs")."""
    place = _place_of_drive(layout, token, metric) if layout.language == "en" and token.value == "up" else None
    if place is None:
        return False
    told = layout.between(max(layout.start, place - 60), place, "metric", "event", "change")
    is_told = any(t.value in ("supply", "supply:tight", "price", "price:up", "tight") for t in told)
    return is_told and any(0 <= place - e.end <= 60 for e in layout.entities)


def _place_of_drive(layout: Layout, token: Token, metric: Token) -> int | None:
    """Return where the verb stands that drives up a cost ("is driving up costs", "push costs higher"), None where there is none."""
    if "t" in token.flags and token.end <= metric.start:
        is_other = layout.between(token.end, metric.start, "alien", "segment", "product")
        return None if is_other else token.start
    pushed = _PUSHES.search(layout.text, max(layout.start, metric.start - 16), metric.start)
    return pushed.start() if pushed is not None and token.start - metric.end == 1 else None


def _is_of_company(layout: Layout, metric: Token) -> bool:
    """Say whether a Chinese "product price" is that of a company that buys memory ("苹果的产品价格")."""
    return any(metric.start - t.end <= 1 for t in layout.between(layout.start, metric.start, "company"))


def _is_of_device(layout: Layout, metric: Token) -> bool:
    """Say whether a Korean "price of products" is that of makers of devices ("PC 제조사들은 ... 제품 가격을")."""
    is_plain = layout.text.endswith(("제품 ", "완제품 ", "기기 "), 0, metric.start)
    return is_plain and _DEVICE_MAKERS.search(layout.text, layout.start, metric.start) is not None


def is_makers_saving(layout: Layout, token: Token, metric: Token) -> bool:
    """Say whether a cost that falls is a maker's own: told beside its margin, yield or mix, or of one product and no buyer."""
    if token.value != "down" or token.text in _BURDENS:
        return False
    if _MAKERS_OWN.search(layout.text, layout.start, layout.end):
        return True
    named = [e for e in layout.entities if 0 <= metric.start - e.end <= 2]
    return bool(named) and named[-1].product != "MEMORY" and not _names_buyer(layout)


def _is_needed_by_program(layout: Layout, token: Token) -> bool:
    """Say whether a cost of memory that falls is what a program makes do with ("cuts memory cost by half at inference")."""
    return token.value == "down" and _OF_PROGRAM.search(layout.text, layout.start, layout.end) is not None


def _names_buyer(layout: Layout) -> bool:
    """Say whether a sentence names who pays for memory: another company, a device, a customer, or one who says we."""
    things = (t for t in layout.between(layout.start, layout.end, "segment") if "thing" in t.flags)
    return (
        bool(layout.between(layout.start, layout.end, "company", "firstperson"))
        or any(things)
        or _BUYERS.search(layout.text, layout.start, layout.end) is not None
    )
