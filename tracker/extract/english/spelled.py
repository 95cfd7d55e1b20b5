"""English percentages in words, as transcripts of calls write them: "forty to fifty percent", "roughly ten percent"."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_VALUES = {word: value for value, word in enumerate(_ONES, 1)} | {
    word: 10 * value for value, word in enumerate(_TENS, 2)
}
_WORD = rf"(?:(?:{'|'.join(_TENS)})(?:[ -](?:{'|'.join(_ONES[:9])}))?|{'|'.join(reversed(_ONES))})"
_NUMBER = rf"(?:(?:an?|{'|'.join(_ONES[:9])}) hundred(?:(?: and)? {_WORD})?|{_WORD})"
_SPELLED = re.compile(
    rf"\b(?P<a>{_NUMBER})(?: (?:percent|per cent))?(?:(?: to maybe | to | or |-to-)(?P<b>{_NUMBER}))? (?:percent|per cent)\b"
)


def find_spelled(text: str, start: int, end: int) -> Iterator[tuple[int, int, float, float]]:
    """Return where percentages in words begin and end, with their bounds; a single number has both bounds the same."""
    if text.find(" perc", start, end) < 0 and text.find(" per c", start, end) < 0:
        return
    for match in _SPELLED.finditer(text, start, end):
        low = _value(match["a"])
        yield match.start(), match.end(), low, _value(match["b"]) if match["b"] else low


def _value(words: str) -> float:
    """Return the number that some words spell, up to 999."""
    hundreds, hundred, rest = words.partition(" hundred")
    if hundred:
        rest = rest.removeprefix(" and").strip()
        return 100 * _VALUES.get(hundreds, 1) + (_value(rest) if rest else 0)
    return float(sum(_VALUES[word] for word in re.split("[ -]", words)))
