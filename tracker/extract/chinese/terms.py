"""Chinese changes that a sentence names without telling them: what a contract allows, a ceiling, what is not so, what may come true."""

from __future__ import annotations

import re

from tracker.extract.event import Event
from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token

# "长约规定上调幅度最多8%": how far a contract lets a price go.
_CONTRACT = re.compile(
    r"(?:长协|长约|lta|长期(?:协议|合约|合同|供货)|合同|协议)[^。;]{0,12}(?:规定|约定|允许|条款|写明|载明|设有|锁定|限定)|条款|签(?:订|署|下|了)*[^，,。;]{0,6}(?:长协|长约|合同|协议)"
)
_AS_FAR_AS = re.compile(
    r"(?:的)?(?:幅度|空间|上限|下限|区间)(?:被)?(?:限|上限|设|锁|封顶|可达|最多|至多|不超过|不高于|不低于|以内|最高)"
)
_CEILING = re.compile(r"(?:的)?(?:天花板|尽头|极限|上限|终点)")
# "需求非但没有减弱,反而大增": what follows is told, and this is not.
_NOT_ONLY = re.compile(r"(?:非但|不但|不仅)(?:仅)?(?:没有?|未|并未|不)(?:任何|出现|丝毫)?[^，,。;]{0,4}$")
_COMES_TRUE = re.compile(
    r"(?:这一|这个|该|上述|此|前述|这些|这项|以上|相关|这种|此类)?(?:预测|判断|假设|推断|消息|传闻|传言|报道|说法|预期|逻辑|情景|推论)"
    r"(?:最终|真的|能够|果真)?(?:成立|属实|成真|准确|为真|无误|兑现|应验|正确|落地)[，,]"
)


def why_not_told(layout: Layout, event: Event) -> str | None:
    """Return why a Chinese change is only named: what is not so, or how far a price may go; None where it is told."""
    place = event.trigger.start
    if _NOT_ONLY.search(layout.text, max(layout.start, place - 12), place):
        return "what is not so, while the contrary is told"
    return "how far it may go" if _is_limit(layout, event) else None


def supposes_all(layout: Layout, condition: Token) -> bool:
    """Say whether all of a Chinese sentence hangs on a forecast or a rumour that its "if" takes for true ("如果这一预测成立")."""
    return _COMES_TRUE.match(layout.text, condition.end) is not None


def _is_limit(layout: Layout, event: Event) -> bool:
    """Say whether a Chinese price is told by how far it may go: a ceiling, or the size that a contract allows ("长约规定上调幅度最多8%")."""
    if _CEILING.match(layout.text, event.trigger.end):
        return True
    if event.attribute != "price" or not _CONTRACT.search(layout.text, layout.start, event.start):
        return False
    place = event.trigger.end
    if event.trigger.text.endswith(("幅度", "空间")):
        place -= 2
    return _AS_FAR_AS.match(layout.text, place) is not None
