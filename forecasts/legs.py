"""The legs of supply tightness: each reads one kind of evidence known before a day and gives a value from -1 to +1.

A leg that has no evidence is absent, never zero. Nothing here looks at a row that became known on the day or later, and
no leg knows of another or of its weight in the score.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from forecasts.flagrule import LegName, LegRule, Rule
from forecasts.knowledge import NOTHING, Knowledge, Row
from forecasts.momentum import OVERALL, Momentum
from tracker.errors import PeriodError
from tracker.quarter import Quarter, period_bounds

# Where nothing is said of the overall price, the mean of the main segments stands in.
MAIN_SEGMENTS = ("pc", "server", "mobile")
_SUPPLY_SIGNS = {"tight": 1.0, "loose": -1.0, "balanced": 0.0}
_INVENTORY_SIGNS = {"tight": 1.0, "loose": -1.0, "balanced": 0.0, "down": 0.5, "up": -0.5, "flat": 0.0}
# Suppliers hold three to four weeks in a shortage and ten to twelve in ordinary times (figures of the record).
_NORMAL_WEEKS, _WEEKS_SPAN = 8.0, 5.0

ProbabilityUp = Callable[[str, dt.date], float | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one leg says on one day: `value` from -1 loose to +1 tight, `figure` in the leg's own unit, its evidence.

    `age_days` is the age of the newest evidence; `weight` is the leg's weight after fading, `fade` the share left.
    """

    leg: LegName
    value: float
    figure: float
    unit: str
    age_days: int
    fade: float
    weight: float
    evidence: tuple[str, ...]


def _clip(value: float) -> float:
    """Bound a value to -1 ... +1."""
    return max(-1.0, min(1.0, value))


def _reading(
    leg: LegName, rule: LegRule, figure: tuple[float, str], dates: tuple[dt.date, dt.date], ids: Iterable[str]
) -> Reading:
    """Scale a leg's figure (with its unit) to its value, and fade its weight from the newest evidence to the day."""
    newest, day = dates
    amount, unit = figure
    # A month-end fixing is published up to a few days before its month ends: known, and of no age yet.
    age = max(0, (day - newest).days)
    fade = rule.fade(age)
    return Reading(
        leg=leg,
        value=round(_clip(amount / rule.scale), 4),
        figure=round(amount, 4),
        unit=unit,
        age_days=age,
        fade=round(fade, 4),
        weight=round(rule.weight * fade, 4),
        evidence=tuple(sorted(set(ids))),
    )


def _window(rows_from: Sequence[Row], attribute: str) -> list[Row]:
    """Keep the statements about one attribute that are not denials."""
    return [row for row in rows_from if row["attribute"] == attribute and row["sign"] is not None]


def _share(row: Row) -> float:
    """Return how much a statement counts: its reading's confidence, half of it where the fact is in doubt or hedged."""
    trust = float(row["confidence"] or 1.0)
    trust *= 0.5 if row["doubt"] else 1.0
    trust *= 0.5 if row["certainty"] == "hedged" else 1.0
    return trust


def quarter_weights(day: dt.date, rule: Rule) -> dict[str, float]:
    """Return the quarters that guidance may speak of: the running, the next, and briefly the one just ended."""
    current = Quarter.of(day)
    weights = {str(current): rule.guidance.current, str(current + 1): rule.guidance.next}
    if (day - current.start).days < rule.guidance.grace_days:
        weights[str(current + -1)] = rule.guidance.current
    return weights


def _percent(row: Row, words: float) -> float:
    """Return a statement's middle figure, or what its bare direction stands for."""
    return float(row["mid_pct"]) if row["mid_pct"] is not None else float(row["sign"]) * words


def _newest_by_voice(rows: Iterable[Row]) -> list[Row]:
    """Keep each issuer's newest statement on each segment; the later row wins within a day."""
    newest = {(row["issuer"], row["segment"]): row for row in sorted(rows, key=lambda row: row["known_on"])}
    return list(newest.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Guided:
    """What is guided for one quarter: the mean in percent, whether a figure is behind it, and the statements in it."""

    mean: float
    has_figure: bool
    rows: tuple[Row, ...]


def _sized(rows: Sequence[Row], words: float) -> list[tuple[Row, float]]:
    """Return the statements that tell a quarter's size, each with its figure or with what its words stand for.

    Words without a figure name a direction. Where others gave figures, words of the same direction agree with them and
    say nothing of the size; words against them count.
    """
    figures = [float(row["mid_pct"]) for row in rows if row["mid_pct"] is not None]
    return [
        (row, _percent(row, words))
        for row in rows
        if row["mid_pct"] is not None or not _agree(float(row["sign"]), sum(figures))
    ]


def _agree(one: float, other: float) -> bool:
    """Tell whether two figures point the same way; nothing agrees with zero."""
    return one * other > 0


def _guided_for(rows: Sequence[Row], day: dt.date, leg: LegRule) -> _Guided | None:
    """Return the mean guidance for one quarter; statements on the overall price come before those on segments."""
    voices = _newest_by_voice(rows)
    chosen = [row for row in voices if row["segment"] in OVERALL] or [
        row for row in voices if row["segment"] in MAIN_SEGMENTS
    ]
    sized = _sized(chosen, leg.words)
    shares = [_share(row) * leg.fade((day - row["known_on"]).days) for row, _ in sized]
    if sum(shares) <= 0:
        return None
    mean = sum(share * size for share, (_, size) in zip(shares, sized, strict=True)) / sum(shares)
    return _Guided(mean=mean, has_figure=any(row["mid_pct"] is not None for row, _ in sized), rows=tuple(chosen))


def _telling(found: dict[str, _Guided], ended: str) -> dict[str, _Guided]:
    """Return the quarters whose guidance tells the size, of those that something was said of.

    The ended quarter gives way to any figure for a later one, and to words against it. Quarters with words alone are
    left out where they agree with the figures of others.
    """
    figures = {quarter: guided for quarter, guided in found.items() if guided.has_figure}
    later = [guided for quarter, guided in found.items() if quarter != ended]
    stood_in = figures.get(ended)
    if stood_in and any(one.has_figure or not _agree(one.mean, stood_in.mean) for one in later):
        figures.pop(ended)
    told = sum(guided.mean for guided in figures.values())
    words = {quarter: guided for quarter, guided in found.items() if not guided.has_figure}
    if ended in words and later:
        words.pop(ended)
    return figures | {quarter: guided for quarter, guided in words.items() if not _agree(guided.mean, told)}


def read_guidance(knowledge: Knowledge, product: str, day: dt.date, rule: Rule) -> Reading | None:
    """Read what is guided for the running and the next quarter, percent quarter on quarter."""
    leg = rule.legs["guidance"]
    first = day - dt.timedelta(leg.gone_days)
    weights = quarter_weights(day, rule)
    found = {}
    for quarter in weights:
        rows = knowledge.guidance.get((product, quarter), NOTHING).between(first, day)
        guided = _guided_for(rows, day, leg)
        if guided:
            found[quarter] = guided
    telling = _telling(found, ended=str(Quarter.of(day) + -1))
    if not telling:
        return None
    total = sum(weights[quarter] for quarter in telling)
    figure = sum(weights[quarter] * guided.mean for quarter, guided in telling.items()) / total
    # Words that agree are evidence, and as young as they are.
    cited = [
        row for quarter, guided in found.items() if quarter in telling or not guided.has_figure for row in guided.rows
    ]
    newest = max(row["known_on"] for row in cited)
    return _reading("guidance", leg, (figure, "% QoQ"), (newest, day), (row["statement_id"] for row in cited))


def read_revision(knowledge: Knowledge, product: str, day: dt.date, rule: Rule) -> Reading | None:
    """Read how far issuers have moved their own figures for the same quarter and segment, percentage points."""
    leg = rule.legs["revision"]
    first = day - dt.timedelta(2 * leg.gone_days)
    paths: dict[tuple[str, str, str], list[Row]] = {}
    said = (
        row
        for quarter in quarter_weights(day, rule)
        for row in knowledge.guidance.get((product, quarter), NOTHING).between(first, day)
    )
    for row in said:
        if row["mid_pct"] is not None:
            paths.setdefault((row["issuer"], row["segment"], row["quarter"]), []).append(row)
    moved = [path for path in paths.values() if path[-1]["known_on"] > path[0]["known_on"]]
    shares = [leg.fade((day - path[-1]["known_on"]).days) for path in moved]
    if sum(shares) <= 0:
        return None
    steps = [float(path[-1]["mid_pct"]) - float(path[0]["mid_pct"]) for path in moved]
    figure = sum(share * step for share, step in zip(shares, steps, strict=True)) / sum(shares)
    newest = max(path[-1]["known_on"] for path in moved)
    ids = [row["statement_id"] for path in moved for row in (path[0], path[-1])]
    return _reading("revision", leg, (figure, "pp"), (newest, day), ids)


def _latest_voice(rows: Iterable[Row]) -> list[Row]:
    """Keep each document's statements once: one voice says one thing per document and direction."""
    seen = {(row["document_id"], row["direction"]): row for row in rows}
    return list(seen.values())


def is_over(row: Row, day: dt.date) -> bool:
    """Tell whether the period of a statement about the future has ended."""
    return row["period_kind"] != "none" and Quarter.parse(row["quarter"]).end < day


def read_supply(knowledge: Knowledge, product: str, day: dt.date, rule: Rule) -> Reading | None:
    """Read the balance of tight against loose supply statements, shrunk so that a single voice says little."""
    leg = rule.legs["supply"]
    first = day - dt.timedelta(leg.gone_days)
    rows = [row for family in (product, "MEMORY") for row in knowledge.stocks.get(family, NOTHING).between(first, day)]
    said = [row for row in _window(rows, "supply") if row["direction"] in _SUPPLY_SIGNS]
    voices = _latest_voice(row for row in said if row["stance"] == "actual" or not is_over(row, day))
    shares = [_share(row) * leg.fade((day - row["known_on"]).days) for row in voices]
    if sum(shares) <= 0:
        return None
    balance = sum(share * _SUPPLY_SIGNS[row["direction"]] for share, row in zip(shares, voices, strict=True))
    newest = max(row["known_on"] for row in voices)
    figure = balance / (sum(shares) + leg.scale) * leg.scale
    return _reading("supply", leg, (figure, "balance"), (newest, day), (row["statement_id"] for row in voices))


def read_momentum(momentum: Momentum | None, day: dt.date, rule: Rule) -> Reading | None:
    """Read the momentum of contract prices, percent over three months; its age runs from the end of the period."""
    if momentum is None:
        return None
    leg = rule.legs["momentum"]
    return _reading("momentum", leg, (momentum.change_pct, "% in 3 months"), (momentum.period_end, day), momentum.ids)


_PART = re.compile(r"(DDR\d|NAND|NOR|MLC|TLC|SLC)|(\d+)Gb", re.IGNORECASE)


def _part(item: str) -> frozenset[str]:
    """Return what two names of one chip share: its technology and its density."""
    return frozenset((kind or f"{size}Gb").upper() for kind, size in _PART.findall(item))


def read_spot(knowledge: Knowledge, product: str, day: dt.date, rule: Rule) -> Reading | None:
    """Read how far spot stands above contract for the same chip, percent."""
    leg = rule.legs["spot"]
    rows = knowledge.prices.get(product, NOTHING).between(day - dt.timedelta(leg.gone_days), day)
    priced = [row for row in rows if row["price_usd"] is not None]
    contract = {_part(row["item"]): row for row in priced if row["market"] == "contract"}
    spot = {_part(row["item"]): row for row in priced if row["market"] == "spot"}
    pairs = [(spot[part], contract[part]) for part in spot if part in contract and part]
    if not pairs:
        return None
    figure = sum(100 * (float(ours["price_usd"]) / float(theirs["price_usd"]) - 1) for ours, theirs in pairs) / len(
        pairs
    )
    newest = max(ours["known_on"] for ours, _ in pairs)
    ids = [f"{row['item']}@{row['period']}" for pair in pairs for row in pair]
    return _reading("spot", leg, (figure, "% over contract"), (newest, day), ids)


def _is_recent(period: str, first: dt.date) -> bool:
    """Tell whether a figure's period ended on or after a day; a period that can't be placed is not recent."""
    try:
        return period_bounds(period)[1] >= first
    except PeriodError:
        return False


def _inventory_level(row: Row, first: dt.date) -> float | None:
    """Return the sense of a recent inventory figure in weeks or days, or None where it says nothing of coverage."""
    weeks = {"weeks": 1.0, "days": 1 / 7}.get(row["unit"])
    if weeks is None or "inventory" not in row["name"].lower() or not _is_recent(row["period"], first):
        return None
    return _clip((_NORMAL_WEEKS - weeks * (float(row["value_low"]) + float(row["value_high"])) / 2) / _WEEKS_SPAN)


def read_inventory(knowledge: Knowledge, product: str, day: dt.date, rule: Rule) -> Reading | None:
    """Read how short inventories are, from statements and from figures in weeks or days of sales."""
    leg = rule.legs["inventory"]
    first = day - dt.timedelta(leg.gone_days)
    said = [
        (row, _INVENTORY_SIGNS[row["direction"]], row["statement_id"])
        for family in (product, "MEMORY")
        for row in _window(knowledge.stocks.get(family, NOTHING).between(first, day), "inventory")
    ]
    for row in knowledge.indicators.between(first, day):
        level = _inventory_level(row, first)
        if level is not None and row["product"] in {product, "MEMORY", None}:
            said.append((row, level, f"{row['entity']}: {row['name']} {row['period']}"))
    shares = [leg.fade((day - row["known_on"]).days) for row, _, _ in said]
    if sum(shares) <= 0:
        return None
    figure = sum(share * sense for share, (_, sense, _) in zip(shares, said, strict=True)) / sum(shares)
    newest = max(row["known_on"] for row, _, _ in said)
    return _reading("inventory", leg, (figure, "shortness"), (newest, day), (name for _, _, name in said))


def read_forecast(product: str, day: dt.date, rule: Rule, probability: ProbabilityUp | None) -> Reading | None:
    """Read the forecaster's own probability of a rise next quarter, as issued before the day.

    Where one is handed in.
    """
    chance = probability(product, day) if probability else None
    if chance is None:
        return None
    return _reading("forecast", rule.legs["forecast"], (2 * chance - 1, "2p-1"), (day, day), ())
