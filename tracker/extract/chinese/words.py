"""Chinese and Japanese words found that a sentence does not say: those within a gloss, and those that swallow the unit of a period."""

from __future__ import annotations

import re

from tracker.extract.lexicon import Matcher, Token
from tracker.extract.script import Language

_GLOSS = re.compile(r"\((?:即|又称|也称|简称|全称|指|是?一种)[^()]{0,120}\)")
# "DRAM(主記憶に使う半導体チップ)の需要": a bracket that ends in a word for memory at large tells what the product is.
_GLOSS_JA = re.compile(
    r"(?:全体)?\([^()]{2,80}(?:メモリー?|半导体(?:チップ|素子)?|チップ|モジュール|装置|デバイス|パッケージ)\)"
)
# "SRAM(静态随机存储器)报价", "HBM这一高端存储器": the name at length, or what kind of memory it is.
_KIND = r"[^()、,，;；。/和与]{0,16}?(?:存储器?|内存|闪存|记忆体)(?:芯片|颗粒|产品|卡|模组)?"
_GLOSS_BEHIND = re.compile(rf"\s?(?:flash|产品|芯片)?\s?\({_KIND}\)")
_APPOSED = re.compile(rf"(?:\([^()]{{1,16}}\))?(?:这|该)(?:一|种|类|款|个|一类|一种)?{_KIND}")
_OPENS_OR_JOINS = re.compile(r"\s?(?:\(|・|、|,|/|や|と|及び|および)\s?")
_CLOSES_LIST = re.compile(r"(?:など)?\)")
_UNITS_BEFORE = frozenset("全一二三四五六七八九十0123456789首本上下当该今明去两半前每逐")


def leave_out_glosses(text: str, tokens: list[Token], language: Language, start: int, end: int) -> list[Token]:
    """Leave out the words of a bracket that only explains a name ("NOR Flash(一种非易失闪存,用于各种电子设备)")."""
    if language == "zh":
        tokens = _leave_out_kinds(text, tokens, end)
        spans = [match.span() for match in _GLOSS.finditer(text, start, end)]
    elif language == "ja":
        named = [t for t in tokens if t.cls == "product"]
        spelled = [t for t in named if t.value == "MEMORY" and _spells_out(text, t, named)]
        tokens = [t for t in tokens if t not in spelled]
        behind = (_GLOSS_JA.match(text, t.end, end) for t in named if t not in spelled)
        spans = [match.span() for match in behind if match]
    else:
        return tokens
    return [t for t in tokens if not any(first < t.start < last for first, last in spans)] if spans else tokens


def _leave_out_kinds(text: str, tokens: list[Token], end: int) -> list[Token]:
    """Leave out the memory that a Chinese name of one product is only explained by ("SRAM(静态随机存储器)", "HBM这一存储器")."""
    spans: list[tuple[int, int]] = []
    for token in tokens:
        if token.cls != "product" or token.value == "MEMORY" or any(a <= token.start < b for a, b in spans):
            continue
        found = _APPOSED.match(text, token.end, end) or _GLOSS_BEHIND.match(text, token.end, end)
        if found is not None:
            spans.append((token.end, found.end()))
    return [t for t in tokens if t.cls != "product" or not any(a < t.start < b for a, b in spans)] if spans else tokens


def _spells_out(text: str, memory: Token, named: list[Token]) -> bool:
    """Say whether a Japanese bracket behind memory at large lists its kinds and nothing else ("メモリ(DRAM・NAND)")."""
    place = memory.end
    for token in named:
        if token.start <= memory.start or not _OPENS_OR_JOINS.fullmatch(text, place, token.start):
            continue
        if token.value == "MEMORY" or (place == memory.end and text[place] != "("):
            return False
        place = token.end
    return place > memory.end and _CLOSES_LIST.match(text, place) is not None


def give_back_unit(text: str, token: Token, matcher: Matcher) -> Token:
    """Give the unit back to a period that a word has swallowed: "第一季" and "涨幅", not "季涨幅"."""
    if (
        token.text[0] not in "季月年"
        or text[max(0, token.start - 1) : token.start] not in _UNITS_BEFORE
        or not token.start
    ):
        return token
    start = token.end - len(token.text[1:].removeprefix("度"))
    for end in range(token.end + 2, token.end - 1, -1):  # "半年涨势" holds 涨势, not 年涨
        sense = matcher.senses.get(text[start:end])
        if sense is not None:
            return Token(start, end, sense.cls, sense.value, sense.flags, text[start:end])
    return token
