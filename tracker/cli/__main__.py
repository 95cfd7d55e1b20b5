"""`python -m tracker.cli` is `memtrack`."""

from __future__ import annotations

from tracker.cli import main

main(prog_name="memtrack")
