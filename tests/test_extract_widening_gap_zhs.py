"""Chinese shortages told by a gap that widens, and prices given up for volume."""

from __future__ import annotations

import pytest

from tests.test_extract_grammar import DAY, write_claim
from tracker.extract import read_text

TABLE = [
    # a gap that widens
    ("利基型DRAM：全年缺口持续扩大，下半年价格续涨。", ["DRAM supply tight 2026 ..", "DRAM price up 2026H2 .."]),
    ("供给增速慢，NAND缺口将进一步拉大。", ["NAND supply tight - .. g"]),
    ("HBM明年缺口仍将扩大。", ["HBM supply tight 2027 .. g"]),
    ("2026年NOR供给增长3%，低于需求，缺口会继续扩大。", ["NOR supply up 2026 3..3", "NOR supply tight 2026 .. g"]),
    ("DDR4的缺口正不断加大。", ["DRAM supply tight - .."]),
    ("NOR缺口逐步收窄。", []),
    ("人才缺口持续扩大，NAND价格上涨。", ["NAND price up - .."]),
    ("公司资金缺口扩大，DRAM项目停工。", []),
    ("电力缺口将扩大。", []),
    # prices given up for volume
    ("NAND模组厂以价换量，渠道库存下降。", ["NAND price down - ..", "NAND inventory down - .."]),
    ("二季度NOR厂商普遍以价换量。", ["NOR price down 2026Q2 .."]),
    ("DDR4供应商降价换量。", ["DRAM price down - .."]),
    ("公司不会在NOR上以价换量。", ["NOR price down - .. n"]),
    ("手机厂商以价换量，内存需求疲软。", ["MEMORY demand down - .."]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), TABLE, ids=[text for text, _ in TABLE])
def test_gap_or_price_for_volume_is_read(text: str, claims: list[str]) -> None:
    assert [write_claim(c) for c in read_text(text, published_on=DAY, issuer="industry").claims] == claims
