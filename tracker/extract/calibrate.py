"""Fit the confidence of claims on labelled passages: `python -m tracker.extract.calibrate CORPUS [--unseen OTHERS]`.

Offline work: needs scikit-learn, writes `configs/lexicon/confidence.toml` and prints a reliability table that was
cross-validated by document. Rules were written with the labelled passages in view, so precision there flatters them: `--unseen`
names labelled passages that no rule was written for. Their precision sets the level (the intercept), nothing else is fitted
on them, and a second table shows how far the confidence of their claims can be trusted.
"""

from __future__ import annotations

import argparse
import datetime as dt
import itertools
import json
import math
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tracker.extract import read_text
from tracker.extract.confidence import FEATURES, features_of
from tracker.extract.lexicon import lexicon_folder
from tracker.statement import Claim

_CORE = ("product", "attribute", "direction", "period")
_BINS = (0.0, 0.6, 0.7, 0.8, 0.9, 1.01)


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim's features, whether the labels bear it out, and the document it came from."""

    features: frozenset[str]
    is_right: bool
    document: str


def judge_corpus(path: Path) -> list[Judged]:
    """Read every passage and hold its claims against the labels; a claim that one labeller saw counts as right."""
    judged: list[Judged] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            judged += _judge_passage(json.loads(line))
    return judged


def _judge_passage(passage: dict[str, Any]) -> list[Judged]:
    """Return the claims of one passage, judged one to one."""
    day = passage.get("published_on")
    reading = read_text(
        passage["text"],
        published_on=dt.date.fromisoformat(day) if day else None,
        issuer=passage.get("issuer"),
        ticker=passage.get("ticker"),
        lang=passage.get("lang"),
        doc_type=passage.get("doc_type"),
    )
    wanted = [tuple(label[name] for name in _CORE) for label in passage["labels"]]
    optional = [tuple(label[name] for name in _CORE[:3]) for label in passage.get("optional") or []]
    document = passage.get("source_url") or re.sub(r"-\d+$", "", passage["id"])
    return [Judged(features_of(claim), _take(claim, wanted, optional), document) for claim in reading.claims]


def _take(claim: Claim, wanted: list[tuple[Any, ...]], optional: list[tuple[Any, ...]]) -> bool:
    """Say whether a label matches a claim, and use the label up."""
    for pool, names in ((wanted, _CORE), (optional, _CORE[:3])):
        key = tuple(getattr(claim, name) for name in names)
        if key in pool:
            pool.remove(key)
            return True
    return False


def fit(judged: list[Judged], unseen_precision: float | None) -> tuple[float, dict[str, float], list[float]]:
    """Return the intercept, the weights and the cross-validated probabilities of a ridge-penalised logistic fit."""
    import numpy as np
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import GroupKFold, cross_val_predict

    table = np.array([[name in one.features for name in FEATURES] for one in judged], dtype=float)
    right = np.array([one.is_right for one in judged])
    groups = np.array([one.document for one in judged])
    model = LogisticRegression(C=0.3, max_iter=2000)
    folds = GroupKFold(n_splits=min(5, len(set(groups))))
    held_out = cross_val_predict(model, table, right, groups=groups, cv=folds, method="predict_proba")[:, 1]
    model.fit(table, right)
    intercept = float(model.intercept_[0])
    if unseen_precision is not None:
        shift = _logit(unseen_precision) - _logit(float(np.clip(right.mean(), 0.01, 0.99)))
        intercept += shift
        held_out = 1 / (1 + np.exp(-(np.log(held_out / (1 - held_out)) + shift)))
    weights = {name: round(float(w), 3) for name, w in zip(FEATURES, model.coef_[0], strict=True)}
    return round(intercept, 3), weights, [float(p) for p in held_out]


def predict(judged: list[Judged], intercept: float, weights: dict[str, float]) -> list[float]:
    """Return the probabilities that a fit gives claims which it has not seen."""
    return [1 / (1 + math.exp(-intercept - math.fsum(weights[name] for name in one.features))) for one in judged]


def _logit(share: float) -> float:
    """Return the log odds of a share."""
    return math.log(share / (1 - share))


def render_reliability(judged: list[Judged], probabilities: list[float]) -> list[str]:
    """Return the reliability table as Markdown rows: claimed against found, cross-validated by document."""
    lines = ["| confidence | claims | mean confidence | right |", "|---|---|---|---|"]
    for low, high in itertools.pairwise(_BINS):
        chosen = [(p, one.is_right) for p, one in zip(probabilities, judged, strict=True) if low <= p < high]
        if chosen:
            mean = sum(p for p, _ in chosen) / len(chosen)
            right = sum(r for _, r in chosen) / len(chosen)
            lines.append(f"| {low:.2f}-{min(high, 1):.2f} | {len(chosen)} | {mean:.2f} | {right:.2f} |")
    brier = sum((p - r) ** 2 for p, r in zip(probabilities, (one.is_right for one in judged), strict=True)) / len(
        judged
    )
    return [
        *lines,
        "",
        f"Brier score {brier:.3f}, {len(judged)} claims of {len({one.document for one in judged})} documents.",
    ]


def main() -> None:
    """Fit on a corpus, write the coefficients, print the reliability tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument(
        "--unseen", type=Path, help="labelled passages that no rule was written for; they set the level"
    )
    parser.add_argument("--dry-run", action="store_true", help="print the tables, write nothing")
    words = parser.parse_args()
    judged = judge_corpus(words.corpus)
    unseen = judge_corpus(words.unseen) if words.unseen else []
    precision = sum(one.is_right for one in unseen) / len(unseen) if unseen else None
    intercept, weights, held_out = fit(judged, precision)
    if not words.dry_run:
        lines = [
            "# Confidence of claims: a logistic score of how a claim was found. Written by `python -m tracker.extract.calibrate`.",
            f"# Fitted on {len(judged)} claims of {len({one.document for one in judged})} documents of labelled passages.",
            "",
            "version = 1",
            f"intercept = {intercept}",
            "",
            "[weight]",
            *(f"{name} = {weight}" for name, weight in weights.items()),
        ]
        (lexicon_folder() / "confidence.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(render_reliability(judged, held_out)))
    if unseen:
        print("\nOn passages that no rule was written for:\n")
        print("\n".join(render_reliability(unseen, predict(unseen, intercept, weights))))


if __name__ == "__main__":
    main()
