"""The command line: the group and its verbs. No logic here, and nothing heavy is imported before a verb runs.

Each verb reads its words, calls the module that does the work, and shows what came back. `material` holds the verbs
that gather and keep, `outlook` those that forecast and judge, `trials` those that try the forecaster.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from tracker import __version__
from tracker.cli import material, outlook, trials
from tracker.errors import MemtrackError

EXIT_CODES = """\b
Exit codes:
  0   all well
  1   memtrack refused, for a reason that none of the codes below covers
  2   the command's words are off: unknown option, name, quarter or date
  3   ingest: some source failed or was out of reach, the rest went in; status: a source is failing or stale
  4   a TOML file is wrong
  5   a document or a table is wrong (add: nothing of a file was usable; other files went in)
  6   the home folder can't be read or written
  7   the new database broke a check and was not published; the old one stays
  8   there is no database yet
  9   too little history for a forecast
  10  sources check: the live source is broken, blocked or out of reach, or its key is missing
  75  another run holds the lock; try again later
"""


class _Verbs(click.Group):
    """Turns memtrack's own errors into one line on standard error and their exit code."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a verb."""
        try:
            return super().invoke(ctx)
        except MemtrackError as error:
            click.echo(f"memtrack: {error}", err=True)
            ctx.exit(error.exit_code)
        except BrokenPipeError:
            sys.stderr.close()
            ctx.exit(0)


@click.group(
    cls=_Verbs, epilog=EXIT_CODES, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110}
)
@click.version_option(__version__, prog_name="memtrack")
@click.option(
    "--home",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder that holds all state (default: $MEMTRACK_HOME, else the user's data folder).",
)
@click.pass_context
def main(ctx: click.Context, home: Path | None) -> None:
    """Point-in-time record of semiconductor-memory contract prices, with forecasts and contradiction flags."""
    from tracker.home import locate_home

    ctx.obj = locate_home(home)


for _verb in (*material.VERBS, *outlook.VERBS, *trials.VERBS):
    main.add_command(_verb)
