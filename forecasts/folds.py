"""Folds of a backtest: what every forecaster says at each origin, from what was known then.

An origin is a date of knowledge placed in relation to a quarter: the last day of the quarter before it, its day 10 or
its day 48. A fold never looks at the outcome of its quarters: the outcome comes later, with its date of knowledge.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from forecasts.base import Estimate, Frame, find_forecasters
from forecasts.combine import run_forecasters
from forecasts.features import Lookback
from forecasts.outcome import Outcome, past_of, settled_outcome
from forecasts.record import Record
from forecasts.version import model_version
from tracker.quarter import Quarter

ORIGIN_OFFSETS: Mapping[str, int] = {"before": -1, "start": 9, "mid": 47}
LEADS = (0, 1, 2, 3)
AGENCY = "agency"
WARM_UP = 16
"""Quarters before the first scored one whose folds are run too, so that weights have something to learn from."""


@dataclass(frozen=True, slots=True)
class Fold:
    """What was said at one origin of each quarter from the origin's own on, by forecaster; log points."""

    origin: dt.date
    quarter: Quarter
    said: Mapping[str, tuple[Estimate | None, ...]]
    scales: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A series to forecast with the record that may be read, and which quarters and forecasters to run."""

    record: Record
    outcome: Outcome
    first: Quarter
    last: Quarter
    models: tuple[str, ...]


def origin_date(quarter: Quarter, origin: str) -> dt.date:
    """Return the date of knowledge of an origin of a quarter."""
    return quarter.start + dt.timedelta(days=ORIGIN_OFFSETS[origin])


def run_folds(
    question: Question, origins: Sequence[str], *, jobs: int, cache: Path | None, report: Callable[[int, int], None]
) -> dict[str, list[Fold]]:
    """Return the folds of each origin, in order of quarters; kept ones are read from the cache folder.

    The work is cut by origin and into quick and slow forecasters and spread over `jobs` processes. `report` is called
    with the number of pieces done and in all.
    """
    slow = {name for name, forecaster in find_forecasters().items() if forecaster.is_slow}
    parts = [(origin, name) for origin in origins for name in _parts(question.models, slow)]
    done: dict[tuple[str, tuple[str, ...]], list[Fold]] = {}
    report(0, len(parts))
    for part, folds in _run_parts(question, parts, jobs=jobs, cache=cache):
        done[part] = folds
        report(len(done), len(parts))
    return {origin: _merge([done[part] for part in parts if part[0] == origin]) for origin in origins}


def _parts(models: tuple[str, ...], slow: set[str]) -> list[tuple[str, ...]]:
    quick = tuple(name for name in models if name not in slow)
    return [part for part in (quick, *((name,) for name in models if name in slow)) if part]


def _run_parts(
    question: Question, parts: Sequence[tuple[str, tuple[str, ...]]], *, jobs: int, cache: Path | None
) -> Any:
    work = partial(_kept_part, question, cache)
    if jobs <= 1 or len(parts) == 1:
        yield from ((part, work(part)) for part in parts)
        return
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        waiting = {pool.submit(work, part): part for part in parts}
        yield from ((waiting[future], future.result()) for future in as_completed(waiting))


def _kept_part(question: Question, cache: Path | None, part: tuple[str, tuple[str, ...]]) -> list[Fold]:
    if cache is None:
        return _run_part(question, *part)
    digest = hashlib.sha256("\n".join(map(repr, (model_version(), question, part))).encode()).hexdigest()
    path = cache / f"{digest[:32]}.json"
    if path.exists():
        return [_fold_from(row) for row in json.loads(path.read_text(encoding="utf-8"))]
    folds = _run_part(question, *part)
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(".new")
    beside.write_text(json.dumps([_fold_to(fold) for fold in folds]), encoding="utf-8")
    beside.replace(path)
    return folds


def _run_part(question: Question, origin: str, models: tuple[str, ...]) -> list[Fold]:
    lookback = Lookback(question.record, _with_others(question))
    forecasters = {name: forecaster for name, forecaster in find_forecasters().items() if name in models}
    folds = []
    for step in range(question.last - question.first + 1):
        quarter = question.first + step
        date = origin_date(quarter, origin)
        quarters = tuple(quarter + lead for lead in LEADS)
        frame = lookback.frame(question.outcome, date, quarters)
        said, _ = run_forecasters(forecasters, frame, with_slow=True)
        table: dict[str, tuple[Estimate | None, ...]] = {
            name: tuple(each.get(q) for q in quarters) for name, each in said.items()
        }
        if quarter in past_of(question.outcome, date).settled:
            continue
        if any(_agency_figure(frame, q) for q in quarters):
            table[AGENCY] = tuple(_agency_figure(frame, q) for q in quarters)
        folds.append(Fold(date, quarter, table, tuple(frame.scales[q] for q in quarters)))
    return folds


def _agency_figure(frame: Frame, quarter: Quarter) -> Estimate | None:
    """Return the house agency's own figure: for the product, else the mean of its figures for the segments."""
    said = frame.signals[quarter].get("agency")
    return Estimate(said.value, frame.scales[quarter]) if said else None


def _with_others(question: Question) -> list[Outcome]:
    """Return the outcome and, for lessons while its own are few, the overall series of the record's other products."""
    own = (question.outcome.product, question.outcome.segment)
    pairs = sorted(
        {(row.product, row.segment) for row in question.record.settlements if row.segment == "total"} - {own}
    )
    return [question.outcome, *(settled_outcome(question.record, product, segment) for product, segment in pairs)]


def _merge(parts: Sequence[list[Fold]]) -> list[Fold]:
    merged: dict[Quarter, Fold] = {}
    for fold in (fold for part in parts for fold in part):
        before = merged.get(fold.quarter)
        said = {**(before.said if before else {}), **fold.said}
        merged[fold.quarter] = Fold(fold.origin, fold.quarter, said, fold.scales)
    return [merged[quarter] for quarter in sorted(merged)]


def _fold_to(fold: Fold) -> dict[str, Any]:
    said = {name: [each and [each.mean, each.sd] for each in estimates] for name, estimates in fold.said.items()}
    return {"origin": fold.origin.isoformat(), "quarter": str(fold.quarter), "said": said, "scales": fold.scales}


def _fold_from(row: Mapping[str, Any]) -> Fold:
    said = {name: tuple(each and Estimate(*each) for each in estimates) for name, estimates in row["said"].items()}
    return Fold(dt.date.fromisoformat(row["origin"]), Quarter.parse(row["quarter"]), said, tuple(row["scales"]))
