"""The reference of the command line, from the verbs' own help: `python -m tracker.manual` writes docs/commands.md."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from tracker.cli import main

PAGE = Path("docs/commands.md")


def render_manual() -> str:
    """Return the page: the group's own help, then every verb with its options."""
    parts = [
        "# Commands",
        "",
        "Written from `memtrack --help` by `make docs`; do not edit.",
        "",
        _help(main, "memtrack"),
    ]
    for name in sorted(main.commands):
        parts += ["", f"## memtrack {name}", "", _help(main.commands[name], f"memtrack {name}")]
    return "\n".join(parts) + "\n"


def _help(command: Any, name: str) -> str:
    settings = {**main.context_settings, "max_content_width": 100, "terminal_width": 100}
    context = command.context_class(command, info_name=name, **settings)
    text = command.get_help(context)
    return "```text\n" + "\n".join(line.rstrip() for line in text.splitlines()) + "\n```"


if __name__ == "__main__":
    if "--check" in sys.argv[1:]:
        sys.exit(0 if PAGE.read_text(encoding="utf-8") == render_manual() else f"{PAGE} is stale; run: make docs")
    PAGE.write_text(render_manual(), encoding="utf-8")
