"""The data dictionary `sql/README.md`, written from comments: `python -m tracker.dictionary [--check]`.

Owns the page's form only. What a table, a view, a macro or a column means is said where it is made, in `sql/`; how to
open the file is said in `sql/opening.md`.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from tracker.journal import Journal
from tracker.resources import resource_folder
from tracker.warehouse import Warehouse, build_database, sql_files, sql_title

Entry = dict[str, Any]
HEADINGS = {"table": "Tables", "view": "Views", "macro": "Macros"}


def page_path() -> Path:
    """Return where the dictionary lies."""
    return resource_folder("sql") / "README.md"


def describe_database() -> list[Entry]:
    """Return the view `data_dictionary` of a database without facts, built for the purpose."""
    with tempfile.TemporaryDirectory() as folder:
        rows = Path(folder) / "rows.jsonl"
        Journal(rows).append([{"capture_id": "", "part": 0, "rows": []}])
        database = Path(folder) / "empty.duckdb"
        build_database(database, [rows], [rows])
        with Warehouse.open(database) as warehouse:
            return warehouse.rows("data_dictionary")


def render_dictionary(entries: Sequence[Entry]) -> str:
    """Return the page in Markdown: how to open the file, then tables, views, macros, checks and example queries."""
    lines = [(resource_folder("sql") / "opening.md").read_text(encoding="utf-8").rstrip()]
    for kind, heading in HEADINGS.items():
        own = [entry for entry in entries if entry["object_kind"] == kind]
        lines += ["", f"## {heading}", ""]
        lines += _macro_lines(own) if kind == "macro" else _object_lines(own)
    lines += ["", "## Example queries", "", "Each is a file of [examples](examples/), to be run as it stands.", ""]
    lines += [f"- [{file.stem}](examples/{file.name}): {sql_title(file)}" for file in sql_files("examples")]
    lines += [
        "",
        "## Checks",
        "",
        "A file in which one of these returns a row is not published; the one before it stays.",
        "",
    ]
    lines += [f"- [{file.stem}](checks/{file.name}): {sql_title(file)}." for file in sql_files("checks")]
    return "\n".join(lines) + "\n"


def _object_lines(entries: Sequence[Entry]) -> Iterator[str]:
    objects = [entry for entry in entries if entry["column_name"] is None]
    yield from (f"- [{entry['object_name']}](#{entry['object_name']}): {entry['comment']}" for entry in objects)
    for name, group in groupby(entries, key=lambda entry: str(entry["object_name"])):
        yield from ("", f"### {name}", "", "| column | type | meaning |", "| --- | --- | --- |")
        for entry in group:
            if entry["column_name"] is not None:
                comment = str(entry["comment"]).replace("|", "\\|")
                yield f"| {entry['column_name']} | {str(entry['data_type']).lower()} | {comment} |"


def _macro_lines(entries: Sequence[Entry]) -> Iterator[str]:
    for entry in entries:
        yield f"- `{entry['object_name']}({', '.join(entry['parameters'])})`: {entry['comment']}"


def main(arguments: Sequence[str]) -> int:
    """Write the page or, with `--check`, return 1 where the one that lies there is stale."""
    page = render_dictionary(describe_database())
    if "--check" not in arguments:
        page_path().write_text(page, encoding="utf-8")
        return 0
    if page_path().exists() and page_path().read_text(encoding="utf-8") == page:
        return 0
    sys.stderr.write("sql/README.md is stale: the comments of sql/ say something else by now; run: make docs\n")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
