"""Japanese changes that are only named: what it is not, what it turns from, what one guards against, what grows with another thing."""

from __future__ import annotations

import re

from tracker.extract.event import Event
from tracker.extract.layout import Layout

# "値上げではなく減産だ": what it is not.
_IS_NOT = re.compile(r"(?:の?动き|の?话)?では?なく、?")
# "供給過剰から供給不足へと転じる": what it turns from.
_TURNS_FROM = re.compile(
    r"(?:状态|局面|基调|倾向|気味)?から(?:、|[^、。へ]{0,14}?)"
    r"(?:不足|逼迫|ひっ迫|余剰|过剰|品薄|均衡|上升|下落|値上がり|値下がり|横ばい)(?:局面|基调)?[へに](?:と)?(?:転|変わ|移|切り替わ|シフト|向か)"
)
# "5%上昇を、10%上昇に引き上げた": the second verb moves a forecast.
_REVISED_TO = re.compile(r"(?:%|割)(?:増|减|高|安|の?(?:上升|下落))[にへ]と?$")
_GUARDS = re.compile(r"(?:に対する|への|を)(?:リスク)?ヘッジ")
# "投資が広がるほど需要も増える": a rule, in which one thing grows with another.
_THE_MORE = re.compile(r"が[^、。がはを]{0,10}[るい]ほど、?[^、。がはを]{1,14}[がはも][^、。]{0,6}$")
# "供給の逼迫は当面緩和されそうにない": what is not to ease.
_EASES = re.compile(r"缓和|改善|解消|和ら")
_NOT_SOON = re.compile(r"(?:され|し|さ)?(?:そう(?:に|も)な|る(?:见込み|见通し|気配|兆し)[はがも]な|ない|ません|ず)")
# "価格が上がるとは限らない", "すぐに値下がりするわけではない": what does not always follow.
_NOT_ALWAYS = re.compile(
    r"(?![^。、]{0,6}たとは)[^。、]{0,24}?(?:とは(?:限ら|言え|いえ|言い切れ|言いきれ|断言でき)|(?<!て)(?<!てい)[るうくすつむぶぐ](?:という|と言う)?(?:わけ|訳)(?:で|じゃ)は?)"
    r"(?:な|ませ|ありませ|あるま)"
)
# "供給過剰で価格が下落しても": what a change that is only supposed comes from.
_BEFORE_EVEN_IF = re.compile(
    r"[^、。はも]{0,24}?(?:し|なっ|陥っ|続い|上がっ|下がっ|减っ|増え|落ち|崩れ|余っ|足りなく)(?<!と)て(?:いて)?も(?:、|$|(?=[一-龥ァ-ヶa-z]))"
)
_AI_ALONE = re.compile(r"(?:ai|人工知能|人工知能\(ai\)|クラウド|データセンター?)$")


def why_unmeant(layout: Layout, event: Event) -> str | None:
    """Return why a Japanese change is only named and not claimed, or None where it is."""
    text, place = layout.text, event.trigger.end
    if _IS_NOT.match(text, place):
        return "what it is not"
    if _TURNS_FROM.match(text, place):
        return "what it turns from"
    if _NOT_ALWAYS.match(text, place - text.startswith("る", place - 1)):
        return "what need not be so"
    if _BEFORE_EVEN_IF.match(text, place):
        return "what is only supposed"
    if _GUARDS.match(text, place):
        return "what one guards against"
    if "ほど" in text[layout.start : event.trigger.start] and _THE_MORE.search(text, layout.start, event.trigger.start):
        return "a rule"
    if event.attribute == "price" and _REVISED_TO.search(text, max(layout.start, place - 24), event.trigger.start):
        return "a forecast that is revised"
    if event.attribute == "demand" and event.metric is None and _is_of_ai_alone(layout, event):
        return "demand for what is not said"
    if event.attribute == "supply" and _EASES.match(event.trigger.text) and _NOT_SOON.match(text, place):
        return "what does not ease"
    return None


def _is_of_ai_alone(layout: Layout, event: Event) -> bool:
    """Say whether a demand is that for computing and of no product named before it ("AI需要の急増を背景に")."""
    if _AI_ALONE.search(layout.text, layout.start, event.trigger.start) is None:
        return False
    return not any(e.end <= event.trigger.start for e in layout.entities)
