"""What a sentence names only to deny it, in sentences of our own: the claim stays, as one that is negated."""

from __future__ import annotations

import pytest

from tests.test_extract_grammar import DAY, write_claim
from tracker.extract import read_text

TABLE = [
    ("Hardly anyone thinks that NAND prices will rise.", ["NAND price up - .. g n"]),
    ("No supplier expects DRAM contract prices to drop.", ["DRAM price down - .. g n"]),
    ("We doubt that NAND prices will climb in Q4.", ["NAND price up 2026Q4 .. g n"]),
    ("They do not believe that DRAM prices will fall.", ["DRAM price down - .. g n"]),
    ("It isn't true that NAND prices fell 8%.", ["NAND price down - 8..8 n"]),
    ("Rumours that DRAM prices rose 25% were baseless.", ["DRAM price up - 25..25 n"]),
    ("The maker denied reports that NAND prices will rise 12%.", ["NAND price up - 12..12 g n"]),
    ("市场传闻DRAM涨价15%，公司已否认。", ["DRAM price up - 15..15 n"]),
    ("有关NAND价格上涨12%的说法与事实不符。", ["NAND price up - 12..12 n"]),
    ("几乎没有人认为DRAM合约价今年内会明显下跌。", ["DRAM price down 2026 .. g n"]),
    ("낸드 가격이 15% 오를 것이라는 소문은 사실이 아니다.", ["NAND price up - 15..15 g n"]),
    ("NAND価格が8%上昇するという報道は事実ではない。", ["NAND price up - 8..8 n"]),
    # not denied
    ("A few expect DRAM prices to fall.", ["DRAM price down - .. g"]),
    ("There is no doubt DRAM prices will rise.", ["DRAM price up - .. g"]),
    ("DRAM价格上涨12%，网传厂商停工不属实。", ["DRAM price up - 12..12"]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[sentence for sentence, _ in TABLE])
def test_denied_is_negated(sentence: str, expected: list[str]) -> None:
    """A change that is denied is told as negated, and one that is not stays as it was."""
    claims = read_text(sentence, published_on=DAY).claims
    assert [write_claim(claim) for claim in claims] == expected
