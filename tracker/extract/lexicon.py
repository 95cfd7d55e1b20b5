"""The vocabulary: words with their class and meaning, read from `configs/lexicon/*.toml`, found in folded text.

An entry is data; what a class of words does to a sentence is code elsewhere. A file is `version` and `[[entry]]` tables
with `class`, `value`, `lang` (any language where absent), `flags`, `terms`, `patterns` and an `example`.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from tracker.config import config_folder
from tracker.errors import ConfigError
from tracker.extract.openings import find_openings, join_by_opening
from tracker.extract.script import Language, fold

CLASSES = frozenset(
    "product alien segment metric change event basis market region future hedge negation conditional question"
    " say maker agency company break generic filler zip firstperson secondperson".split()
)
_KEYS = frozenset({"class", "value", "lang", "flags", "terms", "patterns", "example"})


class Sense(NamedTuple):
    """What a word means: its class, its value within the class, and letters that steer the rules."""

    cls: str
    value: str
    flags: frozenset[str]


class Token(NamedTuple):
    """A word of the vocabulary at a place in the folded text."""

    start: int
    end: int
    cls: str
    value: str
    flags: frozenset[str]
    text: str


@dataclass(frozen=True, slots=True)
class Matcher:
    """Finds the vocabulary of one language in folded text: words of Latin letters by one expression, others by their beginnings.

    An alternation of hundreds of CJK words costs a microsecond a character; a look-up of two characters a tenth of it.
    """

    latin: re.Pattern[str]
    expressions: dict[str, re.Pattern[str]]
    starters: re.Pattern[str] | None
    beginnings: dict[str, tuple[str, ...]]
    senses: dict[str, Sense]
    patterned: dict[str, Sense]

    def find(self, text: str, start: int = 0, end: int | None = None) -> list[Token]:
        """Return the words in order, longest first where several begin at one place, never overlapping."""
        stop = len(text) if end is None else end
        found = self._find_latin(text, start, stop)
        if self.starters is None:
            return found
        wide = self._find_wide(text, start, stop, self.starters)
        return _without_overlaps(sorted([*found, *wide], key=_place)) if found else wide

    def _find_expression(self, text: str, at: int, stop: int) -> Token | None:
        """Return what the expressions that begin with the character at a place find there; KeyError where there are none."""
        match = self.expressions[text[at]].match(text, at, stop)
        if match is None:
            return None
        sense = self.patterned[match.lastgroup or ""]
        return Token(at, match.end(), sense.cls, sense.value, sense.flags, match[0])

    def _find_latin(self, text: str, start: int, stop: int) -> list[Token]:
        """Return the words of Latin letters and the patterns."""
        found: list[Token] = []
        senses, patterned = self.senses, self.patterned
        for match in self.latin.finditer(text, start, stop):
            word, name = match[0], match.lastgroup
            # An expression that looks at what follows knows more than the bare word.
            sense = patterned[name] if name else senses[word]
            found.append(Token(match.start(), match.end(), sense.cls, sense.value, sense.flags, word))
        return found

    def _find_wide(self, text: str, start: int, stop: int, starters: re.Pattern[str]) -> list[Token]:
        """Return the words that hold a character beyond Latin, by their first two characters."""
        found: list[Token] = []
        senses, beginnings, expressions = self.senses, self.beginnings, self.expressions
        last = start
        for match in starters.finditer(text, start, stop):
            at = match.start()
            if at < last:
                continue
            told = self._find_expression(text, at, stop) if text[at] in expressions else None
            words = beginnings.get(text[at : at + 2]) or beginnings.get(text[at]) or ()
            if told is not None and not any(text.startswith(w, at) and len(w) > told.end - at for w in words):
                found.append(told)
                last = told.end
                continue
            for word in words:
                if text.startswith(word, at) and at + len(word) <= stop:
                    sense = senses[word]
                    last = at + len(word)
                    found.append(Token(at, last, sense.cls, sense.value, sense.flags, word))
                    break
        return found


def _place(token: Token) -> tuple[int, int]:
    """Return the sort key of words: by place, the longer first."""
    return token.start, -token.end


def _without_overlaps(tokens: list[Token]) -> list[Token]:
    """Return sorted words without those that begin inside the one before."""
    kept: list[Token] = []
    for token in tokens:
        if not kept or token.start >= kept[-1].end:
            kept.append(token)
    return kept


def lexicon_folder() -> Path:
    """Return the folder of the vocabulary files."""
    return config_folder() / "lexicon"


def digest_lexicon() -> str:
    """Return a short digest of all vocabulary files, so that a changed word is a new reader."""
    digest = hashlib.sha256()
    for path in sorted(lexicon_folder().glob("*.toml")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:10]


@lru_cache(maxsize=1)
def load_entries() -> tuple[dict[str, Any], ...]:
    """Return all entries of the word files; raise ConfigError for an unknown key or class or an entry without words."""
    entries: list[dict[str, Any]] = []
    for path in sorted(lexicon_folder().glob("*.toml")):
        with path.open("rb") as handle:
            content = tomllib.load(handle)
        for entry in content.get("entry", ()):
            _check_entry(entry, path)
            entries.append(entry)
    return tuple(entries)


def _check_entry(entry: dict[str, Any], path: Path) -> None:
    """Raise ConfigError where an entry has an unknown key, an unknown class, no words or no example."""
    unknown = set(entry) - _KEYS
    if unknown:
        raise ConfigError(f"{path.name}: unknown key {min(unknown)!r} in {entry}; known: {', '.join(sorted(_KEYS))}")
    if entry.get("class") not in CLASSES:
        raise ConfigError(f"{path.name}: unknown class {entry.get('class')!r}; known: {', '.join(sorted(CLASSES))}")
    if not entry.get("terms") and not entry.get("patterns"):
        raise ConfigError(f"{path.name}: an entry of class {entry['class']!r} without terms or patterns: add one")
    if not entry.get("example"):
        raise ConfigError(f"{path.name}: entry {entry.get('terms') or entry.get('patterns')} has no example: add one")


# Chinese pages print a quarter and the product after it on end ("23Q3NAND", "1Q26DRAM").
_EDGE_ZH = r"(?:(?<![a-z0-9])|(?:(?<=[qh][1-4])|(?<=[1-4][qh]\d\d))(?=dram|nand|nor|hbm|ddr|lpddr|gddr|ssd|emmc|mobile|server))"


_LOOK_BEHIND = re.compile(r"^(?:\(\?<[=!][^)]*\))+")


@lru_cache(maxsize=8)
def load_matcher(language: Language) -> Matcher:
    """Return the matcher of a language: its own words and those of every language."""
    senses: dict[str, Sense] = {}
    patterned: dict[str, Sense] = {}
    latins: list[tuple[str, str]] = []
    wides: list[tuple[str, str]] = []
    for entry in load_entries():
        if entry.get("lang", language) != language:
            continue
        sense = Sense(entry["class"], str(entry.get("value", "")), frozenset(entry.get("flags", ())))
        for term in entry.get("terms", ()):
            senses.setdefault(fold(term), sense)
        for expression in entry.get("patterns", ()):
            name = f"p{len(patterned)}"
            patterned[name] = sense
            (latins if _begins_latin(expression) else wides).append((name, expression))
    latin = [term for term in senses if _is_latin(term)]
    wide = [] if language == "en" else [term for term in senses if not _is_latin(term)]
    parts = []
    if latins:
        joined, names = join_by_opening(latins)
        patterned |= {own: patterned[name] for own, name in names.items()}
        parts.append(rf"(?<![a-z0-9])(?:{joined})(?![a-z])")
    edge = _EDGE_ZH if language == "zh" else "(?<![a-z0-9])"
    parts.append(rf"{edge}(?:{_trie_pattern(latin)})(?![a-z]|\d(?![\dgt]|[^\x00-\x7f]))")
    expressions = _index_expressions(wides)
    first = sorted({*(term[0] for term in wide), *expressions})
    starters = re.compile(f"[{re.escape(''.join(first))}]") if wide else None
    return Matcher(re.compile("|".join(parts)), expressions, starters, _index_beginnings(wide), senses, patterned)


def _index_expressions(named: list[tuple[str, str]]) -> dict[str, re.Pattern[str]]:
    """Return named expressions by the characters that what they find can begin with; raise ConfigError where none is known.

    No edge of a word parts these from a Latin letter before them ("DRAM供需失衡").
    """
    index: dict[str, list[str]] = {}
    for name, expression in named:
        openings = find_openings(_LOOK_BEHIND.sub("", expression))
        if openings is None:
            raise ConfigError(f"vocabulary: pattern {expression!r}: it must begin with a character, a group or a class")
        for char in openings:
            index.setdefault(char, []).append(f"(?P<{name}>{expression})")
    return {char: re.compile("|".join(group)) for char, group in index.items()}


def _index_beginnings(words: list[str]) -> dict[str, tuple[str, ...]]:
    """Return words by their first two characters (a one-character word by itself), the longest first."""
    index: dict[str, list[str]] = {}
    for word in words:
        index.setdefault(word[:2], []).append(word)
    for word in words:
        if len(word) == 1:
            for key in [key for key in index if key[0] == word and len(key) == 2]:
                index[key].append(word)
    return {key: tuple(sorted(set(group), key=len, reverse=True)) for key, group in index.items()}


def _is_latin(term: str) -> bool:
    """Say whether a term begins and ends with an ASCII letter or digit, so that word edges apply to it."""
    return term[0].isascii() and term[0].isalnum() and term[-1].isascii() and term[-1].isalnum()


def _begins_latin(expression: str) -> bool:
    """Say whether what an expression finds begins with a Latin letter or a digit, looked round at nothing else."""
    plain = re.sub(r"^(?:\(\?<?[=!][^)]*\)|\(\?:|\(|\[)+", "", expression)
    return plain[:1].isascii()


def _trie_pattern(terms: list[str]) -> str:
    """Return one expression for many words that shares their beginnings, longest first: linear, no backtracking."""
    trie: dict[str, Any] = {}
    for term in terms:
        node = trie
        for char in term:
            node = node.setdefault(char, {})
        node[""] = {}
    return _render_trie(trie)


def _render_trie(node: dict[str, Any]) -> str:
    """Return the expression of one trie node; the end of a word is tried after its continuations."""
    branches = [re.escape(char) + _render_trie(child) for char, child in sorted(node.items()) if char]
    if not branches:
        return ""
    body = branches[0] if len(branches) == 1 and "" not in node else f"(?:{'|'.join(branches)})"
    return body + "?" if "" in node else body
