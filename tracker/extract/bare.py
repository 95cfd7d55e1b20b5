"""A change told of no price, supply or demand by name: a product that "rose", one that is "tight", "up 48%" after two amounts."""

from __future__ import annotations

import re
from typing import cast

from tracker.extract.chinese.headlines import goes_on_in_half
from tracker.extract.chinese.topic import goes_on_from_topic
from tracker.extract.english.bare import moves_as_price, takes_up_product
from tracker.extract.english.subjects import IN_PHRASE, is_listed, is_sized_behind
from tracker.extract.english.weights import WEIGHT, weighs_on_buyer
from tracker.extract.event import MARKET, Event, Refused
from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token
from tracker.extract.patterns import one_of
from tracker.statement import Direction

# What a product does by itself that only its price can do ("DRAM涨", "낸드 급등").
_STRONG_BARE = re.compile(
    one_of(
        # Chinese: up or down by itself, by someone's hand, on a road
        r"涨|跌|扬|飙|贵|便宜|掉|摔|^降[了掉去]|回撤|回吐|(?<!反)弹|^打|翻|腰斩|砍半|^[各皆均都齐][升降]",
        r"上调|下调|调升|调降|走高|攀升|走低|重挫|上升|下落",
        # Korean: up, down, neither
        r"오르|올랐|오른|올라|오를|오르막|오름세|뛰|뛴|급등|폭등|치솟|인상|상승|강세|고공행진|천정부지|비싸[졌진져지]|(?:최고|신고)가|떡상",
        r"급락|폭락|떨어|인하|하락|약세|내렸|내린|내리막|내림세|내려앉|곤두박|추락|미끄러|주저앉|깎|싸졌|떡락",
        r"보합|들썩|꿈틀|옆걸음|게걸음|움직이지 않",
        # Japanese: "急腾", "上げ止まらず", "じり高"
        r"高腾|急腾|腾势|続腾|続伸|上げ止まら|下げ基调|切り上げ|下げがきつ|値",
        r"反落|反発|続落|急落|暴落|一段[安高]|じり|ジリ|跳ね",
    )
)
# Only prices do this, so that a product that does it is one's price.
_TRADED_FLAT = re.compile(
    one_of(
        r"止跌|止涨|停涨|冻涨|横盘|平盘|盘整|横向整理|区间整理|区间震荡|窄幅|狭幅|收平|开平|盘平|躺平|横向",
        r"横ばい|保ち合い|もちあい|持ち合|もみ合|小动き|胶着|こう着|足踏み",
    )
)
# "SSDがとても安くなっている": nothing of it is named but itself.
_ITSELF_JA = re.compile(
    r"(?:も|が|は)(?:すごく|とても|かなり|ずいぶん|随分|异常に|急に|大幅に|どんどん|また|さらに|もっと|少し|やや|最近)?"
)
_IS_FLAT = re.compile(r"(?:は|が|も)(?:引き続き|なお|ほぼ|当面|概ね|おおむね)?")
# What a Korean change describes: "약세였던 PC D램".
DESCRIBES_KO = re.compile(
    r"(?:세)?(?:였던|이던|했던|하던|를 보[이였인]던?|을 보[이였인]던?|를 보인|를 나타낸) (?:[\w·]{1,6}용? ?){0,2}"
)
_PLAIN_SUBJECT = re.compile(
    r"(?: (?:chips?|parts?|modules?|wafers?|kits?|drives?|contracts?|spot|deals?|components?|products?))* (?:both "
    r"|all |each |together |alike )?(?:has |have )?(?:already |also |to |will |could |may |is expected to "
    r"|is set to )?"
)
_BY_SIZE = re.compile(r"(?: up| by| another| a further| about| around| over| more than| at least| some)* ?")
# What is counted does this, and no price without a size.
_LESSENS = frozenset({"减少", "缩减", "削减"})
_AMOUNTS = re.compile(r"(?:us|nt)?\$ ?\d|\d (?:dollars|yuan|rmb|won)\b")
_TRADED = re.compile(r"回调|回落|反弹|回升|上扬|走强|走弱|下探|松动|扬升|回涨|上行|下行")
_COSTS = re.compile(r"\d(?:美元|美金|美分|元|块)(?!\w?[亿万])")
_MONEY = re.compile(r"\d[万千]?(?:米?ドル|円|セント)")
_TURNED_TO = re.compile(
    r"\b(?:moved?|moving|gone|went|shift\w*|turn\w*|swung|transition\w*) from [a-z\- ]{4,20} (?:in)?to (?:an? )?$"
)
# "NAND has been getting really": what a product is, with any number of small words between.
_IS_STATE = re.compile(
    r"(?: (?:side|markets?|industry|segments?|products?|chips?|cycles?|upcycle))?(?: (?:is|are|was|were|be|been|being|has|have|had|will|would|could|should|may|might|remain(?:s|ed|ing)?"
    r"|stay(?:s|ed|ing)?|bec[ao]mes?|becoming|gets?|getting|got|goes|going|looks?|looking|seems?|appears?"
    r"|turn(?:s|ed|ing)?|continu(?:es?|ed|ing)|beg[iau]n(?:s|ning)?|start(?:s|ed|ing)?|expected|likely|set|to"
    r"|still|now|already|also|even|not|just|again|currently|very|quite|rather|pretty|really|fairly|somewhat|relatively|increasingly|particularly|especially|extremely"
    r"|incredibly|exceptionally|unusually|severely|structurally|more|much|so|too|a|bit|little|lot|both|generally|overall)){1,9} "
)
_MARKET_OF = re.compile(r" (?:markets?|environment|backdrop|situation|industry|availability|side)\b")
_DESCRIBES = re.compile(r"(?:し|になっ|となっ)?(?:た|ている|ていた)(?:の(?:は|が))?|する|が続(?:く|いた)")
_MOODS = frozenset("rally rallies upturn upswing recovery inflection improvement improvements run-up".split())
_TO_MONEY = re.compile(r"[^，,。;]{0,12}(?:至|到|达)约?\d[\d.,]*万?亿")
_STOCK_NEWS = re.compile(r"주가|증시|종목|소식에|뉴욕|업황")
# What stands behind a product's name where its shares are meant, or firms: "存储概念股", "메모리 관련주", "DRAM大手".
_STOCKS = re.compile(
    r"\s?"
    + one_of(
        r"関连(?:etf|指数)|関连(?:株|铭柄)|铭柄",
        r"族群|概念|etf|基金|板块|类股|个股|双雄|三雄|巨头|龙头|指数",
        r"관련주|대장주|대표주|거인",
        r"株|股|(?:最?大手|巨人)(?!向け)",
    )
)
# A day of trading in shares, wherever in a Chinese sentence.
_LIMIT = re.compile(
    r"[涨跌]停|\d\s?cm(?![\da-z])|亮灯|停板|美债|[美港a]股(?!价)|[道纳]指|标普|逆势大涨|盘前|盘后|早盘|午后"
)
# What may stand between a maker and the fall of its shares: "美光(MU)昨日盘中一度".
_FELL_ITSELF = re.compile(
    r"\)?(?:\s?\([^()]{0,24}\))*\s?(?:等)?"
    + one_of(
        r"昨|今|周[一二三四五]|上周|本周|盘中|盘后|早盘|尾盘|开盘|终场|收盘|股价",
        r"一度|也|均|都|则|又|再|更|\([^()]{0,6}\)|日|天|\d|月",
        r"同步|同样|连袂|跳空|应声|大幅|[，,\s]",
    )
    + r"*"
)
_RAISED = re.compile(r"올[린릴렸려리]|내[린릴렸려리]|반 ?토막")
# What may stand between a Korean product and its change besides: "D램 가격은 또다시 평균 15% 안팎".
_MERELY_AGAIN = re.compile(
    r"(?: ?"
    + one_of(
        r"을|를|은|는|도|이|가|값|칩|제품|모듈|플래시|메모리|에|엔|부터|말|초",
        r"또다시|또|다시|추가로|더|최대|약|평균|일제히|잇따라|줄줄이|재차|대폭|소폭|크게|모두|역시|마저|까지|가격",
        r",|\d[\d.~\-]*%|안팎|가량|정도|이상|씩",
    )
    + r"){0,8} ?"
)
_RAISED_JA = re.compile(r"引き?[上下]げ")
_SIZED_BARE = re.compile(
    r"低下|高い|安い|高く|安く|高くな|安くな|상승|하락|上升|下落|(?:高|安)(?:となっ|と|で|だっ|だ|に)?|上げ|下げ|上がっ|上がり|下がっ|下がり|내려|내릴|빠[졌진질지]|[낮높]아[지진질졌져]|반등"
)


def speaks_of_price(layout: Layout) -> bool:
    """Say whether a price word stands anywhere in the sentence."""
    return any(
        (t.cls == "metric" and t.value == "price")
        or (t.cls == "market" and "price" in t.flags)
        or t.value.startswith("price:")
        for t in layout.tokens
    )


def _speaks_of_price_before(layout: Layout, token: Token) -> bool:
    """Say whether a price word stands before a change in its sentence, or none in it at all, so that the one before told of prices."""
    told = layout.between(layout.start, token.start, "metric", "market")
    is_told = any(t.value == "price" or "price" in t.flags for t in told)
    return is_told or not speaks_of_price(layout)


def bind_bare(layout: Layout, index: int, *, has_price: bool) -> Event | Refused:
    """Return the event of a change without a metric: a product that "rose", or one that is simply tight."""
    token = layout.tokens[index]
    if token.value in ("tight", "loose", "balanced"):
        return _bind_bare_state(layout, token)
    has_price = has_price or _is_of_money(layout, token)
    if _is_of_segment(layout, index):
        return Event("demand", cast(Direction, token.value), token, None, "segment demand")
    if weighs_on_buyer(layout, token):
        return Event("price", cast(Direction, token.value), token, None, WEIGHT)
    if layout.language == "en" and moves_as_price(layout, token):
        return Event("price", cast(Direction, token.value), token, None, "bare price")
    if (has_price or _TRADED_FLAT.search(token.text)) and _is_flat_beside(layout, token):
        return Event("price", "flat", token, None, "bare price")
    unsaid = _what_is_unsaid(layout, token, has_price=has_price)
    if unsaid is not None:
        return Refused(token, f"{token.text} of {unsaid}")
    is_sized = token.flags & {"a", "n"} and is_sized_behind(layout, token)
    if layout.language == "en" and (
        (is_sized and (_is_item(layout, token) or _is_of_amounts(layout, token)))
        or _is_sized_verb(layout, token)
        or _moves_product(layout, token)
    ):
        return Event("price", cast(Direction, token.value), token, None, "bare price")
    is_counted = _is_told_again(layout, index)
    is_price = (is_sized and layout.language == "en") or "p" in token.flags or is_counted
    if (has_price or "보합" in token.text) and (is_price or (layout.language != "zh" and "v" in token.flags)):
        return Event("price", cast(Direction, token.value), token, None, "bare price")
    is_strong = _STRONG_BARE.search(token.text) or _is_sized_rise(layout, token) or _is_only_raised(layout, token)
    is_strong = is_strong or _is_traded_by_size(layout, token)
    if _grows_dear_ja(layout, token) or (("p" in token.flags or _is_sized_rise(layout, token)) and is_strong):
        return Event("price", cast(Direction, token.value), token, None, "bare price")
    return Refused(token, f"{token.text} of what is not said")


def _moves_product(layout: Layout, token: Token) -> bool:
    """Say whether an English verb raises a product itself by a size ("lifting NAND 10% from April")."""
    if "t" not in token.flags or token.value != "up":
        return False
    return any(
        0 <= e.start - token.end <= 2 and _BY_SIZE.fullmatch(layout.text, e.end, a.start)
        for e in layout.entities
        for a in layout.amounts
        if a.start >= e.end
    )


def _is_told_again(layout: Layout, index: int) -> bool:
    """Say whether a Chinese "季增" with a size follows another of its kind, of prices, for another product."""
    token = layout.tokens[index]
    is_sized = any(0 <= a.start - token.end <= 3 for a in layout.amounts)
    counted = token.flags & {"QoQ", "MoM", "YoY"}
    told = [t for t in layout.tokens[:index] if t.cls == "metric"]
    if layout.language == "zh" and told and told[-1].value == "other":
        return False  # "DRAM营收年增51%、NAND年增45%"
    return is_sized and bool(counted) and any(counted <= other.flags for other in layout.tokens[:index])


def _is_prelude(layout: Layout, token: Token) -> bool:
    """Say whether a Chinese sized fall only leads up to what a product did ("继三季度暴跌31%之后,DRAM的均价...")."""
    first, last = layout.clause_span(layout.clause(token.start))
    has_size = any(0 <= a.start - token.end <= 3 for a in layout.amounts)
    leads = layout.text.startswith("继", first) and re.search(r"后[,，]?$", layout.text[first:last])
    return layout.language == "zh" and has_size and bool(leads)


def _is_of_segment(layout: Layout, index: int) -> bool:
    """Say whether a Chinese word of demand stands directly after a segment ("消费端放缓")."""
    token = layout.tokens[index]
    before = layout.tokens[index - 1] if index else None
    is_touching = before is not None and before.cls == "segment" and token.start - before.end <= 2
    return is_touching and "d" in token.flags and layout.language == "zh"


def _what_is_unsaid(layout: Layout, token: Token, *, has_price: bool) -> str | None:
    """Return of what a bare change tells instead of a product's price, or None where it can be that."""
    if token.flags & {"o", "d"} or ("w" in token.flags and not has_price and "보합" not in token.text):
        return "nothing known"
    if _is_prelude(layout, token):
        return None
    is_beside = _product_beside(layout, token) or _is_of_amounts(layout, token) or is_listed(layout, token)
    is_beside = is_beside or _is_of_money(layout, token) or _describes_product(layout, token)
    is_beside = is_beside or _measures_amount(layout, token)
    if layout.language == "zh":
        is_beside = is_beside or goes_on_in_half(layout, token) or goes_on_from_topic(layout, token.start)
    if not is_beside or _is_of_shares(layout, token) or _is_of_quantity(layout, token, has_price=has_price):
        return "nothing known"
    if token.text in _MOODS or _is_of_turnover(layout, token):
        return MARKET
    return "what is not said" if token.text.startswith(("grow", "grew")) else None


def _describes_product(layout: Layout, token: Token) -> bool:
    """Say whether a sized Japanese rise or fall describes the product after it ("5倍近く上昇したメモリー")."""
    is_sized = layout.language == "ja" and (has_size_before(layout, token) or "price" in token.value)
    return is_sized and any(_DESCRIBES.fullmatch(layout.text, token.end, e.start) for e in layout.entities)


def _is_of_money(layout: Layout, token: Token) -> bool:
    """Say whether a Japanese sentence tells of a product what it costs in money before or after a bare rise or fall."""
    if layout.language != "ja" or not layout.entities or layout.entities[0].start > token.start:
        return False
    told = layout.between(layout.start, token.start, "metric", "alien", "maker", "company")
    return not told and bool(_MONEY.search(layout.text, layout.start, layout.end))


def _is_traded_by_size(layout: Layout, token: Token) -> bool:
    """Say whether a Chinese product itself moves by a size as only what is traded does ("上周DDR5回调3%")."""
    if layout.language != "zh" or not _TRADED.fullmatch(token.text):
        return False
    is_sized = any(a.kind == "percent" and 0 <= a.start - token.end <= 3 for a in layout.amounts)
    return is_sized and any(0 <= token.start - e.end <= 8 for e in layout.entities)


def _measures_amount(layout: Layout, token: Token) -> bool:
    """Say whether a sized Chinese rise follows what a product costs ("DDR5 16Gb报5.2美元,较上周上涨3%")."""
    first, last = layout.clause_span(layout.clause(token.start))
    number = layout.clause(first)
    is_sized = any(token.end <= a.start < last for a in layout.amounts)
    if layout.language != "zh" or not number or not is_sized:
        return False
    start, _ = layout.clause_span(number - 1)
    if layout.between(start, token.start, "alien", "maker", "company", "event"):
        return False
    told = layout.between(start, token.start, "metric")
    is_named = any(start <= e.start < first for e in layout.entities)
    return is_named and all(t.value == "price" for t in told) and bool(_COSTS.search(layout.text, start, first))


def _is_of_turnover(layout: Layout, token: Token) -> bool:
    """Say whether a Chinese market grows by a size to an amount of money ("NOR市场将再增长21%至35亿美元")."""
    return layout.language == "zh" and bool(_TO_MONEY.match(layout.text, token.end))


def _is_of_shares(layout: Layout, token: Token) -> bool:
    """Say whether what changes is the shares of a trade ("记忆体族群重挫")."""
    first, _ = layout.clause_span(layout.clause(token.start))
    if layout.language == "ko" and _STOCK_NEWS.search(layout.text, first, token.start):
        return True
    if layout.language == "zh" and _LIMIT.search(layout.text, layout.start, layout.end):
        return True
    if layout.language == "zh" and _is_of_maker(layout, token, first):
        return True
    return any(_STOCKS.match(layout.text, e.end) for e in layout.entities if e.end <= token.start)


def _is_of_maker(layout: Layout, token: Token, first: int) -> bool:
    """Say whether a Chinese maker itself rises or falls ("大厂美光(Micron)昨日重挫8%"): its shares do."""
    makers = layout.between(first, token.start, "maker", "company")
    if not makers or "t" in token.flags or any(makers[-1].end <= e.start < token.start for e in layout.entities):
        return False
    return bool(_FELL_ITSELF.fullmatch(layout.text, makers[-1].end, token.start))


def _is_of_quantity(layout: Layout, token: Token, *, has_price: bool) -> bool:
    """Say whether a change without a metric is one of what is counted: shipments, revenue; in Chinese what there is ("DRAM大幅缩减")."""
    if layout.language == "zh" and token.text in _LESSENS:
        return not any(0 <= a.start - token.end <= 3 for a in layout.amounts)
    if layout.language not in ("ko", "ja"):
        return False
    first, _ = layout.clause_span(layout.clause(token.start))
    is_traded = layout.language == "ja" and _STRONG_BARE.search(token.text) is not None
    is_own = is_traded and any(first <= e.start < token.start for e in layout.entities)
    counted = layout.between(first if is_own else layout.start, token.start, "metric")
    is_counted = any(t.value == "other" for t in counted)
    if token.text in ("증가", "감소"):
        is_priced = has_price and (layout.language != "ko" or _speaks_of_price_before(layout, token))
        return is_counted or not (is_priced and has_size_before(layout, token))
    if layout.language == "ko" and is_counted and token.value == "flat":
        return not _has_price_before(layout, token)
    return is_counted and not speaks_of_price(layout)


def _has_price_before(layout: Layout, token: Token) -> bool:
    """Say whether a price word stands before a change in its sentence."""
    told = layout.between(layout.start, token.start, "metric", "market")
    return any(t.value == "price" or "price" in t.flags for t in told)


def _bind_bare_state(layout: Layout, token: Token) -> Event | Refused:
    """Return the event of a "tight" or "loose" without a metric: the supply of a product close by."""
    if layout.language == "en" and token.text.startswith("squeez") and _rules_product(layout, token):
        return Event("supply", "tight", token, None, "bare supply")
    is_beside = _product_beside(layout, token) and _is_close(layout, token)
    is_supply = not token.flags & {"i", "w"} and (is_beside or takes_up_product(layout, token))
    if not is_supply or (layout.language == "ja" and token.text.startswith("低")):
        return Refused(token, f"{token.text} of nothing known")
    return Event("supply", cast(Direction, token.value), token, None, "bare supply")


def _rules_product(layout: Layout, token: Token) -> bool:
    """Say whether an English product is what a squeeze falls on ("AI is squeezing conventional server DRAM")."""
    return any(0 <= e.start - token.end <= 24 for e in layout.entities)


def _is_sized_rise(layout: Layout, token: Token) -> bool:
    """Say whether a Korean or Japanese "rise" or "fall" has a size of its own, so that a product's is one of price."""
    is_bare = _SIZED_BARE.fullmatch(token.text) or _raises_product_ja(layout, token)
    return bool(is_bare) and has_size_before(layout, token)


def _grows_dear_ja(layout: Layout, token: Token) -> bool:
    """Say whether a Japanese product itself is told to become dear or cheap ("SSDが安くなっている")."""
    if layout.language != "ja" or token.text not in ("高くな", "安くな"):
        return False
    return any(_ITSELF_JA.fullmatch(layout.text, e.end, token.start) for e in layout.entities if e.end <= token.start)


def _raises_product_ja(layout: Layout, token: Token) -> bool:
    """Say whether a Japanese product itself is raised or cut ("NANDを2割引き上げた"), with nothing else named between."""
    if not _RAISED_JA.fullmatch(token.text):
        return False
    raised = [e.end for e in layout.entities if e.end < token.start and layout.text.startswith("を", e.end)]
    return bool(raised) and not layout.between(
        raised[-1], token.start, "metric", "alien", "product", "maker", "company"
    )


def _is_only_raised(layout: Layout, token: Token) -> bool:
    """Say whether a Korean product itself is raised or cut, with no other noun told between ("노어는 3분기에도 올린다")."""
    if layout.language != "ko" or not _RAISED.fullmatch(token.text):
        return False
    before = [e.end for e in layout.entities if e.end <= token.start]
    if not before:
        return False
    gap = layout.text[before[-1] : token.start]
    for word in layout.periods:
        if before[-1] <= word.start < token.start:
            gap = gap.replace(layout.text[word.start : word.end], "")
    return _MERELY_AGAIN.fullmatch(gap) is not None


def has_size_before(layout: Layout, token: Token) -> bool:
    """Say whether a size stands directly before a word of change ("5〜10%ほどの上昇", "20% QoQ 감소")."""
    edge = next((b.start for b in layout.between(token.start - 8, token.start, "basis") if token.start - b.end <= 1), 0)
    return any(0 <= place - a.end <= 4 for a in layout.amounts for place in (token.start, edge))


def _is_item(layout: Layout, token: Token) -> bool:
    """Say whether an English list gives a product's change and nothing but prices ("mobile DRAM: up 23-28%")."""
    told = layout.between(layout.start, layout.end, "metric", "alien", "maker", "company")
    return is_listed(layout, token) and all(t.cls == "metric" and t.value == "price" for t in told)


def _is_sized_verb(layout: Layout, token: Token) -> bool:
    """Say whether an English product itself rises or falls by a size ("server DRAM to climb by more than 60%")."""
    first, last = layout.clause_span(layout.clause(token.start))
    if token.flags & {"v", "t"} != {"v"} or layout.between(first, last, "metric", "alien", "maker", "company"):
        return False
    has_size = any(token.end <= a.start <= token.end + 16 for a in layout.amounts)
    named = [e for e in layout.entities if layout.text[e.start : e.end] != "memory"]  # that is a branch of trade
    return has_size and any(_PLAIN_SUBJECT.fullmatch(layout.text, e.end, token.start) for e in named)


def _is_of_amounts(layout: Layout, token: Token) -> bool:
    """Say whether an English "up 48%" measures what a product cost before and costs now ("from $3.1 to $4.6, up 48%")."""
    number = layout.clause(token.start)
    is_sized = "a" in token.flags or ("n" in token.flags and layout.text.startswith(" of ", token.end))
    if layout.language != "en" or not is_sized or not layout.entities or not number:
        return False
    for back in range(1, min(number, 3) + 1):
        first, last = layout.clause_span(number - back)
        if layout.between(first, token.start, "alien", "change", "event", "company"):
            return False
        if _AMOUNTS.search(layout.text, first, last):
            told = [t for t in layout.between(layout.start, token.start, "metric") if t.value not in ("price", "cost")]
            return not told and layout.entities[0].start < last
    return False


def _is_flat_beside(layout: Layout, token: Token) -> bool:
    """Say whether a Chinese "unchanged" stands directly after a product, as one of several whose prices are told."""
    if layout.language == "ja":
        return _is_flat_ja(layout, token)
    is_flat = layout.language == "zh" and token.value == "flat"
    if is_flat and _TRADED_FLAT.search(token.text) and not _is_of_shares(layout, token):
        return _product_beside(layout, token)
    return is_flat and any(_MERELY_SO.fullmatch(layout.text, e.end, token.start) for e in layout.entities)


# What may stand between a Chinese product and "flat" in speech ("NOR这边基本上是持平").
_MERELY_SO = re.compile(
    r".{0,2}|[\s,，]?(?:\d{1,4} ?[gt]b? ?|的?部分|方面|这边|这块|则|也|都|就|仍|将|会|是|还是|大概|大致|基本上?|约略?|差不多|看起来|应该|预计|预估|估|可能|维持|保持|相对|比较|[,，]){1,5}"
)


def _is_flat_ja(layout: Layout, token: Token) -> bool:
    """Say whether a Japanese product itself is told to move sideways ("NANDは横ばい圏で推移した"), and nothing is counted."""
    if token.value != "flat" or not _TRADED_FLAT.search(token.text):
        return False
    if layout.between(layout.start, token.start, "metric", "alien", "company"):
        return False
    return any(_IS_FLAT.fullmatch(layout.text, e.end, token.start) for e in layout.entities)


def _is_under_heading(layout: Layout, first: int) -> bool:
    """Say whether the clause before is a product and a colon ("**DDR5**: 約4.4倍に高騰")."""
    if layout.language == "en" or first == layout.start or layout.text[first - 1] != ":":
        return False
    start, _ = layout.clause_span(layout.clause(first) - 1)
    return any(
        re.fullmatch(
            r"[\s*#\-•·]*(?:(?:エンタープライズ|クライアント|サーバー?|コンシューマー?|モバイル|pc)(?:向け|用)?)?",
            layout.text[start : e.start],
        )
        and re.fullmatch(r"[\s*]*:", layout.text[e.end : first])
        for e in layout.entities
        if start <= e.start < first
    )


def _is_close(layout: Layout, token: Token) -> bool:
    """Say whether a product stands within a few words of a bare "tight"."""
    if layout.language == "en" and _TURNED_TO.search(layout.text, max(layout.start, token.start - 44), token.start):
        return True
    reach = 24 if layout.language == "en" else 14
    near = [e for e in layout.entities if -2 <= token.start - e.end <= 14 or 0 <= e.start - token.end <= reach]
    if layout.language == "en" and not near:
        return any(_IS_STATE.fullmatch(layout.text, e.end, token.start) for e in layout.entities)
    return bool(near)


def _product_beside(layout: Layout, token: Token) -> bool:
    """Say whether a product is the subject of a change: in its clause, before it (or right after it in an "in" phrase)."""
    first, last = layout.clause_span(layout.clause(token.start))
    if _is_under_heading(layout, first):
        return True
    if any(first <= e.start < token.start for e in layout.entities):
        nearest = max(e.end for e in layout.entities if first <= e.start < token.start)
        return not layout.between(nearest, token.start, "alien", "metric", "maker") or layout.language != "en"
    if layout.language == "en" and any(
        _MARKET_OF.match(layout.text, e.end) for e in layout.entities if 0 <= e.start - token.end <= 16
    ):
        return True  # "a tight NAND market"
    if layout.language == "en" and IN_PHRASE.match(layout.text, token.end):
        return any(token.end <= e.start < min(last, token.end + 30) for e in layout.entities)
    if layout.language == "ko":
        return any(DESCRIBES_KO.fullmatch(layout.text, token.end, e.start) for e in layout.entities)
    return False
