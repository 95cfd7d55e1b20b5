"""Chinese changes of price that buyers only wait or wish for: "等内存降价再装机", "坐等闪存跌价", "大家都盼着回落"."""

from __future__ import annotations

import re

from tracker.extract.event import Event
from tracker.extract.layout import Layout

_WAITS = re.compile(
    r"(?:坐等|静待|静候|苦等|死等|干等|等着|等待|等候|候着|盼着|盼望|期盼|巴望|渴望|指望|就盼|只盼)(?!(?:了|的)?[一二两三四五六七八九十半几多\d]+个?[年月周天])[^，,。;:]{0,16}$"
)
# "等": not the one that closes a list ("三星等下调价格") but the verb of who waits.
_JUST_WAITS = re.compile(
    r"(?:^|[，,。;:]|(?<![a-z0-9])\s|都|就|只能|只好|只得|先|再|想|要|正|在|打算|宁愿|宁可|不如|建议|可以|不妨|还是|选择|准备|继续|安心|耐心|一直)等(?:到|它|他|其|一波|一轮|一等)?[^，,。;:]{0,16}$"
)
_AND_THEN = re.compile(r"(?:了|来|去|到位|一些|一点|一波|下去)?(?:以后|之后|后|时|的时候)?(?:再|才|就)|(?:以后|之后)再")
_BEFORE = re.compile(r"(?:以前|之前)")
_UNTIL = re.compile(r"(?:^|[，,。;:\s])(?:在|直到|没|未)[^，,。;:]{0,16}$")
_CAME = re.compile(r"终于|总算|果然|已经?|如愿")


def is_awaited(layout: Layout, event: Event) -> bool:
    """Say whether a Chinese price is one that somebody waits for, with no word that it came."""
    if event.attribute != "price":
        return False
    first, last = layout.clause_span(layout.clause(event.trigger.start))
    before = layout.text[first : event.trigger.start]
    if _CAME.search(before):
        return False
    if _WAITS.search(before) or (_JUST_WAITS.search(before) and _ends_wait(layout, event, last)):
        return True
    return bool(_BEFORE.match(layout.text, event.trigger.end) and _UNTIL.search(before))


def _ends_wait(layout: Layout, event: Event, last: int) -> bool:
    """Say whether a clause ends with what is waited for, or goes on with what is done then ("等降价再买")."""
    rest = layout.text[event.trigger.end : last].strip("，,。;:!?！？…~ 吧了啊呢吗")
    return not rest or bool(_AND_THEN.match(layout.text, event.trigger.end))
