"""Shortages and gluts that ease or end: what is said to pass is no state any more, unless that is denied."""

from __future__ import annotations

import re

from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token

_NOT_BEFORE = re.compile(r"才|方能|方可|何时|最快|最早|遥遥无期")  # "恐至2027年才缓解": until then it is short
EASES = re.compile(
    r"\b(?:eas(?:e|es|ed|ing)|alleviat\w+|resolv\w+|subsid\w+"
    r"|(?<!the )(?<!-)end(?:s|ed)?(?!-)(?! (?:of|demand|markets?|users?|customers?)\b)|(?:is|are|was|were) over"
    r"|clear(?:s|ed|ing)?(?! (?:the|a|an|its|their|our|up)\b)|dissipat\w+|abat(?:e|es|ed|ing)|wan(?:e|es|ed|ing)"
    r"|fad(?:e|es|ed|ing)|narrow(?:s|ed|ing)?|g(?:ives?|ave|iven|iving) way"
    r"|(?:replaced|supplanted|superseded|succeeded) by|vanish\w*|disappear\w*|evaporat\w+"
    r"|(?:come|comes|came|coming|draw|draws|drew|drawing) to an end|turn(?:s|ed|ing)? into"
    r"|flip(?:s|ped|ping)? (?:in)?to)\b"
    r"|缓解|纾解|舒缓|改善|解除|结束|告一段落|落幕|补平|填平|弥合|消退|완화|해소|해결|풀리|풀렸|풀린|누그러|숨통|수그러|진정|덜해|한숨 돌|解消|缓和|和ら[いぐぎげ]|薄れ|薄ら[いぐぎ]"
)
_RELIEVES = re.compile(
    r"(?<!how to )\b(?:eas(?:e|es|ed|ing)|alleviat\w+|resolv\w+|reliev\w+|clear(?:s|ed|ing)?|absorb\w*"
    r"|work\w* (?:off|through)|fix\w*|address\w*"
    r"|solv\w+) (?:(?:the|a|its|their|this|global|ongoing|current|severe) )*(?:[a-z0-9\-]+ ){0,1}$"
)
# "To address a glut that is getting worse".
_GETS_WORSE = re.compile(
    r" (?:that|which) (?:is|are|has|have|keeps?) (?:been |still |only |even )*(?:worsen|deepen|getting worse|growing)"
)
# "부족을 해소하기 위해": what is only meant to pass is still there.
_MEANT_KO = re.compile(
    r"(?:하|시키)?(?:기 위|려(?:고|면|는|[ ,])|고자|기엔|기에는|자면|자는|[할킬] (?:방안|대책|해법|방법|카드|수 있는))"
)
_NO_SIGN = re.compile(r"\b(?:no|few|little) signs? of $")


def is_only_meant(layout: Layout, place: int) -> bool:
    """Say whether a Korean word of easing that ends at a place tells only what is meant to pass ("완화하기 위해")."""
    return layout.language == "ko" and _MEANT_KO.match(layout.text, place) is not None


def is_relieved(layout: Layout, token: Token) -> bool:
    """Say whether an English shortage, glut or price is one that something is done against ("to ease the price crunch")."""
    is_english = layout.language == "en"
    return is_english and _RELIEVES.search(layout.text, max(layout.start, token.start - 44), token.start) is not None


def eases(layout: Layout, token: Token) -> bool:
    """Say whether a shortage or a glut is said to ease, and that is not denied."""
    _, last = layout.clause_span(layout.clause(token.start))
    if is_relieved(layout, token):
        return not _GETS_WORSE.match(layout.text, token.end)
    found = EASES.search(layout.text, token.end, min(last, token.end + 40))
    if found is None or layout.text.startswith("难以", found.start() - 2):
        return False
    if is_only_meant(layout, found.end()):
        return False
    first, stop = (found.end(), last) if layout.language in ("ko", "ja") else (token.end, found.start())
    if layout.language == "zh" and _NOT_BEFORE.search(layout.text, first, stop):
        return False
    return not (_NO_SIGN.search(layout.text, first, stop) or layout.between(first, stop, "negation"))
