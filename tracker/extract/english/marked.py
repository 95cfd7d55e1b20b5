"""Square brackets that an editor or a search put round English words: "higher [DRAM] and NAND [costs]", "the [memory] trade".

Such a text is read as a copy without the brackets; what is read is told at its place in the text as given. A link, a note's
number and a line's mark ("[News] ...") keep theirs.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

_MARKED = re.compile(r"(?<=[A-Za-z,\-/] )\[([A-Za-z][A-Za-z\-/']{0,20}(?: [A-Za-z\-/']{1,20}){0,2})\](?![(\[A-Za-z])")


def find_brackets(text: str) -> list[int]:
    """Return the places of the brackets round words of a sentence, in order; most texts have none."""
    if "[" not in text:
        return []
    return [place for match in _MARKED.finditer(text) for place in (match.start(), match.end() - 1)]


def without(text: str, brackets: list[int]) -> str:
    """Return the text without the characters at these places."""
    starts = [0, *(place + 1 for place in brackets)]
    return "".join(text[a:b] for a, b in zip(starts, [*brackets, len(text)], strict=True))


def span_before(start: int, end: int, brackets: list[int]) -> tuple[int, int]:
    """Return where a span of the text without brackets stands in the text as given."""
    moved = [place - number for number, place in enumerate(brackets)]
    return start + bisect_right(moved, start), end + bisect_left(moved, end)
