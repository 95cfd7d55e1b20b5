"""Passages in, statements out, as JSON lines: the shape that `memtrack extract` reads and prints.

In:  {"id", "text", "lang"?, "published_on"?, "issuer"?, "ticker"?, "doc_type"?}; other keys are passed over.
Out: {"id", "statements": [{product, technology, segment, attribute, period, period_text, direction, low_pct, high_pct,
basis, stance, region, market, speaker, certainty, quote, start, end, confidence}]}; offsets count code points.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tracker.errors import InputError
from tracker.statement import Claim

FIELDS = (
    "product",
    "technology",
    "segment",
    "attribute",
    "period",
    "period_text",
    "direction",
    "low_pct",
    "high_pct",
    "basis",
    "stance",
    "region",
    "market",
    "speaker",
    "certainty",
    "quote",
    "start",
    "end",
    "confidence",
)
_SURROGATE = re.compile("[\ud800-\udfff]")
TEXT_FIELDS = ("lang", "issuer", "ticker", "doc_type")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A text to read and what is known of it; `published_on` resolves words like "this quarter"."""

    id: str
    text: str
    lang: str | None = None
    published_on: dt.date | None = None
    issuer: str | None = None
    ticker: str | None = None
    doc_type: str | None = None


def parse_passages(lines: Iterable[bytes], name: str) -> Iterator[Passage]:
    """Yield the passages of JSON lines in UTF-8; raise InputError naming the input, the line and what is wrong."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        place = f"{name}, line {number}"
        try:
            row = json.loads(line.rstrip())
        except RecursionError as error:
            raise InputError(f"{place}: nested too deep; expected an object with id and text") from error
        except ValueError as error:
            found = f"{error.msg}, column {error.colno}" if isinstance(error, json.JSONDecodeError) else str(error)
            raise InputError(f"{place}: not JSON ({found}); expected an object with id and text") from error
        yield _passage(row, place)


def load_passage(path: Path, **known: Any) -> Passage:
    """Return a document file as one passage; raise UnreadableDocument where its bytes hold no text."""
    from tracker.text import to_text

    try:
        content = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: can't be read ({error.strerror}); expected a PDF, HTML or text file") from error
    return Passage(id=path.name, text=to_text(content, None, name=path.name).text, **known)


def read_passage(passage: Passage) -> dict[str, Any]:
    """Read one passage and return its statements as plain values."""
    from tracker.extract import read_text

    known = {name: getattr(passage, name) for name in ("published_on", *TEXT_FIELDS)}
    reading = read_text(passage.text, **known)
    return {"id": passage.id, "statements": [claim_values(claim) for claim in reading.claims]}


def explain_passage(passage: Passage, *, is_one_of_many: bool = False) -> str:
    """Return, sentence by sentence, which rule said what, or why nothing was read; one of many stands below its id."""
    from tracker.extract import explain

    known = {name: getattr(passage, name) for name in ("published_on", *TEXT_FIELDS)}
    lines = [line for sentence in explain(passage.text, **known) for line in sentence.render()]
    if not lines:
        lines = [f"{passage.id}: no sentence names a memory product beside its price, supply, demand or stock"]
    elif is_one_of_many:
        lines = [passage.id, *lines]
    said = "\n".join(lines)
    return said.encode("utf-8", "backslashreplace").decode("utf-8")


def write_line(values: dict[str, Any]) -> str:
    """Return values as one line of JSON; where they hold half a surrogate pair, which UTF-8 can't, all in escapes."""
    line = json.dumps(values, ensure_ascii=False)
    return line if _SURROGATE.search(line) is None else json.dumps(values)


def claim_values(claim: Claim) -> dict[str, Any]:
    """Return a claim's public fields as plain values."""
    return {name: getattr(claim, name) for name in FIELDS}


def _passage(row: object, place: str) -> Passage:
    if not isinstance(row, dict) or "id" not in row or not isinstance(row.get("text"), str):
        raise InputError(f"{place}: expected an object with id and text, found {str(row)[:80]}")
    wrong = [name for name in TEXT_FIELDS if not isinstance(row.get(name), str | None)]
    if wrong:
        raise InputError(f"{place}: {wrong[0]} is {row[wrong[0]]!r}; expected text or null")
    published_on = row.get("published_on")
    try:
        day = dt.date.fromisoformat(published_on) if published_on else None
    except (TypeError, ValueError) as error:
        raise InputError(f"{place}: published_on {published_on!r}; expected a date like 2026-07-02") from error
    known = {name: row.get(name) for name in TEXT_FIELDS}
    return Passage(id=str(row["id"]), text=row["text"], published_on=day, **known)
