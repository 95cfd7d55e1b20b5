"""A document cut into sentences, with what a reader of the page sees round each: heading, question, answer.

Offsets are those of the text that came in. A line of a table or a heading is a sentence of its own; a line broken in
mid-sentence is not an end.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from tracker.extract.dialogue import find_turns, is_headed_as_call

Role = Literal["text", "heading", "question", "answer"]

# No sentence of prose is longer; a longer run is data or noise and is cut.
LONGEST = 800

_END = re.compile(
    r"[。！？!?｡]+[”’」』）)\"']*|\.(?:(?<=[^\s.][a-z%\d)\"'”’]\.)|(?<=[A-Z\d/][A-Z]\.)|(?<=[QYMHW]o[QYMHW]\.)|(?<=\d [%]\.)|(?<=[a-z] %\.))(?=[\s\"”’)]|$)[\"”’)]*|\n+|\.(?<=[가-힣]\.)(?=\s|$)|\.(?=[가-힣一-鿿])"
    # The end of an item or a paragraph that still has the marks of its page.
    r"|</(?:li|p|h[1-6]|td|tr|div)>"
    # "...; TrendForce forecasts a 5% decline": another one speaks.
    r"|;(?= [A-Z][\w.&]{1,20}(?: [A-Z][\w.&]{1,20}){0,2} (?:now |also )?(?:forecasts|expects|sees|predicts|projects|thinks|believes|says|said|estimates|anticipates) )"
)
_ABBREVIATIONS = tuple(
    f" {word}."
    for word in "inc corp ltd co mr ms mrs dr vs no approx u.s e.g i.e st jan feb mar apr jun jul aug sep sept oct nov dec fig".split()
)
_QUESTION_LINE = re.compile(
    r"\s*(?:Q\d{0,3}(?:\s*[:：.、]|\s?[–—-]{1,2}\s?[^\n:：]{1,60}[:：])|问\s*\d{0,2}\s*[:：、]|問\s*\d{0,2}\s*[:：、]"
    r"|\d{1,2}\s*[、.．]\s*(?:问|問)\s*[:：]|질문\s*\d{0,2}\s*[:：]|質問\s*\d{0,2}\s*[:：]|提问\d{0,2}[:：]|投资者提问[:：]"
    r"|(?:问题|問題)\s*\d{1,2}\s*[:：、]|(?:投资者|投資者|投资人|投資人|提问者|机构投资者)[A-Za-z\d一二三四五六七八九十]{0,2}\s*(?:提?问|提?問)?\s*[:：]"
    r"|투자자\s*\d{0,2}\s*[:：]|Question\s?\d{0,2}\s?(?:[:：]|[–—-]{1,2} )|Investor\s?\d{0,2}\s?[:：])",
    re.IGNORECASE,
)
_ANSWER_LINE = re.compile(
    r"\s*(?:A\d{0,3}(?:\s*[:：.、]|\s?[–—-]{1,2}\s?[^\n:：]{1,60}[:：])|答\s*\d{0,2}\s*[:：、]|答复[:：]|回复[:：]|답변?\s*\d{0,2}\s*[:：]|回答\s*\d{0,2}\s*[:：]|公司回复[:：]"
    r"|(?:公司|董秘|管理层|管理層|发言人|發言人)(?:答|答复|答覆|回复|回覆|回答)?\s*[:：]|(?:答復|答覆|回復|回覆)\s*\d{0,2}\s*[:：]|회사\s*[:：]|会社\s*[:：]|会社側\s*[:：]|Answer\s?\d{0,2}\s?(?:[:：]|[–—-]{1,2} )|(?:Management|Company)\s?[:：])",
    re.IGNORECASE,
)
# Any line that answers: without one a question ends with its line, and "Q1:" is a quarter.
_ANSWERS = re.compile(rf"(?:^|(?<=[?？]))(?:{_ANSWER_LINE.pattern})", re.IGNORECASE | re.MULTILINE)
_ASKED = re.compile(rf"^(?:{_QUESTION_LINE.pattern})", re.IGNORECASE | re.MULTILINE)
_QUARTER_MARK = re.compile(r"Q[1-4]\s*[:：.、]")
# What a mark begins with, beside a digit: most sentences are no marked line.
_MARK_BEGINS = frozenset("QqAaIiMmCc问問质質질提投分机機调調투애ア答답回公董管发發회会")
_NEXT_BEGINS = re.compile(r"\s*(?:[a-z]|[，、；。）)])")

# The line before stops at a word or mark that cannot end a sentence, and the next goes on with a number.
_GOES_ON = re.compile(
    r"(?:\b(?:to|and|or|by|of|from|between|about|around|nearly|over|than|in|up|down|rose|fell|rise|fall|climbed|dropped|gained|increased|decreased|declined)"
    r"|[至到和与與约約近逾达達涨漲跌升降增减減]|[,，、~〜–]|(?:에서|약|평균|최대)|から|[約は])[ \t]*$",
    re.IGNORECASE,
)
_NUMBER_BEGINS = re.compile(
    r"[ \t]*\d[\d.,~〜–-]{0,12}[ \t]?(?:%|％|percent|per cent|pct|成|割|퍼센트|パーセント|倍|배)", re.IGNORECASE
)
# A Japanese line that stops at a particle goes on in the next.
_BROKEN_JA = re.compile(r"[^ぁ-ん][がをのは]$")
_NEXT_JA = re.compile(r"[一-鿿ァ-ヶぁ-んA-Za-z]")
_SHORTEST_GOING_ON = 12


class Sentence(NamedTuple):
    """One sentence's span, its role, and the number of its paragraph."""

    start: int
    end: int
    role: Role
    paragraph: int


def split_sentences(text: str) -> list[Sentence]:
    """Return the sentences of a document in order; blank ones are left out."""
    sentences: list[Sentence] = []
    role: Role = "text"
    paragraph = 0
    start = 0
    turns = find_turns(text)
    is_answered = bool(turns)
    for stop, is_line_end in _find_ends(text):
        for first, last in _cut(text, start, stop):
            said = turns.get(first) or _role_of_line(text, first, sentences, paragraph)
            if said == "question" and not is_answered:
                is_answered = _ANSWERS.search(text, first) is not None
                said = said if is_answered or not _QUARTER_MARK.match(text, first) else None
            role = said or role
            sentences.append(Sentence(first, last, role, paragraph))
        if is_line_end:
            paragraph += 1
            role = role if is_answered else "text"
        start = stop
    return sentences


def is_record(text: str) -> bool:
    """Say whether a text records what its issuer answered: by its heading, or by marks of question and answer."""
    return is_headed_as_call(text) or (_ASKED.search(text) is not None and _ANSWERS.search(text) is not None)


def _find_ends(text: str) -> list[tuple[int, bool]]:
    """Return where sentences end, and whether a line ends there too."""
    ends: list[tuple[int, bool]] = []
    for match in _END.finditer(text):
        mark = match[0]
        if mark[0] == "\n":
            if len(mark) == 1 and _is_broken_line(text, match.start(), match.end()):
                continue
            ends.append((match.end(), True))
            continue
        if "." in mark and text[max(0, match.start() - 6) : match.start() + 1].lower().endswith(_ABBREVIATIONS):
            continue
        ends.append((match.end(), False))
    if not ends or ends[-1][0] < len(text):
        ends.append((len(text), True))
    return ends


def _is_broken_line(text: str, at: int, after: int) -> bool:
    """Say whether a line break lies inside a sentence: the next line begins in lower case, with a closing mark, or with a size."""
    before = text[max(0, at - 40) : at].rsplit("\n", 1)[-1]
    if _NUMBER_BEGINS.match(text, after):
        return len(before) >= _SHORTEST_GOING_ON and _GOES_ON.search(before) is not None
    if len(before) >= _SHORTEST_GOING_ON and _BROKEN_JA.search(before) and _NEXT_JA.match(text, after):
        return True
    if not _NEXT_BEGINS.match(text, after):
        return False
    return len(before) >= 30 and before.rstrip()[-1:] not in ".。!?！？:："


def _cut(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    """Return the span without surrounding space, in pieces of at most LONGEST."""
    while start < stop and text[start].isspace():
        start += 1
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    if start >= stop:
        return []
    if stop - start <= LONGEST:
        return [(start, stop)]
    return [(at, min(at + LONGEST, stop)) for at in range(start, stop, LONGEST)]


def _role_of_line(text: str, first: int, sentences: list[Sentence], paragraph: int) -> Role | None:
    """Return the role that a mark gives ("问：", "A:"), or None where it goes on as before.

    Inside a line, where records print question and answer on end, only a mark with a colon counts.
    """
    if text[first] not in _MARK_BEGINS and not text[first].isdigit():
        return None
    is_inside = bool(sentences) and sentences[-1].paragraph == paragraph
    marks: tuple[tuple[re.Pattern[str], Role], ...] = ((_QUESTION_LINE, "question"), (_ANSWER_LINE, "answer"))
    for pattern, role in marks:
        mark = pattern.match(text, first)
        if mark and not (is_inside and mark[0].rstrip()[-1] not in ":："):
            return role
    return None
