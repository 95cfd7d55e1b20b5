"""What Chinese rows of two cells, lists of states, clauses that go back and months of stock tell."""

from __future__ import annotations

import pytest

from tests.test_extract_grammar import DAY, write_claim
from tracker.extract import read_text

TABLE = [
    # a row of two cells
    ("| DDR4 8Gb | 一年内上涨约900% |", ["DRAM price up - 900..900"]),
    ("| 服务器DRAM(2026Q3) | 预计继续上涨20%-25% |", ["DRAM price up 2026Q3 20..25 g"]),
    ("| eMMC 64GB | 三个月涨幅超60% |", ["NAND price up - 60.."]),
    ("| SLC NAND | 二季度环比上涨8% |", ["NAND price up 2026Q2 8..8"]),
    ("| NOR Flash | 供不应求 |", ["NOR supply tight - .."]),
    ("| HBM3E | 2026年已售罄 |", ["HBM supply tight 2026 .."]),
    ("| 江波龙 | 营收上涨20% |", []),
    ("| DDR5 | 渗透率上升至60% |", []),
    ("| NAND控制芯片 | 上涨10% |", []),
    # states listed in the period of a frame
    ("预计到2026年Q4，DRAM和NAND市场都会呈现供应紧缺、价格走高的局面。",
     ["DRAM supply tight 2026Q4 .. g",
      "NAND supply tight 2026Q4 .. g",
      "DRAM price up 2026Q4 .. g",
      "NAND price up 2026Q4 .. g"]),
    ("到下半年，NOR市场将出现供应偏紧、价格上行的局面。", ["NOR supply tight 2026H2 .. g", "NOR price up 2026H2 .. g"]),
    ("2025年DDR4供给收缩、价格上涨、库存下降。",
     ["DRAM supply down 2025 ..",
      "DRAM price up 2025 ..",
      "DRAM inventory down 2025 .."]),
    # what was before it, whose subject comes after
    ("在去年四季度下跌之后，NAND合约价今年一季度回升。", ["NAND price down 2025Q4 ..", "NAND price up 2026Q1 .."]),
    ("在5月上涨12%之后，DDR4现货价6月持平。", ["DRAM price up 2026-05 12..12", "DRAM price flat 2026-06 .."]),
    ("继上季大涨30%后，NOR报价三季度将再涨10%。", ["NOR price up 2026Q2 30..30", "NOR price up 2026Q3 10..10 g"]),
    ("在去年下半年下滑之后，DDR3的合约价格将在今年三季度开始上涨。",
     ["DRAM price down 2025H2 ..", "DRAM price up 2026Q3 .. g"]),
    ("在营收下滑之后，DRAM价格开始上涨。", ["DRAM price up - .."]),
    ("在股价上涨之后，NOR价格持平。", ["NOR price flat - .."]),
    ("在利润大涨20%后，NAND合约价也上涨。", ["NAND price up - .."]),
    # a sign directly on its quarter
    ("DRAM Q3+13%~18%、NAND+10%~15%。", ["DRAM price up 2026Q3 13..18", "NAND price up 2026Q3 10..15"]),
    ("合约价：DRAM Q4+8%，NAND Q4+5%。", ["DRAM price up 2026Q4 8..8 g", "NAND price up 2026Q4 5..5 g"]),
    ("DDR4合约价3Q26+12%。", ["DRAM price up 2026Q3 12..12"]),
    ("NOR 2Q26+9%、SLC NAND 2Q26+14%。", ["NOR price up 2026Q2 9..9", "NAND price up 2026Q2 14..14"]),
    ("DRAM营收Q2+20%。", []),
    ("三星Q3+5%。", []),
    # stock by how long it lasts
    ("NOR库存仅剩3周。", ["NOR inventory tight - .."]),
    ("渠道DDR4库存不足一个月。", ["DRAM inventory tight - .."]),
    ("NAND原厂库存已降至6周。", ["NAND inventory down - .."]),
    ("NOR库存周转天数由120天降至80天。", ["NOR inventory down - .."]),
    ("SLC NAND库存约8周，处于正常水平。", ["NAND inventory balanced - .."]),
    ("公司NOR库存可满足2个月的销售。", []),
    ("DRAM交期仅1个月。", []),
    # few months of stock
    ("渠道商的DRAM仅1个月库存。", ["DRAM inventory tight - .."]),
    ("模组厂手上NAND只剩两周库存。", ["NAND inventory tight - .."]),
    ("DDR4剩下半个月库存。", ["DRAM inventory tight - .."]),
    ("DRAM有两个月库存。", []),
    ("公司只剩一个月库存的PC。", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), TABLE, ids=[text for text, _ in TABLE])
def test_row_or_clause_gives_its_claims(text: str, claims: list[str]) -> None:
    assert [write_claim(c) for c in read_text(text, published_on=DAY, issuer="industry").claims] == claims
