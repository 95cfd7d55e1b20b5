"""Chinese output by what is no longer made, lists with kinds of products, causes that are over, what is regarded."""

from __future__ import annotations

import pytest

from tests.test_extract_grammar import DAY, write_claim
from tracker.extract import read_text

TABLE = [
    # a cause that is over has a period of its own
    ("DDR3因去年四季度已涨超50%，三季度涨幅收窄至5%。", ["DRAM price up 2026Q3 5..5"]),
    ("大容量NOR因2025年下半年已大涨30%，叠加客户库存上升，涨幅收敛至12%。",
     ["NOR inventory up - ..", "NOR price up - 12..12"]),
    ("SLC NAND由于上半年已涨六成，涨幅放缓至8%。", ["NAND price up - 8..8"]),
    ("因一季度已上涨20%，NOR价格近期持平。", ["NOR price flat - .."]),
    ("因三季度需求旺盛，NOR价格上涨。", ["NOR demand up 2026Q3 ..", "NOR price up 2026Q3 .."]),
    # what is made less of
    ("三星已停止DDR4的生产。", ["DRAM supply down - .."]),
    ("美光将逐步减少DDR4的生产。", ["DRAM supply down - .. g"]),
    ("铠侠减少了2D NAND的生产。", ["NAND supply down - .."]),
    ("SK海力士计划终止DDR3生产。", ["DRAM supply down - .. g"]),
    ("南亚科增加DDR4的生产。", ["DRAM supply up - .."]),
    ("厂商减少手机的生产。", []),
    ("工厂停止生产控制器。", []),
    ("三星停止与NAND客户的谈判。", []),
    # lists with kinds of products
    ("转产使DDR3、传统NAND同时紧缺。", ["DRAM supply tight - ..", "NAND supply tight - .."]),
    ("DDR5和高端NAND价格齐涨。", ["DRAM price up - ..", "NAND price up - .."]),
    ("HBM、通用DRAM及低端NAND同时缺货。",
     ["HBM supply tight - ..", "DRAM supply tight - ..", "NAND supply tight - .."]),
    ("NOR与成熟制程DRAM价格上涨。", ["NOR price up - ..", "DRAM price up - .."]),
    ("小容量NOR、利基DRAM、SLC NAND供应吃紧。",
     ["NOR supply tight - ..", "DRAM supply tight - ..", "NAND supply tight - .."]),
    # this quarter beside its results
    ("尽管本季度移动内存需求恢复，但服务器DRAM需求疲弱，导致本季度存储价格走弱，第二季度公司营收较上一季度减少6%。",
     ["DRAM demand up 2026Q2 ..", "DRAM demand down - ..", "MEMORY price down 2026Q2 .."]),
    ("铠侠第二季度营收创新高，本季NAND均价上涨20%。", ["NAND price up 2026Q2 20..20"]),
    ("旺宏公布第二季营收，本季度NOR价格上涨5%。", ["NOR price up 2026Q2 5..5"]),
    ("本季度NAND价格继续上涨。", ["NAND price up 2026Q3 .."]),
    # an adjustment of which way is not said
    ("DRAM四季度开始调整。", []),
    ("DDR5价格上涨5%，DDR4同步调整。", ["DRAM price up - 5..5", "DRAM price up - .."]),
    # regard is no demand
    ("市场对SLC NAND的关注度上升。", []),
    ("存储需求经历调整，推动对高性价比方案的关注上升。", []),
    ("客户对国产NOR的认可度提高，需求增长。", ["NOR demand up - .."]),
    ("DRAM产业集中度提升，价格上涨。", ["DRAM price up - .."]),
    ("存储芯片国产化率上升。", []),
    ("NAND价格受到关注并上涨。", ["NAND price up - .."]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), TABLE, ids=[text for text, _ in TABLE])
def test_output_or_list_gives_its_claims(text: str, claims: list[str]) -> None:
    assert [write_claim(c) for c in read_text(text, published_on=DAY, issuer="industry").claims] == claims
