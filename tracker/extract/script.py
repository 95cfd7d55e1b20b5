"""Scripts and languages of a text, and its folded form: same length, lower case, simplified, half width.

Everything here keeps positions: `len(fold(text)) == len(text)`, so a span in the folded text is a span in the original.
"""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from typing import Literal

from tracker.resources import resource_folder

Language = Literal["zh", "en", "ko", "ja"]

_KANA = re.compile(r"[ぁ-んァ-ヺー]")
_HANGUL = re.compile(r"[가-힣]")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_LATIN_WORDS = re.compile(r"\b[a-z]{2,}\b")
_NON_ASCII = re.compile(r"[^\x00-\x7f]")

# Marks that mean the same, one for one: full-width forms, the many dashes and wave signs of ranges, quotes.
_MARKS = {
    "～": "~", "〜": "~", "∼": "~", "˜": "~", "–": "-", "─": "-", "—": "-", "―": "-", "−": "-", "‐": "-", "‑": "-", "－": "-", "ー": "ー",
    "％": "%", "﹪": "%", "，": "，", "　": " ", "\u00a0": " ", "\t": " ", "\n": " ", "\r": " ", "\u2028": " ", "’": "'", "‘": "'",
    "“": '"', "”": '"', "＋": "+", "．": ".", "（": "(", "）": ")", "／": "/", "＞": ">", "＜": "<", "≥": ">", "≧": ">", "≤": "<",
    "≦": "<", "＄": "$", "：": ":", "；": ";", "﹑": "、", "､": "、", "｡": "。", "△": "-", "▲": "+", "↑": "↑", "↓": "↓",
}  # fmt: skip


@lru_cache(maxsize=1)
def _fold_table() -> dict[int, str]:
    """Return the character map of `fold`: ASCII and full-width capitals, marks, traditional to simplified."""
    with (resource_folder("configs") / "lexicon" / "characters.toml").open("rb") as handle:
        pairs = tomllib.load(handle)
    table = {ord(a): b for a, b in zip(pairs["traditional"], pairs["simplified"], strict=True)}
    table |= {code: chr(code + 32) for code in range(ord("A"), ord("Z") + 1)}
    for code in range(0xFF01, 0xFF5F):
        table.setdefault(code, chr(code - 0xFEE0).lower())
    table |= {ord(mark): plain for mark, plain in _MARKS.items()}
    return table


def fold(text: str) -> str:
    """Return the text in lower case, simplified characters and half-width marks; never changes its length."""
    if text.isascii():
        return text.lower().replace("\n", " ").replace("\t", " ").replace("\r", " ")
    return text.translate(_fold_table())


def detect_language(text: str, default: Language = "en") -> Language:
    """Return the language of a sentence by its script; `default` decides for Han characters without kana.

    A sentence of Han characters only is Japanese where the document is (`default == "ja"`), else Chinese.
    """
    if text.isascii():
        return "en"
    if _HANGUL.search(text):
        return "ko"
    if _KANA.search(text):
        return "ja"
    if not _HAN.search(text) or _is_latin_with_names(text):
        return "en"
    return "ja" if default == "ja" else "zh"


def _is_latin_with_names(text: str) -> bool:
    """Say whether a text is in Latin letters but for a name or two in Han characters ("Pua Khein-seng (潘健成) said")."""
    return len(text) > 60 and len(_HAN.findall(text)) * 12 < len(text) and len(_LATIN_WORDS.findall(text)) > 8


def detect_document_language(text: str) -> Language:
    """Return the language that most of a document's letters belong to, judged on its first 4,000 characters."""
    sample = text[:4000]
    hangul = len(_HANGUL.findall(sample))
    kana = len(_KANA.findall(sample))
    han = len(_HAN.findall(sample))
    if hangul and hangul >= han:
        return "ko"
    if kana * 5 >= han and kana:
        return "ja"
    # Numbers, product names and a table's marks are ASCII in any language, so an eighth of Han is enough.
    return "zh" if han and han * 8 >= len(sample) else "en"
