"""The flag itself: an equity event that published supply evidence contradicts, with both sides of the evidence.

A flag is a fact about two kinds of evidence that disagree. It is no advice and claims nothing about returns.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from forecasts.equity import Move
from forecasts.tightness import Tightness, tightness_json

Kind = Literal["tight_vs_bearish", "loose_vs_bullish"]
Label = Literal["supported", "in_conflict", "not_assessable"]
State = Literal["open", "confirmed", "expired"]
SEVERITIES = {1: "notable", 2: "strong", 3: "extreme"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A statement that a flag cites, as it stood on the flag's day."""

    statement_id: str
    issuer: str
    product: str
    attribute: str
    direction: str
    period: str
    published_on: dt.date
    known_on: dt.date
    quote: str
    url: str | None
    provenance: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """A state of a flag, the day on which it was reached, and why."""

    state: State
    since: dt.date
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """One contradiction as of a day.

    `tightness` is what was known before the first trigger; `evidence` backs it, `against` speaks for the shares;
    `distances` are the leaders' distances from their high (low), percent, at the first trigger. `path` holds the states
    reached by the day, the present one last. `known_from` is the first day on
    which its first trigger was known, `known_by` the first on which all of it but the path was; `triggers` are those of
    the moves that made the event.
    """

    flag_id: str
    kind: Kind
    as_of: dt.date
    known_from: dt.date
    known_by: dt.date
    event_start: dt.date
    event_end: dt.date
    triggered_at: dt.datetime
    moves: tuple[Move, ...]
    triggers: tuple[Move, ...]
    tightness: Tightness
    evidence: tuple[Cited, ...]
    against: tuple[Cited, ...]
    label: Label
    label_reason: str
    distances: tuple[tuple[str, float], ...]
    severity: int
    path: tuple[Life, ...]
    rule_version: str
    inputs_sha256: str

    @property
    def state(self) -> State:
        """The state as of the day."""
        return self.path[-1].state

    @property
    def state_on(self) -> dt.date:
        """The day on which it was reached."""
        return self.path[-1].since

    @property
    def state_reason(self) -> str:
        """Why it was reached."""
        return self.path[-1].reason


def _cited_json(cited: Cited) -> dict[str, Any]:
    """Return a cited statement as JSON values."""
    return {
        "statement_id": cited.statement_id,
        "issuer": cited.issuer,
        "published_at": cited.published_on.isoformat(),
        "quote": cited.quote,
        "url": cited.url,
        "provenance": cited.provenance,
        "product": cited.product,
        "attribute": cited.attribute,
        "direction": cited.direction,
        "period": cited.period,
    }


def _move_json(move: Move) -> dict[str, Any]:
    """Return a move as JSON values."""
    return {
        "instrument": move.name,
        "ticker": move.ticker,
        "country": move.country,
        "date": move.day.isoformat(),
        "sessions": move.sessions,
        "change_pct": move.change_pct,
        "abnormal_pct": move.abnormal_pct,
        "z": move.abnormal_z if move.abnormal_z is not None else move.z,
        "price_basis": move.price_basis,
        "url": move.url,
    }


def flag_json(flag: Flag) -> dict[str, Any]:
    """Return one flag as JSON values; `tightness` is the score, null where there is none.

    `moves` are those of one session; what a share did over several stands in `moves_over_sessions`.
    """
    daily = [move for move in flag.moves if move.sessions == 1]
    return {
        "id": flag.flag_id,
        "kind": flag.kind,
        "event_start": flag.event_start.isoformat(),
        "event_end": flag.event_end.isoformat(),
        "triggered_at": flag.triggered_at.isoformat(),
        "label": flag.label,
        "label_reason": flag.label_reason,
        "leader_distance_pct": dict(flag.distances),
        "severity": SEVERITIES[flag.severity],
        "state": flag.state,
        "state_on": flag.state_on.isoformat(),
        "state_reason": flag.state_reason,
        "moves": [_move_json(move) for move in daily or flag.moves],
        "moves_over_sessions": [_move_json(move) for move in flag.moves if daily and move.sessions > 1],
        "tightness": flag.tightness.score,
        "tightness_detail": tightness_json([flag.tightness])[0],
        "evidence": [_cited_json(cited) for cited in flag.evidence],
        "evidence_against": [_cited_json(cited) for cited in flag.against],
        "rule_version": flag.rule_version,
        "inputs_sha256": flag.inputs_sha256,
    }


def flags_json(
    as_of: dt.date,
    flags: Iterable[Flag],
    histories: Mapping[tuple[Kind, Label], Mapping[str, Any]] | None = None,
    ledger: Mapping[str, Mapping[str, Any]] | None = None,
) -> dict[str, Any]:
    """Return the answer of `memtrack flags --json`: the as-of date and the flags, oldest event first.

    `histories` holds the base rates of each kind and label; where given, each flag carries those of its own class.
    `ledger` holds by identifier what was issued of each flag.
    """
    told = [
        flag_json(flag)
        | ({"history": dict(histories[flag.kind, flag.label])} if histories else {})
        | ({"ledger": dict(ledger[flag.flag_id])} if ledger else {})
        for flag in flags
    ]
    return {"as_of": as_of.isoformat(), "flags": told}
