"""What the verbs share: dates, options, the clock, and ways of printing plain values."""

from __future__ import annotations

import csv
import datetime as dt
import json
import sys
from collections.abc import Mapping, Sequence
from typing import Any

import click


class _Day(click.ParamType[dt.date]):
    """A date written 2026-07-03."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        """Return the date, or end the command with a usage error."""
        if isinstance(value, dt.date):
            return value
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is not a date: expected a form like 2026-07-03", param, ctx)


DAY = _Day()
as_of_option = click.option("--as-of", type=DAY, help="Use only what was known on this date (default: today, UTC).")
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON for machines.")
offline_option = click.option("--offline", is_flag=True, help="Only sources that need no network.")
product_option = click.option(
    "--product", "products", multiple=True, metavar="NAME", help="Only this product (DRAM, NAND, NOR); may be repeated."
)


def now() -> dt.datetime:
    """Return the present moment in UTC: the one place where a verb looks at the clock."""
    return dt.datetime.now(dt.UTC)


def print_json(content: object) -> None:
    """Print a value as JSON; dates become text. Raises ValueError at NaN and infinity, which JSON does not know."""
    click.echo(json.dumps(content, ensure_ascii=False, indent=1, default=str, allow_nan=False))


def print_csv(rows: Sequence[Mapping[str, Any]]) -> None:
    """Print rows as CSV with a header."""
    writer = csv.DictWriter(sys.stdout, fieldnames=list(rows[0]) if rows else [])
    writer.writeheader()
    writer.writerows(rows)
