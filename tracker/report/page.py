"""The HTML page of a day: one file that asks nobody for anything.

What the page says comes from `tracker.report.content`, how it looks from `page.html.j2` and `page.css` beside this
module. Everything from documents is escaped by the template; charts are drawn here and hold numbers and names only.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from importlib import resources
from pathlib import Path
from typing import Any

from tracker.archive import write_atomically
from tracker.errors import ArchiveError
from tracker.report import wording
from tracker.report.charts import draw_change_fan, draw_index_fan, draw_strip
from tracker.report.content import LEVELS, Content, Forecast, Step, read_content
from tracker.report.trackrecord import draw_track_record
from tracker.warehouse import Warehouse

LEVEL_HEADS = ("2.5 %", "10 %", "25 %", "median", "75 %", "90 %", "97.5 %")
TABLE_ROWS = 7
CITES_SHOWN = 5
LEFT_OUT = ("unread", "rejected", "undated", "dropped")


def write_report(warehouse: Warehouse, path: Path, *, as_of: dt.date) -> Path:
    """Write the page of a day to a path, whole or not at all, and return the path; its folder is made.

    The same database and date give the same bytes. Raises ArchiveError where the file can't be written.
    """
    page = render_page(read_content(warehouse, as_of))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, page.encode("utf-8"))
    except OSError as error:
        raise ArchiveError(
            f"{path}: the report can't be written ({error.strerror}); name another place or free some space"
        ) from error
    return path


def render_page(content: Content) -> str:
    """Return the page as HTML text."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    environment = Environment(
        loader=FunctionLoader(_read_template),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        signed=wording.signed,
        level=wording.level,
        chance=wording.chance,
        count=wording.count,
        segment=wording.segment_name,
        model=wording.model_name,
        link=wording.safe_link,
        host=wording.host_of,
        lang=wording.language_of,
    )
    environment.globals.update(
        headline=headline,
        signed=wording.signed,
        level=wording.level,
        date_words=wording.date_words,
        kinds=wording.KINDS,
        levels=LEVELS,
        level_heads=LEVEL_HEADS,
        table_rows=TABLE_ROWS,
        cites_shown=CITES_SHOWN,
        figures={forecast.forecast_id: _figures(forecast) for forecast in content.forecasts},
    )
    page: str = environment.get_template("page.html.j2").render(
        content=content,
        style=_read_template("page.css"),
        strips=_strips(content.forecasts),
        strip_ends=_strip_limits(content.forecasts),
        track_record=_track_record(content),
        totals={name: sum(row[name] for row in content.sources) for name in ("documents", "statements", *LEFT_OUT)},
    )
    return page.strip() + "\n"


def headline(forecast: Forecast) -> str:
    """Return what a forecast says of its target quarter in one sentence; for one without a path, that it has none."""
    step = forecast.target_step
    if step is None:
        return "Every quarter of this path is settled; nothing is forecast."
    change = step.change
    sentence = f"{step.quarter} against {step.quarter + -1}: {wording.signed(change['p50'])} % at the median"
    if "p10" in change and "p90" in change:
        sentence += (
            f"; between {wording.signed(change['p10'])} % and {wording.signed(change['p90'])} % in 8 cases of 10"
        )
    return sentence + "."


def _read_template(name: str) -> str:
    return resources.files("tracker.report").joinpath(name).read_text(encoding="utf-8")


def _figures(forecast: Forecast) -> Mapping[str, Any]:
    from markupsafe import Markup

    name = f"{forecast.product} {wording.segment_name(forecast.segment)}"
    key = anchor(forecast)
    steps: Sequence[Step] = [*forecast.history, *forecast.path]
    change = draw_change_fan(
        steps,
        f"{key}-change",
        f"{name}: change of the contract price on the quarter before, percent",
        headline(forecast),
    )
    index = draw_index_fan(
        steps,
        f"{key}-index",
        f"{name}: chained index, derived from the changes",
        _describe_index(forecast),
    )
    # Both texts are built from numbers and escaped names only.
    return {"key": key, "change": Markup(change), "index": Markup(index), "is_log": 'data-scale="log"' in index}  # noqa: S704


def _describe_index(forecast: Forecast) -> str:
    step = forecast.target_step
    if step is None or "p50" not in step.index:
        return "Every quarter of this path is settled; nothing is forecast."
    return f"{forecast.base_quarter} = 100; {step.quarter} stands at {wording.level(step.index['p50'])} at the median."


def anchor(forecast: Forecast) -> str:
    """Return the name by which the page's own links find a forecast."""
    words = f"{forecast.product}-{forecast.segment}".lower()
    return "".join(letter if letter.isascii() and (letter.isalnum() or letter == "-") else "-" for letter in words)


def _track_record(content: Content) -> Any:
    """Return the picture of scored forecasts; nothing where there is none."""
    from markupsafe import Markup

    # It holds numbers, dates and escaped names only.
    return Markup(draw_track_record(content.scored, "track-record")) if content.scored else ""  # noqa: S704


def _strip_limits(forecasts: Sequence[Forecast]) -> tuple[float, float]:
    """Return the ends of the strips in whole tens of percent, zero among them."""
    steps = [forecast.target_step for forecast in forecasts]
    values = [0.0, *(value for step in steps if step for value in step.change.values())]
    return 10.0 * math.floor(min(values) / 10), max(10.0, 10.0 * math.ceil(max(values) / 10))


def _strips(forecasts: Sequence[Forecast]) -> dict[str, Any]:
    from markupsafe import Markup

    low, high = _strip_limits(forecasts)
    return {
        forecast.forecast_id: Markup(draw_strip(forecast.target_step.change, low, high, headline(forecast)))  # noqa: S704
        for forecast in forecasts
        if forecast.target_step
    }
