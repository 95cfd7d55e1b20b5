"""Cells of a table whose word of change stands behind the size."""

from __future__ import annotations

import pytest

from tests.test_extract_grammar import DAY, write_claim
from tracker.extract import read_text

TABLES = [
    ("낸드 고정거래가격 전망", "제품", ["약 4~9% 상승", "2~7% 하락"]),
    ("NAND契約価格の見通し", "製品", ["4~9%増", "約2~7%の下落"]),
    ("NAND合约价格", "产品", ["4~9%上涨", "2~7%下跌"]),
    ("NAND 合約價預估", "產品", ["4~9% 上漲", "2~7% 下跌"]),
    ("NAND contract prices", "Product", ["4~9% increase", "2~7% decline"]),
]


@pytest.mark.parametrize(("title", "label", "cells"), TABLES, ids=[title for title, _, _ in TABLES])
def test_a_word_behind_the_size_gives_the_way(title: str, label: str, cells: list[str]) -> None:
    """Each cell goes the way that its own word says."""
    text = f"{title}\n\n| {label} | 3Q26 | 4Q26F |\n| eSSD | {cells[0]} | {cells[1]} |\n"
    claims = read_text(text, published_on=DAY).claims
    assert [write_claim(claim) for claim in claims] == ["NAND price up 2026Q3 4..9 g", "NAND price down 2026Q4 2..7 g"]
