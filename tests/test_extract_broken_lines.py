"""Sentences that go on over a line break before a size: sentences of our own, and what they claim."""

from __future__ import annotations

import pytest

from tests.test_extract_grammar import DAY, write_claim
from tracker.extract import read_text

TABLE = [
    ("NAND contract prices fell 5% to\n10% in the second quarter of 2026.", ["NAND price down 2026Q2 5..10"]),
    ("DDR5 contract prices rose\n12% in the second quarter of 2026.", ["DRAM price up 2026Q2 12..12"]),
    ("NAND contract prices rose by\n12% in the second quarter of 2026.", ["NAND price up 2026Q2 12..12"]),
    ("2026年第二季度NAND合约价下跌5%至\n10%。", ["NAND price down 2026Q2 5..10"]),
    ("2026年第二季度DDR5合约价上涨约\n12%。", ["DRAM price up 2026Q2 12..12"]),
    ("2026년 2분기 낸드 가격은 평균\n12% 하락했다.", ["NAND price down 2026Q2 12..12"]),
    # a line that stands by itself is none of the next
    ("DRAM contract prices rose in April.\n12% of wafers were scrapped.", ["DRAM price up 2026-04 .."]),
    ("DRAM contract prices rose to\n\n12% of wafers were scrapped.", ["DRAM price up - .."]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[sentence for sentence, _ in TABLE])
def test_sentence_over_a_line_break(sentence: str, expected: list[str]) -> None:
    """A line that stops before its size goes on in the next one; quotes stay pieces of the text."""
    claims = read_text(sentence, published_on=DAY).claims
    assert [write_claim(claim) for claim in claims] == expected
    assert all(sentence[claim.start : claim.end] == claim.quote for claim in claims)
