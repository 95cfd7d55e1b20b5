"""The lines that a run ends with: what is in the database, the paths, the contradictions, what to try next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from tracker.report import wording
from tracker.report.content import Content, Contradiction, Forecast, Step, read_content
from tracker.warehouse import Warehouse, sql_files

WIDTH = 100
_COUNTS = {
    "documents": "documents",
    "statements": "statements",
    "relays": "repeats",
    "prices": "prices",
    "equity_facts": "equity",
    "indicators": "figures",
    "unread": "unread",
    "rejected": "rejected",
    "undated": "undated",
}


def summarize_run(warehouse: Warehouse, *, as_of: dt.date, database: Path | None = None) -> list[str]:
    """Return the summary of a database on a date as lines of at most 100 columns, without colour or markup.

    `database` is where the file lies; None leaves that line out. The queries at the end return rows wherever the
    packaged record is in.
    """
    content = read_content(warehouse, as_of)
    lines = [*_sources(content), "", *_paths(content), "", *_contradictions(content), ""]
    if database is not None:
        lines.append(f"Database: {database}")
    return [*lines, "Queries to try:", *(f'memtrack query "{query}"' for query in queries_to_try())]


def queries_to_try() -> list[str]:
    """Return the queries of `sql/try` that a new reader is shown, each on one line and without its comments."""
    return [_one_line(file.read_text(encoding="utf-8")) for file in sql_files("try")]


def _one_line(sql: str) -> str:
    code = (line.split("--")[0].strip() for line in sql.splitlines())
    return " ".join(line for line in code if line).removesuffix(";")


def _sources(content: Content) -> list[str]:
    built = f"{content.build['built_at']:%Y-%m-%d %H:%M} UTC"
    rows = [row for row in content.sources if row["documents"] or row["rejected"]]
    table = [
        ["source", *_COUNTS.values()],
        *([str(row["source"]), *(wording.count(row[name]) for name in _COUNTS)] for row in rows),
    ]
    idle = [str(row["source"]) for row in content.sources if row not in rows]
    lines = [f"What is in it (built {built})", *_align(table)]
    return lines + (_wrap(f"Nothing yet from {', '.join(idle)} (memtrack sources says what they are).") if idle else [])


def _paths(content: Content) -> list[str]:
    lines = [f"Contract prices as of {content.as_of}: change on the quarter before, percent"]
    whole = [forecast for forecast in content.forecasts if forecast.segment == "total"]
    parts = [forecast for forecast in content.forecasts if forecast.segment != "total"]
    table = [["", "quarter", "median", "80 % of cases", "rise", "index"]]
    for forecast in whole:
        table += _path_rows(forecast)
    if whole:
        lines += _align(table)
    table = [["segment", "quarter", "median", "80 % of cases", "rise"]]
    table += [[_name(forecast), *_cells(forecast.target_step)] for forecast in parts if forecast.target_step]
    if len(table) > 1:
        lines += ["", *_align(table)]
    for subject in content.subjects:
        missing = ", ".join(wording.segment_name(segment) for segment in subject.missing)
        lines += _wrap(f"{subject.product}: no forecast yet for {missing}.") if missing else []
    if whole:
        lines += _wrap("The index is derived: chained from the changes, 100 where each path begins.")
    return lines


def _path_rows(forecast: Forecast) -> list[list[str]]:
    """Return the last settled quarter and the last four to come; a longer path is cut and says so by its quarters."""
    settled = [step for step in forecast.path if not step.is_forecast][-1:]
    shown = [*settled, *forecast.coming[-4:]]
    names = [_name(forecast), *[""] * len(shown)]
    return [[name, *_cells(step), _index(step)] for name, step in zip(names, shown, strict=False)]


def _cells(step: Step) -> list[str]:
    change = step.change
    if not step.is_forecast:
        return [str(step.quarter), wording.signed(change["p50"]), "settled", ""]
    interval = f"{wording.signed(change['p10'])} to {wording.signed(change['p90'])}" if "p10" in change else ""
    return [str(step.quarter), wording.signed(change["p50"]), interval, wording.chance(step.prob_up)]


def _index(step: Step) -> str:
    return wording.level(step.index["p50"]) if "p50" in step.index else ""


def _name(forecast: Forecast) -> str:
    return f"{forecast.product} {wording.segment_name(forecast.segment)}"


def _contradictions(content: Content) -> list[str]:
    lines = ["Open contradictions:" + ("" if content.open_contradictions else " none")]
    lines += [_contradiction(flag) for flag in content.open_contradictions]
    past = content.past_contradictions
    if past:
        lines.append(f"  {len(past)} expired, the newest of them of {past[0].row['event_start']}")
    if content.later_flags:
        lines.append(f"  {content.later_flags} about events up to {content.as_of} were written with later knowledge;")
        lines.append(f"  what was known then: memtrack flags --as-of {content.as_of}")
    return lines


def _contradiction(flag: Contradiction) -> str:
    row = flag.row
    kind = wording.SHORT_KINDS.get(row["kind"], row["kind"])
    line = f"  {row['event_start']}  {kind}"
    if row["hardest_instrument"]:
        line += f": {row['hardest_instrument']} {wording.signed(row['hardest_change_pct'], 2)} %"
        line += f", {len(flag.moves) - 1} more" if len(flag.moves) > 1 else ""
    line += f"; {row['severity']}, {row['state'] or 'state unknown'}"
    return line if len(line) <= WIDTH else line[: WIDTH - 1] + "…"


def _align(table: Sequence[Sequence[str]]) -> list[str]:
    """Return rows with the first column to the left and all others to the right, each as wide as its widest cell."""
    widths = [max(len(row[i]) for row in table) for i in range(len(table[0]))]
    return [
        (
            "  "
            + row[0].ljust(widths[0])
            + "".join(f"  {c.rjust(w)}" for c, w in zip(row[1:], widths[1:], strict=True))
        ).rstrip()
        for row in table
    ]


def _wrap(text: str) -> list[str]:
    import textwrap

    return textwrap.wrap(text, WIDTH, initial_indent="  ", subsequent_indent="  ")
