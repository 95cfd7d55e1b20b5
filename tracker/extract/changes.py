"""What changes: each word of change bound to the price, supply, demand or inventory that it speaks of.

The order differs by language: English puts adjectives and "in" phrases before the noun, Chinese the object after some verbs,
Korean and Japanese the verb last. A change of anything else (revenue, shipments, shares) is refused, with a reason.
"""

from __future__ import annotations

import re
from typing import cast

from tracker.extract.bare import bind_bare, speaks_of_price
from tracker.extract.causes import WEEK_WORDS, find_causes, find_joined, find_signed, find_weeks
from tracker.extract.chinese.rows import goes_on
from tracker.extract.chinese.turns import find_revised
from tracker.extract.english.held import take_as_stock
from tracker.extract.english.money import find_money_steps
from tracker.extract.english.sequels import find_flat_step, find_further, find_step_before
from tracker.extract.english.turned import turn_round
from tracker.extract.english.unmoved import find_unmoved_reason
from tracker.extract.english.weights import find_burdens
from tracker.extract.event import OLD_VALUE, Event, Refused
from tracker.extract.idle import find_idle_reason
from tracker.extract.items import LONGEST_ITEM, find_items
from tracker.extract.japanese.joint import find_joint
from tracker.extract.japanese.themes import find_theme
from tracker.extract.japanese.weeks import find_stock_times
from tracker.extract.korean.endings import is_taken_back
from tracker.extract.korean.factors import find_factors
from tracker.extract.korean.joint import find_joined_ko, find_joint_ko
from tracker.extract.korean.money import find_money_steps_ko
from tracker.extract.layout import Layout
from tracker.extract.level import levels_next
from tracker.extract.lexicon import Token
from tracker.extract.metrics import judge_change, kind_of
from tracker.extract.revised import find_revision, is_beaten
from tracker.extract.sequels import has_own_subject, repeat_change, share_subject
from tracker.extract.shortages import bind_event
from tracker.extract.subjects import find_metric
from tracker.statement import DIRECTIONS, Direction

# No sentence of prose says more; a table run together or noise does, and would cost the square of its length.
MOST_CHANGES = 30
_KO_OLD = re.compile(r"['’\"]?에서")
# A record that a price is measured by ("최고가의 3분의 1로").
_KO_RECORD = re.compile(r"(?:최고가|최고치|신고가)(?:의 ?(?:약 |거의 )?(?=\d|절반|반)| ?대비|보다)")


def find_events(layout: Layout, *, has_price_topic: bool) -> tuple[list[Event], list[Refused]]:
    """Return the changes that a sentence speaks of, in order, and the words of change that were refused.

    `has_price_topic` says that the sentence before spoke of memory prices, so that a bare "DRAM rose" is one too.
    """
    events: list[Event] = []
    refused: list[Refused] = []
    triggers = [t for t in layout.tokens if t.cls in ("change", "event")]
    if len(triggers) > MOST_CHANGES:
        return [], [Refused(triggers[0], f"{len(triggers)} words of change in one sentence: no prose")]
    bound: dict[int, Event | Refused] = {}
    for index, token in enumerate(layout.tokens):
        if token.cls not in ("change", "event"):
            continue
        if layout.language == "ko" and _is_old_ko(layout, token):
            bound[index] = Refused(token, OLD_VALUE)
            refused.append(Refused(token, OLD_VALUE))
            continue
        result = (
            repeat_change(layout, token, events)
            if token.value == "same"
            else _bind_or_theme(layout, index, bound, has_price_topic=has_price_topic)
        )
        bound[index] = result
        if isinstance(result, Event):
            events.append(result)
            continue
        refused.append(result)
    if layout.language == "en":
        events += find_money_steps(layout)
        events += find_joined(layout, events)
        events += find_causes(layout, events, bound)
        events += find_burdens(layout, {e.metric.start for e in events if e.metric})
    if layout.language == "ko":
        events += [*find_money_steps_ko(layout), *find_factors(layout), *find_joint_ko(layout, bound)]
        events += find_joined_ko(layout, events)
    if any(amount.sign for amount in layout.amounts):
        events += find_signed(layout, has_price_topic=has_price_topic or speaks_of_price(layout))
    if layout.end - layout.start <= LONGEST_ITEM:
        events += find_items(layout, events)
    events += _find_stocks(layout, events)
    events += find_joint(layout, events)
    return sorted(events, key=lambda e: e.trigger.start), refused


def _find_stocks(layout: Layout, events: list[Event]) -> list[Event]:
    """Return the inventories that are told by how long they last."""
    found: list[Event] = []
    if WEEK_WORDS.search(layout.text, layout.start, layout.end):
        told = {e.metric.start for e in events if e.metric}
        found = [e for e in find_weeks(layout) if e.trigger.start not in told]
    return found + find_stock_times(layout, [*events, *found]) if layout.language == "ja" else found


def _is_old_ko(layout: Layout, token: Token) -> bool:
    """Say whether a Korean change is what a forecast was revised from ("상승에서", "내릴 것으로 봤는데")."""
    if _KO_OLD.match(layout.text, token.end) or _KO_RECORD.match(layout.text, token.start):
        return True
    return is_taken_back(layout.text, token.end, layout.end)


def _bind_or_theme(
    layout: Layout, index: int, bound: dict[int, Event | Refused], *, has_price_topic: bool
) -> Event | Refused:
    """Return the event of one word of change, of what its sentence is about where it has no subject of its own."""
    result = take_as_stock(layout, turn_round(layout, _bind(layout, index, bound, has_price_topic=has_price_topic)))
    return result if isinstance(result, Event) else find_theme(layout, layout.tokens[index]) or result


def _bind(layout: Layout, index: int, bound: dict[int, Event | Refused], *, has_price_topic: bool) -> Event | Refused:
    """Return the event of one word of change, or why it is none."""
    token = layout.tokens[index]
    if token.cls == "event":
        unmoved = find_unmoved_reason(layout, token) if layout.language == "en" else None
        if unmoved is not None:
            return Refused(token, unmoved)
        return Refused(token, OLD_VALUE) if is_beaten(layout, token) else bind_event(layout, index)
    idle = find_revision(layout, index) or find_idle_reason(layout, index)
    if idle is not None:
        return Refused(token, idle)
    metric, shared = find_metric(layout, index, bound)
    if layout.language == "ko" and "보합" in token.text and _is_of_no_price(layout, token, metric, shared):
        return bind_bare(layout, index, has_price=True)
    if shared is not None and not has_own_subject(layout, token, shared):
        return share_subject(layout, token, shared)
    if metric is None:
        is_ours = (
            "p" in token.flags
            or (token.value == "flat" and layout.periods_said())
            or (layout.language == "en" and not layout.between(layout.start, layout.end, "metric", "alien"))
        )
        can_be_price = token.value in DIRECTIONS["price"] and is_ours
        can_be_price = can_be_price and not (layout.language == "en" and "d" in token.flags)
        is_told = bool(layout.amounts) or layout.periods_said()
        others = [one for one in bound.values() if isinstance(one, Event)]
        is_first = not [one for one in others if layout.language != "ja" or one.attribute == "price"]
        if has_price_topic and not layout.entities and is_first and is_told and can_be_price:
            return Event("price", cast(Direction, token.value), token, None, "goes on")
        has_price = has_price_topic or speaks_of_price(layout)
        has_price = has_price or any(isinstance(one, Event) and one.attribute == "price" for one in bound.values())
        again = (
            find_step_before(layout, token, bound)
            or find_further(layout, token, bound)
            or find_flat_step(layout, token, bound)
            or find_revised(layout, token, bound)
            or levels_next(layout, token, others)
            or goes_on(layout, token, others)
        )
        return again or bind_bare(layout, index, has_price=has_price)
    return judge_change(layout, token, metric)


def _is_of_no_price(layout: Layout, token: Token, metric: Token | None, shared: Event | Refused | None) -> bool:
    """Say whether a word said of prices alone stands behind a demand or a supply ("수요 부진이 이어져 보합세")."""
    if metric is not None:
        return kind_of(layout, token, metric) in ("demand", "supply", "inventory")
    return isinstance(shared, Event) and shared.attribute != "price"
