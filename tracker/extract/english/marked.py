"""What stands in brackets inside an English sentence and parts its words: "higher [DRAM] and NAND [costs]", "HBM (stacked memory) demand".

An editor's or a search's brackets, and those of a link with its address, are left out, and so is a gloss between a product and
what is told of it. Such a text is read as a copy without them; what is read is told at its place in the text as given. A link
that opens a line, a note's number and a line's mark ("[News] ...") keep theirs.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

_WORDS = r"[A-Za-z0-9][A-Za-z0-9\-/'’%$.]{0,24}(?: [A-Za-z0-9\-/'’%$.]{1,24}){0,11}"
_MARKED = re.compile(rf"(?<=[A-Za-z,\-/] )\[({_WORDS})\](\(https?://[^()\s]{{1,300}}\))?(?![(\[A-Za-z])")
_NOTE = re.compile(r"[\d.\-/ ]+")
# A gloss, with no figure, product, field or verb to speak of, behind a product and before what is told of it.
_NAMES = (
    r"(?!(?:such as|including|like) )[^()]*\b(?:D?RAM|NAND|NOR|[Ff]lash|HBM|e?SSDs?|DDR|RDIMM|PCs?|[Cc]lient|[Ee]nterprise|[Ss]erver"
    r"|[Mm]obile|[Aa]utomotive|[Cc]onsumer|[Ii]ndustrial)\b"
)
_GLOSSED = re.compile(
    r"\b(?:D?RAM|NAND(?: [Ff]lash)?|NOR(?: [Ff]lash)?|HBM\d?E?|e?SSDs?|(?:LP|G)?DDR\dX?|[Mm]emory)"
    rf"(?P<gloss> \((?!{_NAMES})"
    r"(?:[A-Za-z][A-Za-z\-/'’]*,? ?){1,7}\))"
    r"(?= (?:chips? |contract |spot |supply )?(?:prices?|pricing|costs?|demand|supply|supplies|shortages?|inventor(?:y|ies)|output|production|crunch|glut|ASPs?)\b)"
)


def find_brackets(text: str) -> list[int]:
    """Return the places of the characters to leave out, in order; most texts have none."""
    places = []
    if "[" in text:
        for match in _MARKED.finditer(text):
            if not _NOTE.fullmatch(match[1]):
                places += [match.start(), *range(match.end(1), match.end())]
    if "(" in text:
        places += [place for match in _GLOSSED.finditer(text) for place in range(*match.span("gloss"))]
    return sorted(set(places))


def without(text: str, brackets: list[int]) -> str:
    """Return the text without the characters at these places."""
    starts = [0, *(place + 1 for place in brackets)]
    return "".join(text[a:b] for a, b in zip(starts, [*brackets, len(text)], strict=True))


def span_before(start: int, end: int, brackets: list[int]) -> tuple[int, int]:
    """Return where a span of the text without brackets stands in the text as given."""
    moved = [place - number for number, place in enumerate(brackets)]
    return start + bisect_right(moved, start), end + bisect_left(moved, end)
