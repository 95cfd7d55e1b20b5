"""Prices told as a part of an old price: sentences of our own, and the change that is meant."""

from __future__ import annotations

import pytest

from tests.test_extract_grammar import DAY, write_claim
from tracker.extract import read_text

TABLE = [
    ("DDR4现货价仅为去年的四成。", ["DRAM price down - 60..60"]),
    ("NAND合约价是去年同期的六成。", ["NAND price down - 40..40"]),
    ("NAND价格降至上年同期的两成。", ["NAND price down - 80..80"]),
    ("DDR5价格已跌至高点的45%。", ["DRAM price down - 55..55"]),
    ("NAND现货价跌至峰值的三成以下。", ["NAND price down - 70.."]),
    ("DRAM合约价下降到原来的80%。", ["DRAM price down - 20..20"]),
    ("NAND价格不到去年高点的四成。", ["NAND price down - 60.."]),
    ("DRAM价格涨到去年的150%。", ["DRAM price up - 50..50"]),
    ("낸드 가격이 작년의 40% 수준으로 내려갔다.", ["NAND price down - 60..60"]),
    ("D램 현물가가 고점의 60%까지 하락했다.", ["DRAM price down - 40..40"]),
    ("NAND価格は前年の4割の水準に下落した。", ["NAND price down - 60..60"]),
    ("DRAMのスポット価格はピーク時の6割まで下がった。", ["DRAM price down - 40..40"]),
    ("NAND prices fell to 30% of the previous level.", ["NAND price down - 70..70"]),
    ("NOR prices fell to 35% of their peak.", ["NOR price down - 65..65"]),
    ("NOR prices have dropped to about 35% of the level a year ago.", ["NOR price down - 65..65"]),
    ("NAND prices sank to 35% of what they were in 2022.", ["NAND price down - 65..65"]),
    ("NAND prices slumped to a quarter of their high.", ["NAND price down - 75..75"]),
    ("NOR价格跌至2022年的四分之一。", ["NOR price down - 75..75"]),
    ("낸드 가격은 최고가의 4분의 1로 떨어졌다.", ["NAND price down - 75..75"]),
    # of something else than an old price
    ("DRAM prices rose to 35% of the price of a phone.", ["DRAM price up - .."]),
    ("NAND prices have recovered to 85% of their peak.", ["NAND price up - .."]),
    # not sure, or a rate: no size
    ("DRAM现货价已回升至历史高点的七成。", ["DRAM price up - .."]),
    ("NAND跌幅仅为去年同期的两成。", ["NAND price down - .."]),
    # changes as they stand
    ("낸드 가격은 전년 대비 20% 수준 하락했다.", ["NAND price down - 20..20"]),
    ("한 증권사는 올해 낸드 판가 상승률을 전년 대비 110%로 제시했다.", ["NAND price up 2026 110..110 g"]),
    ("낸드 가격이 전년 대비 30% 수준으로 떨어졌다.", ["NAND price down - .."]),
    ("NAND価格は前年の2割安となった。", ["NAND price down - 20..20"]),
    ("DRAM价格涨至去年的三倍。", ["DRAM price up - 200..200"]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[sentence for sentence, _ in TABLE])
def test_part_of_an_old_price_gives_the_change(sentence: str, expected: list[str]) -> None:
    """What is left of an old price is no size of change: the missing part is, or none."""
    claims = read_text(sentence, published_on=DAY).claims
    assert [write_claim(claim) for claim in claims] == expected
