"""Contradictions: hard moves of memory equities against published supply evidence, as of a date.

`find_flags` is the entry. A fall is flagged where supply counted as tight before its first trigger, a rally where it
counted as loose; everything is computed from rows known on the as-of date, and what became known later moves nothing.
"""

from __future__ import annotations

import datetime as dt
import functools
import hashlib
import json
from collections.abc import Callable, Collection
from dataclasses import dataclass

from forecasts.citation import cite_statements
from forecasts.equity import distance_from_extreme
from forecasts.events import Event, Market, find_events, hardness, observe_market
from forecasts.flag import Flag, Kind, Label, Life, flags_json
from forecasts.flaglife import is_long_over, live
from forecasts.flagrule import Instrument, Rule, load_instruments, load_rule
from forecasts.knowledge import Knowledge, Reads, load_knowledge
from forecasts.legs import ProbabilityUp
from forecasts.tightness import Tightness, measure_tightness

__all__ = ["Flag", "candidate_events", "find_flags", "flags_in", "flags_json", "judge", "observe"]

KINDS: dict[int, Kind] = {-1: "tight_vs_bearish", 1: "loose_vs_bullish"}
_STATES = {-1: "tight", 1: "loose"}
Measure = Callable[[dt.date], Tightness]


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Everything that flags are judged by as of a day: knowledge, market, the measure of tightness, and the rule."""

    knowledge: Knowledge
    market: Market
    measure: Measure
    instruments: dict[str, Instrument]
    rule: Rule


def measured_by(knowledge: Knowledge, rule: Rule, probability: ProbabilityUp | None = None) -> Measure:
    """Return a function that measures the rule's product before a day and remembers what it measured."""

    @functools.cache
    def measure(day: dt.date) -> Tightness:
        return measure_tightness(knowledge, rule.product, day, rule, probability)

    return measure


def _is_thin(tightness: Tightness, side: int, rule: Rule) -> bool:
    """Tell whether supply looks tight (loose), but on too little recent evidence to be used."""
    return (
        tightness.state == "unknown"
        and tightness.score is not None
        and tightness.evidence > 0
        and -side * tightness.score >= rule.score.enter
    )


def candidate_events(setting: Setting, skip: Collection[str] = ()) -> list[tuple[Event, Tightness]]:
    """Return the events that supply evidence contradicts, with the tightness known before each, oldest first.

    Events whose flag is named in `skip` are left out, and not measured.
    """
    found = []
    for side in (-1, 1):
        for event in find_events(setting.market, side, setting.rule):
            if name_flag(KINDS[side], event.start, setting.rule) in skip:
                continue
            tightness = setting.measure(event.start)
            if tightness.state == _STATES[side] or _is_thin(tightness, side, setting.rule):
                found.append((event, tightness))
    return sorted(found, key=lambda pair: (pair[0].first.closed_at, pair[0].side))


def leader_distances(event: Event, setting: Setting) -> tuple[tuple[str, float], ...]:
    """Return how far the leaders stood from their high (low for a rally) at the first trigger, percent."""
    found = []
    sessions = setting.rule.label.high_sessions
    for ticker in setting.rule.label.leaders:
        if ticker not in setting.market.measured:
            continue
        series = setting.market.measured[ticker].series
        moment = event.first.closed_at
        distance = distance_from_extreme(series, moment, setting.instruments[ticker], sessions, event.side)
        if distance is not None:
            found.append((ticker, distance))
    return tuple(found)


def judge(
    event: Event, tightness: Tightness, distances: tuple[tuple[str, float], ...], rule: Rule
) -> tuple[Label, str]:
    """Return a flag's label and the reason for it in words."""
    if tightness.state == "unknown":
        return "not_assessable", f"too little recent supply evidence: {tightness.evidence:.0%} of its weight is left"
    limit = -rule.label.drawdown_pct if event.side < 0 else rule.label.rally_pct
    far = [f"{ticker} {distance:+.1f} %" for ticker, distance in distances if event.side * (distance - limit) >= 0]
    extreme = f"{rule.label.high_sessions}-session {'high' if event.side < 0 else 'low'}"
    if far:
        turn = "up" if event.side < 0 else "down"
        return "in_conflict", f"{', '.join(far)} from the {extreme}, while guidance still points {turn}"
    missing = sorted(set(rule.label.leaders) - {ticker for ticker, _ in distances})
    if missing:
        unknown = f"no closes of {', '.join(missing)} over {rule.label.high_sessions // 2} sessions and more are known"
        return "not_assessable", f"{unknown}: how far the leaders had moved before can't be said"
    glut = "a glut" if event.side < 0 else "a shortage"
    near = ", ".join(f"{ticker} {distance:+.1f} %" for ticker, distance in distances)
    return "supported", f"what is published on supply speaks against {glut}; from the {extreme}: {near}"


def _severity(event: Event, rule: Rule) -> int:
    """Grade an event by the size of its hardest trigger and by the countries that moved together, 1 to 3."""
    hardest = max(hardness(move, rule) for move in event.triggers)
    countries = {move.country for move in event.triggers}
    return 1 + (hardest >= rule.severity.ratio) + (len(countries) >= rule.severity.countries)


def _digest(event: Event, tightness: Tightness, distances: tuple[tuple[str, float], ...], rule: Rule) -> str:
    """Return the digest of all that decided a flag and its label: rule, first trigger, evidence, distances."""
    content = {
        "rule": rule.digest,
        "first": [event.first.ticker, event.first.day.isoformat(), event.first.sessions, event.first.change_pct],
        "distances": distances,
        "score": tightness.score,
        "legs": [[leg.leg, leg.value, leg.weight, list(leg.evidence)] for leg in tightness.legs],
    }
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def name_flag(kind: Kind, event_start: dt.date, rule: Rule) -> str:
    """Return a flag's identifier, the same in every run: what it is, its first session, the version of the rule."""
    return f"{kind.split('_', 1)[0]}-{event_start.isoformat()}-r{rule.version}"


def _flag(event: Event, tightness: Tightness, path: tuple[Life, ...], setting: Setting) -> Flag:
    """Put one flag together."""
    knowledge, rule = setting.knowledge, setting.rule
    distances = leader_distances(event, setting)
    label, reason = judge(event, tightness, distances, rule)
    scored = frozenset(name for leg in tightness.legs for name in leg.evidence)
    until = min(event.end, knowledge.as_of)
    evidence, against = cite_statements(knowledge, until, event.side, scored, rule)
    kind = KINDS[event.side]
    return Flag(
        flag_id=name_flag(kind, event.start, rule),
        kind=kind,
        as_of=knowledge.as_of,
        known_from=max(event.start, event.first.known_on),
        known_by=min(knowledge.as_of, max([event.end, *(move.known_on for move in event.moves)])),
        event_start=event.start,
        event_end=event.end,
        triggered_at=event.first.closed_at,
        moves=event.moves,
        triggers=event.triggers,
        tightness=tightness,
        evidence=evidence,
        against=against,
        label=label,
        label_reason=reason,
        distances=distances,
        severity=_severity(event, rule),
        path=path,
        rule_version=rule.version,
        inputs_sha256=_digest(event, tightness, distances, rule),
    )


def find_flags(
    warehouse: Reads,
    *,
    as_of: dt.date,
    since: dt.date | None = None,
    ticker: str | None = None,
    include_expired: bool = False,
    skip: Collection[str] = (),
    probability: ProbabilityUp | None = None,
    rule: Rule | None = None,
    instruments: dict[str, Instrument] | None = None,
) -> tuple[Flag, ...]:
    """Return the contradictions as of a date, oldest event first.

    Without `since` and `include_expired` only flags that have not expired are returned; `since` returns every flag
    whose event began on that day or later, `ticker` only those in which that instrument moved. `probability` gives the
    forecaster's probability of a rise for a product as issued before a day, or None; flags named in `skip` are not
    returned.
    """
    known = load_knowledge(warehouse, as_of)
    setting = observe(known, rule or load_rule(), instruments or load_instruments(), probability)
    return flags_in(setting, since=since, ticker=ticker, include_expired=include_expired, skip=skip)


def flags_in(
    setting: Setting,
    *,
    since: dt.date | None = None,
    ticker: str | None = None,
    include_expired: bool = False,
    skip: Collection[str] = (),
) -> tuple[Flag, ...]:
    """Return the contradictions in a setting, chosen as `find_flags` chooses them."""
    flags = []
    as_of = setting.knowledge.as_of
    wants_expired = include_expired or since is not None
    for event, tightness in candidate_events(setting, skip):
        if since and event.start < since:
            continue
        if not wants_expired and is_long_over(event.start, as_of, setting.rule):
            continue
        if ticker and ticker not in {move.ticker for move in event.moves}:
            continue
        path = live(event, setting.measure, as_of, setting.rule)
        if path[-1].state == "expired" and not wants_expired:
            continue
        flags.append(_flag(event, tightness, path, setting))
    return tuple(flags)


def observe(
    knowledge: Knowledge, rule: Rule, instruments: dict[str, Instrument], probability: ProbabilityUp | None = None
) -> Setting:
    """Prepare the judging of a piece of knowledge: the market's moves, and a measure of tightness that remembers."""
    return Setting(
        knowledge=knowledge,
        market=observe_market(knowledge, instruments, rule),
        measure=measured_by(knowledge, rule, probability),
        instruments=instruments,
        rule=rule,
    )
