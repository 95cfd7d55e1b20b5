"""Many expressions as one that is quick: those that begin alike share their first characters, and are left at once elsewhere.

Only what the vocabulary uses is understood: characters, groups of alternatives, classes without ranges, and what may be left out
(`?`, `*`). An expression that begins otherwise is tried everywhere.
"""

from __future__ import annotations

import re

_PLAIN = re.compile(r"[a-z0-9\"' \-]|[^\x00-\x7f]")
_CLASS = re.compile(r"\[([^\]\\^\-]+)\]")
_MAY_LACK = re.compile(r"\?|\*|\{0,\d+\}")
_GROUP = "(?:"
# How many characters expressions are parted by: more make the joined one longer and no quicker.
SHARED = 2


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


def _after(expression: str, char: str) -> list[str]:
    """Return what may follow the first character of what an expression finds, as alternatives in order."""
    return [rest for branch in _part(expression) for rest in _after_branch(branch, char)]


def _after_branch(branch: str, char: str) -> list[str]:
    """Return what may follow a first character within one alternative; nothing where it can't begin so."""
    unit, opened = _first_unit(branch)
    rest = branch[len(unit) :]
    found: list[str] = []
    lacks = _MAY_LACK.match(rest)
    tail = rest[lacks.end() :] if lacks else rest
    again = f"{unit}*" if lacks and lacks[0] == "*" else ""
    if opened is not None and char in opened:
        inner = _after(unit[len(_GROUP) : -1], char) if unit.startswith(_GROUP) else [""]
        found = [f"(?:{one}){again}{tail}" if "|" in one else f"{one}{again}{tail}" for one in inner]
    return found + (_after_branch(tail, char) if lacks and tail else [])


def join_by_opening(expressions: list[tuple[str, str]]) -> tuple[str, dict[str, str]]:
    """Return named expressions as one, and which name each empty group at the end of a match stands for.

    Expressions that share their first characters share them in the joined one too, so that a place is left at once where
    no such character stands.
    """
    names: dict[str, str] = {}
    return _join(expressions, names, SHARED), names


def _join(expressions: list[tuple[str, str]], names: dict[str, str], depth: int) -> str:
    """Return expressions as one: those of known openings by their first characters, the others as they are before them."""
    plain: list[str] = []
    buckets: dict[str, list[tuple[str, str]]] = {}
    for name, expression in expressions:
        openings = find_openings(expression) if depth and len(expressions) > 1 else None
        if openings is None:
            own = f"{name}_{len(names)}"
            names[own] = name
            plain.append(f"(?:{expression})(?P<{own}>)")
            continue
        for char in sorted(openings):
            buckets.setdefault(char, []).extend((name, rest) for rest in _after(expression, char))
    shared = [f"{re.escape(char)}(?:{_join(rests, names, depth - 1)})" for char, rests in sorted(buckets.items())]
    return "|".join([*plain, *shared])
