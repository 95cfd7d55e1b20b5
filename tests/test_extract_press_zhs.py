"""How the mainland press and makers' records word it: sentences of our own, and what they claim."""

from __future__ import annotations

import pytest

from tests.test_extract_grammar import DAY, write_claim
from tracker.extract import read_text

TABLE = [
    # one period frames what follows in the same breath
    ("2023年以来，受地缘冲突、短期经济波动等因素影响，DRAM需求减弱，价格大幅下滑。",
     ["DRAM demand down 2023 ..", "DRAM price down 2023 .."]),
    ("第二季度手机需求大增，导致NAND供应短缺。", ["NAND supply tight 2026Q2 .."]),
    ("今年第二季度服务器需求大增，让内存供应商措手不及，刺激了NAND市场的增长并导致其出现短缺。",
     ["NAND supply tight 2026Q2 .."]),
    ("第二季度DRAM需求仍然高涨，导致整个产业处于缺货状态。",
     ["DRAM demand up 2026Q2 ..", "DRAM supply tight 2026Q2 .."]),
    ("2025年四季度，DRAM供应紧张，需求旺盛，价格环比上涨30%。",
     ["DRAM supply tight 2025Q4 ..", "DRAM demand up 2025Q4 ..", "DRAM price up 2025Q4 30..30"]),
    # prices with volumes, in one word
    ("2024年，全球存储市场供大于求，量价齐跌，公司收入下降。",
     ["MEMORY supply loose 2024 ..", "MEMORY price down 2024 .."]),
    ("消费类存储市场量价齐升。", ["MEMORY price up - .."]),
    # words of rise and fall
    ("闪存价格飞升，HBM的价格几乎没怎么变过。", ["NAND price up - ..", "HBM price flat - .."]),
    ("DRAM价钱小幅上行。", ["DRAM price up - .."]),
    ("DRAM价格已经触底，预计接下来将维持平稳。", ["DRAM price flat - .. g"]),
    ("全球DRAM产出仍维持负成长。", ["DRAM supply down - .."]),
    ("NAND供应全面收紧，部分产品颗粒稀缺。", ["NAND supply tight - .."]),
    ("存储价格呈强周期性。", []),
    # a growth that slows is a growth
    ("预计2026年手机DRAM需求增速将放缓至8%，服务器DRAM需求增速为25%。",
     ["DRAM demand up 2026 8..8 g", "DRAM demand up 2026 25..25 g"]),
    # demand
    ("下游需求减弱，NAND价格下跌。", ["NAND demand down - ..", "NAND price down - .."]),
    ("DRAM终端需求不足，价格承压。", ["DRAM demand down - ..", "DRAM price down - .."]),
    ("近期NAND需求逐步恢复。", ["NAND demand up - .."]),
    # stocks
    ("客户的NOR库存消化时间延长，NOR价格下跌。", ["NOR inventory loose - ..", "NOR price down - .."]),
    ("PC客户的DRAM库存水平相对较低。", ["DRAM inventory tight - .."]),
    ("渠道NAND库存堆积如山。", ["NAND inventory loose - .."]),
    ("DRAM库存已回归正常。", ["DRAM inventory balanced - .."]),
    # supply
    ("2027年HBM产能已全数订满。", ["HBM supply tight 2027 .."]),
    ("DRAM供需关系逐步趋于平衡。", ["DRAM supply balanced - .."]),
    ("NAND货源相对充足。", ["NAND supply loose - .."]),
    ("三星新增产能主要投向HBM。", []),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), TABLE, ids=[sentence for sentence, _ in TABLE])
def test_press_gives_its_claims(sentence: str, expected: list[str]) -> None:
    """A sentence of the press makes its claims and no others."""
    claims = read_text(sentence, published_on=DAY).claims
    assert [write_claim(claim) for claim in claims] == expected
