"""Words that are a change by themselves, such as shortage, glut or price hike, unless they are one of something else."""

from __future__ import annotations

import re
from typing import cast

from tracker.extract.companions import is_companion
from tracker.extract.easing import eases, is_relieved
from tracker.extract.english.cuts import is_undone
from tracker.extract.event import OLD_VALUE, Event, Refused
from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token
from tracker.extract.metrics import is_of_chips, kind_of
from tracker.extract.patterns import one_of
from tracker.statement import Attribute, Direction

# What one of two, supply or demand, is measured by: "exceeds our supply", "lagging the industry", but not "our outlook".
_MEASURED_BY = re.compile(
    r"\b"
    + one_of(
        r"than|below|above|with|versus|near|rate of",
        r"(?:close|similar|relative|compared|comparable|equal|next) to|approximate(?:s|ly)?(?: equal)?|equal(?:s|ing|ed)?",
        r"our(?! (?:[a-z]+ )?(?:industry|view|outlook|forecast|estimate|expectation|projection|guidance|model|number|read|assumption))",
        r"outpac\w+|exceed\w*|match\w*|lag\w*|meet|meeting|trail\w*",
    )
    + r"(?: the)? (?:[a-z\-]+ ){0,3}$"
)
_OF_OWN_SIZE = re.compile(r" (?:of|at) (?:(?:about|around|roughly|approximately|some|nearly|over|the) )*")
_TURNS = re.compile(r"(?:的?(?:局面|状态))?(?:逐步|逐渐|迅速)?(?:转|变|走向|进入|演变)")
_SWUNG = re.compile(r"\bfrom (?:an? |the )?(?:[\d.]+ ?(?:%|percent) |(?!the\b)[a-z\-]+ )?$")
_TO_ANOTHER = re.compile(
    r"(?: of (?:about |around )?[\d.]+ ?(?:%|percent))? (?:in)?to (?:an? )?(?:[\d.]+ ?(?:%|percent) )?(?:(?:more"
    r"|better|relatively|much|slightly|slight|severe|tighter|healthier) )*(?:over|under)?(?:supply|surplus|glut"
    r"|shortage|shortfall|deficit|scarcity|crunch|excess|balanc|tight|health)"
)
_NOT_OURS = re.compile(r"は[^、。]{0,6}$")
_NOT_IN_BALANCE = re.compile(r"的?(?:局面|状态)?(?:未|无法|难以|尚未|仍未|不|被打破|遭打破|遭破坏|生变)")
# A shortage or a glut that is only a danger ("供过于求风险", "oversupply risk", "risk of a glut").
_AT_RISK = re.compile(r"的?(?:风险|隐忧|疑虑|之虞)|のリスク|リスク| (?:리스크|위험)| risks?\b")
_RISK_OF = re.compile(r"\brisks? of (?:an? |the )?(?:[a-z0-9\-]+ ){0,2}$")
_SHARES = re.compile(
    r"etf|基金|(?<!价)(?<!价格)(?<!dxi)(?<!dxi )指数|板块|个股|概念股|成分股|股价"
    r"|(?:巨头|龙头|大厂|双雄|指标)[^，,。;]{0,10}[跌涨挫扬]"
)
# "Supply-demand imbalance": one of too little or of too much, as the sentence's other words say.
_IMBALANCE = re.compile(r"imbalance|mismatch|失衡|失调|错配")
_SAYS_LOOSE = re.compile(
    r"\b(?:over-?suppl|glut|surplus|excess|downturn|weak|soft|pressure(?! on (?!prices?|pricing|asps?|quotes))|declin|fall|fell|drop|lower|weigh|slump|slid)|过剩|供过于求|承压|跌|降价|下滑|疲软|疲弱|低迷|走弱"
)
_SAYS_TIGHT = re.compile(
    r"\b(?:short|tight|constrain|ris[ei]|rose|increas|higher|upward|strong|surg|soar|exceed|outpac|outstrip|inflation|jump|climb)|短缺|缺货|[紧涨]|供不应求|强劲|旺盛|大增"
)
# "应对供需失衡,原厂减产": what output is cut against is a glut.
_AGAINST = re.compile(r"(?:应对|因应|缓解|扭转|改善|面对|鉴于|由于|化解)[^，,。;]{0,14}$")
_CUTS_OUTPUT = re.compile(r"减产|控产|砍产|缩产|削减(?:产能|产量|供应)")
_PUT_OFF = re.compile(
    r"(?:延后|延迟|推迟|暂缓|取消|停止(?!或|、|和|并)|撤回|挥别|告别|结束|终结|走出|原定|原订)[^，,。;；]{0,8}$"
)


def bind_event(layout: Layout, index: int) -> Event | Refused:
    """Return a self-contained event, unless the words before it say that it is one of something else."""
    token = layout.tokens[index]
    attribute, _, direction = token.value.partition(":")
    counted = _counted_before(layout, index)
    if counted is not None:
        return Event(cast(Attribute, counted.value), "up", token, counted, f"{counted.value} + up")
    reason = _owner_of_event(layout, index, attribute) or _why_no_price_or_demand(layout, index)
    if reason is None and attribute == "supply":
        reason = _why_undone(layout, token, direction) or _why_no_supply(layout, index)
    if reason is not None:
        return Refused(token, reason)
    if attribute == "supply" and direction == "tight" and _IMBALANCE.search(token.text):
        side = "loose" if _is_cut_against(layout, token) else _side_of_imbalance(layout)
        if side is None:
            return Refused(token, f"{token.text} of which side is not clear")
        direction = side
    near = _nearest_inventory(layout, index) if attribute == "supply" else None
    if near is not None and layout.language == "ko":
        return Event("inventory", "tight", token, near, "inventory event")
    if near is not None and layout.language == "zh" and direction in ("tight", "loose") and near.end == token.start:
        return Event("inventory", cast(Direction, direction), token, near, "inventory event")
    return Event(cast(Attribute, attribute), cast(Direction, direction), token, None, f"{attribute} event")


def _counted_before(layout: Layout, index: int) -> Token | None:
    """Return the Chinese demand or supply that a word of growth stands at, with a size ("HBM需求增幅达两成")."""
    token = layout.tokens[index]
    before = layout.tokens[index - 1] if index else None
    if layout.language != "zh" or token.text not in ("增幅", "升幅") or before is None:
        return None
    is_counted = before.cls == "metric" and before.value in ("demand", "supply") and _touches(layout, before, token)
    return before if is_counted and any(0 <= a.start - token.end <= 16 for a in layout.amounts) else None


def _why_no_price_or_demand(layout: Layout, index: int) -> str | None:
    """Return why a demand is one for something else, or a rise of prices one that something is done against; None where it is one."""
    token = layout.tokens[index]
    after = layout.tokens[index + 1] if index + 1 < len(layout.tokens) else None
    if token.value.startswith("inventory") and after is not None and layout.language == "en":
        is_other = after.cls == "alien" and after.start - token.end == 1  # "stockpiling GPUs"
        return f"{token.text} of something else" if is_other else None
    if token.value.startswith("demand") and _is_of_alien_object(layout, index):
        return f"{token.text} of something else"
    return f"{token.text} that eases" if token.value == "price:up" and is_relieved(layout, token) else None


def _is_cut_against(layout: Layout, token: Token) -> bool:
    """Say whether a Chinese imbalance is one that output is cut against ("为应对供需失衡,原厂减产"), so one of too much."""
    if not _AGAINST.search(layout.text, max(layout.start, token.start - 20), token.start):
        return False
    return _CUTS_OUTPUT.search(layout.text, layout.start, layout.end) is not None


def _side_of_imbalance(layout: Layout) -> Direction | None:
    """Return what supply is by the words around an imbalance: tight unless they tell of weakness; None where they tell of both."""
    if not _SAYS_LOOSE.search(layout.text, layout.start, layout.end):
        return "tight"
    return None if _SAYS_TIGHT.search(layout.text, layout.start, layout.end) else "loose"


def _owner_of_event(layout: Layout, index: int, attribute: str) -> str | None:
    """Return why the words beside an event say that it is one of something else, or none; None where it is ours."""
    token = layout.tokens[index]
    before = layout.tokens[index - 1] if index else None
    if before is not None and before.cls in ("metric", "alien") and _touches(layout, before, token):
        is_price = before.cls == "metric" and kind_of(layout, token, before) == "price"
        if attribute == "price" and not is_price and not is_companion(layout, before):
            return f"{token.text} of {before.text}"
    if "g" in token.flags and _is_measure(layout, token):
        return f"{token.text} that something is measured by"
    if "b" in token.flags and not any(0 <= token.start - e.end <= 1 for e in layout.entities):
        return f"{token.text} of no product beside it"
    if token.value == "inventory:down" and layout.text.startswith(("压力", "疑虑", "风险"), token.end):
        return f"{token.text} that is only feared"
    if (
        layout.language == "zh"
        and token.text in ("增幅", "升幅", "跌幅", "降幅", "减幅")
        and _is_of_other(layout, index)
    ):
        return f"{token.text} of what is no price"
    if attribute == "price" and "m" in token.flags and _is_of_shares(layout, index):
        return f"{token.text} of shares"
    if attribute == "price" and "m" in token.flags and _is_spread(layout, token):
        return "a spread between two prices, no change in time"
    if "x" in token.flags and not layout.between(*layout.clause_span(layout.clause(token.start)), "negation"):
        return f"{token.text} without a denial"
    return None


def _is_of_other(layout: Layout, index: int) -> bool:
    """Say whether the last that a Chinese sentence named before a word is neither a price nor a product ("预付账款大增,增幅...")."""
    told = [t for t in layout.tokens[:index] if t.cls in ("metric", "market", "product")]
    return bool(told) and told[-1].cls == "metric" and told[-1].value == "other"


def _is_of_shares(layout: Layout, index: int) -> bool:
    """Say whether a Chinese rise is that of a fund, an index or shares, the last that was named before it ("存储ETF单周涨幅达12%")."""
    if layout.language != "zh":
        return False
    told = [t.end for t in layout.tokens[:index] if t.cls in ("market", "product") or t.value == "price"]
    return _SHARES.search(layout.text, max(told, default=layout.start), layout.tokens[index].start) is not None


def _is_measure(layout: Layout, token: Token) -> bool:
    """Say whether growth is only what something else is measured by ("shipments close to demand growth"), with no size of its own."""
    if not _MEASURED_BY.search(layout.text, max(layout.start, token.start - 40), token.start):
        return False
    return not any(_OF_OWN_SIZE.fullmatch(layout.text, token.end, a.start) for a in layout.amounts)


def _touches(layout: Layout, before: Token, token: Token) -> bool:
    """Say whether nothing but "的" lies between two words."""
    return token.start - before.end <= 1 and layout.text[before.end : token.start].strip() in ("", "的", "の")


def _why_undone(layout: Layout, token: Token, direction: str) -> str | None:
    """Return why a cut of output or a balance is one that is put off, ends or is lost; None where it holds."""
    if direction == "down" and is_undone(layout, token):
        return f"{token.text} that ends"
    if direction == "down" and _PUT_OFF.search(layout.text, max(layout.start, token.start - 12), token.start):
        return f"{token.text} put off"
    if direction == "balanced" and _NOT_IN_BALANCE.match(layout.text, token.end):
        return f"{token.text} that is lost"
    return None


def _why_no_supply(layout: Layout, index: int) -> str | None:
    """Return why a shortage or a glut is none of memory's, or none any more; None where it is one."""
    token = layout.tokens[index]
    is_alien = _is_of_alien_object(layout, index) or _is_of_alien_before(layout, index)
    if is_alien or is_of_chips(layout, token):
        return f"{token.text} of chips at large"
    if (
        layout.language == "zh"
        and layout.text.endswith(("由", "从"), 0, token.start)
        and _TURNS.match(layout.text, token.end)
    ):
        return OLD_VALUE
    is_left = _SWUNG.search(layout.text, max(layout.start, token.start - 28), token.start)
    if layout.language == "en" and is_left and _TO_ANOTHER.match(layout.text, token.end):
        return OLD_VALUE
    if token.value.endswith(("up", "down")):
        return f"{token.text} of a buyer's own goods" if _is_of_buyer_ko(layout, token) else None
    if _AT_RISK.match(layout.text, token.end) or (
        layout.language == "en" and _RISK_OF.search(layout.text, max(layout.start, token.start - 36), token.start)
    ):
        return f"{token.text} as a risk"
    return f"{token.text} that eases" if eases(layout, token) else None


# "휴대폰 업체들은 D램을 구하지 못해 생산을 줄인다": those who build memory into something.
_BUILDERS_KO = re.compile(
    r"(?:pc|스마트폰|휴대폰|노트북|가전|완제품|세트|서버|콘솔|게임기|tv|완성차|자동차) ?(?:제조사|제조업체|업체|업계|브랜드|기업)(?:들)?[은는이가도] "
)


def _is_of_buyer_ko(layout: Layout, token: Token) -> bool:
    """Say whether Korean output is that of those who buy memory, with no product directly before it."""
    if layout.language != "ko" or any(0 <= token.start - e.end <= 2 for e in layout.entities):
        return False
    return _BUILDERS_KO.search(layout.text, layout.start, token.start) is not None


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
    if layout.language == "ko" and is_companion(layout, before):
        return False  # "D램도 기판도 공급 부족"
    return bool(
        re.fullmatch(r"(?:の|의)? ?(?:\w{1,6}(?:な|인|한)? ?)?", layout.text[before.end : layout.tokens[index].start])
    )


def _is_spread(layout: Layout, token: Token) -> bool:
    """Say whether a Chinese size of rise compares the spot with the contract price ("较合约价涨幅达")."""
    first, _ = layout.clause_span(layout.clause(token.start))
    body = layout.text[first : token.start]
    return bool(re.search(r"(?:较|比|相较|相比|高于|高出)[^，,]{0,8}(?:合约价|合同价|现货价)", body))


def _nearest_inventory(layout: Layout, index: int) -> Token | None:
    """Return the inventory word directly before a supply word of the same clause ("재고 부족")."""
    before = layout.tokens[index - 1] if index else None
    return before if before and before.cls == "metric" and before.value == "inventory" else None
