"""The track record as a picture: what was issued for a quarter, median and 80 % interval, and what then came.

One panel for each product and segment, one place for each issued forecast, in the order of quarters and of dates. Drawn
as SVG text like the other charts; alone in a file it brings its own colours.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

from tracker.archive import write_atomically
from tracker.errors import ArchiveError
from tracker.report.wording import segment_name, signed

Row = Mapping[str, Any]
WIDTH, PANEL, LEFT, RIGHT, HEAD, FOOT = 760, 190, 54, 14, 26, 34
MOST = 60
"""Places in one panel; of more forecasts the newest are shown, and the panel says so."""
STYLE = (
    "svg{background:#fff;font:12px system-ui,sans-serif}text{fill:#566273}.name{font-weight:700;fill:#18212d}"
    ".end{text-anchor:end}.mid{text-anchor:middle}.grid{stroke:#e2dfd7}.zero{stroke:#8d96a3}"
    ".interval{stroke:#aecbe3;stroke-width:7}.issued{fill:#fff;stroke:#14507f;stroke-width:2}"
    ".came{fill:#9a3412}"
)


def write_track_record(rows: Sequence[Row], path: Path) -> Path:
    """Write the picture of scored forecasts to a file of its own and return its path.

    The rows are those of the view `forecast_score`. Raises ArchiveError where the file can't be written.
    """
    svg = draw_track_record(rows, "track")
    alone = svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    alone = alone.replace("<title", f"<style>{STYLE}</style><title", 1)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, (alone + "\n").encode("utf-8"))
    except OSError as error:
        raise ArchiveError(
            f"{path}: the chart can't be written ({error.strerror}); name another place or free some space"
        ) from error
    return path


def draw_track_record(rows: Sequence[Row], key: str) -> str:
    """Return the picture of scored forecasts; of those repeated on one day for one quarter the last one counts."""
    panels = _panels(rows)
    height = max(1, len(panels)) * PANEL
    parts = [
        part for place, (name, issued) in enumerate(panels.items()) for part in _panel(name, issued, place * PANEL)
    ]
    if not panels:
        words = "no issued forecast can be scored yet"
        parts = [f'<text class="mid" x="{WIDTH / 2:.0f}" y="{PANEL / 2:.0f}">{words}</text>']
    count = sum(len(issued) for issued in panels.values())
    return (
        f'<svg class="track-record" role="img" aria-labelledby="{key}-t {key}-d" viewBox="0 0 {WIDTH} {height}">'
        f'<title id="{key}-t">Issued forecasts against what was then published</title>'
        f'<desc id="{key}-d">{count} forecasts: bars are 80 % intervals, rings medians, diamonds what came; '
        f"change on the quarter before in percent.</desc>{''.join(parts)}</svg>"
    )


def _panels(rows: Sequence[Row]) -> dict[str, list[Row]]:
    newest: dict[tuple[str, ...], Row] = {}
    for row in sorted(rows, key=lambda row: str(row["issued_at"])):
        newest[tuple(str(row[name]) for name in ("product", "segment", "quarter", "as_of"))] = row
    panels: dict[str, list[Row]] = {}
    for product, segment, *_ in sorted(newest, key=lambda each: (each[0], each[1] != "total", each[1])):
        panels.setdefault(f"{product} {segment_name(segment)}", [])
    for (product, segment, *_), row in sorted(newest.items()):
        panels[f"{product} {segment_name(segment)}"].append(row)
    return panels


def _panel(name: str, issued: Sequence[Row], top: float) -> list[str]:
    shown = issued[-MOST:]
    fields = ("change_p10_pct", "change_p90_pct", "change_p50_pct", "first_actual_pct")
    values = [0.0, *(float(row[field]) for row in shown for field in fields if row[field] is not None)]
    low, high = min(values), max(*values, min(values) + 1)
    pitch = (WIDTH - LEFT - RIGHT) / len(shown)

    def y(value: float) -> float:
        return top + HEAD + (high - value) / (high - low) * (PANEL - HEAD - FOOT)

    cut = "" if len(shown) == len(issued) else f", the newest {len(shown)} of {len(issued)}"
    parts = [f'<text class="name" x="0" y="{top + 15:.1f}">{escape(name)}{cut}</text>']
    for value in sorted({low, 0.0, high}):
        kind = "zero" if value == 0 else "grid"
        parts.append(f'<line class="{kind}" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y(value):.1f}" y2="{y(value):.1f}"/>')
        parts.append(f'<text class="end" x="{LEFT - 6}" y="{y(value) + 4:.1f}">{signed(value, 0)}</text>')
    for place, row in enumerate(shown):
        parts += _mark(row, LEFT + (place + 0.5) * pitch, y)
    return parts + _quarters(shown, pitch, top + PANEL - FOOT + 16)


def _mark(row: Row, x: float, y: Any) -> list[str]:
    median, came = float(row["change_p50_pct"]), float(row["first_actual_pct"])
    said = (
        f"{row['quarter']} as of {row['as_of']}: {signed(median)} % issued, {signed(came)} % published "
        f"{row['first_known_on']}, off by {abs(median - came):.1f} points"
    )
    bar = ""
    if row["change_p10_pct"] is not None and row["change_p90_pct"] is not None:
        ends = f'y1="{y(float(row["change_p10_pct"])):.1f}" y2="{y(float(row["change_p90_pct"])):.1f}"'
        bar = f'<line class="interval" x1="{x:.1f}" x2="{x:.1f}" {ends}/>'
    at = y(came)
    diamond = f"{x:.1f},{at - 5:.1f} {x + 5:.1f},{at:.1f} {x:.1f},{at + 5:.1f} {x - 5:.1f},{at:.1f}"
    return [
        f"<g><title>{escape(said)}</title>{bar}",
        f'<circle class="issued" cx="{x:.1f}" cy="{y(median):.1f}" r="4"/>',
        f'<polygon class="came" points="{diamond}"/></g>',
    ]


def _quarters(shown: Sequence[Row], pitch: float, y: float) -> list[str]:
    """Return each quarter's name under the middle of its forecasts; left out where there is no room for it."""
    places: dict[str, list[int]] = {}
    for place, row in enumerate(shown):
        places.setdefault(str(row["quarter"]), []).append(place)
    parts, free = [], 0.0
    for quarter, taken in places.items():
        middle = LEFT + (taken[0] + taken[-1] + 1) / 2 * pitch
        if middle - 22 >= free:
            parts.append(f'<text class="mid" x="{middle:.1f}" y="{y:.1f}">{escape(quarter)}</text>')
            free = middle + 26
    return parts
