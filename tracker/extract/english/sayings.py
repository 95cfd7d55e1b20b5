"""Who says it in English where more stands between the name and the verb, or behind it.

"Micron, a supplier to Nvidia, said", "..., SK hynix said in a release", "according to Jane Doe, head of Adata".
"""

from __future__ import annotations

import re

from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token

# Behind the verb of a sentence that ends with who said it: where, when and to whom.
_WHERE_SAID = re.compile(
    r"(?: (?:reporters|analysts|investors|the press|local media))?(?: (?:in|on|at|during|to|through|via"
    r"|after) [^,;\"”]{2,70}| (?:yesterday|today|late|earlier|last week|this week|recently"
    r"|separately)){0,3}[ .。”\"']*$"
)
_NAMED_MORE = (
    r"(?: (?:technology|international|electronics|semiconductor|memory|inc|corp|co|ltd|group|holdings)\b\.?,?){0,4}"
)
# Between a maker's name and its verb: what it is, and when it said so.
_WHAT_IT_IS = re.compile(
    _NAMED_MORE + r"(?: \([^)]{1,24}\))?(?:, (?:an?|the|one of|another|which|whose|known)\b[^,;.:\"]{3,90},)?"
    r"(?: (?:also|now|still|had|has|yesterday|today|recently|earlier|last week|this week|on [a-z]+(?: \d+)?|in (?:an? )?[a-z]+)){0,3} "
)
_OFFICER = re.compile(
    r" (?:[a-z'\-]+ ){1,4}?[a-z'\-]+(?: \([^)]{1,16}\))?, (?:the |its )?(?:chairman|chairwoman|president|c[efot]o"
    r"|chief [a-z]+ officer|chief executive|founder|general manager|head|vice [a-z]+|spokes[a-z]+|director)"
    r"(?: (?:and|&) [a-z ]{2,20}?)? (?:of|at|for) (?:[a-z\-]+ ){0,4}"
)

# Behind what was said: a word of it all (", reportedly", ", people familiar with the plans said").
_UNNAMED = re.compile(
    r", (?:reportedly|allegedly|supposedly"
    r"|(?:(?:according to|as|several|two|three|four|some|the|industry|market|channel|supply chain|trade|local|one|a|an) )*"
    r"(?:sources|people|persons?|insiders?|executives?|officials?)\b[^,;:.]{0,60}?"
    r"(?:say|says|said|told|claim|claimed|familiar with|briefed on|close to|with knowledge of)\b[^,;:.]{0,60})[ .\"”']*$"
)


def is_told_by_unnamed(layout: Layout, place: int) -> bool:
    """Say whether an English sentence ends, behind a place and a comma, with unnamed people as those who tell it."""
    return _UNNAMED.search(layout.text, place, layout.end) is not None


def is_final_saying(layout: Layout, said: Token) -> bool:
    """Say whether a verb of speech behind what was said ends its sentence, so that it is told of all of it."""
    if layout.language in ("ko", "ja"):
        return True
    if layout.language == "en":
        return _WHERE_SAID.match(layout.text, said.end, layout.end) is not None
    return not layout.text[said.end : layout.end].strip(" .。”\"'")


def find_named(layout: Layout, said: Token) -> Token | None:
    """Return the maker that a verb of speech or "according to" has apart from it: what it is stands between, or its officer."""
    if said.text == "according to":
        makers = layout.between(said.end, layout.end, "maker")
        return next((m for m in makers if _OFFICER.fullmatch(layout.text, said.end, m.start)), None)
    makers = layout.between(max(layout.start, said.start - 150), said.start, "maker")
    return next((m for m in reversed(makers) if _WHAT_IT_IS.fullmatch(layout.text, m.end, said.start)), None)
