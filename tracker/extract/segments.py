"""Which segments a change is told of: whose demand it is, or the fields that a price is told of one after another."""

from __future__ import annotations

import re

from tracker.extract.event import Event
from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token

_SEGMENT_AND = re.compile(
    r"\s?(?:用|端|市场|的|등|向け)?\s?(?:、|,|/|与|和|及|以及|와|과|및|と|や|および|ならびに)?(?:の|など)?\s?"
)
# What may stand between Japanese segments and what is told of them, where products and bases are left out.
_TOLD_OF = re.compile(
    r"(?:など|等)?(?:向け|用)?(?:の|に)?(?:(?:いずれ|双方|両方|全て|すべて)(?:の[^、。]{1,10}?)?(?:で|に)?(?:も|は|、)?|ともに|とも|では?|は|が|も)?[、,]?(?:[での]|では)?"
)
# "데이터센터 업체들의 수요", "모바일 쪽의 계절적 수요".
_WHOSE_KO = re.compile(
    r"(?:용|향)? ?(?:업체|업계|고객사?|기업|시장|분야|부문|쪽|제조사|투자|사업자)?(?:들)?(?:의)? ?(?:제품 |반도체 |메모리 |계절적 |신규 |교체 )?"
)
_OPENS_ZH = re.compile(r"(?:用|端)?(?:的|产品|价格|合约价)*(?:则|却|也|将|预计|反而|小幅|大幅)*")
_IS_EACH = re.compile(r"ともに|とも|いずれ|双方|両方|全て|すべて")


def find_segments(layout: Layout, event: Event) -> tuple[str | None, ...]:
    """Return the segments of a change: several where a demand names them together ("行动装置与PC需求"); one None for none."""
    if layout.language == "ja" and event.attribute in ("price", "demand", "inventory"):
        listed = listed_segments(layout, event)
        if listed:
            return listed
    nearest = _segment_of(layout, event) or _opens_clause_zh(layout, event)
    if event.attribute != "demand" or nearest is None or layout.language == "en":
        return (nearest,)
    found = _joined_before(layout, (event.metric or event.trigger).start)
    return tuple(found) or (nearest,)


def _opens_clause_zh(layout: Layout, event: Event) -> str | None:
    """Return the segment that a Chinese price of an earlier clause goes on with ("服务器DRAM价格上涨20%,手机用下跌10%")."""
    if layout.language != "zh" or event.attribute != "price" or event.rule != "shared subject":
        return None
    first, _ = layout.clause_span(layout.clause(event.trigger.start))
    opening = layout.between(first, event.trigger.start, "segment", "product")
    is_alone = len(opening) == 1 and opening[0].cls == "segment"
    is_subject = is_alone and _OPENS_ZH.fullmatch(layout.text, opening[0].end, event.trigger.start)
    return opening[0].value if is_subject else None


def listed_segments(layout: Layout, event: Event) -> tuple[str, ...]:
    """Return the Japanese segments that open what is told: "サーバー向けとPC向けはともに価格が", "サーバー向けは、…需要が"."""
    goes_on = event.attribute in ("price", "demand") and event.rule == "shared subject"
    edge = (event.trigger if goes_on else event.metric or event.trigger).start
    before = layout.between(layout.start, edge, "segment")
    if not before:
        return ()
    last = before[-1]
    gap = _without(layout, last.end, edge)
    if gap and not _TOLD_OF.fullmatch(gap):
        return ()
    found = _joined_before(layout, last.end)
    is_many = len(found) > 1 and (event.attribute != "price" or bool(_IS_EACH.search(gap)))
    is_topic = "thing" not in last.flags and gap.startswith(("は", "では", "も", "が"))
    return tuple(found) if is_many else ((last.value,) if is_topic else ())


def _without(layout: Layout, first: int, last: int) -> str:
    """Return what lies between two places without the products, bases, markets and sizes there."""
    body = layout.text[first:last]
    spans = [(a.start, a.end) for a in layout.amounts if first <= a.start and a.end <= last]
    spans += [(t.start, t.end) for t in layout.between(first, last, "product", "basis", "market")]
    for start, end in sorted(spans, reverse=True):
        body = body[: start - first] + body[end - first :]
    return body


def _joined_before(layout: Layout, edge: int) -> list[str]:
    """Return the segments that stand one after the other before a place, joined by "and" or commas, each once."""
    found: list[str] = []
    for token in reversed(layout.between(layout.start, edge, "segment")):
        if not _SEGMENT_AND.fullmatch(layout.text, token.end, edge):
            break
        found.insert(0, token.value)
        edge = token.start
    return list(dict.fromkeys(found))


def names_segment(layout: Layout, event: Event) -> bool:
    """Say whether a demand names whose it is: a segment directly before it ("消费端需求"), or (ja) as its topic."""
    anchor = event.metric or event.trigger
    if event.trigger.cls == "event" or event.rule == "segment demand":
        return True
    segments = layout.between(layout.start, anchor.start, "segment")
    if any(0 <= anchor.start - t.end <= 2 for t in segments):
        return True
    if layout.language == "ko" and any(_WHOSE_KO.fullmatch(layout.text, t.end, anchor.start) for t in segments):
        return True
    return layout.language == "ja" and any(_is_topic(layout, t) for t in segments)


def _is_topic(layout: Layout, segment: Token) -> bool:
    """Say whether a Japanese segment is what a sentence tells of ("サーバー向けは", "PC、家電向けともに")."""
    return bool(
        re.compile(r"(?:など|等)?(?:の?いずれも|ともに|とも|では?[、は]?|は|も)").match(layout.text, segment.end)
    )


def _segment_of(layout: Layout, event: Event) -> str | None:
    """Return the segment that a demand names ("消费端需求") or that opens an English sentence ("In client, ...")."""
    anchor = event.metric or event.trigger
    if event.rule == "shared subject" and event.attribute == "demand":
        own = [
            t for t in layout.between(layout.start, event.trigger.start, "segment") if event.trigger.start - t.end <= 2
        ]
        if own:
            return own[-1].value
    for token in layout.between(layout.start, anchor.start, "segment"):
        if event.attribute in ("demand", "inventory") and 0 <= anchor.start - token.end <= 3:
            return token.value
        is_theirs = layout.language == "ko" and event.attribute == "demand"
        if is_theirs and _WHOSE_KO.fullmatch(layout.text, token.end, anchor.start):
            return token.value
        opening = layout.text[layout.start : token.start]
        if layout.language == "en" and re.fullmatch(r"\s*(?:and |so |now )?in (?:the |our )?", opening):
            return token.value
    return None
