"""Expressions joined by the characters that they can begin with find what they find by themselves."""

from __future__ import annotations

import re

import pytest

from tracker.extract.openings import find_openings, join_by_opening


@pytest.mark.parametrize(
    ("expression", "openings"),
    [
        ("lead times?", "l"),
        ("(?:bit )?supply growth", "bs"),
        ("(?:is|are|was) short", "iaw"),
        ("(?:lp)?ddr ?[1-6]x?", "ld"),
        ("[ab]c|d", "abd"),
        ('"?(?:near|at) target', '"na'),
        ("(?:a(?:b|c)?)*d", "ad"),
        (r"(?:not|n\|t) able", "n"),
    ],
)
def test_openings_are_found(expression: str, openings: str) -> None:
    """What an expression can begin with is found through groups, classes and what may be left out."""
    assert find_openings(expression) == frozenset(openings)


@pytest.mark.parametrize("expression", [r"\w+ growth", "(?<!a)b", "[a-c]x", "(?:a)?", "(?=a)b", ".a"])
def test_unknown_openings_are_left(expression: str) -> None:
    """An expression that begins in another way, or can be empty, is tried everywhere."""
    assert find_openings(expression) is None


def test_joined_expressions_find_the_same() -> None:
    """The one expression finds what each does, and tells which it was."""
    expressions = [
        ("p0", "(?:bit )?supply growth"),
        ("p1", "sold out|spoken for"),
        ("p2", r"\d+ weeks"),
        ("p3", "supply"),
    ]
    joined, names = join_by_opening(expressions)
    text = "bit supply growth, supply growth, spoken for, 12 weeks of supply, sold out"
    found = [(match[0], names[match.lastgroup or ""]) for match in re.finditer(joined, text)]
    assert found == [
        ("bit supply growth", "p0"),
        ("supply growth", "p0"),
        ("spoken for", "p1"),
        ("12 weeks", "p2"),
        ("supply", "p3"),
        ("sold out", "p1"),
    ]
