"""Chinese: whether a change lies ahead, and which words of future are nouns, mark an object, or belong to what it leads to."""

from __future__ import annotations

import re

from tracker.extract.chinese.hypotheses import ONCE_EXPECTED, turns_out
from tracker.extract.event import Event
from tracker.extract.futures import find_future_words
from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token

_AS_NOUN = re.compile(r"影响|升温|推动|带动|驱动|刺激|强烈|浓厚|落空|之下|下[，,]")
_CAUSE = re.compile(
    r"\s*(?:as|due to|because|amid|with|since|given|despite|after|由于|受|随着|因|致|导致|使得)(?![a-z])"
)
_FORECASTS = frozenset("预计 预期 预估 预测 预料 估计 有望 计划 看好 料 料将 可望 展望 指引 预判".split())
_AS_EXPECTED = re.compile(r"[高低优大强弱逊好胜]于|超|符合|不如|不及|达到|未达")
_LEADS_TO = re.compile(
    r"(?:会|将|进而|持续|直接|再)?(?:使|令|让|导致|影响|冲击|波及|造成|迫使|促使|压缩|拖累|带动|推升|推动|拉高|垫高)"
)
# What is estimated of a verb that is done was so already (预估上涨了15%).
_ESTIMATES = frozenset("预估 估计 估算 推估 测算".split())
_DONE_BEFORE = re.compile(r"(?<!不)已经?[^将会]{0,8}$")
_PARTIES = frozenset({"agency", "maker", "company"})
# Words of change that tell what is to come: 看涨, 看增.
_FORETOLD = re.compile(r"(?:稳中)?看(?!到)")
# "供给增速会超过需求增速": one expression with its word of future inside.
_GROWS_FASTER = re.compile(r"[供需][给应求]的?(?:增|成长|年增|位元)\w{0,4}?[将会要]")


def looks_ahead_zh(layout: Layout, event: Event, first: int, last: int) -> bool:
    """Say whether a change between two places lies ahead: by its own word, a word of future, or by an earlier clause."""
    if _FORETOLD.match(event.trigger.text) or _GROWS_FASTER.match(event.trigger.text):
        return True
    own = _find_futures(layout, first, last)
    if own and all(t.text in _ESTIMATES for t in own) and _is_done(layout, event):
        return False
    if any(not _marks_object(layout, event, t) and not is_of_effect(layout, event, t) for t in own):
        return True
    return _carries_over(layout, event, first)


def _is_done(layout: Layout, event: Event) -> bool:
    """Say whether a Chinese verb of change is told as done, by 了 or 已."""
    place = event.trigger.start
    is_past_form = event.trigger.text.endswith("了") or layout.text.startswith("了", event.trigger.end)
    return is_past_form or _DONE_BEFORE.search(layout.text, max(layout.start, place - 12), place) is not None


def is_of_effect(layout: Layout, event: Event, token: Token) -> bool:
    """Say whether a Chinese word of future after a change is that of what it leads to ("缺货恐使手机销量衰退")."""
    return token.start >= event.end and bool(_LEADS_TO.match(layout.text, token.end))


# A rate of a maker's lines with what is done to it, as one word of the vocabulary ("晶圆开工率下调").
_RATE = re.compile(
    r"(?:晶圆)?(?:稼动率|开工率|产能利用率|产能稼动率)[^，,。;]*(?:[下上]调|调[降低升高]|[降升]至|降低|下修|砍至|减至)$"
)


def _marks_object(layout: Layout, event: Event, token: Token) -> bool:
    """Say whether 将 marks the object of a transitive verb ("将价格上调") rather than the future ("将把价格上调")."""
    if token.text != "将" or layout.text.startswith("把", token.end):
        return False
    if _RATE.match(event.trigger.text) and token.end <= event.trigger.start:
        return True
    return (
        event.metric is not None
        and "t" in event.trigger.flags
        and token.end <= event.metric.start < event.trigger.start
    )


def _find_futures(layout: Layout, first: int, last: int) -> list[Token]:
    """Return the Chinese words of future between two places, without 已将 and without nouns ("高于预期")."""
    found = find_future_words(layout, first, last)
    found = [t for t in found if not (t.text == "将" and layout.text.startswith("已", t.start - 1))]
    return [
        t
        for t in found
        if not (t.text in ("预期", "预估", "预测") and _is_noun(layout, t))
        and not (t.text == "展望" and layout.text.startswith(("〉", "》", "】"), t.end))
    ]


def _is_noun(layout: Layout, token: Token) -> bool:
    """Say whether a Chinese word of forecast is a noun here ("高于先前的预期，"), which tells nothing of the future."""
    before, after = layout.text[max(0, token.start - 1) : token.start], layout.text[token.end : token.end + 1]
    if after in ("，", ",") and any(t.end == token.start for t in layout.tokens if t.cls in _PARTIES):
        return False  # "TrendForce预估,第二季 ..."
    if after in ("，", ",") and before not in ("的", "于", "超"):
        first, _ = layout.clause_span(layout.clause(token.start))
        return bool(_AS_EXPECTED.search(layout.text, first, token.start))
    if _AS_NOUN.match(layout.text, token.end):
        return True
    return after in ("", "。", "的", "；", ";") or before in ("的", "于", "超")


def _carries_over(layout: Layout, event: Event, first: int) -> bool:
    """Say whether a word of future in an earlier clause still rules a price in this one ("expects DRAM up, NAND up")."""
    is_sized = any(0 <= a.start - event.trigger.end <= 4 for a in layout.amounts)
    if not (event.attribute == "price" or is_sized) or _CAUSE.match(layout.text, first):
        return False
    number = layout.clause(event.trigger.start)
    is_size = event.rule == "size revised" or _is_size_of_before(layout, event, first)
    if is_size and number and _find_futures(layout, layout.clause_span(number - 1)[0], first):
        return True
    earlier = [t for t in _find_futures(layout, layout.start, first) if t.text in _FORECASTS]
    if earlier and _turns_out(layout, earlier[-1], first):
        return False
    if not earlier:
        return False
    near = [t for t in earlier if number - layout.clause(t.start) <= 3]
    if not near:
        return False
    between = layout.between(near[-1].end, first, "change", "event")
    if re.search(r"已|有所", layout.text[first : event.trigger.start]):
        return False
    return any(b.cls == "change" or b.value.startswith("price") for b in between) or not between


def _turns_out(layout: Layout, forecast: Token, first: int) -> bool:
    """Say whether a clause tells how it came against what had been expected before ("原先预期上涨,但第一季下跌")."""
    if not turns_out(layout, first):
        return False
    since, _ = layout.clause_span(layout.clause(forecast.start))
    return bool(ONCE_EXPECTED.search(layout.text, since, forecast.end))


def _is_size_of_before(layout: Layout, event: Event, first: int) -> bool:
    """Say whether a clause only gives the size of the change in the one before ("将续涨,涨幅达双位数")."""
    if "m" not in event.trigger.flags or first <= layout.start or re.search(r"了|已", layout.text[first : event.end]):
        return False
    return not layout.between(first, event.start, "product", "maker", "market", "metric")
