"""English changes of price that somebody asked for and did not get, and what was foretold and never came."""

from __future__ import annotations

import re

from tracker.extract.event import Event
from tracker.extract.layout import Layout
from tracker.extract.patterns import one_of

# What may stand between a change and the verb that tells its fate ("increases announced for September were …").
FATE_GAP = (
    r"(?: (?!(?:and|but|as|after|which|that|when|while|if|because|have|has|had|will|would)\b)[a-z0-9.%'/\-]+){0,7}?"
)
IS_DONE = r" (?:is|are|was|were|has been|have been|had been|will be|is being|are being|got|gets)(?: (?:[a-z]+ly|again|further|now|all|also|being|yet))?"
_SIGN = re.compile(
    r"\b(?:refus|reject|resist|rebuff|ba(?:u)?lk|turn(?:s|ed|ing)? down|turned it down|turned them down|spurn|veto"
    r"|oppos|object|accept|agree|budge|unwilling|said no|say no|saying no|holding out|held out|hold out"
    r"|push(?:es|ed|ing)? back|wants?\b|demand|asks?\b|seeks?\b|offer)"
)
_REFUSED_BEHIND = re.compile(
    FATE_GAP
    + IS_DONE
    + one_of(
        " rejected",
        " refused",
        " rebuffed",
        " turned down",
        " spurned",
        " vetoed",
        " declined by",
        " opposed by",
        " not accepted",
        " met with (?:a )?(?:flat )?(?:refusal|rejection)s?",
    )
    + r"\b"
)
_THE_ASKED = r"(?:(?!(?:that|reports?|claims?|rumou?rs?|notion|idea|suggestions?|talk|speculation|and|but|as|while)\b)[\w.%'/\-]+ ){0,8}$"
_REFUSED_BEFORE = re.compile(
    r"\b"
    + one_of(
        "ba(?:u)?lk(?:s|ed|ing)? at",
        "reject(?:s|ed|ing)?",
        "rebuff(?:s|ed|ing)?",
        "spurn(?:s|ed|ing)?",
        "veto(?:es|ed|ing)?",
        "turn(?:s|ed|ing)? down",
        "sa(?:ys?|id|ying) no to",
        "object(?:s|ed|ing)? to",
        "(?:refus(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|unwilling) to (?:accept|agree to|sign|swallow|stomach|go along with|pay)",
        "(?:won't|will not|did not|didn't|do not|don't|does not|cannot|can't|would not|wouldn't) (?:accept|agree to|stomach|swallow)",
    )
    + " "
    + _THE_ASKED
)
_ASKS = re.compile(
    r"\b"
    + one_of(
        "ask(?:s|ed|ing)?(?: [a-z]+)? for",
        "demand(?:s|ed|ing)",
        "request(?:s|ed|ing)?",
        "seek(?:s|ing)?",
        "sought",
        "want(?:s|ed|ing)?",
        "call(?:s|ed|ing)? for",
        "push(?:es|ed|ing)? for",
        "press(?:es|ed|ing)? for",
        "propos(?:es|ed|ing)",
    )
    + " "
    + _THE_ASKED
)
# "…, but suppliers refuse", "…, only to be turned down".
_IN_VAIN = re.compile(
    r"[^.;]{0,40}?(?:,? (?:but|yet|though|although|while|only to be)|; ?|, and) ?[^.;]{0,40}?\b"
    + one_of(
        "refus(?:e|es|ed|ing)(?! to (?:comment|say|confirm|deny))",
        "reject(?:s|ed|ing)?",
        "rebuff(?:s|ed)?",
        "ba(?:u)?lk(?:s|ed|ing)?",
        "resist(?:s|ed|ing)?",
        "sa(?:ys?|id) no",
        "turn(?:s|ed)? (?:it |them |this )?down",
        "unwilling",
        "won't budge",
        "(?:not|n't) (?:budge|agree|accept|yield|give in)",
        "h[eo]ld(?:s|ing)? (?:firm|out)",
    )
    + r"\b"
)
# "Samsung wants +10%": what one side of the talks is after.
_WANTS_SIGNED = re.compile(
    r"\b(?:wants?|wanted|asks?(?: for)?|asked for|demands?|demanded|seeks?|sought|offers?|offered|proposes?|proposed|bids?) $"
)
# "The shortage that was foretold never came".
_FORETOLD = re.compile(r"never|not|n't|fail|yet to|no-show")
_NEVER_CAME = re.compile(
    r"(?: (?!(?:and|but|because|will|would)\b)[a-z0-9.%'/\-]+){0,9}? "
    + one_of(
        "(?:has |have |had )?never (?:actually |really |quite )?(?:materiali[sz]ed|arrived|came|come|happened|occurred|showed up|transpired)",
        "(?:has |have |had )?failed to (?:materiali[sz]e|arrive|appear|show up|happen|come)",
        "(?:did not|didn't|has not|hasn't|have not|haven't|had not|hadn't)(?: yet)?(?: actually)? (?:materiali[sz]ed?|happen(?:ed)?|occur(?:red)?|come (?:about|to pass|true)|transpired?)",
        "(?:has|have) yet to (?:materiali[sz]e|arrive|happen|occur|show up)",
        "(?:was|were|has been|proved) a no-show",
    )
    + r"\b"
)


def why_refused_en(layout: Layout, event: Event) -> str | None:
    """Return why an English change of price is only one that somebody asked for, where nobody granted it; None where it is not."""
    if _SIGN.search(layout.text, layout.start, layout.end) is None:
        return None
    is_refused = _is_behind(layout, event, _REFUSED_BEHIND) or _is_before(layout, event, _REFUSED_BEFORE)
    if not is_refused and _is_before(layout, event, _ASKS):
        is_refused = _IN_VAIN.match(layout.text, event.end, layout.end) is not None
    if event.rule == "signed size" and _WANTS_SIGNED.search(layout.text, layout.start, event.trigger.start):
        return "what one side of the talks is after"
    return "what was asked for and refused" if is_refused else None


def never_came(layout: Layout, event: Event) -> bool:
    """Say whether an English change or state is one that was foretold and did not come ("the glut never materialized")."""
    if layout.language != "en":
        return False
    return _FORETOLD.search(layout.text, event.end, layout.end) is not None and _is_behind(layout, event, _NEVER_CAME)


def _is_before(layout: Layout, event: Event, pattern: re.Pattern[str]) -> bool:
    """Say whether words before a change tell of it so, with no other change between."""
    found = pattern.search(layout.text, max(layout.start, event.start - 90), event.start)
    return found is not None and not layout.between(found.end(), event.start, "change", "event")


def _is_behind(layout: Layout, event: Event, pattern: re.Pattern[str]) -> bool:
    """Say whether the words behind a change tell of it so, with no other change between."""
    found = pattern.match(layout.text, event.end, layout.end)
    if found is None:
        return False
    between = [t for t in layout.between(event.end, found.end(), "change", "event") if not found[0].endswith(t.text)]
    return not between
