"""A forecast that is revised is the new one alone, whichever way it was revised, in sentences of our own."""

from __future__ import annotations

import pytest

from tests.test_extract_grammar import DAY, write_claim
from tracker.extract import read_text

TABLE = [
    ("TrendForce trimmed its Q4 NOR contract price forecast to a 4% increase.", ["NOR price up 2026Q4 4..4 g"]),
    ("TrendForce lowered its forecast for NAND contract prices in Q4 from a 12% rise to a 6% rise.",
     ["NAND price up 2026Q4 6..6 g"]),
    ("TrendForce raised its Q4 DRAM contract price forecast to a 2% decline.", ["DRAM price down 2026Q4 2..2 g"]),
    ("NOR prices, initially forecast to fall 9%, will fall 4% in Q4.", ["NOR price down 2026Q4 4..4 g"]),
    ("集邦下修第四季NAND合約價漲幅至6%，原估12%。", ["NAND price up 2026Q4 6..6 g"]),
    ("트렌드포스는 4분기 낸드 가격 상승률 전망을 12%에서 6%로 낮췄다.", ["NAND price up 2026Q4 6..6 g"]),
    # a price that is cut is one, a forecast without its new way goes the way it was revised
    ("Samsung cut NAND prices by 6%.", ["NAND price down - 6..6"]),
    ("TrendForce lowered its NAND price forecast.", ["NAND price down - .. g"]),
    ("美光下调NAND合约价6%。", ["NAND price down - 6..6"]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[sentence for sentence, _ in TABLE])
def test_revised_forecast(sentence: str, expected: list[str]) -> None:
    """The new value of a forecast is told, and neither the revision nor the old value is a change."""
    assert [write_claim(c) for c in read_text(sentence, published_on=DAY, issuer="industry").claims] == expected
