"""Chinese periods that are more than their words: three months that end with one, and an earlier one with a size of its own."""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.extract.marks import Mark, PeriodWord

# "截至6月的三个月": the quarter that the middle one of them lies in.
_THREE_MONTHS = re.compile(r"(?:份|底|末|\d{1,2}日)?(?:止|为止|结束)?的(?:三|3) ?个月")
_ENDS_WITH = re.compile(r"(?:截至|截止|截止到|截至到|结束于|至)\s?$")
# "相比二季度NOR跌幅达两成,三季度将收窄": the earlier period has a size of its own.
_BESIDE = re.compile(r"(?:相较|相比|相对)(?:于|起)?\s?$")
_HAS_SIZE = re.compile(
    r"(?!同期)[^，,。;\d]{0,14}(?:涨幅|跌幅|增幅|降幅)(?:达到?|约|近|逾|超过?|为|有|高达)*\s?(?:\d|[一二两三四五六七八九]成)"
)


def read_span(text: str, word: PeriodWord, language: str) -> PeriodWord:
    """Return a Chinese period as the quarter that three months are, or as one that a change of its own is told of."""
    if language != "zh":
        return word
    mark = word.marks[-1]
    if mark.unit == "M" and mark.number and mark.number > 1 and _THREE_MONTHS.match(text, word.end):
        if _ENDS_WITH.search(text, max(0, word.start - 4), word.start):
            return replace(
                word, marks=(Mark("Q", (mark.number + 1) // 3, mark.year, mark.year_step),), is_boundary=False
            )
        return word
    if word.is_comparison and _BESIDE.search(text, max(0, word.start - 4), word.start):
        return replace(word, is_comparison=_HAS_SIZE.match(text, word.end) is None)
    return word
