"""What a Chinese question takes for granted: it asks why, points at a change, or asks what comes of it."""

from __future__ import annotations

import re

from tracker.extract.event import Event
from tracker.extract.layout import Layout
from tracker.extract.patterns import one_of

_WHY = re.compile(r"(?:为何|为什么|缘何|何以|为啥)[^，,。;]{0,12}$")
# "这波记忆体涨价潮对获利挹注有多大?": what is pointed at is there.
_SUCH_A_WAVE = re.compile(r"[这此本该]一?(?:波|轮|股|次|场)[^，,。;]{0,12}$")
# "缺货怎么办?", "减产原因曝光?": what is asked is what comes of it, or why.
_ASKED_OF = re.compile(
    r"[^，,。;会将]{0,8}?(?:怎么办|怎办|咋办|如何(?:应对|因应|解|破|自救)|谁(?:受惠|受益|得利|最)|找(?!得?到)|(?:的)?(?:原因|主因|背后|真相)|何时(?:休|了|缓解|结束|停|止|落幕)|解方)"
)
_ASKS_SOMEONE = re.compile(r"请问|请介绍|请分享|贵公司|贵司|公司|你们|您|怎么看|如何看待|如何展望|吗|是否|能否")
# "内存涨价会倒逼软件优化吗", "涨价潮下手机也要涨价吗", "都是缺货给逼的?": its effect is asked, or it is what all stands under.
_CAUSES = re.compile(
    r"(?:潮|大潮|浪潮)?"
    + one_of(
        r"(?:的?(?:大?背景|大环境|情况|形势|压力|冲击|影响))?(?:之)?下(?![跌降滑行调修半个月季])",
        r"(?:，|,)?(?:是否)?(?:还|真的|到底|究竟)?(?:会|将|会不会|能否|能|能不能)(?:给|对|让|令|使)?[^，,。;]{0,10}?(?:倒逼|逼|带来|改变|影响|冲击|波及|传导|拖累|压垮|推高|抬高|利好|利空)",
        r"(?:给|所)?(?:逼|闹|害|惹)(?:出来)?的",
    )
)
# "价格是如何跌下来的?": how it came is asked.
_HOW = re.compile(r"(?:是|究竟|到底)(?:如何|怎么|怎样)(?:一步步|一路|突然)?[^，,。;会将]{0,4}$")
_SO_FAR = re.compile(r"(?:起来|下来|上去|上来|下去)?的")


def is_presupposed(layout: Layout, event: Event) -> bool:
    """Say whether a Chinese question takes a change for granted: it asks why, points at it, or asks what follows in a later clause."""
    if layout.language != "zh":
        return False
    place = event.trigger.start
    before = max(layout.start, place - 20)
    if _CAUSES.match(layout.text, event.end):
        return True
    if _HOW.search(layout.text, before, place) and _SO_FAR.match(layout.text, event.end):
        return True
    if _ASKS_SOMEONE.search(layout.text, layout.start, layout.end):
        return False
    if _WHY.search(layout.text, before, place) or _SUCH_A_WAVE.search(layout.text, before, place):
        return True
    if _ASKED_OF.match(layout.text, event.end):
        return True
    asked = layout.between(layout.start, layout.end, "question")
    return bool(asked) and layout.clause(place) < layout.clause(asked[0].start)
