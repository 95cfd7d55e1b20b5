"""The vocabulary files: each entry shows itself in its example, no word has two meanings, mistakes are named."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import pytest

from tracker import extract
from tracker.errors import ConfigError
from tracker.extract import lexicon
from tracker.extract.lexicon import CLASSES, load_entries, load_matcher
from tracker.extract.script import detect_language, fold

LANGUAGES = ("zh", "en", "ko", "ja")


def test_every_entry_shows_itself_in_its_example() -> None:
    """An example holds one of the entry's own words, so that a reader sees what it is for."""
    entries = load_entries()
    assert len(entries) > 100
    for entry in entries:
        example = fold(entry["example"])
        words = [fold(term) for term in entry.get("terms", ())]
        shown = any(word in example for word in words) or any(re.search(p, example) for p in entry.get("patterns", ()))
        assert shown, f"{entry['class']} {entry.get('value')}: {entry['example']!r} shows none of {words[:5]}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_has_two_meanings(language: str) -> None:
    """Within a language a word stands in one entry only."""
    seen: dict[str, str] = {}
    for entry in load_entries():
        if entry.get("lang", language) != language:
            continue
        for term in entry.get("terms", ()):
            word = fold(term)
            assert word not in seen, f"{word!r} is both {seen[word]} and {entry['class']}"
            seen[word] = entry["class"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_found(language: str) -> None:
    """A word by itself is found as itself."""
    matcher = load_matcher(language)
    for word in matcher.senses:
        if language == "en" and not word.isascii():
            continue
        found = matcher.find(word)
        assert [t.text for t in found][:1] == [word] or found, word


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('[[entry]]\nclass = "product"\nterms = ["x"]\nexample = "x"\ncolour = "red"\n', "unknown key 'colour'"),
        ('[[entry]]\nclass = "colour"\nterms = ["x"]\nexample = "x"\n', "unknown class 'colour'"),
        ('[[entry]]\nclass = "product"\nexample = "x"\n', "without terms or patterns"),
        ('[[entry]]\nclass = "product"\nterms = ["x"]\n', "no example"),
    ],
)
def test_mistake_in_a_vocabulary_file_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str, message: str
) -> None:
    """An unknown key or class, or an entry without words or example, names the file and what is wrong."""
    (tmp_path / "words.toml").write_text(content, encoding="utf-8")
    monkeypatch.setattr(lexicon, "lexicon_folder", lambda: tmp_path)
    with pytest.raises(ConfigError, match=message):
        load_entries.__wrapped__()


def test_classes_are_all_in_use() -> None:
    """No class of words is declared and left empty."""
    assert {entry["class"] for entry in load_entries()} == CLASSES


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("DRAM prices rose", "en"),
        ("DRAM价格上涨", "zh"),
        ("記憶體漲價", "zh"),
        ("D램 가격 상승", "ko"),
        ("DRAMの価格", "ja"),
        ("価格上昇", "zh"),
    ],
)
def test_language_by_script(text: str, expected: str) -> None:
    """Hangul is Korean, kana Japanese, Han alone Chinese unless the document is Japanese."""
    assert detect_language(text) == expected
    assert detect_language("価格上昇", "ja") == "ja"


def test_folding_keeps_every_position() -> None:
    """Folding changes characters, never their number."""
    text = "ＤＤＲ４記憶體İ漲價ß～１０％\n\t“”’–—"
    assert len(fold(text)) == len(text)
    assert fold("記憶體漲價") == "记忆体涨价"


def test_expressions_are_written_as_text_is_folded() -> None:
    """An expression over folded text that holds a traditional character could never match."""
    raw = {"dialogue", "headings", "sentences", "speed"}
    wrong = []
    folder = Path(extract.__file__).parent
    for path in sorted(folder.rglob("*.py")):
        if path.stem in raw or path.stem.startswith("__"):
            continue
        name = ".".join(path.relative_to(folder).with_suffix("").parts)
        module = importlib.import_module(f"tracker.extract.{name}")
        found = [value for value in vars(module).values() if isinstance(value, re.Pattern)]
        wrong += [f"{path.stem}: {char}" for one in found for char in one.pattern if "\u3040" < char != fold(char)]
    patterns = [one for entry in load_entries() for one in entry.get("patterns", ())]
    wrong += [f"lexicon: {char}" for one in patterns for char in one if "\u3040" < char != fold(char)]
    assert not [one for one in wrong if one[-1] not in "，：；！？（）％～．"]
