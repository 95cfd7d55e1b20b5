"""Chinese verbs of output with what is made behind them, signs with an aside, and lists closed by 等."""

from __future__ import annotations

import pytest

from tests.test_extract_grammar import DAY, write_claim
from tracker.extract import read_text

TABLE = [
    # what is made follows its verb
    ("在内存方面，存储巨头开始减产DDR4。", ["DRAM supply down - .."]),
    ("DRAM大厂停产DDR3。", ["DRAM supply down - .."]),
    ("存储原厂将减产NAND。", ["NAND supply down - .. g"]),
    ("NAND原厂减产SLC NAND和MLC NAND。", ["NAND supply down - ..", "NAND supply down - .."]),
    ("存储大厂减产，DRAM价格回升。", ["MEMORY supply down - ..", "DRAM price up - .."]),
    ("三大厂已停止或减少DDR4的生产，全面转向DDR5。", ["DRAM supply down - .."]),
    ("三星停止、铠侠减少2D NAND的生产。", ["NAND supply down - .."]),
    # an aside behind a sign
    ("DRAM Q3+9%~12%、NAND+6%~8%（涨幅缩小而仍居高位）。",
     ["DRAM price up 2026Q3 9..12", "NAND price up 2026Q3 6..8"]),
    ("NOR合约价三季度+9%（需求旺盛）。", ["NOR price up 2026Q3 9..9", "NOR demand up 2026Q3 .."]),
    # a list that is closed, and nobody who waits
    ("移动 DRAM 等颗粒的价格走低，导致利润减少。", ["DRAM price down - .."]),
    ("DDR4、 NOR Flash 等产品价格上涨。", ["DRAM price up - ..", "NOR price up - .."]),
    ("玩家都等内存降价再装机。", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), TABLE, ids=[text for text, _ in TABLE])
def test_what_is_made_or_signed_is_read(text: str, claims: list[str]) -> None:
    assert [write_claim(c) for c in read_text(text, published_on=DAY, issuer="industry").claims] == claims
