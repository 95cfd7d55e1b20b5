"""Simplified Chinese superlatives, shipments, revisions and shortages of what is no memory price; our own words."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.test_extract_grammar import write_claim
from tracker.extract import read_text

DAY = dt.date(2026, 8, 20)
TABLE = [
    ("预计第一季度NOR价格将跌8%,是全年跌幅最大的一个季度。", ["NOR price down 2027Q1 8..8 g"]),
    ("机构估计明年第二季DRAM价格上涨15~20%,为全年涨幅最高的季度。", ["DRAM price up 2027Q2 15..20 g"]),
    ("8月NAND现货价下跌4%,是今年跌得最多的一个月。", ["NAND price down 2026-08 4..4"]),
    ("三季度HBM均价涨6%,也是近两年涨幅最小的一季。", ["HBM price up 2026Q3 6..6"]),
    ("第四季DRAM合约价下滑3%,将是全年跌幅最轻微的一季。", ["DRAM price down 2026Q4 3..3 g"]),
    ("NAND价格全年跌幅达三成。", ["NAND price down 2026 30..30"]),
    ("DRAM全年涨幅将创新高。", ["DRAM price up 2026 .. g"]),
    ("受上游材料短缺影响,SSD主控交期拉长。", []),
    ("HBM封装所需的玻纤布供应紧张。", []),
    ("DRAM厂的产线转换速度跟不上制程演进。", []),
    ("NAND厂产能利用不足,毛利率承压。", []),
    ("SSD市场有价无市,成交清淡。", []),
    ("DDR4现货有价无市。", []),
    ("DRAM有价无货,买家排队等货。", ["DRAM supply tight - .."]),
    ("内存产能负载不足导致单位成本升高。", []),
    ("DDR5缺货,店里都没货了。", ["DRAM supply tight - .."]),
    ("内存条全网没货。", ["DRAM supply tight - .."]),
    ("DRAM转产引发消费电子供应链紧张。", []),
    ("存储芯片涨价导致手机供应链紧张。", ["MEMORY price up - .."]),
    ("手机供应链的内存供应紧张。", ["MEMORY supply tight - .."]),
    ("DRAM供应不足,SSD主控短缺。", ["DRAM supply tight - .."]),
    ("元件短缺,DRAM价格上涨。", ["DRAM price up - .."]),
    ("美光DDR4出货由一季度的3000万颗骤降至二季度的900万颗,降幅达70%。", []),
    ("三星HBM3E出货量大幅下滑,降幅约四成。", []),
    ("铠侠NAND位元出货环比减少,跌幅近一成。", []),
    ("SSD出货从5万块跌至3万块,跌幅达40%。", []),
    ("DDR4报价由5美元跌至3美元,降幅达40%。", ["DRAM price down - 40..40"]),
    ("NAND出货下滑8%,均价跌幅约5%。", ["NAND price down - 5..5"]),
    ("HBM4的引脚数由1024翻倍至2048。", []),
    ("新一代HBM的带宽翻倍。", []),
    ("HBM4接口位宽从1024位提升一倍。", []),
    ("HBM4价格翻倍。", ["HBM price up - 100..100"]),
    ("集邦将四季度DRAM价格跌幅从5%提高到10%。", ["DRAM price down 2026Q4 10..10 g"]),
    ("该机构把第三季NAND合约价跌幅由8%上修到13%至18%。", ["NAND price down 2026Q3 13..18 g"]),
    ("集邦将第三季DRAM涨幅从10%提高到15%至20%。", ["DRAM price up 2026Q3 15..20 g"]),
    ("高盛把明年DRAM价格降幅预估从20%下修到12%。", ["DRAM price down 2027 12..12 g"]),
    ("上月,集邦将二季度的NOR价格降幅从3%上调至6%。", ["NOR price down 2027Q2 6..6 g"]),
    ("花旗将2027年HBM需求增幅预期由30%上调至45%。", ["HBM demand up 2027 .. g"]),
    ("高盛把2026年服务器DRAM需求预期上调8%,预计增速达35%。", ["DRAM demand up - 35..35 g"]),
    ("瑞银将明年NAND需求预估下调5%。", []),
    ("花旗将HBM需求预期上调6%。", []),
    ("高盛把DRAM价格预期上调8%。", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), TABLE, ids=[text for text, _ in TABLE])
def test_only_sizes_of_prices_are_read(text: str, claims: list[str]) -> None:
    assert [write_claim(c) for c in read_text(text, published_on=DAY).claims] == claims
