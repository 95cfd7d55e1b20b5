"""What is only supposed, told for each step or measured as room, in sentences of our own: none of it is a claim."""

from __future__ import annotations

import pytest

from tests.test_extract_grammar import DAY, write_claim
from tracker.extract import read_text

TABLE = [
    ("Should DRAM prices drop by 12%, the maker would post a loss.", []),
    ("Were NAND prices to rise 8%, phones would cost more.", []),
    ("Had NAND prices fallen 15%, the quarter would have ended in the red.", []),
    ("A 5% decline in NAND prices would lower earnings by 4%.", []),
    ("Each 5% increase in NAND prices adds 2% to the bill of materials.", []),
    ("Analysts see scope for NAND prices to climb 20%.", []),
    ("如NAND价格下跌8%，公司利润将减少。", []),
    ("只要NAND价格上涨5%，公司就能盈利。", []),
    ("假设DRAM价格下跌一成，毛利率会下降。", []),
    ("NAND价格每下跌5%，公司利润减少3%。", []),
    ("NAND价格距离前高还有20%的上涨空间。", []),
    ("낸드 가격이 8% 상승하더라도 이익은 늘지 않는다.", []),
    ("낸드 가격이 8% 올라도 문제는 없다.", []),
    ("DRAM価格が5%上昇するごとに利益が増える。", []),
    # told, not supposed
    ("Had it not been for mobile, we did well; DRAM prices rose 12%.", ["DRAM price up - 12..12"]),
    ("The 12% rise in DRAM prices hurt phone makers.", ["DRAM price up - 12..12"]),
    ("部分产品，如DDR4价格上涨12%。", ["DRAM price up - 12..12"]),
    ("NAND价格下半年仍有10%的上涨空间。", ["NAND price up 2026H2 10..10"]),
    ("올해도 낸드 가격이 12% 올랐다.", ["NAND price up 2026 12..12"]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[sentence for sentence, _ in TABLE])
def test_supposed_is_no_claim(sentence: str, expected: list[str]) -> None:
    """A change that is supposed gives nothing, and one that is told still gives its claim."""
    claims = read_text(sentence, published_on=DAY).claims
    assert [write_claim(claim) for claim in claims] == expected
