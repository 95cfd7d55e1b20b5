"""How a clause goes on from the one before: with a subject of its own, as an aside, with its verb, with what comes next."""

from __future__ import annotations

import re

from tracker.extract.japanese.causes import JA_CAUSE
from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token

_JA_TOPIC = re.compile(r"(?:の?(?:动向|见通し|先行き|推移))?(?:について|に関して)?は[、,]")
# "Prices, which had risen until May, have turned down": the course until then stands between a price and its verb.
_HAD_BEEN = re.compile(
    r"(?: (?:of|for) (?:[a-z0-9/\-]+ ){0,5}[a-z0-9/\-]+)?, (?:(?:which|that) had|(?:after|having)(?=[a-z ]{1,50},)) "
)
# "三季度我们觉得还会往上走": who thinks so is no subject of what rises.
_WE_THINK = re.compile(r"(?:也|都|还是|仍|目前|内部|会)?(?:觉得|认为|预计|预期|估计|判断|相信|感觉|觉着|看好|看)")

# "調査会社の報道どおり、5割の上昇もありうる": whose words, not whose price.
_AS_HOUSE_SAYS = re.compile(r"(?:の(?:报道|予测|予想|调查|分析|レポート|见方|见通し|まとめ)|による|によれば|によると)")

# "LPDDR4X, facing strong demand, is expected to jump": what stands between a subject and its verb.
_FACING = re.compile(
    r"\s*(?:facing|given|citing|amidst|(?:supported|driven|backed|helped|buoyed|boosted|lifted|hit|hurt|pressured|underpinned|fueled) by|on the back of|thanks to|owing to|because of)\b"
)


def has_subject(layout: Layout, first: int, last: int) -> bool:
    """Say whether a clause names a subject of its own before the change: a product, something else, a company."""
    if is_cause_inside(layout, first):
        return False
    if any(first <= e.start < last for e in layout.entities):
        return True
    if layout.language == "en" and re.search(r"\b(?:them|they|it)\b", layout.text[first:last]):
        return False
    houses = () if layout.language == "ko" else ("agency",)  # "트렌드포스 "2분기도 20%↑"": whose words, not whose price
    told = layout.between(first, last, "alien", "maker", "company", "firstperson", *houses)
    if layout.language == "zh":
        told = [t for t in told if t.cls != "firstperson" or not _WE_THINK.match(layout.text, t.end)]
    if layout.language == "ja":
        told = [t for t in told if t.cls != "agency" or not _AS_HOUSE_SAYS.match(layout.text, t.end)]
    return bool(told)


def is_cause_inside(layout: Layout, first: int) -> bool:
    """Say whether a Chinese clause only puts a cause between a subject and its verb ("股价因内存涨价上涨")."""
    if layout.language != "zh" or first <= layout.start or layout.text[first - 1] in "，,;。:、 ":
        return False
    return layout.text.startswith(("因", "受", "由于"), first)


def is_aside(layout: Layout, place: int) -> bool:
    """Say whether a place lies in a clause of circumstance ("随着客户库存调整"), whose nouns are no subject of the next."""
    first, last = layout.clause_span(layout.clause(place))
    if layout.language == "ja":
        return bool(JA_CAUSE.search(layout.text, place, last) or JA_CAUSE.match(layout.text, last))
    if layout.language == "zh" and re.match(r"(?:因|由于|受)[^，,。;]*(?:已|出现|而)", layout.text[first:place]):
        return False  # "因缺货已出现价格上涨": the clause goes on with what came of it
    if layout.language == "en" and _FACING.match(layout.text, first, last):
        return True
    return bool(
        re.match(
            r"\s*(?:随着|由于|受|因|with|amid|despite|as(?! for| to )|due)(?![a-z])", layout.text[first : first + 9]
        )
    )


def is_ahead(layout: Layout, first: int, token: Token) -> bool:
    """Say whether a Chinese clause goes on with what comes next ("将趋于稳定"), so that it keeps the subject."""
    goes_on = re.match(r"但?(?:仍|继续|也|亦|将)", layout.text[first : token.start])
    if layout.language != "zh":
        return False
    is_told = any(first <= w.start < token.start for w in layout.periods)
    told = [t for t in layout.between(first, token.start, "future", "hedge") if t.cls == "future" or "f" in t.flags]
    return is_told or bool(goes_on or told)


def is_topic(layout: Layout, other: Token) -> bool:
    """Say whether a price is the topic of a Japanese or Korean sentence ("価格は、...ため"), whatever its clause tells."""
    is_price = other.cls == "metric" or (other.cls == "market" and "price" in other.flags)
    marks = (
        ("は", "은", "는", ",") if layout.language == "ko" else ("は", "은", "는")
    )  # "계약가, 2분기엔 보합": a headline
    return layout.language in ("ko", "ja") and is_price and layout.text.startswith(marks, other.end)


def may_reach_back(layout: Layout, metric: Token, own: int) -> bool:
    """Say whether a clause without a subject may take the metric of an earlier one: at most two clauses away."""
    is_theme = layout.language == "ja" and _JA_TOPIC.match(layout.text, metric.end)
    is_theme = is_theme or (layout.language == "en" and _HAD_BEEN.match(layout.text, metric.end))
    return own - layout.clause(metric.start) <= (4 if is_theme else 2)


# A Chinese clause that goes on only with a price's rest ("终结连跌,大致持平").
_KEEPS_FLAT = re.compile(
    r"[，,]?(?:并|也|则|仅|仍|只|大致|基本|仅能|只能|将|才|最终|终于|转为|转趋|而){0,3}(?:守在|维持|停在|保持|持平|持稳|平盘|走平|止步|打平|与[^，,。;]{2,6}(?:持平|打平|相当))[^，,。;]{0,12}(?=[，,。;]|$)"
)


def is_verb_phrase(layout: Layout, first: int) -> bool:
    """Say whether a clause begins with its verb, so that its subject stands before ("prices, for ..., are to ...")."""
    opening = layout.text[first : first + 40]
    if layout.language == "zh":
        return _KEEPS_FLAT.match(layout.text, first) is not None
    return layout.language == "en" and bool(
        re.match(
            r" ?(?:(?:and|but|yet) (?:(?:now|also|then|generally|largely|broadly|since) )?)?(?:which |that )?"
            r"(?:is|are|was|were|will|would|should|has|have|had|remain\w*|stay\w*|held|stabili[sz]ed|leveled off)\b",
            opening,
        )
    )


# "Prices, which fell in May, rose in June": the verb of the subject that a relative clause parts it from.
_RELATIVE = re.compile(r",?\s*(?:which|that)\b")
_MAIN_VERB = re.compile(
    r",?\s*(?:(?:[a-z]+ly|now|then|also|finally|again) )?(?:rose|fell|grew|went|came|began|saw|sank|slid|[a-z]{2,}ed|rises|falls|continues?|remains?|has|have|had|could|may|might|can|should|would)\b"
)


def continues_clause(layout: Layout, first: int) -> bool:
    """Say whether an English clause goes on with the subject before: it begins with "and", "but", "then" or a verb."""
    if first > layout.start and _MAIN_VERB.match(layout.text, first):
        before, _ = layout.clause_span(layout.clause(first - 1))
        if _RELATIVE.match(layout.text, before):
            return True
    return bool(
        re.match(
            r"\s*(?:(?:and|but|yet|then|or|with|which|that|is|are|was|were|will|up|down|to)\b|(?:before|after) \w+ing\b"
            r"|(?:(?:although|though|even though|while) )(?:they|it)\b)",
            layout.text[first : first + 24],
        )
    )
