"""Ranges whose ends are told apart, numbers in words above a hundred, and chances: sentences of our own."""

from __future__ import annotations

import pytest

from tests.test_extract_grammar import DAY, write_claim
from tracker.extract import read_text

TABLE = [
    # a rate that moves from an old size to a new one, and a rise that ranges
    ("NAND bit demand growth increased from mid-single digits to mid-teens.", ["NAND demand up - 14..16"]),
    ("DRAM demand growth accelerated from 10% to 15% this year.", ["DRAM demand up 2026 15..15"]),
    ("DRAM price growth slowed from 20% to 10% in 2Q26.", ["DRAM price up 2026Q2 10..10"]),
    ("DRAM contract price increases widened from 10% to 25% in May.", ["DRAM price up 2026-05 25..25"]),
    ("The rise in NOR prices narrowed from 15% to 5%.", ["NOR price up - 5..5"]),
    ("SSD demand has increased from low single-digit growth to high teens.", ["NAND demand up - 17..19"]),
    ("NAND prices are expected to increase from 5% to 10% in 3Q26.", ["NAND price up 2026Q3 5..10 g"]),
    ("NAND合约价涨幅在两成至三成之间。", ["NAND price up - 20..30"]),
    ("DDR4价格跌一成五到两成。", ["DRAM price down - 15..20"]),
    ("NAND prices fell 10-to-15 percent.", ["NAND price down - 10..15"]),
    ("DDR5 prices rose one hundred and thirty percent.", ["DRAM price up - 130..130"]),
    ("DDR5 prices rose two hundred percent.", ["DRAM price up - 200..200"]),
    ("DDR4价格上涨百分之一百三。", ["DRAM price up - 130..130"]),
    ("DDR4价格上涨百分之一百三十五。", ["DRAM price up - 135..135"]),
    ("DDR4价格上涨百分之二百零五。", ["DRAM price up - 205..205"]),
    ("낸드 가격이 15% 이상 25% 미만 하락했다.", ["NAND price down - 15..25"]),
    ("NAND価格は5%以上10%未満下落した。", ["NAND price down - 5..10"]),
    ("NAND价格下跌5%以上10%以下。", ["NAND price down - 5..10"]),
    ("NAND prices rose more than 5% but less than 10%.", ["NAND price up - 5..10"]),
    ("NAND價格最多漲30%，最少漲15%。", ["NAND price up - 15..30"]),
    ("NAND价格最少跌5%，最多跌8%。", ["NAND price down - 5..8"]),
    ("낸드 가격은 최소 5%, 최대 10% 올랐다.", ["NAND price up - 5..10"]),
    # two things apart stay apart
    ("DRAM合约价上涨两成，NAND上涨三成。", ["DRAM price up - 20..20", "NAND price up - 30..30"]),
    ("DRAM prices rose more than 10% and NAND prices less than 20%.",
     ["DRAM price up - 10..", "NAND price up - ..20"]),
    # chances
    ("The probability that NAND prices fall in Q4 is 60%.", ["NAND price down 2026Q4 .. g"]),
    ("四季度NAND价格上涨的概率为60%。", ["NAND price up 2026Q4 .. g"]),
    ("낸드 가격이 오를 확률은 60%다.", ["NAND price up - .."]),
    ("NAND価格が上昇する確率は60%だ。", ["NAND price up - .."]),
    # a part to a doubling, a multiple to another
    ("SSD報價漲了六成到一倍。", ["NAND price up - 60..100"]),
    ("NOR價格上漲七成至翻倍。", ["NOR price up - 70..100"]),
    ("DDR4报价上涨40%至一倍。", ["DRAM price up - 40..100"]),
    ("DDR4報價漲兩倍到三倍。", ["DRAM price up - 200..300"]),
    ("DDR4漲幅由六成擴大到一倍。", ["DRAM price up - 100..100"]),
    # a remark on the size is none of its own
    ("NOR第二季漲18%，為三年來首見雙位數漲幅。", ["NOR price up 2026Q2 18..18"]),
    ("NAND第二季漲12%，為連續第三季雙位數漲幅。", ["NAND price up 2026Q2 12..12"]),
    ("DRAM上漲兩成，NAND連續三季雙位數上漲。", ["DRAM price up - 20..20", "NAND price up - 10.."]),
    ("2분기 낸드 가격은 18% 올라 3년 만에 첫 두 자릿수 상승을 기록했다.", ["NAND price up 2026Q2 18..18"]),
    ("第2四半期のNAND価格は18%上昇し、3年ぶりの2桁上昇となった。", ["NAND price up 2026Q2 18..18"]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[sentence for sentence, _ in TABLE])
def test_ends_of_a_range(sentence: str, expected: list[str]) -> None:
    """Both ends of a range are read, numbers in words in full, and a chance is no size."""
    claims = read_text(sentence, published_on=DAY).claims
    assert [write_claim(claim) for claim in claims] == expected
