"""Chinese lists of what to watch for: a change named as a trigger, a signal or a condition that has not come.

"触发条件:DRAM合约价连降两季", "满足以下任一条件即加仓:(1)现货价止跌", "预警指标:NAND跌幅扩大至20%".
"""

from __future__ import annotations

import re

from tracker.extract.event import Event
from tracker.extract.layout import Layout

_NAMES = r"(?:触发|止损|止盈|退出|证伪|加仓|减仓|建仓|离场|失效|翻多|翻空|看空|看多|熔断)"
# What heads news as well ("跟踪:11月现货价涨5%"): only with a noun for what is watched, and where nothing is told of a time.
_WATCHED = r"(?:预警|警戒|观察|跟踪|验证|反转|监控)(?:的)?(?:条件|信号|指标|点|阈值|门槛|线|因素|标准|清单)"
_WATCH_LABEL = re.compile(rf"{_WATCHED}(?:之一)?(?:\s?\([^()]{{0,12}}\))?[*\s]*[:：|]")
_LABEL = re.compile(
    rf"{_NAMES}(?:的)?(?:条件|信号|指标|点|阈值|门槛|线|因素|标准|清单|器)?(?:之一)?(?:\s?\([^()]{{0,12}}\))?[*\s]*[:：|]|kill ?switch[^:：|]{{0,12}}[:：|]"
)
_ANY_OF = re.compile(
    r"(?:以下|下列|如下)(?:任一|任意|任何|几个?|[一二两三四]个?|之一)?(?:条件|情况|情形|信号|事件|指标)"
)
_IS_THERE = re.compile(
    r"已经?(?:出现|触发|发生|满足|实现|确认|兑现)|(?<!未)(?<!未被)(?<!尚未)(?<!没有)已触发|当前信号|最新信号"
)

_TOLD = re.compile(r"已经?|仅剩|只剩|仅有")


def is_only_watched_for(layout: Layout, event: Event) -> bool:
    """Say whether a Chinese sentence lists a change as one to watch for, and does not say that it is there."""
    before = (layout.text, layout.start, event.trigger.start)
    if _IS_THERE.search(*before):
        return False
    if _LABEL.search(*before) is not None or _ANY_OF.search(*before) is not None:
        return True
    label = _WATCH_LABEL.search(*before)
    if label is None or _TOLD.search(*before):
        return False
    return not layout.periods or label[0].startswith(("验证", "观察"))
