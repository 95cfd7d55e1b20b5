"""The commands whose output the README prints, and how that output is shortened to fit the page."""

from __future__ import annotations

import re
from pathlib import Path

from click.testing import CliRunner

from tracker.cli import main

WIDTH = 118
BLOCK = re.compile(r"^```text\n\$ memtrack ([^\n]+)\n(.*?)```$", re.MULTILINE | re.DOTALL)


def shown_blocks(text: str) -> list[tuple[str, str]]:
    """Return each command of the page with the output printed under it."""
    return [(found[1], found[2]) for found in BLOCK.finditer(text)]


def shorten_output(command: str, output: str) -> str:
    """Return an output as the page prints it: the newest flag alone, addresses left out, lines cut at a width.

    What the ledger holds of a flag depends on when it was written, and is left out, too.
    """
    if command.startswith("flags"):
        output = output[output.rindex("\ntight-") + 1 :]
        output = re.sub(r"^  (not )?in the ledger.*\n", "", output, flags=re.MULTILINE)
    lines = [re.sub(r"\s+https?://\S*", "", line).rstrip()[:WIDTH].rstrip() for line in output.rstrip().splitlines()]
    return "\n".join(line for line in lines if line) + "\n"


def run_command(command: str, home: Path) -> str:
    """Run a command of the page on a home that holds the packaged record."""
    result = CliRunner().invoke(main, ["--home", str(home), *command.split()])
    assert result.exit_code == 0, result.output
    return shorten_output(command, result.stdout)
