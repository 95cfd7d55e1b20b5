"""The quarter that Chinese results are told of, and what a maker or a market is told to do beside them."""

from __future__ import annotations

import re

from tracker.extract.chinese.dating import is_since_thing
from tracker.extract.chinese.headlines import find_results_ahead
from tracker.extract.chinese.now import NOW
from tracker.extract.durations import is_of_a_while
from tracker.extract.event import Event
from tracker.extract.layout import Layout
from tracker.extract.marks import PeriodWord
from tracker.extract.results import is_of_results

# "本季度收入580亿元,环比增长42%": what only a quarter that is over has.
_RESULTS_OF_QUARTER = re.compile(
    r"[^，,。;]{0,14}(?:实现|收入|营收|销售额|利润|净利|毛利率?|出货量?|成本|费用|业务|交付量?)"
    r"(?![^。;]{0,24}(?:预计|(?<!于)(?<!市场)(?<!一致)(?<!出)(?<!超)(?<!不及)预期|预估|预测|有望|或将|指引|目标|将))[^。;]{0,24}"
    r"(?:环比|同比|环增|同增|环减|季增|季减|年增|(?:低|高|好|优|差)于(?:市场|一致)?预期|超(?:出|过)?(?:市场)?预期|不及预期|来自|得益于|受益于|归因于)"
)
# "公布第一季度营收", beside which "this quarter" is the same one.
_REPORTED = re.compile(
    r"(?:的|公司|合并|归母|营业|整体|单季|财季)*(?:营收|营业收入|收入|净利润?|营业利润|利润|业绩|财报)"
    r"(?![^，,。;]{0,12}(?:预计|预期|预估|预测|有望|或将|指引|目标|将))"
)
# "目前本季", "总经理说本季": the quarter that runs as one speaks; so is one of which a move is told as going on.
_OF_NOW = re.compile(
    r"(?:目前|当前|现在|眼下|说|称|表示|指出|透露|认为|强调|坦言)[^。;]{0,12}$|(?:目前|当前|现在|眼下)[，,]?本"
)
_OWN_CHANGE = re.compile(r"度?[^，,。;]{0,14}(?:续涨|续跌|再[涨跌升降]|继续[上下]?[涨跌升降]|持续[上下]?[涨跌升降])")
_PROFIT_GREW = re.compile(
    r"(?:的|公司|合并|归母|营业)?(?:净利润?|利润|营收|营业收入|业绩)[^，,。;]{0,6}(?:同比|年增|年减|同增)"
)
# "Q3净利大增", "Q2 +119%": results, which say of what quarter they are and of nothing else's.
_IS_RESULTS = re.compile(
    r"(?:的|公司|合并|归母|全球|总|单季)?\s?(?:业绩|财报|净利润?|利润|营收|营业收入|收入|市场规模|市场总?营收|\+\d)"
)
_OF_TRADE = re.compile(r"半导体|行业|市场|景气|周期|正在|目前|当前")


def tells_profit(layout: Layout, word: PeriodWord) -> bool:
    """Say whether a Chinese forecast is of a period's profit against the year before, which may be over ("预计上半年净利同比增长")."""
    return layout.language == "zh" and _PROFIT_GREW.match(layout.text, word.end, layout.end) is not None


def tells_results(layout: Layout, word: PeriodWord) -> bool:
    """Say whether a Chinese "this quarter" is the one reported on, as results of it are told ("本季度营收环比增长20%,均价环增8%")."""
    if layout.language != "zh" or not word.text.startswith(("本季", "本财季", "当季", "该季")):
        return False
    if _RESULTS_OF_QUARTER.match(layout.text, word.end, layout.end) is not None:
        return True
    if _OF_NOW.search(layout.text, layout.start, word.end) or _OWN_CHANGE.match(layout.text, word.end, layout.end):
        return False
    return any(_REPORTED.match(layout.text, w.end, layout.end) for w in layout.periods if _is_named_quarter(w))


def _is_named_quarter(word: PeriodWord) -> bool:
    """Say whether a period is a quarter by its number ("第一季度"), and not this one or the last."""
    return word.marks[0].unit == "Q" and word.marks[0].step is None and bool(word.marks[0].number)


def tells_of_trade(layout: Layout, event: Event, word: PeriodWord, first: int) -> bool:
    """Say whether a clause after results of a quarter tells how trade is ("公司Q3业绩高增,存储行业价格上涨"), of no quarter."""
    if not _IS_RESULTS.match(layout.text, word.end, layout.end):
        return False
    return _OF_TRADE.search(layout.text, first, event.trigger.end) is not None


def find_of_results(layout: Layout, event: Event, usable: list[PeriodWord]) -> PeriodWord | None:
    """Return the period whose results a Chinese sentence reports before a fact ("公布第一季营收,受惠DRAM价格上涨")."""
    if layout.periods and layout.bounds:
        ahead = find_results_ahead(layout, event)
        if ahead is not None:
            return ahead
    if usable and not _opens_with_results(layout, event, usable):
        return None
    told = [w for w in layout.periods if w.end <= event.start and is_of_results(layout, w)]
    told = [w for w in told if not is_since_thing(layout, w)]
    if not told or NOW.search(layout.text, told[-1].end, event.end):
        return None
    first, last = layout.clause_span(layout.clause(event.trigger.start))
    if is_of_a_while(layout, first, last) or tells_of_trade(layout, event, told[-1], first):
        return None
    return None if layout.between(told[-1].end, event.end, "future") else told[-1]


def _opens_with_results(layout: Layout, event: Event, usable: list[PeriodWord]) -> bool:
    """Say whether all other periods of a Chinese sentence follow a price ("第三季EPS 8元,DRAM均价季增50%,第四季续涨")."""
    _, last = layout.clause_span(layout.clause(event.trigger.start))
    return event.attribute == "price" and all(word.start >= last for word in usable)
