"""English cuts of output that are undone: "Samsung will end its NAND production cuts" tells of no cut."""

from __future__ import annotations

import re

from tracker.extract.layout import Layout
from tracker.extract.lexicon import Token

_CUT = re.compile(r"\b(?:cuts?|cutbacks?|reductions?|curbs?|curtailments?)$")
_UNDOES = re.compile(
    r"\b(?:end(?:s|ed|ing)?|scal(?:e|es|ed|ing) back|(?:unwind|wind)(?:s|ing)?(?: down)?|unwound|revers(?:e|es|ed|ing)|roll(?:s|ed|ing)? back|lift(?:s|ed|ing)?|eas(?:e|es|ed|ing)|relax(?:es|ed|ing)?"
    r"|phas(?:e|es|ed|ing) out|abandon(?:s|ed|ing)?|cancel(?:s|l?ed|l?ing)?|paus(?:e|es|ed|ing)|exit(?:s|ed|ing)?"
    r"|terminat(?:e|es|ed|ing)|discontinu(?:e|es|ed|ing)|dial(?:s|ed|ing)? back|row(?:s|ed|ing)? back on"
    r"|(?:narrow|soften|moderat|taper)(?:e|s|es|ed|ing)?(?: off)?|(?:put|bring|brought|putting|bringing) an end to|(?:the )?end (?:of|to))"
    r" (?:(?:its|their|his|the|all|any|most|some|of|last|year's|recent|existing|ongoing|current|previous|earlier|deep|aggressive|industry|industry-wide|such|these|those) )*(?:[a-z0-9/\-]+(?: flash| and [a-z]+)? )?$"
)


def is_undone(layout: Layout, token: Token) -> bool:
    """Say whether a cut of output is one that a maker ends or takes back."""
    if layout.language != "en" or _CUT.search(token.text) is None:
        return False
    return _UNDOES.search(layout.text, max(layout.start, token.start - 70), token.start) is not None
