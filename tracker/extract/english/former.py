"""What an English sentence tells as thought before: a forecast that has been replaced is none any more."""

from __future__ import annotations

import re

from tracker.extract.event import Event
from tracker.extract.layout import Layout

_THOUGHT = r"(?:expected|anticipated|forecast|forecasted|predicted|projected|estimated|assumed|modell?ed|penciled in|pencilled in|called for|looked for|guided for|guided)"
# "Previously, we anticipated an 8% increase", "in its last report the firm had projected".
_OPENS = re.compile(
    r"[\"'“‘(\-\s]*(?:(?:previously|earlier|initially|originally|before that|until now|until recently|at first|back then|at the time)"
    r"|(?:in|at) (?:its|their|our|the|an?) (?:previous|prior|earlier|last|initial|original) (?:[a-z]+ )?(?:report|forecast|estimate|note|update|release|outlook|projection)s?),? "
    r"(?:[a-z0-9&.'\-]+ ){1,5}?(?:had )?(?:been )?" + _THOUGHT + r"\b"
)
# "The firm previously expected prices to rise 5%", "was earlier forecast to".
_SAID = re.compile(
    r"\b(?:had |was |were )?(?:previously|earlier|initially|originally) (?:had )?" + _THOUGHT + r"\b[^,;.]{0,70}$"
)
# "Our prior estimate was for a 10% rise", "the earlier forecast called for".
_WAS = re.compile(
    r"\b(?:previous|prior|earlier|initial|original|old|last month's|last quarter's) (?:[a-z]+ )?(?:forecasts?"
    r"|estimates?|projections?|views?|calls?|guidance|expectations?|outlook|assumptions?|predictions?)"
    r"(?: of| (?:was|were|had been|stood|called|pointed|looked)(?: at| for| to)?)? (?:an? |the )?(?:[a-z0-9%.\-]+ ){0,6}$"
)
# What has been right, or is kept, is still thought.
_STILL = re.compile(
    r"\b(?:still|now|maintain\w*|reiterat\w*|repeat\w*|confirm\w*|remains?|unchanged|stick\w*|stuck|as)\b"
)


def is_of_former_view(layout: Layout, event: Event) -> bool:
    """Say whether an English change is only what was forecast before ("previously, we anticipated an 8% increase")."""
    text = layout.text
    opening = _OPENS.match(text, layout.start, layout.end)
    if opening is not None and opening.end() <= event.trigger.start:
        return not _STILL.search(text, layout.start, event.trigger.start)
    first, _ = layout.clause_span(layout.clause(event.trigger.start))
    span = (text, max(first, event.trigger.start - 110), event.trigger.start)
    said = _SAID.search(*span) or _WAS.search(*span)
    return said is not None and not _STILL.search(text, max(layout.start, said.start() - 24), said.start())
