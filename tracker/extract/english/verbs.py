"""English verbs by their time: what was, and what is so now or has been for some time."""

from __future__ import annotations

import re

PAST = re.compile(
    r"\b(?:was|were|[a-z]+ed|rose|fell|grew|went|came|cut|hit|held|kept|left|led|met|put|ran|saw|sent|shrank"
    r"|sank|slid|sold|stood|swept|took|built|bought|began|became|brought|drove|gave|got|lost|made|paid)\b"
)
# What is so now, or has been so for some time, has another time than what came or is to come of it.
PRESENT = re.compile(
    r"(?<!will )(?<!would )(?<!to )\b(?:(?:is|are)(?! (?:[a-z]+ )?"
    r"(?:set|expected|projected|forecast|forecasted|likely|poised|due|slated|bound|going|seen"
    r"|estimated|anticipated|predicted|tipped|on (?:track|course)) (?:to|for|rising|climbing|falling)\b)"
    r"|has|have|remains?|stays?|continues?|keeps?|had|builds?|drives?|pushes|strains|outstrips|exceeds|outpaces"
    r"|tightens|eases|rises|falls|grows|weakens|persists?|lingers?|worsens|deepens|intensifies|widens|looms)\b"
)
# "With demand still sluggish": a state of now, whatever a forecast beside it is told of.
IS_NOW = re.compile(r"\b(?:still|currently|right now|at present|today|already)\b")
# "As we enter", "heading into": what leads to a period that all of a sentence is told of.
COMES_TO = (
    r"(?:(?:heading|going|moving|coming|getting|turning) (?:in)?to"
    r"|as we (?:(?:now|start to|begin to|continue to) )?(?:enter(?:ed)?|approach(?:ed)?|exit(?:ed)?"
    r"|(?:head(?:ed)?|mov(?:e|ed)|go|went|get|got|come|came|look(?:ed)?|turn(?:ed)?|progress(?:ed)?)"
    r"(?: (?:ahead|forward|out|on))?(?: (?:in)?to| through| towards?)))"
)
