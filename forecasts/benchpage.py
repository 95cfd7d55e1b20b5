"""The figures of the benchmark as Markdown, and their place in the method page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tracker.errors import InputError

BEGIN = "<!-- figures: python -m forecasts.bench --page docs/forecasting.md -->"
END = "<!-- end of figures -->"
Board = Mapping[str, Sequence[Mapping[str, Any]]]
"""The rows of a leaderboard by origin."""


def main_tables(name: str, every: Board, calm: Board) -> str:
    """Return the combination by origin and horizon, and every model on the running quarter; calm part in brackets."""
    lines = [
        f"### {name}",
        "",
        "| origin | h | n | MAE, points | ratio | CRPS / no change | cover 50/80/95 % | 80 % width | sign | turns |",
        "|---|---|---|---|---|---|---|---|---|---|",
    ]
    for origin, rows in every.items():
        lines += [_combination_line(origin, row, calm[origin]) for row in rows if row["model"] == "combination"]
    models = dict.fromkeys(row["model"] for rows in every.values() for row in rows if row["horizon"] == 1)
    lines += ["", f"| running quarter, ratio (n) | {' | '.join(every)} |", "|---|" + "---|" * len(every)]
    for model in models:
        cells = [_cell(rows, model) for rows in every.values()]
        lines.append(f"| {model} | {' | '.join(cells)} |")
    return "\n".join(lines)


def other_table(boards: Mapping[str, tuple[Board, Board]]) -> str:
    """Return the combination's ratio on the running quarter for further series; in brackets the calm part."""
    origins = list(next(iter(boards.values()))[0]) if boards else []
    lines = [
        "### The same settings on other series, running quarter",
        "",
        f"| series | {' | '.join(origins)} |",
        "|---|" + "---|" * len(origins),
    ]
    for name, (every, calm) in boards.items():
        cells = [f"{_cell(every[origin])} [{_cell(calm[origin])}]" for origin in origins]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _combination_line(origin: str, row: Mapping[str, Any], calm: Sequence[Mapping[str, Any]]) -> str:
    other = next((each for each in calm if (each["model"], each["horizon"]) == (row["model"], row["horizon"])), row)
    coverage = "/".join(f"{row[f'coverage_{level}']:.2f}" for level in (50, 80, 95))
    direction = "-" if row["direction_hit"] is None else f"{row['direction_hit']:.2f}"
    return (
        f"| {origin} | {row['horizon']} | {row['n']} [{other['n']}] | {row['mae_pp']:.2f} [{other['mae_pp']:.2f}] "
        f"| {row['mae_ratio']:.3f} [{other['mae_ratio']:.3f}] | {row['crps_ratio']:.2f} [{other['crps_ratio']:.2f}] "
        f"| {coverage} | {row['width_80_pp']:.1f} | {direction} | {row['turns_caught']}/{row['turns']} |"
    )


def _cell(rows: Sequence[Mapping[str, Any]], model: str = "combination") -> str:
    found = next((row for row in rows if row["model"] == model and row["horizon"] == 1), None)
    return f"{found['mae_ratio']:.3f} ({found['n']})" if found else "-"


def write_figures(page: Path, figures: str) -> None:
    """Put figures between the two marks of a page; raise InputError where it lacks them."""
    text = page.read_text(encoding="utf-8")
    if BEGIN not in text or END not in text:
        raise InputError(f"{page}: no place for the figures; expected the lines {BEGIN} and {END}")
    head, tail = text[: text.index(BEGIN)], text[text.index(END) :]
    page.write_text(f"{head}{BEGIN}\n\n{figures}\n\n{tail}", encoding="utf-8")
