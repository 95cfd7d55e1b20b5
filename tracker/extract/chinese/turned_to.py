"""Chinese products that lines are turned to, before a clause that opens with another: "原厂转做HBM,DDR3供应吃紧"."""

from __future__ import annotations

import re

from tracker.extract.entity import Entity

_TURNS_TO = re.compile(
    r"(?:转(?:做|产|向|往|攻|移|投|战|单)|聚焦|专注|集中|投入|投向|投产|生产|量产|扩产|优先|押注|主攻|专攻|抢攻|发力|加码|倾斜|让给|拨给|"
    r"分配给|配置给|改产|改做|改为|用于|布局|瞄准|切换|切入|升级|抢占|挪给|挪到|挪至|留给|腾给|导向|挤向|力推|全力|偏向)"
    r"(?:了|于|在|到|至|向|给|往|为|成|更多)?[^，,。;]{0,14}$"
)
_CLOSES = re.compile(
    r"[\s)]*[，,]\s?(?:而|但|却|使|令|让|导致|造成|致使|至于|传统|旧款|老款|成熟|通用|一般|普通|其他)*(?:的)?$"
)
_LISTS_ON = re.compile(r"\s?(?:[，,、/)]|和|与|及|以及|等|或|跟|$)")


def is_turned_to(text: str, start: int, end: int, after: Entity) -> bool:
    """Say whether the products at a place are what lines are turned to, so that a comma begins the clause of another."""
    gap = text[end : after.start]
    if "," not in gap and "，" not in gap:
        return False
    words = gap
    for name in ("消费级", "企业级", "手机", "服务器", "pc", "车用", "利基型"):
        words = words.replace(name, "")
    if _CLOSES.fullmatch(words) is None or _LISTS_ON.match(text, after.end):
        return False
    return _TURNS_TO.search(text, max(0, start - 24), start) is not None
