"""Whether a market is spoken of by its price ("spot fell 3%", "contract hikes", 现货持平, スポットは下落), or shares are."""

from __future__ import annotations

import re

from tracker.extract.event import Event
from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token
from tracker.extract.patterns import one_of

_IS_TOLD_JA = re.compile(r"(?:市场|取引|平均|品)?[はがも、]")
# "Contracts dipped 2.8%", "spot has sprinted 30%": the price of a market that is its own subject.
_OF_MARKET = re.compile(
    r" (?:has |have |had |will |should |could |may |might |is set to |are set to |is expected to |are expected to |also |then "
    r"|is |are |was |were |be |been |being |seen |expected to |still |broadly |largely |simply |all )*"
)
# What may stand between a Chinese market and the change of its price: when, how much, again ("合约十二月仍持平").
_MERELY_WHEN = re.compile(
    r"[\s,]?"
    + one_of(
        # When: "近两周", "十二月", "上旬", "第三季"
        r"价|[近这本上前今昨单一两三四五六七八九十\d]{1,3}个?(?:周|天|日|月|季度?)(?:份|里|内|以来)?",
        r"单周|当周|月底|年底|起|[上中下]旬|[上下]半[年月]|目前|眼下|近期|最近|第[一二三四]季度?",
        # Again, still
        r"也|亦|都|均|皆|则|又|再|更|却|仍|仍将|还|还会|依旧|依然|持续|继续|连续",
        # How surely
        r"将|未必|不一定|不见得|恐|恐怕|可能|可望|有望|有机会|看来|应会|应该|料将|势将|估|预估|已|就|只好|只能",
        # How much, how fast, how widely
        r"仅|几乎|大致|大幅|小幅|微幅|惨|应声|率先|一度|同步|一路|谈|开|普遍|整体|明显|快速|急速|全面",
    )
    + r"{0,4}"
)
# What spot trading or a contract does only in its price ("现货转弱").
_OF_TRADING = re.compile(
    r"[强弱]|[偏续仍][强弱]|[转走趋][弱强软疲坚稳]|松动|疲软|疲弱|低迷|滑落|下滑|回落|回软|升温|降温|修正|续弱|续强"
)
# A day of trading in shares, wherever in a Korean or Japanese sentence.
_SHARES = {
    "ko": re.compile(
        one_of(
            r"코스피|코스닥|나스닥|다우(?:존스)?지수|사이드카|서킷브레이커|장중|장 ?초반|장 ?마감",
            r"차익 ?실현|순매[수도]|매도세|매수세|시가총액|시총|대형주|관련주|거품론|투자 ?심리|목표 ?주가|밸류에이션",
            # "메모리주가 일제히", "리더십 유지", "업체들(삼성전자) 낙폭"
            r"[가-힣]주(?:가|는|도|들이?) (?:일제히|동반|줄줄이)|리더십 (?:유지|확보|강화)",
            r"(?:업체|기업|종목)(?:들)?(?:\([^)]{1,30}\))? (?:낙폭|하락폭)",
        )
    ),
    "ja": re.compile(
        one_of(
            r"日经平均|ナスダック|nasdaq|ダウ平均|topix|株式市场|出来高|セクター|レバレッジ|ストップ[高安]",
            r"铭柄|半导体株|関连株|メモリー?株|株(?:価|安|高|が|は|も)|終値|终値",
        )
    ),
}
# A hope or a fear that moves a share, told between what it is of and how far ("규제 우려로 3% 밀리고").
_MOVED_BY = re.compile(
    r"(?:우려|기대|불안|경계)(?:감|심)?(?:으로|로|에|속에) |(?:悬念|期待|不安|警戒)感?(?:から|で|に)"
)


_SHARE_PRICES = frozenset({"株価", "终値", "始値", "初値", "时価総额", "時価総额"})
_NAMES_PRICE_JA = re.compile(r"を(?:背景|受け|好感|嫌気|追い风)|の恩恵|が追い风|による|により|で")


def is_of_shares(layout: Layout, event: Event) -> bool:
    """Say whether a Korean or Japanese change without a price of its own is that of shares ("메모리주 약세에 코스피 하락")."""
    signs = _SHARES.get(layout.language)
    if signs is None or signs.search(layout.text, layout.start, layout.end) is None:
        return False
    if event.metric is not None and event.metric.text == "値" and layout.language == "ja":
        return True  # "株価は史上最高値を記録"
    if layout.language == "ja" and event.attribute == "price":
        if _NAMES_PRICE_JA.match(layout.text, event.trigger.end) and _touches_product(layout, event):
            return False  # "マイクロン株は、メモリー高を背景に上昇した"
        if _is_told_of_share_price(layout, event):
            return True
    if event.metric is not None and event.rule != "shared subject":
        return _MOVED_BY.search(layout.text, event.metric.end, event.trigger.start) is not None
    if event.rule == "shared subject":
        return not layout.between(event.trigger.start - 20, event.trigger.start, "metric", "market")
    return event.attribute == "price" and not layout.between(layout.start, layout.end, "metric", "market")


def _touches_product(layout: Layout, event: Event) -> bool:
    """Say whether a change is written onto the name of its product ("メモリー高")."""
    return any(e.end == event.start for e in layout.entities)


def _is_told_of_share_price(layout: Layout, event: Event) -> bool:
    """Say whether the last price named before a Japanese change is that of a share ("株価は、前日の終値から500円の値上がりとなった")."""
    told = layout.between(layout.start, event.trigger.start, "metric", "market")
    if event.metric is not None or not told or told[-1].text not in _SHARE_PRICES:
        return False
    return not any(told[-1].end <= e.start < event.trigger.start for e in layout.entities)


def is_price_of_market(layout: Layout, token: Token, other: Token) -> bool:
    """Say whether a market names its price: it says so, or the change follows at once in Chinese ("现货持平")."""
    if "price" in other.flags:
        return True
    if layout.language == "en":
        is_sized = "v" in token.flags and any(0 <= a.start - token.end <= 12 for a in layout.amounts)
        is_subject = bool(_OF_MARKET.fullmatch(layout.text, other.end, token.start))
        return (token.start - other.end <= 1 and {"v", "n"} <= token.flags) or (
            (is_sized or token.value == "flat") and is_subject
        )  # "contract hikes"
    if layout.language == "ja":
        return bool({"p", "w"} & token.flags) and _IS_TOLD_JA.match(layout.text, other.end) is not None
    gap = layout.text[other.end : token.start]
    is_counted = bool({"QoQ", "MoM"} & token.flags) and any(0 <= a.start - token.end <= 3 for a in layout.amounts)
    is_of_trading = bool({"p", "w"} & token.flags) or is_counted or _OF_TRADING.fullmatch(token.text) is not None
    return layout.language == "zh" and is_of_trading and _MERELY_WHEN.fullmatch(gap) is not None
