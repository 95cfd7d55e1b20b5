"""Whose and which period's a size is: crossings of products and periods, and periods that are only compared with."""

from __future__ import annotations

import pytest

from tests.test_extract_grammar import DAY, write_claim
from tracker.extract import read_text

_CROSSED = ["DRAM price up 2026Q1 ..", "NAND price up 2026Q1 ..", "DRAM price up 2026Q2 ..", "NAND price up 2026Q2 .."]

TABLE = [
    # two products in two periods: no telling which size is whose
    ("DRAM and NAND prices rose 6% and 14% in Q1 and Q2.", _CROSSED),
    ("DRAM and NAND prices rose 6% and 14% in the first and second quarters, respectively.", _CROSSED),
    ("DRAM和NAND价格在一季度和二季度分别上涨6%和14%。", _CROSSED),
    ("D램과 낸드 가격은 1분기와 2분기에 각각 6%, 14% 올랐다.", _CROSSED),
    ("DRAMとNANDの価格は第1四半期と第2四半期にそれぞれ6%、14%上昇した。", _CROSSED),
    # one product: one size for each period
    ("NOR prices rose 6% and 14% in Q1 and Q2.", ["NOR price up 2026Q1 6..6", "NOR price up 2026Q2 14..14"]),
    ("NOR价格一季度和二季度上涨6%和14%。", ["NOR price up 2026Q1 6..6", "NOR price up 2026Q2 14..14"]),
    ("낸드 가격은 1분기와 2분기에 6%와 14% 올랐다.", ["NAND price up 2026Q1 6..6", "NAND price up 2026Q2 14..14"]),
    # one size for what happened from one period to the next
    ("DRAM prices climbed 35% between the first and second quarters.", ["DRAM price up 2026Q2 35..35"]),
    ("DRAM prices climbed 35% in the first and second quarters.",
     ["DRAM price up 2026Q1 35..35", "DRAM price up 2026Q2 35..35"]),
    ("The drop in NOR prices was limited to about 6% in the second quarter.", ["NOR price down 2026Q2 6..6"]),
    # a period that is compared with has its own size
    ("NOR价格一季度上涨9%，高于四季度的7%涨幅。", ["NOR price up 2026Q1 9..9", "NOR price up 2025Q4 7..7"]),
    ("NOR合约价二季度涨幅9%，低于一季度21%的涨幅。", ["NOR price up 2026Q2 9..9", "NOR price up 2026Q1 21..21"]),
    ("第二季NOR合約價季增9%，漲幅優於第一季的4%。", ["NOR price up 2026Q2 9..9", "NOR price up 2026Q1 4..4"]),
    ("NOR价格二季度上涨9%，去年同期的跌幅为4%。", ["NOR price up 2026Q2 9..9", "NOR price down 2025Q2 4..4"]),
    ("一季度NOR合约价下跌9%，比上季度的跌幅4%扩大。", ["NOR price down 2026Q1 9..9"]),
    ("낸드 가격은 1분기 9% 올라 4분기 4% 하락과 대조를 이뤘다.",
     ["NAND price up 2026Q1 9..9", "NAND price down 2025Q4 4..4"]),
    ("낸드 가격은 2분기 9% 하락해 전분기 하락폭 4%보다 커졌다.",
     ["NAND price down 2026Q2 9..9", "NAND price down 2026Q1 4..4"]),
    ("낸드 가격은 2분기 9% 상승하며 1분기 4% 하락과 달리 반등했다.",
     ["NAND price up 2026Q2 9..9", "NAND price down 2026Q1 4..4"]),
    ("NAND価格は第2四半期に9%上昇し、第1四半期の4%下落から反転した。", ["NAND price up 2026Q2 9..9"]),
    ("NOR prices rose 9% in Q2, compared with the first quarter's drop of 4%.",
     ["NOR price up 2026Q2 9..9", "NOR price down 2026Q1 4..4"]),
    ("NOR prices rose 9% in the first quarter versus a 4% fall in the prior quarter.",
     ["NOR price up 2026Q1 9..9", "NOR price down 2025Q4 4..4"]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[sentence for sentence, _ in TABLE])
def test_size_keeps_its_product_and_period(sentence: str, expected: list[str]) -> None:
    """A size is given to the product and period that it is told of, or to none."""
    assert [write_claim(c) for c in read_text(sentence, published_on=DAY, issuer="industry").claims] == expected
