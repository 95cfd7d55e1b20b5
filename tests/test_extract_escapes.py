"""Text that UTF-8 can't write, through the command: half a surrogate pair by a JSON escape."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from tracker.cli import main

LINES = (
    b'{"id": "half", "text": "NAND prices fell 4% \\udc00 in May."}\n{"id": "whole", "text": "NAND prices fell 4%."}\n'
)


def test_half_a_pair_is_printed_by_its_escape() -> None:
    """Its statements are printed in escapes, with the quote as given, and the next line is read too."""
    result = CliRunner().invoke(main, ["extract"], input=LINES)
    assert result.exit_code == 0
    first, second = (json.loads(line) for line in result.stdout.splitlines())
    assert "\udc00" in first["statements"][0]["quote"]
    assert second["id"] == "whole"
    assert second["statements"]


@pytest.mark.parametrize("name", ["text", "id"])
def test_half_a_pair_is_explained(name: str) -> None:
    """What is explained shows the escape, in text and in name."""
    row = {"id": "a", "text": "nothing"} | {name: "DRAM prices rose \udc00 3%."}
    result = CliRunner().invoke(main, ["extract", "--explain"], input=json.dumps(row).encode())
    assert result.exit_code == 0
    assert "\\udc00" in result.stdout
