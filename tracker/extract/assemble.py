"""Changes put together into claims: products times periods times sizes, with stance, speaker, certainty and the quote.

What each change lacks is filled in by others; here is the order in which they are asked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from tracker.extract.afar import NO_PRODUCT
from tracker.extract.attach import bind_amounts
from tracker.extract.bases import bind_markets
from tracker.extract.changes import find_events
from tracker.extract.chinese.lasting import add_lasting
from tracker.extract.chinese.turns import part_turns
from tracker.extract.claims import spread
from tracker.extract.commitments import is_committed
from tracker.extract.comparands import add_comparands, find_comparands
from tracker.extract.comparisons import add_comparisons, add_measures, part_compared
from tracker.extract.dating import bind_periods
from tracker.extract.draft import Draft, Setting
from tracker.extract.english.carried import add_carried, add_next_sizes
from tracker.extract.english.compared import drop_steps, part_steps_back, size_of_before
from tracker.extract.english.counted import count_back
from tracker.extract.english.frames import share_frame
from tracker.extract.english.listed import spread_listed
from tracker.extract.english.own_sizes import settle_sizes
from tracker.extract.english.premises import leave_asked
from tracker.extract.english.sequels import leave_past_time
from tracker.extract.english.set_against import share_time_of_pair
from tracker.extract.english.verbs import PRESENT
from tracker.extract.english.weights import weigh_on_buyer
from tracker.extract.entity import Bound
from tracker.extract.gaps import fill_gaps
from tracker.extract.japanese.series import spread_months, spread_segments
from tracker.extract.korean.echoes import is_said_again, share_said_again
from tracker.extract.korean.signs import sign_series
from tracker.extract.layout import Layout
from tracker.extract.merge import merge_claims
from tracker.extract.owners import bind_or_refuse, find_owner_of_size, is_cut_of_others, join_to_before, spell_out
from tracker.extract.questions import is_question
from tracker.extract.series import list_after, part_steps, spread_series
from tracker.extract.stance import judge_manner, silence_reason
from tracker.statement import Claim

_NOW = re.compile(r"目前|现在|当前|如今|现阶段|近期")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a sentence yields: claims, and notes on the words of change that made none."""

    claims: tuple[Claim, ...]
    notes: tuple[str, ...]


def read_sentence(layout: Layout, original: str, setting: Setting) -> Outcome:
    """Return the claims of one sentence in order, and why other words of change made none."""
    events, refused = find_events(layout, has_price_topic=setting.has_price_topic)
    notes = [f"{r.trigger.text!r}: {r.reason}" for r in refused]
    if not events or setting.in_question:
        return Outcome((), (*notes, *(f"{event.trigger.text!r}: a question" for event in events)))
    asking = is_question(layout, is_spoken=setting.voice.is_transcript)
    drafts: list[Draft] = []
    comparands = find_comparands(layout)
    taken = {a.start for _, a in comparands}
    stops = tuple(e.trigger.start for e in events)
    for event in weigh_on_buyer(layout, events, is_buyer=setting.voice.is_buyer):
        reason = silence_reason(layout, event, is_asked=asking)
        priced = [d.entities for d in drafts if d.event.attribute == "price"]
        bound = bind_or_refuse(layout, event, setting, priced[-1] if priced else (), reason)
        if event.rule == "same as before" and any(d.how == "listed" for d in drafts):
            continue
        bound = join_to_before(layout, event, bound, drafts)
        if isinstance(bound, Bound) and is_cut_of_others(layout, event, bound):
            bound = "a cut of something else"
        if isinstance(bound, str) and bound == NO_PRODUCT and event.attribute == "price" and priced:
            bound = Bound(priced[-1], "sentence")
        if isinstance(bound, str) and bound == NO_PRODUCT and event.attribute == "price":
            drafts_of_list = list_after(layout, event, is_asked=asking)
            taken |= {a.start for d in drafts_of_list for a in d.amounts}
            drafts += drafts_of_list
            if drafts_of_list:
                continue
        if isinstance(bound, str):
            notes.append(f"{event.trigger.text!r}: {bound}")
            continue
        amounts = bind_amounts(layout, event, frozenset(taken))
        taken |= {a.start for a in amounts}
        bound = spell_out(layout, event, find_owner_of_size(layout, bound, amounts))
        words = bind_periods(layout, event, stops)
        manner = judge_manner(layout, event, is_asked=asking)
        words = leave_asked(layout, event, words) if manner.in_question else words
        drafts += [
            Draft(event, bound.entities, bound.how, amounts, words, manner, market)
            for market in bind_markets(layout, event)
        ]
    drafts = add_carried(layout, fill_gaps(layout, _drop_echoes(layout, drafts), taken))
    drafts = part_compared(layout, drop_steps(layout, part_turns(layout, drafts)))
    drafts += add_comparisons(layout, drafts, taken)
    drafts = part_steps_back(layout, size_of_before(layout, settle_sizes(layout, drafts)))
    drafts = spread_listed(layout, spread_series(layout, part_steps(layout, drafts)))
    drafts = spread_segments(layout, spread_months(layout, sign_series(layout, drafts)))
    drafts = add_comparands(drafts, comparands)
    drafts += add_measures(layout, drafts)
    drafts = add_lasting(layout, count_back(layout, drafts))
    drafts = share_frame(layout, add_next_sizes(layout, _share_commitments(drafts)))
    drafts = leave_past_time(layout, share_time_of_pair(layout, drafts))
    claims: list[Claim] = []
    for draft in drafts:
        claims += spread(layout, original, draft, drafts, setting)
    return Outcome(tuple(merge_claims(layout, _share_reported(layout, claims))), tuple(notes))


def _share_reported(layout: Layout, claims: list[Claim]) -> list[Claim]:
    """Give the causes that a Chinese sentence tells of a price the quarter that the price is reported for.

    So with what an English one tells of supply and demand in the past alone ("prices rose 20% due to tight supply").
    """
    if layout.language not in ("zh", "en") or layout.periods_said():
        return claims
    is_english = layout.language == "en"
    told = [c for c in claims if c.period and c.period_text is None and c.attribute == "price"]
    if is_english:
        told = [c for c in claims if c.period and c.period_text is None and c.stance == "actual"]
    reported = {c.period for c in told}
    now = PRESENT if is_english else _NOW
    if len(reported) != 1 or now.search(layout.text, layout.start, layout.end):
        return claims
    period = reported.pop()
    return [
        replace(c, period=period)
        if c.period is None and c.stance == "actual" and not (is_english and c.attribute == "inventory")
        else c
        for c in claims
    ]


def _drop_echoes(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """Leave out a change that another word of the same clause says again with a size or a period."""
    kept = []
    for draft in drafts:
        twins = [
            d
            for d in drafts
            if d is not draft
            and (d.event.attribute, d.event.direction) == (draft.event.attribute, draft.event.direction)
            and d.event.metric is not None
            and draft.event.metric is not None
            and d.event.metric.start == draft.event.metric.start
            and layout.clause(d.event.trigger.start) == layout.clause(draft.event.trigger.start)
            and not (layout.language == "en" and draft.manner.looks_ahead and not d.manner.looks_ahead)
        ]
        if layout.language == "ko" and is_said_again(layout, draft, drafts):
            continue
        if not draft.amounts and any(
            (d.amounts and draft.words in ((), d.words)) or (d.words and not draft.words) for d in twins
        ):
            continue
        kept.append(draft)
    return share_said_again(layout, drafts, kept) if layout.language == "ko" else kept


def _share_commitments(drafts: list[Draft]) -> list[Draft]:
    """Give "sold out" said twice one period, and let memory at large give way to the products named with it."""
    sold = [d for d in drafts if is_committed(d.event)]
    words = next((d.words for d in sold if d.words), ())
    named = [d for d in sold if all(e.product != "MEMORY" for e in d.entities)]
    shared = [replace(d, words=d.words or words) if d in sold else d for d in drafts]
    if not named:
        return shared
    return [d for d in shared if not is_committed(d.event) or d.entities[0].product != "MEMORY"]
