"""A forecast that is revised is the new one alone, whichever way it was revised, in sentences of our own."""

from __future__ import annotations

import pytest

from tests.test_extract_grammar import DAY, write_claim
from tracker.extract import read_text

TABLE = [
    ("TrendForce trimmed its Q4 NOR contract price forecast to a 4% increase.", ["NOR price up 2026Q4 4..4 g"]),
    ("TrendForce lowered its forecast for NAND contract prices in Q4 from a 12% rise to a 6% rise.",
     ["NAND price up 2026Q4 6..6 g"]),
    ("TrendForce raised its Q4 DRAM contract price forecast to a 2% decline.", ["DRAM price down 2026Q4 2..2 g"]),
    ("NOR prices, initially forecast to fall 9%, will fall 4% in Q4.", ["NOR price down 2026Q4 4..4 g"]),
    ("集邦下修第四季NAND合約價漲幅至6%，原估12%。", ["NAND price up 2026Q4 6..6 g"]),
    ("트렌드포스는 4분기 낸드 가격 상승률 전망을 12%에서 6%로 낮췄다.", ["NAND price up 2026Q4 6..6 g"]),
    # a price that is cut is one, a forecast without its new way goes the way it was revised
    ("Samsung cut NAND prices by 6%.", ["NAND price down - 6..6"]),
    ("TrendForce lowered its NAND price forecast.", ["NAND price down - .. g"]),
    ("美光下调NAND合约价6%。", ["NAND price down - 6..6"]),
    # a forecast that a change is measured by
    ("美光将NOR合约价上调逾60%，远超此前机构预测的20%–30%涨幅。", ["NOR price up - 60.."]),
    ("DDR4合约价上涨12%，高于原先预估的上涨8%。", ["DRAM price up - 12..12"]),
    ("2분기 D램 고정거래가격은 12% 올라 당초 예상한 5% 상승을 크게 웃돌았다.", ["DRAM price up 2026Q2 12..12"]),
    ("2분기 낸드 가격은 20% 상승해 시장이 예상했던 10% 인상을 상회했다.", ["NAND price up 2026Q2 20..20"]),
    ("4~6月のDRAM価格は12%上昇し、従来予想の5%上昇を上回った。", ["DRAM price up 2026Q2 12..12"]),
    ("NAND価格は20%上昇し、事前に予想された10%の値上がりを大きく超えた。", ["NAND price up - 20..20"]),
    # a forecast beside the one before it is no change in time
    ("DRAM晶圆ASP较此前假设分别提升5%、20%。", []),
    ("我们将2026年NOR ASP假设较此前预测上调8%。", []),
    ("2026-2027年NAND平均售价较原预测提升5%、12%。", []),
    ("NOR ASPs for 2026 and 2027 are raised by 5% and 10% versus our previous assumptions.", []),
    ("낸드 ASP는 기존 가정 대비 6% 상향했다.", []),
    ("NOR ASPは従来前提比6%引き上げた。", []),
    ("DRAM价格较上季提升8%。", ["DRAM price up - 8..8"]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[sentence for sentence, _ in TABLE])
def test_revised_forecast(sentence: str, expected: list[str]) -> None:
    """The new value of a forecast is told, and neither the revision nor the old value is a change."""
    assert [write_claim(c) for c in read_text(sentence, published_on=DAY, issuer="industry").claims] == expected
