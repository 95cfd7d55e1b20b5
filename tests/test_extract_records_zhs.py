"""What mainland records and notes tell of supply and names: glosses, cuts, imbalances, what spreads and is sold."""

from __future__ import annotations

import pytest

from tests.test_extract_grammar import DAY, write_claim
from tracker.extract import read_text

TABLE = [
    # what only explains a name
    ("HBM（高带宽存储器）合约价上涨三成。", ["HBM price up - 30..30"]),
    ("NAND（闪存）的合约价格在三季度将上涨。", ["NAND price up 2026Q3 .. g"]),
    ("DRAM（动态随机存取存储器）供不应求。", ["DRAM supply tight - .."]),
    ("NOR Flash（代码型闪存芯片）价格下跌5%。", ["NOR price down - 5..5"]),
    ("DDR5（第五代双倍速率内存）现货价环比下跌4%。", ["DRAM price down - 4..4"]),
    ("SRAM（静态随机存储器）需求旺盛。", ["SRAM demand up - .."]),
    ("LPDDR5X（低功耗内存）供应紧张。", ["DRAM supply tight - .."]),
    ("eMMC（嵌入式多媒体存储卡）价格上涨。", ["NAND price up - .."]),
    ("动态随机存取存储器（DRAM）和闪存（NAND）的价格均上涨。", ["DRAM price up - ..", "NAND price up - .."]),
    ("让HBM（高带宽内存）这一高端存储器持续供不应求。", ["HBM supply tight - .."]),
    ("内存（含HBM）价格上涨。", ["MEMORY price up - .."]),
    ("DRAM（含HBM）价格季增15%。", ["DRAM price up - 15..15"]),
    ("DRAM（不含HBM）均价上涨8%。", ["DRAM price up - 8..8"]),
    # glosses in lists
    ("DRAM（内存）和NAND（闪存）价格均上涨。", ["DRAM price up - ..", "NAND price up - .."]),
    ("LPDDR5X（手机内存）价格上涨6%。", ["DRAM price up - 6..6"]),
    ("动态随机存储器和静态随机存储器价格上涨。", ["DRAM price up - ..", "SRAM price up - .."]),
    ("NOR（代码型闪存）与SLC NAND（小容量闪存）供不应求。", ["NOR supply tight - ..", "NAND supply tight - .."]),
    ("序列式闪存价格上涨。", ["NOR price up - .."]),
    ("HBM这类产品供应紧张，普通内存价格也上涨。", ["HBM supply tight - ..", "MEMORY price up - .."]),
    # output that is cut, or squeezed
    ("三星大幅削减DDR3供应。", ["DRAM supply down - .."]),
    ("原厂已缩减MLC NAND的产能。", ["NAND supply down - .."]),
    ("原厂开始减产DDR4，转产DDR5。", ["DRAM supply down - .."]),
    ("在内存方面，巨头开始减产DDR3。", ["DRAM supply down - .."]),
    ("美光陆续停供LPDDR4。", ["DRAM supply down - .."]),
    ("厂商转产导致了DDR4产出的明显压缩。", ["DRAM supply down - .."]),
    ("闪存各原厂相继减产，供需格局改善。", ["NAND supply down - .."]),
    ("供给端各大厂陆续减产/削减资本开支，NAND供需格局有望改善。", ["NAND supply down - .."]),
    ("SLC NAND的供给持续被压缩。", ["NAND supply down - .."]),
    ("NAND供应收缩快于预期。", ["NAND supply down - .."]),
    ("DRAM供给收缩力度强于预期。", ["DRAM supply down - .."]),
    ("NOR供应收缩超预期。", ["NOR supply down - .."]),
    ("三星削减DRAM资本开支。", []),
    ("DRAM的供给弹性被压缩。", []),
    ("NAND交期被压缩至8周。", []),
    ("NAND毛利率被压缩。", []),
    ("DRAM需求强于预期。", ["DRAM demand up - .."]),
    ("NAND供应增长强于预期。", ["NAND supply up - .."]),
    # an imbalance of too much or too little
    ("NAND市场陷入供过于求的失衡格局。", ["NAND supply loose - .."]),
    ("DRAM供不应求的失衡格局延续。", ["DRAM supply tight - .."]),
    ("DDR4供需失衡加剧，缺货严重，价格上涨。", ["DRAM supply tight - ..", "DRAM price up - .."]),
    ("下跌的核心原因是NOR供过于求的局面。", ["NOR supply loose - .."]),
    ("闪存供需失衡，价格大涨。", ["NAND supply tight - ..", "NAND price up - .."]),
    ("存储市场供需失衡，报价一路上涨。", ["MEMORY supply tight - ..", "MEMORY price up - .."]),
    # sold ahead
    ("明年的DRAM产能已被预先抢购一空。", ["DRAM supply tight 2027 .."]),
    ("铠侠明年全部NAND产能已被客户订光。", ["NAND supply tight 2027 .."]),
    ("HBM在今年还未结束时便被抢购一空。", ["HBM supply tight - .."]),
    ("三星称已锁定明年全部NAND产能的客户需求。", ["NAND supply tight 2027 .."]),
    ("这意味着其明年的DDR5全系列产品被提前抢购一空。", ["DRAM supply tight 2027 .."]),
    ("美光2027年HBM已全部售罄。", ["HBM supply tight 2027 .."]),
    ("NOR新品上市即被抢购。", []),
    # sold ahead, told otherwise
    ("在一季度尚未结束时，NOR产能便被订光。", ["NOR supply tight - .."]),
    ("年内HBM已被抢购一空。", ["HBM supply tight 2026 .."]),
    ("铠侠已锁定明年所有产能的客户订单，NAND供不应求。", ["NAND supply tight 2027 ..", "NAND supply tight - .."]),
    ("SK海力士已完成明年HBM供应的谈判，并锁定明年所有DRAM产能的客户需求。", ["DRAM supply tight 2027 .."]),
    ("其下半年的SLC NAND全部产品已被预订一空。", ["NAND supply tight 2026H2 .."]),
    ("公司已锁定明年NAND晶圆的采购价格。", []),
    ("手机新品被抢购一空。", []),
    # what spreads from one product to another
    ("供需紧张已从HBM外溢到GDDR。", ["HBM supply tight - ..", "DRAM supply tight - .."]),
    ("缺货潮由DRAM蔓延至NAND。", ["DRAM supply tight - ..", "NAND supply tight - .."]),
    ("短缺正从HBM扩散至LPDDR。", ["HBM supply tight - ..", "DRAM supply tight - .."]),
    ("涨价已从DDR4扩散至NOR和SLC NAND。", ["DRAM price up - ..", "NOR price up - ..", "NAND price up - .."]),
    ("涨价潮从DRAM延伸至SSD。", ["DRAM price up - ..", "NAND price up - .."]),
    ("涨势由服务器内存传导到消费级SSD。", ["DRAM price up - ..", "NAND price up - .."]),
    ("紧缺从HBM外溢至NAND等产品。", ["HBM supply tight - ..", "NAND supply tight - .."]),
    ("需求从手机转移到服务器，DRAM价格平稳。", ["DRAM price flat - .."]),
    # terms of contracts, suppositions, chains
    ("三星把四成DRAM产能锁入长约，价格上限15%、下限8%。", []),
    ("如果该预测成立，普通DRAM的产出将被压缩。", []),
    ("如果这一预测成立，意味着DRAM产出将被压缩，可能推高存储价格。", []),
    ("存储涨价的天花板已经出现。", []),
    ("若上述判断成立，NAND价格将上涨。", []),
    ("倘若消息属实，DDR5价格恐再涨。", []),
    ("DDR4若继续缺货，价格将再涨10%。", []),
    ("HBM扩产→利基DRAM供给被挤压→价格持续走高。", ["DRAM supply tight - ..", "DRAM price up - .."]),
    # how far a price may go
    ("铠侠与客户签长约，价格上调幅度不超过12%。", []),
    ("LTA条款：NAND价格下行空间最多8%。", []),
    ("按长期协议，DRAM合约价三季度上调12%。", ["DRAM price up 2026Q3 12..12"]),
    ("三季度DRAM合约价涨幅不超过12%。", ["DRAM price up 2026Q3 ..12"]),
    ("NAND涨价的尽头还远未到来。", []),
    ("DRAM供给弹性很低，价格持续上涨。", ["DRAM price up - .."]),
    ("NAND需求弹性上升。", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), TABLE, ids=[text for text, _ in TABLE])
def test_record_gives_its_claims(text: str, claims: list[str]) -> None:
    assert [write_claim(c) for c in read_text(text, published_on=DAY, issuer="industry").claims] == claims
