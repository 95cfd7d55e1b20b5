"""The structure of the code, read from its imports."""

from __future__ import annotations

import ast
import graphlib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOLE_IMPORTERS = {
    "duckdb": "tracker/warehouse.py",
    "httpx": "tracker/http.py",
    "prophet": "forecasts/models/prophet.py",
    "click": "tracker/cli/",
}
# What must not know of anything above it; each layer may import those before it.
LAYERS = (
    ("tracker.errors",),
    ("tracker.quarter", "tracker.resources"),
    ("tracker.statement",),
    ("tracker.facts", "tracker.config"),
    ("tracker.source", "tracker.text", "tracker.journal", "tracker.home"),
    ("tracker.normalize", "tracker.archive"),
    ("tracker.reading", "tracker.warehouse"),
    ("tracker.publish",),
    ("tracker.ingest",),
    ("tracker.cli",),
)


def modules() -> dict[str, Path]:
    found = {}
    for package in ("tracker", "forecasts"):
        for path in sorted((ROOT / package).rglob("*.py")):
            parts = path.relative_to(ROOT).with_suffix("").parts
            found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    assert len(found) > 20
    return found


def imports_of(path: Path, *, lazy: bool = True) -> set[str]:
    """Modules that a file names when it runs; without `lazy` those at its top only."""
    tree = _WithoutTypeChecking().visit(ast.parse(path.read_text(encoding="utf-8")))
    nodes = ast.walk(tree) if lazy else iter(tree.body)
    names: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


MODULES = modules()


@pytest.mark.parametrize("library", SOLE_IMPORTERS)
def test_a_library_at_the_border_has_one_importer(library: str) -> None:
    """Databases, networks, Prophet and the command line are each known to one module."""
    importers = {
        str(path.relative_to(ROOT))
        for path in MODULES.values()
        if any(name.split(".")[0] == library for name in imports_of(path))
    }
    assert importers
    assert [path for path in importers if not path.startswith(SOLE_IMPORTERS[library])] == []


def test_the_tracker_knows_nothing_of_the_forecasts_but_for_its_verbs() -> None:
    """Only the command line reaches over, and only inside its verbs."""
    for name, path in MODULES.items():
        if not name.startswith("tracker"):
            continue
        reaches = {found for found in imports_of(path) if found.split(".")[0] == "forecasts"}
        assert not reaches or name.startswith("tracker.cli."), f"{name} imports {sorted(reaches)}"
        top = imports_of(path, lazy=False)
        assert not {found for found in top if found.split(".")[0] == "forecasts"}, name


def test_lower_layers_do_not_import_higher_ones() -> None:
    """The order of the layers is the order of dependency."""
    level = {name: i for i, layer in enumerate(LAYERS) for name in layer}
    for name, i in level.items():
        above = {found for found in imports_of(MODULES[name]) if level.get(found, -1) > i}
        assert not above, f"{name} imports {sorted(above)}, which lie above it"


def test_imports_have_no_cycle() -> None:
    """No module imports itself by way of others, not even inside a function."""
    graph = {
        name: {found for found in imports_of(path) if found in MODULES and found != name}
        for name, path in MODULES.items()
    }
    for name, found in graph.items():
        # `from package import module` names the package too; that is no dependency on its other modules.
        packages = {other for other in found if any(child.startswith(other + ".") for child in found)}
        graph[name] = found - packages - {name.rpartition(".")[0]}
    tuple(graphlib.TopologicalSorter(graph).static_order())


def test_sql_text_stays_in_sql_files() -> None:
    """No module holds a query; the warehouse only sets the variables that name its inputs."""
    verbs = ("select ", "insert into ", "create table ", "create view ", "delete from ")
    for name, path in MODULES.items():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        documentation = {id(node.body[0].value) for node in ast.walk(tree) if _has_docstring(node)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation:
                assert not node.value.lower().lstrip().startswith(verbs), (
                    f"{name} line {node.lineno}: {node.value[:60]!r}"
                )


class _WithoutTypeChecking(ast.NodeTransformer):
    """Leaves out what is imported for type checkers alone."""

    def visit_If(self, node: ast.If) -> ast.AST | None:
        is_guard = isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
        return None if is_guard else self.generic_visit(node)


def _has_docstring(node: ast.AST) -> bool:
    kinds = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    return isinstance(node, kinds) and bool(node.body) and isinstance(node.body[0], ast.Expr)
