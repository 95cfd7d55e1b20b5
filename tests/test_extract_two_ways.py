"""Two changes in one breath, each of its own segment or product, in sentences of our own."""

from __future__ import annotations

import pytest

from tests.test_extract_grammar import DAY, write_claim
from tracker.extract import read_text


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("サーバー向けNANDは3割上昇、スマホ向けは2割下落した。", ["server up 30", "mobile down 20"]),
        ("PC向けDRAMは3割下落し、サーバー向けは1割上昇した。", ["pc down 30", "server up 10"]),
        ("サーバー向けDRAMの価格は3割上昇、PC向けは2割下落した。", ["server up 30", "pc down 20"]),
        ("服务器NAND价格上涨30%，手机用下跌20%。", ["server up 30", "mobile down 20"]),
        ("서버용 낸드는 30% 상승, 모바일용은 20% 하락했다.", ["server up 30", "mobile down 20"]),
    ],
)
def test_each_segment_is_its_own(sentence: str, expected: list[str]) -> None:
    """What a clause names as its segment is that of its change, not the segment of the clause before."""
    claims = read_text(sentence, published_on=DAY, issuer="industry").claims
    assert [f"{c.segment} {c.direction} {c.high_pct:g}" for c in claims] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("NOR、DRAM價格一漲一跌。", ["NOR price up - ..", "DRAM price down - .."]),
        ("NOR和NAND价格一跌一涨。", ["NOR price down - ..", "NAND price up - .."]),
    ],
)
def test_one_up_one_down(sentence: str, expected: list[str]) -> None:
    """Of two products one rises and the other falls, in the order in which they are named."""
    assert [write_claim(c) for c in read_text(sentence, published_on=DAY, issuer="industry").claims] == expected
