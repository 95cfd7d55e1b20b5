"""Sizes told in a row for as many products, without a word such as "respectively": each product has its own."""

from __future__ import annotations

import pytest

from tests.test_extract_grammar import DAY, write_claim
from tracker.extract import read_text

TABLE = [
    ("SLC NAND and NOR contract prices rose 6% and 9% in Q2 2026.",
     ["NAND price up 2026Q2 6..6", "NOR price up 2026Q2 9..9"]),
    ("DRAM, NAND and NOR prices fell 2%, 4% and 8%.",
     ["DRAM price down - 2..2", "NAND price down - 4..4", "NOR price down - 8..8"]),
    ("NAND, NOR and DRAM spot prices up 5/15/25%.",
     ["NAND price up - 5..5", "NOR price up - 15..15", "DRAM price up - 25..25"]),
    ("NAND and NOR prices will fall by 5% and by 8% next quarter.",
     ["NAND price down 2026Q4 5..5 g", "NOR price down 2026Q4 8..8 g"]),
    ("D램과 낸드 가격은 11%와 21% 올랐다.", ["DRAM price up - 11..11", "NAND price up - 21..21"]),
    ("DRAM、NANDの価格は11%、21%上昇した。", ["DRAM price up - 11..11", "NAND price up - 21..21"]),
    ("DRAM、NAND价格上涨11/21%。", ["DRAM price up - 11..11", "NAND price up - 21..21"]),
    # a range is of both, and so is one size
    ("DRAM and NAND prices rose 10% to 20%.", ["DRAM price up - 10..20", "NAND price up - 10..20"]),
    ("DRAM and NAND prices rose 10%.", ["DRAM price up - 10..10", "NAND price up - 10..10"]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[sentence for sentence, _ in TABLE])
def test_list_of_sizes(sentence: str, expected: list[str]) -> None:
    """As many sizes as products are theirs in turn."""
    assert [write_claim(c) for c in read_text(sentence, published_on=DAY, issuer="industry").claims] == expected
