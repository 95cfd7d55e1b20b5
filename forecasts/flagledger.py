"""The ledger of issued flags: what was flagged, when, on which evidence. Written once, never restated.

A journal line is an object of table names and lists of rows, as sql/schema/50_issued.sql declares them. Issuing twice
on the same knowledge adds nothing. A new version of the rule goes on from the last run of the one before: it flags what
happens from then on, and carries the flags that are still open to their end.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from forecasts.contradiction import flags_in, name_flag, observe
from forecasts.flag import SEVERITIES, Flag, Life
from forecasts.flaglife import run_out
from forecasts.flagrule import Rule, load_instruments, load_rule
from forecasts.issuedflags import match_issued
from forecasts.knowledge import Reads, load_knowledge
from forecasts.legs import ProbabilityUp, Reading
from forecasts.tightness import Tightness, reading_days, tightness_of_all
from tracker.errors import ConfigError
from tracker.journal import Journal

Row = dict[str, Any]
Line = dict[str, list[Row]]
# The record's guidance begins to be dense enough for a monthly reading here.
_FIRST_READING = dt.date(2014, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Issued:
    """What an issue wrote: identifiers of new flags, new states as (flag, state).

    And the number of tightness readings.
    """

    flags: tuple[str, ...]
    states: tuple[tuple[str, str], ...]
    readings: int


@dataclass(slots=True)
class _Written:
    """What a ledger holds already."""

    flags: dict[str, Row] = field(default_factory=dict)
    states: set[tuple[str, str]] = field(default_factory=set)
    reading_days: set[str] = field(default_factory=set)
    # Last day of knowledge of a run under another version of the rule; ISO dates.
    handed_over: str = ""

    def is_over(self, flag_id: str) -> bool:
        """Tell whether a flag has expired."""
        return (flag_id, "expired") in self.states


def _moment(at: dt.datetime) -> str:
    """Return a moment as a timestamp in UTC without a zone, as the warehouse keeps them."""
    return at.astimezone(dt.UTC).replace(tzinfo=None).isoformat(sep=" ", timespec="seconds")


def _leg_row(leg: Reading) -> Row:
    """Return a leg as columns."""
    names = {"leg": leg.leg, "leg_value": leg.value, "figure": leg.figure, "unit": leg.unit}
    return {**names, "age_days": leg.age_days, "weight": leg.weight}


def _flag_line(flag: Flag, rule: Rule, issued_at: dt.datetime) -> Line:
    """Return the ledger line of one flag."""
    name = {"flag_id": flag.flag_id}
    head = {
        **name,
        "issued_at": _moment(issued_at),
        "as_of": flag.known_by.isoformat(),
        "known_from": flag.known_from.isoformat(),
        "kind": flag.kind,
        "event_start": flag.event_start.isoformat(),
        "event_end": flag.event_end.isoformat(),
        "triggered_at": _moment(flag.triggered_at),
        "tightness": flag.tightness.score,
        "evidence_share": flag.tightness.evidence,
        "label": flag.label,
        "label_reason": flag.label_reason,
        "severity": SEVERITIES[flag.severity],
        "rule_version": rule.version,
        "rule_sha256": rule.digest,
        "inputs_sha256": flag.inputs_sha256,
    }
    moves = [
        {
            **name,
            "instrument": move.name,
            "ticker": move.ticker,
            "exchange_country": move.country,
            "move_date": move.day.isoformat(),
            "horizon_sessions": move.sessions,
            "change_pct": move.change_pct,
            "abnormal_pct": move.abnormal_pct,
            "z_score": move.abnormal_z if move.abnormal_z is not None else move.z,
            "url": move.url,
            "is_trigger": move in flag.triggers,
            "known_on": max(move.day, move.known_on).isoformat(),
        }
        for move in flag.moves
    ]
    sides = (("contradicts", flag.evidence), ("agrees", flag.against))
    cited = [
        {**name, "statement_id": one.statement_id, "side": side, "known_on": one.known_on.isoformat()}
        for side, group in sides
        for one in group
    ]
    legs = [{**name, **_leg_row(leg)} for leg in flag.tightness.legs]
    return {"flag": [head], "flag_move": moves, "flag_evidence": cited, "flag_leg": legs}


def _state_line(flag_id: str, life: Life, issued_at: dt.datetime) -> Line:
    """Return the ledger line of a state that a flag has reached."""
    row = {
        "flag_id": flag_id,
        "state": life.state,
        "state_on": life.since.isoformat(),
        "reason": life.reason,
        "issued_at": _moment(issued_at),
    }
    return {"flag_state": [row]}


def _reading_line(readings: Iterable[Tightness], rule: Rule, issued_at: dt.datetime) -> Line:
    """Return the ledger line of the readings of one day."""
    line: Line = {"tightness_reading": [], "tightness_leg": []}
    for reading in readings:
        name = {"day": reading.day.isoformat(), "product": reading.product, "rule_version": rule.version}
        head = {"score": reading.score, "evidence_share": reading.evidence, "state": reading.state}
        line["tightness_reading"].append({**name, **head, "issued_at": _moment(issued_at)})
        line["tightness_leg"] += [{**name, **_leg_row(leg)} for leg in reading.legs]
    return line


def _read_ledger(journal: Journal, rule: Rule) -> _Written:
    """Read what was issued; raise ConfigError where the rule changed under a version that has issued flags."""
    written = _Written()
    for line in journal:
        for row in line.get("flag", []):
            written.flags[row["flag_id"]] = row
            if row["rule_version"] == rule.version and row["rule_sha256"] != rule.digest:
                raise ConfigError(
                    f"flags.toml: the rule differs from the one that issued {row['flag_id']} under the same version "
                    f"{rule.version!r}; expected a new version with every change: raise `version`"
                )
        written.states |= {(row["flag_id"], row["state"]) for row in line.get("flag_state", [])}
        for row in line.get("tightness_reading", []):
            if row["rule_version"] == rule.version:
                written.reading_days.add(row["day"])
            elif row["score"] is not None:  # A run that knew nothing yet has judged nothing.
                written.handed_over = max(written.handed_over, row["day"])
    return written


def _kind_and_start(flag: Flag) -> tuple[str, str]:
    """Return what tells a flag's event from others, whatever the version of the rule."""
    return flag.kind, flag.event_start.isoformat()


def _lapsed(written: _Written, seen: Collection[str], as_of: dt.date, rule: Rule) -> Iterator[tuple[str, Life]]:
    """Yield the end of issued flags that a computation no longer gives, once their time has run out."""
    for flag_id, row in written.flags.items():
        if flag_id in seen or written.is_over(flag_id):
            continue
        end = run_out(dt.date.fromisoformat(row["event_start"]), as_of, rule)
        if end:
            yield flag_id, end


def issue_flags(
    warehouse: Reads,
    journal: Journal,
    *,
    as_of: dt.date,
    issued_at: dt.datetime,
    probability: ProbabilityUp | None = None,
    rule: Rule | None = None,
) -> Issued:
    """Append the flags, states and tightness readings as of a date that the journal does not hold yet.

    `issued_at` is the clock, with a time zone. A flag once written is never written again, whatever became known since.
    """
    rule = rule or load_rule()
    written = _read_ledger(journal, rule)
    issued = match_issued(written.flags.values())
    over = {
        name_flag(row["kind"], dt.date.fromisoformat(row["event_start"]), rule)
        for row in written.flags.values()
        if written.is_over(row["flag_id"])
    }
    knowledge = load_knowledge(warehouse, as_of)
    setting = observe(knowledge, rule, load_instruments(), probability)
    flags = flags_in(setting, include_expired=True, skip=over)
    new = [
        flag
        for flag in flags
        if _kind_and_start(flag) not in issued and flag.known_from.isoformat() > written.handed_over
    ]
    ids = {key: row["flag_id"] for key, row in issued.items()} | {_kind_and_start(flag): flag.flag_id for flag in new}
    known = [(ids[_kind_and_start(flag)], flag) for flag in flags if _kind_and_start(flag) in ids]
    carried = [(flag_id, life) for flag_id, flag in known for life in flag.path]
    carried += _lapsed(written, {flag_id for flag_id, _ in carried}, as_of, rule)
    moved = [(flag_id, life) for flag_id, life in carried if (flag_id, life.state) not in written.states]
    days = [
        day
        for day in reading_days(_FIRST_READING, as_of)
        if day.isoformat() not in written.reading_days and day.isoformat() > written.handed_over
    ]
    lines = [_flag_line(flag, rule, issued_at) for flag in new]
    lines += [_state_line(flag_id, life, issued_at) for flag_id, life in moved]
    lines += [_reading_line(tightness_of_all(knowledge, day, rule, probability), rule, issued_at) for day in days]
    journal.append(lines)
    return Issued(
        flags=tuple(flag.flag_id for flag in new),
        states=tuple((flag_id, life.state) for flag_id, life in moved),
        readings=len(days),
    )
