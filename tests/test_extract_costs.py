"""What is no price of memory though memory stands beside it: a maker's cost, a test, another kind of storage."""

from __future__ import annotations

import pytest

from tests.test_extract_grammar import DAY, write_claim
from tracker.extract import read_text

TABLE = [
    # a cost of one product that falls is its maker's
    ("NAND costs declined 8% in 2Q26 while prices were flat.", ["NAND price flat 2026Q2 .."]),
    ("DRAM成本下降12%。", []),
    ("NAND成本下降了一成。", []),
    ("낸드 원가는 7% 하락했다.", []),
    ("NANDのコストは3%低下した。", []),
    # what a buyer pays is a price
    ("Memory costs rose 12% for phone makers in 1Q26.", ["MEMORY price up 2026Q1 12..12"]),
    ("NAND costs for PC makers fell 4%.", ["NAND price down - 4..4"]),
    # a service on memory, and what only has its name
    ("NAND testing fees increased 6%.", []),
    ("NAND测试报价上涨6%。", []),
    ("NAND 테스트 단가 6% 인상", []),
    ("NANDのテスト料金が6%上昇した。", []),
    ("Battery storage prices fell 12%.", []),
    ("Prices of memory foam pillows rose 4%.", []),
    ("储能价格下跌12%。", []),
    ("메모리폼 베개 가격이 4% 올랐다.", []),
    # what a device has built in, and the same sizes sold by themselves
    ("三星手机S26（16GB内存与1TB存储空间）降价2000元。", []),
    ("配备8GB内存和256GB闪存的版本涨价300元。", []),
    ("某品牌把24GB内存、1TB存储的机型上调800元，DRAM价格上涨20%。", ["DRAM price up - 20..20"]),
    ("16GBメモリと512GB SSDを搭載したノートPCを2万円値上げした。", []),
    ("16GB 메모리와 512GB SSD를 탑재한 노트북 가격이 20만원 올랐다.", []),
    ("16GB内存价格上涨30%。", ["DRAM price up - 30..30"]),
    ("32GB内存和1TB SSD价格分别上涨30%和20%。", ["DRAM price up - 30..30", "NAND price up - 20..20"]),
    ("Prices of 32GB memory and 1TB SSDs rose.", ["MEMORY price up - ..", "NAND price up - .."]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[sentence for sentence, _ in TABLE])
def test_only_a_price_of_memory_is_read(sentence: str, expected: list[str]) -> None:
    """A sentence makes its claims and no others."""
    claims = read_text(sentence, published_on=DAY).claims
    assert [write_claim(claim) for claim in claims] == expected
