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


SIGNED = [
    ("DRAM contract prices", "Product", ["41–44%", "(6%)"], ["up 2026Q3 41..44 g", "down 2026Q4 6..6 g"]),
    ("DRAM合约价涨跌幅", "产品", ["41~44%", "(2-6%)"], ["up 2026Q3 41..44 g", "down 2026Q4 2..6 g"]),
    ("D램 고정거래가격 변동률", "제품", ["0%", "약 +2~6%"], ["flat 2026Q3 .. g", "up 2026Q4 2..6 g"]),
    ("DRAM契約価格の変動率", "製品", ["-", "0~6%"], ["up 2026Q4 0..6 g"]),
    ("DRAM 合約價漲幅", "產品", ["0%", "-4~0%"], ["flat 2026Q3 .. g", "down 2026Q4 0..4 g"]),
    ("DRAM contract prices, decline", "Product", ["41~44%", "+6%"], ["down 2026Q3 41..44 g", "up 2026Q4 6..6 g"]),
]


@pytest.mark.parametrize(("title", "label", "cells", "expected"), SIGNED, ids=[title for title, *_ in SIGNED])
def test_signs_give_the_way(title: str, label: str, cells: list[str], expected: list[str]) -> None:
    """A fall may stand in brackets; a bare number is a rise where others have signs; nought is flat, a dash nothing."""
    text = f"{title}\n\n| {label} | 3Q26F | 4Q26F |\n| PC DRAM | {cells[0]} | {cells[1]} |\n"
    claims = read_text(text, published_on=DAY).claims
    assert [write_claim(claim) for claim in claims] == [f"DRAM price {one}" for one in expected]
