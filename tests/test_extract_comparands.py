"""A size told beside what a change is measured by is that product's own, in sentences of our own."""

from __future__ import annotations

import pytest

from tests.test_extract_grammar import DAY, write_claim
from tracker.extract import read_text

TABLE = [
    ("NAND prices climbed too, but less than NOR, which was up 25%.", ["NAND price up - ..", "NOR price up - 25..25"]),
    ("NAND price gains trailed the 25% rise in DRAM.", ["NAND price up - ..", "DRAM price up - 25..25"]),
    ("NOR prices rose faster than NAND's 15%.", ["NOR price up - ..", "NAND price up - 15..15"]),
    ("NAND prices fell 4%, less than DRAM's 11%.", ["NAND price down - 4..4", "DRAM price down - 11..11"]),
    ("NAND prices rose 14%, outpacing the 6% increase in DRAM.", ["NAND price up - 14..14", "DRAM price up - 6..6"]),
    ("NAND涨幅低于NOR的25%。", ["NAND price up - ..", "NOR price up - 25..25"]),
    ("NOR價格上漲9%，但漲幅小於DRAM的25%。", ["NOR price up - 9..9", "DRAM price up - 25..25"]),
    ("NAND价格上涨，涨幅比DRAM的25%更小。", ["NAND price up - ..", "DRAM price up - 25..25"]),
    ("낸드 상승폭은 D램(25%)보다 작았다.", ["NAND price up - ..", "DRAM price up - 25..25"]),
    ("NANDの上昇率はDRAMの25%を下回った。", ["NAND price up - ..", "DRAM price up - 25..25"]),
    ("D램(25%)보다 낸드 상승폭이 작았다.", ["NAND price up - ..", "DRAM price up - 25..25"]),
    # what is no comparison keeps its size
    ("NAND prices rose more than 30%, while DRAM fell 5%.", ["NAND price up - 30..", "DRAM price down - 5..5"]),
    ("NAND价格涨幅超过DRAM，达到22%。", ["NAND price up - 22..22", "DRAM price up - .."]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[sentence for sentence, _ in TABLE])
def test_size_of_comparand(sentence: str, expected: list[str]) -> None:
    """The product that is compared with has the size beside it, the other one has its own or none."""
    assert [write_claim(c) for c in read_text(sentence, published_on=DAY, issuer="industry").claims] == expected
