"""Changes that a Chinese text only mentions: in a title or a link, as one of several cases, as a day of trading in shares."""

from __future__ import annotations

import re

from tracker.extract.event import Event
from tracker.extract.layout import Layout
from tracker.extract.patterns import one_of

# What a title ends with: "「记忆体缺货分析」", "《DRAM涨价懒人包》".
_TITLE_END = one_of(
    r"分析|解析|全解析|懒人包|攻略|总?整理|专题|专文|报告|追踪|框架|清单|手册|讨论串?|系列|笔记|指南|模型|仪表板|大事记|时间轴|机制"
)
_IN_TITLE = (
    re.compile(r"《[^《》]{2,40}》"),
    re.compile(rf"[「『\"][^「」『』\"]{{2,36}}{_TITLE_END}[」』\"]"),
    re.compile(
        r"「[^「」]{2,30}」(?=(?:的|这|那)?(?:[一两三]|上|下|前|后|该|本)?(?:篇|文|节|章|段|专题|专栏|系列|讨论串|单元))"
    ),
    # A link to another page of the same place, or one that is named like a title
    re.compile(r"\[[^\[\]]{2,40}\]\((?:/|\.{1,2}/|#)[^()\s]*\)"),
    re.compile(rf"\[[^\[\]]{{2,36}}{_TITLE_END}\]\([^()\s]*\)"),
)
# "可能是(a)ASP涨15%,或(b)ASP跌3%": one case or the other.
_CASES = re.compile(r"\(?(?P<one>a|1|i|①)\)[^。]{2,60}?(?:或者?|还是|要么)(?:是|为)?\s?\(?(?:b|2|ii|②)\)")
# "当产能移往HBM,DDR4就容易缺货": what follows whenever something is so.
_WHENEVER = re.compile(
    r"(?:^|[，,。;:])(?:而|每)?当(?![季月年日天期前下地局中红家作成然初时今年])[^，,。;]{3,40}[，,][^，,。;]{0,20}(?:就|便|才|往往|通常|自然)(?:会|容易|可能|能|要)?[^，,。;]{0,6}$"
)
# "DDR4报价何时止跌": it is asked when.
_WHEN = re.compile(r"(?<!不知)(?:何时|啥时|什么时候|几时)(?:才|会|能|可|将|真正|开始|才能|才会)*[^，,。;]{0,4}$")
# "要看制程进度,而非短期的ASP涨幅": what is not to be looked at.
_NOT_THIS = re.compile(
    r"(?:而非|而不是|不能只看|不应只看|不只看)(?:短期|单季|单月|当期|眼前|一时|单纯|只看|看)?(?:内)?的?(?:asp|价格|报价|均价)?$"
)
# A day of trading in shares, and what is then traded.
_SHARE_DAY = re.compile(
    r"投信|自营商|买超|卖超|融资|融券|筹码|连[买卖][一二三四五六七八九十\d]|[千万\d]张|收[涨跌]|涨停|跌停"
)
_SHARE_WORDS = re.compile(r"倒货|抛售|出脱|卖压|买盘|买气|调节|追价|承接|抢进|出货潮|敲进|加码")


# The header of a table of cases with their odds, the line below it, and its rows.
_OF_CASES = re.compile(
    r"\|\s?(?:情境|情景|剧本|假设|scenario)[^|]{0,8}\|(?:[^|]{0,12}\|){0,2}\s?(?:主观|预估)?(?:机率|概率|几率|prob)"
)
_ROWS = re.compile(r"[^|]{0,12}\|(?:[^|]{0,40}\|){0,4}\s?\|\s?:?-{2,}[^。]*")
_LONGEST_TABLE = 1200


# "影响后续涨势": how it goes on is open; "涨价过快可能使买方缩手": what it would bring.
_BEARS_ON = re.compile(r"(?:影响|牵动|左右|制约|削弱|冲击)(?:到|了)?(?:后续|未来|接下来|日后)(?:的)?[^，,。;]{0,4}$")
_TOO_FAST = re.compile(
    r"(?:得)?(?:过|太)(?:快|猛|凶|高|大|急|多)(?:[，,]?(?:恐|将|可能|会|也|易|容易|反而|都))+(?:使|让|导致|令|影响|压抑|抑制|冲击|伤)"
)


def why_mentioned(layout: Layout, event: Event) -> str | None:
    """Return why a Chinese change is only mentioned, or None where it is told."""
    text, place = layout.text, event.trigger.start
    first, _ = layout.clause_span(layout.clause(place))
    if _is_in_title(layout, event):
        return "named in a title"
    if _is_in_case(layout):
        return "a case of a table"
    case = _CASES.search(text, layout.start, layout.end)
    if case is not None and place > case.start():
        return "one of several cases"
    if (
        not layout.periods
        and _WHENEVER.search(text, max(layout.start, place - 80), place)
        and not _happened(layout, event)
    ):
        return "what comes of it at any time"
    if _BEARS_ON.search(text, first, place) or _TOO_FAST.match(text, event.trigger.end):
        return "what it would bring is open"
    if _WHEN.search(text, first, place):
        return "when it comes is open"
    begins = min(place, event.metric.start) if event.metric else min(place, event.start)
    if _NOT_THIS.search(text, first, begins):
        return "what it is not"
    if event.attribute in ("supply", "demand", "inventory") and _is_of_share_day(layout, event):
        return "a day of shares"
    return None


def _is_in_title(layout: Layout, event: Event) -> bool:
    """Say whether a change stands inside a title or a link to another page; a size in it is news."""
    text, place = layout.text, event.trigger.start
    spans = [m.span() for one in _IN_TITLE for m in one.finditer(text, layout.start, layout.end)]
    inside = [(start, end) for start, end in spans if start < place < end]
    return any(not any(start < a.start < end for a in layout.amounts) for start, end in inside)


def _is_in_case(layout: Layout) -> bool:
    """Say whether a row of a table is one of the cases that its header gives the odds of."""
    if layout.text[layout.start : layout.start + 1] != "|":
        return False
    above = layout.text[max(0, layout.start - _LONGEST_TABLE) : layout.start].rstrip()
    headed = list(_OF_CASES.finditer(above))
    return bool(headed) and above.endswith("|") and _ROWS.fullmatch(above, headed[-1].end()) is not None


def _is_of_share_day(layout: Layout, event: Event) -> bool:
    """Say whether what is bought or sold is shares ("投信连五买,记忆体买盘回笼")."""
    words = event.trigger.text + (event.metric.text if event.metric else "")
    return (
        _SHARE_WORDS.search(words) is not None and _SHARE_DAY.search(layout.text, layout.start, layout.end) is not None
    )


_HAPPENED = re.compile(r"(?:已经?|开始)$")


def _happened(layout: Layout, event: Event) -> bool:
    """Say whether a Chinese change behind "when" is one that came: with its size, or with a word that it is done or has begun."""
    place, end = event.trigger.start, event.trigger.end
    is_sized = any(0 <= a.start - end <= 3 for a in layout.amounts)
    is_done = layout.text.startswith("了", end) or "了" in event.trigger.text
    return is_sized or is_done or _HAPPENED.search(layout.text, max(layout.start, place - 6), place) is not None
