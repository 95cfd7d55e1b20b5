"""What the documents say is what the program does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tracker.cli import main
from tracker.config import Issuer, ProductSettings
from tracker.errors import MemtrackError
from tracker.manual import PAGE, render_manual

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_command_reference_is_fresh() -> None:
    """docs/commands.md is what `make docs` would write."""
    assert (ROOT / PAGE).read_text(encoding="utf-8") == render_manual()


@pytest.mark.parametrize("verb", sorted(main.commands))
def test_every_verb_has_help_and_is_named_in_the_readme(verb: str) -> None:
    """A verb that nobody can find does not exist."""
    command = main.commands[verb]
    assert command.help
    assert all(getattr(option, "help", None) for option in command.params if option.param_type_name == "option"), verb
    assert f"memtrack {verb}" in README


def test_every_exit_code_is_in_the_help() -> None:
    """The error tree and the table of exit codes agree."""
    shown = {int(code) for code in re.findall(r"^  (\d+) ", main.epilog or "", flags=re.MULTILINE)}
    raised = {error.exit_code for error in _tree(MemtrackError)}
    assert raised
    assert raised | {0, 3} == shown


def test_every_link_in_the_documents_leads_somewhere() -> None:
    """Relative links name files that exist."""
    pages = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
    links = [(page, target) for page in pages for target in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text())]
    local = [(page, target) for page, target in links if not target.startswith(("http://", "https://"))]
    assert local
    assert [f"{page.name}: {target}" for page, target in local if not (page.parent / target).exists()] == []


def test_every_key_of_the_configuration_is_explained() -> None:
    """docs/configuration.md names every key that a TOML file may hold."""
    page = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    keys = {*Issuer.__struct_fields__, *ProductSettings.__struct_fields__}
    assert [key for key in sorted(keys) if f"`{key}`" not in page] == []


def _tree(error: type[MemtrackError]) -> set[type[MemtrackError]]:
    return {error}.union(*(_tree(child) for child in error.__subclasses__()))
