"""Questions: which sentences ask, and which claims inside a question are its premise."""

from __future__ import annotations

import re

from tracker.extract.english.askers import opens_answer
from tracker.extract.english.premises import is_named_in_passing
from tracker.extract.event import Event
from tracker.extract.layout import Layout

_PREMISE = re.compile(r"given that|since|because|considering that|seeing|i told|鉴于|考虑到|既然|因为")
_FOLLOWS_UP = re.compile(
    r"(?:(?:and|so|then|okay|ok|yeah|great|thanks|thank you),? )*(?:\w+, )?(?:just )?(?:as a|for (?:my|a)|on my) (?:quick )?follow[- ]?up[^?]*$"
)
# "In NAND, where supply is short": it only tells more of what is named.
_OF_NAMED = re.compile(r"where (?!(?:is|are|was|were|do|does|did|will|would|can|could|should|might|may|have|has)\b)")
_IMPACT = re.compile(r"(?:，|,)?(?:对|给)[^,，。?？]{0,24}(?:影响|冲击)")
# "오를 것인지 궁금합니다", "하락하지 않겠느냐는 것입니다", "強いかについてお聞かせください": what is asked without a mark of question.
_ASKED_ABOUT = {
    "ko": re.compile(
        r"(?:지(?:가|를|도|에 (?:대해|관해)서?)? (?:[^\s,.]{1,6} ){0,3}?(?:궁금(?:합|하[다네여]|해요|한데)|문의[드합]|여쭙|여쭤|여쭈|질문드|듣고 싶|알고 싶)"
        r"|느냐는 (?:것|점|질문)(?:입니다|이다|이에요|인데))[^,]{0,12}$"
    ),
    "ja": re.compile(
        r"か(?:どうか)?(?:について|に关して|を)?(?:も|は)?、?(?:[^、。]{1,10}?)?(?:お闻かせ|教えて|教え顶|ご教示|お教え|お闻きし|伺い|お伺い|お寻ね)[^、]{0,14}$"
    ),
}
_MAY_BE = re.compile(
    r"\b(?:risks?|chances?|possibility|possibilities|likelihood|probability|odds|hopes?|prospects?|danger|signs?|terms) of $"
)
# Where a clause ends that a mark of question further on doesn't reach; a list and a condition go on.
_CLAUSE_ENDS = {
    "zh": re.compile(r"[,，。;；!！:：…|](?=.{2})|(?<=[一-龥」”\d%])\s(?=[一-龥])"),
    "ko": re.compile(r"(?<!면)(?:,|…|\.\.\.|·{2,})(?=.{2})|(?<=[는은한된인])데 (?=.{2})|(?<=지만) (?=.{2})"),
    "ja": re.compile(
        r"(?<![やとかもばらで])(?<!なんて)[、，,](?=.{2})|(?<=[るたいだ])(?:が|けど|けれど)、|[…!！。]|(?<=で)、(?=.{2})"
    ),
}
_ASKED_HERE = re.compile(
    r"吗|呢|是否|能否|会否|可否|会不会|有没有|是不是|要不要|多少|如何|怎么|什么|何时|几时|哪[些个家种]|多久|谁|여부|얼마|언제|무엇|어떻|까(?:요)?\b|느냐|かどうか|いつ|いくら|どの|どう|なに|何"
)
_QUESTION_END = re.compile(
    r"(?:[?？]|吗|呢|还有多[远久]|还要多久|까요|습니까|나요|ますか|でしょうか|ですか|のか|だろうか|(?:触れる|言及する|示す|语る|说明する|明らかにする)か)[。.\"”’\s)]*$"
)


def is_question(layout: Layout, *, is_spoken: bool) -> bool:
    """Say whether a sentence asks: it ends so or, in speech, opens with a question word or "I'm curious".

    Written, "Why DRAM prices are soaring" is a headline and no question.
    """
    body = layout.text[layout.start : layout.end]
    if _QUESTION_END.search(body) or (is_spoken and _asks_politely(layout)):
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
        w.text in asking or (w.start - layout.start <= 12 and not _tells_more(layout, w.start))
        for w in words
        if w.text != "talk about"
    ) and not body.startswith("[news]")


def _tells_more(layout: Layout, place: int) -> bool:
    """Say whether an English "where" only tells more of the product named before it."""
    return _OF_NAMED.match(layout.text, place) is not None and any(e.start < place for e in layout.entities)


def _asks_politely(layout: Layout) -> bool:
    """Say whether a spoken Korean or Japanese sentence asks for an answer in its last words, with no mark of question."""
    asked = _ASKED_ABOUT.get(layout.language)
    return asked is not None and asked.search(layout.text, max(layout.start, layout.end - 48), layout.end) is not None


def is_premise(layout: Layout, event: Event) -> bool:
    """Say whether a claim inside a question is its premise ("given that prices rose")."""
    first_question = min((w.start for w in layout.between(layout.start, layout.end, "question")), default=layout.start)
    if layout.language == "en" and "n" in event.trigger.flags and layout.text.endswith("the ", 0, event.trigger.start):
        return True  # "could the increase in memory costs lead to": that they rose is presupposed
    if (
        layout.language == "en"
        and layout.text.endswith((" from ", " of "), 0, event.start)
        and "a" in event.trigger.flags
        and not _MAY_BE.search(layout.text[layout.start : event.start])
    ):
        return True
    if layout.language == "en" and is_named_in_passing(layout, event):
        return True
    if _is_told_before(layout, event):
        return True
    return bool(_PREMISE.search(layout.text[first_question : event.start]) or _IMPACT.match(layout.text, event.end))


def _is_told_before(layout: Layout, event: Event) -> bool:
    """Say whether a question leaves a change out: it covers the last clause alone ("DRAM涨价,谁来买单?")."""
    ends = _CLAUSE_ENDS.get(layout.language)
    if ends is None:
        return False
    mark = max(layout.text.rfind("?", event.end, layout.end), layout.text.rfind("？", event.end, layout.end))
    if mark < 0 and layout.language == "zh" and _QUESTION_END.search(layout.text, event.end, layout.end):
        mark = layout.end  # "存储芯片涨价太猛 手机会涨价吗"
    stop = ends.search(layout.text, event.end, mark) if mark > 0 else None
    first = max((m.end() for m in ends.finditer(layout.text, layout.start, event.start)), default=layout.start)
    return stop is not None and not _ASKED_HERE.search(layout.text, first, stop.start())
