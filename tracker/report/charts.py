"""Charts drawn as SVG text: no browser, no font file, no request; colours come from the page's style sheet.

Two kinds: a fan (past line, bands of 95, 80 and 50 %, median) and a strip (the same bands lying flat, for a table).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from tracker.quarter import Quarter
from tracker.report.content import Step
from tracker.report.wording import level, signed

WIDTH, HEIGHT = 470, 300
LEFT, RIGHT, TOP, BOTTOM = 46, 66, 24, 44
LABEL_GAP = 15.5
# Narrower slots than this have no room for the number of each quarter; years still stand under them.
QUARTER_ROOM = 19
YEAR_ROOM = 20
LOG_FROM = 3.0
BANDS = (("95", "p2_5", "p97_5"), ("80", "p10", "p90"), ("50", "p25", "p75"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One quarter on a chart: where it stands, its values by quantile name, and whether it is forecast."""

    slot: int
    quarter: str
    values: Mapping[str, float]
    is_forecast: bool
    is_settled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """How values become heights: limits, tick values, and whether steps of equal ratio are of equal height."""

    low: float
    high: float
    ticks: tuple[float, ...]
    is_log: bool

    def y(self, value: float) -> float:
        """Return the height of a value in chart units, downwards from the top."""
        low, high, at = (math.log(v) if self.is_log else v for v in (self.low, self.high, value))
        return TOP + (high - at) / (high - low) * (HEIGHT - TOP - BOTTOM)


def draw_change_fan(steps: Sequence[Step], key: str, title: str, description: str) -> str:
    """Return the fan of quarterly changes in percent; `key` makes the identifiers in it unique on the page."""
    points = _points(steps, lambda step: step.change)
    scale = linear_scale([0.0, *_all_values(points)])
    return _fan(
        points, scale, key=key, title=title, description=description, say=_say_percent, say_axis=_say_percent_axis
    )


def draw_index_fan(steps: Sequence[Step], key: str, title: str, description: str) -> str:
    """Return the fan of the chained index; on a scale of ratios where the levels span a factor of three or more."""
    points = _points(steps, lambda step: step.index)
    values = _all_values(points)
    spans_far = bool(values) and min(values) > 0 and max(values) / min(values) >= LOG_FROM
    scale = log_scale(values) if spans_far else linear_scale(values)
    return _fan(points, scale, key=key, title=title, description=description, say=level, say_axis=_say_index_axis)


def draw_strip(values: Mapping[str, float], low: float, high: float, label: str) -> str:
    """Return bands and median as a flat strip from `low` to `high` percent; it stretches with its cell."""

    def x(value: float) -> float:
        return 100 * (value - low) / (high - low)

    parts = [f'<line class="zero" x1="{x(0):.2f}" x2="{x(0):.2f}" y1="0" y2="24"/>']
    for name, bottom, top in BANDS:
        if bottom in values and top in values:
            width = max(0.4, x(values[top]) - x(values[bottom]))
            parts.append(
                f'<rect class="band{name}" x="{x(values[bottom]):.2f}" y="5" width="{width:.2f}" height="14"/>'
            )
    at = x(values["p50"])
    parts.append(f'<line class="median-mark" x1="{at:.2f}" x2="{at:.2f}" y1="2" y2="22"/>')
    return (
        f'<svg class="strip" role="img" aria-label="{escape(label)}" viewBox="0 0 100 24" '
        f'preserveAspectRatio="none">{"".join(parts)}</svg>'
    )


def linear_scale(values: Sequence[float]) -> Scale:
    """Return a scale with round ticks that holds all values with a little air."""
    low, high = (min(values), max(values)) if values else (0.0, 1.0)
    if high - low < 1e-9:
        low, high = low - 1, high + 1
    step = _round_step((high - low) / 5)
    first, last = math.floor(low / step), math.ceil(high / step)
    ticks = tuple(round(i * step, 10) for i in range(first, last + 1))
    return Scale(low=ticks[0], high=ticks[-1], ticks=ticks, is_log=False)


def log_scale(values: Sequence[float]) -> Scale:
    """Return a scale of ratios with ticks at 1, 2 and 5 times powers of ten; all values are above zero."""
    low, high = min(values) / 1.06, max(values) * 1.06
    first, last = math.floor(math.log10(low)), math.ceil(math.log10(high))
    rounds = [digit * 10.0**power for power in range(first, last + 1) for digit in (1, 2, 5)]
    return Scale(low=low, high=high, ticks=tuple(tick for tick in rounds if low <= tick <= high), is_log=True)


def _round_step(raw: float) -> float:
    power = 10.0 ** math.floor(math.log10(raw))
    return next(power * factor for factor in (1, 2, 2.5, 5, 10) if power * factor >= raw * 0.999)


def _points(steps: Sequence[Step], values_of: Callable[[Step], Mapping[str, float]]) -> list[Point]:
    shown = [step for step in steps if "p50" in values_of(step)]
    return [
        Point(
            slot=step.quarter - shown[0].quarter,
            quarter=str(step.quarter),
            values=values_of(step),
            is_forecast=step.is_forecast,
            is_settled=step.status in {"history", "settled"},
        )
        for step in shown
    ]


def _all_values(points: Sequence[Point]) -> list[float]:
    return [value for point in points for value in point.values.values()]


def _fan(
    points: Sequence[Point],
    scale: Scale,
    *,
    key: str,
    title: str,
    description: str,
    say: Callable[[float], str],
    say_axis: Callable[[float], str],
) -> str:
    slots = max((point.slot for point in points), default=0) + 1
    pitch = (WIDTH - LEFT - RIGHT) / slots

    def x(slot: float) -> float:
        return LEFT + (slot + 0.5) * pitch

    known = [point for point in points if not point.is_forecast]
    coming = [point for point in points if point.is_forecast]
    # The fan opens from the quarter just before it; across a gap nothing is drawn.
    anchor = [point for point in known[-1:] if coming and coming[0].slot - point.slot == 1]
    parts = [
        *_grid(scale, say_axis),
        *_quarter_axis(points, x, pitch),
        *_bands(anchor + coming, scale, x, pitch),
        *_lines(known, anchor + coming if coming else [], scale, x),
        *_dots(points, scale, x, say, radius=min(3.4, pitch / 4)),
        *_end_labels(coming, scale, x, say),
        *_border(anchor, coming, x),
    ]
    kind = "log" if scale.is_log else "linear"
    return (
        f'<svg class="fan" data-scale="{kind}" role="img" aria-labelledby="{key}-t {key}-d" '
        f'viewBox="0 0 {WIDTH} {HEIGHT}">'
        f'<title id="{key}-t">{escape(title)}</title><desc id="{key}-d">{escape(description)}</desc>'
        f"{''.join(parts)}</svg>"
    )


def _border(anchor: Sequence[Point], coming: Sequence[Point], x: Callable[[float], float]) -> list[str]:
    """Return the line between what is known and what is forecast, with both words beside it."""
    if not anchor:
        return []
    at = (x(anchor[0].slot) + x(coming[0].slot)) / 2
    word = "settled" if anchor[0].is_settled else "start"
    return [
        f'<line class="border" x1="{at:.1f}" x2="{at:.1f}" y1="{TOP - 8}" y2="{HEIGHT - BOTTOM}"/>',
        f'<text class="note" x="{at + 5:.1f}" y="{TOP - 8}">forecast</text>',
        f'<text class="note end" x="{at - 5:.1f}" y="{TOP - 8}">{word}</text>',
    ]


def _say_percent(value: float) -> str:
    return f"{signed(value)} %"


def _say_percent_axis(value: float) -> str:
    return signed(value, 0 if value == round(value) else 1)


def _say_index_axis(value: float) -> str:
    return f"{value:,.0f}" if value == round(value) else f"{value:,.1f}"


def _grid(scale: Scale, say: Callable[[float], str]) -> list[str]:
    parts = []
    for tick in scale.ticks:
        y = scale.y(tick)
        kind = "zero" if tick == 0 else "grid"
        parts.append(f'<line class="{kind}" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y:.1f}" y2="{y:.1f}"/>')
        parts.append(f'<text class="tick end" x="{LEFT - 6}" y="{y + 4:.1f}">{say(tick)}</text>')
    return parts


def _quarter_axis(points: Sequence[Point], x: Callable[[float], float], pitch: float) -> list[str]:
    """Return the number of each quarter under its slot, the year under each group, and marks between years."""
    if not points:
        return []
    base = HEIGHT - BOTTOM
    first = Quarter.parse(points[0].quarter)
    years: dict[int, list[int]] = {}
    parts = []
    for slot in range(points[-1].slot + 1):
        quarter = first + slot
        years.setdefault(quarter.year, []).append(slot)
        if pitch >= QUARTER_ROOM:
            parts.append(f'<text class="tick mid" x="{x(slot):.1f}" y="{base + 15}">Q{quarter.number}</text>')
    for year, slots in years.items():
        middle = (x(slots[0]) + x(slots[-1])) / 2
        if len(slots) * pitch >= YEAR_ROOM or len(years) == 1:
            parts.append(f'<text class="year mid" x="{middle:.1f}" y="{base + 33}">{year}</text>')
        if slots[0] > 0:
            edge = x(slots[0]) - pitch / 2
            parts.append(f'<line class="year-mark" x1="{edge:.1f}" x2="{edge:.1f}" y1="{base}" y2="{base + 38}"/>')
    return parts


def _bands(points: Sequence[Point], scale: Scale, x: Callable[[float], float], pitch: float) -> list[str]:
    """Return the three bands, widening from the last known point; bars where a single quarter stands alone."""
    if not any(point.is_forecast for point in points):
        return []
    parts = []
    for name, low, high in BANDS:
        edges = [(x(p.slot), p.values.get(low, p.values["p50"]), p.values.get(high, p.values["p50"])) for p in points]
        if len(edges) == 1:
            at, bottom, top = edges[0]
            edges = [(at - pitch / 3, bottom, top), (at + pitch / 3, bottom, top)]
        outline = [(at, top) for at, _, top in edges] + [(at, bottom) for at, bottom, _ in reversed(edges)]
        corners = " ".join(f"{at:.1f},{scale.y(value):.1f}" for at, value in outline)
        parts.append(f'<polygon class="band{name}" points="{corners}"/>')
    return parts


def _lines(known: Sequence[Point], median: Sequence[Point], scale: Scale, x: Callable[[float], float]) -> list[str]:
    parts = []
    run: list[Point] = []
    for point in known:
        if run and point.slot - run[-1].slot != 1:
            parts.append(_polyline("past", run, scale, x))
            run = []
        run.append(point)
    parts.append(_polyline("past", run, scale, x))
    parts.append(_polyline("median", median, scale, x))
    return parts


def _polyline(name: str, points: Sequence[Point], scale: Scale, x: Callable[[float], float]) -> str:
    if len(points) < 2:
        return ""
    corners = " ".join(f"{x(point.slot):.1f},{scale.y(point.values['p50']):.1f}" for point in points)
    return f'<polyline class="{name}" points="{corners}"/>'


def _dots(
    points: Sequence[Point],
    scale: Scale,
    x: Callable[[float], float],
    say: Callable[[float], str],
    *,
    radius: float,
) -> list[str]:
    parts = []
    for point in points:
        kind = "dot-forecast" if point.is_forecast else "dot-past"
        said = f"{point.quarter}: {say(point.values['p50'])}"
        if "p10" in point.values and "p90" in point.values:
            said += f" (80 %: {say(point.values['p10'])} to {say(point.values['p90'])})"
        y = scale.y(point.values["p50"])
        place = f'cx="{x(point.slot):.1f}" cy="{y:.1f}" r="{radius:.1f}"'
        parts.append(f'<circle class="{kind}" {place}><title>{escape(said)}</title></circle>')
    return parts


def _end_labels(
    coming: Sequence[Point], scale: Scale, x: Callable[[float], float], say: Callable[[float], str]
) -> list[str]:
    """Return the labels at the right edge, pushed apart: the median's value, and the name of each band at its top."""
    if not coming:
        return []
    last = coming[-1]
    wanted = [(scale.y(last.values["p50"]), say(last.values["p50"]), "value")]
    wanted += [
        (scale.y(last.values[high]) + 2, f"{name} %", f"band-name in{name}")
        for name, _, high in BANDS
        if high in last.values
    ]
    wanted.sort()
    at = x(last.slot) + 9
    parts = []
    for y, (_, text, kind) in zip(spread([y for y, _, _ in wanted]), wanted, strict=True):
        parts.append(f'<text class="{kind}" x="{at:.1f}" y="{y + 4:.1f}">{text}</text>')
    return parts


def spread(heights: Sequence[float]) -> list[float]:
    """Return ascending heights with those above moved up until no two labels touch; the lowest stays where it is."""
    placed: list[float] = []
    for height in reversed(heights):
        placed.append(min(height, placed[-1] - LABEL_GAP) if placed else height)
    return placed[::-1]
