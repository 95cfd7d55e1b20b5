"""The confidence of claims: judged by labels, fitted, and set to the level of passages that no rule was written for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tracker.extract.calibrate import fit, judge_corpus, predict, render_reliability


def _label(product: str, direction: str, period: str | None) -> dict[str, Any]:
    """Return the core of a label on a price."""
    return {"product": product, "attribute": "price", "direction": direction, "period": period}


def _write(path: Path, passages: list[dict[str, Any]]) -> Path:
    """Write labelled passages, a line each, and return the path."""
    path.write_text("".join(json.dumps(passage) + "\n" for passage in passages), encoding="utf-8")
    return path


def _passage(number: int, text: str, labels: list[Any], optional: list[Any] | None = None) -> dict[str, Any]:
    """Return one labelled passage of July 2026."""
    return {
        "id": f"own-{number}",
        "source_url": f"page {number // 2}",
        "published_on": "2026-07-02",
        "lang": "en",
        "text": text,
        "labels": labels,
        "optional": optional or [],
    }


@pytest.fixture
def passages() -> list[dict[str, Any]]:
    """Return claims that the labels bear out, one that only a second labeller saw, and ones that they deny."""
    rises = [
        _passage(n, f"NAND contract prices rose {n}% in the second quarter.", [_label("NAND", "up", "2026Q2")])
        for n in range(3, 9)
    ]
    denied = [_passage(n, f"DRAM prices fell {n}%.", []) for n in range(20, 24)]
    arguable = _passage(30, "NOR prices rose in May.", [], [_label("NOR", "up", None)])
    return [*rises, *denied, arguable]


def test_labels_judge_claims(tmp_path: Path, passages: list[dict[str, Any]]) -> None:
    """A claim is right by a label, by what one labeller alone saw whatever its period, and wrong without either."""
    judged = judge_corpus(_write(tmp_path / "corpus.jsonl", passages))
    assert [one.is_right for one in judged] == [True] * 6 + [False] * 4 + [True]
    assert {one.document for one in judged} == {f"page {number}" for number in (1, 2, 3, 4, 10, 11, 15)}


def test_unseen_passages_set_the_level(tmp_path: Path, passages: list[dict[str, Any]]) -> None:
    """What is right more often scores higher; a lower precision elsewhere lowers every score and keeps their order."""
    judged = judge_corpus(_write(tmp_path / "corpus.jsonl", passages))
    intercept, weights, _ = fit(judged, None)
    lower, same, _ = fit(judged, 0.3)
    assert lower < intercept
    assert same == weights
    plain, shifted = predict(judged, intercept, weights), predict(judged, lower, weights)
    assert min(plain[:6]) > max(plain[6:10])
    assert all(0 < after < before < 1 for before, after in zip(plain, shifted, strict=True))


def test_reliability_counts_every_claim_once(tmp_path: Path, passages: list[dict[str, Any]]) -> None:
    """The rows of the table add up to the claims, each in the row of its confidence."""
    judged = judge_corpus(_write(tmp_path / "corpus.jsonl", passages))
    rows = [line.split("|") for line in render_reliability(judged, [0.95] * 6 + [0.3] * 5) if line.startswith("| 0")]
    assert [(row[1].strip(), int(row[2]), float(row[4])) for row in rows] == [
        ("0.00-0.60", 5, 0.2),
        ("0.90-1.00", 6, 1.0),
    ]
