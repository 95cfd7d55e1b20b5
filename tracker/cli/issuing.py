"""What several verbs do: forecast or flag into a ledger and bring it into the published file; write the report."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tracker.cli.words import now
from tracker.errors import UsageError
from tracker.home import Home
from tracker.quarter import Quarter


def issue_forecast(
    home: Home, day: dt.date, target: Quarter, products: tuple[str, ...] | None, horizon: int | None
) -> Mapping[str, Any]:
    """Return the documented answer as of a day; what is new of it goes to the ledger and into the published file.

    Raises UsageError for a day that has begun nowhere yet.
    """
    refuse_future(day)
    from forecasts import ledger
    from tracker.ingest import republish
    from tracker.warehouse import Warehouse

    with Warehouse.open(home.database) as warehouse:
        issued = ledger.issue_forecast(
            warehouse,
            ledger=home.ledger,
            answers=home.answers,
            now=now(),
            as_of=day,
            target=target,
            products=products,
            horizon=horizon,
        )
    if issued.appended:
        republish(home, now())
    return issued.answer


def issue_flags(home: Home, day: dt.date) -> dict[str, Any]:
    """Write the flags as of a day that the ledger lacks, and bring them into the published file; name them.

    A day's score alone comes into the file with the next build: it is not worth one of its own. Raises UsageError for
    a day that has begun nowhere yet.
    """
    refuse_future(day)
    from forecasts import flagledger
    from forecasts.issuedodds import issued_probability
    from tracker.ingest import republish
    from tracker.journal import Journal
    from tracker.warehouse import Warehouse

    with Warehouse.open(home.database) as warehouse:
        journal = Journal(home.ledger / "flags.jsonl")
        odds = issued_probability(warehouse, day)
        issued = flagledger.issue_flags(warehouse, journal, as_of=day, issued_at=now(), probability=odds)
    if issued.flags or issued.states or issued.readings > 1:
        republish(home, now())
    return {"new": issued.flags, "states": issued.states}


def refuse_future(day: dt.date) -> None:
    """Raise UsageError for a day that has begun nowhere yet: nothing is known on it, and a ledger keeps all."""
    today = now().date()
    if day > today + dt.timedelta(days=1):
        raise UsageError(f"--as-of {day} is yet to come: expected a date up to {today} (UTC)")


def write_page(home: Home, day: dt.date, output: Path | None) -> Path:
    """Write the report as of a day and return where it is."""
    from tracker.report import write_report
    from tracker.warehouse import Warehouse

    with Warehouse.open(home.database) as warehouse:
        return write_report(warehouse, output or home.reports / f"memtrack-{day}.html", as_of=day)
