"""Rebuild the packaged record from gathered tables: `python -m tracker.record.rebuild FOLDER [--out FOLDER]`.

The same input gives the same bytes. Prints an account in which every gathered row is a statement, a relay, another
fact, an undated fact or a dropped row; a row that fits nowhere is an error.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tracker.errors import InputError, MemtrackError
from tracker.record import company, guidance, market, tightness
from tracker.record.dating import is_rolling
from tracker.record.fixings import add_new_prices, turn_fixings
from tracker.record.joining import join_statements
from tracker.record.rules import Decision, load_decisions
from tracker.record.shapes import ROW_TYPES, DocumentRow, DroppedRow, Tables, dump_rows

Gathered = dict[str, str]
FILES = (
    guidance.FILE,
    company.ASP_FILE,
    company.CLAIM_FILE,
    market.PRICE_FILE,
    market.MOVE_FILE,
    tightness.FILE,
)
_WORDINGS = frozenset({"qualifier", "words", "claim", "notes", "note", "reason", "source_title"})
PACKAGED = Path(__file__).resolve().parent / "data"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebuilt:
    """The tables of the record and the account of where every gathered row went."""

    tables: Tables
    account: tuple[str, ...]


def rebuild(folder: Path, decisions: Sequence[Decision]) -> Rebuilt:
    """Read the gathered tables of a folder and return the record; raise InputError at a row that nothing explains."""
    gathered = {name: read_gathered(folder / name) for name in FILES}
    refuse_stray_decisions(decisions, gathered)
    dated = complete_dates(gathered)
    kept, corrected = apply_decisions(gathered, decisions)
    kept, told = drop_told_forecasts(kept)
    undated = {decision.origin: decision.reason for decision in decisions if decision.action == "undated"}
    joins = {decision.origin: decision.value for decision in decisions if decision.action == "join"}
    parts = (
        guidance.turn_guidance(kept[guidance.FILE], undated),
        company.turn_reported(kept[company.ASP_FILE]),
        company.turn_claims(kept[company.CLAIM_FILE]),
        market.turn_prices(kept[market.PRICE_FILE]),
        market.turn_moves(kept[market.MOVE_FILE]),
        tightness.turn_indicators(kept[tightness.FILE]),
    )
    densities = {row["origin"]: guidance.density(row) for row in kept[guidance.FILE]}
    statements, repeats = join_statements([row for part in parts for row in part.statements], joins, densities)
    tables = Tables(
        documents=merge_documents(row for part in parts for row in part.documents),
        statements=statements,
        prices=add_new_prices(
            [row for part in parts for row in part.prices], turn_fixings(kept[guidance.FILE], statements)
        ),
        indicators=tuple(row for part in parts for row in part.indicators),
        moves=tuple(row for part in parts for row in part.moves),
        undated=tuple(row for part in parts for row in part.undated),
        dropped=(*corrected, *told, *repeats, *(row for part in parts for row in part.dropped)),
    )
    used = {
        row.document for rows in (tables.statements, tables.prices, tables.indicators, tables.moves) for row in rows
    }
    tables = replace(tables, documents=tuple(row for row in tables.documents if row.document in used))
    return Rebuilt(tables=tables, account=(*account_for(gathered, tables), *dated))


def read_gathered(path: Path) -> list[Gathered]:
    """Return the rows of a gathered table, each with its `origin`: its own id, or file and row number from 1."""
    if not path.is_file():
        raise InputError(f"{path}: not there; expected the gathered tables {', '.join(FILES)}")
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [{**row, "origin": row.get("statement_id") or f"{path.stem}:{number}"} for number, row in enumerate(rows, 1)]


def refuse_stray_decisions(decisions: Sequence[Decision], gathered: Mapping[str, Sequence[Gathered]]) -> None:
    """Raise InputError where a decision names a row that the gathered tables lack, or a field that the row lacks."""
    rows = {row["origin"]: row for table in gathered.values() for row in table}
    for decision in decisions:
        if decision.origin not in rows:
            raise InputError(
                f"decisions.csv: {decision.origin} is in no gathered table; remove the line or mend its origin"
            )
        if decision.action == "set" and decision.field not in rows[decision.origin]:
            raise InputError(f"decisions.csv: {decision.origin} has no field {decision.field!r}")


def complete_dates(gathered: Mapping[str, Sequence[Gathered]]) -> list[str]:
    """Give undated rows the date under which another table cites the same page, in place; return what was done.

    Of several dates the latest counts, and pages of rolling lists have none.
    """
    known: dict[str, tuple[str, str]] = {}
    for row in gathered[guidance.FILE]:
        length = {"day": 10, "month": 7}.get(row["date_precision"])
        if length and not is_rolling(row["source_url"]):
            date = row["published_on"][:length]
            known[row["source_url"]] = max(known.get(row["source_url"], ("", "")), (row["known_by"], date))
    for name in (company.ASP_FILE, market.PRICE_FILE, tightness.FILE):
        for row in gathered[name]:
            if row["published_on"]:
                known[row["source_url"]] = max(known.get(row["source_url"], ("", "")), (row["published_on"],) * 2)
    lines = []
    for name in (company.ASP_FILE, market.PRICE_FILE, tightness.FILE):
        for row in gathered[name]:
            if not row["published_on"] and row["source_url"] in known:
                row["published_on"] = known[row["source_url"]][1]
                lines.append(f"dated {row['origin']}: {row['published_on']}, as another row cites the same page")
    return lines


def apply_decisions(
    gathered: Mapping[str, Sequence[Gathered]], decisions: Sequence[Decision]
) -> tuple[dict[str, list[Gathered]], list[DroppedRow]]:
    """Return the rows as decided, and what was dropped or corrected."""
    rows = {row["origin"]: dict(row) for table in gathered.values() for row in table}
    dropped: list[DroppedRow] = []
    for decision in decisions:
        row = rows[decision.origin]
        if decision.action == "drop":
            dropped.append(_dropped(decision, "dropped", describe(row)))
        if decision.action == "set":
            dropped.append(_dropped(decision, "corrected", _old_value(decision, row)))
            row[decision.field] = decision.value
    gone = {decision.origin for decision in decisions if decision.action == "drop"}
    kept = {
        name: [rows[row["origin"]] for row in table if row["origin"] not in gone] for name, table in gathered.items()
    }
    return kept, dropped


def drop_told_forecasts(
    kept: Mapping[str, Sequence[Gathered]],
) -> tuple[dict[str, list[Gathered]], list[DroppedRow]]:
    """Drop indicator rows that tell a price forecast which the statements have from the same page."""
    cited = {(row["source_url"], row["period"]): row["origin"] for row in kept[guidance.FILE]}
    tables = {name: list(rows) for name, rows in kept.items()}
    dropped: list[DroppedRow] = []
    for row in kept[tightness.FILE]:
        period = tightness.calendar_period(row["period"], row["entity"])
        known = cited.get((row["source_url"], period))
        if tightness.tells_forecast(row) and known:
            tables[tightness.FILE].remove(row)
            reason = f"The same page's forecasts for {period} are among the statements ({known})."
            dropped.append(DroppedRow(origin=row["origin"], action="dropped", value=describe(row), reason=reason))
    return tables, dropped


def describe(row: Gathered) -> str:
    """Return what a gathered row says, by its figures and names only."""
    names = (
        "issuer",
        "entity",
        "item",
        "product_family",
        "product",
        "segment",
        "period",
        "month",
        "change_basis",
        "attribute",
    )
    figures = ("direction", "low_pct", "high_pct", "usd", "mom_pct", "value", "unit", "kind", "stance")
    return " ".join(row[name] for name in (*names, *figures) if row.get(name))


def merge_documents(rows: Iterable[DocumentRow]) -> tuple[DocumentRow, ...]:
    """Return each document once; where rows know different things of it, what one of them knows stands."""
    merged: dict[str, DocumentRow] = {}
    for row in rows:
        known = merged.setdefault(row.document, row)
        notes = [note for note in dict.fromkeys((known.source_note, row.source_note)) if note]
        merged[row.document] = replace(
            known,
            issuer=known.issuer or row.issuer,
            lang=known.lang or row.lang,
            doc_type=row.doc_type if known.lang is None and row.lang else known.doc_type,
            source_note=" ".join(notes) or None,
        )
    return tuple(merged.values())


def account_for(gathered: Mapping[str, Sequence[Gathered]], tables: Tables) -> list[str]:
    """Return a line per gathered table that says where its rows went; raise InputError where a row went nowhere."""
    facts: dict[str, str] = {
        row.origin: name for name in ("prices", "indicators", "moves", "undated") for row in getattr(tables, name)
    }
    gone = {row.origin for row in tables.dropped if row.action == "dropped"}
    first = _first_of_groups(tables)
    spoken = {row.origin: row for row in tables.statements}
    lines = []
    for name, rows in gathered.items():
        places = dict.fromkeys(("statements", "relays", "prices", "indicators", "moves", "undated", "dropped"), 0)
        for row in rows:
            origin = row["origin"]
            if origin in spoken:
                places["statements" if first.get(spoken[origin].joined or origin, origin) == origin else "relays"] += 1
            elif origin in facts:
                places[facts[origin]] += 1
            elif origin in gone:
                places["dropped"] += 1
            else:
                raise InputError(f"{name}: row {origin} became nothing; the rebuild is broken")
        counts = ", ".join(f"{count} {place}" for place, count in places.items() if count)
        lines.append(f"{name}: {len(rows)} rows = {counts}")
    told_twice = sum(row.origin in spoken for row in tables.prices)
    return [*lines, f"prices: {told_twice} more from the notes of statements"]


def write_tables(tables: Tables, out: Path) -> None:
    """Write every table as canonical CSV into a folder, which is made where it is missing."""
    out.mkdir(parents=True, exist_ok=True)
    for name, row_type in ROW_TYPES.items():
        (out / f"{name}.csv").write_text(dump_rows(row_type, getattr(tables, name)), encoding="utf-8", newline="\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Rebuild, write, print the account; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tracker.record.rebuild", description=__doc__)
    parser.add_argument("folder", type=Path, help="folder of the gathered tables")
    parser.add_argument("--out", type=Path, default=PACKAGED, help="where to write (default: the packaged record)")
    options = parser.parse_args(arguments)
    try:
        rebuilt = rebuild(options.folder, load_decisions())
    except MemtrackError as problem:
        print(problem, file=sys.stderr)
        return problem.exit_code
    write_tables(rebuilt.tables, options.out)
    print("\n".join(rebuilt.account))
    return 0


def _dropped(decision: Decision, action: str, value: str) -> DroppedRow:
    changed = f" Now {decision.field} {decision.value or 'empty'}." if action == "corrected" else ""
    return DroppedRow(origin=decision.origin, action=action, value=value, reason=decision.reason + changed)


def _old_value(decision: Decision, row: Gathered) -> str:
    """Return the field and what stood there; the wording of others is not repeated."""
    return decision.field if decision.field in _WORDINGS else f"{decision.field} {row[decision.field] or 'empty'}"


def _first_of_groups(tables: Tables) -> dict[str, str]:
    """Return the origin of the earliest row of each group: the statement; the others are its relays."""
    known_on = {row.document: row.known_on for row in tables.documents}
    ordered = sorted(tables.statements, key=lambda row: (known_on[row.document], row.document, row.origin))
    first: dict[str, str] = {}
    for row in ordered:
        if row.joined:
            first.setdefault(row.joined, row.origin)
    return first


if __name__ == "__main__":
    sys.exit(main())
