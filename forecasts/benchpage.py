"""The figures of the benchmark as Markdown, and their place in the method page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from forecasts.backtest import COMBINATION
from forecasts.peers import PeerScore
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
        (
            "| origin | h | n | MAE, points | ratio | CRPS / no change | cover 50/80/95 % | 80 % width | sign | turns "
            "| turn Brier | MAE / agency (n) |"
        ),
        "|---|---|---|---|---|---|---|---|---|---|---|---|",
    ]
    for origin, rows in every.items():
        lines += [_combination_line(origin, row, calm[origin]) for row in rows if row["model"] == COMBINATION]
    models = dict.fromkeys(row["model"] for rows in every.values() for row in rows if row["horizon"] == 1)
    lines += ["", f"| running quarter, ratio (n) | {' | '.join(every)} |", "|---|" + "---|" * len(every)]
    for model in models:
        cells = [_cell(rows, model) for rows in every.values()]
        lines.append(f"| {model} | {' | '.join(cells)} |")
    return "\n".join(lines)


def goal_table(rows: Sequence[tuple[str, Sequence[tuple[float, float]]]], origins: Sequence[str]) -> str:
    """Return what was reached beside what was aimed at, a line for each measure and a pair for each origin."""
    lines = [
        "### Reached, and aimed at in brackets",
        "",
        f"| measure | {' | '.join(origins)} |",
        "|---|" + "---|" * len(origins),
    ]
    for words, pairs in rows:
        cells = [f"{reached:.3g} ({goal:g}){'' if reached <= goal else ', missed'}" for reached, goal in pairs]
        cells += [""] * (len(origins) - len(cells))
        lines.append(f"| {words} | {' | '.join(cells)} |")
    return "\n".join(lines)


def other_table(boards: Mapping[str, tuple[Board, Board]]) -> str:
    """Return the combination on the running quarter for further series; in brackets the calm part."""
    lines = [
        "### The same settings on other series, running quarter",
        "",
        (
            "| series | origin | n | MAE, points | ratio | CRPS / no change | cover 50/80/95 % | 80 % width | sign "
            "| turns | turn Brier | MAE / agency (n) |"
        ),
        "|---|---|---|---|---|---|---|---|---|---|---|---|",
    ]
    for name, (every, calm) in boards.items():
        for origin, rows in every.items():
            row = _find(rows, COMBINATION, 1)
            if row:
                lines.append(f"| {name} {_combination_line(origin, row, calm[origin]).replace(' | 1 |', ' |', 1)}")
    return "\n".join(lines)


def peer_table(scores: Mapping[str, tuple[Sequence[PeerScore], Sequence[PeerScore]]], origins: Sequence[str]) -> str:
    """Return the ratio of each peer on each series and origin, and of how many quarters; in brackets the calm part."""
    lines = [
        "### Peers that read the series alone, running quarter, ratio (n)",
        "",
        f"| series | peer | {' | '.join(origins)} |",
        "|---|---|" + "---|" * len(origins),
    ]
    for name, (every, calm) in scores.items():
        for peer in dict.fromkeys(score.peer for score in every):
            cells = [f"{_peer_cell(every, peer, origin)} [{_peer_cell(calm, peer, origin)}]" for origin in origins]
            lines.append(f"| {name} | {peer} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _peer_cell(scores: Sequence[PeerScore], peer: str, origin: str) -> str:
    found = next((each for each in scores if (each.peer, each.origin) == (peer, origin)), None)
    return f"{found.ratio:.3f} ({found.n})" if found else "-"


def _combination_line(origin: str, row: Mapping[str, Any], calm: Sequence[Mapping[str, Any]]) -> str:
    other = _find(calm, row["model"], row["horizon"]) or row

    def both(key: str, digits: int) -> str:
        return f"{_digits(row[key], digits)} [{_digits(other[key], digits)}]"

    coverage = "/".join(f"{row[f'coverage_{level}']:.2f}" for level in (50, 80, 95))
    paired = f"{_digits(row['paired_ratio'], 2)} ({row['paired_vs_agency']['n']})"
    calmly = f"{_digits(other['paired_ratio'], 2)} ({other['paired_vs_agency']['n']})"
    return (
        f"| {origin} | {row['horizon']} | {row['n']} [{other['n']}] | {both('mae_pp', 2)} | {both('mae_ratio', 3)} "
        f"| {both('crps_ratio', 2)} | {coverage} | {both('width_80_pp', 1)} | {both('direction_hit', 2)} "
        f"| {row['turns_caught']}/{row['turns']} | {both('turn_brier', 2)} | {paired} [{calmly}] |"
    )


def _digits(value: float | None, digits: int) -> str:
    return "-" if value is None else f"{value:.{digits}f}"


def _find(rows: Sequence[Mapping[str, Any]], model: str, horizon: int) -> Mapping[str, Any] | None:
    return next((row for row in rows if (row["model"], row["horizon"]) == (model, horizon)), None)


def _cell(rows: Sequence[Mapping[str, Any]], model: str) -> str:
    found = _find(rows, model, 1)
    return f"{found['mae_ratio']:.3f} ({found['n']})" if found else "-"


def write_figures(page: Path, figures: str) -> None:
    """Put figures between the two marks of a page; raise InputError where it lacks them."""
    text = page.read_text(encoding="utf-8")
    if BEGIN not in text or END not in text:
        raise InputError(f"{page}: no place for the figures; expected the lines {BEGIN} and {END}")
    head, tail = text[: text.index(BEGIN)], text[text.index(END) :]
    page.write_text(f"{head}{BEGIN}\n\n{figures}\n\n{tail}", encoding="utf-8")
