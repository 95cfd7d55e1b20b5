"""Whatever order words of the lexicon come in, a sentence is read or passed over: it breaks no document."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tracker.extract import read_text
from tracker.extract.lexicon import load_entries

DAY = dt.date(2026, 7, 15)
LANGUAGES = ("en", "zh", "ko", "ja")
SIZES = ("10%", "20-30%", "三成", "2割", "DRAM", "NAND price", "3분기", "in Q3", "价格", "가격", "価格")


def terms_of(language: str) -> list[str]:
    """The words of the lexicon in one language and those of every language."""
    entries = [entry for entry in load_entries() if entry.get("lang", language) == language]
    return [term for entry in entries for term in entry.get("terms", ())]


WORDS = {language: (*terms_of(language), *SIZES) for language in LANGUAGES}
sentences = st.sampled_from(LANGUAGES).flatmap(
    lambda language: st.lists(st.sampled_from(WORDS[language]), min_size=2, max_size=10).map(
        (" " if language in ("en", "ko") else "").join
    )
)


@settings(max_examples=600, deadline=None)
@given(st.sampled_from(["", "DRAM prices rose 5%. "]), sentences)
@example("DRAM prices rose 5%. ", "There was 10% excess")
@example("DRAM prices rose 5%. ", "An excess of 10% was seen")
def test_any_words_are_read_without_an_error(before: str, words: str) -> None:
    """Every claim made of them is quoted from the text."""
    text = f"{before}{words}."
    for claim in read_text(text, published_on=DAY, issuer="Micron", doc_type="news").claims:
        assert claim.quote in text


@pytest.mark.parametrize("words", ["There was 10% excess.", "Excess was 10% high."])
def test_a_state_after_a_price_is_no_price(words: str) -> None:
    """A size beside a bare state goes on with no price of the sentence before."""
    claims = read_text(f"DRAM prices rose 5%. {words}", published_on=DAY).claims
    assert [(claim.attribute, claim.direction) for claim in claims] == [("price", "up")]
