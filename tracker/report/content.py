"""Everything that a report says, read from the published database: forecasts, contradictions, sources, the build.

One reading serves the page and the terminal. Nothing is computed here but the chained index of quarters before the
path, which is derived from their settled changes and said to be so wherever it is shown.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from tracker.quarter import Quarter
from tracker.warehouse import Warehouse

HISTORY_QUARTERS = 12
LEVELS = ("p2_5", "p10", "p25", "p50", "p75", "p90", "p97_5")
Status = Literal["history", "base", "settled", "forecast"]
Row = Mapping[str, Any]
_FAMILY_ORDER = ("DRAM", "NAND", "NOR")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One quarter of a path: change in percent and index level by quantile name; only `p50` where it is settled.

    `history` is settled and lies before the path; its `index` is empty where a gap cuts it off from the path. `base` is
    the quarter before a path without a settled one: its level is where the index starts, its change is not known.
    """

    quarter: Quarter
    status: Status
    change: Mapping[str, float]
    index: Mapping[str, float]
    prob_up: float | None = None
    prob_turn: float | None = None

    @property
    def is_forecast(self) -> bool:
        """Whether the quarter is still open."""
        return self.status == "forecast"


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """One issued forecast with its path, the settled quarters before it, its weights and what it rests on."""

    forecast_id: str
    product: str
    segment: str
    as_of: dt.date
    issued_at: dt.datetime
    target: str
    model_version: str
    inputs_sha256: str
    weights: Mapping[str, float]
    notes: Sequence[str]
    history: tuple[Step, ...]
    path: tuple[Step, ...]
    citations: tuple[Row, ...]

    @property
    def coming(self) -> tuple[Step, ...]:
        """The quarters that are forecast."""
        return tuple(step for step in self.path if step.is_forecast)

    @property
    def base_quarter(self) -> Quarter:
        """The quarter in which the index is 100: the first of the path, or the one before where that is forecast."""
        first = self.path[0]
        return first.quarter + -1 if first.is_forecast else first.quarter

    @property
    def has_settled(self) -> bool:
        """Whether any settled quarter stands on its charts."""
        return any("p50" in step.change and not step.is_forecast for step in (*self.history, *self.path))

    @property
    def target_step(self) -> Step | None:
        """The last quarter of the path; None where nothing is forecast."""
        return self.coming[-1] if self.coming else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """One flag: its own row, the equity moves, the statements on either side of them, and the legs of its tightness."""

    row: Row
    moves: tuple[Row, ...]
    against: tuple[Row, ...]
    agreeing: tuple[Row, ...]
    legs: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A product family that is to be forecast: its segments in order, and those that have a forecast."""

    product: str
    name: str
    segments: tuple[str, ...]
    forecasts: tuple[Forecast, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """Segments that have no forecast yet."""
        found = {forecast.segment for forecast in self.forecasts}
        return tuple(segment for segment in self.segments if segment not in found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """All that a report of one day says; `build` is the row of the database build.

    `later_flags` counts flags about events up to the day whose first trigger became known later: they are not shown.
    `scored` are forecasts issued on their own date whose outcome was known by the day.
    """

    as_of: dt.date
    build: Row
    subjects: tuple[Subject, ...]
    open_contradictions: tuple[Contradiction, ...]
    past_contradictions: tuple[Contradiction, ...]
    later_flags: int
    tightness: tuple[Row, ...]
    sources: tuple[Row, ...]
    scored: tuple[Row, ...] = ()

    @property
    def forecasts(self) -> tuple[Forecast, ...]:
        """All forecasts, in the order of the page."""
        return tuple(forecast for subject in self.subjects for forecast in subject.forecasts)


def read_content(warehouse: Warehouse, as_of: dt.date) -> Content:
    """Read what a report of one day says; forecasts and flags that were made with later knowledge are left out."""
    contradictions = _read_contradictions(warehouse, as_of)
    return Content(
        as_of=as_of,
        build=warehouse.rows("build")[0],
        subjects=_read_subjects(warehouse, as_of),
        open_contradictions=tuple(flag for flag in contradictions if flag.row["is_open"]),
        past_contradictions=tuple(flag for flag in contradictions if not flag.row["is_open"]),
        later_flags=sum(row["event_start"] <= as_of < row["known_from"] for row in warehouse.rows("contradictions")),
        tightness=_read_tightness(warehouse, as_of),
        sources=tuple(sorted(warehouse.rows("source_account"), key=lambda row: (-row["documents"], row["source"]))),
        scored=tuple(
            row for row in warehouse.rows("forecast_score") if row["is_live"] and row["first_known_on"] <= as_of
        ),
    )


def _read_subjects(warehouse: Warehouse, as_of: dt.date) -> tuple[Subject, ...]:
    forecasts = _read_forecasts(warehouse, as_of)
    names = {}
    segments: dict[str, set[str]] = {forecast.product: set() for forecast in forecasts}
    for row in warehouse.rows("product_segment"):
        names[row["product"]] = row["product_name"]
        if row["is_forecast"]:
            segments.setdefault(row["product"], set()).add(row["segment"])
    return tuple(
        Subject(
            product=product,
            name=names.get(product, product),
            segments=tuple(sorted(segments[product], key=segment_order)),
            forecasts=tuple(forecast for forecast in forecasts if forecast.product == product),
        )
        for product in sorted(segments, key=product_order)
    )


def _read_forecasts(warehouse: Warehouse, as_of: dt.date) -> list[Forecast]:
    issues = warehouse.rows("newest_forecasts_as_of", as_of)
    issues.sort(key=lambda row: (product_order(row["product"]), segment_order(row["segment"])))
    paths = _group(warehouse.rows("path_as_of", as_of), "forecast_id")
    citations = _group(warehouse.rows("forecast_citation"), "forecast_id")
    settled = {day: warehouse.rows("settled_as_of", day) for day in {row["as_of"] for row in issues}}
    return [
        _forecast(row, paths.get(row["forecast_id"], []), citations.get(row["forecast_id"], []), settled[row["as_of"]])
        for row in issues
    ]


def _forecast(issue: Row, path_rows: Sequence[Row], citations: Sequence[Row], settled: Sequence[Row]) -> Forecast:
    path = tuple(sorted((_step(row) for row in path_rows), key=lambda step: step.quarter))
    names = ("forecast_id", "product", "segment", "as_of", "issued_at", "target", "model_version", "inputs_sha256")
    return Forecast(
        **{name: issue[name] for name in names},
        weights=dict(sorted(issue["weights"].items(), key=lambda item: (-item[1], item[0]))),
        notes=tuple(issue["notes"]),
        history=_history(path, [row for row in settled if _is_about(row, issue)]),
        path=path,
        citations=tuple(sorted(citations, key=lambda row: (-abs(row["effect_pp"]), row["statement_id"]))),
    )


def _is_about(row: Row, issue: Row) -> bool:
    return (row["product"], row["segment"]) == (issue["product"], issue["segment"])


def _step(row: Row) -> Step:
    return Step(
        quarter=Quarter.parse(row["quarter"]),
        status=row["status"],
        change={level: row[f"change_{level}_pct"] for level in LEVELS if row[f"change_{level}_pct"] is not None},
        index={level: row[f"index_{level}"] for level in LEVELS if row[f"index_{level}"] is not None},
        prob_up=row["prob_up"] if row["status"] == "forecast" else None,
        prob_turn=row["prob_turn"] if row["status"] == "forecast" else None,
    )


def _history(path: Sequence[Step], settled: Sequence[Row]) -> tuple[Step, ...]:
    """Return the settled quarters before a path, the index chained backwards from it until the first gap."""
    if not path:
        return ()
    changes = {Quarter.parse(row["quarter"]): float(row["change_pct"]) for row in settled}
    steps = []
    later: Step | None = path[0]
    for back in range(1, HISTORY_QUARTERS + 1):
        step = _earlier(path[0].quarter + -back, later, changes)
        if step is not None:
            steps.append(step)
        later = step if step is not None and step.index else None
    return tuple(reversed(steps))


def _earlier(quarter: Quarter, later: Step | None, changes: Mapping[Quarter, float]) -> Step | None:
    """Return a quarter before a path; None where nothing of it is known."""
    index = _chain_back(later)
    if quarter in changes:
        return Step(quarter=quarter, status="history", change={"p50": changes[quarter]}, index=index)
    if later is not None and later.is_forecast and index:
        return Step(quarter=quarter, status="base", change={}, index=index)
    return None


def _chain_back(later: Step | None) -> dict[str, float]:
    """Return the index of the quarter before one, from that one's level and change; empty where it can't be known."""
    if later is None or "p50" not in later.index or "p50" not in later.change or later.change["p50"] <= -100:
        return {}
    return {"p50": later.index["p50"] / (1 + later.change["p50"] / 100)}


def _read_contradictions(warehouse: Warehouse, as_of: dt.date) -> list[Contradiction]:
    moves = _group(_known(warehouse.rows("flag_move"), as_of), "flag_id")
    cited = _known(warehouse.rows("flag_citation"), as_of)
    citations = _group(sorted(cited, key=_newest_first), "flag_id")
    legs = _group(warehouse.rows("flag_leg"), "flag_id")
    return [
        Contradiction(
            row=row,
            moves=tuple(sorted(moves.get(row["flag_id"], []), key=_move_order)),
            against=tuple(cited for cited in citations.get(row["flag_id"], []) if cited["side"] == "contradicts"),
            agreeing=tuple(cited for cited in citations.get(row["flag_id"], []) if cited["side"] == "agrees"),
            legs=tuple(sorted(legs.get(row["flag_id"], []), key=lambda leg: (-leg["weight"], leg["leg"]))),
        )
        for row in warehouse.rows("contradictions_as_of", as_of)
    ]


def _known(rows: Sequence[Row], as_of: dt.date) -> list[Row]:
    """Keep the rows that were known on a day."""
    return [row for row in rows if row["known_on"] <= as_of]


def _read_tightness(warehouse: Warehouse, as_of: dt.date) -> tuple[Row, ...]:
    """Return the newest issued score of each product, the total first."""
    newest: dict[str, Row] = {}
    for row in sorted(warehouse.rows("tightness_as_of", as_of), key=lambda row: (row["day"], row["rule_version"])):
        newest[row["product"]] = row
    return tuple(newest[product] for product in sorted(newest, key=lambda name: (name != "total", product_order(name))))


def _move_order(row: Row) -> tuple[Any, ...]:
    return (row["move_date"], -abs(row["change_pct"]), row["instrument"], row["horizon_sessions"], row["url"] or "")


def _newest_first(row: Row) -> tuple[Any, ...]:
    known = row["published_on"]
    return (-(known.toordinal() if known else 0), row["statement_id"])


def _group(rows: Sequence[Row], key: str) -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row[key], []).append(row)
    return groups


def product_order(product: str) -> tuple[int, str]:
    """Sort DRAM, NAND, NOR first, others by name."""
    return (_FAMILY_ORDER.index(product) if product in _FAMILY_ORDER else len(_FAMILY_ORDER), product)


def segment_order(segment: str) -> tuple[bool, str]:
    """Sort the product as a whole first, its segments by name."""
    return (segment != "total", segment)
