"""Questions: which sentences ask, and which claims inside a question are its premise."""

from __future__ import annotations

import re

from tracker.extract.english.askers import opens_answer
from tracker.extract.event import Event
from tracker.extract.layout import Layout

_PREMISE = re.compile(r"given that|since|because|considering that|seeing|i told|鉴于|考虑到|既然|因为")
_FOLLOWS_UP = re.compile(
    r"(?:and |so |okay |ok |yeah |great |thanks?,? ?)*(?:\w+, )?(?:just )?as a (?:quick )?follow[- ]?up[^?]*$"
)
_IMPACT = re.compile(r"(?:，|,)?(?:对|给)[^,，。?？]{0,24}(?:影响|冲击)")
_QUESTION_END = re.compile(r"(?:[?？]|吗|呢|까요|습니까|나요|ますか|でしょうか|ですか|のか|だろうか)[。.\"”’\s)]*$")


def is_question(layout: Layout, *, is_spoken: bool) -> bool:
    """Say whether a sentence asks: it ends so or, in speech, opens with a question word or "I'm curious".

    Written, "Why DRAM prices are soaring" is a headline and no question.
    """
    body = layout.text[layout.start : layout.end]
    if _QUESTION_END.search(body):
        return True
    words = layout.between(layout.start, layout.end, "question")
    if not words:
        return False
    if layout.language != "en":
        return layout.language == "zh" and any(
            w.text in ("请问", "如何看待", "怎么看", "请介绍", "请公司", "请分享") for w in words
        )
    if not is_spoken:
        return False
    if _FOLLOWS_UP.match(body) or opens_answer(layout):
        return False  # "And Luca, as a follow-up, prices fell ...": the question comes next
    asking = ("can you", "could you", "would you", "i'm curious", "i am curious", "wondering", "curious", "my question", "a follow-up",
              "just a question", "question is", "how do you think", "help us understand", "walk us through", "do you", "are you", "a question", "talk about")  # fmt: skip
    return any(
        w.text in asking or w.start - layout.start <= 12 for w in words if w.text != "talk about"
    ) and not body.startswith("[news]")


def is_premise(layout: Layout, event: Event) -> bool:
    """Say whether a claim inside a question is its premise ("given that prices rose")."""
    first_question = min((w.start for w in layout.between(layout.start, layout.end, "question")), default=layout.start)
    if layout.language == "en" and "n" in event.trigger.flags and layout.text.endswith("the ", 0, event.trigger.start):
        return True  # "could the increase in memory costs lead to": that they rose is presupposed
    if (
        layout.language == "en"
        and layout.text.endswith((" from ", " of "), 0, event.start)
        and "a" in event.trigger.flags
    ):
        return True
    return bool(_PREMISE.search(layout.text[first_question : event.start]) or _IMPACT.match(layout.text, event.end))
