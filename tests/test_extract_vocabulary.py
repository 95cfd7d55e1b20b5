"""The words in which prices, supply, demand and inventories are told, a plain sentence each: all are read."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import pytest

from tracker.extract import read_text

DAY = dt.date(2026, 7, 15)
TABLE = Path(__file__).parent / "corpus" / "vocabulary.csv"


def read_table() -> list[dict[str, str]]:
    """Return the sentences with what each claims of DRAM; an empty attribute means that it claims nothing."""
    with TABLE.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


@pytest.mark.parametrize("language", ["zh", "en", "ko", "ja"])
def test_every_wording_is_read(language: str) -> None:
    """Each sentence of a language makes the one claim that the table gives, of that product and nothing else."""
    rows = [row for row in read_table() if row["lang"] == language]
    assert len(rows) > 150
    wrong = {}
    for row in rows:
        claims = {(c.product, c.attribute, c.direction) for c in read_text(row["sentence"], published_on=DAY).claims}
        expected = {("DRAM", row["attribute"], row["direction"])} if row["attribute"] else set()
        if claims != expected:
            wrong[row["sentence"]] = claims
    assert not wrong
