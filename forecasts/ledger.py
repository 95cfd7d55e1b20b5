"""The ledger of issued forecasts: append-only, never rewritten, and answered from when nothing has changed.

A forecast is named by its date, product, segment, target, the rows that went in and the code that made it. Asked again
with all of them the same, nothing is appended and the same numbers come back without a new fit.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from forecasts.base import QUANTILE_NAMES, QUANTILES
from forecasts.issue import chosen_segments, forecast_json, forecast_record, last_quarter, segment_shares
from forecasts.record import Record, Rows, load_record
from forecasts.version import model_version
from tracker.errors import ArchiveError
from tracker.journal import Journal
from tracker.quarter import Quarter

LEDGER_NAME = "forecasts.jsonl"


@dataclass(frozen=True, slots=True)
class Issued:
    """An answer, how many of its paths were new to the ledger, and whether it came without a new fit."""

    answer: Mapping[str, Any]
    appended: int
    is_repeat: bool


def issue_forecast(
    warehouse: Rows,
    *,
    ledger: Path,
    answers: Path,
    now: dt.datetime,
    as_of: dt.date,
    target: Quarter,
    products: tuple[str, ...] | None = None,
    horizon: int | None = None,
) -> Issued:
    """Forecast, or return the same forecast issued before; append what is new to the ledger.

    `ledger` is the folder of ledgers and `answers` a folder that may be deleted at any time; `now` is UTC. The answer
    is the documented JSON object. Raises UnknownName for a product without a path, ArchiveError where the ledger can't
    be written.
    """
    wanted, segments = chosen_segments(warehouse, products), chosen_segments(warehouse, None)
    known = load_record(warehouse).known(as_of)
    last, shares = last_quarter(as_of, target, horizon), segment_shares(warehouse)
    digest = inputs_digest(known, segments, shares, as_of, last)
    kept = answers / f"{digest}-{'-'.join(sorted({product for product, _ in wanted}))}.json"
    answer = _read_answer(kept)
    is_repeat = answer is not None
    if answer is None:
        made = forecast_record(known, segments, as_of=as_of, target=last, wanted=wanted, shares=shares)
        answer = forecast_json(made)
        _write_answer(kept, answer)
    appended = append_answer(Journal(ledger / LEDGER_NAME), answer, digest, now)
    return Issued(answer, appended, is_repeat)


def append_answer(journal: Journal, answer: Mapping[str, Any], digest: str, now: dt.datetime) -> int:
    """Append the paths of an answer that the ledger lacks; return how many those were."""
    issued = {row["forecast_id"] for line in journal for row in line.get("forecast_issue", ())}
    lines = [_ledger_line(answer, product, digest, now) for product in answer["products"]]
    return journal.append([line for line in lines if line["forecast_issue"][0]["forecast_id"] not in issued])


def inputs_digest(
    known: Record,
    segments: Sequence[tuple[str, str]],
    shares: Mapping[tuple[str, str], float],
    as_of: dt.date,
    target: Quarter,
) -> str:
    """Return the SHA-256 of everything that a forecast depends on: rows, question and code."""
    parts: Iterable[object] = (model_version(), as_of, target, segments, shares, known)
    return hashlib.sha256("\n".join(map(repr, parts)).encode()).hexdigest()


def _ledger_line(
    answer: Mapping[str, Any], product: Mapping[str, Any], digest: str, now: dt.datetime
) -> dict[str, list[dict[str, Any]]]:
    question = (answer["as_of"], product["product"], product["segment"], answer["target"], digest)
    forecast_id = hashlib.sha256("\n".join(question).encode()).hexdigest()[:24]
    issue = {
        "forecast_id": forecast_id,
        "issued_at": now.replace(tzinfo=None, microsecond=0).isoformat(),
        "as_of": answer["as_of"],
        "product": product["product"],
        "segment": product["segment"],
        "target": answer["target"],
        "inputs_sha256": digest,
        "model_version": model_version(),
        "weights": product["weights"],
        "notes": product["notes"],
    }
    evidence = [
        {"forecast_id": forecast_id, "statement_id": row["statement_id"], "effect_pp": row["effect_pp"]}
        for row in product["evidence"]
    ]
    path = [row for point in product["path"] for row in _path_rows(forecast_id, point)]
    return {"forecast_issue": [issue], "forecast_path": path, "forecast_evidence": evidence}


def _path_rows(forecast_id: str, point: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [
        {
            "forecast_id": forecast_id,
            "quarter": point["quarter"],
            "status": point["status"],
            "quantile": level,
            "change_pct": point["change_pct"][name],
            "index_level": point["index"][name],
            "prob_up": point.get("prob_up"),
            "prob_turn": point.get("prob_turn"),
        }
        for level, name in zip(QUANTILES, QUANTILE_NAMES, strict=True)
        if name in point["change_pct"]
    ]


def _read_answer(path: Path) -> dict[str, Any] | None:
    """Return a kept answer; a missing or torn file is none."""
    try:
        answer = json.loads(path.read_bytes())
    except (FileNotFoundError, ValueError):
        return None
    return answer if isinstance(answer, dict) else None


def _write_answer(path: Path, answer: Mapping[str, Any]) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_suffix(f".{os.getpid()}.new")
        beside.write_text(json.dumps(answer, ensure_ascii=False), encoding="utf-8")
        beside.replace(path)
    except OSError as error:
        raise ArchiveError(
            f"{path}: the answer can't be kept ({error.strerror}): free some space or check the "
            "permissions, then run again"
        ) from error
