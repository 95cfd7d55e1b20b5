"""Counts of the published file, kept beside it, for commands that must answer without opening a database."""

from __future__ import annotations

import json
from typing import Any

from tracker.errors import ArchiveError
from tracker.home import Home


def read_summary(home: Home) -> dict[str, Any]:
    """Return the counts of the published file as of its build; empty where nothing is published yet."""
    try:
        summary = json.loads(home.summary.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise ArchiveError(f"{home.summary}: can't be read ({error}); delete it and run: memtrack ingest") from error
    return dict(summary)
