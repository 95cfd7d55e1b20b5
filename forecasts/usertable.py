"""A user's own CSV of prices or guidance, as rows of trimmed cells."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from tracker.errors import InputError

LEAST_PCT = -95.0
MOST_PCT = 1000.0


def read_rows(path: Path) -> list[dict[str, str]]:
    """Return the rows below the header; raise InputError where the file is no CSV in UTF-8."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: byte {error.start} is not UTF-8; expected a CSV saved as UTF-8") from error
    except csv.Error as error:
        raise InputError(f"{path}: {error}; expected a CSV") from error
    return [{(name or "").strip(): _trimmed(value) for name, value in row.items()} for row in rows]


def _trimmed(value: str | list[str] | None) -> str:
    """Return a cell without its margins; cells beyond the header come as a list."""
    return " ".join(value).strip() if isinstance(value, list) else (value or "").strip()


def is_change(value: float) -> bool:
    """Tell whether a number can be a change of a price in percent; no NaN or infinity is one."""
    return LEAST_PCT <= value <= MOST_PCT
