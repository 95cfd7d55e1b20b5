"""Golden pairs: a document of our own in each source's shape, and every claim that it must yield.

A missing expectation is written and the test fails, so that a person reads it before it counts.
"""

from __future__ import annotations

import dataclasses
import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tracker.extract import read_text

FOLDER = Path(__file__).parent / "corpus" / "reader"
CASES: dict[str, dict[str, Any]] = tomllib.loads((FOLDER / "cases.toml").read_text(encoding="utf-8"))
# The score of a claim is refitted on its own schedule, and its rule's wording is for people.
UNTOLD = frozenset({"confidence", "rule"})


def test_every_document_is_a_case() -> None:
    """No document lies in the folder unread, and there are some."""
    assert CASES
    assert {path.stem for path in FOLDER.glob("*.txt")} == set(CASES)


@pytest.mark.parametrize("name", sorted(CASES))
def test_document_yields_its_claims(name: str) -> None:
    """A document yields the claims that lie beside it, in order, each grounded in its quote."""
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    reading = read_text(text, **CASES[name])
    assert all(text[claim.start : claim.end] == claim.quote for claim in reading.claims)
    found = [
        {k: v for k, v in dataclasses.asdict(claim).items() if v is not None and k not in UNTOLD}
        for claim in reading.claims
    ]
    path = FOLDER / f"{name}.json"
    if not path.exists():
        path.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        pytest.fail(f"{path.name} was missing and has been written: read it, correct the reader or keep it")
    assert found == json.loads(path.read_text(encoding="utf-8"))
