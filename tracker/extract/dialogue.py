"""Who holds the floor in a transcript: which lines name the next speaker, and whether that one asks or answers.

An operator's introduction, a bank's name or a turn that asks makes a speaker an asker, and he stays one to the end of the
document; whoever comes after an asker answers.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from tracker.extract.patterns import one_of

Part = Literal["question", "answer"]

_WORD = r"[A-Z][\w.'’\-]{0,20}"
_NAME = rf"{_WORD}(?: {_WORD}){{1,4}}"
_HANGUL = r"[가-힣]{2,5}(?: [가-힣A-Za-z]{1,6}){0,3}"
# "Jane Doe -- Firm -- Analyst" on a line of its own, "Jane Doe (Firm): …" before the words: a speaker wherever it stands.
_TITLED = re.compile(rf"{_NAME}\s*(?:--|[–—]|,| - )\s*[^\n:.?!]{{2,90}}$|{_NAME} \([^()\n]{{2,60}}\):")
_MODERATOR = re.compile(
    r"(?:Operator|Moderator|Conference Operator|Host)\s?(?::|$)|[<\[(]?(?:사회자|진행자|교환원)[>\])]?\s?:?|(?:主持人|司仪|司儀|司会者?)\s?[:：]"
)
# Names alone on a line or before a colon, and names in angle brackets: speakers only where the document is a transcript.
_PLAIN = re.compile(
    rf"(?P<en>(?:[A-Z][a-z'’\-]+|(?:[A-Z]\.){{1,3}})(?: (?:[A-Z][A-Za-z'’\-]*[a-z]|(?:[A-Z]\.?){{1,2}})){{1,3}})(?::|$)"
    rf"|<(?P<angle>[^<>\n]{{2,24}})>|(?P<ko>{_HANGUL})\s?:|(?P<cn>[一-鿿]{{2,4}}(?:[(（][^()（）\n]{{2,20}}[)）])?)\s?[:：]"
)
_CALL = re.compile(
    one_of(
        r"\b(?:earnings|conference|results|quarterly)\b[^\n]{0,30}\bcall\b|\btranscript\b|\binvestor conference\b",
        r"\bq&a\b|questions and answers|^Operator\b",
        r"^[<\[(]?(?:사회자|진행자)|컨퍼런스\s?콜|컨콜|질의응답",
        r"^(?:主持人|司会者?)\s?[:：]|业绩说明会|業績說明會|法说会|法說會|电话会议|電話會議",
        r"決算説明会|質疑応答",
    ),
    re.IGNORECASE | re.MULTILINE,
)
# One of these stands in whatever _CALL finds, and to look for them takes a hundredth of the time.
_IN_CALLS = ("call", "transcript", "investor conference", "q&a", "questions and answers", "operator")
_IN_EASTERN_CALLS = (
    *(
        "사회자",
        "진행자",
        "콜",
        "컨콜",
        "질의응답",
        "主持人",
        "司会",
        "业绩说明会",
        "業績說明會",
        "法说会",
        "法說會",
        "电话会议",
        "電話會議",
    ),
    *("決算説明会", "質疑応答"),
)
_CALL_HEADING = re.compile(
    r"\s*[^\n。.!?]{0,60}"
    + one_of(
        r"컨퍼런스\s?콜|컨콜|실적\s?설명회",
        r"业绩说明会|業績說明會|法说会|法說會|电话会议|電話會議|投资者关系活动记录表",
        r"決算説明会|(?:earnings|conference) call",
    )
    + r"(?:\s?(?:전문|녹취록|질의응답|纪要|紀要|记录|記錄|質疑応答|transcript|q&a))?"
    + r"(?:\s?[(（][^()（）\n]{0,30}[)）])?[ \t]*\n",
    re.IGNORECASE,
)
_ANALYST = re.compile(r"\banalysts?\b|애널리스트|分析师|分析師|アナリスト", re.IGNORECASE)
# A bank behind the name of who asks: "Jane Doe (UBS)", "John Roe (Analyst, Wells Fargo)".
_BANK = re.compile(
    r"\((?:[^()]*\b)?"
    + one_of(
        r"UBS|Citi(?:group|bank)?|Morgan Stanley|J\.?P\.? ?Morgan|Goldman(?: Sachs)?|Jefferies|Barclays",
        r"Bank of America|BofA|Deutsche Bank|Credit Suisse|Wells Fargo|Bernstein|Cowen|TD Cowen|Mizuho|Nomura",
        r"Evercore(?: ISI)?|Raymond James|Stifel|KeyBanc|Needham|Susquehanna|Wedbush|Piper Sandler|Rosenblatt",
        r"Wolfe(?: Research)?|Cantor(?: Fitzgerald)?|HSBC|Macquarie|CLSA|Daiwa|BNP Paribas|RBC|Baird",
        r"Loop Capital|Summit Insights|Northland|Melius|Analyst",
    )
    + r"\b[^()]*\)"
)
_HOUSE = re.compile(r"[(（][^()（）]*(?:证券|證券|资本|基金|투자증권|증권)[^()（）]*[)）]|증권")
_INTRODUCES = re.compile(
    r"\bquestions?\b|\bgo ahead\b|\bline (?:of|is)\b|질문|质问|提问|提問|问题|問題|質問", re.IGNORECASE
)
# How a turn shows that it asks: a question near its end, or what only those who ask say.
_ASKS = re.compile(
    r"\bthanks?(?: you)? (?:so much |very much )?for (?:taking|letting|the question)|\bmy (?:first |second |next )?question\b|[?？](?=[^?？]{0,120}\Z)"
    r"|(?:까요|습니까|싶습니다|들었습니다|부탁드립니다|ますか|でしょうか|ですか|请问|請問)",
    re.IGNORECASE,
)
LONGEST_LINE = 140
LONGEST_TURN = 3000


class _Turn(NamedTuple):
    """Where a speaker's line begins, where the words begin, the speaker's name, and whether the line itself tells who asks."""

    start: int
    body: int
    name: str
    kind: Literal["moderator", "asker", "named"]


def find_turns(text: str) -> dict[int, Part]:
    """Return, by the place where its line begins, the part of each speaker that a transcript names; empty for other texts."""
    turns = _list_turns(text)
    parts: dict[int, Part] = {}
    known: dict[str, Part] = {}
    part: Part = "answer"
    is_introduced = False
    for number, turn in enumerate(turns):
        stop = turns[number + 1].start if number + 1 < len(turns) else len(text)
        words = text[turn.body : min(stop, turn.body + LONGEST_TURN)].strip()
        if turn.kind == "moderator":
            is_introduced, part = bool(_INTRODUCES.search(words)), "answer"
        else:
            part = known.setdefault(turn.name, _judge(turn, words, part, is_introduced=is_introduced))
            is_introduced = False
        parts[turn.start] = part
    return parts


def is_headed_as_call(text: str) -> bool:
    """Say whether the first line of a document is the bare title of a call or of a record of a meeting with investors."""
    return _CALL_HEADING.match(text) is not None


def _judge(turn: _Turn, words: str, before: Part, *, is_introduced: bool) -> Part:
    """Return the part of a speaker heard for the first time, given who spoke before."""
    if turn.kind == "asker" or is_introduced:
        return "question"
    if before == "question":
        return "answer"
    return "question" if _ASKS.search(words) else "answer"


def _list_turns(text: str) -> list[_Turn]:
    """Return the lines that name a speaker, in order of place."""
    is_call = "\n" in text and _is_of_call(text)
    turns: list[_Turn] = []
    start = 0
    while start < len(text):
        stop = text.find("\n", start)
        stop = len(text) if stop < 0 else stop
        first = start
        while first < stop and text[first].isspace():
            first += 1
        turn = _read_line(text, first, stop, is_call=is_call) if first < stop else None
        if turn is not None:
            turns.append(turn)
        start = stop + 1
    return turns


def _is_of_call(text: str) -> bool:
    """Say whether a text calls itself a call or shows the marks of one."""
    lowered = text.lower()
    is_possible = any(word in lowered for word in _IN_CALLS) or any(word in text for word in _IN_EASTERN_CALLS)
    return is_possible and _CALL.search(text) is not None


def _read_line(text: str, first: int, stop: int, *, is_call: bool) -> _Turn | None:
    """Return the turn that a line opens, or None."""
    if not is_call and not ("A" <= text[first] <= "Z"):
        return None
    line = text[first : min(stop, first + LONGEST_LINE)].rstrip()
    said = _MODERATOR.match(line)
    if said is not None:
        return _Turn(first, first + said.end(), "", "moderator")
    said = _TITLED.match(line)
    if said is not None:
        is_asker = bool(_ANALYST.search(said[0]) or _BANK.search(said[0]))
        return _Turn(first, first + said.end(), said[0], "asker" if is_asker else "named")
    said = _PLAIN.match(line) if is_call else None
    if said is None or (said.end() == len(line) and stop >= len(text)):
        return None
    name = said[said.lastgroup or 0]
    is_asker = bool(_ANALYST.search(name) or _HOUSE.search(name))
    return _Turn(first, first + said.end(), name, "asker" if is_asker else "named")
