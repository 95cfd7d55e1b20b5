"""Who asks is not the company: marks of questions and lines on who speaks, in sentences of our own."""

from __future__ import annotations

import pytest

from tests.test_extract_grammar import DAY
from tracker.extract import read_text


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("问题2：我们看到NOR涨了15%。\n回复：不便披露。", "gigadevice"),
        ("投资者：NOR价格涨了15%。\n公司：不便披露。", "gigadevice"),
        ("Jane Roe -- Citi -- Analyst\nNAND prices rose 15% last quarter.", "micron"),
        ("Jane Roe (Citi): I think DRAM prices will fall.", "micron"),
    ],
)
def test_asker_is_not_the_company(text: str, issuer: str) -> None:
    """What an asker says is never the company's."""
    claims = read_text(text, published_on=DAY, issuer=issuer, doc_type="earnings_call").claims
    assert all(claim.speaker == "third_party" for claim in claims)
