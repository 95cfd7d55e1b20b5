"""Many expressions as one that is quick: parted by the characters that each can begin with, tried only where one stands.

Only what the vocabulary uses is understood: characters, groups of alternatives, classes without ranges, and what may be left out
(`?`, `*`). An expression that begins otherwise is tried everywhere.
"""

from __future__ import annotations

import re

_PLAIN = re.compile(r"[a-z0-9\"' \-]")
_CLASS = re.compile(r"\[([^\]\\^\-]+)\]")
_MAY_LACK = re.compile(r"\?|\*|\{0,\d+\}")
_GROUP = "(?:"


def find_openings(expression: str) -> frozenset[str] | None:
    """Return the characters that what an expression finds can begin with; None where that is not known."""
    found: frozenset[str] = frozenset()
    for branch in _part(expression):
        opened = _open_branch(branch)
        if opened is None:
            return None
        found |= opened
    return found


def _part(expression: str) -> list[str]:
    """Return the alternatives of an expression, parted where no bracket is open."""
    parts, depth, start, place = [], 0, 0, 0
    while place < len(expression):
        char = expression[place]
        if char == "\\":
            place += 2
            continue
        if char == "[":
            place = expression.index("]", place + 1)
        depth += (char == "(") - (char == ")")
        if char == "|" and not depth:
            parts.append(expression[start:place])
            start = place + 1
        place += 1
    return [*parts, expression[start:]]


def _open_branch(branch: str) -> frozenset[str] | None:
    """Return the characters that one alternative can begin with; None where that is not known or it can be empty."""
    found: frozenset[str] = frozenset()
    rest = branch
    while rest:
        unit, opened = _first_unit(rest)
        if opened is None:
            return None
        found |= opened
        rest = rest[len(unit) :]
        lacks = _MAY_LACK.match(rest)
        if lacks is None:
            return found
        rest = rest[lacks.end() :]
    return None


def _first_unit(text: str) -> tuple[str, frozenset[str] | None]:
    """Return the first character, class or group of an expression and what it can begin with."""
    listed = _CLASS.match(text)
    if listed is not None:
        return listed[0], frozenset(listed[1])
    if text.startswith(_GROUP):
        end = _close(text)
        return text[: end + 1], find_openings(text[len(_GROUP) : end])
    return (text[0], frozenset(text[0])) if _PLAIN.match(text) else (text[0], None)


def _close(text: str) -> int:
    """Return where the bracket that opens a text closes."""
    depth, place = 0, 0
    while place < len(text):
        char = text[place]
        if char == "\\":
            place += 2
            continue
        if char == "[":
            place = text.index("]", place + 1)
        depth += (char == "(") - (char == ")")
        if not depth:
            return place
        place += 1
    return len(text) - 1


def join_by_opening(expressions: list[tuple[str, str]]) -> tuple[str, dict[str, str]]:
    """Return named expressions as one, and which name each group in it stands for.

    An expression that can begin with several characters stands once for each, so a group's name tells it and its character.
    """
    anywhere: list[str] = []
    buckets: dict[str, list[str]] = {}
    names: dict[str, str] = {}
    for name, expression in expressions:
        openings = find_openings(expression)
        for char in sorted(openings) if openings else [""]:
            own = f"{name}_{ord(char)}" if char else name
            names[own] = name
            (buckets.setdefault(char, []) if char else anywhere).append(f"(?P<{own}>{expression})")
    parts = [*anywhere, *([_render(sorted(buckets), buckets)] if buckets else [])]
    return "|".join(parts), names


def _render(chars: list[str], buckets: dict[str, list[str]]) -> str:
    """Return the expressions of some first characters, halved until one is left, each half behind a look at the next one."""
    look = f"(?=[{re.escape(''.join(chars))}])"
    if len(chars) == 1:
        return f"{look}(?:{'|'.join(buckets[chars[0]])})"
    middle = len(chars) // 2
    return f"{look}(?:{_render(chars[:middle], buckets)}|{_render(chars[middle:], buckets)})"
