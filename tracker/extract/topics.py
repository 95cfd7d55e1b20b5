"""The products that earlier clauses spoke of, or the sentence before, for a change that names none of its own."""

from __future__ import annotations

import re

from tracker.extract.beside import is_comparand, is_likened, is_measure
from tracker.extract.english.behind import find_listed_before
from tracker.extract.entity import MEMORY, Bound, Entity, as_families, without_segments
from tracker.extract.event import Event
from tracker.extract.groups import Group
from tracker.extract.layout import Layout

QUOTE_ENDS = re.compile(r"[\"”](?:이?라?며|이?라?면서|이?라?고|고)")
_SQUEEZES = re.compile(r"(?:等)?(?:持续|大量|进一步|严重|不断)?(?:挤占|排挤|挤压|侵蚀|占用)")
_EXAMPLE = re.compile(r"\((?:如|例如|比如|像|e\.g\. ?|such as |含|예: ?)$")
_MAKERS_OF_IT = re.compile(
    r"\s?(?:原厂|厂商|大厂|业者|供应商|模组厂|(?:控制|主控)(?:芯片|晶片|ic)厂?|指标|三雄|双雄|族群)"
)
_IS_TOPIC = re.compile(r"\)?(?: ?\([^)]{0,16}\))?(?:은|는|의 경우)(?=[\s,])")


def find_sole_product(earlier: list[Group]) -> Entity | None:
    """Return the one product that a sentence spoke of so far, without technology; None where there are several or none."""
    named = [e for g in earlier for e in g.entities if e.product != "MEMORY"]
    if len({e.product for e in named}) != 1:
        return None
    return Entity(named[0].product, None, (), named[0].start, named[0].end)


def find_sole_context(context: tuple[Entity, ...]) -> Entity | None:
    """Return the one product that the sentence before spoke of, without technology; None where there are several."""
    kinds = {e.product for e in context}
    return Entity(context[0].product, None, (), -1, -1) if len(kinds) == 1 else None


def find_sole_list(layout: Layout, event: Event) -> tuple[Entity, ...]:
    """Return the several products that a sentence names so far, in lists of all of them, whose supply or stock makers go on to tell of.

    "DRAM and NAND shipments will be limited by industry supply"; none where a part of them is named alone.
    """
    named = [g for g in layout.groups if g.end <= event.start]
    kinds = {e.product for g in layout.groups for e in g.entities}
    is_list = len(kinds) > 1 and "MEMORY" not in kinds and all({e.product for e in g.entities} == kinds for g in named)
    return as_families(named[-1].entities) if named and is_list and event.attribute in ("supply", "inventory") else ()


def find_topic_of_quote(layout: Layout, event: Event, earlier: list[Group]) -> Group | None:
    """Return the products that are the topic of the Korean quotation that a change stands in ("특히 낸드는 ... 감산을")."""
    if layout.language != "ko" or len(earlier) < 2:
        return None
    own = [g for g in earlier if not QUOTE_ENDS.search(layout.text, g.end, event.start)]
    told = [g for g in own if _IS_TOPIC.match(layout.text, g.end)]
    return told[-1] if told else None


def find_topics(layout: Layout, first: int) -> list[Group]:
    """Return the products named before a clause, without comparands and without mere examples ("记忆体(如DDR5)")."""
    earlier = [g for g in layout.groups if g.end <= first and not (is_comparand(layout, g) or is_likened(layout, g))]
    topics = [g for g in earlier if not _EXAMPLE.search(layout.text, max(layout.start, g.start - 8), g.start)]
    topics = [g for g in topics if not (_is_reason(layout, g) or _squeezes(layout, g))] or topics
    topics = [g for g in topics if not (layout.language == "ko" and is_measure(layout, g))] or topics
    if layout.language == "zh" and len(topics) > 1:
        topics = [g for g in topics if not _MAKERS_OF_IT.match(layout.text, g.end)] or topics
    return topics or earlier


def _is_reason(layout: Layout, group: Group) -> bool:
    """Say whether Chinese products are named only in a reason ("利基型DRAM因大厂转产HBM而受排挤，价格上涨")."""
    clause, _ = layout.clause_span(layout.clause(group.start))
    return layout.language == "zh" and clause < group.start and layout.text.startswith(("因", "由于"), clause)


def _squeezes(layout: Layout, group: Group) -> bool:
    """Say whether Chinese products are named only as what takes others' capacity ("HBM挤占产能,供给有限")."""
    return layout.language == "zh" and bool(_SQUEEZES.match(layout.text, group.end))


def bind_earlier(layout: Layout, event: Event, earlier: list[Group]) -> Bound:
    """Return what earlier clauses of the sentence give: the last products for a price, what they share for the rest."""
    last = earlier[-1].entities
    if event.attribute == "price" and event.trigger.text[:2] not in ("量价", "价量"):
        return Bound(without_segments(last) if layout.language == "en" else last, "sentence")
    kinds = {e.product for g in earlier for e in g.entities} - {"MEMORY"}
    both = find_listed_before(layout, layout.clause_span(layout.clause(event.start))[0])
    if both is not None:
        return Bound(without_segments(both.entities), "sentence")
    again = [g for g in earlier if g.entities[0].product == last[0].product]
    if len(kinds) > 1 and len(again) > 1 and event.attribute == "supply" and len({e.product for e in last}) == 1:
        return Bound(as_families(last), "sentence")
    goes_on = layout.language == "zh" and event.attribute == "supply" and event.rule == "shared subject"
    if (layout.language in ("en", "ja") or goes_on) and len(kinds) > 1 and {e.product for e in last} == kinds:
        return Bound(without_segments(last), "sentence")
    if len(kinds) > 1 and (event.attribute in ("supply", "demand") or event.trigger.text[:2] in ("量价", "价量")):
        return Bound((MEMORY,), "sentence")
    if len(kinds) == 1 and event.attribute in ("supply", "demand"):
        named = [e for g in earlier for e in g.entities if e.product in kinds]
        techs = {e.technology for e in named}
        return Bound(
            (Entity(named[-1].product, techs.pop() if len(techs) == 1 else None, (), named[-1].start, named[-1].end),),
            "sentence",
        )
    return Bound(without_segments(last), "sentence")
