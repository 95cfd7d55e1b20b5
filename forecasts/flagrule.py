"""The rule of tightness and of the flag, as configs/flags.toml and configs/instruments.toml state it.

This module turns the two files into frozen values and refuses unknown keys. It holds no number of its own.
"""

from __future__ import annotations

import datetime as dt
import functools
import hashlib
import json
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args

from tracker.config import config_folder, read_toml
from tracker.errors import ConfigError

LegName = Literal["guidance", "revision", "supply", "momentum", "spot", "inventory", "forecast"]
InstrumentClass = Literal["leader", "share", "sector_index", "broad_index", "context"]
LEG_NAMES: tuple[LegName, ...] = get_args(LegName)
_SECTIONS = {"version", "product", "total", "score", "state", "leg", "guidance", "move", "event", "label"}
_SECTIONS |= {"severity", "life", "evidence"}
T = TypeVar("T")
_CLASSES: set[str] = set(get_args(InstrumentClass))


@dataclass(frozen=True, slots=True, kw_only=True)
class LegRule:
    """How one leg is weighed and how fast it fades.

    `scale` is the size that counts as fully tight, in the leg's unit.
    """

    weight: float
    fresh_days: int
    gone_days: int
    scale: float
    words: float = 0.0

    def fade(self, age_days: int) -> float:
        """Return the share of weight left at an age in days: 1 while fresh, 0 once gone, linear between."""
        if age_days <= self.fresh_days:
            return 1.0
        return max(0.0, (self.gone_days - age_days) / (self.gone_days - self.fresh_days))


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreRule:
    """Scores at which a state begins and ends, and the evidence (share of weight) that a score needs."""

    enter: float
    leave: float
    evidence_min: float


@dataclass(frozen=True, slots=True, kw_only=True)
class StateRule:
    """What a tight state needs besides the score: forward guidance, no cut, no falling price; mirrored for loose."""

    guidance_pct_min: float
    revision_pp_min: float
    last_month_pct_min: float


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidanceRule:
    """Weights of the quarters that guidance speaks of; the ended one may stand in for `grace_days` after its end."""

    current: float
    next: float
    grace_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveRule:
    """Plain thresholds of an instrument class, percent in absolute size."""

    one_day: float
    three_days: float


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRule:
    """When a move counts, and how moves join to one event; the z limits are in trailing standard deviations."""

    z_min: float
    z_strong: float
    z_share: float
    shares_together: int
    window_weekdays: int
    echo_weekdays: int
    fresh_ratio: float
    model_sessions: int
    volatility_sessions: int
    sessions_min: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelRule:
    """How far the leaders may have moved from their high (low) before a flag is in conflict."""

    drawdown_pct: float
    rally_pct: float
    high_sessions: int
    leaders: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeverityRule:
    """What lifts a flag's severity: size in multiples of the threshold, and the number of countries."""

    ratio: float
    countries: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LifeRule:
    """Sessions from the first trigger to confirmation and to the end of a flag."""

    confirm_sessions: int
    expire_sessions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRule:
    """How many statements a flag cites on each side, and how old they may be."""

    max_statements: int
    max_age_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """The whole rule; `digest` is the SHA-256 of its content, so that a version can be held to its numbers."""

    version: str
    digest: str
    product: str
    total: dict[str, float]
    score: ScoreRule
    state: StateRule
    legs: dict[LegName, LegRule]
    guidance: GuidanceRule
    moves: dict[str, MoveRule]
    event: EventRule
    label: LabelRule
    severity: SeverityRule
    life: LifeRule
    evidence: EvidenceRule


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """An exchange by its calendar code, with its local closing time and its own daily price limits."""

    code: str
    country: str
    time_zone: str
    close: dt.time
    limits: tuple[tuple[dt.date, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """A watched share or index; `market` and `sector` are benchmarks in order of preference, `limits` in percent."""

    ticker: str
    name: str
    exchange: Exchange
    kind: InstrumentClass
    market: tuple[str, ...]
    sector: tuple[str, ...]
    aliases: tuple[str, ...]
    limits: tuple[tuple[dt.date, float], ...]

    def limit_on(self, day: dt.date) -> float | None:
        """Return the daily price limit in force on a day, percent, or None where the exchange sets none."""
        in_force = [limit for since, limit in self.limits if since <= day]
        return in_force[-1] if in_force else None


def _fill(kind: type[T], table: Any, place: str) -> T:
    """Make a settings value from a TOML table; raise ConfigError naming an unknown or missing key."""
    if not isinstance(table, dict):
        raise ConfigError(f"{place}: expected a table, found {table!r}")
    known = {field.name for field in fields(kind)}  # type: ignore[arg-type]
    unknown = sorted(set(table) - known)
    if unknown:
        raise ConfigError(f"{place}: unknown key {unknown[0]!r}; expected one of {', '.join(sorted(known))}")
    values = {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}
    try:
        return kind(**values)
    except TypeError as error:
        raise ConfigError(f"{place}: {error}") from error


def _expect_keys(table: dict[str, Any], known: set[str], place: str) -> None:
    """Raise ConfigError unless a table has exactly the known keys."""
    wrong = sorted(set(table) ^ known)
    if wrong:
        raise ConfigError(f"{place}: key {wrong[0]!r} is unknown or missing; expected {', '.join(sorted(known))}")


def parse_rule(content: dict[str, Any], place: str = "flags.toml") -> Rule:
    """Read the rule from parsed TOML; raise ConfigError naming the place of an unknown, missing or misfit key."""
    _expect_keys(content, _SECTIONS, place)
    _expect_keys(content["leg"], set(LEG_NAMES), f"{place} [leg]")
    _expect_keys(content["move"], _CLASSES - {"context"}, f"{place} [move]")
    canonical = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return Rule(
        version=str(content["version"]),
        digest=hashlib.sha256(canonical.encode()).hexdigest(),
        product=str(content["product"]),
        total={str(name): float(share) for name, share in content["total"].items()},
        score=_fill(ScoreRule, content["score"], f"{place} [score]"),
        state=_fill(StateRule, content["state"], f"{place} [state]"),
        legs={name: _fill(LegRule, content["leg"][name], f"{place} [leg.{name}]") for name in LEG_NAMES},
        guidance=_fill(GuidanceRule, content["guidance"], f"{place} [guidance]"),
        moves={name: _fill(MoveRule, table, f"{place} [move.{name}]") for name, table in content["move"].items()},
        event=_fill(EventRule, content["event"], f"{place} [event]"),
        label=_fill(LabelRule, content["label"], f"{place} [label]"),
        severity=_fill(SeverityRule, content["severity"], f"{place} [severity]"),
        life=_fill(LifeRule, content["life"], f"{place} [life]"),
        evidence=_fill(EvidenceRule, content["evidence"], f"{place} [evidence]"),
    )


def _limits(table: Any, place: str) -> tuple[tuple[dt.date, float], ...]:
    """Read daily limits keyed by the day from which each holds."""
    try:
        return tuple(sorted((dt.date.fromisoformat(day), float(limit)) for day, limit in dict(table).items()))
    except (TypeError, ValueError) as error:
        raise ConfigError(f"{place} daily_limit_pct: expected dates and percents, {error}") from error


def _instrument(ticker: str, table: dict[str, Any], exchanges: dict[str, Exchange]) -> Instrument:
    """Read one instrument; raise ConfigError where a key is unknown or its exchange or class does not exist."""
    place = f'instruments.toml [instrument."{ticker}"]'
    optional: dict[str, Any] = {"daily_limit_pct": {}, "sector": [], "aliases": []}
    _expect_keys({**optional, **table}, {"name", "exchange", "class", "market"} | set(optional), place)
    if table["exchange"] not in exchanges:
        raise ConfigError(f"{place}: unknown exchange {table['exchange']!r}; expected one of {', '.join(exchanges)}")
    if table["class"] not in _CLASSES:
        raise ConfigError(f"{place}: unknown class {table['class']!r}; expected one of {', '.join(sorted(_CLASSES))}")
    exchange = exchanges[table["exchange"]]
    own = _limits(table["daily_limit_pct"], place) if "daily_limit_pct" in table else exchange.limits
    return Instrument(
        ticker=ticker,
        name=str(table["name"]),
        exchange=exchange,
        kind=table["class"],
        market=tuple(table["market"]),
        sector=tuple(table.get("sector", [])),
        aliases=tuple(table.get("aliases", [])),
        # Limits bind shares; an index can't leave them by much anyway.
        limits=own if table["class"] in {"leader", "share"} else (),
    )


def parse_instruments(content: dict[str, Any]) -> dict[str, Instrument]:
    """Read the watched instruments by ticker from parsed TOML; raise ConfigError where a key or a name is unknown."""
    _expect_keys(content, {"version", "exchange", "instrument"}, "instruments.toml")
    exchanges = {}
    for code, table in content["exchange"].items():
        place = f"instruments.toml [exchange.{code}]"
        _expect_keys({**table, "daily_limit_pct": 0}, {"country", "time_zone", "close", "daily_limit_pct"}, place)
        exchanges[code] = Exchange(
            code=code,
            country=table["country"],
            time_zone=table["time_zone"],
            close=dt.time.fromisoformat(table["close"]),
            limits=_limits(table.get("daily_limit_pct", {}), place),
        )
    instruments = {ticker: _instrument(ticker, table, exchanges) for ticker, table in content["instrument"].items()}
    for instrument in instruments.values():
        missing = [ticker for ticker in (*instrument.market, *instrument.sector) if ticker not in instruments]
        if missing:
            raise ConfigError(
                f"instruments.toml: benchmark {missing[0]!r} of {instrument.ticker} has no table of its own"
            )
    return instruments


@functools.cache
def load_rule(folder: Path | None = None) -> Rule:
    """Return the rule in force, from the installed configuration or another folder."""
    return parse_rule(read_toml((folder or config_folder()) / "flags.toml"))


@functools.cache
def load_instruments(folder: Path | None = None) -> dict[str, Instrument]:
    """Return the watched instruments by ticker, from the installed configuration or another folder."""
    return parse_instruments(read_toml((folder or config_folder()) / "instruments.toml"))
